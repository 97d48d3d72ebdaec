//! Everything that one simulated host is asked to do, complete and resolved.
//!
//! The values of the catalogue are held by copy, so that a question may change one of them
//! ("what if the disk were slower?") without touching the catalogue.

use serde::{Deserialize, Serialize};

use super::{Change, Changed, Intervention};
use crate::catalog::price::Prices;
use crate::catalog::{DiskFormat, Guest, Host, Image, Kernel, Platform};
use crate::units::{Bytes, Span, Time};

/// In which order instances are started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Launch {
    /// All in the same instant, as after a power failure.
    Together,
    /// One every so often.
    Every(Span),
    /// So many launchers, each starting the next instance when its start command has returned.
    Starters(u32),
    /// One launcher that keeps so many starts going until each is ready (`xargs -P`).
    InFlight(u32),
    /// One after the other, each when the one before is ready, until a limit is met.
    UntilLimit {
        /// A start that takes longer than this counts as a limit.
        goal: Option<Span>,
    },
}

/// Where the image, or the disk of the virtual machine, is at the beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImageState {
    /// In the registry: it must be fetched and unpacked.
    Remote,
    /// On the host's disk, not in memory.
    OnDisk,
    /// In the host's page cache, after an earlier start.
    InMemory,
}

/// Everything that one simulated host is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Machine {
    /// The hardware.
    pub host: Host,
    /// The way to isolate.
    pub platform: Platform,
    /// The guest operating system, where the platform has one.
    pub guest: Option<Guest>,
    /// The application.
    pub image: Image,
    /// What hosts charge for what they do.
    pub prices: Prices,
    /// How many instances are started; with [`Launch::UntilLimit`], the most that are tried.
    pub instances: u32,
    /// Virtual processors of each instance; a container's cap in cores.
    pub vcpus: u32,
    /// Memory promised to each virtual machine; a container has no promise.
    pub memory: Bytes,
    /// In which order they are started.
    pub launch: Launch,
    /// Where the image is at the beginning.
    pub image_state: ImageState,
    /// How each instance's disk is made.
    pub disk_format: DiskFormat,
    /// Whether virtual machines are restored from a snapshot instead of booted.
    pub snapshot: bool,
    /// Pages scanned by same-page merging in a second; `None` when it is off.
    pub merging: Option<f64>,
    /// Whether guests can be asked for their page cache back.
    pub balloon: bool,
    /// Room for swap.
    pub swap: Bytes,
    /// Most memory promised, as a ratio of the machine's; `None` for no such rule.
    pub overcommit: Option<f64>,
    /// Seed of the random streams.
    pub seed: u64,
    /// Whether equal starts differ as repeated measurements do.
    pub spread: bool,
    /// How long the machine is watched after the last instance is ready.
    pub watch: Span,
    /// Constants with other values than the catalogue's, where it does not hold them itself.
    pub changed: Option<Box<Changed>>,
    /// What is done to it on its way, in order of time.
    pub changes: Vec<Change>,
}

impl Machine {
    /// Instances in all, those of its changes included.
    #[must_use]
    pub fn places(&self) -> u32 {
        let more = self.changes.iter().map(|change| change.what.more());
        more.fold(self.instances, u32::saturating_add)
    }

    /// Cores of the host at a time, changes of that instant included.
    #[must_use]
    pub fn cores_at(&self, time: Time) -> u32 {
        let made = self.changes.iter().rev().filter(|change| change.at <= time);
        let mut cores = made.filter_map(|change| match change.what {
            Intervention::Cores(cores) => Some(cores),
            _ => None,
        });
        cores.next().unwrap_or(self.host.cores)
    }

    /// The most cores that the host ever has.
    #[must_use]
    pub fn cores_most(&self) -> u32 {
        let later = self.changes.iter().map(|change| self.cores_at(change.at));
        later.fold(self.host.cores, u32::max)
    }

    /// Whether each instance has a guest kernel of its own.
    #[must_use]
    pub fn has_guest_kernels(&self) -> bool {
        self.platform.isolation.kernel == Kernel::Guest
    }

    /// Kernels on the machine when `instances` of them run: the host's, and the guests'.
    #[must_use]
    pub fn kernels(&self, instances: u32) -> u32 {
        match self.platform.isolation.kernel {
            Kernel::Host => 1,
            Kernel::UserSpace | Kernel::Guest => 1 + instances,
            Kernel::OneGuest => 2,
        }
    }

    /// Core-seconds on this host for seconds of work on the reference core.
    #[must_use]
    pub fn host_work(&self, reference_seconds: f64) -> f64 {
        reference_seconds / self.host.speed.typical
    }
}
