//! Ready scenarios about moving instances.

use super::{Preset, PresetId, platforms};
use crate::scenario::choice::mobility::AtTarget;
use crate::scenario::{Mode, Side};

/// Move virtual machines and containers to another host.
pub(super) const MOVE: Preset = Preset {
    id: PresetId::Move,
    key: "move",
    change: |scenario| {
        scenario.mode = Mode::Mobility;
        scenario.instances = 4;
    },
};

/// A fat image from the registry beside a slim guest.
pub(super) const MOVE_FAT_IMAGE: Preset = Preset {
    id: PresetId::MoveFatImage,
    key: "move-fat-image",
    change: |scenario| {
        platforms(scenario, "cloud-hypervisor", "docker");
        let slim = scenario.side_mut(Side::A);
        (slim.guest, slim.memory_each) = (Some("alpine".to_owned()), Some(256));
        scenario.mode = Mode::Mobility;
        "node".clone_into(&mut scenario.image);
        scenario.instances = 1;
        scenario.mobility.move_disk[Side::A.index()] = false;
        scenario.mobility.cached[Side::B.index()] = AtTarget::Nothing;
    },
};

/// A machine that writes faster than the link carries beside a container that restarts.
pub(super) const MOVE_BUSY: Preset = Preset {
    id: PresetId::MoveBusy,
    key: "move-busy",
    change: |scenario| {
        scenario.mode = Mode::Mobility;
        scenario.instances = 1;
        scenario.mobility.dirty_rate = Some(400);
        scenario.mobility.working_set = Some(1024);
    },
};
