//! What moving an instance costs, and which ways of moving a platform knows.
//!
//! Which way a platform can go is data here and not a rule of the experiment: it is a property of
//! the software that exists, such as a microVM that has snapshots and no live migration.

use serde::{Deserialize, Serialize};

use super::constants::Quantity;
use super::measured::{Source, Standing, Unit, assumed, from, measured};
use super::{Family, Measured, Platform};

/// A way to move an instance from one host to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Way {
    /// Memory is copied in rounds while the virtual machine runs, and the rest in a short stop.
    Live,
    /// The virtual machine is stopped, saved, transferred and restored.
    StopAndCopy,
    /// A container's processes are frozen, written out, transferred and set up again.
    Checkpoint,
    /// A new instance is started at the target, and the old one is stopped.
    Restart,
}

impl Way {
    /// All ways.
    pub const ALL: [Self; 4] = [Self::Live, Self::StopAndCopy, Self::Checkpoint, Self::Restart];

    /// Name in links and files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::StopAndCopy => "stop-and-copy",
            Self::Checkpoint => "checkpoint",
            Self::Restart => "restart",
        }
    }
}

/// The ways that a platform knows, its usual one first.
#[must_use]
pub fn ways(platform: &Platform) -> &'static [Way] {
    let has = |name| platform.isolation.hypervisor.contains(name);
    let is_lightvm = platform.id == "xen-lightvm";
    match platform.family {
        Family::Process | Family::Container => &[Way::Restart, Way::Checkpoint],
        // A user-space kernel can write its own state out; a container in a microVM cannot.
        Family::Sandbox if platform.guests.is_empty() => &[Way::Restart, Way::Checkpoint],
        Family::Sandbox | Family::Nested => &[Way::Restart],
        // Snapshots, but no migration of a machine that runs.
        Family::MicroVm | Family::Unikernel if has("Firecracker") || is_lightvm => {
            &[Way::StopAndCopy, Way::Restart]
        }
        Family::MicroVm | Family::Unikernel | Family::VirtualMachine => {
            &[Way::Live, Way::StopAndCopy, Way::Restart]
        }
    }
}

/// Prices and rules of moving.
#[derive(Clone, Debug, PartialEq)]
pub struct Mobility {
    /// Pages that a busy service writes, counted again each time one is written.
    pub dirty_rate: Measured,
    /// Pages that it writes again and again, as a ratio of the memory to be moved.
    pub working_set: Measured,
    /// How equal services differ in it: standard deviation of the logarithm.
    pub write_spread: Measured,
    /// CPU work to read, send or place one megabyte of memory, on one core at each end.
    pub copy_each_megabyte: Measured,
    /// Fault on the first write to a page in each round, which is how writes are noticed.
    pub write_fault: Measured,
    /// The stop may be this long when copying in rounds ends by itself.
    pub downtime_target: Measured,
    /// Stopping, device state, announcing the address and going on at the target.
    pub stop_fixed: Measured,
    /// Copying in rounds is given up after this many.
    pub rounds_most: Measured,
    /// Where the first round is held back: what each later one is given above the rate at which
    /// pages were written.
    pub rate_step: Measured,
    /// Where the first round is held back: the most that a later one and the stop may use of the
    /// link.
    pub rate_most: Measured,
    /// Where the first round is held back: copying in rounds ends when no more than this is left.
    pub rest_most: Measured,
    /// Work to write out the state of one process of a container, one after the other.
    pub freeze_process: Measured,
    /// Work to set one process of a container up again, one after the other.
    pub thaw_process: Measured,
    /// From asking a container or a microVM to stop until it has.
    pub stop_container: Measured,
    /// From asking a guest to shut down until it has.
    pub stop_guest: Measured,
}

const CLARK: Source = from("CLARK05", "", Standing::Memory);

/// The prices and rules that the model uses.
pub static MOBILITY: Mobility = Mobility {
    dirty_rate: assumed(
        [0.1, 10.0, 200.0],
        Unit::MegabytesPerSecond,
        "From an idle service to one that fills a fast link with what it copies into buffers.",
    ),
    working_set: measured(
        [0.03, 0.1, 0.39],
        Unit::Ratio,
        from("N-MEM", "B83", Standing::Assumption),
        "What a function touched of its booted machine, taken as what a service writes.",
    ),
    write_spread: assumed(
        [0.02, 0.1, 0.5],
        Unit::Ratio,
        "Equal services do not get equal requests.",
    ),
    copy_each_megabyte: assumed(
        [0.3, 0.8, 2.0],
        Unit::Milliseconds,
        "One thread reads pages, looks for zeroes and sends over TCP at some 10 Gb/s.",
    ),
    write_fault: measured(
        [1.0, 2.5, 6.7],
        Unit::Microseconds,
        from("N-MEM", "B82", Standing::Assumption),
        "Taken as the fault on an empty page; hardware that logs pages makes it cheaper.",
    ),
    downtime_target: measured(
        [300.0; 3],
        Unit::Milliseconds,
        from("CHV-DOC", "G4", Standing::Primary),
        "The default of Cloud Hypervisor, and of QEMU as remembered.",
    ),
    stop_fixed: assumed(
        [10.0, 30.0, 60.0],
        Unit::Milliseconds,
        "Registers, devices and the announcement of the address to the switches.",
    ),
    rounds_most: measured(
        [20.0, 30.0, 100.0],
        Unit::Count,
        CLARK,
        "Xen gives up after 29 rounds; QEMU goes on until it is told otherwise.",
    ),
    rate_step: measured(
        [3.0, 6.25, 12.5],
        Unit::MegabytesPerSecond,
        CLARK,
        "50 Mb/s in the rule by which the rate follows the writing.",
    ),
    rate_most: measured(
        [0.3, 0.5, 1.0],
        Unit::Ratio,
        CLARK,
        "500 Mb/s of a gigabit link, by the same rule.",
    ),
    rest_most: measured([0.1, 0.256, 1.0], Unit::Megabytes, CLARK, "256 kB, by the same rule."),
    freeze_process: measured(
        [10.0, 170.0, 200.0],
        Unit::Milliseconds,
        from("CRIU-LIST", "G5", Standing::Primary),
        "About 2 s for the 14 processes of a system container, one report of 2017.",
    ),
    thaw_process: assumed(
        [5.0, 40.0, 170.0],
        Unit::Milliseconds,
        "Forking, mapping and opening again; no figure of its own was found.",
    ),
    stop_container: assumed(
        [0.05, 0.3, 10.0],
        Unit::Seconds,
        "A server ends at the first signal; one that does not is killed after ten seconds.",
    ),
    stop_guest: assumed(
        [1.0, 5.0, 60.0],
        Unit::Seconds,
        "Services are stopped one after the other, and disks are written out.",
    ),
};

/// Every constant of the table with its name, for the list of all constants.
pub(super) fn fields(mobility: &mut Mobility) -> [(&'static str, Quantity, &mut Measured); 15] {
    let Mobility {
        dirty_rate,
        working_set,
        write_spread,
        copy_each_megabyte,
        write_fault,
        downtime_target,
        stop_fixed,
        rounds_most,
        rate_step,
        rate_most,
        rest_most,
        freeze_process,
        thaw_process,
        stop_container,
        stop_guest,
    } = mobility;
    [
        ("dirty_rate", Quantity::Bandwidth, dirty_rate),
        ("working_set", Quantity::Ratio, working_set),
        ("write_spread", Quantity::Ratio, write_spread),
        ("copy_each_megabyte", Quantity::Time, copy_each_megabyte),
        ("write_fault", Quantity::Time, write_fault),
        ("downtime_target", Quantity::Time, downtime_target),
        ("stop_fixed", Quantity::Time, stop_fixed),
        ("rounds_most", Quantity::Count, rounds_most),
        ("rate_step", Quantity::Bandwidth, rate_step),
        ("rate_most", Quantity::Ratio, rate_most),
        ("rest_most", Quantity::Memory, rest_most),
        ("freeze_process", Quantity::Time, freeze_process),
        ("thaw_process", Quantity::Time, thaw_process),
        ("stop_container", Quantity::Time, stop_container),
        ("stop_guest", Quantity::Time, stop_guest),
    ]
}
