//! All instances on their way, as the engine sees them.
//!
//! A place for each that may move at once; whoever has arrived leaves the place to the next. The
//! decision to question is that copying is a flow on the link with a cap, and its CPU work is
//! accounted and not scheduled: one thread copies, and what slows it down first is the link.

use super::Setting;
use super::quantity::Mechanism;
use super::rounds::{Round, judge, spread};
use super::starts::StartTimes;
use super::story::{Stage, payload, stages};
use crate::catalog::Way;
use crate::engine::{Demand, Digest, Entity, Kernel, LockId, ResourceId};
use crate::model::{Machine, Writes};
use crate::units::{Bytes, Span, Time};

/// Mechanisms that time is accounted to.
pub(super) const SPENT: [Mechanism; 14] = [
    Mechanism::CopyingMemory,
    Mechanism::CopyingAgain,
    Mechanism::CopyingRest,
    Mechanism::FixedStop,
    Mechanism::CopyingDisk,
    Mechanism::Pulling,
    Mechanism::Unpacking,
    Mechanism::WaitingForImage,
    Mechanism::Stopping,
    Mechanism::Starting,
    Mechanism::Freezing,
    Mechanism::Thawing,
    Mechanism::Saving,
    Mechanism::Restoring,
];

/// One instance on its way.
#[derive(Clone, Debug)]
pub(super) struct One {
    stage: usize,
    began: Option<Time>,
    since: Time,
    pub(super) done: Option<Time>,
    stopped: Option<Time>,
    pub(super) downtime: Span,
    pub(super) rounds: u32,
    pub(super) gave_up: bool,
    amount: f64,
    limit: f64,
    pub(super) sent: f64,
    pub(super) dirtied: f64,
    pub(super) round_time: f64,
    writes: Writes,
    pub(super) spent: [f64; SPENT.len()],
    /// The part of it in which the service stood still.
    pub(super) still: [f64; SPENT.len()],
}

/// An instance comes to a stage, or to a further round of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) at: Time,
    pub(super) number: u32,
    /// By its place in the list; the number of all stages when it has arrived.
    pub(super) stage: u32,
    /// Bytes of its memory that the target lacks.
    pub(super) missing: f64,
}

/// All instances on their way.
#[derive(Clone, Debug)]
pub(super) struct Moving {
    setting: Setting,
    pub(super) stages: Vec<Stage>,
    pub(super) memory: Bytes,
    starts: StartTimes,
    kernel: Kernel,
    link: ResourceId,
    cores: [ResourceId; 2],
    disks: [ResourceId; 2],
    once: LockId,
    once_done: bool,
    pub(super) ones: Vec<One>,
    next: u32,
    pub(super) arrived: u32,
    thread: f64,
    pub(super) storage: f64,
    /// Core-seconds of work besides copying.
    pub(super) work: f64,
    /// The first instance's rounds, for the table.
    pub(super) first_rounds: Vec<Round>,
    /// The first instance's remaining bytes over time.
    pub(super) remaining: Vec<(f64, f64)>,
    left: f64,
    /// Who came to which stage when, in order of time.
    pub(super) marks: Vec<Mark>,
    /// Whether nothing is left to happen.
    pub(super) over: bool,
}

impl Moving {
    pub(super) fn new(machine: &Machine, setting: &Setting, way: Way, starts: StartTimes) -> Self {
        let mut kernel = Kernel::new();
        let link = kernel.fair(setting.link);
        let cores = [(); 2].map(|()| kernel.fair(f64::from(machine.host.cores)));
        let disks = [(); 2].map(|()| kernel.fair(1.0));
        let once = kernel.lock();
        let memory = match way {
            Way::Live | Way::StopAndCopy => machine.memory_to_move(setting.filled),
            Way::Checkpoint => machine.memory_to_freeze(),
            Way::Restart => Bytes::ZERO,
        };
        let stages = stages(machine, setting, way);
        let (own, shared) = payload(&stages, memory);
        let at_once = setting.at_once.clamp(1, machine.instances.max(1));
        let share = (f64::from(machine.host.cores) / f64::from(at_once)).min(1.0);
        let copy = machine.host_work(setting.prices.copy_each_megabyte.seconds()) * 1e-6;
        let ones = (0..machine.instances)
            .map(|number| One::new(spread(setting, memory, machine, number), memory, setting))
            .collect();
        let mut moving = Self {
            setting: setting.clone(),
            stages,
            memory,
            starts,
            kernel,
            link,
            cores,
            disks,
            once,
            once_done: false,
            ones,
            next: 0,
            arrived: 0,
            thread: share / copy,
            storage: 0.0,
            work: 0.0,
            first_rounds: Vec::new(),
            remaining: Vec::new(),
            left: (own + shared).as_f64(),
            marks: Vec::new(),
            over: false,
        };
        moving.remaining.push((0.0, moving.left));
        for _ in 0..at_once {
            moving.begin_next();
        }
        moving
    }

    /// Handles at most so many events; true when nothing is left to happen.
    pub(super) fn advance(&mut self, events: u64) -> bool {
        let budget = self.kernel.events().saturating_add(events);
        while self.kernel.events() < budget {
            let Some(wake) = self.kernel.next() else { break };
            self.resume(wake.who.0);
        }
        self.over = self.kernel.next_time().is_none();
        self.over
    }

    pub(super) fn fraction(&self) -> f64 {
        f64::from(self.arrived) / f64::from(u32::try_from(self.ones.len()).unwrap_or(1).max(1))
    }

    pub(super) fn now(&self) -> Time {
        self.kernel.now()
    }

    pub(super) fn events(&self) -> u64 {
        self.kernel.events()
    }

    /// The pace at which one thread copies, in bytes per second.
    pub(super) fn thread_rate(&self) -> f64 {
        self.thread
    }

    fn begin_next(&mut self) {
        let number = self.next;
        if number as usize >= self.ones.len() {
            return;
        }
        self.next += 1;
        self.ones[number as usize].began = Some(self.kernel.now());
        self.proceed(number);
    }

    /// What an instance was doing is over.
    fn resume(&mut self, number: u32) {
        let now = self.kernel.now();
        let one = &mut self.ones[number as usize];
        let took = now.since(one.since).as_seconds();
        let stage = self.stages[one.stage];
        match stage {
            Stage::Send { bytes, what, .. } => {
                one.spend(what, took);
                one.sent += bytes.as_f64();
                if matches!(what, Mechanism::CopyingDisk | Mechanism::Pulling) {
                    self.storage += bytes.as_f64();
                }
                self.note(number, -bytes.as_f64());
            }
            Stage::Rounds => {
                if !self.end_round(number, took) {
                    return;
                }
            }
            Stage::Rest => {
                one.spend(Mechanism::CopyingRest, took);
                let rest = one.amount;
                one.sent += rest;
                self.note(number, -rest);
            }
            Stage::Work { core_seconds, what, .. } => {
                one.spend(what, took);
                self.work += core_seconds;
            }
            Stage::Disk { what, .. } | Stage::Wait { what, .. } => one.spend(what, took),
            Stage::Start => one.spend(Mechanism::Starting, took),
            Stage::Begin => {
                one.spend(Mechanism::WaitingForImage, took);
                if self.once_done {
                    self.kernel.release(Entity(number), self.once);
                    self.skip_once(number);
                }
            }
            Stage::End | Stage::Stop | Stage::Answer => {}
        }
        self.ones[number as usize].stage += 1;
        self.proceed(number);
    }

    /// Goes on until a stage takes time, or the instance has arrived.
    fn proceed(&mut self, number: u32) {
        let who = Entity(number);
        loop {
            let now = self.kernel.now();
            let one = &mut self.ones[number as usize];
            one.since = now;
            let stage = u32::try_from(one.stage).unwrap_or(u32::MAX);
            self.marks.push(Mark { at: now, number, stage, missing: one.amount });
            let Some(&stage) = self.stages.get(one.stage) else {
                one.done = Some(now);
                self.arrived += 1;
                self.begin_next();
                return;
            };
            match stage {
                Stage::Send { bytes, cap, .. } => {
                    return self.send(who, bytes.as_f64(), cap);
                }
                Stage::Rounds | Stage::Rest => {
                    let (amount, cap) = (one.amount, one.limit.min(self.thread));
                    return self.send(who, amount, cap);
                }
                Stage::Work { end, core_seconds, .. } => {
                    let demand = Demand { amount: core_seconds, cap: 1.0, weight: WEIGHT };
                    return self.kernel.serve(who, self.cores[end as usize], demand);
                }
                Stage::Disk { end, seconds, .. } => {
                    let demand = Demand { amount: seconds, cap: 1.0, weight: WEIGHT };
                    return self.kernel.serve(who, self.disks[end as usize], demand);
                }
                Stage::Wait { seconds, .. } => {
                    return self.kernel.wake_after(who, Span::from_seconds(seconds));
                }
                Stage::Start => {
                    let span = Span::from_seconds(self.starts.of(number));
                    return self.kernel.wake_after(who, span);
                }
                Stage::Begin if !self.once_done => return self.kernel.acquire(who, self.once),
                Stage::Begin => self.skip_once(number),
                Stage::End => {
                    self.once_done = true;
                    self.kernel.release(who, self.once);
                }
                Stage::Stop => one.stopped = Some(now),
                Stage::Answer => {
                    one.downtime = one.stopped.take().map_or(Span::ZERO, |at| now.since(at));
                }
            }
            self.ones[number as usize].stage += 1;
        }
    }

    fn send(&mut self, who: Entity, amount: f64, cap: f64) {
        let demand = Demand { amount, cap, weight: WEIGHT };
        self.kernel.serve(who, self.link, demand);
    }

    fn skip_once(&mut self, number: u32) {
        let one = &mut self.ones[number as usize];
        let end = self.stages[one.stage..].iter().position(|stage| *stage == Stage::End);
        one.stage += end.unwrap_or(0);
    }

    /// What follows from a round; true when there will be no further one.
    fn end_round(&mut self, number: u32, took: f64) -> bool {
        let (setting, link) = (&self.setting, self.setting.link);
        let one = &mut self.ones[number as usize];
        let (sent, first) = (one.amount, one.rounds == 0);
        let dirtied = one.writes.dirtied(took, self.memory);
        let what = if first { Mechanism::CopyingMemory } else { Mechanism::CopyingAgain };
        one.spend(what, took);
        one.sent += sent;
        one.dirtied += dirtied;
        one.round_time += took;
        one.rounds += 1;
        let pace = if took > 0.0 { sent / took } else { link };
        let verdict = judge(setting, &Round { sent, seconds: took, dirtied }, one.rounds, pace);
        one.amount = dirtied;
        one.limit = verdict.limit;
        one.gave_up = verdict.gave_up;
        self.note(number, dirtied - sent);
        if number == 0 {
            self.first_rounds.push(Round { sent, seconds: took, dirtied });
        }
        if !verdict.ends {
            self.proceed(number);
        }
        verdict.ends
    }

    /// Keeps the curve of the first instance.
    fn note(&mut self, number: u32, change: f64) {
        if number == 0 {
            self.left = (self.left + change).max(0.0);
            self.remaining.push((self.kernel.now().as_seconds(), self.left));
        }
    }

    /// A digest of everything that happened: equal for equal runs on every machine.
    pub(super) fn digest(&self) -> u64 {
        let mut digest = Digest::new();
        for one in &self.ones {
            digest.add(one.done.unwrap_or(Time::NEVER).0);
            digest.add(one.downtime.0);
            digest.add(u64::from(one.rounds) << 1 | u64::from(one.gave_up));
            digest.add(one.sent.to_bits());
        }
        digest.add(self.kernel.now().0);
        digest.value()
    }
}

impl One {
    fn new(writes: Writes, memory: Bytes, setting: &Setting) -> Self {
        Self {
            stage: 0,
            began: None,
            since: Time::ZERO,
            done: None,
            stopped: None,
            downtime: Span::ZERO,
            rounds: 0,
            gave_up: false,
            amount: memory.as_f64(),
            limit: setting.first_round.unwrap_or(f64::INFINITY),
            sent: 0.0,
            dirtied: 0.0,
            round_time: 0.0,
            writes,
            spent: [0.0; SPENT.len()],
            still: [0.0; SPENT.len()],
        }
    }

    fn spend(&mut self, what: Mechanism, seconds: f64) {
        if let Some(place) = SPENT.iter().position(|one| *one == what) {
            self.spent[place] += seconds;
            if self.stopped.is_some() {
                self.still[place] += seconds;
            }
        }
    }
}

/// Weight of every instance: equal instances are equal.
const WEIGHT: f64 = 1.0;
