//! Prices of what hosts do for any platform: forking, unpacking, merging, ballooning, faulting.

use super::Measured;

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
}
