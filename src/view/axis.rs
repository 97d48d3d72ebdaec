//! The time axis that lanes and charts share, so that one cursor stands over all of them.

use yew::prelude::*;

use crate::units::Time;

/// A time axis in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// Width of the whole figure.
    pub width: f64,
    /// Left of the axis, for labels.
    pub left: f64,
    /// Right of the axis, for labels.
    pub right: f64,
    /// The time at its right end.
    pub end: Time,
}

impl Axis {
    /// An axis for a figure of this width with letters of this size.
    #[must_use]
    pub fn of(width: f64, rem: f64, end: Time) -> Self {
        let (left, right) = if width >= 430.0 * rem { (56.0, 122.0) } else { (46.0, 112.0) };
        Self { width: width.max(260.0), left: left * rem, right: right * rem, end }
    }

    /// Length of the axis.
    #[must_use]
    pub fn length(&self) -> f64 {
        (self.width - self.left - self.right).max(1.0)
    }

    /// Where a time lies.
    #[must_use]
    pub fn x(&self, time: Time) -> f64 {
        let share = time.as_seconds() / self.end.as_seconds().max(1e-12);
        self.left + self.length() * share.clamp(0.0, 1.0)
    }

    /// Round times for labels that are at least this far apart, in seconds.
    #[must_use]
    pub fn ticks(&self, apart: f64) -> Vec<f64> {
        let end = self.end.as_seconds();
        let step = round_step(end * apart / self.length());
        let mut ticks = Vec::new();
        let mut index = 0_u32;
        while f64::from(index) * step <= end * (1.0 + 1e-9) && index < 1000 {
            ticks.push(f64::from(index) * step);
            index += 1;
        }
        ticks
    }
}

/// The smallest of 1, 2, 5 times a power of ten that is no smaller than this.
#[must_use]
pub fn round_step(least: f64) -> f64 {
    let mut power = 1e-6;
    while power < 1e12 {
        for factor in [1.0, 2.0, 5.0] {
            if power * factor >= least {
                return power * factor;
            }
        }
        power *= 10.0;
    }
    power
}

/// Where the cursor stands.
#[derive(Clone, PartialEq)]
pub struct CursorProps {
    /// The axis.
    pub axis: Axis,
    /// The time.
    pub time: Time,
    /// Height of the figure in CSS pixels.
    pub height: f64,
}

/// The line at the time of the clock, over a figure that it does not redraw.
pub fn cursor(props: &CursorProps) -> Html {
    let CursorProps { axis, time, height } = props;
    let x = format!("{:.1}", axis.x(*time));
    let view_box = format!("0 0 {:.0} {height:.0}", axis.width);
    html! {
        <svg class="cursor" aria-hidden="true" viewBox={view_box}
            width={axis.width.to_string()} height={height.to_string()}>
            <line x1={x.clone()} x2={x} y1="0" y2={height.to_string()} />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Span;

    #[test]
    fn the_cursor_is_at_the_ends_of_the_axis_at_the_ends_of_time() {
        let axis = Axis::of(640.0, 1.0, Time::ZERO + Span::seconds(8));
        assert!((axis.x(Time::ZERO) - axis.left).abs() < 1e-9);
        assert!((axis.x(axis.end) - (axis.width - axis.right)).abs() < 1e-9);
        assert!((axis.x(Time::NEVER) - (axis.width - axis.right)).abs() < 1e-9);
        let half = Time::ZERO + Span::seconds(4);
        assert!((axis.x(half) - axis.left - axis.length() / 2.0).abs() < 1e-9);
    }

    #[test]
    fn ticks_are_round_and_far_enough_apart() {
        let axis = Axis::of(640.0, 1.0, Time::from_seconds(7.3));
        let ticks = axis.ticks(60.0);
        assert_eq!(ticks, [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
        assert!(round_step(0.21) > 0.4 && round_step(3.0) < 6.0);
    }

    #[test]
    fn a_run_without_length_has_an_axis_all_the_same() {
        let axis = Axis::of(640.0, 1.0, Time::ZERO);
        assert!(axis.x(Time::ZERO).is_finite());
        assert!(!axis.ticks(60.0).is_empty());
    }
}
