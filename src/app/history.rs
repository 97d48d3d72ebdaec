//! Undo and redo of the scenario. The clock has no part in it.

use std::collections::VecDeque;
use std::rc::Rc;

use crate::scenario::{ParameterId, Scenario, Side};

/// So many steps can be undone; older ones are forgotten.
pub const UNDO_MOST: usize = 100;

/// The control that is being dragged: all its moves are one step.
type Gesture = (Side, ParameterId);

/// What was asked for before, and what undo took back. Scenarios are counted references, since
/// the state is copied in every frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    past: VecDeque<Rc<Scenario>>,
    future: Vec<Rc<Scenario>>,
    gesture: Option<Gesture>,
}

impl History {
    /// Whether there is a step to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Keeps what is about to be replaced, unless it belongs to the gesture that goes on.
    pub(super) fn keep(&mut self, before: &Scenario, gesture: Option<Gesture>) {
        self.future.clear();
        let goes_on = gesture.is_some() && self.gesture == gesture;
        self.gesture = gesture;
        if goes_on {
            return;
        }
        self.past.push_back(Rc::new(before.clone()));
        if self.past.len() > UNDO_MOST {
            self.past.pop_front();
        }
    }

    /// The next change begins a step of its own.
    pub(super) fn end_gesture(&mut self) {
        self.gesture = None;
    }

    /// The scenario before the last step.
    pub(super) fn undo(&mut self, now: &Scenario) -> Option<Scenario> {
        self.gesture = None;
        let before = self.past.pop_back()?;
        self.future.push(Rc::new(now.clone()));
        Some(Rc::unwrap_or_clone(before))
    }

    /// The scenario that the last undo took back.
    pub(super) fn redo(&mut self, now: &Scenario) -> Option<Scenario> {
        self.gesture = None;
        let after = self.future.pop()?;
        self.past.push_back(Rc::new(now.clone()));
        Some(Rc::unwrap_or_clone(after))
    }
}
