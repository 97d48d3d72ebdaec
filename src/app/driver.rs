//! The border to the simulation: what is asked of it, what it answers, and who serves it.
//!
//! [`Request`] and [`Reply`] carry plain data, so that the same driver can be served in place, a
//! slice in each frame, or in a worker, without a change in what sends and receives them.

use serde::{Deserialize, Serialize};

use crate::experiment::{Progress, Report, Run};
use crate::scenario::{Scenario, Side};

/// What is asked of the simulation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// Run one machine of a scenario. Runs of older generations are given up.
    Run {
        /// Counts the scenarios.
        generation: u64,
        /// Which machine.
        side: Side,
        /// What was asked for.
        scenario: Box<Scenario>,
    },
    /// Give up all runs of older generations.
    Cancel {
        /// The generation that has no run.
        generation: u64,
    },
}

/// What the simulation answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// A run has come so far.
    Progress {
        /// The generation of its request.
        generation: u64,
        /// Which machine.
        side: Side,
        /// How far.
        progress: Progress,
    },
    /// A run is complete.
    Done {
        /// The generation of its request.
        generation: u64,
        /// Which machine.
        side: Side,
        /// What it has to tell.
        report: Box<Report>,
    },
    /// There is no machine to run.
    Failed {
        /// The generation of its request.
        generation: u64,
        /// Which machine.
        side: Side,
    },
}

impl Reply {
    /// The generation of the request that it answers.
    #[must_use]
    pub const fn generation(&self) -> u64 {
        match self {
            Self::Progress { generation, .. }
            | Self::Done { generation, .. }
            | Self::Failed { generation, .. } => *generation,
        }
    }
}

#[derive(Clone, Debug)]
struct Job {
    side: Side,
    /// `None` where the scenario has no machine.
    run: Option<Run>,
}

/// Serves requests in place, a slice of events at a time.
#[derive(Clone, Debug, Default)]
pub struct Driver {
    generation: u64,
    jobs: Vec<Job>,
}

impl Driver {
    /// A driver with nothing to do.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a request. One of an older generation is dropped.
    pub fn request(&mut self, request: Request) {
        match request {
            Request::Run { generation, side, scenario } => {
                if self.enter(generation) {
                    self.jobs.retain(|job| job.side != side);
                    let run = scenario.machine(side).ok().map(Run::new);
                    self.jobs.push(Job { side, run });
                }
            }
            Request::Cancel { generation } => {
                self.enter(generation);
            }
        }
    }

    /// Gives up older runs; false if the generation is itself an older one.
    fn enter(&mut self, generation: u64) -> bool {
        if generation > self.generation {
            self.generation = generation;
            self.jobs.clear();
        }
        generation == self.generation
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.jobs.is_empty()
    }

    /// Handles about so many events, shared equally between the runs, and says what came of it.
    pub fn work(&mut self, event_budget: u64) -> Vec<Reply> {
        let generation = self.generation;
        let share = event_budget / self.jobs.len().max(1) as u64;
        let mut replies = Vec::new();
        self.jobs.retain_mut(|job| {
            let side = job.side;
            let Some(run) = &mut job.run else {
                replies.push(Reply::Failed { generation, side });
                return false;
            };
            if run.advance(share.max(1)) {
                let report = Box::new(run.report());
                replies.push(Reply::Done { generation, side, report });
                false
            } else {
                replies.push(Reply::Progress { generation, side, progress: run.progress() });
                true
            }
        });
        replies
    }
}
