//! Answers questions that are no starts, for the page, which does not carry their experiments.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::pace::Pace;
use crate::app::part::{Brief, Wish};
use crate::app::{Driver, Request};
use crate::scenario::{Scenario, Side};
use crate::web::frames::use_frames;
use crate::web::{page, parts};

/// The question under way.
#[derive(Default)]
struct Asked {
    driver: Driver,
    pace: Pace,
}

impl Asked {
    fn of(generation: u64, scenario: &Scenario) -> Self {
        let mut asked = Self::default();
        for side in Side::BOTH {
            let scenario = Box::new(scenario.clone());
            asked.driver.request(Request::Run { generation, side, scenario });
        }
        asked
    }

    /// Works for its part of a frame and tells what came of it. True when nothing is left.
    fn serve(&mut self) -> bool {
        for reply in self.driver.serve(&mut self.pace, page::now) {
            parts::wish(&Wish::Replied(Box::new(reply)));
        }
        self.driver.is_idle()
    }
}

/// Answers the question of the brief, a slice in every frame.
#[hook]
pub fn use_answers(brief: Option<&Brief>) {
    let asked = use_mut_ref(Asked::default);
    let running = use_state_eq(|| false);
    let question = brief.and_then(|brief| Some((brief.asked?, brief.scenario.clone())));
    {
        let (asked, running) = (Rc::clone(&asked), running.setter());
        use_effect_with(question, move |question| {
            let mut asked = asked.borrow_mut();
            *asked = Asked::default();
            if let Some((generation, scenario)) = question {
                *asked = Asked::of(*generation, scenario);
                running.set(!asked.serve());
            }
        });
    }
    let setter = running.setter();
    use_frames(*running, move |_| setter.set(!asked.borrow_mut().serve()));
}
