//! How much of a long piece of work is done between two looks at the clock.
//!
//! An event costs from a hundred nanoseconds to milliseconds, depending on what is asked, so the
//! size of a step follows the clock and not a constant. The clock is handed in: what is computed
//! never depends on it, only when it is handed over.

/// A step should take about this long, in milliseconds.
const STEP_MILLISECONDS: f64 = 2.0;
/// Events of the first step.
const EVENTS_FIRST: u64 = 200;
/// Events of the largest step.
const EVENTS_MOST: u64 = 1 << 20;

/// How many events are handled between two looks at the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace(u64);

impl Default for Pace {
    fn default() -> Self {
        Self(EVENTS_FIRST)
    }
}

/// What a simulation may take of a frame of 16 ms.
pub const SLICE_MILLISECONDS: f64 = 8.0;

impl Pace {
    /// Takes steps until `step`, which is given a number of events, says that nothing is left, or
    /// until so many milliseconds have passed on the clock `now`. True if nothing is left.
    pub fn work(
        &mut self,
        now: impl Fn() -> f64,
        milliseconds: f64,
        mut step: impl FnMut(u64) -> bool,
    ) -> bool {
        let begun = now();
        let mut before = begun;
        loop {
            let done = step(self.0);
            let after = now();
            self.follow(after - before);
            if done || after - begun > milliseconds {
                return done;
            }
            before = after;
        }
    }

    /// Takes note of how long a step took.
    fn follow(&mut self, milliseconds: f64) {
        if milliseconds > STEP_MILLISECONDS {
            self.0 = (self.0 / 2).max(1);
        } else if milliseconds < STEP_MILLISECONDS / 4.0 {
            self.0 = (self.0 * 2).min(EVENTS_MOST);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_shrink_when_they_are_slow_and_grow_when_they_are_quick() {
        let mut pace = Pace::default();
        for _ in 0..40 {
            pace.follow(30.0);
        }
        assert_eq!(pace, Pace(1));
        for _ in 0..60 {
            pace.follow(0.01);
        }
        assert_eq!(pace, Pace(EVENTS_MOST));
        pace.follow(1.0);
        assert_eq!(pace, Pace(EVENTS_MOST));
    }
}
