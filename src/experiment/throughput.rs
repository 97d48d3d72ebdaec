//! How much work the instances get done, and how long a request takes.
//!
//! There is no factor for a platform. A request is a bill, a platform is a price list, and
//! throughput, latency and what binds come out of queues on cores, disk, lock and link. The same
//! load can be put on plain processes, too, to say what the platform takes.

mod account;
mod film;
mod journey;
mod latency;
mod setting;
mod simulation;
mod station;
mod words;

pub use self::setting::{Load, Setting};
pub use self::words::{Bound, Mechanism, Quantity, Stage};

use self::simulation::Simulation;
use super::answer::Answer;
use super::film::Film;
use crate::catalog;
use crate::model::{Incompatible, Machine};

/// Requests of the comparison with plain processes, at most.
const COMPARED_MOST: u64 = 50_000;

/// A run of the experiment: a value that can be sliced and cloned.
#[derive(Clone, Debug)]
pub struct Run {
    machine: Machine,
    setting: Setting,
    refused: Option<Incompatible>,
    own: Option<Box<Simulation>>,
    native: Option<Box<Simulation>>,
}

impl Run {
    /// A run at its beginning.
    #[must_use]
    pub fn new(machine: Machine, setting: Setting) -> Self {
        let refused = machine.check_compatibility().err();
        let runs = refused.is_none() && machine.instances > 0;
        let own = runs.then(|| Box::new(Simulation::new(&machine, &setting)));
        let native = (runs && setting.compared && !is_native(&machine)).then(|| {
            let requests = setting.requests.min(COMPARED_MOST);
            let setting = Setting { requests, ..setting.clone() };
            Box::new(Simulation::new(&natively(&machine), &setting))
        });
        Self { machine, setting, refused, own, native }
    }

    /// Handles at most so many events; true when nothing is left to happen.
    pub fn advance(&mut self, events: u64) -> bool {
        let mut left = events;
        for simulation in [&mut self.own, &mut self.native].into_iter().flatten() {
            let before = simulation.events();
            if !simulation.advance(left) {
                return false;
            }
            left = left.saturating_sub(simulation.events() - before);
        }
        true
    }

    /// How far it has come, 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        let parts = [&self.own, &self.native].into_iter().flatten();
        let least = parts.map(|part| part.fraction()).fold(f64::INFINITY, f64::min);
        if least.is_finite() { least } else { 1.0 }
    }

    /// What it has to tell.
    #[must_use]
    pub fn answer(&self) -> Answer {
        let Some(own) = &self.own else {
            return Answer { refused: self.refused, ..Answer::default() };
        };
        account::answer(&self.machine, &self.setting, own, self.native.as_deref())
    }

    /// A sample of the requests on their way; `None` where nothing runs.
    #[must_use]
    pub fn film(&self) -> Option<Film> {
        self.own.as_deref().filter(|own| own.is_done()).map(film::film)
    }
}

fn is_native(machine: &Machine) -> bool {
    machine.platform.operations.id == catalog::operation::NATIVE.id
}

/// The same machine with plain processes instead of instances.
fn natively(machine: &Machine) -> Machine {
    let mut native = machine.clone();
    if let Some(process) = catalog::platform("process") {
        native.put_platform(process);
    }
    native.guest = None;
    native
}
