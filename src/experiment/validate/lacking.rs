//! Why rows miss: the mechanism that the model lacks, as far as we know.
//!
//! The list stands beside the rows and not in them, so that a row says only what was measured. A
//! test holds it against the results: a row that starts to pass must leave it, and one that starts
//! to miss is a failure.

use serde::{Deserialize, Serialize};

use super::Check;

/// A mechanism that is not modelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Lacking {
    /// The published comparison of this machine type with the full one saves far less than the row.
    MachineType,
    /// What the translated guest spent besides packets, calls, faults and switches: not published.
    TranslatedServer,
}

/// Rows that are known to miss, each with the mechanism that is lacking.
const KNOWN: &[(&str, &str, Lacking)] = &[
    ("V7", "Unikraft on QEMU microvm", Lacking::MachineType),
    ("V20", "WEB99, binary translation", Lacking::TranslatedServer),
    // pressure
    // elasticity
    // mobility
    // maintenance
    // incident
    // compatibility
];

impl Lacking {
    /// Every mechanism that is not modelled.
    pub const ALL: [Self; 2] = [Self::MachineType, Self::TranslatedServer];

    /// Its name in files; never changes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::MachineType => "machine-type",
            Self::TranslatedServer => "translated-server",
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
