//! The report of a run: what it recorded, put in order and summed up.

use super::Run;
use super::instance::State;
use crate::catalog::Clock;
use crate::engine::Digest;
use crate::experiment::density;
use crate::experiment::report::{
    CLOCKS, ClockSummary, InstanceReport, LaneSpan, MemorySummary, Outcome, Report,
};
use crate::model::Owner;
use crate::units::{Bytes, Span, Time};

/// The clocks in the order of the enum.
const ALL_CLOCKS: [Clock; CLOCKS] =
    [Clock::Vmm, Clock::FirstInstruction, Clock::Init, Clock::Ready];

impl Run {
    /// What the run has to tell so far.
    #[must_use]
    pub fn report(&self) -> Report {
        let ended = self.kernel.now();
        let (spans, instances) = self.in_order();
        let clocks =
            ALL_CLOCKS.into_iter().filter_map(|clock| summary(clock, &instances)).collect();
        let mut report = Report {
            digest: self.digest(),
            instances,
            spans,
            memory_changes: self.memory.changes.clone(),
            usage: self.usage.samples(ended, &self.kernel, &self.resources, self.idle),
            limits: self.limits.clone(),
            clocks,
            memory: self.memory_summary(),
            disk: self.disk,
            idle_cores: self.idle / f64::from(self.machine.host.cores),
            density: None,
            ended,
            events: self.kernel.events(),
        };
        report.density = density::answer(&self.machine, &report);
        report
    }

    /// Bars grouped by instance; within one they are in order of time already.
    fn in_order(&self) -> (Vec<LaneSpan>, Vec<InstanceReport>) {
        let mut counts = vec![0_u32; self.instances.len()];
        for span in &self.lanes.spans {
            counts[span.instance as usize] += 1;
        }
        let mut first = 0;
        let mut reports = Vec::with_capacity(counts.len());
        for (one, &spans) in self.instances.iter().zip(&counts) {
            let outcome = match one.state {
                State::NotStarted => Outcome::NotStarted,
                State::Starting => Outcome::Starting,
                State::Ready | State::Stopped => Outcome::Ready,
                State::Refused(limit) => Outcome::Refused(limit),
                State::Killed(at) => Outcome::Killed(at),
                State::Ended(at) => Outcome::Stopped(at),
            };
            let (launched, clocks) = (one.launched, one.clocks);
            reports.push(InstanceReport { launched, clocks, outcome, first_span: first, spans });
            first += spans;
        }
        let mut places: Vec<u32> = reports.iter().map(|report| report.first_span).collect();
        let mut sorted = self.lanes.spans.clone();
        for span in &self.lanes.spans {
            let place = &mut places[span.instance as usize];
            sorted[*place as usize] = *span;
            *place += 1;
        }
        (sorted, reports)
    }

    fn memory_summary(&self) -> MemorySummary {
        let memory = &self.memory;
        let vmm = memory.total_of(Owner::Vmm);
        let by_owner = Owner::ALL.map(|owner| memory.total_of(owner));
        MemorySummary {
            total: memory.total(),
            by_owner,
            reserved: memory.promised + vmm + memory.total_of(Owner::HostKernel),
            merged_saving: self.merged_saving(),
            merging_bookkeeping: self.merging.bookkeeping,
            ballooned: memory.ballooned,
            swapped: memory.swapped,
            peak: memory.peak,
        }
    }

    /// A digest of everything that happened: equal for equal runs on every machine.
    fn digest(&self) -> u64 {
        let mut digest = Digest::new();
        for span in &self.lanes.spans {
            digest.add(u64::from(span.instance) << 8 | span.phase as u64);
            digest.add(span.begin.0);
            digest.add(span.end.0);
            digest.add(span.waited.0);
        }
        for change in &self.memory.changes {
            digest.add(change.time.0);
            digest.add(u64::from(change.holder) << 8 | change.owner as u64);
            digest.add(change.bytes.unsigned_abs() << 1 | u64::from(change.bytes < 0));
        }
        for one in &self.instances {
            for clock in one.clocks {
                digest.add(clock.unwrap_or(Time::NEVER).0);
            }
        }
        digest.add(self.kernel.now().0);
        digest.value()
    }
}

/// The distribution of one clock over those that reached it; `None` if nobody did.
fn summary(clock: Clock, instances: &[InstanceReport]) -> Option<ClockSummary> {
    let mut spans: Vec<Span> = instances
        .iter()
        .filter_map(|one| Some(one.clocks[clock as usize]?.since(one.launched?)))
        .collect();
    spans.sort_unstable();
    let (least, most) = (*spans.first()?, *spans.last()?);
    Some(ClockSummary {
        clock,
        count: u32::try_from(spans.len()).unwrap_or(u32::MAX),
        least,
        p50: percentile(&spans, 50),
        p90: percentile(&spans, 90),
        p99: percentile(&spans, 99),
        most,
    })
}

/// The nearest-rank percentile of a sorted, non-empty list.
#[must_use]
pub fn percentile(sorted: &[Span], percent: usize) -> Span {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted[rank - 1]
}

impl Report {
    /// Memory that one ready instance holds, by the mean of all that are there.
    #[must_use]
    pub fn resident_each(&self) -> Bytes {
        let host = self.host_holder();
        let own: i64 = self
            .memory_changes
            .iter()
            .filter(|change| change.holder != host)
            .map(|change| change.bytes)
            .sum();
        Bytes(u64::try_from(own).unwrap_or(0) / u64::from(self.ready().max(1)))
    }
}
