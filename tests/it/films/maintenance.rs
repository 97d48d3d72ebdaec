//! Maintenance: the waves of the film are those of the answer.

use strata::experiment::Question;
use strata::experiment::answer::{self, Answer};
use strata::experiment::film::{Film, Lot};
use strata::experiment::maintenance::{Fix, HostWay, Quantity, Setting, Way};
use strata::model::Machine;
use strata::units::Span;

use super::{agrees, answering, down, ever, every_platform, is_in_order, played};
use crate::experiment::{containers, machine, virtual_machines, with_instances};

const FIXES: [Fix; 5] = [Fix::Kernel, Fix::HostKernel, Fix::EveryKernel, Fix::Library, Fix::Vmm];

fn usual(fix: Fix) -> Setting {
    let labour = Span::seconds(60);
    Setting { fix, way: Way::InPlace, host: HostWay::Reboot, at_once: 5, labour }
}

fn mended(machine: &Machine, setting: Setting) -> (Answer, Option<Film>) {
    played(machine, Question::Maintenance(setting))
}

#[track_caller]
fn value(answer: &Answer, quantity: Quantity) -> f64 {
    answer.value(answer::Quantity::Maintenance(quantity)).expect("the figure is told")
}

fn every_setting() -> Vec<Setting> {
    let mut all = Vec::new();
    for fix in FIXES {
        for way in [Way::InPlace, Way::Replace] {
            for host in [HostWay::Reboot, HostWay::Drain] {
                all.push(Setting { way, host, ..usual(fix) });
            }
        }
    }
    all
}

#[test]
fn as_many_are_up_and_down_as_is_answered_whatever_is_fixed_and_how() {
    for machine in every_platform() {
        for setting in every_setting() {
            let about = format!("{} {setting:?}", machine.platform.id);
            let (answer, film) = mended(&machine, setting);
            let Some(film) = film else {
                assert!(value(&answer, Quantity::Total) < 1e-9, "{about}: it is no story");
                continue;
            };
            is_in_order(&film).unwrap_or_else(|wrong| panic!("{about}: {wrong}"));
            agrees(&film, &answer, Quantity::Up.into(), 1.0, &about);
            assert!((film.ended.as_seconds() - value(&answer, Quantity::Total)).abs() < 1e-6);
            if value(&answer, Quantity::Failed) < 0.5 {
                let expected = value(&answer, Quantity::Downtime);
                let shown = down(&film, machine.instances);
                assert!((shown - expected).abs() < 1e-6, "{about}: {shown} for {expected}");
            }
        }
    }
}

#[test]
fn nobody_runs_what_is_flawed_when_all_is_done() {
    for machine in every_platform() {
        for setting in every_setting() {
            let (answer, Some(film)) = mended(&machine, setting) else { continue };
            let flawed =
                |life: &&_| strata::experiment::film::Life::at(life, film.ended).lot == Lot::Flawed;
            let left = film.instances.iter().filter(flawed).count() as f64;
            assert!(
                left <= value(&answer, Quantity::Failed),
                "{} {setting:?}",
                machine.platform.id
            );
            assert!(film.hosts.iter().all(|host| host.at(film.ended).lot == Lot::Up));
        }
    }
}

#[test]
fn who_is_made_anew_runs_beside_the_old_one_and_only_then_that_stops() {
    let setting = Setting { way: Way::Replace, ..usual(Fix::Library) };
    let (_, film) = mended(&containers(), setting);
    let film = film.expect("it is done");
    assert_eq!(film.instances.len(), 24);
    let (old, new) = film.instances.split_at(12);
    for (old, new) in old.iter().zip(new) {
        let lots = |life: &strata::experiment::film::Life| -> Vec<Lot> {
            life.stays.iter().map(|stay| stay.lot).collect()
        };
        assert_eq!(lots(old), [Lot::Flawed, Lot::Stopping, Lot::Absent]);
        assert_eq!(lots(new), [Lot::Absent, Lot::Starting, Lot::Up]);
        assert_eq!(old.stays[1].from, new.stays[2].from);
    }
}

#[test]
fn who_is_drained_goes_to_the_second_host_with_all_of_its_memory_while_the_first_boots() {
    let setting = Setting { host: HostWay::Drain, ..usual(Fix::HostKernel) };
    let (_, film) = mended(&virtual_machines(), setting);
    let film = film.expect("it is done");
    assert_eq!((film.hosts.len(), film.instances.len()), (2, 12));
    let boots = film.hosts[0].stays.iter().find(|stay| stay.lot == Lot::Starting);
    let boots = boots.expect("the host boots").from;
    for life in &film.instances {
        assert!(ever(life, Lot::Copied) && ever(life, Lot::Still));
        let there = life.stays.iter().find(|stay| stay.host == 1).expect("it moves");
        assert_eq!(there.lot, Lot::Up);
        assert!((life.copied_at(there.from) - 1.0).abs() < 1e-9, "nothing is missing");
        assert!(there.from <= boots, "the host boots when nobody is on it any more");
    }
}

#[test]
fn each_is_back_at_its_own_time() {
    let mut machine = with_instances(12, machine("qemu-kvm", "ubuntu"));
    machine.spread = true;
    let (_, film) = mended(&machine, Setting { at_once: 12, ..usual(Fix::HostKernel) });
    let film = film.expect("it is done");
    let mut backs: Vec<_> = film.instances.iter().map(|life| life.stays.last()).collect();
    backs.sort_unstable_by_key(|stay| stay.map(|stay| stay.from));
    backs.dedup();
    assert!(backs.len() > 6, "{} times", backs.len());
}

#[test]
fn who_did_not_come_back_does_not_go_down_again_in_a_later_stage() {
    let mut machine = with_instances(400, virtual_machines());
    machine.swap = strata::units::Bytes::ZERO;
    for host in [HostWay::Reboot, HostWay::Drain] {
        let setting = Setting { host, at_once: 400, ..usual(Fix::EveryKernel) };
        let (answer, film) = mended(&machine, setting);
        let film = film.expect("it is done");
        let back = answering(&film, film.ended);
        assert!(back > 0 && back < 400, "{back} are back");
        agrees(&film, &answer, Quantity::Up.into(), 1.0, &format!("{host:?}"));
        let failed = value(&answer, Quantity::Failed);
        assert!((failed - (400 - back) as f64).abs() < 0.5, "{host:?}");
    }
}
