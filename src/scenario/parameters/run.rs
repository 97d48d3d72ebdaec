//! What is run, how many, in which order, and with which chance.

use super::super::parameter::{
    Group, Kind, Measure, Parameter, ParameterId, Range, Scale, Scope, Value,
};
use super::super::{INSTANCES_LEAST, INSTANCES_MOST, LaunchOrder, Mode};
use super::{
    always, assign_id, assign_named, assign_number, assign_optional, assign_switch, name_of, names,
    nothing, number, optional,
};
use crate::catalog;
use crate::model::ImageState;

const MODES: &[(&str, Mode)] = &[
    ("compare", Mode::Compare),
    ("fill", Mode::Fill),
    ("throughput", Mode::Throughput),
    ("pressure", Mode::Pressure),
    ("elasticity", Mode::Elasticity),
    ("mobility", Mode::Mobility),
    ("maintenance", Mode::Maintenance),
    ("incident", Mode::Incident),
    ("compatibility", Mode::Compatibility),
];

const ORDERS: &[(&str, LaunchOrder)] = &[
    ("together", LaunchOrder::Together),
    ("every", LaunchOrder::Every),
    ("starters", LaunchOrder::Starters),
    ("in-flight", LaunchOrder::InFlight),
];

const IMAGE_STATES: &[(&str, ImageState)] = &[
    ("remote", ImageState::Remote),
    ("disk", ImageState::OnDisk),
    ("memory", ImageState::InMemory),
];

const INSTANCES_RANGE: Range = Range {
    low: INSTANCES_LEAST,
    high: INSTANCES_MOST,
    step: 1,
    scale: Scale::Logarithmic,
    measure: Measure::Count,
};

pub(super) const MODE: Parameter = Parameter {
    id: ParameterId::Mode,
    key: "mode",
    scope: Scope::Common,
    group: Group::First,
    kind: Kind::Choice(|_, _| names(MODES)),
    applies: always,
    inherited: nothing,
    chosen: |scenario, _| name_of(scenario.mode, MODES),
    assign: |scenario, _, value| assign_named(&mut scenario.mode, value, MODES, Mode::Compare),
};

pub(super) const IMAGE: Parameter = Parameter {
    id: ParameterId::Image,
    key: "image",
    scope: Scope::Common,
    group: Group::First,
    kind: Kind::Choice(|_, _| catalog::image::images().iter().map(|image| image.id).collect()),
    applies: always,
    inherited: nothing,
    chosen: |scenario, _| Some(Value::choice(&scenario.image)),
    assign: |scenario, _, value| assign_id(&mut scenario.image, value, "nginx"),
};

pub(super) const INSTANCES: Parameter = Parameter {
    id: ParameterId::Instances,
    key: "n",
    scope: Scope::Common,
    group: Group::First,
    kind: Kind::Number(INSTANCES_RANGE),
    applies: |scenario, _| scenario.mode != Mode::Fill,
    inherited: nothing,
    chosen: |scenario, _| number(scenario.instances),
    assign: |scenario, _, value| assign_number(&mut scenario.instances, value, 12),
};

pub(super) const FILL_MOST: Parameter = Parameter {
    id: ParameterId::FillMost,
    key: "fill-most",
    scope: Scope::Common,
    group: Group::First,
    kind: Kind::Number(INSTANCES_RANGE),
    applies: |scenario, _| scenario.mode == Mode::Fill,
    inherited: nothing,
    chosen: |scenario, _| number(scenario.fill_most),
    assign: |scenario, _, value| assign_number(&mut scenario.fill_most, value, 10_000),
};

pub(super) const GOAL: Parameter = Parameter {
    id: ParameterId::Goal,
    key: "goal",
    scope: Scope::Common,
    group: Group::First,
    kind: Kind::Optional(
        Range {
            low: 10,
            high: 600_000,
            step: 10,
            scale: Scale::Logarithmic,
            measure: Measure::Milliseconds,
        },
        10_000,
    ),
    applies: |scenario, _| scenario.mode == Mode::Fill,
    inherited: nothing,
    chosen: |scenario, _| optional(scenario.goal),
    assign: |scenario, _, value| assign_optional(&mut scenario.goal, value),
};

pub(super) const LAUNCH: Parameter = Parameter {
    id: ParameterId::Launch,
    key: "launch",
    scope: Scope::Common,
    group: Group::Start,
    kind: Kind::Choice(|_, _| names(ORDERS)),
    applies: |scenario, _| scenario.mode == Mode::Compare,
    inherited: nothing,
    chosen: |scenario, _| name_of(scenario.launch, ORDERS),
    assign: |scenario, _, value| {
        assign_named(&mut scenario.launch, value, ORDERS, LaunchOrder::Together)
    },
};

pub(super) const LAUNCH_INTERVAL: Parameter = Parameter {
    id: ParameterId::LaunchInterval,
    key: "interval",
    scope: Scope::Common,
    group: Group::Start,
    kind: Kind::Number(Range {
        low: 1,
        high: 60_000,
        step: 1,
        scale: Scale::Logarithmic,
        measure: Measure::Milliseconds,
    }),
    applies: |scenario, _| scenario.mode == Mode::Compare && scenario.launch == LaunchOrder::Every,
    inherited: nothing,
    chosen: |scenario, _| number(scenario.launch_interval),
    assign: |scenario, _, value| assign_number(&mut scenario.launch_interval, value, 100),
};

pub(super) const STARTERS: Parameter = Parameter {
    id: ParameterId::Starters,
    key: "starters",
    scope: Scope::Common,
    group: Group::Start,
    kind: Kind::Number(Range {
        low: 1,
        high: 1000,
        step: 1,
        scale: Scale::Logarithmic,
        measure: Measure::Count,
    }),
    applies: |scenario, _| {
        scenario.mode == Mode::Compare
            && matches!(scenario.launch, LaunchOrder::Starters | LaunchOrder::InFlight)
    },
    inherited: nothing,
    chosen: |scenario, _| number(scenario.starters),
    assign: |scenario, _, value| assign_number(&mut scenario.starters, value, 4),
};

pub(super) const IMAGE_STATE: Parameter = Parameter {
    id: ParameterId::ImageState,
    key: "image-state",
    scope: Scope::Common,
    group: Group::Start,
    kind: Kind::Choice(|_, _| names(IMAGE_STATES)),
    applies: always,
    inherited: nothing,
    chosen: |scenario, _| name_of(scenario.image_state, IMAGE_STATES),
    assign: |scenario, _, value| {
        assign_named(&mut scenario.image_state, value, IMAGE_STATES, ImageState::OnDisk)
    },
};

pub(super) const SPREAD: Parameter = Parameter {
    id: ParameterId::Spread,
    key: "spread",
    scope: Scope::Common,
    group: Group::Run,
    kind: Kind::Switch,
    applies: always,
    inherited: nothing,
    chosen: |scenario, _| Some(Value::Switch(scenario.spread)),
    assign: |scenario, _, value| assign_switch(&mut scenario.spread, value, true),
};

pub(super) const SEED: Parameter = Parameter {
    id: ParameterId::Seed,
    key: "seed",
    scope: Scope::Common,
    group: Group::Run,
    kind: Kind::Number(Range {
        low: 0,
        high: 4_294_967_295,
        step: 1,
        scale: Scale::Field,
        measure: Measure::Count,
    }),
    applies: |scenario, _| scenario.spread,
    inherited: nothing,
    chosen: |scenario, _| number(scenario.seed),
    assign: |scenario, _, value| assign_number(&mut scenario.seed, value, 1),
};

pub(super) const WATCH: Parameter = Parameter {
    id: ParameterId::Watch,
    key: "watch",
    scope: Scope::Common,
    group: Group::Run,
    kind: Kind::Number(Range {
        low: 0,
        high: 3600,
        step: 1,
        scale: Scale::Logarithmic,
        measure: Measure::Seconds,
    }),
    applies: always,
    inherited: nothing,
    chosen: |scenario, _| number(scenario.watch),
    assign: |scenario, _, value| assign_number(&mut scenario.watch, value, 0),
};
