//! Runs the scenarios of a step, a slice in every frame.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::pace::{Pace, SLICE_MILLISECONDS};
use crate::lesson::Facts;
use crate::scenario::Scenario;
use crate::scenario::study::Comparison;
use crate::web::frames::use_frames;
use crate::web::page;

/// What has been found of these scenarios; `None` until all of them are done.
pub type Found = Option<Rc<Vec<Facts>>>;

/// Scenarios on their way.
#[derive(Default)]
struct Runs {
    left: Vec<Comparison>,
    done: Vec<Facts>,
    pace: Pace,
}

impl Runs {
    fn of(scenarios: &[Scenario]) -> Self {
        let left = scenarios.iter().rev().cloned().map(Comparison::new).collect();
        Self { left, ..Self::default() }
    }

    /// Works for its part of a frame; true when nothing is left.
    fn serve(&mut self) -> bool {
        let Self { left, done, pace } = self;
        pace.work(page::now, SLICE_MILLISECONDS, |events| {
            let Some(first) = left.last_mut() else { return true };
            if first.advance(events) {
                done.push(Facts::of(first.result()));
                left.pop();
            }
            left.is_empty()
        })
    }
}

/// Runs these scenarios to their ends. They are run again when they change.
#[hook]
pub fn use_facts(scenarios: Vec<Scenario>) -> Found {
    let runs = use_mut_ref(Runs::default);
    let running = use_state_eq(|| false);
    let found = use_state(|| (Vec::new(), Rc::new(Vec::new())));
    {
        let (runs, running) = (Rc::clone(&runs), running.setter());
        use_effect_with(scenarios.clone(), move |scenarios| {
            *runs.borrow_mut() = Runs::of(scenarios);
            running.set(!scenarios.is_empty());
        });
    }
    let (still, ended) = (running.setter(), found.setter());
    use_frames(*running, move |_| {
        let mut runs = runs.borrow_mut();
        if runs.serve() {
            let done = core::mem::take(&mut runs.done);
            let of: Vec<_> = done.iter().map(|facts| facts.scenario().clone()).collect();
            ended.set((of, Rc::new(done)));
            still.set(false);
        }
    });
    let (of, facts) = &*found;
    (*of == scenarios && !of.is_empty()).then(|| Rc::clone(facts))
}
