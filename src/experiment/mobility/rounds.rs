//! The rules of copying in rounds: when they end, and what the next one may use of the link.
//!
//! There are two rules, both in use. One sends as fast as it can until the rest fits into the stop
//! that is allowed. The other begins slowly, to spare the service, and lets the pace follow the
//! writing until it comes to a ceiling.

use super::Setting;
use crate::engine::Stream;
use crate::model::{Machine, Writes};
use crate::units::Bytes;

/// One round of copying.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Round {
    /// Bytes sent.
    pub(super) sent: f64,
    /// Seconds that it took.
    pub(super) seconds: f64,
    /// Bytes of pages written meanwhile.
    pub(super) dirtied: f64,
}

/// What follows from a round.
pub(super) struct Verdict {
    /// The rest is sent in the stop.
    pub(super) ends: bool,
    /// Although it is more than the stop should send.
    pub(super) gave_up: bool,
    /// Bytes per second that what follows may use.
    pub(super) limit: f64,
}

/// Whether the rest is short enough, and what the next round may use of the link.
pub(super) fn judge(setting: &Setting, round: &Round, rounds: u32, pace: f64) -> Verdict {
    let prices = &setting.prices;
    let last = f64::from(rounds) >= prices.rounds_most.typical;
    let target = prices.downtime_target.seconds();
    if let Some(first) = setting.first_round {
        let most = setting.link * prices.rate_most.typical;
        let follows =
            round.dirtied / round.seconds.max(f64::MIN_POSITIVE) + prices.rate_step.per_second();
        let short = round.dirtied <= prices.rest_most.bytes().as_f64();
        let ends = short || follows > most || last;
        let gave_up = !short && round.dirtied > target * most.max(first);
        let limit = if ends { most.max(first) } else { follows.max(first) };
        return Verdict { ends, gave_up: ends && gave_up, limit };
    }
    let short = round.dirtied <= target * pace;
    // What does not shrink now will not shrink later.
    let stuck = round.dirtied >= round.sent * NO_PROGRESS && rounds > 1;
    let ends = short || stuck || last;
    Verdict { ends, gave_up: ends && !short, limit: f64::INFINITY }
}

/// Equal services do not write at quite the same pace.
pub(super) fn spread(setting: &Setting, memory: Bytes, machine: &Machine, number: u32) -> Writes {
    let mut writes = setting.writes(memory);
    if machine.spread {
        let deviation = setting.prices.write_spread.typical;
        let mut stream = Stream::new(machine.seed, number, WRITE_SPREAD);
        writes.rate = stream.lognormal(writes.rate, deviation);
    }
    writes
}

/// A round that leaves this part of what it sent has not brought the end nearer.
const NO_PROGRESS: f64 = 0.99;
/// Purpose of the random stream that makes the pace of writing differ.
const WRITE_SPREAD: u32 = 601;
