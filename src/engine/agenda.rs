//! When each of a set of numbered things is due; the earliest is known at any time.
//!
//! Unlike the plain heap it knows where everything stands, so a time can be changed in place. That
//! costs a write for each step of a move: right for resources and classes, whose times change
//! often and which are few beside the flows, and wrong for flows.

use core::hint::select_unpredictable;

use super::heap::{Heap, Ranked};

const ABSENT: u32 = u32::MAX;

/// Four children to a node, for the reasons of the plain heap.
const CHILDREN: usize = 4;

/// An entry whose parent has been passed in going through an agenda in order.
#[derive(Clone, Copy)]
struct Place<K> {
    key: K,
    id: u32,
    at: usize,
}

impl<K: Copy + PartialOrd> Ranked for Place<K> {
    fn precedes(self, other: Self) -> bool {
        self.key < other.key
    }
}

/// An indexed heap: setting and removing in O(log n), looking in O(1).
#[derive(Clone, Debug)]
pub(super) struct Agenda<K> {
    entries: Vec<(K, u32)>,
    places: Vec<u32>,
}

impl<K: Copy + PartialOrd> Agenda<K> {
    pub const fn new() -> Self {
        Self { entries: Vec::new(), places: Vec::new() }
    }

    pub fn first(&self) -> Option<(K, u32)> {
        self.entries.first().copied()
    }

    /// Puts `id` in with this time, or moves it to it.
    pub fn set(&mut self, id: u32, key: K) {
        if self.places.len() <= id as usize {
            self.places.resize(id as usize + 1, ABSENT);
        }
        let mut at = self.places[id as usize] as usize;
        if at == ABSENT as usize {
            at = self.entries.len();
            self.entries.push((key, id));
        }
        self.settle(at, (key, id));
    }

    /// Takes `id` out, if it is in.
    pub fn remove(&mut self, id: u32) {
        let Some(place) = self.places.get_mut(id as usize) else { return };
        let at = *place as usize;
        if at == ABSENT as usize {
            return;
        }
        *place = ABSENT;
        if let Some(last) = self.entries.pop()
            && at < self.entries.len()
        {
            self.settle(at, last);
        }
    }

    /// The numbers in order of their times, as far as they are asked for.
    pub fn ascending(&self) -> impl Iterator<Item = u32> {
        let mut frontier = Heap::new();
        let push = |frontier: &mut Heap<Place<K>>, at: usize| {
            if let Some(&(key, id)) = self.entries.get(at) {
                frontier.push(Place { key, id, at });
            }
        };
        push(&mut frontier, 0);
        core::iter::from_fn(move || {
            let Place { at, id, .. } = frontier.pop()?;
            for child in 0..CHILDREN {
                push(&mut frontier, at * CHILDREN + 1 + child);
            }
            Some(id)
        })
    }

    /// Moves `entry` up or down from the place `at` to where it belongs.
    fn settle(&mut self, mut at: usize, entry: (K, u32)) {
        while at > 0 {
            let parent = (at - 1) / CHILDREN;
            if entry.0 >= self.entries[parent].0 {
                break;
            }
            self.put(at, self.entries[parent]);
            at = parent;
        }
        loop {
            let children = at * CHILDREN + 1;
            let Some(group) = self.entries.get(children..) else { break };
            let keyed = group.iter().take(CHILDREN).map(|(key, _)| *key).enumerate();
            let Some((offset, least)) =
                keyed.reduce(|least, next| select_unpredictable(next.1 < least.1, next, least))
            else {
                break;
            };
            if least >= entry.0 {
                break;
            }
            self.put(at, group[offset]);
            at = children + offset;
        }
        self.put(at, entry);
    }

    #[expect(clippy::cast_possible_truncation, reason = "as many entries as there are ids")]
    fn put(&mut self, at: usize, entry: (K, u32)) {
        self.entries[at] = entry;
        self.places[entry.1 as usize] = at as u32;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_the_earliest_whatever_was_changed_before() {
        let mut agenda = Agenda::new();
        let mut expected = [None; 40];
        for step in 0..4000_u64 {
            let word = step.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
            let (id, key) = ((word % 40) as u32, word >> 8);
            if word.is_multiple_of(3) {
                agenda.remove(id);
                expected[id as usize] = None;
            } else {
                agenda.set(id, key);
                expected[id as usize] = Some(key);
            }
            assert_eq!(
                agenda.first().map(|(key, _)| key),
                expected.iter().flatten().min().copied()
            );
            if step % 100 == 0 {
                let times = agenda.ascending().map(|id| expected[id as usize]);
                let mut sorted: Vec<_> = expected.into_iter().flatten().map(Some).collect();
                sorted.sort_unstable();
                assert_eq!(times.collect::<Vec<_>>(), sorted);
            }
        }
    }
}
