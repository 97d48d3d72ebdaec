//! Requests on their way: clients, virtual processors, disk, lock and link of every instance.
//!
//! A request takes two events: its arrival, and the end of its work on a virtual processor. What
//! comes after is served in order of arrival, so that its end is known at once. Only a virtual
//! disk path needs events of its own, one or two for a whole batch.
//!
//! ```text
//! client -> (network) -> queue -> virtual processor -> disk -> lock -> card, link -> client
//! ```
//!
//! The work of an instance is one flow on the host's cores for each virtual processor. Threads of
//! the host beside it run while it runs: the flow's cap and amount grow by them alike.

use std::collections::VecDeque;

use super::film::Sample;
use super::latency::Latencies;
use super::setting::{Load, Setting};
use super::station::Station;
use crate::catalog::{LoadKind, Workload};
use crate::engine::{Digest, Entity, Kernel, ResourceId, Stream};
use crate::model::{Machine, Price};
use crate::units::{Span, Time};

/// Purpose of the random stream that makes requests differ.
const WORK: u32 = 40;
/// Purpose of the random stream of arrivals and pauses.
const ARRIVAL: u32 = 41;
/// Requests of the beginning that are not counted: one in so many.
const WARMING: u64 = 10;
/// The most virtual processors that are simulated for an instance.
const WORKERS_MOST: u32 = 256;

/// A request between its arrival and its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Request {
    pub(super) arrived: Time,
    pub(super) client: u32,
    pub(super) asleep: bool,
    /// Its number in the sample of the film, if it is of it.
    pub(super) trip: Option<u8>,
}

/// A virtual processor at work.
#[derive(Clone, Copy, Debug)]
pub(super) struct Worker {
    pub(super) request: Request,
    pub(super) begun: Time,
}

/// A request that has come to the virtual disk path.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub(super) request: Request,
    pub(super) since: Time,
}

/// The virtual disk path of an instance.
#[derive(Clone, Debug, Default)]
pub(super) struct Path {
    pub(super) waiting: VecDeque<Asked>,
    pub(super) batch: Vec<Asked>,
    pub(super) awake: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Instance {
    pub(super) queue: VecDeque<Request>,
    pub(super) idle: Vec<u32>,
    pub(super) lock: Station,
    pub(super) thread: Station,
    pub(super) card: Station,
    pub(super) path: Path,
    pub(super) work: Stream,
    pub(super) arrivals: Stream,
}

/// Sums over the requests that count, in seconds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    pub queued: f64,
    pub working: f64,
    pub disk: f64,
    pub locked: f64,
    pub network: f64,
    pub refused: u64,
    /// Requests that found the instance asleep.
    pub asleep: u64,
}

/// How busy everything was while requests were counted, 0 to 1.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Busy {
    pub cores: f64,
    pub processors: f64,
    pub device: f64,
    pub path: f64,
    pub link: f64,
    pub card: f64,
    pub thread: f64,
    pub lock: f64,
    pub memory: f64,
}

/// A load on the instances of one machine.
#[derive(Clone, Debug)]
pub(super) struct Simulation {
    pub price: Price,
    pub(super) load: Load,
    pub(super) think: f64,
    pub(super) varies: bool,
    pub(super) requests: u64,
    pub(super) warming: u64,
    pub(super) workers: u32,
    pub(super) clients: u32,
    pub(super) kernel: Kernel,
    pub(super) cores: ResourceId,
    pub(super) instances: Vec<Instance>,
    pub(super) working: Vec<Worker>,
    pub(super) device: Station,
    pub(super) memory: Station,
    pub(super) link: Station,
    pub(super) path_busy: f64,
    pub latencies: Latencies,
    pub sample: Sample,
    pub sums: Sums,
    pub(super) finished: u64,
    pub(super) begun: Time,
    pub(super) ended: Time,
    pub(super) cores_begun: f64,
    pub digest: Digest,
}

impl Simulation {
    pub fn new(machine: &Machine, setting: &Setting) -> Self {
        let bill = &setting.workload;
        let mut kernel = Kernel::new();
        let cores = kernel.fair(f64::from(machine.host.cores));
        let most = if bill.threads == 0 { machine.vcpus } else { bill.threads };
        // Without virtual processors of its own an instance has as many cores as it may use.
        let workers = most.min(machine.vcpus).clamp(1, WORKERS_MOST);
        let price = machine.price(bill);
        let load = setting.load_of(workers);
        let clients = match load {
            Load::Closed { clients } => clients.max(1),
            Load::Open { .. } => 1,
        };
        let instance = |number| Instance {
            queue: VecDeque::new(),
            idle: (0..workers).rev().collect(),
            lock: Station::default(),
            thread: Station::default(),
            card: Station::default(),
            path: Path::default(),
            work: Stream::new(machine.seed, number, WORK),
            arrivals: Stream::new(machine.seed, number, ARRIVAL),
        };
        let idle = Worker {
            request: Request { arrived: Time::ZERO, client: 0, asleep: false, trip: None },
            begun: Time::ZERO,
        };
        let requests = setting.requests.max(1);
        let mut simulation = Self {
            price,
            load,
            think: setting.think,
            varies: bill.varies && machine.spread,
            requests,
            warming: requests / WARMING,
            workers,
            clients,
            kernel,
            cores,
            instances: (0..machine.instances).map(instance).collect(),
            working: vec![idle; machine.instances as usize * workers as usize],
            device: Station::default(),
            memory: Station::default(),
            link: Station::default(),
            path_busy: 0.0,
            latencies: Latencies::new(),
            sample: Sample::default(),
            sums: Sums::default(),
            finished: 0,
            begun: Time::ZERO,
            ended: Time::ZERO,
            cores_begun: 0.0,
            digest: Digest::new(),
        };
        simulation.open(machine, bill);
        simulation
    }

    /// The first arrivals: clients do not begin in step.
    fn open(&mut self, machine: &Machine, bill: &Workload) {
        let cycle = self.think + self.price.round_trips + self.price.work;
        for number in 0..machine.instances {
            match self.load {
                Load::Closed { .. } => {
                    for client in 0..self.clients {
                        let part = self.instances[number as usize].arrivals.uniform();
                        let first = Span::from_seconds(part * cycle);
                        self.kernel.wake_after(self.client(number, client), first);
                    }
                }
                Load::Open { .. } => self.schedule_arrival(number),
            }
        }
        debug_assert!(bill.kind == LoadKind::Server || matches!(self.load, Load::Closed { .. }));
    }

    pub fn events(&self) -> u64 {
        self.kernel.events()
    }

    pub fn is_done(&self) -> bool {
        self.finished >= self.requests
    }

    #[expect(clippy::cast_precision_loss, reason = "counts end far below 2^53")]
    pub fn fraction(&self) -> f64 {
        (self.finished as f64 / self.requests as f64).min(1.0)
    }

    /// Handles at most so many events; true when all requests are done.
    pub fn advance(&mut self, events: u64) -> bool {
        let budget = self.kernel.events().saturating_add(events);
        while !self.is_done() && self.kernel.events() < budget {
            let Some(wake) = self.kernel.next() else { break };
            self.handle(wake.who.0, wake.time);
        }
        self.is_done() || self.kernel.next_time().is_none()
    }

    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.instances.len()).unwrap_or(u32::MAX)
    }

    pub(super) fn client(&self, instance: u32, client: u32) -> Entity {
        Entity(self.count() * self.workers + instance * self.clients + client)
    }

    pub(super) fn path(&self, instance: u32) -> Entity {
        Entity(self.count() * (self.workers + self.clients) + instance)
    }

    /// Seconds in which requests were counted.
    pub fn window(&self) -> f64 {
        self.ended.since(self.begun).as_seconds()
    }

    /// Requests per second.
    #[expect(clippy::cast_precision_loss, reason = "counts end far below 2^53")]
    pub fn rate(&self) -> f64 {
        let window = self.window();
        if window > 0.0 { self.latencies.count() as f64 / window } else { 0.0 }
    }

    /// A sum over the requests that count, for one of them.
    #[expect(clippy::cast_precision_loss, reason = "counts end far below 2^53")]
    pub fn mean(&self, sum: f64) -> f64 {
        sum / self.latencies.count().max(1) as f64
    }

    /// Clients under way, or operations outstanding, in all; nothing for an open load.
    pub fn population(&self) -> u32 {
        match self.load {
            Load::Closed { .. } => self.clients * self.count(),
            Load::Open { .. } => 0,
        }
    }

    pub fn busy(&self) -> Busy {
        let window = self.window().max(f64::MIN_POSITIVE);
        let count = f64::from(self.count().max(1));
        let part = |seconds: f64, servers: f64| (seconds / window / servers).clamp(0.0, 1.0);
        let each = |of: fn(&Instance) -> &Station| {
            part(self.instances.iter().map(|instance| of(instance).busy()).sum(), count)
        };
        let usage = self.kernel.usage(self.cores);
        Busy {
            cores: part(usage.done - self.cores_begun, usage.capacity.max(f64::MIN_POSITIVE)),
            processors: part(self.sums.working, count * f64::from(self.workers)),
            device: part(self.device.busy(), 1.0),
            path: part(self.path_busy, count),
            link: part(self.link.busy(), 1.0),
            card: each(|instance| &instance.card),
            thread: each(|instance| &instance.thread),
            lock: each(|instance| &instance.lock),
            memory: part(self.memory.busy(), 1.0),
        }
    }
}
