//! Scenarios: defaults that run, problems that are told all at once, remedies that cure.

use proptest::prelude::*;
use strata::catalog::{Os, guest, host, image, platform};
use strata::model::{ImageState, Incompatible, Launch};
use strata::scenario::choice;
use strata::scenario::{
    Kind, Mode, PARAMETERS, PRESETS, ParameterId, Problem, ProblemKind, Remedy, Scenario, Side,
    Value, parameter,
};
use strata::units::{Bytes, Span};

use crate::ask::any_scenario;

fn with(change: impl FnOnce(&mut Scenario)) -> Scenario {
    let mut scenario = Scenario::default();
    change(&mut scenario);
    scenario
}

fn on(platform: &str, guest: Option<&str>) -> Scenario {
    with(|scenario| {
        platform.clone_into(&mut scenario.sides[0].platform);
        scenario.sides[0].guest = guest.map(str::to_owned);
    })
}

fn kinds(scenario: &Scenario) -> Vec<(ParameterId, ProblemKind)> {
    scenario.problems().into_iter().map(|problem| (problem.parameter, problem.kind)).collect()
}

fn cured(scenario: &Scenario, problem: &Problem) -> Scenario {
    let mut cured = scenario.clone();
    let Some(Remedy::Set { side, parameter: id, value }) = &problem.remedy else { return cured };
    match value {
        Some(value) => assert!(parameter(*id).set(&mut cured, *side, value)),
        None => parameter(*id).reset(&mut cured, *side),
    }
    cured
}

#[test]
fn the_default_is_twelve_virtual_machines_beside_twelve_containers() {
    let scenario = Scenario::default();
    assert_eq!(scenario.problems(), []);
    let [a, b] = Side::BOTH.map(|side| scenario.machine(side).expect("the default runs"));
    assert_eq!((a.platform.id, a.instances, a.image.id), ("qemu-kvm", 12, "nginx"));
    assert_eq!(a.guest.map(|guest| guest.id), Some("ubuntu"));
    assert_eq!((b.platform.id, b.instances, b.image.id), ("docker", 12, "nginx"));
    assert_eq!((b.guest, b.launch, b.seed), (None, Launch::Together, 1));
    assert_eq!(a.host, b.host);
}

#[test]
fn every_preset_runs_on_both_sides() {
    for preset in PRESETS {
        let scenario = preset.scenario();
        assert!(scenario.can_run(), "{}: {:?}", preset.key, scenario.problems());
        for side in Side::BOTH {
            scenario.machine(side).expect(preset.key);
        }
    }
}

/// Parameters that belong to no single question.
const OF_MACHINES: usize = 28;

#[test]
fn every_parameter_has_its_row_and_every_row_its_place() {
    let of_questions = choice::throughput::Id::ALL.len()
        + choice::pressure::Id::ALL.len()
        + choice::elasticity::Id::ALL.len()
        + choice::mobility::Id::ALL.len()
        + choice::maintenance::Id::ALL.len()
        + choice::incident::Id::ALL.len()
        + choice::compatibility::Id::ALL.len();
    assert_eq!(PARAMETERS.len(), OF_MACHINES + of_questions);
    for row in PARAMETERS {
        assert_eq!(parameter(row.id).key, row.key);
        for &side in row.sides() {
            let scenario = Scenario::default();
            assert!(row.is_default(&scenario, side), "{}", row.key);
            if let Some(range) = row.range() {
                assert!(range.low <= range.high && range.step > 0, "{}", row.key);
            }
            if let Kind::Optional(range, first) = row.kind {
                assert!((range.low..=range.high).contains(&first), "{}", row.key);
            }
        }
    }
}

#[test]
fn a_parameter_is_set_read_and_put_back() {
    for row in PARAMETERS {
        for &side in row.sides() {
            let mut scenario = Scenario::default();
            let other = match (row.kind, row.get(&scenario, side)) {
                (Kind::Number(range) | Kind::Optional(range, _), _) => Value::Number(range.high),
                (Kind::Switch, Value::Switch(on)) => Value::Switch(!on),
                (Kind::Choice(list), now) => list(&scenario, side)
                    .into_iter()
                    .map(Value::choice)
                    .find(|value| *value != now)
                    .unwrap_or(now),
                (Kind::Switch, value) => panic!("{}: {value:?}", row.key),
            };
            assert!(row.set(&mut scenario, side, &other), "{}", row.key);
            assert_eq!(row.get(&scenario, side), other, "{}", row.key);
            row.reset(&mut scenario, side);
            assert_eq!(scenario, Scenario::default(), "{}", row.key);
        }
    }
}

#[test]
fn a_value_of_the_wrong_kind_changes_nothing() {
    let mut scenario = Scenario::default();
    let row = parameter(ParameterId::Instances);
    assert!(!row.set(&mut scenario, Side::A, &Value::choice("twelve")));
    assert!(!parameter(ParameterId::Host).set(&mut scenario, Side::A, &Value::choice("A b&c=")));
    assert!(!parameter(ParameterId::Cores).set(&mut scenario, Side::A, &Value::Off));
    assert_eq!(scenario, Scenario::default());
}

#[test]
fn no_instance_and_a_hundred_thousand_are_told_and_not_bent() {
    for asked in [0, 100_000] {
        let scenario = with(|scenario| scenario.instances = asked);
        let kind = ProblemKind::OutOfRange { value: asked, low: 1, high: 20_000 };
        assert_eq!(kinds(&scenario), [(ParameterId::Instances, kind)]);
        assert!(scenario.machine(Side::A).is_err());
        assert_eq!(scenario.instances, asked);
    }
}

#[test]
fn all_problems_are_told_at_once() {
    let scenario = with(|scenario| {
        scenario.instances = 0;
        scenario.cores = Some(0);
        scenario.memory = Some(0);
        scenario.sides[0].vcpus = 1000;
        scenario.sides[0].memory_each = Some(64);
        scenario.sides[1].platform = "lxd".to_owned();
        scenario.host = "mainframe".to_owned();
    });
    let told: Vec<_> = kinds(&scenario).into_iter().map(|(parameter, _)| parameter).collect();
    let expected = [
        ParameterId::Host,
        ParameterId::Instances,
        ParameterId::Platform,
        ParameterId::Cores,
        ParameterId::Vcpus,
    ];
    assert_eq!(told, expected, "what depends on an unknown host is told when it is known");
    let known = Scenario { host: "server".to_owned(), ..scenario };
    assert!(kinds(&known).iter().any(|(_, kind)| matches!(kind, ProblemKind::HostTooSmall { .. })));
}

#[test]
fn a_host_needs_more_memory_than_its_kernel_holds() {
    let scenario = with(|scenario| scenario.memory = Some(0));
    let [problem] = &scenario.problems()[..] else { panic!("one problem") };
    let ProblemKind::HostTooSmall { needed, has } = problem.kind else { panic!("{problem:?}") };
    assert!(needed > has && has == Bytes::ZERO);
    assert_eq!(cured(&scenario, problem).problems(), []);
}

#[test]
fn a_guest_needs_the_memory_that_it_boots_with() {
    let scenario = with(|scenario| scenario.sides[0].memory_each = Some(128));
    let [problem] = &scenario.problems()[..] else { panic!("one problem") };
    assert!(matches!(problem.kind, ProblemKind::GuestNeedsMoreMemory { .. }), "{problem:?}");
    assert_eq!(problem.side, Some(Side::A));
    assert_eq!(cured(&scenario, problem).problems(), []);
}

#[test]
fn so_does_what_it_is_given_later() {
    let scenario = with(|scenario| {
        scenario.mode = Mode::Pressure;
        scenario.pressure.raise = Some(128);
    });
    let [problem] = &scenario.problems()[..] else { panic!("one problem, of the machine's side") };
    assert!(matches!(problem.kind, ProblemKind::GuestNeedsMoreMemory { .. }), "{problem:?}");
    assert_eq!(cured(&scenario, problem).problems(), []);
}

#[test]
fn windows_in_a_container_is_refused_with_the_reason_and_a_way_out() {
    let windows_guest = with(|scenario| scenario.sides[1].guest = Some("windows-core".to_owned()));
    let windows_application = with(|scenario| "iis".clone_into(&mut scenario.image));
    for scenario in [windows_guest, windows_application] {
        let problems = scenario.problems();
        let problem = problems.iter().find(|problem| problem.side == Some(Side::B));
        let problem = problem.expect("the container cannot run it");
        let reason = Incompatible::NeedsOtherKernel { wants_windows: true };
        assert_eq!(problem.kind, ProblemKind::Incompatible(reason));
        assert!(!problem.blocks(), "the refusal is shown by a run");
        let better = cured(&scenario, problem);
        assert!(
            !better
                .problems()
                .iter()
                .any(|problem| { problem.kind == ProblemKind::Incompatible(reason) })
        );
    }
}

#[test]
fn a_guest_is_kept_while_the_platform_has_none() {
    let kept = on("docker", Some("alpine"));
    assert_eq!(kept.machine(Side::A).expect("runs").guest, None);
    let again = with(|scenario| scenario.sides[0].guest.clone_from(&kept.sides[0].guest));
    assert_eq!(again.machine(Side::A).expect("runs").guest.map(|guest| guest.id), Some("alpine"));
}

#[test]
fn another_platform_takes_its_usual_guest_but_windows_is_refused() {
    let mut settled = on("kata", Some("alpine"));
    settled.settle(Side::A);
    assert_eq!(settled.sides[0].guest, None);
    let mut windows = on("firecracker", Some("windows-core"));
    windows.settle(Side::A);
    let reason = ProblemKind::Incompatible(Incompatible::GuestNotSupported);
    assert_eq!(kinds(&windows), [(ParameterId::Guest, reason)]);
}

#[test]
fn every_platform_runs_with_every_guest_and_application_that_fit() {
    for platform in platform::platforms() {
        for id in platform.guests.iter().map(Some).chain([None]) {
            for image in image::images() {
                let mut scenario = on(platform.id, id.copied());
                image.id.clone_into(&mut scenario.image);
                if image.os == Os::Windows && platform.guests.is_empty() {
                    "windows-server".clone_into(&mut scenario.host);
                }
                let problems = scenario.problems();
                let blocked = problems.iter().find(|problem| problem.blocks());
                assert_eq!(blocked, None, "{} {id:?} {}", platform.id, image.id);
            }
        }
    }
}

#[test]
fn what_was_said_about_the_hardware_is_what_the_machine_has() {
    let scenario = with(|scenario| {
        scenario.cores = Some(4);
        scenario.memory = Some(16);
        scenario.disk_speed = Some(250);
        scenario.disk_operations = Some(5000);
        scenario.swap = Some(3);
        scenario.link = Some(80);
        scenario.mode = Mode::Fill;
        scenario.goal = Some(1500);
        scenario.image_state = ImageState::Remote;
    });
    let machine = scenario.machine(Side::A).expect("runs");
    let usual = host::host("server").expect("the default host");
    assert_eq!((machine.host.cores, machine.host.memory), (4, Bytes::gib(16)));
    let equal = |one: f64, other: f64| assert!((one - other).abs() < 1e-6, "{one} {other}");
    equal(machine.host.disk.read.per_second(), 250e6);
    let ratio = machine.host.disk.write.per_second() / usual.disk.write.per_second();
    assert!((ratio - 250e6 / usual.disk.read.per_second()).abs() < 1e-12, "writing follows");
    equal(machine.host.disk.operations.per_second(), 5000.0);
    equal(machine.host.link.per_second(), 10e6);
    assert_eq!(machine.swap, Bytes::gib(3));
    assert_eq!(machine.launch, Launch::UntilLimit { goal: Some(Span::milliseconds(1500)) });
    assert_eq!(machine.instances, 10_000);
}

#[test]
fn the_memory_of_a_guest_suffices_for_the_application_it_is_given() {
    for platform in platform::platforms().iter().filter(|platform| !platform.guests.is_empty()) {
        for id in platform.guests {
            let machine = on(platform.id, Some(id)).machine(Side::A);
            let guest = guest::guest(id).expect("a platform's guests are known");
            if guest.os != Os::Windows {
                assert!(machine.expect("runs").memory >= guest.memory_default, "{id}");
            }
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_asked_for_the_validator_answers(scenario in any_scenario()) {
        let problems = scenario.problems();
        for side in Side::BOTH {
            let machine = scenario.machine(side);
            let blocks = |problem: &Problem| {
                problem.blocks() && problem.side.is_none_or(|of| of == side)
            };
            prop_assert_eq!(machine.is_err(), problems.iter().any(blocks));
        }
        for problem in problems {
            prop_assert!(problem.remedy.is_some(), "{:?}", problem);
            if let ProblemKind::OutOfRange { value, low, high } = problem.kind {
                prop_assert!(value < low || value > high);
            }
        }
    }

    #[test]
    fn following_every_remedy_leads_to_a_scenario_that_runs(scenario in any_scenario()) {
        let mut scenario = scenario;
        for _ in 0..40 {
            let problems = scenario.problems();
            let Some(problem) = problems.iter().find(|problem| problem.blocks()) else {
                return Ok(());
            };
            scenario = cured(&scenario, problem);
        }
        prop_assert!(scenario.can_run(), "{:?}", scenario.problems());
    }
}
