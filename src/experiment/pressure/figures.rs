//! From outcomes to the answer: figures, curves, tables, reasons.

use super::load::Outcome;
use super::settle::Misses;
use super::{ALONE, AROUND, CROWD, CURVES, Mechanism, Neighbour, QUIET, Quantity, Run, counts};
use crate::catalog::{Family, Kernel};
use crate::engine::Digest;
use crate::experiment::answer::weightiest_first;
use crate::experiment::answer::{self, Answer, Cause, Cell, Figure, Label, Row, Series, Table};
use crate::model::Owner;
use crate::units::Bytes;

/// Less than this part of a response is rounding and no reason.
const TRACE: f64 = 1e-4;

impl Run {
    pub(super) fn told(&self) -> Answer {
        let mut digest = Digest::new();
        for outcome in &self.done {
            digest.add(outcome.digest);
        }
        for bytes in [self.cliff, self.settled.swapped, self.settled.ledger.free()] {
            digest.add(bytes.0);
        }
        let (events, trace) = self.raise.as_ref().map_or((0, 0), super::Raise::trace);
        if trace > 0 {
            digest.add(trace);
        }
        let outcome = |which: usize| self.done.get(which).copied().unwrap_or_default();
        let (crowd, alone, quiet) = (outcome(CROWD), outcome(ALONE), outcome(QUIET));
        Answer {
            refused: None,
            figures: self.figures(crowd, alone, quiet),
            series: self.curves(),
            tables: vec![by_instance(crowd, alone), self.by_owner()],
            causes: causes(crowd),
            remarks: self.remarks(),
            events: self.done.iter().map(|outcome| outcome.events).sum::<u64>() + events,
            digest: digest.value(),
        }
    }

    fn figures(&self, crowd: Outcome, alone: Outcome, quiet: Outcome) -> Vec<Figure> {
        let settled = &self.settled;
        let Misses { swapped, file, cached } = settled.misses;
        let running = f64::from(settled.alive);
        let pages = self.machine.scarcity().request_pages.typical;
        let moved =
            pages * swapped * (1.0 + self.machine.scarcity().dirty.typical) * Bytes::PAGE.as_f64();
        let (kernel, daemons) = self.machine.host_base();
        let resident = self.machine.host.memory - settled.ledger.free();
        let footprint = self.machine.footprint();
        let overhead = footprint.host_kernel
            + footprint.vmm
            + footprint.guest_kernel
            + footprint.guest_services
            + footprint.guest_cache
            + footprint.guest_zeroed;
        let mut all = vec![
            (Quantity::Throughput, crowd.first),
            (Quantity::Relative, ratio(crowd.first, alone.first)),
            (Quantity::Total, crowd.total),
            (Quantity::Others, crowd.others),
            (Quantity::Response, crowd.response),
            (Quantity::ResponseP99, crowd.p99),
            (Quantity::ResponseWorst, crowd.worst),
            (Quantity::Slowdown, ratio(crowd.response, alone.response)),
            (Quantity::Running, running),
            (Quantity::Killed, f64::from(settled.killed)),
            (Quantity::KilledInside, f64::from(settled.killed_inside)),
            (Quantity::Refused, f64::from(settled.refused)),
            (Quantity::Cliff, self.cliff.as_f64()),
            (Quantity::Missed, swapped + file + cached),
            (Quantity::SwapTraffic, crowd.total * moved),
            (Quantity::Resident, resident.as_f64()),
            (Quantity::ResidentEach, settled.resident_each.as_f64()),
            (Quantity::Overhead, overhead.as_f64()),
            (Quantity::Swapped, settled.swapped.as_f64()),
            (Quantity::Ballooned, settled.ballooned.as_f64()),
            (Quantity::Merged, settled.merged_saving.as_f64()),
            (Quantity::MergeTime, settled.merge_seconds),
            (Quantity::VictimCores, crowd.first_cores),
            (Quantity::CoresBusy, crowd.cores_busy),
            (Quantity::DiskBusy, crowd.disk_busy),
        ];
        debug_assert!(resident >= (kernel + daemons).min(self.machine.host.memory));
        if crowd.first <= 0.0 {
            // Who is not there answers nothing, however late.
            let silent = [
                Quantity::Response,
                Quantity::ResponseP99,
                Quantity::ResponseWorst,
                Quantity::Slowdown,
                Quantity::Missed,
            ];
            all.retain(|(quantity, _)| !silent.contains(quantity));
        }
        if let Some(raise) = &self.raise
            && let Some(raised) = self.done.get(self.cases.len() - 1)
        {
            all.insert(1, (Quantity::Raised, raised.first));
            all.extend(raise.downtime().map(|seconds| (Quantity::RaiseDowntime, seconds)));
        }
        if self.setting.neighbour != Neighbour::None {
            all.insert(2, (Quantity::AgainstQuiet, ratio(crowd.first, quiet.first)));
        }
        all.into_iter()
            .map(|(quantity, value)| Figure { quantity: quantity.into(), value })
            .collect()
    }

    /// Throughput over the working set and over the number of instances.
    fn curves(&self) -> Vec<Series> {
        let outcomes = self.done.get(CURVES..).unwrap_or_default();
        let cases = self.cases.get(CURVES..).unwrap_or_default();
        let over_sets = AROUND.len().min(outcomes.len());
        let sets = cases[..over_sets].iter().zip(outcomes);
        let points = sets
            .map(|(case, outcome)| (case.setting.working_set.as_f64(), outcome.total))
            .collect();
        let set = Series { x: Quantity::WorkingSet.into(), y: Quantity::Total.into(), points };
        let numbers = counts(self.machine.instances);
        let rest = outcomes.get(over_sets..).unwrap_or_default();
        let points = numbers
            .iter()
            .zip(rest)
            .map(|(&number, outcome)| (f64::from(number), outcome.total))
            .collect();
        let count = Series { x: Quantity::Instances.into(), y: Quantity::Total.into(), points };
        vec![set, count]
    }

    fn by_owner(&self) -> Table {
        let rows = Owner::ALL.iter().map(|&owner| {
            let held = self.settled.ledger.total_of(owner as u8);
            let label = Label::Mechanism(Mechanism::Owner(owner).into());
            Row { label, cells: vec![Cell::Value(held.as_f64())] }
        });
        let columns = vec![Quantity::Resident.into()];
        Table { title: Mechanism::ByOwner.into(), columns, rows: rows.collect() }
    }

    fn remarks(&self) -> Vec<answer::Mechanism> {
        let (machine, setting, settled) = (&self.machine, &self.setting, &self.settled);
        let guest = machine.platform.isolation.kernel == Kernel::Guest;
        let Misses { swapped, file, cached } = settled.misses;
        let short = settled.swapped > Bytes::ZERO
            || settled.killed > 0
            || settled.refused > 0
            || settled.ballooned > Bytes::ZERO;
        let mut all = Vec::new();
        let mut tell = |condition: bool, mechanism: Mechanism| {
            if condition {
                all.push(mechanism.into());
            }
        };
        let inside = guest && (settled.killed_inside > 0 || (file + cached > 0.0 && !short));
        let limited = !guest
            && setting.memory_limit.is_some_and(|limit| {
                let (anonymous, files) = setting.parts();
                // Pages of common files are charged once, to all alike.
                let sharers = if setting.files_common { machine.instances.max(1) } else { 1 };
                let charged = anonymous + files / f64::from(sharers);
                let own = charged + machine.footprint().heap.as_f64();
                own > limit.as_f64() || settled.killed_inside > 0
            });
        let restarts = self.raise.as_ref().map(super::Raise::restarts);
        tell(restarts == Some(false), Mechanism::RaisedLive);
        tell(restarts == Some(true), Mechanism::RaisedByRestart);
        tell(settled.fits(machine), Mechanism::Ample);
        tell(inside, Mechanism::GuestTooSmall);
        tell(limited, Mechanism::LimitBinds);
        let cold = settled.fits(machine) && settled.swapped > Bytes::ZERO;
        tell(cold, Mechanism::ColdSwapped);
        tell(
            (short && !settled.fits(machine)) || (!guest && !limited && swapped + file > 0.0),
            Mechanism::HostShort,
        );
        tell(guest, Mechanism::GuestOverhead);
        let files = setting.files > 0.0 && setting.files_common;
        tell(files && !guest, Mechanism::SharedCache);
        tell(files && guest && machine.merging.is_none(), Mechanism::CacheCopies);
        tell(settled.ballooned > Bytes::ZERO, Mechanism::BalloonHelped);
        tell(settled.merged_saving > Bytes::ZERO, Mechanism::MergingHelped);
        tell(settled.killed + settled.killed_inside > 0, Mechanism::KilledForMemory);
        for mechanism in self.about_neighbour(guest) {
            tell(true, mechanism);
        }
        tell(true, Mechanism::CachesNotModelled);
        all
    }

    fn about_neighbour(&self, guest: bool) -> Vec<Mechanism> {
        let setting = &self.setting;
        if setting.neighbour == Neighbour::None {
            return Vec::new();
        }
        if !self.settled.neighbour {
            return vec![Mechanism::NeighbourKilled];
        }
        let grouped = self.machine.platform.family != Family::Process;
        let cores = match (guest, grouped) {
            (true, _) => Mechanism::ConfinedByProcessors,
            (false, true) => Mechanism::ConfinedByWeight,
            (false, false) => Mechanism::NotConfined,
        };
        match setting.neighbour {
            Neighbour::None => Vec::new(),
            Neighbour::CpuHog => vec![cores],
            Neighbour::MemoryHog if guest => vec![Mechanism::ConfinedByPromise],
            Neighbour::MemoryHog if setting.memory_limit.is_some() => vec![Mechanism::LimitBinds],
            Neighbour::DiskHog if guest => vec![Mechanism::ConfinedByDevice],
            Neighbour::MemoryHog | Neighbour::DiskHog => vec![Mechanism::NotConfined],
            Neighbour::ForkBomb if guest => vec![Mechanism::ConfinedByPromise, cores],
            Neighbour::ForkBomb if setting.pids_limit => vec![Mechanism::ConfinedByTasks, cores],
            Neighbour::ForkBomb => vec![Mechanism::TasksTakeMemory, cores],
        }
    }
}

fn by_instance(crowd: Outcome, alone: Outcome) -> Table {
    let row = |mechanism: Mechanism, rate: f64, response: Option<f64>| Row {
        label: Label::Mechanism(mechanism.into()),
        cells: vec![
            Cell::Value(rate),
            Cell::Value(ratio(rate, alone.first)),
            response.map_or(Cell::Empty, Cell::Value),
        ],
    };
    let rows = vec![
        row(Mechanism::Alone, alone.first, Some(alone.response)),
        row(Mechanism::Victim, crowd.first, Some(crowd.response)),
        row(Mechanism::OtherInstances, crowd.others, None),
    ];
    let columns = [Quantity::Throughput, Quantity::Relative, Quantity::Response];
    Table { title: Mechanism::ByInstance.into(), columns: columns.map(Into::into).to_vec(), rows }
}

/// Where the time of one request goes, the weightiest first.
fn causes(crowd: Outcome) -> Vec<Cause> {
    let parts = crowd.parts;
    let mut causes: Vec<Cause> = [
        (Mechanism::OwnWork, parts.work),
        (Mechanism::CoreWait, parts.cores),
        (Mechanism::Throttled, parts.throttled),
        (Mechanism::OwnDisk, parts.own),
        (Mechanism::SwapFaults, parts.swap),
        (Mechanism::FileFaults, parts.file),
        (Mechanism::DiskWait, parts.disk),
    ]
    .into_iter()
    .map(|(mechanism, seconds)| Cause {
        mechanism: mechanism.into(),
        effect: Quantity::Response.into(),
        amount: ratio(seconds, parts.requests),
    })
    .filter(|cause| cause.amount > TRACE * crowd.response)
    .collect();
    weightiest_first(&mut causes);
    causes
}

fn ratio(of: f64, to: f64) -> f64 {
    if to > 0.0 { of / to } else { 0.0 }
}
