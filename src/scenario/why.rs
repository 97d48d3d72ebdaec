//! Which constants a number depends on: found by asking the same question again with each of them
//! a tenth larger.
//!
//! A list of "constants behind this number" that somebody writes down is wrong as soon as the
//! model changes, and does not say which of them matter. Runs are short and equal seeds give
//! equal chance, so the honest way is to ask.

use super::overrides::bounds;
use super::{Mode, Scenario, Side};
use crate::catalog::{Constant, constants};
use crate::experiment::answer::Quantity;
use crate::experiment::explain::{Displayed, Explanation, explain_answer, explain_start};
use crate::experiment::{Job, Report, Run};
use crate::model::Machine;
use crate::units::Time;

/// By how much a constant is changed to see what depends on it.
const STEP: f64 = 1.1;
/// Changes of a number below this ratio are no influence.
const LEAST: f64 = 1e-6;

/// How a number answers to one constant.
#[derive(Clone, Debug)]
pub struct Influence {
    /// The constant, as the catalogue has it.
    pub constant: Constant,
    /// Its value in this scenario.
    pub current: f64,
    /// By which ratio of itself the number changes when the constant is a tenth larger.
    pub effect: f64,
}

/// The search for the constants behind one number: a value that can be advanced in slices.
#[derive(Clone, Debug)]
pub struct Inquiry {
    scenario: Scenario,
    side: Side,
    of: Displayed,
    at: Time,
    before: f64,
    left: Vec<Constant>,
    found: Vec<Influence>,
}

/// What the paths of the constants begin with that one side of a scenario can read.
fn prefixes(scenario: &Scenario, machine: &Machine) -> Vec<String> {
    let mut list = vec![
        format!("platform.{}.", machine.platform.id),
        format!("host.{}.", machine.host.id),
        format!("image.{}.", machine.image.id),
        "price.".to_owned(),
    ];
    list.extend(machine.guest.as_ref().map(|guest| format!("guest.{}.", guest.id)));
    match scenario.mode {
        Mode::Throughput => {
            list.push(format!("operation.{}.", machine.platform.operations.id));
            list.push("operation.native.".to_owned());
            list.push("workload.core_stream".to_owned());
            list.push(format!("workload.{}.", scenario.throughput.workload));
        }
        Mode::Pressure => list.extend(["scarcity.", "mobility."].map(str::to_owned)),
        Mode::Elasticity => list.push("scarcity.".to_owned()),
        Mode::Mobility => list.push("mobility.".to_owned()),
        Mode::Maintenance => list.extend(["upkeep.", "mobility."].map(str::to_owned)),
        Mode::Incident => list.push("upkeep.".to_owned()),
        Mode::Compare | Mode::Fill | Mode::Compatibility => {}
    }
    list
}

/// The constants that one side of a scenario can read, by path; none where it has no machine.
#[must_use]
pub fn readable(scenario: &Scenario, side: Side) -> Vec<Constant> {
    let Ok(machine) = scenario.machine(side) else { return Vec::new() };
    let prefixes = prefixes(scenario, &machine);
    let mut list = constants();
    list.retain(|of| prefixes.iter().any(|prefix| of.path.starts_with(prefix)));
    list
}

/// Why a number is what it is: the whole run is made for it.
#[must_use]
pub fn explain(scenario: &Scenario, side: Side, of: Displayed, at: Time) -> Option<Explanation> {
    let machine = scenario.machine(side).ok()?;
    match of {
        Displayed::Figure(quantity) if !scenario.mode.is_start() => {
            let mut job = Job::new(machine.clone(), scenario.question(side));
            while !job.advance(u64::MAX) {}
            explain_answer(&machine, &job.answer(), quantity)
        }
        _ if scenario.mode.is_start() => explain_start(&machine, &started(&machine), of, at),
        _ => None,
    }
}

fn started(machine: &Machine) -> Report {
    let mut run = Run::new(machine.clone());
    while !run.advance(u64::MAX) {}
    run.report()
}

impl Inquiry {
    /// A search at its beginning; `None` where the number is not shown.
    #[must_use]
    pub fn new(scenario: &Scenario, side: Side, of: Displayed, at: Time) -> Option<Self> {
        let before = explain(scenario, side, of, at)?.value;
        let left = readable(scenario, side);
        let scenario = scenario.clone();
        Some(Self { scenario, side, of, at, before, left, found: Vec::new() })
    }

    /// Tries the next constant; true when none is left.
    pub fn advance(&mut self) -> bool {
        let Some(constant) = self.left.pop() else { return true };
        let current = self.scenario.overridden(&constant.path).unwrap_or(constant.value.typical);
        let [low, high] = bounds(&constant);
        // At the upper end of what is allowed a tenth less tells as much.
        let up = current * STEP <= high;
        let step = if up { STEP } else { STEP.recip() };
        let mut other = self.scenario.clone();
        other.set_constant(&constant.path, Some((current * step).max(low)));
        let after = explain(&other, self.side, self.of, self.at).map(|told| told.value);
        let change = after.map_or(0.0, |after| (after - self.before) / self.before.abs());
        let effect = if up { change } else { -change };
        if effect.is_finite() && effect.abs() > LEAST {
            self.found.push(Influence { constant, current, effect });
            self.found.sort_by(|one, other| other.effect.abs().total_cmp(&one.effect.abs()));
        }
        self.left.is_empty()
    }

    /// The constants found so far, the weightiest first.
    #[must_use]
    pub fn found(&self) -> &[Influence] {
        &self.found
    }

    /// How many constants are still to be tried.
    #[must_use]
    pub fn left(&self) -> usize {
        self.left.len()
    }
}

/// Every number that one side of a scenario shows.
#[must_use]
pub fn displayed(scenario: &Scenario, side: Side) -> Vec<Displayed> {
    let Ok(machine) = scenario.machine(side) else { return Vec::new() };
    if scenario.mode.is_start() {
        return crate::experiment::explain::displayed(&machine, &started(&machine));
    }
    let mut job = Job::new(machine, scenario.question(side));
    while !job.advance(u64::MAX) {}
    let quantities = job.answer().figures.into_iter().map(|figure| figure.quantity);
    quantities.map(Displayed::Figure).collect()
}

/// A number by the key of its quantity, as on the command line.
#[must_use]
pub fn by_key(scenario: &Scenario, key: &str) -> Option<Displayed> {
    let start = |of: &Quantity| matches!(of, Quantity::Start(_)) == scenario.mode.is_start();
    Quantity::all().filter(start).find(|of| of.key() == key).map(Displayed::Figure)
}
