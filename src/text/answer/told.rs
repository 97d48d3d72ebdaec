//! Sentences about two answers: which has more of what, by how much, and what makes most of it.

use crate::experiment::answer::{Dimension, Mechanism, Quantity};
use crate::experiment::compatibility;
use crate::model::Incompatible;
use crate::text::josa::{Josa, with};
use crate::text::{Locale, Say, answer, number};

/// Whether something runs: a yes or no, which is told without its number.
const RUNS: Quantity = Quantity::Compatibility(compatibility::Quantity::Runs);

fn runs(values: [f64; 2]) -> [bool; 2] {
    values.map(|value| value > 0.0)
}

/// Two numbers that differ by less are almost the same.
const ALMOST: f64 = 1.02;

/// The headline of two answers. Names are those of the two machines, A first.
#[derive(Clone, Debug, PartialEq)]
pub enum Told<'a> {
    /// Both have a value.
    Values {
        /// Of what.
        quantity: Quantity,
        /// How much.
        values: [f64; 2],
        /// The machines.
        names: [&'a str; 2],
    },
    /// One machine cannot run what was asked for.
    OneRefused {
        /// Which.
        refused: &'a str,
        /// What the other one tells first.
        other: Option<(&'a str, Quantity, f64)>,
    },
    /// Neither can.
    BothRefused,
    /// Neither has a number to tell.
    Nothing,
    /// What contributes most to the first quantity.
    Mostly {
        /// Which mechanism.
        mechanism: Mechanism,
        /// To what.
        effect: Quantity,
        /// Whether that is to be named, since the sentence before is about something else.
        named: bool,
        /// How much on each.
        amounts: [f64; 2],
        /// The machines.
        names: [&'a str; 2],
    },
    /// Why a machine cannot run what was asked for, and one thing to try.
    Refusal {
        /// Which.
        name: &'a str,
        /// Why.
        reason: Incompatible,
    },
}

fn told(value: f64, quantity: Quantity, locale: Locale) -> String {
    answer::value(value, quantity.dimension(), locale)
}

/// With a capital letter, as at the beginning of a sentence.
fn opened(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// The larger, the smaller, and how many times as much; `None` where there is no ratio.
fn larger(values: [f64; 2]) -> Option<(usize, f64)> {
    let [a, b] = values;
    if !(a > 0.0 && b > 0.0) {
        return None;
    }
    Some(if a >= b { (0, a / b) } else { (1, b / a) })
}

const fn as_much(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Time => "as long",
        Dimension::Count | Dimension::Cores => "as many",
        _ => "as much",
    }
}

impl Say for Told<'_> {
    fn english(&self) -> String {
        let here = Locale::English;
        match *self {
            Self::Values { quantity: RUNS, values, names } => match runs(values) {
                [true, true] => "It runs on both machines.".to_owned(),
                [true, false] => format!("It runs with {} and not with {}.", names[0], names[1]),
                [false, true] => format!("It runs with {} and not with {}.", names[1], names[0]),
                [false, false] => Self::BothRefused.english(),
            },
            Self::Values { quantity, values, names } => {
                let what = opened(answer::quantity(quantity, here));
                let [a, b] = values.map(|value| told(value, quantity, here));
                let [of_a, of_b] = names;
                if a == b {
                    return format!("{what}: {a} on both machines.");
                }
                match larger(values) {
                    Some((_, ratio)) if ratio < ALMOST => {
                        format!("{what}: almost the same, {a} with {of_a} and {b} with {of_b}.")
                    }
                    Some((more, ratio)) => {
                        let pair = [(a, of_a), (b, of_b)];
                        let ((much, of_much), (less, of_less)) = (&pair[more], &pair[1 - more]);
                        format!(
                            "{what}: {much} with {of_much} against {less} with {of_less}, {} {}.",
                            number::times(ratio, here),
                            as_much(quantity.dimension())
                        )
                    }
                    None => format!("{what}: {a} with {of_a}, {b} with {of_b}."),
                }
            }
            Self::OneRefused { refused, other: Some((name, quantity, value)) } => format!(
                "{refused} cannot run this. {}: {} with {name}.",
                opened(answer::quantity(quantity, here)),
                told(value, quantity, here)
            ),
            Self::OneRefused { refused, other: None } => format!("{refused} cannot run this."),
            Self::BothRefused => "Neither machine can run this.".to_owned(),
            Self::Nothing => "There is no number to tell.".to_owned(),
            Self::Mostly { mechanism, effect, named, amounts, names } => {
                let [a, b] = amounts.map(|amount| told(amount, effect, here));
                let of = if named {
                    format!("“{}”", answer::quantity(effect, here))
                } else {
                    "it".to_owned()
                };
                format!(
                    "What makes the most of {of}: {} ({a} with {}, {b} with {}).",
                    answer::mechanism(mechanism, here),
                    names[0],
                    names[1]
                )
            }
            Self::Refusal { name, reason } => format!("{name}: {}", reason.english()),
        }
    }

    fn korean(&self) -> String {
        let here = Locale::Korean;
        match *self {
            Self::Values { quantity: RUNS, values, names } => {
                let only = |yes: &str, no: &str| {
                    format!("{yes}에서는 실행되고 {no}에서는 실행되지 않습니다.")
                };
                match runs(values) {
                    [true, true] => "두 서버 모두 실행할 수 있습니다.".to_owned(),
                    [true, false] => only(names[0], names[1]),
                    [false, true] => only(names[1], names[0]),
                    [false, false] => Self::BothRefused.korean(),
                }
            }
            Self::Values { quantity, values, names } => {
                let what = with(answer::quantity(quantity, here), Josa::Topic);
                let [a, b] = values.map(|value| told(value, quantity, here));
                let [of_a, of_b] = names;
                if a == b {
                    return format!("{what} 두 서버 모두 {a}입니다.");
                }
                let b = with(&b, Josa::Direction);
                match larger(values) {
                    Some((_, ratio)) if ratio < ALMOST => {
                        format!("{what} {of_a}\u{a0}{a}, {of_b}\u{a0}{b} 거의 같습니다.")
                    }
                    Some((more, ratio)) => format!(
                        "{what} {of_a}\u{a0}{a}, {of_b}\u{a0}{b} {} 쪽이 {}입니다.",
                        names[more],
                        number::times(ratio, here)
                    ),
                    None => format!("{what} {of_a}\u{a0}{a}, {of_b}\u{a0}{b} 나왔습니다."),
                }
            }
            Self::OneRefused { refused, other: Some((name, quantity, value)) } => format!(
                "{} 이것을 실행할 수 없습니다. {name}의 {} {}입니다.",
                with(refused, Josa::Topic),
                with(answer::quantity(quantity, here), Josa::Topic),
                told(value, quantity, here)
            ),
            Self::OneRefused { refused, other: None } => {
                format!("{} 이것을 실행할 수 없습니다.", with(refused, Josa::Topic))
            }
            Self::BothRefused => "두 서버 모두 이것을 실행할 수 없습니다.".to_owned(),
            Self::Nothing => "보여 줄 수치가 없습니다.".to_owned(),
            Self::Mostly { mechanism, effect, named, amounts, names } => {
                let [a, b] = amounts.map(|amount| told(amount, effect, here));
                let of = if named {
                    format!("‘{}’의 ", answer::quantity(effect, here))
                } else {
                    String::new()
                };
                format!(
                    "{of}가장 큰 이유: {} ({}\u{a0}{a}, {}\u{a0}{b})",
                    answer::mechanism(mechanism, here),
                    names[0],
                    names[1]
                )
            }
            Self::Refusal { name, reason } => format!("{name}: {}", reason.korean()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::start;

    fn values(values: [f64; 2]) -> Told<'static> {
        let quantity = Quantity::Start(start::Quantity::ReadyMedian);
        Told::Values { quantity, values, names: ["QEMU/KVM", "Docker"] }
    }

    #[test]
    fn the_larger_number_comes_first_and_equal_ones_are_told_as_equal() {
        let english = |pair| values(pair).english().replace('\u{a0}', " ");
        assert_eq!(
            english([1.0, 3.0]),
            "Time until ready, median: 3 s with Docker against 1 s with QEMU/KVM, 3 times as long."
        );
        assert!(english([2.0, 2.0]).ends_with("2 s on both machines."));
        assert!(english([2.0, 2.01]).contains("almost the same"));
        assert!(english([0.0, 2.0]).ends_with("0 s with QEMU/KVM, 2 s with Docker."));
    }

    #[test]
    fn particles_fit_the_numbers_before_them() {
        let korean = values([1.0, 3.0]).korean();
        let korean = korean.replace('\u{a0}', " ");
        assert_eq!(korean, "준비 시간 중앙값은 QEMU/KVM 1초, Docker 3초로 Docker 쪽이 3배입니다.");
    }
}
