//! Words about what runs on what.

use super::Locale;
use crate::experiment::compatibility::{Mechanism, Quantity};
use crate::model::Incompatible;
use crate::scenario::choice::compatibility::Id;
use crate::text::pick;

/// Name of a quantity.
#[must_use]
pub const fn quantity(quantity: Quantity, locale: Locale) -> &'static str {
    let (english, korean) = match quantity {
        Quantity::Runs => ("It runs", "실행 여부"),
        Quantity::Kernels => ("Kernels", "커널 수"),
        Quantity::Choices => ("Guest systems to choose from", "고를 수 있는 게스트"),
        Quantity::HiddenMachines => ("Hidden virtual machines", "숨은 가상 머신"),
        Quantity::HiddenMemory => ("Memory of the hidden VM", "숨은 VM의 메모리"),
        Quantity::HiddenReserved => ("Promised to the hidden VM", "숨은 VM에 약속한 메모리"),
        Quantity::HiddenStart => ("The hidden VM adds to the start", "숨은 VM이 더하는 시작 시간"),
        Quantity::LinuxOnLinux => ("Linux app on a Linux host", "Linux 호스트의 Linux 앱"),
        Quantity::WindowsOnLinux => ("Windows app on a Linux host", "Linux 호스트의 Windows 앱"),
        Quantity::LinuxOnWindows => ("Linux app on a Windows host", "Windows 호스트의 Linux 앱"),
        Quantity::WindowsOnWindows => {
            ("Windows app on a Windows host", "Windows 호스트의 Windows 앱")
        }
        Quantity::LinuxOnMac => ("Linux app on a macOS host", "macOS 호스트의 Linux 앱"),
        Quantity::WindowsOnMac => ("Windows app on a macOS host", "macOS 호스트의 Windows 앱"),
    };
    pick(locale, english, korean)
}

/// Why it comes out so.
#[must_use]
pub const fn mechanism(mechanism: Mechanism, locale: Locale) -> &'static str {
    let (english, korean) = match mechanism {
        Mechanism::Matrix => ("What runs on what", "무엇이 어디서 실행되나"),
        Mechanism::Guests => ("Systems on this platform", "이 플랫폼의 게스트"),
        Mechanism::AsImage => {
            ("as an image, on the kernel that is there", "이미지로, 이미 있는 커널 위에서")
        }
        Mechanism::Runs => ("runs", "실행됨"),
        Mechanism::Carried => ("runs in one VM under all", "모두를 담은 VM 안에서 실행"),
        Mechanism::Rebuilt => ("runs when built as a unikernel", "유니커널로 빌드하면 실행"),
        Mechanism::NeedsWindowsKernel => ("needs a Windows kernel", "Windows 커널이 필요"),
        Mechanism::NeedsLinuxKernel => ("needs a Linux kernel", "Linux 커널이 필요"),
        Mechanism::Refused(reason) => refused(reason),
        Mechanism::GuestKernel => ("the VM’s kernel", "VM의 커널"),
        Mechanism::GuestServices => ("the VM’s services", "VM의 서비스"),
        Mechanism::GuestCache => ("files the VM keeps in memory", "VM이 메모리에 둔 파일"),
        Mechanism::Daemons => ("daemons and the desktop application", "데몬과 데스크톱 프로그램"),
        Mechanism::MachineStart => ("the VM starts", "VM 시작"),
        Mechanism::KernelIsShared => (
            "Containers take the kernel that is there.",
            "컨테이너는 이미 있는 커널을 함께 씁니다.",
        ),
        Mechanism::KernelIsBrought => (
            "A virtual machine brings its own kernel along.",
            "가상 머신은 자기 커널을 가지고 다닙니다.",
        ),
        Mechanism::OneInstructionSet => (
            "All hosts are taken to have processors of one kind.",
            "모든 호스트의 프로세서가 같은 종류라고 봅니다.",
        ),
    };
    pick(locale, english, korean)
}

const fn refused(reason: Incompatible) -> (&'static str, &'static str) {
    match reason {
        Incompatible::NoUnikernelBuild => ("no unikernel build", "유니커널 빌드 없음"),
        Incompatible::HostNotSupported => ("not for this host", "이 호스트용 없음"),
        Incompatible::GuestNotSupported | Incompatible::GuestMissing => {
            ("no such guest", "맞는 게스트 없음")
        }
        Incompatible::NeedsOtherKernel { .. } | Incompatible::ApplicationNeedsOtherGuest { .. } => {
            ("needs another kernel", "다른 커널이 필요")
        }
    }
}

/// Label of a control.
#[must_use]
pub const fn label(id: Id, _locale: Locale) -> &'static str {
    match id {}
}

/// One sentence of help.
#[must_use]
pub const fn help(id: Id, _locale: Locale) -> &'static str {
    match id {}
}

/// Name of one of the choices of a control; `None` where it is a proper name.
#[must_use]
pub fn choice(id: Id, _choice: &str, _locale: Locale) -> Option<&'static str> {
    match id {}
}
