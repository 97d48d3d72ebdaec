//! What two machines have answered, as a lesson asks for it.

use super::condition::Term;
use crate::experiment::Answer;
use crate::scenario::field::row_of;
use crate::scenario::study::{Compared, Comparison};
use crate::scenario::{Scenario, Side, Value};

/// What is known of a scenario when it has been run.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    found: Compared,
}

/// Events of a slice where nobody waits.
const SLICE: u64 = 1 << 20;

impl Facts {
    /// From a comparison that is done.
    #[must_use]
    pub const fn of(found: Compared) -> Self {
        Self { found }
    }

    /// Runs a scenario to its end. For tests and the command line: a page runs it in slices.
    #[must_use]
    pub fn run(scenario: &Scenario) -> Self {
        let mut comparison = Comparison::new(scenario.clone());
        while !comparison.advance(SLICE) {}
        Self::of(comparison.result())
    }

    /// The scenario.
    #[must_use]
    pub const fn scenario(&self) -> &Scenario {
        &self.found.scenario
    }

    /// The answer of a machine, if it gave one.
    #[must_use]
    pub fn answer(&self, side: Side) -> Option<&Answer> {
        self.found.side(side)
    }

    /// The value of a term in the unit of its dimension; `None` where there is none.
    #[must_use]
    pub fn value(&self, term: &Term) -> Option<f64> {
        match term {
            Term::Quantity(side, name) => {
                let figures = &self.answer(*side)?.figures;
                figures.iter().find(|figure| figure.quantity.key() == *name).map(|one| one.value)
            }
            Term::Runs(side) => {
                let runs = self.answer(*side).is_some_and(|answer| answer.refused.is_none());
                Some(if runs { 1.0 } else { 0.0 })
            }
            Term::Setting(key) => setting(&self.found.scenario, key),
            Term::Amount(amount) => Some(amount.value()),
        }
    }
}

/// The number of a setting; `None` where it is switched off.
#[expect(clippy::cast_precision_loss, reason = "settings are far below 2^53")]
fn setting(scenario: &Scenario, key: &str) -> Option<f64> {
    let (row, side) = row_of(key)?;
    match row.get(scenario, side) {
        Value::Number(number) => Some(number as f64),
        _ => None,
    }
}
