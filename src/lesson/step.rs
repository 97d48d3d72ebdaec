//! What a lesson is made of, when it has been read and checked.

use serde::Deserialize;

use super::condition::Condition;
use super::prediction::Predict;
use super::words::Words;
use crate::scenario::{ParameterId, Scenario, Side, Value};

/// What kind of lesson it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A lesson of the course, with a goal.
    #[default]
    Lesson,
    /// A short scenario with a surprising outcome and a moral.
    Trap,
}

/// A lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// Its name in addresses and files: small letters, digits and hyphens.
    pub name: String,
    /// What kind it is.
    pub kind: Kind,
    /// Its title.
    pub title: Words,
    /// What it is about, in a sentence; the moral of a trap.
    pub about: Words,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// The claims that it covers, by number: 3 for C3.
    pub claims: Vec<u8>,
    /// What a learner can do afterwards.
    pub objectives: Vec<Words>,
    /// Its steps, in order; at least one.
    pub steps: Vec<Step>,
    /// What to keep.
    pub recap: Vec<Words>,
    /// What the model leaves out.
    pub limits: Words,
    /// For whoever teaches it.
    pub teacher: Teacher,
}

/// Notes for whoever teaches a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Teacher {
    /// What learners often believe before.
    #[serde(default)]
    pub misconceptions: Vec<Words>,
    /// What to ask the class.
    #[serde(default)]
    pub ask: Vec<Words>,
    /// Hints for the hour.
    #[serde(default)]
    pub notes: Vec<Words>,
}

/// One step of a lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its title.
    pub title: Words,
    /// Its text: paragraphs apart by an empty line, with gaps that are filled.
    pub text: Words,
    /// What the Lab shows: its own or that of the step before.
    pub scene: Scene,
    /// What is to be predicted before the results are shown.
    pub predict: Option<Predict>,
    /// What to see in the results, each with its check.
    pub states: Vec<Statement>,
    /// Why it is so.
    pub why: Option<Words>,
    /// What is to be reached.
    pub goal: Option<Goal>,
}

/// What the Lab shows in a step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// What is asked for.
    pub scenario: Scenario,
    /// What the learner may change.
    pub open: Vec<(ParameterId, Side)>,
}

/// A statement with the condition under which it is true.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What is stated.
    pub say: Words,
    /// When it is true.
    pub when: Condition,
}

/// One of several outcomes to choose from.
pub type Choice = Statement;

/// What is to be reached by changing what is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// What is to be reached, in words.
    pub say: Words,
    /// What must hold, all of it.
    pub needs: Vec<Need>,
    /// Help, from a nudge to the way.
    pub hints: Vec<Words>,
    /// Settings that reach it.
    pub solution: Vec<(ParameterId, Side, Value)>,
}

/// One thing that must hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    /// What must hold.
    pub when: Condition,
    /// What to say where it does not.
    pub miss: Words,
}

impl Goal {
    /// The scenario of a step with the goal's own solution.
    #[must_use]
    pub fn solved(&self, scene: &Scene) -> Scenario {
        let mut scenario = scene.scenario.clone();
        for (id, side, value) in &self.solution {
            crate::scenario::parameter(*id).set(&mut scenario, *side, value);
            if *id == ParameterId::Platform {
                scenario.settle(*side);
            }
        }
        scenario
    }
}
