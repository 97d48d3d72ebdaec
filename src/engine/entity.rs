//! What each entity is doing at present.
//!
//! Queues keep entries of activities that have been given up until they surface. Each activity
//! has a ticket, and an entry counts only while its ticket is the entity's: that is cheaper than
//! searching the queues.

/// A process of the caller, by number. Numbers should be dense: there is a table of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entity(pub u32);

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
    pub ticket: u32,
    /// The lock it took last; the locks chain on from there.
    pub held: u32,
}

const VACANT: Slot = Slot { activity: Activity::Idle, ticket: 0, held: NO_LOCK };

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

    /// Whether an entry of a queue still stands for what the entity is doing.
    pub fn is_current(&self, who: Entity, ticket: u32) -> bool {
        self.slots.get(who.0 as usize).is_some_and(|slot| slot.ticket == ticket)
    }

    /// Begins an activity and gives it a ticket; entries with older tickets are void from now on.
    pub fn begin(&mut self, who: Entity, activity: Activity) -> u32 {
        let row = self.row(who);
        row.ticket = row.ticket.wrapping_add(1);
        row.activity = activity;
        row.ticket
    }

    /// Marks that an entity's activity is done, and packs it for the queue of wakes: numbers order
    /// as entities do.
    pub fn make_ready(&mut self, who: Entity) -> u64 {
        let row = self.row(who);
        row.activity = Activity::Ready;
        u64::from(who.0) << 32 | u64::from(row.ticket)
    }

    /// The entity and the ticket of a packed wake.
    #[expect(clippy::cast_possible_truncation, reason = "each half is a u32")]
    pub fn unpack(packed: u64) -> (Entity, u32) {
        (Entity((packed >> 32) as u32), packed as u32)
    }
}
