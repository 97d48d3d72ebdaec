//! What happens when memory runs short, in the kernel's order: clean page cache, balloon, swap,
//! and at last the killing of the largest. Whoever asked for the memory pays in time.

use super::Run;
use super::instance::{Debt, Doing, State};
use crate::catalog::{Backing, Kernel};
use crate::engine::{Demand, Entity};
use crate::model::{Limit, Owner};
use crate::units::Bytes;

/// Roles whose pages can be written to swap.
const SWAPPABLE: [Owner; 5] =
    [Owner::GuestFree, Owner::GuestCache, Owner::GuestServices, Owner::GuestKernel, Owner::Heap];
/// Roles inside a guest: on a platform that backs memory up front they come out of its promise.
const INSIDE: [Owner; 6] = [
    Owner::GuestKernel,
    Owner::GuestServices,
    Owner::GuestCache,
    Owner::GuestFree,
    Owner::Libraries,
    Owner::Heap,
];

impl Run {
    /// Memory is promised; true if the start was refused for it.
    pub(super) fn promise(&mut self, number: u32, bytes: Bytes) -> bool {
        let now = self.kernel.now();
        if let Some(ratio) = self.machine.overcommit {
            let most = self.memory.total().scaled(ratio);
            let room = most.saturating_sub(self.memory.promised);
            if bytes > room {
                self.refuse(number, Limit::MemoryRefused { needed: bytes, free: room });
                return true;
            }
        }
        if self.machine.platform.memory.backing == Backing::UpFront {
            self.drop_page_cache(bytes);
            if !self.memory.take(now, number, Owner::GuestFree, bytes) {
                let free = self.memory.free();
                self.refuse(number, Limit::MemoryRefused { needed: bytes, free });
                return true;
            }
        }
        self.memory.promised += bytes;
        self.instances[number as usize].promised = bytes;
        false
    }

    /// Memory is touched; true if the instance must wait for it, or is no more.
    pub(super) fn take(&mut self, number: u32, holder: u32, owner: Owner, bytes: Bytes) -> bool {
        let now = self.kernel.now();
        let up_front = self.machine.platform.memory.backing == Backing::UpFront;
        if up_front && holder == number && INSIDE.contains(&owner) {
            self.memory.shift(now, holder, [Owner::GuestFree, owner], bytes);
            return false;
        }
        if !self.fits_the_carrier(number, holder, bytes) {
            return true;
        }
        if !self.make_room(number, bytes) {
            return true;
        }
        self.memory.take(now, holder, owner, bytes);
        self.pay(number)
    }

    /// Takes memory back until so much is free; false if the instance that asks is no more.
    pub(super) fn make_room(&mut self, number: u32, bytes: Bytes) -> bool {
        let mut debt = Debt::default();
        while self.memory.free() < bytes {
            let before = self.memory.free();
            self.reclaim(bytes, &mut debt);
            if self.memory.free() == before && !self.kill_largest(Some(number)) {
                return false;
            }
        }
        self.instances[number as usize].debt = debt;
        true
    }

    /// Containers inside one virtual machine share what that machine was promised.
    fn fits_the_carrier(&mut self, number: u32, holder: u32, bytes: Bytes) -> bool {
        let carried = self.machine.platform.isolation.kernel == Kernel::OneGuest;
        let Some(room) = self.memory.carrier_room.filter(|_| carried && holder == number) else {
            return true;
        };
        if bytes > room {
            self.refuse(number, Limit::MemoryRefused { needed: bytes, free: room });
            return false;
        }
        self.memory.carrier_room = Some(room - bytes);
        true
    }

    /// Takes back memory until `bytes` are free or nothing is left to take.
    pub(super) fn reclaim(&mut self, bytes: Bytes, debt: &mut Debt) {
        self.drop_page_cache(bytes);
        if self.memory.free() < bytes && self.machine.balloon {
            self.inflate_balloons(bytes, debt);
        }
        if self.memory.free() < bytes {
            self.swap_out(bytes, debt);
        }
    }

    /// Clean pages of images cost nothing to drop; the next reader reads them again.
    fn drop_page_cache(&mut self, bytes: Bytes) {
        let missing = bytes.saturating_sub(self.memory.free());
        if missing == Bytes::ZERO {
            return;
        }
        let now = self.kernel.now();
        self.memory.give(now, self.memory.host, Owner::ImageCache, missing);
        for once in &mut self.once {
            let pages = matches!(once.what, crate::model::Shared::Pages(_));
            // Dropped pages of a container's code stay mapped; a guest's disk is read again.
            once.done &= !(pages && self.machine.guest.is_some());
        }
    }

    /// Guests that are ready give back page cache, the largest first.
    fn inflate_balloons(&mut self, bytes: Bytes, debt: &mut Debt) {
        if !self.machine.platform.memory.balloon {
            return;
        }
        let now = self.kernel.now();
        let mut guests: Vec<u32> = self.ready_instances();
        let cache = |run: &Self, number: u32| run.memory.held(number, Owner::GuestCache);
        guests.sort_unstable_by_key(|&number| core::cmp::Reverse((cache(self, number), number)));
        for number in guests {
            let missing = bytes.saturating_sub(self.memory.free());
            if missing == Bytes::ZERO {
                break;
            }
            for owner in [Owner::GuestFree, Owner::GuestCache] {
                let missing = bytes.saturating_sub(self.memory.free());
                let back = self.memory.give(now, number, owner, missing);
                self.memory.ballooned += back;
                debt.core_seconds += pages(back)
                    * self.machine.host_work(self.machine.prices.balloon_each_page.seconds());
            }
        }
    }

    /// The coldest pages are written out: those of the instances that started first.
    fn swap_out(&mut self, bytes: Bytes, debt: &mut Debt) {
        let now = self.kernel.now();
        let mut written = Bytes::ZERO;
        let mut tried = 0;
        let full = |run: &Self| run.memory.swapped >= run.machine.swap;
        while self.memory.free() < bytes && tried < self.places && !full(self) {
            let number = self.memory.coldest % self.places.max(1);
            for owner in SWAPPABLE {
                let room = self.machine.swap.saturating_sub(self.memory.swapped);
                let missing = bytes.saturating_sub(self.memory.free()).min(room);
                let out = self.memory.give(now, number, owner, missing);
                self.memory.swapped += out;
                self.instances[number as usize].swapped += out;
                written += out;
            }
            if self.memory.free() < bytes {
                self.memory.coldest += 1;
                tried += 1;
            }
        }
        if written > Bytes::ZERO {
            self.disk.swapped = self.memory.swapped;
            debt.written += written;
            debt.core_seconds += pages(written)
                * self.machine.host_work(self.machine.prices.swap_each_page.seconds());
            let first =
                !self.limits.iter().any(|(_, limit)| matches!(limit, Limit::Swapping { .. }));
            if first {
                self.met(Limit::Swapping { swapped: written, total: self.memory.total() });
            }
        }
    }

    /// The kernel kills the largest. False if that was the one that asked, or there is none.
    pub(super) fn kill_largest(&mut self, asking: Option<u32>) -> bool {
        let alive = |number: u32| {
            let one = self.instances.get(number as usize);
            one.is_some_and(|one| matches!(one.state, State::Starting | State::Ready))
        };
        let victim = self.memory.largest(alive);
        let Some(victim) = victim.or(asking) else { return false };
        let held = self.memory.of(victim);
        let was_ready = self.instances[victim as usize].state == State::Ready;
        self.ready -= u32::from(was_ready);
        self.instances[victim as usize].state = State::Killed(self.kernel.now());
        self.leave(victim);
        self.met(Limit::OutOfMemory { victim, held });
        self.ended(victim);
        if !was_ready {
            self.settle();
        }
        Some(victim) != asking && !self.halted
    }

    /// Pays, in time, for memory that was taken back; false when nothing is owed.
    pub(super) fn pay(&mut self, number: u32) -> bool {
        let debt = self.instances[number as usize].debt;
        if debt.written > Bytes::ZERO {
            self.instances[number as usize].debt.written = Bytes::ZERO;
            self.write(number, debt.written);
        } else if debt.core_seconds > 0.0 {
            self.instances[number as usize].debt.core_seconds = 0.0;
            let demand = Demand { amount: debt.core_seconds, cap: 1.0, weight: 1.0 };
            self.kernel.serve(Entity(number), self.resources.cores, demand);
        } else {
            return false;
        }
        self.instances[number as usize].doing = Doing::Stall;
        true
    }

    /// Everything that an instance held is free.
    pub(super) fn free_all(&mut self, number: u32) {
        let now = self.kernel.now();
        for owner in Owner::ALL {
            let held = self.memory.held(number, owner);
            self.memory.give(now, number, owner, held);
        }
        let one = &mut self.instances[number as usize];
        self.memory.promised -= core::mem::take(&mut one.promised);
        self.memory.swapped -= core::mem::take(&mut one.swapped);
        self.disk.swapped = self.memory.swapped;
    }

    pub(super) fn ready_instances(&self) -> Vec<u32> {
        let ready = |number: &u32| self.instances[*number as usize].state == State::Ready;
        (0..self.places).filter(ready).collect()
    }
}

fn pages(bytes: Bytes) -> f64 {
    bytes.as_f64() / Bytes::PAGE.as_f64()
}
