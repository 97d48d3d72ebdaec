//! What it takes to bring a fix to all instances: time exposed, time down, and work by hand.
//!
//! Maintenance is a list of stages, and a stage goes in waves of so many instances at a time. The
//! restarts of a wave are a simulated run; the rest stands in the catalogue or is asked for. The
//! one decision to question is the wave: the next one begins when the whole of the last is back,
//! as cautious tools do, so that never more than a wave is down.

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Dimension};
use super::film::Film;
use super::run;
use crate::model::Machine;
use crate::units::Span;

mod film;
mod ledger;
mod stages;
mod tell;
mod wave;

use self::ledger::Ledger;
use self::stages::Stage;
use self::wave::Work;

/// What is fixed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Fix {
    /// The kernel that the applications call, whoever owns it.
    #[default]
    Kernel,
    /// The kernel that owns the hardware.
    HostKernel,
    /// Both: a flaw in every kernel.
    EveryKernel,
    /// A library beside the application.
    Library,
    /// The VMM, or the kernel in user space.
    Vmm,
}

/// How the copies of an operating system or an image are brought up to date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Way {
    /// Each in its place: it is down while it restarts.
    #[default]
    InPlace,
    /// A new image is made; a new instance boots beside each old one, which stops then.
    Replace,
}

/// What is done about the instances when their host must reboot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum HostWay {
    /// They stop with it and start again after it.
    #[default]
    Reboot,
    /// They are moved to a second host before.
    Drain,
}

/// What is asked besides the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What is fixed.
    pub fix: Fix,
    /// How copies are brought up to date.
    pub way: Way,
    /// What is done about a host that must reboot.
    pub host: HostWay,
    /// Instances in one wave.
    pub at_once: u32,
    /// An administrator's time for one step by hand; one administrator does one at a time.
    pub labour: Span,
}

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Quantity {
    /// Instances that still run what is flawed, times hours.
    Exposure,
    /// Seconds during which instances were down, over all of them.
    Downtime,
    /// How long none was up.
    Outage,
    /// The fewest that were up at any time.
    FewestUp,
    /// Steps by hand.
    LabourSteps,
    /// Time that an administrator spends.
    LabourTime,
    /// From the beginning until all is done.
    Total,
    /// Instances that lose what they had in memory.
    StateLost,
    /// Instances that run besides at the same time.
    ExtraInstances,
    /// Memory for them.
    ExtraMemory,
    /// Hosts that are needed besides.
    ExtraHosts,
    /// Instances that did not come back.
    Failed,
    /// Time since the beginning.
    Elapsed,
    /// Instances that answer.
    Up,
    /// Instances that run what is fixed.
    Patched,
}

impl Quantity {
    /// Every quantity, the most important first.
    pub const ALL: &'static [Self] = &[
        Self::Exposure,
        Self::Downtime,
        Self::Outage,
        Self::FewestUp,
        Self::LabourSteps,
        Self::LabourTime,
        Self::Total,
        Self::StateLost,
        Self::ExtraInstances,
        Self::ExtraMemory,
        Self::ExtraHosts,
        Self::Failed,
        Self::Elapsed,
        Self::Up,
        Self::Patched,
    ];

    /// Its name in files and on the command line; never changes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Exposure => "exposure",
            Self::Downtime => "maintenance-downtime",
            Self::Outage => "outage",
            Self::FewestUp => "fewest-up",
            Self::LabourSteps => "labour-steps",
            Self::LabourTime => "labour-time",
            Self::Total => "maintenance-time",
            Self::StateLost => "state-lost",
            Self::ExtraInstances => "extra-instances",
            Self::ExtraMemory => "extra-memory",
            Self::ExtraHosts => "extra-hosts",
            Self::Failed => "not-back",
            Self::Elapsed => "since-fix",
            Self::Up => "maintenance-up",
            Self::Patched => "patched",
        }
    }

    /// Its unit.
    #[must_use]
    pub const fn dimension(self) -> Dimension {
        match self {
            Self::Exposure => Dimension::InstanceHours,
            Self::Downtime | Self::Outage | Self::LabourTime | Self::Total | Self::Elapsed => {
                Dimension::Time
            }
            Self::ExtraMemory => Dimension::Memory,
            Self::FewestUp
            | Self::LabourSteps
            | Self::StateLost
            | Self::ExtraInstances
            | Self::ExtraHosts
            | Self::Failed
            | Self::Up
            | Self::Patched => Dimension::Count,
        }
    }
}

/// Why it comes out so, and what the table speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Mechanism {
    /// The table of stages.
    Stages,
    /// The kernel that all instances share, fixed once.
    SharedKernel,
    /// The kernel of the host, under all instances.
    HostKernel,
    /// A guest's kernel on its own disk, fixed in each.
    GuestKernels,
    /// A kernel file of the host, from which all guests boot.
    KernelFile,
    /// The kernel of the one machine that carries all containers.
    CarrierKernel,
    /// A program of the host, of which each instance runs a copy.
    HostProgram,
    /// A library, fixed in each machine.
    LibraryInPlace,
    /// A new image, and instances made from it.
    NewImage,
    /// Steps by hand.
    Labour,
    /// Download and installation.
    Installation,
    /// Making and testing the image.
    ImageBuild,
    /// Orderly stops.
    Stops,
    /// Starts of instances.
    Restarts,
    /// The reboot of the host.
    HostReboot,
    /// Copying memory to the second host.
    Migration,
    /// There is nothing to fix here.
    NothingToFix,
    /// A container or a snapshot is not mended in place: it is made anew from an image.
    ImagesAreReplaced,
    /// Live migration keeps what an instance had in memory.
    StateKept,
    /// This platform cannot migrate: new instances start on the second host.
    NoMigration,
    /// The host has no room for what must run besides.
    NoRoom,
    /// Not all instances come back: something runs out.
    NotAllBack,
    /// Patching a kernel that runs is out of scope.
    LivePatching,
}

/// A run of the experiment: a value that can be sliced and cloned.
#[derive(Clone, Debug)]
pub struct Run {
    machine: Box<Machine>,
    setting: Setting,
    stages: Vec<Stage>,
    /// The stage that is under way, and how many of its instances have been through it.
    stage: usize,
    through: u32,
    wave: u32,
    /// What is being simulated for the wave that is under way.
    work: Option<Work>,
    ledger: Ledger,
}

impl Run {
    /// A run at its beginning.
    #[must_use]
    pub fn new(machine: Machine, setting: Setting) -> Self {
        let fits = machine.check_compatibility().is_ok();
        let stages = if fits { stages::of(&machine, &setting) } else { Vec::new() };
        let ledger = Ledger::new(machine.instances, stages.len());
        let (stage, through, wave) = (0, 0, 0);
        let machine = Box::new(machine);
        Self { machine, setting, stages, stage, through, wave, work: None, ledger }
    }

    /// Handles at most so many events; true when nothing is left to happen.
    pub fn advance(&mut self, events: u64) -> bool {
        let mut left = events;
        while self.stage < self.stages.len() {
            if left == 0 {
                return false;
            }
            left = left.saturating_sub(self.step(left));
        }
        true
    }

    /// How far it has come, 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        let of = f64::from(u32::try_from(self.stages.len()).unwrap_or(u32::MAX)).max(1.0);
        let done = f64::from(u32::try_from(self.stage).unwrap_or(u32::MAX));
        if self.stage >= self.stages.len() {
            return 1.0;
        }
        let within = f64::from(self.through) / f64::from(self.machine.instances.max(1));
        ((done + within) / of).min(1.0)
    }

    /// What it has to tell.
    #[must_use]
    pub fn answer(&self) -> Answer {
        match self.machine.check_compatibility() {
            Ok(()) => tell::answer(self),
            Err(reason) => Answer { refused: Some(reason), ..Answer::default() },
        }
    }

    /// Who is down, moves or is made anew when; `None` where nothing is to be done or it is not
    /// done yet.
    #[must_use]
    pub fn film(&self) -> Option<Film> {
        let over = self.stage >= self.stages.len() && !self.stages.is_empty();
        over.then(|| film::film(self))
    }
}
