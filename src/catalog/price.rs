//! Prices of what hosts do for any platform: forking, unpacking, merging, ballooning, faulting.

use super::Measured;
use super::measured::{Standing, Unit, assumed, from, measured};

/// Prices that belong to no single platform.
#[derive(Clone, Debug, PartialEq)]
pub struct Prices {
    /// A launcher's own work to fork and execute one start command.
    pub launch: Measured,
    /// CPU work to unpack one megabyte (10^6 bytes) of unpacked layer.
    pub unpack_each_megabyte: Measured,
    /// A VMM's work before the first guest instruction, besides loading the kernel.
    pub load_kernel: Measured,
    /// A VMM's work to load one megabyte of kernel image.
    pub load_kernel_each_megabyte: Measured,
    /// Pages that same-page merging scans in a second when it is on.
    pub merge_scan: Measured,
    /// CPU work to scan one page.
    pub merge_scan_each_page: Measured,
    /// Passes over a page before it can be merged: the first learns its checksum.
    pub merge_passes: Measured,
    /// CPU work to get one page back from a guest by balloon.
    pub balloon_each_page: Measured,
    /// CPU work to swap one page, besides the disk.
    pub swap_each_page: Measured,
    /// Fault on a page of a snapshot that is in the host's page cache.
    pub fault_cached: Measured,
    /// Fault on a page of a snapshot that is on the disk, besides the disk's own time.
    pub fault_disk: Measured,
    /// Ratio of a snapshot's memory that the first request touches.
    pub snapshot_working_set: Measured,
    /// Spread of repeated equal starts: standard deviation of the logarithm.
    pub start_spread: Measured,
    /// Outstanding operations of one sequential reader (read-ahead).
    pub read_depth: Measured,
    /// Processes and threads of a host before anything is started.
    pub host_processes: Measured,
    /// The kernel's lists of one file system for one control group on one memory node.
    pub list_each: Measured,
    /// Most control groups of memory that the kernel numbers.
    pub groups_most: Measured,
}

/// The prices that the model uses.
pub static PRICES: Prices = Prices {
    launch: measured(
        [1.0, 3.5, 9.0],
        Unit::Milliseconds,
        from("LVM-N", "B50", Standing::Secondary),
        "A launcher starts a shell with arguments: 3.5 ms mean and 9 ms at the 90th percentile in \
         Fig. 4, 1 ms for a small process in the abstract.",
    ),
    unpack_each_megabyte: assumed(
        [4.0, 10.0, 25.0],
        Unit::Milliseconds,
        "Decompressing, hashing and writing many small files on one core.",
    ),
    load_kernel: measured(
        [0.05, 2.9, 7.2],
        Unit::Milliseconds,
        from("N-BOOT", "B26, B27", Standing::Secondary),
        "Intercept of the VMM's work before the first instruction, 2 ms on an EPYC 7313P of about \
         1.45 times the reference speed; an empty machine takes 45 us.",
    ),
    load_kernel_each_megabyte: measured(
        [0.15, 0.29, 0.44],
        Unit::Milliseconds,
        from("N-BOOT", "B26", Standing::Secondary),
        "10 ms at 23-43 MB and 19 ms at 61 MB on an EPYC 7313P of about 1.45 times the reference \
         speed; the slope is our judgement.",
    ),
    merge_scan: measured(
        [5000.0, 5000.0, 125_000.0],
        Unit::PerSecond,
        from("N-MEM", "M33", Standing::Secondary),
        "100 pages every 20 ms by default; a tuning daemon raises it to 1250 pages every 10 ms.",
    ),
    merge_scan_each_page: assumed(
        [0.5, 1.5, 4.0],
        Unit::Microseconds,
        "A checksum over 4 KiB and a walk of the tree of known pages.",
    ),
    merge_passes: assumed(
        [2.0, 2.0, 3.0],
        Unit::Count,
        "The first pass learns a page's checksum, the second merges it if it stayed the same.",
    ),
    balloon_each_page: measured(
        [0.5, 0.76, 4.7],
        Unit::Microseconds,
        from("FC-DOC", "M37", Standing::Primary),
        "200 ms for 1 GB by hints; 617 ms for 512 MiB by unplugging.",
    ),
    swap_each_page: assumed(
        [1.0, 3.0, 8.0],
        Unit::Microseconds,
        "Unmapping, the swap entry and the block layer.",
    ),
    fault_cached: measured(
        [2.5, 3.7, 6.7],
        Unit::Microseconds,
        from("N-MEM", "B82", Standing::Secondary),
        "From the page cache; 2.5 us for an empty page, 6.7 us when handled in user space.",
    ),
    fault_disk: measured(
        [5.0, 13.3, 20.0],
        Unit::Microseconds,
        from("N-MEM", "B82", Standing::Secondary),
        "Published with the disk's time in it, which read-ahead mostly hides.",
    ),
    snapshot_working_set: measured(
        [0.03, 0.1, 0.39],
        Unit::Ratio,
        from("N-MEM", "B83", Standing::Secondary),
        "8-99 MB or 3-39 % of what a function's machine had touched when booted.",
    ),
    start_spread: measured(
        [0.004, 0.023, 0.031],
        Unit::Ratio,
        from("NSDI-DATA", "B1, B2", Standing::Raw),
        "Logarithm of p99 over median, by 2.33: 116 over 110 ms on the reference host.",
    ),
    read_depth: assumed(
        [1.0, 4.0, 32.0],
        Unit::Count,
        "Read-ahead keeps two windows of several requests in flight.",
    ),
    host_processes: assumed(
        [100.0, 300.0, 1000.0],
        Unit::Count,
        "Kernel threads and base services of a server.",
    ),
    list_each: measured(
        [0.0, 80.0, 80.0],
        Unit::Bytes,
        from("LIST-LRU", "", Standing::Memory),
        "One list for names and one for files, each an object of 32 bytes and a pointer to it \
         (mm/list_lru.c before Linux 5.18, which makes a list when it is first used).",
    ),
    groups_most: measured(
        [65_535.0, 65_535.0, 65_535.0],
        Unit::Count,
        from("LINUX-DOC", "", Standing::Memory),
        "Control groups of memory are numbered with 16 bits.",
    ),
};
