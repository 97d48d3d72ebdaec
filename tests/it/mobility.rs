//! Moving instances: laws, exact small cases, and the directions of the claims.

use strata::experiment::answer::{self, Answer};
use strata::experiment::ask;
use strata::experiment::mobility::Quantity;
use strata::scenario::{Mode, Scenario, Side};

fn of(answer: &Answer, quantity: Quantity) -> f64 {
    answer.value(answer::Quantity::Mobility(quantity)).unwrap_or(f64::NAN)
}

#[test]
fn explore() {
    for platform in strata::catalog::platform::platforms() {
        let mut scenario = Scenario { mode: Mode::Mobility, instances: 4, ..Scenario::default() };
        scenario.sides[0].platform = platform.id.to_owned();
        if platform.id == "xen-lightvm" || platform.id.starts_with("unikernel") {
            scenario.image = "idle".to_owned();
        }
        for way in [None, Some(strata::catalog::Way::Restart), Some(strata::catalog::Way::Checkpoint), Some(strata::catalog::Way::StopAndCopy)] {
            scenario.mobility.way[0] = way;
            let machine = scenario.machine(Side::A);
            let Ok(machine) = machine else { println!("{} {:?}", platform.id, machine.err()); continue };
            let answer = ask(machine, scenario.question(Side::A));
            println!("{:24} {:?} total {:.2} down {:.3} bytes {:.1} mem {:.1} stor {:.1} rounds {} link {:.3} core {:.4} fault {:.4} kept {} {:?}", platform.id, way,
                of(&answer, Quantity::TotalTime), of(&answer, Quantity::Downtime), of(&answer, Quantity::BytesMoved)/1e6,
                of(&answer, Quantity::MemoryToMove)/1e6, of(&answer, Quantity::StorageMoved)/1e6, of(&answer, Quantity::Rounds),
                of(&answer, Quantity::LinkShare), of(&answer, Quantity::CoreShare), of(&answer, Quantity::FaultShare), of(&answer, Quantity::StateKept), answer.remarks);
            if way.is_none() { for cause in &answer.causes { println!("      {:?} {:.3}", cause.mechanism, cause.amount); } }
        }
    }
}
