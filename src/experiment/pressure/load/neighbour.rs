//! What a noisy neighbour asks of cores and disk, as far as its platform lets it.

use super::Load;
use super::bill::Bill;
use crate::catalog::{Family, Kernel as Owned};
use crate::engine::Demand;
use crate::experiment::pressure::settle::Settled;
use crate::experiment::pressure::{Neighbour, Setting};
use crate::model::Machine;

impl Load {
    pub(super) fn neighbour(&mut self, machine: &Machine, setting: &Setting, settled: &Settled) {
        if !settled.neighbour {
            return;
        }
        let own_guest = machine.platform.isolation.kernel == Owned::Guest;
        let all = f64::from(if own_guest { machine.vcpus } else { machine.host.cores });
        let cap = setting.quota.map_or(all, |quota| quota.min(all));
        let grouped = machine.platform.family != Family::Process;
        match setting.neighbour {
            Neighbour::None => {}
            Neighbour::CpuHog => {
                let weight = if grouped { 1.0 } else { all };
                self.hogs.push((self.cores, Demand { amount: cap, cap, weight }));
            }
            Neighbour::ForkBomb => {
                // Where every task counts alone, so many of them leave nothing to anybody.
                let weight = if grouped { 1.0 } else { settled.tasks.max(1.0) };
                self.hogs.push((self.cores, Demand { amount: cap, cap, weight }));
            }
            Neighbour::DiskHog => self.hogs.push((self.disk, disk_hog(machine))),
            Neighbour::MemoryHog => {
                // One thread that walks over its memory, faulting where it must.
                let missing = settled.neighbour_misses.swapped;
                if missing > 0.0 {
                    let bill = Bill::of(machine, settled.neighbour_misses, 1);
                    let share = (bill.swap.served / bill.swap.alone.max(1e-12)).min(1.0);
                    self.hogs.push((self.disk, Demand { amount: share, cap: share, weight: 1.0 }));
                }
                self.hogs.push((self.cores, Demand { amount: 1.0, cap: 1.0, weight: 1.0 }));
            }
        }
    }
}

/// Random reads at the depth of a benchmark, as far as the virtual device lets them through.
fn disk_hog(machine: &Machine) -> Demand {
    let disk = &machine.host.disk;
    let depth = machine.scarcity().hog_depth.typical;
    let most = (depth / disk.latency.seconds()).min(machine.platform.device.operations.typical);
    let cap = (most / disk.operations.per_second()).min(1.0);
    // A device that lets less through keeps less outstanding.
    let weight = (most * disk.latency.seconds()).clamp(1.0, depth);
    Demand { amount: cap, cap, weight }
}
