//! What the kernel promises about equal instants, and about activities that are given up.

use strata::engine::{Demand, Entity, Kernel};
use strata::units::{Span, Time};

const SECOND: Span = Span::seconds(1);

fn alone(amount: f64) -> Demand {
    Demand { amount, cap: 1.0, weight: 1.0 }
}

fn next(kernel: &mut Kernel) -> Option<u32> {
    kernel.next().map(|wake| wake.who.0)
}

fn rest(mut kernel: Kernel) -> Vec<(u32, Time)> {
    core::iter::from_fn(|| kernel.next()).map(|wake| (wake.who.0, wake.time)).collect()
}

fn numbers(kernel: Kernel) -> Vec<u32> {
    rest(kernel).into_iter().map(|(number, _)| number).collect()
}

#[test]
fn equal_instants_are_delivered_by_entity_number_whatever_ends() {
    let mut kernel = Kernel::new();
    let (one, other) = (kernel.fair(1.0), kernel.fair(8.0));
    kernel.wake_after(Entity(4), SECOND);
    kernel.serve(Entity(5), one, Demand { amount: 1.0, cap: f64::INFINITY, weight: 1.0 });
    kernel.serve(Entity(3), other, alone(1.0));
    kernel.serve(Entity(0), other, Demand { amount: 2.0, cap: 2.0, weight: 1.0 });
    kernel.wake_after(Entity(1), SECOND);
    kernel.wake_after(Entity(2), SECOND);
    let expected: Vec<_> = (0..6).map(|number| (number, Time::from_seconds(1.0))).collect();
    assert_eq!(rest(kernel), expected);
}

#[test]
fn flows_of_different_weights_that_end_together_are_one_instant() {
    for heaviest_first in [false, true] {
        let mut kernel = Kernel::new();
        let resource = kernel.fair(15.0);
        for number in 0..5 {
            let weight = f64::from(if heaviest_first { 5 - number } else { 1 + number });
            let demand = Demand { amount: weight, cap: f64::INFINITY, weight };
            kernel.serve(Entity(number), resource, demand);
        }
        assert_eq!(numbers(kernel), [0, 1, 2, 3, 4]);
    }
}

#[test]
fn ends_that_round_to_one_picosecond_are_one_instant() {
    let mut kernel = Kernel::new();
    let resource = kernel.fair(8.0);
    kernel.serve(Entity(2), resource, alone(1e-3));
    kernel.serve(Entity(1), resource, alone(1e-3 + 0.4e-12));
    kernel.serve(Entity(0), resource, alone(1e-3 + 0.6e-12));
    let at = |picoseconds: u64| Time(1_000_000_000 + picoseconds);
    assert_eq!(rest(kernel), [(1, at(0)), (2, at(0)), (0, at(1))]);
}

#[test]
fn what_has_no_length_wakes_at_once_and_in_its_place() {
    let mut kernel = Kernel::new();
    let resource = kernel.fair(1.0);
    for number in 0..3 {
        kernel.wake_after(Entity(number), SECOND);
    }
    assert_eq!(next(&mut kernel), Some(0));
    kernel.serve(Entity(0), resource, alone(0.0));
    kernel.wake_after(Entity(7), Span::ZERO);
    assert_eq!(kernel.next_time(), Some(Time::from_seconds(1.0)));
    assert_eq!(numbers(kernel), [0, 1, 2, 7]);
}

#[test]
fn a_lock_is_granted_when_all_who_ask_at_an_instant_have_asked() {
    let mut kernel = Kernel::new();
    let lock = kernel.lock();
    for number in [1, 2, 3] {
        kernel.wake_after(Entity(number), SECOND);
    }
    assert_eq!(next(&mut kernel), Some(1));
    kernel.acquire(Entity(9), lock);
    assert_eq!(next(&mut kernel), Some(2));
    kernel.acquire(Entity(2), lock);
    assert_eq!(kernel.holder(lock), None, "entity 3 is ready and might ask");
    assert_eq!(next(&mut kernel), Some(3));
    kernel.acquire(Entity(1), lock);
    assert_eq!(kernel.waiting(lock), 3);
    let mut granted = Vec::new();
    while let Some(wake) = kernel.next() {
        assert_eq!(kernel.holder(lock), Some(wake.who));
        granted.push(wake.who.0);
        kernel.release(wake.who, lock);
    }
    assert_eq!(granted, [1, 2, 9]);
    assert_eq!((kernel.holder(lock), kernel.waiting(lock)), (None, 0));
}

#[test]
fn who_asked_earlier_is_before_who_has_a_lower_number() {
    let mut kernel = Kernel::new();
    let lock = kernel.lock();
    kernel.acquire(Entity(5), lock);
    assert_eq!(next(&mut kernel), Some(5));
    kernel.wake_after(Entity(5), Span::seconds(3));
    kernel.wake_after(Entity(0), Span::seconds(2));
    kernel.acquire(Entity(7), lock);
    assert_eq!(next(&mut kernel), Some(0));
    kernel.acquire(Entity(0), lock);
    assert_eq!(next(&mut kernel), Some(5));
    kernel.release(Entity(5), lock);
    // Asking again at the instant of release does not go before who has been waiting.
    kernel.acquire(Entity(5), lock);
    assert_eq!(next(&mut kernel), Some(7));
    kernel.release(Entity(7), lock);
    assert_eq!(next(&mut kernel), Some(0));
    kernel.release(Entity(0), lock);
    assert_eq!(next(&mut kernel), Some(5));
    assert_eq!(kernel.now(), Time::from_seconds(3.0));
}

#[test]
fn only_the_holder_can_release() {
    let mut kernel = Kernel::new();
    let lock = kernel.lock();
    kernel.acquire(Entity(0), lock);
    kernel.next();
    kernel.release(Entity(1), lock);
    assert_eq!(kernel.holder(lock), Some(Entity(0)));
}

#[test]
fn cancelling_ends_any_activity_without_a_wake() {
    let mut kernel = Kernel::new();
    let (resource, lock) = (kernel.fair(1.0), kernel.lock());
    kernel.acquire(Entity(9), lock);
    assert_eq!(next(&mut kernel), Some(9));
    kernel.wake_after(Entity(0), SECOND);
    kernel.serve(Entity(1), resource, alone(1.0));
    kernel.serve(Entity(2), resource, alone(1.0));
    kernel.acquire(Entity(3), lock);
    kernel.wake_after(Entity(4), Span::ZERO);
    for number in [0, 1, 3, 4, 8] {
        kernel.cancel(Entity(number));
    }
    assert_eq!(kernel.waiting(lock), 0);
    assert_eq!(kernel.usage(resource).flows, 1);
    kernel.release(Entity(9), lock);
    assert_eq!(rest(kernel), [(2, Time::from_seconds(1.0))], "alone, and so at full speed");
}

#[test]
fn cancelling_releases_all_locks_held() {
    let mut kernel = Kernel::new();
    let locks = [kernel.lock(), kernel.lock(), kernel.lock(), kernel.lock()];
    for lock in locks {
        kernel.acquire(Entity(0), lock);
        kernel.next();
    }
    kernel.release(Entity(0), locks[1]);
    kernel.release(Entity(0), locks[3]);
    for (number, lock) in (1..).zip(locks) {
        kernel.acquire(Entity(number), lock);
    }
    kernel.cancel(Entity(0));
    assert_eq!(numbers(kernel), [1, 2, 3, 4]);
}

#[test]
fn a_new_activity_takes_the_place_of_the_old_one_and_keeps_locks() {
    let mut kernel = Kernel::new();
    let (resource, lock) = (kernel.fair(1.0), kernel.lock());
    kernel.acquire(Entity(0), lock);
    kernel.next();
    kernel.serve(Entity(0), resource, alone(5.0));
    kernel.wake_after(Entity(0), Span::seconds(3));
    kernel.wake_after(Entity(0), Span::seconds(2));
    assert_eq!(kernel.usage(resource).flows, 0);
    assert_eq!(kernel.holder(lock), Some(Entity(0)));
    assert_eq!(rest(kernel), [(0, Time::from_seconds(2.0))]);
}

#[test]
fn many_given_up_activities_leave_nothing_behind() {
    let mut kernel = Kernel::new();
    let (resource, lock) = (kernel.fair(4.0), kernel.lock());
    kernel.acquire(Entity(99), lock);
    kernel.next();
    for round in 0..3000_u32 {
        let who = Entity(round % 7);
        match round % 5 {
            0 | 1 => kernel.wake_after(who, Span(1_000_000 + u64::from(round))),
            2 | 3 => kernel.serve(who, resource, alone(1.0 + f64::from(round % 11))),
            _ => kernel.acquire(who, lock),
        }
        assert!(kernel.usage(resource).flows + kernel.waiting(lock) <= 7);
    }
    for number in 0..7 {
        kernel.cancel(Entity(number));
    }
    assert_eq!((kernel.usage(resource).flows, kernel.waiting(lock)), (0, 0));
    assert_eq!(kernel.next_time(), None);
}

#[test]
fn a_burst_at_one_instant_is_one_change_of_rates() {
    let mut kernel = Kernel::new();
    let resource = kernel.fair(1.0);
    kernel.serve(Entity(0), resource, alone(1.0));
    kernel.wake_after(Entity(1), Span::ZERO);
    assert_eq!(next(&mut kernel), Some(1));
    for number in 1..=999 {
        kernel.serve(Entity(number), resource, alone(1.0));
    }
    for number in 2..=999 {
        kernel.cancel(Entity(number));
    }
    assert_eq!(rest(kernel), [(0, Time::from_seconds(2.0)), (1, Time::from_seconds(2.0))]);
}

#[test]
fn what_lies_beyond_the_clock_never_happens() {
    let mut kernel = Kernel::new();
    let resource = kernel.fair(1.0);
    kernel.wake_after(Entity(0), Span(u64::MAX - 1));
    kernel.wake_after(Entity(1), Span(u64::MAX));
    kernel.serve(Entity(2), resource, alone(1e9));
    assert_eq!(next(&mut kernel), Some(0));
    assert_eq!(kernel.next_time(), None);
    kernel.wake_after(Entity(0), SECOND);
    assert_eq!(kernel.next(), None);
    assert_eq!(kernel.now(), Time(u64::MAX - 1));
    kernel.cancel(Entity(0));
    kernel.wake_after(Entity(0), Span::ZERO);
    assert_eq!(next(&mut kernel), Some(0));
}

#[test]
fn looking_ahead_moves_nothing() {
    let mut kernel = Kernel::new();
    kernel.wake_after(Entity(0), SECOND);
    assert_eq!(kernel.next_time(), Some(Time::from_seconds(1.0)));
    assert_eq!((kernel.now(), kernel.events()), (Time::ZERO, 0));
    assert_eq!(next(&mut kernel), Some(0));
    assert_eq!((kernel.now(), kernel.events()), (Time::from_seconds(1.0), 1));
}
