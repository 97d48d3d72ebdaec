//! What is asked about maintenance.

use serde::{Deserialize, Serialize};

use crate::experiment::maintenance::{Fix, HostWay, Setting, Way};
use crate::scenario::Side;
use crate::units::Span;

/// Parameters of this question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Id {
    /// What is fixed.
    Fix,
    /// How copies are brought up to date.
    Way,
    /// What is done about a host that must reboot.
    Host,
    /// Instances in one wave.
    AtOnce,
    /// Minutes for one step by hand.
    Labour,
}

impl Id {
    /// Every one.
    pub const ALL: &'static [Self] =
        &[Self::Fix, Self::Way, Self::Host, Self::AtOnce, Self::Labour];
}

/// What was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What is fixed.
    pub fix: Fix,
    /// How copies are brought up to date.
    pub way: Way,
    /// What is done about a host that must reboot.
    pub host: HostWay,
    /// Instances in one wave.
    pub at_once: u64,
    /// Seconds for one step by hand.
    pub labour: u64,
}

impl Default for Choice {
    fn default() -> Self {
        Self { fix: Fix::Kernel, way: Way::InPlace, host: HostWay::Reboot, at_once: 1, labour: 300 }
    }
}

impl Choice {
    /// What it means for the experiment.
    #[must_use]
    pub fn setting(&self, _side: Side) -> Setting {
        Setting {
            fix: self.fix,
            way: self.way,
            host: self.host,
            at_once: u32::try_from(self.at_once).unwrap_or(u32::MAX),
            labour: Span::seconds(self.labour.min(LABOUR_MOST)),
        }
    }
}

/// The most seconds for one step by hand.
pub const LABOUR_MOST: u64 = 28_800;
