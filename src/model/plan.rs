//! The plan of one start: what a platform's parts mean for this guest, image and host.
//!
//! A plan is a flat list of acts. It says what is to be done and never when: the engine decides
//! that, by who else wants the same cores, disk, link, locks and memory.

mod application;
mod guest;
mod image;
mod platform;

use super::{Machine, Owner};
use crate::catalog::{Clock, Lock, Phase};
use crate::units::{Bytes, Span};

/// Something that is done once on the host, by whoever comes first; others wait for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    /// Fetching the image.
    Image,
    /// Booting the virtual machine that carries all containers.
    Carrier,
    /// Reading one stretch of the image or disk into the host's page cache.
    Pages(u8),
}

/// Who comes to hold memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The instance that starts.
    Instance,
    /// The host, on behalf of all instances.
    Host,
}

/// One act of a start. Work is in core-seconds on this host.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Act {
    /// CPU work on at most `threads` cores at once.
    Work {
        /// Core-seconds.
        core_seconds: f64,
        /// The most cores it can use.
        threads: f64,
    },
    /// CPU work for each unit of `instances already there ^ power`.
    Walk {
        /// Core-seconds for each unit.
        each: f64,
        /// The power.
        power: u8,
    },
    /// Time passes.
    Pause(Span),
    /// Reading from the disk.
    Read {
        /// How much.
        bytes: Bytes,
        /// In how many operations.
        operations: f64,
        /// Whether through the platform's virtual device.
        through_device: bool,
    },
    /// Writing to the disk.
    Write {
        /// How much.
        bytes: Bytes,
    },
    /// Transfer from the registry.
    Download {
        /// How much.
        bytes: Bytes,
    },
    /// From here on a section of the host is needed alone.
    Acquire(Lock),
    /// And from here on no longer.
    Release(Lock),
    /// What follows until the matching end is done once for all.
    Begin(Shared),
    /// The end of what is done once.
    End(Shared),
    /// Memory is promised to the instance.
    Promise(Bytes),
    /// Memory is touched.
    Take {
        /// Who holds it.
        holder: Holder,
        /// What for.
        owner: Owner,
        /// How much.
        bytes: Bytes,
    },
    /// The host's kernel adds the instance's control group and file systems to its lists.
    AddLists,
    /// The instance's own disk, overlay or writable layer takes its room.
    AddDisk,
    /// A clock stops.
    Reached(Clock),
}

/// One act and the phase it belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The phase.
    pub phase: Phase,
    /// The act.
    pub act: Act,
}

/// The whole start of one instance; all instances of a machine have the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// In order.
    pub steps: Vec<Step>,
    /// The start command has returned once this many steps are done: a launcher goes on then.
    pub returned: usize,
}

impl Machine {
    /// The plan of one start.
    #[must_use]
    pub fn plan(&self) -> Plan {
        let mut steps = Vec::new();
        self.add_platform(&mut steps);
        steps.retain(|step| !step.act.is_nothing());
        let runs = |step: &Step| {
            matches!(step.act, Act::Reached(Clock::FirstInstruction | Clock::Init | Clock::Ready))
        };
        // What is done once (a carrying machine) reaches no clock of an instance.
        let returned = steps.iter().position(runs).map_or(steps.len(), |position| position + 1);
        Plan { steps, returned }
    }
}

impl Act {
    /// Whether the act would do nothing, so that a plan can leave it out.
    fn is_nothing(&self) -> bool {
        match *self {
            Self::Work { core_seconds, .. } => core_seconds <= 0.0,
            Self::Walk { each, .. } => each <= 0.0,
            Self::Pause(span) => span == Span::ZERO,
            Self::Read { bytes, .. } | Self::Write { bytes } | Self::Download { bytes } => {
                bytes == Bytes::ZERO
            }
            Self::Take { bytes, .. } | Self::Promise(bytes) => bytes == Bytes::ZERO,
            Self::Acquire(_)
            | Self::Release(_)
            | Self::Begin(_)
            | Self::End(_)
            | Self::AddLists
            | Self::AddDisk
            | Self::Reached(_) => false,
        }
    }
}

/// A list of acts that belong to one phase.
struct Acts<'a> {
    phase: Phase,
    steps: &'a mut Vec<Step>,
}

impl Acts<'_> {
    fn add(&mut self, act: Act) {
        self.steps.push(Step { phase: self.phase, act });
    }

    fn work(&mut self, core_seconds: f64, threads: f64) {
        self.add(Act::Work { core_seconds, threads });
    }

    fn take(&mut self, owner: Owner, bytes: Bytes) {
        self.add(Act::Take { holder: Holder::Instance, owner, bytes });
    }

    fn take_for_host(&mut self, owner: Owner, bytes: Bytes) {
        self.add(Act::Take { holder: Holder::Host, owner, bytes });
    }
}
