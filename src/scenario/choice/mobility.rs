//! What is asked about mobility.

use serde::{Deserialize, Serialize};

use crate::catalog::{MOBILITY, Way};
use crate::experiment::mobility::{Setting, WorkingSet};
use crate::model::Cached;
use crate::scenario::Side;
use crate::units::Bytes;

/// Parameters of this question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the words in `text` say what each is")]
pub enum Id {
    Way,
    Link,
    AtOnce,
    Cached,
    MoveDisk,
    DirtyRate,
    WorkingSet,
    FirstRound,
    StartFirst,
}

impl Id {
    /// Every one.
    pub const ALL: &'static [Self] = &[
        Self::Way,
        Self::Link,
        Self::AtOnce,
        Self::Cached,
        Self::MoveDisk,
        Self::DirtyRate,
        Self::WorkingSet,
        Self::FirstRound,
        Self::StartFirst,
    ];
}

/// What of the image is at the target, as it is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AtTarget {
    /// Nothing.
    Nothing,
    /// The base.
    #[default]
    Base,
    /// Everything.
    All,
}

/// What was said. What differs between the machines stands by [`Side::index`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// How; `None` for the platform's usual way.
    pub way: [Option<Way>; 2],
    /// Mb/s between the hosts and to the registry.
    pub link: u64,
    /// How many move at once.
    pub at_once: u64,
    /// What of the image is at the target.
    pub cached: [AtTarget; 2],
    /// Whether the disks of virtual machines are moved, too.
    pub move_disk: [bool; 2],
    /// MB/s that each instance writes to its memory; `None` leaves it to the catalogue.
    pub dirty_rate: Option<u64>,
    /// MiB on which these writes fall; `None` leaves it to the memory's size.
    pub working_set: Option<u64>,
    /// Mb/s that the first round of a live migration is held to; `None` for the whole link.
    pub first_round: Option<u64>,
    /// Whether the new container is started before the old one is stopped.
    pub start_first: bool,
}

impl Default for Choice {
    /// The share link leaves these values out: they never change.
    fn default() -> Self {
        Self {
            way: [None; 2],
            link: 1000,
            at_once: 1,
            cached: [AtTarget::Base; 2],
            move_disk: [true; 2],
            dirty_rate: None,
            working_set: None,
            first_round: None,
            start_first: false,
        }
    }
}

impl Choice {
    /// What it means for the experiment.
    #[must_use]
    pub fn setting(&self, side: Side) -> Setting {
        let bytes = |megabits| real(megabits) * 1e6 / 8.0;
        Setting {
            way: self.way[side.index()],
            link: bytes(self.link),
            first_round: self.first_round.map(bytes),
            dirty_rate: self.dirty_rate.map(|rate| real(rate) * 1e6),
            working_set: self.working_set.map_or(WorkingSet::Usual, |size| {
                WorkingSet::Of(Bytes(size.saturating_mul(1 << 20)))
            }),
            filled: true,
            cached: match self.cached[side.index()] {
                AtTarget::Nothing => Cached::Nothing,
                AtTarget::Base => Cached::Base,
                AtTarget::All => Cached::All,
            },
            move_disk: self.move_disk[side.index()],
            at_once: u32::try_from(self.at_once).unwrap_or(u32::MAX),
            start_first: self.start_first,
            prices: Box::new(MOBILITY.clone()),
        }
    }
}

fn real(number: u64) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
