//! A priority queue that may become very long: a heap of which only the near end is kept in order.

use super::far::Far;
use super::heap::{Heap, Ranked};

/// Makes the same promises as a heap.
#[derive(Clone, Debug)]
pub(super) struct Queue<T> {
    near: Heap<T>,
    far: Far<T>,
}

impl<T: Ranked> Queue<T> {
    pub const fn new() -> Self {
        Self { near: Heap::new(), far: Far::NOTHING }
    }

    pub fn first(&self) -> Option<T> {
        self.near.first()
    }

    pub fn len(&self) -> usize {
        self.near.len() + self.far.len()
    }

    pub fn clear(&mut self) {
        self.near.clear();
        self.far = Far::NOTHING;
    }

    pub fn push(&mut self, item: T) {
        if self.far.takes(item) {
            self.far.push(item);
            return;
        }
        self.near.push(item);
        if Far::<T>::is_crowded(self.near.len()) {
            self.near.change(|items| self.far.take(items, |_| {}));
        }
    }

    pub fn pop(&mut self) -> Option<T> {
        let first = self.near.pop();
        self.refill();
        first
    }

    /// Applies a change that keeps the order of the entries to all of them.
    pub fn for_each(&mut self, mut change: impl FnMut(&mut T)) {
        self.near.for_each(&mut change);
        self.far.for_each(change);
    }

    /// Drops the entries that are not wanted any more, in O(n).
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        self.near.retain(&mut keep);
        self.far.retain(keep);
        self.refill();
    }

    /// Sees to it that the first of all is near.
    fn refill(&mut self) {
        if self.near.len() == 0 && !self.far.is_nothing() {
            self.near.change(|items| self.far.give(items));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers without pattern from a fixed rule, so that the test needs no generator.
    fn number(step: u64) -> u64 {
        step.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40
    }

    #[test]
    fn a_queue_of_any_length_is_what_a_heap_is() {
        for length in [1, 100, 2_000, 3_000, 40_000] {
            let (mut queue, mut heap) = (Queue::new(), Heap::new());
            let mut now = 0;
            for step in 0..4 * length {
                // Ends lie ahead of the present, now and then far ahead and often together.
                let ahead = number(step) >> (number(step + 7) % 24);
                queue.push(now + ahead);
                heap.push(now + ahead);
                if step >= length {
                    assert_eq!(queue.first(), heap.first());
                    assert_eq!(queue.pop(), heap.pop());
                    now = heap.first().unwrap_or(now);
                }
                if step % (length + 1) == length {
                    queue.retain(|item| item % 3 != 0);
                    heap.retain(|item| item % 3 != 0);
                }
                assert_eq!(queue.len(), heap.len());
            }
            while let Some(item) = heap.pop() {
                assert_eq!(queue.pop(), Some(item));
            }
            assert_eq!((queue.pop(), queue.len()), (None, 0));
        }
    }

    #[test]
    fn few_are_near_when_all_are_many() {
        let mut queue = Queue::new();
        (0..100_000).for_each(|step| queue.push(number(step)));
        assert!(queue.near.len() <= 5_000, "{}", queue.near.len());
        assert_eq!(queue.len(), 100_000);
    }
}
