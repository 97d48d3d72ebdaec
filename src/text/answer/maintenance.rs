//! Words about maintenance.

use super::Locale;
use crate::experiment::maintenance::{Mechanism, Quantity};
use crate::scenario::choice::maintenance::Id;

/// Name of a quantity.
#[must_use]
pub const fn quantity(quantity: Quantity, _locale: Locale) -> &'static str {
    match quantity {}
}

/// Why it comes out so.
#[must_use]
pub const fn mechanism(mechanism: Mechanism, _locale: Locale) -> &'static str {
    match mechanism {}
}

/// Label of a control.
#[must_use]
pub const fn label(id: Id, _locale: Locale) -> &'static str {
    match id {}
}

/// One sentence of help.
#[must_use]
pub const fn help(id: Id, _locale: Locale) -> &'static str {
    match id {}
}

/// Name of one of the choices of a control; `None` where it is a proper name.
#[must_use]
pub fn choice(id: Id, _choice: &str, _locale: Locale) -> Option<&'static str> {
    match id {}
}
