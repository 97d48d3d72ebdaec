//! Memory that one instance needs, and what the host needs once.
//!
//! A guest lives inside what it was promised: kernel, services and application come first, and
//! its page cache gets what is left.

use super::Machine;
use crate::catalog::{Kernel, Os};
use crate::units::Bytes;

/// Memory of one instance when it is ready, by role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Footprint {
    /// Kept by the host's kernel for the instance.
    pub host_kernel: Bytes,
    /// The VMM process, or shim and runtime.
    pub vmm: Bytes,
    /// The guest's kernel, with the descriptions of its pages.
    pub guest_kernel: Bytes,
    /// The guest's services.
    pub guest_services: Bytes,
    /// The guest's page cache after a boot and the application's start.
    pub guest_cache: Bytes,
    /// Memory that the guest does not use but touches.
    pub guest_zeroed: Bytes,
    /// Read-only code and libraries of the application.
    pub libraries: Bytes,
    /// The application's own memory.
    pub heap: Bytes,
    /// Promised to the virtual machine; nothing for a container.
    pub promised: Bytes,
}

impl Footprint {
    /// What a guest cannot do without: everything inside it but its page cache.
    #[must_use]
    pub fn guest_needs(&self) -> Bytes {
        self.guest_kernel + self.guest_services + self.libraries + self.heap
    }

    /// What a guest can fill with pages of files: it keeps its high watermark free.
    #[must_use]
    pub fn room_for_cache(&self) -> Bytes {
        self.promised.saturating_sub(self.guest_needs() + high_watermark(self.promised))
    }

    /// Everything inside the guest.
    #[must_use]
    pub fn guest_touched(&self) -> Bytes {
        self.guest_needs() + self.guest_cache + self.guest_zeroed
    }
}

/// Linux keeps `sqrt(16 * KiB of memory)` KiB free at least and reclaims pages of files until
/// half as much again is free (`mm/page_alloc.c`, `init_per_zone_wmark_min`).
fn high_watermark(memory: Bytes) -> Bytes {
    let kib = libm::sqrt(16.0 * memory.as_f64() / 1024.0);
    Bytes::from_f64(kib * 1.5 * 1024.0)
}

/// Control groups that the kernel's tables have room for when so many exist, of `most` that it
/// numbers. A table that is full is replaced by one of twice the size and two more
/// (`mm/memcontrol.c`, `memcg_alloc_cache_id`).
const fn group_slots(groups: u32, most: u32) -> u32 {
    let mut slots = 4;
    while slots < groups && slots < most {
        slots = 2 * (slots + 1);
    }
    if slots > most { most } else { slots }
}

impl Machine {
    /// Control groups that the tables of this machine's kernel have room for when so many exist.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    pub fn group_slots(&self, groups: u32) -> u32 {
        group_slots(groups, self.prices.groups_most.typical as u32)
    }

    /// What the host's kernel keeps for one instance's file systems, with tables of so many slots:
    /// a list for each control group on each memory node, whether it is ever used or not.
    #[must_use]
    pub fn lists(&self, slots: u32) -> Bytes {
        let file_systems = self.platform.memory.file_systems.typical;
        let each = self.prices.list_each.bytes().as_f64();
        Bytes::from_f64(file_systems * f64::from(self.host.nodes) * f64::from(slots) * each)
    }

    /// Bytes of the application that are read at its start.
    #[must_use]
    pub fn image_read(&self) -> Bytes {
        let unikernel = self.guest.as_ref().is_some_and(|guest| guest.os == Os::Unikernel);
        if unikernel {
            return Bytes::ZERO;
        }
        self.image_unpacked().scaled(self.image.read_at_start.typical).max(self.image.text.bytes())
    }

    /// Memory of one instance when it is ready. For containers inside one virtual machine this
    /// is a container; [`Machine::carrier`] is the machine.
    #[must_use]
    pub fn footprint(&self) -> Footprint {
        let own_guest = self.platform.isolation.kernel == Kernel::Guest;
        let guest = if own_guest { self.guest_footprint() } else { Footprint::default() };
        let cost = &self.platform.memory;
        let each_core = cost.host_kernel_each_core.bytes() * u64::from(self.host.cores);
        let mut all = Footprint {
            host_kernel: cost.host_kernel_each.bytes() + each_core,
            vmm: cost.each.bytes() + guest.promised.scaled(cost.of_promised.typical),
            libraries: self.image.text.bytes(),
            heap: self.image.heap.bytes(),
            ..guest
        };
        if own_guest {
            let file_pages = guest.guest_cache + self.image_read().saturating_sub(all.libraries);
            let room = all.room_for_cache();
            all.guest_cache = file_pages.min(room);
            all.guest_zeroed = self.zeroed(room.saturating_sub(all.guest_cache));
        }
        all
    }

    /// Memory of the one virtual machine that carries all containers of a nested platform.
    #[must_use]
    pub fn carrier(&self) -> Option<Footprint> {
        if self.platform.isolation.kernel != Kernel::OneGuest {
            return None;
        }
        let mut carrier = self.guest_footprint();
        let room = carrier.room_for_cache();
        carrier.guest_cache = carrier.guest_cache.min(room);
        carrier.guest_zeroed = self.zeroed(room.saturating_sub(carrier.guest_cache));
        Some(carrier)
    }

    /// What the host holds before anything is started: its kernel, the descriptions of all its
    /// pages (64 bytes for each page of 4 KiB), and the platform's daemons.
    #[must_use]
    pub fn host_base(&self) -> (Bytes, Bytes) {
        let page_structs = Bytes(self.host.memory.0 / 64);
        let kernel = self.host.kernel_memory.bytes() + page_structs;
        (kernel, self.platform.memory.once.bytes())
    }

    fn guest_footprint(&self) -> Footprint {
        let Some(guest) = &self.guest else { return Footprint::default() };
        Footprint {
            guest_kernel: guest.kernel_memory.bytes()
                + self.memory.scaled(guest.page_structs.typical),
            guest_services: guest.services_memory.bytes(),
            guest_cache: guest.boot_reads.bytes(),
            promised: self.memory,
            ..Footprint::default()
        }
    }

    fn zeroed(&self, unused: Bytes) -> Bytes {
        match &self.guest {
            Some(guest) if guest.zeroes_free_memory => unused,
            _ => Bytes::ZERO,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_control_groups_grow_as_kernels_were_seen_to() {
        let group_slots = |groups| group_slots(groups, 65_535);
        assert_eq!([1, 4, 5].map(group_slots), [4, 4, 10]);
        // Read from two running kernels: 10,000 groups, and more than 12,286.
        assert_eq!([10_000, 12_287].map(group_slots), [12_286, 24_574]);
        assert_eq!(group_slots(u32::MAX), 65_535);
    }
}
