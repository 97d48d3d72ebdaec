//! Latencies as a histogram with buckets of equal ratio: memory that does not grow with requests.
//!
//! Sixty-four buckets to each doubling, by the bits of the whole number of nanoseconds: so the
//! bucket is found without a logarithm, is the same on every machine, and is at most 1.6 % wide.

use crate::units::Span;

const PICOSECONDS: u64 = 1000;
/// Buckets to a doubling.
const FINENESS: u32 = 64;
const BITS: u32 = FINENESS.ilog2();
const BUCKETS: usize = ((u64::BITS - BITS + 1) * FINENESS) as usize;

/// Counts of latencies.
#[derive(Clone, Debug)]
pub(super) struct Latencies {
    counts: Vec<u64>,
    count: u64,
    sum: f64,
}

impl Latencies {
    pub fn new() -> Self {
        Self { counts: vec![0; BUCKETS], count: 0, sum: 0.0 }
    }

    pub fn add(&mut self, latency: Span) {
        self.counts[bucket(latency.0 / PICOSECONDS)] += 1;
        self.count += 1;
        self.sum += latency.as_seconds();
    }

    pub fn count(&self) -> u64 {
        self.count
    }

    #[expect(clippy::cast_precision_loss, reason = "counts end far below 2^53")]
    pub fn mean(&self) -> f64 {
        if self.count == 0 { 0.0 } else { self.sum / self.count as f64 }
    }

    /// The latency in seconds that this part of all did not exceed, to the middle of its bucket.
    #[expect(clippy::cast_precision_loss, reason = "counts end far below 2^53")]
    pub fn quantile(&self, part: f64) -> f64 {
        let wanted = part * self.count as f64;
        let mut seen = 0;
        for (index, &count) in self.counts.iter().enumerate() {
            seen += count;
            if count > 0 && seen as f64 >= wanted {
                return middle(index);
            }
        }
        0.0
    }
}

/// The first buckets are a nanosecond each; from then on each doubling has as many.
#[expect(clippy::cast_possible_truncation, reason = "below the number of buckets")]
fn bucket(nanoseconds: u64) -> usize {
    if nanoseconds < u64::from(FINENESS) {
        return nanoseconds as usize;
    }
    let shift = nanoseconds.ilog2() - BITS;
    (u64::from((shift + 1) * FINENESS) + (nanoseconds >> shift) - u64::from(FINENESS)) as usize
}

#[expect(clippy::cast_precision_loss, reason = "a bucket is wider than the error")]
fn middle(index: usize) -> f64 {
    let index = index as u64;
    let fineness = u64::from(FINENESS);
    if index < fineness {
        return (index as f64 + 0.5) * 1e-9;
    }
    let (shift, place) = (index / fineness - 1, index % fineness);
    let low = (fineness + place) << shift;
    let width = 1_u64 << shift;
    (low as f64 + width as f64 * 0.5) * 1e-9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_latency_lies_in_a_bucket_whose_middle_is_near_it() {
        let mut nanoseconds = 64_u64;
        while nanoseconds < 1 << 50 {
            let told = middle(bucket(nanoseconds));
            let real = Span(nanoseconds * PICOSECONDS).as_seconds();
            assert!((told / real - 1.0).abs() < 0.008, "{nanoseconds}: {told}");
            nanoseconds += nanoseconds / 7 + 1;
        }
        assert!((0..64).zip(0..).all(|(small, place)| bucket(small) == place));
        assert_eq!(bucket(64), 64);
        assert!(bucket(u64::MAX) < BUCKETS);
    }

    #[test]
    fn quantiles_of_equal_steps_are_the_steps() {
        let mut latencies = Latencies::new();
        for step in 1..=1000 {
            latencies.add(Span(step * 1_000_000_000));
        }
        for (part, expected) in [(0.5, 0.5), (0.9, 0.9), (0.99, 0.99)] {
            assert!((latencies.quantile(part) / expected - 1.0).abs() < 0.01);
        }
        assert!((latencies.mean() - 0.5005).abs() < 1e-9);
    }
}
