//! Flows of one weight and one cap: at any instant they all have the same rate.
//!
//! So one clock serves them all. It shows the service that each flow of the class has received
//! since the clock was last set back, and a flow that asks for an amount is done when the clock
//! shows what it showed then plus the amount. Amounts count in units × picoseconds, so that a rate
//! in units per second moves the clock by itself in each picosecond.

use super::ends::Ends;
use super::entity::{Activity, Entities};
use super::sum::Sum;
use crate::units::Time;

/// Picoseconds in a second: what amounts are scaled by on the way in.
pub(super) const SCALE: f64 = 1e12;

/// The part of a picosecond by which an end may come later and is still rounded down.
pub(super) const HALF: f64 = 0.5;

/// How many flows join before a clock is set back, beyond the number present.
const JOINED_MIN: u32 = 32;

/// What moves the clock of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    /// The cap binds: the clock follows real time.
    Capped,
    /// The cap does not bind: the clock follows the resource's clock of shares.
    Shared,
}

/// Where that stands which moves the clocks of classes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clocks {
    /// Real time in picoseconds, for the capped classes.
    pub time: Sum,
    /// The integral of the share over time, for the others.
    pub share: Sum,
}

impl Clocks {
    fn of(self, pace: Pace) -> Sum {
        match pace {
            Pace::Capped => self.time,
            Pace::Shared => self.share,
        }
    }
}

/// When a class's first flow ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Due {
    /// At this instant: the cap binds.
    At(Time),
    /// When the clock of shares stands here.
    Share(Sum),
}

/// One class, in one line of a processor's cache: in a storm of which no two flows are alike, what
/// an event costs is the number of lines that it has to wait for.
#[derive(Clone, Debug)]
#[repr(align(64))]
pub(super) struct Class {
    pub weight: f64,
    pub cap: f64,
    /// Where that which moves the clock stood, or would have stood, when the clock showed nought.
    start: Sum,
    pub tags: Ends,
    pub flows: u32,
    pub pace: Pace,
    /// Whether it is in the list of classes that were empty.
    pub is_listed: bool,
}

impl Class {
    pub fn new(weight: f64, cap: f64) -> Self {
        Self {
            weight,
            cap,
            start: Sum::ZERO,
            tags: Ends::NONE,
            flows: 0,
            pace: Pace::Shared,
            is_listed: false,
        }
    }

    /// Whether flows of this weight and cap belong here.
    pub fn is_of(&self, weight: f64, cap: f64) -> bool {
        self.weight.to_bits() == weight.to_bits() && self.cap.to_bits() == cap.to_bits()
    }

    /// A number that differs, as a rule, between classes. The middle of a product depends on all
    /// bits of its factors; round caps differ in the upper bits only.
    pub fn hash(&self) -> u32 {
        const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
        let mixed =
            (self.weight.to_bits() ^ self.cap.to_bits().rotate_left(u32::BITS)).wrapping_mul(ODD);
        ((mixed ^ mixed >> u32::BITS).wrapping_mul(ODD) >> u32::BITS) as u32
    }

    /// The share at which the cap begins to bind.
    pub fn ratio(&self) -> f64 {
        self.cap / self.weight
    }

    /// What the clock shows.
    pub fn clock(&self, clocks: Clocks) -> f64 {
        self.rate() * clocks.of(self.pace).minus(self.start)
    }

    /// By how much the clock moves on for each unit of that which moves it.
    fn rate(&self) -> f64 {
        match self.pace {
            Pace::Capped => self.cap,
            Pace::Shared => self.weight,
        }
    }

    /// Lets the clock go on from what it shows, at another pace.
    pub fn change(&mut self, pace: Pace, clocks: Clocks) {
        let shown = self.clock(clocks);
        self.set_back(pace, clocks);
        // Where nothing is shown there may be a cap of nought.
        if shown != 0.0 {
            self.start = self.start.plus(-shown / self.rate());
        }
    }

    /// When the clock shows this mark, by what moves it.
    pub fn due(&self, mark: f64) -> Due {
        let span = mark / self.rate();
        match self.pace {
            Pace::Capped if span == f64::INFINITY => Due::At(Time::NEVER),
            Pace::Capped => Due::At(self.start.plus(span).nearest()),
            Pace::Shared => Due::Share(self.start.plus(span)),
        }
    }

    /// Sets the clock of an empty class to nought.
    pub fn reset(&mut self, pace: Pace, clocks: Clocks) {
        self.tags.clear();
        self.set_back(pace, clocks);
    }

    fn set_back(&mut self, pace: Pace, clocks: Clocks) {
        (self.pace, self.start) = (pace, clocks.of(pace));
    }

    /// Prepares for a flow that joins. When as many have joined as are present, the clock is set
    /// back to nought: that costs a step for each flow that joined, and keeps the marks about as
    /// small as the amounts, whatever time has passed.
    ///
    /// True if the clock was set back: the first end is where it was but for rounding, and has to
    /// be announced anew to agree with the marks to the bit.
    pub fn join(&mut self, clocks: Clocks, entities: &mut Entities) -> bool {
        if self.tags.joined() < self.flows.saturating_add(JOINED_MIN) {
            return false;
        }
        let shown = self.clock(clocks);
        self.tags.set_back(shown, |tag| {
            if entities.is_current(tag.ticket)
                && let Activity::Flow { tag: mark, .. } =
                    &mut entities.row(tag.ticket.who()).activity
            {
                *mark = tag.mark;
            }
        });
        self.set_back(self.pace, clocks);
        true
    }

    /// Drops the entries of flows that were given up: those in front at once, for the first must
    /// be a living one, and the others when they outnumber the living.
    pub fn tidy(&mut self, entities: &Entities) {
        if self.tags.len() > 2 * self.flows as usize + JOINED_MIN as usize {
            self.tags.retain(|tag| entities.is_current(tag.ticket));
        }
        while self.tags.first().is_some_and(|tag| !entities.is_current(tag.ticket)) {
            self.tags.pop();
        }
    }
}

/// The picoseconds between two instants, as a real number.
#[expect(clippy::cast_precision_loss, reason = "a double keeps a part in 10^16")]
pub(super) fn picoseconds(from: Time, to: Time) -> f64 {
    to.since(from).0 as f64
}

/// The whole picosecond nearest to a real span after an instant; what is past counts as now.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
pub(super) fn later(from: Time, span: f64) -> Time {
    Time(from.0.saturating_add((span + HALF) as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_fills_a_line_of_the_cache_and_no_more() {
        assert_eq!(size_of::<Class>(), 64);
    }
}
