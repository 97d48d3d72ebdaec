//! A spike of demand and an autoscaler: requests wait and give up while capacity starts.
//!
//! The new instances are started on the machine itself, as a storm, by [`crate::experiment::run`];
//! the memory of those that are already there is not free for them.

use super::figures::resident;
use super::flow::{Tally, pooled};
use super::{Setting, is_capped, request, slowdown};
use crate::catalog::{Clock, Kernel};
use crate::engine::Stream;
use crate::experiment::report::Wait;
use crate::experiment::run::Run as Starts;
use crate::model::{Launch, Machine};
use crate::units::{Bytes, Span, Time};

/// When the spike comes, as a ratio of the whole time.
const COMES: f64 = 0.2;
/// Purpose of the random stream that says when the autoscaler looks.
const LOOKS: u32 = 303;

/// A spike on its way.
#[derive(Clone, Debug)]
pub(super) struct Spike {
    pub(super) base: u32,
    pub(super) warm: u32,
    /// Instances that are wanted besides the base and the pool.
    wanted: u32,
    /// Demand before and in the spike, and what one instance can do; in cores.
    demand: [f64; 2],
    each: f64,
    cores: f64,
    duration: f64,
    pub(super) comes: f64,
    pub(super) looks: f64,
    pub(super) request: f64,
    alone: Option<Starts>,
    storm: Option<Starts>,
    pub(super) start_alone: f64,
    /// Times from the autoscaler's look to ready, in order.
    pub(super) ready: Vec<f64>,
    pub(super) tally: Tally,
    /// Short of capacity until the autoscaler looks, until all are ready, and after.
    pub(super) phases: [f64; 3],
    pub(super) meets: Option<f64>,
    pub(super) events: u64,
}

/// Two spikes are equal if they tell the same.
impl PartialEq for Spike {
    fn eq(&self, other: &Self) -> bool {
        (self.warm, &self.tally, &self.ready) == (other.warm, &other.tally, &other.ready)
    }
}

impl Spike {
    pub(super) fn new(machine: &Machine, setting: &Setting) -> Self {
        let base = machine.instances;
        let vcpus = f64::from(machine.vcpus);
        let cores = f64::from(machine.host.cores);
        let before = f64::from(base) * vcpus * setting.target * slowdown(machine);
        let demand = [before, before * setting.spike];
        let wants = libm::ceil(demand[1] / (vcpus * setting.target) - 1e-9);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
        let wants = (wants as u32).min(base.saturating_add(MOST));
        let wanted = wants.saturating_sub(base + setting.warm);
        let each = if is_capped(machine, setting) { vcpus } else { cores };
        let period = machine.scarcity().autoscaler_period.seconds();
        let part = if machine.spread { Stream::new(machine.seed, 0, LOOKS).uniform() } else { 0.5 };
        let begins = setting.duration * COMES;
        let one = Machine { instances: 1 + carriers(machine), ..starts(machine, 0) };
        Self {
            base,
            warm: setting.warm,
            wanted,
            demand,
            each,
            cores,
            duration: setting.duration,
            comes: begins,
            looks: begins + part * period,
            request: request(machine),
            alone: Some(Starts::new(one)),
            storm: None,
            start_alone: 0.0,
            ready: Vec::new(),
            tally: Tally::of(machine),
            phases: [0.0; 3],
            meets: None,
            events: 0,
        }
    }

    /// Instances that were wanted and never came.
    pub(super) fn missing(&self) -> u32 {
        self.wanted - u32::try_from(self.ready.len()).unwrap_or(self.wanted)
    }

    /// At most so many events; tells how many, and whether it is over.
    pub(super) fn advance(&mut self, machine: &Machine, events: u64) -> (u64, bool) {
        let before = self.events;
        if let Some(run) = &mut self.alone {
            let (used, over) = slice(run, events);
            self.events += used;
            if !over {
                return (used, false);
            }
            self.start_alone = ready_times(run).first().copied().unwrap_or(0.0);
            self.alone = None;
            let there = self.base.saturating_add(self.warm);
            let instances = self.wanted + carriers(machine);
            let storm = Machine { instances, ..starts(machine, there) };
            self.storm = (self.wanted > 0).then(|| Starts::new(storm));
        }
        let left = events.saturating_sub(self.events - before);
        if let Some(run) = &mut self.storm {
            let (used, over) = slice(run, left);
            self.events += used;
            if !over {
                return (self.events - before, false);
            }
            self.ready = ready_times(run);
            self.ready.truncate(self.wanted as usize);
            self.storm = None;
        }
        if self.tally.curve.is_empty() {
            self.flow();
        }
        (self.events - before, true)
    }

    /// Demand and capacity change at these times only.
    fn flow(&mut self) {
        let from = f64::from(self.base + self.warm);
        let mut times = vec![(0.0, 0.0), (self.comes, 0.0), (self.looks, 0.0)];
        for (index, after) in self.ready.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
            times.push((self.looks + after, index as f64 + 1.0));
        }
        times.retain(|(time, _)| *time < self.duration);
        let last = times.last().map_or(0.0, |(time, _)| *time);
        let mut queue = 0.0;
        for (index, &(time, added)) in times.iter().enumerate() {
            let until = times.get(index + 1).map_or(self.duration, |(time, _)| *time);
            let demand = self.demand[usize::from(time >= self.comes)];
            // Without a cap the instances that are there can use all cores.
            let capacity = (from + added) * self.each;
            let short = self.tally.short.iter().fold(0.0, |sum, part| sum + part);
            pooled(&mut self.tally, &mut queue, [time, until], [demand, capacity, self.cores]);
            let after = self.tally.short.iter().fold(0.0, |sum, part| sum + part);
            let phase = usize::from(time >= self.looks) + usize::from(time >= last && added > 0.0);
            self.phases[phase.min(2)] += after - short;
            let met = capacity.min(self.cores) >= demand - 1e-9;
            if time >= self.comes && met && self.meets.is_none() {
                self.meets = Some(time - self.comes);
            }
            self.events += 1;
        }
    }
}

/// The most instances that an autoscaler may add.
const MOST: u32 = 2000;

fn slice(run: &mut Starts, events: u64) -> (u64, bool) {
    let before = run.progress().events;
    let over = run.advance(events);
    (run.progress().events - before, over)
}

/// The machine as it is when more instances are started: what is there holds its memory.
fn starts(machine: &Machine, there: u32) -> Machine {
    let mut starts =
        Machine { launch: Launch::Together, watch: Span::ZERO, merging: None, ..machine.clone() };
    let held = Bytes::from_f64(resident(machine, 0.0)) * u64::from(there);
    let (kernel, daemons) = machine.host_base();
    let least = kernel + daemons;
    starts.host.memory = starts.host.memory.saturating_sub(held).max(least);
    starts
}

/// One instance more where the first boots the machine that carries all: it already runs.
fn carriers(machine: &Machine) -> u32 {
    u32::from(machine.platform.isolation.kernel == Kernel::OneGuest)
}

/// Times from launch to ready, in order; from the moment at which a carrying machine runs.
fn ready_times(run: &Starts) -> Vec<f64> {
    let report = run.report();
    let waits = report.spans.iter().filter(|span| span.wait == Some(Wait::Carrier));
    let carried = waits.map(|span| span.end).max().unwrap_or(Time::ZERO);
    let mut times: Vec<f64> = report
        .instances
        .iter()
        .filter_map(|one| {
            let ready = one.clocks[Clock::Ready as usize]?;
            Some(ready.since(one.launched?.max(carried)).as_seconds())
        })
        .collect();
    times.sort_unstable_by(f64::total_cmp);
    times
}
