//! What is predicted, what was guessed, and how far apart the two are.

use super::amount::Amount;
use super::condition::Term;
use super::facts::Facts;
use super::step::Choice;
use super::words::Words;
use crate::scenario::{ParameterId, Scenario, Side, Value, parameter};
use crate::text::lesson::Apart;

/// A question to be answered before the results are shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Predict {
    /// The question.
    pub ask: Words,
    /// In which way it is answered.
    pub way: Way,
}

/// How a prediction is made.
#[derive(Clone, Debug, PartialEq)]
pub enum Way {
    /// A bar is dragged.
    Bar {
        /// What is predicted.
        of: Term,
        /// The length of the scale; its unit is that of the number field.
        to: Amount,
    },
    /// A curve is sketched.
    Sketch {
        /// What is predicted.
        of: Term,
        /// What runs to the right.
        over: (ParameterId, Side),
        /// At which of its values.
        at: Vec<u64>,
        /// The height of the scale.
        to: Amount,
    },
    /// One of several outcomes is chosen; the first whose condition holds is the right one.
    Choose(Vec<Choice>),
}

/// What somebody predicted.
#[derive(Clone, Debug, PartialEq)]
pub enum Guess {
    /// Nothing: the results were to be seen.
    Skipped,
    /// A number for each value that was asked for, in the unit of the scale; one for a bar.
    Amounts(Vec<f64>),
    /// An outcome, from 0.
    Choice(usize),
}

/// No guess has more numbers.
const AMOUNTS_MOST: usize = 12;

impl Guess {
    /// As it stands in an address: `14.5`, `1,3,9`, `b` or `skip`.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Skipped => "skip".to_owned(),
            Self::Amounts(values) => {
                let values: Vec<_> = values.iter().map(|value| round(*value)).collect();
                values.join(",")
            }
            Self::Choice(at) => u8::try_from(*at)
                .map_or_else(|_| "skip".to_owned(), |at| char::from(b'a' + at.min(25)).to_string()),
        }
    }

    /// Reads it; `None` where it is none that this question can have.
    #[must_use]
    pub fn read(code: &str, predict: &Predict) -> Option<Self> {
        if code == "skip" {
            return Some(Self::Skipped);
        }
        let wanted = match &predict.way {
            Way::Choose(choices) => {
                let [letter] = code.as_bytes() else { return None };
                let at = usize::from(letter.checked_sub(b'a')?);
                return (at < choices.len()).then_some(Self::Choice(at));
            }
            Way::Bar { .. } => 1,
            Way::Sketch { at, .. } => at.len(),
        };
        let values = code.split(',').take(AMOUNTS_MOST + 1).map(|text| text.parse().ok());
        let values: Vec<f64> = values.collect::<Option<_>>()?;
        let fits = |value: &f64| value.is_finite() && (0.0..=1e15).contains(value);
        (values.len() == wanted && values.iter().all(fits)).then_some(Self::Amounts(values))
    }
}

/// To four significant digits, so that an address is short.
fn round(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return "0".to_owned();
    }
    let places = 3.0 - libm::floor(libm::log10(value.abs()));
    let step = libm::pow(10.0, -places);
    let digits = (0..9).find(|digits| f64::from(*digits) >= places).unwrap_or(9);
    let text =
        format!("{:.*}", usize::try_from(digits).unwrap_or(0), libm::rint(value / step) * step);
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

impl Predict {
    /// The scenarios that must be run to know the outcome.
    #[must_use]
    pub fn scenarios(&self, scenario: &Scenario) -> Vec<Scenario> {
        match &self.way {
            Way::Bar { .. } | Way::Choose(_) => vec![scenario.clone()],
            Way::Sketch { over: (id, side), at, .. } => at
                .iter()
                .map(|&number| {
                    let mut scenario = scenario.clone();
                    parameter(*id).set(&mut scenario, *side, &Value::Number(number));
                    scenario
                })
                .collect(),
        }
    }

    /// The outcome, from what those scenarios came to: numbers in the unit of the scale, or the
    /// outcome that came true. `None` where there is none.
    #[must_use]
    pub fn outcome(&self, facts: &[Facts]) -> Option<Guess> {
        match &self.way {
            Way::Choose(choices) => {
                let facts = facts.first()?;
                choices.iter().position(|choice| choice.when.holds(facts)).map(Guess::Choice)
            }
            Way::Bar { of, to } | Way::Sketch { of, to, .. } => {
                let value = |facts: &Facts| Some(facts.value(of)? / to.scale());
                facts.iter().map(value).collect::<Option<_>>().map(Guess::Amounts)
            }
        }
    }

    /// The scale, where numbers are predicted.
    #[must_use]
    pub const fn scale(&self) -> Option<Amount> {
        match &self.way {
            Way::Bar { to, .. } | Way::Sketch { to, .. } => Some(*to),
            Way::Choose(_) => None,
        }
    }
}

/// How far a guess is from the outcome.
#[must_use]
pub fn apart(guess: f64, outcome: f64) -> Apart {
    const CLOSE: f64 = 1.25;
    let (low, high) = if guess < outcome { (guess, outcome) } else { (outcome, guess) };
    if high <= 0.0 {
        return Apart::Close;
    }
    if low <= 0.0 {
        return Apart::Nothing;
    }
    match high / low {
        ratio if ratio <= CLOSE => Apart::Close,
        ratio if guess < outcome => Apart::More(ratio),
        ratio => Apart::Less(ratio),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_come_back_from_an_address_and_others_are_refused() {
        let to = Amount::read("60 s").expect("an amount");
        let of = Term::read("a.ready-median").expect("a term");
        let bar = Predict { ask: Words::default(), way: Way::Bar { of, to } };
        for guess in [Guess::Skipped, Guess::Amounts(vec![14.25])] {
            assert_eq!(Guess::read(&guess.code(), &bar), Some(guess));
        }
        for wrong in ["", "b", "1,2", "nan", "-1", "1e99", "skip2"] {
            assert_eq!(Guess::read(wrong, &bar), None, "{wrong}");
        }
        assert_eq!(Guess::Amounts(vec![1234.56]).code(), "1235");
    }

    #[test]
    fn a_guess_within_a_quarter_is_close() {
        assert_eq!(apart(10.0, 12.0), Apart::Close);
        assert_eq!(apart(5.0, 15.0), Apart::More(3.0));
        assert_eq!(apart(30.0, 15.0), Apart::Less(2.0));
        assert_eq!(apart(0.0, 15.0), Apart::Nothing);
        assert_eq!(apart(0.0, 0.0), Apart::Close);
    }
}
