//! When each of a set of numbered things is due; the earliest is known at any time.
//!
//! Unlike the plain heap it knows where everything stands, so a time can be changed in place. That
//! costs a write for each step of a move: right for resources and classes, whose times change
//! often and which are few beside the flows, and wrong for flows.

const ABSENT: u32 = u32::MAX;

/// An indexed binary heap: setting and removing in O(log n), looking in O(1).
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

    /// Moves `entry` up or down from the place `at` to where it belongs.
    fn settle(&mut self, mut at: usize, entry: (K, u32)) {
        while at > 0 {
            let parent = (at - 1) / 2;
            if entry.0 >= self.entries[parent].0 {
                break;
            }
            self.put(at, self.entries[parent]);
            at = parent;
        }
        loop {
            let mut child = at * 2 + 1;
            if child >= self.entries.len() {
                break;
            }
            if child + 1 < self.entries.len() && self.entries[child + 1].0 < self.entries[child].0 {
                child += 1;
            }
            if self.entries[child].0 >= entry.0 {
                break;
            }
            self.put(at, self.entries[child]);
            at = child;
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
        }
    }
}
