//! Virtual machines stripped to the least: microVMs, unikernels, snapshots, direct kernel boots.
//!
//! The direct boots of QEMU exist because the published benchmarks boot so: firmware, then a
//! kernel handed over by the VMM. A distribution boots by its own loader, see `full_machines`.

use super::parts::{
    ASSISTED_KERNEL, ASSISTED_USER, ASSISTED_WAKEUP, FIRECRACKER_BLOCK, QBOOT, QEMU_PROCESS,
    QEMU_VIRTIO, SEABIOS, wait, work,
};
use super::{
    Backing, Clock, DevicePath, DiskFormat, Family, Isolation, Kernel, Measured, MemoryCost, Part,
    Phase, Platform, Technique,
};
use crate::catalog::measured::{Standing, Unit, absent, assumed, from, measured};
use crate::catalog::operation;

/// Hardware assistance by the host's kernel, with this VMM.
pub(super) const fn assisted(hypervisor: &'static str) -> Isolation {
    Isolation {
        kernel: Kernel::Guest,
        technique: Technique::HardwareAssist,
        hypervisor_type: Some(1),
        hypervisor,
    }
}

/// Second-level page tables.
pub(super) const PAGE_TABLES: Measured = assumed(
    [0.0005, 0.002, 0.004],
    Unit::Ratio,
    "8 bytes of second-level page table for each 4 KiB page.",
);

/// What the host's kernel keeps for a virtual machine.
pub(super) const KERNEL_EACH: Measured = assumed(
    [0.2, 0.7, 2.0],
    Unit::Mebibytes,
    "Structures of the hypervisor, threads, sockets and the VMM's own page tables.",
);

const FIRECRACKER_PROCESS: Part = work(
    Phase::Create,
    measured(
        [6.0, 8.0, 12.0],
        Unit::Milliseconds,
        from("FC-DOC", "B12", Standing::Primary),
        "CPU time from process start to the open control socket.",
    ),
);

const FIRECRACKER_SOCKET: Part = wait(
    Phase::Create,
    measured(
        [0.0, 4.0, 48.0],
        Unit::Milliseconds,
        from("FC-DOC", "B12", Standing::Primary),
        "6-60 ms of elapsed time, typically 12, less 8 ms of CPU.",
    ),
);

const FIRECRACKER_REQUESTS: Part = work(
    Phase::Create,
    measured(
        [15.0, 30.0, 40.0],
        Unit::Milliseconds,
        from("NSDI-DATA", "B1, B2", Standing::Assumption),
        "End-to-end less boot less process start is 39 ms for configuration requests; that three \
         quarters of it are work is our judgement.",
    ),
);

const FIRECRACKER_REPLIES: Part = wait(
    Phase::Create,
    measured(
        [0.0, 10.0, 25.0],
        Unit::Milliseconds,
        from("NSDI-DATA", "B1, B2", Standing::Assumption),
        "The quarter of the configuration that we take to be waiting.",
    ),
);

const FIRECRACKER_MEMORY: MemoryCost = MemoryCost {
    once: absent(Unit::Mebibytes),
    each: measured(
        [2.2, 2.2, 5.0],
        Unit::Mebibytes,
        from("NSDI-DATA", "M2, M3", Standing::Raw),
        "Resident outside the guest's memory; the paper's 3 MB are writable mappings, and the \
         specification promises at most 5 MiB.",
    ),
    host_kernel_each: KERNEL_EACH,
    host_kernel_each_core: absent(Unit::Mebibytes),
    file_systems: absent(Unit::Count),
    of_promised: PAGE_TABLES,
    backing: Backing::OnTouch,
    host_page_cache: true,
    mergeable: false,
    balloon: true,
};

/// Firecracker.
pub(super) const FIRECRACKER: Platform = Platform {
    id: "firecracker",
    name: "Firecracker",
    family: Family::MicroVm,
    isolation: assisted("KVM + Firecracker"),
    start: &[
        Part::Fetch,
        FIRECRACKER_PROCESS,
        FIRECRACKER_SOCKET,
        FIRECRACKER_REQUESTS,
        FIRECRACKER_REPLIES,
        Part::Reached(Clock::Vmm),
        Part::LoadKernel { compressed: false },
        Part::Reached(Clock::FirstInstruction),
        Part::GuestKernel { legacy_probe: true },
        Part::Reached(Clock::Init),
        Part::GuestInit,
        Part::Application,
    ],
    carrier_parts: 0,
    memory: FIRECRACKER_MEMORY,
    disk: &[DiskFormat::LinkedClone, DiskFormat::FullClone, DiskFormat::SharedImage],
    device: FIRECRACKER_BLOCK,
    kernel_slowdown: ASSISTED_KERNEL,
    user_slowdown: ASSISTED_USER,
    wakeup: ASSISTED_WAKEUP,
    pids_each: 3,
    bridge_ports: None,
    guests: &["minimal", "bare", "alpine", "debian", "ubuntu", "tinyx"],
    operations: &operation::FIRECRACKER,
};

/// A microVM that continues from a snapshot in which the application already answers.
pub(super) const FIRECRACKER_SNAPSHOT: Platform = Platform {
    id: "firecracker-snapshot",
    name: "Firecracker, from a snapshot",
    start: &[
        Part::Fetch,
        FIRECRACKER_PROCESS,
        FIRECRACKER_SOCKET,
        work(
            Phase::Create,
            assumed(
                [2.0, 5.0, 40.0],
                Unit::Milliseconds,
                "One request instead of the configuration's several.",
            ),
        ),
        Part::Reached(Clock::Vmm),
        Part::Restore {
            cpu: measured(
                [3.0, 3.0, 50.0],
                Unit::Milliseconds,
                from("FC-DOC", "B84, B83", Standing::Primary),
                "3 ms for the restore itself; vHive reports 50 ms with its own set-up.",
            ),
        },
        Part::Reached(Clock::FirstInstruction),
        Part::Reached(Clock::Init),
    ],
    ..FIRECRACKER
};

const CLOUD_HYPERVISOR_PROCESS: Part = work(
    Phase::Create,
    measured(
        [5.0, 14.6, 40.0],
        Unit::Milliseconds,
        from("CLOUD-HYPERVISOR", "", Standing::Primary),
        "40 ms on average from execution to the first guest instruction in 2020, 25-55 ms each; \
         less 15.4 ms for loading the kernel and 10 ms that looking for io_uring took, which older \
         versions did not do. The machine is not named and taken as the reference.",
    ),
);

/// Cloud Hypervisor with an uncompressed kernel.
pub(super) const CLOUD_HYPERVISOR: Platform = Platform {
    id: "cloud-hypervisor",
    name: "Cloud Hypervisor",
    isolation: assisted("KVM + Cloud Hypervisor"),
    start: &[
        Part::Fetch,
        CLOUD_HYPERVISOR_PROCESS,
        Part::Reached(Clock::Vmm),
        Part::LoadKernel { compressed: false },
        Part::Reached(Clock::FirstInstruction),
        Part::GuestKernel { legacy_probe: false },
        Part::Reached(Clock::Init),
        Part::GuestInit,
        Part::Application,
    ],
    memory: MemoryCost {
        each: measured(
            [5.9, 5.9, 13.0],
            Unit::Mebibytes,
            from("NSDI-DATA", "M2, M1", Standing::Raw),
            "Resident outside the guest's memory; the paper's 13 MB are writable mappings.",
        ),
        ..FIRECRACKER_MEMORY
    },
    device: DevicePath {
        bandwidth: measured(
            [400.0, 400.0, 1730.0],
            Unit::MegabytesPerSecond,
            from("NSDI-DATA", "P41", Standing::Raw),
            "The version of 2020.",
        ),
        operations: measured(
            [13_000.0, 13_000.0, 135_000.0],
            Unit::PerSecond,
            from("NSDI-DATA", "P41", Standing::Raw),
            "The version of 2020.",
        ),
        ..FIRECRACKER_BLOCK
    },
    pids_each: 6,
    operations: &operation::CLOUD_HYPERVISOR,
    ..FIRECRACKER
};

/// Cloud Hypervisor with a compressed kernel.
pub(super) const CLOUD_HYPERVISOR_COMPRESSED: Platform = Platform {
    id: "cloud-hypervisor-bzimage",
    name: "Cloud Hypervisor, compressed kernel",
    start: &[
        Part::Fetch,
        CLOUD_HYPERVISOR_PROCESS,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        Part::LoadKernel { compressed: true },
        Part::GuestKernel { legacy_probe: false },
        Part::Reached(Clock::Init),
        Part::GuestInit,
        Part::Application,
    ],
    ..CLOUD_HYPERVISOR
};

/// QEMU as the microVM benchmarks run it.
const QEMU_STATIC_MEMORY: MemoryCost = MemoryCost {
    each: measured(
        [9.8, 17.0, 80.0],
        Unit::Mebibytes,
        from("NSDI-DATA", "M2, M8", Standing::Raw),
        "A static build without display, resident outside the guest's memory; the paper's 131 MB \
         are writable mappings.",
    ),
    mergeable: true,
    ..FIRECRACKER_MEMORY
};

/// QEMU with SeaBIOS and a compressed kernel handed over directly.
pub(super) const QEMU_DIRECT: Platform = Platform {
    id: "qemu-direct",
    name: "QEMU/KVM, direct kernel, SeaBIOS",
    isolation: assisted("KVM + QEMU"),
    start: &[
        Part::Fetch,
        QEMU_PROCESS,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        SEABIOS,
        Part::LoadKernel { compressed: true },
        Part::GuestKernel { legacy_probe: true },
        Part::Reached(Clock::Init),
        Part::GuestInit,
        Part::Application,
    ],
    memory: QEMU_STATIC_MEMORY,
    device: QEMU_VIRTIO,
    pids_each: 4,
    guests: &["minimal", "bare", "tinyx"],
    operations: &operation::VIRTIO,
    ..FIRECRACKER
};

/// The same with the smaller firmware.
pub(super) const QEMU_DIRECT_QBOOT: Platform = Platform {
    id: "qemu-direct-qboot",
    name: "QEMU/KVM, direct kernel, qboot",
    start: &[
        Part::Fetch,
        QEMU_PROCESS,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        QBOOT,
        Part::LoadKernel { compressed: true },
        Part::GuestKernel { legacy_probe: true },
        Part::Reached(Clock::Init),
        Part::GuestInit,
        Part::Application,
    ],
    ..QEMU_DIRECT
};

/// QEMU's machine without PCI and legacy devices.
pub(super) const QEMU_MICROVM: Platform = Platform {
    id: "qemu-microvm",
    name: "QEMU microvm",
    start: &[
        Part::Fetch,
        work(
            Phase::Create,
            measured(
                [10.0, 26.7, 36.0],
                Unit::Milliseconds,
                from("QEMU-MICROVM", "B20", Standing::Primary),
                "In 2019 this machine's process took 64 ms where a bare q35's took 78 ms on the \
                 same server. Both loaded an uncompressed kernel, which is 16 of 52 ms elsewhere \
                 and 24 of the 78: 40 of 54 ms of the full machine's 36.",
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
    guests: &["minimal", "bare", "alpine", "tinyx"],
    ..QEMU_DIRECT
};

/// A unikernel on Firecracker.
pub(super) const UNIKERNEL_FIRECRACKER: Platform = Platform {
    id: "unikernel-firecracker",
    name: "Unikernel on Firecracker",
    family: Family::Unikernel,
    memory: MemoryCost { balloon: false, ..FIRECRACKER_MEMORY },
    disk: &[DiskFormat::SharedImage],
    guests: &["unikraft"],
    operations: &operation::UNIKERNEL,
    ..FIRECRACKER
};

/// A unikernel on QEMU with its usual machine and firmware.
pub(super) const UNIKERNEL_QEMU: Platform = Platform {
    id: "unikernel-qemu",
    name: "Unikernel on QEMU",
    family: Family::Unikernel,
    start: &[
        Part::Fetch,
        QEMU_PROCESS,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        SEABIOS,
        Part::LoadKernel { compressed: false },
        Part::GuestKernel { legacy_probe: false },
        Part::Reached(Clock::Init),
        Part::GuestInit,
        Part::Application,
    ],
    memory: MemoryCost { balloon: false, ..QEMU_STATIC_MEMORY },
    disk: &[DiskFormat::SharedImage],
    guests: &["unikraft"],
    operations: &operation::UNIKERNEL,
    ..QEMU_DIRECT
};

/// A unikernel on QEMU's machine without PCI and legacy devices.
pub(super) const UNIKERNEL_QEMU_MICROVM: Platform = Platform {
    id: "unikernel-qemu-microvm",
    name: "Unikernel on QEMU microvm",
    start: QEMU_MICROVM.start,
    ..UNIKERNEL_QEMU
};
