//! What is asked about pressure.

use serde::{Deserialize, Serialize};

use crate::experiment::pressure::{Neighbour, Setting};
use crate::scenario::Side;
use crate::units::Bytes;

/// Parameters of this question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the rows of the table and the words in `text` say what each is")]
pub enum Id {
    WorkingSet,
    Files,
    Threads,
    Limit,
    Raise,
    Quota,
    Weight,
    Neighbour,
    Tasks,
}

impl Id {
    /// Every one.
    pub const ALL: &'static [Self] = &[
        Self::WorkingSet,
        Self::Files,
        Self::Threads,
        Self::Limit,
        Self::Raise,
        Self::Quota,
        Self::Weight,
        Self::Neighbour,
        Self::Tasks,
    ];
}

/// Which half of the working set is pages of files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Files {
    /// None: all of it is the application's own memory.
    None,
    /// Half of it, of files that each instance has for itself.
    Own,
    /// Half of it, of files of the common image.
    #[default]
    Common,
}

/// What was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Working set of each instance in MiB.
    pub working_set: u64,
    /// Which part of it is pages of files.
    pub files: Files,
    /// Busy threads in each instance.
    pub threads: u64,
    /// Memory limit of each instance in MiB, where the kernel is the host's.
    pub limit: Option<u64>,
    /// What each is given instead while it runs, in MiB.
    pub raise: Option<u64>,
    /// CPU quota of each instance in per cent of a core.
    pub quota: Option<u64>,
    /// CPU weight of the first instance; the others have 100.
    pub weight: u64,
    /// The neighbour.
    pub neighbour: Neighbour,
    /// Whether the number of tasks is limited.
    pub tasks: bool,
}

impl Default for Choice {
    /// Version 1 of the share link leaves these values out: they never change.
    fn default() -> Self {
        Self {
            working_set: 1024,
            files: Files::Common,
            threads: 1,
            limit: None,
            raise: None,
            quota: None,
            weight: 100,
            neighbour: Neighbour::None,
            tasks: false,
        }
    }
}

impl Choice {
    /// What it means for the experiment.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "small numbers")]
    pub fn setting(&self, _side: Side) -> Setting {
        let mebibytes = |number: u64| Bytes(number.saturating_mul(1 << 20));
        Setting {
            working_set: mebibytes(self.working_set),
            files: if self.files == Files::None { 0.0 } else { 0.5 },
            files_common: self.files == Files::Common,
            threads: u32::try_from(self.threads).unwrap_or(u32::MAX),
            memory_limit: self.limit.map(mebibytes),
            raise: self.raise.map(mebibytes),
            weight: self.weight.max(1) as f64,
            quota: self.quota.map(|percent| percent.max(1) as f64 / 100.0),
            neighbour: self.neighbour,
            pids_limit: self.tasks,
        }
    }
}
