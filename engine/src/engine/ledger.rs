//! Who owns which bytes of a machine: every byte has one owner or is free.
//!
//! An owner is a *holder* (the host, an instance) and a *kind* (heap, guest kernel, page cache).
//! The kinds are the caller's: to the ledger they are numbers below `KINDS`. Totals are kept, not
//! added up on request, since charts ask for them at every event and a storm without memory at
//! every killing.

use thiserror::Error;

use crate::units::Bytes;

/// There is less free than was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{} bytes are needed and {} are free", needed.0, free.0)]
pub struct Shortage {
    /// What was asked for.
    pub needed: Bytes,
    /// What was there.
    pub free: Bytes,
}

/// The bytes of one machine, by holder and kind. The law: what is held and what is free add up to
/// the total, always.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger<const KINDS: usize> {
    total: Bytes,
    free: Bytes,
    kinds: [Bytes; KINDS],
    holders: Vec<[Bytes; KINDS]>,
    /// The sum of each holder's row.
    sums: Vec<Bytes>,
}

impl<const KINDS: usize> Ledger<KINDS> {
    /// A ledger of `total` free bytes with rows for this many holders; more are added as needed.
    #[must_use]
    pub fn new(total: Bytes, holders: u32) -> Self {
        let empty = [Bytes::ZERO; KINDS];
        let rows = holders as usize;
        Self {
            total,
            free: total,
            kinds: empty,
            holders: vec![empty; rows],
            sums: vec![Bytes::ZERO; rows],
        }
    }

    /// Gives free bytes to an owner.
    ///
    /// # Errors
    /// When less is free; then nothing changes.
    pub fn take(&mut self, holder: u32, kind: u8, amount: Bytes) -> Result<(), Shortage> {
        if amount > self.free {
            return Err(Shortage { needed: amount, free: self.free });
        }
        self.free = self.free.saturating_sub(amount);
        self.enter(holder, kind, amount);
        self.check();
        Ok(())
    }

    /// Frees bytes of an owner. No owner can give more than it holds: the rest is ignored.
    pub fn give(&mut self, holder: u32, kind: u8, amount: Bytes) {
        let amount = self.withdraw(holder, kind, amount);
        self.free += amount;
        self.check();
    }

    /// Turns bytes of a holder from one kind into another; no more than it holds of the first.
    pub fn shift(&mut self, holder: u32, from: u8, to: u8, amount: Bytes) {
        let amount = self.withdraw(holder, from, amount);
        self.enter(holder, to, amount);
        self.check();
    }

    /// What a holder holds of a kind.
    #[must_use]
    pub fn held(&self, holder: u32, kind: u8) -> Bytes {
        self.holders.get(holder as usize).map_or(Bytes::ZERO, |row| row[usize::from(kind)])
    }

    /// All that a holder holds.
    #[must_use]
    pub fn of(&self, holder: u32) -> Bytes {
        self.sums.get(holder as usize).copied().unwrap_or_default()
    }

    /// Of the holders that are `wanted` the one that holds most, and of equal ones the first.
    /// Only who holds more than all before it is asked about.
    #[must_use]
    pub fn largest(&self, mut wanted: impl FnMut(u32) -> bool) -> Option<u32> {
        let mut largest: Option<(u32, Bytes)> = None;
        for (holder, &held) in (0..).zip(&self.sums) {
            if largest.is_none_or(|(_, most)| held > most) && wanted(holder) {
                largest = Some((holder, held));
            }
        }
        largest.map(|(holder, _)| holder)
    }

    /// What all holders hold of a kind.
    #[must_use]
    pub fn total_of(&self, kind: u8) -> Bytes {
        self.kinds[usize::from(kind)]
    }

    /// What nobody holds.
    #[must_use]
    pub fn free(&self) -> Bytes {
        self.free
    }

    /// The whole machine.
    #[must_use]
    pub fn total(&self) -> Bytes {
        self.total
    }

    fn row(&mut self, holder: u32) -> &mut [Bytes; KINDS] {
        let index = holder as usize;
        if index >= self.holders.len() {
            self.holders.resize(index + 1, [Bytes::ZERO; KINDS]);
            self.sums.resize(index + 1, Bytes::ZERO);
        }
        &mut self.holders[index]
    }

    fn enter(&mut self, holder: u32, kind: u8, amount: Bytes) {
        self.row(holder)[usize::from(kind)] += amount;
        self.sums[holder as usize] += amount;
        self.kinds[usize::from(kind)] += amount;
    }

    /// Takes bytes from an owner, as far as it has them, and says how many.
    fn withdraw(&mut self, holder: u32, kind: u8, amount: Bytes) -> Bytes {
        let held = &mut self.row(holder)[usize::from(kind)];
        let amount = amount.min(*held);
        *held = held.saturating_sub(amount);
        let sum = &mut self.sums[holder as usize];
        *sum = sum.saturating_sub(amount);
        let kind = &mut self.kinds[usize::from(kind)];
        *kind = kind.saturating_sub(amount);
        amount
    }

    fn check(&self) {
        debug_assert_eq!(
            self.kinds.iter().copied().sum::<Bytes>() + self.free,
            self.total,
            "every byte has one owner or is free"
        );
    }
}
