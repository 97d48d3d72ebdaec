//! Texts with gaps that the simulation fills: `ready {a.ready-median / b.ready-median} sooner`.
//!
//! What stands in braces is a term, a quotient or a difference of two. In Korean a particle that
//! depends on the sound of the number before it is written as both: `{b.kernels}(은/는)`.

use super::condition::Term;
use super::facts::Facts;
use crate::experiment::answer::Dimension;
use crate::text::josa::{self, Josa};
use crate::text::{Locale, answer, number};

/// What stands in braces.
#[derive(Clone, Debug, PartialEq)]
pub enum Gap {
    /// A value.
    Value(Term),
    /// How many times the second the first is.
    Ratio(Term, Term),
    /// By how much the first exceeds the second.
    Difference(Term, Term),
}

const PARTICLES: [(&str, Josa); 6] = [
    ("(은/는)", Josa::Topic),
    ("(이/가)", Josa::Subject),
    ("(을/를)", Josa::Object),
    ("(과/와)", Josa::With),
    ("(으로/로)", Josa::Direction),
    ("(이라/라)", Josa::Called),
];

impl Gap {
    /// Reads what stands in braces.
    ///
    /// # Errors
    /// With the text that is no term.
    pub fn read(text: &str) -> Result<Self, String> {
        let term = |text: &str| Term::read(text).map_err(|_| text.trim().to_owned());
        // With blanks around it: names have signs of their own.
        if let Some((first, second)) = text.split_once(" / ") {
            Ok(Self::Ratio(term(first)?, term(second)?))
        } else if let Some((first, second)) = text.split_once(" - ") {
            Ok(Self::Difference(term(first)?, term(second)?))
        } else {
            Ok(Self::Value(term(text)?))
        }
    }

    fn say(&self, facts: &Facts, locale: Locale) -> Option<String> {
        let plain = |value: f64, dimension: Option<Dimension>| match dimension {
            Some(dimension) => answer::value(value, dimension, locale),
            None => number::significant(value, 4),
        };
        match self {
            Self::Value(term) => Some(plain(facts.value(term)?, term.dimension())),
            Self::Ratio(first, second) => {
                let ratio = facts.value(first)? / facts.value(second)?;
                ratio.is_finite().then(|| number::times(ratio, locale))
            }
            Self::Difference(first, second) => {
                let difference = facts.value(first)? - facts.value(second)?;
                Some(plain(difference.abs(), first.dimension()))
            }
        }
    }

    /// Its terms.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        let (first, second) = match self {
            Self::Value(term) => (term, None),
            Self::Ratio(first, second) | Self::Difference(first, second) => (first, Some(second)),
        };
        core::iter::once(first).chain(second)
    }
}

/// The gaps of a text, in order; each is what it is or the text that is no term.
pub fn gaps(text: &str) -> impl Iterator<Item = Result<Gap, String>> {
    text.split('{').skip(1).map(|rest| match rest.split_once('}') {
        Some((inside, _)) => Gap::read(inside),
        None => Err(rest.chars().take(20).collect()),
    })
}

/// The text with its gaps filled; a sign of three dots stands where there is no value yet.
#[must_use]
pub fn fill(text: &str, facts: Option<&Facts>, locale: Locale) -> String {
    let mut pieces = text.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let Some((inside, mut rest)) = piece.split_once('}') else {
            filled.push_str(piece);
            continue;
        };
        let said = Gap::read(inside).ok().and_then(|gap| gap.say(facts?, locale));
        let said = said.unwrap_or_else(|| "…".to_owned());
        filled.push_str(&said);
        for (both, particle) in PARTICLES {
            if let Some(after) = rest.strip_prefix(both) {
                filled.push_str(josa::pick(&said, particle));
                rest = after;
            }
        }
        filled.push_str(rest);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    #[test]
    fn gaps_are_filled_from_the_run_and_particles_follow_what_was_said() {
        let facts = Facts::run(&Scenario::default());
        let said = fill("{a.kernels}(과/와) {b.kernels}(을/를)", Some(&facts), Locale::Korean);
        assert_eq!(said, "13과 1을");
        let ratio = fill("{a.kernels / b.kernels} as many", Some(&facts), Locale::English);
        assert_eq!(ratio, "13 times as many");
        assert_eq!(fill("{n} of {b.kernels", Some(&facts), Locale::English), "12 of b.kernels");
        assert_eq!(fill("{a.kernels} now", None, Locale::English), "… now");
        assert_eq!(gaps("{a.kernels} and {roof}").nth(1), Some(Err("roof".to_owned())));
    }
}
