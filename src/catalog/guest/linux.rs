//! Linux distributions with their own kernel, boot loader and services.
//!
//! Only totals are published for a distribution's user space; the split into work and waiting is
//! ours and marked so, because only the work contends for the cores.

use super::{Guest, Measured, Os};
use crate::catalog::measured::{Standing, Unit, absent, assumed, from, measured};
use crate::units::Bytes;

/// What Linux keeps to describe each page.
pub(super) const PAGE_STRUCTS: Measured = measured(
    [0.0156, 0.0156, 0.0156],
    Unit::Ratio,
    from("N-BOOT", "M12", Standing::Secondary),
    "64 bytes for each page of 4 KiB.",
);

/// Pages that equal those of another guest of the same kind.
pub(super) const IDENTICAL: Measured = measured(
    [0.19, 0.67, 0.67],
    Unit::Ratio,
    from("N-MEM", "M30", Standing::Secondary),
    "Best case of ten identical Linux machines; 19-33 % in production.",
);

/// Unpacking a compressed kernel.
pub(super) const DECOMPRESS: Measured = measured(
    [30.0, 40.0, 50.0],
    Unit::Milliseconds,
    from("N-BOOT", "B25", Standing::Secondary),
    "As the paper states; 41 and 50 ms from the raw data of two hosts.",
);

/// Setting up a virtual network card.
pub(super) const NETWORK_CARD: Measured = measured(
    [17.0, 23.0, 35.0],
    Unit::Milliseconds,
    from("NSDI-DATA", "B1, B3", Standing::Raw),
    "Difference of the medians with and without a card on Firecracker; 17 ms on Cloud \
     Hypervisor, 35 ms on QEMU as the paper states.",
);

/// Ubuntu Server.
pub(super) const UBUNTU: Guest = Guest {
    id: "ubuntu",
    name: "Ubuntu Server",
    os: Os::Linux,
    memory_default: Bytes::gib(2),
    memory_least: Bytes::mib(512),
    kernel_image: measured(
        [61.0, 61.0, 70.0],
        Unit::Megabytes,
        from("N-BOOT", "D12", Standing::Secondary),
        "Uncompressed kernel of Ubuntu; 15 MB compressed.",
    ),
    decompress: DECOMPRESS,
    kernel_cpu: measured(
        [79.0, 127.0, 300.0],
        Unit::Milliseconds,
        from("N-BOOT", "B26", Standing::Secondary),
        "Ubuntu's configuration of Linux 6.4 in a machine without legacy devices.",
    ),
    legacy_probe: measured(
        [300.0, 900.0, 900.0],
        Unit::Milliseconds,
        from("N-BOOT", "B25", Standing::Secondary),
        "What a stock kernel lost to time-outs of legacy devices; a whole kernel phase took 640 \
         and 910 ms in two ordinary machines.",
    ),
    network_card: NETWORK_CARD,
    loader_wait: measured(
        [100.0, 265.0, 2618.0],
        Unit::Milliseconds,
        from("SYSTEMD", "B29, B30", Standing::Primary),
        "2.6 s with a menu in one machine, 0.27 s without in another; cloud images skip the menu.",
    ),
    init_cpu: measured(
        [1000.0, 1900.0, 4000.0],
        Unit::Milliseconds,
        from("SYSTEMD", "B29, B30", Standing::Assumption),
        "User space took 2.74 s in all; that 1.9 core-seconds of it are work is our judgement.",
    ),
    init_threads: 1.5,
    init_wait: measured(
        [300.0, 1500.0, 12_000.0],
        Unit::Milliseconds,
        from("SYSTEMD", "B29, B30", Standing::Assumption),
        "What remains of 2.74 s when 1.9 core-seconds run on 1.5 cores: device settling, leases \
         and timers; servers with more services wait longer.",
    ),
    boot_reads: assumed(
        [120.0, 250.0, 450.0],
        Unit::Megabytes,
        "Kernel, initial file system and the files of the services that start.",
    ),
    boot_operations: assumed(
        [3000.0, 8000.0, 20_000.0],
        Unit::Count,
        "Some 32 kB for each read, since few files are read in one sweep.",
    ),
    kernel_memory: measured(
        [50.0, 75.0, 120.0],
        Unit::Mebibytes,
        from("STRATA", "M17", Standing::Memory),
        "Split of 220 MB in use when idle: kernel code, slab, stacks and page tables.",
    ),
    page_structs: PAGE_STRUCTS,
    services_memory: measured(
        [105.0, 145.0, 225.0],
        Unit::Mebibytes,
        from("STRATA", "M16, M17", Standing::Memory),
        "Split of 220 MB in use when idle, reports range from 160 to 300 MB.",
    ),
    identical: IDENTICAL,
    zeroes_free_memory: false,
    wakeups: assumed(
        [15.0, 35.0, 80.0],
        Unit::PerSecond,
        "Timers of some thirty services and the kernel's own; a tickless kernel sleeps between.",
    ),
    wakeup_work: SERVICE_WAKEUP,
    disk_image: measured(
        [1500.0, 2200.0, 3500.0],
        Unit::Megabytes,
        from("STRATA", "D13", Standing::Memory),
        "In use on a cloud image of 3.5 GB virtual size.",
    ),
    disk_writes: assumed(
        [20.0, 80.0, 300.0],
        Unit::Megabytes,
        "First boot: keys, journal, caches and the state of the cloud tools.",
    ),
    transfer: measured(
        [580.0, 590.0, 600.0],
        Unit::Megabytes,
        from("STRATA", "D13", Standing::Memory),
        "Server cloud image of 24.04; the minimal image has about 250 MB.",
    ),
};

/// Debian.
pub(super) const DEBIAN: Guest = Guest {
    id: "debian",
    name: "Debian",
    memory_default: Bytes::gib(1),
    memory_least: Bytes::mib(128),
    init_cpu: measured(
        [400.0, 1100.0, 2000.0],
        Unit::Milliseconds,
        from("LVM-N", "B78", Standing::Assumption),
        "1.5 s from creation to the end of a boot as remembered; that 1.1 core-seconds of it are \
         work is our judgement.",
    ),
    init_wait: assumed(
        [100.0, 500.0, 3000.0],
        Unit::Milliseconds,
        "Device settling and the network's lease, judged a third of Ubuntu Server's.",
    ),
    boot_reads: assumed(
        [70.0, 130.0, 250.0],
        Unit::Megabytes,
        "Kernel, initial file system and fewer services than Ubuntu Server.",
    ),
    boot_operations: assumed([1500.0, 4000.0, 10_000.0], Unit::Count, "Some 32 kB for each read."),
    kernel_memory: measured(
        [35.0, 50.0, 90.0],
        Unit::Mebibytes,
        from("STRATA", "M17", Standing::Memory),
        "Split of 110 MB in use when idle.",
    ),
    services_memory: measured(
        [35.0, 60.0, 95.0],
        Unit::Mebibytes,
        from("STRATA", "M17", Standing::Memory),
        "Split of 110 MB in use when idle; 80-150 MB from experience.",
    ),
    wakeups: assumed(
        [10.0, 25.0, 60.0],
        Unit::PerSecond,
        "Timers of a dozen services and the kernel's own.",
    ),
    wakeup_work: SERVICE_WAKEUP,
    disk_image: measured(
        [900.0, 1100.0, 2000.0],
        Unit::Megabytes,
        from("STRATA", "D13", Standing::Memory),
        "In use on a cloud image of 2-3 GB virtual size.",
    ),
    disk_writes: assumed(
        [10.0, 40.0, 150.0],
        Unit::Megabytes,
        "First boot: keys, journal, caches.",
    ),
    transfer: measured(
        [330.0, 380.0, 430.0],
        Unit::Megabytes,
        from("STRATA", "D13", Standing::Memory),
        "Generic cloud image of Debian 12.",
    ),
    ..UBUNTU
};

/// Alpine.
pub(super) const ALPINE: Guest = Guest {
    id: "alpine",
    name: "Alpine",
    memory_default: Bytes::mib(512),
    memory_least: Bytes::mib(96),
    kernel_image: measured(
        [23.0, 40.0, 61.0],
        Unit::Megabytes,
        from("N-BOOT", "D12", Standing::Assumption),
        "Between the published minimal and the full configuration.",
    ),
    legacy_probe: assumed(
        [0.0, 300.0, 900.0],
        Unit::Milliseconds,
        "A kernel for virtual machines with fewer drivers than a stock one.",
    ),
    init_cpu: assumed(
        [150.0, 400.0, 900.0],
        Unit::Milliseconds,
        "A small init with a handful of services, one after the other.",
    ),
    init_threads: 1.0,
    init_wait: assumed([100.0, 600.0, 3000.0], Unit::Milliseconds, "The network's lease."),
    boot_reads: assumed(
        [20.0, 40.0, 80.0],
        Unit::Megabytes,
        "Kernel, initial file system, services.",
    ),
    boot_operations: assumed([500.0, 1300.0, 4000.0], Unit::Count, "Some 32 kB for each read."),
    kernel_memory: measured(
        [20.0, 30.0, 50.0],
        Unit::Mebibytes,
        from("STRATA", "M17", Standing::Memory),
        "Split of 50 MB in use when idle.",
    ),
    services_memory: measured(
        [10.0, 20.0, 70.0],
        Unit::Mebibytes,
        from("STRATA", "M17, M16", Standing::Memory),
        "Split of 50 MB in use when idle; a magazine reports 100-120 MB in all.",
    ),
    wakeups: assumed([3.0, 8.0, 20.0], Unit::PerSecond, "A handful of services."),
    wakeup_work: SERVICE_WAKEUP,
    disk_image: measured(
        [150.0, 213.0, 300.0],
        Unit::Megabytes,
        from("ROOTFS", "D14", Standing::Primary),
        "Root file system in use on one small machine.",
    ),
    disk_writes: assumed([1.0, 5.0, 20.0], Unit::Megabytes, "Keys and logs."),
    transfer: measured(
        [62.0, 150.0, 220.0],
        Unit::Megabytes,
        from("STRATA", "D13", Standing::Memory),
        "Cloud images of 110-220 MB; the installation image has 62 MB.",
    ),
    ..UBUNTU
};

/// What a guest with services does each time it wakes.
pub(super) const SERVICE_WAKEUP: Measured = assumed(
    [5.0, 20.0, 100.0],
    Unit::Microseconds,
    "Interrupt, two switches of 1-2 us and a service's own work, on caches that others have used.",
);

/// What a kernel alone does each time it wakes.
pub(super) const KERNEL_WAKEUP: Measured =
    assumed([0.5, 2.0, 10.0], Unit::Microseconds, "Interrupt, timer list, back to sleep.");

/// A delay that a guest without such a step does not have.
pub(super) const NO_TIME: Measured = absent(Unit::Milliseconds);
