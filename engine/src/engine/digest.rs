//! A short name for a long trace.
//!
//! Two runs with the same digest were the same, for all purposes of this program: a digest is to
//! find a difference between builds or browsers, not to resist a forger. So it is FNV-1a, which
//! fits in a line and has the same value everywhere.

const BASIS: u64 = 0xCBF2_9CE4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01B3;

/// A 64-bit digest of a sequence of words; their order counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(u64);

impl Default for Digest {
    fn default() -> Self {
        Self::new()
    }
}

impl Digest {
    /// The digest of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self(BASIS)
    }

    /// Takes in a word, from its lowest byte to its highest.
    pub fn add(&mut self, word: u64) {
        for byte in word.to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }

    /// The digest of all that was taken in.
    #[must_use]
    pub const fn value(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(words: &[u64]) -> u64 {
        let mut digest = Digest::new();
        for &word in words {
            digest.add(word);
        }
        digest.value()
    }

    #[test]
    fn it_is_the_published_function() {
        // Published values exist for nothing and for "foobar"; two bytes more make a word.
        assert_eq!(digest(&[]), 0xCBF2_9CE4_8422_2325);
        let bytes = u64::from_le_bytes(*b"foobarfo");
        let mut expected = 0x8594_4171_F739_67E8_u64; // the published value of "foobar"
        for byte in *b"fo" {
            expected = (expected ^ u64::from(byte)).wrapping_mul(PRIME);
        }
        assert_eq!(digest(&[bytes]), expected);
    }

    #[test]
    fn the_order_counts() {
        assert_ne!(digest(&[1, 2]), digest(&[2, 1]));
        assert_ne!(digest(&[0]), digest(&[0, 0]));
    }
}
