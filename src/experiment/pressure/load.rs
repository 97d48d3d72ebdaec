//! The load on a settled memory: requests that compute, fault and wait, on shared cores and disk.
//!
//! Every thread of an instance is a client of its own that asks again as soon as it was answered.
//! So what one resource takes from one instance is what the law of sharing says, and nothing is
//! multiplied by a factor per platform.

use super::settle::{Misses, Settled};
use super::{Neighbour, Setting};
use crate::catalog::{Family, Kernel as Owned, SCARCITY};
use crate::engine::{Demand, Digest, Entity, Kernel, ResourceId, Stream};
use crate::model::Machine;
use crate::units::{Bytes, Span, Time};

mod measure;
mod quota;

pub use measure::{Outcome, Parts};
use quota::Quota;

/// Purpose of the random stream of requests.
const REQUEST: u32 = 301;

/// What one request of an instance costs here.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Bill {
    /// Core-seconds besides faults.
    work: f64,
    /// Operations of its own: seconds alone, seconds of the device, core-seconds, and how many.
    own: Operation,
    swap: Operation,
    file: Operation,
    cached: Operation,
}

/// Operations of one kind that a request needs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Operation {
    count: f64,
    alone: f64,
    served: f64,
    work: f64,
}

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
    parts: Parts,
    responses: Vec<Span>,
    digest: Digest,
}

/// How long is enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Watch {
    /// At least so long.
    pub least: Span,
    /// And until the first instance has answered so many requests.
    pub requests: u32,
    /// But never longer than this.
    pub most: Span,
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
            (0..settled.alive).map(|number| Quota::new(quota, number, settled.alive)).collect()
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
        self.workers.is_empty()
            || now >= self.watch.most
            || (now >= self.watch.least && done >= self.watch.requests)
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

    fn neighbour(&mut self, machine: &Machine, setting: &Setting, settled: &Settled) {
        if !settled.neighbour {
            return;
        }
        let own_guest = machine.platform.isolation.kernel == Owned::Guest;
        let all = f64::from(if own_guest { machine.vcpus } else { machine.host.cores });
        let cap = setting.quota.map_or(all, |quota| quota.min(all));
        let grouped = machine.platform.family != Family::Process;
        match setting.neighbour {
            Neighbour::None => {}
            Neighbour::CpuHog => {
                let weight = if grouped { 1.0 } else { all };
                self.hogs.push((self.cores, Demand { amount: cap, cap, weight }));
            }
            Neighbour::ForkBomb => {
                // Where every task counts alone, so many of them leave nothing to anybody.
                let weight = if grouped { 1.0 } else { settled.tasks.max(1.0) };
                self.hogs.push((self.cores, Demand { amount: cap, cap, weight }));
            }
            Neighbour::DiskHog => self.hogs.push((self.disk, disk_hog(machine))),
            Neighbour::MemoryHog => {
                // One thread that walks over its memory, faulting where it must.
                let missing = settled.neighbour_misses.swapped;
                if missing > 0.0 {
                    let bill = Bill::of(machine, settled.neighbour_misses, 1);
                    let share = (bill.swap.served / bill.swap.alone.max(1e-12)).min(1.0);
                    self.hogs.push((self.disk, Demand { amount: share, cap: share, weight: 1.0 }));
                }
                self.hogs.push((self.cores, Demand { amount: 1.0, cap: 1.0, weight: 1.0 }));
            }
        }
    }
}

/// Random reads at the depth of a benchmark, as far as the virtual device lets them through.
fn disk_hog(machine: &Machine) -> Demand {
    let disk = &machine.host.disk;
    let depth = SCARCITY.hog_depth.typical;
    let most = (depth / disk.latency.seconds()).min(machine.platform.device.operations.typical);
    let cap = (most / disk.operations.per_second()).min(1.0);
    // A device that lets less through keeps less outstanding.
    let weight = (most * disk.latency.seconds()).clamp(1.0, depth);
    Demand { amount: cap, cap, weight }
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

impl Operation {
    fn total_work(&self) -> f64 {
        self.work * self.count
    }
}

impl Bill {
    fn of(machine: &Machine, misses: Misses, threads: u32) -> Self {
        let (disk, device) = (&machine.host.disk, &machine.platform.device);
        let prices = &machine.prices;
        let pages = SCARCITY.request_pages.typical;
        let latency = disk.latency.seconds();
        let read = 1.0 / disk.operations.per_second();
        let through = latency.max(f64::from(threads) / device.operations.per_second());
        let device_work = machine.host_work(device.cpu_each.seconds());
        let own = Operation {
            count: SCARCITY.request_operations.typical,
            alone: through.max(read),
            served: read,
            work: device_work,
        };
        let dirty = SCARCITY.dirty.typical;
        let written = dirty * Bytes::PAGE.as_f64() / disk.write.per_second();
        // The host reads from swap without the guest's device, and writes out what it displaces.
        let swap_work = machine.host_work(prices.swap_each_page.seconds()) * (1.0 + dirty);
        let served = read + written;
        let swap = Operation {
            count: pages * misses.swapped,
            alone: latency.max(served),
            served,
            work: swap_work,
        };
        let file = Operation { count: pages * misses.file, ..own };
        let cached = Operation {
            count: pages * misses.cached,
            work: device_work + machine.host_work(prices.fault_cached.seconds()),
            ..Operation::default()
        };
        let slowdown = machine.platform.user_slowdown.typical.max(1.0);
        let work = machine.host_work(SCARCITY.request_cpu.seconds()) * slowdown;
        Self { work, own, swap, file, cached }
    }
}
