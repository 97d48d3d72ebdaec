//! What an application asks for with each request: its bill.
//!
//! A bill is of the workload and of no platform: it is what the request needs on a native kernel.
//! Native columns of published tables calibrate it; columns of virtual machines and containers
//! never do, because the model is held against them.

use super::Measured;
use super::measured::{Unit, assumed};

mod batch;
mod disk;
mod servers;

/// What kind of load a workload is put under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LoadKind {
    /// Clients ask over the network and wait for the answer.
    Server,
    /// Units of work, one after the other on every virtual processor.
    Batch,
    /// Disk operations, so many outstanding at once.
    Disk,
}

/// Which way disk operations go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// From the device.
    Read,
    /// To the device.
    Write,
}

/// A workload as a bill for one request, or for one unit of a batch. Work is on the reference
/// core.
#[derive(Clone, Debug, PartialEq)]
pub struct Workload {
    /// Stable name in links and files.
    pub id: &'static str,
    /// Name for people: a proper name, the same in every language.
    pub name: &'static str,
    /// How it is put under load.
    pub kind: LoadKind,
    /// Work of the application itself.
    pub user: Measured,
    /// Work of the kernel besides what is counted below.
    pub kernel: Measured,
    /// System calls.
    pub calls: Measured,
    /// Page faults that need no disk.
    pub faults: Measured,
    /// Processes that are forked and executed.
    pub processes: Measured,
    /// Switches between processes.
    pub switches: Measured,
    /// Part of the application's work that waits for memory accesses that miss the TLB.
    pub random: Measured,
    /// Bytes streamed through memory, beyond the caches.
    pub streamed: Measured,
    /// Random accesses to memory, which go to every socket where the instance is spread over them.
    pub accesses: Measured,
    /// Network round trips.
    pub round_trips: Measured,
    /// Data packets both ways; with segmentation by the card, segments.
    pub packets: Measured,
    /// Bytes on the network.
    pub transfer: Measured,
    /// The client's own time for each round trip.
    pub client: Measured,
    /// Disk operations.
    pub operations: Measured,
    /// Bytes of each.
    pub operation_size: Measured,
    /// Which way they go.
    pub direction: Direction,
    /// Whether operations follow each other on the disk, so that it can work ahead.
    pub sequential: bool,
    /// Flushes of the disk's cache: an operation for a virtual disk, and a wait for the device.
    pub flushes: Measured,
    /// Work under a lock that the whole instance shares.
    pub locked: Measured,
    /// How often that lock changes hands for a request when others wait for it.
    pub handovers: Measured,
    /// Most threads that work at once; 0 for as many as there are virtual processors.
    pub threads: u32,
    /// Whether requests differ, exponentially about their mean.
    pub varies: bool,
    /// Usual clients of an instance, or disk operations outstanding.
    pub clients: u32,
}

/// Bytes per second that one core of the reference streams through memory.
pub static CORE_STREAM: Measured = assumed(
    [8000.0, 12_000.0, 20_000.0],
    Unit::MegabytesPerSecond,
    "One core has so many lines under way; a socket's memory takes several cores to fill.",
);

static WORKLOADS: [&Workload; 18] = [
    &servers::NGINX,
    &servers::REDIS,
    &servers::REDIS_PIPELINED,
    &servers::MYSQL,
    &servers::NODE,
    &servers::IDLE,
    &servers::WEB99,
    &servers::NUTTCP,
    &batch::KERNEL_BUILD,
    &batch::LINPACK,
    &batch::STREAM,
    &batch::GUPS,
    &batch::COMPRESS,
    &batch::FFMPEG,
    &disk::RANDOM_READ,
    &disk::RANDOM_WRITE,
    &disk::SINGLE_READ,
    &disk::SEQUENTIAL_READ,
];

/// Every workload, in the order in which people are offered them.
#[must_use]
pub fn workloads() -> &'static [&'static Workload] {
    &WORKLOADS
}

/// The workload of that id.
#[must_use]
pub fn workload(id: &str) -> Option<&'static Workload> {
    WORKLOADS.iter().find(|workload| workload.id == id).copied()
}
