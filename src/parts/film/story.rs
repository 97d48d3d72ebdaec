//! What happens in a scene, in sentences: when the first of each kind comes and the last one goes.
//!
//! Sentences come from counts and not from every turn of every life: with a thousand instances the
//! turns between the first and the last are a curve, and nobody reads them.

use super::population::Population;
use crate::scenario::Side;
use crate::text::Locale;
use crate::text::Say;
use crate::text::film::{Event, Kind};
use crate::units::Time;

/// The events of one machine, in order of time.
fn events(side: Side, population: &Population) -> Vec<(Time, Event)> {
    let mut events = Vec::new();
    let Some((first, counts)) = population.steps.first() else { return events };
    let begin: Vec<(Kind, u32)> = population.kinds.iter().copied().zip(counts.clone()).collect();
    events.push((*first, Event::Begins { side, counts: begin }));
    for pair in population.steps.windows(2) {
        let [(_, before), (at, now)] = pair else { continue };
        let turned = population.kinds.iter().zip(before.iter().zip(now));
        for (&kind, (&before, &now)) in turned {
            match (before, now) {
                (0, count) if count > 0 => {
                    events.push((*at, Event::First { side, at: *at, kind, count }));
                }
                (_, 0) if before > 0 => events.push((*at, Event::Gone { side, at: *at, kind })),
                _ => {}
            }
        }
    }
    // What comes and goes with every wave is told as often as somebody may want to read it.
    events.truncate(EVENTS_MOST);
    events
}

/// Sentences of one machine, at most.
const EVENTS_MOST: usize = 60;

/// The sentences of both machines, in order of time.
pub fn lines(populations: [&Population; 2], locale: Locale) -> Vec<(Time, String)> {
    let all = Side::BOTH.into_iter().zip(populations);
    let mut all: Vec<(Time, Event)> = all.flat_map(|(side, of)| events(side, of)).collect();
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(at, event)| (at, event.say(locale))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Film;
    use crate::experiment::film::{Life, Lot};

    #[test]
    fn the_first_to_come_and_the_last_to_go_are_told_and_nobody_between() {
        let mut film = Film { ended: Time::from_seconds(9.0), ..Film::default() };
        for number in 1..=5_u32 {
            let mut life = Life::new(0, Lot::Fallen);
            life.turn(Time::from_seconds(f64::from(number)), 0, Lot::Up);
            film.instances.push(life);
        }
        let (some, none) = (Population::of(&film), Population::default());
        let told = lines([&some, &none], Locale::English);
        let times: Vec<f64> = told.iter().map(|(at, _)| at.as_seconds()).collect();
        assert_eq!(times, [0.0, 1.0, 5.0]);
        assert!(told[1].1.contains("answering") && told[2].1.contains("fallen"), "{told:?}");
    }
}
