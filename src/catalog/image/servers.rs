//! Servers in machine code, and two programs that do almost nothing.
//!
//! Start work and memory are judged, except where a published table measures the whole container.

use super::layers;
use super::{Image, Measured, Os};
use crate::catalog::measured::{Standing, Unit, absent, assumed, from, measured};

/// How much of an image is read at a start.
pub(super) const READ_AT_START: Measured = measured(
    [0.02, 0.064, 0.3],
    Unit::Ratio,
    from("SLACKER", "D17", Standing::Primary),
    "Mean of 57 images.",
);

/// A program that sleeps.
pub(super) const IDLE: Image = Image {
    id: "idle",
    name: "Idle program",
    os: Os::Linux,
    layers: &[layers::PAUSE],
    read_at_start: assumed([0.5, 1.0, 1.0], Unit::Ratio, "The program is all there is."),
    start_cpu: measured(
        [0.1, 0.2, 0.5],
        Unit::Milliseconds,
        from("OWN", "", Standing::Own),
        "0.51 ms of CPU for fork, exec and one line; the program's share is estimated.",
    ),
    start_threads: 1.0,
    text: measured(
        [0.5, 0.64, 0.7],
        Unit::Mebibytes,
        from("OWN", "", Standing::Own),
        "688 KiB alone, shared by further copies.",
    ),
    heap: measured(
        [0.02, 0.05, 0.2],
        Unit::Mebibytes,
        from("OWN", "", Standing::Own),
        "49 KiB for each of a hundred copies.",
    ),
    wakeups: absent(Unit::PerSecond),
    pids: 1,
    disk_writes: absent(Unit::Megabytes),
    unikernel: true,
};

/// A program that writes one line.
pub(super) const HELLO: Image =
    Image { id: "hello", name: "Hello, world", layers: &[layers::HELLO], ..IDLE };

/// A web server.
pub(super) const NGINX: Image = Image {
    id: "nginx",
    name: "nginx",
    layers: &[layers::DEBIAN_SLIM, layers::NGINX],
    read_at_start: READ_AT_START,
    start_cpu: assumed(
        [10.0, 40.0, 120.0],
        Unit::Milliseconds,
        "A start script, the configuration and the worker processes.",
    ),
    text: assumed([2.0, 5.0, 10.0], Unit::Mebibytes, "Program and libraries."),
    heap: measured(
        [2.0, 4.0, 10.0],
        Unit::Mebibytes,
        from("UK-DATA", "M15", Standing::Assumption),
        "It runs in 7 MB under Docker with its libraries; the split is ours.",
    ),
    wakeups: assumed([0.0, 0.1, 1.0], Unit::PerSecond, "Waits for events."),
    pids: 5,
    disk_writes: assumed([0.0, 0.1, 1.0], Unit::Megabytes, "Configuration and process numbers."),
    ..IDLE
};

/// A store of keys and values in memory.
pub(super) const REDIS: Image = Image {
    id: "redis",
    name: "Redis",
    layers: &[layers::DEBIAN_SLIM, layers::REDIS],
    start_cpu: assumed([5.0, 15.0, 50.0], Unit::Milliseconds, "A start script and empty tables."),
    text: assumed([2.0, 4.0, 8.0], Unit::Mebibytes, "Program and libraries."),
    heap: measured(
        [1.5, 4.0, 10.0],
        Unit::Mebibytes,
        from("UK-DATA", "M15", Standing::Assumption),
        "It runs in 7 MB under Docker with its libraries; the split is ours.",
    ),
    wakeups: assumed(
        [10.0, 10.0, 20.0],
        Unit::PerSecond,
        "Its housekeeping runs ten times a second.",
    ),
    pids: 5,
    ..NGINX
};

/// A database.
pub(super) const POSTGRES: Image = Image {
    id: "postgres",
    name: "PostgreSQL",
    layers: &[layers::DEBIAN_SLIM, layers::POSTGRES],
    start_cpu: assumed(
        [100.0, 900.0, 2500.0],
        Unit::Milliseconds,
        "The first start creates a database; a later one takes a tenth.",
    ),
    text: assumed([8.0, 15.0, 25.0], Unit::Mebibytes, "Program and libraries."),
    heap: assumed([15.0, 30.0, 60.0], Unit::Mebibytes, "Processes and touched shared buffers."),
    wakeups: assumed([1.0, 5.0, 15.0], Unit::PerSecond, "Writers and statistics."),
    pids: 7,
    disk_writes: assumed([30.0, 45.0, 60.0], Unit::Megabytes, "An empty database and its log."),
    unikernel: false,
    ..NGINX
};

/// A web server on Windows.
pub(super) const IIS: Image = Image {
    id: "iis",
    name: "IIS on Windows",
    os: Os::Windows,
    layers: &[layers::WINDOWS_CORE, layers::IIS],
    start_cpu: assumed([1000.0, 3000.0, 10_000.0], Unit::Milliseconds, "Session and services."),
    start_threads: 2.0,
    text: assumed([40.0, 80.0, 150.0], Unit::Mebibytes, "Programs and libraries."),
    heap: assumed([60.0, 120.0, 250.0], Unit::Mebibytes, "Services of the container."),
    wakeups: assumed([5.0, 20.0, 60.0], Unit::PerSecond, "Services of the container."),
    pids: 25,
    disk_writes: assumed([20.0, 100.0, 300.0], Unit::Megabytes, "Registry and logs."),
    unikernel: false,
    ..NGINX
};

/// A user's session on Windows XP.
pub(super) const XP_DESKTOP: Image = Image {
    id: "xp-desktop",
    name: "Windows XP session",
    layers: &[layers::SESSION],
    start_cpu: assumed([500.0, 2000.0, 6000.0], Unit::Milliseconds, "Logon and shell."),
    start_threads: 1.0,
    text: assumed([10.0, 20.0, 40.0], Unit::Mebibytes, "Programs and libraries."),
    heap: assumed([15.0, 30.0, 80.0], Unit::Mebibytes, "The shell and its helpers."),
    wakeups: assumed([5.0, 20.0, 60.0], Unit::PerSecond, "The shell and its helpers."),
    pids: 15,
    disk_writes: assumed([1.0, 10.0, 50.0], Unit::Megabytes, "Profile and registry."),
    ..IIS
};
