//! Machines of the usual classes, as a school or a company buys them.
//!
//! Speeds are round figures for present-day processors; nothing is validated on these hosts.

use super::{Disk, DiskKind, Host, Measured};
use crate::catalog::Os;
use crate::catalog::measured::{Standing, Unit, absent, assumed, from, measured};
use crate::units::Bytes;

/// A flash disk as consumers buy it.
pub(super) const NVME: Disk = Disk {
    kind: DiskKind::Nvme,
    read: measured(
        [1690.0, 3000.0, 3500.0],
        Unit::MegabytesPerSecond,
        from("DATASHEET", "H5, H1", Standing::Memory),
        "3.5 GB/s in data sheets; 1.69 GB/s measured on a cloud's local disk.",
    ),
    write: measured(
        [800.0, 2000.0, 3000.0],
        Unit::MegabytesPerSecond,
        from("DATASHEET", "H5, H1", Standing::Memory),
        "Below reading; 0.8 GB/s measured on a cloud's local disk.",
    ),
    operations: measured(
        [301_000.0, 500_000.0, 600_000.0],
        Unit::PerSecond,
        from("DATASHEET", "H5, H1", Standing::Memory),
        "500,000-600,000 in data sheets; 301,000 measured on a cloud's local disk.",
    ),
    write_operations: measured(
        [178_000.0, 300_000.0, 500_000.0],
        Unit::PerSecond,
        from("DATASHEET", "H5, H1", Standing::Memory),
        "Below reading once the disk's cache is full; 178,000 measured on a cloud's local disk.",
    ),
    latency: measured(
        [37.0, 80.0, 90.0],
        Unit::Microseconds,
        from("DATASHEET", "H5, H1", Standing::Memory),
        "60-90 us in data sheets; a median of 37 us measured on a cloud's local disk.",
    ),
    size: Bytes::gib(1863),
};

/// Linux with systemd, without the descriptions of pages.
pub(super) const BASE: Measured = assumed(
    [400.0, 700.0, 1200.0],
    Unit::Mebibytes,
    "Kernel, base services and agents; the descriptions of pages are counted apart.",
);

/// A gigabit link.
pub(super) const GIGABIT: Measured = assumed(
    [12.0, 110.0, 118.0],
    Unit::MegabytesPerSecond,
    "1 Gb/s less protocol overhead, if the registry keeps up.",
);

/// A ten-gigabit link.
pub(super) const TEN_GIGABIT: Measured = measured(
    [110.0, 1100.0, 1170.0],
    Unit::MegabytesPerSecond,
    from("FELTER-DATA", "H6", Standing::Raw),
    "9.35 Gb/s measured between two machines, if the registry keeps up.",
);

/// The most process identifiers that systemd asks the kernel for.
pub(super) const PIDS_MODERN: u32 = 4_194_304;

/// A server of middle size.
pub(super) const SERVER: Host = Host {
    id: "server",
    name: "Mid-size server",
    cores: 16,
    speed: assumed([0.8, 1.0, 1.4], Unit::Ratio, "A server processor of recent years."),
    clock: assumed([2.2, 2.8, 3.5], Unit::Gigahertz, "Under load on all cores."),
    memory: Bytes::gib(64),
    disk: NVME,
    memory_bandwidth: measured(
        [25_000.0, 100_000.0, 300_000.0],
        Unit::MegabytesPerSecond,
        from("STRATA", "H3", Standing::Memory),
        "25 GB/s on a socket of 2012; 200-300 GB/s with eight channels today.",
    ),
    sockets: 1,
    nodes: 1,
    crossings: absent(Unit::PerSecond),
    swap: Bytes::gib(8),
    link: GIGABIT,
    network: TEN_GIGABIT,
    kernel_memory: BASE,
    pid_max: PIDS_MODERN,
    os: Os::Linux,
};

/// Two channels of memory.
pub(super) const CLIENT_MEMORY: Measured = measured(
    [20_000.0, 40_000.0, 80_000.0],
    Unit::MegabytesPerSecond,
    from("STRATA", "H3", Standing::Memory),
    "35-80 GB/s for two channels.",
);

/// A laptop of a classroom.
pub(super) const LAPTOP: Host = Host {
    memory_bandwidth: CLIENT_MEMORY,
    network: GIGABIT,
    id: "laptop",
    name: "Classroom laptop",
    cores: 4,
    speed: assumed([0.6, 1.0, 1.8], Unit::Ratio, "A laptop processor on mains."),
    clock: assumed([1.8, 2.8, 4.2], Unit::Gigahertz, "Under load on all cores."),
    memory: Bytes::gib(8),
    disk: Disk {
        read: measured(
            [1000.0, 2000.0, 3500.0],
            Unit::MegabytesPerSecond,
            from("DATASHEET", "H5", Standing::Memory),
            "A cheap disk of the class in data sheets.",
        ),
        write: measured(
            [500.0, 1200.0, 3000.0],
            Unit::MegabytesPerSecond,
            from("DATASHEET", "H5", Standing::Memory),
            "A cheap disk of the class in data sheets.",
        ),
        size: Bytes::gib(238),
        ..NVME
    },
    swap: Bytes::gib(2),
    link: assumed(
        [2.0, 12.0, 60.0],
        Unit::MegabytesPerSecond,
        "100 Mb/s of a school's wireless network.",
    ),
    kernel_memory: assumed(
        [800.0, 1500.0, 3000.0],
        Unit::Mebibytes,
        "Kernel, services and a desktop session.",
    ),
    ..SERVER
};

/// A desktop computer.
pub(super) const DESKTOP: Host = Host {
    memory_bandwidth: CLIENT_MEMORY,
    network: GIGABIT,
    id: "desktop",
    name: "Desktop",
    cores: 8,
    speed: assumed([1.2, 1.5, 2.2], Unit::Ratio, "A desktop processor of recent years."),
    clock: assumed([3.2, 4.2, 5.2], Unit::Gigahertz, "Under load on all cores."),
    memory: Bytes::gib(32),
    disk: Disk { size: Bytes::gib(931), ..NVME },
    swap: Bytes::gib(4),
    kernel_memory: LAPTOP.kernel_memory,
    ..SERVER
};

/// A large server.
pub(super) const BIG_SERVER: Host = Host {
    id: "big-server",
    name: "Large server",
    cores: 64,
    memory: Bytes::gib(512),
    disk: Disk { size: Bytes::gib(7452), ..NVME },
    swap: Bytes::gib(16),
    link: TEN_GIGABIT,
    ..SERVER
};

/// The mid-size server with Windows.
pub(super) const WINDOWS_SERVER: Host = Host {
    id: "windows-server",
    name: "Windows server",
    kernel_memory: measured(
        [1500.0, 1800.0, 2200.0],
        Unit::Mebibytes,
        from("STRATA", "M17", Standing::Memory),
        "Windows Server with its desktop when idle, from experience.",
    ),
    os: Os::Windows,
    ..SERVER
};

/// The laptop with Windows.
pub(super) const WINDOWS_LAPTOP: Host = Host {
    id: "windows-laptop",
    name: "Windows laptop",
    kernel_memory: measured(
        [1500.0, 2200.0, 4000.0],
        Unit::Mebibytes,
        from("STRATA", "M17", Standing::Memory),
        "Windows with its desktop when idle, from experience.",
    ),
    memory: Bytes::gib(16),
    os: Os::Windows,
    ..LAPTOP
};

/// A laptop with macOS.
pub(super) const MAC_LAPTOP: Host = Host {
    id: "mac-laptop",
    name: "macOS laptop",
    cores: 8,
    speed: assumed([1.2, 1.6, 2.2], Unit::Ratio, "A laptop processor of recent years."),
    kernel_memory: assumed(
        [2000.0, 3000.0, 5000.0],
        Unit::Mebibytes,
        "Kernel, services and a desktop session.",
    ),
    memory: Bytes::gib(16),
    os: Os::MacOs,
    ..LAPTOP
};
