//! What people say about virtual machines and containers, and where it stops being true.

use std::collections::BTreeMap;

use strata::experiment::{Answer, ask};
use strata::scenario::claim::{CLAIMS, Claim, Fact, Hearing, Of, asked};

/// Answers of every machine that a claim needs, with one seed.
fn heard(claims: &[Claim], seed: u64) -> BTreeMap<Of, Answer> {
    let machines = claims.iter().flat_map(Claim::facts).flat_map(Fact::machines);
    let mut answers = BTreeMap::new();
    for of in machines {
        answers.entry(of).or_insert_with(|| {
            let (machine, question) = asked(of, Some(seed)).expect("presets run");
            ask(machine, question)
        });
    }
    answers
}

fn faults(seed: u64) -> Vec<String> {
    let answers = heard(CLAIMS, seed);
    let mut faults = Vec::new();
    for claim in CLAIMS {
        for fact in claim.facts() {
            let verdict = fact.check(|of| answers.get(&of));
            if !verdict.holds {
                let (number, values) = (claim.number, verdict.values);
                faults.push(format!("C{number}, seed {seed}: {fact:?} came to {values:?}"));
            }
        }
    }
    faults
}

#[test]
fn every_claim_holds_where_it_should_and_stops_where_it_should() {
    let faults: Vec<String> = [1, 2, 3].into_iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn all_claims_are_there_in_order_each_with_a_counter_condition() {
    let numbers: Vec<u8> = CLAIMS.iter().map(|claim| claim.number).collect();
    assert_eq!(numbers, (1..=22).collect::<Vec<u8>>());
    assert!(CLAIMS.iter().all(|claim| !claim.shows.is_empty() && !claim.stops.is_empty()));
}

#[test]
fn a_hearing_in_slices_gives_what_asking_at_once_gives() {
    let claims = &CLAIMS[..2];
    let at_once = heard(claims, 1);
    let mut hearing = Hearing::new(claims);
    let mut last = 0.0;
    while !hearing.advance(37) {
        assert!(hearing.fraction() >= last);
        last = hearing.fraction();
    }
    for (of, answer) in &at_once {
        assert_eq!(hearing.answer(*of), Some(answer), "{of:?}");
    }
}
