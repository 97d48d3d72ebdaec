//! What is asked about an incident.

use serde::{Deserialize, Serialize};

use crate::experiment::incident::{Kind, Setting};
use crate::model::Layer;
use crate::scenario::Side;

/// Parameters of this question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Id {
    /// Where it happens.
    Layer,
    /// What happens.
    Kind,
}

impl Id {
    /// Every one.
    pub const ALL: &'static [Self] = &[Self::Layer, Self::Kind];
}

/// What was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Where it happens.
    pub layer: Layer,
    /// What happens.
    pub kind: Kind,
}

impl Default for Choice {
    fn default() -> Self {
        Self { layer: Layer::Kernel, kind: Kind::Crash }
    }
}

impl Choice {
    /// What it means for the experiment.
    #[must_use]
    pub fn setting(&self, _side: Side) -> Setting {
        Setting { layer: self.layer, kind: self.kind }
    }
}
