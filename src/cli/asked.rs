//! From arguments to scenarios, axes and quantities, with every fault told at once.

use std::io::Read;

use super::Faults;
use super::arguments::{Asked, Sweep};
use super::near::nearest;
use crate::experiment::answer::Quantity;
use crate::scenario::field::{self, FieldProblem, key};
use crate::scenario::study::Axis;
use crate::scenario::{
    Kind, Mode, PARAMETERS, PRESETS, Parameter, Problem, ProblemKind, Scale, Scenario, Scope, Side,
    Value, file, link, parameter, preset,
};
use crate::text::command::{Fault, Named};

/// The scenario that was asked for. It may have problems of its own.
pub(super) fn scenario(asked: &Asked) -> Result<Scenario, Faults> {
    let mut scenario = match (&asked.preset, &asked.link, &asked.file) {
        (Some(name), ..) => begun(name)?,
        (_, Some(address), _) => linked(address)?,
        (.., Some(path)) => filed(path)?,
        (None, None, None) => Scenario::default(),
    };
    let mut faults = Vec::new();
    for text in &asked.set {
        match text.split_once('=') {
            Some((name, value)) => {
                let set = scenario.set_field(name.trim(), value.trim());
                faults.extend(set.err().map(field_fault));
            }
            None => faults.push(Fault::NotAField { text: text.clone() }),
        }
    }
    if faults.is_empty() { Ok(scenario) } else { Err(faults) }
}

fn begun(name: &str) -> Result<Scenario, Faults> {
    preset(name).map(crate::scenario::Preset::scenario).ok_or_else(|| {
        let near = nearest(name, PRESETS.iter().map(|preset| preset.key));
        vec![unknown(Named::Preset, name, near)]
    })
}

fn unknown(what: Named, name: &str, near: Option<String>) -> Fault {
    Fault::Unknown { what, name: name.to_owned(), near }
}

fn field_fault(problem: FieldProblem) -> Fault {
    match problem {
        FieldProblem::UnknownKey { key } => unknown_key(&key),
        FieldProblem::UnknownValue { key, value } => Fault::Unfit { key, value },
    }
}

fn unknown_key(key: &str) -> Fault {
    // Who says `platform` means that of one side: both keys are a letter and a point away.
    let side =
        field::keys().find(|known| known.split_once('.').is_some_and(|(_, rest)| rest == key));
    unknown(Named::Parameter, key, side.or_else(|| nearest(key, field::keys())))
}

/// A share link, whatever stands before its fragment.
fn linked(address: &str) -> Result<Scenario, Faults> {
    let address = address.trim();
    let fragment = address.find('#').map_or(address, |at| &address[at..]);
    let decoded = link::decode(fragment).map_err(|error| vec![Fault::Link(error)])?;
    if decoded.problems.is_empty() {
        Ok(decoded.scenario)
    } else {
        Err(decoded.problems.into_iter().map(field_fault).collect())
    }
}

/// No scenario is longer, in bytes; an export of a large sweep may be.
const FILE_MOST: u64 = 1 << 26;

fn filed(path: &str) -> Result<Scenario, Faults> {
    let mut text = String::new();
    let read = if path == "-" {
        std::io::stdin().lock().take(FILE_MOST).read_to_string(&mut text)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(FILE_MOST).read_to_string(&mut text))
    };
    let path = || path.to_owned();
    read.map_err(|problem| vec![Fault::Path { path: path(), problem: problem.to_string() }])?;
    let in_file = |problem| Fault::File { path: path(), problem };
    file::read(&text).map_err(|problems| problems.into_iter().map(in_file).collect())
}

/// The scenario, if it gives machines to run.
pub(super) fn runnable(asked: &Asked) -> Result<Scenario, Faults> {
    let scenario = scenario(asked)?;
    let blocking = scenario.problems().into_iter().filter(Problem::blocks);
    let faults: Faults = blocking.map(|problem| scenario_fault(&scenario, problem)).collect();
    if faults.is_empty() { Ok(scenario) } else { Err(faults) }
}

fn scenario_fault(scenario: &Scenario, problem: Problem) -> Fault {
    let near = match &problem.kind {
        ProblemKind::UnknownChoice { value } => {
            let side = problem.side.unwrap_or(Side::A);
            nearest(value, parameter(problem.parameter).choices(scenario, side))
        }
        _ => None,
    };
    Fault::Scenario { problem, near }
}

/// Quantities by their keys; where several questions have one of that name, that of this scenario.
pub(super) fn quantities(names: &[String], of: &Scenario) -> Result<Vec<Quantity>, Faults> {
    let mut faults = Vec::new();
    let mut found = Vec::new();
    for name in names {
        let known = || Quantity::all().filter(|quantity| quantity.key() == name);
        let answers = |quantity: &Quantity| answers(*quantity, of.mode);
        if let Some(quantity) = known().find(answers).or_else(|| known().next()) {
            found.push(quantity);
        } else {
            let near = nearest(name, Quantity::all().map(Quantity::key));
            faults.push(unknown(Named::Quantity, name, near));
        }
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

/// Whether a quantity is one of the answers to a question.
fn answers(quantity: Quantity, mode: Mode) -> bool {
    let question = match quantity {
        Quantity::Start(_) => return mode.is_start(),
        Quantity::Throughput(_) => Mode::Throughput,
        Quantity::Pressure(_) => Mode::Pressure,
        Quantity::Elasticity(_) => Mode::Elasticity,
        Quantity::Mobility(_) => Mode::Mobility,
        Quantity::Maintenance(_) => Mode::Maintenance,
        Quantity::Incident(_) => Mode::Incident,
        Quantity::Compatibility(_) => Mode::Compatibility,
    };
    mode == question
}

/// An axis such as `n=1..200`, `a.vcpus=1,2,4` or `platform=all`.
pub(super) fn axis(text: &str, of: &Sweep, scenario: &Scenario) -> Result<Axis, Faults> {
    let Some((name, values)) = text.split_once('=') else {
        return Err(vec![Fault::NotAField { text: text.to_owned() }]);
    };
    let (row, side) = axis_row(name.trim()).ok_or_else(|| vec![unknown_key(name)])?;
    let scale = match (of.linear, of.log, row.range()) {
        (true, ..) => Scale::Linear,
        (_, true, _) => Scale::Logarithmic,
        (.., range) => range.map_or(Scale::Linear, |range| range.scale),
    };
    let values = values.trim();
    let ends = values.split_once("..").and_then(|(low, high)| {
        Some([low.trim().parse::<u64>().ok()?, high.trim().parse::<u64>().ok()?])
    });
    let axis = match (values, ends) {
        ("all", _) => Axis::whole(row.id, side, scenario, of.points),
        (_, Some(ends)) => Axis::steps(row.id, side, ends, of.points, scale),
        _ => Axis::new(row.id, side, listed(row, values)?),
    };
    axis.map_err(|problem| vec![Fault::Axis { text: text.to_owned(), problem }])
}

/// The parameter of a key; without a side it is meant for both.
fn axis_row(name: &str) -> Option<(&'static Parameter, Option<Side>)> {
    let of_both = || PARAMETERS.iter().find(|row| row.scope == Scope::Side && row.key == name);
    match field::row_of(name) {
        Some((row, side)) => Some((row, (row.scope == Scope::Side).then_some(side))),
        None => of_both().map(|row| (row, None)),
    }
}

fn listed(row: &Parameter, values: &str) -> Result<Vec<Value>, Faults> {
    let mut found = Vec::new();
    let mut faults = Vec::new();
    for text in values.split(',').map(str::trim).filter(|text| !text.is_empty()) {
        // Which choices exist may depend on the side, so an unknown one is a gap of the sweep;
        // but a slip of the pen is told at once where the list is the same everywhere.
        match field::parse_value(row, text) {
            Some(value) => found.push(value),
            None => faults.push(Fault::Unfit { key: key(row, Side::A), value: text.to_owned() }),
        }
        if let Kind::Choice(list) = row.kind {
            let ids = list(&Scenario::default(), Side::A);
            if let (false, Some(near)) = (ids.contains(&text), nearest(text, &ids)) {
                let value = format!("{text} ({near}?)");
                faults.push(Fault::Unfit { key: key(row, Side::A), value });
            }
        }
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}
