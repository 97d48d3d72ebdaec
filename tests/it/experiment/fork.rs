//! Forks: a machine to which something is done on its way is the same machine until then.

use proptest::prelude::*;
use strata::experiment::trace::{digest_until, parting};
use strata::experiment::{Outcome, Report, Run, Snapshot, run};
use strata::model::{Change, Intervention, Launch, Machine};
use strata::units::{Bytes, Time};

use super::laws::any_machine;
use super::{machine, with_instances};

fn any_intervention() -> impl Strategy<Value = Intervention> {
    prop_oneof![
        (1_u32..40).prop_map(Intervention::Start),
        (1_u32..40).prop_map(Intervention::Stop),
        Just(Intervention::Cancel),
        (1_u32..64).prop_map(Intervention::Cores),
        (20_u32..8000).prop_map(Intervention::DiskSpeed),
        (10_u32..20_000).prop_map(Intervention::Link),
        (1_u32..80).prop_map(Intervention::Neighbour),
    ]
}

/// Filling is over when a limit is met, so nothing is done to it.
fn any_origin() -> impl Strategy<Value = Machine> {
    any_machine().prop_map(|mut any| {
        if matches!(any.launch, Launch::UntilLimit { .. }) {
            any.launch = Launch::Together;
        }
        any
    })
}

fn at(report: &Report, share: f64) -> Time {
    Time::from_seconds(report.ended.as_seconds() * share)
}

fn fork(origin: &Machine, changes: Vec<Change>) -> Machine {
    Machine { changes, ..origin.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_fork_is_its_origin_until_its_change(
        origin in any_origin(),
        share in 0.0_f64..1.0,
        what in any_intervention(),
    ) {
        let before = run(origin.clone());
        let change = Change { at: at(&before, share), what };
        let after = run(fork(&origin, vec![change]));
        if let Some(just_before) = change.at.0.checked_sub(1) {
            let just_before = Time(just_before);
            prop_assert_eq!(
                digest_until(&before, just_before),
                digest_until(&after, just_before)
            );
        }
        if let Some(parting) = parting(&before, &after) {
            // A bar that begins before may turn out to be a wait, which is known at its end.
            let bar = matches!(
                parting.event.what,
                strata::experiment::trace::Happening::Begins(_)
                    | strata::experiment::trace::Happening::Waits(_)
            );
            prop_assert!(bar || parting.event.at >= change.at, "{:?}", parting);
        }
    }

    #[test]
    fn the_books_balance_after_every_kind_of_change(
        origin in any_origin(),
        shares in prop::collection::vec((0.0_f64..1.2, any_intervention()), 1..4),
    ) {
        let before = run(origin.clone());
        let mut changes: Vec<Change> =
            shares.iter().map(|&(share, what)| Change { at: at(&before, share), what }).collect();
        changes.sort();
        let fork = fork(&origin, changes);
        let report = run(fork.clone());
        prop_assert_eq!(report.memory.resident() + report.memory.free(), report.memory.total);
        prop_assert_eq!(report.memory.swapped, report.disk.swapped);
        let mut held = vec![[0_i64; strata::model::OWNERS]; report.instances.len() + 1];
        let mut last = Time::ZERO;
        for change in &report.memory_changes {
            prop_assert!(change.time >= last, "the clock never goes back");
            last = change.time;
            let cell = &mut held[change.holder as usize][change.owner as usize];
            *cell += change.bytes;
            prop_assert!(*cell >= 0, "nobody gives what it does not hold");
        }
        for (number, one) in report.instances.iter().enumerate() {
            let gone = matches!(
                one.outcome,
                Outcome::Killed(_) | Outcome::Refused(_) | Outcome::Stopped(_)
            );
            prop_assert!(!gone || held[number].iter().all(|&bytes| bytes == 0));
            prop_assert!(one.outcome != Outcome::Starting, "every start ends");
        }
        let mut sliced = Run::new(fork);
        while !sliced.advance(7) {}
        prop_assert_eq!(sliced.report().digest, report.digest, "slices change nothing");
    }

    #[test]
    fn to_scrub_to_a_time_and_to_run_to_it_are_the_same(
        origin in any_origin(),
        shares in [0.0_f64..1.0, 0.0_f64..1.0],
        what in any_intervention(),
    ) {
        let whole = run(origin.clone());
        let change = Change { at: at(&whole, shares[0]), what };
        let fork = fork(&origin, vec![change]);
        let whole = run(fork.clone());
        let time = at(&whole, shares[1]);
        let mut part = Run::new(fork);
        part.advance_to(time);
        let part = part.report();
        prop_assert_eq!(digest_until(&part, time), digest_until(&whole, time));
        let (scrubbed, ran) = (Snapshot::of(&whole, time), Snapshot::of(&part, time));
        prop_assert_eq!(scrubbed.by_owner, ran.by_owner);
        prop_assert_eq!(scrubbed.memory, ran.memory);
        prop_assert_eq!(scrubbed.ready, ran.ready);
    }
}

fn twelve() -> Machine {
    with_instances(12, machine("docker", ""))
}

fn half_way(origin: &Machine, what: Intervention) -> (Report, Report, Time) {
    let before = run(origin.clone());
    let time = at(&before, 0.5);
    let after = run(fork(origin, vec![Change { at: time, what }]));
    (before, after, time)
}

#[test]
fn more_instances_are_begun_at_the_time_and_share_what_is_there() {
    let (before, after, time) = half_way(&twelve(), Intervention::Start(8));
    assert_eq!((before.ready(), after.ready()), (12, 20));
    assert!(after.instances[12..].iter().all(|one| one.launched == Some(time)));
    let parting = parting(&before, &after).expect("eight more");
    assert!(parting.second);
    assert_eq!((parting.event.at, parting.event.instance), (time, Some(12)));
}

#[test]
fn what_is_stopped_gives_everything_back() {
    let origin = twelve();
    let before = run(origin.clone());
    let change = Change { at: before.ended, what: Intervention::Stop(5) };
    let after = run(fork(&origin, vec![change]));
    assert_eq!(after.ready(), 7);
    assert!(after.memory.resident() < before.memory.resident());
    let end = Snapshot::of(&after, after.ended);
    assert_eq!(end.activities[11], strata::experiment::Activity::Stopped);
    assert_eq!(end.memory[11].iter().copied().sum::<Bytes>(), Bytes::ZERO);
}

#[test]
fn fewer_cores_make_the_rest_slower_and_more_make_it_no_slower() {
    let origin = with_instances(24, machine("qemu-kvm", "ubuntu"));
    let (before, fewer, _) = half_way(&origin, Intervention::Cores(1));
    assert!(fewer.ended > before.ended);
    let (before, more, _) = half_way(&origin, Intervention::Cores(64));
    assert!(more.ended <= before.ended);
}

#[test]
fn a_neighbour_takes_its_memory_and_the_parts_still_add_up() {
    let mut origin = with_instances(24, machine("qemu-kvm", "ubuntu"));
    origin.host.memory = Bytes::gib(16);
    let (before, after, time) = half_way(&origin, Intervention::Neighbour(8));
    let used = |report: &Report| Snapshot::of(report, time).by_owner.into_iter().sum::<Bytes>();
    assert!(used(&after) > used(&before));
    assert_eq!(after.memory.resident() + after.memory.free(), Bytes::gib(16));
}

#[test]
fn what_has_not_begun_is_not_begun_any_more() {
    let mut origin = twelve();
    origin.launch = Launch::InFlight(2);
    let (before, after, _) = half_way(&origin, Intervention::Cancel);
    assert_eq!(before.ready(), 12);
    assert!(after.instances.iter().any(|one| one.outcome == Outcome::NotStarted));
}
