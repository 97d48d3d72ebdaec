//! A number of twice the usual length, for sums that parts are taken out of again and for clocks
//! that run at very different speeds.
//!
//! Adding and subtracting doubles a million times drifts. The error of each step can be computed
//! exactly (Knuth's two-sum) and is carried beside the sum, which makes it good to some hundred
//! bits and spares adding everything up anew.

use crate::units::Time;

/// A compensated sum: the value is `high`, and `low` is what `high` had no room for. Ordered by
/// both, in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub(super) struct Sum {
    high: f64,
    low: f64,
}

impl Sum {
    pub const ZERO: Self = Self { high: 0.0, low: 0.0 };

    pub fn value(self) -> f64 {
        self.high
    }

    #[must_use]
    pub fn plus(self, part: f64) -> Self {
        let total = self.high + part;
        let given = total - self.high;
        let lost = (self.high - (total - given)) + (part - given);
        let low = self.low + lost;
        let high = total + low;
        Self { high, low: low - (high - total) }
    }

    /// Adds a whole number of equal parts, exactly: half the bits of the part at a time.
    #[must_use]
    pub fn plus_product(self, count: u32, part: f64) -> Self {
        const UPPER_HALF: u64 = !((1 << 27) - 1);
        if count == 1 {
            return self.plus(part);
        }
        let count = f64::from(count);
        let upper = f64::from_bits(part.to_bits() & UPPER_HALF);
        self.plus(count * upper).plus(count * (part - upper))
    }

    /// The whole picosecond nearest to a sum of picoseconds that is not negative.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    #[expect(clippy::cast_precision_loss, reason = "a double without a fraction comes back")]
    pub fn nearest(self) -> Time {
        // The lower part takes off up to half a step of the upper: it is lifted above nought, since
        // a conversion rounds towards it.
        const LIFT: f64 = 2048.0;
        let whole = self.high as u64;
        let rest = (self.high - whole as f64) + self.low + (LIFT + 0.5);
        Time(whole.saturating_add_signed(rest as i64 - LIFT as i64))
    }

    /// The difference of two sums, which may be far smaller than either.
    pub fn minus(self, other: Self) -> f64 {
        (self.high - other.high) + (self.low - other.low)
    }
}

/// The picoseconds since the beginning, exactly.
impl From<Time> for Sum {
    #[expect(clippy::cast_precision_loss, reason = "what is lost is the lower part")]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    fn from(time: Time) -> Self {
        let high = time.0 as f64;
        let low = time.0.wrapping_sub(high as u64).cast_signed() as f64;
        Self { high, low }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taking_out_what_was_put_in_leaves_the_rest_exactly() {
        let parts = || (1..100_000).map(|step| f64::from(step) * 1.1);
        let full = parts().fold(Sum::ZERO.plus(0.1), Sum::plus);
        let rest = parts().fold(full, |sum, part| sum.plus(-part));
        assert_eq!(rest.value().to_bits(), 0.1_f64.to_bits());
    }

    #[test]
    fn many_parts_at_once_are_what_they_are_one_by_one() {
        let part = 1.0 / 3.0;
        let sum = Sum::ZERO.plus(1e6).plus_product(10_007, part);
        let rest = (0..10_007).fold(sum, |sum, _| sum.plus(-part));
        assert_eq!(rest, Sum::ZERO.plus(1e6));
    }

    #[test]
    fn the_nearest_picosecond_counts_both_parts() {
        let large = Sum::from(Time(1 << 60));
        assert_eq!(large.plus(0.4).nearest(), Time(1 << 60));
        assert_eq!(large.plus(0.6).nearest(), Time((1 << 60) + 1));
        assert_eq!(large.plus(-0.6).nearest(), Time((1 << 60) - 1));
        for time in [(1 << 54) + 3, (1 << 63) + 1023, (1 << 63) + 1025].map(Time) {
            assert_eq!(Sum::from(time).nearest(), time);
        }
        assert_eq!(Sum::ZERO.plus(0.5).nearest(), Time(1));
        assert_eq!(Sum::ZERO.plus(1e30).nearest(), Time::NEVER);
    }

    #[test]
    fn small_steps_on_a_large_sum_are_kept() {
        let large = Sum::ZERO.plus(1e20);
        let later = (0..1000).fold(large, |sum, _| sum.plus(0.001));
        assert!((later.minus(large) - 1.0).abs() < 1e-12);
        assert!(later > large && large.plus(1e-9) > large);
        assert_eq!(later.value().to_bits(), large.value().to_bits());
    }
}
