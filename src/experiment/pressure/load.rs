//! The load on a settled memory: requests that compute, fault and wait, on shared cores and disk.
//!
//! Every thread of an instance is a client of its own that asks again as soon as it was answered.
//! So what one resource takes from one instance is what the law of sharing says, and nothing is
//! multiplied by a factor per platform.

use super::Setting;
use super::settle::Settled;
use crate::catalog::{Family, Kernel as Owned};
use crate::engine::{Demand, Digest, Entity, Kernel, ResourceId, Stream};
use crate::model::Machine;
use crate::units::{Span, Time};

mod bill;
mod measure;
mod neighbour;
mod quota;

use bill::Bill;
pub use measure::{Outcome, Parts};
use quota::Quota;

/// Purpose of the random stream of requests.
const REQUEST: u32 = 301;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Computing,
    Throttled,
    Disk,
}

#[derive(Clone, Debug)]
struct Worker {
    stream: Stream,
    doing: Doing,
    /// Core-seconds still owed for this request, and those being served.
    owed: f64,
    serving: f64,
    /// Device time of this request: served and alone, and how much of the latter for faults.
    disk: [f64; 2],
    alone: [f64; 3],
    began: Time,
    since: Time,
    done: u32,
    last: Time,
}

/// A run of the load for a while.
#[derive(Clone, Debug)]
pub struct Load {
    kernel: Kernel,
    cores: ResourceId,
    disk: ResourceId,
    workers: Vec<Worker>,
    threads: u32,
    alive: u32,
    bill: Bill,
    spread: bool,
    weights: [f64; 2],
    quotas: Vec<Quota>,
    hogs: Vec<(ResourceId, Demand)>,
    watch: Watch,
    answered: u64,
    parts: Parts,
    responses: Vec<Span>,
    digest: Digest,
}

/// How long is enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Watch {
    /// At least so long.
    pub least: Span,
    /// And until the first instance has answered so many requests, or all together so many.
    pub requests: u32,
    /// See above.
    pub requests_of_all: u64,
    /// But never longer than this.
    pub most: Span,
}

impl Watch {
    /// A glance for a point of a curve, or a long look for a figure.
    pub(super) const fn of(short: bool) -> Self {
        if short {
            Self {
                least: Span::milliseconds(500),
                requests: 40,
                requests_of_all: 60_000,
                most: Span::seconds(30),
            }
        } else {
            Self {
                least: Span::seconds(2),
                requests: 200,
                requests_of_all: 400_000,
                most: Span::seconds(120),
            }
        }
    }
}

impl Load {
    /// A load on this machine at its beginning; nobody is served before [`Load::advance`].
    #[must_use]
    pub fn new(machine: &Machine, setting: &Setting, settled: &Settled, watch: Watch) -> Self {
        let mut kernel = Kernel::new();
        let cores = kernel.fair(available(machine, settled));
        let disk = kernel.fair(1.0);
        let threads = threads(machine, setting);
        let workers = (0..settled.alive * threads).map(|number| worker(machine.seed, number));
        let grouped = machine.platform.family != Family::Process;
        let victim = setting.weight / 100.0;
        let each = 1.0 / f64::from(threads);
        let weights = if grouped { [victim * each, each] } else { [1.0; 2] };
        let quotas = setting.quota.map_or_else(Vec::new, |quota| {
            let scarcity = machine.scarcity();
            (0..settled.alive)
                .map(|number| Quota::new(quota, number, settled.alive, scarcity))
                .collect()
        });
        let mut load = Self {
            cores,
            disk,
            workers: workers.collect(),
            threads,
            alive: settled.alive,
            bill: Bill::of(machine, settled.misses, threads),
            spread: machine.spread,
            weights,
            quotas,
            hogs: Vec::new(),
            watch,
            answered: 0,
            parts: Parts::default(),
            responses: Vec::new(),
            digest: Digest::new(),
            kernel,
        };
        load.neighbour(machine, setting, settled);
        for number in 0..load.count() {
            load.ask(number);
        }
        for hog in 0..load.hogs.len() {
            load.hog(hog);
        }
        load
    }

    #[expect(clippy::cast_possible_truncation, reason = "20,000 instances of 128 threads at most")]
    fn count(&self) -> u32 {
        self.workers.len() as u32
    }

    /// Handles at most so many events; true when it has been watched long enough.
    pub fn advance(&mut self, events: u64) -> bool {
        let budget = self.kernel.events().saturating_add(events);
        while self.kernel.events() < budget {
            if self.is_over() {
                return true;
            }
            let Some(wake) = self.kernel.next() else { return true };
            if wake.who.0 < self.count() {
                self.resume(wake.who.0);
            } else {
                let hog = (wake.who.0 - self.count()) as usize;
                self.hog(hog);
            }
        }
        self.is_over()
    }

    /// Events handled so far.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.kernel.events()
    }

    fn is_over(&self) -> bool {
        let now = self.kernel.now().since(Time::ZERO);
        let first = self.workers.iter().take(self.threads as usize);
        let done: u32 = first.map(|worker| worker.done).sum();
        let enough = done >= self.watch.requests || self.answered >= self.watch.requests_of_all;
        self.workers.is_empty() || now >= self.watch.most || (now >= self.watch.least && enough)
    }

    /// A thread begins its next request: three draws, whatever comes of them.
    fn ask(&mut self, number: u32) {
        let now = self.kernel.now();
        let (bill, spread) = (self.bill, self.spread);
        let worker = &mut self.workers[number as usize];
        let factor = worker.stream.exponential(1.0);
        let mut operations = [0.0; 2];
        for (operation, wanted) in
            operations.iter_mut().zip([bill.own.count, bill.swap.count + bill.file.count])
        {
            let part = worker.stream.uniform();
            *operation = if spread { libm::floor(wanted + part) } else { wanted };
        }
        let faults = bill.swap.count + bill.file.count;
        let ratio = if faults > 0.0 { operations[1] / faults } else { 0.0 };
        worker.owed = bill.work * if spread { factor } else { 1.0 } + bill.cached.total_work();
        worker.disk = [0.0; 2];
        worker.alone = [0.0; 3];
        let parts = [(bill.swap, ratio * bill.swap.count), (bill.file, ratio * bill.file.count)];
        for (index, (of, count)) in
            [(bill.own, operations[0]), parts[0], parts[1]].into_iter().enumerate()
        {
            worker.owed += of.work * count;
            worker.disk[0] += of.served * count;
            worker.disk[1] += of.alone * count;
            worker.alone[index] = of.alone * count;
        }
        worker.began = now;
        worker.since = now;
        self.compute(number);
    }

    /// Computes what is owed, as far as the quota goes.
    fn compute(&mut self, number: u32) {
        let now = self.kernel.now();
        let instance = number / self.threads;
        let worker = &mut self.workers[number as usize];
        let granted = match self.quotas.get_mut(instance as usize) {
            None => worker.owed,
            Some(quota) => quota.grant(now, worker.owed),
        };
        worker.since = now;
        if granted <= 0.0 {
            worker.doing = Doing::Throttled;
            let wait = self.quotas[instance as usize].next_period(now);
            self.kernel.wake_after(Entity(number), wait);
            return;
        }
        worker.doing = Doing::Computing;
        worker.serving = granted;
        let weight = self.weights[usize::from(instance > 0)];
        let demand = Demand { amount: granted, cap: 1.0, weight };
        self.kernel.serve(Entity(number), self.cores, demand);
    }

    fn resume(&mut self, number: u32) {
        let now = self.kernel.now();
        let first = number < self.threads;
        let worker = &mut self.workers[number as usize];
        let took = now.since(worker.since).as_seconds();
        match worker.doing {
            Doing::Throttled => {
                if first {
                    self.parts.throttled += took;
                }
                self.compute(number);
            }
            Doing::Computing => {
                if first {
                    self.parts.work += worker.serving;
                    self.parts.cores += (took - worker.serving).max(0.0);
                }
                worker.owed = (worker.owed - worker.serving).max(0.0);
                if worker.owed > 1e-12 {
                    self.compute(number);
                } else if worker.disk[0] > 0.0 {
                    worker.doing = Doing::Disk;
                    worker.since = now;
                    let [served, alone] = worker.disk;
                    let demand = Demand { amount: served, cap: served / alone, weight: 1.0 };
                    self.kernel.serve(Entity(number), self.disk, demand);
                } else {
                    self.answered(number);
                }
            }
            Doing::Disk => {
                if first {
                    let [own, swap, file] = worker.alone;
                    self.parts.own += own;
                    self.parts.swap += swap;
                    self.parts.file += file;
                    self.parts.disk += (took - own - swap - file).max(0.0);
                }
                self.answered(number);
            }
        }
    }

    fn answered(&mut self, number: u32) {
        let now = self.kernel.now();
        let worker = &mut self.workers[number as usize];
        worker.done += 1;
        self.answered += 1;
        worker.last = now;
        self.digest.add(u64::from(number));
        self.digest.add(now.0);
        if number < self.threads {
            self.parts.requests += 1.0;
            let took = now.since(worker.began);
            self.responses.push(took);
        }
        self.ask(number);
    }

    /// A neighbour's flows go on for ever.
    fn hog(&mut self, which: usize) {
        let (resource, demand) = self.hogs[which];
        #[expect(clippy::cast_possible_truncation, reason = "a handful")]
        let who = Entity(self.count() + which as u32);
        self.kernel.serve(who, resource, demand);
    }
}

/// Threads of one instance that are busy.
fn threads(machine: &Machine, setting: &Setting) -> u32 {
    let own_guest = machine.platform.isolation.kernel == Owned::Guest;
    let most = if own_guest { machine.vcpus } else { u32::MAX };
    setting.threads.min(most).max(1)
}

/// Cores less what timer ticks and the merging daemon take off the top.
fn available(machine: &Machine, settled: &Settled) -> f64 {
    let cores = f64::from(machine.host.cores);
    let wakeup = machine.platform.wakeup.seconds();
    let guest = machine.guest.as_ref().filter(|_| machine.has_guest_kernels());
    let own =
        guest.map_or(0.0, |guest| guest.wakeups.typical * (wakeup + guest.wakeup_work.seconds()));
    let idle = machine.host_work(machine.image.wakeups.typical * wakeup + own);
    let scan = machine.merging.unwrap_or(0.0)
        * machine.host_work(machine.prices.merge_scan_each_page.seconds());
    (cores - idle * f64::from(settled.alive) - scan.min(1.0)).max(cores * 0.01)
}

fn worker(seed: u64, number: u32) -> Worker {
    Worker {
        stream: Stream::new(seed, number, REQUEST),
        doing: Doing::Computing,
        owed: 0.0,
        serving: 0.0,
        disk: [0.0; 2],
        alone: [0.0; 3],
        began: Time::ZERO,
        since: Time::ZERO,
        done: 0,
        last: Time::ZERO,
    }
}
