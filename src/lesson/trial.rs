//! A lesson held against the simulation: does what it says come true, and is its goal a goal?

use super::facts::Facts;
use super::prediction::{Guess, Way};
use super::step::{Lesson, Step};
use crate::scenario::Scenario;
use crate::text::lesson::Flaw;

/// What does not come true, in a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untrue {
    /// Which step, from 1.
    pub step: usize,
    /// What it is.
    pub what: Flaw,
}

/// Holds every step against the simulation, with this seed.
#[must_use]
pub fn trial(lesson: &Lesson, seed: u64) -> Vec<Untrue> {
    let mut found = Vec::new();
    for (at, step) in lesson.steps.iter().enumerate() {
        let flaws = of_step(step, seed);
        found.extend(flaws.into_iter().map(|what| Untrue { step: at + 1, what }));
    }
    found
}

fn seeded(scenario: &Scenario, seed: u64) -> Scenario {
    Scenario { seed, ..scenario.clone() }
}

fn of_step(step: &Step, seed: u64) -> Vec<Flaw> {
    let scenario = seeded(&step.scene.scenario, seed);
    let facts = Facts::run(&scenario);
    let mut flaws = Vec::new();
    for (at, statement) in step.states.iter().enumerate() {
        if !statement.when.holds(&facts) {
            flaws.push(Flaw::Statement(at + 1));
        }
    }
    let said = step.states.iter().map(|of| &of.say).chain(&step.why).chain([&step.text]);
    let mut terms = said
        .flat_map(|words| [&words.en, &words.ko])
        .flat_map(|text| super::fill::gaps(text))
        .filter_map(Result::ok)
        .flat_map(|gap| gap.terms().cloned().collect::<Vec<_>>());
    if terms.any(|term| facts.value(&term).is_none()) {
        flaws.push(Flaw::Gap);
    }
    flaws.extend(prediction(step, &scenario, &facts));
    flaws.extend(goal(step, &facts, seed));
    flaws
}

fn prediction(step: &Step, scenario: &Scenario, facts: &Facts) -> Option<Flaw> {
    let predict = step.predict.as_ref()?;
    let runs: Vec<_> = predict.scenarios(scenario).iter().map(Facts::run).collect();
    match (&predict.way, predict.outcome(&runs)) {
        (Way::Choose(choices), _) => {
            let come_true = choices.iter().filter(|choice| choice.when.holds(facts)).count();
            (come_true != 1).then_some(Flaw::Choices(come_true))
        }
        (Way::Bar { to, .. } | Way::Sketch { to, .. }, Some(Guess::Amounts(values))) => {
            let most = values.iter().copied().fold(0.0, f64::max);
            (most > to.number || most < to.number / 100.0).then_some(Flaw::Scale)
        }
        _ => Some(Flaw::Scale),
    }
}

fn goal(step: &Step, facts: &Facts, seed: u64) -> Option<Flaw> {
    let goal = step.goal.as_ref()?;
    if goal.solution.is_empty() {
        return Some(Flaw::Unsolved);
    }
    if goal.needs.iter().all(|need| need.when.holds(facts)) {
        return Some(Flaw::Reached);
    }
    let solved = Facts::run(&seeded(&goal.solved(&step.scene), seed));
    let missed = goal.needs.iter().position(|need| !need.when.holds(&solved))?;
    Some(Flaw::Unreached(missed + 1))
}
