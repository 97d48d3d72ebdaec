//! Long work in slices: a part of each frame, so that the page stays quick while it goes on.
//!
//! An event costs from a hundred nanoseconds to milliseconds, depending on what is asked, so the
//! size of a slice follows the clock and not a constant.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::web::frames::use_frames;
use crate::web::page;

/// What the simulation may take of a frame of 16 ms.
const SLICE_MILLISECONDS: f64 = 8.0;
/// A step should take about this long between two looks at the clock.
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

impl Pace {
    /// Takes steps until `step`, which is given a number of events, says that nothing is left, or
    /// until the slice is over. True if nothing is left.
    pub fn work(&mut self, mut step: impl FnMut(u64) -> bool) -> bool {
        let begun = page::now();
        let mut before = begun;
        loop {
            let done = step(self.0);
            let now = page::now();
            self.follow(now - before);
            if done || now - begun > SLICE_MILLISECONDS {
                return done;
            }
            before = now;
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

/// Work that is done in slices.
pub trait Sliced: 'static {
    /// Handles about so many events; true when nothing is left.
    fn advance(&mut self, events: u64) -> bool;

    /// How far it has come, 0 to 1.
    fn fraction(&self) -> f64;

    /// Itself, to be read as what it is.
    fn as_any(&self) -> &dyn Any;
}

/// How a piece of work stands. A new value for each change, so that components see it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Standing {
    /// Nothing was asked for.
    #[default]
    Idle,
    /// It has come so far, 0 to 1.
    Running(f64),
    /// It is done.
    Done,
}

/// A place for a piece of work; whoever looks at it knows what it is.
type Place = Rc<RefCell<Option<Box<dyn Sliced>>>>;

/// A piece of work that belongs to a component; it ends when the component leaves the page.
pub struct Work {
    task: Place,
    /// How it stands.
    pub standing: Standing,
    /// Counts the slices, for what is computed from the task.
    pub slices: u32,
    set: UseStateSetter<(Standing, u32)>,
}

impl Work {
    /// Begins anew with this task.
    pub fn starter(&self, make: impl Fn() -> Option<Box<dyn Sliced>> + 'static) -> Callback<()> {
        let (task, set, slices) = (Rc::clone(&self.task), self.set.clone(), self.slices);
        Callback::from(move |()| begin(&task, make(), &set, slices))
    }

    /// Gives up.
    pub fn canceller(&self) -> Callback<()> {
        self.starter(|| None)
    }

    /// What the task of this kind tells, as far as it has come.
    pub fn read<T: Sliced, R>(&self, tell: impl FnOnce(&T) -> R) -> Option<R> {
        let task = self.task.borrow();
        let task: &dyn Any = task.as_deref()?.as_any();
        task.downcast_ref::<T>().map(tell)
    }
}

fn begin(
    place: &Place,
    task: Option<Box<dyn Sliced>>,
    set: &UseStateSetter<(Standing, u32)>,
    slices: u32,
) {
    let standing = if task.is_some() { Standing::Running(0.0) } else { Standing::Idle };
    *place.borrow_mut() = task;
    set.set((standing, slices.wrapping_add(1)));
}

/// A place for work that is done in slices.
#[hook]
pub fn use_work() -> Work {
    let task: Place = use_mut_ref(|| None);
    let state = use_state_eq(|| (Standing::Idle, 0_u32));
    let set = state.setter();
    let counted = use_mut_ref(|| 0_u32);
    *counted.borrow_mut() = state.1;
    let running = matches!(state.0, Standing::Running(_));
    {
        let (task, set) = (Rc::clone(&task), set.clone());
        let pace = use_mut_ref(Pace::default);
        use_frames(running, move |_| {
            let mut task = task.borrow_mut();
            let Some(task) = task.as_mut() else { return };
            let done = pace.borrow_mut().work(|events| task.advance(events));
            let standing = if done { Standing::Done } else { Standing::Running(task.fraction()) };
            let slices = counted.borrow().wrapping_add(1);
            set.set((standing, slices));
        });
    }
    Work { task, standing: state.0, slices: state.1, set }
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
