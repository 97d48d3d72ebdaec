//! How many instances fare how, or how many requests are where, at every instant of a film.

use crate::experiment::Film;
use crate::experiment::film::{Lot, Station};
use crate::text::film::Kind;
use crate::units::Time;

/// The kinds of a film, in the order in which they lie upon each other: what answers lowest.
const LOTS: [Lot; 9] = [
    Lot::Up,
    Lot::Flawed,
    Lot::Copied,
    Lot::Still,
    Lot::Stopping,
    Lot::Starting,
    Lot::Waiting,
    Lot::Fallen,
    Lot::Held,
];
const STATIONS: [Station; 5] =
    [Station::Cores, Station::Lock, Station::Disk, Station::Network, Station::Queue];

/// Counts over time, each from its instant on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Population {
    /// What is counted: only kinds that occur.
    pub kinds: Vec<Kind>,
    /// Counts by kind, by instant.
    pub steps: Vec<(Time, Vec<u32>)>,
}

/// Something begins to be of a kind, or no longer is.
type Turn = (Time, Kind, bool);

fn turns_of_lives(film: &Film) -> Vec<Turn> {
    let mut turns = Vec::new();
    for life in &film.instances {
        let mut last = None;
        for stay in &life.stays {
            if let Some(last) = last.replace(stay.lot) {
                turns.push((stay.from, Kind::Lot(last), false));
            }
            turns.push((stay.from, Kind::Lot(stay.lot), true));
        }
    }
    turns
}

fn turns_of_trips(film: &Film) -> Vec<Turn> {
    let mut turns = Vec::new();
    for trip in &film.trips {
        let mut last = None;
        for &(at, station) in &trip.stations {
            if let Some(last) = last.replace(station) {
                turns.push((at, Kind::Station(last), false));
            }
            turns.push((at, Kind::Station(station), true));
        }
        if let Some(last) = last {
            turns.push((trip.ended, Kind::Station(last), false));
        }
    }
    turns
}

impl Population {
    /// The population of a film: of its requests where it follows some, else of its instances.
    #[must_use]
    pub fn of(film: &Film) -> Self {
        let (all, mut turns): (Vec<Kind>, _) = if film.trips.is_empty() {
            (LOTS.map(Kind::Lot).to_vec(), turns_of_lives(film))
        } else {
            (STATIONS.map(Kind::Station).to_vec(), turns_of_trips(film))
        };
        turns.sort_by_key(|(at, ..)| *at);
        let occurs = |kind: &Kind| turns.iter().any(|(_, of, _)| of == kind);
        let kinds: Vec<Kind> = all.into_iter().filter(occurs).collect();
        let mut counts = vec![0_u32; kinds.len()];
        let mut steps: Vec<(Time, Vec<u32>)> = Vec::new();
        for (at, kind, begins) in turns {
            if let Some(place) = kinds.iter().position(|of| *of == kind) {
                counts[place] = if begins { counts[place] + 1 } else { counts[place] - 1 };
            }
            match steps.last_mut() {
                Some((last, known)) if *last == at => known.clone_from(&counts),
                _ => steps.push((at, counts.clone())),
            }
        }
        Self { kinds, steps }
    }

    /// How many of each kind there are at a time.
    #[must_use]
    pub fn at(&self, time: Time) -> Vec<(Kind, u32)> {
        let after = self.steps.partition_point(|(at, _)| *at <= time);
        let counts = after.checked_sub(1).map(|at| &self.steps[at].1);
        let count = |place: usize| counts.map_or(0, |counts| counts[place]);
        self.kinds.iter().enumerate().map(|(place, &kind)| (kind, count(place))).collect()
    }

    /// The most that there are at any time.
    #[must_use]
    pub fn most(&self) -> u32 {
        self.steps.iter().map(|(_, counts)| counts.iter().sum()).max().unwrap_or(0)
    }

    /// About so many steps: of those that lie close together the last one, so that what is left is
    /// how it was at the end of each stretch of time, however much happens in some of them.
    #[must_use]
    pub fn thinned(&self, most: u32) -> Vec<&(Time, Vec<u32>)> {
        let end = self.steps.last().map_or(0, |(at, _)| at.0).max(1);
        let stretch = |at: Time| u128::from(at.0) * u128::from(most) / u128::from(end);
        let next = self.steps.iter().skip(1).map(|(at, _)| Some(stretch(*at))).chain([None]);
        let last =
            self.steps.iter().zip(next).filter(|((at, _), next)| Some(stretch(*at)) != *next);
        last.map(|(step, _)| step).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::film::{Life, Trip};

    fn seconds(of: f64) -> Time {
        Time::from_seconds(of)
    }

    #[test]
    fn every_instance_is_of_one_kind_at_every_instant() {
        let mut film = Film { ended: seconds(5.0), ..Film::default() };
        for number in 0..7_u32 {
            let mut life = Life::new(0, Lot::Fallen);
            life.turn(seconds(1.0), 0, Lot::Starting);
            life.turn(seconds(1.0 + f64::from(number)), 0, Lot::Up);
            film.instances.push(life);
        }
        let population = Population::of(&film);
        assert!(population.steps.iter().all(|(_, counts)| counts.iter().sum::<u32>() == 7));
        let now = population.at(seconds(2.5));
        assert!(now.contains(&(Kind::Lot(Lot::Up), 2)), "{now:?}");
        assert_eq!(population.most(), 7);
    }

    #[test]
    fn a_request_is_nowhere_before_and_after_its_trip() {
        let stations = vec![(seconds(1.0), Station::Queue), (seconds(2.0), Station::Cores)];
        let trip = Trip { instance: 0, stations, ended: seconds(3.0) };
        let film = Film { ended: seconds(4.0), trips: vec![trip], ..Film::default() };
        let population = Population::of(&film);
        let all = |at: f64| population.at(seconds(at)).iter().map(|(_, count)| count).sum::<u32>();
        assert_eq!([0.5, 1.5, 2.5, 3.5].map(all), [0, 1, 1, 0]);
    }

    #[test]
    fn a_storm_at_the_end_does_not_thin_out_what_was_long_before_it() {
        let mut film = Film { ended: seconds(100.0), ..Film::default() };
        for number in 0..2000_u32 {
            let mut life = Life::new(0, Lot::Fallen);
            life.turn(seconds(10.0), 0, Lot::Waiting);
            life.turn(seconds(99.0 + f64::from(number) / 2000.0), 0, Lot::Up);
            film.instances.push(life);
        }
        let population = Population::of(&film);
        let kept: Vec<f64> = population.thinned(60).iter().map(|(at, _)| at.as_seconds()).collect();
        assert!(kept.len() <= 61, "{}", kept.len());
        assert!(kept.contains(&0.0) && kept.contains(&10.0), "{kept:?}");
        let end = &population.thinned(60).last().expect("an end").1;
        assert_eq!(end, &population.steps.last().expect("an end").1);
    }
}
