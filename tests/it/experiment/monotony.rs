//! More of what helps never hurts, whatever machine is asked about.

use proptest::prelude::*;
use strata::catalog::Clock;
use strata::experiment::{Outcome, Report, run};
use strata::model::{Launch, Machine};
use strata::units::{Bytes, Span};

use super::laws::any_machine;

/// How long each instance that became ready took from its launch.
fn starts(report: &Report) -> impl Iterator<Item = Span> {
    report.instances.iter().filter_map(|one| {
        let ready = one.clocks[Clock::Ready as usize]?;
        Some(ready.since(one.launched.expect("what is ready was launched")))
    })
}

/// The same machine with one instance and nothing by chance.
fn alone(machine: &Machine) -> Machine {
    Machine { instances: 1, launch: Launch::Together, spread: false, ..machine.clone() }
}

/// What equal starts may differ by: sums of the same numbers in another order.
const ROUNDING: Span = Span(1_000_000);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_start_alone_is_never_slower_than_in_a_storm(any in any_machine()) {
        let storm = Machine { launch: Launch::Together, spread: false, ..any };
        let Some(best) = starts(&run(alone(&storm))).next() else { return Ok(()) };
        for took in starts(&run(storm)) {
            prop_assert!(took + ROUNDING >= best, "{took:?} in a storm, {best:?} alone");
        }
    }

    #[test]
    fn a_faster_disk_never_slows_a_start(any in any_machine(), factor in 1.0_f64..50.0) {
        let slow = alone(&any);
        let mut fast = slow.clone();
        let disk = &mut fast.host.disk;
        for rate in [&mut disk.read, &mut disk.write, &mut disk.operations] {
            rate.typical *= factor;
        }
        disk.latency.typical /= factor;
        let (slow, fast) = (run(slow), run(fast));
        prop_assert_eq!(slow.ready(), fast.ready());
        for (before, after) in starts(&slow).zip(starts(&fast)) {
            prop_assert!(after <= before + ROUNDING, "{after:?} after {before:?}");
        }
    }

    #[test]
    fn more_memory_never_lowers_what_fits(any in any_machine(), more in 0_u64..64) {
        let launch = Launch::UntilLimit { goal: None };
        let small = Machine { launch, instances: 200, spread: false, ..any };
        let mut large = small.clone();
        large.host.memory += Bytes::gib(more);
        let fits = |machine| run(machine).density.map_or(0, |density| density.count);
        let (before, after) = (fits(small), fits(large));
        prop_assert!(after >= before, "{before} before, {after} with {more} GiB more");
    }

    #[test]
    fn merging_saves_what_it_shows_less_its_bookkeeping(any in any_machine()) {
        // Ample memory, so that nothing is taken back for another reason.
        let mut off = Machine { merging: None, launch: Launch::Together, ..any };
        off.host.memory = Bytes::gib(2048);
        let on = Machine {
            merging: off.platform.memory.mergeable.then_some(50_000.0),
            ..off.clone()
        };
        let (on, off) = (run(on).memory, run(off).memory);
        prop_assert_eq!(
            off.resident() + on.merging_bookkeeping,
            on.resident() + on.merged_saving
        );
    }

    #[test]
    fn an_instance_boots_exactly_once(any in any_machine()) {
        let report = run(any);
        for (number, one) in report.instances.iter().enumerate() {
            let lane = report.lane(u32::try_from(number).expect("few"));
            let mut phases: Vec<_> = lane.iter().map(|span| span.phase).collect();
            phases.dedup();
            let kernels =
                phases.iter().filter(|&&phase| phase == strata::catalog::Phase::Kernel).count();
            prop_assert!(kernels <= 1, "one kernel phase: {phases:?}");
            if one.outcome == Outcome::Ready {
                prop_assert!(one.clocks.iter().all(Option::is_some));
            }
        }
    }
}
