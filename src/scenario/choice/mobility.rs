//! What is asked about mobility.

use serde::{Deserialize, Serialize};

use crate::experiment::mobility::Setting;
use crate::scenario::Side;

/// Parameters of this question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Id {}

impl Id {
    /// Every one.
    pub const ALL: &'static [Self] = &[];
}

/// What was said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {}

impl Choice {
    /// What it means for the experiment.
    #[must_use]
    pub fn setting(&self, _side: Side) -> Setting {
        Setting {}
    }
}
