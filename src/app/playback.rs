//! The clock of the page: one for both machines.
//!
//! The end is a position of its own and not a time. The page rests there: it opens at the end,
//! and a scenario that is changed while the clock rests at the end shows its own end, while a
//! clock that was stopped half-way stays where it is.

use serde::{Deserialize, Serialize};

use super::{Comparison, Motion};
use crate::experiment::Report;
use crate::units::{Span, Time};

/// How long a whole run plays at [`Speed::Fit`].
pub const PLAY_SPAN: Span = Span::seconds(10);

/// More real time than this between two ticks is not made up for: the page was hidden.
const TICK_MOST: Span = Span::milliseconds(250);

/// Where the clock stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Position {
    /// At the end of both runs, wherever that is.
    #[default]
    End,
    /// At a time.
    At(Time),
}

/// How fast the clock runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Speed {
    /// The whole run takes [`PLAY_SPAN`], whatever its length.
    #[default]
    Fit,
    /// So many thousandths of real time: 1000 is as in the world.
    Real(u32),
}

/// The speeds that are offered.
pub const SPEEDS: [Speed; 8] = [
    Speed::Fit,
    Speed::Real(10),
    Speed::Real(100),
    Speed::Real(500),
    Speed::Real(1000),
    Speed::Real(2000),
    Speed::Real(10_000),
    Speed::Real(100_000),
];

/// The clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Playback {
    /// Where it stands.
    pub position: Position,
    /// Whether it runs.
    pub playing: bool,
    /// How fast.
    pub speed: Speed,
    /// Whether it may run at all.
    pub motion: Motion,
}

impl Playback {
    /// The time that it shows, in a comparison with that end.
    #[must_use]
    pub fn time(&self, end: Time) -> Time {
        match self.position {
            Position::End => end,
            Position::At(time) => time.min(end),
        }
    }

    /// Begins to run; from the beginning if it stands at the end.
    pub(super) fn play(&mut self, end: Time) {
        if self.motion == Motion::Reduced || end == Time::ZERO {
            self.go(end, end);
            return;
        }
        if self.time(end) >= end {
            self.position = Position::At(Time::ZERO);
        }
        self.playing = true;
    }

    /// Goes to a time and stays there.
    pub(super) fn go(&mut self, time: Time, end: Time) {
        self.playing = false;
        self.position = if time >= end { Position::End } else { Position::At(time) };
    }

    /// Lets real time pass; stops at the end.
    pub(super) fn tick(&mut self, elapsed: Span, end: Time) {
        if !self.playing {
            return;
        }
        let elapsed = u128::from(elapsed.min(TICK_MOST).0);
        let passed = match self.speed {
            Speed::Fit => elapsed * u128::from(end.0) / u128::from(PLAY_SPAN.0),
            Speed::Real(thousandths) => elapsed * u128::from(thousandths) / 1000,
        };
        // However slow, a clock that runs moves.
        let passed = Span(u64::try_from(passed).unwrap_or(u64::MAX).max(1));
        let time = self.time(end) + passed;
        if time >= end {
            self.go(end, end);
        } else {
            self.position = Position::At(time);
        }
    }

    /// Takes note that the comparison is another one: a clock beyond its end rests at the end.
    pub(super) fn settle(&mut self, end: Time) {
        if matches!(self.position, Position::At(time) if time >= end) {
            self.go(end, end);
        }
    }
}

impl Comparison {
    /// The next instant at which something visible happens on either machine.
    #[must_use]
    pub fn next_event(&self, after: Time) -> Time {
        let next = self.instants().filter(|&time| time > after).min();
        next.unwrap_or(self.end).min(self.end)
    }

    /// The last such instant before a time; the beginning if there is none.
    #[must_use]
    pub fn previous_event(&self, before: Time) -> Time {
        self.instants().filter(|&time| time < before).max().unwrap_or(Time::ZERO)
    }

    fn instants(&self) -> impl Iterator<Item = Time> {
        self.all().flat_map(|(_, report)| instants(report))
    }
}

/// Where bars of lanes begin and end, and where limits are met.
fn instants(report: &Report) -> impl Iterator<Item = Time> {
    let bars = report.spans.iter().flat_map(|span| [span.begin, span.end]);
    bars.chain(report.limits.iter().map(|&(time, _)| time))
}
