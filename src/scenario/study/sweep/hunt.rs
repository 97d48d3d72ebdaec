//! The halving that finds where the order changes, or where a figure jumps.

use std::collections::BTreeMap;

use super::{Cliff, Crossing, Point};
use crate::experiment::answer::Quantity;
use crate::scenario::study::axis::number;
use crate::scenario::study::{Told, less, value};
use crate::scenario::{Side, Value};

/// No sweep looks for more.
const HUNTS_MOST: usize = 200;
/// A jump changes a figure at least so many times,
const JUMP_LEAST: f64 = 2.0;
/// and with at least this power of the parameter, so that steady growth is no jump.
const STEEPNESS_LEAST: f64 = 3.0;

type Known = BTreeMap<(u32, u64), [Told; 2]>;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
enum What {
    /// From where on this side has less.
    Order(Side),
    /// Where this side's figure jumps.
    Jump(Side),
}

/// One place that is looked for, and the values between which it lies.
#[derive(Clone, Debug)]
pub(super) struct Hunt {
    what: What,
    quantity: Quantity,
    row: u32,
    low: u64,
    high: u64,
    exact: bool,
    pub(super) settled: bool,
}

/// Everything that turns between two neighbours of the grid: crossings first, then jumps.
pub(super) fn hunts(points: &[Point], quantities: &[Quantity]) -> Vec<Hunt> {
    let mut found = Vec::new();
    let rows = points.last().map_or(0, |point| point.row + 1);
    for look in [crossings as fn(&[&Point], Quantity, &mut Vec<Hunt>), jumps] {
        for row in 0..rows {
            let line: Vec<&Point> = points
                .iter()
                .filter(|point| point.row == row && number(&point.at).is_some())
                .collect();
            for &quantity in quantities {
                look(&line, quantity, &mut found);
            }
        }
    }
    found.truncate(HUNTS_MOST);
    found
}

fn at(point: &Point) -> u64 {
    match point.at {
        Value::Number(number) => number,
        Value::Off | Value::Choice(_) | Value::Switch(_) => 0,
    }
}

fn hunt(what: What, quantity: Quantity, [low, high]: [&Point; 2]) -> Hunt {
    let (row, low, high) = (low.row, at(low), at(high));
    Hunt { what, quantity, row, low, high, exact: false, settled: false }
}

/// Where who has less is followed by the other. Ties between belong to neither.
fn crossings(line: &[&Point], quantity: Quantity, found: &mut Vec<Hunt>) {
    let mut before: Option<Side> = None;
    for pair in line.windows(2) {
        let [low, high] = [pair[0], pair[1]];
        before = less(&low.sides, quantity).or(before);
        if let (Some(before), Some(now)) = (before, less(&high.sides, quantity))
            && before != now
        {
            found.push(hunt(What::Order(now), quantity, [low, high]));
        }
    }
}

/// The steepest jump of each side.
fn jumps(line: &[&Point], quantity: Quantity, found: &mut Vec<Hunt>) {
    for side in Side::BOTH {
        let steepest = line
            .windows(2)
            .filter_map(|pair| {
                let ends = [pair[0], pair[1]];
                let grows = at(ends[1]).max(1) > at(ends[0]).max(1);
                let jump = jump(ends.map(|point| value(&point.sides[side.index()], quantity)))?;
                let ratio = real(at(ends[1])).max(1.0) / real(at(ends[0])).max(1.0);
                let steepness = if grows { jump / libm::log(ratio) } else { 0.0 };
                let counts = jump >= libm::log(JUMP_LEAST) && steepness >= STEEPNESS_LEAST;
                counts.then_some((steepness, ends))
            })
            .max_by(|one, other| one.0.total_cmp(&other.0));
        if let Some((_, ends)) = steepest {
            found.push(hunt(What::Jump(side), quantity, ends));
        }
    }
}

/// Logarithm of the ratio of two values, either way; `None` where one is nothing or not told.
fn jump([one, other]: [Option<f64>; 2]) -> Option<f64> {
    let (one, other) = (one?, other?);
    (one > 0.0 && other > 0.0).then(|| libm::fabs(libm::log(other / one)))
}

impl Hunt {
    /// Halves as often as known points allow, and says which value is to be run next; `None` when
    /// the place is found.
    pub(super) fn next(&mut self, known: &Known, step: u64) -> Option<(u32, u64)> {
        while !self.settled {
            let steps = (self.high - self.low) / step;
            if steps <= 1 {
                self.settled = true;
                self.exact = true;
                break;
            }
            let middle = self.low + steps / 2 * step;
            let Some(told) = known.get(&(self.row, middle)) else {
                return Some((self.row, middle));
            };
            match self.is_above(known, middle, told) {
                Some(true) => self.low = middle,
                Some(false) => self.high = middle,
                // A gap hides where it is: both ends stay as they are.
                None => self.settled = true,
            }
        }
        None
    }

    /// Whether the place lies above the middle.
    fn is_above(&self, known: &Known, middle: u64, told: &[Told; 2]) -> Option<bool> {
        let of =
            |at: u64, side: Side| value(&known.get(&(self.row, at))?[side.index()], self.quantity);
        match self.what {
            What::Order(side) => {
                let both = told.iter().all(|told| value(told, self.quantity).is_some());
                both.then(|| less(told, self.quantity) != Some(side))
            }
            What::Jump(side) => {
                let [low, middle, high] = [self.low, middle, self.high].map(|at| of(at, side));
                Some(jump([middle, high])? > jump([low, middle])?)
            }
        }
    }

    /// The crossing, if that was looked for and is found.
    pub(super) fn crossing(&self) -> Option<Crossing> {
        let What::Order(less) = self.what else { return None };
        let Self { quantity, row, low: before, high: from, exact, .. } = *self;
        self.settled.then_some(Crossing { quantity, row, before, from, less, exact })
    }

    /// The jump, if that was looked for and is found, and was no steady growth after all.
    pub(super) fn cliff(&self, known: &Known) -> Option<Cliff> {
        let What::Jump(side) = self.what else { return None };
        let of = |at: u64| value(&known.get(&(self.row, at))?[side.index()], self.quantity);
        let values = [of(self.low)?, of(self.high)?];
        let sharp = jump(values.map(Some))? >= libm::log(JUMP_LEAST);
        let Self { quantity, row, low, high, .. } = *self;
        (self.settled && sharp).then_some(Cliff {
            quantity,
            row,
            side,
            between: [low, high],
            values,
        })
    }
}

#[expect(clippy::cast_precision_loss, reason = "ranges end far below 2^53")]
fn real(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::answer::Figure;
    use crate::experiment::start;

    const QUANTITY: Quantity = Quantity::Start(start::Quantity::AllReady);

    /// Side A falls off a cliff from 37 on; side B grows steadily.
    fn told(at: u64) -> [Told; 2] {
        let figure = |value| Ok(vec![Figure { quantity: QUANTITY, value }]);
        let steady = real(at) * 2.0;
        [figure(if at < 37 { 1.0 } else { 500.0 }), figure(steady)]
    }

    #[test]
    fn a_cliff_is_located_and_steady_growth_is_none() {
        let at = [10, 20, 40, 80];
        let points = at.map(|at| Point { row: 0, at: Value::Number(at), sides: told(at) });
        let mut known: Known = at.into_iter().map(|at| ((0, at), told(at))).collect();
        let mut found = hunts(&points, &[QUANTITY]);
        let mut runs = 0;
        for hunt in &mut found {
            while let Some((row, value)) = hunt.next(&known, 1) {
                known.insert((row, value), told(value));
                runs += 1;
            }
        }
        assert!(runs <= 20, "halving needs few runs and took {runs}");
        let cliffs: Vec<_> = found.iter().filter_map(|hunt| hunt.cliff(&known)).collect();
        let [cliff] = cliffs[..] else { panic!("{cliffs:?}") };
        assert_eq!((cliff.side, cliff.between, cliff.values), (Side::A, [36, 37], [1.0, 500.0]));
        // A has less, then at the cliff B, and beyond 250 A again, which no point shows.
        let crossings: Vec<_> = found.iter().filter_map(Hunt::crossing).collect();
        assert_eq!(
            crossings.iter().map(|one| (one.from, one.less)).collect::<Vec<_>>(),
            [(37, Side::B)]
        );
    }
}
