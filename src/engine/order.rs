//! The classes of one resource, in the order in which their caps bind.
//!
//! A class is capped when `cap/weight ≤ λ`, so the capped ones are a front part of this order, and
//! finding `λ` is finding the boundary. It is looked for from where it was, class by class: a flow
//! more or less moves it by next to nothing. A class that lost its last flow stays for a while,
//! since the same kind of flow usually comes again.

use std::collections::BTreeMap;

use super::class::{Class, Pace};
use super::sum::Sum;

/// No class.
pub(super) const NONE: u32 = u32::MAX;

/// How many empty classes are kept, beyond the number of the others.
const EMPTY_MAX: usize = 8;

/// A class stays capped until its ratio exceeds `λ` by more than this part: without it, a sum of
/// caps that equals the capacity but for rounding could move many classes to and fro.
const SLACK: f64 = 1.0 + 1e-13;

/// By how much a part taken out of a sum may exceed the rest before the sum is added up anew.
const EXCESS: f64 = 1e12;

/// What the flows of one pace add up to.
#[derive(Clone, Copy, Debug, Default)]
struct Side {
    flows: u32,
    parts: Sum,
}

impl Side {
    fn change(&mut self, class: &Class, part: f64, old: u32, new: u32) {
        self.flows = self.flows - old + new;
        if self.flows == 0 {
            self.parts = Sum::default();
        } else {
            debug_assert!(part.is_finite(), "an infinite cap never binds: {class:?}");
            self.parts.add(-(f64::from(old) * part));
            self.parts.add(f64::from(new) * part);
        }
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
    index: BTreeMap<(u64, u64, u64), u32>,
    first: u32,
    /// The last of the capped classes.
    boundary: u32,
    /// The class that was asked for last.
    recent: u32,
    empty: usize,
    capped: Side,
    shared: Side,
}

impl Order {
    pub const fn new() -> Self {
        const NOTHING: Side = Side { flows: 0, parts: Sum::ZERO };
        Self {
            slots: Vec::new(),
            free: Vec::new(),
            index: BTreeMap::new(),
            first: NONE,
            boundary: NONE,
            recent: NONE,
            empty: 0,
            capped: NOTHING,
            shared: NOTHING,
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
        let key = Class::key(weight, cap);
        self.recent = match self.index.get(&key) {
            Some(&slot) => slot,
            None => self.insert(key, weight, cap),
        };
        self.recent
    }

    /// Sets the number of flows of a class.
    pub fn resize(&mut self, slot: u32, flows: u32) {
        let class = &mut self.slots[slot as usize];
        let (part, old) = (class.part(), class.flows);
        class.flows = flows;
        match (old, flows) {
            (0, 1..) => self.empty -= 1,
            (1.., 0) => self.empty += 1,
            _ => {}
        }
        let pace = class.pace;
        let side = match pace {
            Pace::Capped => &mut self.capped,
            Pace::Shared => &mut self.shared,
        };
        side.change(class, part, old, flows);
        if flows < old && f64::from(old - flows) * part > EXCESS * side.parts.value() {
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
        let mut at = self.boundary;
        while at != NONE && self.class(at).ratio > share * SLACK {
            let class = self.class(at);
            capped.change(class, class.cap, class.flows, 0);
            shared.change(class, class.weight, 0, class.flows);
            share = self::share(capacity, capped, shared);
            moves -= 1;
            at = class.before;
        }
        if moves == 0 {
            at = self.beyond();
            while at != NONE && self.class(at).ratio <= share.min(f64::MAX) {
                let class = self.class(at);
                capped.change(class, class.cap, 0, class.flows);
                shared.change(class, class.weight, class.flows, 0);
                share = self::share(capacity, capped, shared);
                moves += 1;
                at = class.after;
            }
        }
        if shared.flows == 0 {
            Water { share: f64::INFINITY, served: capped.parts.value().min(capacity), moves }
        } else {
            Water { share, served: capacity, moves }
        }
    }

    /// The first class whose cap does not bind.
    pub fn beyond(&self) -> u32 {
        if self.boundary == NONE { self.first } else { self.class(self.boundary).after }
    }

    /// The last class whose cap binds.
    pub fn boundary(&self) -> u32 {
        self.boundary
    }

    /// Moves the boundary by one class; the caller moves the clock of that class.
    pub fn cross(&mut self, slot: u32, pace: Pace) {
        let class = &self.slots[slot as usize];
        let flows = class.flows;
        match pace {
            Pace::Capped => {
                self.shared.change(class, class.weight, flows, 0);
                self.capped.change(class, class.cap, 0, flows);
                self.boundary = slot;
            }
            Pace::Shared => {
                self.capped.change(class, class.cap, flows, 0);
                self.shared.change(class, class.weight, 0, flows);
                self.boundary = class.before;
            }
        }
    }

    fn insert(&mut self, key: (u64, u64, u64), weight: f64, cap: f64) -> u32 {
        if self.empty > self.index.len() - self.empty + EMPTY_MAX {
            self.drop_empty();
        }
        let before = self.index.range(..key).next_back().map_or(NONE, |(_, &slot)| slot);
        let after = if before == NONE { self.first } else { self.class(before).after };
        let is_capped = after != NONE && self.class(after).pace == Pace::Capped;
        let pace = if is_capped { Pace::Capped } else { Pace::Shared };
        let mut class = Class::new(weight, cap, pace);
        (class.before, class.after) = (before, after);
        let slot = self.place(class);
        self.link(before, after, slot);
        if after != NONE {
            self.class_mut(after).before = slot;
        }
        self.index.insert(key, slot);
        self.empty += 1;
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

    /// Lets what stands before a place point to `slot`.
    fn link(&mut self, before: u32, after: u32, slot: u32) {
        debug_assert!(before != slot && after != slot);
        if before == NONE {
            self.first = slot;
        } else {
            self.class_mut(before).after = slot;
        }
    }

    fn drop_empty(&mut self) {
        let mut at = self.first;
        while at != NONE {
            let class = self.class(at);
            let (before, after) = (class.before, class.after);
            if class.flows == 0 {
                self.index.remove(&Class::key(class.weight, class.cap));
                self.link(before, after, after);
                if after != NONE {
                    self.class_mut(after).before = before;
                }
                if self.boundary == at {
                    self.boundary = before;
                }
                self.free.push(at);
            }
            at = after;
        }
        self.recent = NONE;
        self.empty = 0;
    }

    /// Adds up the parts of a pace anew: after a part so large that the rest was lost beside it.
    fn add_up(&mut self, pace: Pace) {
        let mut parts = Sum::default();
        let mut at = self.first;
        while at != NONE {
            let class = self.class(at);
            if class.pace == pace && class.flows > 0 {
                parts.add(f64::from(class.flows) * class.part());
            }
            at = class.after;
        }
        match pace {
            Pace::Capped => self.capped.parts = parts,
            Pace::Shared => self.shared.parts = parts,
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
