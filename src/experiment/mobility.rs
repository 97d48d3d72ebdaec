//! What it takes to move instances to another host of the same kind, and what survives it.
//!
//! A way of moving is a list of stages (`story`), and the engine shares link, disks and cores
//! among all that move at once (`moving`). A start at the target is not priced here: it is a run
//! of the experiment of starts on the target, so that a restart costs what a start costs.

mod answer;
mod film;
mod moving;
mod quantity;
mod rounds;
mod starts;
mod story;

use self::moving::Moving;
use self::starts::Starts;
use super::answer::Answer;
use super::film::Film;
use crate::catalog::mobility::ways;
use crate::catalog::{Mobility, Way};
use crate::model::{Cached, Incompatible, Machine, Writes};
use crate::units::Bytes;

pub use quantity::{Mechanism, Quantity};

/// What a service writes to again and again.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum WorkingSet {
    /// The catalogue's ratio of its memory.
    #[default]
    Usual,
    /// So much.
    Of(Bytes),
    /// No page is written twice.
    Unbounded,
}

/// What is asked besides the machine. Rates are in bytes per second.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// How; `None` for the platform's usual way.
    pub way: Option<Way>,
    /// The link between the hosts, and to the registry.
    pub link: f64,
    /// What the first round of a live migration may use, after which the rate follows the pace of
    /// writing; `None` for the whole link in every round.
    pub first_round: Option<f64>,
    /// How fast each instance writes to its memory; `None` for the catalogue's.
    pub dirty_rate: Option<f64>,
    /// On how much of it.
    pub working_set: WorkingSet,
    /// Whether guests have been up for long enough to fill their page caches.
    pub filled: bool,
    /// What of the image is at the target already.
    pub cached: Cached,
    /// Whether disks are moved, too; otherwise both hosts reach them.
    pub move_disk: bool,
    /// How many move at once.
    pub at_once: u32,
    /// Whether a restart starts the new instance before the old one is stopped.
    pub start_first: bool,
    /// Prices and rules.
    pub prices: Box<Mobility>,
}

impl Setting {
    /// The way that is gone, and whether it is not the one that was asked for.
    fn way_on(&self, machine: &Machine) -> (Way, bool) {
        let known = ways(&machine.platform);
        match self.way {
            Some(way) if known.contains(&way) => (way, false),
            Some(_) => (known[0], true),
            None => (known[0], false),
        }
    }

    /// How one instance writes, of this much memory.
    fn writes(&self, memory: Bytes) -> Writes {
        let rate = self.dirty_rate.unwrap_or(self.prices.dirty_rate.per_second());
        let set = match self.working_set {
            WorkingSet::Usual => Some(memory.scaled(self.prices.working_set.typical)),
            WorkingSet::Of(bytes) => Some(bytes.min(memory)),
            WorkingSet::Unbounded => None,
        };
        Writes { rate, set }
    }
}

/// A run of the experiment: a value that can be sliced and cloned.
#[derive(Clone, Debug)]
pub struct Run {
    machine: Box<Machine>,
    setting: Setting,
    way: Way,
    other_way: bool,
    refused: Option<Incompatible>,
    starts: Starts,
    moving: Option<Box<Moving>>,
}

impl Run {
    /// A run at its beginning.
    #[must_use]
    pub fn new(machine: Machine, setting: Setting) -> Self {
        let refused = machine.check_compatibility().err();
        let (way, other_way) = setting.way_on(&machine);
        let starts = Starts::new(&machine, &setting, way);
        let machine = Box::new(machine);
        Self { machine, setting, way, other_way, refused, starts, moving: None }
    }

    /// Handles at most so many events; true when nothing is left to happen.
    pub fn advance(&mut self, events: u64) -> bool {
        if self.refused.is_some() {
            return true;
        }
        if !self.starts.advance(events) {
            return false;
        }
        if self.starts.refused() {
            return true;
        }
        let moving = self.moving.get_or_insert_with(|| {
            let starts = self.starts.times();
            Box::new(Moving::new(&self.machine, &self.setting, self.way, starts))
        });
        moving.advance(events)
    }

    /// How far it has come, 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        match &self.moving {
            None => self.starts.fraction() * STARTS_SHARE,
            Some(moving) => STARTS_SHARE + moving.fraction() * (1.0 - STARTS_SHARE),
        }
    }

    /// What it has to tell.
    #[must_use]
    pub fn answer(&self) -> Answer {
        answer::answer(self)
    }

    /// Who is where when; `None` where nothing moves or it is not done.
    #[must_use]
    pub fn film(&self) -> Option<Film> {
        self.moving.as_deref().filter(|moving| moving.over).map(film::film)
    }
}

/// Timing the starts at the target is counted as this part of the work.
const STARTS_SHARE: f64 = 0.5;
