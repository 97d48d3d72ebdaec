//! Laws that hold whatever is asked: determinism, slices, checkpoints, monotony.

use proptest::prelude::*;
use strata::catalog::{Clock, platforms};
use strata::experiment::{Outcome, Report, Run, run};
use strata::model::{ImageState, Launch, Machine};
use strata::units::{Bytes, Span};

use super::{containers, every_kind, machine, virtual_machines, with_instances};

/// Any platform with its usual guest, few to many instances, memory from scarce to plenty.
pub fn any_machine() -> impl Strategy<Value = Machine> {
    let launch = prop_oneof![
        Just(Launch::Together),
        (0_u64..3000).prop_map(|each| Launch::Every(Span::milliseconds(each))),
        (1_u32..9).prop_map(Launch::Starters),
        (1_u32..9).prop_map(Launch::InFlight),
        Just(Launch::UntilLimit { goal: None }),
    ];
    let state =
        prop_oneof![Just(ImageState::Remote), Just(ImageState::OnDisk), Just(ImageState::InMemory)];
    (0..platforms().len(), 1_u32..70, 1_u64..64, launch, state, any::<[bool; 4]>(), 1_u32..32)
        .prop_map(|(which, instances, gib, launch, image_state, flags, cores)| {
            let platform = &platforms()[which];
            let guest = platform.guests.first().copied().unwrap_or_default();
            let mut any = with_instances(instances, machine(platform.id, guest));
            any.host.memory = Bytes::gib(gib);
            any.host.cores = cores;
            any.swap = if flags[0] { Bytes::gib(2) } else { Bytes::ZERO };
            any.merging = flags[1].then_some(20_000.0);
            any.watch = Span::seconds(30);
            any.balloon = flags[2];
            any.spread = flags[3];
            any.snapshot = flags[3] && flags[2];
            any.launch = launch;
            any.image_state = image_state;
            any
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_run_ends_and_its_books_balance(any in any_machine()) {
        let report = run(any);
        prop_assert_eq!(report.memory.resident() + report.memory.free(), report.memory.total);
        let mut held = vec![[0_i64; strata::model::OWNERS]; report.instances.len() + 1];
        let mut last = strata::units::Time::ZERO;
        for change in &report.memory_changes {
            prop_assert!(change.time >= last, "the clock never goes back");
            last = change.time;
            let cell = &mut held[change.holder as usize][change.owner as usize];
            *cell += change.bytes;
            prop_assert!(*cell >= 0, "nobody gives what it does not hold");
        }
        for (number, one) in report.instances.iter().enumerate() {
            let gone = matches!(one.outcome, Outcome::Killed(_) | Outcome::Refused(_));
            prop_assert!(!gone || held[number].iter().all(|&bytes| bytes == 0));
            let filled = report.density.is_some();
            prop_assert!(filled || one.outcome != Outcome::Starting, "every start ends");
        }
        prop_assert_eq!(report.memory.swapped, report.disk.swapped);
    }

    #[test]
    fn slices_and_checkpoints_change_nothing(any in any_machine(), slice in 1_u64..50) {
        let whole = run(any.clone());
        let mut sliced = Run::new(any);
        let mut copy = sliced.clone();
        let mut over = false;
        while !over {
            over = sliced.advance(slice);
            if sliced.progress().events < 40 {
                copy = sliced.clone();
            }
        }
        while !copy.advance(u64::MAX) {}
        prop_assert_eq!(&sliced.report(), &whole);
        prop_assert_eq!(copy.report().digest, whole.digest);
    }

    #[test]
    fn an_instance_becomes_ready_once_and_its_bars_do_not_overlap(any in any_machine()) {
        let report = run(any);
        for number in 0..report.host_holder() {
            let lane = report.lane(number);
            prop_assert!(lane.iter().all(|span| span.instance == number && span.begin < span.end));
            prop_assert!(lane.windows(2).all(|pair| pair[0].end <= pair[1].begin));
            prop_assert!(lane.iter().all(|span| span.waited <= span.end.since(span.begin)));
        }
    }
}

fn last_ready(report: &Report) -> f64 {
    let times = report.instances.iter().filter_map(|one| one.clocks[Clock::Ready as usize]);
    times.max().expect("somebody became ready").as_seconds()
}

#[test]
fn equal_machines_give_equal_runs_and_the_seed_makes_the_difference() {
    let spread = Machine { spread: true, ..virtual_machines() };
    assert_eq!(run(spread.clone()), run(spread.clone()));
    assert_ne!(run(spread.clone()).digest, run(Machine { seed: 2, ..spread }).digest);
}

#[test]
fn alone_is_never_slower_than_in_company() {
    for which in every_kind() {
        let mut before = 0.0;
        for instances in [1, 2, 8, 24, 64] {
            let last = last_ready(&run(with_instances(instances, which.clone())));
            assert!(last >= before, "{} of {}: {last} s", instances, which.platform.id);
            before = last;
        }
    }
}

#[test]
fn a_faster_disk_and_more_cores_never_slow_a_start() {
    for which in [containers(), virtual_machines()] {
        let cold = Machine { image_state: ImageState::OnDisk, ..which };
        let mut most = f64::INFINITY;
        for factor in [0.1, 0.5, 1.0, 4.0] {
            let mut host = cold.clone();
            let disk = &mut host.host.disk;
            for rate in [&mut disk.read, &mut disk.write, &mut disk.operations] {
                rate.typical *= factor;
            }
            let last = last_ready(&run(host));
            assert!(last <= most + 1e-9, "{}: {last} after {most}", cold.platform.id);
            most = last;
        }
        let mut most = f64::INFINITY;
        for cores in [1, 2, 4, 16, 64] {
            let mut host = cold.clone();
            host.host.cores = cores;
            let last = last_ready(&run(host));
            assert!(last <= most + 1e-9, "{} on {cores} cores: {last}", cold.platform.id);
            most = last;
        }
    }
}
