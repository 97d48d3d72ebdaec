//! Why rows miss: the mechanism that the model lacks, as far as we know.
//!
//! The list stands beside the rows and not in them, so that a row says only what was measured. A
//! test holds it against the results: a row that starts to pass must leave it, and one that starts
//! to miss is a failure.

use super::Check;

/// A mechanism that is not modelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacking {
    /// On the large host the publication needs 1.57 times as long as on the small one, more than
    /// the cores differ.
    LargeHost,
    /// No source for the start of this machine type: what it saves against the full one is judged.
    MachineType,
    /// The daemon's own growth with each container; process identifiers bind before memory.
    DaemonGrowth,
}

/// Rows that are known to miss, each with the mechanism that is lacking.
const KNOWN: &[(&str, &str, Lacking)] = &[
    ("V4", "Cloud Hypervisor, vmlinux", Lacking::LargeHost),
    ("V7", "Unikraft on QEMU microvm", Lacking::MachineType),
    ("V12", "Docker containers on 128 GB", Lacking::DaemonGrowth),
    ("V12", "Docker is bound by memory", Lacking::DaemonGrowth),
    // throughput
    // pressure
    // elasticity
    // mobility
    // maintenance
    // incident
    // compatibility
];

impl Lacking {
    /// Every mechanism that is not modelled.
    pub const ALL: [Self; 3] = [Self::LargeHost, Self::MachineType, Self::DaemonGrowth];

    /// Its name in files; never changes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::LargeHost => "large-host",
            Self::MachineType => "machine-type",
            Self::DaemonGrowth => "daemon-growth",
        }
    }
}

impl Check {
    /// Why it is known to miss; `None` for a row that should pass.
    #[must_use]
    pub fn lacking(&self) -> Option<Lacking> {
        let known = KNOWN.iter().find(|(row, what, _)| (*row, *what) == (self.row, self.what));
        known.map(|&(_, _, lacking)| lacking)
    }
}
