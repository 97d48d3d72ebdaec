//! Bringing the image, or the disk of a virtual machine, to the host, and reading it.

use super::{Act, Acts, Shared, Step};
use crate::catalog::{DiskFormat, Phase};
use crate::model::{ImageState, Machine, Owner};
use crate::units::Bytes;

impl Machine {
    /// Whether several instances read the very same blocks through the host's page cache.
    pub(super) fn reads_shared_pages(&self) -> bool {
        let same_blocks = self.disk_format != DiskFormat::FullClone;
        same_blocks && (self.guest.is_none() || self.platform.memory.host_page_cache)
    }

    /// Whether the blocks that a start reads are in the host's page cache from the beginning.
    #[must_use]
    pub fn starts_cached(&self) -> bool {
        let through_cache = self.guest.is_none() || self.platform.memory.host_page_cache;
        through_cache && self.image_state == ImageState::InMemory
    }

    /// Missing layers are fetched and unpacked once; a full clone is then copied for each.
    pub(super) fn add_fetch(&self, steps: &mut Vec<Step>) {
        if self.image_state != ImageState::Remote {
            return;
        }
        let guest = self.guest.as_ref();
        let transfer = guest.map_or(Bytes::ZERO, |guest| guest.transfer.bytes());
        let stored = if guest.is_some() { self.base_disk() } else { self.image_unpacked() };
        let unpack = self.prices.unpack_each_megabyte.seconds() * stored.as_f64() * 1e-6;
        let mut acts = Acts { phase: Phase::Fetch, steps };
        acts.add(Act::Begin(Shared::Image));
        acts.add(Act::Download { bytes: transfer + self.image_compressed() });
        acts.work(self.host_work(unpack), 1.0);
        acts.add(Act::Write { bytes: stored });
        acts.add(Act::End(Shared::Image));
        if self.disk_format == DiskFormat::FullClone {
            let operations = stored.as_f64() / COPY_BLOCK;
            acts.add(Act::Read { bytes: stored, operations, through_device: false });
            acts.add(Act::Write { bytes: stored });
        }
    }

    /// Reads one stretch of the instance's disk or image. Shared blocks are read by whoever
    /// comes first and stay in the host's page cache; `mapped` of them are mapped code.
    pub(super) fn add_read(
        &self,
        phase: Phase,
        [bytes, mapped]: [Bytes; 2],
        operations: f64,
        stretch: u8,
        steps: &mut Vec<Step>,
    ) {
        let through_device = self.guest.is_some();
        let mut acts = Acts { phase, steps };
        let read = Act::Read { bytes, operations, through_device };
        if bytes == Bytes::ZERO {
            return;
        }
        if self.reads_shared_pages() {
            acts.add(Act::Begin(Shared::Pages(stretch)));
            if !self.starts_cached() {
                acts.add(read);
            }
            acts.take_for_host(Owner::ImageCache, bytes.saturating_sub(mapped));
            acts.take_for_host(Owner::Libraries, mapped);
            acts.add(Act::End(Shared::Pages(stretch)));
            return;
        }
        if !self.starts_cached() {
            acts.add(read);
        }
        if self.platform.memory.host_page_cache {
            acts.take_for_host(Owner::ImageCache, bytes);
        }
    }
}

/// A disk image is copied in blocks of 1 MiB.
const COPY_BLOCK: f64 = 1_048_576.0;
