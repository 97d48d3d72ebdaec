//! Parameters of the question about mobility.

use super::super::choice::mobility::{AtTarget, Id};
use super::super::parameter::{
    Group, Kind, Measure, Parameter, ParameterId, Range, Scale, Scope, Value,
};
use super::super::{Mode, Scenario, Side};
use super::{
    assign_named, assign_number, assign_optional, assign_override, assign_switch, name_of, names,
    nothing, number, optional,
};
use crate::catalog::mobility::ways;
use crate::catalog::{MOBILITY, Way};

/// `None` leaves the way to the platform.
const WAYS: &[(&str, Option<Way>)] = &[
    ("automatic", None),
    ("live", Some(Way::Live)),
    ("stop-and-copy", Some(Way::StopAndCopy)),
    ("checkpoint", Some(Way::Checkpoint)),
    ("restart", Some(Way::Restart)),
];

const AT_TARGET: &[(&str, AtTarget)] =
    &[("nothing", AtTarget::Nothing), ("base", AtTarget::Base), ("all", AtTarget::All)];

/// Whether this question is asked.
fn asked(scenario: &Scenario, _: Side) -> bool {
    scenario.mode == Mode::Mobility
}

fn goes(scenario: &Scenario, side: Side, way: Way) -> bool {
    let Some(platform) = scenario.platform(side) else { return false };
    let known = ways(platform);
    let chosen = scenario.mobility.way[side.index()].filter(|way| known.contains(way));
    chosen.or_else(|| known.first().copied()) == Some(way)
}

/// Whether either machine goes this way.
fn either(scenario: &Scenario, way: Way) -> bool {
    scenario.mode == Mode::Mobility && Side::BOTH.iter().any(|&side| goes(scenario, side, way))
}

pub(super) const WAY: Parameter = Parameter {
    id: ParameterId::Mobility(Id::Way),
    key: "mobility-way",
    scope: Scope::Side,
    group: Group::Question,
    kind: Kind::Choice(|_, _| names(WAYS)),
    applies: asked,
    inherited: nothing,
    chosen: |scenario, side| name_of(scenario.mobility.way[side.index()], WAYS),
    assign: |scenario, side, value| {
        assign_named(&mut scenario.mobility.way[side.index()], value, WAYS, None)
    },
};

pub(super) const LINK: Parameter = Parameter {
    id: ParameterId::Mobility(Id::Link),
    key: "mobility-link",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Number(Range {
        low: 10,
        high: 100_000,
        step: 10,
        scale: Scale::Logarithmic,
        measure: Measure::MegabitsPerSecond,
    }),
    applies: asked,
    inherited: nothing,
    chosen: |scenario, _| number(scenario.mobility.link),
    assign: |scenario, _, value| assign_number(&mut scenario.mobility.link, value, 1000),
};

pub(super) const AT_ONCE: Parameter = Parameter {
    id: ParameterId::Mobility(Id::AtOnce),
    key: "mobility-at-once",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Number(Range {
        low: 1,
        high: 1000,
        step: 1,
        scale: Scale::Logarithmic,
        measure: Measure::Count,
    }),
    applies: asked,
    inherited: nothing,
    chosen: |scenario, _| number(scenario.mobility.at_once),
    assign: |scenario, _, value| assign_number(&mut scenario.mobility.at_once, value, 1),
};

pub(super) const CACHED: Parameter = Parameter {
    id: ParameterId::Mobility(Id::Cached),
    key: "mobility-cached",
    scope: Scope::Side,
    group: Group::Question,
    kind: Kind::Choice(|_, _| names(AT_TARGET)),
    applies: asked,
    inherited: nothing,
    chosen: |scenario, side| name_of(scenario.mobility.cached[side.index()], AT_TARGET),
    assign: |scenario, side, value| {
        let field = &mut scenario.mobility.cached[side.index()];
        assign_named(field, value, AT_TARGET, AtTarget::Base)
    },
};

pub(super) const MOVE_DISK: Parameter = Parameter {
    id: ParameterId::Mobility(Id::MoveDisk),
    key: "mobility-move-disk",
    scope: Scope::Side,
    group: Group::Question,
    kind: Kind::Switch,
    applies: |scenario, side| asked(scenario, side) && scenario.has_guest(side),
    inherited: nothing,
    chosen: |scenario, side| Some(Value::Switch(scenario.mobility.move_disk[side.index()])),
    assign: |scenario, side, value| {
        assign_switch(&mut scenario.mobility.move_disk[side.index()], value, true)
    },
};

pub(super) const DIRTY_RATE: Parameter = Parameter {
    id: ParameterId::Mobility(Id::DirtyRate),
    key: "mobility-dirty-rate",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Number(Range {
        low: 1,
        high: 10_000,
        step: 1,
        scale: Scale::Logarithmic,
        measure: Measure::MegabytesPerSecond,
    }),
    applies: |scenario, _| either(scenario, Way::Live),
    inherited: |_, _| whole(MOBILITY.dirty_rate.per_second() * 1e-6),
    chosen: |scenario, _| scenario.mobility.dirty_rate.map(Value::Number),
    assign: |scenario, _, value| assign_override(&mut scenario.mobility.dirty_rate, value),
};

pub(super) const WORKING_SET: Parameter = Parameter {
    id: ParameterId::Mobility(Id::WorkingSet),
    key: "mobility-working-set",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Number(Range {
        low: 1,
        high: 1_048_576,
        step: 1,
        scale: Scale::Logarithmic,
        measure: Measure::Mebibytes,
    }),
    applies: |scenario, _| either(scenario, Way::Live),
    inherited: |scenario, side| {
        let side = if goes(scenario, side, Way::Live) { side } else { Side::B };
        scenario.resolve(side).map_or(Value::Off, |machine| {
            let memory = machine.memory_to_move(true).as_mib();
            whole((memory * MOBILITY.working_set.typical).max(1.0))
        })
    },
    chosen: |scenario, _| scenario.mobility.working_set.map(Value::Number),
    assign: |scenario, _, value| assign_override(&mut scenario.mobility.working_set, value),
};

pub(super) const FIRST_ROUND: Parameter = Parameter {
    id: ParameterId::Mobility(Id::FirstRound),
    key: "mobility-first-round",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Optional(
        Range {
            low: 10,
            high: 100_000,
            step: 10,
            scale: Scale::Logarithmic,
            measure: Measure::MegabitsPerSecond,
        },
        100,
    ),
    applies: |scenario, _| either(scenario, Way::Live),
    inherited: nothing,
    chosen: |scenario, _| optional(scenario.mobility.first_round),
    assign: |scenario, _, value| assign_optional(&mut scenario.mobility.first_round, value),
};

pub(super) const START_FIRST: Parameter = Parameter {
    id: ParameterId::Mobility(Id::StartFirst),
    key: "mobility-start-first",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Switch,
    applies: |scenario, _| either(scenario, Way::Restart),
    inherited: nothing,
    chosen: |scenario, _| Some(Value::Switch(scenario.mobility.start_first)),
    assign: |scenario, _, value| assign_switch(&mut scenario.mobility.start_first, value, false),
};

/// The nearest whole number.
fn whole(value: f64) -> Value {
    Value::Number(crate::units::Bytes::from_f64(value).0)
}
