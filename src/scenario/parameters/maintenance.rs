//! Parameters of the question about maintenance.

use super::super::choice::maintenance::{Choice, Id, LABOUR_MOST};
use super::super::parameter::{Group, Kind, Measure, Parameter, ParameterId, Range, Scale, Scope};
use super::super::{INSTANCES_MOST, Mode, Scenario, Side};
use super::{assign_named, assign_number, name_of, names, nothing, number};
use crate::experiment::maintenance::{Fix, HostWay, Way};

const FIXES: &[(&str, Fix)] = &[
    ("kernel", Fix::Kernel),
    ("host-kernel", Fix::HostKernel),
    ("every-kernel", Fix::EveryKernel),
    ("library", Fix::Library),
    ("vmm", Fix::Vmm),
];

const WAYS: &[(&str, Way)] = &[("in-place", Way::InPlace), ("replace", Way::Replace)];

const HOST_WAYS: &[(&str, HostWay)] = &[("reboot", HostWay::Reboot), ("drain", HostWay::Drain)];

fn applies(scenario: &Scenario, _: Side) -> bool {
    scenario.mode == Mode::Maintenance
}

pub(super) const FIX: Parameter = Parameter {
    id: ParameterId::Maintenance(Id::Fix),
    key: "fix",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Choice(|_, _| names(FIXES)),
    applies,
    inherited: nothing,
    chosen: |scenario, _| name_of(scenario.maintenance.fix, FIXES),
    assign: |scenario, _, value| {
        assign_named(&mut scenario.maintenance.fix, value, FIXES, Choice::default().fix)
    },
};

pub(super) const WAY: Parameter = Parameter {
    id: ParameterId::Maintenance(Id::Way),
    key: "fix-way",
    kind: Kind::Choice(|_, _| names(WAYS)),
    applies: |scenario, side| {
        applies(scenario, side) && scenario.maintenance.fix != Fix::HostKernel
    },
    chosen: |scenario, _| name_of(scenario.maintenance.way, WAYS),
    assign: |scenario, _, value| {
        assign_named(&mut scenario.maintenance.way, value, WAYS, Choice::default().way)
    },
    ..FIX
};

pub(super) const HOST: Parameter = Parameter {
    id: ParameterId::Maintenance(Id::Host),
    key: "fix-host",
    kind: Kind::Choice(|_, _| names(HOST_WAYS)),
    applies: |scenario, side| applies(scenario, side) && scenario.maintenance.fix != Fix::Library,
    chosen: |scenario, _| name_of(scenario.maintenance.host, HOST_WAYS),
    assign: |scenario, _, value| {
        assign_named(&mut scenario.maintenance.host, value, HOST_WAYS, Choice::default().host)
    },
    ..FIX
};

pub(super) const AT_ONCE: Parameter = Parameter {
    id: ParameterId::Maintenance(Id::AtOnce),
    key: "fix-at-once",
    kind: Kind::Number(Range {
        low: 1,
        high: INSTANCES_MOST,
        step: 1,
        scale: Scale::Logarithmic,
        measure: Measure::Count,
    }),
    chosen: |scenario, _| number(scenario.maintenance.at_once),
    assign: |scenario, _, value| {
        assign_number(&mut scenario.maintenance.at_once, value, Choice::default().at_once)
    },
    ..FIX
};

pub(super) const LABOUR: Parameter = Parameter {
    id: ParameterId::Maintenance(Id::Labour),
    key: "fix-labour",
    kind: Kind::Number(Range {
        low: 0,
        high: LABOUR_MOST,
        step: 30,
        scale: Scale::Linear,
        measure: Measure::Seconds,
    }),
    chosen: |scenario, _| number(scenario.maintenance.labour),
    assign: |scenario, _, value| {
        assign_number(&mut scenario.maintenance.labour, value, Choice::default().labour)
    },
    ..FIX
};
