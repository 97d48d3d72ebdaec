//! A number from the world: typical value, range, unit, source, and what to know about it.
//!
//! The range is what sources report or what we judge possible; it is not a confidence interval.

use crate::units::{Bytes, Span};

/// The unit of a [`Measured`] value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds of time, or core-seconds of work on the reference core.
    Seconds,
    /// Milliseconds of time or of work on the reference core.
    Milliseconds,
    /// Microseconds of time or of work on the reference core.
    Microseconds,
    /// Nanoseconds.
    Nanoseconds,
    /// Single bytes, of what is small and exists many times.
    Bytes,
    /// Decimal megabytes (10^6 bytes), as disks and images are sold.
    Megabytes,
    /// Binary mebibytes, as memory is counted.
    Mebibytes,
    /// Megabytes per second.
    MegabytesPerSecond,
    /// Events per second.
    PerSecond,
    /// Processor cycles.
    Cycles,
    /// Gigahertz.
    Gigahertz,
    /// A ratio without unit.
    Ratio,
    /// A count.
    Count,
}

/// How sure we are of a number, by the way we came to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Computed from the authors' published raw data.
    Raw,
    /// Measured by us on a named machine.
    Own,
    /// Read in the primary document.
    Primary,
    /// Read in a note that cites the paper.
    Secondary,
    /// Recalled, without the document at hand.
    Memory,
    /// No source found: our judgement, to be shown as an assumption.
    Assumption,
}

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Key of the [`super::Reference`] in the bibliography.
    pub reference: &'static str,
    /// Row of our table of published measurements, such as `B12`; empty for an assumption.
    pub row: &'static str,
    /// How sure we are.
    pub standing: Standing,
}

/// A number from the world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// The value that the model uses unless told otherwise.
    pub typical: f64,
    /// The lowest value that a source reports or that we judge possible.
    pub low: f64,
    /// The highest one.
    pub high: f64,
    /// The unit of the three values.
    pub unit: Unit,
    /// Where it comes from.
    pub source: Source,
    /// What a reader should know: set-up, conflict of sources, reasoning. Empty in a browser, which
    /// fetches the notes of all constants when they are asked for.
    pub note: &'static str,
}

/// A source in one line, for the tables of the catalogue.
#[must_use]
pub const fn from(reference: &'static str, row: &'static str, standing: Standing) -> Source {
    Source { reference, row, standing }
}

/// The source of what has none: our judgement.
pub const JUDGEMENT: Source = from("STRATA", "", Standing::Assumption);

/// A number from the world in one line, for the tables of the catalogue.
#[must_use]
pub const fn measured(
    [low, typical, high]: [f64; 3],
    unit: Unit,
    source: Source,
    note: &'static str,
) -> Measured {
    Measured { typical, low, high, unit, source, note: kept(note) }
}

/// What is told of a number or a source, where it is kept in the program: not in the page, which
/// fetches these texts when they are asked for, but in the second program, whose files tell them.
pub(super) const fn kept(note: &'static str) -> &'static str {
    if cfg!(all(target_arch = "wasm32", not(feature = "notes"))) { "" } else { note }
}

/// Our judgement in one line, for the tables of the catalogue.
#[must_use]
pub const fn assumed(range: [f64; 3], unit: Unit, note: &'static str) -> Measured {
    measured(range, unit, JUDGEMENT, note)
}

/// A cost that does not arise: true by construction and neither measured nor assumed.
#[must_use]
pub const fn absent(unit: Unit) -> Measured {
    measured([0.0; 3], unit, JUDGEMENT, "Does not arise here.")
}

impl Measured {
    /// Whether this cost does not arise, so that there is nothing to give a source for.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        self.high <= 0.0
    }

    /// In seconds: of time, or of work on the reference core.
    ///
    /// # Panics
    /// If the unit is no unit of time, which a test of the catalogue rules out.
    #[must_use]
    pub fn seconds(&self) -> f64 {
        match self.unit {
            Unit::Seconds => self.typical,
            Unit::Milliseconds => self.typical * 1e-3,
            Unit::Microseconds => self.typical * 1e-6,
            Unit::Nanoseconds => self.typical * 1e-9,
            other => panic!("{other:?} is no unit of time"),
        }
    }

    /// As a span of simulated time.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::from_seconds(self.seconds())
    }

    /// As a whole number of bytes.
    ///
    /// # Panics
    /// If the unit is no unit of memory, which a test of the catalogue rules out.
    #[must_use]
    pub fn bytes(&self) -> Bytes {
        match self.unit {
            Unit::Bytes => Bytes::from_f64(self.typical),
            Unit::Megabytes => Bytes::from_f64(self.typical * 1e6),
            Unit::Mebibytes => Bytes::from_f64(self.typical * 1_048_576.0),
            other => panic!("{other:?} is no unit of memory"),
        }
    }

    /// In units per second: bytes per second for a bandwidth, events per second for a rate.
    ///
    /// # Panics
    /// If the unit is no rate, which a test of the catalogue rules out.
    #[must_use]
    pub fn per_second(&self) -> f64 {
        match self.unit {
            Unit::MegabytesPerSecond => self.typical * 1e6,
            Unit::PerSecond => self.typical,
            other => panic!("{other:?} is no rate"),
        }
    }
}
