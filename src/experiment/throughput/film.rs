//! A sample of requests on their way, noted while they are served.
//!
//! Those whose work begins first after the beginning that is not counted, so many and no more: then
//! it costs nothing further. Each of them is one of the requests that the latencies are made of. By
//! their work and not by their arrival, for behind a long queue the run may be over before. The one
//! decision to question is that the travel of question and answer stands at the end, where the
//! account has it, too.

use super::simulation::Simulation;
use crate::experiment::film::{Film, Life, Lot, Station, Trip};
use crate::units::Time;

/// Requests of the sample.
const TRIPS_MOST: usize = 160;

/// Requests of the sample; those that have not ended have no end.
#[derive(Clone, Debug, Default)]
pub(super) struct Sample(Vec<Trip>);

impl Sample {
    /// A request is worked on from now on; its number in the sample, if that is not full.
    pub fn begin(&mut self, instance: u32, arrived: Time, now: Time) -> Option<u8> {
        if self.0.len() >= TRIPS_MOST {
            return None;
        }
        let number = u8::try_from(self.0.len()).ok()?;
        let stations = vec![(arrived, Station::Queue), (now, Station::Cores)];
        self.0.push(Trip { instance, stations, ended: Time::NEVER });
        Some(number)
    }

    fn trip(&mut self, number: Option<u8>) -> Option<&mut Trip> {
        self.0.get_mut(usize::from(number?))
    }

    /// A request comes to a station.
    pub fn pass(&mut self, number: Option<u8>, at: Time, station: Station) {
        if let Some(trip) = self.trip(number) {
            trip.stations.push((at, station));
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
    let ended = || own.sample.0.iter().filter(|trip| trip.ended < Time::NEVER);
    let first = ended().filter_map(arrived).min().unwrap_or(Time::ZERO);
    let mut trips: Vec<Trip> = ended().map(|trip| from(first, trip)).collect();
    trips.sort_by_key(arrived);
    Film {
        ended: trips.iter().map(|trip| trip.ended).max().unwrap_or(Time::ZERO),
        hosts: vec![Life::new(0, Lot::Up)],
        instances: vec![Life::new(0, Lot::Up); own.instances.len()],
        struck: None,
        trips,
    }
}

fn arrived(trip: &Trip) -> Option<Time> {
    trip.stations.first().map(|&(at, _)| at)
}

/// The same trip on a clock that begins then, without the stations that took no time.
fn from(first: Time, trip: &Trip) -> Trip {
    let on_clock = |at: Time| Time(at.since(first).0);
    let next = trip.stations.iter().skip(1).map(|&(at, _)| at).chain([trip.ended]);
    let stays = trip.stations.iter().zip(next).filter(|((from, _), until)| from < until);
    let stations = stays.map(|(&(at, station), _)| (on_clock(at), station)).collect();
    Trip { instance: trip.instance, stations, ended: on_clock(trip.ended) }
}
