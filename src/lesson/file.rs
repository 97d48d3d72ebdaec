//! A lesson as it stands in a file, before it is checked.

use serde::Deserialize;
use toml::{Spanned, Table};

use super::step::{Kind, Teacher};
use super::words::Words;

/// A file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub schema: Spanned<String>,
    pub name: Spanned<String>,
    #[serde(default)]
    pub kind: Kind,
    pub title: Words,
    pub about: Words,
    #[serde(default)]
    pub minutes: u16,
    #[serde(default)]
    pub claims: Vec<u8>,
    #[serde(default)]
    pub objectives: Vec<Words>,
    #[serde(default)]
    pub recap: Vec<Words>,
    #[serde(default)]
    pub limits: Words,
    #[serde(default)]
    pub teacher: Teacher,
    #[serde(default, rename = "step")]
    pub steps: Vec<Spanned<Step>>,
}

/// A step.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub title: Words,
    #[serde(default)]
    pub text: Words,
    pub lab: Option<Spanned<Lab>>,
    pub predict: Option<Spanned<Predict>>,
    #[serde(default)]
    pub states: Vec<Said>,
    pub why: Option<Words>,
    pub goal: Option<Spanned<Goal>>,
}

/// What the Lab shows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lab {
    pub preset: Option<Spanned<String>>,
    pub set: Option<Spanned<Table>>,
    #[serde(default)]
    pub open: Vec<Spanned<String>>,
}

/// A prediction: which of its fields are there says which kind it is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Predict {
    pub ask: Words,
    pub of: Option<Spanned<String>>,
    pub to: Option<Spanned<String>>,
    pub over: Option<Spanned<String>>,
    pub at: Option<Vec<u64>>,
    pub choose: Option<Vec<Said>>,
}

/// A text with a condition.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    #[serde(default)]
    pub en: String,
    #[serde(default)]
    pub ko: String,
    pub when: Spanned<String>,
}

/// A goal.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Goal {
    pub say: Words,
    #[serde(default)]
    pub needs: Vec<Said>,
    #[serde(default)]
    pub hints: Vec<Words>,
    pub solution: Option<Spanned<Table>>,
}
