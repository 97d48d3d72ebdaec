//! What a million requests cost: the budget is a second for each platform.
//!
//! `cargo bench --no-default-features --bench throughput`.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use strata::catalog::workload;
use strata::experiment::answer::Answer;
use strata::experiment::throughput::{Load, Run, Setting};
use strata::model::Machine;
use strata::scenario::{Mode, Scenario, Side};

const REQUESTS: u64 = 1_000_000;
const INSTANCES: u64 = 100;

/// A hundred instances on a large server.
fn machine(platform: &str) -> Machine {
    let mut scenario = Scenario {
        mode: Mode::Throughput,
        instances: INSTANCES,
        host: "big-server".into(),
        image: "idle".into(),
        ..Scenario::default()
    };
    scenario.sides[0].platform = platform.into();
    scenario.machine(Side::A).expect("the scenario has no problem")
}

fn run(machine: &Machine, setting: &Setting) -> Answer {
    let mut run = Run::new(machine.clone(), setting.clone());
    while !run.advance(u64::MAX) {}
    run.answer()
}

fn loads(criterion: &mut Criterion) {
    let cases = [
        ("nginx", "nginx", None),
        ("nginx, open load", "nginx", Some(Load::Open { rate: 500_000.0 })),
        ("database", "mysql", Some(Load::Closed { clients: 16 })),
        ("disk", "fio-read", None),
    ];
    for (name, id, load) in cases {
        let mut group = criterion.benchmark_group(format!("a million requests: {name}"));
        group.throughput(Throughput::Elements(REQUESTS)).sample_size(10);
        for platform in ["process", "docker", "gvisor", "firecracker", "qemu-kvm", "xen-pv"] {
            let workload = workload(id).expect("it is in the catalogue");
            let mut setting = Setting::usual(workload, REQUESTS);
            setting.load = load.unwrap_or(setting.load);
            let machine = machine(platform);
            group.bench_function(platform, |bencher| {
                bencher.iter(|| run(black_box(&machine), &setting));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, loads);
criterion_main!(benches);
