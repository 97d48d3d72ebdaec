//! Ready scenarios of patching, of breaking, and of what runs on what.

use super::super::{Mode, Scenario, Side};
use super::{Preset, PresetId, platforms};
use crate::experiment::incident::Kind;
use crate::experiment::maintenance::{Fix, HostWay, Way};
use crate::model::Layer;

fn incident(scenario: &mut Scenario, layer: Layer, kind: Kind) {
    scenario.mode = Mode::Incident;
    scenario.incident.layer = layer;
    scenario.incident.kind = kind;
}

fn windows_application(scenario: &mut Scenario, host: &str, machine: &str) {
    platforms(scenario, machine, "docker");
    host.clone_into(&mut scenario.host);
    "iis".clone_into(&mut scenario.image);
    scenario.side_mut(Side::A).guest = Some("windows-core".to_owned());
    scenario.mode = Mode::Compatibility;
}

pub(super) const PATCH_KERNEL: Preset = Preset {
    id: PresetId::PatchKernel,
    key: "patch-kernel",
    change: |scenario| scenario.mode = Mode::Maintenance,
};

pub(super) const PATCH_HOST: Preset = Preset {
    id: PresetId::PatchHost,
    key: "patch-host",
    change: |scenario| {
        scenario.mode = Mode::Maintenance;
        scenario.maintenance.fix = Fix::HostKernel;
        scenario.maintenance.host = HostWay::Drain;
    },
};

pub(super) const PATCH_LIBRARY: Preset = Preset {
    id: PresetId::PatchLibrary,
    key: "patch-library",
    change: |scenario| {
        scenario.mode = Mode::Maintenance;
        scenario.maintenance.fix = Fix::Library;
    },
};

pub(super) const GOLDEN_IMAGE: Preset = Preset {
    id: PresetId::GoldenImage,
    key: "golden-image",
    change: |scenario| {
        scenario.mode = Mode::Maintenance;
        scenario.maintenance.fix = Fix::Library;
        scenario.maintenance.way = Way::Replace;
        scenario.maintenance.at_once = 3;
    },
};

pub(super) const KERNEL_CRASH: Preset = Preset {
    id: PresetId::KernelCrash,
    key: "kernel-crash",
    change: |scenario| incident(scenario, Layer::Kernel, Kind::Crash),
};

pub(super) const BREAK_OUT: Preset = Preset {
    id: PresetId::BreakOut,
    key: "break-out",
    change: |scenario| incident(scenario, Layer::Application, Kind::Takeover),
};

pub(super) const SANDBOX_WALLS: Preset = Preset {
    id: PresetId::SandboxWalls,
    key: "sandbox-walls",
    change: |scenario| {
        platforms(scenario, "firecracker", "gvisor");
        incident(scenario, Layer::Application, Kind::Takeover);
    },
};

pub(super) const BELIEF: Preset = Preset {
    id: PresetId::Belief,
    key: "belief",
    change: |scenario| {
        platforms(scenario, "process", "docker");
        incident(scenario, Layer::Application, Kind::Crash);
    },
};

pub(super) const LEAKS: Preset = Preset {
    id: PresetId::Leaks,
    key: "leaks",
    change: |scenario| incident(scenario, Layer::Application, Kind::Crash),
};

pub(super) const ONE_KERNEL: Preset = Preset {
    id: PresetId::OneKernel,
    key: "one-kernel",
    change: |scenario| scenario.mode = Mode::Compatibility,
};

pub(super) const OWN_KERNELS: Preset = Preset {
    id: PresetId::OwnKernels,
    key: "own-kernels",
    change: |scenario| {
        platforms(scenario, "gvisor", "docker-desktop");
        scenario.mode = Mode::Compatibility;
    },
};

pub(super) const WINDOWS_APPLICATION: Preset = Preset {
    id: PresetId::WindowsApplication,
    key: "windows-app",
    change: |scenario| windows_application(scenario, "server", "qemu-kvm"),
};

pub(super) const WINDOWS_CONTAINERS: Preset = Preset {
    id: PresetId::WindowsContainers,
    key: "windows-containers",
    change: |scenario| windows_application(scenario, "windows-server", "virtualbox"),
};

pub(super) const HIDDEN_MACHINE: Preset = Preset {
    id: PresetId::HiddenMachine,
    key: "hidden-vm",
    change: |scenario| {
        platforms(scenario, "virtualbox", "docker");
        "windows-laptop".clone_into(&mut scenario.host);
        scenario.instances = 4;
        scenario.mode = Mode::Compatibility;
    },
};
