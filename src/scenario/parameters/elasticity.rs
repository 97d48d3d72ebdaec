//! Parameters of the question about elasticity.

use super::super::Mode;
use super::super::choice::elasticity::{Choice, Id};
use super::super::parameter::{
    Applies, Group, Kind, Measure, Parameter, ParameterId, Range, Scale, Scope,
};
use super::{assign_named, assign_number, assign_switch, name_of, names, nothing, number};
use crate::experiment::elasticity::Pattern;
use crate::scenario::Value;

const PATTERNS: &[(&str, Pattern)] = &[
    ("rotating", Pattern::Rotating),
    ("daily", Pattern::Daily),
    ("walk", Pattern::Walk),
    ("spike", Pattern::Spike),
];

const SPIKES: Applies = |scenario, _| {
    scenario.mode == Mode::Elasticity && scenario.elasticity.pattern == Pattern::Spike
};
const MOVES: Applies = |scenario, _| {
    scenario.mode == Mode::Elasticity && scenario.elasticity.pattern != Pattern::Spike
};

const fn percent(low: u64, high: u64, step: u64) -> Kind {
    let (scale, measure) = (Scale::Logarithmic, Measure::Percent);
    Kind::Number(Range { low, high, step, scale, measure })
}

/// How demand moves; the other rows take from it what all have in common.
pub(super) const PATTERN: Parameter = Parameter {
    id: ParameterId::Elasticity(Id::Pattern),
    key: "elasticity-pattern",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Choice(|_, _| names(PATTERNS)),
    applies: |scenario, _| scenario.mode == Mode::Elasticity,
    inherited: nothing,
    chosen: |scenario, _| name_of(scenario.elasticity.pattern, PATTERNS),
    assign: |scenario, _, value| {
        assign_named(&mut scenario.elasticity.pattern, value, PATTERNS, Pattern::default())
    },
};

pub(super) const PEAK: Parameter = Parameter {
    id: ParameterId::Elasticity(Id::Peak),
    key: "elasticity-peak",
    kind: percent(10, 6400, 10),
    applies: MOVES,
    chosen: |scenario, _| number(scenario.elasticity.peak),
    assign: |scenario, _, value| {
        assign_number(&mut scenario.elasticity.peak, value, Choice::default().peak)
    },
    ..PATTERN
};

pub(super) const SPIKE: Parameter = Parameter {
    id: ParameterId::Elasticity(Id::Spike),
    key: "elasticity-spike",
    kind: percent(100, 2000, 10),
    applies: SPIKES,
    chosen: |scenario, _| number(scenario.elasticity.spike),
    assign: |scenario, _, value| {
        assign_number(&mut scenario.elasticity.spike, value, Choice::default().spike)
    },
    ..PATTERN
};

pub(super) const TARGET: Parameter = Parameter {
    id: ParameterId::Elasticity(Id::Target),
    key: "elasticity-target",
    kind: percent(10, 100, 5),
    applies: SPIKES,
    chosen: |scenario, _| number(scenario.elasticity.target),
    assign: |scenario, _, value| {
        assign_number(&mut scenario.elasticity.target, value, Choice::default().target)
    },
    ..PATTERN
};

pub(super) const WARM: Parameter = Parameter {
    id: ParameterId::Elasticity(Id::Warm),
    key: "elasticity-warm",
    kind: Kind::Number(Range {
        low: 0,
        high: 1000,
        step: 1,
        scale: Scale::Field,
        measure: Measure::Count,
    }),
    applies: SPIKES,
    chosen: |scenario, _| number(scenario.elasticity.warm),
    assign: |scenario, _, value| {
        assign_number(&mut scenario.elasticity.warm, value, Choice::default().warm)
    },
    ..PATTERN
};

pub(super) const DURATION: Parameter = Parameter {
    id: ParameterId::Elasticity(Id::Duration),
    key: "elasticity-duration",
    kind: Kind::Number(Range {
        low: 10,
        high: 86_400,
        step: 10,
        scale: Scale::Logarithmic,
        measure: Measure::Seconds,
    }),
    chosen: |scenario, _| number(scenario.elasticity.duration),
    assign: |scenario, _, value| {
        assign_number(&mut scenario.elasticity.duration, value, Choice::default().duration)
    },
    ..PATTERN
};

pub(super) const CAPPED: Parameter = Parameter {
    id: ParameterId::Elasticity(Id::Capped),
    key: "elasticity-capped",
    kind: Kind::Switch,
    chosen: |scenario, _| Some(Value::Switch(scenario.elasticity.capped)),
    assign: |scenario, _, value| assign_switch(&mut scenario.elasticity.capped, value, false),
    ..PATTERN
};
