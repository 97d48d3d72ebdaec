//! A sum that parts can be taken out of again.
//!
//! Adding and subtracting doubles a million times drifts. The error of each step can be computed
//! exactly (Knuth's two-sum) and is carried beside the sum, which makes it good to some hundred
//! bits and spares adding everything up anew.

/// A compensated sum: the value is `high`, and `low` is what `high` had no room for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    high: f64,
    low: f64,
}

impl Sum {
    pub const ZERO: Self = Self { high: 0.0, low: 0.0 };

    pub fn value(self) -> f64 {
        self.high
    }

    pub fn add(&mut self, part: f64) {
        let total = self.high + part;
        let given = total - self.high;
        let lost = (self.high - (total - given)) + (part - given);
        let low = self.low + lost;
        self.high = total + low;
        self.low = low - (self.high - total);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taking_out_what_was_put_in_leaves_the_rest_exactly() {
        let mut sum = Sum::default();
        sum.add(0.1);
        for step in 1..100_000 {
            sum.add(f64::from(step) * 1.1);
        }
        for step in 1..100_000 {
            sum.add(-(f64::from(step) * 1.1));
        }
        assert_eq!(sum.value().to_bits(), 0.1_f64.to_bits());
    }
}
