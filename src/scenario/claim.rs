//! The claims that people make about virtual machines and containers, each with scenarios that
//! show it and scenarios in which it stops being true.
//!
//! A claim holds when its facts hold in the simulation, and nowhere else: no fact is written down
//! with its outcome.

mod scarcity;
mod work;

use serde::{Deserialize, Serialize};

use super::{PRESETS, PresetId, Side};
use crate::experiment::answer::{Answer, Mechanism, Quantity};
use crate::experiment::mobility::Quantity as Mobility;
use crate::experiment::start::{Mechanism as StartMechanism, Quantity as Start};
use crate::experiment::{Job, Question};
use crate::model::{Limit, Machine};

mod isolation;

/// One machine of a ready scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Of(pub PresetId, pub Side);

/// Something that can be read off the answers of one or two machines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fact {
    /// One machine has at least so many times as much of a quantity as another.
    More {
        /// The one with more.
        more: Of,
        /// The one with less.
        less: Of,
        /// Of what.
        quantity: Quantity,
        /// At least how many times as much.
        times: f64,
    },
    /// Two machines have the same but for this part of the larger.
    Alike {
        /// One.
        one: Of,
        /// The other.
        other: Of,
        /// Of what.
        quantity: Quantity,
        /// The greatest difference, as a part of the larger.
        within: f64,
    },
    /// A machine cannot run what it is asked to run.
    Refused {
        /// Which one.
        of: Of,
    },
    /// A machine runs what it is asked to run.
    Runs {
        /// Which one.
        of: Of,
    },
    /// Something else than memory gives first.
    NotByMemory {
        /// Which one.
        of: Of,
    },
}

/// What a fact came to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Whether it holds.
    pub holds: bool,
    /// The two values that were compared, where there are two.
    pub values: Option<(f64, f64)>,
}

impl Fact {
    /// The machines whose answers it needs.
    pub fn machines(&self) -> impl Iterator<Item = Of> {
        let (one, other) = match *self {
            Self::More { more, less, .. } => (more, Some(less)),
            Self::Alike { one, other, .. } => (one, Some(other)),
            Self::Refused { of } | Self::Runs { of } | Self::NotByMemory { of } => (of, None),
        };
        core::iter::once(one).chain(other)
    }

    /// What it comes to with these answers; nothing holds of an answer that is not there.
    pub fn check<'a>(&self, answer: impl Fn(Of) -> Option<&'a Answer>) -> Verdict {
        let value = |of: Of, quantity: Quantity| answer(of)?.value(quantity);
        let compare = |one: Of, other: Of, quantity, holds: &dyn Fn(f64, f64) -> bool| {
            let values = value(one, quantity).zip(value(other, quantity));
            Verdict { holds: values.is_some_and(|(one, other)| holds(one, other)), values }
        };
        let plain = |holds: Option<bool>| Verdict { holds: holds == Some(true), values: None };
        match *self {
            Self::More { more, less, quantity, times } => {
                compare(more, less, quantity, &|more, less| more > less && more >= times * less)
            }
            Self::Alike { one, other, quantity, within } => {
                compare(one, other, quantity, &|one, other| {
                    (one - other).abs() <= within * one.max(other)
                })
            }
            Self::Refused { of } => plain(answer(of).map(|answer| answer.refused.is_some())),
            Self::Runs { of } => plain(answer(of).map(|answer| answer.refused.is_none())),
            Self::NotByMemory { of } => plain(answer(of).map(|answer| {
                answer.remarks.iter().any(|remark| {
                    matches!(remark, Mechanism::Start(StartMechanism::Met(limit))
                        if !is_of_memory(limit))
                })
            })),
        }
    }
}

fn is_of_memory(limit: &Limit) -> bool {
    matches!(
        limit,
        Limit::MemoryRefused { .. } | Limit::Swapping { .. } | Limit::OutOfMemory { .. }
    )
}

/// One claim.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Claim {
    /// Its number: 3 for C3.
    pub number: u8,
    /// What shows it.
    pub shows: &'static [Fact],
    /// What shows where it stops being true.
    pub stops: &'static [Fact],
}

impl Claim {
    /// All its facts, those that show it first.
    pub fn facts(&self) -> impl Iterator<Item = &'static Fact> {
        self.shows.iter().chain(self.stops)
    }
}

/// Side A of a ready scenario.
const fn a(preset: PresetId) -> Of {
    Of(preset, Side::A)
}

/// Side B of a ready scenario.
const fn b(preset: PresetId) -> Of {
    Of(preset, Side::B)
}

const fn more(more: Of, less: Of, quantity: Quantity, times: f64) -> Fact {
    Fact::More { more, less, quantity, times }
}

const fn alike(one: Of, other: Of, quantity: Quantity, within: f64) -> Fact {
    Fact::Alike { one, other, quantity, within }
}

const fn start(quantity: Start) -> Quantity {
    Quantity::Start(quantity)
}

const fn moved(quantity: Mobility) -> Quantity {
    Quantity::Mobility(quantity)
}

/// Every claim, by number.
pub static CLAIMS: &[Claim] = &[
    Claim {
        number: 1,
        shows: &[
            more(a(PresetId::Default), b(PresetId::Default), start(Start::ResidentEach), 4.0),
            more(a(PresetId::Default), b(PresetId::Default), start(Start::Kernels), 13.0),
        ],
        stops: &[more(a(PresetId::Merging), b(PresetId::Merging), start(Start::Resident), 1.3)],
    },
    Claim {
        number: 2,
        shows: &[more(a(PresetId::FullClones), b(PresetId::FullClones), start(Start::Disk), 10.0)],
        stops: &[more(
            a(PresetId::LinkedClones),
            b(PresetId::LinkedClones),
            start(Start::Disk),
            4.0,
        )],
    },
    Claim {
        number: 3,
        shows: &[
            more(a(PresetId::Default), b(PresetId::Default), start(Start::ReadyMedian), 5.0),
            more(
                a(PresetId::BinaryTranslation),
                b(PresetId::BinaryTranslation),
                start(Start::ReadyMedian),
                1.3,
            ),
        ],
        stops: &[
            alike(a(PresetId::MicroVms), b(PresetId::MicroVms), start(Start::ReadyMedian), 0.4),
            more(
                a(PresetId::SnapshotRestore),
                b(PresetId::SnapshotRestore),
                start(Start::ReadyMedian),
                2.0,
            ),
            more(b(PresetId::Unikernel), a(PresetId::Unikernel), start(Start::ReadyMedian), 1.5),
        ],
    },
    work::FOUR,
    Claim {
        number: 5,
        shows: &[more(a(PresetId::Default), b(PresetId::Default), start(Start::Kernels), 13.0)],
        stops: &[
            more(a(PresetId::Sandboxes), b(PresetId::Default), start(Start::Kernels), 13.0),
            more(a(PresetId::Desktop), b(PresetId::Desktop), start(Start::Kernels), 2.0),
        ],
    },
    Claim {
        number: 6,
        shows: &[
            more(a(PresetId::Move), b(PresetId::Move), moved(Mobility::BytesMoved), 20.0),
            more(a(PresetId::Move), b(PresetId::Move), moved(Mobility::TotalTime), 5.0),
        ],
        stops: &[
            more(a(PresetId::Move), b(PresetId::Move), moved(Mobility::StateKept), 4.0),
            more(b(PresetId::Move), a(PresetId::Move), moved(Mobility::Downtime), 2.0),
            more(
                b(PresetId::MoveFatImage),
                a(PresetId::MoveFatImage),
                moved(Mobility::TotalTime),
                2.0,
            ),
        ],
    },
    Claim {
        number: 7,
        shows: &[
            more(a(PresetId::Default), b(PresetId::Default), start(Start::ReadyMedian), 5.0),
            more(a(PresetId::Default), b(PresetId::Default), start(Start::DiskEach), 5.0),
        ],
        stops: &[more(
            b(PresetId::ColdPull),
            b(PresetId::WarmStart),
            start(Start::ReadyMedian),
            3.0,
        )],
    },
    isolation::BELIEF,
    Claim {
        number: 9,
        shows: &[more(a(PresetId::Move), b(PresetId::Move), moved(Mobility::BytesEach), 50.0)],
        stops: &[more(
            b(PresetId::MoveFatImage),
            a(PresetId::MoveFatImage),
            moved(Mobility::BytesEach),
            1.2,
        )],
    },
    scarcity::TEN,
    work::ELEVEN,
    Claim {
        number: 12,
        shows: &[
            more(a(PresetId::Default), b(PresetId::Default), start(Start::ReadyP99), 4.0),
            more(a(PresetId::Default), b(PresetId::Default), start(Start::ResidentEach), 4.0),
        ],
        stops: &[more(
            b(PresetId::SlowApplication),
            b(PresetId::Default),
            start(Start::ReadyMedian),
            5.0,
        )],
    },
    scarcity::THIRTEEN,
    Claim {
        number: 14,
        shows: &[more(b(PresetId::Density), a(PresetId::Density), start(Start::Fits), 5.0)],
        stops: &[
            Fact::NotByMemory { of: b(PresetId::Density) },
            scarcity::OTHER_LIMITS[0],
            scarcity::OTHER_LIMITS[1],
        ],
    },
    scarcity::FIFTEEN,
    isolation::ONE_PATCH,
    isolation::WEAKER,
    Claim {
        number: 18,
        shows: &[more(a(PresetId::Windows), b(PresetId::Default), start(Start::ReadyMedian), 5.0)],
        stops: &[more(
            b(PresetId::Default),
            a(PresetId::Default),
            start(Start::HostPartMedian),
            2.0,
        )],
    },
    Claim {
        number: 19,
        shows: &[
            more(a(PresetId::FullClones), b(PresetId::FullClones), start(Start::Disk), 10.0),
            more(a(PresetId::Default), b(PresetId::Default), start(Start::ResidentEach), 4.0),
        ],
        stops: &[more(b(PresetId::FatImage), a(PresetId::SlimGuest), start(Start::Disk), 2.0)],
    },
    isolation::ANY_GUEST,
    Claim {
        number: 21,
        shows: &[more(a(PresetId::Default), b(PresetId::Default), start(Start::Resident), 3.0)],
        stops: &[more(
            a(PresetId::Default),
            a(PresetId::Unikernel),
            start(Start::ResidentEach),
            5.0,
        )],
    },
    isolation::ONE_BY_ONE,
];

/// The answers of all machines that some claims need: a value that can be advanced in slices.
#[derive(Clone, Debug)]
pub struct Hearing {
    waiting: Vec<Of>,
    job: Option<Job>,
    heard: Vec<(Of, Answer)>,
    total: usize,
}

impl Hearing {
    /// Asks for everything that these claims need, with this seed.
    #[must_use]
    pub fn new<'a>(claims: impl IntoIterator<Item = &'a Claim>) -> Self {
        let mut waiting: Vec<Of> =
            claims.into_iter().flat_map(Claim::facts).flat_map(Fact::machines).collect();
        waiting.sort_unstable();
        waiting.dedup();
        waiting.reverse();
        Self { total: waiting.len(), waiting, job: None, heard: Vec::new() }
    }

    /// Handles at most so many events; true when all is heard.
    pub fn advance(&mut self, events: u64) -> bool {
        let Some(&of) = self.waiting.last() else { return true };
        let Some(job) = &mut self.job else {
            match asked(of, None) {
                Some((machine, question)) => self.job = Some(Job::new(machine, question)),
                None => self.hear(of, Answer::default()),
            }
            return false;
        };
        if job.advance(events) {
            let answer = job.answer();
            self.hear(of, answer);
        }
        self.waiting.is_empty()
    }

    /// How far it has come, 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a few dozens")]
        let part = |count: usize| count as f64 / self.total.max(1) as f64;
        part(self.heard.len())
    }

    /// The answer of one machine, when it has been heard.
    #[must_use]
    pub fn answer(&self, of: Of) -> Option<&Answer> {
        self.heard.iter().find(|(one, _)| *one == of).map(|(_, answer)| answer)
    }

    fn hear(&mut self, of: Of, answer: Answer) {
        self.waiting.pop();
        self.job = None;
        self.heard.push((of, answer));
    }
}

/// What is asked of one machine of a ready scenario, with another seed if one is given.
///
/// A scenario that is refused as a whole has no question; its answer says why.
#[must_use]
pub fn asked(of: Of, seed: Option<u64>) -> Option<(Machine, Question)> {
    let mut scenario = PRESETS.iter().find(|row| row.id == of.0)?.scenario();
    scenario.seed = seed.unwrap_or(scenario.seed);
    Some((scenario.machine(of.1).ok()?, scenario.question(of.1)))
}
