//! One instance during a run: where it is in its plan, and what it is doing there.

use crate::catalog::{Lock, Phase};
use crate::experiment::report::CLOCKS;
use crate::model::Limit;
use crate::units::{Bytes, Span, Time};

/// Where an instance is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Not begun.
    NotStarted,
    /// Between its launch and its first answer.
    Starting,
    /// It answers.
    Ready,
    /// It answered, and was stopped by its launcher.
    Stopped,
    /// Its start was refused.
    Refused(Limit),
    /// Killed for memory.
    Killed(Time),
    /// Stopped by a change.
    Ended(Time),
}

/// The timed act that an instance is in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Doing {
    /// None.
    Nothing,
    /// CPU work that would take this long alone.
    Cores(f64),
    /// A transfer from or to the disk that would take this long alone.
    Disk(f64),
    /// A transfer over the link that would take this long alone.
    Link(f64),
    /// Letting time pass.
    Pause,
    /// Waiting for a section of the host.
    Lock(Lock),
    /// Waiting for its turn at something that is done once: position in the list of those.
    Once(usize),
    /// Paying for memory that was taken back from others.
    Stall,
}

/// What an instance owes for memory that was taken back for it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Debt {
    /// CPU work in core-seconds.
    pub(super) core_seconds: f64,
    /// Bytes to be written to swap.
    pub(super) written: Bytes,
}

/// One instance during a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Instance {
    pub(super) state: State,
    /// Next step of the plan.
    pub(super) step: usize,
    pub(super) doing: Doing,
    /// Since when it does that.
    pub(super) since: Time,
    pub(super) debt: Debt,
    /// The cap of its transfer from or to the disk, while there is one.
    pub(super) transfer: Option<f64>,
    /// How much more work this start is than the typical one.
    pub(super) factor: f64,
    pub(super) launched: Option<Time>,
    pub(super) clocks: [Option<Time>; CLOCKS],
    /// The launcher that waits for the start command to return.
    pub(super) launcher: Option<u32>,
    /// Promised to it, whether touched or not.
    pub(super) promised: Bytes,
    /// Its pages in swap.
    pub(super) swapped: Bytes,
    /// Times that same-page merging has been over its pages.
    pub(super) scans: u32,
    /// Whether its equal pages have been merged.
    pub(super) merged: bool,
    // The bar of its lane that is being drawn.
    pub(super) phase: Phase,
    pub(super) bar: Time,
    /// Time lost in this bar to cores, disk and link.
    pub(super) lost: [Span; 3],
}

impl Instance {
    pub(super) fn new(factor: f64) -> Self {
        Self {
            state: State::NotStarted,
            step: 0,
            doing: Doing::Nothing,
            since: Time::ZERO,
            debt: Debt::default(),
            transfer: None,
            factor,
            launched: None,
            clocks: [None; CLOCKS],
            launcher: None,
            promised: Bytes::ZERO,
            swapped: Bytes::ZERO,
            scans: 0,
            merged: false,
            phase: Phase::Create,
            bar: Time::ZERO,
            lost: [Span::ZERO; 3],
        }
    }
}
