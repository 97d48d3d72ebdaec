//! Names of owners, phases and reasons to wait, as legends and drawings show them.

use super::Label;
use crate::catalog::{Lock, Phase};
use crate::experiment::{Activity, Wait};
use crate::model::Owner;
use crate::text::Locale;

const fn pick(locale: Locale, english: &'static str, korean: &'static str) -> &'static str {
    match locale {
        Locale::English => english,
        Locale::Korean => korean,
    }
}

/// Name of an owner of memory.
#[must_use]
pub const fn owner(owner: Owner, locale: Locale) -> &'static str {
    let (english, korean) = match owner {
        Owner::HostKernel => ("host kernel", "호스트 커널"),
        Owner::Vmm => ("runtime and VMM", "런타임·VMM"),
        Owner::ImageCache => ("shared image pages", "공유 이미지 페이지"),
        Owner::Merged => ("merged pages", "병합된 페이지"),
        Owner::GuestKernel => ("guest kernel", "게스트 커널"),
        Owner::GuestServices => ("guest services", "게스트 서비스"),
        Owner::GuestCache => ("guest page cache", "게스트 페이지 캐시"),
        Owner::GuestFree => ("guest, unused", "게스트 미사용"),
        Owner::Libraries => ("libraries", "라이브러리"),
        Owner::Heap => ("application", "애플리케이션"),
    };
    pick(locale, english, korean)
}

/// Name of a phase.
#[must_use]
pub const fn phase(phase: Phase, locale: Locale) -> &'static str {
    let (english, korean) = match phase {
        Phase::Fetch => ("fetch image", "이미지 받기"),
        Phase::Create => ("create", "생성"),
        Phase::Network => ("network", "네트워크"),
        Phase::Firmware => ("firmware", "펌웨어"),
        Phase::Loader => ("boot loader", "부트 로더"),
        Phase::Kernel => ("guest kernel", "게스트 커널"),
        Phase::Init => ("init and services", "init과 서비스"),
        Phase::Restore => ("restore snapshot", "스냅숏 복원"),
        Phase::Application => ("application", "애플리케이션"),
    };
    pick(locale, english, korean)
}

/// Name of a phase in a narrow place.
#[must_use]
pub const fn phase_short(phase: Phase, locale: Locale) -> &'static str {
    let (english, korean) = match phase {
        Phase::Fetch => ("fetch", "받기"),
        Phase::Create => ("create", "생성"),
        Phase::Network => ("net", "망"),
        Phase::Firmware => ("BIOS", "펌웨어"),
        Phase::Loader => ("loader", "로더"),
        Phase::Kernel => ("kernel", "커널"),
        Phase::Init => ("init", "init"),
        Phase::Restore => ("restore", "복원"),
        Phase::Application => ("app", "앱"),
    };
    pick(locale, english, korean)
}

/// What an instance waits for.
#[must_use]
pub const fn wait(wait: Wait, locale: Locale) -> &'static str {
    let (english, korean) = match wait {
        Wait::Launcher => ("its turn to start", "시작 차례"),
        Wait::Cores => ("a core", "코어"),
        Wait::Disk => ("the disk", "디스크"),
        Wait::Link => ("the registry link", "레지스트리 회선"),
        Wait::Lock(Lock::NetworkNamespace) => ("the kernel’s network lock", "커널의 네트워크 잠금"),
        Wait::Lock(Lock::MountTable) => ("the kernel’s mount lock", "커널의 마운트 잠금"),
        Wait::Lock(Lock::XenStore) => ("XenStore", "XenStore"),
        Wait::Image => ("a shared image", "공유 이미지"),
        Wait::Memory => ("memory", "메모리"),
    };
    pick(locale, english, korean)
}

/// What an instance waits for, in a narrow place.
#[must_use]
pub const fn wait_short(wait: Wait, locale: Locale) -> &'static str {
    let (english, korean) = match wait {
        Wait::Launcher => ("queue", "차례"),
        Wait::Cores => ("core?", "코어?"),
        Wait::Disk => ("disk?", "디스크?"),
        Wait::Link => ("link?", "회선?"),
        Wait::Lock(_) => ("lock?", "잠금?"),
        Wait::Image => ("image?", "이미지?"),
        Wait::Memory => ("mem?", "메모리?"),
    };
    pick(locale, english, korean)
}

/// What an instance is doing, in one short word; a question mark says that it waits for that.
#[must_use]
pub const fn state_short(activity: Activity, locale: Locale) -> &'static str {
    match activity {
        Activity::NotStarted => pick(locale, "off", "꺼짐"),
        Activity::Waiting(_, reason) => wait_short(reason, locale),
        Activity::Doing(phase, _) => phase_short(phase, locale),
        Activity::Ready => pick(locale, "ready", "준비"),
        Activity::Refused => Label::Refused.say(locale),
        Activity::Killed => Label::Killed.say(locale),
    }
}

/// What an instance is doing, in full.
#[must_use]
pub fn state(activity: Activity, locale: Locale) -> String {
    match activity {
        Activity::NotStarted => Label::NotStarted.say(locale).to_owned(),
        Activity::Waiting(_, reason) => match locale {
            Locale::English => format!("waiting for {}", wait(reason, locale)),
            Locale::Korean => format!("{} 기다림", wait(reason, locale)),
        },
        Activity::Doing(doing, _) => phase(doing, locale).to_owned(),
        Activity::Ready => Label::Ready.say(locale).to_owned(),
        Activity::Refused => Label::Refused.say(locale).to_owned(),
        Activity::Killed => Label::Killed.say(locale).to_owned(),
    }
}
