//! Guests stripped to the least: tuned Linux kernels and unikernels.
//!
//! The minimal guest reproduces the memory of the published benchmark, in which it served logins;
//! its boot clock stops at the first user process, before those services start.

use super::linux::{
    DECOMPRESS, IDENTICAL, KERNEL_WAKEUP, NETWORK_CARD, NO_TIME, PAGE_STRUCTS, SERVICE_WAKEUP,
};
use super::{Guest, Os};
use crate::catalog::measured::{Standing, Unit, absent, assumed, from, measured};
use crate::units::Bytes;

/// The tuned kernel of the microVM benchmarks, with a login service.
pub(super) const MINIMAL: Guest = Guest {
    id: "minimal",
    name: "Minimal Linux",
    os: Os::Linux,
    memory_default: Bytes::mib(256),
    memory_least: Bytes::mib(96),
    kernel_image: measured(
        [23.0, 43.0, 43.0],
        Unit::Megabytes,
        from("N-BOOT", "D12", Standing::Secondary),
        "Uncompressed, in the configuration for microVMs; 7.1 MB compressed.",
    ),
    decompress: DECOMPRESS,
    kernel_cpu: measured(
        [35.0, 51.0, 127.0],
        Unit::Milliseconds,
        from("N-BOOT", "B26", Standing::Secondary),
        "35 ms with Linux 6.4 in the configuration for microVMs on an EPYC 7313P, a core of about \
         1.45 times the reference speed, where a boot hardly waits.",
    ),
    legacy_probe: measured(
        [0.0, 44.0, 65.0],
        Unit::Milliseconds,
        from("NSDI-DATA", "B1, B26", Standing::Assumption),
        "Linux 4.14 needs 110 ms from instance start to init; less 15 ms of the VMM and the work, \
         the rest is waiting: timers are calibrated against, and drivers probe for, old devices.",
    ),
    network_card: NETWORK_CARD,
    loader_wait: NO_TIME,
    init_cpu: assumed([0.5, 1.5, 3.0], Unit::Milliseconds, "An init that starts one program."),
    init_threads: 1.0,
    init_wait: NO_TIME,
    boot_reads: measured(
        [20.0, 107.0, 110.0],
        Unit::Mebibytes,
        from("NSDI-DATA", "M10, M11", Standing::Raw),
        "172 MB touched on the host by a 256 MB machine, less kernel, page descriptions and \
         services.",
    ),
    boot_operations: assumed([200.0, 850.0, 3000.0], Unit::Count, "Reads of 128 kB."),
    kernel_memory: measured(
        [8.0, 10.0, 12.0],
        Unit::Mebibytes,
        from("NSDI-DATA", "M10", Standing::Raw),
        "12-16 MB reserved by the kernel, less the page descriptions.",
    ),
    page_structs: PAGE_STRUCTS,
    services_memory: measured(
        [48.0, 51.0, 51.0],
        Unit::Mebibytes,
        from("NSDI-DATA", "M10", Standing::Raw),
        "Memory that is not available with a login service, in machines of 128 and 256 MB.",
    ),
    identical: IDENTICAL,
    zeroes_free_memory: false,
    wakeups: assumed([1.0, 4.0, 10.0], Unit::PerSecond, "A tickless kernel with one service."),
    wakeup_work: KERNEL_WAKEUP,
    disk_image: assumed(
        [20.0, 120.0, 300.0],
        Unit::Megabytes,
        "A root file system with one service.",
    ),
    disk_writes: assumed([0.0, 1.0, 5.0], Unit::Megabytes, "A log and a key."),
    transfer: assumed([10.0, 55.0, 130.0], Unit::Megabytes, "Compressed with the kernel."),
};

/// A Linux built around one application, as LightVM's tool does.
pub(super) const TINYX: Guest = Guest {
    id: "tinyx",
    name: "Tinyx",
    memory_default: Bytes::mib(32),
    memory_least: Bytes::mib(30),
    kernel_image: measured(
        [10.0, 23.0, 43.0],
        Unit::Megabytes,
        from("N-BOOT", "D12", Standing::Secondary),
        "Taken as the smallest published configuration, uncompressed.",
    ),
    kernel_cpu: measured(
        [35.0, 150.0, 200.0],
        Unit::Milliseconds,
        from("LVM-N", "B78", Standing::Memory),
        "180 ms for the whole boot on a core 1.1 times the reference; the split is ours.",
    ),
    init_cpu: measured(
        [10.0, 45.0, 100.0],
        Unit::Milliseconds,
        from("LVM-N", "B78", Standing::Assumption),
        "What remains of the whole boot.",
    ),
    boot_reads: assumed([3.0, 6.0, 20.0], Unit::Megabytes, "The file system is part of the image."),
    boot_operations: assumed([20.0, 60.0, 300.0], Unit::Count, "Reads of 100 kB."),
    kernel_memory: measured(
        [10.0, 16.0, 20.0],
        Unit::Mebibytes,
        from("UK-DATA", "M15", Standing::Assumption),
        "Share of the 29-30 MB with which a Linux microVM just boots; the split is ours.",
    ),
    services_memory: measured(
        [2.0, 6.0, 10.0],
        Unit::Mebibytes,
        from("UK-DATA", "M15", Standing::Assumption),
        "Share of the 29-30 MB with which a Linux microVM just boots; the split is ours.",
    ),
    wakeups: assumed(
        [1.0, 4.0, 10.0],
        Unit::PerSecond,
        "A tickless kernel with a few background tasks.",
    ),
    wakeup_work: KERNEL_WAKEUP,
    disk_image: measured(
        [10.0, 20.0, 50.0],
        Unit::Megabytes,
        from("LVM-N", "D11", Standing::Secondary),
        "Tens of megabytes.",
    ),
    disk_writes: absent(Unit::Megabytes),
    transfer: measured(
        [5.0, 10.0, 30.0],
        Unit::Megabytes,
        from("LVM-N", "D11", Standing::Secondary),
        "Half of the image, by judgement.",
    ),
    ..MINIMAL
};

/// The guest of Kata Containers: a kernel and an agent.
pub(super) const KATA: Guest = Guest {
    id: "kata",
    name: "Kata guest",
    memory_default: Bytes::gib(2),
    memory_least: Bytes::mib(128),
    init_cpu: assumed([10.0, 40.0, 120.0], Unit::Milliseconds, "Small init and the agent."),
    boot_reads: assumed([8.0, 12.0, 40.0], Unit::Mebibytes, "The agent's root file system."),
    boot_operations: assumed([80.0, 200.0, 1000.0], Unit::Count, "Reads of 64 kB."),
    kernel_memory: measured(
        [8.0, 12.0, 25.0],
        Unit::Mebibytes,
        from("N-BOOT", "M26", Standing::Assumption),
        "Split of the 94 MB that a sandbox costs in all.",
    ),
    services_memory: measured(
        [8.0, 12.0, 30.0],
        Unit::Mebibytes,
        from("N-BOOT", "M26", Standing::Assumption),
        "Agent and buffers: split of the 94 MB that a sandbox costs in all.",
    ),
    wakeups: assumed([1.0, 4.0, 12.0], Unit::PerSecond, "A tickless kernel and the agent."),
    wakeup_work: KERNEL_WAKEUP,
    disk_image: assumed([100.0, 150.0, 300.0], Unit::Megabytes, "Kernel and root file system."),
    transfer: assumed([40.0, 60.0, 130.0], Unit::Megabytes, "Compressed."),
    ..MINIMAL
};

/// The machine under containers on a desktop.
pub(super) const LINUXKIT: Guest = Guest {
    id: "linuxkit",
    name: "Desktop container host",
    memory_default: Bytes::gib(4),
    memory_least: Bytes::gib(1),
    init_cpu: assumed(
        [500.0, 1500.0, 4000.0],
        Unit::Milliseconds,
        "Init, network and the container daemons; no publication was found.",
    ),
    init_threads: 2.0,
    init_wait: assumed([200.0, 1000.0, 4000.0], Unit::Milliseconds, "Network and shared folders."),
    boot_reads: assumed([100.0, 250.0, 500.0], Unit::Megabytes, "Services and daemons."),
    boot_operations: assumed([1000.0, 4000.0, 10_000.0], Unit::Count, "Reads of 64 kB."),
    kernel_memory: assumed([30.0, 60.0, 120.0], Unit::Mebibytes, "As a distribution's kernel."),
    services_memory: assumed(
        [150.0, 250.0, 500.0],
        Unit::Mebibytes,
        "Services besides the daemons.",
    ),
    wakeups: assumed([10.0, 40.0, 120.0], Unit::PerSecond, "Daemons that poll."),
    wakeup_work: SERVICE_WAKEUP,
    disk_image: assumed(
        [500.0, 1000.0, 2500.0],
        Unit::Megabytes,
        "The desktop application's image.",
    ),
    disk_writes: assumed([5.0, 30.0, 100.0], Unit::Megabytes, "State of the daemons and logs."),
    transfer: assumed([300.0, 600.0, 800.0], Unit::Megabytes, "With the desktop application."),
    ..MINIMAL
};

/// The same kernel with nothing but `init`, as benchmarks of boot time and density run it.
pub(super) const BARE: Guest = Guest {
    id: "bare",
    name: "Minimal Linux, init only",
    memory_least: Bytes::mib(32),
    boot_reads: assumed(
        [2.0, 10.0, 30.0],
        Unit::Mebibytes,
        "Super block, directories, one program and its libraries, with read-ahead.",
    ),
    boot_operations: assumed([20.0, 80.0, 300.0], Unit::Count, "Reads of 128 kB."),
    services_memory: assumed([0.5, 2.0, 10.0], Unit::Mebibytes, "One small process."),
    wakeups: assumed([0.2, 1.0, 4.0], Unit::PerSecond, "A tickless kernel without services."),
    ..MINIMAL
};

/// The library kernel of Xen.
pub(super) const MINI_OS: Guest = Guest {
    id: "mini-os",
    name: "Mini-OS unikernel",
    os: Os::Unikernel,
    memory_default: Bytes::mib(8),
    memory_least: Bytes::mib(4),
    kernel_image: measured(
        [0.3, 0.48, 1.0],
        Unit::Megabytes,
        from("LVM-N", "D11", Standing::Secondary),
        "A time server with its kernel.",
    ),
    decompress: NO_TIME,
    kernel_cpu: measured(
        [0.2, 1.0, 2.5],
        Unit::Milliseconds,
        from("LVM-N", "B42", Standing::Secondary),
        "2.3 ms for creation and boot of an empty unikernel on a core 1.1 times the reference, \
         less the tools' share.",
    ),
    legacy_probe: NO_TIME,
    network_card: assumed([0.2, 0.5, 2.0], Unit::Milliseconds, "One ring and one event channel."),
    init_cpu: NO_TIME,
    boot_reads: absent(Unit::Megabytes),
    boot_operations: absent(Unit::Count),
    kernel_memory: measured(
        [1.0, 2.0, 4.0],
        Unit::Mebibytes,
        from("UK-DATA", "M15", Standing::Raw),
        "Least memory of a comparable library kernel with an empty program; 4-7 MB with servers.",
    ),
    page_structs: assumed([0.0, 0.002, 0.004], Unit::Ratio, "A table of 8 bytes for each page."),
    services_memory: absent(Unit::Mebibytes),
    identical: assumed([0.2, 0.5, 0.8], Unit::Ratio, "Code is equal, tables are not."),
    wakeups: assumed([0.1, 0.5, 2.0], Unit::PerSecond, "Sleeps until an event arrives."),
    wakeup_work: KERNEL_WAKEUP,
    disk_image: measured(
        [0.3, 0.48, 1.0],
        Unit::Megabytes,
        from("LVM-N", "D11", Standing::Secondary),
        "A time server with its kernel: the image is all there is.",
    ),
    disk_writes: absent(Unit::Megabytes),
    transfer: measured(
        [0.3, 0.48, 1.0],
        Unit::Megabytes,
        from("LVM-N", "D11", Standing::Secondary),
        "The image as it is.",
    ),
    ..MINIMAL
};

/// A library kernel for KVM.
pub(super) const UNIKRAFT: Guest = Guest {
    id: "unikraft",
    name: "Unikraft unikernel",
    kernel_image: measured(
        [0.21, 1.0, 1.84],
        Unit::Megabytes,
        from("UK-DATA", "D10", Standing::Raw),
        "0.21 MB with an empty program, 1.6-1.8 MB with servers.",
    ),
    kernel_cpu: measured(
        [0.1, 1.5, 2.5],
        Unit::Milliseconds,
        from("LVM-N", "B42", Standing::Assumption),
        "Taken as a comparable library kernel's; its own published boot is kept to check the \
         model.",
    ),
    disk_image: measured(
        [0.21, 1.0, 1.84],
        Unit::Megabytes,
        from("UK-DATA", "D10", Standing::Raw),
        "The image is all there is.",
    ),
    transfer: measured(
        [0.21, 1.0, 1.84],
        Unit::Megabytes,
        from("UK-DATA", "D10", Standing::Raw),
        "The image as it is.",
    ),
    ..MINI_OS
};
