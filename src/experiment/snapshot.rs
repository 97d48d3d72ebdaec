//! The state of a run at one time, rebuilt from its report: what a scrubbed clock shows.

use super::report::{Outcome, Report, Wait};
use crate::catalog::Phase;
use crate::model::OWNERS;
use crate::model::inside::Standing;
use crate::units::{Bytes, Time};

/// What one instance is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activity {
    /// Nothing yet.
    NotStarted,
    /// Waiting, before or between phases.
    Waiting(Phase, Wait),
    /// Working; `Some` where this phase is being slowed by a wait.
    Doing(Phase, Option<Wait>),
    /// It answers.
    Ready,
    /// Its start was refused.
    Refused,
    /// Killed for memory.
    Killed,
    /// Stopped by a change.
    Stopped,
}

/// The state of a run at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// The time.
    pub time: Time,
    /// What each instance is doing.
    pub activities: Vec<Activity>,
    /// Memory of each instance by owner.
    pub memory: Vec<[Bytes; OWNERS]>,
    /// Memory that belongs to the host itself, by owner.
    pub host: [Bytes; OWNERS],
    /// All of it by owner: the host's and the instances'.
    pub by_owner: [Bytes; OWNERS],
    /// How many instances answer.
    pub ready: u32,
}

impl Snapshot {
    /// The state of a run at `time`. Changes at that very instant have happened.
    #[must_use]
    pub fn of(report: &Report, time: Time) -> Self {
        let count = report.instances.len();
        let mut cells = vec![[0_i64; OWNERS]; count + 1];
        for change in report.memory_changes.iter().take_while(|change| change.time <= time) {
            cells[change.holder as usize][change.owner.index()] += change.bytes;
        }
        let bytes = |cell: [i64; OWNERS]| cell.map(|held| Bytes(u64::try_from(held).unwrap_or(0)));
        let host = bytes(cells[count]);
        let memory: Vec<_> = cells[..count].iter().map(|&cell| bytes(cell)).collect();
        let mut by_owner = host;
        for cell in &memory {
            for (sum, &held) in by_owner.iter_mut().zip(cell) {
                *sum += held;
            }
        }
        let activities: Vec<_> =
            (0..report.host_holder()).map(|instance| activity(report, instance, time)).collect();
        let ready = activities.iter().filter(|&&doing| doing == Activity::Ready).count();
        let ready = u32::try_from(ready).unwrap_or(u32::MAX);
        Self { time, activities, memory, host, by_owner, ready }
    }

    /// One instance among the others; `None` where there is none of that number.
    #[must_use]
    pub fn standing(&self, report: &Report, instance: u32) -> Option<Standing> {
        let launched = |of: usize| report.instances[of].launched.map(|at| (at, of));
        let there = |of: &usize| {
            let gone = matches!(self.activities[*of], Activity::Refused | Activity::Killed);
            !gone && launched(*of).is_some_and(|(at, _)| at <= self.time)
        };
        let own = instance as usize;
        let memory = *self.memory.get(own)?;
        let count = |list: usize| u32::try_from(list).unwrap_or(u32::MAX);
        let all = (0..self.memory.len()).filter(there);
        let before =
            all.clone().filter(|&of| launched(own).is_none_or(|it| launched(of) < Some(it)));
        Some(Standing {
            before: count(before.count()),
            present: count(all.count()),
            memory,
            host: self.host,
            all: self.by_owner,
        })
    }
}

fn activity(report: &Report, instance: u32, time: Time) -> Activity {
    let of = &report.instances[instance as usize];
    match of.outcome {
        Outcome::Killed(at) if at <= time => return Activity::Killed,
        Outcome::Stopped(at) if at <= time => return Activity::Stopped,
        Outcome::Refused(_) if of.launched.is_some_and(|at| at <= time) => {
            return Activity::Refused;
        }
        _ => {}
    }
    if of.clocks[3].is_some_and(|at| at <= time) {
        return Activity::Ready;
    }
    let lane = report.lane(instance);
    let next = lane.partition_point(|span| span.end <= time);
    match lane.get(next) {
        Some(span) if span.begin <= time => match span.wait {
            Some(wait) if span.waited == span.end.since(span.begin) => {
                Activity::Waiting(span.phase, wait)
            }
            wait => Activity::Doing(span.phase, wait),
        },
        _ => Activity::NotStarted,
    }
}
