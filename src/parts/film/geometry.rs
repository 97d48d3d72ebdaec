//! Where things lie in the picture of a scene: hosts beside each other, instances as columns.
//!
//! Other than in the picture of memory heights mean nothing here: what is told is who fares how.
//! A column that several instances share is divided by how many of them fare how.

use crate::experiment::Film;
use crate::experiment::film::Lot;
use crate::units::Time;
use crate::view::machine::geometry::{Column, columns};

/// Above the columns: room for a queue, and for the mark of a picked instance.
const HEADROOM: f64 = 18.0;
const QUEUE: f64 = 44.0;
/// The application of an instance.
const APPLICATION: f64 = 78.0;
/// A kernel of its own, and the slabs below.
const KERNEL: f64 = 26.0;
const SLAB: f64 = 28.0;
const HARDWARE: f64 = 26.0;
const BAYS: f64 = 80.0;
/// Between two hosts, with the link.
const BETWEEN: f64 = 34.0;

/// Sizes of one picture, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The whole.
    pub width: f64,
    /// The whole.
    pub height: f64,
    /// Left edge and width of each host.
    pub hosts: Vec<(f64, f64)>,
    /// Columns of a host, from its left edge.
    pub columns: Vec<Column>,
    /// Upper edge of the application, of an instance's kernel, and of what is under all.
    pub application: f64,
    /// Upper edge of an instance's own kernel; equal to the next where it has none.
    pub kernel: f64,
    /// Upper edge of the kernel of the machine that carries all; equal to the next if none does.
    pub carrier: f64,
    /// Upper edge of the host's kernel.
    pub slab: f64,
    /// Upper edge of the hardware.
    pub hardware: f64,
}

impl Picture {
    /// The picture of a film in this width. `there` says whether instances have kernels of their
    /// own and whether one machine carries all; `room` the same of the picture beside it, so that
    /// both stand on one line.
    #[must_use]
    pub fn of(film: &Film, width: f64, rem: f64, there: (bool, bool), room: (bool, bool)) -> Self {
        let strata = |(own, under_all): (bool, bool)| {
            let own = if own { KERNEL * rem } else { 0.0 };
            own + if under_all { SLAB * rem } else { 0.0 }
        };
        let lift = (strata(room) - strata(there)).max(0.0);
        let (own, under_all) = there;
        let trips = !film.trips.is_empty();
        let count = film.hosts.len().max(1);
        let hosts = if count == 1 { 1.0 } else { 2.0 };
        let each = ((width - BETWEEN * (hosts - 1.0)) / hosts).max(40.0);
        let hosts = (0..count.min(2)).map(|at| (if at == 0 { 0.0 } else { each + BETWEEN }, each));
        let instances = u32::try_from(film.instances.len()).unwrap_or(u32::MAX);
        let application = lift + if trips { QUEUE } else { HEADROOM } * rem;
        let kernel = application + APPLICATION * rem;
        let carrier = kernel + if own { KERNEL * rem } else { 0.0 };
        let slab = carrier + if under_all { SLAB * rem } else { 0.0 };
        let hardware = slab + SLAB * rem;
        let height = hardware + if trips { BAYS } else { HARDWARE } * rem;
        Self {
            width,
            height,
            hosts: hosts.collect(),
            columns: columns(instances, each),
            application,
            kernel,
            carrier,
            slab,
            hardware,
        }
    }

    /// The left edge of an instance's column on a host, and its width.
    #[must_use]
    pub fn column(&self, host: usize, instance: u32) -> Option<(f64, f64)> {
        let (left, _) = *self.hosts.get(host.min(self.hosts.len().saturating_sub(1)))?;
        let after = self.columns.partition_point(|column| column.first <= instance);
        let column = self.columns.get(after.checked_sub(1)?)?;
        Some((left + column.x, column.width))
    }

    /// What frames an instance on a host: left and upper edge, width and height.
    #[must_use]
    pub fn frame(&self, host: usize, instance: u32) -> Option<[f64; 4]> {
        let (x, width) = self.column(host, instance)?;
        let top = self.application - 3.0;
        Some([x - 2.0, top, width + 4.0, self.carrier - top + 2.0])
    }

    /// The same where the instance is at this time.
    #[must_use]
    pub fn place(&self, film: &Film, instance: u32, time: Time) -> [f64; 4] {
        let life = film.instances.get(instance as usize);
        let host = life.map_or(0, |life| usize::from(life.at(time).host));
        self.frame(host, instance).unwrap_or_default()
    }

    /// The instance that is drawn at this place; the first of those that share a column.
    #[must_use]
    pub fn instance_at(&self, x: f64) -> Option<u32> {
        let (left, _) = self.hosts.iter().rev().find(|(left, _)| x >= *left)?;
        let column = self.columns.iter().find(|column| x - left < column.x + column.width + 3.0)?;
        Some(column.first)
    }
}

/// How much of a block a lot fills on which host, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// On which host.
    pub host: usize,
    /// How it fares there.
    pub lot: Lot,
    /// From the foot upwards.
    pub share: f64,
}

/// What is to be drawn of an instance at a time: where it is, and what of it is elsewhere already.
#[must_use]
pub fn levels(film: &Film, instance: usize, time: Time) -> [Option<Level>; 2] {
    let Some(life) = film.instances.get(instance) else { return [None, None] };
    let stay = life.at(time);
    let after = life.stays.partition_point(|stay| stay.from <= time);
    let next = life.stays.get(after).map(|stay| stay.from);
    let until = next.unwrap_or(film.ended);
    let whole = until.since(stay.from).as_seconds();
    let passed = time.since(stay.from).as_seconds();
    let done = if whole > 0.0 { (passed / whole).clamp(0.0, 1.0) } else { 1.0 };
    let share = match stay.lot {
        Lot::Starting => 0.08 + 0.92 * done,
        Lot::Stopping => 1.0 - 0.8 * done,
        Lot::Fallen => 0.3,
        Lot::Absent => 0.0,
        _ => 1.0,
    };
    let here = Level { host: usize::from(stay.host), lot: stay.lot, share };
    let copied = if stay.host == 0 && film.hosts.len() > 1 { life.copied_at(time) } else { 0.0 };
    let there = Level { host: 1, lot: Lot::Copied, share: copied };
    [Some(here), Some(there).filter(|there| there.share > 0.0)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::film::Life;

    fn film(hosts: usize, instances: usize) -> Film {
        Film {
            ended: Time::from_seconds(4.0),
            hosts: vec![Life::new(0, Lot::Up); hosts],
            instances: vec![Life::new(0, Lot::Up); instances],
            ..Film::default()
        }
    }

    #[test]
    fn two_hosts_lie_beside_each_other_and_have_the_same_columns() {
        let picture = Picture::of(&film(2, 8), 600.0, 1.0, (true, false), (true, false));
        let [(first, width), (second, _)] = picture.hosts[..] else { panic!("two hosts") };
        assert!(first + width < second && second + width <= 600.0 + 1e-9);
        let (one, other) = (picture.column(0, 3), picture.column(1, 3));
        let apart = other.expect("there").0 - one.expect("there").0;
        assert!((apart - (second - first)).abs() < 1e-9);
        assert_eq!(picture.instance_at(one.expect("there").0 + 1.0), Some(3));
        assert_eq!(picture.instance_at(other.expect("there").0 + 1.0), Some(3));
    }

    #[test]
    fn what_starts_rises_and_what_has_arrived_is_drawn_on_the_other_host() {
        let mut film = film(2, 1);
        film.instances[0].copied = vec![(Time::ZERO, 0.0), (Time::from_seconds(2.0), 1.0)];
        let half = levels(&film, 0, Time::from_seconds(1.0));
        let there = half[1].expect("half of it");
        assert!(there.host == 1 && (there.share - 0.5).abs() < 1e-9);
        film.instances[0] = Life::new(0, Lot::Starting);
        let share = |at: f64| levels(&film, 0, Time::from_seconds(at))[0].expect("there").share;
        assert!(share(0.5) < share(1.0) && share(1.0) < share(3.9));
    }
}
