//! Chance: a stream of its own for every entity and purpose, one draw for every variate.
//!
//! Two runs that differ in one parameter then use the same luck for the same thing, and comparing
//! them shows the difference of the model and not noise. That is also why variates come by
//! inverting the distribution: methods that reject use a varying number of draws.

use rand_core::Rng as _;
use rand_pcg::Pcg32;

/// An independent stream of random numbers, the same on every machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stream {
    generator: Pcg32,
}

impl Stream {
    /// The stream of an entity for a purpose, in the run that this seed names.
    #[must_use]
    pub fn new(seed: u64, entity: u32, purpose: u32) -> Self {
        // Streams of the generator that differ in the number alone are related, so both its state
        // and its number come out of a mixer.
        let mut mixer = SplitMix(seed);
        let salt = mixer.next();
        let mut mixer = SplitMix(salt ^ (u64::from(entity) << 32 | u64::from(purpose)));
        Self { generator: Pcg32::new(mixer.next(), mixer.next()) }
    }

    /// A number between nought and one, never either. Exactly one draw.
    pub fn uniform(&mut self) -> f64 {
        const RESOLUTION: f64 = 4_294_967_296.0;
        (f64::from(self.generator.next_u32()) + 0.5) / RESOLUTION
    }

    /// An exponential variate of this mean.
    pub fn exponential(&mut self, mean: f64) -> f64 {
        -mean * libm::log(self.uniform())
    }

    /// A variate between `low` and `high` that is most often near `mode`.
    pub fn triangular(&mut self, low: f64, mode: f64, high: f64) -> f64 {
        let uniform = self.uniform();
        let (width, rise) = (high - low, mode - low);
        if uniform * width < rise {
            low + libm::sqrt(uniform * width * rise)
        } else {
            high - libm::sqrt((1.0 - uniform) * width * (high - mode))
        }
    }

    /// A log-normal variate: half of them below `median`, and the logarithm has the standard
    /// deviation `sigma`.
    pub fn lognormal(&mut self, median: f64, sigma: f64) -> f64 {
        median * libm::exp(sigma * normal_quantile(self.uniform()))
    }
}

/// Steele, Lea and Flood's mixer: good words from any seed, also from 0, 1, 2.
struct SplitMix(u64);

impl SplitMix {
    const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
    const ROUNDS: [(u32, u64); 2] = [(30, 0xBF58_476D_1CE4_E5B9), (27, 0x94D0_49BB_1331_11EB)];
    const LAST: u32 = 31;

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(Self::STEP);
        let mix =
            |word: u64, (shift, factor): (u32, u64)| (word ^ (word >> shift)).wrapping_mul(factor);
        let word = Self::ROUNDS.into_iter().fold(self.0, mix);
        word ^ (word >> Self::LAST)
    }
}

/// The standard normal variate below which this part lies: Wichura's algorithm AS 241 to sixteen
/// digits, without its branch for parts below 1e-11, which a stream of 32-bit draws never asks for.
fn normal_quantile(part: f64) -> f64 {
    let centred = part - 0.5;
    if centred.abs() <= CENTRE {
        let square = CENTRE * CENTRE - centred * centred;
        return centred * polynomial(&CENTRE_ABOVE, square) / polynomial(&CENTRE_BELOW, square);
    }
    let tail = libm::sqrt(-libm::log(part.min(1.0 - part))) - TAIL_ORIGIN;
    let size = polynomial(&TAIL_ABOVE, tail) / polynomial(&TAIL_BELOW, tail);
    if centred < 0.0 { -size } else { size }
}

/// Horner's scheme; the highest coefficient is the last.
fn polynomial(coefficients: &[f64], at: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * at + coefficient)
}

/// How far from the middle the first of the two approximations serves.
const CENTRE: f64 = 0.425;

const TAIL_ORIGIN: f64 = 1.6;

const CENTRE_ABOVE: [f64; 8] = [
    3.387_132_872_796_366_5,
    133.141_667_891_784_38,
    1_971.590_950_306_551_3,
    13_731.693_765_509_46,
    45_921.953_931_549_87,
    67_265.770_927_008_7,
    33_430.575_583_588_13,
    2_509.080_928_730_122_7,
];

const CENTRE_BELOW: [f64; 8] = [
    1.0,
    42.313_330_701_600_91,
    687.187_007_492_057_9,
    5_394.196_021_424_751,
    21_213.794_301_586_597,
    39_307.895_800_092_71,
    28_729.085_735_721_943,
    5_226.495_278_852_854,
];

const TAIL_ABOVE: [f64; 8] = [
    1.423_437_110_749_683_5,
    4.630_337_846_156_546,
    5.769_497_221_460_691,
    3.647_848_324_763_204_5,
    1.270_458_252_452_368_4,
    0.241_780_725_177_450_6,
    0.022_723_844_989_269_184,
    0.000_774_545_014_278_341_4,
];

const TAIL_BELOW: [f64; 8] = [
    1.0,
    2.053_191_626_637_759,
    1.676_384_830_183_803_8,
    0.689_767_334_985_1,
    0.148_103_976_427_480_08,
    0.015_198_666_563_616_457,
    0.000_547_593_808_499_534_5,
    0.000_000_001_050_750_071_644_416_8,
];

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWS: u32 = 40_000;

    /// The mean of many variates, each from a stream of its own: so streams are tested, too.
    fn mean(draw: impl Fn(&mut Stream) -> f64) -> f64 {
        let draw_one = |entity| draw(&mut Stream::new(7, entity, 1));
        (0..DRAWS).map(draw_one).sum::<f64>() / f64::from(DRAWS)
    }

    #[track_caller]
    fn check(mean: f64, expected: f64, deviation: f64) {
        let error = deviation / libm::sqrt(f64::from(DRAWS));
        assert!((mean - expected).abs() < 3.0 * error, "{mean} for {expected} ± {error}");
    }

    #[test]
    fn the_generator_is_the_published_one() {
        let mut generator = Pcg32::new(42, 54);
        let words: Vec<u32> = (0..6).map(|_| generator.next_u32()).collect();
        let published =
            [0xA15C_02B7, 0x7B47_F409, 0xBA1D_3330, 0x83D2_F293, 0xBFA4_784B, 0xCBED_606E];
        assert_eq!(words, published);
    }

    #[test]
    fn the_mixer_is_the_published_one() {
        let mut mixer = SplitMix(1_234_567);
        assert_eq!(mixer.next(), 6_457_827_717_110_365_317);
        assert_eq!(mixer.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn streams_have_the_means_of_their_distributions() {
        check(mean(Stream::uniform), 0.5, libm::sqrt(1.0 / 12.0));
        check(mean(|stream| stream.exponential(3.0)), 3.0, 3.0);
        check(mean(|stream| stream.triangular(1.0, 2.0, 6.0)), 3.0, libm::sqrt(21.0 / 18.0));
        let growth = libm::exp(0.5 * 0.25);
        let deviation = 2.0 * growth * libm::sqrt(growth * growth - 1.0);
        check(mean(|stream| stream.lognormal(2.0, 0.5)), 2.0 * growth, deviation);
    }

    #[test]
    fn the_normal_quantile_inverts_the_distribution() {
        for step in 1..2000 {
            let part = f64::from(step) / 2000.0;
            let back = 0.5 * libm::erfc(-normal_quantile(part) / core::f64::consts::SQRT_2);
            assert!((back / part - 1.0).abs() < 1e-14, "{part}: {back}");
        }
        let smallest = 0.5 / 4_294_967_296.0;
        let back = 0.5 * libm::erfc(-normal_quantile(smallest) / core::f64::consts::SQRT_2);
        assert!((back / smallest - 1.0).abs() < 1e-13, "{back}");
        let mirrored = -normal_quantile(1.0 - smallest);
        assert_eq!(mirrored.to_bits(), normal_quantile(smallest).to_bits());
    }

    #[test]
    fn a_triangle_without_width_is_its_mode() {
        let mut stream = Stream::new(1, 1, 1);
        assert_eq!(stream.triangular(2.0, 2.0, 2.0).to_bits(), 2.0_f64.to_bits());
        let edges = (0..1000).map(|_| stream.triangular(0.0, 0.0, 1.0));
        assert!(edges.into_iter().all(|variate| (0.0..=1.0).contains(&variate)));
    }

    #[test]
    fn every_variate_takes_one_draw() {
        let draws: [fn(&mut Stream) -> f64; 3] = [
            |stream| stream.exponential(1.0),
            |stream| stream.triangular(0.0, 1.0, 2.0),
            |stream| stream.lognormal(1.0, 1.0),
        ];
        for draw in draws {
            let (mut one, mut other) = (Stream::new(1, 2, 3), Stream::new(1, 2, 3));
            draw(&mut one);
            other.uniform();
            assert_eq!(one, other);
        }
    }

    #[test]
    fn streams_of_neighbours_are_not_related() {
        for (entity, purpose) in [(1, 0), (0, 1), (1, 1)] {
            let (mut one, mut other) = (Stream::new(9, 0, 0), Stream::new(9, entity, purpose));
            let product: f64 = (0..DRAWS)
                .map(|_| (one.uniform() - 0.5) * (other.uniform() - 0.5) * 12.0)
                .sum::<f64>()
                / f64::from(DRAWS);
            assert!(product.abs() < 3.0 / libm::sqrt(f64::from(DRAWS)), "{product}");
        }
    }
}
