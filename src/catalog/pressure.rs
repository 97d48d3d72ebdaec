//! What a request of a memory-bound service asks for, and the kernel's rules of scarcity.
//!
//! The request is a composition of ours, since published experiments on overcommit say how much
//! slower a service became and not what one of its requests does. The rules are the kernel's own.

use super::Measured;
use super::measured::{Standing, Unit, assumed, from, measured};

/// Constants of the questions about scarcity and about demand that moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Scarcity {
    /// CPU work of one request.
    pub request_cpu: Measured,
    /// Pages of the working set that one request touches.
    pub request_pages: Measured,
    /// Operations on the disk that one request needs even when memory is ample.
    pub request_operations: Measured,
    /// Ratio of anonymous pages that have been written since they were last in swap.
    pub dirty: Measured,
    /// Period over which a CPU quota is accounted.
    pub quota_period: Measured,
    /// What a thread takes out of a quota at a time.
    pub quota_slice: Measured,
    /// Swap that a memory limit allows, as a ratio of the limit.
    pub swap_of_limit: Measured,
    /// Most tasks of one instance, where a limit is set.
    pub pids_limit: Measured,
    /// Kernel and user memory of one forked process that does nothing else.
    pub process_memory: Measured,
    /// Outstanding operations of a neighbour that hogs the disk.
    pub hog_depth: Measured,
    /// How often an autoscaler looks.
    pub autoscaler_period: Measured,
    /// How long a client waits before it gives up.
    pub patience: Measured,
    /// CPU work of one request of the service whose demand moves.
    pub service_request: Measured,
    /// Memory that the service needs for each core that is busy.
    pub memory_each_core: Measured,
}

/// The constants that the model uses.
pub static SCARCITY: Scarcity = Scarcity {
    request_cpu: assumed(
        [0.05, 0.5, 5.0],
        Unit::Milliseconds,
        "A lookup of a small database or a page of a web application.",
    ),
    request_pages: assumed(
        [5.0, 50.0, 500.0],
        Unit::Count,
        "An index, some rows and the heap of the request, spread over the working set.",
    ),
    request_operations: assumed(
        [0.0, 0.1, 1.0],
        Unit::Count,
        "One request in ten reads or writes something that is not kept in memory.",
    ),
    dirty: assumed(
        [0.05, 0.3, 1.0],
        Unit::Ratio,
        "Other pages are still the same in swap and need not be written again.",
    ),
    quota_period: measured(
        [10.0, 100.0, 100.0],
        Unit::Milliseconds,
        from("LINUX-DOC", "", Standing::Memory),
        "Default of cpu.max; Docker and Kubernetes keep it.",
    ),
    quota_slice: measured(
        [1.0, 5.0, 5.0],
        Unit::Milliseconds,
        from("LINUX-DOC", "", Standing::Memory),
        "Default of sched_cfs_bandwidth_slice_us.",
    ),
    swap_of_limit: measured(
        [0.0, 1.0, 1.0],
        Unit::Ratio,
        from("DOCKER-LIMITS", "", Standing::Memory),
        "With a memory limit alone Docker allows as much swap again; Kubernetes usually none.",
    ),
    pids_limit: measured(
        [1024.0, 2048.0, 4096.0],
        Unit::Count,
        from("DOCKER-LIMITS", "", Standing::Memory),
        "Podman's default; Docker has none unless it is asked for.",
    ),
    process_memory: assumed(
        [0.05, 0.12, 0.5],
        Unit::Mebibytes,
        "A kernel stack of 16 KiB, descriptors, page tables and some pages of its own.",
    ),
    hog_depth: measured(
        [32.0, 128.0, 256.0],
        Unit::Count,
        from("FELTER-DATA", "P8", Standing::Assumption),
        "Sixteen jobs of depth eight, as in the published runs of fio; that a neighbour does the \
         same is our choice.",
    ),
    autoscaler_period: measured(
        [5.0, 15.0, 60.0],
        Unit::Seconds,
        from("K8S-DOC", "", Standing::Memory),
        "Default of the horizontal autoscaler; cloud services look once a minute.",
    ),
    patience: assumed([1.0, 5.0, 60.0], Unit::Seconds, "Browsers wait longer and people do not."),
    service_request: assumed(
        [1.0, 10.0, 200.0],
        Unit::Milliseconds,
        "A page of a web application.",
    ),
    memory_each_core: assumed(
        [32.0, 128.0, 1024.0],
        Unit::Mebibytes,
        "Connections, buffers and the heaps of requests in progress.",
    ),
};
