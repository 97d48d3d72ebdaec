//! Workloads that compute: units of work, one after the other on every virtual processor.

use super::servers::NGINX;
use super::{LoadKind, Workload};
use crate::catalog::measured::{Standing, Unit, absent, assumed, from, measured};

/// Code that stays in the processor: a base for the others.
const COMPUTING: Workload = Workload {
    id: "",
    name: "",
    kind: LoadKind::Batch,
    kernel: absent(Unit::Microseconds),
    calls: absent(Unit::Count),
    switches: absent(Unit::Count),
    random: absent(Unit::Ratio),
    round_trips: absent(Unit::Count),
    packets: absent(Unit::Count),
    transfer: absent(Unit::Megabytes),
    client: absent(Unit::Microseconds),
    varies: false,
    clients: 0,
    ..NGINX
};

/// Compiling one file of a kernel.
pub(super) const KERNEL_BUILD: Workload = Workload {
    id: "kernel-build",
    name: "Kernel build",
    user: measured(
        [40.0, 55.0, 70.0],
        Unit::Milliseconds,
        from("XEN03", "P21", Standing::Memory),
        "Some 263 s for 1,200 files on a core of 0.3, natively; divided by judgement.",
    ),
    kernel: assumed([2.0, 5.0, 10.0], Unit::Milliseconds, "Reading headers, writing the object."),
    calls: assumed([2000.0, 5000.0, 10_000.0], Unit::Count, "Headers are looked for and read."),
    faults: assumed(
        [2000.0, 4000.0, 8000.0],
        Unit::Count,
        "The compiler is executed anew for each file and touches some 10 MB.",
    ),
    processes: assumed([3.0, 4.0, 8.0], Unit::Count, "Driver, compiler, assembler and a shell."),
    switches: assumed([5.0, 20.0, 50.0], Unit::Count, "Pipes and waiting for children."),
    random: assumed([0.02, 0.1, 0.2], Unit::Ratio, "Trees of the compiler."),
    varies: true,
    ..COMPUTING
};

/// Dense linear algebra: one second of it.
pub(super) const LINPACK: Workload = Workload {
    id: "linpack",
    name: "Linpack-like",
    user: assumed([500.0, 1000.0, 2000.0], Unit::Milliseconds, "The unit: a second of work."),
    random: assumed(
        [0.02, 0.1, 0.2],
        Unit::Ratio,
        "Blocks are copied before they are multiplied, which misses the TLB.",
    ),
    streamed: assumed([100.0, 300.0, 1000.0], Unit::Megabytes, "Blocks are used many times."),
    ..COMPUTING
};

/// Streaming memory: a gigabyte of it.
pub(super) const STREAM: Workload = Workload {
    id: "stream",
    name: "STREAM-like",
    user: assumed([5.0, 10.0, 20.0], Unit::Milliseconds, "Arithmetic beside the stream."),
    streamed: assumed([1000.0, 1000.0, 1000.0], Unit::Megabytes, "The unit: a gigabyte."),
    ..COMPUTING
};

/// Random access: a million updates.
pub(super) const GUPS: Workload = Workload {
    id: "gups",
    name: "Random access (GUPS)",
    user: measured(
        [100.0, 148.0, 200.0],
        Unit::Milliseconds,
        from("FELTER-DATA", "P4", Standing::Raw),
        "0.0458 billion updates a second on eight cores of 0.85, natively.",
    ),
    random: assumed([0.9, 1.0, 1.0], Unit::Ratio, "Every update misses the TLB."),
    accesses: assumed([1_000_000.0, 1_000_000.0, 1_000_000.0], Unit::Count, "The unit."),
    ..COMPUTING
};

/// Compression with a large dictionary: a megabyte of it.
pub(super) const COMPRESS: Workload = Workload {
    id: "compress",
    name: "Compression (pxz-like)",
    user: measured(
        [150.0, 178.0, 250.0],
        Unit::Milliseconds,
        from("FELTER-DATA", "P15", Standing::Memory),
        "76.2 MB/s on 16 cores of 0.85, natively.",
    ),
    faults: assumed([50.0, 200.0, 1000.0], Unit::Count, "Fresh buffers for each block."),
    random: assumed([0.5, 0.8, 1.0], Unit::Ratio, "The search for matches in the dictionary."),
    streamed: assumed([5.0, 20.0, 50.0], Unit::Megabytes, "The dictionary is larger than caches."),
    ..COMPUTING
};

/// Encoding a second of work of film.
pub(super) const FFMPEG: Workload = Workload {
    id: "ffmpeg",
    name: "ffmpeg",
    user: assumed([500.0, 1000.0, 2000.0], Unit::Milliseconds, "The unit: a second of work."),
    kernel: assumed([1.0, 5.0, 20.0], Unit::Milliseconds, "Reading, writing, waking threads."),
    calls: assumed(
        [1000.0, 6000.0, 20_000.0],
        Unit::Count,
        "Threads wait for each other's rows of each frame.",
    ),
    faults: assumed([200.0, 1000.0, 5000.0], Unit::Count, "Fresh frames."),
    switches: assumed([500.0, 3000.0, 10_000.0], Unit::Count, "Half of the calls wait."),
    random: assumed([0.01, 0.05, 0.1], Unit::Ratio, "Frames are walked in rows."),
    streamed: assumed([300.0, 1000.0, 3000.0], Unit::Megabytes, "Frames are larger than caches."),
    ..COMPUTING
};
