//! Incidents: who falls, what is in the way, how long it takes until all is back.

use strata::catalog::surface::{components, components_of};
use strata::catalog::{Family, Kernel, Os, UPKEEP, platforms};
use strata::experiment::answer::{self, Answer, Cell, Label, Mechanism};
use strata::experiment::incident::{self, Kind, Quantity, Setting};
use strata::experiment::{Job, Question, ask, run};
use strata::model::{ImageState, Layer, Machine};

use crate::experiment::{containers, machine, virtual_machines, with_instances};

fn asked(machine: &Machine, layer: Layer, kind: Kind) -> Answer {
    ask(machine.clone(), Question::Incident(Setting { layer, kind }))
}

fn value(answer: &Answer, quantity: Quantity) -> f64 {
    answer.value(answer::Quantity::Incident(quantity)).expect("the figure is told")
}

fn crash(machine: &Machine, layer: Layer, quantity: Quantity) -> f64 {
    value(&asked(machine, layer, Kind::Crash), quantity)
}

fn takeover(machine: &Machine, layer: Layer, quantity: Quantity) -> f64 {
    value(&asked(machine, layer, Kind::Takeover), quantity)
}

/// Every platform with its usual guest, where nginx runs on a Linux server.
fn every_platform() -> Vec<Machine> {
    platforms()
        .iter()
        .map(|platform| machine(platform.id, platform.guests.first().unwrap_or(&"")))
        .filter(|machine| machine.check_compatibility().is_ok())
        .collect()
}

/// A figure that counts.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small whole numbers")]
fn whole(value: f64) -> u32 {
    value as u32
}

#[test]
fn every_part_of_every_platform_is_known_and_every_known_part_is_used() {
    for platform in platforms() {
        let named = platform.isolation.hypervisor.split(" + ").filter(|name| !name.is_empty());
        assert_eq!(components_of(&platform.isolation).count(), named.count(), "{}", platform.id);
    }
    for part in components() {
        let used = |of: &strata::catalog::Isolation| components_of(of).any(|one| one == part);
        assert!(platforms().iter().any(|platform| used(&platform.isolation)), "{}", part.name);
    }
}

#[test]
fn a_crash_of_the_called_kernel_fells_one_machine_or_all_containers() {
    let lost = |machine: &Machine| whole(crash(machine, Layer::Kernel, Quantity::Lost));
    assert_eq!(lost(&virtual_machines()), 1);
    assert_eq!(lost(&machine("firecracker", "minimal")), 1);
    assert_eq!(lost(&machine("gvisor", "")), 1);
    assert_eq!(lost(&machine("kata", "kata")), 1);
    assert_eq!(lost(&containers()), 12);
    assert_eq!(lost(&machine("docker-desktop", "linuxkit")), 12);
    assert_eq!(lost(&machine("process", "")), 12);
}

#[test]
fn a_crash_of_an_application_fells_nobody_else_and_of_the_host_everybody() {
    for machine in every_platform() {
        let lost = |layer| whole(crash(&machine, layer, Quantity::Lost));
        assert_eq!(lost(Layer::Application), 1, "{}", machine.platform.id);
        assert_eq!(lost(Layer::HostKernel), machine.instances, "{}", machine.platform.id);
    }
}

#[test]
fn what_stands_deeper_fells_all_that_what_stands_on_it_fells() {
    for machine in every_platform() {
        let graph = machine.containment(5);
        for (inside, outside) in graph.falls_with() {
            assert!(graph.felled_by_crash(inside) <= graph.felled_by_crash(outside));
            assert!(graph.held_by_attacker(inside) <= graph.held_by_attacker(outside));
        }
        for layer in Layer::ALL {
            let Some(node) = graph.node(layer) else { continue };
            assert!(graph.felled_by_crash(node) <= graph.felled_by_crash(graph.host()));
            assert_eq!(graph.way(node, node), Some(Vec::new()));
        }
    }
}

#[test]
fn a_way_to_neighbours_has_boundaries_exactly_where_something_isolates() {
    for machine in every_platform() {
        let graph = machine.containment(2);
        let from = graph.node(Layer::Application).expect("there is an application");
        let other = graph.neighbour().expect("there are two");
        let way = graph.way(from, other).expect("there is a way to everything");
        let isolates = machine.platform.family != Family::Process;
        assert_eq!(!way.is_empty(), isolates, "{}", machine.platform.id);
        assert_eq!(graph.held_by_attacker(from) > 1, !isolates, "{}", machine.platform.id);
        assert!(graph.way(from, graph.host()).is_some_and(|way| !way.is_empty()));
    }
    assert_eq!(containers().containment(1).neighbour(), None);
}

#[test]
fn no_way_out_of_a_machine_of_ones_own_is_shorter_than_out_of_a_container() {
    let plain = takeover(&containers(), Layer::Application, Quantity::HostBoundaries);
    for machine in every_platform().iter().filter(|machine| machine.has_guest_kernels()) {
        let way = takeover(machine, Layer::Application, Quantity::HostBoundaries);
        let unikernel = machine.guest.as_ref().is_some_and(|guest| guest.os == Os::Unikernel);
        assert!(way >= plain + f64::from(u8::from(!unikernel)), "{}", machine.platform.id);
    }
}

#[test]
fn the_published_widths_stand_at_the_boundaries() {
    let next = |machine: &Machine| takeover(machine, Layer::Application, Quantity::NextCalls);
    assert_eq!(whole(next(&containers())), 306);
    assert_eq!(whole(next(&machine("process", ""))), 350);
    assert_eq!(whole(next(&machine("gvisor", ""))), 237);
    let beyond = |machine: &Machine, layer| whole(takeover(machine, layer, Quantity::NextCalls));
    assert_eq!(beyond(&machine("gvisor", ""), Layer::Kernel), 68);
    assert_eq!(beyond(&machine("firecracker", "minimal"), Layer::Vmm), 36);
}

#[test]
fn a_count_that_nobody_published_is_left_empty() {
    let answer = asked(&machine("virtualbox", "ubuntu"), Layer::Vmm, Kind::Takeover);
    assert_eq!(answer.value(answer::Quantity::Incident(Quantity::NextCalls)), None);
    let table = &answer.tables[0];
    assert!(table.rows.iter().flat_map(|row| &row.cells).any(|cell| *cell == Cell::Empty));
    assert!(table.rows.iter().all(|row| matches!(row.label, Label::Mechanism(_))));
}

#[test]
fn a_daemon_that_crashes_takes_its_containers_along_and_a_runtime_without_one_does_not() {
    assert_eq!(whole(crash(&containers(), Layer::Runtime, Quantity::Lost)), 12);
    assert_eq!(whole(crash(&machine("runc", ""), Layer::Runtime, Quantity::Lost)), 0);
    assert_eq!(whole(takeover(&machine("runc", ""), Layer::Runtime, Quantity::Lost)), 12);
    let desktop = machine("docker-desktop", "linuxkit");
    assert_eq!(whole(takeover(&desktop, Layer::Runtime, Quantity::HostBoundaries)), 1);
}

#[test]
fn a_layer_that_is_not_there_fells_nobody_and_is_told_so() {
    let answer = asked(&containers(), Layer::Vmm, Kind::Crash);
    assert_eq!(whole(value(&answer, Quantity::Lost)), 0);
    let told = Mechanism::Incident(incident::Mechanism::NoSuchLayer);
    assert!(answer.remarks.contains(&told));
}

#[test]
fn the_recovery_from_a_crash_of_the_host_is_its_reboot_and_a_storm_of_starts() {
    for machine in [containers(), virtual_machines()] {
        let fixed = UPKEEP.panic_wait.seconds() + UPKEEP.host_reboot.seconds();
        let cold = Machine { image_state: ImageState::OnDisk, ..machine.clone() };
        let storm = run(cold).clock(strata::catalog::Clock::Ready).expect("ready").most;
        let told = crash(&machine, Layer::HostKernel, Quantity::Recovery);
        assert!((told - fixed - storm.as_seconds()).abs() < 1e-9);
    }
}

#[test]
fn more_instances_never_recover_sooner() {
    for layer in [Layer::HostKernel, Layer::Kernel] {
        let took: Vec<f64> = [1, 4, 16, 64]
            .map(|count| crash(&with_instances(count, containers()), layer, Quantity::Recovery))
            .into();
        assert!(took.is_sorted(), "{took:?}");
    }
}

#[test]
fn the_curve_of_the_recovery_ends_with_all_instances_up() {
    for machine in every_platform() {
        for layer in [Layer::Application, Layer::Kernel, Layer::HostKernel] {
            let answer = asked(&machine, layer, Kind::Crash);
            let points = &answer.series[0].points;
            assert!(points.iter().map(|point| point.0).is_sorted(), "{}", machine.platform.id);
            assert!(points.iter().map(|point| point.1).is_sorted(), "{}", machine.platform.id);
            let told = Mechanism::Incident(incident::Mechanism::NotAllBack);
            if !answer.remarks.contains(&told) {
                let (_, up) = points.last().expect("points");
                assert_eq!(whole(*up), machine.instances, "{}", machine.platform.id);
            }
        }
    }
}

#[test]
fn the_causes_of_a_recovery_add_up_to_it() {
    for machine in every_platform() {
        let answer = asked(&machine, Layer::HostKernel, Kind::Crash);
        let Some(all) = answer.value(answer::Quantity::Incident(Quantity::Recovery)) else {
            continue;
        };
        let sum: f64 = answer.causes.iter().map(|cause| cause.amount).sum();
        assert!((sum - all).abs() < 1e-9, "{}", machine.platform.id);
    }
}

#[test]
fn an_instance_believes_as_much_as_its_kernel_and_namespaces_let_it() {
    let views = |machine: &Machine| {
        let answer = asked(machine, Layer::Application, Kind::Crash);
        (whole(value(&answer, Quantity::OwnViews)), whole(value(&answer, Quantity::SharedViews)))
    };
    assert_eq!(views(&machine("process", "")), (0, 9));
    assert_eq!(views(&containers()), (4, 5));
    assert_eq!(views(&machine("docker-host-net", "")), (3, 6));
    assert_eq!(views(&machine("gvisor", "")), (8, 1));
    for machine in every_platform() {
        if machine.platform.isolation.kernel == Kernel::Guest {
            assert_eq!(views(&machine), (9, 0), "{}", machine.platform.id);
        }
    }
}

#[test]
fn an_incident_in_slices_is_the_incident_at_once() {
    for machine in every_platform() {
        for kind in [Kind::Crash, Kind::Takeover] {
            let question = Question::Incident(Setting { layer: Layer::HostKernel, kind });
            let mut job = Job::new(machine.clone(), question.clone());
            let mut last = 0.0;
            while !job.advance(7) {
                assert!((last..=1.0).contains(&job.fraction()));
                last = job.fraction();
            }
            assert_eq!(job.answer(), ask(machine.clone(), question), "{}", machine.platform.id);
        }
    }
}

#[test]
fn what_cannot_run_cannot_break() {
    let mut machine = containers();
    machine.image = strata::catalog::image("iis").expect("in the catalogue").clone();
    let answer = asked(&machine, Layer::Kernel, Kind::Crash);
    assert!(answer.refused.is_some() && answer.figures.is_empty());
}
