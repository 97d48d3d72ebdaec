//! Processes and containers on the host's own kernel.
//!
//! Docker without a daemon's cost is `runc`: the same runtime, network and mounts.

use super::parts::{
    CRUN as CRUN_PART, DAEMON_WAIT, DAEMON_WALK, DAEMON_WORK, FORK_EXEC, HOST_PATH,
    MOUNT_TABLE_WALK, MOUNTS, NATIVE, NATIVE_WAKEUP, NETWORK_LOCK, NETWORK_WAIT, RUNC as RUNC_PART,
};
use super::{
    Backing, Clock, DiskFormat, Family, Isolation, Kernel, Measured, MemoryCost, Part, Platform,
    Technique,
};
use crate::catalog::measured::{Standing, Unit, absent, assumed, from, measured};
use crate::catalog::operation;

const ON_THE_HOST: Isolation = Isolation {
    kernel: Kernel::Host,
    technique: Technique::None,
    hypervisor_type: None,
    hypervisor: "",
};

/// Ports of a Linux bridge, less the one that the host keeps for itself.
pub(super) const BRIDGE_PORTS: Option<u32> = Some(1023);

/// What the host's kernel keeps for a container with a network namespace.
pub(super) const KERNEL_WITH_NETWORK: Measured = measured(
    [0.2, 0.5, 0.85],
    Unit::Mebibytes,
    from("OWN", "", Standing::Own),
    "Slab 0.15-0.45, page tables 0.04-0.2, stacks 0.02-0.16 MiB for a container of one process.",
);

const KERNEL_WITHOUT_NETWORK: Measured = measured(
    [0.08, 0.2, 0.4],
    Unit::Mebibytes,
    from("OWN", "", Standing::Own),
    "As with a network namespace, but slab of 0.03 MiB.",
);

/// What the kernel keeps for each control group on each processor.
pub(super) const KERNEL_PER_CORE: Measured = assumed(
    [0.001, 0.005, 0.02],
    Unit::Mebibytes,
    "Per-processor counters of a memory control group, since Linux 5.9.",
);

/// File systems of a container's own, on a kernel that keeps lists for each by control group.
const FILE_SYSTEMS: Measured = measured(
    [5.0, 7.0, 9.0],
    Unit::Count,
    from("LIST-LRU", "", Standing::Primary),
    "Seven mounts for each of 10,000 containers; lists for 12,286 control groups on two memory \
     nodes at 32 bytes each then make 110 GB, where 102 GB were measured.",
);

/// The daemons of Docker.
pub(super) const DAEMONS: Measured = measured(
    [100.0, 140.0, 200.0],
    Unit::Mebibytes,
    from("CONTAINERD", "M22, M23", Standing::Memory),
    "containerd 57-64 MB measured in 2018, dockerd 60-100 MB from experience.",
);

/// The process that stays with each container.
pub(super) const SHIM: Measured = measured(
    [1.2, 3.0, 11.1],
    Unit::Mebibytes,
    from("CONTAINERD", "M21", Standing::Primary),
    "Resident 10 MB, of which most is the shared program; 3 MB as its share is our judgement \
     between 1.2 MB published and 10 MB.",
);

const NO_MEMORY: MemoryCost = MemoryCost {
    once: absent(Unit::Mebibytes),
    each: absent(Unit::Mebibytes),
    host_kernel_each: assumed(
        [0.05, 0.1, 0.2],
        Unit::Mebibytes,
        "Task, stack and page tables of one small process.",
    ),
    host_kernel_each_core: absent(Unit::Mebibytes),
    file_systems: absent(Unit::Count),
    of_promised: absent(Unit::Ratio),
    backing: Backing::OnTouch,
    host_page_cache: true,
    mergeable: false,
    balloon: false,
};

/// A process on the host.
pub(super) const PROCESS: Platform = Platform {
    id: "process",
    name: "Process",
    family: Family::Process,
    isolation: ON_THE_HOST,
    start: &[
        Part::Fetch,
        FORK_EXEC,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        Part::Reached(Clock::Init),
        Part::Application,
    ],
    carrier_parts: 0,
    memory: NO_MEMORY,
    disk: &[DiskFormat::Layers],
    device: HOST_PATH,
    kernel_slowdown: NATIVE,
    user_slowdown: NATIVE,
    wakeup: NATIVE_WAKEUP,
    pids_each: 0,
    bridge_ports: None,
    guests: &[],
    operations: &operation::NATIVE,
};

/// Docker with its daemon and a bridge.
pub(super) const DOCKER: Platform = Platform {
    id: "docker",
    name: "Docker",
    family: Family::Container,
    start: &[
        Part::Fetch,
        DAEMON_WORK,
        DAEMON_WAIT,
        DAEMON_WALK,
        MOUNTS,
        NETWORK_LOCK,
        NETWORK_WAIT,
        RUNC_PART,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        Part::Reached(Clock::Init),
        Part::Application,
    ],
    memory: MemoryCost {
        once: DAEMONS,
        each: SHIM,
        host_kernel_each: KERNEL_WITH_NETWORK,
        host_kernel_each_core: KERNEL_PER_CORE,
        ..NO_MEMORY
    },
    pids_each: 12,
    bridge_ports: BRIDGE_PORTS,
    operations: &operation::BRIDGED,
    ..PROCESS
};

/// Docker with the host's own network.
pub(super) const DOCKER_HOST_NETWORK: Platform = Platform {
    id: "docker-host-net",
    name: "Docker, host network",
    start: &[
        Part::Fetch,
        DAEMON_WORK,
        DAEMON_WAIT,
        DAEMON_WALK,
        MOUNTS,
        RUNC_PART,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        Part::Reached(Clock::Init),
        Part::Application,
    ],
    memory: MemoryCost { host_kernel_each: KERNEL_WITHOUT_NETWORK, ..DOCKER.memory },
    bridge_ports: None,
    operations: &operation::NATIVE,
    ..DOCKER
};

/// Docker 18.09, before its runtime was taught to look at the table of mounts less often.
pub(super) const DOCKER_2018: Platform = Platform {
    id: "docker-2018",
    name: "Docker 18.09 (2018)",
    start: &[
        Part::Fetch,
        DAEMON_WORK,
        DAEMON_WAIT,
        MOUNT_TABLE_WALK,
        MOUNTS,
        NETWORK_LOCK,
        NETWORK_WAIT,
        RUNC_PART,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        Part::Reached(Clock::Init),
        Part::Application,
    ],
    memory: MemoryCost { file_systems: FILE_SYSTEMS, ..DOCKER.memory },
    ..DOCKER
};

/// Docker 1.13 on a kernel of its time, as on the hosts of LightVM.
pub(super) const DOCKER_2017: Platform = Platform {
    id: "docker-2017",
    name: "Docker 1.13 (2017)",
    memory: MemoryCost {
        each: measured(
            [3.0, 4.0, 5.6],
            Unit::Megabytes,
            from("MOBY", "", Standing::Primary),
            "3-5 MB for each shim of Docker 1.11 without what shims share, and 4 MB more for each \
             of 100 containers than with 1.10, which had none; the next generation took 5.6 MB.",
        ),
        host_kernel_each_core: assumed(
            [0.05, 0.2, 0.3],
            Unit::Mebibytes,
            "Before Linux 5.9 every control group had slab caches of its own on each processor.",
        ),
        file_systems: FILE_SYSTEMS,
        ..DOCKER_HOST_NETWORK.memory
    },
    ..DOCKER_HOST_NETWORK
};

/// The runtime alone, with a bridge and without a daemon.
pub(super) const RUNC: Platform = Platform {
    id: "runc",
    name: "runc",
    start: &[
        Part::Fetch,
        MOUNTS,
        NETWORK_LOCK,
        NETWORK_WAIT,
        RUNC_PART,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        Part::Reached(Clock::Init),
        Part::Application,
    ],
    memory: MemoryCost {
        once: absent(Unit::Mebibytes),
        each: absent(Unit::Mebibytes),
        ..DOCKER.memory
    },
    pids_each: 0,
    ..DOCKER
};

/// The same with the smaller runtime.
pub(super) const CRUN: Platform = Platform {
    id: "crun",
    name: "crun",
    start: &[
        Part::Fetch,
        MOUNTS,
        NETWORK_LOCK,
        NETWORK_WAIT,
        CRUN_PART,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        Part::Reached(Clock::Init),
        Part::Application,
    ],
    ..RUNC
};
