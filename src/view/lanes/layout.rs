//! Which lanes are drawn and where their bars lie.
//!
//! A bar that was slowed is drawn whole, with a hatched strip along its foot whose share of the
//! area is the share of the time that was lost. When within the bar it was lost is not known, and
//! so the drawing does not pretend to know.

use crate::catalog::{Clock, Phase};
use crate::experiment::{LaneSpan, Report, Wait};
use crate::units::Time;
use crate::units::sort_short;
use crate::view::axis::Axis;
use crate::view::path::Outline;

/// The most lanes that are drawn.
pub const LANES_MOST: u32 = 24;

/// The instances whose lanes are drawn: all, or some that are evenly spread and always include
/// the first, the last and the chosen one.
#[must_use]
pub fn shown_lanes(instances: u32, chosen: Option<u32>) -> Vec<u32> {
    if instances <= LANES_MOST {
        return (0..instances).collect();
    }
    let last = u64::from(instances - 1);
    let mut shown: Vec<u32> = (0..u64::from(LANES_MOST))
        .map(|index| index * last / u64::from(LANES_MOST - 1))
        .map(|number| u32::try_from(number).unwrap_or(u32::MAX))
        .collect();
    if let Some(chosen) = chosen.filter(|chosen| *chosen < instances)
        && let Err(place) = shown.binary_search(&chosen)
    {
        let place = place.clamp(1, shown.len() - 2);
        shown[place] = chosen;
        shown.sort_unstable();
    }
    shown
}

/// Heights of a lane in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rows {
    /// From one lane to the next.
    pub pitch: f64,
    /// Height of a bar.
    pub bar: f64,
}

impl Rows {
    /// Heights for so many lanes with letters of this size.
    #[must_use]
    pub fn of(lanes: usize, rem: f64) -> Self {
        let pitch = if lanes <= 12 { 20.0 } else { 15.0 } * rem;
        Self { pitch, bar: pitch - 4.0 * rem }
    }
}

/// The drawing of some lanes: outlines by phase and by reason to wait, and marks of clocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LanePaths {
    /// Bars by phase.
    pub phases: Vec<(Phase, Outline)>,
    /// Hatched parts by what was waited for.
    pub waits: Vec<(Wait, Outline)>,
    /// A small bar where a clock other than the last stopped.
    pub marks: Outline,
    /// A dot where an instance answered.
    pub ready: Outline,
}

fn entry<K: PartialEq + Copy>(groups: &mut Vec<(K, Outline)>, key: K) -> &mut Outline {
    let place = groups.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
        groups.push((key, Outline::default()));
        groups.len() - 1
    });
    &mut groups[place].1
}

/// Whether the whole bar was spent waiting.
#[must_use]
pub fn is_pure_wait(bar: &LaneSpan) -> bool {
    bar.wait.is_some() && bar.waited == bar.end.since(bar.begin)
}

/// The rectangles of one bar: the part that is filled, and the part that is hatched.
#[must_use]
pub fn bar_rectangles(
    bar: &LaneSpan,
    axis: &Axis,
    top: f64,
    height: f64,
) -> (Option<[f64; 4]>, Option<[f64; 4]>) {
    let x = axis.x(bar.begin);
    let width = (axis.x(bar.end) - x).max(0.2);
    if is_pure_wait(bar) {
        return (None, Some([x, top, width, height]));
    }
    let length = bar.end.since(bar.begin).as_seconds();
    let lost = if length > 0.0 { (bar.waited.as_seconds() / length).min(1.0) } else { 0.0 };
    let strip = height * lost;
    let hatched =
        (bar.wait.is_some() && strip >= 0.5).then_some([x, top + height - strip, width, strip]);
    (Some([x, top, width, height]), hatched)
}

/// Lays out the lanes of these instances, from the top downwards.
#[must_use]
pub fn lane_paths(report: &Report, instances: &[u32], axis: &Axis, rows: Rows) -> LanePaths {
    let mut paths = LanePaths::default();
    let mut top = (rows.pitch - rows.bar) / 2.0;
    for &instance in instances {
        for bar in report.lane(instance) {
            let (filled, hatched) = bar_rectangles(bar, axis, top, rows.bar);
            if let Some(filled) = filled {
                entry(&mut paths.phases, bar.phase).rectangle(filled);
            }
            if let (Some(hatched), Some(wait)) = (hatched, bar.wait) {
                entry(&mut paths.waits, wait).rectangle(hatched);
            }
        }
        let clocks = report.instances[instance as usize].clocks;
        for clock in [Clock::FirstInstruction, Clock::Init] {
            if let Some(time) = clocks[clock as usize] {
                let x = axis.x(time);
                paths.marks.line([x, top - 2.0], [x, top + rows.bar + 2.0]);
            }
        }
        if let Some(time) = clocks[Clock::Ready as usize] {
            paths.ready.circle(axis.x(time), top + rows.bar / 2.0, 3.5);
        }
        top += rows.pitch;
    }
    sort_short(&mut paths.phases, |one, other| one.0 < other.0);
    sort_short(&mut paths.waits, |one, other| one.0 < other.0);
    paths
}

/// When an instance answered first.
#[must_use]
pub fn answered(report: &Report, instance: u32) -> Option<Time> {
    report.instances.get(instance as usize)?.clocks[Clock::Ready as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Span;

    fn bar(begin: u64, end: u64, waited: u64) -> LaneSpan {
        let at = |millis| Time::ZERO + Span::milliseconds(millis);
        LaneSpan {
            instance: 0,
            phase: Phase::Kernel,
            begin: at(begin),
            end: at(end),
            waited: Span::milliseconds(waited),
            wait: (waited > 0).then_some(Wait::Cores),
        }
    }

    fn axis() -> Axis {
        Axis::of(640.0, 1.0, Time::from_seconds(2.0))
    }

    #[test]
    fn the_hatched_share_of_a_bar_is_the_share_of_time_lost() {
        let (filled, hatched) = bar_rectangles(&bar(200, 1000, 200), &axis(), 3.0, 16.0);
        let ([_, _, width, height], [_, _, lost_width, lost]) = (filled.unwrap(), hatched.unwrap());
        let share = lost_width * lost / (width * height);
        assert!((share - 0.25).abs() < 1e-9, "{share}");
    }

    #[test]
    fn a_pure_wait_is_hatched_and_not_filled() {
        let (filled, hatched) = bar_rectangles(&bar(200, 1000, 800), &axis(), 3.0, 16.0);
        assert!(filled.is_none() && hatched.is_some());
    }

    #[test]
    fn bars_that_follow_each_other_in_time_do_not_overlap() {
        let (first, _) = bar_rectangles(&bar(0, 500, 0), &axis(), 3.0, 16.0);
        let (second, _) = bar_rectangles(&bar(500, 900, 0), &axis(), 3.0, 16.0);
        let ([x, _, width, _], [next, ..]) = (first.unwrap(), second.unwrap());
        assert!(x + width <= next + 1e-9);
    }

    #[test]
    fn few_lanes_are_all_drawn_and_many_are_spread_with_both_ends() {
        assert_eq!(shown_lanes(12, None), (0..12).collect::<Vec<_>>());
        let shown = shown_lanes(10_000, Some(77));
        assert_eq!(shown.len(), LANES_MOST as usize);
        assert_eq!((shown[0], shown[23]), (0, 9999));
        assert!(shown.contains(&77) && shown.is_sorted());
    }
}
