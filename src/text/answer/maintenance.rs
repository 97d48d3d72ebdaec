//! Words about maintenance: exposure, downtime, labour.

use super::Locale;
use crate::experiment::maintenance::{Mechanism, Quantity};
use crate::scenario::choice::maintenance::Id;
use crate::text::pick;

/// Name of a quantity.
#[must_use]
pub const fn quantity(quantity: Quantity, locale: Locale) -> &'static str {
    let (english, korean) = match quantity {
        Quantity::Exposure => ("Exposure", "노출"),
        Quantity::Downtime => ("Downtime, added up", "중단 시간 합계"),
        Quantity::Outage => ("None up for", "전체 중단 시간"),
        Quantity::FewestUp => ("Fewest up", "최소 작동 수"),
        Quantity::LabourSteps => ("Steps by hand", "수작업 횟수"),
        Quantity::LabourTime => ("Time by hand", "수작업 시간"),
        Quantity::Total => ("Until all is done", "전체 소요 시간"),
        Quantity::StateLost => ("Instances that lose their state", "상태를 잃는 인스턴스"),
        Quantity::ExtraInstances => ("Extra instances", "추가 인스턴스"),
        Quantity::ExtraMemory => ("Extra memory", "추가 메모리"),
        Quantity::ExtraHosts => ("Extra hosts", "추가 호스트"),
        Quantity::Failed => ("Not back", "복귀 실패"),
        Quantity::Elapsed => ("Since the fix is there", "패치 공개 후 시간"),
        Quantity::Up => ("Instances up", "작동하는 인스턴스"),
        Quantity::Patched => ("Instances patched", "패치된 인스턴스"),
    };
    pick(locale, english, korean)
}

/// Why it comes out so.
#[must_use]
pub const fn mechanism(mechanism: Mechanism, locale: Locale) -> &'static str {
    let (english, korean) = match mechanism {
        Mechanism::Stages => ("What is done, in order", "작업 순서"),
        Mechanism::SharedKernel => ("the one kernel that all share", "모두가 함께 쓰는 커널 하나"),
        Mechanism::HostKernel => ("the host kernel under all", "모두의 아래에 있는 호스트 커널"),
        Mechanism::GuestKernels => ("each guest’s own kernel", "게스트마다 있는 커널"),
        Mechanism::KernelFile => {
            ("the kernel file that all guests boot", "모든 게스트가 부팅하는 커널 파일")
        }
        Mechanism::CarrierKernel => {
            ("the kernel of the machine that carries all", "모두를 담은 가상 머신의 커널")
        }
        Mechanism::HostProgram => ("a program of the host", "호스트의 프로그램"),
        Mechanism::LibraryInPlace => ("the library, in place", "제자리에서 고친 라이브러리"),
        Mechanism::NewImage => ("a new image", "새 이미지"),
        Mechanism::Labour => ("steps by hand", "수작업"),
        Mechanism::Installation => ("download and installation", "내려받기와 설치"),
        Mechanism::ImageBuild => ("building and testing the image", "이미지 빌드와 시험"),
        Mechanism::Stops => ("orderly stops", "정상 종료"),
        Mechanism::Restarts => ("starts", "시작"),
        Mechanism::HostReboot => ("the host reboots", "호스트 재부팅"),
        Mechanism::Migration => ("moving memory", "메모리 이동"),
        Mechanism::NothingToFix => {
            ("There is nothing to fix here.", "여기에는 고칠 것이 없습니다.")
        }
        Mechanism::ImagesAreReplaced => (
            "A container or a snapshot is not mended in place: it is made anew from an image.",
            "컨테이너나 스냅숏은 제자리에서 고치지 않고 이미지에서 새로 만듭니다.",
        ),
        Mechanism::StateKept => (
            "A live migration keeps what the instances had in memory.",
            "실시간 마이그레이션은 인스턴스가 메모리에 가진 것을 지킵니다.",
        ),
        Mechanism::NoMigration => (
            "This platform does not migrate: new instances start on the second host, and what the \
             old ones had in memory is lost.",
            "이 플랫폼은 마이그레이션하지 않습니다. 두 번째 호스트에서 새로 시작하므로 메모리에 있던 \
             것은 잃습니다.",
        ),
        Mechanism::NoRoom => (
            "The host has too little memory for what must run side by side.",
            "나란히 실행하기에는 호스트 메모리가 모자랍니다.",
        ),
        Mechanism::NotAllBack => {
            ("Not all come back: something runs out.", "자원이 모자라 일부는 돌아오지 못합니다.")
        }
        Mechanism::LivePatching => (
            "Patching a kernel while it runs is not modelled: no figures were found.",
            "실행 중인 커널을 고치는 라이브 패치는 근거 수치를 찾지 못해 다루지 않습니다.",
        ),
    };
    pick(locale, english, korean)
}

/// Label of a control.
#[must_use]
pub const fn label(id: Id, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        Id::Fix => ("What is fixed", "고칠 대상"),
        Id::Way => ("Copies are", "사본 갱신 방식"),
        Id::Host => ("When the host reboots", "호스트 재부팅 때"),
        Id::AtOnce => ("At a time", "한 번에"),
        Id::Labour => ("A step by hand takes", "수작업 한 번의 시간"),
    };
    pick(locale, english, korean)
}

/// One sentence of help.
#[must_use]
pub const fn help(id: Id, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        Id::Fix => (
            "Where the flaw is: in a kernel, in a library of the image, or in the VMM.",
            "결함이 있는 곳: 커널, 이미지의 라이브러리, 또는 VMM입니다.",
        ),
        Id::Way => (
            "Mended one by one where they are, or replaced by new ones from a new image.",
            "있는 자리에서 하나씩 고치거나, 새 이미지로 만든 것으로 바꿉니다.",
        ),
        Id::Host => (
            "Everything stops with it, or is moved to a second host before.",
            "모두 함께 멈추거나, 먼저 두 번째 호스트로 옮깁니다.",
        ),
        Id::AtOnce => (
            "So many instances at a time; the next begin when these are back.",
            "한 번에 이만큼씩 하고, 모두 돌아오면 다음으로 넘어갑니다.",
        ),
        Id::Labour => {
            ("One administrator, one step at a time.", "관리자 한 명이 한 번에 하나씩 합니다.")
        }
    };
    pick(locale, english, korean)
}

/// Name of one of the choices of a control; `None` where it is a proper name.
#[must_use]
pub fn choice(_id: Id, choice: &str, locale: Locale) -> Option<&'static str> {
    let (english, korean) = match choice {
        "kernel" => ("the kernel that applications call", "애플리케이션이 부르는 커널"),
        "host-kernel" => ("the host kernel", "호스트 커널"),
        "every-kernel" => ("every kernel", "모든 커널"),
        "library" => ("a library", "라이브러리"),
        "vmm" => ("the VMM", "VMM 프로그램"),
        "in-place" => ("mended in place", "제자리에서 고침"),
        "replace" => ("replaced from a new image", "새 이미지로 교체"),
        "reboot" => ("all stop with it", "모두 함께 멈춤"),
        "drain" => ("all are moved away first", "먼저 모두 옮김"),
        _ => return None,
    };
    Some(pick(locale, english, korean))
}
