//! Studies: sweeps that find where something turns, repetitions, and comparisons.

use proptest::prelude::*;
use strata::experiment::answer::Quantity;
use strata::experiment::start;
use strata::scenario::study::replicate;
use strata::scenario::study::sweep::{Crossing, Spec};
use strata::scenario::study::{Axis, Comparison, Gap, Replicate, Sweep, Swept, value};
use strata::scenario::{ParameterId, Scale, Scenario, Side, Value, preset};

const READY: Quantity = Quantity::Start(start::Quantity::ReadyMedian);
const ALL_READY: Quantity = Quantity::Start(start::Quantity::AllReady);
const RESIDENT: Quantity = Quantity::Start(start::Quantity::Resident);

fn scenario(key: &str) -> Scenario {
    preset(key).expect("a preset of that name").scenario()
}

fn instances(values: impl IntoIterator<Item = u64>) -> Axis {
    let values = values.into_iter().map(Value::Number).collect();
    Axis::new(ParameterId::Instances, None, values).expect("instances are numbers")
}

fn swept(spec: Spec, slice: u64) -> Swept {
    let mut sweep = Sweep::new(spec);
    let mut before = 0.0;
    while !sweep.advance(slice) {
        let fraction = sweep.fraction();
        assert!((before..=1.0).contains(&fraction), "{fraction} after {before}");
        before = fraction;
    }
    sweep.result()
}

fn spec(scenario: Scenario, axis: Axis, quantities: &[Quantity]) -> Spec {
    Spec { scenario, axis, by: None, quantities: quantities.to_vec() }
}

/// A scenario whose two sides change their order: one container platform pays once for a carrier
/// and little for each instance, the other the reverse.
fn turning() -> Scenario {
    let mut scenario = Scenario { spread: false, ..Scenario::default() };
    "docker-desktop".clone_into(&mut scenario.side_mut(Side::A).platform);
    "firecracker".clone_into(&mut scenario.side_mut(Side::B).platform);
    scenario
}

/// Every place at which the order changes, by running every value.
fn by_brute_force(scenario: &Scenario, range: core::ops::RangeInclusive<u64>) -> Vec<(u64, Side)> {
    let all = swept(spec(scenario.clone(), instances(range), &[RESIDENT]), u64::MAX);
    let mut found = Vec::new();
    let mut before = None;
    for point in &all.points {
        let [a, b] = point.sides.each_ref().map(|told| value(told, RESIDENT).expect("it runs"));
        let less = match a.total_cmp(&b) {
            core::cmp::Ordering::Less => Side::A,
            core::cmp::Ordering::Equal => continue,
            core::cmp::Ordering::Greater => Side::B,
        };
        if before.is_some_and(|before| before != less) {
            let Value::Number(at) = point.at else { panic!("instances are numbers") };
            found.push((at, less));
        }
        before = Some(less);
    }
    found
}

#[test]
fn a_crossing_is_where_running_every_value_finds_it() {
    let scenario = turning();
    let expected = by_brute_force(&scenario, 1..=60);
    assert_eq!(expected.len(), 1, "one side pays once, the other each time: {expected:?}");
    let found = swept(spec(scenario, instances([1, 60]), &[RESIDENT]), u64::MAX);
    let [crossing] = found.crossings[..] else { panic!("{:?}", found.crossings) };
    let Crossing { quantity, before, from, less, exact, .. } = crossing;
    assert_eq!((quantity, from, less, exact), (RESIDENT, expected[0].0, expected[0].1, true));
    assert_eq!(before, from - 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn a_crossing_does_not_depend_on_the_grid_or_on_the_slices(
        low in 1_u64..4,
        high in 40_u64..90,
        count in 2_usize..7,
        slice in 1_u64..3000,
    ) {
        let (id, scale) = (ParameterId::Instances, Scale::Logarithmic);
        let axis = Axis::steps(id, None, [low, high], count, scale).expect("a sound axis");
        let at_once = swept(spec(turning(), axis.clone(), &[RESIDENT]), u64::MAX);
        let in_slices = swept(spec(turning(), axis, &[RESIDENT]), slice);
        prop_assert_eq!(&at_once, &in_slices);
        let expected = by_brute_force(&turning(), low..=high);
        let found: Vec<_> = at_once.crossings.iter().map(|one| (one.from, one.less)).collect();
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn a_point_that_cannot_run_is_a_gap_with_its_reason() {
    let platforms = Axis::new(
        ParameterId::Platform,
        Some(Side::B),
        ["docker", "qemu-kvm", "no-such"].map(Value::choice).into(),
    )
    .expect("platforms are choices");
    let mut windows = scenario("windows");
    "iis".clone_into(&mut windows.image);
    let found = swept(spec(windows, platforms, &[READY]), 1000);
    let b: Vec<_> = found.points.iter().map(|point| &point.sides[1]).collect();
    assert!(matches!(b[0], Err(Gap::Refused(_))), "{:?}", b[0]);
    assert!(b[1].is_ok());
    let Err(Gap::Problems(problems)) = b[2] else { panic!("{:?}", b[2]) };
    assert!(problems.iter().any(|problem| problem.parameter == ParameterId::Platform));
    let outside = swept(spec(Scenario::default(), instances([0, 5]), &[READY]), 1000);
    assert!(matches!(outside.points[0].sides[0], Err(Gap::Problems(_))));
    assert!(outside.points[1].sides.iter().all(Result::is_ok));
}

#[test]
fn two_parameters_make_a_grid_row_after_row() {
    let by = Axis::new(ParameterId::Cores, None, [2, 32].map(Value::Number).into());
    let by = by.expect("cores are numbers");
    let spec =
        Spec { by: Some(by), ..spec(scenario("default"), instances([1, 8, 64]), &[ALL_READY]) };
    let found = swept(spec, 500);
    assert_eq!(found.points.len(), 6);
    assert_eq!(found.points[3].row, 1);
    assert_eq!(found.points[3].at, Value::Number(1));
    // More cores never make a storm later.
    let at = |place: usize, side: usize| value(&found.points[place].sides[side], ALL_READY);
    assert!(at(2, 0) > at(5, 0) && at(2, 1) > at(5, 1));
}

#[test]
fn equal_sides_give_equal_answers_bit_for_bit() {
    for platform in ["docker", "qemu-kvm", "gvisor"] {
        let mut scenario = scenario("boot-storm");
        for side in Side::BOTH {
            platform.clone_into(&mut scenario.side_mut(side).platform);
        }
        let mut comparison = Comparison::new(scenario.clone());
        while !comparison.advance(777) {}
        let compared = comparison.result();
        assert_eq!(compared.sides[0], compared.sides[1]);
        assert!(compared.lines().iter().all(|line| line.difference() == Some(0.0)));
        let mut replicate = Replicate::new(replicate::Spec::of(scenario, 4));
        while !replicate.advance(10_000) {}
        for of in replicate.result().estimates {
            let difference = of.difference.expect("both sides tell it");
            assert_eq!((difference.mean, difference.deviation), (0.0, 0.0), "{:?}", of.quantity);
        }
    }
}

#[test]
fn repetitions_do_not_depend_on_the_slices_and_a_clone_goes_on_alike() {
    let spec = replicate::Spec::of(scenario("default"), 6);
    let mut at_once = Replicate::new(spec.clone());
    while !at_once.advance(u64::MAX) {}
    let mut in_slices = Replicate::new(spec);
    for _ in 0..9 {
        in_slices.advance(50);
    }
    let mut copy = in_slices.clone();
    while !in_slices.advance(13) {}
    while !copy.advance(1_000_000) {}
    assert_eq!(at_once.result(), in_slices.result());
    assert_eq!(at_once.result(), copy.result());
    assert_eq!(
        at_once.result().samples.iter().map(|one| one.seed).collect::<Vec<_>>(),
        [1, 2, 3, 4, 5, 6]
    );
}

#[test]
fn the_paired_difference_is_surer_than_the_two_sides_suggest() {
    let mut replicate = Replicate::new(replicate::Spec::of(scenario("default"), 40));
    while !replicate.advance(u64::MAX) {}
    let found = replicate.result();
    let of = found.estimates.iter().find(|of| of.quantity == READY).expect("starts are told");
    let [a, b] = of.sides.map(|side| side.expect("both sides run").deviation);
    let difference = of.difference.expect("both sides run").deviation;
    assert!(a > 0.0 && b > 0.0);
    assert!(difference < (a * a + b * b).sqrt(), "{difference} against {a} and {b}");
}

#[test]
fn repetitions_go_on_until_they_are_precise() {
    let spec = replicate::Spec {
        until_precise: Some(500),
        precision: 0.01,
        quantities: vec![READY],
        ..replicate::Spec::of(scenario("default"), 3)
    };
    let mut replicate = Replicate::new(spec);
    while !replicate.advance(5000) {}
    let found = replicate.result();
    let runs = found.samples.len();
    assert!((3..=500).contains(&runs));
    let sides = found.estimates[0].sides.map(|side| side.expect("both sides run"));
    for estimate in sides {
        let half = estimate.half_width.expect("several runs");
        assert!(runs == 500 || half <= 0.01 * estimate.mean * 1.000_001, "{estimate:?}");
    }
}
