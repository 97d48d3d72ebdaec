//! What is asked about elasticity.

use serde::{Deserialize, Serialize};

use crate::experiment::elasticity::{Pattern, Setting};
use crate::scenario::Side;

/// Parameters of this question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the rows of the table and the words in `text` say what each is")]
pub enum Id {
    Pattern,
    Peak,
    Spike,
    Target,
    Warm,
    Duration,
    Capped,
}

impl Id {
    /// Every one.
    pub const ALL: &'static [Self] = &[
        Self::Pattern,
        Self::Peak,
        Self::Spike,
        Self::Target,
        Self::Warm,
        Self::Duration,
        Self::Capped,
    ];
}

/// What was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// How demand moves.
    pub pattern: Pattern,
    /// Demand of an instance at its peak in per cent of a core.
    pub peak: u64,
    /// Demand in the spike in per cent of that before.
    pub spike: u64,
    /// Use of its cores at which the autoscaler wants an instance, in per cent.
    pub target: u64,
    /// Instances kept warm.
    pub warm: u64,
    /// Seconds.
    pub duration: u64,
    /// Whether containers are capped at their processors.
    pub capped: bool,
}

impl Default for Choice {
    /// Version 1 of the share link leaves these values out: they never change.
    fn default() -> Self {
        Self {
            pattern: Pattern::Rotating,
            peak: 300,
            spike: 300,
            target: 60,
            warm: 0,
            duration: 300,
            capped: false,
        }
    }
}

impl Choice {
    /// What it means for the experiment.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "small numbers")]
    pub fn setting(&self, _side: Side) -> Setting {
        let percent = |number: u64| number.max(1) as f64 / 100.0;
        Setting {
            pattern: self.pattern,
            peak: percent(self.peak),
            spike: percent(self.spike),
            target: percent(self.target),
            warm: u32::try_from(self.warm).unwrap_or(u32::MAX),
            duration: self.duration.max(1) as f64,
            capped: self.capped,
        }
    }
}
