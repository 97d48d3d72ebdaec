//! Room on the host's disk: what is stored once, what each instance adds.

use serde::{Deserialize, Serialize};

use super::Machine;
use crate::catalog::{DiskFormat, Layer};
use crate::units::Bytes;

/// Use of the host's disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiskUse {
    /// The disk's size.
    pub total: Bytes,
    /// Stored once: image layers, or the base image of linked clones.
    pub shared: Bytes,
    /// Added by each instance: its writable layer, its overlay, or its whole clone.
    pub each: Bytes,
    /// How many instances have added theirs.
    pub instances: u32,
    /// Swap in use.
    pub swapped: Bytes,
}

impl DiskUse {
    /// All of it.
    #[must_use]
    pub fn used(&self) -> Bytes {
        self.shared + self.each * u64::from(self.instances) + self.swapped
    }

    /// Room left.
    #[must_use]
    pub fn free(&self) -> Bytes {
        self.total.saturating_sub(self.used())
    }
}

impl Machine {
    /// Bytes of one layer as it lies on the disk.
    #[must_use]
    pub fn unpacked(layer: &Layer) -> Bytes {
        layer.compressed.bytes().scaled(layer.unpacked_ratio.typical)
    }

    /// Bytes of the whole application as it lies on a disk.
    #[must_use]
    pub fn image_unpacked(&self) -> Bytes {
        self.layers().iter().map(Self::unpacked).sum()
    }

    /// Bytes of the application as it travels from the registry.
    #[must_use]
    pub fn image_compressed(&self) -> Bytes {
        self.layers().iter().map(|layer| layer.compressed.bytes()).sum()
    }

    /// Bytes of the disk that a virtual machine starts from: the guest and the application in it.
    #[must_use]
    pub fn base_disk(&self) -> Bytes {
        let guest = self.guest.as_ref().map_or(Bytes::ZERO, |guest| guest.disk_image.bytes());
        match self.guest.as_ref().map(|guest| guest.os) {
            // A unikernel holds the application's code only, not the image's user space.
            Some(crate::catalog::Os::Unikernel) => guest + self.image.text.bytes(),
            _ => guest + self.image_unpacked(),
        }
    }

    /// Use of the disk with no instance yet.
    #[must_use]
    pub fn disk_use(&self) -> DiskUse {
        let own_writes = self.image.disk_writes.bytes()
            + self.guest.as_ref().map_or(Bytes::ZERO, |guest| guest.disk_writes.bytes());
        let (shared, each) = match self.disk_format {
            DiskFormat::Layers if self.guest.is_some() => {
                (self.base_disk(), self.image.disk_writes.bytes())
            }
            DiskFormat::Layers => (self.image_unpacked(), self.image.disk_writes.bytes()),
            DiskFormat::FullClone => (Bytes::ZERO, self.base_disk() + own_writes),
            DiskFormat::LinkedClone => (self.base_disk(), own_writes),
            DiskFormat::SharedImage => (self.base_disk(), Bytes::ZERO),
        };
        let total = self.host.disk.size;
        DiskUse { total, shared, each, instances: 0, swapped: Bytes::ZERO }
    }
}
