//! Mobility: who stands still in the film does so for as long as is answered.

use strata::catalog::{Way, mobility::ways};
use strata::experiment::Question;
use strata::experiment::answer::{self, Answer};
use strata::experiment::film::{Film, Life, Lot};
use strata::experiment::mobility::{Quantity, Setting, WorkingSet};
use strata::model::{Cached, Machine};

use super::{down, ever, every_platform, is_in_order, played};
use crate::experiment::{containers, virtual_machines};

fn setting(machine: &Machine, way: Option<Way>) -> Setting {
    Setting {
        way,
        link: 1.25e9,
        first_round: None,
        dirty_rate: None,
        working_set: WorkingSet::Usual,
        filled: true,
        cached: Cached::Nothing,
        move_disk: false,
        at_once: 3,
        start_first: false,
        prices: Box::new(machine.mobility().clone()),
    }
}

fn moved(machine: &Machine, setting: Setting) -> (Answer, Film) {
    let (answer, film) = played(machine, Question::Mobility(setting));
    (answer, film.expect("the machine can be"))
}

#[track_caller]
fn value(answer: &Answer, quantity: Quantity) -> f64 {
    answer.value(answer::Quantity::Mobility(quantity)).expect("the figure is told")
}

fn lots(life: &Life) -> Vec<(u8, Lot)> {
    life.stays.iter().map(|stay| (stay.host, stay.lot)).collect()
}

#[test]
fn whoever_moves_and_how_the_time_without_an_answer_is_that_of_the_answer() {
    for machine in every_platform() {
        for &way in ways(&machine.platform) {
            for (move_disk, start_first) in [(false, false), (true, false), (false, true)] {
                let about = format!("{} {way:?} {move_disk} {start_first}", machine.platform.id);
                let usual = setting(&machine, Some(way));
                let (answer, film) = moved(&machine, Setting { move_disk, start_first, ..usual });
                is_in_order(&film).unwrap_or_else(|wrong| panic!("{about}: {wrong}"));
                let count = f64::from(machine.instances);
                let expected = value(&answer, Quantity::DowntimeMean) * count;
                let shown = down(&film, machine.instances);
                assert!((shown - expected).abs() < 1e-6, "{about}: {shown} for {expected}");
                let total = value(&answer, Quantity::TotalTime);
                assert!((film.ended.as_seconds() - total).abs() < 1e-9, "{about}");
                let there = film.instances.iter().map(|life| life.at(film.ended));
                let up = there.filter(|stay| (stay.host, stay.lot) == (1, Lot::Up));
                assert_eq!(up.count(), machine.instances as usize, "{about}");
            }
        }
    }
}

#[test]
fn a_live_migration_leaves_nothing_behind_when_it_goes_on_elsewhere() {
    let machine = Machine { spread: true, ..virtual_machines() };
    for first_round in [None, Some(30e6)] {
        let usual = setting(&machine, Some(Way::Live));
        let setting = Setting { first_round, dirty_rate: Some(80e6), ..usual };
        let (answer, film) = moved(&machine, setting);
        for life in &film.instances {
            assert_eq!(
                lots(life)[life.stays.len() - 3..],
                [(0, Lot::Copied), (0, Lot::Still), (1, Lot::Up)]
            );
            let there = life.stays[life.stays.len() - 1].from;
            assert!((life.copied_at(there) - 1.0).abs() < 1e-12);
            let begins = life.copied.first().map(|point| point.1);
            assert_eq!(begins, Some(0.0));
        }
        // Every round ends with everything sent; and then it is seen what was written meanwhile.
        let full = |life: &Life| life.copied.iter().filter(|(_, part)| *part >= 1.0).count();
        let rounds = value(&answer, Quantity::Rounds);
        let mut counts: Vec<usize> = film.instances.iter().map(full).collect();
        counts.sort_unstable();
        assert!(counts[0] as f64 <= rounds + 1.0 && counts[counts.len() - 1] as f64 > rounds);
    }
}

#[test]
fn who_starts_first_at_the_target_runs_beside_the_old_one() {
    let machine = containers();
    let usual = setting(&machine, Some(Way::Restart));
    let (_, film) = moved(&machine, Setting { start_first: true, ..usual.clone() });
    let (old, new) = film.instances.split_at(12);
    for (old, new) in old.iter().zip(new) {
        assert_eq!(lots(old).last(), Some(&(0, Lot::Absent)));
        assert_eq!(lots(new), [(1, Lot::Absent), (1, Lot::Starting), (1, Lot::Up)]);
        let stops = old.stays.iter().find(|stay| stay.lot == Lot::Stopping).expect("it stops");
        assert_eq!(stops.from, new.stays[2].from, "when the new one answers");
    }
    let (_, film) = moved(&machine, usual);
    assert_eq!(film.instances.len(), 12);
    for life in &film.instances {
        assert!(!ever(life, Lot::Copied) && !ever(life, Lot::Still));
        let end = &lots(life)[life.stays.len() - 3..];
        assert_eq!(end[1..], [(1, Lot::Starting), (1, Lot::Up)]);
    }
}

#[test]
fn who_is_frozen_starts_on_the_other_host_while_it_does_not_answer() {
    let machine = containers();
    let (_, film) = moved(&machine, setting(&machine, Some(Way::Checkpoint)));
    for life in &film.instances {
        assert!(ever(life, Lot::Still) && ever(life, Lot::Starting));
        assert!((life.copied_at(film.ended) - 1.0).abs() < 1e-12);
    }
}
