//! Parameters of the question about throughput.

use super::super::choice::throughput::{Choice, Id, LoadChoice};
use super::super::parameter::{
    Group, Kind, Measure, Parameter, ParameterId, Range, Scale, Scope, Value,
};
use super::super::{Mode, Scenario, Side};
use super::{
    assign_id, assign_named, assign_number, assign_override, name_of, names, nothing, number,
};
use crate::catalog::{self, LoadKind};

const LOADS: &[(&str, LoadChoice)] = &[("closed", LoadChoice::Closed), ("open", LoadChoice::Open)];

const CLIENTS_RANGE: Range =
    Range { low: 1, high: 512, step: 1, scale: Scale::Logarithmic, measure: Measure::Count };

fn asked(scenario: &Scenario, _: Side) -> bool {
    scenario.mode == Mode::Throughput
}

fn kind(scenario: &Scenario) -> LoadKind {
    scenario.throughput.known().map_or(LoadKind::Server, |workload| workload.kind)
}

/// Whether there are clients that wait for their answers.
fn closed(scenario: &Scenario) -> bool {
    match kind(scenario) {
        LoadKind::Server => scenario.throughput.load == LoadChoice::Closed,
        LoadKind::Disk => true,
        LoadKind::Batch => false,
    }
}

pub(super) const WORKLOAD: Parameter = Parameter {
    id: ParameterId::Throughput(Id::Workload),
    key: "load-workload",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Choice(|_, _| catalog::workloads().iter().map(|workload| workload.id).collect()),
    applies: asked,
    inherited: nothing,
    chosen: |scenario, _| Some(Value::choice(&scenario.throughput.workload)),
    assign: |scenario, _, value| {
        assign_id(&mut scenario.throughput.workload, value, &Choice::default().workload)
    },
};

pub(super) const LOAD: Parameter = Parameter {
    id: ParameterId::Throughput(Id::Load),
    key: "load-kind",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Choice(|_, _| names(LOADS)),
    applies: |scenario, side| asked(scenario, side) && kind(scenario) == LoadKind::Server,
    inherited: nothing,
    chosen: |scenario, _| name_of(scenario.throughput.load, LOADS),
    assign: |scenario, _, value| {
        assign_named(&mut scenario.throughput.load, value, LOADS, LoadChoice::Closed)
    },
};

pub(super) const CLIENTS: Parameter = Parameter {
    id: ParameterId::Throughput(Id::Clients),
    key: "load-clients",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Number(CLIENTS_RANGE),
    applies: |scenario, side| asked(scenario, side) && closed(scenario),
    inherited: |scenario, _| {
        let usual = scenario.throughput.known().map_or(1, |workload| workload.clients.max(1));
        Value::Number(u64::from(usual))
    },
    chosen: |scenario, _| scenario.throughput.clients.map(Value::Number),
    assign: |scenario, _, value| assign_override(&mut scenario.throughput.clients, value),
};

pub(super) const RATE: Parameter = Parameter {
    id: ParameterId::Throughput(Id::Rate),
    key: "load-rate",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Number(Range {
        low: 1,
        high: 10_000_000,
        step: 100,
        scale: Scale::Logarithmic,
        measure: Measure::OperationsPerSecond,
    }),
    applies: |scenario, side| {
        asked(scenario, side) && kind(scenario) == LoadKind::Server && !closed(scenario)
    },
    inherited: nothing,
    chosen: |scenario, _| number(scenario.throughput.rate),
    assign: |scenario, _, value| {
        assign_number(&mut scenario.throughput.rate, value, Choice::default().rate)
    },
};

pub(super) const THINK: Parameter = Parameter {
    id: ParameterId::Throughput(Id::Think),
    key: "load-think",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Number(Range {
        low: 0,
        high: 60_000,
        step: 1,
        scale: Scale::Logarithmic,
        measure: Measure::Milliseconds,
    }),
    applies: |scenario, side| {
        asked(scenario, side) && kind(scenario) == LoadKind::Server && closed(scenario)
    },
    inherited: nothing,
    chosen: |scenario, _| number(scenario.throughput.think),
    assign: |scenario, _, value| {
        assign_number(&mut scenario.throughput.think, value, Choice::default().think)
    },
};

pub(super) const REQUESTS: Parameter = Parameter {
    id: ParameterId::Throughput(Id::Requests),
    key: "load-requests",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Number(Range {
        low: 100,
        high: 10_000_000,
        step: 1000,
        scale: Scale::Logarithmic,
        measure: Measure::Count,
    }),
    applies: asked,
    inherited: nothing,
    chosen: |scenario, _| number(scenario.throughput.requests),
    assign: |scenario, _, value| {
        assign_number(&mut scenario.throughput.requests, value, Choice::default().requests)
    },
};
