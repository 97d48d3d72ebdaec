//! The host, and what one may change about it.

use super::super::Scenario;
use super::super::parameter::{
    Group, Kind, Measure, Parameter, ParameterId, Range, Scale, Scope, Value,
};
use super::{always, assign_id, assign_override, nothing};
use crate::catalog::{self, Host};

/// The host's own value, where the host is known.
fn own(scenario: &Scenario, value: fn(&Host) -> u64) -> Value {
    scenario.own_host().map_or(Value::Off, |host| Value::Number(value(&host)))
}

/// A rate in the unit of the control.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
fn whole(rate: f64) -> u64 {
    libm::rint(rate) as u64
}

pub(super) const HOST: Parameter = Parameter {
    id: ParameterId::Host,
    key: "host",
    scope: Scope::Common,
    group: Group::First,
    kind: Kind::Choice(|_, _| catalog::host::hosts().iter().map(|host| host.id).collect()),
    applies: always,
    inherited: nothing,
    chosen: |scenario, _| Some(Value::choice(&scenario.host)),
    assign: |scenario, _, value| assign_id(&mut scenario.host, value, "server"),
};

pub(super) const CORES: Parameter = Parameter {
    id: ParameterId::Cores,
    key: "cores",
    scope: Scope::Common,
    group: Group::Hardware,
    kind: Kind::Number(Range {
        low: 1,
        high: 512,
        step: 1,
        scale: Scale::Logarithmic,
        measure: Measure::Cores,
    }),
    applies: always,
    inherited: |scenario, _| own(scenario, |host| u64::from(host.cores)),
    chosen: |scenario, _| scenario.cores.map(Value::Number),
    assign: |scenario, _, value| assign_override(&mut scenario.cores, value),
};

pub(super) const MEMORY: Parameter = Parameter {
    id: ParameterId::Memory,
    key: "memory",
    scope: Scope::Common,
    group: Group::Hardware,
    kind: Kind::Number(Range {
        low: 1,
        high: 8192,
        step: 1,
        scale: Scale::Logarithmic,
        measure: Measure::Gibibytes,
    }),
    applies: always,
    inherited: |scenario, _| own(scenario, |host| host.memory.0 >> 30),
    chosen: |scenario, _| scenario.memory.map(Value::Number),
    assign: |scenario, _, value| assign_override(&mut scenario.memory, value),
};

pub(super) const DISK_SPEED: Parameter = Parameter {
    id: ParameterId::DiskSpeed,
    key: "disk-speed",
    scope: Scope::Common,
    group: Group::Hardware,
    kind: Kind::Number(Range {
        low: 10,
        high: 20_000,
        step: 10,
        scale: Scale::Logarithmic,
        measure: Measure::MegabytesPerSecond,
    }),
    applies: always,
    inherited: |scenario, _| own(scenario, |host| whole(host.disk.read.per_second() / 1e6)),
    chosen: |scenario, _| scenario.disk_speed.map(Value::Number),
    assign: |scenario, _, value| assign_override(&mut scenario.disk_speed, value),
};

pub(super) const DISK_OPERATIONS: Parameter = Parameter {
    id: ParameterId::DiskOperations,
    key: "disk-operations",
    scope: Scope::Common,
    group: Group::Hardware,
    kind: Kind::Number(Range {
        low: 50,
        high: 5_000_000,
        step: 50,
        scale: Scale::Logarithmic,
        measure: Measure::OperationsPerSecond,
    }),
    applies: always,
    inherited: |scenario, _| own(scenario, |host| whole(host.disk.operations.per_second())),
    chosen: |scenario, _| scenario.disk_operations.map(Value::Number),
    assign: |scenario, _, value| assign_override(&mut scenario.disk_operations, value),
};

pub(super) const SWAP: Parameter = Parameter {
    id: ParameterId::Swap,
    key: "swap",
    scope: Scope::Common,
    group: Group::Hardware,
    kind: Kind::Number(Range {
        low: 0,
        high: 1024,
        step: 1,
        scale: Scale::Logarithmic,
        measure: Measure::Gibibytes,
    }),
    applies: always,
    inherited: |scenario, _| own(scenario, |host| host.swap.0 >> 30),
    chosen: |scenario, _| scenario.swap.map(Value::Number),
    assign: |scenario, _, value| assign_override(&mut scenario.swap, value),
};

pub(super) const LINK: Parameter = Parameter {
    id: ParameterId::Link,
    key: "link",
    scope: Scope::Common,
    group: Group::Hardware,
    kind: Kind::Number(Range {
        low: 1,
        high: 100_000,
        step: 1,
        scale: Scale::Logarithmic,
        measure: Measure::MegabitsPerSecond,
    }),
    applies: |scenario, _| scenario.image_state == crate::model::ImageState::Remote,
    inherited: |scenario, _| own(scenario, |host| whole(host.link.per_second() * 8.0 / 1e6)),
    chosen: |scenario, _| scenario.link.map(Value::Number),
    assign: |scenario, _, value| assign_override(&mut scenario.link, value),
};
