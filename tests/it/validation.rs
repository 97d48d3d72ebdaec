//! The model held against the world: every row simulated, printed, and compared.

use strata::experiment::validate::{Check, Validation, row_ids};
use strata::text::{Locale, evidence};

fn all(mut validation: Validation) -> Vec<Check> {
    while !validation.advance(1) {}
    validation.result().to_vec()
}

fn line(check: &Check) -> String {
    format!(
        "{:4} {:46} {:>10.1} {:9} {:8} {:>10.1} {:>+7.0} %  {:8} {}",
        check.row,
        check.what,
        check.expected,
        check.unit,
        evidence::tolerance(check.tolerance, Locale::English),
        check.simulated,
        check.error() * 100.0,
        check.source,
        if check.passes() { "pass" } else { "MISS" },
    )
}

#[test]
fn published_results_come_out_of_component_constants() {
    let checks = all(Validation::new(&[]));
    println!("row  what{:44} expected unit      within    simulated    error  source", "");
    for check in &checks {
        println!("{}", line(check));
    }
    for check in &checks {
        let told = format!("{} {}", check.row, check.what);
        // Which mechanism is lacking stands in `src/experiment/validate/lacking.rs`.
        match check.lacking() {
            None => assert!(check.passes(), "{told} misses, and nothing says why"),
            Some(_) => assert!(!check.passes(), "{told} passes: nothing is lacking any more"),
        }
    }
}

#[test]
fn a_validation_of_some_rows_tells_those_and_no_others() {
    let some = all(Validation::new(&["V2", "V8"]));
    assert!(some.iter().all(|check| ["V2", "V8"].contains(&check.row)));
    assert_eq!(some.iter().filter(|check| check.row == "V8").count(), 1);
    assert_eq!(all(Validation::new(&["V0"])), []);
    assert!(row_ids().contains(&"V14"));
}
