//! Launchers: who starts instances, and when.

use super::instance::State;
use super::{Run, Time};
use crate::engine::{Demand, Entity};
use crate::experiment::report::Wait;
use crate::model::{Launch, Limit, Machine};

/// The launchers of a run.
#[derive(Clone, Debug)]
pub(super) struct Launcher {
    /// Next instance to be begun.
    next: u32,
    /// Instances being kept going, for [`Launch::InFlight`].
    in_flight: u32,
    /// The instance that each launcher is forking the start command of.
    forking: Vec<Option<u32>>,
    /// No more will be begun.
    stopped: bool,
    /// Number of the first launcher among the entities.
    first: u32,
}

/// How many launchers there are; their numbers follow those of the instances.
pub(super) fn launchers(machine: &Machine) -> u32 {
    match machine.launch {
        Launch::Starters(count) => count.max(1),
        Launch::Together | Launch::Every(_) | Launch::InFlight(_) | Launch::UntilLimit { .. } => 1,
    }
}

impl Launcher {
    pub(super) fn new(machine: &Machine) -> Self {
        Self {
            next: 0,
            in_flight: 0,
            forking: vec![None; launchers(machine) as usize],
            stopped: false,
            first: machine.places(),
        }
    }

    /// How many instances have been begun.
    pub(super) fn begun(&self) -> u32 {
        self.next
    }

    /// No more will be begun.
    pub(super) fn give_up(&mut self) {
        self.stopped = true;
    }

    /// Whether no more will be begun.
    pub(super) fn gave_up(&self) -> bool {
        self.stopped
    }
}

impl Run {
    /// Begins what is begun at time zero.
    pub(super) fn open(&mut self) {
        self.merging_opens();
        self.changes_open();
        match self.machine.launch {
            Launch::Together => {
                for number in 0..self.machine.instances {
                    self.launcher.next = number + 1;
                    self.begin(number);
                }
            }
            Launch::Every(_) | Launch::InFlight(_) | Launch::UntilLimit { .. } => {
                self.launch(Entity(self.launcher.first));
            }
            Launch::Starters(_) => {
                for launcher in 0..launchers(&self.machine) {
                    self.fork(launcher);
                }
            }
        }
    }

    /// A launcher wakes: its fork is done, or its interval has passed.
    pub(super) fn launch(&mut self, who: Entity) {
        let launcher = who.0 - self.launcher.first;
        if let Some(number) = self.launcher.forking[launcher as usize].take() {
            self.forked(launcher, number);
            return;
        }
        match self.machine.launch {
            Launch::Every(span) => {
                if let Some(number) = self.take_next() {
                    if self.launcher.next < self.machine.instances {
                        self.kernel.wake_after(who, span);
                    }
                    self.begin(number);
                }
            }
            Launch::InFlight(_) => self.fork(0),
            Launch::UntilLimit { .. } => {
                if let Some(number) = self.take_next() {
                    self.begin(number);
                }
            }
            Launch::Together | Launch::Starters(_) => {}
        }
    }

    fn take_next(&mut self) -> Option<u32> {
        let number = self.launcher.next;
        if self.launcher.stopped || number >= self.machine.instances {
            return None;
        }
        self.launcher.next += 1;
        Some(number)
    }

    /// A launcher forks and executes the next start command, if it may.
    fn fork(&mut self, launcher: u32) {
        if let Launch::InFlight(most) = self.machine.launch
            && (self.launcher.in_flight >= most || self.launcher.forking[0].is_some())
        {
            return;
        }
        let Some(number) = self.take_next() else { return };
        self.launcher.forking[launcher as usize] = Some(number);
        let amount = self.machine.host_work(self.machine.prices.launch.seconds());
        let demand = Demand { amount, cap: 1.0, weight: 1.0 };
        self.kernel.serve(Entity(self.launcher.first + launcher), self.resources.cores, demand);
    }

    fn forked(&mut self, launcher: u32, number: u32) {
        let now = self.kernel.now();
        let one = &mut self.instances[number as usize];
        one.launcher = Some(launcher);
        self.lanes.waited(number, one, Wait::Launcher, Time::ZERO, now);
        self.launcher.in_flight += 1;
        self.begin(number);
        if matches!(self.machine.launch, Launch::InFlight(_)) {
            self.fork(launcher);
        }
    }

    /// The start command of an instance has returned, or will never.
    pub(super) fn returned(&mut self, number: u32) {
        if !matches!(self.machine.launch, Launch::Starters(_)) {
            return;
        }
        if let Some(launcher) = self.instances[number as usize].launcher.take() {
            self.fork(launcher);
        }
    }

    /// An instance answers: whoever waited for that goes on.
    pub(super) fn answered(&mut self, number: u32) {
        match self.machine.launch {
            Launch::InFlight(_) => {
                self.stop(number);
                self.ended(number);
            }
            Launch::UntilLimit { goal } => {
                let one = &self.instances[number as usize];
                let took = self.kernel.now().since(one.launched.unwrap_or_default());
                match goal {
                    Some(goal) if took > goal => self.met(Limit::StartGoal { goal, took }),
                    _ => self
                        .kernel
                        .wake_after(Entity(self.launcher.first), crate::units::Span::ZERO),
                }
            }
            Launch::Together | Launch::Every(_) | Launch::Starters(_) => {}
        }
    }

    /// An instance will never answer, or has been stopped: its place is free.
    pub(super) fn ended(&mut self, number: u32) {
        self.returned(number);
        let own = number < self.machine.instances;
        if own && matches!(self.machine.launch, Launch::InFlight(_)) {
            self.launcher.in_flight = self.launcher.in_flight.saturating_sub(1);
            self.fork(0);
        }
    }

    /// A limit was met. A run that goes on until then is over.
    pub(super) fn met(&mut self, limit: Limit) {
        self.limits.push((self.kernel.now(), limit));
        if matches!(self.machine.launch, Launch::UntilLimit { .. }) {
            self.launcher.stopped = true;
            self.halted = true;
        }
    }

    /// A benchmark's instance is stopped as soon as it answers, and gives everything back.
    fn stop(&mut self, number: u32) {
        self.instances[number as usize].state = State::Stopped;
        self.leave(number);
    }
}
