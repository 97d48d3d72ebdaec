//! One shared resource: who is served, how fast, and whose end is next.
//!
//! Two agendas hold the ends of the classes' first flows: those of capped classes as instants,
//! those of the others as marks on the clock of shares. So a new `λ` moves no entry of either. The
//! predicted instant and the test for being done are one formula on one set of numbers, so that
//! rounding cannot make them disagree.

use super::agenda::Agenda;
use super::class::{Pace, SCALE, Tag, later, picoseconds};
use super::entity::{Activity, Entities, Entity};
use super::heap::Heap;
use super::order::{NONE, Order, Water};
use super::{Demand, Usage};
use crate::units::Time;

/// How often the clock of shares advances before it is set back, beyond the number of classes.
const ADVANCES_MIN: usize = 64;

#[derive(Clone, Debug)]
pub(super) struct Fair {
    capacity: f64,
    order: Order,
    /// Ends of the capped classes, as instants.
    capped: Agenda<Time>,
    /// Ends of the others, as marks on the clock of shares.
    shared: Agenda<f64>,
    /// Up to when everything below has been advanced.
    now: Time,
    /// What the rates are, as of the last settling.
    share: f64,
    served: f64,
    settled: bool,
    /// The integral of the share over time, in picoseconds, since it was last set back.
    share_clock: f64,
    advances: usize,
    /// The integral of the rates over time, in picoseconds.
    done: f64,
}

impl Fair {
    pub fn new(capacity: f64) -> Self {
        Self {
            capacity: capacity.max(0.0),
            order: Order::new(),
            capped: Agenda::new(),
            shared: Agenda::new(),
            now: Time::ZERO,
            share: f64::INFINITY,
            served: 0.0,
            settled: true,
            share_clock: 0.0,
            advances: 0,
            done: 0.0,
        }
    }

    /// Marks that the rates have to be worked out; true for the first to do so.
    pub fn unsettle(&mut self) -> bool {
        core::mem::replace(&mut self.settled, false)
    }

    pub fn set_capacity(&mut self, now: Time, capacity: f64) {
        self.advance(now);
        self.capacity = capacity.max(0.0);
    }

    /// Takes in a flow. `resource` is this resource's own number.
    pub fn join(
        &mut self,
        (now, resource): (Time, u32),
        who: Entity,
        demand: Demand,
        entities: &mut Entities,
    ) {
        self.advance(now);
        let slot = self.order.find(demand.weight, demand.cap);
        let class = self.order.class_mut(slot);
        if class.flows == 0 {
            class.reset(now, self.share_clock);
        }
        class.join(now, self.share_clock, entities);
        let mark = class.clock(now, self.share_clock) + demand.amount * SCALE;
        let ticket = entities.begin(who, Activity::Flow { resource, class: slot, tag: mark });
        class.tags.push(Tag { mark, who, ticket });
        let flows = class.flows + 1;
        self.order.resize(slot, flows);
        self.announce(slot);
    }

    /// Lets a flow of this class go, whose ticket is void already.
    pub fn leave(&mut self, now: Time, slot: u32, entities: &Entities) {
        self.advance(now);
        let flows = self.order.class(slot).flows - 1;
        self.order.resize(slot, flows);
        self.order.class_mut(slot).tidy(entities);
        self.announce(slot);
    }

    /// Ends the flows that are done at `now`, which is the instant that `settle` named.
    pub fn complete(&mut self, now: Time, entities: &mut Entities, ready: &mut Heap<u64>) {
        while let Some((time, slot)) = self.capped.first()
            && time <= now
        {
            self.finish(slot, entities, ready, |fair, mark| {
                fair.order.class(slot).instant(mark) <= now
            });
        }
        while let Some((share, slot)) = self.shared.first()
            && self.instant(share) <= now
        {
            self.finish(slot, entities, ready, |fair, mark| {
                fair.instant(fair.order.class(slot).share(mark)) <= now
            });
        }
        self.advance(now);
    }

    /// Works out the rates and says when the next flow ends.
    pub fn settle(&mut self) -> Time {
        let Water { share, served, moves } = self.order.water(self.capacity);
        for _ in 0..moves {
            self.cross(self.order.beyond(), Pace::Capped);
        }
        for _ in moves..0 {
            self.cross(self.order.boundary(), Pace::Shared);
        }
        (self.share, self.served, self.settled) = (share, served, true);
        self.set_back();
        let capped = self.capped.first().map_or(Time::NEVER, |(time, _)| time);
        let shared = self.shared.first().map_or(Time::NEVER, |(share, _)| self.instant(share));
        capped.min(shared)
    }

    /// What is left of a flow at `now`.
    pub fn remaining(&self, now: Time, slot: u32, mark: f64) -> f64 {
        let share_clock = self.share_clock + self.progress(now);
        ((mark - self.order.class(slot).clock(now, share_clock)) / SCALE).max(0.0)
    }

    /// The rate of a flow.
    pub fn rate(&self, slot: u32) -> f64 {
        let class = self.order.class(slot);
        class.cap.min(self.water().share * class.weight)
    }

    pub fn usage(&self, now: Time) -> Usage {
        Usage {
            rate: self.water().served,
            done: (self.done + self.served * picoseconds(self.now, now)) / SCALE,
            flows: self.order.flows(),
            capacity: self.capacity,
        }
    }

    fn water(&self) -> Water {
        if self.settled {
            Water { share: self.share, served: self.served, moves: 0 }
        } else {
            self.order.water(self.capacity)
        }
    }

    /// By how much the clock of shares has moved on at `now`.
    fn progress(&self, now: Time) -> f64 {
        let span = picoseconds(self.now, now);
        // The product of an infinite share and no time is not a number.
        if self.order.shared_flows() > 0 && span > 0.0 { self.share * span } else { 0.0 }
    }

    fn advance(&mut self, now: Time) {
        self.share_clock += self.progress(now);
        self.done += self.served * picoseconds(self.now, now);
        self.now = now;
    }

    /// When the clock of shares shows this mark.
    fn instant(&self, mark: f64) -> Time {
        later(self.now, (mark - self.share_clock) / self.share)
    }

    /// Ends the flows of a class whose marks are due.
    fn finish(
        &mut self,
        slot: u32,
        entities: &mut Entities,
        ready: &mut Heap<u64>,
        is_due: impl Fn(&Self, f64) -> bool,
    ) {
        let mut flows = self.order.class(slot).flows;
        while let Some(tag) = self.order.class(slot).tags.first()
            && is_due(self, tag.mark)
        {
            self.order.class_mut(slot).tags.pop();
            if entities.is_current(tag.who, tag.ticket) {
                flows -= 1;
                ready.push(entities.make_ready(tag.who));
            }
        }
        self.order.resize(slot, flows);
        self.order.class_mut(slot).tidy(entities);
        self.announce(slot);
    }

    /// Puts the end of a class's first flow into the agenda of its pace.
    fn announce(&mut self, slot: u32) {
        let class = self.order.class(slot);
        match (class.pace, class.tags.first()) {
            (Pace::Capped, Some(tag)) => self.capped.set(slot, class.instant(tag.mark)),
            (Pace::Shared, Some(tag)) => self.shared.set(slot, class.share(tag.mark)),
            (Pace::Capped, None) => self.capped.remove(slot),
            (Pace::Shared, None) => self.shared.remove(slot),
        }
    }

    /// Moves a class across the boundary, to this pace.
    fn cross(&mut self, slot: u32, pace: Pace) {
        debug_assert_ne!(slot, NONE);
        self.order.cross(slot, pace);
        let class = self.order.class_mut(slot);
        class.change(pace, self.now, self.share_clock);
        match pace {
            Pace::Capped => self.shared.remove(slot),
            Pace::Shared => self.capped.remove(slot),
        }
        self.announce(slot);
    }

    /// Sets the clock of shares back to nought: for nothing when no class follows it, else when it
    /// has advanced as often as there are classes to correct.
    fn set_back(&mut self) {
        let clock = self.share_clock;
        if self.shared.len() > 0 {
            self.advances += 1;
            if self.advances <= self.shared.len() + ADVANCES_MIN {
                return;
            }
            let Self { shared, order, .. } = self;
            shared.for_each(|mark, slot| {
                *mark -= clock;
                order.class_mut(slot).share_clock_was_set_back(clock);
            });
        }
        (self.share_clock, self.advances) = (0.0, 0);
    }
}
