//! Queues with a known solution, run with the crate's own random streams.
//!
//! Each mean must lie within its own confidence interval (99.9 per cent, from batch means), and
//! the interval must be narrow, or the check would prove nothing. Seeds are fixed.

use strata::engine::{Demand, Entity, Kernel, LockId, ResourceId, Stream};
use strata::units::{Span, Time};

const BATCHES: usize = 20;
/// Student's t for 19 degrees of freedom, two-sided, 99.9 per cent.
const STUDENT: f64 = 3.883;
const BATCH: usize = 12_000;
/// Customers that come before the system is taken to be steady.
const WARM_UP: usize = 4_000;
/// How far the interval may reach, as a part of the mean.
const PRECISION: f64 = 0.1;

/// How customers are served.
#[derive(Clone, Copy)]
enum Server {
    /// One after the other, each for its own time.
    InOrder(LockId),
    /// All together.
    Shared(ResourceId, f64),
}

/// What an observer of the queue writes down.
struct Record {
    /// Time in the system of each customer, in order of leaving, in seconds.
    sojourns: Vec<f64>,
    /// The mean number in the system between the departures of a batch.
    numbers: Vec<f64>,
}

struct Queue<'a> {
    kernel: Kernel,
    server: Server,
    service: &'a mut dyn FnMut() -> f64,
    arrived: Vec<Time>,
    free: Vec<u32>,
    is_served: Vec<bool>,
}

impl Queue<'_> {
    fn arrive(&mut self) {
        let who = self.free.pop().unwrap_or_else(|| {
            self.arrived.push(Time::ZERO);
            self.is_served.push(false);
            u32::try_from(self.arrived.len()).expect("fewer customers than numbers")
        });
        let index = who as usize - 1;
        (self.arrived[index], self.is_served[index]) = (self.kernel.now(), false);
        match self.server {
            Server::InOrder(lock) => self.kernel.acquire(Entity(who), lock),
            Server::Shared(resource, cap) => {
                let amount = (self.service)();
                self.kernel.serve(Entity(who), resource, Demand { amount, cap, weight: 1.0 });
            }
        }
    }

    /// A customer has woken; the time it spent here, if it leaves.
    fn advance(&mut self, who: Entity) -> Option<f64> {
        let index = who.0 as usize - 1;
        if let Server::InOrder(lock) = self.server {
            if !core::mem::replace(&mut self.is_served[index], true) {
                self.kernel.wake_after(who, Span::from_seconds((self.service)()));
                return None;
            }
            self.kernel.release(who, lock);
        }
        self.free.push(who.0);
        Some(self.kernel.now().since(self.arrived[index]).as_seconds())
    }
}

/// Lets customers come at this rate until enough have left.
fn observe(
    kernel: Kernel,
    server: Server,
    rate: f64,
    seed: u64,
    service: &mut dyn FnMut() -> f64,
) -> Record {
    let mut gaps = Stream::new(seed, 0, 0);
    let mut queue = Queue {
        kernel,
        server,
        service,
        arrived: Vec::new(),
        free: Vec::new(),
        is_served: Vec::new(),
    };
    let mut record = Record { sojourns: Vec::new(), numbers: Vec::new() };
    let (mut left, mut area, mut since) = (0, 0.0, Time::ZERO);
    queue.kernel.wake_after(Entity(0), Span::ZERO);
    while record.sojourns.len() < BATCHES * BATCH {
        let (before, number) = (queue.kernel.now(), queue.arrived.len() - queue.free.len());
        let wake = queue.kernel.next().expect("customers keep coming");
        area += number as f64 * wake.time.since(before).as_seconds();
        if wake.who == Entity(0) {
            queue.arrive();
            let gap = Span::from_seconds(gaps.exponential(1.0 / rate));
            queue.kernel.wake_after(Entity(0), gap);
        } else if let Some(sojourn) = queue.advance(wake.who) {
            left += 1;
            if left > WARM_UP {
                record.sojourns.push(sojourn);
            }
            if left >= WARM_UP && (left - WARM_UP).is_multiple_of(BATCH) {
                if left > WARM_UP {
                    record.numbers.push(area / wake.time.since(since).as_seconds());
                }
                (area, since) = (0.0, wake.time);
            }
        }
    }
    record
}

fn batches(values: &[f64]) -> Vec<f64> {
    values.chunks(BATCH).map(|batch| batch.iter().sum::<f64>() / batch.len() as f64).collect()
}

#[track_caller]
fn check(means: &[f64], expected: f64) {
    assert_eq!(means.len(), BATCHES);
    let count = means.len() as f64;
    let mean = means.iter().sum::<f64>() / count;
    let variance = means.iter().map(|one| (one - mean) * (one - mean)).sum::<f64>() / (count - 1.0);
    let half = STUDENT * (variance / count).sqrt();
    println!("{mean:.4} ± {half:.4} for {expected:.4}");
    assert!((mean - expected).abs() < half, "{mean} ± {half} for {expected}");
    assert!(half < PRECISION * expected, "± {half} says little about {expected}");
}

/// Checks the time in the system, and by Little's law the number in it.
#[track_caller]
fn check_both(record: &Record, rate: f64, sojourn: f64) {
    check(&batches(&record.sojourns), sojourn);
    check(&record.numbers, rate * sojourn);
}

fn one_in_order() -> (Kernel, Server) {
    let mut kernel = Kernel::new();
    let lock = kernel.lock();
    (kernel, Server::InOrder(lock))
}

fn shared(capacity: f64, cap: f64) -> (Kernel, Server) {
    let mut kernel = Kernel::new();
    let resource = kernel.fair(capacity);
    (kernel, Server::Shared(resource, cap))
}

#[test]
fn one_server_with_exponential_service() {
    // M/M/1: 1/(μ − λ).
    let (kernel, server) = one_in_order();
    let mut services = Stream::new(11, 1, 0);
    let record = observe(kernel, server, 0.7, 11, &mut || services.exponential(1.0));
    check_both(&record, 0.7, 1.0 / 0.3);
}

#[test]
fn one_server_with_constant_service() {
    // M/D/1 by Pollaczek and Khinchine: 1 + ρ/(2(1 − ρ)).
    let (kernel, server) = one_in_order();
    let record = observe(kernel, server, 0.8, 12, &mut || 1.0);
    check_both(&record, 0.8, 1.0 + 0.8 / (2.0 * 0.2));
}

#[test]
fn many_servers_with_exponential_service() {
    // A resource of c with a cap of one for each flow has the numbers of M/M/c: Erlang's C.
    let (servers, offered) = (4, 3.2);
    let mut term = 1.0;
    let mut sum = 0.0;
    for busy in 0..servers {
        sum += term;
        term *= offered / f64::from(busy + 1);
    }
    let queueing = term / (1.0 - offered / f64::from(servers));
    let waits = queueing / (sum + queueing);
    let expected = 1.0 + waits / (f64::from(servers) - offered);
    assert!((waits - 0.5964).abs() < 1e-4, "Erlang's C for 4 and 3.2 is in the tables");

    let (kernel, server) = shared(f64::from(servers), 1.0);
    let mut services = Stream::new(13, 1, 0);
    let record = observe(kernel, server, offered, 13, &mut || services.exponential(1.0));
    check_both(&record, offered, expected);
}

#[test]
fn sharing_is_insensitive_to_how_service_varies() {
    // M/G/1-PS: E[S]/(1 − ρ) whatever the distribution; in order of arrival it would be 7.2 here.
    let (kernel, server) = shared(1.0, f64::INFINITY);
    let (mut kinds, mut services) = (Stream::new(14, 1, 0), Stream::new(14, 1, 1));
    // One in ten takes 5.5, the others 0.5: mean 1, squared variation 5.5.
    let record = observe(kernel, server, 0.7, 14, &mut || {
        let mean = if kinds.uniform() < 0.1 { 5.5 } else { 0.5 };
        services.exponential(mean)
    });
    check_both(&record, 0.7, 1.0 / 0.3);

    let (kernel, server) = shared(1.0, f64::INFINITY);
    let record = observe(kernel, server, 0.7, 15, &mut || 1.0);
    check_both(&record, 0.7, 1.0 / 0.3);
}
