//! Incidents: who falls, what is in the way, how long it takes until all is back.

use strata::catalog::{Family, Kernel, Os, guest, platforms};
use strata::experiment::answer::{Answer, Cell, Label, Mechanism};
use strata::experiment::incident::{self, Kind, Quantity, Setting};
use strata::experiment::{Question, answer, ask};
use strata::model::{Interface, Layer, Machine};

use crate::experiment::{containers, machine, virtual_machines, with_instances};

fn asked(machine: &Machine, layer: Layer, kind: Kind) -> Answer {
    ask(machine.clone(), Question::Incident(Setting { layer, kind }))
}

fn value(answer: &Answer, quantity: Quantity) -> f64 {
    answer.value(answer::Quantity::Incident(quantity)).expect("the figure is told")
}

/// Every platform with its usual guest, where nginx runs.
pub fn every_platform() -> Vec<Machine> {
    platforms()
        .iter()
        .map(|platform| machine(platform.id, platform.guests.first().unwrap_or(&"")))
        .filter(|machine| machine.check_compatibility().is_ok())
        .collect()
}

#[test]
fn print() {
    for machine in every_platform() {
        println!("== {}", machine.platform.id);
        for kind in [Kind::Crash, Kind::Takeover] {
            for layer in Layer::ALL {
                let answer = asked(&machine, layer, kind);
                let told: Vec<String> = answer
                    .figures
                    .iter()
                    .map(|f| format!("{}={:.4}", f.quantity.key(), f.value))
                    .collect();
                println!("{kind:?} {layer:?}: {}", told.join(" "));
            }
        }
        let answer = asked(&machine, Layer::Application, Kind::Takeover);
        for row in &answer.tables[0].rows {
            println!("   {:?} {:?}", row.label, row.cells);
        }
    }
}
