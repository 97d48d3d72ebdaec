//! What the two machines may do differently: the platform, its guest, and what an instance gets.

use super::super::parameter::{
    Group, Kind, Measure, Parameter, ParameterId, Range, Scale, Scope, Value,
};
use super::super::{Scenario, Side};
use super::{
    always, assign_id, assign_named, assign_number, assign_optional, assign_override,
    assign_switch, name_of, nothing, number, optional,
};
use crate::catalog::{self, DiskFormat, Platform};

const DISK_FORMATS: &[(&str, DiskFormat)] = &[
    ("layers", DiskFormat::Layers),
    ("full-clone", DiskFormat::FullClone),
    ("linked-clone", DiskFormat::LinkedClone),
    ("shared-image", DiskFormat::SharedImage),
];

fn platform(scenario: &Scenario, side: Side) -> Option<&'static Platform> {
    scenario.platform(side)
}

/// Whether the platform boots a guest at all.
fn has_guest(scenario: &Scenario, side: Side) -> bool {
    platform(scenario, side).is_some_and(|platform| !platform.guests.is_empty())
}

fn disk_formats(scenario: &Scenario, side: Side) -> Vec<&'static str> {
    let formats = platform(scenario, side).map_or(&[][..], |platform| platform.disk);
    let named = formats.iter().filter_map(|format| {
        DISK_FORMATS.iter().find(|(_, of)| of == format).map(|&(name, _)| name)
    });
    named.collect()
}

fn usual_disk_format(scenario: &Scenario, side: Side) -> Value {
    disk_formats(scenario, side).first().map_or(Value::Off, |name| Value::choice(name))
}

pub(super) const PLATFORM: Parameter = Parameter {
    id: ParameterId::Platform,
    key: "platform",
    scope: Scope::Side,
    group: Group::First,
    kind: Kind::Choice(|_, _| {
        catalog::platform::platforms().iter().map(|platform| platform.id).collect()
    }),
    applies: always,
    inherited: nothing,
    chosen: |scenario, side| Some(Value::choice(&scenario.side(side).platform)),
    assign: |scenario, side, value| {
        let default = match side {
            Side::A => "qemu-kvm",
            Side::B | Side::C | Side::D => "docker",
        };
        assign_id(&mut scenario.side_mut(side).platform, value, default)
    },
};

/// The list holds what the platform can run, and what it cannot run but refuses with a reason.
pub(super) const GUEST: Parameter = Parameter {
    id: ParameterId::Guest,
    key: "guest",
    scope: Scope::Side,
    group: Group::First,
    kind: Kind::Choice(|_, _| catalog::guest::guests().iter().map(|guest| guest.id).collect()),
    applies: has_guest,
    inherited: |scenario, side| {
        let usual = platform(scenario, side).and_then(|platform| platform.guests.first());
        usual.map_or(Value::Off, |id| Value::choice(id))
    },
    chosen: |scenario, side| scenario.side(side).guest.as_deref().map(Value::choice),
    assign: |scenario, side, value| {
        let mut id = String::new();
        let left = value.is_none();
        let fits = assign_id(&mut id, value, "");
        if fits {
            scenario.side_mut(side).guest = (!left).then_some(id);
        }
        fits
    },
};

pub(super) const VCPUS: Parameter = Parameter {
    id: ParameterId::Vcpus,
    key: "vcpus",
    scope: Scope::Side,
    group: Group::Instance,
    kind: Kind::Number(Range {
        low: 1,
        high: 128,
        step: 1,
        scale: Scale::Logarithmic,
        measure: Measure::Cores,
    }),
    applies: always,
    inherited: nothing,
    chosen: |scenario, side| number(scenario.side(side).vcpus),
    assign: |scenario, side, value| assign_number(&mut scenario.side_mut(side).vcpus, value, 2),
};

pub(super) const MEMORY_EACH: Parameter = Parameter {
    id: ParameterId::MemoryEach,
    key: "memory-each",
    scope: Scope::Side,
    group: Group::Instance,
    kind: Kind::Number(Range {
        low: 1,
        high: 1_048_576,
        step: 64,
        scale: Scale::Logarithmic,
        measure: Measure::Mebibytes,
    }),
    applies: has_guest,
    inherited: |scenario, side| {
        let mut usual = scenario.clone();
        usual.side_mut(side).memory_each = None;
        usual.resolve(side).map_or(Value::Off, |machine| Value::Number(machine.memory.0 >> 20))
    },
    chosen: |scenario, side| scenario.side(side).memory_each.map(Value::Number),
    assign: |scenario, side, value| {
        assign_override(&mut scenario.side_mut(side).memory_each, value)
    },
};

pub(super) const DISK_FORMAT: Parameter = Parameter {
    id: ParameterId::DiskFormat,
    key: "disk",
    scope: Scope::Side,
    group: Group::Instance,
    kind: Kind::Choice(disk_formats),
    applies: |scenario, side| disk_formats(scenario, side).len() > 1,
    inherited: usual_disk_format,
    chosen: |scenario, side| {
        scenario.side(side).disk_format.and_then(|format| name_of(format, DISK_FORMATS))
    },
    assign: |scenario, side, value| {
        let field = &mut scenario.side_mut(side).disk_format;
        let Some(value) = value else {
            *field = None;
            return true;
        };
        let mut format = DiskFormat::Layers;
        let fits = assign_named(&mut format, Some(value), DISK_FORMATS, DiskFormat::Layers);
        if fits {
            *field = Some(format);
        }
        fits
    },
};

pub(super) const SNAPSHOT: Parameter = Parameter {
    id: ParameterId::Snapshot,
    key: "snapshot",
    scope: Scope::Side,
    group: Group::Start,
    kind: Kind::Switch,
    applies: |scenario, side| {
        let kernel = platform(scenario, side).map(|platform| platform.isolation.kernel);
        kernel == Some(catalog::Kernel::Guest)
    },
    inherited: nothing,
    chosen: |scenario, side| Some(Value::Switch(scenario.side(side).snapshot)),
    assign: |scenario, side, value| {
        assign_switch(&mut scenario.side_mut(side).snapshot, value, false)
    },
};

pub(super) const MERGING: Parameter = Parameter {
    id: ParameterId::Merging,
    key: "merging",
    scope: Scope::Side,
    group: Group::Sharing,
    kind: Kind::Optional(
        Range {
            low: 100,
            high: 10_000_000,
            step: 100,
            scale: Scale::Logarithmic,
            measure: Measure::PagesPerSecond,
        },
        25_000,
    ),
    applies: |scenario, side| {
        platform(scenario, side).is_some_and(|platform| platform.memory.mergeable)
    },
    inherited: nothing,
    chosen: |scenario, side| optional(scenario.side(side).merging),
    assign: |scenario, side, value| assign_optional(&mut scenario.side_mut(side).merging, value),
};

pub(super) const BALLOON: Parameter = Parameter {
    id: ParameterId::Balloon,
    key: "balloon",
    scope: Scope::Side,
    group: Group::Sharing,
    kind: Kind::Switch,
    applies: |scenario, side| {
        platform(scenario, side).is_some_and(|platform| platform.memory.balloon)
    },
    inherited: nothing,
    chosen: |scenario, side| Some(Value::Switch(scenario.side(side).balloon)),
    assign: |scenario, side, value| {
        assign_switch(&mut scenario.side_mut(side).balloon, value, false)
    },
};

pub(super) const OVERCOMMIT: Parameter = Parameter {
    id: ParameterId::Overcommit,
    key: "overcommit",
    scope: Scope::Side,
    group: Group::Sharing,
    kind: Kind::Optional(
        Range { low: 50, high: 1000, step: 10, scale: Scale::Linear, measure: Measure::Percent },
        100,
    ),
    applies: has_guest,
    inherited: nothing,
    chosen: |scenario, side| optional(scenario.side(side).overcommit),
    assign: |scenario, side, value| assign_optional(&mut scenario.side_mut(side).overcommit, value),
};
