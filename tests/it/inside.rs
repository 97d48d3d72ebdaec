//! Inside an instance: what it believes against what the host sees, on every platform.

use strata::catalog::{Kernel, platforms};
use strata::experiment::Snapshot;
use strata::model::Machine;
use strata::model::inside::{
    Fact, Files, Inside, Interface, Keeper, KernelSeen, Leak, Role, Standing, Subject,
};
use strata::scenario::{Scenario, Side};
use strata::units::{Bytes, Time};

const COUNT: u32 = 4;

/// The machine and its last instance when all are ready.
fn at_the_end(platform: &str) -> (Machine, Standing) {
    let mut scenario = Scenario { instances: COUNT.into(), ..Scenario::default() };
    scenario.sides[0].platform = platform.into();
    scenario.settle(Side::A);
    let machine = scenario.machine(Side::A).expect("the scenario has no problem");
    let report = strata::experiment::run(machine.clone());
    let last = Snapshot::of(&report, Time::NEVER);
    let standing = last.standing(&report, COUNT - 1).expect("the instance is there");
    (machine, standing)
}

fn inside(platform: &str) -> (Machine, Standing, Inside) {
    let (machine, standing) = at_the_end(platform);
    let inside = machine.inside(COUNT - 1, &standing);
    (machine, standing, inside)
}

fn facts(inside: &Inside, subject: Subject) -> (&Fact, &Fact) {
    let row = inside.rows.iter().find(|row| row.subject == subject).expect("it is compared");
    (&row.within, &row.host)
}

fn application(list: &[strata::model::inside::Process]) -> Option<u32> {
    list.iter().find(|of| of.role == Role::Application).and_then(|of| of.pid)
}

#[test]
fn a_containers_kernel_is_the_hosts() {
    for platform in ["docker", "runc", "crun", "docker-host-net"] {
        let (machine, _, inside) = inside(platform);
        let own = Fact::Kernel(KernelSeen::Host(machine.host.os));
        assert_eq!(facts(&inside, Subject::Kernel), (&own, &Fact::Kernels(1)), "{platform}");
        assert!(inside.leaks.contains(&Leak::KernelVersion), "{platform}");
    }
}

#[test]
fn a_container_is_process_1_inside_and_another_on_the_host() {
    let (_, _, inside) = inside("docker");
    assert_eq!(application(&inside.within), Some(1));
    assert!(application(&inside.host).is_some_and(|pid| pid > 300), "{:?}", inside.host);
}

#[test]
fn a_plain_process_has_one_number_for_everybody() {
    let (_, _, inside) = inside("process");
    assert_eq!(inside.within, inside.host);
    assert!(inside.leaks.is_empty());
    assert!(
        inside.rows.iter().all(|row| row.subject != Subject::HostName || row.within == row.host)
    );
}

#[test]
fn the_host_cannot_see_a_virtual_machines_processes() {
    for platform in platforms() {
        let (machine, _, inside) = inside(platform.id);
        if machine.platform.isolation.kernel == Kernel::Guest {
            assert_eq!(application(&inside.host), None, "{}", platform.id);
            let serving = [Role::Vmm, Role::BackEnd];
            let count = inside.host.iter().filter(|of| serving.contains(&of.role)).count();
            assert_eq!(count, 1, "{}: {:?}", platform.id, inside.host);
        }
    }
}

#[test]
fn a_paravirtual_machine_is_no_process_of_the_control_domain() {
    let (_, _, inside) = inside("xen-pv");
    assert!(inside.host.iter().all(|of| of.role != Role::Vmm));
    assert!(matches!(
        facts(&inside, Subject::Network),
        (Fact::Network(Interface::Card, Some(_)), Fact::Network(Interface::BackEnd, None))
    ));
}

#[test]
fn gvisor_answers_with_its_own_kernel_and_hides_the_load_of_others() {
    for platform in ["gvisor", "gvisor-kvm", "gvisor-ptrace"] {
        let (_, _, inside) = inside(platform);
        let (within, _) = facts(&inside, Subject::Kernel);
        assert_eq!(*within, Fact::Kernel(KernelSeen::UserSpace));
        assert!(!inside.leaks.contains(&Leak::KernelVersion));
        assert!(!inside.leaks.contains(&Leak::Load));
        assert!(inside.host.iter().any(|of| of.role == Role::Sandbox));
        assert_eq!(application(&inside.host), None);
    }
}

#[test]
fn kata_gives_a_container_a_kernel_of_its_own_and_the_hosts_directories() {
    let (_, _, inside) = inside("kata");
    assert_eq!(inside.keeper, Keeper::NamespacesInGuest);
    assert_eq!(application(&inside.within), Some(1));
    assert!(!inside.leaks.contains(&Leak::KernelVersion));
    assert!(matches!(
        facts(&inside, Subject::Files),
        (Fact::Files(Files::Tree(_)), Fact::Files(Files::Layers { .. }))
    ));
}

#[test]
fn containers_in_one_machine_share_its_kernel_and_the_host_sees_one_process() {
    for platform in ["docker-desktop", "docker-in-vm"] {
        let (machine, standing, inside) = inside(platform);
        assert_eq!(inside.keeper, Keeper::NamespacesInOneGuest);
        let (_, kernels) = facts(&inside, Subject::Kernel);
        assert_eq!(*kernels, Fact::Kernels(2));
        assert_eq!(inside.host.len(), 2, "{:?}", inside.host);
        let (Fact::Told { total, .. }, _) = facts(&inside, Subject::Memory) else { panic!() };
        assert!(*total <= machine.memory && *total < machine.host.memory, "{standing:?}");
        assert!(inside.leaks.contains(&Leak::KernelVersion));
    }
}

#[test]
fn a_unikernel_has_no_list_of_processes() {
    let (_, _, inside) = inside("unikernel-firecracker");
    assert_eq!((inside.keeper, inside.within.len()), (Keeper::Library, 0));
    assert!(matches!(facts(&inside, Subject::Kernel).0, Fact::Kernel(KernelSeen::Library(_))));
}

#[test]
fn a_container_sees_the_whole_machines_memory_and_processors() {
    let (machine, _, inside) = inside("docker");
    let (Fact::Told { total, used, .. }, Fact::Resident { own, promised, .. }) =
        facts(&inside, Subject::Memory)
    else {
        panic!()
    };
    assert_eq!(*total, machine.host.memory);
    assert!(used > own, "it is told what all have, not what it has");
    assert_eq!(*promised, None);
    let (within, _) = facts(&inside, Subject::Processors);
    assert_eq!(*within, Fact::Processors(machine.host.cores));
    assert!(inside.leaks.contains(&Leak::Memory) && inside.leaks.contains(&Leak::Processors));
}

#[test]
fn a_guest_is_told_of_no_more_memory_than_it_was_promised() {
    for platform in platforms() {
        let (machine, standing, inside) = inside(platform.id);
        if machine.platform.isolation.kernel != Kernel::Guest {
            continue;
        }
        let (Fact::Told { total, used, cache }, Fact::Resident { own, promised, .. }) =
            facts(&inside, Subject::Memory)
        else {
            panic!()
        };
        assert_eq!(*promised, Some(machine.memory));
        assert!(*total < machine.memory, "{}", platform.id);
        assert!(*used + *cache <= *total, "{}: {used:?} {cache:?} {total:?}", platform.id);
        let held: Bytes = standing.memory.iter().copied().sum();
        assert!(*own <= held && *own > Bytes::ZERO, "{}", platform.id);
        let (within, _) = facts(&inside, Subject::Processors);
        assert_eq!(*within, Fact::Processors(machine.vcpus));
    }
}

#[test]
fn a_snapshot_believes_to_hold_more_than_the_host_has_given_it() {
    let (_, _, inside) = inside("firecracker-snapshot");
    let (Fact::Told { used, .. }, Fact::Resident { own, .. }) = facts(&inside, Subject::Memory)
    else {
        panic!()
    };
    assert!(used > own, "{used:?} {own:?}");
}

#[test]
fn a_disk_is_a_file_of_the_host_and_layers_are_directories() {
    for platform in ["qemu-kvm", "firecracker", "virtualbox", "xen-pv", "tcg"] {
        let (_, _, inside) = inside(platform);
        assert!(matches!(
            facts(&inside, Subject::Files),
            (Fact::Files(Files::OwnDisk(_)), Fact::Files(Files::Disk { .. }))
        ));
    }
    let (_, _, inside) = inside("docker");
    assert!(matches!(facts(&inside, Subject::Files).1, Fact::Files(Files::Layers { .. })));
}

#[test]
fn an_imitated_card_is_told_from_one_that_is_known_to_be_virtual() {
    let card = |platform| {
        let (_, _, inside) = inside(platform);
        let (Fact::Network(card, _), _) = facts(&inside, Subject::Network) else { panic!() };
        *card
    };
    assert_eq!(card("qemu-emulated"), Interface::ImitatedCard);
    assert_eq!(card("qemu-kvm"), Interface::Card);
    assert_eq!(card("docker-host-net"), Interface::Host);
    assert_eq!(card("docker"), Interface::Cable);
}

#[test]
fn identifiers_follow_the_order_of_starts_and_never_meet() {
    let mut scenario = Scenario { instances: COUNT.into(), ..Scenario::default() };
    scenario.sides[0].platform = "docker".into();
    let machine = scenario.machine(Side::A).expect("the scenario has no problem");
    let report = strata::experiment::run(machine.clone());
    let last = Snapshot::of(&report, Time::NEVER);
    let mut taken = Vec::new();
    for instance in 0..COUNT {
        let standing = last.standing(&report, instance).expect("it is there");
        let seen = machine.inside(instance, &standing).host;
        let own = seen.iter().filter(|of| !matches!(of.role, Role::HostOwn | Role::Others));
        taken.extend(own.map(|of| (of.pid.unwrap(), of.pid.unwrap() + of.tasks.unwrap())));
    }
    taken.sort_unstable();
    assert!(taken.windows(2).all(|two| two[0].1 <= two[1].0), "{taken:?}");
}

#[test]
fn every_leak_has_something_to_be_said_of_what_closes_it() {
    for platform in platforms() {
        let (_, _, inside) = inside(platform.id);
        assert!(inside.leaks.iter().all(|leak| !leak.cures().is_empty()), "{}", platform.id);
        assert_eq!(inside.rows.len(), 6);
    }
}

#[test]
fn what_does_not_run_yet_is_not_listed() {
    let (machine, standing) = at_the_end("qemu-kvm");
    let early = Standing { memory: Default::default(), ..standing };
    let inside = machine.inside(COUNT - 1, &early);
    assert!(inside.within.is_empty(), "{:?}", inside.within);
    assert_eq!(*facts(&inside, Subject::Kernel).0, Fact::NotRunning);
    assert_eq!(*facts(&inside, Subject::Memory).0, Fact::NotRunning);
}
