//! Parameters of the question about pressure.

use super::super::Mode;
use super::super::choice::pressure::{Choice, Files, Id};
use super::super::parameter::{
    Applies, Group, Kind, Measure, Parameter, ParameterId, Range, Scale, Scope,
};
use super::{
    assign_named, assign_number, assign_optional, assign_switch, name_of, names, nothing, number,
    optional,
};
use crate::experiment::pressure::Neighbour;
use crate::scenario::Value;

const APPLIES: Applies = |scenario, _| scenario.mode == Mode::Pressure;

const FILES: &[(&str, Files)] =
    &[("none", Files::None), ("own", Files::Own), ("common", Files::Common)];

const NEIGHBOURS: &[(&str, Neighbour)] = &[
    ("no-neighbour", Neighbour::None),
    ("cpu-hog", Neighbour::CpuHog),
    ("memory-hog", Neighbour::MemoryHog),
    ("disk-hog", Neighbour::DiskHog),
    ("fork-bomb", Neighbour::ForkBomb),
];

const MEMORY: Range = Range {
    low: 1,
    high: 1_048_576,
    step: 64,
    scale: Scale::Logarithmic,
    measure: Measure::Mebibytes,
};

/// What all rows of this question have in common.
const ROW: Parameter = Parameter {
    id: ParameterId::Pressure(Id::WorkingSet),
    key: "pressure-set",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Number(MEMORY),
    applies: APPLIES,
    inherited: nothing,
    chosen: |scenario, _| number(scenario.pressure.working_set),
    assign: |scenario, _, value| {
        let default = Choice::default().working_set;
        assign_number(&mut scenario.pressure.working_set, value, default)
    },
};

pub(super) const WORKING_SET: Parameter = ROW;

pub(super) const FILES_OF_SET: Parameter = Parameter {
    id: ParameterId::Pressure(Id::Files),
    key: "pressure-files",
    kind: Kind::Choice(|_, _| names(FILES)),
    chosen: |scenario, _| name_of(scenario.pressure.files, FILES),
    assign: |scenario, _, value| {
        assign_named(&mut scenario.pressure.files, value, FILES, Files::default())
    },
    ..ROW
};

pub(super) const THREADS: Parameter = Parameter {
    id: ParameterId::Pressure(Id::Threads),
    key: "pressure-threads",
    kind: Kind::Number(Range {
        low: 1,
        high: 128,
        step: 1,
        scale: Scale::Logarithmic,
        measure: Measure::Count,
    }),
    chosen: |scenario, _| number(scenario.pressure.threads),
    assign: |scenario, _, value| {
        assign_number(&mut scenario.pressure.threads, value, Choice::default().threads)
    },
    ..ROW
};

pub(super) const LIMIT: Parameter = Parameter {
    id: ParameterId::Pressure(Id::Limit),
    key: "pressure-limit",
    kind: Kind::Optional(MEMORY, 512),
    chosen: |scenario, _| optional(scenario.pressure.limit),
    assign: |scenario, _, value| assign_optional(&mut scenario.pressure.limit, value),
    ..ROW
};

pub(super) const RAISE: Parameter = Parameter {
    id: ParameterId::Pressure(Id::Raise),
    key: "pressure-raise",
    kind: Kind::Optional(MEMORY, 4096),
    chosen: |scenario, _| optional(scenario.pressure.raise),
    assign: |scenario, _, value| assign_optional(&mut scenario.pressure.raise, value),
    ..ROW
};

pub(super) const QUOTA: Parameter = Parameter {
    id: ParameterId::Pressure(Id::Quota),
    key: "pressure-quota",
    kind: Kind::Optional(
        Range {
            low: 1,
            high: 12_800,
            step: 5,
            scale: Scale::Logarithmic,
            measure: Measure::Percent,
        },
        50,
    ),
    chosen: |scenario, _| optional(scenario.pressure.quota),
    assign: |scenario, _, value| assign_optional(&mut scenario.pressure.quota, value),
    ..ROW
};

pub(super) const WEIGHT: Parameter = Parameter {
    id: ParameterId::Pressure(Id::Weight),
    key: "pressure-weight",
    kind: Kind::Number(Range {
        low: 1,
        high: 10_000,
        step: 50,
        scale: Scale::Logarithmic,
        measure: Measure::Count,
    }),
    chosen: |scenario, _| number(scenario.pressure.weight),
    assign: |scenario, _, value| {
        assign_number(&mut scenario.pressure.weight, value, Choice::default().weight)
    },
    ..ROW
};

pub(super) const NEIGHBOUR: Parameter = Parameter {
    id: ParameterId::Pressure(Id::Neighbour),
    key: "pressure-neighbour",
    kind: Kind::Choice(|_, _| names(NEIGHBOURS)),
    chosen: |scenario, _| name_of(scenario.pressure.neighbour, NEIGHBOURS),
    assign: |scenario, _, value| {
        let default = Neighbour::default();
        assign_named(&mut scenario.pressure.neighbour, value, NEIGHBOURS, default)
    },
    ..ROW
};

pub(super) const TASKS: Parameter = Parameter {
    id: ParameterId::Pressure(Id::Tasks),
    key: "pressure-pids",
    kind: Kind::Switch,
    applies: |scenario, _| {
        scenario.mode == Mode::Pressure && scenario.pressure.neighbour == Neighbour::ForkBomb
    },
    chosen: |scenario, _| Some(Value::Switch(scenario.pressure.tasks)),
    assign: |scenario, _, value| assign_switch(&mut scenario.pressure.tasks, value, false),
    ..ROW
};
