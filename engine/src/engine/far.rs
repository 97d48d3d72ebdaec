//! The far end of a long queue: piles of entries, each pile behind a border and without order.
//!
//! A heap of a hundred thousand entries is larger than a processor's cache, and each step down it
//! waits for memory. So a queue keeps only its near entries in a heap. When they run out, the
//! nearest pile takes their place, halved until it is short: what is split off is a pile of its
//! own. So an entry is moved some log n times, always in the order of memory, and the heap stays in
//! the cache.

use super::heap::Ranked;

/// The most entries that come near at once.
const NEAR: usize = 2048;

/// How many entries are looked at to find about the middle one.
const SAMPLE: usize = 15;

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

/// Splits off about the later half of two or more entries; at least one is left and one is split
/// off. Written out and not taken from the standard library, whose selection is several times the
/// code for each kind of entry, and may order equal entries otherwise in its next version.
fn split<T: Ranked>(items: &mut Vec<T>) -> Pile<T> {
    let border = middle(items);
    let earlier = gather(items, 0, |item| item.precedes(border));
    let equal = gather(items, earlier, |item| !border.precedes(item));
    let half = (items.len() / 2).clamp(earlier, equal);
    Pile { border, items: items.split_off(half) }
}

/// Moves the entries that are wanted to the front of those from a place on, and says where they
/// end.
fn gather<T: Ranked>(items: &mut [T], from: usize, wanted: impl Fn(T) -> bool) -> usize {
    let mut end = from;
    for at in from..items.len() {
        let item = items[at];
        items.swap(at, end);
        end += usize::from(wanted(item));
    }
    end
}

/// An entry that is about the middle one: of some that stand at equal distances.
fn middle<T: Ranked>(items: &[T]) -> T {
    let mut some = [items[0]; SAMPLE];
    for step in 0..SAMPLE {
        let item = items[(items.len() - 1) * step / (SAMPLE - 1)];
        let mut at = step;
        while at > 0 && item.precedes(some[at - 1]) {
            some[at] = some[at - 1];
            at -= 1;
        }
        some[at] = item;
    }
    some[SAMPLE / 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splitting_leaves_the_earlier_ones_and_loses_none() {
        let orders: [fn(u64) -> u64; 5] =
            [|step| step, |step| 1000 - step, |_| 7, |step| step % 3, |step| step * 61 % 97];
        for (length, order) in (2..200).flat_map(|length| orders.map(|order| (length, order))) {
            let mut items: Vec<u64> = (0..length).map(order).collect();
            let mut sorted = items.clone();
            let Pile { border, items: later } = split(&mut items);
            assert!(!items.is_empty() && !later.is_empty());
            assert!(items.iter().all(|item| *item <= border));
            assert!(later.iter().all(|item| *item >= border));
            let mut all = [items, later].concat();
            all.sort_unstable();
            sorted.sort_unstable();
            assert_eq!(all, sorted);
        }
    }
}
