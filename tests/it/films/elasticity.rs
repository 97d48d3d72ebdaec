//! Elasticity: the instances of the film are the capacity of the answer.

use strata::experiment::Question;
use strata::experiment::answer::{self, Answer};
use strata::experiment::elasticity::{Pattern, Quantity, Setting};
use strata::experiment::film::{Film, Lot};
use strata::model::Machine;
use strata::units::Time;

use super::{agrees, answering, every_platform, is_in_order, played};
use crate::experiment::{containers, with_instances};

fn setting(pattern: Pattern) -> Setting {
    Setting { pattern, peak: 3.0, spike: 3.0, target: 0.6, warm: 2, duration: 300.0, capped: true }
}

fn moved(machine: &Machine, setting: Setting) -> (Answer, Film) {
    let (answer, film) = played(machine, Question::Elasticity(setting));
    (answer, film.expect("the machine can be"))
}

#[test]
fn capacity_is_what_the_instances_can_do_that_answer() {
    for mut machine in every_platform() {
        // So many cores that the instances bind and not the host.
        machine.host.cores = 4096;
        let (answer, film) = moved(&machine, setting(Pattern::Spike));
        is_in_order(&film).unwrap_or_else(|wrong| panic!("{wrong}"));
        let each = f64::from(machine.vcpus);
        agrees(&film, &answer, Quantity::Capacity.into(), each, machine.platform.id);
        let added = answer.value(answer::Quantity::Elasticity(Quantity::Added));
        let made = film.instances.iter().filter(|life| life.stays[0].lot == Lot::Absent);
        let waits = |life: &&_| super::ever(life, Lot::Waiting);
        assert_eq!(Some(made.filter(|life| !waits(life)).count() as f64), added);
    }
}

#[test]
fn nobody_comes_or_goes_where_demand_only_moves() {
    let (_, film) = moved(&with_instances(8, containers()), setting(Pattern::Rotating));
    assert_eq!(answering(&film, Time::ZERO), 8);
    assert!(film.instances.iter().all(|life| life.stays.len() == 1));
    assert!((film.ended.as_seconds() - 300.0).abs() < 1e-9);
}
