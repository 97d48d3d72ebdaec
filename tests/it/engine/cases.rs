//! Cases with a solution on paper.

use strata::engine::{Demand, Entity, Kernel};
use strata::units::{Span, Time};

fn demand(amount: f64, cap: f64, weight: f64) -> Demand {
    Demand { amount, cap, weight }
}

/// Runs to the end; who woke and when, in seconds.
fn wakes(mut kernel: Kernel) -> Vec<(u32, f64)> {
    core::iter::from_fn(|| kernel.next()).map(|wake| (wake.who.0, wake.time.as_seconds())).collect()
}

/// Ends of flows that start together on one resource, in seconds, by number.
fn ends(capacity: f64, demands: &[Demand]) -> Vec<f64> {
    let mut kernel = Kernel::new();
    let resource = kernel.fair(capacity);
    for (number, &demand) in (0..).zip(demands) {
        kernel.serve(Entity(number), resource, demand);
    }
    let mut ends = wakes(kernel);
    ends.sort_by_key(|&(number, _)| number);
    ends.into_iter().map(|(_, end)| end).collect()
}

/// Rates of flows that are served together, and what the resource says it serves.
fn rates(capacity: f64, weights: &[f64], caps: &[f64]) -> (Vec<f64>, f64) {
    let mut kernel = Kernel::new();
    let resource = kernel.fair(capacity);
    for ((number, &weight), &cap) in (0..).zip(weights).zip(caps) {
        kernel.serve(Entity(number), resource, demand(10.0, cap, weight));
    }
    let before = (0..).zip(weights).map(|(number, _)| kernel.rate(Entity(number)).unwrap());
    let before: Vec<f64> = before.collect();
    let usage = kernel.usage(resource);
    kernel.next_time();
    for (number, rate) in (0..).zip(&before) {
        assert_eq!(kernel.rate(Entity(number)), Some(*rate), "asking early is asking right");
    }
    assert_eq!(kernel.usage(resource), usage);
    (before, usage.rate)
}

#[track_caller]
fn check_rates(capacity: f64, weights: &[f64], caps: &[f64], law: &[f64]) {
    let (rates, total) = rates(capacity, weights, caps);
    for (rate, law) in rates.iter().zip(law) {
        assert!((rate - law).abs() < 1e-12, "{rates:?} for {law:?}");
    }
    let sum: f64 = rates.iter().sum();
    assert!((sum - total).abs() < 1e-12, "{sum} in all, {total} by the resource");
    let most = capacity.min(caps.iter().sum());
    assert!((total - most).abs() < 1e-12, "{total} of {most}");
}

#[test]
fn one_flow_alone_runs_at_the_lesser_of_its_cap_and_the_capacity() {
    assert_eq!(ends(16.0, &[demand(0.694_16, 1.0, 1.0)]), [0.694_16]);
    assert_eq!(ends(16.0, &[demand(8.0, f64::INFINITY, 1.0)]), [0.5]);
    assert_eq!(ends(0.5, &[demand(1.0, 1.0, 3.0)]), [2.0]);
}

#[test]
fn equal_flows_on_few_cores_take_as_much_longer_as_they_are_more() {
    for (count, cores) in [(1, 4.0), (4, 4.0), (5, 4.0), (12, 4.0), (1000, 16.0), (10_000, 48.0)] {
        let expected = 0.25 * f64::max(count as f64 / cores, 1.0);
        let ends = ends(cores, &vec![demand(0.25, 1.0, 1.0); count]);
        for end in ends {
            assert!((end - expected).abs() <= 0.5e-12, "{count} on {cores}: {end}");
        }
    }
}

#[test]
fn what_ends_frees_its_share_for_the_others() {
    // Three on one core: all at a third until the first is done, then two at a half, then one.
    let ends = ends(1.0, &[1.0, 2.0, 3.0].map(|amount| demand(amount, 1.0, 1.0)));
    assert_eq!(ends, [3.0, 5.0, 6.0]);
}

#[test]
fn weights_divide_the_resource_in_proportion() {
    // At 1 : 3 the second is done after 4/3 s, with 2/3 left of the first.
    let ends = ends(1.0, &[demand(1.0, 1.0, 1.0), demand(1.0, 1.0, 3.0)]);
    assert!((ends[0] - 2.0).abs() < 1e-12 && (ends[1] - 4.0 / 3.0).abs() < 1e-12, "{ends:?}");
}

#[test]
fn a_cap_that_ceases_to_bind_and_binds_again() {
    // Two at cap 1 on three units, joined by one without cap: 1, 1, 1. When the capacity is four
    // the newcomer takes what the caps leave: 2.
    let uncapped = f64::INFINITY;
    check_rates(3.0, &[1.0; 3], &[1.0, 1.0, uncapped], &[1.0, 1.0, 1.0]);
    check_rates(4.0, &[1.0; 3], &[1.0, 1.0, uncapped], &[1.0, 1.0, 2.0]);
    let mut kernel = Kernel::new();
    let resource = kernel.fair(2.0);
    kernel.serve(Entity(0), resource, demand(3.0, 1.0, 1.0));
    kernel.serve(Entity(1), resource, demand(1.0, 1.0, 1.0));
    kernel.serve(Entity(2), resource, demand(1.0, uncapped, 2.0));
    // Rates 1/2, 1/2, 1; at 1 s the last is done, and both others are at their caps again.
    let expected = [(2, 1.0), (1, 1.5), (0, 3.5)];
    assert_eq!(wakes(kernel), expected);
}

#[test]
fn cgroups_of_a_real_kernel_follow_the_same_law() {
    // The cases of the own measurement; there the kernel was within 3 per cent of this law.
    let one = |count| vec![1.0; count];
    check_rates(1.0, &one(4), &one(4), &[0.25; 4]);
    check_rates(1.0, &[1.0, 2.0, 4.0], &one(3), &[1.0 / 7.0, 2.0 / 7.0, 4.0 / 7.0]);
    check_rates(1.0, &[1.0, 1.0, 2.0], &[1.0, 1.0, 0.25], &[0.375, 0.375, 0.25]);
    check_rates(2.0, &one(3), &one(3), &[2.0 / 3.0; 3]);
    check_rates(2.0, &[1.0, 1.0, 2.0, 4.0], &one(4), &[0.25, 0.25, 0.5, 1.0]);
    let (weights, part) = ([1.0, 1.0, 2.0, 4.0, 8.0, 8.0], 1.0 / 12.0);
    check_rates(2.0, &weights, &one(6), &weights.map(|weight| weight * part));
    check_rates(2.0, &one(4), &[0.25, 0.25, 1.0, 1.0], &[0.25, 0.25, 0.75, 0.75]);
}

#[test]
fn ten_thousand_caps_at_once_are_filled_like_ten_thousand_glasses() {
    // Caps 1, 2, … n; water for a level of 100: all glasses up to it are full.
    let caps: Vec<f64> = (1..=10_000).map(f64::from).collect();
    let capacity = 100.0 * 101.0 / 2.0 + 9_900.0 * 100.0;
    let law: Vec<f64> = caps.iter().map(|cap| cap.min(100.0)).collect();
    let (rates, total) = rates(capacity, &vec![1.0; caps.len()], &caps);
    assert!(rates.iter().zip(&law).all(|(rate, law)| (rate - law).abs() < 1e-9));
    assert!((total - capacity).abs() < 1e-6);
}

#[test]
fn a_changed_capacity_holds_from_then_on() {
    let mut kernel = Kernel::new();
    let resource = kernel.fair(1.0);
    kernel.serve(Entity(0), resource, demand(3.0, 1.0, 1.0));
    kernel.wake_after(Entity(1), Span::seconds(1));
    kernel.next();
    kernel.set_capacity(resource, 0.5);
    assert_eq!(kernel.remaining(Entity(0)), Some(2.0));
    assert_eq!(kernel.next_time(), Some(Time::from_seconds(5.0)));
    kernel.set_capacity(resource, 0.0);
    assert_eq!(kernel.next_time(), None, "without capacity nothing ends");
    assert!(kernel.usage(resource).rate.abs() < f64::MIN_POSITIVE);
    kernel.set_capacity(resource, 4.0);
    assert_eq!(kernel.next_time(), Some(Time::from_seconds(3.0)), "the cap binds");
}

#[test]
fn what_is_left_and_what_is_done_can_be_asked_between_events() {
    let mut kernel = Kernel::new();
    let resource = kernel.fair(2.0);
    for number in 0..4 {
        kernel.serve(Entity(number), resource, demand(2.0, 1.0, 1.0));
    }
    kernel.wake_after(Entity(9), Span::seconds(1));
    assert_eq!(kernel.next().map(|wake| wake.who), Some(Entity(9)));
    let usage = kernel.usage(resource);
    assert_eq!((usage.rate, usage.done, usage.flows, usage.capacity), (2.0, 2.0, 4, 2.0));
    assert_eq!(kernel.remaining(Entity(0)), Some(1.5));
    assert_eq!(kernel.rate(Entity(0)), Some(0.5));
    assert_eq!((kernel.remaining(Entity(9)), kernel.rate(Entity(9))), (None, None));
    kernel.cancel(Entity(3));
    assert_eq!(kernel.usage(resource).flows, 3);
    assert!((kernel.rate(Entity(0)).unwrap() - 2.0 / 3.0).abs() < 1e-15);
    while kernel.next().is_some() {}
    let usage = kernel.usage(resource);
    assert!((usage.done - 6.5).abs() < 1e-9, "{usage:?}");
    assert_eq!((usage.rate, usage.flows), (0.0, 0));
}

#[test]
fn a_light_flow_that_had_the_resource_for_itself_does_not_blur_the_others() {
    // Its share clock has raced a billion times as fast; the newcomers still end to the picosecond.
    let mut kernel = Kernel::new();
    let resource = kernel.fair(1.0);
    let uncapped = f64::INFINITY;
    kernel.serve(Entity(0), resource, demand(2e4, uncapped, 1e-9));
    kernel.wake_after(Entity(1), Span::seconds(10_000));
    kernel.next();
    kernel.serve(Entity(1), resource, demand(0.1, uncapped, 1.0));
    let wake = kernel.next().unwrap();
    let expected = 10_000.0 + 0.1 * (1.0 + 1e-9);
    assert!((wake.time.as_seconds() - expected).abs() < 2e-12, "{:?}", wake.time);
}

#[test]
fn weights_beyond_all_others_leave_no_trace_when_they_go() {
    let mut kernel = Kernel::new();
    let resource = kernel.fair(1.0);
    let uncapped = f64::INFINITY;
    for (number, weight) in [(0, 1.0), (1, 3.0), (2, 1e30), (3, 1e60)] {
        kernel.serve(Entity(number), resource, demand(1.0, uncapped, weight));
    }
    for number in [3, 2] {
        assert_eq!(kernel.next().map(|wake| wake.who), Some(Entity(number)));
    }
    let rates = [0, 1].map(|number| kernel.rate(Entity(number)).unwrap());
    assert!((rates[0] - 0.25).abs() < 1e-12 && (rates[1] - 0.75).abs() < 1e-12, "{rates:?}");
}

#[test]
fn ends_stay_exact_after_a_long_time_without_a_pause() {
    // A background flow keeps the clocks running; a million short flows later, decimals still fit.
    let mut kernel = Kernel::new();
    let resource = kernel.fair(2.0);
    kernel.serve(Entity(0), resource, demand(1e7, 1.0, 1.0));
    let mut steps = 0_u64;
    while steps < 200_000 {
        kernel.serve(Entity(1), resource, demand(0.100_000_000_001, 1.0, 1.0));
        let wake = kernel.next().unwrap();
        steps += 1;
        assert_eq!((wake.who, wake.time.0), (Entity(1), steps * 100_000_000_001));
    }
    let left = kernel.remaining(Entity(0)).unwrap();
    assert!((left - (1e7 - 2e4)).abs() < 1e-6, "{left}");
    let end = kernel.next_time().unwrap().as_seconds();
    assert!((end - 1e7).abs() < 1e-6, "{end}");
}

#[test]
fn a_long_flow_among_many_short_ones_gets_its_share() {
    // Two at a time on one unit: the long one has half of it as long as there are short ones.
    let mut kernel = Kernel::new();
    let resource = kernel.fair(1.0);
    kernel.serve(Entity(0), resource, demand(100.0, 1.0, 1.0));
    for round in 1..=1000_u32 {
        kernel.serve(Entity(1), resource, demand(0.0625, 1.0, 1.0));
        assert_eq!(kernel.next().map(|wake| wake.who), Some(Entity(1)));
        let left = kernel.remaining(Entity(0)).unwrap();
        assert!((left - (100.0 - 0.0625 * f64::from(round))).abs() < 1e-9, "{left}");
    }
    assert_eq!(wakes(kernel), [(0, 162.5)]);
}
