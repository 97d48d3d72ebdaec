//! Work that flows: queues of instances, served by cores that they share.
//!
//! Between two events all rates are constant, so queues change along straight lines and nothing is
//! approximated. A client gives up when it would wait longer than its patience.

use super::demand::{STEPS, demand};
use super::{Setting, request, slowdown};
use crate::engine::Digest;
use crate::model::Machine;

/// Pieces into which a stretch is cut for the distribution of delays.
const PIECES: u32 = 4;
/// Queues shorter than this many core-seconds are empty.
const EMPTY: f64 = 1e-9;

/// What has come of a flow so far, in core-seconds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tally {
    /// Seconds of waiting after which a request is given up.
    pub(super) patience: f64,
    /// Asked for.
    pub(super) asked: f64,
    /// Done.
    pub(super) done: f64,
    /// Given up.
    pub(super) lost: f64,
    /// Arrived faster than it was served: because of a cap, and because the host was full.
    pub(super) short: [f64; 2],
    /// Delays with the work that arrived at them.
    pub(super) delays: Vec<(f64, f64)>,
    /// Time, demand, capacity, work done; in seconds and cores.
    pub(super) curve: Vec<[f64; 4]>,
}

impl Tally {
    /// Nothing yet on a machine.
    pub(super) fn of(machine: &Machine) -> Self {
        Self { patience: machine.scarcity().patience.seconds(), ..Self::default() }
    }

    /// The delay that this part of the arrivals does not exceed, and the mean.
    pub(super) fn delay(&self, part: f64) -> (f64, f64) {
        let mut delays = self.delays.clone();
        delays.sort_by(|a, b| a.0.total_cmp(&b.0));
        let all = delays.iter().fold(0.0, |sum, (_, weight)| sum + weight);
        if all <= 0.0 {
            return (0.0, 0.0);
        }
        let mean = delays.iter().fold(0.0, |sum, (delay, weight)| sum + delay * weight) / all;
        let mut below = 0.0;
        for (delay, weight) in &delays {
            below += weight;
            if below >= part * all {
                return (*delay, mean);
            }
        }
        (delays.last().map_or(0.0, |(delay, _)| *delay), mean)
    }

    pub(super) fn digest(&self) -> u64 {
        let mut digest = Digest::new();
        for value in [self.asked, self.done, self.lost, self.short[0], self.short[1]] {
            digest.add(value.to_bits());
        }
        for point in &self.curve {
            for value in point {
                digest.add(value.to_bits());
            }
        }
        digest.value()
    }

    /// A stretch of one queue: arrivals and service at constant rates.
    fn stretch(&mut self, queue: &mut f64, [arrive, serve]: [f64; 2], seconds: f64, full: bool) {
        let patience = self.patience;
        let before = *queue;
        let change = (arrive - serve) * seconds;
        let most = patience * serve;
        let after = (before + change).clamp(0.0, most.max(0.0));
        let done = serve.min(if before > EMPTY { serve } else { arrive }) * seconds;
        self.asked += arrive * seconds;
        self.done += done;
        let lost = before + arrive * seconds - done - after;
        // Rounding loses nobody.
        self.lost += if lost > EMPTY { lost } else { 0.0 };
        self.short[usize::from(full)] += (arrive - serve).max(0.0) * seconds;
        for piece in 0..PIECES {
            let part = (f64::from(piece) + 0.5) / f64::from(PIECES);
            let length = before.min(most) + (after - before.min(most)) * part;
            let delay = if serve > 0.0 { length / serve } else { patience };
            self.delays.push((delay, arrive * seconds / f64::from(PIECES)));
        }
        *queue = after;
    }
}

/// Demand that moves between instances.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Flow {
    demand: Vec<Vec<f64>>,
    /// Length of a step in seconds.
    length: f64,
    cores: f64,
    cap: f64,
    slowdown: f64,
    /// Core-seconds of one request.
    pub(super) request: f64,
    queues: Vec<f64>,
    step: u32,
    pub(super) tally: Tally,
    pub(super) events: u64,
    /// Busy cores of each instance in each step, for memory.
    pub(super) busy: Vec<Vec<f64>>,
}

impl Flow {
    pub(super) fn new(machine: &Machine, setting: &Setting, capped: bool) -> Self {
        let cores = f64::from(machine.host.cores);
        let cap = if capped { f64::from(machine.vcpus) } else { cores };
        Self {
            demand: demand(setting, machine.instances, machine.seed),
            length: setting.duration / f64::from(STEPS),
            cores,
            cap: cap.min(cores),
            slowdown: slowdown(machine),
            request: request(machine),
            queues: vec![0.0; machine.instances as usize],
            step: 0,
            tally: Tally::of(machine),
            events: 0,
            busy: Vec::new(),
        }
    }

    /// Cores that the instances are allowed to use together.
    pub(super) fn allowed(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "at most 20,000")]
        let instances = self.queues.len() as f64;
        instances * self.cap
    }

    /// At most so many events, counted by instances; tells how many, and whether it is over.
    pub(super) fn advance(&mut self, events: u64) -> (u64, bool) {
        let before = self.events;
        while self.step < STEPS && self.events - before < events {
            self.one_step();
            self.step += 1;
        }
        (self.events - before, self.step >= STEPS)
    }

    fn one_step(&mut self) {
        let wanted: Vec<f64> =
            self.demand[self.step as usize].iter().map(|cores| cores * self.slowdown).collect();
        let mut left = self.length;
        let mut busy = vec![0.0; wanted.len()];
        let mut done = 0.0;
        while left > 0.0 {
            let (rates, full) = self.rates(&wanted);
            let seconds = left.min(self.until_next(&wanted, &rates));
            for (index, (&arrive, &serve)) in wanted.iter().zip(&rates).enumerate() {
                let before = self.tally.done;
                self.tally.stretch(&mut self.queues[index], [arrive, serve], seconds, full);
                busy[index] += (self.tally.done - before) / self.length;
                done += self.tally.done - before;
                self.events += 1;
            }
            left -= seconds;
            if left < self.length * 1e-12 {
                left = 0.0;
            }
        }
        let all = wanted.iter().fold(0.0, |sum, cores| sum + cores);
        let capacity = wanted.iter().fold(0.0, |sum, _| sum + self.cap).min(self.cores);
        let time = f64::from(self.step) * self.length;
        self.tally.curve.push([time, all, capacity, done / self.length]);
        self.busy.push(busy);
    }

    /// Weighted max-min shares of the cores, weights equal; and whether none is left over.
    fn rates(&self, wanted: &[f64]) -> (Vec<f64>, bool) {
        let wants: Vec<f64> = wanted
            .iter()
            .zip(&self.queues)
            .map(|(&arrive, &queue)| if queue > EMPTY { self.cap } else { arrive.min(self.cap) })
            .collect();
        let mut order = wants.clone();
        order.sort_unstable_by(f64::total_cmp);
        let mut left = self.cores;
        let mut level = f64::INFINITY;
        let mut many = f64::from(u32::try_from(order.len()).unwrap_or(u32::MAX));
        for want in order {
            if want * many > left {
                level = left / many;
                break;
            }
            left -= want;
            many -= 1.0;
        }
        let full = level.is_finite();
        (wants.into_iter().map(|want| want.min(level)).collect(), full)
    }

    /// Seconds until a queue empties or is full: then rates change.
    fn until_next(&self, wanted: &[f64], rates: &[f64]) -> f64 {
        let patience = self.tally.patience;
        let mut next = f64::INFINITY;
        for ((&arrive, &serve), &queue) in wanted.iter().zip(rates).zip(&self.queues) {
            let change = arrive - serve;
            let seconds = if change < 0.0 && queue > EMPTY {
                queue / -change
            } else if change > 0.0 && queue < patience * serve {
                (patience * serve - queue) / change
            } else {
                f64::INFINITY
            };
            if seconds > self.length * 1e-9 {
                next = next.min(seconds);
            }
        }
        next
    }
}

/// One queue before many instances, for a spike: from this time on demand and capacity are so.
pub(super) fn pooled(
    tally: &mut Tally,
    queue: &mut f64,
    [time, until]: [f64; 2],
    [demand, capacity, cores]: [f64; 3],
) {
    let mut now = time;
    let patience = tally.patience;
    let serve = capacity.min(cores);
    while now < until {
        let rate = if *queue > EMPTY { serve } else { demand.min(serve) };
        let change = demand - rate;
        let next = if change < 0.0 {
            *queue / -change
        } else if change > 0.0 && *queue < patience * rate {
            (patience * rate - *queue) / change
        } else {
            f64::INFINITY
        };
        let seconds = (until - now).min(next.max(1e-9));
        let before = tally.done;
        tally.stretch(queue, [demand, rate], seconds, capacity > cores);
        let done = (tally.done - before) / seconds;
        tally.curve.push([now, demand, serve, done]);
        now += seconds;
    }
}
