//! What instances and their neighbour would hold if memory were ample.

use super::{Balance, Class};
use crate::catalog::Backing;
use crate::experiment::pressure::Neighbour;
use crate::model::Footprint;
use crate::units::Bytes;

impl Balance<'_> {
    /// The working set goes into what the instance has: its guest, or its limit.
    pub(super) fn working_set(&mut self, footprint: &Footprint) {
        let (anonymous, file) = self.setting.parts();
        let count = self.each.count;
        self.each.anonymous += anonymous;
        if self.guest {
            let room = self.promised_room - anonymous;
            // Below its watermark a guest still runs; with nothing left it kills.
            let inside =
                (footprint.guest_needs().as_f64() + anonymous) > footprint.promised.as_f64();
            self.killed_inside = inside;
            if inside {
                self.each.anonymous -= anonymous;
                return;
            }
            self.each.file = file.min(room.max(0.0));
            let left = (room - self.each.file).max(0.0);
            self.each.boot_cache = self.each.boot_cache.min(left);
            self.each.zeroed = self.each.zeroed.min((left - self.each.boot_cache).max(0.0));
            if self.machine.platform.memory.backing == Backing::UpFront {
                // All that was promised is held, used or not.
                let used = footprint.guest_needs().as_f64() + anonymous + self.each.file;
                let unused = (footprint.promised.as_f64() - used).max(0.0);
                self.each.zeroed = (unused - self.each.boot_cache).max(0.0);
            }
            return;
        }
        let shared = self.setting.files_common;
        let mut held = if shared { file / count.max(1.0) } else { file };
        if let Some(limit) = self.setting.memory_limit.map(Bytes::as_f64) {
            held = held.min((limit - self.each.anonymous).max(0.0));
            self.each.limit_out = (self.each.anonymous - limit).max(0.0);
            let most = limit * self.machine.scarcity().swap_of_limit.typical;
            let swap = if count > 0.0 { self.swap / count } else { self.swap };
            self.killed_inside = self.each.limit_out > most.min(swap);
            if self.killed_inside {
                self.each = Class::default();
                return;
            }
            self.swap -= self.each.limit_out * count;
        }
        if shared {
            self.common_wanted = if count > 0.0 { file } else { 0.0 };
            self.common = held * count;
        } else {
            self.each.file = held;
        }
    }

    /// What the neighbour takes beyond a bare instance.
    pub(super) fn neighbour_takes(&mut self, footprint: &Footprint) {
        let promised = footprint.promised.as_f64();
        let unused = (promised - footprint.guest_needs().as_f64()).max(0.0);
        let limit = self.setting.memory_limit.map(Bytes::as_f64);
        match self.setting.neighbour {
            Neighbour::MemoryHog if self.guest => self.fill_guest(unused),
            Neighbour::MemoryHog => {
                let most = self.machine.host.memory.as_f64();
                self.hog.anonymous += limit.map_or(most, |limit| limit.min(most));
            }
            Neighbour::ForkBomb => {
                let each = self.machine.scarcity().process_memory.bytes().as_f64();
                let pids = if self.setting.pids_limit {
                    self.machine.scarcity().pids_limit.typical
                } else {
                    f64::from(self.machine.host.pid_max)
                };
                let inside = if self.guest { unused } else { limit.unwrap_or(f64::MAX) };
                self.tasks = pids.min(inside / each);
                let taken = self.tasks * each;
                if self.guest {
                    self.fill_guest(taken.min(unused));
                } else {
                    // Stacks and descriptors are the kernel's and are never written out.
                    self.hog.host_kernel += taken;
                }
            }
            Neighbour::None | Neighbour::CpuHog | Neighbour::DiskHog => {}
        }
    }

    pub(super) fn defuse(&mut self, missing: f64) {
        let gone = missing.clamp(0.0, self.hog.host_kernel);
        self.hog.host_kernel -= gone;
        self.tasks -= gone / self.machine.scarcity().process_memory.bytes().as_f64();
    }

    fn fill_guest(&mut self, bytes: f64) {
        self.hog.anonymous += bytes;
        let left = (self.promised_room - bytes).max(0.0);
        self.hog.boot_cache = self.hog.boot_cache.min(left);
        self.hog.zeroed = self.hog.zeroed.min((left - self.hog.boot_cache).max(0.0));
    }
}
