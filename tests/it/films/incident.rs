//! Incidents: who falls in the film falls in the answer, and is back when it says.

use strata::experiment::Question;
use strata::experiment::answer::{self, Answer};
use strata::experiment::film::{Film, Lot};
use strata::experiment::incident::{Kind, Quantity, Setting};
use strata::model::{Layer, Machine};
use strata::units::Time;

use super::{agrees, answering, down, ever, every_platform, is_in_order, played};
use crate::experiment::{containers, virtual_machines, with_instances};

fn struck(machine: &Machine, layer: Layer, kind: Kind) -> (Answer, Film) {
    let (answer, film) = played(machine, Question::Incident(Setting { layer, kind }));
    (answer, film.expect("the machine can be"))
}

#[track_caller]
fn value(answer: &Answer, quantity: Quantity) -> f64 {
    answer.value(answer::Quantity::Incident(quantity)).expect("the figure is told")
}

#[test]
fn after_a_crash_as_many_are_up_and_down_as_is_answered() {
    for machine in every_platform() {
        for layer in Layer::ALL {
            let about = format!("{} {layer:?}", machine.platform.id);
            let (answer, film) = struck(&machine, layer, Kind::Crash);
            is_in_order(&film).unwrap_or_else(|wrong| panic!("{about}: {wrong}"));
            let lost = value(&answer, Quantity::Lost);
            let fallen = film.instances.iter().filter(|life| life.stays[0].lot == Lot::Fallen);
            assert!((fallen.count() as f64 - lost).abs() < 0.5, "{about}");
            assert!(lost <= 0.0 || film.struck == Some(layer), "{about}");
            let expected = value(&answer, Quantity::Downtime);
            assert!((down(&film, machine.instances) - expected).abs() < 1e-6, "{about}");
            if lost > 0.0 {
                agrees(&film, &answer, Quantity::Up.into(), 1.0, &about);
                let recovery = answer.value(answer::Quantity::Incident(Quantity::Recovery));
                let recovery = recovery.unwrap_or_else(|| panic!("{about}: not all are back"));
                assert!((film.ended.as_seconds() - recovery).abs() < 1e-9, "{about}");
            }
            let host = ever(&film.hosts[0], Lot::Fallen);
            assert_eq!(host, lost > 0.0 && ever(&film.hosts[0], Lot::Starting), "{about}");
        }
    }
}

#[test]
fn who_is_taken_over_is_held_for_ever_and_answers() {
    for machine in every_platform() {
        for layer in Layer::ALL {
            let (answer, film) = struck(&machine, layer, Kind::Takeover);
            let held = film.instances.iter().filter(|life| life.stays[0].lot == Lot::Held);
            let lost = value(&answer, Quantity::Lost);
            assert!((held.count() as f64 - lost).abs() < 0.5, "{layer:?}");
            assert_eq!(answering(&film, Time::ZERO), film.instances.len());
            assert_eq!(film.ended, Time::ZERO);
            if layer == Layer::HostKernel {
                assert!(ever(&film.hosts[0], Lot::Held), "who has the kernel has the host");
            }
        }
    }
}

#[test]
fn a_crash_of_the_host_s_kernel_takes_the_host_along_and_one_of_a_guest_s_does_not() {
    let (_, host) = struck(&containers(), Layer::Kernel, Kind::Crash);
    assert!(ever(&host.hosts[0], Lot::Fallen) && ever(&host.hosts[0], Lot::Starting));
    assert!(host.instances.iter().all(|life| ever(life, Lot::Fallen) && ever(life, Lot::Waiting)));
    let (_, guest) = struck(&virtual_machines(), Layer::Kernel, Kind::Crash);
    assert_eq!(guest.hosts[0].stays.len(), 1);
    assert!(ever(&guest.instances[0], Lot::Fallen));
    assert!(guest.instances[1..].iter().all(|life| life.stays.len() == 1));
}

#[test]
fn who_does_not_come_back_is_down_until_the_last_of_the_others_is_back() {
    let mut machine = with_instances(400, virtual_machines());
    machine.swap = strata::units::Bytes::ZERO;
    let (answer, film) = struck(&machine, Layer::HostKernel, Kind::Crash);
    let back = answering(&film, film.ended);
    assert!(back > 0 && back < 400, "{back} are back");
    agrees(&film, &answer, Quantity::Up.into(), 1.0, "the last");
    assert!((down(&film, 400) - value(&answer, Quantity::Downtime)).abs() < 1e-6);
}
