//! What each entity is doing at present.
//!
//! Queues keep entries of activities that have been given up until they surface. Each activity
//! has a ticket, and an entry counts only while its ticket is the entity's: that is cheaper than
//! searching the queues.

use prefetch_index::prefetch_index;

/// A process of the caller, by number. Numbers should be dense: there is a table of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entity(pub u32);

/// One activity of an entity, as queues know it: above the entity, and below which of its
/// activities it is. Ordered as entities are. One word, since a processor that reads together what
/// was written in two halves has to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ticket(u64);

impl Ticket {
    /// The last of all: nobody's.
    pub const NONE: Self = Self(u64::MAX);

    const fn new(who: Entity, count: u32) -> Self {
        Self((who.0 as u64) << u32::BITS | count as u64)
    }

    /// Whose it is.
    pub fn who(self) -> Entity {
        Entity((self.0 >> u32::BITS) as u32)
    }

    #[expect(clippy::cast_possible_truncation, reason = "the lower half is meant")]
    fn count(self) -> u32 {
        self.0 as u32
    }
}

/// No lock: the end of the chain of locks that an entity holds.
pub(super) const NO_LOCK: u32 = u32::MAX;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Activity {
    Idle,
    /// Its wake is among those of this instant.
    Ready,
    Timer,
    /// Served by a class of a resource until that class's clock shows `tag`.
    Flow {
        resource: u32,
        class: u32,
        tag: f64,
    },
    Waiting {
        lock: u32,
    },
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub activity: Activity,
    /// How many activities it has begun.
    count: u32,
    /// The lock it took last; the locks chain on from there.
    pub held: u32,
}

const VACANT: Slot = Slot { activity: Activity::Idle, count: 0, held: NO_LOCK };

/// The table of entities.
#[derive(Clone, Debug)]
pub(super) struct Entities {
    slots: Vec<Slot>,
}

impl Entities {
    pub const fn new() -> Self {
        Self { slots: Vec::new() }
    }

    pub fn get(&self, who: Entity) -> Slot {
        self.slots.get(who.0 as usize).copied().unwrap_or(VACANT)
    }

    /// The row of an entity, made when there is none yet.
    pub fn row(&mut self, who: Entity) -> &mut Slot {
        let index = who.0 as usize;
        if index >= self.slots.len() {
            self.slots.resize(index + 1, VACANT);
        }
        &mut self.slots[index]
    }

    /// Has the processor fetch a row that will soon be asked for.
    pub fn foresee(&self, who: Entity) {
        prefetch_index(&self.slots, who.0 as usize);
    }

    /// Whether an entry of a queue still stands for what the entity is doing.
    pub fn is_current(&self, ticket: Ticket) -> bool {
        self.slots.get(ticket.who().0 as usize).is_some_and(|slot| slot.count == ticket.count())
    }

    /// Begins an activity; entries with older tickets are void from now on.
    pub fn begin(&mut self, who: Entity, activity: Activity) -> Ticket {
        let row = self.row(who);
        row.count = row.count.wrapping_add(1);
        row.activity = activity;
        Ticket::new(who, row.count)
    }

    /// Marks that an entity's activity is done; the ticket is for the queue of wakes.
    pub fn make_ready(&mut self, who: Entity) -> Ticket {
        let row = self.row(who);
        row.activity = Activity::Ready;
        Ticket::new(who, row.count)
    }
}
