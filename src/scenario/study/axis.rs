//! A parameter with the values that it takes in a sweep.
//!
//! Numbers are put in order, because a crossing lies between neighbours; choices stay as they were
//! listed.

use serde::{Deserialize, Serialize};

use crate::scenario::{
    Kind, Parameter, ParameterId, Scale, Scenario, Scope, Side, Value, parameter,
};
use crate::units::sort_short;

/// No axis has more values.
pub const VALUES_MOST: usize = 2000;

/// A parameter that is varied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Axis {
    /// Which one.
    pub parameter: ParameterId,
    /// Of which machine; `None` for both. A common parameter is always for both.
    pub side: Option<Side>,
    /// What it is set to, numbers growing and each once.
    pub values: Vec<Value>,
}

/// Why something is no axis.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AxisProblem {
    /// No value is left.
    #[error("an axis needs at least one value")]
    Empty,
    /// More values than are ever needed.
    #[error("{0} values, but an axis has at most {VALUES_MOST}")]
    TooMany(usize),
    /// The parameter is of another kind.
    #[error("value {place} does not fit the kind of the parameter")]
    Unfit {
        /// Which of the values, counted from 1.
        place: usize,
    },
    /// Steps were asked of a parameter that is no number.
    #[error("the parameter is no number, so there are no steps: list its values")]
    NoNumber,
}

impl Axis {
    /// An axis over these values.
    ///
    /// # Errors
    /// If there are none or too many, or one does not fit the parameter. What is out of range
    /// fits: the sweep has a gap there and says why.
    pub fn new(
        id: ParameterId,
        side: Option<Side>,
        mut values: Vec<Value>,
    ) -> Result<Self, AxisProblem> {
        let row = parameter(id);
        let mut probe = Scenario::default();
        if let Some(unfit) = values.iter().position(|value| !row.set(&mut probe, Side::A, value)) {
            return Err(AxisProblem::Unfit { place: unfit + 1 });
        }
        if row.range().is_some() {
            sort_short(&mut values, |one, other| number(one) < number(other));
        }
        values.dedup();
        match values.len() {
            0 => Err(AxisProblem::Empty),
            count if count > VALUES_MOST => Err(AxisProblem::TooMany(count)),
            _ => {
                let side = side.filter(|_| row.scope == Scope::Side);
                Ok(Self { parameter: id, side, values })
            }
        }
    }

    /// An axis from one number to another in so many values, rounded to whole numbers.
    ///
    /// # Errors
    /// As [`Axis::new`], and if the parameter is no number.
    pub fn steps(
        id: ParameterId,
        side: Option<Side>,
        [from, to]: [u64; 2],
        count: usize,
        scale: Scale,
    ) -> Result<Self, AxisProblem> {
        if parameter(id).range().is_none() {
            return Err(AxisProblem::NoNumber);
        }
        if count > VALUES_MOST {
            return Err(AxisProblem::TooMany(count));
        }
        Self::new(id, side, spread([from, to], count, scale).map(Value::Number).collect())
    }

    /// An axis over everything that the parameter can be in this scenario: every choice, both
    /// states of a switch, or its range in so many values as its slider spreads them.
    ///
    /// # Errors
    /// As [`Axis::new`].
    pub fn whole(
        id: ParameterId,
        side: Option<Side>,
        scenario: &Scenario,
        count: usize,
    ) -> Result<Self, AxisProblem> {
        let row = parameter(id);
        match row.kind {
            Kind::Number(range) | Kind::Optional(range, _) => {
                Self::steps(id, side, [range.low, range.high], count, range.scale)
            }
            Kind::Choice(list) => {
                let ids = list(scenario, side.unwrap_or(Side::A));
                Self::new(id, side, ids.into_iter().map(Value::choice).collect())
            }
            Kind::Switch => Self::new(id, side, vec![Value::Switch(false), Value::Switch(true)]),
        }
    }

    /// Its row in the table of parameters.
    #[must_use]
    pub fn row(&self) -> &'static Parameter {
        parameter(self.parameter)
    }

    /// Puts a value into a scenario, on every side that it concerns.
    pub fn apply(&self, scenario: &mut Scenario, value: &Value) {
        let row = self.row();
        for &side in row.sides() {
            if self.side.is_none_or(|of| of == side) {
                row.set(scenario, side, value);
            }
        }
    }
}

/// The number of a value; what is switched off stands before every number.
pub(super) fn number(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Off | Value::Choice(_) | Value::Switch(_) => None,
    }
}

/// So many numbers between both ends, which are among them.
fn spread([from, to]: [u64; 2], count: usize, scale: Scale) -> impl Iterator<Item = u64> {
    let (low, high) = (real(from.min(to)), real(from.max(to)));
    let steps = real(count.saturating_sub(1) as u64).max(1.0);
    let logarithmic = scale == Scale::Logarithmic;
    // From nothing there is no ratio to anything: such an axis begins at 1 after it.
    let base = if logarithmic { low.max(1.0) } else { low };
    (0..count).map(move |place| {
        let part = real(place as u64) / steps;
        let value = if place == 0 {
            low
        } else if place + 1 == count {
            high
        } else if logarithmic {
            base * libm::exp(libm::log(high.max(1.0) / base) * part)
        } else {
            base + (high - base) * part
        };
        whole(value)
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
fn whole(value: f64) -> u64 {
    libm::rint(value) as u64
}

#[expect(clippy::cast_precision_loss, reason = "ranges end far below 2^53")]
fn real(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(axis: &Axis) -> Vec<u64> {
        axis.values.iter().filter_map(number).collect()
    }

    #[test]
    fn steps_hold_both_ends_and_grow() {
        let axis = |ends, count, scale| {
            Axis::steps(ParameterId::Instances, None, ends, count, scale).map(|axis| numbers(&axis))
        };
        assert_eq!(axis([10, 50], 5, Scale::Linear), Ok(vec![10, 20, 30, 40, 50]));
        assert_eq!(axis([1, 1000], 4, Scale::Logarithmic), Ok(vec![1, 10, 100, 1000]));
        assert_eq!(axis([1, 4], 9, Scale::Logarithmic), Ok(vec![1, 2, 3, 4]));
        assert_eq!(axis([0, 100], 3, Scale::Logarithmic), Ok(vec![0, 10, 100]));
        assert_eq!(axis([7, 7], 3, Scale::Linear), Ok(vec![7]));
        assert_eq!(axis([1, 9], 0, Scale::Linear), Err(AxisProblem::Empty));
    }

    #[test]
    fn what_is_no_number_has_no_steps_but_a_list() {
        let steps = Axis::steps(ParameterId::Platform, None, [1, 2], 2, Scale::Linear);
        assert_eq!(steps, Err(AxisProblem::NoNumber));
        let scenario = Scenario::default();
        let all = Axis::whole(ParameterId::Platform, Some(Side::B), &scenario, 0);
        assert!(all.is_ok_and(|axis| axis.values.len() > 10 && axis.side == Some(Side::B)));
        let unfit = Axis::new(ParameterId::Instances, None, vec![Value::choice("many")]);
        assert_eq!(unfit, Err(AxisProblem::Unfit { place: 1 }));
    }
}
