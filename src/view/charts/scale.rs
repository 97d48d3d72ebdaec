//! Scales of curves: where a value stands, and which values are written beside it.

use super::curve::Line;
use crate::experiment::answer::Dimension;
use crate::scenario::{Measure, Range, Scale as Spread};
use crate::text::{Locale, answer, number};
use crate::view::axis::round_step;

/// What the values of a scale are, which decides the words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unit {
    /// A quantity of an answer.
    Of(Dimension),
    /// The number of a parameter.
    Parameter(Measure),
}

/// A scale from its lowest to its highest value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Lowest value.
    pub low: f64,
    /// Highest value; above the lowest.
    pub high: f64,
    /// Whether equal lengths are equal ratios.
    pub logarithmic: bool,
    /// What the values are.
    pub unit: Unit,
}

/// A scale needs a length, even where all values are the same.
fn spread(low: f64, high: f64) -> (f64, f64) {
    if high > low { (low, high) } else { (low, low + if low == 0.0 { 1.0 } else { low.abs() }) }
}

impl Scale {
    /// The scale to the right of these lines: as far as they reach.
    #[must_use]
    pub fn of_x(lines: &[Line], dimension: Dimension) -> Self {
        let all = || lines.iter().flat_map(|line| &line.points).map(|point| point.0);
        let low = all().fold(f64::INFINITY, f64::min);
        let high = all().fold(f64::NEG_INFINITY, f64::max);
        let low = if low.is_finite() { low } else { 0.0 };
        // A scale that begins close to nothing begins at nothing.
        let low = if low > 0.0 && low < 0.2 * high { 0.0 } else { low };
        let (low, high) = spread(low, high.max(low));
        Self { low, high, logarithmic: false, unit: Unit::Of(dimension) }
    }

    /// The scale upwards: from nothing, so that heights can be compared.
    #[must_use]
    pub fn of_y(lines: &[Line], dimension: Dimension) -> Self {
        let points = lines.iter().flat_map(|line| &line.points).map(|point| point.1);
        let bands = lines.iter().flat_map(|line| &line.band).map(|&(_, _, top)| top);
        let high = points.clone().chain(bands).fold(0.0, f64::max);
        let low = points.fold(0.0, f64::min);
        let (low, high) = spread(low, high * 1.05);
        Self { low, high, logarithmic: false, unit: Unit::Of(dimension) }
    }

    /// The scale of a parameter, spread as its slider is.
    #[must_use]
    pub fn of_parameter(range: Range, low: f64, high: f64) -> Self {
        let logarithmic = range.scale == Spread::Logarithmic && low > 0.0 && high >= 8.0 * low;
        let (low, high) = spread(low, high);
        Self { low, high, logarithmic, unit: Unit::Parameter(range.measure) }
    }

    /// Where a value stands: 0 at the lowest, 1 at the highest.
    #[must_use]
    pub fn position(&self, value: f64) -> f64 {
        let share = if self.logarithmic {
            let low = self.low.max(f64::MIN_POSITIVE);
            libm::log(value.max(low) / low) / libm::log(self.high / low)
        } else {
            (value - self.low) / (self.high - self.low)
        };
        share.clamp(0.0, 1.0)
    }

    /// Round values, about so many.
    #[must_use]
    pub fn ticks(&self, count: f64) -> Vec<f64> {
        if self.logarithmic {
            return self.powers(count);
        }
        let least = (self.high - self.low) / count.max(1.0);
        let step = match self.unit {
            Unit::Of(Dimension::Memory) => binary_step(least),
            Unit::Of(Dimension::Time) if least > 10.0 => time_step(least),
            // Things that are counted have no halves.
            Unit::Of(Dimension::Count) | Unit::Parameter(_) => round_step(least).max(1.0),
            Unit::Of(_) => round_step(least),
        };
        let mut ticks = Vec::new();
        let mut at = libm::ceil(self.low / step - 1e-9) * step;
        while at <= self.high + step * 1e-6 && ticks.len() < 100 {
            // Nothing has no sign.
            ticks.push(at + 0.0);
            at += step;
        }
        ticks
    }

    fn powers(&self, count: f64) -> Vec<f64> {
        let mut ticks = Vec::new();
        let mut power = libm::pow(10.0, libm::floor(libm::log10(self.low)));
        while power <= self.high {
            for factor in [1.0, 2.0, 5.0] {
                let value = power * factor;
                if value >= self.low * (1.0 - 1e-9) && value <= self.high * (1.0 + 1e-9) {
                    ticks.push(value);
                }
            }
            power *= 10.0;
        }
        let most = count.max(2.0);
        #[expect(clippy::cast_precision_loss, reason = "a few dozen ticks")]
        let many = ticks.len() as f64 > most;
        if many {
            let first = |value: f64| {
                libm::rint(value / libm::pow(10.0, libm::floor(libm::log10(value) + 1e-9)))
            };
            ticks.retain(|&tick| (first(tick) - 1.0).abs() < 0.5);
        }
        ticks
    }

    /// A value of this scale in words.
    #[must_use]
    pub fn told(&self, value: f64, locale: Locale) -> String {
        match self.unit {
            Unit::Of(dimension) => answer::value(value, dimension, locale),
            Unit::Parameter(measure) => number::measured(whole(value), measure, locale),
        }
    }

    /// A value beside the axis.
    #[must_use]
    pub fn tick(&self, value: f64, locale: Locale) -> String {
        match self.unit {
            Unit::Of(Dimension::Cores | Dimension::InstanceHours | Dimension::Factor) => {
                number::significant(value, 3)
            }
            _ if value == 0.0 => "0".to_owned(),
            _ => self.told(value, locale),
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
fn whole(value: f64) -> u64 {
    libm::rint(value) as u64
}

/// The smallest round part of minutes, hours and days, in seconds, that is no smaller than this.
fn time_step(least: f64) -> f64 {
    let steps = [15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0, 7200.0, 21_600.0];
    let found = steps.into_iter().find(|step| *step >= least);
    found.unwrap_or_else(|| round_step(least / 86_400.0) * 86_400.0)
}

/// The smallest power of two that is no smaller than this.
fn binary_step(least: f64) -> f64 {
    let mut step = 1.0;
    while step < least {
        step *= 2.0;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(low: f64, high: f64, logarithmic: bool) -> Scale {
        Scale { low, high, logarithmic, unit: Unit::Of(Dimension::Rate) }
    }

    #[test]
    fn ticks_are_round_and_within_the_scale() {
        assert_eq!(scale(0.0, 9.0, false).ticks(4.0), [0.0, 5.0]);
        assert_eq!(scale(0.0, 0.09, false).ticks(5.0), [0.0, 0.02, 0.04, 0.06, 0.08]);
        assert_eq!(scale(1.0, 100.0, true).ticks(9.0), [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]);
        assert_eq!(scale(1.0, 20_000.0, true).ticks(5.0), [1.0, 10.0, 100.0, 1000.0, 10_000.0]);
    }

    #[test]
    fn equal_ratios_have_equal_lengths_on_a_logarithmic_scale() {
        let scale = scale(1.0, 10_000.0, true);
        assert!((scale.position(100.0) - 0.5).abs() < 1e-12);
        assert!(scale.position(0.0).abs() < 1e-12 && scale.position(1e9) <= 1.0);
    }

    #[test]
    fn values_that_are_all_the_same_have_a_scale_all_the_same() {
        let line = Line { side: 0, points: vec![(3.0, 0.0), (3.0, 0.0)], band: Vec::new() };
        let lines = [line];
        for scale in [Scale::of_x(&lines, Dimension::Time), Scale::of_y(&lines, Dimension::Time)] {
            assert!(scale.high > scale.low && scale.position(scale.low).is_finite());
        }
    }
}
