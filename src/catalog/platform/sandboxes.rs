//! Containers with more than the host's kernel around them.
//!
//! Kata's and the desktop's machine are virtual machines, but people start containers in them:
//! the path of the container engine comes before the machine's.

use super::containers::{
    BRIDGE_PORTS, DAEMONS, DOCKER, KERNEL_PER_CORE, KERNEL_WITH_NETWORK, SHIM,
};
use super::parts::{
    ASSISTED_KERNEL, ASSISTED_USER, ASSISTED_WAKEUP, DAEMON_WAIT, DAEMON_WALK, DAEMON_WORK,
    HOST_PATH, MOUNTS, NETWORK_LOCK, NETWORK_WAIT, QEMU_PROCESS, QEMU_VIRTIO, RUNC, SEABIOS, wait,
    work,
};
use super::{
    Backing, Clock, DevicePath, DiskFormat, Family, Isolation, Kernel, MemoryCost, Part, Phase,
    Platform, Technique,
};
use crate::catalog::measured::{Standing, Unit, absent, assumed, from, measured};
use crate::catalog::operation;

const SENTRY: Part = Part::Work {
    phase: Phase::Create,
    cpu: measured(
        [20.0, 33.0, 80.0],
        Unit::Milliseconds,
        from("GV-PERF", "B65", Standing::Raw),
        "Through Docker an empty container starts as soon under gVisor (1144 ms) as under runc \
         (1193 ms), so its runtime costs what runc's does.",
    ),
    threads: 1.2,
};

/// gVisor: a kernel in user space for each container.
pub(super) const GVISOR: Platform = Platform {
    id: "gvisor",
    name: "gVisor",
    family: Family::Sandbox,
    isolation: Isolation {
        kernel: Kernel::UserSpace,
        technique: Technique::None,
        hypervisor_type: None,
        hypervisor: "gVisor Sentry",
    },
    start: &[
        Part::Fetch,
        DAEMON_WORK,
        DAEMON_WAIT,
        DAEMON_WALK,
        MOUNTS,
        NETWORK_LOCK,
        NETWORK_WAIT,
        SENTRY,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        Part::Reached(Clock::Init),
        Part::Application,
    ],
    memory: MemoryCost {
        each: measured(
            [19.6, 22.6, 30.0],
            Unit::Mebibytes,
            from("GV-PERF", "M20", Standing::Raw),
            "23.7 MB for an empty container against 4.1 MB under runc, and the shim's 3 MB.",
        ),
        ..DOCKER.memory
    },
    device: DevicePath {
        cpu_each: assumed(
            [4.0, 12.0, 60.0],
            Unit::Microseconds,
            "Each operation passes through the sentry and its file server.",
        ),
        ..HOST_PATH
    },
    kernel_slowdown: measured(
        [1.0, 2.2, 13.0],
        Unit::Ratio,
        from("GV-ANT", "P35, P37", Standing::Primary),
        "System calls take at least 2.2 times as long as under runc; 830 ns against 62 ns for the \
         simplest one on bare metal.",
    ),
    user_slowdown: measured(
        [1.0, 1.0, 1.03],
        Unit::Ratio,
        from("GV-ANT", "P38", Standing::Primary),
        "User code runs on the processor; 95 % of a company's applications lost less than 3 %.",
    ),
    wakeup: assumed(
        [5.0, 12.0, 40.0],
        Unit::Microseconds,
        "A process's wake-up and the sentry's own scheduling.",
    ),
    pids_each: 35,
    operations: &operation::SYSTRAP,
    ..DOCKER
};

const KATA_RUNTIME: Part = Part::Work {
    phase: Phase::Create,
    cpu: assumed(
        [20.0, 60.0, 150.0],
        Unit::Milliseconds,
        "Shim, file-system daemon and the dialogue with QEMU; no breakdown was found.",
    ),
    threads: 1.2,
};

const KATA_AGENT: Part = wait(
    Phase::Init,
    assumed(
        [10.0, 50.0, 200.0],
        Unit::Milliseconds,
        "The shim retries until the agent in the guest answers; no breakdown was found.",
    ),
);

/// Kata Containers on QEMU.
pub(super) const KATA: Platform = Platform {
    id: "kata",
    name: "Kata Containers",
    family: Family::Sandbox,
    isolation: Isolation {
        kernel: Kernel::Guest,
        technique: Technique::HardwareAssist,
        hypervisor_type: Some(1),
        hypervisor: "KVM + QEMU",
    },
    start: &[
        Part::Fetch,
        DAEMON_WORK,
        DAEMON_WAIT,
        DAEMON_WALK,
        MOUNTS,
        NETWORK_LOCK,
        NETWORK_WAIT,
        KATA_RUNTIME,
        QEMU_PROCESS,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        SEABIOS,
        Part::LoadKernel { compressed: true },
        Part::GuestKernel { legacy_probe: false },
        Part::Reached(Clock::Init),
        Part::GuestInit,
        KATA_AGENT,
        Part::Application,
    ],
    memory: MemoryCost {
        once: DAEMONS,
        each: measured(
            [16.8, 23.0, 45.0],
            Unit::Mebibytes,
            from("NSDI-DATA", "M2, M21", Standing::Assumption),
            "QEMU's 17 MB, a shim's share of 3 MB, and a guess of 3 MB for the file-system daemon; \
             with the guest it comes to some 94 MB.",
        ),
        host_kernel_each: assumed(
            [0.5, 1.2, 3.0],
            Unit::Mebibytes,
            "A container's part, and the hypervisor's structures and threads.",
        ),
        host_kernel_each_core: KERNEL_PER_CORE,
        file_systems: absent(Unit::Count),
        of_promised: assumed(
            [0.0005, 0.002, 0.004],
            Unit::Ratio,
            "8 bytes of second-level page table for each 4 KiB page.",
        ),
        backing: Backing::OnTouch,
        host_page_cache: true,
        mergeable: false,
        balloon: false,
    },
    device: QEMU_VIRTIO,
    kernel_slowdown: ASSISTED_KERNEL,
    user_slowdown: ASSISTED_USER,
    wakeup: ASSISTED_WAKEUP,
    pids_each: 24,
    guests: &["kata"],
    operations: &operation::VIRTIO_BRIDGED,
    ..DOCKER
};

const DESKTOP_MACHINE: Part = work(
    Phase::Create,
    assumed(
        [100.0, 500.0, 2000.0],
        Unit::Milliseconds,
        "The desktop application starts its virtual machine; no publication was found.",
    ),
);

/// Docker inside the one virtual machine of a desktop application.
pub(super) const DOCKER_DESKTOP: Platform = Platform {
    id: "docker-desktop",
    name: "Docker in one VM (desktop)",
    family: Family::Nested,
    isolation: Isolation {
        kernel: Kernel::OneGuest,
        technique: Technique::HardwareAssist,
        hypervisor_type: Some(2),
        hypervisor: "desktop hypervisor",
    },
    start: &[
        DESKTOP_MACHINE,
        Part::LoadKernel { compressed: true },
        Part::GuestKernel { legacy_probe: false },
        Part::GuestInit,
        Part::Fetch,
        DAEMON_WORK,
        DAEMON_WAIT,
        DAEMON_WALK,
        MOUNTS,
        NETWORK_LOCK,
        NETWORK_WAIT,
        RUNC,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        Part::Reached(Clock::Init),
        Part::Application,
    ],
    carrier_parts: 4,
    memory: MemoryCost {
        once: assumed(
            [300.0, 600.0, 1500.0],
            Unit::Mebibytes,
            "Desktop application, VMM and the daemons in the guest; no publication was found.",
        ),
        each: SHIM,
        host_kernel_each: KERNEL_WITH_NETWORK,
        host_kernel_each_core: KERNEL_PER_CORE,
        balloon: true,
        ..KATA.memory
    },
    disk: &[DiskFormat::Layers],
    device: QEMU_VIRTIO,
    kernel_slowdown: ASSISTED_KERNEL,
    user_slowdown: ASSISTED_USER,
    wakeup: ASSISTED_WAKEUP,
    pids_each: 12,
    bridge_ports: BRIDGE_PORTS,
    guests: &["linuxkit"],
    operations: &operation::VIRTIO_BRIDGED,
};

/// Docker in one ordinary virtual machine of a server: the node of a managed cluster.
pub(super) const DOCKER_IN_VM: Platform = Platform {
    id: "docker-in-vm",
    name: "Docker in one VM (server)",
    isolation: Isolation {
        kernel: Kernel::OneGuest,
        technique: Technique::HardwareAssist,
        hypervisor_type: Some(1),
        hypervisor: "KVM + QEMU",
    },
    start: &[
        QEMU_PROCESS,
        SEABIOS,
        Part::BootLoader,
        Part::GuestKernel { legacy_probe: true },
        Part::GuestInit,
        Part::Fetch,
        DAEMON_WORK,
        DAEMON_WAIT,
        DAEMON_WALK,
        MOUNTS,
        NETWORK_LOCK,
        NETWORK_WAIT,
        RUNC,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        Part::Reached(Clock::Init),
        Part::Application,
    ],
    carrier_parts: 5,
    memory: MemoryCost {
        once: measured(
            [120.0, 180.0, 280.0],
            Unit::Mebibytes,
            from("CONTAINERD", "M22, M23, M8", Standing::Assumption),
            "The daemons' 140 MiB in the guest and QEMU's 40 MiB on the host.",
        ),
        ..DOCKER_DESKTOP.memory
    },
    guests: &["ubuntu", "debian"],
    ..DOCKER_DESKTOP
};
