//! The published counts: system calls, hypercalls, lines of code.
//!
//! They say how much there is to look at, and neither how good it is nor how likely a flaw.

use super::{Measured, Standing, Surfaces, Unit, from, measured};

/// System calls of Linux.
pub(super) const PROCESS_CALLS: Measured = measured(
    [220.0, 350.0, 378.0],
    Unit::Count,
    from("LVM-N", "S2", Standing::Secondary),
    "220 in 2002, 378 in 2017 by one way of counting, some 350 in 2019 by another.",
);

/// The widths that belong to no single part.
pub static SURFACES: Surfaces = Surfaces {
    process_calls: PROCESS_CALLS,
    container_calls: measured(
        [300.0, 306.0, 361.0],
        Unit::Count,
        from("SECCOMP", "S1, S2", Standing::Primary),
        "Docker's filter refuses about 44 of some 350; its list has 361 names, which are those of \
         several architectures.",
    ),
    kernel_lines: measured(
        [28e6, 40e6, 40e6],
        Unit::Count,
        from("STRATA", "S9", Standing::Memory),
        "The whole tree, 28 million lines in 2020 and 40 in 2025; more than half are drivers, of \
         which one machine loads few.",
    ),
    process_lines_run: measured(
        [63_163.0; 3],
        Unit::Count,
        from("VEE-N", "S6", Standing::Secondary),
        "Of 806,318 lines of a kernel of 2019, under one mix of workloads.",
    ),
    container_lines_run: measured(
        [90_595.0; 3],
        Unit::Count,
        from("VEE-N", "S6", Standing::Secondary),
        "LXC; of 806,318 lines of a kernel of 2019, under one mix of workloads.",
    ),
};

pub(super) const FIRECRACKER_LINES_RUN: Measured = measured(
    [77_392.0; 3],
    Unit::Count,
    from("VEE-N", "S6", Standing::Secondary),
    "Of 806,318 lines of a kernel of 2019: more than under plain processes.",
);

pub(super) const SENTRY_LINES_RUN: Measured = measured(
    [91_161.0; 3],
    Unit::Count,
    from("VEE-N", "S6", Standing::Secondary),
    "Of 806,318 lines of a kernel of 2019: as many as under containers, though by far fewer calls.",
);

pub(super) const FIRECRACKER_CALLS: Measured = measured(
    [24.0, 36.0, 50.0],
    Unit::Count,
    from("VEE-N", "S4", Standing::Secondary),
    "24 and 30 controls of devices in 2020, 36 in another count of that year, 27 to 50 for each \
     of its threads today.",
);

pub(super) const SENTRY_CALLS: Measured = measured(
    [237.0, 237.0, 288.0],
    Unit::Count,
    from("GV-SURFACE", "S3", Standing::Primary),
    "237 in 2019; 288 entries of its table in 2026.",
);

pub(super) const SENTRY_HOST_CALLS: Measured = measured(
    [53.0, 68.0, 68.0],
    Unit::Count,
    from("GV-SURFACE", "S3", Standing::Primary),
    "53, and 68 with networking.",
);

pub(super) const XEN_CALLS: Measured = measured(
    [40.0, 50.0, 50.0],
    Unit::Count,
    from("TREES", "S5", Standing::Raw),
    "50 numbers in the public header, of which some 40 are generic.",
);

pub(super) const XEN_LINES: Measured = measured(
    [292_000.0, 330_000.0, 330_000.0],
    Unit::Count,
    from("TREES", "S7", Standing::Raw),
    "The hypervisor; 292,000 for x86 and common code.",
);

pub(super) const FIRECRACKER_LINES: Measured = measured(
    [50_000.0, 84_700.0, 84_700.0],
    Unit::Count,
    from("TREES", "S7, S8", Standing::Raw),
    "Rust with unit tests; some 50,000 in 2020.",
);

pub(super) const CLOUD_HYPERVISOR_LINES: Measured =
    measured([133_000.0; 3], Unit::Count, from("TREES", "S7", Standing::Raw), "Rust with tests.");

pub(super) const SENTRY_LINES: Measured = measured(
    [151_000.0, 279_000.0, 279_000.0],
    Unit::Count,
    from("TREES", "S7", Standing::Raw),
    "Go; 151,000 of it are the Sentry.",
);

pub(super) const QEMU_LINES: Measured = measured(
    [1.4e6; 3],
    Unit::Count,
    from("NSDI20", "S8", Standing::Secondary),
    "More than 1.4 million for all machines and devices, of which one build has few.",
);

pub(super) const KVM_LINES: Measured = measured(
    [120_000.0; 3],
    Unit::Count,
    from("NSDI20", "S8", Standing::Secondary),
    "Some 120,000, a part of the host's kernel.",
);
