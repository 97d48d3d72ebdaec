//! What the experiment of moving measures, and the mechanisms that it names.

use serde::{Deserialize, Serialize};

use crate::experiment::answer::Dimension;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Quantity {
    /// Until the last instance is at the target.
    TotalTime,
    /// Time without an answer, of the middle instance.
    Downtime,
    /// Time without an answer, of the worst instance.
    DowntimeMost,
    /// Time without an answer, by the mean.
    DowntimeMean,
    /// Everything that went over the link.
    BytesMoved,
    /// The same for one instance, by the mean.
    BytesEach,
    /// Memory of one instance that has content and has to be moved.
    MemoryToMove,
    /// Disk or layers sent, of all instances.
    StorageMoved,
    /// Time of one instance, by the mean.
    TimeEach,
    /// Rounds of copying, of the middle instance.
    Rounds,
    /// Mean share of the link that moving takes.
    LinkShare,
    /// Mean share of one host's cores that moving takes.
    CoreShare,
    /// Mean share of one core that noticing writes takes from the service.
    FaultShare,
    /// Kinds of state that survive, of four.
    StateKept,
    /// Whether one kind of state survives, told by a word.
    Kept,
    /// Time since the beginning.
    Elapsed,
    /// What is still to be sent.
    Remaining,
    /// Sent in one round.
    RoundSent,
    /// How long one round took.
    RoundTime,
    /// Written again during one round.
    RoundDirtied,
    /// Pace of one round.
    RoundRate,
}

impl Quantity {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::TotalTime,
        Self::Downtime,
        Self::DowntimeMost,
        Self::DowntimeMean,
        Self::BytesMoved,
        Self::BytesEach,
        Self::MemoryToMove,
        Self::StorageMoved,
        Self::TimeEach,
        Self::Rounds,
        Self::LinkShare,
        Self::CoreShare,
        Self::FaultShare,
        Self::StateKept,
        Self::Kept,
        Self::Elapsed,
        Self::Remaining,
        Self::RoundSent,
        Self::RoundTime,
        Self::RoundDirtied,
        Self::RoundRate,
    ];

    /// Stable name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::TotalTime => "total-time",
            Self::Downtime => "downtime",
            Self::DowntimeMost => "downtime-most",
            Self::DowntimeMean => "downtime-mean",
            Self::BytesMoved => "bytes-moved",
            Self::BytesEach => "bytes-each",
            Self::MemoryToMove => "memory-to-move",
            Self::StorageMoved => "storage-moved",
            Self::TimeEach => "time-each",
            Self::Rounds => "rounds",
            Self::LinkShare => "link-share",
            Self::CoreShare => "core-share",
            Self::FaultShare => "fault-share",
            Self::StateKept => "state-kept",
            Self::Kept => "kept",
            Self::Elapsed => "elapsed",
            Self::Remaining => "remaining",
            Self::RoundSent => "round-sent",
            Self::RoundTime => "round-time",
            Self::RoundDirtied => "round-dirtied",
            Self::RoundRate => "round-rate",
        }
    }

    /// What kind of number it is.
    #[must_use]
    pub const fn dimension(self) -> Dimension {
        match self {
            Self::TotalTime
            | Self::Downtime
            | Self::DowntimeMost
            | Self::DowntimeMean
            | Self::TimeEach
            | Self::Elapsed
            | Self::RoundTime => Dimension::Time,
            Self::BytesMoved
            | Self::BytesEach
            | Self::MemoryToMove
            | Self::StorageMoved
            | Self::Remaining
            | Self::RoundSent
            | Self::RoundDirtied => Dimension::Memory,
            Self::Rounds | Self::StateKept | Self::Kept => Dimension::Count,
            Self::LinkShare | Self::CoreShare | Self::FaultShare => Dimension::Share,
            Self::RoundRate => Dimension::Bandwidth,
        }
    }
}

/// Why it came out so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Mechanism {
    /// Memory was copied in rounds while the virtual machine ran.
    WayLive,
    /// The virtual machine was stopped, saved, transferred and restored.
    WayStopAndCopy,
    /// The processes of the container were frozen, transferred and set up again.
    WayCheckpoint,
    /// A new instance was started at the target.
    WayRestart,
    /// The platform does not know the way that was asked for, and took its usual one.
    WayNotKnown,
    /// Memory crossed the link once.
    CopyingMemory,
    /// Pages written meanwhile crossed it again.
    CopyingAgain,
    /// The rest was sent while the service stood still.
    CopyingRest,
    /// Devices, registers, and the announcement of the address.
    FixedStop,
    /// The disk crossed the link.
    CopyingDisk,
    /// Missing layers came from the registry.
    Pulling,
    /// Layers were unpacked and written.
    Unpacking,
    /// Others waited for the layers, or for the base of the disk.
    WaitingForImage,
    /// The old instance ended.
    Stopping,
    /// The new instance started.
    Starting,
    /// Processes were written out one after the other.
    Freezing,
    /// Processes were set up again one after the other.
    Thawing,
    /// Memory was written to a file.
    Saving,
    /// Memory was read from a file.
    Restoring,
    /// The link set the pace.
    BoundByLink,
    /// The thread that copies set the pace.
    BoundByCopyThread,
    /// The limit that was set for the first round set the pace.
    BoundByLimit,
    /// The pace of writing set the pace: pages were sent again and again.
    BoundByWrites,
    /// The disks set the pace.
    BoundByDisk,
    /// Unpacking set the pace.
    BoundByUnpacking,
    /// The start of the new instance set the pace.
    BoundByStart,
    /// Ending the old instance set the pace.
    BoundByStopping,
    /// The number of processes set the pace.
    BoundByProcesses,
    /// Rounds did not come to an end: pages were written as fast as they were sent.
    NotConverged,
    /// The target has no room for all of them.
    DoesNotFit,
    /// So slow that the clock of the simulation ends first.
    BeyondClock,
    /// Table of the rounds.
    TableRounds,
    /// Table of the state that survives.
    TableState,
    /// What processes have in memory.
    StateMemory,
    /// Connections that are open.
    StateConnections,
    /// What was written to the disk.
    StateDisk,
    /// Name and address.
    StateAddress,
    /// It survives.
    Survives,
    /// It does not.
    IsLost,
}

impl Mechanism {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::WayLive,
        Self::WayStopAndCopy,
        Self::WayCheckpoint,
        Self::WayRestart,
        Self::WayNotKnown,
        Self::CopyingMemory,
        Self::CopyingAgain,
        Self::CopyingRest,
        Self::FixedStop,
        Self::CopyingDisk,
        Self::Pulling,
        Self::Unpacking,
        Self::WaitingForImage,
        Self::Stopping,
        Self::Starting,
        Self::Freezing,
        Self::Thawing,
        Self::Saving,
        Self::Restoring,
        Self::BoundByLink,
        Self::BoundByCopyThread,
        Self::BoundByLimit,
        Self::BoundByWrites,
        Self::BoundByDisk,
        Self::BoundByUnpacking,
        Self::BoundByStart,
        Self::BoundByStopping,
        Self::BoundByProcesses,
        Self::NotConverged,
        Self::DoesNotFit,
        Self::BeyondClock,
        Self::TableRounds,
        Self::TableState,
        Self::StateMemory,
        Self::StateConnections,
        Self::StateDisk,
        Self::StateAddress,
        Self::Survives,
        Self::IsLost,
    ];

    /// Stable name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::WayLive => "way-live",
            Self::WayStopAndCopy => "way-stop-and-copy",
            Self::WayCheckpoint => "way-checkpoint",
            Self::WayRestart => "way-restart",
            Self::WayNotKnown => "way-not-known",
            Self::CopyingMemory => "copying-memory",
            Self::CopyingAgain => "copying-again",
            Self::CopyingRest => "copying-rest",
            Self::FixedStop => "fixed-stop",
            Self::CopyingDisk => "copying-disk",
            Self::Pulling => "pulling",
            Self::Unpacking => "unpacking",
            Self::WaitingForImage => "waiting-for-image",
            Self::Stopping => "stopping",
            Self::Starting => "starting",
            Self::Freezing => "freezing",
            Self::Thawing => "thawing",
            Self::Saving => "saving",
            Self::Restoring => "restoring",
            Self::BoundByLink => "bound-by-link",
            Self::BoundByCopyThread => "bound-by-copy-thread",
            Self::BoundByLimit => "bound-by-limit",
            Self::BoundByWrites => "bound-by-writes",
            Self::BoundByDisk => "bound-by-disk",
            Self::BoundByUnpacking => "bound-by-unpacking",
            Self::BoundByStart => "bound-by-start",
            Self::BoundByStopping => "bound-by-stopping",
            Self::BoundByProcesses => "bound-by-processes",
            Self::NotConverged => "not-converged",
            Self::DoesNotFit => "does-not-fit",
            Self::BeyondClock => "beyond-clock",
            Self::TableRounds => "table-rounds",
            Self::TableState => "table-state",
            Self::StateMemory => "state-memory",
            Self::StateConnections => "state-connections",
            Self::StateDisk => "state-disk",
            Self::StateAddress => "state-address",
            Self::Survives => "survives",
            Self::IsLost => "is-lost",
        }
    }
}
