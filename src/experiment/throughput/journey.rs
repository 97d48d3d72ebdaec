//! The way of one request: what happens at each event, and what is known from there on.

use super::setting::Load;
use super::simulation::{Asked, Request, Simulation, Sums, Worker};
use crate::engine::{Demand, Entity};
use crate::experiment::film::Station;
use crate::model::{DiskPrice, PathPrice};
use crate::units::{Span, Time};

/// Requests of an open load that an instance lets wait before it refuses.
const BACKLOG_MOST: usize = 4096;

impl Simulation {
    pub(super) fn handle(&mut self, who: u32, now: Time) {
        let (workers, clients) = (self.count() * self.workers, self.count() * self.clients);
        if who < workers {
            self.end_work(who, now);
        } else if who < workers + clients {
            let number = (who - workers) / self.clients;
            if let Load::Open { .. } = self.load {
                self.schedule_arrival(number);
            }
            self.arrive(number, (who - workers) % self.clients, now);
        } else {
            self.path_event(who - workers - clients, now);
        }
    }

    pub(super) fn schedule_arrival(&mut self, number: u32) {
        let Load::Open { rate } = self.load else { return };
        let mean = f64::from(self.count()) / rate;
        let next = self.instances[number as usize].arrivals.exponential(mean);
        self.kernel.wake_after(self.client(number, 0), Span::from_seconds(next));
    }

    fn arrive(&mut self, number: u32, client: u32, now: Time) {
        let open = matches!(self.load, Load::Open { .. });
        let instance = &mut self.instances[number as usize];
        // One that sleeps has a free processor, and nobody keeps its path awake.
        let asleep = !instance.idle.is_empty();
        let request = Request { arrived: now, client, asleep, trip: None };
        if let Some(worker) = instance.idle.pop() {
            self.begin_work(number, worker, request, now);
        } else if open && instance.queue.len() >= BACKLOG_MOST {
            self.sums.refused += 1;
        } else {
            instance.queue.push_back(request);
        }
    }

    fn begin_work(&mut self, number: u32, worker: u32, mut request: Request, now: Time) {
        if self.finished >= self.warming {
            request.trip = self.sample.begin(number, request.arrived, now);
        }
        let factor =
            if self.varies { self.instances[number as usize].work.exponential(1.0) } else { 1.0 };
        let place = number * self.workers + worker;
        self.working[place as usize] = Worker { request, begun: now };
        let own = self.price.work * factor + if request.asleep { self.price.wake } else { 0.0 };
        // The threads beside it are as busy as it is, on average: so one ratio for every request.
        let ratio = 1.0 + self.price.beside / self.price.work.max(f64::MIN_POSITIVE);
        let demand = Demand { amount: own * ratio, cap: ratio, weight: 1.0 };
        self.kernel.serve(Entity(place), self.cores, demand);
    }

    fn end_work(&mut self, place: u32, now: Time) {
        let (number, worker) = (place / self.workers, place % self.workers);
        let Worker { request, begun } = self.working[place as usize];
        self.sums.queued += begun.since(request.arrived).as_seconds();
        self.sums.working += now.since(begun).as_seconds();
        self.sample.pass(request.trip, now, Station::Disk);
        let instance = &mut self.instances[number as usize];
        if let Some(next) = instance.queue.pop_front() {
            self.begin_work(number, worker, next, now);
        } else {
            instance.idle.push(worker);
        }
        match self.price.disk {
            None => self.finish(number, request, [now, now], now),
            Some(DiskPrice { path: Some(path), .. }) => {
                self.ask_path(number, path, Asked { request, since: now });
            }
            Some(disk) => {
                let alone = now + Span::from_seconds(alone(&disk));
                let done = self.ask_device(now, &disk, 1.0).max(alone);
                let done = done + Span::from_seconds(flush(&disk));
                self.finish(number, request, [now, now], done);
            }
        }
    }

    fn ask_path(&mut self, number: u32, path: PathPrice, asked: Asked) {
        let who = self.path(number);
        let own = &mut self.instances[number as usize].path;
        own.waiting.push_back(asked);
        if !own.awake {
            own.awake = true;
            self.kernel.wake_after(who, Span::from_seconds(path.wake));
        }
    }

    /// When the device has done the operations of so many requests.
    fn ask_device(&mut self, now: Time, disk: &DiskPrice, requests: f64) -> Time {
        let seconds = requests * disk.operations * disk.device;
        if disk.ahead { self.device.follow(now, seconds) } else { self.device.serve(now, seconds) }
    }

    /// A path has woken, or a batch is done: what waits is the next batch.
    fn path_event(&mut self, number: u32, now: Time) {
        let Some(disk) = self.price.disk else { return };
        let Some(path) = disk.path else { return };
        let asked = disk.operations + disk.flushes;
        let own = &mut self.instances[number as usize].path;
        let mut batch = core::mem::take(&mut own.batch);
        let done = now + Span::from_seconds(flush(&disk));
        for Asked { request, since } in batch.drain(..) {
            self.finish(number, request, [since, now], done);
        }
        let own = &mut self.instances[number as usize].path;
        while let Some(&first) = own.waiting.front() {
            if !batch.is_empty() && (length(&batch) + 1.0) * asked > path.depth {
                break;
            }
            batch.push(first);
            own.waiting.pop_front();
        }
        let size = length(&batch);
        own.batch = batch;
        own.awake = size > 0.0;
        if size > 0.0 {
            let submitted = now + Span::from_seconds(size * asked * path.each);
            let device = self.ask_device(submitted, &disk, size);
            let alone = submitted + Span::from_seconds(alone(&disk));
            let least = now + Span::from_seconds(size * asked * path.least);
            let end = device.max(alone).max(least);
            self.path_busy += end.since(now).as_seconds();
            self.kernel.wake_after(self.path(number), end.since(now));
        }
    }

    /// What comes after processor and disk, and the next request of the client. The work was done
    /// at the first of the two times, and it is the second.
    fn finish(&mut self, number: u32, request: Request, [worked, now]: [Time; 2], disk: Time) {
        let price = &self.price;
        let instance = &mut self.instances[number as usize];
        let mut locked = disk;
        if price.locked > 0.0 {
            let others = if instance.lock.is_busy(disk) { price.handovers } else { 0.0 };
            locked = instance.lock.serve(disk, price.locked + others);
        }
        let memory = self.memory.pass(locked, price.memory);
        let thread =
            instance.thread.wake_and_serve(memory, price.thread_wake, price.network_thread);
        let card = instance.card.serve(thread, price.card);
        let end = self.link.serve(card, price.link);
        let asleep = if request.asleep { price.round_trips_asleep } else { 0.0 };
        let travel = Span::from_seconds(price.round_trips + asleep);
        let latency = Span(end.since(request.arrived).0.saturating_add(travel.0));
        self.sums.asleep += u64::from(request.asleep);
        self.sums.disk += disk.since(worked).as_seconds();
        self.sums.locked += locked.since(disk).as_seconds();
        self.sums.network += end.since(locked).as_seconds() + travel.as_seconds();
        self.sample.pass(request.trip, disk, Station::Lock);
        self.sample.pass(request.trip, locked, Station::Network);
        self.sample.end(request.trip, request.arrived + latency);
        self.tell(end, latency);
        if let Load::Closed { .. } = self.load {
            let pause = match self.think {
                0.0 => Span::ZERO,
                mean if self.varies => {
                    Span::from_seconds(self.instances[number as usize].arrivals.exponential(mean))
                }
                mean => Span::from_seconds(mean),
            };
            let rest = (end + travel + pause).since(now);
            self.kernel.wake_after(self.client(number, request.client), rest);
        }
    }

    /// Takes a finished request into the account.
    fn tell(&mut self, end: Time, latency: Span) {
        self.finished += 1;
        self.ended = self.ended.max(end);
        if self.finished > self.warming {
            self.latencies.add(latency);
            self.digest.add(latency.0);
        } else if self.finished == self.warming {
            self.begun = self.ended;
            self.cores_begun = self.kernel.usage(self.cores).done;
            self.sums = Sums::default();
            self.path_busy = 0.0;
            for station in [&mut self.device, &mut self.memory, &mut self.link] {
                station.reset();
            }
            for instance in &mut self.instances {
                for station in [&mut instance.lock, &mut instance.thread, &mut instance.card] {
                    station.reset();
                }
            }
        }
    }
}

/// The shortest time of the device; what it has read ahead is there at once.
fn alone(disk: &DiskPrice) -> f64 {
    if disk.ahead { 0.0 } else { disk.latency }
}

/// Waiting for flushes after the operations themselves.
fn flush(disk: &DiskPrice) -> f64 {
    let wake = disk.path.map_or(0.0, |path| path.wake);
    disk.flushes * (disk.latency + wake)
}

#[expect(clippy::cast_precision_loss, reason = "as many as there are clients")]
fn length(batch: &[Asked]) -> f64 {
    batch.len() as f64
}
