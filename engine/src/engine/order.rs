//! The classes of one resource, in the order in which their caps bind.
//!
//! A class is capped when `cap/weight ≤ λ`, so the capped ones are a front part of this order, and
//! finding `λ` is finding the boundary. It is looked for from where it was, class by class: a flow
//! more or less moves it by next to nothing. A class that lost its last flow stays for a while,
//! since the same kind of flow usually comes again.

use std::collections::VecDeque;

use prefetch_index::prefetch_index;

use super::agenda::Agenda;
use super::class::{Class, Pace};
use super::sum::Sum;
use super::table::Table;

/// No class.
const NONE: u32 = u32::MAX;

/// How many empty classes are kept.
const EMPTY_MAX: usize = 16;

/// A class stays capped until its ratio exceeds `λ` by more than this part: without it, a sum of
/// caps that equals the capacity but for rounding could move many classes to and fro.
const SLACK: f64 = 1.0 + 1e-13;

/// By how much a part taken out of a sum may exceed the rest before the sum is added up anew.
const EXCESS: f64 = 1e12;

/// What the flows of one pace add up to.
#[derive(Clone, Copy, Debug)]
struct Side {
    flows: u32,
    parts: Sum,
}

impl Side {
    const NOTHING: Self = Self { flows: 0, parts: Sum::ZERO };

    fn add(&mut self, flows: u32, part: f64) {
        self.flows += flows;
        self.parts = self.parts.plus_product(flows, part);
    }

    fn take(&mut self, flows: u32, part: f64) {
        self.flows -= flows;
        self.parts =
            if self.flows == 0 { Sum::ZERO } else { self.parts.plus_product(flows, -part) };
    }
}

/// Where the water stands: the outcome of sharing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Water {
    /// `λ`: the rate of an uncapped flow per unit of weight; infinite when all are capped.
    pub share: f64,
    /// The sum of all rates.
    pub served: f64,
    /// By how many classes the boundary moves: the number that become capped, or minus the number
    /// that cease to be.
    pub moves: i64,
}

#[derive(Clone, Debug)]
pub(super) struct Order {
    slots: Vec<Class>,
    free: Vec<u32>,
    table: Table,
    /// Capped classes that have flows by ratio, negated: the highest is the first to cross.
    tight: Agenda<f64>,
    /// The others that have flows, by ratio: the lowest is the first to cross.
    loose: Agenda<f64>,
    /// The class that was asked for last.
    recent: u32,
    /// Classes that were empty when they came in here, longest ago first.
    empty: VecDeque<u32>,
    capped: Side,
    shared: Side,
}

impl Order {
    pub const fn new() -> Self {
        Self {
            slots: Vec::new(),
            free: Vec::new(),
            table: Table::new(),
            tight: Agenda::new(),
            loose: Agenda::new(),
            recent: NONE,
            empty: VecDeque::new(),
            capped: Side::NOTHING,
            shared: Side::NOTHING,
        }
    }

    pub fn class(&self, slot: u32) -> &Class {
        &self.slots[slot as usize]
    }

    /// Classes that there is a row for, with or without flows.
    pub fn classes(&self) -> usize {
        self.slots.len()
    }

    /// Has the processor fetch a class that will soon be asked for.
    pub fn foresee(&self, slot: u32) {
        prefetch_index(&self.slots, slot as usize);
        self.loose.foresee(slot);
    }

    pub fn class_mut(&mut self, slot: u32) -> &mut Class {
        &mut self.slots[slot as usize]
    }

    /// All flows of the resource.
    pub fn flows(&self) -> u32 {
        self.capped.flows + self.shared.flows
    }

    /// Flows whose cap does not bind.
    pub fn shared_flows(&self) -> u32 {
        self.shared.flows
    }

    /// The class of this weight and cap, made when there is none.
    pub fn find(&mut self, weight: f64, cap: f64) -> u32 {
        let Self { slots, .. } = self;
        if slots.get(self.recent as usize).is_some_and(|class| class.is_of(weight, cap)) {
            return self.recent;
        }
        let class = Class::new(weight, cap);
        let hash = class.hash();
        let found = self.table.find(hash, |slot| slots[slot as usize].is_of(weight, cap));
        self.recent = found.unwrap_or_else(|| {
            let slot = place(&mut self.slots, &mut self.free, class);
            self.table.insert(hash, slot);
            self.list_empty(slot);
            self.drop_empty();
            slot
        });
        self.recent
    }

    /// Finds a class that gets its first flow its side of the boundary.
    pub fn enter(&mut self, slot: u32) -> Pace {
        let ratio = self.class(slot).ratio();
        if self.tight.first().is_some_and(|(highest, _)| ratio < -highest) {
            self.tight.set(slot, -ratio);
            Pace::Capped
        } else {
            self.loose.set(slot, ratio);
            Pace::Shared
        }
    }

    /// Counts a flow more in a class that has entered.
    pub fn add(&mut self, slot: u32) {
        let class = &mut self.slots[slot as usize];
        class.flows += 1;
        match class.pace {
            Pace::Capped => self.capped.add(1, class.cap),
            Pace::Shared => self.shared.add(1, class.weight),
        }
    }

    /// Counts so many flows less in a class.
    pub fn take(&mut self, slot: u32, flows: u32) {
        let class = &mut self.slots[slot as usize];
        class.flows -= flows;
        let (pace, is_empty) = (class.pace, class.flows == 0);
        let (side, queue, part) = match pace {
            Pace::Capped => (&mut self.capped, &mut self.tight, class.cap),
            Pace::Shared => (&mut self.shared, &mut self.loose, class.weight),
        };
        side.take(flows, part);
        if is_empty {
            queue.remove(slot);
        }
        if part > EXCESS * side.parts.value() {
            self.add_up(pace);
        }
        if is_empty {
            self.list_empty(slot);
        }
    }

    /// The water level for this capacity, and how far the boundary is from where it belongs.
    ///
    /// Each step is right by itself: the class at the boundary is on its right side if and only if
    /// it is on the right side of the `λ` that the present boundary gives.
    pub fn water(&self, capacity: f64) -> Water {
        let (mut capped, mut shared) = (self.capped, self.shared);
        let mut share = share(capacity, capped, shared);
        let mut moves = 0;
        let is_first = |queue: &Agenda<f64>, crosses: fn(&Class, f64) -> bool| {
            queue.first().is_some_and(|(_, slot)| crosses(self.class(slot), share))
        };
        if is_first(&self.tight, binds_no_more) {
            for class in self.tight.ascending().map(|slot| self.class(slot)) {
                if !binds_no_more(class, share) {
                    break;
                }
                capped.take(class.flows, class.cap);
                shared.add(class.flows, class.weight);
                share = self::share(capacity, capped, shared);
                moves -= 1;
            }
        } else if is_first(&self.loose, binds) {
            for class in self.loose.ascending().map(|slot| self.class(slot)) {
                if !binds(class, share) {
                    break;
                }
                capped.add(class.flows, class.cap);
                shared.take(class.flows, class.weight);
                share = self::share(capacity, capped, shared);
                moves += 1;
            }
        }
        if shared.flows == 0 {
            Water { share: f64::INFINITY, served: capped.parts.value().min(capacity), moves }
        } else {
            Water { share, served: capacity, moves }
        }
    }

    /// Moves the boundary by one class, which goes over to this pace and is returned; the caller
    /// sees to its clock.
    pub fn cross(&mut self, pace: Pace) -> Option<u32> {
        let (from, to) = match pace {
            Pace::Capped => (&mut self.loose, &mut self.tight),
            Pace::Shared => (&mut self.tight, &mut self.loose),
        };
        let (key, slot) = from.first()?;
        from.remove(slot);
        to.set(slot, -key);
        let class = &self.slots[slot as usize];
        match pace {
            Pace::Capped => {
                self.shared.take(class.flows, class.weight);
                self.capped.add(class.flows, class.cap);
            }
            Pace::Shared => {
                self.capped.take(class.flows, class.cap);
                self.shared.add(class.flows, class.weight);
            }
        }
        Some(slot)
    }

    fn list_empty(&mut self, slot: u32) {
        let class = &mut self.slots[slot as usize];
        if !core::mem::replace(&mut class.is_listed, true) {
            self.table.foresee(class.hash());
            self.empty.push_back(slot);
        }
    }

    /// Drops classes that have been empty for long: two for each that comes, which is enough.
    fn drop_empty(&mut self) {
        for _ in 0..2 {
            if self.empty.len() <= EMPTY_MAX {
                return;
            }
            let Some(slot) = self.empty.pop_front() else { return };
            let class = &mut self.slots[slot as usize];
            class.is_listed = false;
            if class.flows > 0 {
                continue;
            }
            self.table.remove(class.hash(), slot);
            if self.recent == slot {
                self.recent = NONE;
            }
            self.free.push(slot);
        }
    }

    /// Adds up the parts of a pace anew: after a part so large that the rest was lost beside it.
    fn add_up(&mut self, pace: Pace) {
        let mut side = Side::NOTHING;
        for class in self.slots.iter().filter(|class| class.flows > 0 && class.pace == pace) {
            match pace {
                Pace::Capped => side.add(class.flows, class.cap),
                Pace::Shared => side.add(class.flows, class.weight),
            }
        }
        match pace {
            Pace::Capped => self.capped = side,
            Pace::Shared => self.shared = side,
        }
    }
}

/// Stores a class, in a row that is free if there is one; its queue's memory is used again.
#[expect(clippy::cast_possible_truncation, reason = "no more classes than entities")]
fn place(slots: &mut Vec<Class>, free: &mut Vec<u32>, mut class: Class) -> u32 {
    if let Some(slot) = free.pop() {
        let old = &mut slots[slot as usize];
        core::mem::swap(&mut class.tags, &mut old.tags);
        *old = class;
        slot
    } else {
        slots.push(class);
        slots.len() as u32 - 1
    }
}

/// What is left for each unit of weight when the capped flows have their caps.
fn share(capacity: f64, capped: Side, shared: Side) -> f64 {
    if shared.flows > 0 {
        (capacity - capped.parts.value()) / shared.parts.value()
    } else if capped.parts.value() <= capacity * SLACK {
        f64::INFINITY
    } else {
        f64::NEG_INFINITY
    }
}

/// Whether the cap of a class binds at this share. No cap at all never does.
fn binds(class: &Class, share: f64) -> bool {
    class.ratio() <= share.min(f64::MAX)
}

/// Whether the cap of a class that was capped clearly does not bind at this share.
fn binds_no_more(class: &Class, share: f64) -> bool {
    class.ratio() > share * SLACK
}
