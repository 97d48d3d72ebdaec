//! The table of all parameters, in the order of their controls.
//!
//! A new parameter is a field of the scenario, a row here, and its words in `text`; the controls,
//! the share link, the checks of ranges and the tests follow from the row.

use super::parameter::{Parameter, ParameterId, Value};
use super::{Scenario, Side};

mod compatibility;
mod elasticity;
mod hardware;
mod incident;
mod maintenance;
mod mobility;
mod pressure;
mod run;
mod side;
mod throughput;

/// Every parameter, in the order of its controls.
pub static PARAMETERS: &[Parameter] = &[
    run::MODE,
    hardware::HOST,
    run::IMAGE,
    run::INSTANCES,
    run::FILL_MOST,
    run::GOAL,
    side::PLATFORM,
    side::GUEST,
    // throughput
    throughput::WORKLOAD,
    throughput::LOAD,
    throughput::CLIENTS,
    throughput::RATE,
    throughput::THINK,
    throughput::REQUESTS,
    // pressure
    pressure::WORKING_SET,
    pressure::FILES_OF_SET,
    pressure::THREADS,
    pressure::LIMIT,
    pressure::RAISE,
    pressure::QUOTA,
    pressure::WEIGHT,
    pressure::NEIGHBOUR,
    pressure::TASKS,
    // elasticity
    elasticity::PATTERN,
    elasticity::PEAK,
    elasticity::SPIKE,
    elasticity::TARGET,
    elasticity::WARM,
    elasticity::DURATION,
    elasticity::CAPPED,
    // mobility
    mobility::WAY,
    mobility::LINK,
    mobility::AT_ONCE,
    mobility::CACHED,
    mobility::MOVE_DISK,
    mobility::DIRTY_RATE,
    mobility::WORKING_SET,
    mobility::FIRST_ROUND,
    mobility::START_FIRST,
    // maintenance
    maintenance::FIX,
    maintenance::WAY,
    maintenance::HOST,
    maintenance::AT_ONCE,
    maintenance::LABOUR,
    // incident
    incident::LAYER,
    incident::KIND,
    // compatibility
    // starts
    run::LAUNCH,
    run::LAUNCH_INTERVAL,
    run::STARTERS,
    run::IMAGE_STATE,
    hardware::CORES,
    hardware::MEMORY,
    hardware::DISK_SPEED,
    hardware::DISK_OPERATIONS,
    hardware::SWAP,
    hardware::LINK,
    side::VCPUS,
    side::MEMORY_EACH,
    side::DISK_FORMAT,
    side::SNAPSHOT,
    side::MERGING,
    side::BALLOON,
    side::OVERCOMMIT,
    run::SPREAD,
    run::SEED,
    run::WATCH,
];

/// The row of one parameter.
///
/// # Panics
/// Never: a test holds that every id has its row.
#[must_use]
pub fn parameter(id: ParameterId) -> &'static Parameter {
    PARAMETERS.iter().find(|row| row.id == id).expect("every id has a row, which a test holds")
}

/// For rows whose value is always chosen.
fn nothing(_: &Scenario, _: Side) -> Value {
    Value::Off
}

fn always(_: &Scenario, _: Side) -> bool {
    true
}

#[expect(clippy::unnecessary_wraps, reason = "the type of a row's function")]
fn number(value: u64) -> Option<Value> {
    Some(Value::Number(value))
}

/// What an optional number reads as: always chosen, be it as off.
#[expect(clippy::unnecessary_wraps, reason = "the type of a row's function")]
fn optional(value: Option<u64>) -> Option<Value> {
    Some(value.map_or(Value::Off, Value::Number))
}

fn assign_number(field: &mut u64, value: Option<&Value>, default: u64) -> bool {
    match value {
        Some(&Value::Number(chosen)) => *field = chosen,
        None => *field = default,
        Some(_) => return false,
    }
    true
}

fn assign_optional(field: &mut Option<u64>, value: Option<&Value>) -> bool {
    match value {
        Some(&Value::Number(chosen)) => *field = Some(chosen),
        Some(Value::Off) | None => *field = None,
        Some(_) => return false,
    }
    true
}

/// As [`assign_optional`], where there is nothing to switch off.
fn assign_override(field: &mut Option<u64>, value: Option<&Value>) -> bool {
    value != Some(&Value::Off) && assign_optional(field, value)
}

fn assign_switch(field: &mut bool, value: Option<&Value>, default: bool) -> bool {
    match value {
        Some(&Value::Switch(chosen)) => *field = chosen,
        None => *field = default,
        Some(_) => return false,
    }
    true
}

fn assign_id(field: &mut String, value: Option<&Value>, default: &str) -> bool {
    match value {
        Some(Value::Choice(id)) if is_id(id) => id.clone_into(field),
        None => default.clone_into(field),
        Some(_) => return false,
    }
    true
}

/// Assigns one of a closed list, by the name that it has in links.
fn assign_named<T: Copy>(
    field: &mut T,
    value: Option<&Value>,
    names: &[(&'static str, T)],
    default: T,
) -> bool {
    let chosen = match value {
        Some(Value::Choice(id)) => names.iter().find(|(name, _)| name == id).map(|&(_, of)| of),
        None => Some(default),
        Some(_) => None,
    };
    chosen.is_some_and(|chosen| {
        *field = chosen;
        true
    })
}

fn name_of<T: Copy + PartialEq>(value: T, names: &[(&'static str, T)]) -> Option<Value> {
    names.iter().find(|&&(_, of)| of == value).map(|&(name, _)| Value::choice(name))
}

fn names<T>(of: &[(&'static str, T)]) -> Vec<&'static str> {
    of.iter().map(|&(name, _)| name).collect()
}

/// The longest id, which keeps a link within its length.
const ID_LENGTH_MOST: usize = 40;

/// Ids are lower-case words with hyphens, so that they stand in a link as they are.
pub(super) fn is_id(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=ID_LENGTH_MOST).contains(&text.len()) && text.bytes().all(fits)
}
