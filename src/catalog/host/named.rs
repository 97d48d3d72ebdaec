//! The machines on which published figures were measured.
//!
//! Speeds come from clocks and from what we remember of public single-thread benchmarks, never
//! from the boot times that the model is held against.

use super::usual::{BASE, GIGABIT, NVME, PIDS_MODERN, SERVER, TEN_GIGABIT};
use super::{Disk, DiskKind, Host};
use crate::catalog::measured::{JUDGEMENT, Standing, Unit, assumed, from, measured};
use crate::units::Bytes;

const SATA: Disk = Disk {
    kind: DiskKind::SataSsd,
    read: measured(
        [450.0, 530.0, 550.0],
        Unit::MegabytesPerSecond,
        from("DATASHEET", "H5", Standing::Memory),
        "550 MB/s in data sheets.",
    ),
    write: measured(
        [300.0, 480.0, 530.0],
        Unit::MegabytesPerSecond,
        from("DATASHEET", "H5", Standing::Memory),
        "A little below reading.",
    ),
    operations: measured(
        [60_000.0, 90_000.0, 98_000.0],
        Unit::PerSecond,
        from("DATASHEET", "H5", Standing::Memory),
        "90,000-98,000 in data sheets.",
    ),
    write_operations: measured(
        [30_000.0, 70_000.0, 90_000.0],
        Unit::PerSecond,
        from("DATASHEET", "H5", Standing::Memory),
        "A little below reading.",
    ),
    latency: measured(
        [80.0, 100.0, 120.0],
        Unit::Microseconds,
        from("DATASHEET", "H5", Standing::Memory),
        "80-120 us in data sheets.",
    ),
    size: Bytes::gib(447),
};

/// The reference host: Amazon's `m5d.metal`, without hyper-threads.
pub(super) const M5D_METAL: Host = Host {
    id: "m5d-metal",
    name: "AWS m5d.metal",
    cores: 48,
    speed: measured(
        [1.0; 3],
        Unit::Ratio,
        JUDGEMENT,
        "Xeon Platinum 8175M, 2.5 GHz: the reference by definition.",
    ),
    clock: assumed([2.5, 3.1, 3.5], Unit::Gigahertz, "2.5 GHz nominal, 3.1 GHz on all cores."),
    memory: Bytes::gib(384),
    nodes: 2,
    disk: Disk {
        kind: DiskKind::Nvme,
        read: measured(
            [1690.0, 1690.0, 1750.0],
            Unit::MegabytesPerSecond,
            from("NSDI-DATA", "H1", Standing::Raw),
            "Reads of 128 kB on the bare machine.",
        ),
        write: measured(
            [800.0, 800.0, 850.0],
            Unit::MegabytesPerSecond,
            from("NSDI-DATA", "H1", Standing::Raw),
            "Writes of 128 kB on the bare machine.",
        ),
        operations: measured(
            [178_000.0, 301_000.0, 301_000.0],
            Unit::PerSecond,
            from("NSDI-DATA", "H1", Standing::Raw),
            "301,000 reads or 178,000 writes of 4 kB per second at depth 32.",
        ),
        write_operations: measured(
            [178_000.0, 178_000.0, 178_000.0],
            Unit::PerSecond,
            from("NSDI-DATA", "H1", Standing::Raw),
            "Writes of 4 kB at depth 32 on the bare machine.",
        ),
        latency: measured(
            [37.0, 55.0, 90.0],
            Unit::Microseconds,
            from("NSDI-DATA", "H1", Standing::Raw),
            "Mean 55, median 37 us at depth one; part of the blocks had never been written.",
        ),
        size: Bytes::gib(838),
    },
    swap: Bytes::ZERO,
    link: TEN_GIGABIT,
    kernel_memory: BASE,
    pid_max: PIDS_MODERN,
    ..SERVER
};

/// Amazon's `c5d.metal`.
pub(super) const C5D_METAL: Host = Host {
    id: "c5d-metal",
    name: "AWS c5d.metal",
    cores: 48,
    speed: measured(
        [1.05, 1.15, 1.25],
        Unit::Ratio,
        from("BENCHMARKS", "", Standing::Memory),
        "Xeon Platinum 8275CL, 3.0-3.9 GHz, of the generation after the reference's.",
    ),
    clock: assumed([3.0, 3.6, 3.9], Unit::Gigahertz, "3 GHz nominal, 3.6 GHz on all cores."),
    memory: Bytes::gib(192),
    ..M5D_METAL
};

/// Amazon's `i3.metal`.
pub(super) const I3_METAL: Host = Host {
    id: "i3-metal",
    name: "AWS i3.metal",
    cores: 36,
    speed: measured(
        [0.8, 0.9, 1.0],
        Unit::Ratio,
        from("BENCHMARKS", "", Standing::Memory),
        "Xeon E5-2686 v4, 2.3 GHz.",
    ),
    clock: assumed([2.3, 2.7, 3.0], Unit::Gigahertz, "2.3 GHz nominal."),
    memory: Bytes::gib(512),
    disk: Disk { size: Bytes::gib(1769), ..M5D_METAL.disk },
    ..M5D_METAL
};

/// The four-core machine of the Firecracker measurements.
pub(super) const HASWELL: Host = Host {
    id: "haswell-e3-1226",
    name: "Xeon E3-1226 v3",
    cores: 4,
    speed: measured(
        [1.0, 1.15, 1.3],
        Unit::Ratio,
        from("BENCHMARKS", "", Standing::Memory),
        "3.3-3.7 GHz of an older core against 2.5-3.5 GHz of a newer one.",
    ),
    clock: assumed([3.3, 3.5, 3.7], Unit::Gigahertz, "3.3 GHz nominal, 3.7 GHz at most."),
    memory: Bytes::gib(16),
    disk: SATA,
    swap: Bytes::ZERO,
    ..SERVER
};

/// The machine of the Unikraft measurements.
pub(super) const I7_9700K: Host = Host {
    id: "i7-9700k",
    name: "Core i7-9700K",
    cores: 8,
    speed: measured(
        [1.3, 1.45, 1.6],
        Unit::Ratio,
        from("BENCHMARKS", "", Standing::Memory),
        "3.6-4.9 GHz of the same generation.",
    ),
    clock: assumed([3.6, 4.6, 4.9], Unit::Gigahertz, "3.6 GHz nominal, 4.9 GHz at most."),
    memory: Bytes::gib(32),
    disk: Disk { size: Bytes::gib(931), ..NVME },
    ..SERVER
};

/// The smaller machine of the LightVM measurements.
pub(super) const LIGHTVM_4: Host = Host {
    id: "lightvm-4",
    name: "Xeon E5-1630 v3",
    cores: 4,
    speed: measured(
        [1.0, 1.1, 1.3],
        Unit::Ratio,
        from("BENCHMARKS", "", Standing::Memory),
        "3.7-3.8 GHz of an older core.",
    ),
    clock: assumed([3.7, 3.75, 3.8], Unit::Gigahertz, "3.7 GHz nominal, 3.8 GHz at most."),
    memory: Bytes::gib(128),
    disk: SATA,
    swap: Bytes::ZERO,
    pid_max: 65_536,
    ..SERVER
};

/// The larger machine of the LightVM measurements.
pub(super) const LIGHTVM_64: Host = Host {
    id: "lightvm-64",
    name: "4 x Opteron 6376",
    cores: 64,
    speed: measured(
        [0.4, 0.5, 0.65],
        Unit::Ratio,
        from("BENCHMARKS", "", Standing::Memory),
        "2.3-3.2 GHz, two cores of a module share its front end.",
    ),
    clock: assumed([2.3, 2.6, 3.2], Unit::Gigahertz, "2.3 GHz nominal, 3.2 GHz at most."),
    // Two dies in each of the four packages, each with memory of its own.
    nodes: 8,
    ..LIGHTVM_4
};

/// The machine of the page-sharing demonstration; only its memory is published.
pub(super) const REDHAT_2009: Host = Host {
    id: "redhat-2009",
    name: "Server of 2009 (16 GB)",
    cores: 8,
    speed: assumed([0.4, 0.55, 0.75], Unit::Ratio, "A server processor of 2009."),
    clock: assumed([2.3, 2.7, 3.0], Unit::Gigahertz, "A server processor of 2009."),
    memory: Bytes::gib(16),
    disk: Disk {
        kind: DiskKind::Hdd,
        read: measured(
            [80.0, 150.0, 250.0],
            Unit::MegabytesPerSecond,
            from("DATASHEET", "H5", Standing::Memory),
            "150-250 MB/s at 7200 turns in data sheets, less in 2009.",
        ),
        write: measured(
            [80.0, 140.0, 250.0],
            Unit::MegabytesPerSecond,
            from("DATASHEET", "H5", Standing::Memory),
            "As reading.",
        ),
        operations: measured(
            [80.0, 150.0, 180.0],
            Unit::PerSecond,
            from("DATASHEET", "H5", Standing::Memory),
            "80-180 in data sheets.",
        ),
        write_operations: measured(
            [80.0, 150.0, 180.0],
            Unit::PerSecond,
            from("DATASHEET", "H5", Standing::Memory),
            "As reading.",
        ),
        latency: measured(
            [5.0, 12.0, 15.0],
            Unit::Milliseconds,
            from("DATASHEET", "H5", Standing::Memory),
            "8-9 ms of seeking and 4.2 ms of half a turn.",
        ),
        size: Bytes::gib(931),
    },
    swap: Bytes::gib(16),
    network: GIGABIT,
    kernel_memory: assumed([200.0, 400.0, 800.0], Unit::Mebibytes, "A server's kernel of 2009."),
    pid_max: 32_768,
    ..SERVER
};

/// The small machine on which Kata Containers is tested.
pub(super) const EQUINIX_M3_SMALL: Host = Host {
    id: "equinix-m3-small",
    name: "Equinix m3.small",
    cores: 8,
    speed: measured(
        [1.2, 1.4, 1.6],
        Unit::Ratio,
        from("BENCHMARKS", "", Standing::Memory),
        "Xeon E-2278G, 3.4-5.0 GHz.",
    ),
    clock: assumed([3.4, 4.4, 5.0], Unit::Gigahertz, "3.4 GHz nominal, 5 GHz at most."),
    memory: Bytes::gib(64),
    disk: SATA,
    swap: Bytes::ZERO,
    ..SERVER
};

/// The machine of the SEUSS measurements.
pub(super) const SEUSS: Host = Host {
    id: "seuss",
    name: "Xeon E5-2660 class",
    cores: 16,
    speed: measured(
        [0.65, 0.8, 0.95],
        Unit::Ratio,
        from("BENCHMARKS", "", Standing::Memory),
        "Taken as a Xeon E5-2660 of 2.2-3.0 GHz; its exact model and memory are remembered only.",
    ),
    clock: assumed([2.2, 2.6, 3.0], Unit::Gigahertz, "2.2 GHz nominal, 3 GHz at most."),
    memory: Bytes::gib(128),
    nodes: 2,
    disk: SATA,
    swap: Bytes::ZERO,
    ..SERVER
};

/// The virtual machine on which image pulls were measured in 2016, as remembered.
pub(super) const SLACKER: Host = Host {
    id: "slacker",
    name: "Virtual machine of 2016 on network storage",
    cores: 4,
    speed: measured(
        [0.5, 0.6, 0.8],
        Unit::Ratio,
        from("BENCHMARKS", "", Standing::Memory),
        "Taken as four virtual cores of a Xeon E5-2620 of 2.0-2.5 GHz.",
    ),
    clock: assumed([2.0, 2.3, 2.5], Unit::Gigahertz, "2 GHz nominal."),
    memory: Bytes::gib(8),
    disk: Disk {
        read: assumed(
            [80.0, 200.0, 1000.0],
            Unit::MegabytesPerSecond,
            "A virtual disk on a flash array behind the network; the link is not published.",
        ),
        write: assumed(
            [80.0, 150.0, 1000.0],
            Unit::MegabytesPerSecond,
            "A virtual disk on a flash array behind the network; the link is not published.",
        ),
        operations: assumed(
            [5000.0, 20_000.0, 80_000.0],
            Unit::PerSecond,
            "A share of a flash array behind the network.",
        ),
        latency: assumed(
            [200.0, 500.0, 1000.0],
            Unit::Microseconds,
            "A network and a file server on the way to flash.",
        ),
        size: Bytes::gib(466),
        ..SATA
    },
    swap: Bytes::ZERO,
    ..SERVER
};
