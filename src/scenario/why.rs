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

/// One run on its way to the explanation of one number.
#[derive(Clone, Debug)]
struct Asking {
    machine: Machine,
    run: Asked,
    of: Displayed,
    at: Time,
}

#[derive(Clone, Debug)]
enum Asked {
    Start(Box<Run>),
    Other(Box<Job>),
}

impl Asking {
    /// `None` where the scenario has no such machine or its question no such number.
    fn new(scenario: &Scenario, side: Side, of: Displayed, at: Time) -> Option<Self> {
        let machine = scenario.machine(side).ok()?;
        let run = if scenario.mode.is_start() {
            Asked::Start(Box::new(Run::new(machine.clone())))
        } else {
            let Displayed::Figure(_) = of else { return None };
            Asked::Other(Box::new(Job::new(machine.clone(), scenario.question(side))))
        };
        Some(Self { machine, run, of, at })
    }

    fn advance(&mut self, events: u64) -> bool {
        match &mut self.run {
            Asked::Start(run) => run.advance(events),
            Asked::Other(job) => job.advance(events),
        }
    }

    fn explanation(&self) -> Option<Explanation> {
        match (&self.run, self.of) {
            (Asked::Start(run), of) => explain_start(&self.machine, &run.report(), of, self.at),
            (Asked::Other(job), Displayed::Figure(quantity)) => {
                explain_answer(&self.machine, &job.answer(), quantity)
            }
            (Asked::Other(_), _) => None,
        }
    }
}

/// Why a number is what it is: the whole run is made for it.
#[must_use]
pub fn explain(scenario: &Scenario, side: Side, of: Displayed, at: Time) -> Option<Explanation> {
    let mut asking = Asking::new(scenario, side, of, at)?;
    while !asking.advance(u64::MAX) {}
    asking.explanation()
}

/// A constant that is being tried.
#[derive(Clone, Debug)]
struct Trial {
    constant: Constant,
    current: f64,
    up: bool,
    asking: Option<Asking>,
}

/// The search for the explanation of one number and the constants behind it: a value that can be
/// advanced in slices.
#[derive(Clone, Debug)]
pub struct Inquiry {
    scenario: Scenario,
    side: Side,
    first: Asking,
    explanation: Option<Explanation>,
    trial: Option<Trial>,
    left: Vec<Constant>,
    found: Vec<Influence>,
}

impl Inquiry {
    /// A search at its beginning; `None` where the number is not shown.
    #[must_use]
    pub fn new(scenario: &Scenario, side: Side, of: Displayed, at: Time) -> Option<Self> {
        let first = Asking::new(scenario, side, of, at)?;
        let left = readable(scenario, side);
        let scenario = scenario.clone();
        let (explanation, trial, found) = (None, None, Vec::new());
        Some(Self { scenario, side, first, explanation, trial, left, found })
    }

    /// Handles about so many events; true when nothing is left to try.
    pub fn advance(&mut self, events: u64) -> bool {
        if self.explanation.is_none() {
            if !self.first.advance(events) {
                return false;
            }
            self.explanation = self.first.explanation();
            return self.explanation.is_none();
        }
        if self.trial.is_none() {
            self.trial = self.left.pop().map(|constant| self.trial_of(constant));
        }
        let Some(trial) = &mut self.trial else { return true };
        if !trial.asking.as_mut().is_none_or(|asking| asking.advance(events)) {
            return false;
        }
        if let Some(trial) = self.trial.take() {
            self.judge(trial);
        }
        self.left.is_empty()
    }

    fn trial_of(&self, constant: Constant) -> Trial {
        let current = self.scenario.overridden(&constant.path).unwrap_or(constant.value.typical);
        let [low, high] = bounds(&constant);
        // At the upper end of what is allowed a tenth less tells as much.
        let up = current * STEP <= high;
        let step = if up { STEP } else { STEP.recip() };
        let mut other = self.scenario.clone();
        other.set_constant(&constant.path, Some((current * step).max(low)));
        let asking = Asking::new(&other, self.side, self.first.of, self.first.at);
        Trial { constant, current, up, asking }
    }

    fn judge(&mut self, Trial { constant, current, up, asking }: Trial) {
        let before = self.explanation.as_ref().map_or(f64::NAN, |told| told.value);
        let after = asking.and_then(|asking| asking.explanation()).map(|told| told.value);
        let change = after.map_or(0.0, |after| (after - before) / before.abs());
        let effect = if up { change } else { -change };
        if effect.is_finite() && effect.abs() > LEAST {
            self.found.push(Influence { constant, current, effect });
            self.found.sort_by(|one, other| other.effect.abs().total_cmp(&one.effect.abs()));
        }
    }

    /// The explanation, as soon as it is there.
    #[must_use]
    pub fn explanation(&self) -> Option<&Explanation> {
        self.explanation.as_ref()
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

fn started(machine: &Machine) -> Report {
    let mut run = Run::new(machine.clone());
    while !run.advance(u64::MAX) {}
    run.report()
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
