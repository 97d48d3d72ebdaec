//! Limits that were met: what ran out, how much is missing, and one thing to try.

use super::Say;
use super::josa::{Josa, with};
use super::number::{bytes, count, span};
use crate::model::{Incompatible, Limit};
use crate::text::Locale;
use crate::units::Bytes;

/// A limit in a few words, for a badge or the end of a sentence.
#[must_use]
pub const fn short(limit: &Limit, locale: Locale) -> &'static str {
    let (english, korean) = match limit {
        Limit::MemoryRefused { .. } => ("not enough memory", "메모리 부족"),
        Limit::Swapping { .. } => ("swapping", "스왑 시작"),
        Limit::OutOfMemory { .. } => ("killed for memory", "메모리 부족으로 종료"),
        Limit::DiskFull { .. } => ("disk full", "디스크 가득 참"),
        Limit::BridgePorts { .. } => ("no bridge port left", "브리지 포트 소진"),
        Limit::ProcessIds { .. } => ("no process ID left", "프로세스 ID 소진"),
        Limit::CoresBusy { .. } => ("cores used up", "코어 소진"),
        Limit::StartGoal { .. } => ("goal missed", "목표 시간 초과"),
        Limit::Incompatible(_) => ("cannot run here", "실행 불가"),
    };
    super::pick(locale, english, korean)
}

/// What happened to the first instance that no longer fitted, after "then" in English.
#[must_use]
pub const fn end(limit: &Limit, locale: Locale) -> &'static str {
    let (english, korean) = match limit {
        Limit::MemoryRefused { .. } => ("memory is refused", "메모리 부족"),
        Limit::Swapping { .. } => ("memory is full and swapping begins", "메모리가 차서 스왑 시작"),
        Limit::OutOfMemory { .. } => {
            ("memory runs out and one is killed", "메모리가 바닥나 강제 종료")
        }
        Limit::DiskFull { .. } => ("the disk is full", "디스크 가득 참"),
        Limit::BridgePorts { .. } => {
            ("the network bridge has no port left", "네트워크 브리지 포트 소진")
        }
        Limit::ProcessIds { .. } => ("no process ID is left", "프로세스 ID 소진"),
        Limit::CoresBusy { .. } => {
            ("idle timers use up all cores", "유휴 타이머가 코어를 모두 차지")
        }
        Limit::StartGoal { .. } => ("a start misses the goal", "시작 시간 목표 초과"),
        Limit::Incompatible(_) => ("it cannot run here", "실행 불가"),
    };
    super::pick(locale, english, korean)
}

impl Say for Limit {
    fn english(&self) -> String {
        let here = Locale::English;
        let told = |amount| bytes(amount, here);
        match *self {
            Self::MemoryRefused { needed, free } => format!(
                "Memory: a start needs {} and {} is free, so {} is missing. Try a smaller VM or \
                 guest, or more memory in the host.",
                told(needed),
                told(free),
                told(missing(needed, free))
            ),
            Self::Swapping { swapped, total } => format!(
                "Memory: all {} is in use, and {} had to go to swap. Try fewer instances, or let \
                 the host merge equal pages.",
                told(total),
                told(swapped)
            ),
            Self::OutOfMemory { victim, held } => format!(
                "Memory and swap ran out: the kernel killed instance {}, which held {}. Try fewer \
                 instances, or more memory in the host.",
                count(u64::from(victim) + 1, here),
                told(held)
            ),
            Self::DiskFull { needed, free } => format!(
                "Disk: an instance writes {} and {} is free, so {} is missing. Try thin overlays \
                 instead of full copies.",
                told(needed),
                told(free),
                told(missing(needed, free))
            ),
            Self::BridgePorts { most } => format!(
                "Network: the bridge has {} ports, and one more instance needs one more. Try a \
                 platform on the host’s network.",
                count(most.into(), here)
            ),
            Self::ProcessIds { most } => format!(
                "Processes: the host’s kernel has {} process identifiers and none is left. Try an \
                 application with fewer processes.",
                count(most.into(), here)
            ),
            Self::CoresBusy { cores } => format!(
                "Cores: the timers of idle instances alone keep all {} busy. Try a guest that \
                 wakes up less often, or more cores.",
                count(cores.into(), here)
            ),
            Self::StartGoal { goal, took } => format!(
                "Start time: a start took {}, and the goal is {}. Try a lighter platform, or a \
                 later goal.",
                span(took, here),
                span(goal, here)
            ),
            Self::Incompatible(reason) => reason.english(),
        }
    }

    fn korean(&self) -> String {
        let here = Locale::Korean;
        let told = |amount| bytes(amount, here);
        match *self {
            Self::MemoryRefused { needed, free } => format!(
                "메모리: 시작하려면 {} 필요한데 {} 남아 {} 모자랍니다. VM이나 게스트를 줄이거나 \
                 호스트 메모리를 늘려 보세요.",
                with(&told(needed), Josa::Subject),
                with(&told(free), Josa::Subject),
                with(&told(missing(needed, free)), Josa::Subject)
            ),
            Self::Swapping { swapped, total } => format!(
                "메모리: {} 모두 차서 {} 스왑으로 밀려났습니다. 인스턴스를 줄이거나 동일 페이지 \
                 병합을 켜 보세요.",
                with(&told(total), Josa::Subject),
                with(&told(swapped), Josa::Subject)
            ),
            Self::OutOfMemory { victim, held } => format!(
                "메모리와 스왑이 바닥나 커널이 {}를 쓰던 인스턴스 {} 강제 종료했습니다. 인스턴스를 \
                 줄이거나 호스트 메모리를 늘려 보세요.",
                told(held),
                with(&count(u64::from(victim) + 1, here), Josa::Object)
            ),
            Self::DiskFull { needed, free } => format!(
                "디스크: 인스턴스 하나에 {} 필요한데 {} 남아 {} 모자랍니다. 전체 복사 대신 얇은 \
                 오버레이를 써 보세요.",
                with(&told(needed), Josa::Subject),
                with(&told(free), Josa::Subject),
                with(&told(missing(needed, free)), Josa::Subject)
            ),
            Self::BridgePorts { most } => format!(
                "네트워크: 브리지 포트 {}개를 다 써서 하나가 모자랍니다. 호스트 네트워크를 쓰는 \
                 플랫폼을 골라 보세요.",
                count(most.into(), here)
            ),
            Self::ProcessIds { most } => format!(
                "프로세스: 호스트 커널의 프로세스 ID {}개를 다 썼습니다. 프로세스를 적게 쓰는 \
                 애플리케이션을 골라 보세요.",
                count(most.into(), here)
            ),
            Self::CoresBusy { cores } => format!(
                "코어: 유휴 인스턴스의 타이머만으로 코어 {}개가 모두 바쁩니다. 덜 자주 깨어나는 \
                 게스트를 쓰거나 코어를 늘려 보세요.",
                count(cores.into(), here)
            ),
            Self::StartGoal { goal, took } => format!(
                "시작 시간: 목표는 {}인데 {} 걸렸습니다. 더 가벼운 플랫폼을 쓰거나 목표를 늦춰 \
                 보세요.",
                span(goal, here),
                span(took, here)
            ),
            Self::Incompatible(reason) => reason.korean(),
        }
    }
}

fn missing(needed: Bytes, free: Bytes) -> Bytes {
    needed.saturating_sub(free)
}

impl Say for Incompatible {
    fn english(&self) -> String {
        match self {
            Self::NeedsOtherKernel { wants_windows: true } => {
                "A container shares the host’s kernel, and Windows needs a Windows kernel. Run it \
                 in a virtual machine."
            }
            Self::NeedsOtherKernel { wants_windows: false } => {
                "A container shares the host’s kernel, which is not Linux here, and this \
                 application needs a Linux kernel. Choose a Linux host."
            }
            Self::GuestNotSupported => {
                "This platform cannot boot this guest. Choose the platform’s usual guest."
            }
            Self::GuestMissing => "A virtual machine needs a guest operating system. Choose one.",
            Self::ApplicationNeedsOtherGuest { wants_windows: true } => {
                "The application needs Windows, and the guest is Linux. Choose a Windows guest."
            }
            Self::ApplicationNeedsOtherGuest { wants_windows: false } => {
                "The application needs Linux, and the guest is Windows. Choose a Linux guest."
            }
            Self::NoUnikernelBuild => {
                "Nobody has built this application as a unikernel. Choose nginx, for example."
            }
            Self::HostNotSupported => {
                "This platform does not exist for the host’s operating system. Choose VirtualBox, \
                 or a Linux host."
            }
        }
        .to_owned()
    }

    fn korean(&self) -> String {
        match self {
            Self::NeedsOtherKernel { wants_windows: true } => {
                "컨테이너는 호스트 커널을 함께 쓰므로 Windows 커널이 필요한 것은 실행할 수 없습니다. \
                 가상 머신에서 실행해 보세요."
            }
            Self::NeedsOtherKernel { wants_windows: false } => {
                "컨테이너는 Linux가 아닌 호스트 커널을 함께 쓰는데, 이 애플리케이션에는 Linux 커널이 \
                 필요합니다. Linux 호스트를 골라 보세요."
            }
            Self::GuestNotSupported => {
                "이 플랫폼은 이 게스트를 부팅할 수 없습니다. 플랫폼의 기본 게스트를 골라 보세요."
            }
            Self::GuestMissing => "가상 머신에는 게스트 운영체제가 필요합니다. 하나를 골라 주세요.",
            Self::ApplicationNeedsOtherGuest { wants_windows: true } => {
                "애플리케이션에는 Windows가 필요한데 게스트가 Linux입니다. Windows 게스트를 골라 \
                 보세요."
            }
            Self::ApplicationNeedsOtherGuest { wants_windows: false } => {
                "애플리케이션에는 Linux가 필요한데 게스트가 Windows입니다. Linux 게스트를 골라 \
                 보세요."
            }
            Self::NoUnikernelBuild => {
                "이 애플리케이션은 유니커널로 만들어진 것이 없습니다. nginx를 골라 보세요."
            }
            Self::HostNotSupported => {
                "이 호스트의 운영체제에는 이 플랫폼이 없습니다. VirtualBox나 Linux 호스트를 골라 보세요."
            }
        }
        .to_owned()
    }
}
