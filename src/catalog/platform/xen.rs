//! Paravirtual machines on Xen, with the usual tools and with those of LightVM.
//!
//! XenStore is why the thousandth machine takes ten times as long as the first; LightVM shows the
//! same hypervisor without it.

use super::parts::work;
use super::{
    Backing, Clock, DevicePath, DiskFormat, Family, Growth, Isolation, Kernel, Lock, MemoryCost,
    Part, Phase, Platform, Technique,
};
use crate::catalog::measured::{Standing, Unit, absent, assumed, from, measured};
use crate::catalog::operation;

const DEVICES: Part = work(
    Phase::Create,
    measured(
        [80.0, 100.0, 500.0],
        Unit::Milliseconds,
        from("N-BOOT", "B76, B78", Standing::Secondary),
        "Constant share of the creation by xl; up to 500 ms for a machine with more devices.",
    ),
);

const STORE: Part = Part::Locked {
    phase: Phase::Create,
    lock: Lock::XenStore,
    cpu: assumed(
        [0.2, 1.0, 10.0],
        Unit::Milliseconds,
        "A few dozen transactions without conflict.",
    ),
    growth: Some(Growth {
        each: measured(
            [0.3, 0.61, 0.7],
            Unit::Microseconds,
            from("N-BOOT", "B76", Standing::Secondary),
            "610 ms for the thousandth machine; that it grows with the square is our guess.",
        ),
        power: 2,
    }),
};

/// Xen with paravirtual guests and its usual tools.
pub(super) const XEN_PV: Platform = Platform {
    id: "xen-pv",
    name: "Xen, paravirtual",
    family: Family::VirtualMachine,
    isolation: Isolation {
        kernel: Kernel::Guest,
        technique: Technique::Paravirtual,
        hypervisor_type: Some(1),
        hypervisor: "Xen",
    },
    start: &[
        Part::Fetch,
        DEVICES,
        STORE,
        Part::Reached(Clock::Vmm),
        Part::LoadKernel { compressed: false },
        Part::Reached(Clock::FirstInstruction),
        Part::GuestKernel { legacy_probe: false },
        Part::Reached(Clock::Init),
        Part::GuestInit,
        Part::Application,
    ],
    carrier_parts: 0,
    memory: MemoryCost {
        once: measured(
            [512.0, 750.0, 1024.0],
            Unit::Mebibytes,
            from("STRATA", "M8", Standing::Memory),
            "The control domain, from experience.",
        ),
        each: assumed(
            [0.1, 2.0, 6.0],
            Unit::Mebibytes,
            "A process of the tools that waits for the machine's end, and its entries in XenStore.",
        ),
        host_kernel_each: measured(
            [0.02, 0.1, 0.5],
            Unit::Mebibytes,
            from("XEN03", "M7", Standing::Primary),
            "20 kB of fixed state in the hypervisor of 2003; the typical value adds rings and \
             back ends by judgement.",
        ),
        host_kernel_each_core: absent(Unit::Mebibytes),
        file_systems: absent(Unit::Count),
        of_promised: assumed(
            [0.002, 0.004, 0.008],
            Unit::Ratio,
            "Two tables of 8 bytes for each 4 KiB page: physical to machine and back.",
        ),
        backing: Backing::UpFront,
        host_page_cache: false,
        mergeable: false,
        balloon: true,
    },
    disk: &[DiskFormat::LinkedClone, DiskFormat::FullClone],
    device: DevicePath {
        bandwidth: assumed(
            [300.0, 1500.0, 3000.0],
            Unit::MegabytesPerSecond,
            "A ring and a back end in the control domain, taken a little below virtio.",
        ),
        operations: assumed(
            [20_000.0, 100_000.0, 200_000.0],
            Unit::PerSecond,
            "A ring and a back end in the control domain, taken a little below virtio.",
        ),
        cpu_each: assumed(
            [5.0, 10.0, 30.0],
            Unit::Microseconds,
            "Two event channels and a grant of memory for each request.",
        ),
    },
    kernel_slowdown: assumed(
        [1.0, 1.05, 1.1],
        Unit::Ratio,
        "The guest calls the hypervisor in batches; the published kernel build is kept to check \
         the model.",
    ),
    user_slowdown: assumed(
        [1.0, 1.01, 1.03],
        Unit::Ratio,
        "User code runs on the processor; page tables are checked.",
    ),
    wakeup: assumed(
        [4.0, 12.0, 40.0],
        Unit::Microseconds,
        "An event channel and two switches of the hypervisor's scheduler.",
    ),
    pids_each: 3,
    bridge_ports: None,
    guests: &["debian", "ubuntu", "alpine", "tinyx", "mini-os"],
    operations: &operation::PARAVIRTUAL,
};

/// Xen with the tools of LightVM.
pub(super) const XEN_LIGHTVM: Platform = Platform {
    id: "xen-lightvm",
    name: "Xen with LightVM's tools",
    family: Family::MicroVm,
    start: &[
        Part::Fetch,
        work(
            Phase::Create,
            measured(
                [1.3, 3.5, 15.0],
                Unit::Milliseconds,
                from("LVM-N", "B42, B77", Standing::Secondary),
                "About 4 ms for creation and boot of a unikernel with all of LightVM's changes, \
                 8-15 ms without the split tools, 1.3 ms from prepared shells.",
            ),
        ),
        Part::Reached(Clock::Vmm),
        Part::LoadKernel { compressed: false },
        Part::Reached(Clock::FirstInstruction),
        Part::GuestKernel { legacy_probe: false },
        Part::Reached(Clock::Init),
        Part::GuestInit,
        Part::Application,
    ],
    memory: MemoryCost {
        each: assumed(
            [0.0, 0.05, 0.5],
            Unit::Mebibytes,
            "No process stays with a machine; a page of devices and back-end threads remain.",
        ),
        ..XEN_PV.memory
    },
    disk: &[DiskFormat::SharedImage, DiskFormat::LinkedClone],
    pids_each: 1,
    guests: &["mini-os", "tinyx", "debian", "alpine"],
    ..XEN_PV
};
