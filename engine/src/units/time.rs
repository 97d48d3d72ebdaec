//! Instants of simulated time and the spans between them.

use core::ops::{Add, AddAssign, Sub};
use serde::{Deserialize, Serialize};

const PICOSECONDS_PER_SECOND: f64 = 1e12;

/// An instant: picoseconds since the run began.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Time(pub u64);

/// A length of time in picoseconds.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Span(pub u64);

impl Time {
    /// The beginning of every run.
    pub const ZERO: Self = Self(0);
    /// Later than any event: the clock cannot count further.
    pub const NEVER: Self = Self(u64::MAX);

    /// The instant nearest to this many seconds after the beginning.
    #[must_use]
    pub fn from_seconds(seconds: f64) -> Self {
        Self(Span::from_seconds(seconds).0)
    }

    /// Seconds since the beginning, for the laws and the charts.
    #[must_use]
    pub fn as_seconds(self) -> f64 {
        Span(self.0).as_seconds()
    }

    /// How long after `earlier` this is; nothing where it is before.
    #[must_use]
    pub fn since(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// The span nearest to this many seconds; below zero counts as none.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    pub fn from_seconds(seconds: f64) -> Self {
        Self(libm::rint(seconds * PICOSECONDS_PER_SECOND) as u64)
    }

    /// Whole milliseconds.
    #[must_use]
    pub const fn milliseconds(count: u64) -> Self {
        Self(count * 1_000_000_000)
    }

    /// Whole seconds.
    #[must_use]
    pub const fn seconds(count: u64) -> Self {
        Self(count * 1_000_000_000_000)
    }

    /// In seconds, for the laws and the charts.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a double keeps a part in 10^16")]
    pub fn as_seconds(self) -> f64 {
        self.0 as f64 / PICOSECONDS_PER_SECOND
    }
}

impl Add<Span> for Time {
    type Output = Self;
    fn add(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

impl AddAssign<Span> for Time {
    fn add_assign(&mut self, span: Span) {
        *self = *self + span;
    }
}

impl Sub<Span> for Time {
    type Output = Self;
    fn sub(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

impl Add for Span {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Span {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}
