//! The machines on which published figures of throughput were measured.

use super::named::{M5D_METAL, REDHAT_2009};
use super::usual::SERVER;
use super::{Disk, DiskKind, Host};
use crate::catalog::measured::{Standing, Unit, assumed, from, measured};
use crate::units::Bytes;

/// Two sockets of 2012 with a flash array: the comparison of machines and containers of 2014.
pub(super) const FELTER: Host = Host {
    id: "felter",
    name: "2 x Xeon E5-2665",
    cores: 16,
    speed: measured(
        [0.65, 0.85, 0.95],
        Unit::Ratio,
        from("BENCHMARKS", "", Standing::Memory),
        "2.4-3.1 GHz of an older core.",
    ),
    clock: assumed([2.4, 2.8, 3.1], Unit::Gigahertz, "2.4 GHz nominal, 3.1 GHz at most."),
    memory: Bytes::gib(256),
    disk: Disk {
        kind: DiskKind::SataSsd,
        read: measured(
            [807.0, 810.0, 810.0],
            Unit::MegabytesPerSecond,
            from("FELTER-DATA", "H2", Standing::Raw),
            "Sequential reading natively.",
        ),
        write: measured(
            [750.0, 750.0, 752.0],
            Unit::MegabytesPerSecond,
            from("FELTER-DATA", "H2", Standing::Raw),
            "Sequential writing natively.",
        ),
        operations: measured(
            [84_000.0, 84_000.0, 84_000.0],
            Unit::PerSecond,
            from("FELTER-DATA", "H2", Standing::Raw),
            "Random reads natively.",
        ),
        write_operations: measured(
            [112_000.0, 112_000.0, 112_000.0],
            Unit::PerSecond,
            from("FELTER-DATA", "H2", Standing::Raw),
            "Random writes natively: the array has a cache.",
        ),
        latency: measured(
            [150.0, 271.0, 271.0],
            Unit::Microseconds,
            from("FELTER-DATA", "P11", Standing::Raw),
            "271 us for reads at depth 16 natively, where the array is not yet busy.",
        ),
        size: Bytes::gib(4096),
    },
    memory_bandwidth: measured(
        [41_200.0, 45_600.0, 50_000.0],
        Unit::MegabytesPerSecond,
        from("FELTER-DATA", "H3", Standing::Raw),
        "STREAM on two sockets natively.",
    ),
    sockets: 2,
    nodes: 2,
    crossings: measured(
        [10_000_000.0, 12_610_000.0, 15_000_000.0],
        Unit::PerSecond,
        from("FELTER-DATA", "P5 native", Standing::Raw),
        "Random updates of all 16 cores natively, a quarter of what one socket does alone.",
    ),
    network: TEN_GIGABIT_MEASURED,
    ..SERVER
};

/// The link of that machine.
const TEN_GIGABIT_MEASURED: crate::catalog::Measured = measured(
    [1100.0, 1169.0, 1170.0],
    Unit::MegabytesPerSecond,
    from("FELTER-DATA", "H6", Standing::Raw),
    "9.35 Gb/s between two machines.",
);

/// The cloud machine of gVisor's performance guide: itself a guest, on hyper-threads.
pub(super) const GV_PERF: Host = Host {
    id: "gce-n1-standard-4",
    name: "GCE n1-standard-4",
    cores: 4,
    speed: assumed(
        [0.4, 0.55, 0.8],
        Unit::Ratio,
        "A hyper-thread of a Broadwell core of 2.2 GHz: the other thread is another processor.",
    ),
    clock: assumed([2.2, 2.5, 2.9], Unit::Gigahertz, "2.2 GHz nominal."),
    memory: Bytes::gib(15),
    disk: Disk {
        read: assumed([100.0, 250.0, 400.0], Unit::MegabytesPerSecond, "A cloud disk."),
        write: assumed([100.0, 200.0, 400.0], Unit::MegabytesPerSecond, "A cloud disk."),
        ..M5D_METAL.disk
    },
    swap: Bytes::ZERO,
    ..SERVER
};

/// The machine of Xen's first publication, of which one processor was used.
pub(super) const XEN03: Host = Host {
    id: "xen03",
    name: "Dell 2650, Xeon 2.4 GHz (2003)",
    cores: 1,
    speed: assumed(
        [0.2, 0.3, 0.4],
        Unit::Ratio,
        "A Pentium 4 Xeon of 2.4 GHz does less in a cycle than its successors.",
    ),
    clock: assumed([2.4, 2.4, 2.4], Unit::Gigahertz, "Nominal."),
    memory: Bytes::gib(2),
    memory_bandwidth: assumed([1500.0, 2500.0, 3200.0], Unit::MegabytesPerSecond, "DDR of 2003."),
    disk: Disk { size: Bytes::gib(146), ..REDHAT_2009.disk },
    swap: Bytes::gib(2),
    network: assumed([100.0, 112.0, 118.0], Unit::MegabytesPerSecond, "897 Mb/s, a gigabit link."),
    ..REDHAT_2009
};
