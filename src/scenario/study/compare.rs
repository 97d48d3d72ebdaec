//! Both machines of a scenario, side by side.

use serde::{Deserialize, Serialize};

use super::asking::Asking;
use super::{Gap, figures, quantities, value};
use crate::experiment::Answer;
use crate::experiment::answer::Quantity;
use crate::scenario::{Scenario, Side};

/// A comparison on its way.
#[derive(Clone, Debug)]
pub struct Comparison {
    scenario: Scenario,
    asking: Asking,
}

/// What a comparison has found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// What was asked.
    pub scenario: Scenario,
    /// The answers, by [`Side::index`].
    pub sides: [Result<Answer, Gap>; 2],
}

/// One quantity of both sides.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Which one.
    pub quantity: Quantity,
    /// Its values in the unit of its dimension, by [`Side::index`].
    pub values: [Option<f64>; 2],
}

impl Comparison {
    /// A comparison at its beginning.
    #[must_use]
    pub fn new(scenario: Scenario) -> Self {
        let asking = Asking::new(&scenario, None);
        Self { scenario, asking }
    }

    /// Handles about so many events; true when nothing is left to do.
    pub fn advance(&mut self, events: u64) -> bool {
        let mut budget = events;
        self.asking.advance(&mut budget)
    }

    /// How far it has come, 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        self.asking.fraction()
    }

    /// What it has found so far.
    #[must_use]
    pub fn result(&self) -> Compared {
        Compared { scenario: self.scenario.clone(), sides: self.asking.outcomes() }
    }
}

impl Compared {
    /// Every quantity that one of the sides tells, the most important first.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        let told = self.sides.each_ref().map(figures);
        let values = |quantity| told.each_ref().map(|told| value(told, quantity));
        quantities(&[], [&told])
            .into_iter()
            .map(|quantity| Line { quantity, values: values(quantity) })
            .collect()
    }

    /// The answer of one side.
    #[must_use]
    pub fn side(&self, side: Side) -> Option<&Answer> {
        self.sides[side.index()].as_ref().ok()
    }
}

impl Line {
    /// B less A.
    #[must_use]
    pub fn difference(&self) -> Option<f64> {
        let [a, b] = self.values;
        Some(b? - a?)
    }

    /// B over A; `None` where A is nothing.
    #[must_use]
    pub fn ratio(&self) -> Option<f64> {
        let [a, b] = self.values;
        let (a, b) = (a?, b?);
        (a != 0.0).then(|| b / a)
    }
}
