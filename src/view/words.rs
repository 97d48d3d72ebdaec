//! Where the view asks `text` for words of the layers below: one place for each kind.

use crate::app::Comparison;
use crate::scenario::{Group, ParameterId, PresetId, Range};
use crate::text::{Locale, Say, number, parameter as parameters, preset as presets};

/// The headline of a comparison.
pub fn headline(of: &Comparison, locale: Locale) -> String {
    of.headline.say(locale)
}

/// Label of a parameter.
pub fn parameter(id: ParameterId, locale: Locale) -> String {
    parameters::label(id, locale).to_owned()
}

/// What a parameter is for.
pub fn help(id: ParameterId, locale: Locale) -> &'static str {
    parameters::help(id, locale)
}

/// One of the choices of a parameter.
pub fn choice(id: ParameterId, value: &str, locale: Locale) -> String {
    parameters::choice(id, value, locale)
}

/// Title of a preset.
pub fn preset(id: PresetId, locale: Locale) -> &'static str {
    presets::title(id, locale)
}

/// Heading of a group of parameters.
pub fn group(group: Group, locale: Locale) -> &'static str {
    parameters::group(group, locale)
}

/// The range of a number.
pub fn range(range: Range, locale: Locale) -> String {
    format!(
        "{}\u{a0}–\u{a0}{}",
        number::count(range.low, locale),
        measured(range.high, range, locale)
    )
}

/// A number in its unit.
pub fn measured(value: u64, range: Range, locale: Locale) -> String {
    number::measured(value, range.measure, locale)
}

/// The unit of a number.
pub fn unit(range: Range, locale: Locale) -> &'static str {
    number::unit(range.measure, locale)
}
