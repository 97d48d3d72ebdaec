//! When each of a set of numbered things is due; the earliest is known at any time.
//!
//! Unlike the plain queue it knows where everything stands, so a time can be changed in place. That
//! costs a write for each step of a move: right for resources and classes, whose times change
//! often and which are few beside the flows, and wrong for flows. When they are many all the same,
//! the far ones are in no order, and one that is changed or taken out leaves a void entry there.

use core::hint::select_unpredictable;

use prefetch_index::prefetch_index;

use super::far::Far;
use super::heap::{CHILDREN, Heap, Ranked};

const ABSENT: u32 = u32::MAX;
const FAR: u32 = u32::MAX - 1;

/// How many void entries are kept at the far end, beyond the number of the others.
const VOID_MAX: usize = 32;

#[derive(Clone, Copy, Debug)]
struct Entry<K> {
    key: K,
    /// The number and, below it, the stamp that it had. One word, since a processor that reads
    /// together what was written in two halves has to wait.
    who: u64,
}

impl<K: Copy> Entry<K> {
    fn new(key: K, id: u32, stamp: u32) -> Self {
        Self { key, who: u64::from(id) << u32::BITS | u64::from(stamp) }
    }

    fn id(self) -> u32 {
        (self.who >> u32::BITS) as u32
    }

    #[expect(clippy::cast_possible_truncation, reason = "the lower half is meant")]
    fn stamp(self) -> u32 {
        self.who as u32
    }
}

impl<K: Copy + PartialOrd> Ranked for Entry<K> {
    fn precedes(self, other: Self) -> bool {
        self.key < other.key
    }
}

/// Where a number is.
#[derive(Clone, Copy, Debug)]
struct Mark {
    /// The place among the near entries, or `FAR` or `ABSENT`.
    place: u32,
    /// A far entry counts while its number is far and has the entry's stamp.
    stamp: u32,
}

impl Mark {
    const ABSENT: Self = Self { place: ABSENT, stamp: 0 };
}

/// An entry whose parent has been passed in going through an agenda in order.
#[derive(Clone, Copy)]
struct Place<K> {
    entry: Entry<K>,
    at: usize,
}

impl<K: Copy + PartialOrd> Ranked for Place<K> {
    fn precedes(self, other: Self) -> bool {
        self.entry.precedes(other.entry)
    }
}

/// An indexed heap: setting and removing in O(log n), looking in O(1).
#[derive(Clone, Debug)]
pub(super) struct Agenda<K> {
    near: Vec<Entry<K>>,
    far: Far<Entry<K>>,
    /// How many far entries are void, and how many may be.
    void: usize,
    void_max: usize,
    marks: Vec<Mark>,
}

impl<K: Copy + PartialOrd> Agenda<K> {
    pub const fn new() -> Self {
        Self { near: Vec::new(), far: Far::NOTHING, void: 0, void_max: VOID_MAX, marks: Vec::new() }
    }

    pub fn first(&self) -> Option<(K, u32)> {
        self.near.first().map(|entry| (entry.key, entry.id()))
    }

    /// Has the processor fetch where a number is.
    pub fn foresee(&self, id: u32) {
        prefetch_index(&self.marks, id as usize);
    }

    /// The numbers of which one comes after the first.
    pub fn runners_up(&self) -> impl Iterator<Item = u32> {
        self.near.iter().skip(1).take(CHILDREN).map(|entry| entry.id())
    }

    /// Puts `id` in with this time, or moves it to it.
    pub fn set(&mut self, id: u32, key: K) {
        if self.marks.len() <= id as usize {
            self.marks.resize(id as usize + 1, Mark::ABSENT);
        }
        let entry = Entry::new(key, id, 0);
        if self.far.takes(entry) {
            self.detach(id);
            let mark = &mut self.marks[id as usize];
            mark.place = FAR;
            self.far.push(Entry::new(key, id, mark.stamp));
            self.refill();
            return;
        }
        let place = self.marks[id as usize].place;
        if place < FAR {
            self.settle(place as usize, entry);
            return;
        }
        self.detach(id);
        self.near.push(entry);
        self.settle(self.near.len() - 1, entry);
        if Far::<Entry<K>>::is_crowded(self.near.len()) {
            self.draw_in();
        }
    }

    /// Takes `id` out, if it is in.
    pub fn remove(&mut self, id: u32) {
        if (id as usize) < self.marks.len() {
            self.detach(id);
            self.refill();
        }
    }

    /// Takes `id` out and leaves it at that, even if no entry is near then.
    fn detach(&mut self, id: u32) {
        let mark = &mut self.marks[id as usize];
        match core::mem::replace(&mut mark.place, ABSENT) {
            ABSENT => {}
            FAR => {
                mark.stamp = mark.stamp.wrapping_add(1);
                self.void += 1;
                if self.void > self.void_max {
                    self.drop_void();
                }
            }
            at => {
                if let Some(last) = self.near.pop()
                    && (at as usize) < self.near.len()
                {
                    self.settle(at as usize, last);
                }
            }
        }
    }

    /// The numbers in order of their times, as far as they are asked for.
    pub fn ascending(&self) -> impl Iterator<Item = u32> {
        let mut frontier = Heap::new();
        let push = |frontier: &mut Heap<Place<K>>, at: usize| {
            if let Some(&entry) = self.near.get(at) {
                frontier.push(Place { entry, at });
            }
        };
        push(&mut frontier, 0);
        let near = core::iter::from_fn(move || {
            let Place { at, entry } = frontier.pop()?;
            for child in 0..CHILDREN {
                push(&mut frontier, at * CHILDREN + 1 + child);
            }
            Some(entry.id())
        });
        let far = core::iter::once_with(|| {
            let mut rest = Heap::new();
            let counts = self.far.items().filter(|entry| counts(&self.marks, entry));
            rest.change(|items| items.extend(counts.copied()));
            core::iter::from_fn(move || rest.pop()).map(Entry::id)
        });
        near.chain(far.flatten())
    }

    /// Moves `entry` up or down from the place `at` to where it belongs.
    fn settle(&mut self, mut at: usize, entry: Entry<K>) {
        while at > 0 {
            let parent = (at - 1) / CHILDREN;
            if entry.key >= self.near[parent].key {
                break;
            }
            self.put(at, self.near[parent]);
            at = parent;
        }
        self.sink(at, entry);
    }

    /// Moves `entry` down from the place `at` to where it belongs.
    fn sink(&mut self, mut at: usize, entry: Entry<K>) {
        loop {
            let children = at * CHILDREN + 1;
            let Some(group) = self.near.get(children..) else { break };
            let keyed = group.iter().take(CHILDREN).map(|entry| entry.key).enumerate();
            let Some((offset, least)) =
                keyed.reduce(|least, next| select_unpredictable(next.1 < least.1, next, least))
            else {
                break;
            };
            if least >= entry.key {
                break;
            }
            self.put(at, group[offset]);
            at = children + offset;
        }
        self.put(at, entry);
    }

    #[expect(clippy::cast_possible_truncation, reason = "as many entries as there are ids")]
    fn put(&mut self, at: usize, entry: Entry<K>) {
        self.near[at] = entry;
        self.marks[entry.id() as usize].place = at as u32;
    }

    /// Drops the void entries, and lets as many more come as there are others.
    #[cold]
    fn drop_void(&mut self) {
        self.far.retain(|entry| counts(&self.marks, entry));
        (self.void, self.void_max) = (0, self.far.len() + VOID_MAX);
    }

    /// Sees to it that the first of all is near.
    fn refill(&mut self) {
        while self.near.is_empty() && !self.far.is_nothing() {
            self.far.give(&mut self.near);
            let reached = self.near.len();
            self.near.retain(|entry| counts(&self.marks, entry));
            self.void -= reached - self.near.len();
            self.order();
        }
    }

    /// Moves the border of the far ones in.
    #[cold]
    fn draw_in(&mut self) {
        let marks = &mut self.marks;
        self.far.take(&mut self.near, |entry| {
            let mark = &mut marks[entry.id() as usize];
            mark.place = FAR;
            *entry = Entry::new(entry.key, entry.id(), mark.stamp);
        });
        self.order();
    }

    /// Puts the near entries in order, whatever order they are in.
    fn order(&mut self) {
        for at in (0..self.near.len()).rev() {
            self.sink(at, self.near[at]);
        }
    }
}

fn counts<K: Copy>(marks: &[Mark], entry: &Entry<K>) -> bool {
    let Mark { place, stamp } = marks[entry.id() as usize];
    place == FAR && stamp == entry.stamp()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_first_is_the_earliest_whatever_was_changed_before() {
        for count in [1_u32, 40, 20_000] {
            let mut agenda = Agenda::new();
            let mut keys = vec![None; count as usize];
            let mut expected = BTreeSet::new();
            for step in 0..40 * count + 4_000 {
                let word = u64::from(step + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 16;
                // Now and then the earliest, as when its time has come.
                let chosen = u32::try_from(word % u64::from(count)).expect("below a u32");
                let first = expected.first().map_or(chosen, |&(_, id)| id);
                let id = if word >> 20 & 1 == 0 { chosen } else { first };
                let old: &mut Option<u64> = &mut keys[id as usize];
                expected.remove(&(old.unwrap_or(0), id));
                if (word >> 24).is_multiple_of(3) {
                    agenda.remove(id);
                    *old = None;
                } else {
                    // The number in the key makes keys differ, so that the order is known.
                    let ahead = (word >> 24) >> (word % 24);
                    let now = expected.first().map_or(0, |&(key, _)| key >> 20);
                    let key = (now + ahead) << 20 | u64::from(id);
                    agenda.set(id, key);
                    *old = Some(key);
                    expected.insert((key, id));
                }
                assert_eq!(agenda.first(), expected.first().copied());
                if step % (count + 99) == 0 {
                    let ids = expected.iter().map(|(_, id)| *id);
                    assert!(agenda.ascending().eq(ids), "after {step} steps");
                }
            }
        }
    }

    #[test]
    fn void_entries_do_not_pile_up() {
        let mut agenda = Agenda::new();
        for id in 0..20_000 {
            agenda.set(id, u64::from(id));
        }
        for round in 0..200_000 {
            agenda.set(10_000 + round % 7_000, u64::from(30_000 + round));
        }
        assert!(agenda.near.len() + agenda.far.len() <= 2 * 20_000 + VOID_MAX);
    }
}
