//! The answer to any question: figures, curves, tables and reasons, all as data.
//!
//! Every experiment has quantities and mechanisms of its own; their common form here is what lets
//! one table, one chart, one command line and one sweep serve them all.

use serde::{Deserialize, Serialize};

use super::{
    compatibility, elasticity, incident, maintenance, mobility, pressure, start, throughput,
};
use crate::model::Incompatible;
use crate::units::sort_short;

/// What a number measures, and with it its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Dimension {
    /// Seconds.
    Time,
    /// Bytes in memory, on a disk or on a link.
    Memory,
    /// Events per second.
    Rate,
    /// Bytes per second.
    Bandwidth,
    /// A part of a whole, 0 to 1.
    Share,
    /// A ratio of two like things, which may be above 1.
    Factor,
    /// A number of things.
    Count,
    /// Processor cores.
    Cores,
    /// Instances times hours.
    InstanceHours,
    /// Whether something is so: 1 or 0.
    Truth,
}

macro_rules! of_each_experiment {
    ($($variant:ident => $module:ident),* $(,)?) => {
        /// A quantity of any experiment.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Quantity {
            $(#[doc = concat!("Of `", stringify!($module), "`.")] $variant($module::Quantity),)*
        }

        impl Quantity {
            /// Its name in files and on the command line; never changes.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant(of) => of.key(),)* }
            }

            /// What it measures.
            #[must_use]
            pub const fn dimension(self) -> Dimension {
                match self { $(Self::$variant(of) => of.dimension(),)* }
            }

            /// Every quantity of every experiment.
            pub fn all() -> impl Iterator<Item = Self> {
                core::iter::empty()
                    $(.chain($module::Quantity::ALL.iter().map(|&of| Self::$variant(of))))*
            }
        }

        /// A mechanism of any experiment: why something comes out as it does.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
        pub enum Mechanism {
            $(#[doc = concat!("Of `", stringify!($module), "`.")] $variant($module::Mechanism),)*
        }

        $(
            impl From<$module::Quantity> for Quantity {
                fn from(of: $module::Quantity) -> Self {
                    Self::$variant(of)
                }
            }

            impl From<$module::Mechanism> for Mechanism {
                fn from(of: $module::Mechanism) -> Self {
                    Self::$variant(of)
                }
            }
        )*
    };
}

of_each_experiment! {
    Start => start,
    Throughput => throughput,
    Pressure => pressure,
    Elasticity => elasticity,
    Mobility => mobility,
    Maintenance => maintenance,
    Incident => incident,
    Compatibility => compatibility,
}

/// One number of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// What it is.
    pub quantity: Quantity,
    /// Its value in the unit of its dimension.
    pub value: f64,
}

/// A curve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// What runs to the right.
    pub x: Quantity,
    /// What runs upwards.
    pub y: Quantity,
    /// Points by growing x.
    pub points: Vec<(f64, f64)>,
}

/// What a row of a table is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Label {
    /// The number of a round, an instance or a step.
    Number(u32),
    /// A proper name: the same in every language.
    Name(String),
    /// A mechanism, a layer or a state, with words in `text`.
    Mechanism(Mechanism),
}

/// What stands in a field of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A number, in the unit of its column.
    Value(f64),
    /// A verdict or a state.
    Mechanism(Mechanism),
    /// A proper name.
    Name(String),
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// What it is about.
    pub label: Label,
    /// One field for each column.
    pub cells: Vec<Cell>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// What it shows.
    pub title: Mechanism,
    /// What stands in each column.
    pub columns: Vec<Quantity>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A reason: which mechanism contributes how much to which figure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cause {
    /// Which mechanism or resource.
    pub mechanism: Mechanism,
    /// What it contributes to.
    pub effect: Quantity,
    /// How much, in the unit of the effect.
    pub amount: f64,
}

/// Puts the weightiest reasons first.
pub fn weightiest_first(causes: &mut [Cause]) {
    sort_short(causes, |one, other| one.amount > other.amount);
}

/// The answer to a question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// Why there is no answer: the platform cannot run what was asked for.
    pub refused: Option<Incompatible>,
    /// Its figures, the most important first.
    pub figures: Vec<Figure>,
    /// Its curves.
    pub series: Vec<Series>,
    /// Its tables.
    pub tables: Vec<Table>,
    /// Its reasons, the weightiest first.
    pub causes: Vec<Cause>,
    /// What is to be said besides: what survives, what is out of scope.
    pub remarks: Vec<Mechanism>,
    /// Events handled to find it.
    pub events: u64,
    /// Digest of the run: equal for equal questions on every machine.
    pub digest: u64,
}

impl Answer {
    /// The value of one quantity; `None` where it was not told.
    #[must_use]
    pub fn value(&self, quantity: Quantity) -> Option<f64> {
        self.figures.iter().find(|figure| figure.quantity == quantity).map(|figure| figure.value)
    }
}
