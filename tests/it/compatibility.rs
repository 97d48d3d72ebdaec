//! What runs on what.

use strata::experiment::answer::Answer;
use strata::experiment::compatibility::{Quantity, Setting};
use strata::experiment::{Question, answer, ask};
use strata::model::Machine;

use crate::experiment::machine;

fn asked(machine: &Machine) -> Answer {
    ask(machine.clone(), Question::Compatibility(Setting {}))
}

#[test]
fn print() {
    let mut m = machine("docker", "");
    m.host = strata::catalog::host("mac-laptop").unwrap().clone();
    let answer = asked(&m);
    for f in &answer.figures {
        println!("{} {}", f.quantity.key(), f.value);
    }
    println!("{:?} {:?}", answer.causes, answer.remarks);
    for row in &answer.tables[0].rows {
        println!(
            "{:?} {}",
            row.label,
            row.cells
                .iter()
                .map(|c| format!("{c:?}").replace("Mechanism(Compatibility(", "").replace("))", ""))
                .collect::<Vec<_>>()
                .join(" | ")
        );
    }
}
