//! What an event costs, and how that grows with the number of things in flight.
//!
//! The first four groups hold a number of activities in flight: each event ends one and begins
//! another, and a measured element is that event. The last runs whole storms of starts, of fifteen
//! steps each.

use std::hint::black_box;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use strata::engine::{Demand, Entity, Kernel, ResourceId, Stream};
use strata::units::Span;

const SIZES: [u32; 4] = [100, 1_000, 10_000, 100_000];

/// Random numbers made beforehand, so that making them is not measured.
struct Luck {
    numbers: Vec<f64>,
    next: usize,
}

impl Luck {
    fn new() -> Self {
        let mut stream = Stream::new(1, 2, 3);
        Self { numbers: (0..1 << 14).map(|_| stream.uniform()).collect(), next: 0 }
    }

    fn next(&mut self) -> f64 {
        self.next = (self.next + 1) % self.numbers.len();
        self.numbers[self.next]
    }
}

/// Measures single events of a kernel in which each wake begins the next activity, given a random
/// number and an equal share of the cores.
fn hold(
    criterion: &mut Criterion,
    name: &str,
    begin: impl Fn(&mut Kernel, ResourceId, Entity, f64, f64),
) {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(1));
    for size in SIZES {
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            let mut luck = Luck::new();
            let mut kernel = Kernel::new();
            let cores = kernel.fair(64.0);
            let share = 64.0 / f64::from(size);
            for number in 0..size {
                begin(&mut kernel, cores, Entity(number), luck.next(), share);
            }
            let mut event = || {
                let wake = kernel.next().expect("each event begins another");
                begin(&mut kernel, cores, wake.who, luck.next(), share);
                wake
            };
            // Forget the beginning, where all started together.
            for _ in 0..2 * size {
                event();
            }
            bencher.iter(event);
        });
    }
    group.finish();
}

fn timers(criterion: &mut Criterion) {
    hold(criterion, "timers", |kernel, _, who, luck, _| {
        kernel.wake_after(who, Span::from_seconds(luck));
    });
}

fn equal_caps(criterion: &mut Criterion) {
    hold(criterion, "storm of equal caps", |kernel, cores, who, luck, _| {
        kernel.serve(who, cores, Demand { amount: luck, cap: 1.0, weight: 1.0 });
    });
}

/// Instances of the sizes that people order: a dozen caps, from a twentieth to 64 times of an equal
/// share, and four weights. The level lies among the caps.
fn mixed_caps(criterion: &mut Criterion) {
    const CAPS: [f64; 12] = [0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 24.0, 32.0, 64.0];
    hold(criterion, "storm of mixed caps", |kernel, cores, who, luck, share| {
        let cap = CAPS[(who.0 % 12) as usize] * share;
        let weight = f64::from(1 + who.0 / 12 % 4);
        kernel.serve(who, cores, Demand { amount: 1.0 - luck, cap, weight });
    });
}

/// The worst that can be asked: no two flows have the same cap, so that each is a class alone.
fn different_caps(criterion: &mut Criterion) {
    hold(criterion, "storm of different caps", |kernel, cores, who, luck, _| {
        // The number of the flow makes every cap different. The level lies among the caps.
        let cap = 1e-4 + luck * luck * 4.0 + f64::from(who.0) * 1e-9;
        let weight = f64::from(1 + who.0 % 4);
        kernel.serve(who, cores, Demand { amount: 1.0 - luck, cap, weight });
    });
}

/// Instances that start at once: CPU work, disk transfers, a lock and delays by turns.
fn starts(criterion: &mut Criterion) {
    const STEPS: u32 = 15;
    let mut group = criterion.benchmark_group("starts of fifteen steps");
    for size in [100, 1_000, 10_000] {
        group.throughput(Throughput::Elements(u64::from(size * STEPS)));
        if size == 10_000 {
            group.sample_size(20);
        }
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter_batched(
                Luck::new,
                |luck| start_all(size, STEPS, luck),
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

fn start_all(size: u32, steps: u32, mut numbers: Luck) -> u64 {
    let mut kernel = Kernel::new();
    let (cores, storage, lock) = (kernel.fair(64.0), kernel.fair(2e9), kernel.lock());
    let mut done = vec![0; size as usize];
    for number in 0..size {
        kernel.wake_after(Entity(number), Span::ZERO);
    }
    while let Some(wake) = kernel.next() {
        let step = &mut done[wake.who.0 as usize];
        *step += 1;
        if *step > steps {
            continue;
        }
        match *step % 5 {
            0 => kernel.acquire(wake.who, lock),
            1 => {
                kernel.release(wake.who, lock);
                kernel.wake_after(wake.who, Span::from_seconds(0.01));
            }
            3 => {
                let demand = Demand { amount: 1e7 * numbers.next(), cap: 1e9, weight: 1.0 };
                kernel.serve(wake.who, storage, demand);
            }
            _ => {
                let demand = Demand { amount: 0.1 * numbers.next(), cap: 1.0, weight: 1.0 };
                kernel.serve(wake.who, cores, demand);
            }
        }
    }
    black_box(kernel.events())
}

criterion_group!(benches, timers, equal_caps, mixed_caps, different_caps, starts);
criterion_main!(benches);
