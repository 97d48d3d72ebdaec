//! Why a number is what it is, for a terminal: its rule, its parts, the constants behind it.

use super::grid::{Grid, word};
use crate::experiment::explain::Explanation;
use crate::scenario::why::Influence;
use crate::text::why::{self, Word};
use crate::text::{Locale, constant, evidence};

/// The most constants that are told.
const CONSTANTS_MOST: usize = 20;

/// One explanation with the constants that were found.
#[must_use]
pub fn why(of: &Explanation, found: &[Influence], locale: Locale) -> String {
    let told = |value, dimension| why::value(of.of, value, dimension, locale);
    let mut text = format!(
        "{}: {}\n{}\n",
        why::displayed(of.of, locale),
        told(of.value, of.dimension),
        why::rule(of, locale)
    );
    if let Some(formula) = why::formula(of, locale) {
        text.extend([formula.as_str(), "\n"]);
    }
    if !of.parts.is_empty() {
        let head = [Word::Part, Word::Amount, Word::ShareOf].map(|of| of.say(locale).to_owned());
        let mut grid = Grid::new(1, head.to_vec());
        for part in &of.parts {
            grid.row(vec![
                why::term(part.name, locale),
                told(part.value, part.dimension),
                why::share(part.value, of.value, locale),
            ]);
        }
        text.extend(["\n", grid.text().as_str()]);
    }
    if !found.is_empty() {
        let value = word(locale, "value", "값");
        let head = [Word::Constant.say(locale).to_owned(), value];
        let rest = [Word::Range, Word::Effect].map(|of| of.say(locale).to_owned());
        let mut grid = Grid::new(1, head.into_iter().chain(rest).collect());
        for of in found.iter().take(CONSTANTS_MOST) {
            grid.row(vec![
                of.constant.path.clone(),
                constant::with_unit(of.current, &of.constant.value, locale),
                evidence::range(&of.constant.value),
                why::effect(of.effect),
            ]);
        }
        text.extend(["\n", grid.text().as_str()]);
    }
    text
}
