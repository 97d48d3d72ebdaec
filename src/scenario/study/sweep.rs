//! A scenario over the values of one or two parameters, with the places where something turns.
//!
//! First the grid is run, then what lies between two neighbours is halved until the value is found
//! from which on the order is another, or at which a figure jumps. Halving assumes one turn
//! between neighbours: a finer grid finds more.

mod hunt;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use self::hunt::Hunt;
use super::asking::Asking;
use super::axis::{Axis, number};
use super::{Told, figures, quantities};
use crate::experiment::answer::Quantity;
use crate::scenario::{Scenario, Side, Value};

/// More points than any chart or table shows; whoever lets people choose refuses more.
pub const POINTS_MOST: usize = 20_000;

/// What is to be swept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spec {
    /// What all points have in common.
    pub scenario: Scenario,
    /// The parameter that is varied; places where something turns are looked for along it.
    pub axis: Axis,
    /// A second one: the first is swept at each of its values.
    pub by: Option<Axis>,
    /// What is told; everything if none is named.
    pub quantities: Vec<Quantity>,
}

impl Spec {
    /// How many points the grid has.
    #[must_use]
    pub fn points(&self) -> usize {
        let rows = self.by.as_ref().map_or(1, |by| by.values.len());
        self.axis.values.len().saturating_mul(rows)
    }

    /// The scenario of one point: a row, and a value of the first parameter.
    #[must_use]
    pub fn at(&self, row: u32, value: &Value) -> Scenario {
        let mut scenario = self.scenario.clone();
        let second = self.by.as_ref().and_then(|by| Some((by, by.values.get(row as usize)?)));
        if let Some((by, value)) = second {
            by.apply(&mut scenario, value);
        }
        self.axis.apply(&mut scenario, value);
        scenario
    }
}

/// One point of the grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Place in the values of the second axis; 0 where there is none.
    pub row: u32,
    /// The value of the first parameter.
    pub at: Value,
    /// What both sides tell there, by [`Side::index`].
    pub sides: [Told; 2],
}

/// Where the two sides change their order.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Crossing {
    /// Of what.
    pub quantity: Quantity,
    /// Place in the values of the second axis.
    pub row: u32,
    /// The last value, as far as it was located, at which it was not so.
    pub before: u64,
    /// The first value, as far as it was located, from which on `less` has less.
    pub from: u64,
    /// Who has less from there on.
    pub less: Side,
    /// Whether no value lies between, in steps of the parameter.
    pub exact: bool,
}

/// Where one side's figure jumps.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cliff {
    /// Of what.
    pub quantity: Quantity,
    /// Place in the values of the second axis.
    pub row: u32,
    /// Whose.
    pub side: Side,
    /// The parameter before and after it.
    pub between: [u64; 2],
    /// The figure before and after it.
    pub values: [f64; 2],
}

/// What a sweep has found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Swept {
    /// What was asked.
    pub spec: Spec,
    /// What is told, the most important first.
    pub quantities: Vec<Quantity>,
    /// The grid, row after row.
    pub points: Vec<Point>,
    /// Where the order changes.
    pub crossings: Vec<Crossing>,
    /// The steepest jump of each quantity, side and row, where there is one.
    pub cliffs: Vec<Cliff>,
}

/// Where a run stands: on the grid, or between two of its points.
#[derive(Clone, Copy, Debug)]
enum Place {
    Grid(usize),
    Between(u32, u64),
}

/// A sweep on its way.
#[derive(Clone, Debug)]
pub struct Sweep {
    spec: Spec,
    points: Vec<Point>,
    /// What is known along the first parameter where it is a number, by row and value.
    known: BTreeMap<(u32, u64), [Told; 2]>,
    /// What turns somewhere; `None` until the grid is complete.
    hunts: Option<Vec<Hunt>>,
    current: Option<(Place, Asking)>,
    /// The last answers, for a side that the parameters do not concern.
    before: Option<Asking>,
}

impl Sweep {
    /// A sweep at its beginning.
    #[must_use]
    pub fn new(spec: Spec) -> Self {
        Self {
            spec,
            points: Vec::new(),
            known: BTreeMap::new(),
            hunts: None,
            current: None,
            before: None,
        }
    }

    /// Handles about so many events; true when nothing is left to do.
    pub fn advance(&mut self, events: u64) -> bool {
        let mut budget = events;
        while budget > 0 {
            let (place, mut asking) = match self.current.take() {
                Some(current) => current,
                None => match self.next_place() {
                    Some(place) => {
                        (place, Asking::new(&self.scenario(place), self.before.as_ref()))
                    }
                    None => return true,
                },
            };
            if !asking.advance(&mut budget) {
                self.current = Some((place, asking));
                return false;
            }
            self.take(place, asking);
            budget = budget.saturating_sub(1);
        }
        self.current.is_none() && self.next_place().is_none()
    }

    /// How far it has come, 0 to 1; an estimate, since what turns is found on the way.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        let part = self.current.as_ref().map_or(0.0, |(_, asking)| asking.fraction());
        match &self.hunts {
            None => (real(self.points.len()) + part) / real(self.total()) * GRID_SHARE,
            Some(hunts) => {
                let settled = hunts.iter().filter(|hunt| hunt.settled).count();
                let left = real(hunts.len() - settled) / real(hunts.len().max(1));
                1.0 - (1.0 - GRID_SHARE) * left
            }
        }
        .min(1.0)
    }

    /// What it has found so far.
    #[must_use]
    pub fn result(&self) -> Swept {
        let hunts = self.hunts.as_deref().unwrap_or_default();
        Swept {
            quantities: self.quantities(),
            crossings: hunts.iter().filter_map(Hunt::crossing).collect(),
            cliffs: hunts.iter().filter_map(|hunt| hunt.cliff(&self.known)).collect(),
            points: self.points.clone(),
            spec: self.spec.clone(),
        }
    }

    fn quantities(&self) -> Vec<Quantity> {
        quantities(&self.spec.quantities, self.points.iter().map(|point| &point.sides))
    }

    fn total(&self) -> usize {
        self.spec.points()
    }

    /// Row and value of a point of the grid.
    fn grid(&self, place: usize) -> (u32, &Value) {
        let columns = self.spec.axis.values.len();
        let row = u32::try_from(place / columns).unwrap_or(u32::MAX);
        (row, &self.spec.axis.values[place % columns])
    }

    /// What is to be run next. Hunts go on as far as known points carry them.
    fn next_place(&mut self) -> Option<Place> {
        if self.points.len() < self.total() {
            return Some(Place::Grid(self.points.len()));
        }
        if self.hunts.is_none() {
            self.hunts = Some(hunt::hunts(&self.points, &self.quantities()));
        }
        let step = self.spec.axis.row().range().map_or(1, |range| range.step.max(1));
        let hunts = self.hunts.as_mut()?;
        hunts
            .iter_mut()
            .find_map(|hunt| hunt.next(&self.known, step))
            .map(|(row, value)| Place::Between(row, value))
    }

    fn scenario(&self, place: Place) -> Scenario {
        let (row, value) = match place {
            Place::Grid(place) => {
                let (row, value) = self.grid(place);
                (row, value.clone())
            }
            Place::Between(row, value) => (row, Value::Number(value)),
        };
        self.spec.at(row, &value)
    }

    fn take(&mut self, place: Place, asking: Asking) {
        let sides = asking.outcomes().each_ref().map(figures);
        self.before = Some(asking);
        let (row, value) = match place {
            Place::Grid(place) => {
                let (row, at) = self.grid(place);
                let at = at.clone();
                let value = number(&at);
                self.points.push(Point { row, at, sides: sides.clone() });
                (row, value)
            }
            Place::Between(row, value) => (row, Some(value)),
        };
        if let Some(value) = value {
            self.known.insert((row, value), sides);
        }
    }
}

/// Share of the whole that the grid is taken to be.
const GRID_SHARE: f64 = 0.9;

#[expect(clippy::cast_precision_loss, reason = "a grid has thousands of points")]
fn real(count: usize) -> f64 {
    count as f64
}
