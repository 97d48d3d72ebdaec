//! Constants of the catalogue with other values: what a scenario says instead of them.
//!
//! The run really uses the other value. What was said is kept as it was typed, and told where it
//! is wrong, like any other parameter; a constant that no run reads is refused with the reason
//! instead of being taken without effect.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::field::FieldProblem;
use super::{Mode, ParameterId, Problem, ProblemKind, Remedy, Scenario, Side};
use crate::catalog::{Constant, Quantity, changeable, constant};
use crate::model::changed::OtherValue;

/// The most constants that a scenario changes, so that every scenario fits in a link.
pub const OVERRIDES_MOST: usize = 12;
/// What the keys of changed constants begin with, in links, files and on the command line.
pub const PREFIX: &str = "constant.";
/// How far beyond the range of the sources a value may lie, as a factor.
const BEYOND: f64 = 10.0;

/// A number that somebody said: compared bit by bit.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Amount(pub f64);

impl PartialEq for Amount {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_bits() == other.0.to_bits()
    }
}

impl Eq for Amount {}

impl fmt::Display for Amount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// Another value for one constant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// Where the constant stands in the catalogue, such as `platform.docker.start[2].cpu`.
    pub path: String,
    /// The value, in the unit of the constant.
    pub value: Amount,
}

/// The lowest and the highest value that a constant can be given: ten times beyond the range of
/// its sources, and no part of a whole beyond the whole.
#[must_use]
pub fn bounds(of: &Constant) -> [f64; 2] {
    let high = of.value.high * BEYOND;
    let is_speed = of.path.starts_with("host.");
    let is_part = of.quantity == Quantity::Ratio && of.value.high <= 1.0 && !is_speed;
    [of.value.low / BEYOND, if is_part { high.min(1.0) } else { high }]
}

/// The path that a key means: a link has points where a path has brackets, which not every
/// program leaves alone in an address.
fn path_of(key: &str) -> Option<String> {
    let rest = key.strip_prefix(PREFIX).or_else(|| key.strip_prefix("constant:"))?;
    let parts = rest.split('.').map(|part| {
        let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if digits { format!("[{part}]") } else { format!(".{part}") }
    });
    Some(parts.collect::<String>().trim_start_matches('.').to_owned())
}

/// The key of a constant's path.
#[must_use]
pub fn key_of(path: &str) -> String {
    format!("{PREFIX}{}", path.replace('[', ".").replace(']', ""))
}

impl Scenario {
    /// The value that was said in the place of a constant's; `None` where the catalogue's holds.
    #[must_use]
    pub fn overridden(&self, path: &str) -> Option<f64> {
        self.overrides.iter().find(|of| of.path == path).map(|of| of.value.0)
    }

    /// Gives a constant another value, or with `None` the catalogue's again.
    pub fn set_constant(&mut self, path: &str, value: Option<f64>) {
        let place = self.overrides.iter().position(|of| of.path == path);
        match (place, value) {
            (Some(place), Some(value)) => self.overrides[place].value = Amount(value),
            (Some(place), None) => drop(self.overrides.remove(place)),
            (None, Some(value)) => {
                self.overrides.push(Override { path: path.to_owned(), value: Amount(value) });
            }
            (None, None) => {}
        }
    }

    /// Sets a field that is a changed constant; `None` if the key is no such field.
    pub(super) fn set_override(
        &mut self,
        key: &str,
        value: &str,
    ) -> Option<Result<(), FieldProblem>> {
        let path = path_of(key)?;
        let number = value.parse::<f64>().ok().filter(|number| number.is_finite());
        let Some(number) = number else {
            let (key, value) = (key.to_owned(), value.to_owned());
            return Some(Err(FieldProblem::UnknownValue { key, value }));
        };
        self.set_constant(&path, Some(number));
        Some(Ok(()))
    }

    /// What is wrong with the constants that were changed.
    pub(super) fn check_overrides(&self) -> Vec<Problem> {
        let surplus =
            self.overrides.iter().skip(OVERRIDES_MOST).map(|of| {
                (of, ProblemKind::TooManyConstants { most: OVERRIDES_MOST as u64 }, None)
            });
        let wrong = self.overrides.iter().take(OVERRIDES_MOST).filter_map(|of| {
            let path = of.path.clone();
            if !changeable(&path) {
                return Some((of, ProblemKind::FixedConstant { path }, None));
            }
            let Some(known) = constant(&path) else {
                return Some((of, ProblemKind::UnknownConstant { path }, None));
            };
            let [low, high] = bounds(&known);
            if (low..=high).contains(&of.value.0) {
                return None;
            }
            let nearest = of.value.0.is_finite().then(|| of.value.0.clamp(low, high));
            let (value, low, high) = (of.value, Amount(low), Amount(high));
            Some((of, ProblemKind::ConstantOutOfRange { path, value, low, high }, nearest))
        });
        let problem = |(of, kind, nearest): (&Override, ProblemKind, Option<f64>)| Problem {
            side: None,
            parameter: ParameterId::Host,
            kind,
            remedy: Some(Remedy::Constant { path: of.path.clone(), value: nearest.map(Amount) }),
        };
        wrong.chain(surplus).map(problem).collect()
    }

    /// The changes, for a machine.
    pub(super) fn other_values(&self) -> Vec<OtherValue> {
        let change = |of: &Override| OtherValue { path: of.path.clone(), value: of.value.0 };
        self.overrides.iter().map(change).collect()
    }

    /// Whether the machine of one side, asked what it is asked now, has a use for a constant: the
    /// run would be another one with another value.
    #[must_use]
    pub fn reads_constant(&self, side: Side, path: &str) -> bool {
        let Some(constant) = constant(path) else { return false };
        let family = path.split('.').next().unwrap_or_default();
        // Throughput is compared with plain processes, whatever the platform.
        let native = path.starts_with("platform.process.") && self.mode != Mode::Throughput;
        let elsewhere = native && self.side(side).platform != "process";
        if elsewhere || !family_read(self.mode, family) {
            return false;
        }
        let asked = |value: f64| {
            let mut other = self.clone();
            other.set_constant(path, Some(value));
            (other.resolve(side), other.question(side))
        };
        asked(constant.value.typical) != asked(constant.value.typical * 0.75)
    }
}

/// Whether a question is answered by means of a family of constants at all.
fn family_read(mode: Mode, family: &str) -> bool {
    match family {
        "operation" | "workload" => mode == Mode::Throughput,
        "scarcity" => matches!(mode, Mode::Pressure | Mode::Elasticity),
        "mobility" => matches!(mode, Mode::Mobility | Mode::Maintenance | Mode::Pressure),
        "upkeep" => matches!(mode, Mode::Maintenance | Mode::Incident),
        "surface" => false,
        _ => mode != Mode::Compatibility,
    }
}
