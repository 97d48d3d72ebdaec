//! Long work: what is asked of the second program, what it replies, and how it stands.
//!
//! [`Request`] and [`Reply`] are the whole border between the two programs. They carry what the
//! page shows and nothing that it can tell by itself: a scenario travels as its link, and a result
//! without the order that it answers. How the work stands is kept here and not in the page that
//! asked for it, so a result is still there when somebody comes back.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Locale;
use crate::experiment::answer::Quantity;
use crate::experiment::validate::{Lacking, Tolerance};
use crate::scenario::claim::Verdict;
use crate::scenario::study::placement::Placed;
use crate::scenario::study::replicate::Estimates;
use crate::scenario::study::sweep::{Cliff, Crossing, Point};
use crate::scenario::study::{Axis, Confidence};

/// What is to be found out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Study {
    /// What both machines of a scenario answer.
    Compared {
        /// The scenario.
        link: String,
    },
    /// One parameter over its values.
    Swept {
        /// What all points have in common.
        link: String,
        /// What is varied.
        axis: Axis,
        /// What the sweep is run for each value of.
        by: Option<Axis>,
        /// Of what turns are looked for.
        quantity: Quantity,
    },
    /// The same scenario with other seeds.
    Repeated {
        /// The scenario; its seed is that of the first run.
        link: String,
        /// How many runs.
        runs: u32,
        /// Of the intervals.
        confidence: Confidence,
    },
    /// On which hosts so many instances fit.
    Placed {
        /// The scenario.
        link: String,
        /// How many are to be placed.
        wanted: u32,
    },
    /// Whether all claims hold.
    Claims,
    /// The published results.
    Published,
    /// The constants of the catalogue.
    Constants,
}

/// In which form it is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// As data, for the page to show.
    Shown,
    /// A file of comma-separated values.
    Csv,
    /// A file of JSON.
    Json,
    /// A trace of both starts, for Perfetto and Chrome.
    Trace,
}

/// A study in some form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// What is to be found out.
    pub study: Study,
    /// In which form.
    pub form: Form,
    /// The language of what is for people: the names in a trace.
    pub locale: Locale,
}

/// What is asked of the second program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Begin a job.
    Begin {
        /// Its number, which no other job has.
        job: u32,
        /// What it is.
        order: Box<Order>,
    },
    /// Give a job up.
    Cancel {
        /// Its number.
        job: u32,
    },
}

/// What the second program replies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// A job has come so far.
    Working {
        /// Its number.
        job: u32,
        /// How far, 0 to 1.
        share: f64,
        /// What it has found by now, where that is more than before.
        found: Option<Found>,
    },
    /// A job is done.
    Done {
        /// Its number.
        job: u32,
        /// What it has found.
        found: Found,
    },
    /// There is nothing to do: the order names no scenario that can run.
    Refused {
        /// Its number.
        job: u32,
    },
}

impl Reply {
    /// The number of the job that it is about.
    #[must_use]
    pub const fn job(&self) -> u32 {
        match *self {
            Self::Working { job, .. } | Self::Done { job, .. } | Self::Refused { job } => job,
        }
    }
}

/// What a job has found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Found {
    /// A file; its text travels beside the reply.
    File {
        /// A name for it.
        name: String,
    },
    /// Points and turns of a sweep.
    Swept {
        /// The grid.
        points: Vec<Point>,
        /// Where the order changes.
        crossings: Vec<Crossing>,
        /// Where a figure jumps.
        cliffs: Vec<Cliff>,
    },
    /// Means of repetitions.
    Repeated {
        /// How many runs there were by now.
        runs: u32,
        /// The precision that was wanted: half-width over mean.
        precision: f64,
        /// What they say.
        estimates: Vec<Estimates>,
    },
    /// What the hosts that were asked by now say.
    Placed(Placed),
    /// What the facts of all claims came to, in the order of the list; `None` if not heard yet.
    Claims(Vec<Option<Verdict>>),
    /// The published results that were simulated by now.
    Published(Vec<Checked>),
}

/// A published number and the model's, as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Checked {
    /// The row, such as `V1`.
    pub row: String,
    /// What was measured, in the words of the field.
    pub what: String,
    /// Unit of both values.
    pub unit: String,
    /// The published value.
    pub expected: f64,
    /// How close is close.
    pub tolerance: Tolerance,
    /// The model's value.
    pub simulated: f64,
    /// The error as a ratio of the expected value.
    pub error: f64,
    /// Whether it is close enough.
    pub passes: bool,
    /// What is lacking, where that is known.
    pub lacking: Option<Lacking>,
    /// Where it was published.
    pub source: String,
}

/// A place for one piece of work at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A file to be taken away.
    File,
    /// The sweep.
    Sweep,
    /// The repetitions.
    Repetitions,
    /// Where it fits.
    Placement,
    /// The claims.
    Claims,
    /// The published results.
    Published,
}

/// How many places there are.
const PLACES: usize = 6;

/// Why work ended without a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The second program did not arrive or may not start.
    NotLoaded,
    /// The server has a newer build than this page.
    Outdated,
    /// It broke off.
    Stopped,
    /// It had nothing to do.
    Refused,
}

/// How a piece of work stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Standing {
    /// Nothing was asked for, or it was given up.
    #[default]
    Idle,
    /// It has come so far, 0 to 1.
    Running(f64),
    /// It is done.
    Done,
    /// It ended without a result.
    Failed(Trouble),
}

/// One piece of work.
#[derive(Clone, Debug, Default)]
pub struct Work {
    job: u32,
    /// What was asked for last.
    pub order: Option<Rc<Order>>,
    /// How it stands.
    pub standing: Standing,
    /// What was found by now; it stays when the work is given up.
    pub found: Option<Rc<Found>>,
}

impl PartialEq for Work {
    /// Results are the same if they are one and the same: they are compared with each reply.
    fn eq(&self, other: &Self) -> bool {
        let same = |one: &Option<Rc<Found>>, other: &Option<Rc<Found>>| match (one, other) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        (self.job, self.standing) == (other.job, other.standing) && same(&self.found, &other.found)
    }
}

/// What happens to work.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// It was asked for, under this number.
    Begun(Place, u32, Rc<Order>),
    /// It was given up.
    Cancelled(Place),
    /// The second program replied.
    Replied(Reply),
    /// The second program is no more, and all that it was at is lost.
    Broke(Trouble),
}

/// All work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Works {
    places: [Work; PLACES],
}

impl Works {
    /// The work of one place.
    #[must_use]
    pub fn at(&self, place: Place) -> &Work {
        &self.places[place as usize]
    }

    /// How it stands after this.
    #[must_use]
    pub fn after(&self, event: Event) -> Self {
        let mut next = self.clone();
        match event {
            Event::Begun(place, job, order) => {
                let (order, standing) = (Some(order), Standing::Running(0.0));
                next.places[place as usize] = Work { job, order, standing, found: None };
            }
            Event::Cancelled(place) => next.places[place as usize].standing = Standing::Idle,
            Event::Replied(reply) => next.hear(reply),
            Event::Broke(trouble) => {
                for work in next.running() {
                    work.standing = Standing::Failed(trouble);
                }
            }
        }
        next
    }

    fn running(&mut self) -> impl Iterator<Item = &mut Work> {
        self.places.iter_mut().filter(|work| matches!(work.standing, Standing::Running(_)))
    }

    /// Takes a reply to where it belongs; one to work that was given up belongs nowhere.
    fn hear(&mut self, reply: Reply) {
        let job = reply.job();
        let Some(work) = self.running().find(|work| work.job == job) else { return };
        match reply {
            Reply::Working { share, found, .. } => {
                work.standing = Standing::Running(share);
                work.found = found.map(Rc::new).or(work.found.take());
            }
            Reply::Done { found, .. } => {
                work.standing = Standing::Done;
                work.found = Some(Rc::new(found));
            }
            Reply::Refused { .. } => work.standing = Standing::Failed(Trouble::Refused),
        }
    }
}

/// A message as bytes.
#[must_use]
pub fn encode<M: Serialize>(message: &M) -> Vec<u8> {
    postcard::to_allocvec(message).unwrap_or_default()
}

/// The message that these bytes are; `None` where they are none.
#[must_use]
pub fn decode<M: for<'a> Deserialize<'a>>(bytes: &[u8]) -> Option<M> {
    postcard::from_bytes(bytes).ok()
}
