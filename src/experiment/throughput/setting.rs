//! What is asked about throughput besides the machine.

use crate::catalog::{LoadKind, Workload};

/// Where requests come from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Load {
    /// So many clients for each instance, each asking again when it has its answer.
    Closed {
        /// Clients of an instance, or disk operations outstanding.
        clients: u32,
    },
    /// Requests that come whether or not the last are answered, by Poisson's law.
    Open {
        /// Requests per second for all instances together.
        rate: f64,
    },
}

/// What is asked besides the machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// What each request asks for.
    pub workload: Box<Workload>,
    /// Where requests come from; a batch and disk operations have no open load.
    pub load: Load,
    /// Pause of a client between an answer and its next request; seconds on average.
    pub think: f64,
    /// Requests in all.
    pub requests: u64,
    /// Whether the same load is put on plain processes, too, to compare with.
    pub compared: bool,
}

impl Setting {
    /// The usual load of a workload.
    #[must_use]
    pub fn usual(workload: &Workload, requests: u64) -> Self {
        let load = Load::Closed { clients: workload.clients };
        Self { workload: Box::new(workload.clone()), load, think: 0.0, requests, compared: false }
    }

    /// The load of an instance with so many virtual processors: a batch keeps each of them busy.
    pub(super) fn load_of(&self, workers: u32) -> Load {
        match (self.workload.kind, self.load) {
            (LoadKind::Batch, _) => Load::Closed { clients: workers },
            (LoadKind::Disk, Load::Open { .. }) => {
                Load::Closed { clients: self.workload.clients.max(1) }
            }
            (LoadKind::Server | LoadKind::Disk, load) => load,
        }
    }
}
