//! The engine against the reference simulator, on generated job files.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

use num_rational::BigRational;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use strata::units::Time;

use super::reference::{Case, Clock, PARTS, Resource, Step, simulate};
use super::{file, run};

const FAIR: usize = 2;
const FIFO: usize = 2;

fn number(parts: i64) -> String {
    format!("{}", parts as f64 / PARTS as f64)
}

/// The case as a job file: what the engine is given.
fn to_json(case: &Case) -> String {
    let mut resources = Vec::new();
    for (index, resource) in case.resources.iter().enumerate() {
        resources.push(match resource {
            Resource::Fair(capacity) => format!(
                r#"{{"name":"r{index}","kind":"fair","capacity_per_s":{}}}"#,
                number(*capacity)
            ),
            Resource::Fifo => format!(r#"{{"name":"r{index}","kind":"fifo"}}"#),
        });
    }
    let step = |step: &Step| match step {
        Step::Delay(span) => format!(r#"{{"delay_s":{}}}"#, number(*span)),
        Step::Use { resource, amount, cap, weight } => {
            let mut text = format!(r#"{{"use":"r{resource}","amount":{}"#, number(*amount));
            if let Some(cap) = cap {
                write!(text, r#","cap_per_s":{}"#, number(*cap)).expect("a string takes all");
            }
            text + &format!(r#","weight":{weight}}}"#)
        }
        Step::Hold { resource, span } => {
            format!(r#"{{"hold":"r{resource}","for_s":{}}}"#, number(*span))
        }
    };
    let jobs = case.jobs.iter().map(|(arrives, steps)| {
        let steps: Vec<_> = steps.iter().map(step).collect();
        format!(r#"{{"arrives_s":{},"steps":[{}]}}"#, number(*arrives), steps.join(","))
    });
    let jobs: Vec<_> = jobs.collect();
    format!(r#"{{"resources":[{}],"jobs":[{}]}}"#, resources.join(","), jobs.join(","))
}

fn run_engine(case: &Case) -> Vec<Time> {
    let file = file::parse(to_json(case).as_bytes()).expect("the case is a good job file");
    run::run(&file).expect("all jobs end").ends
}

fn a_fair_step() -> impl Strategy<Value = Step> {
    let cap = proptest::option::of(1..=8_i64);
    (0..FAIR, 0..=12_i64, cap, 1..=5_i64).prop_map(|(resource, amount, cap, weight)| Step::Use {
        resource,
        amount,
        cap,
        weight,
    })
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => (0..=4_i64).prop_map(Step::Delay),
        5 => a_fair_step(),
        2 => (0..FIFO, 0..=3_i64)
            .prop_map(|(resource, span)| Step::Hold { resource: FAIR + resource, span }),
    ]
}

fn a_case(
    step: impl Strategy<Value = Step>,
    jobs: RangeInclusive<usize>,
    steps: RangeInclusive<usize>,
) -> impl Strategy<Value = Case> {
    let job = (0..=6_i64, proptest::collection::vec(step, steps));
    let capacities = proptest::collection::vec(1..=16_i64, FAIR);
    (capacities, proptest::collection::vec(job, jobs)).prop_map(|(capacities, jobs)| {
        let fair = capacities.into_iter().map(Resource::Fair);
        let fifo = std::iter::repeat_n(Resource::Fifo, FIFO);
        Case { resources: fair.chain(fifo).collect(), jobs }
    })
}

fn to_f64(exact: &BigRational) -> f64 {
    let thousandths = (exact * BigRational::from_integer(1_000_000_000_000_000_i64.into())).round();
    thousandths.to_integer().to_string().parse::<f64>().expect("a whole number") / 1e15
}

fn deviation(ends: &[Time], exact: &[Vec<BigRational>]) -> f64 {
    let exact: Vec<f64> = exact.iter().flatten().map(to_f64).collect();
    assert_eq!(ends.len(), exact.len());
    let relative = |(end, exact): (&Time, &f64)| {
        (end.as_seconds() - exact).abs() / exact.max(f64::MIN_POSITIVE)
    };
    ends.iter().zip(&exact).map(relative).fold(0.0, f64::max)
}

proptest! {
    #![proptest_config(ProptestConfig {
        // Fixed, since an end at half a picosecond exactly may be rounded to either side, and a
        // lock could depend on it.
        rng_seed: RngSeed::Fixed(2),
        ..ProptestConfig::with_cases(200)
    })]

    /// Without locks the end times are continuous in all that precedes, so they can be compared
    /// with those of a clock without grain.
    #[test]
    fn shared_resources_agree_with_exact_fractions(case in a_case(a_fair_step(), 1..=16, 0..=5)) {
        let deviation = deviation(&run_engine(&case), &simulate(&case, Clock::Exact));
        prop_assert!(deviation < 1e-9, "{deviation:e}");
    }

    /// Who asks for a lock first may depend on a picosecond, so here the reference has the
    /// engine's grain.
    #[test]
    fn locks_delays_and_sharing_agree_with_exact_fractions(case in a_case(any_step(), 1..=16, 0..=5)) {
        let deviation = deviation(&run_engine(&case), &simulate(&case, Clock::Picoseconds));
        prop_assert!(deviation < 1e-9, "{deviation:e}");
    }

    /// A burst: everything asks for everything at once, in few kinds, so that ends tie.
    #[test]
    fn bursts_of_equal_jobs_agree_with_exact_fractions(
        step in a_fair_step(), other in a_fair_step(), count in 1..=24_usize, capacity in 1..=9_i64,
    ) {
        let resources = vec![Resource::Fair(capacity), Resource::Fair(3)];
        let steps = |index: usize| match index % 3 {
            0 => vec![step.clone(), other.clone()],
            1 => vec![step.clone(), step.clone()],
            _ => vec![other.clone()],
        };
        let case = Case { resources, jobs: (0..count).map(|index| (0, steps(index))).collect() };
        let deviation = deviation(&run_engine(&case), &simulate(&case, Clock::Exact));
        prop_assert!(deviation < 1e-9, "{deviation:e}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(3), ..ProptestConfig::with_cases(3) })]

    /// Enough of everything that clocks are set back, kinds of flows come and go, and tables grow.
    #[test]
    fn long_and_crowded_runs_agree_with_exact_fractions(
        case in a_case(any_step(), 40..=70, 8..=12),
    ) {
        let deviation = deviation(&run_engine(&case), &simulate(&case, Clock::Picoseconds));
        prop_assert!(deviation < 1e-9, "{deviation:e}");
    }
}
