//! Who owns a byte of the host's memory. Every byte has one owner, and the parts add up.

use serde::{Deserialize, Serialize};

/// Number of kinds of owner.
pub const OWNERS: usize = 10;

/// Owner of memory; the order is the order in a drawing, from the hardware upwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Owner {
    /// The host's kernel, with what it keeps for each instance.
    HostKernel,
    /// Hypervisor, VMM processes, daemons, shims.
    Vmm,
    /// Pages of images and disks in the host's page cache, counted once however many use them.
    ImageCache,
    /// Pages that same-page merging has found equal: the one copy left.
    Merged,
    /// A guest's kernel.
    GuestKernel,
    /// A guest's services.
    GuestServices,
    /// A guest's own page cache.
    GuestCache,
    /// Memory that a guest does not use but the host has backed.
    GuestFree,
    /// Read-only code and libraries of the application, mapped.
    Libraries,
    /// The application's own memory.
    Heap,
}

impl Owner {
    /// All owners, in the order of a drawing.
    pub const ALL: [Self; OWNERS] = [
        Self::HostKernel,
        Self::Vmm,
        Self::ImageCache,
        Self::Merged,
        Self::GuestKernel,
        Self::GuestServices,
        Self::GuestCache,
        Self::GuestFree,
        Self::Libraries,
        Self::Heap,
    ];

    /// Position in [`Owner::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}
