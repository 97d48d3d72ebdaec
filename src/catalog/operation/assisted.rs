//! Prices on the processor's own virtualization, with nested page tables.

use super::{BRIDGED, Measured, NATIVE, Operations};
use crate::catalog::measured::{Standing, Unit, absent, assumed, from, measured};

/// The usual virtual machine of today: QEMU, virtio and a back end in the host's kernel.
pub const VIRTIO: Operations = Operations {
    id: "virtio",
    exit_kernel: measured(
        [1300.0, 2565.0, 3102.0],
        Unit::Cycles,
        from("N-IO", "P30", Standing::Secondary),
        "2,565 for an exit handled in the kernel, 1,300 for an empty hypercall, 3,102 for an \
         interrupt to another virtual processor.",
    ),
    exit_user: measured(
        [5000.0, 6732.0, 9000.0],
        Unit::Cycles,
        from("N-IO", "P30", Standing::Secondary),
        "Exit handled by the VMM's process.",
    ),
    kick: measured(
        [560.0, 560.0, 2565.0],
        Unit::Cycles,
        from("N-IO", "P30", Standing::Secondary),
        "Notification by an event file descriptor.",
    ),
    inject: measured(
        [100.0, 1556.0, 2565.0],
        Unit::Cycles,
        from("N-IO", "P30", Standing::Secondary),
        "Completion of a virtual interrupt by an exit; posted interrupts need none.",
    ),
    fault: assumed(
        [0.3, 0.55, 2.5],
        Unit::Microseconds,
        "As natively, with a walk of both tables; the first touch of a page adds an exit.",
    ),
    process: assumed(
        [110.0, 210.0, 1000.0],
        Unit::Microseconds,
        "Page tables are the guest's own; its memory accesses walk both tables.",
    ),
    handover: measured(
        [6.0, 19.0, 40.0],
        Unit::Microseconds,
        from("FELTER-DATA", "P7", Standing::Assumption),
        "A round trip wakes two sleepers, the virtual processor and its back end, and takes 30 us \
         more: half of that for the one wake-up here, on top of the native 4 us.",
    ),
    round_trip: measured(
        [60.0, 67.9, 160.0],
        Unit::Microseconds,
        from("FELTER-DATA", "P7, P43", Standing::Raw),
        "67.9 us against 37.6 us natively; 122 us on top of 12 us between host and guest in 2020.",
    ),
    kernel: assumed(
        [0.0, 0.03, 0.15],
        Unit::Ratio,
        "System calls stay in the guest; timers and interrupts cost exits.",
    ),
    walk: measured(
        [0.02, 0.14, 0.4],
        Unit::Ratio,
        from("FELTER-DATA", "P4, P39", Standing::Raw),
        "14 % on random access: up to 24 references for a walk instead of 4.",
    ),
    stream: measured(
        [0.005, 0.015, 0.03],
        Unit::Ratio,
        from("FELTER-DATA", "P3", Standing::Raw),
        "1.1 % on one socket.",
    ),
    packet: assumed(
        [0.1, 0.3, 1.0],
        Unit::Microseconds,
        "Descriptors of the ring and a header for each packet.",
    ),
    backend: assumed(
        [1.0, 2.0, 5.0],
        Unit::Microseconds,
        "The back end's thread takes a packet from the ring and sends it through the host's stack.",
    ),
    network: measured(
        [1150.0, 3000.0, 3800.0],
        Unit::MegabytesPerSecond,
        from("NSDI-DATA", "P43", Standing::Raw),
        "23.8 Gb/s from the host into the guest in one stream.",
    ),
    disk_wake: measured(
        [30.0, 68.0, 212.0],
        Unit::Microseconds,
        from("NSDI-DATA", "P41, P42", Standing::Raw),
        "One read takes 125 us against 55 us on the host.",
    ),
    disk_each: measured(
        [0.5, 2.0, 10.0],
        Unit::Microseconds,
        from("NSDI-DATA", "P41, P42", Standing::Raw),
        "32 reads take 237 us: the device's 106, a wake-up of 68, and 2 for each.",
    ),
    ..NATIVE
};

/// The same behind a container's bridge: a pod in its own machine, containers in one machine.
pub const VIRTIO_BRIDGED: Operations = Operations {
    id: "virtio-bridged",
    packet: assumed(
        [0.6, 1.5, 4.0],
        Unit::Microseconds,
        "The ring of virtio, and a container's virtual cable and bridge.",
    ),
    interrupts: BRIDGED.interrupts,
    round_trip: measured(
        [69.0, 80.0, 200.0],
        Unit::Microseconds,
        from("FELTER-DATA", "P7, P16", Standing::Assumption),
        "Both on top of 37.6 us: 30 us of virtio and 12 us of address translation.",
    ),
    ..VIRTIO
};

/// The virtual machine of 2013: the disk's back end is the VMM's main thread.
pub const VIRTIO_2013: Operations = Operations {
    id: "virtio-2013",
    disk_wake: measured(
        [100.0, 212.0, 370.0],
        Unit::Microseconds,
        from("FELTER-DATA", "P8, P11", Standing::Raw),
        "16 reads take 643 us against 271, and 128 take 3.0 ms against 1.5: 212 us and 10 us each.",
    ),
    disk_each: measured(
        [5.0, 10.0, 23.5],
        Unit::Microseconds,
        from("FELTER-DATA", "P8, P11", Standing::Raw),
        "As above: the device waits while the main thread submits and completes.",
    ),
    ..VIRTIO
};

/// Devices that imitate real ones: their registers are in the VMM's process.
pub const EMULATED: Operations = Operations {
    id: "emulated",
    kick: VIRTIO.exit_user,
    packet_exits: assumed(
        [3.0, 6.0, 12.0],
        Unit::Count,
        "Writing the tail of a ring, reading the cause of the interrupt, masking and unmasking it; \
         no clean published table was found.",
    ),
    packet: absent(Unit::Microseconds),
    network: measured(
        [125.0, 250.0, 375.0],
        Unit::MegabytesPerSecond,
        from("STRATA", "P50", Standing::Memory),
        "1-3 Gb/s for an emulated gigabit card, from experience.",
    ),
    round_trip: assumed(
        [70.0, 110.0, 250.0],
        Unit::Microseconds,
        "Twice virtio's addition; no clean published table was found.",
    ),
    disk_wake: assumed(
        [60.0, 100.0, 250.0],
        Unit::Microseconds,
        "The command is written register by register before the VMM acts.",
    ),
    disk_each: assumed([10.0, 30.0, 80.0], Unit::Microseconds, "The VMM's imitation of the disk."),
    disk_depth: assumed(
        [1.0, 1.0, 32.0],
        Unit::Count,
        "An IDE disk takes one command at a time; an imitated AHCI up to 32.",
    ),
    disk_exits: assumed(
        [5.0, 10.0, 30.0],
        Unit::Count,
        "Registers of the controller and its status, for each request.",
    ),
    ..VIRTIO
};

/// A VMM with one thread for all devices and one disk operation at a time.
pub const FIRECRACKER: Operations = Operations {
    id: "firecracker",
    round_trip: measured(
        [97.0, 97.6, 263.0],
        Unit::Microseconds,
        from("FC-DOC", "P44, P43", Standing::Primary),
        "The specification says 60 us on top; 111 us between host and guest, 225 us in 2020.",
    ),
    backend: assumed(
        [2.0, 4.0, 8.0],
        Unit::Microseconds,
        "A thread of the VMM copies each packet between the ring and the host's device.",
    ),
    network: measured(
        [1770.0, 1875.0, 3125.0],
        Unit::MegabytesPerSecond,
        from("NSDI-DATA", "P43, P44", Standing::Raw),
        "15 Gb/s measured; the specification promises 14.5 at 80 % of a core and 25 at most.",
    ),
    disk_wake: measured(
        [20.0, 30.0, 60.0],
        Unit::Microseconds,
        from("NSDI-DATA", "P41, P42", Standing::Raw),
        "One read takes 107 us, but 77.5 us each when the path is kept awake.",
    ),
    disk_each: measured(
        [10.0, 22.5, 30.0],
        Unit::Microseconds,
        from("NSDI-DATA", "P41", Standing::Raw),
        "12,900 reads a second one at a time: 77.5 us each, of which the device takes 55.",
    ),
    disk_depth: measured(
        [1.0, 1.0, 128.0],
        Unit::Count,
        from("NSDI-DATA", "P41", Standing::Raw),
        "The synchronous engine of 2020; the newer one overlaps.",
    ),
    ..VIRTIO
};

/// Cloud Hypervisor of 2020.
pub const CLOUD_HYPERVISOR: Operations = Operations {
    id: "cloud-hypervisor",
    network: measured(
        [2600.0, 2875.0, 3100.0],
        Unit::MegabytesPerSecond,
        from("NSDI-DATA", "P43", Standing::Raw),
        "23.1 Gb/s in, 21.0 out.",
    ),
    disk_wake: measured(
        [15.0, 21.0, 50.0],
        Unit::Microseconds,
        from("NSDI-DATA", "P41, P42", Standing::Raw),
        "One read takes 98 us, 77 us when the path is kept awake.",
    ),
    disk_each: measured(
        [10.0, 22.0, 30.0],
        Unit::Microseconds,
        from("NSDI-DATA", "P41", Standing::Raw),
        "13,000 reads a second one at a time.",
    ),
    round_trip: VIRTIO.round_trip,
    backend: VIRTIO.backend,
    ..FIRECRACKER
};

/// A unikernel: its calls are calls of a function.
pub const UNIKERNEL: Operations = Operations {
    id: "unikernel",
    call: measured(
        [1.1, 23.3, 40.0],
        Unit::Nanoseconds,
        from("UK-DATA", "P34", Standing::Raw),
        "Through the compatibility layer; 1.1 ns for the function itself.",
    ),
    switch: assumed(
        [0.05, 0.1, 0.3],
        Unit::Microseconds,
        "One address space: registers and stack only.",
    ),
    ..FIRECRACKER
};

const NESTED_EXIT: Measured = measured(
    [20_000.0, 58_000.0, 80_000.0],
    Unit::Cycles,
    from("N-IO", "P33", Standing::Secondary),
    "An exit of the inner guest is some thirty of the outer one: 58,000 cycles instead of 2,600.",
);

/// A virtual machine in a virtual machine.
pub const NESTED: Operations = Operations {
    id: "nested",
    exit_kernel: NESTED_EXIT,
    exit_user: assumed(
        [60_000.0, 150_000.0, 250_000.0],
        Unit::Cycles,
        "As much dearer as the exit handled in the kernel: some 22 times.",
    ),
    kick: assumed(
        [5000.0, 12_500.0, 58_000.0],
        Unit::Cycles,
        "As much dearer as the exit handled in the kernel: some 22 times.",
    ),
    inject: assumed(
        [10_000.0, 35_000.0, 58_000.0],
        Unit::Cycles,
        "As much dearer as the exit handled in the kernel: some 22 times.",
    ),
    fault: assumed([0.6, 1.2, 5.0], Unit::Microseconds, "Three tables folded into two."),
    process: assumed([200.0, 300.0, 1000.0], Unit::Microseconds, "Three tables folded into two."),
    handover: assumed([30.0, 60.0, 150.0], Unit::Microseconds, "Two hypervisors are woken."),
    round_trip: assumed(
        [100.0, 160.0, 300.0],
        Unit::Microseconds,
        "Virtio's 30 us twice, and dearer exits.",
    ),
    kernel: assumed([0.05, 0.1, 0.3], Unit::Ratio, "Timers and interrupts cost the inner exits."),
    walk: assumed(
        [0.1, 0.25, 0.6],
        Unit::Ratio,
        "The tables of the outer machine are walked for those of the inner one.",
    ),
    packet: assumed([0.3, 1.0, 3.0], Unit::Microseconds, "Two rings."),
    backend: assumed([2.0, 4.0, 10.0], Unit::Microseconds, "Two back ends."),
    disk_wake: assumed([80.0, 150.0, 400.0], Unit::Microseconds, "Two paths are woken."),
    disk_each: assumed([2.0, 5.0, 20.0], Unit::Microseconds, "Two paths."),
    ..VIRTIO
};
