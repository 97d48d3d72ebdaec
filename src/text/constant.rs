//! Constants of the catalogue in words: values with their units.

use super::number::significant;
use super::{Locale, evidence, name};
use crate::catalog::{Measured, Part, Phase, constant, platform};

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

/// The phase of a start that a constant belongs to, where it is a part of one.
#[must_use]
pub fn phase(path: &str, locale: Locale) -> Option<&'static str> {
    let (id, rest) = path.strip_prefix("platform.")?.split_once(".start[")?;
    let (index, _) = rest.split_once(']')?;
    let part = platform(id)?.start.get(index.parse::<usize>().ok()?)?;
    let phase = match part {
        Part::Work { phase, .. }
        | Part::Wait { phase, .. }
        | Part::Locked { phase, .. }
        | Part::Walk { phase, .. } => *phase,
        Part::Firmware { .. } => Phase::Firmware,
        Part::Restore { .. } => Phase::Restore,
        _ => return None,
    };
    Some(name::phase(phase, locale))
}
