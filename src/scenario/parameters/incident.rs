//! Parameters of the question about an incident.

use super::super::choice::incident::{Choice, Id};
use super::super::parameter::{Group, Kind, Parameter, ParameterId, Scope};
use super::super::{Mode, Scenario, Side};
use super::{assign_named, name_of, names, nothing};
use crate::experiment::incident;
use crate::model::Layer;

const LAYERS: &[(&str, Layer)] = &[
    ("application", Layer::Application),
    ("runtime", Layer::Runtime),
    ("kernel", Layer::Kernel),
    ("vmm", Layer::Vmm),
    ("host-kernel", Layer::HostKernel),
    ("hypervisor", Layer::Hypervisor),
];

const KINDS: &[(&str, incident::Kind)] =
    &[("crash", incident::Kind::Crash), ("takeover", incident::Kind::Takeover)];

fn applies(scenario: &Scenario, _: Side) -> bool {
    scenario.mode == Mode::Incident
}

pub(super) const LAYER: Parameter = Parameter {
    id: ParameterId::Incident(Id::Layer),
    key: "incident-layer",
    scope: Scope::Common,
    group: Group::Question,
    kind: Kind::Choice(|_, _| names(LAYERS)),
    applies,
    inherited: nothing,
    chosen: |scenario, _| name_of(scenario.incident.layer, LAYERS),
    assign: |scenario, _, value| {
        assign_named(&mut scenario.incident.layer, value, LAYERS, Choice::default().layer)
    },
};

pub(super) const KIND: Parameter = Parameter {
    id: ParameterId::Incident(Id::Kind),
    key: "incident-kind",
    kind: Kind::Choice(|_, _| names(KINDS)),
    chosen: |scenario, _| name_of(scenario.incident.kind, KINDS),
    assign: |scenario, _, value| {
        assign_named(&mut scenario.incident.kind, value, KINDS, Choice::default().kind)
    },
    ..LAYER
};
