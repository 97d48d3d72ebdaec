//! The story of one instance: from act to act of its plan.

use super::instance::{Doing, State};
use super::{Entity, Run};
use crate::engine::Demand;
use crate::experiment::report::Wait;
use crate::model::{Act, Holder, Limit, Shared};
use crate::units::{Bytes, Span};

/// Weight of every instance: the control groups of equal instances are equal.
pub(super) const WEIGHT: f64 = 1.0;

impl Run {
    /// An instance's start is asked for.
    pub(super) fn begin(&mut self, number: u32) {
        let now = self.kernel.now();
        let one = &mut self.instances[number as usize];
        one.state = State::Starting;
        one.launched = Some(now);
        one.bar = now;
        self.present += 1;
        match self.admission() {
            Ok(()) => self.proceed(number),
            Err(limit) => self.refuse(number, limit),
        }
    }

    /// What can be refused before anything is done.
    fn admission(&self) -> Result<(), Limit> {
        let machine = &self.machine;
        machine.check_compatibility().map_err(Limit::Incompatible)?;
        let needs = machine.footprint();
        let guest_needs = machine.carrier().unwrap_or(needs).guest_needs();
        let promised = machine.carrier().unwrap_or(needs).promised;
        if self.memory.too_small {
            let (kernel, daemons) = machine.host_base();
            let free = machine.host.memory;
            return Err(Limit::MemoryRefused { needed: kernel + daemons, free });
        }
        if machine.guest.is_some() && guest_needs > promised {
            return Err(Limit::MemoryRefused { needed: guest_needs, free: promised });
        }
        if let Some(most) = machine.platform.bridge_ports.filter(|&most| self.present > most) {
            return Err(Limit::BridgePorts { most });
        }
        let inside = if machine.has_guest_kernels() { 0 } else { machine.image.pids };
        let pids = f64::from(self.present) * f64::from(machine.platform.pids_each + inside);
        if machine.prices.host_processes.typical + pids > f64::from(machine.host.pid_max) {
            return Err(Limit::ProcessIds { most: machine.host.pid_max });
        }
        Ok(())
    }

    /// An instance wakes: its timed act is over.
    pub(super) fn resume(&mut self, number: u32) {
        let now = self.kernel.now();
        let one = &mut self.instances[number as usize];
        let elapsed = now.since(one.since).as_seconds();
        let lost = |alone: f64| Span::from_seconds(elapsed - alone);
        let doing = core::mem::replace(&mut one.doing, Doing::Nothing);
        one.transfer = None;
        match doing {
            Doing::Cores(alone) => one.lost[0] += lost(alone),
            Doing::Disk(alone) => one.lost[1] += lost(alone),
            Doing::Link(alone) => one.lost[2] += lost(alone),
            Doing::Lock(lock) => {
                self.lanes.waited(number, one, Wait::Lock(lock), one.since, now);
            }
            Doing::Once(which) => {
                let wait = match self.once[which].what {
                    Shared::Carrier => Wait::Carrier,
                    Shared::Image | Shared::Pages(_) => Wait::Image,
                };
                self.lanes.waited(number, one, wait, one.since, now);
                self.enter_once(number, which);
                return;
            }
            Doing::Stall => {
                if self.pay(number) {
                    return;
                }
                let one = &mut self.instances[number as usize];
                self.lanes.waited(number, one, Wait::Memory, one.since, now);
            }
            Doing::Pause | Doing::Nothing => {}
        }
        self.instances[number as usize].step += 1;
        self.proceed(number);
    }

    /// Does acts until one takes time or the plan ends.
    pub(super) fn proceed(&mut self, number: u32) {
        let plan = std::sync::Arc::clone(&self.plan);
        loop {
            let one = &mut self.instances[number as usize];
            if one.state != State::Starting || self.halted {
                return;
            }
            let at = one.step;
            if at == plan.returned {
                self.returned(number);
            }
            let Some(step) = plan.steps.get(at) else { return };
            let now = self.kernel.now();
            let one = &mut self.instances[number as usize];
            self.lanes.enter(number, one, step.phase, now);
            one.since = now;
            if self.start_act(number, &step.act) {
                return;
            }
            let one = &mut self.instances[number as usize];
            if one.step == at {
                one.step += 1;
            }
        }
    }

    /// Starts one act; true if it takes time (or if the instance is no more).
    fn start_act(&mut self, number: u32, act: &Act) -> bool {
        let who = Entity(number);
        let factor = self.instances[number as usize].factor;
        match *act {
            Act::Work { core_seconds, threads } => {
                self.work(number, core_seconds * factor, threads);
            }
            Act::Walk { each, power } => {
                let there = f64::from(self.present.saturating_sub(1));
                let work = if power == 1 { each * there } else { each * there * there };
                self.work(number, work, 1.0);
            }
            Act::Pause(span) => {
                self.instances[number as usize].doing = Doing::Pause;
                self.kernel.wake_after(who, Span::from_seconds(span.as_seconds() * factor));
            }
            Act::Read { bytes, operations, through_device } => {
                self.read(number, bytes, operations, through_device);
            }
            Act::Write { bytes } => self.write(number, bytes),
            Act::Download { bytes } => {
                let amount = bytes.as_f64();
                let alone = amount / self.machine.host.link.per_second();
                self.instances[number as usize].doing = Doing::Link(alone);
                let demand = Demand { amount, cap: f64::INFINITY, weight: WEIGHT };
                self.kernel.serve(who, self.resources.link, demand);
            }
            Act::Acquire(lock) => {
                self.instances[number as usize].doing = Doing::Lock(lock);
                self.kernel.acquire(who, self.resources.locks[lock as usize]);
            }
            Act::Release(lock) => {
                self.kernel.release(who, self.resources.locks[lock as usize]);
                return false;
            }
            Act::Begin(what) => return self.begin_once(number, what),
            Act::End(what) => {
                self.end_once(number, what);
                return false;
            }
            Act::Promise(bytes) => return self.promise(number, bytes),
            Act::Take { holder, owner, bytes } => {
                let holder = match holder {
                    Holder::Instance => number,
                    Holder::Host => self.memory.host,
                };
                return self.take(number, holder, owner, bytes);
            }
            Act::AddLists => return self.add_lists(number),
            Act::AddDisk => return self.add_disk(number),
            Act::Reached(clock) => {
                self.instances[number as usize].clocks[clock as usize] = Some(self.kernel.now());
                if clock == crate::catalog::Clock::Ready {
                    self.becomes_ready(number);
                    return true;
                }
                return false;
            }
        }
        true
    }

    fn work(&mut self, number: u32, core_seconds: f64, threads: f64) {
        let cap = threads.min(f64::from(self.machine.host.cores));
        self.instances[number as usize].doing = Doing::Cores(core_seconds / cap);
        let demand = Demand { amount: core_seconds, cap, weight: WEIGHT };
        self.kernel.serve(Entity(number), self.resources.cores, demand);
    }

    /// The device's time is what is shared; one reader alone is bound by latency, and by the
    /// virtual device in between.
    fn read(&mut self, number: u32, bytes: Bytes, operations: f64, through_device: bool) {
        let disk = &self.machine.host.disk;
        let served = (bytes.as_f64() / disk.read.per_second())
            .max(operations / disk.operations.per_second());
        let depth = self.machine.prices.read_depth.typical;
        let mut alone = served.max(operations * disk.latency.seconds() / depth);
        if through_device {
            let device = &self.machine.platform.device;
            alone = alone
                .max(bytes.as_f64() / device.bandwidth.per_second())
                .max(operations / device.operations.per_second());
        }
        self.transfer(number, served, alone);
    }

    pub(super) fn write(&mut self, number: u32, bytes: Bytes) {
        let served = bytes.as_f64() / self.machine.host.disk.write.per_second();
        self.transfer(number, served, served);
    }

    fn transfer(&mut self, number: u32, served: f64, alone: f64) {
        let one = &mut self.instances[number as usize];
        one.doing = Doing::Disk(alone);
        let demand = Demand { amount: served, cap: served / alone, weight: WEIGHT };
        one.transfer = Some(demand.cap);
        self.kernel.serve(Entity(number), self.resources.disk, demand);
    }

    /// Comes to something that is done once: goes past it, or waits for its turn.
    fn begin_once(&mut self, number: u32, what: Shared) -> bool {
        let which = self.once_position(what);
        if self.once[which].done {
            self.skip_once(number, what);
            return false;
        }
        self.instances[number as usize].doing = Doing::Once(which);
        self.kernel.acquire(Entity(number), self.once[which].lock);
        true
    }

    /// Its turn has come: whoever came before may have done it.
    fn enter_once(&mut self, number: u32, which: usize) {
        if self.once[which].done {
            self.kernel.release(Entity(number), self.once[which].lock);
            self.skip_once(number, self.once[which].what);
        } else {
            self.instances[number as usize].step += 1;
        }
        self.proceed(number);
    }

    fn end_once(&mut self, number: u32, what: Shared) {
        let which = self.once_position(what);
        self.once[which].done = true;
        self.kernel.release(Entity(number), self.once[which].lock);
    }

    fn skip_once(&mut self, number: u32, what: Shared) {
        let one = &mut self.instances[number as usize];
        let rest = &self.plan.steps[one.step..];
        let end = rest.iter().position(|step| step.act == Act::End(what));
        one.step += end.map_or(rest.len(), |end| end + 1);
    }

    fn once_position(&self, what: Shared) -> usize {
        self.once
            .iter()
            .position(|once| once.what == what)
            .expect("every begun thing of the plan was listed when the run was made")
    }

    fn add_disk(&mut self, number: u32) -> bool {
        let (needed, free) = (self.disk.each, self.disk.free());
        if needed > free || self.disk.used() > self.disk.total {
            self.refuse(number, Limit::DiskFull { needed, free });
            return true;
        }
        self.disk.instances += 1;
        false
    }

    fn becomes_ready(&mut self, number: u32) {
        let now = self.kernel.now();
        let one = &mut self.instances[number as usize];
        one.state = State::Ready;
        self.lanes.close(number, one, now);
        self.ready += 1;
        self.add_idle_load();
        self.answered(number);
        self.settle();
    }

    /// The timer ticks of an idle instance preempt whatever runs: they come off the top.
    fn add_idle_load(&mut self) {
        self.idle += self.idle_each();
        self.apply_idle_load();
    }

    /// Cores that the wake-ups of one idle instance use up.
    pub(super) fn idle_each(&self) -> f64 {
        let machine = &self.machine;
        let guest = machine.guest.as_ref().filter(|_| machine.has_guest_kernels());
        let host_work = machine.platform.wakeup.seconds();
        let application = machine.image.wakeups.typical * host_work;
        let own = guest
            .map_or(0.0, |guest| guest.wakeups.typical * (host_work + guest.wakeup_work.seconds()));
        machine.host_work(application + own)
    }

    pub(super) fn apply_idle_load(&mut self) {
        let cores = f64::from(self.machine.host.cores);
        if self.idle >= cores && !matches!(self.limits.last(), Some((_, Limit::CoresBusy { .. }))) {
            self.met(Limit::CoresBusy { cores: self.machine.host.cores });
        }
        let left = (cores - self.idle).max(cores * LEAST_SHARE);
        self.kernel.set_capacity(self.resources.cores, left);
    }

    pub(super) fn refuse(&mut self, number: u32, limit: Limit) {
        self.instances[number as usize].state = State::Refused(limit);
        self.leave(number);
        self.met(limit);
        self.ended(number);
        self.settle();
    }

    /// An instance is no more: what it did ends, and what it held is free.
    pub(super) fn leave(&mut self, number: u32) {
        let now = self.kernel.now();
        self.kernel.cancel(Entity(number));
        let one = &mut self.instances[number as usize];
        self.lanes.close(number, one, now);
        self.free_all(number);
        self.present = self.present.saturating_sub(1);
    }
}

/// However many idle instances there are, a start gets this share of the cores.
const LEAST_SHARE: f64 = 0.01;
