//! A run of one machine as a value: advanced in slices, cloned as a checkpoint.
//!
//! All instances follow one plan. What makes their starts differ is what they share: the kernel
//! of the engine serves cores, disk, link and locks, and the ledger says when memory is short.
//! The one decision to question is that the whole story of an instance is a position in its plan,
//! so that a checkpoint is a copy and nothing is hidden in a closure.

mod act;
mod change;
mod finish;
mod instance;
mod lanes;
mod launch;
mod lists;
mod memory;
mod merging;
mod reclaim;
mod usage;

use std::sync::Arc;

pub(super) use self::finish::percentile;
use self::instance::Instance;
use self::lanes::Lanes;
use self::launch::Launcher;
use self::memory::Memory;
use self::merging::Merging;
use self::usage::UsageMeter;
use super::report::Report;
use crate::engine::{Entity, Kernel, LockId, ResourceId, Stream};
use crate::model::{DiskUse, Limit, Machine, Plan, Shared};
use crate::units::Time;

/// How far a run has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Progress {
    /// Instances whose start was asked for.
    pub launched: u32,
    /// Instances that answer.
    pub ready: u32,
    /// Instances in all.
    pub of: u32,
    /// Events handled.
    pub events: u64,
    /// The simulated time.
    pub now: Time,
}

/// The shared resources of a machine, as the engine names them.
#[derive(Clone, Copy, Debug)]
struct Resources {
    cores: ResourceId,
    disk: ResourceId,
    link: ResourceId,
    locks: [LockId; 3],
}

/// Something that is done once, under a lock of its own.
#[derive(Clone, Copy, Debug)]
struct Once {
    what: Shared,
    lock: LockId,
    done: bool,
}

/// A run of one machine.
#[derive(Clone, Debug)]
pub struct Run {
    machine: Arc<Machine>,
    /// Places for instances, those of its changes included.
    places: u32,
    /// Instances that changes have begun.
    more: u32,
    /// Which changes have been made.
    changed: Vec<bool>,
    plan: Arc<Plan>,
    kernel: Kernel,
    resources: Resources,
    once: Vec<Once>,
    instances: Vec<Instance>,
    lanes: Lanes,
    memory: Memory,
    usage: UsageMeter,
    launcher: Launcher,
    merging: Merging,
    disk: DiskUse,
    limits: Vec<(Time, Limit)>,
    /// Instances that have been begun and neither refused, killed nor stopped.
    present: u32,
    ready: u32,
    /// Starts that have ended, well or badly.
    ended: u32,
    /// Cores that idle instances' wake-ups use up.
    idle: f64,
    /// When the last instance was ready, refused or killed.
    settled: Option<Time>,
    halted: bool,
}

/// Runs a machine to its end.
#[must_use]
pub fn run(machine: Machine) -> Report {
    let mut run = Run::new(machine);
    while !run.advance(u64::MAX) {}
    run.report()
}

impl Run {
    /// A run at its beginning.
    #[must_use]
    pub fn new(machine: Machine) -> Self {
        let plan = machine.plan();
        Self::following(machine, plan)
    }

    /// A run whose instances follow another plan than the machine's own.
    pub(super) fn following(machine: Machine, plan: Plan) -> Self {
        let plan = Arc::new(plan);
        let mut kernel = Kernel::new();
        let resources = Resources {
            cores: kernel.fair(f64::from(machine.host.cores)),
            // The disk serves device-seconds: a transfer takes bytes / bandwidth of them or
            // operations / rate, whichever is more.
            disk: kernel.fair(1.0),
            link: kernel.fair(machine.host.link.per_second()),
            locks: [kernel.lock(), kernel.lock(), kernel.lock()],
        };
        let once = once_of(&plan, &mut kernel);
        let places = machine.places();
        let instances = (0..places).map(|number| fresh(&machine, number)).collect();
        let memory = Memory::new(&machine);
        let mut run = Self {
            launcher: Launcher::new(&machine),
            merging: Merging::new(&machine),
            disk: machine.disk_use(),
            places,
            more: 0,
            changed: vec![false; machine.changes.len()],
            machine: Arc::new(machine),
            plan,
            kernel,
            resources,
            once,
            instances,
            lanes: Lanes::default(),
            memory,
            usage: UsageMeter::default(),
            limits: Vec::new(),
            present: 0,
            ready: 0,
            ended: 0,
            idle: 0.0,
            settled: None,
            halted: false,
        };
        run.open();
        run
    }

    /// Handles at most so many events; true when nothing is left to happen.
    pub fn advance(&mut self, events: u64) -> bool {
        let budget = self.kernel.events().saturating_add(events);
        while self.kernel.events() < budget {
            if self.halted {
                return true;
            }
            let Some(wake) = self.kernel.next() else { return true };
            self.usage.observe(wake.time, &self.kernel, &self.resources, self.idle);
            self.handle(wake.who);
        }
        self.halted || self.kernel.next_time().is_none()
    }

    /// Handles everything up to a time, that instant included; true when nothing is left.
    pub fn advance_to(&mut self, time: Time) -> bool {
        while !self.halted {
            match self.kernel.next_time() {
                Some(next) if next <= time => self.advance(1),
                Some(_) => return false,
                None => return true,
            };
        }
        true
    }

    /// How far it has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            launched: self.launcher.begun(),
            ready: self.ready,
            of: self.places,
            events: self.kernel.events(),
            now: self.kernel.now(),
        }
    }

    fn handle(&mut self, who: Entity) {
        let daemon = self.merging.daemon;
        if who.0 < self.places {
            self.resume(who.0);
        } else if who == daemon {
            self.merge();
        } else if who > daemon {
            self.change(who.0 - daemon.0 - 1);
        } else {
            self.launch(who);
        }
    }

    /// The end of one instance's start, well or badly, as far as the run is concerned.
    fn settle(&mut self) {
        self.ended += 1;
        self.look_whether_settled();
    }

    fn look_whether_settled(&mut self) {
        let all = self.ended >= self.machine.instances + self.more;
        if all || (self.launcher.gave_up() && self.ended >= self.launcher.begun() + self.more) {
            self.settled = Some(self.kernel.now());
        }
    }
}

/// One lock for everything in the plan that is done once.
fn once_of(plan: &Plan, kernel: &mut Kernel) -> Vec<Once> {
    let mut once: Vec<Once> = Vec::new();
    for step in &plan.steps {
        if let crate::model::Act::Begin(what) = step.act {
            once.push(Once { what, lock: kernel.lock(), done: false });
        }
    }
    once
}

fn fresh(machine: &Machine, number: u32) -> Instance {
    let factor = if machine.spread {
        Stream::new(machine.seed, number, START_SPREAD)
            .lognormal(1.0, machine.prices.start_spread.typical)
    } else {
        1.0
    };
    Instance::new(factor)
}

/// Purpose of the random stream that makes equal starts differ.
const START_SPREAD: u32 = 1;
