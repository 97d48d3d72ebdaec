//! Words for what studies find: gaps, crossings, jumps, and how many runs are enough.

use super::josa::{Josa, with};
use super::number::count;
use super::{Locale, Say, answer, name, parameter};
use crate::experiment::answer::{Dimension, Quantity};
use crate::scenario::Value;
use crate::scenario::study::sweep::{Cliff, Crossing, Swept};
use crate::scenario::study::{Axis, Estimate, Gap};

/// Why there are no figures.
#[must_use]
pub fn gap(gap: &Gap, locale: Locale) -> String {
    match gap {
        Gap::Problems(problems) => {
            let told: Vec<String> = problems.iter().map(|problem| problem.say(locale)).collect();
            told.join(" ")
        }
        Gap::Refused(reason) => reason.say(locale),
    }
}

/// A number with its unit, below nothing as well.
#[must_use]
pub fn signed(value: f64, dimension: Dimension, locale: Locale) -> String {
    if value < 0.0 {
        format!("−{}", answer::value(-value, dimension, locale))
    } else {
        answer::value(value, dimension, locale)
    }
}

/// Name of an axis, with its side where it has one.
#[must_use]
pub fn axis(axis: &Axis, locale: Locale) -> String {
    let label = parameter::label(axis.parameter, locale);
    axis.side.map_or_else(|| label.to_owned(), |side| format!("{label} ({})", name::side(side)))
}

/// Where the order of the sides changes.
#[must_use]
pub fn crossing(crossing: &Crossing, swept: &Swept, locale: Locale) -> String {
    let place = Place { swept, row: crossing.row, quantity: crossing.quantity, locale };
    let (less, quantity) = (name::side(crossing.less), place.quantity());
    let (before, from) = (place.value(crossing.before), place.value(crossing.from));
    let (axis, at) = (place.axis(), place.row());
    match (locale, crossing.exact) {
        (Locale::English, true) => {
            format!("{quantity}: from {axis} {from} on, {less} has less{at}.")
        }
        (Locale::English, false) => {
            format!(
                "{quantity}: somewhere from {axis} {before} to {from}, {less} comes to have \
                 less{at}."
            )
        }
        (Locale::Korean, true) => {
            let less = with(less, Josa::Subject);
            format!("{quantity}: {axis} {from}부터 {less} 더 적습니다{at}.")
        }
        (Locale::Korean, false) => {
            let less = with(less, Josa::Subject);
            format!("{quantity}: {axis} {before}에서 {from} 사이에서 {less} 더 적어집니다{at}.")
        }
    }
}

/// Where a figure jumps.
#[must_use]
pub fn cliff(cliff: &Cliff, swept: &Swept, locale: Locale) -> String {
    let place = Place { swept, row: cliff.row, quantity: cliff.quantity, locale };
    let (side, quantity) = (name::side(cliff.side), place.quantity());
    let [low, high] = cliff.between.map(|value| place.value(value));
    let [from, to] =
        cliff.values.map(|value| answer::value(value, cliff.quantity.dimension(), locale));
    let (axis, at) = (place.axis(), place.row());
    match locale {
        Locale::English => {
            format!(
                "{quantity}, {side}: from {axis} {low} to {high} it jumps from {from} to {to}{at}."
            )
        }
        Locale::Korean => format!(
            "{quantity} ({side}): {axis} {low}에서 {high} 사이에 {from}에서 {} 뜁니다{at}.",
            with(&to, Josa::Direction)
        ),
    }
}

/// How many runs are enough, and whether there were as many.
#[must_use]
pub fn enough(estimate: &Estimate, locale: Locale) -> String {
    match (estimate.enough, locale) {
        (None, Locale::English) => "cannot be told".to_owned(),
        (None, Locale::Korean) => "알 수 없음".to_owned(),
        (Some(runs), _) => count(runs, locale),
    }
}

/// Where in a sweep something was found.
struct Place<'a> {
    swept: &'a Swept,
    row: u32,
    quantity: Quantity,
    locale: Locale,
}

impl Place<'_> {
    fn quantity(&self) -> &'static str {
        answer::quantity(self.quantity, self.locale)
    }

    fn axis(&self) -> String {
        axis(&self.swept.spec.axis, self.locale)
    }

    fn value(&self, value: u64) -> String {
        let id = self.swept.spec.axis.parameter;
        parameter::value(id, &Value::Number(value), self.locale)
    }

    /// The value of the second parameter, in brackets.
    fn row(&self) -> String {
        let Some(by) = &self.swept.spec.by else { return String::new() };
        let Some(value) = by.values.get(self.row as usize) else { return String::new() };
        let value = parameter::value(by.parameter, value, self.locale);
        format!(" ({} {value})", axis(by, self.locale))
    }
}
