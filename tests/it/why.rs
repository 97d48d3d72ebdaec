//! Why a number is what it is: every number that is shown has an explanation that adds up.

use strata::experiment::answer::Quantity;
use strata::experiment::explain::displayed as shown_by;
use strata::experiment::explain::{
    Displayed, Explanation, Name, Rule, explain_answer, explain_start,
};
use strata::experiment::{Job, Run, start};
use strata::scenario::why::{Inquiry, explain};
use strata::scenario::{PRESETS, Scenario, Side};
use strata::units::Time;

/// The parts add up, and the formula gives the number.
fn check(of: &Explanation, told: &str) {
    let close = |one: f64, other: f64| (one - other).abs() <= 1e-9 * other.abs().max(1e-9);
    let sum: f64 = of.parts.iter().map(|part| part.value).sum();
    assert!(of.parts.is_empty() || close(sum, of.value), "{told}: {sum} of {of:?}");
    assert!(of.value == 0.0 || !of.parts.is_empty(), "{told}: {of:?}");
    let term = |at: usize| of.terms[at].value;
    match of.rule {
        Rule::Quotient => assert!(close(term(0) / term(1), of.value), "{told}: {of:?}"),
        Rule::WholeQuotient => {
            assert!(close((term(0) / term(1)).floor(), of.value), "{told}: {of:?}");
        }
        Rule::WholeShare => {
            let whole = ((term(0) - term(1)) / term(2)).max(0.0).floor();
            assert!(close(whole, of.value), "{told}: {of:?}");
        }
        Rule::Difference => {
            assert!(close((term(0) - term(1)).max(0.0), of.value), "{told}: {of:?}");
        }
        Rule::Product => {
            let product: f64 = of.terms.iter().map(|term| term.value).product();
            assert!(close(product, of.value), "{told}: {of:?}");
        }
        Rule::Sum | Rule::Ranked { .. } | Rule::Observed => {}
    }
}

#[test]
fn every_number_that_is_shown_is_explained_for_every_preset() {
    for row in PRESETS {
        let mut scenario = row.scenario();
        scenario.fill_most = scenario.fill_most.min(300);
        for side in Side::BOTH {
            let Ok(machine) = scenario.machine(side) else { continue };
            let told = format!("{:?} {side:?}", row.id);
            if !scenario.mode.is_start() {
                let mut job = Job::new(machine.clone(), scenario.question(side));
                while !job.advance(1_000_000) {}
                let answer = job.answer();
                for figure in &answer.figures {
                    let of = explain_answer(&machine, &answer, figure.quantity)
                        .unwrap_or_else(|| panic!("{told}: {figure:?} has no explanation"));
                    assert_eq!(of.value.to_bits(), figure.value.to_bits(), "{told}: {figure:?}");
                    check(&of, &told);
                }
                continue;
            }
            let mut run = Run::new(machine.clone());
            while !run.advance(1_000_000) {}
            let report = run.report();
            let answer = start::answer(&machine, &report);
            for of in shown_by(&machine, &report) {
                let one = explain_start(&machine, &report, of, Time::NEVER)
                    .unwrap_or_else(|| panic!("{told}: {of:?} has no explanation"));
                if let Displayed::Figure(quantity) = of {
                    assert_eq!(answer.value(quantity), Some(one.value), "{told}: {quantity:?}");
                }
                check(&one, &told);
            }
        }
    }
}

#[test]
fn the_rest_of_a_start_is_nothing() {
    for row in PRESETS.iter().filter(|row| row.scenario().mode.is_start()).take(12) {
        let mut scenario = row.scenario();
        scenario.fill_most = scenario.fill_most.min(100);
        for side in Side::BOTH {
            let Ok(machine) = scenario.machine(side) else { continue };
            let mut run = Run::new(machine.clone());
            while !run.advance(1_000_000) {}
            let report = run.report();
            for of in shown_by(&machine, &report) {
                let time = matches!(of, Displayed::Ready(_) | Displayed::Phase(..));
                let Some(one) = explain_start(&machine, &report, of, Time::NEVER).filter(|_| time)
                else {
                    continue;
                };
                let rest = one.parts.iter().find(|part| part.name == Name::Rest);
                assert!(rest.is_none(), "{:?} {side:?}: {one:?}", row.id);
            }
        }
    }
}

#[test]
fn the_constants_behind_a_number_are_found_by_asking_again() {
    let scenario = Scenario { instances: 4, ..Scenario::default() };
    let of = Displayed::Figure(Quantity::Start(start::Quantity::ReadyMedian));
    let mut inquiry = Inquiry::new(&scenario, Side::A, of, Time::NEVER).expect("it is shown");
    while !inquiry.advance(100_000) {}
    let found: Vec<&str> = inquiry.found().iter().map(|of| of.constant.path.as_str()).collect();
    assert!(found.contains(&"host.server.speed"), "{found:?}");
    assert!(found.iter().any(|path| path.starts_with("guest.")), "{found:?}");
    assert!(!found.iter().any(|path| path.contains("docker")), "{found:?}");
    let speed = inquiry.found().iter().find(|of| of.constant.path == "host.server.speed");
    assert!(speed.is_some_and(|of| of.effect < 0.0), "a quicker host starts sooner");
    assert!(explain(&scenario, Side::A, Displayed::Room, Time::NEVER).is_some());
}
