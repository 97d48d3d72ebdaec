//! The kernel: the clock, the queue of what is due, and what callers may ask for.
//!
//! One decision to question: the caller names entities and the kernel keeps no code for them. So
//! there is nothing to capture in a closure, a kernel can be cloned, and the story of an instance
//! stands in one place of the caller.

use super::agenda::Agenda;
use super::entity::{Activity, Entities, Entity, NO_LOCK, Ticket};
use super::fair::Fair;
use super::heap::{Heap, Ranked};
use super::lock::Lock;
use super::queue::Queue;
use crate::units::{Span, Time};

/// A resource that flows share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceId(u32);

/// A lock with one holder at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LockId(u32);

/// What a flow asks of a resource. Real numbers other than nought and infinity should lie between
/// 1e-60 and 1e60, so that no product of them overflows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Demand {
    /// Service in units of the resource; not negative. Nought is served at once.
    pub amount: f64,
    /// The highest rate in units per second; `f64::INFINITY` for none.
    pub cap: f64,
    /// The weight against other flows; above nought.
    pub weight: f64,
}

/// An entity's activity is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wake {
    /// When: the present of the kernel.
    pub time: Time,
    /// Whose.
    pub who: Entity,
}

/// What a resource is doing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usage {
    /// Units per second being served now.
    pub rate: f64,
    /// Units served since the beginning.
    pub done: f64,
    /// Flows being served now.
    pub flows: u32,
    /// Units per second that could be served.
    pub capacity: f64,
}

#[derive(Clone, Copy, Debug)]
struct Timer {
    time: Time,
    ticket: Ticket,
}

impl Ranked for Timer {
    fn precedes(self, other: Self) -> bool {
        self.time < other.time
    }
}

/// How many cancelled timers are kept, beyond the number of the others.
const STALE_MAX: usize = 64;

/// The state of a run: see the [module](super) for what it promises.
#[derive(Clone, Debug)]
pub struct Kernel {
    now: Time,
    entities: Entities,
    /// Wakes of this instant.
    ready: Heap<Ticket>,
    timers: Queue<Timer>,
    timers_stale: usize,
    fairs: Vec<Fair>,
    /// When the next flow of each resource ends.
    ends: Agenda<Time>,
    /// Resources whose rates have to be worked out before time goes on.
    unsettled: Vec<u32>,
    locks: Vec<Lock>,
    /// Locks that may have become grantable at this instant.
    grantable: Vec<u32>,
    events: u64,
}

impl Default for Kernel {
    fn default() -> Self {
        Self::new()
    }
}

impl Kernel {
    /// A kernel at the beginning of time, with nothing in it.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            now: Time::ZERO,
            entities: Entities::new(),
            ready: Heap::new(),
            timers: Queue::new(),
            timers_stale: 0,
            fairs: Vec::new(),
            ends: Agenda::new(),
            unsettled: Vec::new(),
            locks: Vec::new(),
            grantable: Vec::new(),
            events: 0,
        }
    }

    /// Adds a resource of this many units per second, shared by weighted max-min fairness.
    #[expect(clippy::cast_possible_truncation, reason = "memory ends before 2^32 resources")]
    pub fn fair(&mut self, capacity_per_s: f64) -> ResourceId {
        self.fairs.push(Fair::new(capacity_per_s));
        ResourceId(self.fairs.len() as u32 - 1)
    }

    /// Adds a lock, free.
    #[expect(clippy::cast_possible_truncation, reason = "memory ends before 2^32 locks")]
    pub fn lock(&mut self) -> LockId {
        self.locks.push(Lock::new());
        LockId(self.locks.len() as u32 - 1)
    }

    /// The present.
    #[must_use]
    pub fn now(&self) -> Time {
        self.now
    }

    /// Wakes handled since the beginning.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.events
    }

    /// Wakes `who` when the span has passed; at this very instant if it is nought.
    ///
    /// Like the other beginnings it ends the activity that `who` had, if any. What would end
    /// beyond the range of the clock (213 days) never ends.
    pub fn wake_after(&mut self, who: Entity, span: Span) {
        self.stop(who);
        if span == Span::ZERO {
            self.wake_now(who);
            return;
        }
        let ticket = self.entities.begin(who, Activity::Timer);
        self.timers.push(Timer { time: self.now + span, ticket });
    }

    /// Wakes `who` when the resource has served it the amount; at this very instant if the amount
    /// is nought.
    pub fn serve(&mut self, who: Entity, resource: ResourceId, demand: Demand) {
        debug_assert!(demand.amount >= 0.0 && demand.amount.is_finite(), "{demand:?}");
        debug_assert!(demand.weight > 0.0 && demand.weight.is_finite(), "{demand:?}");
        debug_assert!(demand.cap >= 0.0, "{demand:?}");
        self.stop(who);
        if demand.amount > 0.0 {
            let fair = &mut self.fairs[resource.0 as usize];
            fair.join((self.now, resource.0), who, demand, &mut self.entities);
            self.unsettle(resource.0);
        } else {
            self.wake_now(who);
        }
    }

    /// Wakes `who` when it holds the lock, which it keeps until it releases it.
    pub fn acquire(&mut self, who: Entity, lock: LockId) {
        debug_assert_ne!(self.locks[lock.0 as usize].holder, Some(who), "would wait for itself");
        self.stop(who);
        let ticket = self.entities.begin(who, Activity::Waiting { lock: lock.0 });
        self.locks[lock.0 as usize].request(self.now, ticket);
        self.grantable.push(lock.0);
    }

    /// Lets go of a lock; of no effect unless `who` holds it.
    pub fn release(&mut self, who: Entity, lock: LockId) {
        if self.locks[lock.0 as usize].holder != Some(who) {
            return;
        }
        let next = self.locks[lock.0 as usize].next;
        let row = self.entities.row(who);
        if row.held == lock.0 {
            row.held = next;
        } else {
            let mut at = row.held;
            while self.locks[at as usize].next != lock.0 {
                at = self.locks[at as usize].next;
            }
            self.locks[at as usize].next = next;
        }
        self.locks[lock.0 as usize].holder = None;
        self.grantable.push(lock.0);
    }

    /// Ends whatever `who` does without waking it, and releases the locks it holds.
    pub fn cancel(&mut self, who: Entity) {
        self.stop(who);
        while self.entities.get(who).held != NO_LOCK {
            self.release(who, LockId(self.entities.get(who).held));
        }
    }

    /// What is left to serve of an entity's flow, in units; nothing if it has none.
    #[must_use]
    pub fn remaining(&self, who: Entity) -> Option<f64> {
        let Activity::Flow { resource, class, tag } = self.entities.get(who).activity else {
            return None;
        };
        Some(self.fairs[resource as usize].remaining(self.now, class, tag))
    }

    /// The present rate of an entity's flow, in units per second; nothing if it has none.
    #[must_use]
    pub fn rate(&self, who: Entity) -> Option<f64> {
        let Activity::Flow { resource, class, .. } = self.entities.get(who).activity else {
            return None;
        };
        Some(self.fairs[resource as usize].rate(class))
    }

    /// Changes the capacity of a resource from now on; nought stops it.
    pub fn set_capacity(&mut self, resource: ResourceId, capacity_per_s: f64) {
        self.fairs[resource.0 as usize].set_capacity(self.now, capacity_per_s);
        self.unsettle(resource.0);
    }

    /// What a resource is doing.
    #[must_use]
    pub fn usage(&self, resource: ResourceId) -> Usage {
        self.fairs[resource.0 as usize].usage(self.now)
    }

    /// How many wait for a lock.
    #[must_use]
    pub fn waiting(&self, lock: LockId) -> u32 {
        self.locks[lock.0 as usize].waiting
    }

    /// Who holds a lock.
    #[must_use]
    pub fn holder(&self, lock: LockId) -> Option<Entity> {
        self.locks[lock.0 as usize].holder
    }

    /// The time of the next wake; the clock does not move. None when nothing will ever happen.
    pub fn next_time(&mut self) -> Option<Time> {
        self.prepare();
        if self.ready.first().is_some() {
            return Some(self.now);
        }
        let timer = self.timers.first().map_or(Time::NEVER, |timer| timer.time);
        let end = self.ends.first().map_or(Time::NEVER, |(time, _)| time);
        let time = timer.min(end);
        (time < Time::NEVER).then_some(time)
    }

    /// Moves the clock to the next wake and returns it. None when nothing will ever happen.
    #[expect(clippy::should_implement_trait, reason = "an iterator could not be asked or changed")]
    pub fn next(&mut self) -> Option<Wake> {
        let time = self.next_time()?;
        if self.ready.first().is_none() {
            debug_assert!(time >= self.now, "the clock never goes back");
            self.now = time;
            self.collect();
        }
        let who = self.ready.pop()?.who();
        self.entities.row(who).activity = Activity::Idle;
        self.events += 1;
        Some(Wake { time, who })
    }

    /// Makes everything ready whose time has come.
    fn collect(&mut self) {
        while let Some(timer) = self.timers.first()
            && timer.time == self.now
        {
            self.timers.pop();
            if self.entities.is_current(timer.ticket) {
                self.ready.push(self.entities.make_ready(timer.ticket.who()));
            } else {
                self.timers_stale -= 1;
            }
        }
        while let Some((time, resource)) = self.ends.first()
            && time == self.now
        {
            let fair = &mut self.fairs[resource as usize];
            fair.complete(self.now, &mut self.entities, &mut self.ready);
            self.ends.remove(resource);
            self.unsettle(resource);
        }
    }

    /// Does what is to be done between the wakes of one instant and the next: void entries go,
    /// locks are granted, and if nothing is ready then, rates are worked out.
    fn prepare(&mut self) {
        self.skip_void();
        if self.ready.first().is_some() {
            return;
        }
        self.grant();
        if self.ready.first().is_some() {
            return;
        }
        while let Some(resource) = self.unsettled.pop() {
            let end = self.fairs[resource as usize].settle();
            if end == Time::NEVER {
                self.ends.remove(resource);
            } else {
                self.ends.set(resource, end);
            }
        }
    }

    fn skip_void(&mut self) {
        while self.ready.first().is_some_and(|ticket| !self.entities.is_current(ticket)) {
            self.ready.pop();
        }
        while let Some(timer) = self.timers.first()
            && !self.entities.is_current(timer.ticket)
        {
            self.timers.pop();
            self.timers_stale -= 1;
        }
    }

    fn grant(&mut self) {
        while let Some(lock) = self.grantable.pop() {
            if let Some(who) = self.locks[lock as usize].grant(&self.entities) {
                let row = self.entities.row(who);
                self.locks[lock as usize].next = core::mem::replace(&mut row.held, lock);
                self.ready.push(self.entities.make_ready(who));
            }
        }
    }

    fn unsettle(&mut self, resource: u32) {
        if self.fairs[resource as usize].unsettle() {
            self.unsettled.push(resource);
        }
    }

    fn wake_now(&mut self, who: Entity) {
        self.entities.begin(who, Activity::Ready);
        self.ready.push(self.entities.make_ready(who));
    }

    /// Ends the activity of `who`; it keeps its locks.
    fn stop(&mut self, who: Entity) {
        let activity = self.entities.get(who).activity;
        if activity == Activity::Idle {
            return;
        }
        self.entities.begin(who, Activity::Idle);
        match activity {
            Activity::Idle | Activity::Ready => {}
            Activity::Timer => {
                self.timers_stale += 1;
                if self.timers_stale > self.timers.len() / 2 + STALE_MAX {
                    let entities = &self.entities;
                    self.timers.retain(|timer| entities.is_current(timer.ticket));
                    self.timers_stale = 0;
                }
            }
            Activity::Flow { resource, class, .. } => {
                self.fairs[resource as usize].leave(self.now, class, &self.entities);
                self.unsettle(resource);
            }
            Activity::Waiting { lock } => {
                self.locks[lock as usize].withdraw(&self.entities);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cancelled_timers_do_not_pile_up() {
        let mut kernel = Kernel::new();
        for round in 0..10_000 {
            kernel.wake_after(Entity(round % 3), Span::seconds(1));
        }
        assert!(kernel.timers.len() <= 3 + 3 * STALE_MAX);
    }
}
