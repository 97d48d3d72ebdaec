//! What a run has to tell: lanes, memory, use of resources, limits; all as data.

use serde::{Deserialize, Serialize};

use crate::catalog::{Clock, Lock, Phase};
use crate::model::{DiskUse, Limit, OWNERS, Owner};
use crate::units::{Bytes, Span, Time};

/// Number of clocks.
pub const CLOCKS: usize = 4;

/// What an instance waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Wait {
    /// Its turn: no launcher has come to it.
    Launcher,
    /// A processor core.
    Cores,
    /// The disk.
    Disk,
    /// The link to the registry.
    Link,
    /// A section of the host that serves one at a time.
    Lock(Lock),
    /// Another instance that fetches or reads the same image.
    Image,
    /// The virtual machine that carries all containers, which another instance has set going.
    Carrier,
    /// Memory that is being taken back from others.
    Memory,
}

/// One bar of a boot lane. Bars of one instance follow each other in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaneSpan {
    /// Whose lane.
    pub instance: u32,
    /// What was being done.
    pub phase: Phase,
    /// Beginning.
    pub begin: Time,
    /// End.
    pub end: Time,
    /// How much of it was lost to waiting; equal to the length for a pure wait.
    pub waited: Span,
    /// What for, where anything was lost.
    pub wait: Option<Wait>,
}

/// How an instance ended up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// Never tried: the run ended before its turn.
    NotStarted,
    /// Still starting when the run ended.
    Starting,
    /// It answers.
    Ready,
    /// Its start was refused.
    Refused(Limit),
    /// The kernel killed it for memory at this time.
    Killed(Time),
    /// A change stopped it at this time.
    Stopped(Time),
}

/// One instance over the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstanceReport {
    /// When its start was asked for; `None` if never.
    pub launched: Option<Time>,
    /// When each [`Clock`] stopped, in the order of the enum.
    pub clocks: [Option<Time>; CLOCKS],
    /// How it ended up.
    pub outcome: Outcome,
    /// First of its spans in [`Report::spans`].
    pub first_span: u32,
    /// Number of its spans, which stand together.
    pub spans: u32,
}

/// A change of the memory ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemoryChange {
    /// When.
    pub time: Time,
    /// Whose memory; equal to the number of instances for the host itself.
    pub holder: u32,
    /// What kind of memory.
    pub owner: Owner,
    /// Bytes gained, or lost where negative.
    pub bytes: i64,
}

/// Use of the shared resources from this time to the next sample's.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct UsageSample {
    /// Beginning of the interval.
    pub time: Time,
    /// Mean number of cores at work.
    pub cores: f64,
    /// Mean share of the disk at work, 0 to 1.
    pub disk: f64,
    /// Mean share of the registry link at work, 0 to 1.
    pub link: f64,
}

/// Distribution of one clock over the instances that reached it, from their launch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockSummary {
    /// Which clock.
    pub clock: Clock,
    /// How many instances reached it.
    pub count: u32,
    /// Shortest.
    pub least: Span,
    /// Half of them took no longer (nearest rank).
    pub p50: Span,
    /// Nine in ten took no longer.
    pub p90: Span,
    /// 99 in a hundred took no longer.
    pub p99: Span,
    /// Longest.
    pub most: Span,
}

/// Memory at the end of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemorySummary {
    /// The machine's memory.
    pub total: Bytes,
    /// Resident, by owner, in the order of [`Owner::ALL`].
    pub by_owner: [Bytes; OWNERS],
    /// Promised to instances, whether touched or not, with the VMMs' own.
    pub reserved: Bytes,
    /// What same-page merging saves: pages given up less the one copy kept.
    pub merged_saving: Bytes,
    /// What merging itself needs to remember pages.
    pub merging_bookkeeping: Bytes,
    /// Taken back from guests by balloon.
    pub ballooned: Bytes,
    /// Written to swap.
    pub swapped: Bytes,
    /// Most ever resident.
    pub peak: Bytes,
}

impl MemorySummary {
    /// Resident in all.
    #[must_use]
    pub fn resident(&self) -> Bytes {
        self.by_owner.iter().copied().sum()
    }

    /// Not owned by anybody.
    #[must_use]
    pub fn free(&self) -> Bytes {
        self.total.saturating_sub(self.resident())
    }
}

/// A resource that can bound the number of instances.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Resource {
    /// Memory, resident or promised.
    Memory,
    /// Room on the disk.
    Disk,
    /// Cores, used up by idle instances' wake-ups.
    Cores,
    /// Ports of the network bridge.
    BridgePorts,
    /// Process identifiers.
    ProcessIds,
}

/// How far one resource would carry, by accounting: `(total - fixed) / each`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ceiling {
    /// The resource.
    pub resource: Resource,
    /// What there is, in the resource's unit (bytes, cores, ports, identifiers).
    pub total: f64,
    /// What is taken once.
    pub fixed: f64,
    /// What each instance takes.
    pub each: f64,
    /// The most instances that this resource allows.
    pub instances: u64,
}

/// The answer to "how many fit?".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DensityReport {
    /// Instances that were ready together when the limit was met.
    pub count: u32,
    /// The limit that was met; `None` if the most that were asked for all fit.
    pub limit: Option<Limit>,
    /// Which resource that limit belongs to.
    pub binding: Option<Resource>,
    /// Every resource's ceiling, the lowest first, the binding one included.
    pub ceilings: Vec<Ceiling>,
}

/// Everything that a run has to tell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Every instance that was asked for.
    pub instances: Vec<InstanceReport>,
    /// Bars of the boot lanes, those of one instance together and in order of time.
    pub spans: Vec<LaneSpan>,
    /// Changes of the memory ledger, in order of time; the first ones are what the host holds
    /// before anything is started.
    pub memory_changes: Vec<MemoryChange>,
    /// Use of cores, disk and link; thinned to at most some hundreds of samples.
    pub usage: Vec<UsageSample>,
    /// Limits that were met, in order of time.
    pub limits: Vec<(Time, Limit)>,
    /// Distribution of each clock, in the order of the enum.
    pub clocks: Vec<ClockSummary>,
    /// Memory at the end.
    pub memory: MemorySummary,
    /// Room on the disk at the end.
    pub disk: DiskUse,
    /// Share of all cores that idle, ready instances use up.
    pub idle_cores: f64,
    /// The answer of a density run.
    pub density: Option<DensityReport>,
    /// When nothing was left to happen.
    pub ended: Time,
    /// Events handled.
    pub events: u64,
    /// Digest of the trace: equal for equal runs on every machine.
    pub digest: u64,
}

impl Report {
    /// The bars of one instance's lane.
    #[must_use]
    pub fn lane(&self, instance: u32) -> &[LaneSpan] {
        let Some(of) = self.instances.get(instance as usize) else { return &[] };
        &self.spans[of.first_span as usize..(of.first_span + of.spans) as usize]
    }

    /// The number that stands for the host in [`MemoryChange::holder`].
    #[must_use]
    pub fn host_holder(&self) -> u32 {
        u32::try_from(self.instances.len()).unwrap_or(u32::MAX)
    }

    /// Instances that were ready at the end.
    #[must_use]
    pub fn ready(&self) -> u32 {
        let ready = self.instances.iter().filter(|i| i.outcome == Outcome::Ready).count();
        u32::try_from(ready).unwrap_or(u32::MAX)
    }

    /// The distribution of one clock; `None` if nobody reached it.
    #[must_use]
    pub fn clock(&self, clock: Clock) -> Option<&ClockSummary> {
        self.clocks.iter().find(|summary| summary.clock == clock && summary.count > 0)
    }
}
