//! Prices without nested page tables: paravirtual, translated, shadowed, hosted, emulated.
//!
//! The figures of 2003 were measured on a Pentium 4 Xeon of 2.4 GHz, which we take for 0.3 of the
//! reference core; ratios to the native figures of the same table are what carries over.

use super::{EMULATED, NATIVE, Operations, VIRTIO};
use crate::catalog::measured::{Standing, Unit, absent, assumed, from, measured};

/// A guest that calls the hypervisor, as it was first published: 32 bits.
pub const PARAVIRTUAL_2003: Operations = Operations {
    id: "paravirtual-2003",
    exit_kernel: assumed(
        [500.0, 1000.0, 2000.0],
        Unit::Cycles,
        "A hypercall is a software interrupt; no clean figure was found.",
    ),
    exit_user: absent(Unit::Cycles),
    kick: assumed([500.0, 1000.0, 2000.0], Unit::Cycles, "An event channel is a hypercall."),
    inject: assumed([500.0, 1500.0, 3000.0], Unit::Cycles, "A virtual interrupt by event channel."),
    call: measured(
        [62.0, 63.0, 200.0],
        Unit::Nanoseconds,
        from("XEN03", "", Standing::Memory),
        "lmbench: 0.46 us against 0.45 us natively; calls do not pass through the hypervisor.",
    ),
    fault: measured(
        [0.6, 0.96, 1.5],
        Unit::Microseconds,
        from("XEN03", "", Standing::Memory),
        "lmbench: 2.73 us against 1.42 us natively; each update of a page table is checked.",
    ),
    process: measured(
        [200.0, 290.0, 400.0],
        Unit::Microseconds,
        from("XEN03", "", Standing::Memory),
        "lmbench: fork 198 us and execution 768 us, against 110 and 530 natively.",
    ),
    switch: measured(
        [0.8, 1.2, 1.8],
        Unit::Microseconds,
        from("XEN03", "", Standing::Memory),
        "lmbench, 2 to 16 processes of 0 to 64 KB: 1.2-4.4 us on top on a slower processor; their \
         mean.",
    ),
    handover: assumed(
        [4.0, 7.0, 20.0],
        Unit::Microseconds,
        "Two switches and an event channel on top of the native 4 us.",
    ),
    round_trip: assumed(
        [45.0, 65.0, 120.0],
        Unit::Microseconds,
        "The control domain is woken twice, taken a little below virtio.",
    ),
    // lmbench: opening, asking for and waiting on files took no longer than natively.
    kernel: absent(Unit::Ratio),
    walk: absent(Unit::Ratio),
    stream: absent(Unit::Ratio),
    packet: measured(
        [0.2, 0.33, 0.6],
        Unit::Microseconds,
        from("XEN03", "P24", Standing::Memory),
        "14 % less than 602 Mb/s in packets of 500 bytes: 1.1 us each, with its acknowledgement.",
    ),
    // The first versions had their drivers in the hypervisor: nobody works beside the guest, and
    // what the published figures cost is in the price of a packet.
    backend: absent(Unit::Microseconds),
    network: assumed(
        [112.0, 1250.0, 3000.0],
        Unit::MegabytesPerSecond,
        "897 Mb/s was the link's own limit in 2003; taken below virtio.",
    ),
    disk_wake: assumed(
        [20.0, 60.0, 200.0],
        Unit::Microseconds,
        "The control domain is woken; taken a little below virtio.",
    ),
    disk_each: assumed([1.0, 3.0, 10.0], Unit::Microseconds, "A grant of memory for each request."),
    ..NATIVE
};

/// The same with 64 bits, where the hypervisor stands between user and kernel.
pub const PARAVIRTUAL: Operations = Operations {
    id: "paravirtual",
    call: assumed(
        [100.0, 220.0, 500.0],
        Unit::Nanoseconds,
        "With 64 bits guest kernel and user space share a ring: each call passes through the \
         hypervisor and changes the page tables.",
    ),
    backend: assumed(
        [0.5, 1.5, 4.0],
        Unit::Microseconds,
        "The control domain's driver exchanges a page for each packet.",
    ),
    ..PARAVIRTUAL_2003
};

/// The guest's kernel is rewritten as it runs, and its devices are imitated by a process.
pub const TRANSLATED: Operations = Operations {
    id: "translated",
    exit_kernel: assumed([500.0, 2000.0, 5000.0], Unit::Cycles, "A call out of translated code."),
    exit_user: assumed(
        [9000.0, 20_000.0, 40_000.0],
        Unit::Cycles,
        "A switch to the host's operating system and its process, and back.",
    ),
    kick: assumed([1000.0, 4000.0, 20_000.0], Unit::Cycles, "Batched until the next switch."),
    inject: assumed([1000.0, 4000.0, 10_000.0], Unit::Cycles, "A virtual interrupt in software."),
    call: measured(
        [100.0, 590.0, 800.0],
        Unit::Nanoseconds,
        from("ADAMS06", "P26", Standing::Memory),
        "2,308 cycles against 242 natively; 0.73 us against 0.45 us in lmbench.",
    ),
    fault: measured(
        [3.0, 4.4, 6.0],
        Unit::Microseconds,
        from("XEN03", "", Standing::Memory),
        "lmbench: 12.4 us against 1.42 us natively; page tables are kept twice.",
    ),
    process: measured(
        [950.0, 1140.0, 1200.0],
        Unit::Microseconds,
        from("ADAMS06", "P25", Standing::Memory),
        "Six times the native; lmbench: 3.2 ms against 0.64 ms.",
    ),
    switch: measured(
        [5.7, 8.0, 12.0],
        Unit::Microseconds,
        from("XEN03", "", Standing::Memory),
        "lmbench, 2 to 16 processes of 0 to 64 KB: 17-38 us on top on a slower processor; their \
         mean.",
    ),
    handover: assumed(
        [8.0, 16.0, 40.0],
        Unit::Microseconds,
        "Two switches on top of the native 4 us.",
    ),
    round_trip: assumed(
        [80.0, 200.0, 500.0],
        Unit::Microseconds,
        "Several switches to the host's operating system.",
    ),
    kernel: measured(
        [0.47, 0.67, 0.95],
        Unit::Ratio,
        from("XEN03", "", Standing::Memory),
        "lmbench: stat 1.5, open 1.6, read and write 1.7, signals 1.5 and 1.9, select 1.9 times \
         the native; their mean.",
    ),
    user: measured(
        [0.0, 0.04, 0.09],
        Unit::Ratio,
        from("ADAMS06", "P25", Standing::Memory),
        "User code is not rewritten: 0-9 % on SPECint.",
    ),
    packet: measured(
        [5.0, 8.4, 12.0],
        Unit::Microseconds,
        from("XEN03", "P24", Standing::Memory),
        "291 and 101 Mb/s where 897 and 602 went natively: 33 us for a packet sent and 22 us for \
         one received, with its acknowledgement.",
    ),
    network: absent(Unit::MegabytesPerSecond),
    disk_wake: assumed(
        [50.0, 150.0, 500.0],
        Unit::Microseconds,
        "A switch to the host's operating system before the disk is asked.",
    ),
    disk_each: assumed([10.0, 40.0, 100.0], Unit::Microseconds, "The imitation of the disk."),
    disk_depth: EMULATED.disk_depth,
    disk_exits: assumed([1.0, 3.0, 10.0], Unit::Count, "Accesses are gathered before a switch."),
    ..NATIVE
};

/// The processor's first support, without nested page tables: the guest's tables are shadowed.
pub const SHADOW: Operations = Operations {
    id: "shadow",
    exit_kernel: measured(
        [1931.0, 4000.0, 15_826.0],
        Unit::Cycles,
        from("ADAMS06", "P26", Standing::Memory),
        "2,409 cycles to enter and 1,931 for a fault's exit in 2005; 15,826 for an access to a \
         port.",
    ),
    fault: measured(
        [2.0, 9.0, 15.0],
        Unit::Microseconds,
        from("ADAMS06", "P25, P26", Standing::Memory),
        "Three times the translated one's: every change of a page table is an exit.",
    ),
    process: measured(
        [2000.0, 3360.0, 4000.0],
        Unit::Microseconds,
        from("ADAMS06", "P25", Standing::Memory),
        "17.7 times the native.",
    ),
    switch: assumed(
        [1.5, 3.0, 6.0],
        Unit::Microseconds,
        "Changing the address space is an exit, and shadows are looked up.",
    ),
    walk: absent(Unit::Ratio),
    ..VIRTIO
};

/// A hypervisor that is an application of the host's operating system, with its own devices.
pub const HOSTED: Operations = Operations {
    id: "hosted",
    exit_user: assumed(
        [7000.0, 12_000.0, 25_000.0],
        Unit::Cycles,
        "The way passes through the host's operating system; no current publication was found.",
    ),
    kick: assumed([6732.0, 12_000.0, 25_000.0], Unit::Cycles, "As an exit to its process."),
    kernel: assumed(
        [0.02, 0.08, 0.3],
        Unit::Ratio,
        "Timers and interrupts pass through the host's operating system.",
    ),
    ..EMULATED
};

/// Every instruction is translated, without the processor's support.
pub const SOFTWARE: Operations = Operations {
    id: "software",
    exit_kernel: absent(Unit::Cycles),
    exit_user: assumed([500.0, 2000.0, 10_000.0], Unit::Cycles, "A call of a function."),
    kick: absent(Unit::Cycles),
    inject: assumed([2000.0, 10_000.0, 50_000.0], Unit::Cycles, "A translated handler."),
    call: assumed([600.0, 1240.0, 4000.0], Unit::Nanoseconds, "Twenty times the native."),
    fault: assumed([5.0, 10.0, 40.0], Unit::Microseconds, "Twenty times the native."),
    process: assumed([2000.0, 3800.0, 10_000.0], Unit::Microseconds, "Twenty times the native."),
    switch: assumed([5.0, 10.0, 40.0], Unit::Microseconds, "Twenty times the native."),
    handover: assumed([40.0, 80.0, 300.0], Unit::Microseconds, "Twenty times the native."),
    round_trip: assumed([100.0, 300.0, 1000.0], Unit::Microseconds, "Translated handlers."),
    kernel: measured(
        [9.0, 19.0, 69.0],
        Unit::Ratio,
        from("OWN", "", Standing::Own),
        "A boot of 1.9-2.9 s in our own measurement, for a kernel that takes some 0.1 s assisted.",
    ),
    user: measured(
        [9.0, 19.0, 67.0],
        Unit::Ratio,
        from("TCG-LINPACK", "P27", Standing::Primary),
        "LINPACK is 68 times slower in a student's measurement; integer code less.",
    ),
    walk: absent(Unit::Ratio),
    stream: assumed(
        [4.0, 9.0, 30.0],
        Unit::Ratio,
        "Loads and stores are looked up in software before the memory is reached.",
    ),
    packet: assumed([10.0, 20.0, 60.0], Unit::Microseconds, "A translated driver."),
    ..VIRTIO
};
