//! The far end of a long queue: piles of entries, each pile behind a border and without order.
//!
//! A heap of a hundred thousand entries is larger than a processor's cache, and each step down it
//! waits for memory. So a queue keeps only its near entries in a heap. When they run out, the
//! nearest pile takes their place, halved until it is short: what is split off is a pile of its
//! own. So an entry is moved O(log n) times, always in the order of memory, and the heap stays in
//! the cache.

use core::cmp::Ordering;

use super::heap::Ranked;

/// The most entries that come near at once.
const NEAR: usize = 2048;

/// The entries from a border on, up to that of the next pile.
#[derive(Clone, Debug)]
struct Pile<T> {
    border: T,
    items: Vec<T>,
}

/// Piles, the farthest first. While there is none, all entries are near.
#[derive(Clone, Debug)]
pub(super) struct Far<T> {
    piles: Vec<Pile<T>>,
}

impl<T: Ranked> Far<T> {
    pub const NOTHING: Self = Self { piles: Vec::new() };

    /// Whether there are no piles; one may be empty.
    pub fn is_nothing(&self) -> bool {
        self.piles.is_empty()
    }

    /// Whether an entry lies behind the border of the near ones.
    pub fn takes(&self, item: T) -> bool {
        self.piles.last().is_some_and(|pile| !item.precedes(pile.border))
    }

    /// Lays an entry down that it takes.
    pub fn push(&mut self, item: T) {
        let place = self.piles.partition_point(|pile| item.precedes(pile.border));
        self.piles[place].items.push(item);
    }

    pub fn len(&self) -> usize {
        self.piles.iter().map(|pile| pile.items.len()).sum()
    }

    pub fn items(&self) -> impl Iterator<Item = &T> {
        self.piles.iter().flat_map(|pile| &pile.items)
    }

    /// Applies a change that keeps the order of the entries to all of them.
    pub fn for_each(&mut self, mut change: impl FnMut(&mut T)) {
        for pile in &mut self.piles {
            change(&mut pile.border);
            pile.items.iter_mut().for_each(&mut change);
        }
    }

    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        for pile in &mut self.piles {
            pile.items.retain(&mut keep);
        }
    }

    /// Whether so many near entries are too many.
    pub fn is_crowded(near: usize) -> bool {
        near > 2 * NEAR
    }

    /// Takes the later half of the near entries, which are changed on the way.
    #[cold]
    pub fn take(&mut self, near: &mut Vec<T>, mut change: impl FnMut(&mut T)) {
        let mut later = split(near);
        later.items.iter_mut().for_each(&mut change);
        self.piles.push(later);
    }

    /// Gives up the nearest entries; some, if there are any.
    #[cold]
    pub fn give(&mut self, near: &mut Vec<T>) {
        let nearest = core::iter::from_fn(|| self.piles.pop()).find(|pile| !pile.items.is_empty());
        let Some(Pile { items: mut nearest, .. }) = nearest else { return };
        while nearest.len() > NEAR {
            let later = split(&mut nearest);
            self.piles.push(later);
        }
        near.append(&mut nearest);
    }
}

/// Splits off the later half of two or more entries.
fn split<T: Ranked>(items: &mut Vec<T>) -> Pile<T> {
    let middle = items.len() / 2;
    let (_, &mut border, _) = items.select_nth_unstable_by(middle, order);
    Pile { border, items: items.split_off(middle) }
}

fn order<T: Ranked>(one: &T, other: &T) -> Ordering {
    if one.precedes(*other) {
        Ordering::Less
    } else if other.precedes(*one) {
        Ordering::Greater
    } else {
        Ordering::Equal
    }
}
