//! What one request costs on this platform: work, and operations of each kind.

use crate::experiment::pressure::settle::Misses;
use crate::model::Machine;
use crate::units::Bytes;

/// What one request of an instance costs here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bill {
    /// Core-seconds besides faults.
    pub(super) work: f64,
    /// Operations of its own: seconds alone, seconds of the device, core-seconds, and how many.
    pub(super) own: Operation,
    pub(super) swap: Operation,
    pub(super) file: Operation,
    pub(super) cached: Operation,
}

/// Operations of one kind that a request needs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Operation {
    pub(super) count: f64,
    pub(super) alone: f64,
    pub(super) served: f64,
    pub(super) work: f64,
}

impl Operation {
    pub(super) fn total_work(&self) -> f64 {
        self.work * self.count
    }
}

impl Bill {
    pub(super) fn of(machine: &Machine, misses: Misses, threads: u32) -> Self {
        let (disk, device) = (&machine.host.disk, &machine.platform.device);
        let prices = &machine.prices;
        let pages = machine.scarcity().request_pages.typical;
        let latency = disk.latency.seconds();
        let read = 1.0 / disk.operations.per_second();
        let through = latency.max(f64::from(threads) / device.operations.per_second());
        let device_work = machine.host_work(device.cpu_each.seconds());
        let own = Operation {
            count: machine.scarcity().request_operations.typical,
            alone: through.max(read),
            served: read,
            work: device_work,
        };
        let dirty = machine.scarcity().dirty.typical;
        let written = dirty * Bytes::PAGE.as_f64() / disk.write.per_second();
        // The host reads from swap without the guest's device, and writes out what it displaces.
        let swap_work = machine.host_work(prices.swap_each_page.seconds()) * (1.0 + dirty);
        let served = read + written;
        let swap = Operation {
            count: pages * misses.swapped,
            alone: latency.max(served),
            served,
            work: swap_work,
        };
        let file = Operation { count: pages * misses.file, ..own };
        let cached = Operation {
            count: pages * misses.cached,
            work: device_work + machine.host_work(prices.fault_cached.seconds()),
            ..Operation::default()
        };
        let slowdown = machine.platform.user_slowdown.typical.max(1.0);
        let work = machine.host_work(machine.scarcity().request_cpu.seconds()) * slowdown;
        Self { work, own, swap, file, cached }
    }
}
