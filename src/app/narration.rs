//! What happened in a run, as key events: what a narrator would say, and when.
//!
//! Events and no words. Each kind of event is told once for a machine, however many instances it
//! befalls: a narration of every instance would be a table, and there is one.

use super::Comparison;
use crate::catalog::Clock;
use crate::experiment::{Outcome, Report, Wait};
use crate::model::Limit;
use crate::scenario::Side;
use crate::units::Time;

/// Fewer instances than this make no crowd that waits.
const CROWD: u32 = 3;
/// Bars are counted of at most so many instances: a share is all that is asked.
const COUNTED: usize = 400;

/// Something worth a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The first start was asked for, of so many.
    Begins {
        /// Instances in all.
        of: u32,
    },
    /// The first instance answers.
    FirstReady {
        /// Its number, from 0.
        instance: u32,
    },
    /// Half of the instances answer.
    HalfReady {
        /// How many are half.
        count: u32,
    },
    /// The last of those that ever answer does.
    LastReady {
        /// How many answer.
        count: u32,
        /// Of how many.
        of: u32,
    },
    /// From here on more than half of those that start wait for the same.
    Waits(Wait),
    /// A limit was met.
    Limit(Limit),
    /// An instance was killed for memory.
    Killed {
        /// Its number, from 0.
        instance: u32,
    },
}

/// An event on its machine at its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub time: Time,
    /// On which machine.
    pub side: Side,
    /// What.
    pub event: Event,
}

/// The narration of all runs, in order of time.
#[must_use]
pub fn narration(comparison: &Comparison) -> Vec<Entry> {
    let mut all = Vec::new();
    for (side, report) in comparison.all() {
        let told = events(report);
        all.extend(told.into_iter().map(|(time, event)| Entry { time, side, event }));
    }
    crate::units::sort_short(&mut all, |one, other| one.time < other.time);
    all
}

fn events(report: &Report) -> Vec<(Time, Event)> {
    let mut told = Vec::new();
    let instances = &report.instances;
    let of = report.host_holder();
    if let Some(first) = instances.iter().filter_map(|of| of.launched).min() {
        let launched = instances.iter().filter(|of| of.launched.is_some()).count();
        let of = if report.density.is_some() { launched } else { instances.len() };
        told.push((first, Event::Begins { of: u32::try_from(of).unwrap_or(u32::MAX) }));
    }
    told.extend(ready(report, of));
    for (at, &(time, limit)) in report.limits.iter().enumerate() {
        let same = |other: &(Time, Limit)| {
            core::mem::discriminant(&other.1) == core::mem::discriminant(&limit)
        };
        if !report.limits[..at].iter().any(same) {
            told.push((time, Event::Limit(limit)));
        }
    }
    let killed = instances.iter().zip(0..).filter_map(|(of, instance)| match of.outcome {
        Outcome::Killed(at) => Some((at, Event::Killed { instance })),
        _ => None,
    });
    told.extend(killed.min_by_key(|(at, _)| *at));
    told.extend(waits(report));
    told
}

/// The first, the middle and the last answer.
fn ready(report: &Report, of: u32) -> Vec<(Time, Event)> {
    let answers = report.instances.iter().zip(0..);
    let mut answers: Vec<(Time, u32)> = answers
        .filter_map(|(of, instance)| Some((of.clocks[Clock::Ready as usize]?, instance)))
        .collect();
    answers.sort_unstable();
    let count = u32::try_from(answers.len()).unwrap_or(u32::MAX);
    let (Some(first), Some(last)) = (answers.first(), answers.last()) else { return Vec::new() };
    let mut told = vec![(first.0, Event::FirstReady { instance: first.1 })];
    if count > CROWD {
        let half = count.div_ceil(2);
        told.push((answers[half as usize - 1].0, Event::HalfReady { count: half }));
    }
    told.push((last.0, Event::LastReady { count, of }));
    told
}

/// When more than half of those that start begin to wait for the same, once for each reason.
fn waits(report: &Report) -> Vec<(Time, Event)> {
    let every = report.instances.len() / COUNTED + 1;
    let mut edges: Vec<(Time, bool, Option<Wait>)> = Vec::new();
    for instance in (0..report.host_holder()).step_by(every) {
        for span in report.lane(instance) {
            // A bar that lost less than half of its time was not spent waiting.
            let lost = span.waited.0.saturating_mul(2) >= span.end.since(span.begin).0;
            let wait = span.wait.filter(|_| lost);
            edges.push((span.begin, true, wait));
            edges.push((span.end, false, wait));
        }
    }
    edges.sort_unstable_by_key(|edge| (edge.0, edge.1));
    let mut all = 0_u32;
    let mut counts: Vec<(Wait, u32, bool)> = Vec::new();
    let mut told = Vec::new();
    for (at, &(time, begins, wait)) in edges.iter().enumerate() {
        all = if begins { all + 1 } else { all.saturating_sub(1) };
        if let Some(wait) = wait {
            let place = counts.iter().position(|known| known.0 == wait).unwrap_or_else(|| {
                counts.push((wait, 0, false));
                counts.len() - 1
            });
            let count = &mut counts[place].1;
            *count = if begins { *count + 1 } else { count.saturating_sub(1) };
        }
        // What happens in one instant is judged when it is over.
        if edges.get(at + 1).is_some_and(|next| next.0 == time) {
            continue;
        }
        for (wait, count, said) in &mut counts {
            if !*said && *count >= CROWD && *count * 2 > all {
                *said = true;
                told.push((time, Event::Waits(*wait)));
            }
        }
    }
    told
}
