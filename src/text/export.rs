//! What is taken away: the same bytes from the page and from the command line.
//!
//! A table is for reading and speaks the reader's language. CSV and JSON are for programs: keys
//! and raw values in base units, the same in every language, in an order that never changes. A
//! trace is for Perfetto and Chrome.

mod answers;
mod catalogue;
mod claims;
mod grid;
mod json;
mod lists;
mod placed;
mod repeated;
mod swept;
mod trace;
mod validated;
mod why;

pub use answers::{compared, explained};
pub use catalogue::constants;
pub use claims::claims;
pub use lists::{List, listed};
pub use placed::placed;
pub use repeated::replicated;
pub use swept::swept;
pub use trace::trace;
pub use validated::validated;
pub use why::why;

use super::{Locale, name};
use crate::experiment::answer::{Dimension, Quantity};
use crate::scenario::{Scenario, Side};

/// Form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Aligned text for people.
    Table,
    /// Comma-separated values (RFC 4180), units in the header.
    Csv,
    /// JSON, with everything that is needed to run it again.
    Json,
}

impl Format {
    /// Ending of a file's name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Table => "txt",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// The version that an export names.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The unit of raw values.
#[must_use]
pub const fn unit(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Time => "s",
        Dimension::Memory => "B",
        Dimension::Rate => "1/s",
        Dimension::Bandwidth => "B/s",
        Dimension::Share | Dimension::Factor => "1",
        Dimension::Count | Dimension::Truth => "",
        Dimension::Cores => "cores",
        Dimension::InstanceHours => "instance-hours",
    }
}

/// A quantity with its unit, over a column of raw values.
fn column(quantity: Quantity) -> String {
    match unit(quantity.dimension()) {
        "" => quantity.key().to_owned(),
        unit => format!("{} [{unit}]", quantity.key()),
    }
}

/// The side in keys.
const fn side_key(side: Side) -> &'static str {
    match side {
        Side::A => "a",
        Side::B => "b",
        Side::C => "c",
        Side::D => "d",
    }
}

/// One side of a scenario in a line: `A  QEMU/KVM, Ubuntu Server`.
fn side_line(scenario: &Scenario, side: Side, locale: Locale) -> String {
    let platform = scenario.platform(side).map(|platform| name::platform(platform, locale));
    let mut line = format!("{}  {}", name::side(side), platform.unwrap_or("?"));
    if scenario.has_guest(side)
        && let Some(guest) = scenario.guest(side)
    {
        line.push_str(", ");
        line.push_str(name::guest(guest, locale));
    }
    line
}

/// The head of a table: both sides, and the link.
fn head(scenario: &Scenario, locale: Locale) -> String {
    let lines = scenario.machines().into_iter().map(|side| side_line(scenario, side, locale));
    let link = crate::scenario::link::encode(scenario);
    [format!("Strata {VERSION}  {link}")].into_iter().chain(lines).map(|line| line + "\n").collect()
}
