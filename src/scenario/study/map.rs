//! A sweep over two parameters as a map: who is ahead in each cell, and where that turns.
//!
//! A cell is coloured by how many times better one machine is, in few steps that a legend can
//! name, and two figures within a twentieth of each other count as equal. What is said of the map
//! is computed from its cells, and from the turns that were located between them: a sentence such
//! as "up to 11 instances A is ahead at every disk speed" holds for each cell that it speaks of.

use super::sweep::{Crossing, Swept};
use super::value;
use crate::experiment::Preference;
use crate::experiment::answer::Quantity;
use crate::scenario::{Side, Value};

/// Up to this ratio two figures are about equal.
pub const EQUAL_UP_TO: f64 = 1.05;
/// Where the steps of being ahead begin anew, as ratios.
pub const STEPS: [f64; 2] = [1.5, 3.0];

/// What a cell shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// It was not run yet.
    Open,
    /// Neither machine has an answer.
    Refused,
    /// Only this machine has one.
    Alone(Side),
    /// Both are about equal; who is ahead none the less, if anybody.
    Equal(Option<Side>),
    /// One machine is ahead.
    Ahead {
        /// Which one.
        side: Side,
        /// The larger figure over the smaller one; infinite over nothing.
        ratio: f64,
    },
}

impl Cell {
    fn new([a, b]: [Option<f64>; 2], preference: Preference) -> Self {
        let (a, b) = match (a, b) {
            (None, None) => return Self::Refused,
            (Some(_), None) => return Self::Alone(Side::A),
            (None, Some(_)) => return Self::Alone(Side::B),
            (Some(a), Some(b)) => (a, b),
        };
        let less = match a.total_cmp(&b) {
            core::cmp::Ordering::Less => Side::A,
            core::cmp::Ordering::Equal => return Self::Equal(None),
            core::cmp::Ordering::Greater => Side::B,
        };
        let side = if preference == Preference::More { less.other() } else { less };
        let (small, large) = (a.min(b), a.max(b));
        let ratio = if small > 0.0 { large / small } else { f64::INFINITY };
        if ratio <= EQUAL_UP_TO { Self::Equal(Some(side)) } else { Self::Ahead { side, ratio } }
    }

    /// Who is ahead, by however little.
    #[must_use]
    pub const fn winner(self) -> Option<Side> {
        match self {
            Self::Alone(side) | Self::Equal(Some(side)) | Self::Ahead { side, .. } => Some(side),
            Self::Open | Self::Refused | Self::Equal(None) => None,
        }
    }

    /// How far ahead, 1 to 3, where somebody is.
    #[must_use]
    pub fn step(self) -> Option<u8> {
        match self {
            Self::Alone(_) => Some(3),
            Self::Ahead { ratio, .. } => {
                Some(1 + u8::from(ratio > STEPS[0]) + u8::from(ratio > STEPS[1]))
            }
            Self::Open | Self::Refused | Self::Equal(_) => None,
        }
    }

    /// Whether it says anything about who is ahead.
    const fn is_told(self) -> bool {
        !matches!(self, Self::Open | Self::Refused)
    }
}

/// One of the two parameters of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Along {
    /// The first one, which the columns are of.
    Columns,
    /// The second one, which the rows are of.
    Rows,
}

/// Something that holds for a part of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Finding {
    /// One machine is ahead wherever there is an answer.
    Everywhere(Side),
    /// Up to this value of one parameter, whatever the other is.
    UpTo(Along, u64, Side),
    /// From this value of one parameter on, whatever the other is.
    From(Along, u64, Side),
    /// At this place of a parameter that is no number, whatever the other is.
    At(Along, usize, Side),
    /// The turn along the first parameter moves one way from the first row to the last.
    Moves {
        /// Where it is in the first row and in the last.
        between: [u64; 2],
    },
    /// In so many cells, so many of them where anybody has an answer.
    Tally {
        /// Cells in which each machine is ahead by more than a little.
        ahead: [usize; 2],
        /// Cells in which they are about equal.
        equal: usize,
        /// Cells that nobody has an answer in.
        refused: usize,
        /// All cells that were run.
        of: usize,
    },
}

/// A map.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// How many values the first parameter has.
    pub columns: usize,
    /// How many values the second parameter has.
    pub rows: usize,
    /// Row after row.
    cells: Vec<Cell>,
}

impl Map {
    /// The map of what a sweep has found by now.
    #[must_use]
    pub fn new(of: &Swept, quantity: Quantity) -> Self {
        let columns = of.spec.axis.values.len();
        let rows = of.spec.by.as_ref().map_or(1, |by| by.values.len());
        let preference = quantity.preference();
        let told = of.points.iter().map(|point| {
            Cell::new(point.sides.each_ref().map(|told| value(told, quantity)), preference)
        });
        let open = core::iter::repeat(Cell::Open);
        let cells = told.chain(open).take(columns * rows).collect();
        Self { columns, rows, cells }
    }

    /// The cell of a row and a column; open where there is none.
    #[must_use]
    pub fn at(&self, row: usize, column: usize) -> Cell {
        let inside = row < self.rows && column < self.columns;
        let cell = inside.then(|| self.cells.get(row * self.columns + column)).flatten();
        cell.copied().unwrap_or(Cell::Open)
    }

    /// Whether the order turns between two cells.
    #[must_use]
    pub fn turns(&self, one: (usize, usize), other: (usize, usize)) -> bool {
        let [one, other] = [one, other].map(|(row, column)| self.at(row, column));
        one.is_told() && other.is_told() && one.winner() != other.winner()
    }

    /// Whether every cell was run.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self.cells.contains(&Cell::Open)
    }

    /// What can be said of the whole; of a map that is not complete, only the tally.
    #[must_use]
    pub fn findings(&self, of: &Swept, quantity: Quantity) -> Vec<Finding> {
        let mut found = Vec::new();
        if self.is_complete() {
            let all = Self::unanimous(self.cells.iter().copied());
            if let Some(side) = all {
                found.push(Finding::Everywhere(side));
            } else {
                self.along(Along::Columns, of, quantity, &mut found);
                found.extend(moves(of, quantity));
                self.along(Along::Rows, of, quantity, &mut found);
            }
        }
        found.push(self.tally());
        found
    }

    /// Who is ahead in all of these cells that anybody has an answer in.
    fn unanimous(cells: impl Iterator<Item = Cell>) -> Option<Side> {
        let mut winners = cells.filter(|cell| cell.is_told()).map(Cell::winner);
        let first = winners.next()??;
        winners.all(|winner| winner == Some(first)).then_some(first)
    }

    /// Who is ahead along a whole column or row.
    fn line(&self, along: Along, place: usize) -> Option<Side> {
        match along {
            Along::Columns => Self::unanimous((0..self.rows).map(|row| self.at(row, place))),
            Along::Rows => Self::unanimous((0..self.columns).map(|column| self.at(place, column))),
        }
    }

    fn along(&self, along: Along, of: &Swept, quantity: Quantity, found: &mut Vec<Finding>) {
        let (axis, many) = match along {
            Along::Columns => (Some(&of.spec.axis), self.columns),
            Along::Rows => (of.spec.by.as_ref(), self.rows),
        };
        let Some(axis) = axis else { return };
        let lines: Vec<Option<Side>> = (0..many).map(|place| self.line(along, place)).collect();
        if axis.row().range().is_none() {
            let at =
                |(place, side): (usize, &Option<Side>)| Some(Finding::At(along, place, (*side)?));
            found.extend(lines.iter().enumerate().filter_map(at));
            return;
        }
        let number = |place: usize| match axis.values.get(place) {
            Some(Value::Number(number)) => *number,
            _ => 0,
        };
        let crossings = || {
            let of_it = of.crossings.iter().filter(move |one| one.quantity == quantity);
            of_it.filter(|_| along == Along::Columns)
        };
        if let Some(side) = lines.first().copied().flatten() {
            let length = lines.iter().take_while(|line| **line == Some(side)).count();
            let [last, next] = [length - 1, length].map(number);
            let located = crossings().map(|one| one.before).min();
            let located = located.filter(|at| (last..next).contains(at));
            found.push(Finding::UpTo(along, located.unwrap_or(last), side));
        }
        if let Some(side) = lines.last().copied().flatten() {
            let length = lines.iter().rev().take_while(|line| **line == Some(side)).count();
            let first = number(many - length);
            let before = number((many - length).saturating_sub(1));
            let located = crossings().map(|one| one.from).max();
            let located = located.filter(|at| (before + 1..=first).contains(at));
            found.push(Finding::From(along, located.unwrap_or(first), side));
        }
    }

    fn tally(&self) -> Finding {
        let many = |wanted: &dyn Fn(&Cell) -> bool| self.cells.iter().filter(|c| wanted(c)).count();
        let ahead = Side::BOTH
            .map(|side| many(&|cell| cell.step().is_some() && cell.winner() == Some(side)));
        Finding::Tally {
            ahead,
            equal: many(&|cell| matches!(cell, Cell::Equal(_))),
            refused: many(&|cell| *cell == Cell::Refused),
            of: many(&|cell| *cell != Cell::Open),
        }
    }
}

/// How the one turn of every row moves, where it moves one way.
fn moves(of: &Swept, quantity: Quantity) -> Option<Finding> {
    let by = of.spec.by.as_ref().filter(|by| by.row().range().is_some())?;
    let in_row = |row: usize| {
        let mut own = of
            .crossings
            .iter()
            .filter(move |one: &&Crossing| one.quantity == quantity && one.row as usize == row);
        own.next().filter(|_| own.next().is_none())
    };
    let turns: Option<Vec<u64>> =
        (0..by.values.len()).map(|row| in_row(row).map(|one| one.from)).collect();
    let turns = turns?;
    let (first, last) = (*turns.first()?, *turns.last()?);
    let steady =
        turns.windows(2).all(|pair| (pair[0] <= pair[1]) == (first <= last) || pair[0] == pair[1]);
    (steady && first != last).then_some(Finding::Moves { between: [first, last] })
}

/// Shades in which the figures of one machine are told apart.
pub const SHADES: u8 = 6;

/// The scale of the figures of one machine, lightest to darkest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shading {
    low: f64,
    high: f64,
    /// Whether shades have equal ratios instead of equal differences.
    ratios: bool,
}

impl Shading {
    /// The scale that spans these figures; `None` where there are none. Figures that differ more
    /// than fourfold are told apart by ratios.
    #[must_use]
    pub fn new(figures: impl Iterator<Item = f64>) -> Option<Self> {
        let ends = figures.fold(None, |ends: Option<(f64, f64)>, figure| {
            let (low, high) = ends.unwrap_or((figure, figure));
            Some((low.min(figure), high.max(figure)))
        });
        let (low, high) = ends?;
        Some(Self { low, high, ratios: low > 0.0 && high / low > 4.0 })
    }

    /// The shade of a figure, 0 to [`SHADES`] less one.
    #[must_use]
    pub fn of(self, figure: f64) -> u8 {
        let share = match (self.high > self.low, self.ratios) {
            (false, _) => 0.0,
            (true, true) => libm::log(figure / self.low) / libm::log(self.high / self.low),
            (true, false) => (figure - self.low) / (self.high - self.low),
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 6")]
        let place = (share.clamp(0.0, 1.0) * f64::from(SHADES)) as u8;
        place.min(SHADES - 1)
    }

    /// Where a shade begins; that after the last is where it ends.
    #[must_use]
    pub fn begin(self, shade: u8) -> f64 {
        let part = f64::from(shade) / f64::from(SHADES);
        if self.ratios {
            self.low * libm::pow(self.high / self.low, part)
        } else {
            self.low + (self.high - self.low) * part
        }
    }
}
