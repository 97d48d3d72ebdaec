//! The classes of one resource, in the order in which their caps bind.
//!
//! A class is capped when `cap/weight ≤ λ`, so the capped ones are a front part of this order, and
//! finding `λ` is finding the boundary. It is looked for from where it was, class by class: a flow
//! more or less moves it by next to nothing. A class that lost its last flow stays for a while,
//! since the same kind of flow usually comes again.

use std::collections::{BTreeMap, VecDeque};

use super::class::{Class, Key, Pace};
use super::sum::Sum;

/// No class.
pub(super) const NONE: u32 = u32::MAX;

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
    index: BTreeMap<Key, u32>,
    /// The last of the capped classes, and the first of the others.
    below: u32,
    above: u32,
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
            index: BTreeMap::new(),
            below: NONE,
            above: NONE,
            recent: NONE,
            empty: VecDeque::new(),
            capped: Side::NOTHING,
            shared: Side::NOTHING,
        }
    }

    pub fn class(&self, slot: u32) -> &Class {
        &self.slots[slot as usize]
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
        if let Some(class) = self.slots.get(self.recent as usize)
            && class.weight.to_bits() == weight.to_bits()
            && class.cap.to_bits() == cap.to_bits()
        {
            return self.recent;
        }
        let class = Class::new(weight, cap);
        let found = self.index.get(&class.key()).copied();
        self.recent = found.unwrap_or_else(|| self.insert(class));
        self.recent
    }

    /// Counts a flow more in a class.
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
        if class.flows == 0 && !class.is_listed {
            class.is_listed = true;
            self.empty.push_back(slot);
        }
        let (side, part) = match class.pace {
            Pace::Capped => (&mut self.capped, class.cap),
            Pace::Shared => (&mut self.shared, class.weight),
        };
        side.take(flows, part);
        if part > EXCESS * side.parts.value() {
            let pace = class.pace;
            self.add_up(pace);
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
        if self.below != NONE && binds_no_more(self.class(self.below), share) {
            for &slot in
                self.index.range(..=self.class(self.below).key()).rev().map(|(_, slot)| slot)
            {
                let class = self.class(slot);
                if !binds_no_more(class, share) {
                    break;
                }
                capped.take(class.flows, class.cap);
                shared.add(class.flows, class.weight);
                share = self::share(capacity, capped, shared);
                moves -= 1;
            }
        } else if self.above != NONE && binds(self.class(self.above), share) {
            for &slot in self.index.range(self.class(self.above).key()..).map(|(_, slot)| slot) {
                let class = self.class(slot);
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
    pub fn cross(&mut self, pace: Pace) -> u32 {
        match pace {
            Pace::Capped => {
                let slot = self.above;
                let class = &self.slots[slot as usize];
                self.shared.take(class.flows, class.weight);
                self.capped.add(class.flows, class.cap);
                self.below = slot;
                self.above = self.after(class.key());
                slot
            }
            Pace::Shared => {
                let slot = self.below;
                let class = &self.slots[slot as usize];
                self.capped.take(class.flows, class.cap);
                self.shared.add(class.flows, class.weight);
                self.above = slot;
                self.below = self.before(class.key());
                slot
            }
        }
    }

    fn before(&self, key: Key) -> u32 {
        self.index.range(..key).next_back().map_or(NONE, |(_, &slot)| slot)
    }

    fn after(&self, key: Key) -> u32 {
        let after = (core::ops::Bound::Excluded(key), core::ops::Bound::Unbounded);
        self.index.range(after).next().map_or(NONE, |(_, &slot)| slot)
    }

    /// Takes in a class without flows.
    fn insert(&mut self, mut class: Class) -> u32 {
        self.drop_empty();
        let key = class.key();
        if self.below != NONE && key < self.class(self.below).key() {
            class.pace = Pace::Capped;
        }
        let is_next = class.pace == Pace::Shared
            && (self.above == NONE || key < self.class(self.above).key());
        class.is_listed = true;
        let slot = self.place(class);
        if is_next {
            self.above = slot;
        }
        self.index.insert(key, slot);
        self.empty.push_back(slot);
        slot
    }

    /// Stores a class, in a row that is free if there is one; its queue's memory is used again.
    #[expect(clippy::cast_possible_truncation, reason = "no more classes than entities")]
    fn place(&mut self, mut class: Class) -> u32 {
        if let Some(slot) = self.free.pop() {
            let old = self.class_mut(slot);
            core::mem::swap(&mut class.tags, &mut old.tags);
            *old = class;
            slot
        } else {
            self.slots.push(class);
            self.slots.len() as u32 - 1
        }
    }

    /// Drops classes that have been empty for long. Two at a time are enough to keep up with the
    /// one that is coming.
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
            let key = class.key();
            self.index.remove(&key);
            if self.below == slot {
                self.below = self.before(key);
            }
            if self.above == slot {
                self.above = self.after(key);
            }
            if self.recent == slot {
                self.recent = NONE;
            }
            self.free.push(slot);
        }
    }

    /// Adds up the parts of a pace anew: after a part so large that the rest was lost beside it.
    fn add_up(&mut self, pace: Pace) {
        let mut side = Side::NOTHING;
        for class in self.index.values().map(|&slot| self.class(slot)) {
            match (pace, class.pace) {
                (Pace::Capped, Pace::Capped) => side.add(class.flows, class.cap),
                (Pace::Shared, Pace::Shared) => side.add(class.flows, class.weight),
                _ => {}
            }
        }
        match pace {
            Pace::Capped => self.capped = side,
            Pace::Shared => self.shared = side,
        }
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
    class.ratio <= share.min(f64::MAX)
}

/// Whether the cap of a class that was capped clearly does not bind at this share.
fn binds_no_more(class: &Class, share: f64) -> bool {
    class.ratio > share * SLACK
}
