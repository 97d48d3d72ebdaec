//! Requests in the picture of a scene: above their instance while they queue, in it while they are
//! worked on, below it while they wait for disk or network.

use yew::prelude::*;

use super::drawing::{Drawn, filled};
use super::fill;
use crate::experiment::film::Station;
use crate::text::film::{Kind, Word};
use crate::view::path::Outline;
use crate::view::theme::Fill;

/// The bays of disk and network in the hardware: from which part of its width to which.
const BAYS: [(Station, f64, f64); 2] = [(Station::Disk, 0.0, 0.5), (Station::Network, 0.5, 1.0)];

/// The requests that are under way.
pub fn requests(drawn: &Drawn) -> Html {
    let Drawn { picture, film, time, rem, locale, .. } = drawn;
    if film.trips.is_empty() {
        return html! { <g /> };
    }
    let radius = 3.6 * rem.min(1.4);
    let mut dots = Station::ALL.map(|_| Outline::default());
    let mut beside = vec![[0_u32; 5]; film.instances.len().max(1)];
    let mut in_bay = [0_u32; 5];
    let whole = picture.hosts.first().copied().unwrap_or_default();
    for trip in film.trips.iter().filter(|trip| trip.ended > *time) {
        let after = trip.stations.partition_point(|(at, _)| at <= time);
        let Some((_, station)) = after.checked_sub(1).map(|at| trip.stations[at]) else { continue };
        let place = Station::ALL.iter().position(|of| *of == station).unwrap_or(0);
        let Some((x, width)) = picture.column(0, trip.instance) else { continue };
        let pitch = radius * 2.6;
        let across = (width / pitch).max(1.0);
        let (dot_x, dot_y) = if let Some((_, from, _)) = BAYS.iter().find(|(of, ..)| *of == station)
        {
            let number = in_bay[place];
            in_bay[place] += 1;
            let left = whole.0 + whole.1 * from + 10.0;
            let row = libm::floor((whole.1 * 0.5 - 24.0) / pitch).max(1.0);
            let (column, line) = spot(number, row);
            (left + pitch * (column + 0.5), picture.height - pitch * (line + 0.7))
        } else {
            let Some(counts) = beside.get_mut(trip.instance as usize) else { continue };
            let number = counts[place];
            counts[place] += 1;
            let row = libm::floor(across);
            let (column, line) = spot(number, row);
            let dot_x = x + width / 2.0 + pitch * (column - (row - 1.0) / 2.0);
            let base = match station {
                Station::Queue => picture.application - pitch * 0.6,
                Station::Lock => picture.application + pitch * (line * 2.0 + 1.0),
                _ => picture.kernel - pitch * 0.8,
            };
            (dot_x, base - pitch * line)
        };
        dots[place].circle(dot_x, dot_y, radius);
    }
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

/// Column and line of the dot with this number, in rows of so many.
fn spot(number: u32, row: f64) -> (f64, f64) {
    let number = f64::from(number);
    let line = libm::floor(number / row);
    (number - line * row, line)
}
