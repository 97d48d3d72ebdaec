//! Names of owners, phases and reasons to wait, as legends and drawings show them.

use super::Label;
use crate::catalog::Phase;
use crate::experiment::{Activity, Wait};
use crate::text::Locale;
use crate::text::name::{phase, wait};
use crate::text::pick;

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
        Wait::Carrier => ("VM?", "VM?"),
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
        Activity::Stopped => Label::Ended.say(locale),
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
        Activity::Stopped => Label::Ended.say(locale).to_owned(),
    }
}
