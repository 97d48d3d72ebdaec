//! What happens when demand moves: between instances, or all at once upwards.
//!
//! Work is a fluid with exact breakpoints: rates are constant between events, and an event is a
//! change of demand, a queue that empties or is full, or an instance that becomes ready. How long
//! a start takes is not a number here: starts are run on the same machine, alone and as a storm.

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Dimension};
use super::film::Film;
use crate::catalog::Kernel;
use crate::model::Machine;

mod demand;
mod figures;
mod film;
mod flow;
mod spike;

use flow::Flow;
use spike::Spike;

/// How demand moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pattern {
    /// A quarter of the instances is busy at a time, and the quarter moves on: the sum is constant.
    #[default]
    Rotating,
    /// All are busy at the same hour.
    Daily,
    /// Each goes its own way by chance.
    Walk,
    /// All at once upwards, with an autoscaler.
    Spike,
}

/// What is asked besides the machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// How demand moves.
    pub pattern: Pattern,
    /// Demand of an instance at its peak, in cores.
    pub peak: f64,
    /// How many times as much demand there is in the spike.
    pub spike: f64,
    /// Share of its cores at which the autoscaler wants an instance to work.
    pub target: f64,
    /// Instances that are ready and idle.
    pub warm: u32,
    /// How long, in seconds.
    pub duration: f64,
    /// Whether a container is capped at its processors; a virtual machine always is.
    pub capped: bool,
}

macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident: $key:literal, $dimension:ident;)*) => {
        /// What is told.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize,
        )]
        pub enum Quantity { $($(#[$doc])* $name,)* }

        impl Quantity {
            /// Every quantity, the most important first.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its name in files and on the command line; never changes.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// Its unit.
            #[must_use]
            pub const fn dimension(self) -> Dimension {
                match self { $(Self::$name => Dimension::$dimension,)* }
            }
        }
    };
}

quantities! {
    /// Part of the requests that are served.
    Served: "served-share", Share;
    /// Requests whose clients gave up.
    Lost: "lost-requests", Count;
    /// Requests that arrived while capacity was short.
    Delayed: "delayed-requests", Count;
    /// Time in the queue, 99th percentile.
    DelayP99: "delay-p99", Time;
    /// Time in the queue, mean.
    Delay: "delay-mean", Time;
    /// From the spike until capacity meets demand.
    TimeToMeet: "time-to-meet", Time;
    /// One start alone on the machine.
    StartAlone: "start-alone", Time;
    /// The last of the starts of the storm.
    StartStorm: "start-storm", Time;
    /// Instances that were added.
    Added: "added-instances", Count;
    /// Cores that instances are allowed to use, by the mean over time.
    CoresReserved: "cores-reserved", Cores;
    /// Cores used, by the mean over time.
    CoresUsed: "cores-used", Cores;
    /// What is used of what is reserved.
    Utilisation: "utilisation", Share;
    /// Memory promised, or set aside for instances.
    MemoryReserved: "memory-reserved", Memory;
    /// Memory held, by the mean over time.
    MemoryHeld: "memory-held", Memory;
    /// Memory needed, by the mean over time.
    MemoryNeeded: "memory-needed", Memory;
    /// Time that warm instances idle.
    WarmHours: "warm-hours", InstanceHours;
    /// Memory that warm instances hold.
    WarmMemory: "warm-memory", Memory;
    /// Instances kept warm.
    Warm: "warm-instances", Count;
    /// Time.
    Moment: "moment", Time;
    /// Demand in cores.
    Demand: "demand", Cores;
    /// Capacity in cores.
    Capacity: "capacity", Cores;
    /// Work done in cores.
    Work: "work-done", Cores;
}

/// Why it comes out so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Mechanism {
    /// An instance may not use cores that others leave idle.
    CapBinds,
    /// All cores of the host are at work.
    HostFull,
    /// Until the autoscaler looks.
    AutoscalerWaits,
    /// Until the new instances are ready.
    InstancesStart,
    /// What one does not need another can use.
    WorkConserving,
    /// Peaks at the same time leave nothing to share.
    PeaksTogether,
    /// Without a cap a busy instance takes what its neighbours may want.
    NoisyNeighbours,
    /// A guest keeps the memory that it once touched.
    GuestKeeps,
    /// The balloon gives back what the guest does not need.
    BalloonReturns,
    /// Memory that is freed goes back to the one kernel at once.
    KernelReturns,
    /// Warm instances take the spike at once, and hold memory while they wait.
    WarmTakes,
    /// Starts of a storm slow each other down.
    StormSlower,
    /// The host has no room for all the instances that are wanted.
    NoRoom,
    /// Starts are run on a host that does nothing else.
    StartsUndisturbed,
    /// The table of ways to give cores.
    ByCap,
    /// Every instance has its size.
    FixedSizes,
    /// No instance is capped.
    NoCap,
    /// The table of warm pools.
    ByPool,
}

/// What one way of giving cores comes to.
#[derive(Clone, Debug, PartialEq)]
enum Way {
    Moving(Box<Flow>),
    Spike(Box<Spike>),
}

/// A run of the experiment: a value that can be sliced and cloned.
#[derive(Clone, Debug)]
pub struct Run {
    machine: Box<Machine>,
    setting: Setting,
    /// The way asked for first, then the others for the table.
    ways: Vec<Way>,
    current: usize,
}

impl Run {
    /// A run at its beginning.
    #[must_use]
    pub fn new(machine: Machine, setting: Setting) -> Self {
        let ways = if machine.check_compatibility().is_err() || machine.instances == 0 {
            Vec::new()
        } else if setting.pattern == Pattern::Spike {
            pools(&setting)
                .into_iter()
                .map(|warm| Setting { warm, ..setting.clone() })
                .map(|setting| Way::Spike(Box::new(Spike::new(&machine, &setting))))
                .collect()
        } else {
            let asked = is_capped(&machine, &setting);
            [asked, true, false]
                .into_iter()
                .map(|capped| Way::Moving(Box::new(Flow::new(&machine, &setting, capped))))
                .collect()
        };
        Self { machine: Box::new(machine), setting, ways, current: 0 }
    }

    /// Handles at most so many events; true when nothing is left to happen.
    pub fn advance(&mut self, events: u64) -> bool {
        let mut left = events;
        while let Some(way) = self.ways.get_mut(self.current) {
            let (used, over) = match way {
                Way::Moving(flow) => flow.advance(left),
                Way::Spike(spike) => spike.advance(&self.machine, left),
            };
            left = left.saturating_sub(used);
            if over {
                self.current += 1;
            } else {
                break;
            }
        }
        self.current >= self.ways.len()
    }

    /// How far it has come, 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a handful")]
        let fraction = self.current as f64 / self.ways.len().max(1) as f64;
        fraction
    }

    /// What it has to tell.
    #[must_use]
    pub fn answer(&self) -> Answer {
        if let Err(refused) = self.machine.check_compatibility() {
            return Answer { refused: Some(refused), ..Answer::default() };
        }
        self.told()
    }

    /// Who is there when; `None` where the machine cannot be or is not done.
    #[must_use]
    pub fn film(&self) -> Option<Film> {
        let over = self.current >= self.ways.len();
        self.ways.first().filter(|_| over).map(|way| film::film(self, way))
    }
}

/// Whether an instance may use no more cores than its own.
fn is_capped(machine: &Machine, setting: &Setting) -> bool {
    machine.platform.isolation.kernel == Kernel::Guest || setting.capped
}

/// Core-seconds here for one core-second of the reference platform.
fn slowdown(machine: &Machine) -> f64 {
    machine.platform.user_slowdown.typical.max(1.0)
}

/// Core-seconds of one request here.
fn request(machine: &Machine) -> f64 {
    machine.host_work(machine.scarcity().service_request.seconds()) * slowdown(machine)
}

/// The pool asked for, then others for the table.
fn pools(setting: &Setting) -> Vec<u32> {
    let mut pools = vec![setting.warm];
    pools.extend([0, 1, 2, 4, 8, 16]);
    pools
}
