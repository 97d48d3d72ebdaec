//! What is asked about throughput.

use serde::{Deserialize, Serialize};

use crate::catalog;
use crate::experiment::throughput::{Load, Setting};
use crate::scenario::Side;

/// Parameters of this question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Id {
    /// What each request asks for.
    Workload,
    /// Whether clients wait for their answers.
    Load,
    /// Clients of each instance.
    Clients,
    /// Requests per second in all.
    Rate,
    /// Pause of a client.
    Think,
    /// Requests in all.
    Requests,
}

impl Id {
    /// Every one.
    pub const ALL: &'static [Self] =
        &[Self::Workload, Self::Load, Self::Clients, Self::Rate, Self::Think, Self::Requests];
}

/// Whether clients wait for their answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LoadChoice {
    /// Each client asks again when it has its answer.
    #[default]
    Closed,
    /// Requests come at a rate, whether or not the last are answered.
    Open,
}

/// What was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Id of the workload.
    pub workload: String,
    /// Whether clients wait for their answers.
    pub load: LoadChoice,
    /// Clients of each instance, or disk operations outstanding; `None` for the usual number.
    pub clients: Option<u64>,
    /// Requests per second in all, with an open load.
    pub rate: u64,
    /// Pause of a client in milliseconds, with a closed load.
    pub think: u64,
    /// Requests in all.
    pub requests: u64,
}

impl Default for Choice {
    /// Version 1 of the share link leaves these values out: they never change.
    fn default() -> Self {
        Self {
            workload: "nginx".to_owned(),
            load: LoadChoice::Closed,
            clients: None,
            rate: 10_000,
            think: 0,
            requests: 50_000,
        }
    }
}

impl Choice {
    /// The workload that was said.
    #[must_use]
    pub fn known(&self) -> Option<&'static catalog::Workload> {
        catalog::workload(&self.workload)
    }

    /// What it means for the experiment; an unknown workload is a problem before it comes to this.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "ranges end far below 2^53")]
    pub fn setting(&self, _side: Side) -> Setting {
        let workload = self.known().unwrap_or(catalog::workloads()[0]);
        let narrow = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        let load = match self.load {
            LoadChoice::Closed => {
                Load::Closed { clients: self.clients.map_or(workload.clients, narrow) }
            }
            LoadChoice::Open => Load::Open { rate: self.rate as f64 },
        };
        Setting {
            workload: Box::new(workload.clone()),
            load,
            think: self.think as f64 * 1e-3,
            requests: self.requests,
            compared: true,
        }
    }
}
