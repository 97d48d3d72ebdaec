//! What a parameter is: the one description that controls, links, checks and words are made from.
//!
//! A parameter is read and written through functions in its row and not by name, so that a field
//! of [`Scenario`] keeps its own type, and a control cannot be made for a field that is not there.

use super::choice::{
    compatibility, elasticity, incident, maintenance, mobility, pressure, throughput,
};
use super::{Scenario, Side};

/// Every parameter. The words for people are matched over this list, so none can be forgotten.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[expect(missing_docs, reason = "the rows of the table and the words in `text` say what each is")]
pub enum ParameterId {
    Mode,
    Host,
    Image,
    Instances,
    FillMost,
    Goal,
    Launch,
    LaunchInterval,
    Starters,
    ImageState,
    Cores,
    Memory,
    DiskSpeed,
    DiskOperations,
    Swap,
    Link,
    Spread,
    Seed,
    Watch,
    Platform,
    Guest,
    Vcpus,
    MemoryEach,
    DiskFormat,
    Snapshot,
    Merging,
    Balloon,
    Overcommit,
    Throughput(throughput::Id),
    Pressure(pressure::Id),
    Elasticity(elasticity::Id),
    Mobility(mobility::Id),
    Maintenance(maintenance::Id),
    Incident(incident::Id),
    Compatibility(compatibility::Id),
}

/// Whether a parameter is one for both machines or one for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The same for both.
    Common,
    /// Each side has its own.
    Side,
}

/// Where a control stands. Only [`Group::First`] is open at the beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The few that everybody needs.
    First,
    /// What belongs to the question that is asked.
    Question,
    /// How the instances are started, and where their image is.
    Start,
    /// The hardware.
    Hardware,
    /// What each instance is given.
    Instance,
    /// How memory is shared and promised.
    Sharing,
    /// Chance, and how long the machines are watched.
    Run,
}

/// The unit of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A plain count, or a name such as a seed.
    Count,
    /// Processor cores.
    Cores,
    /// MiB of memory.
    Mebibytes,
    /// GiB of memory or of room on a disk.
    Gibibytes,
    /// MB per second.
    MegabytesPerSecond,
    /// Mb per second.
    MegabitsPerSecond,
    /// Operations per second.
    OperationsPerSecond,
    /// Pages per second.
    PagesPerSecond,
    /// Milliseconds.
    Milliseconds,
    /// Seconds.
    Seconds,
    /// Per cent.
    Percent,
}

/// How a slider spreads its range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Equal steps.
    Linear,
    /// Equal ratios: for ranges over several powers of ten.
    Logarithmic,
    /// No slider: a field is enough.
    Field,
}

/// What a number may be. Both ends are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Lowest value.
    pub low: u64,
    /// Highest value.
    pub high: u64,
    /// Step of the arrow keys.
    pub step: u64,
    /// How a slider spreads it.
    pub scale: Scale,
    /// Unit.
    pub measure: Measure,
}

/// What a control for the parameter looks like.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A number that always has a value.
    Number(Range),
    /// A number that can be switched off; switched on, it begins at this value.
    Optional(Range, u64),
    /// One of a list of ids. The list may depend on what else is chosen.
    Choice(fn(&Scenario, Side) -> Vec<&'static str>),
    /// On or off.
    Switch,
}

/// The value of a parameter, whatever its kind.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Value {
    /// A number in the parameter's unit.
    Number(u64),
    /// An optional number that is switched off.
    Off,
    /// An id from the list.
    Choice(String),
    /// On or off.
    Switch(bool),
}

impl Value {
    /// A choice by its id.
    #[must_use]
    pub fn choice(id: &str) -> Self {
        Self::Choice(id.to_owned())
    }
}

/// Whether a parameter has any effect with what else is chosen.
pub type Applies = fn(&Scenario, Side) -> bool;

/// One parameter. The functions take a side, which they ignore where the scope is common.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Which one.
    pub id: ParameterId,
    /// Its key in a share link; never changes.
    pub key: &'static str,
    /// One for both machines or one for each.
    pub scope: Scope,
    /// Where its control stands.
    pub group: Group,
    /// What its control looks like, with the range.
    pub kind: Kind,
    /// Whether it has any effect; a control that does not apply is not shown.
    pub applies: Applies,
    /// What is used where nothing was chosen, such as the host's own memory.
    pub inherited: fn(&Scenario, Side) -> Value,
    /// What was chosen; `None` where it is left to the host, the guest or the platform.
    pub chosen: fn(&Scenario, Side) -> Option<Value>,
    /// Chooses a value, or with `None` goes back to the default. Says whether the kind fits.
    pub(super) assign: fn(&mut Scenario, Side, Option<&Value>) -> bool,
}

impl Parameter {
    /// The value in use: what was chosen, or what is inherited.
    #[must_use]
    pub fn get(&self, scenario: &Scenario, side: Side) -> Value {
        (self.chosen)(scenario, side).unwrap_or_else(|| (self.inherited)(scenario, side))
    }

    /// Chooses a value. Nothing is checked but its kind: `problems` tells what is out of range.
    /// Returns whether the kind fits; if it does not, nothing changes.
    pub fn set(&self, scenario: &mut Scenario, side: Side, value: &Value) -> bool {
        (self.assign)(scenario, side, Some(value))
    }

    /// Goes back to the default.
    pub fn reset(&self, scenario: &mut Scenario, side: Side) {
        (self.assign)(scenario, side, None);
    }

    /// Whether the parameter stands as in [`Scenario::default`].
    #[must_use]
    pub fn is_default(&self, scenario: &Scenario, side: Side) -> bool {
        (self.chosen)(scenario, side) == (self.chosen)(&Scenario::default(), side)
    }

    /// Whether the parameter has any effect on this side, or on either where it is common.
    #[must_use]
    pub fn applies(&self, scenario: &Scenario, side: Side) -> bool {
        (self.applies)(scenario, side)
    }

    /// Ids to choose from; empty for a number or a switch.
    #[must_use]
    pub fn choices(&self, scenario: &Scenario, side: Side) -> Vec<&'static str> {
        match self.kind {
            Kind::Choice(list) => list(scenario, side),
            Kind::Number(_) | Kind::Optional(..) | Kind::Switch => Vec::new(),
        }
    }

    /// The range of a number; `None` for a choice or a switch.
    #[must_use]
    pub fn range(&self) -> Option<Range> {
        match self.kind {
            Kind::Number(range) | Kind::Optional(range, _) => Some(range),
            Kind::Choice(_) | Kind::Switch => None,
        }
    }

    /// The sides for which the parameter has a value of its own.
    #[must_use]
    pub const fn sides(&self) -> &'static [Side] {
        match self.scope {
            Scope::Common => &[Side::A],
            Scope::Side => &Side::BOTH,
        }
    }
}
