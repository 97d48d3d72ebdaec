//! What falls with one part that crashes or is taken over, and what is in the way next.
//!
//! Who falls is read off a graph that is made from the platform's data. The time until everything
//! is back is a simulated storm of restarts. No probability is used anywhere: none is known.

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Dimension};
use super::film::Film;
use super::run;
use crate::model::{Containment, Interface, Layer, Machine};

mod film;
mod inspect;
mod recovery;
mod tell;

pub use self::inspect::View;
use self::recovery::Recovery;

/// What happens to a part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// It stops.
    #[default]
    Crash,
    /// Somebody controls it.
    Takeover,
}

/// What is asked besides the machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// Where it happens, as the first instance sees it.
    pub layer: Layer,
    /// What happens there.
    pub kind: Kind,
}

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Quantity {
    /// Instances that fall, or that the attacker has.
    Lost,
    /// Their share of all instances.
    LostShare,
    /// Boundaries between the attacker and the host's kernel.
    HostBoundaries,
    /// Boundaries between the attacker and another instance.
    NeighbourBoundaries,
    /// Calls through the next boundary on the way to the host.
    NextCalls,
    /// Lines of code behind it.
    NextLines,
    /// From the crash until everything that fell answers again.
    Recovery,
    /// From the crash until the first answers again.
    FirstBack,
    /// Seconds during which instances were down, over all of them.
    Downtime,
    /// Views of the system that an instance has for itself.
    OwnViews,
    /// Views that it shares with the host or with others: what leaks.
    SharedViews,
    /// Time since the incident.
    Elapsed,
    /// Instances that answer.
    Up,
    /// Instances that fall with a layer.
    Felled,
    /// Instances that an attacker has who controls a layer.
    Held,
    /// Boundaries that must be broken before this one.
    Before,
    /// Calls that can be made through it.
    Calls,
    /// Lines of the code that answers them.
    Lines,
    /// Lines of the host's kernel that ran in the one published comparison.
    LinesRun,
    /// What an instance sees.
    Inside,
    /// What the host sees.
    Outside,
    /// Whose it is.
    Whose,
}

impl Quantity {
    /// Every quantity, the most important first.
    pub const ALL: &'static [Self] = &[
        Self::Lost,
        Self::LostShare,
        Self::HostBoundaries,
        Self::NeighbourBoundaries,
        Self::NextCalls,
        Self::NextLines,
        Self::Recovery,
        Self::FirstBack,
        Self::Downtime,
        Self::OwnViews,
        Self::SharedViews,
        Self::Elapsed,
        Self::Up,
        Self::Felled,
        Self::Held,
        Self::Before,
        Self::Calls,
        Self::Lines,
        Self::LinesRun,
        Self::Inside,
        Self::Outside,
        Self::Whose,
    ];

    /// Its name in files and on the command line; never changes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Lost => "instances-lost",
            Self::LostShare => "share-lost",
            Self::HostBoundaries => "boundaries-to-host",
            Self::NeighbourBoundaries => "boundaries-to-neighbour",
            Self::NextCalls => "next-calls",
            Self::NextLines => "next-lines",
            Self::Recovery => "recovery-time",
            Self::FirstBack => "first-back",
            Self::Downtime => "incident-downtime",
            Self::OwnViews => "own-views",
            Self::SharedViews => "shared-views",
            Self::Elapsed => "since-incident",
            Self::Up => "instances-up",
            Self::Felled => "felled-by-crash",
            Self::Held => "held-by-attacker",
            Self::Before => "boundaries-before",
            Self::Calls => "boundary-calls",
            Self::Lines => "boundary-lines",
            Self::LinesRun => "kernel-lines-run",
            Self::Inside => "seen-inside",
            Self::Outside => "seen-outside",
            Self::Whose => "whose-view",
        }
    }

    /// Its unit.
    #[must_use]
    pub const fn dimension(self) -> Dimension {
        match self {
            Self::LostShare => Dimension::Share,
            Self::Recovery | Self::FirstBack | Self::Downtime | Self::Elapsed => Dimension::Time,
            _ => Dimension::Count,
        }
    }
}

/// Why it comes out so, and what the tables speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Mechanism {
    /// The table of layers.
    Layers,
    /// The table of boundaries in the attacker's way.
    Boundaries,
    /// The table of what an instance sees of its system.
    Views,
    /// A layer.
    Layer(Layer),
    /// A boundary.
    Interface(Interface),
    /// Something that an instance sees.
    View(View),
    /// It is the instance's own.
    Own,
    /// It is the host's, or shared with others.
    Shared,
    /// A crashed kernel waits before it is restarted.
    PanicWait,
    /// A supervisor waits before it restarts what died.
    SupervisorWait,
    /// The container engine's daemon starts.
    DaemonStart,
    /// The host reboots.
    HostReboot,
    /// The instances start again, all at once.
    Restarts,
    /// This machine has no such layer.
    NoSuchLayer,
    /// The kernel that the application calls is the host's own.
    KernelIsHosts,
    /// All containers call the kernel of one virtual machine.
    KernelIsCarriers,
    /// The hypervisor is a part of the host's kernel.
    HypervisorInHost,
    /// A daemon that comes back stops its containers, unless it is told to leave them.
    DaemonStopsContainers,
    /// A runtime without a daemon is gone when the container runs.
    NoDaemon,
    /// The container engine is root on the kernel that it runs on.
    EngineIsRoot,
    /// Processes of one user account are not divided from each other.
    SameAccount,
    /// In a unikernel nothing divides the application from its kernel.
    OneAddressSpace,
    /// Not all that fell comes back: something runs out.
    NotAllBack,
    /// A count of ways in is no count of flaws.
    CountsAreNotFlaws,
    /// Side channels are out of the model's reach.
    SideChannels,
    /// So are errors of configuration.
    Configuration,
    /// So are firmware, network and storage that all share.
    SharedBelow,
    /// A runtime that enters a container touches what the container wrote; that way is not counted.
    RuntimeTouches,
}

/// A run of the experiment: a value that can be sliced and cloned.
#[derive(Clone, Debug)]
pub struct Run {
    machine: Box<Machine>,
    setting: Setting,
    graph: Option<Containment>,
    recovery: Option<Box<Recovery>>,
    restarts: Option<Box<run::Run>>,
    done: bool,
}

impl Run {
    /// A run at its beginning.
    #[must_use]
    pub fn new(machine: Machine, setting: Setting) -> Self {
        let fits = machine.check_compatibility().is_ok();
        let graph = fits.then(|| machine.containment(machine.instances));
        let recovery = graph
            .as_ref()
            .filter(|_| setting.kind == Kind::Crash)
            .and_then(|graph| Recovery::of(&machine, graph, setting.layer))
            .map(Box::new);
        let restart = |recovery: &Recovery| Box::new(run::Run::new(recovery.machine.clone()));
        let restarts = recovery.as_deref().map(restart);
        Self { machine: Box::new(machine), setting, graph, recovery, restarts, done: false }
    }

    /// Handles at most so many events; true when nothing is left to happen.
    pub fn advance(&mut self, events: u64) -> bool {
        self.done = self.restarts.as_mut().is_none_or(|run| run.advance(events));
        self.done
    }

    /// How far it has come, 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        match &self.restarts {
            Some(run) if !self.done => {
                let progress = run.progress();
                f64::from(progress.ready) / f64::from(progress.of.max(1))
            }
            Some(_) => 1.0,
            None => f64::from(u8::from(self.done)),
        }
    }

    /// What it has to tell.
    #[must_use]
    pub fn answer(&self) -> Answer {
        match &self.graph {
            Some(graph) => tell::answer(self, graph),
            None => {
                Answer { refused: self.machine.check_compatibility().err(), ..Answer::default() }
            }
        }
    }

    /// Who falls and comes back, or is held; `None` where the machine cannot be or is not done.
    #[must_use]
    pub fn film(&self) -> Option<Film> {
        self.graph.as_ref().filter(|_| self.done).map(|graph| film::film(self, graph))
    }
}
