//! A lock: one holder at a time, in the order of asking.
//!
//! Being free is not yet being granted: the kernel grants when nothing else is ready at the
//! instant, so that all who ask at one instant are there to be put in order.

use super::entity::{Activity, Entities, Entity, NO_LOCK, Ticket};
use super::heap::{Heap, Ranked};
use crate::units::Time;

/// How many entries of those who gave up are kept, beyond the number of who wait.
const STALE_MAX: usize = 32;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Request {
    since: Time,
    ticket: Ticket,
}

impl Ranked for Request {
    fn precedes(self, other: Self) -> bool {
        (self.since, self.ticket) < (other.since, other.ticket)
    }
}

#[derive(Clone, Debug)]
pub(super) struct Lock {
    pub holder: Option<Entity>,
    pub waiting: u32,
    /// The next lock in the chain of those that the holder holds.
    pub next: u32,
    requests: Heap<Request>,
}

impl Lock {
    pub const fn new() -> Self {
        Self { holder: None, waiting: 0, next: NO_LOCK, requests: Heap::new() }
    }

    pub fn request(&mut self, since: Time, ticket: Ticket) {
        self.waiting += 1;
        self.requests.push(Request { since, ticket });
    }

    /// One of those who wait has given up; its ticket is void already.
    pub fn withdraw(&mut self, entities: &Entities) {
        self.waiting -= 1;
        if self.requests.len() > 2 * self.waiting as usize + STALE_MAX {
            self.requests.retain(|request| entities.is_current(request.ticket));
        }
    }

    /// Whoever is first in order becomes the holder, if the lock is free and anyone waits.
    pub fn grant(&mut self, entities: &Entities) -> Option<Entity> {
        if self.holder.is_some() {
            return None;
        }
        while let Some(request) = self.requests.pop() {
            if entities.is_current(request.ticket) {
                debug_assert!(matches!(
                    entities.get(request.ticket.who()).activity,
                    Activity::Waiting { .. }
                ));
                self.waiting -= 1;
                self.holder = Some(request.ticket.who());
                return self.holder;
            }
        }
        None
    }
}
