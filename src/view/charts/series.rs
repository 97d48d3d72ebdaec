//! The curves of the charts, from a report: memory by owner and use of the resources over time.

use crate::experiment::Report;
use crate::model::OWNERS;
use crate::units::{Bytes, Time};

/// Memory by owner at one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemoryPoint {
    /// The time.
    pub time: Time,
    /// Resident memory by owner.
    pub held: [Bytes; OWNERS],
}

impl MemoryPoint {
    /// All of it.
    #[must_use]
    pub fn sum(&self) -> Bytes {
        self.held.iter().copied().sum()
    }
}

/// Memory by owner at `count + 1` times, evenly spread from the beginning to `end`.
#[must_use]
pub fn memory_series(report: &Report, end: Time, count: u32) -> Vec<MemoryPoint> {
    let mut held = [0_i64; OWNERS];
    let mut changes = report.memory_changes.iter().peekable();
    (0..=count)
        .map(|index| {
            let time = part_of(end, index, count);
            while let Some(change) = changes.next_if(|change| change.time <= time) {
                held[change.owner.index()] += change.bytes;
            }
            let held = held.map(|bytes| Bytes(u64::try_from(bytes).unwrap_or(0)));
            MemoryPoint { time, held }
        })
        .collect()
}

/// The time at `index / count` of the whole.
#[must_use]
pub fn part_of(end: Time, index: u32, count: u32) -> Time {
    let part = u128::from(end.0) * u128::from(index) / u128::from(count.max(1));
    Time(u64::try_from(part).unwrap_or(u64::MAX))
}

/// Shares of cores, disk and link at work, as steps: each value holds until the next time.
#[must_use]
pub fn usage_steps(report: &Report, cores: u32, end: Time) -> Vec<(Time, [f64; 3])> {
    let cores = f64::from(cores.max(1));
    let mut steps: Vec<(Time, [f64; 3])> = report
        .usage
        .iter()
        .filter(|sample| sample.time < report.ended)
        .map(|sample| (sample.time, [sample.cores / cores, sample.disk, sample.link]))
        .collect();
    let idle = [report.idle_cores, 0.0, 0.0];
    steps.push((report.ended, idle));
    if report.ended < end {
        steps.push((end, idle));
    }
    steps
}
