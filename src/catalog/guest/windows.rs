//! Windows guests. Almost all of it is weak: no publication on their boot and memory was found.
//!
//! All of them fill free memory with zeroes, so a host must back every page that they were
//! promised until page sharing finds the zeroes again.

use super::linux::{IDENTICAL, NO_TIME, SERVICE_WAKEUP};
use super::{Guest, Os};
use crate::catalog::measured::{Standing, Unit, assumed, from, measured};
use crate::units::Bytes;

/// Windows Server without a desktop.
pub(super) const SERVER_CORE: Guest = Guest {
    id: "windows-core",
    name: "Windows Server Core",
    os: Os::Windows,
    memory_default: Bytes::gib(2),
    memory_least: Bytes::mib(512),
    kernel_image: assumed([10.0, 12.0, 20.0], Unit::Megabytes, "Kernel and hardware layer."),
    decompress: NO_TIME,
    kernel_cpu: measured(
        [1000.0, 3000.0, 8000.0],
        Unit::Milliseconds,
        from("STRATA", "B85", Standing::Memory),
        "Split of 20-60 s from power-on to logon on flash, from experience.",
    ),
    legacy_probe: NO_TIME,
    network_card: assumed([50.0, 200.0, 1000.0], Unit::Milliseconds, "Driver start in user space."),
    loader_wait: assumed([0.0, 500.0, 2000.0], Unit::Milliseconds, "Boot manager without a menu."),
    init_cpu: measured(
        [6000.0, 14_000.0, 40_000.0],
        Unit::Milliseconds,
        from("STRATA", "B85", Standing::Memory),
        "Split of 20-60 s from power-on to logon on flash, from experience.",
    ),
    init_threads: 2.0,
    init_wait: measured(
        [3000.0, 8000.0, 20_000.0],
        Unit::Milliseconds,
        from("STRATA", "B85", Standing::Memory),
        "Split of 20-60 s from power-on to logon on flash, from experience.",
    ),
    boot_reads: assumed([400.0, 700.0, 1500.0], Unit::Megabytes, "Drivers, registry and services."),
    boot_operations: assumed(
        [10_000.0, 25_000.0, 60_000.0],
        Unit::Count,
        "Some 28 kB for each read.",
    ),
    kernel_memory: measured(
        [150.0, 250.0, 350.0],
        Unit::Mebibytes,
        from("STRATA", "M17", Standing::Memory),
        "Split of 0.9 GB in use when idle.",
    ),
    page_structs: assumed([0.008, 0.012, 0.016], Unit::Ratio, "48 bytes for each page of 4 KiB."),
    services_memory: measured(
        [450.0, 650.0, 750.0],
        Unit::Mebibytes,
        from("STRATA", "M17", Standing::Memory),
        "Split of 0.9 GB in use when idle; 0.7-1.0 GB from experience.",
    ),
    identical: IDENTICAL,
    zeroes_free_memory: true,
    wakeups: assumed([40.0, 70.0, 150.0], Unit::PerSecond, "Clock interrupts and many services."),
    wakeup_work: SERVICE_WAKEUP,
    disk_image: measured(
        [6000.0, 7500.0, 9000.0],
        Unit::Megabytes,
        from("STRATA", "D15", Standing::Memory),
        "6-9 GB installed.",
    ),
    disk_writes: assumed([100.0, 400.0, 2000.0], Unit::Megabytes, "Page file, logs and registry."),
    transfer: assumed([3000.0, 4000.0, 5500.0], Unit::Megabytes, "Compressed disk image."),
};

/// Windows Server with its desktop.
pub(super) const SERVER_DESKTOP: Guest = Guest {
    id: "windows-desktop",
    name: "Windows Server with Desktop",
    memory_default: Bytes::gib(4),
    memory_least: Bytes::gib(2),
    init_cpu: measured(
        [10_000.0, 22_000.0, 60_000.0],
        Unit::Milliseconds,
        from("STRATA", "B85", Standing::Memory),
        "Split of 20-60 s from power-on to logon on flash, from experience.",
    ),
    boot_reads: assumed(
        [700.0, 1200.0, 2500.0],
        Unit::Megabytes,
        "With shell and desktop services.",
    ),
    boot_operations: assumed(
        [15_000.0, 40_000.0, 90_000.0],
        Unit::Count,
        "Some 30 kB for each read.",
    ),
    kernel_memory: measured(
        [200.0, 350.0, 450.0],
        Unit::Mebibytes,
        from("STRATA", "M17", Standing::Memory),
        "Split of 1.8 GB in use when idle.",
    ),
    services_memory: measured(
        [1150.0, 1450.0, 1750.0],
        Unit::Mebibytes,
        from("STRATA", "M17", Standing::Memory),
        "Split of 1.8 GB in use when idle; 1.5-2.2 GB from experience.",
    ),
    wakeups: assumed([60.0, 100.0, 250.0], Unit::PerSecond, "With shell and desktop services."),
    wakeup_work: SERVICE_WAKEUP,
    disk_image: measured(
        [10_000.0, 12_500.0, 15_000.0],
        Unit::Megabytes,
        from("STRATA", "D15", Standing::Memory),
        "10-15 GB installed.",
    ),
    transfer: assumed([4500.0, 6000.0, 8000.0], Unit::Megabytes, "Compressed disk image."),
    ..SERVER_CORE
};

/// Windows XP, for the page-sharing demonstration of 2009.
pub(super) const XP: Guest = Guest {
    id: "windows-xp",
    name: "Windows XP",
    memory_default: Bytes::gib(1),
    memory_least: Bytes::mib(128),
    kernel_image: assumed([2.0, 2.5, 4.0], Unit::Megabytes, "Kernel and hardware layer."),
    kernel_cpu: assumed(
        [1000.0, 3000.0, 8000.0],
        Unit::Milliseconds,
        "A boot of some 20 s in all.",
    ),
    init_cpu: assumed(
        [3000.0, 8000.0, 20_000.0],
        Unit::Milliseconds,
        "A boot of some 20 s in all.",
    ),
    init_threads: 1.0,
    init_wait: assumed(
        [2000.0, 6000.0, 15_000.0],
        Unit::Milliseconds,
        "A boot of some 20 s in all.",
    ),
    boot_reads: assumed([80.0, 150.0, 300.0], Unit::Megabytes, "Drivers, registry and shell."),
    boot_operations: assumed([3000.0, 8000.0, 20_000.0], Unit::Count, "Some 19 kB for each read."),
    kernel_memory: assumed([30.0, 50.0, 80.0], Unit::Mebibytes, "Pools and drivers."),
    page_structs: assumed([0.006, 0.007, 0.008], Unit::Ratio, "28 bytes for each page of 4 KiB."),
    services_memory: assumed(
        [60.0, 100.0, 200.0],
        Unit::Mebibytes,
        "Services and shell when idle.",
    ),
    wakeups: assumed([64.0, 100.0, 1000.0], Unit::PerSecond, "A clock of 64 Hz that always ticks."),
    wakeup_work: SERVICE_WAKEUP,
    disk_image: assumed([1500.0, 2500.0, 4000.0], Unit::Megabytes, "Installed, without page file."),
    disk_writes: assumed([50.0, 100.0, 1000.0], Unit::Megabytes, "Page file and registry."),
    transfer: assumed([700.0, 1000.0, 1800.0], Unit::Megabytes, "Compressed disk image."),
    ..SERVER_CORE
};
