//! The questions that can be asked of a machine, and their answers as data.
//!
//! A [`Job`] is a question on its way: a value that can be advanced in slices, cloned as a
//! checkpoint, and asked for its [`Answer`]. Starts have a [`Report`] besides, with every bar and
//! every byte. None of them carries a word.

pub mod answer;
pub mod compatibility;
mod density;
pub mod elasticity;
pub mod explain;
pub mod film;
pub mod incident;
pub mod job;
pub mod maintenance;
pub mod mobility;
pub mod placement;
pub mod preference;
pub mod pressure;
pub mod report;
mod restart;
pub mod run;
pub mod snapshot;
pub mod start;
pub mod throughput;
mod told;
pub mod trace;
pub mod validate;

pub use answer::Answer;
pub use film::Film;
pub use job::{Job, Question, ask};
pub use preference::Preference;
pub use report::{
    Ceiling, ClockSummary, DensityReport, InstanceReport, LaneSpan, MemoryChange, MemorySummary,
    Outcome, Report, Resource, UsageSample, Wait,
};
pub use run::{Progress, Run, run};
pub use snapshot::{Activity, Snapshot};
