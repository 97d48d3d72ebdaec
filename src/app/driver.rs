//! The border to the simulation: what is asked of it, what it answers, and who serves it.
//!
//! [`Request`] and [`Reply`] carry plain data, so that the same driver can be served in place, a
//! slice in each frame, or in a worker, without a change in what sends and receives them.

use serde::{Deserialize, Serialize};

use super::pace::{Pace, SLICE_MILLISECONDS};
use crate::experiment::{Answer, Film, Job, Progress, Report, Run};
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
    /// A question that is no start has come so far.
    Fraction {
        /// The generation of its request.
        generation: u64,
        /// Which machine.
        side: Side,
        /// How far, 0 to 1.
        fraction: f64,
    },
    /// A question that is no start has its answer.
    Answered {
        /// The generation of its request.
        generation: u64,
        /// Which machine.
        side: Side,
        /// What it has to tell.
        answer: Box<Answer>,
        /// What it is played from, where something happens one after the other.
        film: Option<Box<Film>>,
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
            | Self::Fraction { generation, .. }
            | Self::Answered { generation, .. }
            | Self::Failed { generation, .. } => *generation,
        }
    }

    /// Whether it only says how far a run has come.
    #[must_use]
    pub const fn is_progress(&self) -> bool {
        matches!(self, Self::Progress { .. } | Self::Fraction { .. })
    }
}

/// Whether this program answers questions that are no starts. The page does not: it would have to
/// carry seven experiments that most visits never ask for.
pub const QUESTIONS: bool = cfg!(any(not(target_arch = "wasm32"), feature = "questions"));

/// A run on its way. Starts are kept apart, for their report says more than an answer.
#[derive(Clone, Debug)]
enum Work {
    Start(Box<Run>),
    Question(Box<Job>),
}

impl Work {
    fn of(scenario: &Scenario, side: Side) -> Option<Self> {
        let machine = scenario.machine(side).ok()?;
        Some(if scenario.mode.is_start() || !QUESTIONS {
            Self::Start(Box::new(Run::new(machine)))
        } else {
            Self::Question(Box::new(Job::new(machine, scenario.question(side))))
        })
    }

    fn advance(&mut self, events: u64) -> bool {
        match self {
            Self::Start(run) => run.advance(events),
            Self::Question(job) => !QUESTIONS || job.advance(events),
        }
    }

    fn done(&self, generation: u64, side: Side) -> Reply {
        match self {
            Self::Start(run) => Reply::Done { generation, side, report: Box::new(run.report()) },
            Self::Question(job) if QUESTIONS => {
                let (answer, film) = (Box::new(job.answer()), job.film().map(Box::new));
                Reply::Answered { generation, side, answer, film }
            }
            Self::Question(_) => Reply::Failed { generation, side },
        }
    }

    fn progress(&self, generation: u64, side: Side) -> Reply {
        match self {
            Self::Start(run) => Reply::Progress { generation, side, progress: run.progress() },
            Self::Question(job) => {
                let fraction = if QUESTIONS { job.fraction() } else { 1.0 };
                Reply::Fraction { generation, side, fraction }
            }
        }
    }
}

#[derive(Clone, Debug)]
struct Task {
    side: Side,
    /// `None` where the scenario has no machine.
    work: Option<Work>,
}

/// Serves requests in place, a slice of events at a time.
#[derive(Clone, Debug, Default)]
pub struct Driver {
    generation: u64,
    tasks: Vec<Task>,
}

impl Driver {
    /// A driver with nothing to do.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a request. One of an older generation is dropped, and so is a question that another
    /// program answers (see `QUESTIONS`).
    pub fn request(&mut self, request: Request) {
        match request {
            Request::Run { generation, side, scenario } => {
                let answers = QUESTIONS || scenario.mode.is_start();
                if self.enter(generation) && answers {
                    self.tasks.retain(|task| task.side != side);
                    self.tasks.push(Task { side, work: Work::of(&scenario, side) });
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
            self.tasks.clear();
        }
        generation == self.generation
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.tasks.is_empty()
    }

    /// Works for its part of a frame, on the clock `now` in milliseconds. Of the replies, all that
    /// are final and the newest of each side are told.
    pub fn serve(&mut self, pace: &mut Pace, now: impl Fn() -> f64) -> Vec<Reply> {
        let mut told: Vec<Reply> = Vec::new();
        pace.work(now, SLICE_MILLISECONDS, |events| {
            told.retain(|reply| !reply.is_progress());
            told.append(&mut self.work(events));
            self.is_idle()
        });
        told
    }

    /// Handles about so many events, shared equally between the runs, and says what came of it.
    pub fn work(&mut self, event_budget: u64) -> Vec<Reply> {
        let generation = self.generation;
        let share = event_budget / self.tasks.len().max(1) as u64;
        let mut replies = Vec::new();
        self.tasks.retain_mut(|task| {
            let side = task.side;
            let Some(work) = &mut task.work else {
                replies.push(Reply::Failed { generation, side });
                return false;
            };
            let done = work.advance(share.max(1));
            let reply =
                if done { work.done(generation, side) } else { work.progress(generation, side) };
            replies.push(reply);
            !done
        });
        replies
    }
}
