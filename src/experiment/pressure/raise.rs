//! More memory for instances that run already.
//!
//! A limit is a number that the host's kernel looks up, so raising it stops nobody. The size of a
//! virtual machine is part of what it boots with: it stops in order and starts anew, as a run of
//! the very machine with the new size. Memory that is plugged in while a guest runs is left out.

use super::super::{restart, run};
use super::{Case, Setting};
use crate::model::{ImageState, Machine};
use crate::units::Bytes;

/// What a raise asks for.
#[derive(Clone, Debug)]
pub(super) struct Raise {
    memory: Bytes,
    /// The restart of one instance, where the new size needs one.
    restart: Option<Box<run::Run>>,
    /// Seconds until a guest that is asked to stop has.
    stop: f64,
}

impl Raise {
    pub(super) fn new(machine: &Machine, setting: &Setting) -> Option<Self> {
        let memory = setting.raise?;
        let restart = machine.has_guest_kernels().then(|| {
            let larger = Machine { memory, ..machine.clone() };
            let one = restart::together(&larger, 1, ImageState::InMemory, 0);
            Box::new(run::Run::new(one))
        });
        Some(Self { memory, restart, stop: machine.mobility().stop_guest.seconds() })
    }

    /// The instances as they are afterwards.
    pub(super) fn case(&self, machine: &Machine, setting: &Setting) -> Case {
        let guest = machine.has_guest_kernels();
        Case {
            memory: if guest { self.memory } else { machine.memory },
            setting: Setting {
                memory_limit: if guest { setting.memory_limit } else { Some(self.memory) },
                ..setting.clone()
            },
            instances: machine.instances,
            short: false,
        }
    }

    /// Handles at most so many events; true when nothing is left to happen.
    pub(super) fn advance(&mut self, events: u64) -> bool {
        self.restart.as_mut().is_none_or(|restart| restart.advance(events))
    }

    /// Whether instances stop for it.
    pub(super) fn restarts(&self) -> bool {
        self.restart.is_some()
    }

    /// How long an instance is down for it; `None` if it does not come back.
    pub(super) fn downtime(&self) -> Option<f64> {
        let Some(restart) = &self.restart else { return Some(0.0) };
        let ready = restart::ready_times(&restart.report());
        let start = ready.first().copied().flatten()?;
        Some(self.stop + start.as_seconds())
    }

    /// Events of the restart, and its digest.
    pub(super) fn trace(&self) -> (u64, u64) {
        let report = self.restart.as_ref().map(|restart| restart.report());
        report.map_or((0, 0), |report| (report.events, report.digest))
    }
}
