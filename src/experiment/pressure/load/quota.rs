//! A CPU quota as the kernel keeps it: an allowance for each period, handed out in slices.

use crate::catalog::Scarcity;
use crate::units::{Span, Time};

/// The allowance of one instance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Quota {
    /// Core-seconds of each period.
    each: f64,
    slice: f64,
    left: f64,
    period: Span,
    /// Periods of different groups do not begin together.
    offset: Span,
    /// Which period the allowance is of.
    index: u64,
}

impl Quota {
    pub(super) fn new(cores: f64, number: u32, of: u32, scarcity: &Scarcity) -> Self {
        let period = scarcity.quota_period.span();
        let part = f64::from(number) / f64::from(of.max(1));
        let offset = Span::from_seconds(period.as_seconds() * part);
        let each = cores * period.as_seconds();
        let slice = scarcity.quota_slice.seconds();
        Self { each, slice, left: each, period, offset, index: 0 }
    }

    /// A slice of what is wanted; nothing when the allowance is used up.
    pub(super) fn grant(&mut self, now: Time, wanted: f64) -> f64 {
        let index = (now.0 + self.offset.0) / self.period.0;
        if index > self.index {
            self.index = index;
            self.left = self.each;
        }
        if self.left <= 1e-12 {
            return 0.0;
        }
        let granted = wanted.min(self.slice).min(self.left);
        self.left -= granted;
        granted
    }

    /// How long until the next allowance.
    pub(super) fn next_period(&self, now: Time) -> Span {
        let passed = (now.0 + self.offset.0) % self.period.0;
        Span(self.period.0 - passed)
    }
}
