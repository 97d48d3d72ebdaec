//! What can be said of two machines so that it can be checked: `b.ready-median < 5 s`.
//!
//! A condition compares two terms, either of which may be taken so many times:
//! `a.ready-median > 5 * b.ready-median`. A term is a quantity of machine A or B, a setting, or an
//! amount with its unit. It is the one language of a lesson, for statements, choices and goals.

use super::amount::Amount;
use super::facts::Facts;
use crate::experiment::answer::{Dimension, Quantity};
use crate::scenario::field::row_of;
use crate::scenario::{Kind, Side};

/// Something that has a value when the machines have answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    /// A quantity of one machine, by its name in files: `a.ready-median`.
    Quantity(Side, &'static str),
    /// Whether a machine runs what it is asked to run: `a.runs`.
    Runs(Side),
    /// A setting, by its key: `n`, `b.vcpus`.
    Setting(String),
    /// An amount.
    Amount(Amount),
}

/// How two terms are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The first is less.
    Less,
    /// It is not more.
    AtMost,
    /// It is more.
    More,
    /// It is not less.
    AtLeast,
    /// They are the same.
    Same,
}

const ORDERS: [(&str, Order); 5] = [
    ("<=", Order::AtMost),
    (">=", Order::AtLeast),
    ("<", Order::Less),
    (">", Order::More),
    ("=", Order::Same),
];

/// Something that holds of two machines, or does not.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// How many times the first term is taken, and the term.
    pub left: (f64, Term),
    /// How they are compared.
    pub order: Order,
    /// How many times the second is taken, and the term.
    pub right: (f64, Term),
}

/// Why a text is no condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// There is no comparison in it.
    NoOrder,
    /// This is neither a quantity nor a setting nor an amount.
    NoTerm(String),
    /// The two sides have different units.
    OtherUnit,
}

/// The name of a quantity of any question, if it is one.
#[must_use]
pub fn quantity(name: &str) -> Option<Quantity> {
    Quantity::all().find(|of| of.key() == name)
}

impl Term {
    /// Reads a term.
    ///
    /// # Errors
    /// With the text, if it is none.
    pub fn read(text: &str) -> Result<Self, Unread> {
        let text = text.trim();
        if let Some(amount) = Amount::read(text) {
            return Ok(Self::Amount(amount));
        }
        let of = match text.split_once('.') {
            Some(("a", name)) => Some((Side::A, name)),
            Some(("b", name)) => Some((Side::B, name)),
            _ => None,
        };
        match of {
            Some((side, "runs")) => return Ok(Self::Runs(side)),
            Some((side, name)) => {
                if let Some(quantity) = quantity(name) {
                    return Ok(Self::Quantity(side, quantity.key()));
                }
            }
            None => {}
        }
        // A condition compares numbers; a choice has none.
        let is_number = |kind: Kind| matches!(kind, Kind::Number(_) | Kind::Optional(..));
        match row_of(text) {
            Some((row, _)) if is_number(row.kind) => Ok(Self::Setting(text.to_owned())),
            _ => Err(Unread::NoTerm(text.to_owned())),
        }
    }

    /// What it measures; `None` for plain numbers.
    #[must_use]
    pub fn dimension(&self) -> Option<Dimension> {
        match self {
            Self::Quantity(_, name) => quantity(name).map(Quantity::dimension),
            Self::Runs(_) => Some(Dimension::Truth),
            Self::Setting(_) => None,
            Self::Amount(amount) => amount.unit.map(|unit| unit.dimension),
        }
    }
}

/// `3 * a.ready`, or a term alone.
fn multiple(text: &str) -> Result<(f64, Term), Unread> {
    match text.split_once('*') {
        Some((factor, term)) => {
            let number: Option<f64> = factor.trim().parse().ok();
            let number = number.filter(|number| number.is_finite());
            let factor = number.ok_or_else(|| Unread::NoTerm(factor.trim().to_owned()))?;
            Ok((factor, Term::read(term)?))
        }
        None => Ok((1.0, Term::read(text)?)),
    }
}

impl Condition {
    /// Reads a condition.
    ///
    /// # Errors
    /// With what is wrong, if it is none.
    pub fn read(text: &str) -> Result<Self, Unread> {
        let found = ORDERS.iter().find_map(|(sign, order)| {
            let (left, right) = text.split_once(sign)?;
            Some((left, *order, right))
        });
        let (left, order, right) = found.ok_or(Unread::NoOrder)?;
        let (left, right) = (multiple(left)?, multiple(right)?);
        let fits = |one: &Term, other: &Term| match one {
            Term::Amount(amount) => amount.fits(other.dimension()),
            _ => true,
        };
        if !fits(&left.1, &right.1) || !fits(&right.1, &left.1) {
            return Err(Unread::OtherUnit);
        }
        Ok(Self { left, order, right })
    }

    /// The values of its two sides; `None` where one has none.
    #[must_use]
    pub fn values(&self, facts: &Facts) -> Option<(f64, f64)> {
        let value = |(times, term): &(f64, Term)| Some(times * facts.value(term)?);
        value(&self.left).zip(value(&self.right))
    }

    /// Whether it holds; nothing holds of what has no value.
    #[must_use]
    pub fn holds(&self, facts: &Facts) -> bool {
        self.values(facts).is_some_and(|(left, right)| match self.order {
            Order::Less => left < right,
            Order::AtMost => left <= right,
            Order::More => left > right,
            Order::AtLeast => left >= right,
            Order::Same => (left - right).abs() <= 1e-9 * left.abs().max(right.abs()),
        })
    }

    /// Both of its terms.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        [&self.left.1, &self.right.1].into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_names_what_it_cannot_read() {
        assert!(Condition::read("a.ready-median > 5 * b.ready-median").is_ok());
        assert!(Condition::read("n >= 40").is_ok() && Condition::read("a.runs = 0").is_ok());
        assert!(Condition::read("b.resident<=16 GiB").is_ok());
        let wrong = |text| Condition::read(text).unwrap_err();
        assert_eq!(wrong("a.ready-median"), Unread::NoOrder);
        assert_eq!(wrong("a.speed > 1"), Unread::NoTerm("a.speed".to_owned()));
        assert_eq!(wrong("host = 3"), Unread::NoTerm("host".to_owned()));
        assert_eq!(wrong("x * n > 3"), Unread::NoTerm("x".to_owned()));
        assert_eq!(wrong("a.ready-median < 5 GiB"), Unread::OtherUnit);
    }
}
