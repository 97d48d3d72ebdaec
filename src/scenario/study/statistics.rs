//! Mean, deviation, and Student's interval of a sample.
//!
//! The quantile of Student's distribution is found by halving its distribution function, which is
//! an incomplete beta function; all by `libm`, so that an interval has the same bits everywhere.

use serde::{Deserialize, Serialize};

/// How sure an interval is to hold the mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confidence {
    /// 90 %.
    Ninety,
    /// 95 %.
    #[default]
    NinetyFive,
    /// 99 %.
    NinetyNine,
}

impl Confidence {
    /// Every level, the lowest first.
    pub const ALL: [Self; 3] = [Self::Ninety, Self::NinetyFive, Self::NinetyNine];

    /// As a probability, 0 to 1.
    #[must_use]
    pub const fn level(self) -> f64 {
        match self {
            Self::Ninety => 0.90,
            Self::NinetyFive => 0.95,
            Self::NinetyNine => 0.99,
        }
    }

    /// In per cent, as people name it.
    #[must_use]
    pub const fn percent(self) -> u32 {
        match self {
            Self::Ninety => 90,
            Self::NinetyFive => 95,
            Self::NinetyNine => 99,
        }
    }
}

/// What a sample says about a mean.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// Size of the sample.
    pub runs: u32,
    /// Mean.
    pub mean: f64,
    /// Standard deviation of the sample; 0 for a single run.
    pub deviation: f64,
    /// The mean is within so much of this one, with the confidence that was asked for; `None` for
    /// a single run, which says nothing about that.
    pub half_width: Option<f64>,
    /// How many runs are enough for the precision that was asked for, by what is known now;
    /// `None` where it cannot be told: one run, or a mean of nothing.
    pub enough: Option<u64>,
}

impl Estimate {
    /// What a sample says, with a confidence, and a precision as half-width over mean.
    #[must_use]
    pub fn of(sample: &[f64], confidence: Confidence, precision: f64) -> Option<Self> {
        let runs = u32::try_from(sample.len()).ok().filter(|&runs| runs > 0)?;
        let count = f64::from(runs);
        // Around the first value, so that equal values give exactly their mean and no deviation.
        let first = sample[0];
        let mean = first + sample.iter().map(|value| value - first).sum::<f64>() / count;
        if runs == 1 {
            return Some(Self { runs, mean, deviation: 0.0, half_width: None, enough: None });
        }
        let squares: f64 = sample.iter().map(|value| (value - mean) * (value - mean)).sum();
        let deviation = (squares / (count - 1.0)).sqrt();
        let quantile = student_quantile(confidence.level(), runs - 1);
        let half_width = Some(quantile * deviation / count.sqrt());
        let enough = enough(quantile * deviation, precision * libm::fabs(mean));
        Some(Self { runs, mean, deviation, half_width, enough })
    }

    /// Whether the sample is as large as the precision needs.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.enough.is_some_and(|enough| u64::from(self.runs) >= enough)
    }

    /// Both ends of the interval.
    #[must_use]
    pub fn interval(&self) -> Option<[f64; 2]> {
        self.half_width.map(|half| [self.mean - half, self.mean + half])
    }
}

/// `(t·s ÷ (h·mean))²`, rounded up; what does not vary needs one run.
fn enough(spread: f64, wanted: f64) -> Option<u64> {
    if spread <= 0.0 {
        return Some(1);
    }
    if wanted <= 0.0 {
        return None;
    }
    let ratio = spread / wanted;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    let runs = libm::ceil(ratio * ratio) as u64;
    Some(runs.max(2))
}

/// The value that Student's variable with so many degrees of freedom stays within, either way,
/// with this probability.
#[must_use]
pub fn student_quantile(probability: f64, freedom: u32) -> f64 {
    let outside = |t: f64| outside(t, f64::from(freedom.max(1)));
    let wanted = (1.0 - probability).clamp(1e-12, 1.0);
    let (mut low, mut high) = (0.0, 1.0);
    while outside(high) > wanted {
        low = high;
        high *= 2.0;
    }
    for _ in 0..HALVINGS {
        let middle = low + (high - low) / 2.0;
        if outside(middle) > wanted {
            low = middle;
        } else {
            high = middle;
        }
    }
    low + (high - low) / 2.0
}

/// More than the bits of a double, so that the two ends meet.
const HALVINGS: u32 = 64;

/// Probability that Student's variable lies further out than `t`, either way.
fn outside(t: f64, freedom: f64) -> f64 {
    incomplete_beta(freedom / (freedom + t * t), freedom / 2.0, 0.5)
}

/// The regularised incomplete beta function.
fn incomplete_beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    // The fraction converges quickly on one side of the mean; the other is its mirror image.
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - incomplete_beta(1.0 - x, b, a);
    }
    let logarithm = libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b)
        + a * libm::log(x)
        + b * libm::log1p(-x);
    libm::exp(logarithm) / a * continued_fraction(x, a, b)
}

/// The continued fraction of the incomplete beta function, from the front (Lentz's method).
fn continued_fraction(x: f64, a: f64, b: f64) -> f64 {
    let away_from_zero = |value: f64| if libm::fabs(value) < TINY { TINY } else { value };
    let mut numerator = 1.0;
    let mut denominator = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = denominator;
    for step in 1..TERMS_MOST {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for coefficient in [even, odd] {
            denominator = 1.0 / away_from_zero(1.0 + coefficient * denominator);
            numerator = away_from_zero(1.0 + coefficient / numerator);
            change = denominator * numerator;
            value *= change;
        }
        if libm::fabs(change - 1.0) < PRECISE {
            break;
        }
    }
    value
}

/// Stands in for a zero that would be divided by.
const TINY: f64 = 1e-300;
/// A term that changes the value by less ends the fraction.
const PRECISE: f64 = 1e-15;
/// Far more terms than any number of runs needs.
const TERMS_MOST: u32 = 10_000;

#[cfg(test)]
mod tests {
    use super::*;

    /// Two-sided 90, 95 and 99 % of Student's distribution, as printed in every textbook.
    const TABLE: [(u32, [f64; 3]); 8] = [
        (1, [6.314, 12.706, 63.657]),
        (2, [2.920, 4.303, 9.925]),
        (4, [2.132, 2.776, 4.604]),
        (9, [1.833, 2.262, 3.250]),
        (19, [1.729, 2.093, 2.861]),
        (30, [1.697, 2.042, 2.750]),
        (120, [1.658, 1.980, 2.617]),
        (1_000_000, [1.645, 1.960, 2.576]),
    ];

    #[test]
    fn quantiles_are_those_of_the_printed_table() {
        for (freedom, row) in TABLE {
            for (level, expected) in Confidence::ALL.into_iter().zip(row) {
                let found = student_quantile(level.level(), freedom);
                assert!((found - expected).abs() < 6e-4, "{freedom}: {found} for {expected}");
            }
        }
    }

    #[test]
    fn one_degree_of_freedom_has_a_closed_form() {
        // The distribution of Cauchy: half of it lies within 1, and 0.9 within tan(0.45 π).
        assert!((student_quantile(0.5, 1) - 1.0).abs() < 1e-12);
        let tangent = 6.313_751_514_675_043;
        assert!((student_quantile(0.9, 1) - tangent).abs() < 1e-10);
    }

    #[test]
    fn a_sample_by_hand() {
        let sample = [1.0, 2.0, 3.0, 4.0, 5.0];
        let found = Estimate::of(&sample, Confidence::NinetyFive, 0.1).expect("five values");
        assert_eq!((found.runs, found.mean), (5, 3.0));
        assert!((found.deviation - 2.5_f64.sqrt()).abs() < 1e-15);
        // t = 2.7764 for four degrees of freedom; half-width t·s/√5; enough (t·s/0.3)².
        let half = found.half_width.expect("more than one value");
        assert!((half - 1.963_243).abs() < 1e-5, "{half}");
        assert_eq!(found.enough, Some(215));
    }

    #[test]
    fn equal_values_have_exactly_their_mean_and_no_deviation() {
        let found = Estimate::of(&[0.1; 7], Confidence::Ninety, 0.05).expect("seven values");
        assert_eq!((found.mean, found.deviation, found.half_width), (0.1, 0.0, Some(0.0)));
        assert_eq!(found.enough, Some(1));
        let one = Estimate::of(&[0.1], Confidence::Ninety, 0.05).expect("one value");
        assert_eq!((one.mean, one.half_width, one.enough), (0.1, None, None));
        assert_eq!(Estimate::of(&[], Confidence::Ninety, 0.05), None);
    }
}
