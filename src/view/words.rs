//! Where the view asks `text` for words of the layers below: one place for each kind.

use crate::app::{Comparison, Notice};
use crate::scenario::{Group, ParameterId, PresetId, Problem, Range, Remedy};
use crate::text::Locale;

pub fn headline(of: &Comparison, _locale: Locale) -> String {
    format!("{:?}", of.headline.verdict)
}
pub fn headline_why(of: &Comparison, _locale: Locale) -> String {
    format!("{:?}", of.headline.mode)
}
pub fn parameter(id: ParameterId, _locale: Locale) -> String {
    format!("{id:?}")
}
pub fn choice(_id: ParameterId, value: &str, _locale: Locale) -> String {
    value.to_owned()
}
pub fn preset(id: PresetId, _locale: Locale) -> String {
    format!("{id:?}")
}
pub fn problem(problem: &Problem, _locale: Locale) -> String {
    format!("{:?}", problem.kind)
}
pub fn remedy(remedy: &Remedy, _locale: Locale) -> String {
    format!("{remedy:?}")
}
pub fn notice(notice: &Notice, _locale: Locale) -> String {
    format!("{notice:?}")
}
pub fn group(group: Group, _locale: Locale) -> String {
    format!("{group:?}")
}
pub fn range(range: Range, locale: Locale) -> String {
    format!("{} – {}", measured(range.low, range, locale), measured(range.high, range, locale))
}
pub fn measured(number: u64, range: Range, _locale: Locale) -> String {
    format!("{number} {:?}", range.measure)
}
pub fn unit(range: Range, _locale: Locale) -> String {
    format!("{:?}", range.measure)
}
