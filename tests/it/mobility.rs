//! Moving instances: laws, exact small cases, and the directions of the claims.

#![expect(clippy::float_cmp, reason = "bytes and counts are whole numbers, and exact")]

use proptest::prelude::*;
use strata::catalog::{MOBILITY, Os, Way, hosts, mobility::ways, platforms};
use strata::experiment::answer::{self, Answer, Cell, Table};
use strata::experiment::mobility::{Mechanism, Quantity, Setting, WorkingSet};
use strata::experiment::{Job, Question, ask};
use strata::model::{Cached, Machine, Writes};
use strata::scenario::{Mode, Scenario, Side, preset};
use strata::units::Bytes;

use crate::ask::any_scenario;

const GIGABIT: f64 = 125e6;

/// One machine of a kind, without chance.
fn machine(platform: &str, instances: u64) -> Machine {
    let mut scenario = Scenario { mode: Mode::Mobility, instances, ..Scenario::default() };
    platform.clone_into(&mut scenario.sides[0].platform);
    if matches!(platform, "xen-lightvm") || platform.starts_with("unikernel") {
        "idle".clone_into(&mut scenario.image);
    }
    let mut machine = scenario.machine(Side::A).expect("it runs");
    machine.spread = false;
    machine
}

/// Shared storage, everything at the target, no fixed cost, no work for the copying thread.
fn setting(way: Option<Way>) -> Setting {
    let mut prices = Box::new(MOBILITY.clone());
    prices.copy_each_megabyte.typical = 1e-9;
    Setting {
        way,
        link: GIGABIT,
        first_round: None,
        dirty_rate: Some(0.0),
        working_set: WorkingSet::Unbounded,
        filled: true,
        cached: Cached::All,
        move_disk: false,
        at_once: 1,
        start_first: false,
        prices,
    }
}

fn moved(machine: &Machine, setting: &Setting) -> Answer {
    ask(machine.clone(), Question::Mobility(setting.clone()))
}

fn of(answer: &Answer, quantity: Quantity) -> f64 {
    answer.value(answer::Quantity::Mobility(quantity)).expect("it is told")
}

fn says(answer: &Answer, mechanism: Mechanism) -> bool {
    answer.remarks.contains(&answer::Mechanism::Mobility(mechanism))
}

fn table(answer: &Answer, title: Mechanism) -> &Table {
    let title = answer::Mechanism::Mobility(title);
    answer.tables.iter().find(|table| table.title == title).expect("the table is there")
}

fn column(table: &Table, place: usize) -> Vec<f64> {
    let value = |cell: &Cell| match cell {
        Cell::Value(value) => *value,
        other => panic!("{other:?} is no number"),
    };
    table.rows.iter().map(|row| value(&row.cells[place])).collect()
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}

#[test]
fn rounds_of_a_steady_writer_form_a_geometric_series() {
    let machine = machine("qemu-kvm", 1);
    let memory = machine.memory_to_move(true).as_f64();
    for ratio in [0.1_f64, 0.25, 0.5, 0.7] {
        let mut setting = setting(Some(Way::Live));
        setting.dirty_rate = Some(ratio * GIGABIT);
        let answer = moved(&machine, &setting);
        let rounds = table(&answer, Mechanism::TableRounds);
        let sent = column(rounds, 0);
        let count = sent.len();
        assert!(count > 1, "{ratio}");
        let mut term = memory;
        for (round, &sent) in sent.iter().enumerate() {
            assert!(close(sent, term), "ratio {ratio}, round {round}: {sent} against {term}");
            term *= ratio;
        }
        // M/b · (1 − r^n)/(1 − r), then the rest r^n·M and the fixed stop.
        let power = (0..count).fold(1.0, |power, _| power * ratio);
        let copying = memory / GIGABIT * (1.0 - power) / (1.0 - ratio);
        let rest = memory * power / GIGABIT;
        let fixed = setting.prices.stop_fixed.seconds();
        assert!(close(of(&answer, Quantity::TotalTime), copying + rest + fixed), "{ratio}");
        assert!(close(of(&answer, Quantity::Downtime), rest + fixed), "{ratio}");
        let target = setting.prices.downtime_target.seconds();
        assert!(rest <= target && rest / ratio > target, "it stops as soon as it may");
        assert!(!says(&answer, Mechanism::NotConverged));
    }
}

#[test]
fn a_machine_that_writes_nothing_is_copied_once_and_stops_for_the_fixed_cost() {
    let machine = machine("qemu-kvm", 1);
    let answer = moved(&machine, &setting(Some(Way::Live)));
    let memory = machine.memory_to_move(true).as_f64();
    assert!(close(of(&answer, Quantity::BytesMoved), memory));
    assert!(close(of(&answer, Quantity::Downtime), MOBILITY.stop_fixed.seconds()));
    assert_eq!(of(&answer, Quantity::Rounds), 1.0);
}

#[test]
fn rounds_do_not_end_by_themselves_where_writing_outruns_the_link_on_much_memory() {
    let machine = machine("qemu-kvm", 1);
    let target = MOBILITY.downtime_target.seconds();
    for (ratio, set, converges) in [
        (0.5, WorkingSet::Unbounded, true),
        (1.0, WorkingSet::Unbounded, false),
        (4.0, WorkingSet::Unbounded, false),
        (0.5, WorkingSet::Of(Bytes::gib(1)), true),
        (4.0, WorkingSet::Of(Bytes::gib(1)), false),
        // What is written to again and again is small enough to be sent in one stop.
        (4.0, WorkingSet::Of(Bytes::from_f64(0.9 * target * GIGABIT)), true),
        (4.0, WorkingSet::Of(Bytes::from_f64(1.2 * target * GIGABIT)), false),
    ] {
        let mut setting = setting(Some(Way::Live));
        setting.dirty_rate = Some(ratio * GIGABIT);
        setting.working_set = set;
        let answer = moved(&machine, &setting);
        assert_eq!(!says(&answer, Mechanism::NotConverged), converges, "{ratio} {set:?}");
        let fixed = setting.prices.stop_fixed.seconds();
        let within = of(&answer, Quantity::Downtime) <= target + fixed + 1e-9;
        assert_eq!(within, converges, "{ratio} {set:?}");
    }
}

#[test]
fn no_round_after_the_first_sends_more_than_is_written_to() {
    let machine = machine("qemu-kvm", 1);
    let set = Bytes::mib(256);
    let mut setting = setting(Some(Way::Live));
    setting.dirty_rate = Some(3.0 * GIGABIT);
    setting.working_set = WorkingSet::Of(set);
    let answer = moved(&machine, &setting);
    let rounds = column(table(&answer, Mechanism::TableRounds), 0);
    assert!(rounds.len() > 1 && rounds[1..].iter().all(|&sent| sent <= set.as_f64()));
}

#[test]
fn a_held_back_first_round_follows_the_pace_of_writing() {
    let machine = machine("xen-pv", 1);
    let mut setting = setting(Some(Way::Live));
    setting.first_round = Some(GIGABIT / 10.0);
    setting.dirty_rate = Some(GIGABIT);
    setting.working_set = WorkingSet::Of(Bytes::mib(16));
    let answer = moved(&machine, &setting);
    let pace = column(table(&answer, Mechanism::TableRounds), 2);
    assert!(close(pace[0], GIGABIT / 10.0));
    assert!(pace[1..].windows(2).all(|pair| pair[0] <= pair[1] * (1.0 + 1e-9)), "{pace:?}");
    assert!(pace.iter().all(|&pace| pace <= GIGABIT * setting.prices.rate_most.typical));
    assert!(says(&answer, Mechanism::BoundByLimit));
}

#[test]
fn two_at_once_take_half_of_the_link_each_and_as_long_together() {
    let machine = machine("qemu-kvm", 2);
    let one_by_one = moved(&machine, &setting(Some(Way::Live)));
    let together = moved(&machine, &Setting { at_once: 2, ..setting(Some(Way::Live)) });
    let rate = |answer: &Answer| column(table(answer, Mechanism::TableRounds), 2)[0];
    assert!(close(rate(&one_by_one), GIGABIT) && close(rate(&together), GIGABIT / 2.0));
    let fixed = MOBILITY.stop_fixed.seconds();
    let [alone, both] = [&one_by_one, &together].map(|answer| of(answer, Quantity::TotalTime));
    assert!(close(alone - 2.0 * fixed, both - fixed), "{alone} {both}");
}

#[test]
fn stop_and_copy_is_down_for_all_of_it() {
    let machine = machine("firecracker", 1);
    let answer = moved(&machine, &setting(None));
    assert!(says(&answer, Mechanism::WayStopAndCopy), "there is no live migration");
    let memory = machine.memory_to_move(true).as_f64();
    let disk = &machine.host.disk;
    let expected = memory / disk.write.per_second()
        + memory / GIGABIT
        + memory / disk.read.per_second()
        + MOBILITY.stop_fixed.seconds();
    assert!(close(of(&answer, Quantity::Downtime), expected));
    assert!(close(of(&answer, Quantity::TotalTime), expected));
}

#[test]
fn a_checkpoint_freezes_one_process_after_the_other() {
    let machine = machine("docker", 1);
    let mut with_more = machine.clone();
    with_more.image.pids += 3;
    let setting = setting(Some(Way::Checkpoint));
    let [few, many] =
        [&machine, &with_more].map(|machine| of(&moved(machine, &setting), Quantity::Downtime));
    let each = MOBILITY.freeze_process.seconds() + MOBILITY.thaw_process.seconds();
    assert!((many - few - 3.0 * each).abs() < 1e-9, "{few} {many}");
}

#[test]
fn only_missing_layers_travel() {
    let machine = machine("docker", 1);
    let layers = machine.image.layers;
    let sizes: Vec<f64> = layers.iter().map(|layer| layer.compressed.bytes().as_f64()).collect();
    for (cached, expected) in [
        (Cached::Nothing, sizes.iter().sum()),
        (Cached::Base, sizes[1..].iter().sum()),
        (Cached::All, 0.0),
    ] {
        let answer = moved(&machine, &Setting { cached, ..setting(None) });
        assert!(says(&answer, Mechanism::WayRestart));
        assert_eq!(of(&answer, Quantity::BytesMoved), expected, "{cached:?}");
    }
}

#[test]
fn layers_travel_once_however_many_containers_move() {
    let setting = Setting { cached: Cached::Nothing, at_once: 3, ..setting(None) };
    let sent = |count| of(&moved(&machine("docker", count), &setting), Quantity::BytesMoved);
    assert_eq!(sent(1), sent(7));
}

#[test]
fn a_disk_moves_with_its_machine_unless_both_hosts_reach_it() {
    let machine = machine("qemu-kvm", 3);
    let (own, base) = machine.disk_to_move();
    assert!(own > Bytes::ZERO && base > Bytes::ZERO, "a thin overlay on one base");
    let storage = |move_disk, cached| {
        let setting = Setting { move_disk, cached, ..setting(Some(Way::Live)) };
        of(&moved(&machine, &setting), Quantity::StorageMoved)
    };
    assert_eq!(storage(false, Cached::Nothing), 0.0);
    assert_eq!(storage(true, Cached::Base), 3.0 * own.as_f64());
    assert_eq!(storage(true, Cached::Nothing), base.as_f64() + 3.0 * own.as_f64());
}

#[test]
fn starting_the_new_container_first_leaves_no_gap_and_still_loses_what_was_in_memory() {
    let machine = machine("docker", 3);
    let answer = moved(&machine, &Setting { start_first: true, ..setting(None) });
    assert_eq!(of(&answer, Quantity::DowntimeMost), 0.0);
    assert_eq!(of(&answer, Quantity::StateKept), 0.0);
    let gap = moved(&machine, &setting(None));
    assert!(of(&gap, Quantity::Downtime) > MOBILITY.stop_container.seconds());
}

#[test]
fn a_way_that_a_platform_does_not_know_is_exchanged_and_said_to_be() {
    for platform in platforms() {
        for way in Way::ALL {
            let answer = moved(&machine(platform.id, 1), &setting(Some(way)));
            let known = ways(platform).contains(&way);
            assert_eq!(says(&answer, Mechanism::WayNotKnown), !known, "{} {way:?}", platform.id);
            assert!(of(&answer, Quantity::TotalTime) > 0.0, "{} {way:?}", platform.id);
        }
    }
}

#[test]
fn what_the_time_went_into_adds_up() {
    for platform in platforms() {
        for &way in ways(platform) {
            let setting = Setting {
                cached: Cached::Nothing,
                move_disk: true,
                at_once: 2,
                dirty_rate: Some(2e7),
                working_set: WorkingSet::Usual,
                ..setting(Some(way))
            };
            let answer = moved(&machine(platform.id, 3), &setting);
            for effect in [Quantity::TimeEach, Quantity::DowntimeMean] {
                let causes = answer.causes.iter();
                let of_it =
                    causes.filter(|cause| cause.effect == answer::Quantity::Mobility(effect));
                let sum: f64 = of_it.map(|cause| cause.amount).sum();
                let whole = of(&answer, effect);
                assert!((sum - whole).abs() <= 1e-9 * whole, "{} {way:?} {effect:?}", platform.id);
            }
            let [each, total] =
                [Quantity::TimeEach, Quantity::TotalTime].map(|quantity| of(&answer, quantity));
            assert!(each <= total * (1.0 + 1e-9));
        }
    }
}

#[test]
fn the_curve_of_what_remains_ends_at_nothing_and_runs_with_time() {
    for platform in ["qemu-kvm", "docker", "firecracker"] {
        let mut setting = setting(None);
        setting.cached = Cached::Nothing;
        setting.move_disk = true;
        setting.dirty_rate = Some(5e7);
        let answer = moved(&machine(platform, 2), &setting);
        let points = &answer.series[0].points;
        assert!(points.len() > 1, "{platform}");
        assert!(points.windows(2).all(|pair| pair[0].0 <= pair[1].0));
        assert!(points.iter().all(|&(_, left)| left.is_finite() && left >= 0.0));
        assert!(points.last().is_some_and(|&(_, left)| left < 1.0), "{platform}: {points:?}");
    }
}

#[test]
fn a_run_in_slices_gives_what_a_run_at_once_gives() {
    for platform in ["qemu-kvm", "docker", "kata", "firecracker"] {
        let machine = machine(platform, 5);
        let setting = Setting { at_once: 2, dirty_rate: Some(3e7), ..setting(None) };
        let whole = moved(&machine, &setting);
        let mut job = Job::new(machine, Question::Mobility(setting));
        let mut last = 0.0;
        while !job.advance(3) {
            assert!(job.fraction() >= last && job.fraction() <= 1.0);
            last = job.fraction();
        }
        assert_eq!(job.answer(), whole, "{platform}");
    }
}

#[test]
fn chance_moves_the_pace_of_writing_and_equal_seeds_agree() {
    let mut machine = machine("qemu-kvm", 3);
    machine.spread = true;
    let mut setting = setting(Some(Way::Live));
    setting.dirty_rate = Some(4e7);
    let digest = |seed| {
        let mut machine = machine.clone();
        machine.seed = seed;
        moved(&machine, &setting).digest
    };
    assert_eq!(digest(7), digest(7));
    assert_ne!(digest(7), digest(8));
}

/// Facts that must come out for every seed and on every host that can hold the machines.
fn holds_everywhere(key: &str, fact: impl Fn(&Answer, &Answer) -> bool) {
    for seed in 1..=5 {
        for host in ["laptop", "desktop", "server", "big-server", "m5d-metal"] {
            let mut scenario = preset(key).expect("it is there").scenario();
            scenario.seed = seed;
            host.clone_into(&mut scenario.host);
            scenario.instances = scenario.instances.min(2);
            let [a, b] = Side::BOTH
                .map(|side| ask(scenario.machine(side).expect("it runs"), scenario.question(side)));
            assert!(fact(&a, &b), "{key}, seed {seed}, {host}: {:?} {:?}", a.figures, b.figures);
        }
    }
}

#[test]
fn containers_send_far_less_and_are_moved_far_sooner() {
    holds_everywhere("move", |machines, containers| {
        let times = |quantity| of(machines, quantity) / of(containers, quantity);
        times(Quantity::BytesMoved) > 20.0 && times(Quantity::TotalTime) > 3.0
    });
}

#[test]
fn live_migration_keeps_all_state_with_less_downtime_than_a_restart_that_keeps_none() {
    holds_everywhere("move", |machines, containers| {
        of(machines, Quantity::StateKept) == 4.0
            && of(containers, Quantity::StateKept) == 0.0
            && of(machines, Quantity::Downtime) < of(containers, Quantity::Downtime)
    });
}

#[test]
fn a_fat_image_from_a_cold_registry_moves_worse_than_a_slim_machine() {
    holds_everywhere("move-fat-image", |machine, container| {
        of(container, Quantity::BytesMoved) > of(machine, Quantity::BytesMoved)
            && of(container, Quantity::TotalTime) > of(machine, Quantity::TotalTime)
            && of(container, Quantity::Downtime) > of(machine, Quantity::Downtime)
    });
}

#[test]
fn a_machine_that_writes_faster_than_the_link_is_down_for_longer_than_a_restart() {
    holds_everywhere("move-busy", |machine, container| {
        says(machine, Mechanism::NotConverged)
            && of(machine, Quantity::Downtime) > of(container, Quantity::Downtime)
    });
}

proptest! {
    #[test]
    fn whatever_is_asked_there_is_an_answer_of_finite_figures(any in any_scenario()) {
        let mut scenario = any;
        scenario.mode = Mode::Mobility;
        scenario.instances = scenario.instances.min(40);
        for side in Side::BOTH {
            let Ok(machine) = scenario.machine(side) else { continue };
            let answer = ask(machine, scenario.question(side));
            for figure in &answer.figures {
                prop_assert!(figure.value.is_finite() && figure.value >= 0.0, "{figure:?}");
            }
            prop_assert!(answer.refused.is_some() || !answer.remarks.is_empty());
        }
    }

    #[test]
    fn writes_never_differ_in_more_than_there_is(
        rate in 0.0..1e10_f64, seconds in 0.0..1e4_f64, set in 0_u64..1 << 36, of in 0_u64..1 << 36,
    ) {
        let writes = Writes { rate, set: Some(Bytes(set)) };
        let differ = writes.dirtied(seconds, Bytes(of));
        prop_assert!(differ >= 0.0 && differ.is_finite());
        prop_assert!(differ <= Bytes(set.min(of)).as_f64() && differ <= rate * seconds * (1.0 + 1e-12));
        prop_assert!(writes.dirtied(seconds * 2.0, Bytes(of)) >= differ);
    }

    #[test]
    fn a_faster_link_never_lengthens_a_move_that_comes_to_an_end_by_itself(
        platform in 0..platforms().len(), dirty in 0.0..3e8_f64, slow in 20.0..20_000.0_f64,
        factor in 1.0..20.0_f64, at_once in 1_u32..5, bounded in any::<bool>(),
    ) {
        let machine = machine(platforms()[platform].id, 3);
        let bits = 1e6 / 8.0;
        let of_link = |link: f64| {
            let setting = Setting {
                link,
                at_once,
                dirty_rate: Some(dirty),
                working_set: if bounded { WorkingSet::Usual } else { WorkingSet::Unbounded },
                cached: Cached::Nothing,
                move_disk: true,
                ..setting(None)
            };
            moved(&machine, &setting)
        };
        let [slow, fast] = [slow, slow * factor].map(|link| of_link(link * bits));
        for answer in [&slow, &fast] {
            prop_assert!(answer.figures.iter().all(|figure| figure.value.is_finite()));
        }
        // Where the slower link gave up soon, the faster one may go on and reach a short stop.
        prop_assume!(!says(&slow, Mechanism::NotConverged));
        let [one, other] = [&slow, &fast].map(|answer| of(answer, Quantity::TotalTime));
        prop_assert!(other <= one * (1.0 + 1e-9), "{one} {other}");
    }

    #[test]
    fn a_live_migration_sends_at_least_the_memory_that_has_content(
        dirty in 0.0..1e9_f64, link in 20.0..40_000.0_f64, at_once in 1_u32..4, filled in any::<bool>(),
    ) {
        let machine = machine("qemu-kvm", 3);
        let setting = Setting {
            link: link * 1e6 / 8.0,
            at_once,
            filled,
            dirty_rate: Some(dirty),
            working_set: WorkingSet::Usual,
            ..setting(Some(Way::Live))
        };
        let answer = moved(&machine, &setting);
        let memory = machine.memory_to_move(filled).as_f64();
        prop_assert!(of(&answer, Quantity::BytesMoved) >= 3.0 * memory * (1.0 - 1e-12));
        prop_assert!(memory <= machine.memory.as_f64());
    }
}

#[test]
fn every_host_can_be_moved_from() {
    for host in hosts().iter().filter(|host| host.os == Os::Linux) {
        let mut machine = machine("docker", 1);
        machine.host = host.clone();
        assert!(of(&moved(&machine, &setting(None)), Quantity::TotalTime) > 0.0, "{}", host.id);
    }
}

#[test]
fn a_target_without_room_says_so() {
    let mut machine = machine("qemu-kvm", 1);
    machine.host.memory = Bytes::mib(900);
    machine.swap = Bytes::ZERO;
    let answer = moved(&machine, &setting(Some(Way::Restart)));
    assert!(says(&answer, Mechanism::DoesNotFit) && answer.figures.is_empty());
}
