//! Whole runs: what a moved slider costs, and a storm of ten thousand.
//!
//! `cargo bench --no-default-features --bench run`; figures are read as ratios on one machine.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use strata::experiment::{Run, Snapshot};
use strata::model::Machine;
use strata::scenario::{Mode, Scenario, Side};

/// The default comparison with so many instances, and memory for all of them.
fn machine(side: Side, instances: u64) -> Machine {
    let mut scenario = Scenario { instances, ..Scenario::default() };
    if instances > 1000 {
        scenario.host = "big-server".into();
        scenario.side_mut(Side::A).platform = "firecracker".into();
        scenario.side_mut(Side::B).platform = "docker-host-net".into();
        scenario.settle(Side::A);
    }
    scenario.machine(side).expect("the scenario has no problem")
}

fn run_to_the_end(machine: Machine) -> Run {
    let mut run = Run::new(machine);
    while !run.advance(u64::MAX) {}
    run
}

fn runs(criterion: &mut Criterion) {
    for instances in [12, 200, 10_000] {
        let mut group = criterion.benchmark_group(format!("start of {instances}"));
        for side in Side::BOTH {
            let machine = machine(side, instances);
            let events = run_to_the_end(machine.clone()).progress().events;
            group.throughput(Throughput::Elements(events));
            group.bench_function(machine.platform.id, |bencher| {
                bencher.iter(|| run_to_the_end(black_box(machine.clone())).report());
            });
        }
        group.finish();
    }
}

fn filling(criterion: &mut Criterion) {
    let scenario = Scenario { mode: Mode::Fill, ..Scenario::default() };
    let mut group = criterion.benchmark_group("fill until a limit");
    for side in Side::BOTH {
        let machine = scenario.machine(side).expect("the scenario has no problem");
        group.bench_function(machine.platform.id, |bencher| {
            bencher.iter(|| run_to_the_end(black_box(machine.clone())).report());
        });
    }
    group.finish();
}

/// What a frame of the playback asks for.
fn scrubbing(criterion: &mut Criterion) {
    let report = run_to_the_end(machine(Side::A, 200)).report();
    let time = report.ended;
    criterion.bench_function("state of 200 instances at one time", |bencher| {
        bencher.iter(|| Snapshot::of(black_box(&report), time));
    });
}

criterion_group!(benches, runs, filling, scrubbing);
criterion_main!(benches);
