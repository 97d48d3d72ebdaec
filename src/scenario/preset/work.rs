//! Ready scenarios about work that gets done.

use super::{Preset, PresetId, platforms};
use crate::scenario::{Mode, Scenario, Side};

/// Pages served by a translated and by a paravirtual machine.
pub(super) const TRANSLATED_WORK: Preset = Preset {
    id: PresetId::TranslatedWork,
    key: "work-translated",
    change: |scenario| work(scenario, "nginx", "binary-translation", "xen-pv"),
};

/// Pages served by a paravirtual machine and by processes.
pub(super) const PARAVIRTUAL_WORK: Preset = Preset {
    id: PresetId::ParavirtualWork,
    key: "work-paravirtual",
    change: |scenario| work(scenario, "nginx", "xen-pv", "process"),
};

/// A build on a hardware-assisted machine and by processes.
pub(super) const ASSISTED_WORK: Preset = Preset {
    id: PresetId::AssistedWork,
    key: "work-assisted",
    change: |scenario| work(scenario, "kernel-build", "qemu-kvm", "process"),
};

/// What one request costs in a virtual machine and in a container.
pub(super) const REQUEST_COST: Preset = Preset {
    id: PresetId::RequestCost,
    key: "request-cost",
    change: |scenario| {
        work(scenario, "redis", "qemu-kvm", "docker-host-net");
        scenario.throughput.clients = Some(1);
    },
};

/// Work that only computes, in both.
pub(super) const COMPUTE_ONLY: Preset = Preset {
    id: PresetId::ComputeOnly,
    key: "compute-only",
    change: |scenario| work(scenario, "linpack", "qemu-kvm", "docker-host-net"),
};

/// A database in a small and in a larger virtual machine.
pub(super) const BIGGER_MACHINE: Preset = Preset {
    id: PresetId::BiggerMachine,
    key: "bigger-vm",
    change: |scenario| {
        work(scenario, "mysql", "qemu-kvm", "qemu-kvm");
        scenario.instances = 1;
        scenario.side_mut(Side::B).vcpus = 8;
    },
};

/// A database in a virtual machine and in a container that is given as much.
pub(super) const BIGGER_CONTAINER: Preset = Preset {
    id: PresetId::BiggerContainer,
    key: "bigger-container",
    change: |scenario| {
        work(scenario, "mysql", "qemu-kvm", "docker-host-net");
        scenario.instances = 1;
        for side in Side::BOTH {
            scenario.side_mut(side).vcpus = 8;
        }
    },
};

/// The same load on four instances of two platforms.
fn work(scenario: &mut Scenario, workload: &str, a: &str, b: &str) {
    scenario.mode = Mode::Throughput;
    scenario.instances = 4;
    scenario.throughput.requests = 20_000;
    workload.clone_into(&mut scenario.throughput.workload);
    platforms(scenario, a, b);
}
