//! Flows of one weight and one cap: at any instant they all have the same rate.
//!
//! So one clock serves them all. It shows the service that each flow of the class has received
//! since the clock was last set back, and a flow that asks for an amount is done when the clock
//! shows what it showed then plus the amount. Amounts count in units × picoseconds, so that a rate
//! in units per second moves the clock by itself in each picosecond.

use super::entity::{Activity, Entities, Entity};
use super::heap::{Heap, Ranked};
use super::sum::Sum;
use crate::units::Time;

/// Picoseconds in a second: what amounts are scaled by on the way in.
pub(super) const SCALE: f64 = 1e12;

/// The part of a picosecond by which an end may come later and is still rounded down.
pub(super) const HALF: f64 = 0.5;

/// How many flows join before a clock is set back, beyond the number present.
const JOINED_MIN: u32 = 32;

/// The end of a flow, as a mark on the clock of its class.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag {
    pub mark: f64,
    pub who: Entity,
    pub ticket: u32,
}

impl Ranked for Tag {
    fn precedes(self, other: Self) -> bool {
        self.mark < other.mark
    }
}

/// What moves the clock of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    /// The cap binds: the clock follows real time.
    Capped,
    /// The cap does not bind: the clock follows the resource's clock of shares.
    Shared,
}

#[derive(Clone, Debug)]
pub(super) struct Class {
    pub weight: f64,
    pub cap: f64,
    /// The share at which the cap begins to bind.
    pub ratio: f64,
    pub pace: Pace,
    /// Whether it is in the list of classes that were empty.
    pub is_listed: bool,
    pub flows: u32,
    joined: u32,
    pub tags: Heap<Tag>,
    /// What the clock showed when it was last set…
    shown: f64,
    /// …and where real time and the clock of shares stood then.
    set_at: Time,
    set_share: Sum,
}

impl Class {
    pub fn new(weight: f64, cap: f64) -> Self {
        Self {
            weight,
            cap,
            ratio: cap / weight,
            pace: Pace::Shared,
            is_listed: false,
            flows: 0,
            joined: 0,
            tags: Heap::new(),
            shown: 0.0,
            set_at: Time::ZERO,
            set_share: Sum::ZERO,
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

    /// What the clock shows when real time and the clock of shares stand at these.
    pub fn clock(&self, now: Time, share_clock: Sum) -> f64 {
        match self.pace {
            Pace::Capped => self.clock_after(picoseconds(self.set_at, now)),
            Pace::Shared => self.shown + self.weight * share_clock.minus(self.set_share),
        }
    }

    /// What the clock of a capped class shows a span after it was set.
    fn clock_after(&self, span: f64) -> f64 {
        self.shown + self.cap * span
    }

    /// What the clock of a capped class shows when `now` is just not yet the nearest picosecond:
    /// marks below this are due.
    pub fn limit(&self, now: Time) -> f64 {
        self.clock_after(picoseconds(self.set_at, now) + HALF)
    }

    /// Lets the clock go on from what it shows, at another pace.
    pub fn change(&mut self, pace: Pace, now: Time, share_clock: Sum) {
        self.shown = self.clock(now, share_clock);
        self.pace = pace;
        (self.set_at, self.set_share) = (now, share_clock);
    }

    /// When a capped class's clock shows this mark.
    pub fn instant(&self, mark: f64) -> Time {
        later(self.set_at, (mark - self.shown) / self.cap)
    }

    /// Where the clock of shares stands when a shared class's clock shows this mark.
    pub fn share(&self, mark: f64) -> Sum {
        self.set_share.plus((mark - self.shown) / self.weight)
    }

    /// Sets the clock of an empty class to nought.
    pub fn reset(&mut self, now: Time, share_clock: Sum) {
        self.tags.clear();
        (self.shown, self.set_at, self.set_share, self.joined) = (0.0, now, share_clock, 0);
    }

    /// Counts a flow that joins. When as many have joined as are present, the clock is set back to
    /// nought: that costs a step for each flow that joined, and keeps the marks about as small as
    /// the amounts, whatever time has passed.
    ///
    /// True if the clock was set back: the first end is where it was but for rounding, and has to
    /// be announced anew to agree with the marks to the bit.
    pub fn join(&mut self, now: Time, share_clock: Sum, entities: &mut Entities) -> bool {
        self.joined += 1;
        if self.joined <= self.flows.saturating_add(JOINED_MIN) {
            return false;
        }
        let shown = self.clock(now, share_clock);
        self.tags.for_each(|tag| {
            // What has been given up may lie behind the clock; it must not upset the order.
            tag.mark = (tag.mark - shown).max(0.0);
            if entities.is_current(tag.who, tag.ticket)
                && let Activity::Flow { tag: mark, .. } = &mut entities.row(tag.who).activity
            {
                *mark = tag.mark;
            }
        });
        (self.shown, self.set_at, self.set_share, self.joined) = (0.0, now, share_clock, 0);
        true
    }

    /// Drops the entries of flows that were given up: those in front at once, for the first must
    /// be a living one, and the others when they outnumber the living.
    pub fn tidy(&mut self, entities: &Entities) {
        if self.tags.len() > 2 * self.flows as usize + JOINED_MIN as usize {
            self.tags.retain(|tag| entities.is_current(tag.who, tag.ticket));
        }
        while self.tags.first().is_some_and(|tag| !entities.is_current(tag.who, tag.ticket)) {
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
