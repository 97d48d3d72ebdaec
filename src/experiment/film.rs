//! What happened to whom over time: what an answer is played from, as a scene.
//!
//! A film is read off a run that is over and changes nothing in it. It says what state everything
//! is in and never how that looks. The one decision to question: it tells of each instance alone
//! and not of sums, for what is drawn is who falls, moves or waits, and sums follow from that.

use serde::{Deserialize, Serialize};

use crate::model::Layer;
use crate::units::Time;

/// How an instance, or a host, fares.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Lot {
    /// It is not there: not made yet, or gone.
    #[default]
    Absent,
    /// Nothing of it runs: it waits until it may start.
    Waiting,
    /// It starts, or boots.
    Starting,
    /// It answers.
    Up,
    /// It answers, and runs what is flawed.
    Flawed,
    /// It answers while its memory or its disk is copied.
    Copied,
    /// It stands still until it goes on elsewhere.
    Still,
    /// It stops in order.
    Stopping,
    /// It fell, with what it stood on or by itself.
    Fallen,
    /// It runs, and somebody else controls it.
    Held,
}

impl Lot {
    /// Every lot.
    pub const ALL: [Self; 10] = [
        Self::Absent,
        Self::Waiting,
        Self::Starting,
        Self::Up,
        Self::Flawed,
        Self::Copied,
        Self::Still,
        Self::Stopping,
        Self::Fallen,
        Self::Held,
    ];

    /// Whether somebody who asks it for something gets an answer.
    #[must_use]
    pub const fn answers(self) -> bool {
        matches!(self, Self::Up | Self::Flawed | Self::Copied | Self::Held)
    }
}

/// A lot from a time on, until the next one of the same life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    /// From when.
    pub from: Time,
    /// On which host, from 0.
    pub host: u8,
    /// What.
    pub lot: Lot,
}

/// What one instance, or one host, went through. Never empty; the first stay is from zero.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Life {
    /// In order of time.
    pub stays: Vec<Stay>,
    /// What part of its memory is on the other host, 0 to 1, in order of time and even between two
    /// points; empty where nothing is copied.
    pub copied: Vec<(Time, f64)>,
}

impl Life {
    /// A life that begins with this lot.
    #[must_use]
    pub fn new(host: u8, lot: Lot) -> Self {
        Self { stays: vec![Stay { from: Time::ZERO, host, lot }], copied: Vec::new() }
    }

    /// From this time on it is so. What took no time at all is left out.
    pub fn turn(&mut self, from: Time, host: u8, lot: Lot) {
        while self.stays.last().is_some_and(|last| last.from >= from) {
            self.stays.pop();
        }
        if self.stays.last().is_none_or(|last| (last.host, last.lot) != (host, lot)) {
            self.stays.push(Stay { from, host, lot });
        }
    }

    /// How it is at a time.
    #[must_use]
    pub fn at(&self, time: Time) -> Stay {
        let after = self.stays.partition_point(|stay| stay.from <= time);
        let none = Stay { from: Time::ZERO, host: 0, lot: Lot::Absent };
        after.checked_sub(1).and_then(|at| self.stays.get(at)).copied().unwrap_or(none)
    }

    /// What part of its memory is on the other host at a time.
    #[must_use]
    pub fn copied_at(&self, time: Time) -> f64 {
        let after = self.copied.partition_point(|(at, _)| *at <= time);
        let Some(&(from, begun)) = after.checked_sub(1).and_then(|at| self.copied.get(at)) else {
            return 0.0;
        };
        let Some(&(to, then)) = self.copied.get(after) else { return begun };
        let whole = to.since(from).as_seconds();
        let share = if whole > 0.0 { time.since(from).as_seconds() / whole } else { 1.0 };
        begun + (then - begun) * share
    }
}

/// Where a request is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Station {
    /// In the queue of its instance.
    Queue,
    /// On the cores, with its instance's worker.
    Cores,
    /// At the disk, or on the way to it.
    Disk,
    /// At the lock of the application.
    Lock,
    /// In the network: stack, card and link.
    Network,
}

impl Station {
    /// Every station, in the order of the way.
    pub const ALL: [Self; 5] = [Self::Queue, Self::Cores, Self::Disk, Self::Lock, Self::Network];
}

/// One request: where it was from when on. Stations that took no time are left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trip {
    /// Which instance served it, from 0.
    pub instance: u32,
    /// In order of time.
    pub stations: Vec<(Time, Station)>,
    /// When the answer was back.
    pub ended: Time,
}

/// A film.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Film {
    /// When it is over.
    pub ended: Time,
    /// What the hosts went through.
    pub hosts: Vec<Life>,
    /// What the instances went through, by number. Those that run beside others come last.
    pub instances: Vec<Life>,
    /// The part that was struck, where one was.
    pub struck: Option<Layer>,
    /// Requests on their way, a sample.
    pub trips: Vec<Trip>,
}

/// Instants that a clock is stepped through, at most; the rest are told by playing.
const INSTANTS_MOST: usize = 400;

impl Film {
    /// The instants at which something changes, in order, thinned out where there are too many.
    #[must_use]
    pub fn instants(&self) -> Vec<Time> {
        let lives = self.hosts.iter().chain(&self.instances);
        let stays = lives.flat_map(|life| life.stays.iter().map(|stay| stay.from));
        let trips = self
            .trips
            .iter()
            .flat_map(|trip| trip.stations.iter().map(|(at, _)| *at).chain([trip.ended]));
        let mut all: Vec<Time> = stays.chain(trips).filter(|at| *at <= self.ended).collect();
        all.push(self.ended);
        all.sort_unstable();
        all.dedup();
        let every = all.len().div_ceil(INSTANTS_MOST).max(1);
        let last = all.len() - 1;
        let kept = all.iter().enumerate().filter(|(at, _)| at % every == 0 || *at == last);
        kept.map(|(_, at)| *at).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(of: f64) -> Time {
        Time::from_seconds(of)
    }

    #[test]
    fn a_life_is_what_it_was_turned_to_last() {
        let mut life = Life::new(0, Lot::Up);
        life.turn(seconds(1.0), 0, Lot::Still);
        life.turn(seconds(1.0), 1, Lot::Up);
        life.turn(seconds(2.0), 1, Lot::Up);
        assert_eq!(life.stays.len(), 2, "what took no time is left out");
        assert_eq!(life.at(seconds(0.5)).lot, Lot::Up);
        assert_eq!(life.at(seconds(1.0)), Stay { from: seconds(1.0), host: 1, lot: Lot::Up });
    }

    #[test]
    fn what_is_copied_grows_evenly_between_two_points() {
        let copied = vec![(seconds(1.0), 0.0), (seconds(3.0), 1.0), (seconds(3.0), 0.8)];
        let life = Life { copied, ..Life::new(0, Lot::Copied) };
        assert!(life.copied_at(seconds(0.5)).abs() < 1e-12);
        assert!((life.copied_at(seconds(2.0)) - 0.5).abs() < 1e-12);
        assert!((life.copied_at(seconds(3.0)) - 0.8).abs() < 1e-12);
    }

    #[test]
    fn the_clock_is_stepped_through_not_too_many_instants() {
        let mut film = Film { ended: seconds(10.0), ..Film::default() };
        for number in 0_u32..5000 {
            let mut life = Life::new(0, Lot::Waiting);
            life.turn(Time(u64::from(number) * 1_000_000), 0, Lot::Up);
            film.instances.push(life);
        }
        let instants = film.instants();
        assert!(instants.len() <= INSTANTS_MOST + 1);
        assert_eq!(instants.last(), Some(&film.ended));
    }
}
