//! The machines of a scenario, side by side: A and B, and whatever further ones are held.

use serde::{Deserialize, Serialize};

use super::asking::{Asking, Part};
use super::{Gap, figures, quantities, value};
use crate::experiment::Answer;
use crate::experiment::answer::Quantity;
use crate::scenario::{Scenario, Side};

/// A comparison on its way.
#[derive(Clone, Debug)]
pub struct Comparison {
    scenario: Scenario,
    asking: Asking,
    more: Vec<(Side, Part)>,
}

/// What a comparison has found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// What was asked.
    pub scenario: Scenario,
    /// The answers, by [`Side::index`].
    pub sides: [Result<Answer, Gap>; 2],
    /// Those of further machines.
    #[serde(default)]
    pub more: Vec<(Side, Result<Answer, Gap>)>,
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
        let more = scenario.machines().split_off(Side::BOTH.len());
        let more = more.into_iter().map(|side| (side, Part::new(&scenario, side, None))).collect();
        Self { scenario, asking, more }
    }

    /// Handles about so many events; true when nothing is left to do.
    pub fn advance(&mut self, events: u64) -> bool {
        let mut budget = events;
        self.asking.advance(&mut budget)
            && self.more.iter_mut().all(|(_, part)| part.advance(&mut budget))
    }

    /// How far it has come, 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        let more: f64 = self.more.iter().map(|(_, part)| part.fraction()).sum();
        let all = self.scenario.machines().len().max(Side::BOTH.len());
        let all = f64::from(u8::try_from(all).unwrap_or(u8::MAX));
        (2.0 * self.asking.fraction() + more) / all
    }

    /// What it has found so far.
    #[must_use]
    pub fn result(&self) -> Compared {
        let more = self.more.iter().map(|(side, part)| (*side, part.outcome())).collect();
        Compared { scenario: self.scenario.clone(), sides: self.asking.outcomes(), more }
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

    /// All machines with what they answered, by letter.
    pub fn all(&self) -> impl Iterator<Item = (Side, &Result<Answer, Gap>)> {
        let more = self.more.iter().map(|(side, outcome)| (*side, outcome));
        Side::BOTH.into_iter().zip(&self.sides).chain(more)
    }

    /// The answer of one side.
    #[must_use]
    pub fn side(&self, side: Side) -> Option<&Answer> {
        self.all().find(|(of, _)| *of == side)?.1.as_ref().ok()
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
