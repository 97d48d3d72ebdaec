//! What a machine can run out of, with the arithmetic of it.

use serde::{Deserialize, Serialize};

use super::Incompatible;
use crate::units::{Bytes, Span};

/// A limit that was met. The numbers are what a message to people needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Limit {
    /// A start was refused: the memory it was promised is not there.
    MemoryRefused {
        /// What the start asked for.
        needed: Bytes,
        /// What was free, or still to be promised.
        free: Bytes,
    },
    /// Memory ran out so far that pages had to be written to swap.
    Swapping {
        /// What was written out at the first such moment.
        swapped: Bytes,
        /// The machine's memory.
        total: Bytes,
    },
    /// Memory and swap ran out, and the kernel killed an instance.
    OutOfMemory {
        /// The instance that was killed.
        victim: u32,
        /// What it held.
        held: Bytes,
    },
    /// The disk is full.
    DiskFull {
        /// What the instance would have written.
        needed: Bytes,
        /// What was free.
        free: Bytes,
    },
    /// The network bridge has no port left.
    BridgePorts {
        /// The most instances on one bridge.
        most: u32,
    },
    /// The host's kernel has no process identifier left.
    ProcessIds {
        /// The most of them.
        most: u32,
    },
    /// The wake-ups of idle instances alone use all cores.
    CoresBusy {
        /// The cores of the machine.
        cores: u32,
    },
    /// A start took longer than the goal.
    StartGoal {
        /// What was asked for.
        goal: Span,
        /// What it took.
        took: Span,
    },
    /// The platform cannot run what was asked for at all.
    Incompatible(Incompatible),
}
