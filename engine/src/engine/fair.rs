//! One shared resource: who is served, how fast, and whose end is next.
//!
//! Two agendas hold the ends of the classes' first flows: those of capped classes as instants,
//! those of the others as marks on the clock of shares. So a new `λ` moves no entry of either.

use super::agenda::Agenda;
use super::class::{Clocks, Due, HALF, Pace, SCALE, later, picoseconds};
use super::ends::Tag;
use super::entity::{Activity, Entities, Entity, Ticket};
use super::heap::Heap;
use super::order::{Order, Water};
use super::sum::Sum;
use super::{Demand, Usage};
use crate::units::Time;

/// From how many on it pays to foresee what the next end will ask for: fewer stay in the cache.
const MANY: u32 = 4096;

#[derive(Clone, Debug)]
pub(super) struct Fair {
    capacity: f64,
    order: Order,
    /// Ends of the capped classes, as instants.
    capped: Agenda<Time>,
    /// Ends of the others, as marks on the clock of shares.
    shared: Agenda<Sum>,
    /// Up to when everything below has been advanced.
    now: Time,
    /// What the rates are, as of the last settling.
    share: f64,
    served: f64,
    settled: bool,
    /// When the first flow ends whose cap does not bind.
    shared_end: Time,
    /// The same, and the integral of the share over time, in picoseconds, since a flow last began
    /// to follow it. They are long numbers since a flow of small weight alone makes shares race.
    clocks: Clocks,
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
            shared_end: Time::NEVER,
            clocks: Clocks { time: Sum::ZERO, share: Sum::ZERO },
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
        if self.order.class(slot).flows == 0 {
            let pace = self.order.enter(slot);
            self.order.class_mut(slot).reset(pace, self.clocks);
        }
        let class = self.order.class_mut(slot);
        let was_set_back = class.join(self.clocks, entities);
        let mark = class.clock(self.clocks) + demand.amount * SCALE;
        let is_first = class.tags.first().is_none_or(|tag| mark < tag.mark);
        let ticket = entities.begin(who, Activity::Flow { resource, class: slot, tag: mark });
        class.tags.push(Tag { mark, ticket });
        self.order.add(slot);
        if is_first || was_set_back {
            self.announce(slot);
        }
    }

    /// Lets a flow of this class go, whose ticket is void already.
    pub fn leave(&mut self, now: Time, slot: u32, entities: &Entities) {
        self.advance(now);
        self.order.take(slot, 1);
        self.order.class_mut(slot).tidy(entities);
        self.announce(slot);
    }

    /// Ends the flows that are done at `now`, which is the instant that `settle` named.
    ///
    /// What the agendas name as first is due by that alone; the others are compared with a mark
    /// half a picosecond later. So rounding cannot let an instant pass without an end.
    pub fn complete(&mut self, now: Time, entities: &mut Entities, ready: &mut Heap<Ticket>) {
        let limits = self.clocks_at(picoseconds(self.now, now) + HALF);
        while let Some((time, slot)) = self.capped.first()
            && time <= now
        {
            self.finish(slot, limits, entities, ready);
        }
        if self.shared_end <= now {
            let mut is_due = true;
            while let Some((mark, slot)) = self.shared.first()
                && (is_due || mark < limits.share)
            {
                self.finish(slot, limits, entities, ready);
                is_due = false;
            }
        }
        self.advance(now);
        if self.order.flows() > MANY {
            self.foresee(entities);
        }
    }

    /// Has the processor fetch what the next end will ask for, while the present one is dealt with:
    /// the entity of the first class, and the classes of which one will be first then.
    fn foresee(&self, entities: &Entities) {
        let capped = self.capped.first().map(|(_, slot)| slot);
        let shared = self.shared.first().map(|(_, slot)| slot);
        for slot in capped.into_iter().chain(shared) {
            if let Some(tag) = self.order.class(slot).tags.first() {
                entities.foresee(tag.ticket.who());
            }
        }
        if self.order.classes() > MANY as usize {
            for slot in self.capped.runners_up().chain(self.shared.runners_up()) {
                self.order.foresee(slot);
            }
        }
    }

    /// Works out the rates and says when the next flow ends.
    pub fn settle(&mut self) -> Time {
        let Water { share, served, moves } = self.order.water(self.capacity);
        for _ in 0..moves {
            self.cross(Pace::Capped);
        }
        for _ in moves..0 {
            self.cross(Pace::Shared);
        }
        (self.share, self.served, self.settled) = (share, served, true);
        if self.order.shared_flows() == 0 {
            self.clocks.share = Sum::ZERO;
        }
        let capped = self.capped.first().map_or(Time::NEVER, |(time, _)| time);
        self.shared_end = self.shared.first().map_or(Time::NEVER, |(mark, _)| {
            later(self.now, mark.minus(self.clocks.share) / self.share)
        });
        capped.min(self.shared_end)
    }

    /// What is left of a flow at `now`.
    pub fn remaining(&self, now: Time, slot: u32, mark: f64) -> f64 {
        let clocks = self.clocks_at(picoseconds(self.now, now));
        ((mark - self.order.class(slot).clock(clocks)) / SCALE).max(0.0)
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

    /// Where the clocks stand so many picoseconds after the last advance.
    fn clocks_at(&self, span: f64) -> Clocks {
        // The product of an infinite share and no time is not a number.
        let flows = self.order.shared_flows() > 0 && span > 0.0;
        let share = if flows { self.share * span } else { 0.0 };
        Clocks { time: self.clocks.time.plus(span), share: self.clocks.share.plus(share) }
    }

    fn advance(&mut self, now: Time) {
        if now == self.now {
            return;
        }
        let span = picoseconds(self.now, now);
        self.clocks = Clocks { time: now.into(), ..self.clocks_at(span) };
        self.done += self.served * span;
        self.now = now;
    }

    /// Ends the first flow of a class, and the others that are due when the clocks stand at these
    /// limits.
    fn finish(
        &mut self,
        slot: u32,
        limits: Clocks,
        entities: &mut Entities,
        ready: &mut Heap<Ticket>,
    ) {
        let class = self.order.class_mut(slot);
        let limit = class.clock(limits);
        let mut ended = 0;
        while let Some(tag) = class.tags.first()
            && (ended == 0 || tag.mark < limit)
        {
            class.tags.pop();
            if entities.is_current(tag.ticket) {
                ended += 1;
                ready.push(entities.make_ready(tag.ticket.who()));
            }
        }
        self.order.take(slot, ended);
        self.order.class_mut(slot).tidy(entities);
        self.announce(slot);
    }

    /// Puts the end of a class's first flow into the agenda of its pace.
    fn announce(&mut self, slot: u32) {
        let class = self.order.class(slot);
        match class.tags.first().map(|tag| class.due(tag.mark)) {
            Some(Due::At(time)) => self.capped.set(slot, time),
            Some(Due::Share(mark)) => self.shared.set(slot, mark),
            None => match class.pace {
                Pace::Capped => self.capped.remove(slot),
                Pace::Shared => self.shared.remove(slot),
            },
        }
    }

    /// Moves the class at the boundary across it, to this pace.
    fn cross(&mut self, pace: Pace) {
        let Some(slot) = self.order.cross(pace) else { return };
        self.order.class_mut(slot).change(pace, self.clocks);
        match pace {
            Pace::Capped => self.shared.remove(slot),
            Pace::Shared => self.capped.remove(slot),
        }
        self.announce(slot);
    }
}
