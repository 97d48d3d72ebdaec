//! A sample of requests on their way, noted while they are served.
//!
//! Those that are accepted first after the beginning that is not counted, so many and no more: then
//! it costs nothing further. Each of them is one of the requests that the latencies are made of.
//! The one decision to question is that the travel of question and answer stands at the end, where
//! the account has it, too.

use super::simulation::Simulation;
use crate::experiment::film::{Film, Life, Lot, Station, Trip};
use crate::units::Time;

/// Requests of the sample.
const TRIPS_MOST: usize = 160;

/// Requests of the sample, begun and ended. Those that have not ended have no end.
#[derive(Clone, Debug, Default)]
pub(super) struct Sample(Vec<Trip>);

impl Sample {
    /// A request that is accepted now; its number in the sample, if that is not full.
    pub fn begin(&mut self, instance: u32, now: Time) -> Option<u8> {
        if self.0.len() >= TRIPS_MOST {
            return None;
        }
        let number = u8::try_from(self.0.len()).ok()?;
        let stations = vec![(now, Station::Queue)];
        self.0.push(Trip { instance, stations, ended: Time::NEVER });
        Some(number)
    }

    fn trip(&mut self, number: Option<u8>) -> Option<&mut Trip> {
        self.0.get_mut(usize::from(number?))
    }

    /// A request has come to these stations.
    pub fn pass(&mut self, number: Option<u8>, stations: [(Time, Station); 2]) {
        if let Some(trip) = self.trip(number) {
            trip.stations.extend(stations);
        }
    }

    /// Its answer is back.
    pub fn end(&mut self, number: Option<u8>, ended: Time) {
        if let Some(trip) = self.trip(number) {
            trip.ended = ended;
        }
    }
}

/// The film of a simulation that is over: its clock begins when the first of the sample arrives.
pub(super) fn film(own: &Simulation) -> Film {
    let ended = own.sample.0.iter().filter(|trip| trip.ended < Time::NEVER);
    let trips: Vec<Trip> = ended.map(|trip| from_first(trip, &own.sample)).collect();
    Film {
        ended: trips.iter().map(|trip| trip.ended).max().unwrap_or(Time::ZERO),
        hosts: vec![Life::new(0, Lot::Up)],
        instances: vec![Life::new(0, Lot::Up); own.instances.len()],
        struck: None,
        trips,
    }
}

/// The same trip on the clock of the film, without the stations that took no time.
fn from_first(trip: &Trip, sample: &Sample) -> Trip {
    let first = sample.0.first().and_then(|first| first.stations.first());
    let first = first.map_or(Time::ZERO, |&(arrived, _)| arrived);
    let on_clock = |at: Time| Time(at.since(first).0);
    let next = trip.stations.iter().skip(1).map(|&(at, _)| at).chain([trip.ended]);
    let stays = trip.stations.iter().zip(next).filter(|((from, _), until)| from < until);
    let stations = stays.map(|(&(at, station), _)| (on_clock(at), station)).collect();
    Trip { instance: trip.instance, stations, ended: on_clock(trip.ended) }
}
