//! What is done to a machine on its way, as events of its own.
//!
//! Each change is an entity after all others, so that it comes last in its instant: what happens
//! before it, happens as it would without it. A change that costs work does it in its own name.

use std::sync::Arc;

use super::Run;
use super::act::WEIGHT;
use super::instance::{Debt, Doing, State};
use crate::catalog::Unit;
use crate::engine::{Demand, Entity};
use crate::model::{Intervention, Owner};
use crate::units::{Bytes, Time};

impl Run {
    pub(super) fn changes_open(&mut self) {
        let machine = Arc::clone(&self.machine);
        for (change, who) in machine.changes.iter().zip(self.merging.daemon.0 + 1..) {
            self.kernel.wake_after(Entity(who), change.at.since(Time::ZERO));
        }
    }

    /// A change is due; or the work that it made is done, and nothing is left of it.
    pub(super) fn change(&mut self, which: u32) {
        if core::mem::replace(&mut self.changed[which as usize], true) {
            return;
        }
        match self.machine.changes[which as usize].what {
            Intervention::Start(count) => self.start_more(count),
            Intervention::Stop(count) => self.stop_last(count),
            Intervention::Cancel => {
                self.launcher.give_up();
                self.look_whether_settled();
            }
            Intervention::Cores(cores) => {
                Arc::make_mut(&mut self.machine).host.cores = cores;
                self.apply_idle_load();
            }
            Intervention::DiskSpeed(speed) => self.disk_becomes(f64::from(speed) * 1e6),
            Intervention::Link(speed) => self.link_becomes(f64::from(speed) / 8.0),
            Intervention::Neighbour(gib) => {
                self.neighbour_takes(which, Bytes::gib(u64::from(gib)));
            }
        }
    }

    fn start_more(&mut self, count: u32) {
        self.settled = None;
        self.merging_goes_on();
        for _ in 0..count {
            let number = self.machine.instances + self.more;
            self.more += 1;
            self.begin(number);
        }
    }

    /// Those that are ready go first, for they can be told to; of each kind the last begun.
    fn stop_last(&mut self, count: u32) {
        let (instances, places) = (&self.instances, self.places);
        let of = |wanted: State| {
            let is = move |number: &u32| instances[*number as usize].state == wanted;
            (0..places).rev().filter(is)
        };
        let found = of(State::Ready).chain(of(State::Starting)).take(count as usize);
        for number in found.collect::<Vec<_>>() {
            self.stop_one(number);
        }
    }

    fn stop_one(&mut self, number: u32) {
        let was_ready = self.instances[number as usize].state == State::Ready;
        self.instances[number as usize].state = State::Ended(self.kernel.now());
        self.leave(number);
        if was_ready {
            self.ready -= 1;
            self.idle = (self.idle - self.idle_each()).max(0.0);
            self.apply_idle_load();
        } else {
            self.settle();
        }
        self.ended(number);
    }

    /// What is on its way from or to the disk goes on at the new speed.
    fn disk_becomes(&mut self, read: f64) {
        let disk = &mut Arc::make_mut(&mut self.machine).host.disk;
        let ratio = read / disk.read.per_second();
        for price in [&mut disk.read, &mut disk.write, &mut disk.operations] {
            price.typical *= ratio;
        }
        for number in 0..self.places {
            let who = Entity(number);
            let one = &mut self.instances[number as usize];
            let (Some(cap), Some(left)) = (one.transfer, self.kernel.remaining(who)) else {
                continue;
            };
            // Whoever waits for the device's answers and not for its bytes still waits for them.
            let faster = if cap < 1.0 { (cap / ratio).min(1.0) } else { 1.0 };
            let (amount, cap_before) = (left / ratio, cap);
            if let Doing::Disk(alone) = &mut one.doing {
                *alone += amount / faster - left / cap_before;
            }
            one.transfer = Some(faster);
            let demand = Demand { amount, cap: faster, weight: WEIGHT };
            self.kernel.serve(who, self.resources.disk, demand);
        }
    }

    fn link_becomes(&mut self, megabytes: f64) {
        let link = &mut Arc::make_mut(&mut self.machine).host.link;
        let before = link.per_second();
        (link.typical, link.unit) = (megabytes, Unit::MegabytesPerSecond);
        let after = link.per_second();
        self.kernel.set_capacity(self.resources.link, after);
        for number in 0..self.places {
            let left = self.kernel.remaining(Entity(number));
            if let (Doing::Link(alone), Some(left)) =
                (&mut self.instances[number as usize].doing, left)
            {
                *alone += left / after - left / before;
            }
        }
    }

    /// What is taken back for the neighbour is written out in its name, and others feel it.
    fn neighbour_takes(&mut self, which: u32, wanted: Bytes) {
        let now = self.kernel.now();
        let mut debt = Debt::default();
        while self.memory.free() < wanted {
            let before = self.memory.free();
            self.reclaim(wanted, &mut debt);
            if self.memory.free() == before && !self.kill_largest(None) {
                break;
            }
        }
        let taken = wanted.min(self.memory.free());
        self.memory.take(now, self.memory.host, Owner::Heap, taken);
        let write = self.machine.host.disk.write.per_second();
        let amount = debt.written.as_f64() / write;
        if amount > 0.0 {
            let demand = Demand { amount, cap: 1.0, weight: WEIGHT };
            let who = Entity(self.merging.daemon.0 + 1 + which);
            self.kernel.serve(who, self.resources.disk, demand);
        }
    }
}
