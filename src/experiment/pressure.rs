//! What happens when memory or cores run short: who loses how much, and to which mechanism.
//!
//! Instances of one image with working sets share one host. Memory settles by the ledger and the
//! kernel's order of reclaim ([`mod@settle`]); requests then run on the engine's cores and disk
//! ([`load`]). The decision to question: memory is settled once and not replayed page by page, so
//! an answer is about the lasting state and not about the minute in which it is reached.

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Dimension};
use crate::model::{Machine, Owner};
use crate::units::Bytes;

mod figures;
pub mod load;
mod raise;
pub mod settle;

use load::{Load, Outcome, Watch};
use raise::Raise;
use settle::{Settled, settle};

/// A neighbour that takes what it can get.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Neighbour {
    /// None.
    #[default]
    None,
    /// Computes on every core that it gets.
    CpuHog,
    /// Fills and walks all memory that it gets.
    MemoryHog,
    /// Reads at random, with many operations outstanding.
    DiskHog,
    /// Forks until nothing is left.
    ForkBomb,
}

/// What is asked besides the machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// Working set of each instance.
    pub working_set: Bytes,
    /// Ratio of it that is pages of files.
    pub files: f64,
    /// Whether all instances read the same files, of their common image.
    pub files_common: bool,
    /// Busy threads in each instance.
    pub threads: u32,
    /// Memory limit of each instance, where the platform shares the host's kernel.
    pub memory_limit: Option<Bytes>,
    /// What each instance is given instead while it runs: a limit, or the memory of a machine.
    pub raise: Option<Bytes>,
    /// CPU weight of the first instance; the others have 100.
    pub weight: f64,
    /// CPU quota of each instance, in cores.
    pub quota: Option<f64>,
    /// The neighbour.
    pub neighbour: Neighbour,
    /// Whether the number of tasks of each instance is limited.
    pub pids_limit: bool,
}

impl Setting {
    /// The working set in bytes: its anonymous pages, and its pages of files.
    #[must_use]
    pub fn parts(&self) -> (f64, f64) {
        let all = self.working_set.as_f64();
        (all * (1.0 - self.files), all * self.files)
    }
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
    /// Requests per second of the first instance.
    Throughput: "victim-throughput", Rate;
    /// The same, against the first instance alone on the host.
    Relative: "relative-throughput", Share;
    /// Against the same instances without the neighbour.
    AgainstQuiet: "against-quiet", Share;
    /// Requests per second of all instances.
    Total: "total-throughput", Rate;
    /// Requests per second of the first instance after each was given more memory.
    Raised: "raised-throughput", Rate;
    /// How long each is down to be given more memory.
    RaiseDowntime: "raise-downtime", Time;
    /// Requests per second of the other instances, by their mean.
    Others: "others-throughput", Rate;
    /// Mean response of the first instance.
    Response: "victim-response", Time;
    /// Its 99th percentile.
    ResponseP99: "victim-response-p99", Time;
    /// Its longest.
    ResponseWorst: "victim-response-worst", Time;
    /// Mean response against that of the first instance alone.
    Slowdown: "slowdown", Factor;
    /// Instances that run.
    Running: "running", Count;
    /// Killed because the host's memory ran out.
    Killed: "killed", Count;
    /// Killed because their own memory ran out.
    KilledInside: "killed-inside", Count;
    /// Refused for want of memory to promise.
    Refused: "refused-starts", Count;
    /// The largest working set of each instance that is kept whole.
    Cliff: "cliff-working-set", Memory;
    /// Touches of the working set that miss.
    Missed: "missed-touches", Share;
    /// Bytes moved to and from swap.
    SwapTraffic: "swap-traffic", Bandwidth;
    /// Resident memory in all.
    Resident: "resident-under-pressure", Memory;
    /// Resident memory of one instance.
    ResidentEach: "resident-each-under-pressure", Memory;
    /// What one more instance takes besides its working set.
    Overhead: "overhead-each", Memory;
    /// Pages in swap.
    Swapped: "swapped-under-pressure", Memory;
    /// Given back by guests that were asked.
    Ballooned: "ballooned", Memory;
    /// Saved by merging.
    Merged: "merged-under-pressure", Memory;
    /// Time until the merging daemon has been over everything.
    MergeTime: "merge-time", Time;
    /// Cores that the first instance used.
    VictimCores: "victim-cores", Cores;
    /// Share of the cores at work.
    CoresBusy: "cores-busy", Share;
    /// Share of the disk at work.
    DiskBusy: "disk-busy", Share;
    /// Working set of each instance.
    WorkingSet: "working-set", Memory;
    /// Number of instances.
    Instances: "instances-under-pressure", Count;
}

/// Why it comes out so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Mechanism {
    /// The request's own computing.
    OwnWork,
    /// Waiting for a core.
    CoreWait,
    /// Waiting for the next period of the quota.
    Throttled,
    /// What the request reads and writes even when memory is ample.
    OwnDisk,
    /// Reading pages back from swap.
    SwapFaults,
    /// Reading pages of files again.
    FileFaults,
    /// Waiting for the disk while others use it.
    DiskWait,
    /// Every guest holds a kernel, services and caches of its own.
    GuestOverhead,
    /// Pages of the common image are held once.
    SharedCache,
    /// Every guest holds its own copy of the same files.
    CacheCopies,
    /// The guest's own memory is too small for the working set.
    GuestTooSmall,
    /// The instance's own memory limit binds.
    LimitBinds,
    /// A limit was raised while the instances ran on.
    RaisedLive,
    /// A machine of another size has to start anew.
    RaisedByRestart,
    /// The host's memory is short.
    HostShort,
    /// Only pages that nobody touches were swapped out.
    ColdSwapped,
    /// Guests gave page cache back.
    BalloonHelped,
    /// Equal pages were merged.
    MergingHelped,
    /// Memory is ample.
    Ample,
    /// Instances were killed.
    KilledForMemory,
    /// The neighbour itself was killed.
    NeighbourKilled,
    /// The neighbour cannot use more than its virtual processors.
    ConfinedByProcessors,
    /// The neighbour cannot hold more than its machine was promised.
    ConfinedByPromise,
    /// The neighbour gets a fair share of the cores and no more.
    ConfinedByWeight,
    /// The neighbour has as many shares as tasks.
    NotConfined,
    /// The neighbour's disk operations pass a virtual device that lets fewer through.
    ConfinedByDevice,
    /// The limit of tasks holds the fork bomb.
    ConfinedByTasks,
    /// Memory is all there is for the fork bomb, and its tasks are the host's.
    TasksTakeMemory,
    /// Caches of the processor and memory bandwidth are not modelled.
    CachesNotModelled,
    /// The table by owner.
    ByOwner,
    /// An owner of memory.
    Owner(Owner),
    /// The table by instance.
    ByInstance,
    /// The first instance.
    Victim,
    /// The other instances.
    OtherInstances,
    /// The first instance alone on the host.
    Alone,
}

/// One load of the list that a run works through.
#[derive(Clone, Debug, PartialEq)]
struct Case {
    instances: u32,
    /// What is promised to a virtual machine.
    memory: Bytes,
    setting: Setting,
    short: bool,
}

/// A run of the experiment: a value that can be sliced and cloned.
#[derive(Clone, Debug)]
pub struct Run {
    machine: Box<Machine>,
    setting: Setting,
    cliff: Bytes,
    cases: Vec<Case>,
    current: Option<Box<Load>>,
    raise: Option<Raise>,
    done: Vec<Outcome>,
    settled: Box<Settled>,
}

/// Positions of the cases that have a meaning of their own; the curves follow.
const CROWD: usize = 0;
const ALONE: usize = 1;
const QUIET: usize = 2;
const CURVES: usize = 3;
/// Where on the axis of working sets the curve has its points, against the cliff.
const AROUND: [f64; 11] = [0.25, 0.5, 0.75, 0.9, 1.0, 1.05, 1.1, 1.2, 1.35, 1.6, 2.0];
/// The same for numbers of instances, against those asked for.
const COUNTS: [f64; 9] = [0.1, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0];

impl Run {
    /// A run at its beginning.
    #[must_use]
    pub fn new(machine: Machine, setting: Setting) -> Self {
        let settled = Box::new(settle(&machine, &setting));
        let cliff = cliff(&machine, &setting);
        let (mut cases, mut raise) = (Vec::new(), None);
        if machine.check_compatibility().is_ok() {
            cases = self::cases(&machine, &setting, cliff);
            raise = Raise::new(&machine, &setting);
            cases.extend(raise.as_ref().map(|raise| raise.case(&machine, &setting)));
        }
        Self {
            machine: Box::new(machine),
            setting,
            cliff,
            cases,
            current: None,
            raise,
            done: Vec::new(),
            settled,
        }
    }

    /// Handles at most so many events; true when nothing is left to happen.
    pub fn advance(&mut self, events: u64) -> bool {
        let mut left = events;
        while let Some(case) = self.cases.get(self.done.len()) {
            let load = self.current.get_or_insert_with(|| {
                let &Case { instances, memory, .. } = case;
                let machine = Machine { instances, memory, ..(*self.machine).clone() };
                let settled = settle(&machine, &case.setting);
                Box::new(Load::new(&machine, &case.setting, &settled, Watch::of(case.short)))
            });
            let before = load.events();
            let over = load.advance(left);
            left = left.saturating_sub(load.events() - before);
            if over {
                self.done.push(load.outcome());
                self.current = None;
            }
            if left == 0 {
                return false;
            }
        }
        self.raise.as_mut().is_none_or(|raise| raise.advance(left))
    }

    /// How far it has come, 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a few dozen")]
        let fraction = self.done.len() as f64 / self.cases.len().max(1) as f64;
        fraction
    }

    /// Who owns which bytes of the machine.
    #[must_use]
    pub fn settled(&self) -> &Settled {
        &self.settled
    }

    /// What it has to tell.
    #[must_use]
    pub fn answer(&self) -> Answer {
        if let Err(refused) = self.machine.check_compatibility() {
            return Answer { refused: Some(refused), ..Answer::default() };
        }
        self.told()
    }
}

fn cases(machine: &Machine, setting: &Setting, cliff: Bytes) -> Vec<Case> {
    let quiet = Setting { neighbour: Neighbour::None, ..setting.clone() };
    let case = |instances, setting: &Setting, short| {
        let setting = setting.clone();
        Case { instances, memory: machine.memory, setting, short }
    };
    let all = machine.instances;
    let mut cases =
        vec![case(all, setting, false), case(1, &quiet, false), case(all, &quiet, false)];
    let middle = if cliff > Bytes::mib(1) { cliff } else { setting.working_set };
    for part in AROUND {
        let working_set = middle.scaled(part).max(Bytes::mib(1));
        let setting = Setting { working_set, ..setting.clone() };
        cases.push(case(all, &setting, true));
    }
    cases.extend(counts(all).into_iter().map(|instances| case(instances, setting, true)));
    cases
}

fn counts(instances: u32) -> Vec<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    let mut counts: Vec<u32> =
        COUNTS.iter().map(|part| libm::ceil(f64::from(instances) * part) as u32).collect();
    counts.dedup();
    counts
}

/// The largest working set of each instance that is kept whole, with no neighbour: memory settles
/// without a load.
#[must_use]
pub fn cliff(machine: &Machine, setting: &Setting) -> Bytes {
    let fits = |pages: u64| {
        let working_set = Bytes::PAGE * pages;
        let setting = Setting { working_set, neighbour: Neighbour::None, ..setting.clone() };
        settle(machine, &setting).fits(machine)
    };
    let (mut low, mut high) = (0, machine.host.memory.0 / Bytes::PAGE.0);
    if machine.instances == 0 || !fits(low) {
        return Bytes::ZERO;
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if fits(middle) { low = middle } else { high = middle }
    }
    Bytes::PAGE * low
}
