//! Quantities and mechanisms of throughput: what is told, and why it comes out so.

use serde::{Deserialize, Serialize};

use crate::experiment::answer::Dimension;
use crate::model::{Charge, CostLayer};

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Quantity {
    /// Requests per second of all instances.
    Throughput,
    /// The same as a ratio of plain processes under the same load.
    Relative,
    /// Requests per second of an instance.
    Each,
    /// Bytes per second, where requests carry many.
    Bandwidth,
    /// Median latency.
    LatencyMedian,
    /// 90th percentile of latency.
    LatencyP90,
    /// 99th percentile of latency.
    LatencyP99,
    /// Mean latency.
    LatencyMean,
    /// Processor time of a request, with that of the host beside the instance.
    Work,
    /// How busy the host's cores are.
    CoresBusy,
    /// How busy the disk is.
    DiskBusy,
    /// How busy the link is.
    LinkBusy,
    /// Requests refused because too many waited.
    Refused,
    /// Time of a part of a request here.
    Here,
    /// Time of that part with a plain process.
    Native,
    /// What the platform adds to it.
    Added,
    /// How busy something is.
    Busy,
    /// Time of a request, as a point of a curve.
    Latency,
    /// Part of all requests that were no slower.
    Part,
}

impl Quantity {
    /// Every quantity, the most important first.
    pub const ALL: &'static [Self] = &[
        Self::Throughput,
        Self::Relative,
        Self::Each,
        Self::Bandwidth,
        Self::LatencyMedian,
        Self::LatencyP90,
        Self::LatencyP99,
        Self::LatencyMean,
        Self::Work,
        Self::CoresBusy,
        Self::DiskBusy,
        Self::LinkBusy,
        Self::Refused,
        Self::Here,
        Self::Native,
        Self::Added,
        Self::Busy,
        Self::Latency,
        Self::Part,
    ];

    /// Its name in files and on the command line; never changes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Throughput => "throughput",
            Self::Relative => "relative-throughput",
            Self::Each => "throughput-each",
            Self::Bandwidth => "throughput-bytes",
            Self::LatencyMedian => "latency-median",
            Self::LatencyP90 => "latency-p90",
            Self::LatencyP99 => "latency-p99",
            Self::LatencyMean => "latency-mean",
            Self::Work => "request-work",
            Self::CoresBusy => "cores-busy",
            Self::DiskBusy => "disk-busy",
            Self::LinkBusy => "link-busy",
            Self::Refused => "requests-refused",
            Self::Here => "request-time",
            Self::Native => "request-time-native",
            Self::Added => "request-time-added",
            Self::Busy => "busy",
            Self::Latency => "latency",
            Self::Part => "part-of-requests",
        }
    }

    /// Its unit.
    #[must_use]
    pub const fn dimension(self) -> Dimension {
        match self {
            Self::Throughput | Self::Each => Dimension::Rate,
            Self::Relative => Dimension::Factor,
            Self::Bandwidth => Dimension::Bandwidth,
            Self::LatencyMedian
            | Self::LatencyP90
            | Self::LatencyP99
            | Self::LatencyMean
            | Self::Work
            | Self::Here
            | Self::Native
            | Self::Added
            | Self::Latency => Dimension::Time,
            Self::CoresBusy | Self::DiskBusy | Self::LinkBusy | Self::Busy | Self::Part => {
                Dimension::Share
            }
            Self::Refused => Dimension::Count,
        }
    }
}

/// What can keep requests from going faster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Bound {
    /// The host's cores.
    Cores,
    /// The instances' own processors or threads.
    Processors,
    /// The disk.
    Device,
    /// The virtual path to the disk.
    DiskPath,
    /// The link.
    Link,
    /// The virtual network card.
    Card,
    /// The host's thread behind that card.
    Thread,
    /// A lock in the application.
    Lock,
    /// The memory's bandwidth.
    Memory,
    /// Nothing is busy: clients wait for the network and for themselves.
    RoundTrips,
    /// Nothing is busy: no more was asked for.
    Demand,
}

/// Where a request spends its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Stage {
    /// Waiting for a processor of the instance.
    Queue,
    /// On a processor, or waiting for a core of the host.
    Processor,
    /// At the disk.
    Disk,
    /// Waiting for a lock and under it.
    Lock,
    /// On the network, with the client's own time.
    Network,
}

/// Why it comes out so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Mechanism {
    /// A part of a request's cost.
    Charge(Charge),
    /// Notifications and wake-ups of an instance that sleeps.
    WakeUps,
    /// A layer of a request's cost.
    Layer(CostLayer),
    /// What binds.
    Bound(Bound),
    /// Where a request is.
    Stage(Stage),
    /// The table of costs by layer.
    CostByLayer,
    /// The table of costs by operation.
    CostByOperation,
    /// The table of stages.
    Stages,
    /// The table of how busy everything is.
    Utilisation,
    /// A batch keeps every virtual processor busy; clients were not asked for.
    BatchHasNoClients,
    /// The prices of this sandbox are mostly our judgement.
    SandboxIsJudged,
}
