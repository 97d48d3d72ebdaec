//! Amounts as a lesson writes them: a number and, where there is one, its unit.

use crate::experiment::answer::Dimension;

/// A unit that a lesson may use.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// As it is written, and shown: the same in every language.
    pub name: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// How much of the dimension's own unit it is.
    pub scale: f64,
}

const fn unit(name: &'static str, dimension: Dimension, scale: f64) -> Unit {
    Unit { name, dimension, scale }
}

/// Every unit.
pub const UNITS: &[Unit] = &[
    unit("ms", Dimension::Time, 1e-3),
    unit("s", Dimension::Time, 1.0),
    unit("min", Dimension::Time, 60.0),
    unit("h", Dimension::Time, 3600.0),
    unit("KiB", Dimension::Memory, 1024.0),
    unit("MiB", Dimension::Memory, 1_048_576.0),
    unit("GiB", Dimension::Memory, 1_073_741_824.0),
    unit("TiB", Dimension::Memory, 1_099_511_627_776.0),
    unit("/s", Dimension::Rate, 1.0),
    unit("%", Dimension::Share, 0.01),
    unit("×", Dimension::Factor, 1.0),
    unit("cores", Dimension::Cores, 1.0),
];

/// A number with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The number as written.
    pub number: f64,
    /// Its unit; `None` for a plain number.
    pub unit: Option<Unit>,
}

impl Amount {
    /// Reads `5 s`, `16GiB` or `40`; `None` where it is none of a known unit.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let end = text.find(|letter: char| !matches!(letter, '0'..='9' | '.' | '-' | '_'));
        let (number, name) = text.split_at(end.unwrap_or(text.len()));
        let number: f64 = number.replace('_', "").parse().ok()?;
        let name = name.trim();
        let unit = UNITS.iter().find(|unit| unit.name == name).copied();
        (number.is_finite() && (name.is_empty() || unit.is_some())).then_some(Self { number, unit })
    }

    /// In the unit of its dimension.
    #[must_use]
    pub fn value(self) -> f64 {
        self.number * self.scale()
    }

    /// How much of the dimension's own unit one of its unit is.
    #[must_use]
    pub fn scale(self) -> f64 {
        self.unit.map_or(1.0, |unit| unit.scale)
    }

    /// Whether it can be held against something of this dimension.
    #[must_use]
    pub fn fits(self, dimension: Option<Dimension>) -> bool {
        self.unit.is_none_or(|unit| dimension == Some(unit.dimension))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_with_and_without_a_unit() {
        let read = |text| Amount::read(text).map(Amount::value);
        assert_eq!(read("5 s"), Some(5.0));
        assert_eq!(read(" 1.5min"), Some(90.0));
        assert_eq!(read("2 GiB"), Some(2_147_483_648.0));
        assert_eq!(read("25 %"), Some(0.25));
        assert_eq!(read("10_000"), Some(10_000.0));
        for wrong in ["", "s", "5 sec", "1e9999", "--3", "5 s s", "NaN"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
