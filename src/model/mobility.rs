//! What has to be moved with an instance, and how it writes to its memory meanwhile.
//!
//! A guest that has been up for long has read its disk: what it does not need is full of pages of
//! files, and a VMM cannot tell them from anything else. A container's files are the host's
//! business and stay behind.

use crate::catalog::{DiskFormat, Kernel};
use crate::units::Bytes;

use super::Machine;

/// How an instance writes to its memory while it is being copied.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Writes {
    /// Bytes of pages written per second, each time counted again.
    pub rate: f64,
    /// What these writes fall on, evenly; `None` where no page is ever written twice.
    pub set: Option<Bytes>,
}

impl Writes {
    /// Bytes of pages that differ after so many seconds; `of` is all the memory there is.
    ///
    /// Writes that fall evenly on a set find a page clean with the probability of what is left:
    /// `set · (1 − e^(−rate·t/set))`.
    #[must_use]
    pub fn dirtied(&self, seconds: f64, of: Bytes) -> f64 {
        let written = self.rate * seconds;
        let differ = match self.set {
            Some(Bytes::ZERO) => 0.0,
            Some(set) => -set.as_f64() * libm::expm1(-written / set.as_f64()),
            None => written,
        };
        differ.min(of.as_f64())
    }
}

/// What of an image is at the target already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cached {
    /// Nothing.
    Nothing,
    /// The lowest layer, or the base image of a virtual machine.
    #[default]
    Base,
    /// Everything.
    All,
}

/// Something that is fetched from the registry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pull {
    /// As it travels.
    pub transfer: Bytes,
    /// As it lies on the disk.
    pub stored: Bytes,
}

impl Machine {
    /// Memory of a virtual machine that has content, and so has to be moved. `filled` is a guest
    /// that has been up for long enough to fill its page cache.
    #[must_use]
    pub fn memory_to_move(&self, filled: bool) -> Bytes {
        let needs = self.footprint();
        let files = self.base_disk().min(needs.room_for_cache());
        let cache = if filled { needs.guest_cache.max(files) } else { needs.guest_cache };
        needs.guest_needs() + cache
    }

    /// Memory of a container that a checkpoint writes out: its own, and no mapped files.
    #[must_use]
    pub fn memory_to_freeze(&self) -> Bytes {
        self.footprint().heap
    }

    /// What one instance has on the host's disk for itself, and what lies under it once for all.
    #[must_use]
    pub fn disk_to_move(&self) -> (Bytes, Bytes) {
        let disk = self.disk_use();
        (disk.each, disk.shared)
    }

    /// Whether an instance starts from layers, and not from a disk of its own.
    #[must_use]
    pub fn starts_from_layers(&self) -> bool {
        self.guest.is_none() || self.disk_format == DiskFormat::Layers
    }

    /// Layers that have to be fetched before an instance can start where this much is there
    /// already. Runtimes, and guests that belong to them, are installed on every host.
    #[must_use]
    pub fn missing(&self, cached: Cached) -> Pull {
        let layers = self.layers();
        let layers = match cached {
            Cached::All => &layers[layers.len()..],
            Cached::Base => layers.get(1..).unwrap_or_default(),
            Cached::Nothing => layers,
        };
        Pull {
            transfer: layers.iter().map(|layer| layer.compressed.bytes()).sum(),
            stored: layers.iter().map(Self::unpacked).sum(),
        }
    }

    /// Processes of one instance that a checkpoint has to write out.
    #[must_use]
    pub fn processes_to_freeze(&self) -> u32 {
        // What the platform itself runs for an instance is started anew at the target.
        let own = self.platform.isolation.kernel == Kernel::UserSpace;
        if own { 1 } else { self.image.pids.max(1) }
    }
}
