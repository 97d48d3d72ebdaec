//! The facts of claims in words: what is compared, what is asked for, and what came of it.

use super::answer;
use super::josa::{Josa, with};
use super::{Locale, Say, name, number, preset};
use crate::experiment::answer::Quantity;
use crate::scenario::claim::{Fact, Of, Verdict};
use crate::scenario::{PRESETS, Preset, Scenario};

/// A machine of a ready scenario, by its platform and letter.
#[must_use]
pub fn machine(of: Of, locale: Locale) -> String {
    let scenario = PRESETS.iter().find(|row| row.id == of.0).map(Preset::scenario);
    let scenario = scenario.unwrap_or_else(Scenario::default);
    let platform = scenario.platform(of.1).map_or("", |platform| name::platform(platform, locale));
    format!("{}\u{a0}{platform}", name::side(of.1))
}

/// A machine with the title of its scenario.
fn placed(of: Of, locale: Locale) -> String {
    let title = preset::title(of.0, locale);
    match locale {
        Locale::English => format!("{} (“{title}”)", machine(of, locale)),
        Locale::Korean => format!("{}(‘{title}’)", machine(of, locale)),
    }
}

/// Both machines; the scenario is named once where it is the same.
fn pair(one: Of, other: Of, locale: Locale) -> [String; 2] {
    if one.0 == other.0 {
        [machine(one, locale), machine(other, locale)]
    } else {
        [placed(one, locale), placed(other, locale)]
    }
}

/// What a fact says, before it is tested.
#[must_use]
pub fn said(fact: &Fact, locale: Locale) -> String {
    match locale {
        Locale::English => english(fact),
        Locale::Korean => korean(fact),
    }
}

fn english(fact: &Fact) -> String {
    let here = Locale::English;
    match *fact {
        Fact::More { more, less, quantity, times } => {
            let [more, less] = pair(more, less, here);
            let what = answer::quantity(quantity, here);
            if times > 1.0 {
                let times = number::significant(times, 2);
                format!("{what}: {more} at least {times} times as much as {less}.")
            } else {
                format!("{what}: {more} more than {less}.")
            }
        }
        Fact::Alike { one, other, quantity, within } => {
            let [one, other] = pair(one, other, here);
            let what = answer::quantity(quantity, here);
            let within = number::percent(within, here);
            format!("{what}: {one} and {other} within {within}.")
        }
        Fact::Refused { of } => format!("{} refuses it.", placed(of, here)),
        Fact::Runs { of } => format!("{} runs it.", placed(of, here)),
        Fact::NotByMemory { of } => {
            format!("{}: something else than memory gives first.", placed(of, here))
        }
    }
}

fn korean(fact: &Fact) -> String {
    let here = Locale::Korean;
    match *fact {
        Fact::More { more, less, quantity, times } => {
            let [more, less] = pair(more, less, here);
            let what = with(answer::quantity(quantity, here), Josa::Topic);
            if times > 1.0 {
                let times = number::times(times, here);
                format!("{what} {more} 쪽이 {less}의 {times} 이상.")
            } else {
                format!("{what} {more} 쪽이 {less}보다 큼.")
            }
        }
        Fact::Alike { one, other, quantity, within } => {
            let [one, other] = pair(one, other, here);
            let what = with(answer::quantity(quantity, here), Josa::Topic);
            let within = number::percent(within, here);
            format!("{what} {one}, {other} 차이가 {within} 이내.")
        }
        Fact::Refused { of } => format!("{}에서 실행이 거부됨.", placed(of, here)),
        Fact::Runs { of } => format!("{}에서 실행됨.", placed(of, here)),
        Fact::NotByMemory { of } => {
            format!("{}에서 메모리보다 먼저 바닥나는 것이 있음.", placed(of, here))
        }
    }
}

/// The numbers that were compared.
#[must_use]
pub fn found(fact: &Fact, verdict: &Verdict, locale: Locale) -> Option<String> {
    let (one, other) = verdict.values?;
    let quantity: Quantity = match *fact {
        Fact::More { quantity, .. } | Fact::Alike { quantity, .. } => quantity,
        _ => return None,
    };
    let [first, second] =
        [one, other].map(|value| answer::value(value, quantity.dimension(), locale));
    let ratio = one / other;
    let ratio = if ratio.is_finite() && ratio > 0.0 {
        format!(" · {}×", number::significant(ratio, 3))
    } else {
        String::new()
    };
    Some(format!("{first} : {second}{ratio}"))
}

impl Say for Fact {
    fn english(&self) -> String {
        said(self, Locale::English)
    }

    fn korean(&self) -> String {
        said(self, Locale::Korean)
    }
}
