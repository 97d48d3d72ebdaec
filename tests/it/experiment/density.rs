//! How many fit, which limit gives first, and which would be the next.

use strata::experiment::{DensityReport, Resource, run};
use strata::model::{Launch, Limit, Machine};
use strata::units::{Bytes, Span};

use super::{containers, every_kind, machine, virtual_machines};

fn fill(machine: Machine) -> DensityReport {
    let launch = match machine.launch {
        Launch::UntilLimit { .. } => machine.launch,
        _ => Launch::UntilLimit { goal: None },
    };
    let most = Machine { instances: 20_000, launch, ..machine };
    run(most).density.expect("a filling run answers how many fit")
}

#[test]
fn more_containers_than_virtual_machines_fit() {
    let (containers, machines) = (fill(machine("docker-host-net", "")), fill(virtual_machines()));
    assert!(containers.count > 20 * machines.count, "{} {}", containers.count, machines.count);
    assert_eq!(machines.binding, Some(Resource::Memory));
}

#[test]
fn what_gives_first_depends_on_what_is_scarce() {
    let bridge = fill(containers());
    assert_eq!((bridge.count, bridge.binding), (1023, Some(Resource::BridgePorts)));

    let mut few_ids = machine("docker-host-net", "");
    few_ids.host.pid_max = 4096;
    assert_eq!(fill(few_ids).binding, Some(Resource::ProcessIds));

    let mut small_disk = virtual_machines();
    small_disk.disk_format = strata::catalog::DiskFormat::FullClone;
    small_disk.host.disk.size = Bytes::gib(40);
    assert_eq!(fill(small_disk).binding, Some(Resource::Disk));

    let mut slow = machine("qemu-kvm", "debian");
    slow.host.cores = 2;
    slow.host.memory = Bytes::gib(4096);
    slow.image.wakeups.typical = 20_000.0;
    assert_eq!(fill(slow).binding, Some(Resource::Cores));

    let mut goal = containers();
    goal.launch = Launch::UntilLimit { goal: Some(Span::milliseconds(450)) };
    let answer = fill(goal);
    assert!(matches!(answer.limit, Some(Limit::StartGoal { .. })), "{answer:?}");
    assert!(answer.count < 1023);

    let strict = Machine { overcommit: Some(1.5), ..virtual_machines() };
    assert!(matches!(fill(strict).limit, Some(Limit::MemoryRefused { .. })));
}

#[test]
fn the_ceiling_of_the_binding_resource_agrees_with_the_count() {
    let machines = fill(virtual_machines());
    let memory = machines.ceilings.iter().find(|of| of.resource == Resource::Memory);
    let memory = memory.expect("memory always has a ceiling").instances;
    let (count, memory) = (f64::from(machines.count), f64::from(u32::try_from(memory).unwrap()));
    assert!((memory / count - 1.0).abs() < 0.05, "{count} against {memory}");
    assert!(machines.ceilings.is_sorted_by_key(|of| of.instances), "the lowest comes first");
    assert!(machines.ceilings.len() >= 3, "and there is a next one to name");
}

#[test]
fn more_memory_never_lowers_density() {
    for which in every_kind() {
        let mut least = 0;
        for gib in [2, 4, 8, 12, 24, 48] {
            let mut host = which.clone();
            host.host.memory = Bytes::gib(gib);
            let count = fill(host).count;
            assert!(count >= least, "{} at {gib} GiB: {count} after {least}", which.platform.id);
            least = count;
        }
    }
}
