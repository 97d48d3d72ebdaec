//! The trace of a run as events in order: up to a time as a digest, and where two runs part.
//!
//! The host is not a number here, for its number is that after the last instance: a fork with more
//! instances has the same trace as its origin until they are begun.

use super::report::{LaneSpan, Outcome, Report, Wait};
use crate::catalog::{Clock, Phase};
use crate::engine::Digest;
use crate::units::Time;

/// What happens at an instant of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happening {
    /// Its start is asked for.
    Asked,
    /// A phase begins, or goes on after a wait.
    Begins(Phase),
    /// It begins to wait.
    Waits(Wait),
    /// It answers.
    Ready,
    /// Its start is refused.
    Refused,
    /// The kernel kills it for memory.
    Killed,
    /// It is stopped.
    Stopped,
    /// The host itself takes or frees memory.
    Memory,
}

/// One event of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// When.
    pub at: Time,
    /// Which instance; `None` for the host itself.
    pub instance: Option<u32>,
    /// What.
    pub what: Happening,
}

/// The first event that one of two runs has and the other has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parting {
    /// The event.
    pub event: Event,
    /// Whether it is an event of the second run.
    pub second: bool,
}

/// Everything that happens, in order of time.
#[must_use]
pub fn events(report: &Report) -> Vec<Event> {
    let mut events = Vec::with_capacity(report.spans.len() + 2 * report.instances.len());
    for (number, one) in (0..).zip(&report.instances) {
        let mut add = |at, what| events.push(Event { at, instance: Some(number), what });
        if let Some(at) = one.launched {
            add(at, Happening::Asked);
        }
        for span in report.lane(number) {
            add(span.begin, begins(span));
        }
        if let Some(at) = one.clocks[Clock::Ready as usize] {
            add(at, Happening::Ready);
        }
        match one.outcome {
            Outcome::Killed(at) => add(at, Happening::Killed),
            Outcome::Stopped(at) => add(at, Happening::Stopped),
            Outcome::Refused(_) => {
                let last = report.lane(number).last().map(|span| span.end);
                if let Some(at) = last.or(one.launched) {
                    add(at, Happening::Refused);
                }
            }
            Outcome::NotStarted | Outcome::Starting | Outcome::Ready => {}
        }
    }
    let host = report.host_holder();
    let own = report.memory_changes.iter().filter(|change| change.holder == host);
    events.extend(own.map(|change| Event {
        at: change.time,
        instance: None,
        what: Happening::Memory,
    }));
    events.sort_unstable();
    events
}

fn begins(span: &LaneSpan) -> Happening {
    match span.wait {
        Some(wait) if is_wait(span) => Happening::Waits(wait),
        _ => Happening::Begins(span.phase),
    }
}

/// Whether nothing was done but to wait. What is lost to cores, disk and link is lost while
/// working.
fn is_wait(span: &LaneSpan) -> bool {
    let shared = matches!(span.wait, None | Some(Wait::Cores | Wait::Disk | Wait::Link));
    !shared && span.waited == span.end.since(span.begin)
}

/// Where two runs part; `None` if all events are the same.
#[must_use]
pub fn parting(first: &Report, second: &Report) -> Option<Parting> {
    let (first, second) = (events(first), events(second));
    let same = first.iter().zip(&second).take_while(|(one, other)| one == other).count();
    match (first.get(same), second.get(same)) {
        (Some(&event), Some(&other)) if event < other => Some(Parting { event, second: false }),
        (_, Some(&event)) => Some(Parting { event, second: true }),
        (Some(&event), None) => Some(Parting { event, second: false }),
        (None, None) => None,
    }
}

/// Bars that a run has drawn by a time. What is done before a wait within a phase is drawn when the
/// wait is over.
fn drawn(report: &Report, time: Time) -> impl Iterator<Item = &LaneSpan> {
    report.spans.iter().enumerate().filter_map(move |(at, span)| {
        let next = report.spans.get(at + 1).filter(|next| next.instance == span.instance);
        let waits = next.filter(|next| is_wait(next) && !is_wait(span) && next.phase == span.phase);
        let known = waits.map_or(span.end, |wait| wait.end);
        (known <= time).then_some(span)
    })
}

/// A digest of all that has ended by a time, that instant included.
#[must_use]
pub fn digest_until(report: &Report, time: Time) -> u64 {
    let mut digest = Digest::new();
    for span in drawn(report, time) {
        digest.add(u64::from(span.instance) << 8 | span.phase as u64);
        digest.add(span.begin.0);
        digest.add(span.end.0);
        digest.add(span.waited.0);
    }
    let host = report.host_holder();
    for change in report.memory_changes.iter().take_while(|change| change.time <= time) {
        let holder = if change.holder == host { u32::MAX } else { change.holder };
        digest.add(change.time.0);
        digest.add(u64::from(holder) << 8 | change.owner as u64);
        digest.add(change.bytes.unsigned_abs() << 1 | u64::from(change.bytes < 0));
    }
    for (number, one) in (0_u64..).zip(&report.instances) {
        for at in one.clocks.into_iter().chain([one.launched]).flatten().filter(|&at| at <= time) {
            digest.add(number);
            digest.add(at.0);
        }
    }
    digest.value()
}
