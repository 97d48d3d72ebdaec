//! In what two machines differ and what follows from it, as data: the words are in `text`.
//!
//! A fork is told against the machine that it was made from, any other held machine against B,
//! which is the one that is being varied.

use std::rc::Rc;

use super::Comparison;
use crate::catalog::Clock;
use crate::experiment::Report;
use crate::experiment::trace::{Parting, parting};
use crate::model::Change;
use crate::scenario::{PARAMETERS, ParameterId, Scenario, Side};
use crate::units::{Bytes, Time};

/// Of a fork: what was done to it, and the first event in which it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forked {
    /// The change.
    pub change: Change,
    /// The first event that only one of the two runs has.
    pub parting: Option<Parting>,
}

/// What one machine of a pair did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deed {
    /// When its first instance was ready.
    pub first: Option<Time>,
    /// When its last instance was ready.
    pub last: Option<Time>,
    /// Instances that are ready at the end.
    pub ready: u32,
    /// Memory that is resident at the end.
    pub resident: Bytes,
}

/// In what two machines differ, and what follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The machines; what follows is told of the second.
    pub between: [Side; 2],
    /// The settings in which they differ.
    pub parameters: Vec<ParameterId>,
    /// Where the second is a fork of the first.
    pub forked: Option<Forked>,
    /// What each of them did.
    pub deeds: [Deed; 2],
}

/// The differences of a comparison, one for each held machine; none where nothing is held.
#[must_use]
pub fn differences(of: &Comparison) -> Vec<Difference> {
    let pair = |side: Side| match (of.scenario.origin(side), side) {
        (Some(origin), _) => [origin, side],
        (None, _) => [side, Side::B],
    };
    let held = Side::HELD.into_iter().filter(|&side| of.scenario.is_held(side));
    held.filter_map(|side| difference(of, pair(side))).collect()
}

fn difference(of: &Comparison, between: [Side; 2]) -> Option<Difference> {
    let [one, other] = between.map(|side| of.report(side));
    let (one, other) = (one?, other?);
    let alone = between.map(|side| of.scenario.alone(side));
    let [Some(first), Some(second)] = &alone else { return None };
    let is_fork = of.scenario.origin(between[1]) == Some(between[0]);
    let change = of.scenario.changes(between[1]).last().filter(|_| is_fork);
    let forked = change.map(|&change| Forked { change, parting: parting(one, other) });
    Some(Difference {
        between,
        parameters: parameters(first, second),
        forked,
        deeds: [deed(one), deed(other)],
    })
}

/// The settings in which two machines differ, in the order of their controls: those that were said
/// and have an effect.
fn parameters(one: &Scenario, other: &Scenario) -> Vec<ParameterId> {
    let differs = |row: &&crate::scenario::Parameter| {
        let applies = row.applies(one, Side::A) || row.applies(other, Side::A);
        applies
            && (row.chosen)(one, Side::A) != (row.chosen)(other, Side::A)
            && row.get(one, Side::A) != row.get(other, Side::A)
    };
    PARAMETERS.iter().filter(differs).map(|row| row.id).collect()
}

fn deed(report: &Rc<Report>) -> Deed {
    let ready = || report.instances.iter().filter_map(|one| one.clocks[Clock::Ready as usize]);
    Deed {
        first: ready().min(),
        last: ready().max(),
        ready: report.ready(),
        resident: report.memory.resident(),
    }
}
