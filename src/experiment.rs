//! The questions that can be asked of a machine, and their answers as data.
//!
//! A [`Run`] is a value: it can be advanced in slices, cloned as a checkpoint, and asked for its
//! [`Report`]. Reports carry no words.

mod density;
pub mod report;
pub mod run;
pub mod snapshot;
pub mod validate;

pub use report::{
    Ceiling, ClockSummary, DensityReport, InstanceReport, LaneSpan, MemoryChange, MemorySummary,
    Outcome, Report, Resource, UsageSample, Wait,
};
pub use run::{Progress, Run, run};
pub use snapshot::{Activity, Snapshot};
