//! Requests in the picture of a scene: above their instance while they queue, in it while they are
//! worked on, below it while they wait for disk or network.
//!
//! Dots are as large as the fullest place allows, so that none of them leaves its place.

use yew::prelude::*;

use super::drawing::{Drawn, filled};
use super::fill;
use super::geometry::Picture;
use crate::experiment::film::Station;
use crate::text::film::{Kind, Word};
use crate::view::path::Outline;
use crate::view::theme::Fill;

/// A place in which dots stand: left, top, width and height in CSS pixels.
type Place = [f64; 4];

/// The largest distance between two dots, and how much of it is dot.
const PITCH: f64 = 9.4;
const DOT: f64 = 0.385;

/// Where the requests of an instance are at a station. Disk and network belong to all instances.
fn place(picture: &Picture, station: Station, instance: u32) -> Option<Place> {
    let (x, width) = picture.column(0, instance)?;
    let (left, whole) = picture.hosts.first().copied()?;
    let bay = |from: f64| {
        let top = picture.hardware + (picture.height - picture.hardware) * 0.3;
        [left + whole * from + 8.0, top, whole * 0.5 - 16.0, picture.height - top - 3.0]
    };
    let half = (picture.kernel - picture.application) / 2.0;
    Some(match station {
        Station::Queue => [x, 2.0, width, picture.application - 4.0],
        Station::Lock => [x, picture.application + 2.0, width, half - 4.0],
        Station::Cores => [x, picture.application + half, width, half - 2.0],
        Station::Disk => bay(0.0),
        Station::Network => bay(0.5),
    })
}

/// The distance at which so many dots fill a place, in whole rows.
fn pitch_of([_, _, width, height]: Place, number: u32) -> f64 {
    let mut pitch = PITCH;
    while pitch > 2.0 && capacity([0.0, 0.0, width, height], pitch) < f64::from(number) {
        pitch *= 0.94;
    }
    pitch
}

fn capacity([_, _, width, height]: Place, pitch: f64) -> f64 {
    libm::floor(width / pitch).max(1.0) * libm::floor(height / pitch).max(1.0)
}

/// The requests that are under way.
pub fn requests(drawn: &Drawn) -> Html {
    let Drawn { picture, film, time, rem, locale, .. } = drawn;
    if film.trips.is_empty() {
        return html! { <g /> };
    }
    // One list for each place: those of disk and network under the first instance.
    let mut places: Vec<(Station, u32, u32)> = Vec::new();
    for trip in film.trips.iter().filter(|trip| trip.ended > *time) {
        let after = trip.stations.partition_point(|(at, _)| at <= time);
        let Some((_, station)) = after.checked_sub(1).map(|at| trip.stations[at]) else { continue };
        let shared = matches!(station, Station::Disk | Station::Network);
        let of = if shared { 0 } else { trip.instance };
        match places.iter_mut().find(|(here, one, _)| (*here, *one) == (station, of)) {
            Some((_, _, number)) => *number += 1,
            None => places.push((station, of, 1)),
        }
    }
    let mut dots = Station::ALL.map(|_| Outline::default());
    for (station, outline) in Station::ALL.into_iter().zip(&mut dots) {
        let here = || places.iter().filter(|(of, ..)| *of == station);
        let room =
            here().filter_map(|&(_, of, number)| Some((place(picture, station, of)?, number)));
        let room: Vec<(Place, u32)> = room.collect();
        let pitch = room.iter().map(|&(place, number)| pitch_of(place, number));
        let pitch = pitch.fold(PITCH * rem.min(1.4), f64::min);
        for ([x, top, width, height], number) in room {
            let across = libm::floor(width / pitch).max(1.0);
            let left = x + (width - across * pitch) / 2.0;
            for dot in 0..number {
                let line = libm::floor(f64::from(dot) / across);
                let column = f64::from(dot) - line * across;
                let up = top + height - pitch * (line + 0.5);
                outline.circle(left + pitch * (column + 0.5), up, pitch * DOT);
            }
        }
    }
    let whole = picture.hosts.first().copied().unwrap_or_default();
    let y = format!("{:.1}", picture.hardware + 16.0 * rem);
    html! {
        <>
            { for Station::ALL.into_iter().zip(dots).enumerate().map(|(at, (station, outline))| {
                let of = Fill { pattern: None, ..fill::of(Kind::Station(station)) };
                html! { <g key={at} class="film-dots">{ filled(0, of, outline) }</g> }
            }) }
            <text class="hardware-word" x="10" y={y.clone()}>{ Word::Disk.say(*locale) }</text>
            <text class="hardware-word" x={format!("{:.1}", whole.1 * 0.5 + 10.0)} {y}>
                { Word::Network.say(*locale) }</text>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_so_small_that_all_of_them_have_room() {
        for (place, number) in [([0.0, 0.0, 24.0, 40.0], 14), ([0.0, 0.0, 146.0, 53.0], 160)] {
            let pitch = pitch_of(place, number);
            assert!(capacity(place, pitch) >= f64::from(number) && pitch > 2.0, "{pitch}");
        }
        assert!((pitch_of([0.0, 0.0, 300.0, 50.0], 12) - PITCH).abs() < 1e-9);
    }
}
