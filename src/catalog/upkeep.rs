//! What it takes to mend a machine: reboots, patches, images, and the wait after a crash.
//!
//! The restart of an instance is not here: it is simulated. Stops and migrations have their prices
//! in [`super::mobility`]. What an administrator needs is a
//! question of the scenario and not a constant.

use super::Measured;
use super::measured::{Standing, Unit, assumed, from, measured};

/// Times and amounts of maintenance and of recovery.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Upkeep {
    /// A physical host, from the order to reboot to the end of its own start.
    pub host_reboot: Measured,
    /// From the crash of a kernel until it is restarted.
    pub panic_wait: Measured,
    /// From the death of a process until its supervisor starts it again.
    pub restart_delay: Measured,
    /// Start of a container engine's daemons.
    pub daemon_start: Measured,
    /// Download of a new kernel.
    pub kernel_transfer: Measured,
    /// CPU work to install it.
    pub kernel_install: Measured,
    /// Download of a new library or program.
    pub package_transfer: Measured,
    /// CPU work to install it.
    pub package_install: Measured,
    /// Making and testing a new image.
    pub image_build: Measured,
}

/// The values that the model uses.
pub static UPKEEP: Upkeep = Upkeep {
    host_reboot: measured(
        [73.0, 110.0, 150.0],
        Unit::Seconds,
        from("SYSTEMD", "B30", Standing::Primary),
        "73 s for a physical workstation and 150 s for a server, firmware included; the middle is \
         our choice.",
    ),
    panic_wait: assumed(
        [0.0, 10.0, 60.0],
        Unit::Seconds,
        "A kernel that has crashed reboots when it is told to, often after 10 s, and after a dump \
         of its memory later.",
    ),
    restart_delay: assumed(
        [0.1, 0.1, 5.0],
        Unit::Seconds,
        "A tenth of a second is a usual default for the first restart.",
    ),
    daemon_start: assumed([0.5, 2.0, 10.0], Unit::Seconds, "The daemon reads what it has stored."),
    kernel_transfer: assumed(
        [10.0, 80.0, 300.0],
        Unit::Megabytes,
        "Kernel and modules of a distribution.",
    ),
    kernel_install: assumed(
        [5.0, 20.0, 60.0],
        Unit::Seconds,
        "Unpacking, and a new initial file system with the modules.",
    ),
    package_transfer: assumed([0.5, 5.0, 50.0], Unit::Megabytes, "One package."),
    package_install: assumed([0.5, 3.0, 20.0], Unit::Seconds, "Unpacking and scripts."),
    image_build: assumed(
        [60.0, 300.0, 1800.0],
        Unit::Seconds,
        "A build and a first test by machine.",
    ),
};
