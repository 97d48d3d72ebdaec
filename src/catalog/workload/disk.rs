//! Workloads that do nothing but disk operations, after fio.

use super::servers::NGINX;
use super::{Direction, LoadKind, Workload};
use crate::catalog::measured::{Unit, absent, assumed};

/// Reads of 4 KiB anywhere, many at once.
pub(super) const RANDOM_READ: Workload = Workload {
    id: "fio-read",
    name: "fio, random reads",
    kind: LoadKind::Disk,
    user: assumed([0.3, 0.5, 2.0], Unit::Microseconds, "Choosing a block and reading a clock."),
    kernel: assumed([1.5, 3.0, 6.0], Unit::Microseconds, "The block layer and an interrupt."),
    calls: assumed([1.0, 2.0, 2.0], Unit::Count, "Submitting and collecting."),
    switches: absent(Unit::Count),
    random: absent(Unit::Ratio),
    round_trips: absent(Unit::Count),
    packets: absent(Unit::Count),
    transfer: absent(Unit::Megabytes),
    client: absent(Unit::Microseconds),
    operations: assumed([1.0, 1.0, 1.0], Unit::Count, "The request is the operation."),
    operation_size: assumed([0.004_096, 0.004_096, 0.004_096], Unit::Megabytes, "4 KiB."),
    varies: false,
    clients: 32,
    ..NGINX
};

/// Writes of 4 KiB anywhere, many at once.
pub(super) const RANDOM_WRITE: Workload = Workload {
    id: "fio-write",
    name: "fio, random writes",
    direction: Direction::Write,
    ..RANDOM_READ
};

/// Reads of 4 KiB, one at a time.
pub(super) const SINGLE_READ: Workload =
    Workload { id: "fio-single", name: "fio, one read at a time", clients: 1, ..RANDOM_READ };

/// Reads of 1 MiB one behind the other, two at once.
pub(super) const SEQUENTIAL_READ: Workload = Workload {
    id: "fio-sequential",
    name: "fio, sequential reads",
    kernel: assumed([20.0, 60.0, 150.0], Unit::Microseconds, "256 pages are mapped."),
    operation_size: assumed([1.048_576, 1.048_576, 1.048_576], Unit::Megabytes, "1 MiB."),
    sequential: true,
    clients: 2,
    ..RANDOM_READ
};
