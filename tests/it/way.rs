//! The way of a request: its steps are the price taken apart, on every platform.

use strata::catalog::{Kernel, platforms, workload, workloads};
use strata::model::request::{Passage, Stratum, WayStep};
use strata::model::{Charge, Machine};
use strata::scenario::{Scenario, Side};

fn machine(platform: &str) -> Machine {
    let mut scenario = Scenario { image: "idle".into(), ..Scenario::default() };
    scenario.sides[0].platform = platform.into();
    scenario.settle(Side::A);
    scenario.machine(Side::A).expect("the scenario has no problem")
}

fn sum(steps: &[WayStep], of: impl Fn(&WayStep) -> bool) -> f64 {
    steps.iter().filter(|step| of(step)).map(WayStep::total).sum()
}

#[track_caller]
fn same(one: f64, other: f64, told: &str) {
    assert!(
        (one - other).abs() <= 1e-9 * one.abs().max(other.abs()) + 1e-18,
        "{told}: {one} {other}"
    );
}

#[test]
fn the_steps_of_a_request_add_up_to_its_cost() {
    for platform in platforms() {
        let machine = machine(platform.id);
        for work in workloads() {
            let told = format!("{} {}", platform.id, work.id);
            let price = machine.price(work);
            let awake = machine.way(work, false);
            for charge in Charge::ALL {
                let steps = sum(&awake, |step| step.charge == Some(charge));
                same(steps, price.of(charge), &format!("{told} {charge:?}"));
            }
            let asleep = machine.way(work, true);
            let more = price.wake + price.round_trips_asleep + price.thread_wake;
            same(sum(&asleep, |step| step.charge.is_none()), more, &told);
            same(sum(&asleep, |_| true), price.charges.iter().sum::<f64>() + more, &told);
        }
    }
}

#[test]
fn every_step_happens_in_a_stratum_that_the_machine_has() {
    for platform in platforms() {
        let machine = machine(platform.id);
        let strata = machine.strata();
        for work in workloads() {
            let steps = machine.way(work, true);
            let there = steps.iter().all(|step| strata.contains(&step.stratum));
            assert!(there, "{}: {steps:?}", platform.id);
            assert!(steps.windows(2).all(|two| two[0].kind < two[1].kind), "{}", platform.id);
        }
    }
}

fn passages(platform: &str, work: &str) -> Vec<Passage> {
    let work = workload(work).expect("it is in the catalogue");
    machine(platform).way(work, true).iter().map(|step| step.passage).collect()
}

#[test]
fn only_a_sandbox_catches_calls_and_only_imitated_devices_are_accessed() {
    for platform in platforms() {
        let all = passages(platform.id, "nginx");
        let sandbox = platform.isolation.kernel == Kernel::UserSpace;
        assert_eq!(all.contains(&Passage::CaughtCall), sandbox, "{}", platform.id);
    }
    assert!(passages("qemu-emulated", "nginx").contains(&Passage::EmulatedAccess));
    assert!(!passages("qemu-kvm", "nginx").contains(&Passage::EmulatedAccess));
}

#[test]
fn a_process_passes_nothing_but_system_calls_and_a_container_its_bridge_besides() {
    let own = [Passage::Nothing, Passage::SystemCall, Passage::Device, Passage::NestedWalk];
    assert!(passages("process", "nginx").iter().all(|of| own[..3].contains(of)));
    let docker = passages("docker", "nginx");
    assert!(docker.contains(&Passage::Bridge));
    assert!(!docker.contains(&Passage::Exit) && !docker.contains(&Passage::Kick));
    assert!(passages("qemu-kvm", "gups").contains(&Passage::NestedWalk));
    assert!(passages("xen-pv", "nginx").contains(&Passage::Hypercall));
}

#[test]
fn a_container_has_three_strata_and_a_virtual_machine_five() {
    assert_eq!(machine("docker").strata().len(), 3);
    assert_eq!(machine("gvisor").strata().len(), 4);
    assert_eq!(machine("qemu-kvm").strata().len(), 5);
    assert_eq!(machine("docker").strata()[1], Stratum::HostKernel);
}
