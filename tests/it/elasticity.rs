//! Demand that moves: what is served, what is lost, and what it costs to be ready.

use proptest::prelude::*;
use strata::experiment::answer::{self, Answer};
use strata::experiment::elasticity::{Pattern, Quantity, Run, Setting};
use strata::experiment::{Question, ask, run};
use strata::model::{ImageState, Launch, Machine};
use strata::scenario::{Side, preset};

use crate::experiment::{containers, every_kind, machine, virtual_machines, with_instances};

fn setting(pattern: Pattern) -> Setting {
    Setting { pattern, peak: 3.0, spike: 3.0, target: 0.6, warm: 0, duration: 300.0, capped: true }
}

fn answer(machine: Machine, setting: Setting) -> Answer {
    ask(machine, Question::Elasticity(setting))
}

fn maybe(answer: &Answer, quantity: Quantity) -> Option<f64> {
    answer.value(answer::Quantity::Elasticity(quantity))
}

#[track_caller]
fn value(answer: &Answer, quantity: Quantity) -> f64 {
    maybe(answer, quantity).unwrap_or_else(|| panic!("{quantity:?}"))
}

#[track_caller]
fn close(value: f64, expected: f64, tolerance: f64) {
    assert!((value / expected - 1.0).abs() <= tolerance, "{value} for {expected}");
}

const PATTERNS: [Pattern; 4] = [Pattern::Rotating, Pattern::Daily, Pattern::Walk, Pattern::Spike];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn cores_that_may_be_shared_never_serve_less(
        pattern in 0_usize..3,
        peak in 0.2_f64..12.0,
        instances in 1_u32..24,
        vcpus in 1_u32..6,
        seed in 0_u64..1000,
    ) {
        let machine =
            Machine { vcpus, seed, ..with_instances(instances, containers()) };
        let fixed = Setting { peak, ..setting(PATTERNS[pattern]) };
        let free = Setting { capped: false, ..fixed.clone() };
        let served = |setting| value(&answer(machine.clone(), setting), Quantity::Served);
        let (fixed, free) = (served(fixed), served(free));
        prop_assert!(free >= fixed - 1e-9, "{free} {fixed}");
        prop_assert!(free <= 1.0 + 1e-9);
    }
}

#[test]
fn half_of_a_demand_of_two_cores_is_served_by_one_and_by_hand() {
    let machine = Machine { vcpus: 1, ..with_instances(1, containers()) };
    let asked = Setting { peak: 2.0, ..setting(Pattern::Rotating) };
    let told = answer(machine, asked);
    close(value(&told, Quantity::Served), 0.5, 1e-9);
    // 300 core-seconds are not done; those of the last five seconds still wait. A request is 10 ms.
    close(value(&told, Quantity::Lost), (300.0 - 5.0) / 0.01, 1e-6);
    close(value(&told, Quantity::Delayed), 300.0 / 0.01, 1e-6);
    // The queue grows by a core-second each second for five seconds, and then stays.
    close(value(&told, Quantity::DelayP99), 5.0, 1e-9);
    close(value(&told, Quantity::CoresUsed), 1.0, 1e-9);
}

#[test]
fn a_demand_that_fits_is_served_whole_and_at_once() {
    for one in every_kind() {
        let asked = Setting { peak: 1.0, ..setting(Pattern::Rotating) };
        let told = answer(one, asked);
        close(value(&told, Quantity::Served), 1.0, 1e-9);
        assert!(value(&told, Quantity::Lost) < 1e-6 && value(&told, Quantity::DelayP99) < 1e-9);
    }
}

#[test]
fn a_start_takes_what_a_start_of_that_machine_takes() {
    for one in every_kind() {
        let one = with_instances(3, one);
        let told = answer(one.clone(), setting(Pattern::Spike));
        let alone = Machine { launch: Launch::Together, ..with_instances(1, one) };
        let report = run(alone);
        let lane = &report.instances[0];
        let ready = lane.clocks[3].expect("it gets ready");
        let took = ready.since(lane.launched.expect("it was launched")).as_seconds();
        close(value(&told, Quantity::StartAlone), took, 1e-9);
        assert!(value(&told, Quantity::StartStorm) >= took * 0.999);
    }
}

#[test]
fn a_machine_that_carries_containers_is_not_booted_again_for_more_of_them() {
    let inside =
        Machine { image_state: ImageState::InMemory, ..machine("docker-desktop", "linuxkit") };
    let told = answer(with_instances(3, inside), setting(Pattern::Spike));
    let [alone, storm] =
        [Quantity::StartAlone, Quantity::StartStorm].map(|quantity| value(&told, quantity));
    assert!(alone > 0.1 && storm < 1.0, "{alone} {storm}");
    assert!(value(&told, Quantity::Added) >= 6.0);
}

#[test]
fn a_warm_pool_of_k_loses_nothing_in_a_spike_of_k_instances() {
    for one in every_kind() {
        for seed in 1..=5 {
            let one = Machine { seed, spread: true, ..with_instances(3, one.clone()) };
            let cold = answer(one.clone(), setting(Pattern::Spike));
            // What is wanted besides the three.
            let wanted = value(&cold, Quantity::Added);
            let warm = 3 * 3 + 1;
            assert!(wanted <= f64::from(warm));
            let told = answer(one, Setting { warm, ..setting(Pattern::Spike) });
            assert!(value(&told, Quantity::Lost) < 1e-6);
            assert!(value(&told, Quantity::DelayP99) < 1e-9);
            assert!(value(&told, Quantity::WarmMemory) > 0.0);
            close(value(&told, Quantity::WarmHours), f64::from(warm) * 300.0 / 3600.0, 1e-9);
        }
    }
}

#[test]
fn a_larger_pool_never_loses_more() {
    for seed in 1..=5 {
        let machine = Machine { seed, spread: true, ..with_instances(3, virtual_machines()) };
        let told = answer(machine, setting(Pattern::Spike));
        let lost: Vec<f64> = told.tables[0]
            .rows
            .iter()
            .map(|row| match row.cells[0] {
                answer::Cell::Value(lost) => lost,
                _ => panic!("a number was expected"),
            })
            .collect();
        assert!(lost.windows(2).all(|pair| pair[1] <= pair[0] + 1e-9), "{lost:?}");
        assert!(lost[0] > 0.0, "without a pool something is lost");
    }
}

#[test]
fn reasons_for_delay_add_up_to_the_delayed() {
    for pattern in PATTERNS {
        let told = answer(virtual_machines(), setting(pattern));
        let reasons: f64 = told.causes.iter().map(|cause| cause.amount).sum();
        let delayed = value(&told, Quantity::Delayed);
        assert!((reasons - delayed).abs() <= 1e-6 * delayed.max(1.0), "{reasons} {delayed}");
    }
}

#[test]
fn a_balloon_holds_what_is_needed_and_no_more() {
    let asked = setting(Pattern::Rotating);
    let kept = answer(virtual_machines(), asked.clone());
    let given = answer(Machine { balloon: true, ..virtual_machines() }, asked);
    assert!(value(&kept, Quantity::MemoryHeld) > value(&kept, Quantity::MemoryNeeded));
    close(value(&given, Quantity::MemoryHeld), value(&given, Quantity::MemoryNeeded), 1e-9);
    assert!(value(&kept, Quantity::MemoryReserved) > value(&kept, Quantity::MemoryHeld));
}

#[test]
fn every_figure_is_a_number_whatever_is_asked() {
    for pattern in PATTERNS {
        for instances in [0, 1, 5, 40] {
            for one in every_kind() {
                let told = answer(with_instances(instances, one), setting(pattern));
                for figure in &told.figures {
                    assert!(figure.value.is_finite() && figure.value >= 0.0, "{figure:?}");
                }
                for point in told.series.iter().flat_map(|series| &series.points) {
                    assert!(point.0.is_finite() && point.1.is_finite());
                }
            }
        }
    }
}

#[test]
fn slices_and_seeds_do_what_they_should() {
    for pattern in PATTERNS {
        let machine = Machine { spread: true, ..with_instances(5, virtual_machines()) };
        let whole = answer(machine.clone(), setting(pattern));
        let mut run = Run::new(machine.clone(), setting(pattern));
        while !run.advance(17) {
            assert!((0.0..=1.0).contains(&run.fraction()));
        }
        assert_eq!(run.answer(), whole);
        assert_eq!(answer(machine, setting(pattern)), whole);
    }
    let walk = |seed| answer(Machine { seed, ..containers() }, setting(Pattern::Walk)).digest;
    assert_ne!(walk(1), walk(2));
}

/// Value of a quantity on both sides of a preset, for each of five seeds.
fn sides(key: &str, quantity: Quantity) -> Vec<[f64; 2]> {
    (1..=5)
        .map(|seed| {
            let mut scenario = preset(key).expect("the preset exists").scenario();
            scenario.seed = seed;
            Side::BOTH.map(|side| {
                let machine = scenario.machine(side).expect("presets have no problems");
                value(&ask(machine, scenario.question(side)), quantity)
            })
        })
        .collect()
}

#[test]
fn what_one_container_does_not_need_another_can_use_unless_all_peak_together() {
    for [vm, container] in sides("elastic", Quantity::Served) {
        assert!(container > 0.999 && vm < 0.95, "{vm} {container}");
    }
    for [vm, container] in sides("elastic", Quantity::MemoryHeld) {
        assert!(container < vm * 0.5, "{vm} {container}");
    }
    for [vm, container] in sides("peaks-together", Quantity::Served) {
        close(vm, container, 0.05);
    }
}

#[test]
fn capacity_that_boots_loses_requests_and_warm_capacity_does_not() {
    for [vm, container] in sides("spike", Quantity::TimeToMeet) {
        assert!(vm > container, "{vm} {container}");
    }
    for [vm, container] in sides("spike", Quantity::Delayed) {
        assert!(vm > container, "{vm} {container}");
    }
    for [vm, container] in sides("warm-pool", Quantity::Lost) {
        assert!(vm < 1e-6 && container < 1e-6);
    }
    for [vm, container] in sides("warm-pool", Quantity::WarmMemory) {
        assert!(vm > container * 10.0, "{vm} {container}");
    }
}
