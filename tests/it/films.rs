//! Films: what is played must be what was answered, instance by instance.

mod elasticity;
mod incident;
mod maintenance;
mod mobility;
mod size;
mod trips;

use proptest::prelude::*;
use strata::catalog::platforms;
use strata::experiment::answer::{Answer, Quantity};
use strata::experiment::film::{Film, Life, Lot};
use strata::experiment::{Job, Question};
use strata::model::Machine;
use strata::scenario::{Mode, Side};
use strata::units::{Bytes, Time};

use crate::ask::any_scenario;
use crate::experiment::machine;

/// Sums of seconds are rounded to the clock of a film, which is this fine, one by one.
const ROUNDING: f64 = 1e-9;

/// Every platform that runs nginx, and a machine that is cloned from a snapshot; with chance, and
/// with memory in which a unikernel finds room for it.
fn every_platform() -> Vec<Machine> {
    let usual = platforms()
        .iter()
        .map(|platform| machine(platform.id, platform.guests.first().unwrap_or(&"")));
    let snapshot = Machine { snapshot: true, ..machine("firecracker", "minimal") };
    let all = usual.chain([snapshot]).filter(|machine| machine.check_compatibility().is_ok());
    all.map(|machine| {
        let memory = machine.memory.max(Bytes::mib(512));
        Machine { spread: true, memory, ..machine }
    })
    .collect()
}

/// The answer and the film of a question.
fn played(machine: &Machine, question: Question) -> (Answer, Option<Film>) {
    let mut job = Job::new(machine.clone(), question);
    while !job.advance(u64::MAX) {}
    (job.answer(), job.film())
}

fn answering(film: &Film, time: Time) -> usize {
    film.instances.iter().filter(|life| life.at(time).lot.answers()).count()
}

/// Seconds in which fewer than so many answered, times how many fewer.
fn down(film: &Film, instances: u32) -> f64 {
    let answered = |life: &Life| {
        let ends = life.stays.iter().skip(1).map(|stay| stay.from).chain([film.ended]);
        let stays = life.stays.iter().zip(ends).filter(|(stay, _)| stay.lot.answers());
        stays.map(|(stay, until)| until.since(stay.from).as_seconds()).sum::<f64>()
    };
    let all = film.instances.iter().map(answered).sum::<f64>();
    f64::from(instances) * film.ended.as_seconds() - all
}

/// In the middle between every two instants at which anything changes, as many answer in the film
/// as the curve of the answer says.
#[track_caller]
fn agrees(film: &Film, answer: &Answer, curve: Quantity, each: f64, about: &str) {
    let series = answer.series.iter().find(|series| series.y == curve).expect("there is a curve");
    let lives = film.instances.iter();
    let stays = lives.flat_map(|life| life.stays.iter().map(|stay| stay.from.as_seconds()));
    let mut all: Vec<f64> = stays.chain(series.points.iter().map(|point| point.0)).collect();
    all.push(film.ended.as_seconds());
    all.sort_unstable_by(f64::total_cmp);
    for pair in all.windows(2).filter(|pair| pair[1] - pair[0] > ROUNDING) {
        let middle = f64::midpoint(pair[0], pair[1]);
        let known = series.points.iter().take_while(|point| point.0 <= middle).last();
        let told = known.expect("the curve begins with the film").1;
        let shown = answering(film, Time::from_seconds(middle)) as f64 * each;
        assert!((shown - told).abs() < 1e-6, "{about} at {middle}: {shown} for {told}");
    }
}

fn is_in_order(film: &Film) -> Result<(), TestCaseError> {
    for life in film.hosts.iter().chain(&film.instances) {
        prop_assert!(!life.stays.is_empty());
        prop_assert_eq!(life.stays[0].from, Time::ZERO);
        prop_assert!(life.stays.windows(2).all(|pair| pair[0].from < pair[1].from));
        prop_assert!(life.stays.iter().all(|stay| stay.from <= film.ended), "{life:?}");
        prop_assert!(life.stays.iter().all(|stay| usize::from(stay.host) < film.hosts.len()));
        prop_assert!(life.copied.windows(2).all(|pair| pair[0].0 <= pair[1].0));
        prop_assert!(life.copied.iter().all(|(at, _)| *at <= film.ended));
        prop_assert!(life.copied.iter().all(|(_, part)| (0.0..=1.0).contains(part)));
    }
    for trip in &film.trips {
        prop_assert!((trip.instance as usize) < film.instances.len());
        prop_assert!(trip.stations.windows(2).all(|pair| pair[0].0 < pair[1].0));
        prop_assert!(trip.stations.last().is_none_or(|(at, _)| *at < trip.ended));
        prop_assert!(trip.ended <= film.ended);
    }
    Ok(())
}

const PLAYED: [Mode; 5] =
    [Mode::Throughput, Mode::Elasticity, Mode::Mobility, Mode::Maintenance, Mode::Incident];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_asked_the_film_is_in_order_and_the_same_again(
        any in any_scenario(), place in 0..PLAYED.len(), slice in 1_u64..5000,
    ) {
        let mut scenario = any;
        scenario.mode = PLAYED[place];
        scenario.instances = scenario.instances.min(40);
        for side in Side::BOTH {
            let Ok(machine) = scenario.machine(side) else { continue };
            let question = scenario.question(side);
            let (answer, film) = played(&machine, question.clone());
            let mut sliced = Job::new(machine, question);
            while !sliced.advance(slice) {}
            prop_assert_eq!(&sliced.film(), &film);
            prop_assert_eq!(sliced.answer().digest, answer.digest);
            prop_assert!(answer.refused.is_none() || film.is_none());
            if let Some(film) = film {
                is_in_order(&film)?;
            }
        }
    }
}

#[test]
fn what_is_no_story_has_no_film() {
    let machine = machine("docker", "");
    assert!(played(&machine, Question::Start).1.is_none());
    // A microVM has no build of Windows: nothing happens.
    let refused = crate::experiment::machine("firecracker", "windows-server-core");
    if refused.check_compatibility().is_err() {
        let incident = Question::Incident(strata::experiment::incident::Setting::default());
        assert!(played(&refused, incident).1.is_none());
    }
}

/// A life of this lot ever.
fn ever(life: &Life, lot: Lot) -> bool {
    life.stays.iter().any(|stay| stay.lot == lot)
}
