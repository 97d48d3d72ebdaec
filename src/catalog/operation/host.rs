//! Prices on the host's own kernel: processes, containers, and kernels in user space.

use super::{Measured, Operations};
use crate::catalog::measured::{Standing, Unit, absent, assumed, from, measured};

const NONE_CYCLES: Measured = absent(Unit::Cycles);
const NONE_TIME: Measured = absent(Unit::Microseconds);
const NONE_RATIO: Measured = absent(Unit::Ratio);
const NONE_COUNT: Measured = absent(Unit::Count);

/// A process on the host: what everything else is compared with.
pub const NATIVE: Operations = Operations {
    id: "native",
    exit_kernel: NONE_CYCLES,
    exit_user: NONE_CYCLES,
    kick: NONE_CYCLES,
    inject: NONE_CYCLES,
    call: measured(
        [43.0, 62.0, 236.0],
        Unit::Nanoseconds,
        from("GV-ANT", "P34, P35", Standing::Primary),
        "62 ns on bare metal, 43 ns without mitigations, 236 ns with page-table isolation.",
    ),
    fault: measured(
        [0.25, 0.5, 1.0],
        Unit::Microseconds,
        from("STRATA", "H8", Standing::Memory),
        "0.5-1 us; 1.4 us on a processor of 2003 of a third of the reference speed.",
    ),
    process: measured(
        [100.0, 190.0, 1000.0],
        Unit::Microseconds,
        from("XEN03", "", Standing::Memory),
        "lmbench: fork 110 us and execution 530 us on a processor of 2003 of a third of the \
         reference speed; up to 1 ms with a shell.",
    ),
    switch: measured(
        [0.2, 0.5, 2.0],
        Unit::Microseconds,
        from("STRATA", "H8", Standing::Memory),
        "1-2 us with what it does to the caches, of which that is in the workload's own work.",
    ),
    handover: assumed(
        [2.0, 4.0, 10.0],
        Unit::Microseconds,
        "Two system calls, a wake-up on another processor and a switch of 1-2 us.",
    ),
    round_trip: measured(
        [36.0, 37.6, 146.0],
        Unit::Microseconds,
        from("FELTER-DATA", "P7, H6", Standing::Raw),
        "37.6 us between two machines over 10 GbE; 146 us on another pair.",
    ),
    kernel: NONE_RATIO,
    user: NONE_RATIO,
    walk: NONE_RATIO,
    stream: NONE_RATIO,
    packet: NONE_TIME,
    packet_exits: NONE_COUNT,
    backend: NONE_TIME,
    interrupts: NONE_TIME,
    network: absent(Unit::MegabytesPerSecond),
    disk_wake: NONE_TIME,
    disk_each: NONE_TIME,
    disk_depth: NONE_COUNT,
    disk_exits: NONE_COUNT,
    disk_layer: NONE_TIME,
};

/// A packet through virtual cable, bridge, connection tracking and address rewriting.
const BRIDGE_PACKET: Measured = measured(
    [0.5, 1.1, 3.0],
    Unit::Microseconds,
    from("FELTER-DATA", "P16", Standing::Raw),
    "The sender's pass through virtual cable, bridge, connection tracking and the rewriting of \
     addresses: with ten threads of MySQL 40 us more of user and system time for 32 packets.",
);

/// The same where the interrupt of a packet is taken: no thread's work, and on any core.
const BRIDGE_INTERRUPTS: Measured = measured(
    [2.0, 4.7, 6.0],
    Unit::Microseconds,
    from("FELTER-DATA", "P16", Standing::Raw),
    "The receiver's pass: with ten threads of MySQL interrupts take 235 us of a transaction \
     against 58 us without translation, for 32 packets. The row at 150 threads is of the same \
     experiment.",
);

const BRIDGE_ROUND_TRIP: Measured = measured(
    [38.4, 49.6, 76.0],
    Unit::Microseconds,
    from("FELTER-DATA", "P16, P7", Standing::Raw),
    "MySQL with ten threads takes 3.138 ms with address translation and 2.946 ms without, for \
     sixteen round trips: 12 us on top of 37.6 us. The paper says that translation doubles the \
     round trip, but no such run is among its logs and the script forwards netperf's control port \
     only; a student's thesis of 2015 found 0.8 us more on a bridge.",
);

/// A container on a bridge with address translation.
pub const BRIDGED: Operations = Operations {
    id: "bridged",
    packet: BRIDGE_PACKET,
    interrupts: BRIDGE_INTERRUPTS,
    round_trip: BRIDGE_ROUND_TRIP,
    ..NATIVE
};

/// The same, with its data on the copying file system of 2014.
pub const BRIDGED_AUFS: Operations = Operations {
    id: "bridged-aufs",
    disk_layer: assumed(
        [5.0, 20.0, 60.0],
        Unit::Microseconds,
        "Every branch is looked up, and data pass through the page cache of the file system below.",
    ),
    ..BRIDGED
};

/// A kernel in user space whose calls are caught by a handler in the process (gVisor systrap).
pub const SYSTRAP: Operations = Operations {
    id: "systrap",
    call: assumed(
        [0.8, 1.6, 6.2],
        Unit::Microseconds,
        "No figure was found: above the 0.83 us of its KVM platform, below the 6.2 us of ptrace, \
         which it replaced in 2023.",
    ),
    fault: assumed(
        [1.0, 2.5, 8.0],
        Unit::Microseconds,
        "Handled by the host and by the kernel in user space; 1 GB mapped in steps of 4 KB took \
         7.4 s against 0.5 s in 2020.",
    ),
    process: assumed(
        [500.0, 1500.0, 5000.0],
        Unit::Microseconds,
        "Address spaces are rebuilt by calls to the host.",
    ),
    switch: assumed([1.0, 2.0, 8.0], Unit::Microseconds, "Two schedulers, one in user space."),
    handover: assumed([5.0, 10.0, 25.0], Unit::Microseconds, "A wake-up through two schedulers."),
    round_trip: measured(
        [110.0, 210.0, 300.0],
        Unit::Microseconds,
        from("N-CTR", "P45", Standing::Secondary),
        "173 us more than native in 2020 (KVM platform); on top of 37.6 us.",
    ),
    packet: assumed(
        [1.0, 2.5, 6.0],
        Unit::Microseconds,
        "A network stack in user space, and a call to the host for each packet that is sent.",
    ),
    backend: assumed(
        [1.0, 2.5, 6.0],
        Unit::Microseconds,
        "What is received is taken in by a thread of the stack's own.",
    ),
    network: measured(
        [100.0, 380.0, 1000.0],
        Unit::MegabytesPerSecond,
        from("N-CTR", "P45", Standing::Secondary),
        "0.8 Gb/s with its own stack and 3 Gb/s with the host's in 2020.",
    ),
    disk_layer: assumed(
        [4.0, 12.0, 60.0],
        Unit::Microseconds,
        "Each operation passes through the kernel in user space and its file server.",
    ),
    ..BRIDGED
};

/// The same, entered by the processor's virtualization (gVisor KVM).
pub const SANDBOX_KVM: Operations = Operations {
    id: "sandbox-kvm",
    call: measured(
        [763.0, 830.0, 1200.0],
        Unit::Nanoseconds,
        from("GV-ANT", "P35", Standing::Primary),
        "830 ns on bare metal, against 62 ns natively.",
    ),
    ..SYSTRAP
};

/// The same, with every call caught by the host's debugger interface (gVisor ptrace).
pub const PTRACE: Operations = Operations {
    id: "ptrace",
    call: measured(
        [6249.0, 6249.0, 38_219.0],
        Unit::Nanoseconds,
        from("GV-ANT", "P35, P36", Standing::Primary),
        "6.2 us on bare metal, 38 us inside a cloud machine, where the debugger's switches are \
         dear.",
    ),
    fault: assumed(
        [4.0, 10.0, 40.0],
        Unit::Microseconds,
        "Two switches of the debugger interface besides the work itself.",
    ),
    ..SYSTRAP
};
