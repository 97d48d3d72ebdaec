//! Parts and prices that several platforms share, so that a number is written once.
//!
//! A daemon's path and a grace period are split into work and waiting by our judgement: published
//! figures give their sum, and only the work contends for the cores.

use super::{DevicePath, Growth, Lock, Measured, Part, Phase};
use crate::catalog::measured::{JUDGEMENT, Standing, Unit, assumed, from, measured};

/// Work of the host on one core.
pub(super) const fn work(phase: Phase, cpu: Measured) -> Part {
    Part::Work { phase, cpu, threads: 1.0 }
}

/// Time that passes without work.
pub(super) const fn wait(phase: Phase, span: Measured) -> Part {
    Part::Wait { phase, span }
}

const fn locked(phase: Phase, lock: Lock, cpu: Measured) -> Part {
    Part::Locked { phase, lock, cpu, growth: None }
}

/// A small process.
pub(super) const FORK_EXEC: Part = work(
    Phase::Create,
    measured(
        [0.5, 1.0, 3.5],
        Unit::Milliseconds,
        from("LVM-N", "B50, B51", Standing::Primary),
        "1 ms in the abstract of LightVM, 3.5 ms mean in its Fig. 4, 0.5 ms for posix_spawn; \
         0.5 ms of CPU in our own measurement.",
    ),
);

/// The daemon's share of `docker run` that computes.
pub(super) const DAEMON_WORK: Part = work(
    Phase::Create,
    measured(
        [50.0, 100.0, 150.0],
        Unit::Milliseconds,
        from("MOBY", "B60", Standing::Assumption),
        "Create and start take 250 ms through containerd; less the runtime and the mounts 200 ms \
         remain, of which we take half to be work of client, daemon and shim.",
    ),
);

/// The daemon's share of `docker run` that waits.
pub(super) const DAEMON_WAIT: Part = wait(
    Phase::Create,
    measured(
        [50.0, 100.0, 150.0],
        Unit::Milliseconds,
        from("MOBY", "B60", Standing::Assumption),
        "The other half of the 200 ms: calls between daemons, file synchronisation and events.",
    ),
);

/// What a daemon spends on the containers that are already there.
pub(super) const DAEMON_WALK: Part = Part::Walk {
    phase: Phase::Create,
    growth: Growth {
        each: measured(
            [0.02, 0.13, 0.3],
            Unit::Milliseconds,
            from("LVM-N", "B79", Standing::Secondary),
            "Docker 1.13 needs about 1 s for a start at 3,000 containers and 0.15-0.2 s without: \
             0.27 ms each on a core of half the reference speed.",
        ),
        power: 1,
    },
};

/// The same when daemon and runtime read the whole table of mounts again and again.
pub(super) const MOUNT_TABLE_WALK: Part = Part::Walk {
    phase: Phase::Create,
    growth: Growth {
        each: measured(
            [0.24, 0.6, 1.0],
            Unit::Milliseconds,
            from("MOUNTINFO", "", Standing::Primary),
            "One start read the table 72 to 116 times in 2020; a container adds 3 to 4 lines, and \
             a line takes 1.7 us to write and parse with the fastest parser: 94 times 3.8 lines.",
        ),
        power: 1,
    },
};

/// The writable layer and the mounts of a container.
pub(super) const MOUNTS: Part = locked(
    Phase::Create,
    Lock::MountTable,
    measured(
        [1.0, 2.1, 10.0],
        Unit::Milliseconds,
        from("N-CTR", "B62, B64", Standing::Secondary),
        "1 ms for an overlay or bind mount, and 1.1 ms because the kernel makes at most 900 \
         containers a second without a network namespace; device-mapper would take 30 ms.",
    ),
);

/// Namespace, virtual cable and bridge, as far as they hold the kernel's network lock.
pub(super) const NETWORK_LOCK: Part = locked(
    Phase::Network,
    Lock::NetworkNamespace,
    measured(
        [2.5, 5.0, 10.0],
        Unit::Milliseconds,
        from("N-CTR", "B62", Standing::Secondary),
        "At most 200 containers a second with a network namespace, 400 without IPv6 and broadcast \
         code (Linux 4.13); 0.6 ms alone on Linux 6.18 in our own measurement.",
    ),
);

/// The rest of the network's set-up, which waits for grace periods.
pub(super) const NETWORK_WAIT: Part = wait(
    Phase::Network,
    measured(
        [2.0, 95.0, 275.0],
        Unit::Milliseconds,
        from("N-CTR", "B55, B61", Standing::Assumption),
        "Judged between 30 and 280 ms for namespace, cable and bridge on kernels 4.4 to 4.17, less \
         the locked part; a bare namespace takes 2 ms on Linux 6.18.",
    ),
);

/// The low-level runtime `runc`.
pub(super) const RUNC: Part = Part::Work {
    phase: Phase::Create,
    cpu: measured(
        [23.0, 33.4, 40.0],
        Unit::Milliseconds,
        from("CRUN", "B52", Standing::Primary),
        "100 containers in 3.34 s on the author's machine; our own measurement: 23 ms elapsed with \
         27 ms of CPU, hence 1.2 cores at once.",
    ),
    threads: 1.2,
};

/// The low-level runtime `crun`.
pub(super) const CRUN: Part = work(
    Phase::Create,
    measured(
        [11.0, 16.9, 20.0],
        Unit::Milliseconds,
        from("CRUN", "B52", Standing::Primary),
        "100 containers in 1.69 s on the author's machine; our own measurement: 20 ms elapsed with \
         11 ms of CPU.",
    ),
);

/// The process of QEMU until it can enter the guest.
pub(super) const QEMU_PROCESS: Part = work(
    Phase::Create,
    measured(
        [30.0, 36.0, 144.0],
        Unit::Milliseconds,
        from("GARZARELLA", "B20, B24", Standing::Primary),
        "36 ms with a compressed and 52 ms with an uncompressed kernel in QEMU 4.0; 144 ms in one \
         sample trace.",
    ),
);

/// The usual firmware of QEMU.
pub(super) const SEABIOS: Part = Part::Firmware {
    cpu: measured(
        [10.0, 15.0, 20.7],
        Unit::Milliseconds,
        from("GARZARELLA", "B21, B24", Standing::Primary),
        "10.5 ms with an uncompressed kernel, 20.7 ms in one sample trace.",
    ),
};

/// A firmware that does only what a virtual machine needs.
pub(super) const QBOOT: Part = Part::Firmware {
    cpu: measured(
        [4.0, 4.8, 6.0],
        Unit::Milliseconds,
        from("GARZARELLA", "B21", Standing::Primary),
        "From the first guest instruction to an uncompressed kernel's entry.",
    ),
};

/// The way of a container's disk operations: the host kernel's own.
pub(super) const HOST_PATH: DevicePath = DevicePath {
    bandwidth: assumed(
        [10_000.0, 20_000.0, 50_000.0],
        Unit::MegabytesPerSecond,
        "No virtual device: the host's block layer is never the limit before the disk.",
    ),
    operations: assumed(
        [1_000_000.0, 2_000_000.0, 10_000_000.0],
        Unit::PerSecond,
        "No virtual device: the host's block layer is never the limit before the disk.",
    ),
    cpu_each: assumed(
        [1.0, 2.0, 5.0],
        Unit::Microseconds,
        "One system call, the file system and the block layer.",
    ),
};

/// The way through QEMU's virtio block device.
pub(super) const QEMU_VIRTIO: DevicePath = DevicePath {
    bandwidth: measured(
        [1730.0, 1730.0, 5000.0],
        Unit::MegabytesPerSecond,
        from("NSDI-DATA", "P41", Standing::Raw),
        "1.73 GB/s was the disk's own limit, so the device's is at least that.",
    ),
    operations: measured(
        [42_500.0, 135_000.0, 300_000.0],
        Unit::PerSecond,
        from("NSDI-DATA", "P41, P8", Standing::Raw),
        "135,000 reads per second at queue depth 32; 42,500 with the QEMU of 2013.",
    ),
    cpu_each: measured(
        [4.0, 7.4, 15.0],
        Unit::Microseconds,
        from("NSDI-DATA", "P41", Standing::Raw),
        "One busy thread at 135,000 operations per second; that it was busy is our reading.",
    ),
};

/// The way through Firecracker's block device.
pub(super) const FIRECRACKER_BLOCK: DevicePath = DevicePath {
    bandwidth: measured(
        [420.0, 420.0, 1070.0],
        Unit::MegabytesPerSecond,
        from("NSDI-DATA", "P41, P44", Standing::Raw),
        "Synchronous engine of 2020; the specification now promises 1 GiB/s.",
    ),
    operations: measured(
        [12_900.0, 12_900.0, 100_000.0],
        Unit::PerSecond,
        from("NSDI-DATA", "P41", Standing::Raw),
        "Synchronous engine of 2020, one operation at a time; the newer engine is faster.",
    ),
    cpu_each: assumed(
        [4.0, 10.0, 30.0],
        Unit::Microseconds,
        "An exit, a system call of the VMM and an interrupt for each operation.",
    ),
};

/// The way through an emulated disk controller.
pub(super) const EMULATED: DevicePath = DevicePath {
    bandwidth: assumed(
        [50.0, 250.0, 600.0],
        Unit::MegabytesPerSecond,
        "Several exits to the VMM for each request; no clean published table was found.",
    ),
    operations: assumed(
        [2_000.0, 10_000.0, 30_000.0],
        Unit::PerSecond,
        "One request at a time with several exits each; no clean published table was found.",
    ),
    cpu_each: measured(
        [15.0, 30.0, 80.0],
        Unit::Microseconds,
        from("N-IO", "P30", Standing::Assumption),
        "About ten exits to user space of 6,732 cycles for each request; the count is our guess.",
    ),
};

/// Guest kernel code on the processor's own support.
pub(super) const ASSISTED_KERNEL: Measured = assumed(
    [1.0, 1.03, 1.15],
    Unit::Ratio,
    "Page faults and interrupts cost a little more; system calls do not leave the guest.",
);

/// Guest user code on the processor's own support.
pub(super) const ASSISTED_USER: Measured = measured(
    [1.0, 1.015, 1.14],
    Unit::Ratio,
    from("FELTER-DATA", "P3, P4", Standing::Raw),
    "1.1 % on streaming memory, 14 % on random access that misses the TLB.",
);

/// Nothing in between: code runs as it does natively.
pub(super) const NATIVE: Measured =
    measured([1.0; 3], Unit::Ratio, JUDGEMENT, "The code runs on the processor itself.");

/// A wake-up of an idle process.
pub(super) const NATIVE_WAKEUP: Measured = assumed(
    [2.0, 5.0, 15.0],
    Unit::Microseconds,
    "An interrupt, two context switches of 1-2 us and a little work.",
);

/// A wake-up of an idle virtual machine on the processor's own support.
pub(super) const ASSISTED_WAKEUP: Measured = assumed(
    [5.0, 15.0, 50.0],
    Unit::Microseconds,
    "Host and guest each take an interrupt and switch; some three exits of 1-2.7 us in between.",
);
