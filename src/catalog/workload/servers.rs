//! Workloads that answer clients over the network.

use super::{Direction, LoadKind, Workload};
use crate::catalog::measured::{Standing, Unit, absent, assumed, from, measured};

/// A small static page over connections that stay open.
pub(super) const NGINX: Workload = Workload {
    id: "nginx",
    name: "nginx, small page",
    kind: LoadKind::Server,
    user: assumed([8.0, 15.0, 40.0], Unit::Microseconds, "Parsing, logging, the event loop."),
    kernel: assumed(
        [15.0, 25.0, 60.0],
        Unit::Microseconds,
        "TCP in and out, the open file: some 20,000-25,000 requests a second on a core.",
    ),
    calls: assumed(
        [4.0, 7.0, 12.0],
        Unit::Count,
        "epoll_wait, recv, open, fstat, writev or sendfile, close, write to the log.",
    ),
    faults: absent(Unit::Count),
    processes: absent(Unit::Count),
    switches: assumed([0.05, 0.2, 1.0], Unit::Count, "Few while the event loop is busy."),
    random: assumed([0.02, 0.1, 0.2], Unit::Ratio, "Small data; some of it outside the caches."),
    streamed: absent(Unit::Megabytes),
    accesses: absent(Unit::Count),
    round_trips: assumed([1.0, 1.0, 1.4], Unit::Count, "Connections stay open."),
    packets: assumed([2.0, 4.0, 8.0], Unit::Count, "A request, and 4 KB in three packets."),
    transfer: assumed([0.001, 0.004, 0.02], Unit::Megabytes, "A small page with its header."),
    client: assumed([5.0, 15.0, 50.0], Unit::Microseconds, "A load generator's own work."),
    operations: absent(Unit::Count),
    operation_size: absent(Unit::Megabytes),
    direction: Direction::Read,
    sequential: false,
    flushes: absent(Unit::Count),
    locked: absent(Unit::Microseconds),
    handovers: absent(Unit::Count),
    threads: 0,
    varies: true,
    clients: 32,
};

/// GET by many clients, one request at a time each.
pub(super) const REDIS: Workload = Workload {
    id: "redis",
    name: "Redis GET",
    user: measured(
        [1.5, 2.4, 4.0],
        Unit::Microseconds,
        from("FELTER-DATA", "P13 native", Standing::Raw),
        "109,500 requests a second on one busy thread: 9.1 us on a core of 0.85; that a third is \
         the application's is our judgement.",
    ),
    kernel: measured(
        [3.0, 5.2, 6.5],
        Unit::Microseconds,
        from("FELTER-DATA", "P13 native", Standing::Raw),
        "The rest of the 9.1 us: TCP in and out.",
    ),
    calls: assumed([2.0, 2.0, 3.0], Unit::Count, "read and write; waiting is shared by a batch."),
    switches: absent(Unit::Count),
    random: assumed([0.05, 0.2, 0.5], Unit::Ratio, "A hash table of keys outside the caches."),
    round_trips: assumed([1.0, 1.0, 1.0], Unit::Count, "A request and its answer."),
    packets: assumed([2.0, 2.0, 2.0], Unit::Count, "A request and its answer."),
    transfer: assumed([0.0001, 0.0002, 0.001], Unit::Megabytes, "Small values and headers."),
    client: measured(
        [5.0, 14.3, 20.0],
        Unit::Microseconds,
        from("FELTER-DATA", "P13 native", Standing::Raw),
        "16,400 requests a second with one client: 61 us, less 9.1 us of work and 37.6 us of \
         network.",
    ),
    threads: 1,
    varies: false,
    clients: 50,
    ..NGINX
};

/// GET with sixteen requests in each packet.
pub(super) const REDIS_PIPELINED: Workload = Workload {
    id: "redis-pipelined",
    name: "Redis GET, 16 in a packet",
    user: measured(
        [0.2, 0.33, 0.5],
        Unit::Microseconds,
        from("UK-DATA", "P46", Standing::Raw),
        "2.44 million requests a second natively: 0.41 us on a core of 1.45.",
    ),
    kernel: measured(
        [0.1, 0.24, 0.35],
        Unit::Microseconds,
        from("UK-DATA", "P46", Standing::Raw),
        "The rest of the 0.41 us, but for a sixteenth of two system calls.",
    ),
    calls: assumed([0.125, 0.125, 0.19], Unit::Count, "A sixteenth of two or three."),
    client: assumed([0.5, 1.0, 2.0], Unit::Microseconds, "A sixteenth of a packet's."),
    packets: assumed([0.125, 0.125, 0.2], Unit::Count, "A sixteenth of two."),
    transfer: assumed([0.00002, 0.00005, 0.0001], Unit::Megabytes, "A small value."),
    clients: 480,
    ..REDIS
};

/// A transaction of sysbench that only reads: fourteen queries between a begin and a commit.
pub(super) const MYSQL: Workload = Workload {
    id: "mysql",
    name: "MySQL, sysbench",
    user: measured(
        [400.0, 708.0, 900.0],
        Unit::Microseconds,
        from("FELTER-DATA", "P14 native", Standing::Raw),
        "At 150 threads the cores are busy for 96 % of the time, 70 % with user code: of 16 cores \
         of 0.85 that leaves 0.98 ms for each of 13,353 transactions a second.",
    ),
    kernel: measured(
        [100.0, 248.0, 300.0],
        Unit::Microseconds,
        from("FELTER-DATA", "P14 native", Standing::Raw),
        "The rest of the 0.98 ms, 20 % system and 6 % interrupts, less calls and switches: sixteen \
         answers over TCP.",
    ),
    calls: assumed([40.0, 80.0, 150.0], Unit::Count, "Some five for each query."),
    switches: assumed([16.0, 32.0, 48.0], Unit::Count, "Two for each round trip."),
    random: assumed([0.1, 0.3, 0.5], Unit::Ratio, "Trees of pages, most of them not in a cache."),
    round_trips: measured(
        [16.0, 16.0, 16.0],
        Unit::Count,
        from("FELTER-DATA", "P14 native", Standing::Raw),
        "14 queries, begin and commit: 2,843,610 reads, no writes and 406,230 others in 203,115 \
         transactions.",
    ),
    packets: assumed([32.0, 32.0, 48.0], Unit::Count, "Two for each round trip."),
    transfer: assumed([0.004, 0.009, 0.03], Unit::Megabytes, "Rows of some hundred bytes."),
    client: measured(
        [10.0, 72.0, 100.0],
        Unit::Microseconds,
        from("FELTER-DATA", "P14 native", Standing::Assumption),
        "A transaction of ten threads takes 2.94 ms: less 1.1 ms of work and sixteen round trips \
         of 37.6 us.",
    ),
    locked: measured(
        [10.0, 23.0, 35.0],
        Unit::Microseconds,
        from("FELTER-DATA", "P14 native", Standing::Assumption),
        "A lock that does not bind before the cores do: at most 75 us for a transaction with its \
         changes of hands.",
    ),
    handovers: assumed([4.0, 9.0, 18.0], Unit::Count, "About once for every second query."),
    threads: 0,
    varies: true,
    clients: 150,
    ..NGINX
};

/// A page made by a script.
pub(super) const NODE: Workload = Workload {
    id: "node",
    name: "Node.js page",
    user: assumed([200.0, 700.0, 3000.0], Unit::Microseconds, "Templates and garbage collection."),
    kernel: assumed([20.0, 40.0, 100.0], Unit::Microseconds, "TCP in and out."),
    calls: assumed([8.0, 15.0, 40.0], Unit::Count, "The event loop, sockets and timers."),
    faults: assumed([0.5, 2.0, 20.0], Unit::Count, "The heap grows and shrinks."),
    switches: assumed([0.5, 2.0, 6.0], Unit::Count, "Helper threads."),
    packets: assumed([3.0, 8.0, 20.0], Unit::Count, "A request and 10 KB."),
    transfer: assumed([0.003, 0.01, 0.1], Unit::Megabytes, "A page without its pictures."),
    threads: 1,
    ..NGINX
};

/// A service that nobody asks: a heartbeat now and then.
pub(super) const IDLE: Workload = Workload {
    id: "idle",
    name: "Idle service",
    user: assumed([10.0, 50.0, 500.0], Unit::Microseconds, "A heartbeat and its bookkeeping."),
    kernel: assumed([5.0, 20.0, 100.0], Unit::Microseconds, "A timer and a small answer."),
    calls: assumed([3.0, 10.0, 50.0], Unit::Count, "Timers, the clock, one socket."),
    switches: assumed([1.0, 2.0, 5.0], Unit::Count, "There and back."),
    packets: assumed([1.0, 2.0, 4.0], Unit::Count, "A question and its answer."),
    client: assumed([100_000.0, 1_000_000.0, 10_000_000.0], Unit::Microseconds, "Once a second."),
    threads: 1,
    clients: 1,
    ..NGINX
};

/// A web server with files of all sizes and made pages, after SPEC WEB99.
pub(super) const WEB99: Workload = Workload {
    id: "web99",
    name: "Web server, WEB99-like",
    user: measured(
        [40.0, 50.0, 90.0],
        Unit::Microseconds,
        from("APACHE99", "", Standing::Primary),
        "20-25 % of the time with files alone; a quarter, as some pages are made, of some 0.2 ms \
         in all: 1,500 requests a second on one core of 0.3.",
    ),
    kernel: measured(
        [90.0, 143.0, 160.0],
        Unit::Microseconds,
        from("APACHE99", "", Standing::Primary),
        "The rest of the 0.2 ms: 35-50 % calls of the kernel and 25-40 % interrupts.",
    ),
    calls: assumed([20.0, 40.0, 60.0], Unit::Count, "Some of the pages are made."),
    faults: assumed([2.0, 4.0, 8.0], Unit::Count, "Seven files of ten are mapped: four pages."),
    processes: assumed([0.005, 0.005, 0.005], Unit::Count, "CGI scripts of the benchmark: 0.5 %."),
    switches: assumed([2.0, 2.0, 8.0], Unit::Count, "One process for each connection, woken once."),
    packets: assumed(
        [12.0, 13.0, 20.0],
        Unit::Count,
        "14.7 KB in ten packets, the request, and a third of a connection's beginning and end.",
    ),
    transfer: assumed([0.013, 0.015, 0.018], Unit::Megabytes, "The mean of the benchmark's files."),
    clients: 100,
    ..NGINX
};

/// One stream as fast as the link takes it, in segments of 64 KB.
pub(super) const NUTTCP: Workload = Workload {
    id: "nuttcp",
    name: "One TCP stream",
    user: assumed([0.5, 1.0, 3.0], Unit::Microseconds, "The loop around one call."),
    kernel: assumed([8.0, 15.0, 30.0], Unit::Microseconds, "Copying 64 KB and the stack once."),
    calls: assumed([1.0, 1.0, 2.0], Unit::Count, "One write."),
    switches: absent(Unit::Count),
    random: absent(Unit::Ratio),
    round_trips: assumed(
        [0.01, 0.02, 0.1],
        Unit::Count,
        "A window of several segments is under way.",
    ),
    packets: assumed([1.0, 1.0, 2.0], Unit::Count, "The card cuts segments into packets."),
    transfer: assumed([0.0655, 0.0655, 0.0655], Unit::Megabytes, "64 KB."),
    client: absent(Unit::Microseconds),
    threads: 1,
    varies: false,
    clients: 8,
    ..NGINX
};
