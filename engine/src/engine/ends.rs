//! When the flows of a class end, as marks on the clock of the class.
//!
//! The first stands in the class itself: a class of one flow, of which there may be very many,
//! needs no other place in memory.

use super::entity::Ticket;
use super::heap::Ranked;
use super::queue::Queue;

/// The end of a flow, as a mark on the clock of its class.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag {
    pub mark: f64,
    pub ticket: Ticket,
}

impl Ranked for Tag {
    fn precedes(self, other: Self) -> bool {
        self.mark < other.mark
    }
}

/// What stands for the first end when there is none.
const NO_END: Tag = Tag { mark: f64::INFINITY, ticket: Ticket::NONE };

/// The ends of a class's flows.
#[derive(Clone, Debug)]
pub(super) struct Ends {
    first: Tag,
    rest: Option<Box<Rest>>,
}

#[derive(Clone, Debug)]
struct Rest {
    tags: Queue<Tag>,
    joined: u32,
}

impl Ends {
    pub const NONE: Self = Self { first: NO_END, rest: None };

    pub fn first(&self) -> Option<Tag> {
        (self.first.mark < f64::INFINITY).then_some(self.first)
    }

    /// How many flows have joined since the clock was last set back, while there was another.
    pub fn joined(&self) -> u32 {
        self.rest.as_ref().map_or(0, |rest| rest.joined)
    }

    pub fn len(&self) -> usize {
        let rest = self.rest.as_ref().map_or(0, |rest| rest.tags.len());
        usize::from(self.first().is_some()) + rest
    }

    pub fn push(&mut self, tag: Tag) {
        let later =
            if tag.precedes(self.first) { core::mem::replace(&mut self.first, tag) } else { tag };
        if later.mark < f64::INFINITY {
            let new = || Box::new(Rest { tags: Queue::new(), joined: 0 });
            let rest = self.rest.get_or_insert_with(new);
            rest.tags.push(later);
            rest.joined += 1;
        }
    }

    pub fn pop(&mut self) {
        self.first = self.rest.as_mut().and_then(|rest| rest.tags.pop()).unwrap_or(NO_END);
    }

    pub fn clear(&mut self) {
        self.first = NO_END;
        if let Some(rest) = &mut self.rest {
            rest.tags.clear();
            rest.joined = 0;
        }
    }

    /// Sets all marks back by this much, and tells the new ones. What has been given up may lie
    /// behind; it must not upset the order.
    pub fn set_back(&mut self, shown: f64, mut tell: impl FnMut(Tag)) {
        let mut change = |tag: &mut Tag| {
            tag.mark = (tag.mark - shown).max(0.0);
            tell(*tag);
        };
        if self.first().is_some() {
            change(&mut self.first);
        }
        if let Some(rest) = &mut self.rest {
            rest.tags.for_each(change);
            rest.joined = 0;
        }
    }

    /// Drops the entries that are not wanted any more, in O(n).
    pub fn retain(&mut self, mut keep: impl FnMut(&Tag) -> bool) {
        if let Some(rest) = &mut self.rest {
            rest.tags.retain(&mut keep);
        }
        if !keep(&self.first) {
            self.pop();
        }
    }
}
