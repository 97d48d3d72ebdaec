//! `hyperfine --export-json`: a list of commands with the statistics of their runs, in seconds.

use serde_json::Value as Json;

use super::{Expected, Measurement, MeasurementProblem, Reading, Subject, Told, Tool, VALUE_MOST};

/// The most commands that are read.
const COMMANDS_MOST: usize = 20;

pub(super) fn read(text: &str) -> Told {
    let wrong = |line: usize| {
        let found = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        MeasurementProblem::at(line, found, Expected::Results)
    };
    let json: Json = serde_json::from_str(text).map_err(|error| wrong(error.line()))?;
    let results = json.get("results").and_then(Json::as_array);
    let results = results.filter(|list| !list.is_empty()).ok_or_else(|| wrong(1))?;
    let mut readings = Vec::new();
    for result in results.iter().take(COMMANDS_MOST) {
        let command = result.get("command").and_then(Json::as_str);
        let line = command.and_then(|command| place(text, command)).unwrap_or(1);
        readings.push(reading(result).ok_or_else(|| wrong(line))?);
    }
    Ok(Measurement { tool: Tool::Hyperfine, readings, assumed: None })
}

/// The line on which a command stands.
fn place(text: &str, command: &str) -> Option<usize> {
    text.lines().position(|line| line.contains(command)).map(|at| at + 1)
}

fn reading(result: &Json) -> Option<Reading> {
    let seconds = |name: &str| {
        let value = result.get(name)?.as_f64()?;
        (0.0..=VALUE_MOST).contains(&value).then_some(value)
    };
    let times = result.get("times").and_then(Json::as_array);
    let range = match (seconds("min"), seconds("max")) {
        (Some(low), Some(high)) if low <= high => Some([low, high]),
        _ => None,
    };
    Some(Reading {
        subject: Subject::Command,
        value: seconds("mean")?,
        range,
        // One run alone has none, and hyperfine then writes nothing there.
        deviation: seconds("stddev"),
        runs: times.and_then(|times| u32::try_from(times.len()).ok()).unwrap_or(1).max(1),
        command: result
            .get("command")
            .and_then(Json::as_str)
            .map(|of| of.chars().take(80).collect()),
    })
}
