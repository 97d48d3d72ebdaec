//! How long a start at the target takes, by a run of the experiment of starts.
//!
//! The first ones start together on a host that has just received the image; whoever comes later
//! finds it in the page cache. The decision to question is that all of one turn start in the same
//! instant, which is the worst case for them.

use super::Setting;
use crate::catalog::{Clock, Way};
use crate::experiment::report::Outcome;
use crate::experiment::run::Run;
use crate::model::{Act, ImageState, Launch, Machine, Shared};
use crate::units::Span;

/// Seconds from launch to ready at the target.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct StartTimes {
    /// Of those of the first turn.
    pub(super) first: Vec<f64>,
    /// Of a later turn.
    pub(super) later: Vec<f64>,
}

impl StartTimes {
    /// Of one instance.
    pub(super) fn of(&self, number: u32) -> f64 {
        let number = number as usize;
        if let Some(&time) = self.first.get(number) {
            return time;
        }
        match self.later.len() {
            0 => 0.0,
            turn => self.later[(number - self.first.len()) % turn],
        }
    }
}

/// The runs that tell them.
#[derive(Clone, Debug)]
pub(super) struct Starts {
    runs: Vec<Run>,
    done: usize,
    times: StartTimes,
    refused: bool,
}

impl Starts {
    pub(super) fn new(machine: &Machine, setting: &Setting, way: Way) -> Self {
        let mut runs = Vec::new();
        if matches!(way, Way::Restart | Way::Checkpoint) {
            let first = setting.at_once.clamp(1, machine.instances.max(1));
            let later = machine.instances.saturating_sub(first).min(first);
            runs.push(timed(target(machine, way, first, ImageState::OnDisk)));
            if later > 0 {
                runs.push(timed(target(machine, way, later, ImageState::InMemory)));
            }
        }
        Self { runs, done: 0, times: StartTimes::default(), refused: false }
    }

    /// True when all are timed.
    pub(super) fn advance(&mut self, events: u64) -> bool {
        let Some(run) = self.runs.get_mut(self.done) else { return true };
        if !run.advance(events) {
            return false;
        }
        let report = run.report();
        let mut times = Vec::with_capacity(report.instances.len());
        for one in &report.instances {
            let ready = one.clocks[Clock::Ready as usize];
            match (one.outcome, one.launched, ready) {
                (Outcome::Ready, Some(launched), Some(ready)) => {
                    times.push(ready.since(launched).as_seconds());
                }
                _ => self.refused = true,
            }
        }
        if self.done == 0 {
            self.times.first = times;
        } else {
            self.times.later = times;
        }
        self.done += 1;
        self.refused || self.done == self.runs.len()
    }

    pub(super) fn fraction(&self) -> f64 {
        let (mut ready, mut of) = (0, 0);
        for run in &self.runs {
            ready += run.progress().ready;
            of += run.progress().of;
        }
        if of == 0 { 1.0 } else { f64::from(ready) / f64::from(of) }
    }

    /// Whether the target cannot hold them.
    pub(super) fn refused(&self) -> bool {
        self.refused
    }

    pub(super) fn times(&self) -> StartTimes {
        self.times.clone()
    }

    pub(super) fn events(&self) -> u64 {
        self.runs.iter().map(|run| run.progress().events).sum()
    }
}

/// A run on a host that has been up for long: the machine that carries containers is there.
fn timed(machine: Machine) -> Run {
    let mut plan = machine.plan();
    let place = |act: &Act| plan.steps.iter().position(|step| step.act == *act);
    let begins = place(&Act::Begin(Shared::Carrier));
    if let (Some(begins), Some(ends)) = (begins, place(&Act::End(Shared::Carrier))) {
        plan.steps.drain(begins..=ends);
        plan.returned -= ends + 1 - begins;
    }
    Run::following(machine, plan)
}

/// The target, on which so many start. A checkpoint needs the container and not what the
/// application does until it answers.
fn target(machine: &Machine, way: Way, instances: u32, image_state: ImageState) -> Machine {
    let mut target = machine.clone();
    target.instances = instances;
    target.launch = Launch::Together;
    target.image_state = image_state;
    target.watch = Span::ZERO;
    if way == Way::Checkpoint {
        target.image.start_cpu.typical = 0.0;
        target.image.read_at_start.typical = 0.0;
    }
    target
}
