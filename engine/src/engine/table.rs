//! Finds a class by its weight and cap.
//!
//! A table of our own and not a map of the standard library: an ordered map costs a walk down a
//! tree for an order that nobody asks for, and a hash map may iterate differently in every run.
//! This one cannot be iterated, so nothing can come to depend on where things lie in it.

use prefetch_index::prefetch_index;

/// No class: a row without an entry.
const NONE: u32 = u32::MAX;

const ROWS_MIN: usize = 16;

#[derive(Clone, Copy, Debug)]
struct Row {
    hash: u32,
    slot: u32,
}

const VACANT: Row = Row { hash: 0, slot: NONE };

/// Open addressing with linear probing, never more than half full.
#[derive(Clone, Debug)]
pub(super) struct Table {
    rows: Vec<Row>,
    entries: usize,
}

impl Table {
    pub const fn new() -> Self {
        Self { rows: Vec::new(), entries: 0 }
    }

    /// The slot with this hash that is the one looked for.
    pub fn find(&self, hash: u32, mut is_it: impl FnMut(u32) -> bool) -> Option<u32> {
        if self.rows.is_empty() {
            return None;
        }
        let mut at = self.home(hash);
        while self.rows[at].slot != NONE {
            if self.rows[at].hash == hash && is_it(self.rows[at].slot) {
                return Some(self.rows[at].slot);
            }
            at = self.next(at);
        }
        None
    }

    /// Has the processor fetch what will soon be looked for.
    pub fn foresee(&self, hash: u32) {
        if !self.rows.is_empty() {
            prefetch_index(&self.rows, self.home(hash));
        }
    }

    /// Enters a slot that is not in yet.
    pub fn insert(&mut self, hash: u32, slot: u32) {
        if self.entries * 2 >= self.rows.len() {
            let rows = (self.rows.len() * 2).max(ROWS_MIN);
            let old = core::mem::replace(&mut self.rows, vec![VACANT; rows]);
            for row in old.into_iter().filter(|row| row.slot != NONE) {
                self.put(row);
            }
        }
        self.put(Row { hash, slot });
        self.entries += 1;
    }

    /// Takes out a slot that is in.
    pub fn remove(&mut self, hash: u32, slot: u32) {
        let mut gap = self.home(hash);
        while self.rows[gap].slot != slot {
            gap = self.next(gap);
        }
        // What comes behind moves up unless that would put it before its home.
        let mut at = self.next(gap);
        while self.rows[at].slot != NONE {
            if self.distance(self.home(self.rows[at].hash), at) >= self.distance(gap, at) {
                self.rows[gap] = self.rows[at];
                gap = at;
            }
            at = self.next(at);
        }
        self.rows[gap] = VACANT;
        self.entries -= 1;
    }

    fn put(&mut self, row: Row) {
        let mut at = self.home(row.hash);
        while self.rows[at].slot != NONE {
            at = self.next(at);
        }
        self.rows[at] = row;
    }

    /// Where an entry of this hash is looked for first. The number of rows is a power of two.
    fn home(&self, hash: u32) -> usize {
        hash as usize & (self.rows.len() - 1)
    }

    fn next(&self, at: usize) -> usize {
        (at + 1) & (self.rows.len() - 1)
    }

    fn distance(&self, from: usize, to: usize) -> usize {
        to.wrapping_sub(from) & (self.rows.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_is_found_and_what_was_taken_out_is_not() {
        let mut table = Table::new();
        let mut is_in = [false; 300];
        for step in 0..20_000_u64 {
            let slot = (step.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as u32 % 300;
            // Few homes, so that entries crowd and wrap around.
            let hash = |slot: u32| u32::MAX - slot % 7;
            if is_in[slot as usize] {
                table.remove(hash(slot), slot);
            } else {
                table.insert(hash(slot), slot);
            }
            is_in[slot as usize] ^= true;
            if step % 50 == 0 {
                for one in 0..300 {
                    let found = table.find(hash(one), |slot| slot == one);
                    assert_eq!(found, is_in[one as usize].then_some(one));
                }
            }
        }
    }
}
