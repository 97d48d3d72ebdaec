//! What is done to a machine while it runs: the one thing in which a fork differs from its origin.
//!
//! A change is part of the machine and not of the clock that shows it, so that a fork can be run
//! again from the beginning, anywhere, and comes out the same.

use serde::{Deserialize, Serialize};

use crate::units::Time;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Intervention {
    /// So many more instances are begun, all in that instant.
    Start(u32),
    /// So many instances are stopped: those that are ready and begun last, then those on their way.
    Stop(u32),
    /// Nothing is begun any more.
    Cancel,
    /// The machine has so many cores from now on.
    Cores(u32),
    /// The disk reads so many MB per second from now on; writing and operations in proportion.
    DiskSpeed(u32),
    /// The link to the registry carries so many Mb per second from now on.
    Link(u32),
    /// A neighbour takes so many GiB for good. The kernel takes them from the instances if it must,
    /// and never from the neighbour.
    Neighbour(u32),
}

/// Something that is done to a machine at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Change {
    /// When.
    pub at: Time,
    /// What.
    pub what: Intervention,
}

impl Intervention {
    /// How many instances it adds.
    #[must_use]
    pub const fn more(self) -> u32 {
        match self {
            Self::Start(count) => count,
            _ => 0,
        }
    }
}
