//! What happens when demand moves.

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Dimension};
use crate::model::Machine;

/// What is asked besides the machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {}

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Quantity {}

impl Quantity {
    /// Every quantity, the most important first.
    pub const ALL: &'static [Self] = &[];

    /// Its name in files and on the command line; never changes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {}
    }

    /// Its unit.
    #[must_use]
    pub const fn dimension(self) -> Dimension {
        match self {}
    }
}

/// Why it comes out so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Mechanism {}

/// A run of the experiment: a value that can be sliced and cloned.
#[derive(Clone, Debug)]
pub struct Run {
    machine: Machine,
}

impl Run {
    /// A run at its beginning.
    #[must_use]
    pub fn new(machine: Machine, _setting: Setting) -> Self {
        Self { machine }
    }

    /// Handles at most so many events; true when nothing is left to happen.
    pub fn advance(&mut self, _events: u64) -> bool {
        true
    }

    /// How far it has come, 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        1.0
    }

    /// What it has to tell.
    #[must_use]
    pub fn answer(&self) -> Answer {
        let refused = self.machine.check_compatibility().err();
        Answer { refused, ..Answer::default() }
    }
}
