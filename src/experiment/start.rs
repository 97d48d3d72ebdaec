//! What a run of starts answers: the figures of its report, and what the starts waited for.

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Cause, Cell, Dimension, Figure, Label, Row, Table, weightiest_first};
use super::report::{ClockSummary, Report, Wait};
use crate::catalog::{Clock, Lock};
use crate::model::{Incompatible, Limit, Machine};
use crate::units::{Span, Time};

/// What is told of starts, memory, disk and density.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Quantity {
    /// Median from launch to ready.
    ReadyMedian,
    /// 90th percentile from launch to ready.
    ReadyP90,
    /// 99th percentile from launch to ready.
    ReadyP99,
    /// From the beginning until the last instance is ready.
    AllReady,
    /// Median from launch to the first process inside.
    InitMedian,
    /// Median from launch to the end of the host's own part: VMM or runtime.
    HostPartMedian,
    /// Instances that are ready.
    Ready,
    /// How many fit before a limit is met, where that was asked.
    Fits,
    /// Memory resident because of the instances, for each of them.
    ResidentEach,
    /// Memory resident in all.
    Resident,
    /// Memory promised.
    Reserved,
    /// What same-page merging saves.
    MergedSaving,
    /// Written to swap.
    Swapped,
    /// Room on the disk in all.
    Disk,
    /// Room on the disk that each further instance takes.
    DiskEach,
    /// Kernels on the machine.
    Kernels,
    /// Cores that idle instances use up.
    IdleCores,
}

impl Quantity {
    /// Every quantity, the most important first.
    pub const ALL: &'static [Self] = &[
        Self::ReadyMedian,
        Self::ReadyP90,
        Self::ReadyP99,
        Self::AllReady,
        Self::InitMedian,
        Self::HostPartMedian,
        Self::Ready,
        Self::Fits,
        Self::ResidentEach,
        Self::Resident,
        Self::Reserved,
        Self::MergedSaving,
        Self::Swapped,
        Self::Disk,
        Self::DiskEach,
        Self::Kernels,
        Self::IdleCores,
    ];

    /// Its name in files and on the command line; never changes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ReadyMedian => "ready-median",
            Self::ReadyP90 => "ready-p90",
            Self::ReadyP99 => "ready-p99",
            Self::AllReady => "all-ready",
            Self::InitMedian => "init-median",
            Self::HostPartMedian => "host-part-median",
            Self::Ready => "ready",
            Self::Fits => "fits",
            Self::ResidentEach => "resident-each",
            Self::Resident => "resident",
            Self::Reserved => "reserved",
            Self::MergedSaving => "merged-saving",
            Self::Swapped => "swapped",
            Self::Disk => "disk",
            Self::DiskEach => "disk-each",
            Self::Kernels => "kernels",
            Self::IdleCores => "idle-cores",
        }
    }

    /// Its unit.
    #[must_use]
    pub const fn dimension(self) -> Dimension {
        match self {
            Self::ReadyMedian
            | Self::ReadyP90
            | Self::ReadyP99
            | Self::AllReady
            | Self::InitMedian
            | Self::HostPartMedian => Dimension::Time,
            Self::Ready | Self::Fits | Self::Kernels => Dimension::Count,
            Self::ResidentEach
            | Self::Resident
            | Self::Reserved
            | Self::MergedSaving
            | Self::Swapped
            | Self::Disk
            | Self::DiskEach => Dimension::Memory,
            Self::IdleCores => Dimension::Cores,
        }
    }
}

/// What the starts waited for, which limit was met, and what the table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Mechanism {
    /// Waiting of this kind.
    Waited(Wait),
    /// The limit that ended the filling, or the first that was met.
    Met(Limit),
    /// The table of clocks.
    Clocks,
    /// One of the clocks.
    Clock(Clock),
}

/// Everything that a start can wait for.
const WAITS: [Wait; 10] = [
    Wait::Launcher,
    Wait::Cores,
    Wait::Disk,
    Wait::Link,
    Wait::Lock(Lock::NetworkNamespace),
    Wait::Lock(Lock::MountTable),
    Wait::Lock(Lock::XenStore),
    Wait::Image,
    Wait::Carrier,
    Wait::Memory,
];

/// The answer that a report of starts gives.
#[must_use]
pub fn answer(machine: &Machine, report: &Report) -> Answer {
    let limit = report.density.as_ref().and_then(|density| density.limit);
    let met = limit.or_else(|| report.limits.first().map(|&(_, limit)| limit));
    Answer {
        refused: refusal(machine),
        figures: figures(machine, report),
        series: Vec::new(),
        tables: vec![clocks(report)],
        causes: causes(report),
        remarks: met.map(|limit| Mechanism::Met(limit).into()).into_iter().collect(),
        events: report.events,
        digest: report.digest,
    }
}

fn refusal(machine: &Machine) -> Option<Incompatible> {
    machine.check_compatibility().err()
}

fn figures(machine: &Machine, report: &Report) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut tell = |quantity: Quantity, value| {
        figures.push(Figure { quantity: quantity.into(), value });
    };
    if let Some(ready) = report.clock(Clock::Ready) {
        tell(Quantity::ReadyMedian, ready.p50.as_seconds());
        tell(Quantity::ReadyP90, ready.p90.as_seconds());
        tell(Quantity::ReadyP99, ready.p99.as_seconds());
        let last =
            report.instances.iter().filter_map(|one| one.clocks[Clock::Ready as usize]).max();
        tell(Quantity::AllReady, last.map_or(0.0, Time::as_seconds));
        for (quantity, clock) in
            [(Quantity::InitMedian, Clock::Init), (Quantity::HostPartMedian, Clock::Vmm)]
        {
            if let Some(summary) = report.clock(clock) {
                tell(quantity, summary.p50.as_seconds());
            }
        }
        tell(Quantity::ResidentEach, report.resident_each().as_f64());
    }
    let ready = report.ready();
    tell(Quantity::Ready, f64::from(ready));
    if let Some(density) = &report.density {
        tell(Quantity::Fits, f64::from(density.count));
    }
    tell(Quantity::Resident, report.memory.resident().as_f64());
    tell(Quantity::Reserved, report.memory.reserved.as_f64());
    tell(Quantity::MergedSaving, report.memory.merged_saving.as_f64());
    tell(Quantity::Swapped, report.memory.swapped.as_f64());
    tell(Quantity::Disk, report.disk.used().as_f64());
    tell(Quantity::DiskEach, report.disk.each.as_f64());
    tell(Quantity::Kernels, f64::from(machine.kernels(ready)));
    tell(Quantity::IdleCores, report.idle_cores * f64::from(machine.host.cores));
    figures
}

/// Mean waiting of each kind for each instance that was launched, the longest first.
fn causes(report: &Report) -> Vec<Cause> {
    let launched = report.instances.iter().filter(|one| one.launched.is_some()).count();
    let launched = f64::from(u32::try_from(launched).unwrap_or(u32::MAX)).max(1.0);
    let waited = |of: Wait| {
        let spans = report.spans.iter().filter(|span| span.wait == Some(of));
        spans.fold(Span::ZERO, |sum, span| sum + span.waited).as_seconds() / launched
    };
    let mut causes: Vec<Cause> = WAITS
        .into_iter()
        .map(|of| Cause {
            mechanism: Mechanism::Waited(of).into(),
            effect: Quantity::ReadyMedian.into(),
            amount: waited(of),
        })
        .filter(|cause| cause.amount > 0.0)
        .collect();
    weightiest_first(&mut causes);
    causes
}

/// Distribution of every clock.
fn clocks(report: &Report) -> Table {
    let row = |summary: &ClockSummary| Row {
        label: Label::Mechanism(Mechanism::Clock(summary.clock).into()),
        cells: [summary.p50, summary.p90, summary.p99]
            .map(|span| Cell::Value(span.as_seconds()))
            .into(),
    };
    Table {
        title: Mechanism::Clocks.into(),
        columns: [Quantity::ReadyMedian, Quantity::ReadyP90, Quantity::ReadyP99]
            .map(Into::into)
            .into(),
        rows: report.clocks.iter().filter(|summary| summary.count > 0).map(row).collect(),
    }
}
