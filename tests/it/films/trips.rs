//! Requests on their way: each is one of those that were measured, station by station.

use strata::catalog::{workload, workloads};
use strata::experiment::Question;
use strata::experiment::answer::{self, Answer};
use strata::experiment::film::{Film, Station, Trip};
use strata::experiment::throughput::{Load, Mechanism, Quantity, Setting};
use strata::model::Machine;
use strata::units::Time;

use super::{every_platform, is_in_order, played};
use crate::experiment::{containers, machine, with_instances};

fn loaded(machine: &Machine, setting: Setting) -> (Answer, Film) {
    let (answer, film) = played(machine, Question::Throughput(setting));
    (answer, film.expect("the machine can be"))
}

#[track_caller]
fn value(answer: &Answer, quantity: Quantity) -> f64 {
    answer.value(answer::Quantity::Throughput(quantity)).expect("the figure is told")
}

/// Seconds of a request at each stage, as the answer's table has them.
fn stages(answer: &Answer) -> Vec<f64> {
    let stages = answer::Mechanism::Throughput(Mechanism::Stages);
    let table = answer.tables.iter().find(|table| table.title == stages);
    let rows = &table.expect("the table is there").rows;
    let value = |row: &answer::Row| match row.cells[0] {
        answer::Cell::Value(value) => value,
        ref other => panic!("{other:?} is no number"),
    };
    rows.iter().map(value).collect()
}

/// Seconds from its arrival to its answer.
fn latency(trip: &Trip) -> f64 {
    trip.ended.since(trip.stations[0].0).as_seconds()
}

/// The square of how far two are apart.
fn apart(one: f64, other: f64) -> f64 {
    (one - other) * (one - other)
}

/// Seconds at this station.
fn stay(trip: &Trip, wanted: Station) -> f64 {
    let ends = trip.stations.iter().skip(1).map(|(at, _)| *at).chain([trip.ended]);
    let stays = trip.stations.iter().zip(ends).filter(|((_, station), _)| *station == wanted);
    stays.map(|((from, _), until)| until.since(*from).as_seconds()).sum()
}

#[test]
fn a_run_as_small_as_the_sample_has_the_latency_of_the_sample() {
    // One client asks again when it has its answer: every request that counts is in the sample.
    for machine in every_platform() {
        let machine = Machine { vcpus: 1, ..with_instances(1, machine) };
        for work in workloads() {
            let about = format!("{} {}", machine.platform.id, work.id);
            let load = Load::Closed { clients: 1 };
            let setting = Setting { load, ..Setting::usual(work, 100) };
            let (answer, film) = loaded(&machine, setting);
            is_in_order(&film).unwrap_or_else(|wrong| panic!("{about}: {wrong}"));
            let mean = film.trips.iter().map(latency).sum::<f64>() / film.trips.len() as f64;
            let told = value(&answer, Quantity::LatencyMean);
            assert!((mean / told - 1.0).abs() < 1e-9, "{about}: {mean} for {told}");
            for (station, told) in Station::ALL.into_iter().zip(stages(&answer)) {
                let all = film.trips.iter().map(|trip| stay(trip, station)).sum::<f64>();
                let mean = all / film.trips.len() as f64;
                assert!((mean - told).abs() < 1e-9, "{about} {station:?}: {mean} for {told}");
            }
        }
    }
}

#[test]
fn the_sample_is_like_all_requests() {
    for (platform, guest) in [("docker", ""), ("qemu-kvm", "ubuntu"), ("gvisor", "")] {
        let machine = Machine { spread: true, ..with_instances(4, machine(platform, guest)) };
        for id in ["nginx", "postgres"] {
            let Some(work) = workload(id) else { continue };
            let (answer, film) = loaded(&machine, Setting::usual(work, 20_000));
            assert!(film.trips.len() <= 160 && film.trips.len() > 100);
            let count = film.trips.len() as f64;
            let mean = film.trips.iter().map(latency).sum::<f64>() / count;
            let square = film.trips.iter().map(|trip| apart(latency(trip), mean)).sum::<f64>();
            let error = (square / count).sqrt() / count.sqrt();
            let told = value(&answer, Quantity::LatencyMean);
            // Requests of one window wait in the same queues: their error is larger than of draws.
            assert!((mean - told).abs() < 8.0 * error + 0.05 * told, "{id}: {mean} for {told}");
        }
    }
}

#[test]
fn the_clock_begins_with_the_first_request_and_ends_with_the_last_answer() {
    let work = workload("nginx").expect("it is in the catalogue");
    let (_, film) = loaded(&containers(), Setting::usual(work, 20_000));
    assert_eq!(film.trips[0].stations[0].0, Time::ZERO);
    assert_eq!(film.trips.iter().map(|trip| trip.ended).max(), Some(film.ended));
    assert_eq!(film.instances.len(), 12);
}

#[test]
fn only_what_asks_the_disk_is_at_the_disk() {
    let machine = machine("qemu-kvm", "ubuntu");
    for work in workloads() {
        let (_, film) = loaded(&machine, Setting::usual(work, 2_000));
        let at = |station| film.trips.iter().map(|trip| stay(trip, station)).sum::<f64>();
        let asks = !work.operations.is_absent() && work.operations.typical > 0.0;
        assert_eq!(at(Station::Disk) > 0.0, asks, "{}", work.id);
        assert!(at(Station::Cores) > 0.0, "{}", work.id);
    }
}
