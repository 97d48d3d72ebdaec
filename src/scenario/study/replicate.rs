//! One scenario with many seeds: how much of a difference is chance, and how many runs are enough.
//!
//! Both sides of a run have the same seed, and with it the same luck: what they differ in is the
//! machines. So the interval of the paired difference is the one to look at, and it is narrower
//! than the two intervals of the sides suggest.

use serde::{Deserialize, Serialize};

use super::asking::Asking;
use super::statistics::{Confidence, Estimate};
use super::{Told, figures, quantities, value};
use crate::experiment::answer::Quantity;
use crate::scenario::{ParameterId, Scenario, parameter};

/// No study repeats a scenario more often.
pub const RUNS_MOST: u32 = 10_000;

/// What is to be repeated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spec {
    /// The scenario; its seed is that of the first run, and each further run has the next one.
    pub scenario: Scenario,
    /// How many runs, at least 1.
    pub runs: u32,
    /// Go on until every mean is as precise as asked for, but not beyond so many runs.
    pub until_precise: Option<u32>,
    /// Confidence of the intervals.
    pub confidence: Confidence,
    /// The precision that is asked for: half-width over mean.
    pub precision: f64,
    /// What is told; everything if none is named.
    pub quantities: Vec<Quantity>,
}

impl Spec {
    /// So many runs, at 95 %, for a precision of 5 %.
    #[must_use]
    pub fn of(scenario: Scenario, runs: u32) -> Self {
        Self {
            scenario,
            runs,
            until_precise: None,
            confidence: Confidence::default(),
            precision: 0.05,
            quantities: Vec::new(),
        }
    }
}

/// One run of both sides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sample {
    /// Its seed.
    pub seed: u64,
    /// What both sides tell, by [`crate::scenario::Side::index`].
    pub sides: [Told; 2],
}

/// What all runs say about one quantity.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimates {
    /// Which one.
    pub quantity: Quantity,
    /// Of each side; `None` where no run tells it.
    pub sides: [Option<Estimate>; 2],
    /// Of B less A in the runs in which both tell it.
    pub difference: Option<Estimate>,
}

/// What the repetitions have found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Replication {
    /// What was asked.
    pub spec: Spec,
    /// The runs, in order of their seeds.
    pub samples: Vec<Sample>,
    /// What they say, the most important first.
    pub estimates: Vec<Estimates>,
}

/// Repetitions on their way.
#[derive(Clone, Debug)]
pub struct Replicate {
    spec: Spec,
    samples: Vec<Sample>,
    current: Option<Asking>,
    before: Option<Asking>,
    done: bool,
}

impl Replicate {
    /// Repetitions at their beginning.
    #[must_use]
    pub fn new(mut spec: Spec) -> Self {
        spec.runs = spec.runs.clamp(1, RUNS_MOST);
        spec.until_precise = spec.until_precise.map(|most| most.min(RUNS_MOST));
        Self { spec, samples: Vec::new(), current: None, before: None, done: false }
    }

    /// Handles about so many events; true when nothing is left to do.
    pub fn advance(&mut self, events: u64) -> bool {
        let mut budget = events;
        while budget > 0 && !self.done {
            let mut asking = match self.current.take() {
                Some(asking) => asking,
                None => Asking::new(&self.scenario(), self.before.as_ref()),
            };
            if !asking.advance(&mut budget) {
                self.current = Some(asking);
                return false;
            }
            let sides = asking.outcomes().each_ref().map(figures);
            self.samples.push(Sample { seed: self.seed(), sides });
            self.before = Some(asking);
            self.done = self.is_enough();
            budget = budget.saturating_sub(1);
        }
        self.done
    }

    /// How far it has come, 0 to 1; an estimate where it goes on until it is precise.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        if self.done {
            return 1.0;
        }
        let part = self.current.as_ref().map_or(0.0, Asking::fraction);
        let most = self.spec.until_precise.unwrap_or(0).max(self.spec.runs);
        (f64::from(self.runs()) + part) / f64::from(most)
    }

    /// What it has found so far.
    #[must_use]
    pub fn result(&self) -> Replication {
        Replication {
            spec: self.spec.clone(),
            samples: self.samples.clone(),
            estimates: self.estimates(),
        }
    }

    fn runs(&self) -> u32 {
        u32::try_from(self.samples.len()).unwrap_or(u32::MAX)
    }

    /// The seed of the next run. After the last seed comes the first.
    fn seed(&self) -> u64 {
        let first = self.spec.scenario.seed;
        let seeds = parameter(ParameterId::Seed).range().map_or(u64::MAX, |range| range.high + 1);
        // A seed out of range stays as it is, to be reported as the problem that it is.
        if first >= seeds { first } else { (first + u64::from(self.runs())) % seeds }
    }

    fn scenario(&self) -> Scenario {
        Scenario { seed: self.seed(), ..self.spec.scenario.clone() }
    }

    fn is_enough(&self) -> bool {
        let runs = self.runs();
        if runs < self.spec.runs {
            return false;
        }
        let Some(most) = self.spec.until_precise else { return true };
        let precise = || {
            let estimates = self.estimates();
            let mut told = estimates.iter().flat_map(|of| of.sides.iter().flatten());
            told.all(|estimate| estimate.is_enough() || estimate.mean == 0.0)
        };
        runs >= most || (runs > 1 && precise())
    }

    fn estimates(&self) -> Vec<Estimates> {
        let told = self.samples.iter().map(|sample| &sample.sides);
        let quantities = quantities(&self.spec.quantities, told);
        quantities.into_iter().map(|quantity| self.estimates_of(quantity)).collect()
    }

    fn estimates_of(&self, quantity: Quantity) -> Estimates {
        let values: Vec<[Option<f64>; 2]> = self
            .samples
            .iter()
            .map(|sample| sample.sides.each_ref().map(|told| value(told, quantity)))
            .collect();
        let estimate =
            |sample: Vec<f64>| Estimate::of(&sample, self.spec.confidence, self.spec.precision);
        let side = |side: usize| estimate(values.iter().filter_map(|both| both[side]).collect());
        let pairs = values.iter().filter_map(|[a, b]| Some((*b)? - (*a)?));
        Estimates { quantity, sides: [side(0), side(1)], difference: estimate(pairs.collect()) }
    }
}
