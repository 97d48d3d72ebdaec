//! Constants of the catalogue in words: values with their units.

use super::Locale;
use super::evidence;
use super::number::significant;
use crate::catalog::{Measured, constant};

/// A value of a constant, with its unit; without one where the catalogue has no such constant.
#[must_use]
pub fn amount(path: &str, value: f64, locale: Locale) -> String {
    match constant(path) {
        Some(found) => with_unit(value, &found.value, locale),
        None => significant(value, 4),
    }
}

/// A number in the unit of a constant.
#[must_use]
pub fn with_unit(value: f64, of: &Measured, locale: Locale) -> String {
    let unit = evidence::unit(of.unit, locale);
    format!("{}\u{a0}{unit}", significant(value, 4)).trim_end().to_owned()
}
