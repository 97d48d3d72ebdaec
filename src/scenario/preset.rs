//! Ready scenarios, each with one thing to see.

use super::{Mode, Scenario, Side};
use crate::catalog::DiskFormat;
use crate::model::ImageState;

mod isolation;
mod mobility;
mod scarcity;
mod work;

/// Every preset. The words for people are matched over this list.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum PresetId {
    /// Twelve virtual machines beside twelve containers.
    Default,
    /// A virtual machine need not be slow: microVMs.
    MicroVms,
    /// The image must be fetched first.
    ColdPull,
    /// Two hundred starts in one instant.
    BootStorm,
    /// Same-page merging, and what it costs.
    Merging,
    /// A classroom laptop.
    SmallLaptop,
    /// Restoring a snapshot instead of booting.
    SnapshotRestore,
    /// Paravirtualization against hardware assist.
    XenAgainstKvm,
    /// Without the processor's help: binary translation.
    BinaryTranslation,
    /// Containers on a desktop live inside a virtual machine.
    Desktop,
    /// Sandboxed containers.
    Sandboxes,
    /// A unikernel beside a container.
    Unikernel,
    /// Windows and Linux as guests.
    Windows,
    /// Fill both machines until something gives.
    Density,
    /// The same, with a goal for the time of a start.
    DensityWithGoal,
    // throughput
    /// Pages served by a translated and by a paravirtual machine.
    TranslatedWork,
    /// Pages served by a paravirtual machine and by processes.
    ParavirtualWork,
    /// A build on a hardware-assisted machine and by processes.
    AssistedWork,
    /// What one request costs in a virtual machine and in a container.
    RequestCost,
    /// Work that only computes, in both.
    ComputeOnly,
    /// A database in a small and in a larger virtual machine.
    BiggerMachine,
    /// A database in a virtual machine and in a container that is given as much.
    BiggerContainer,
    // pressure
    /// Working sets and guest systems against the host's memory.
    Pressure,
    /// The same instances with memory to spare.
    PressureAmple,
    /// The same pressure, with a balloon and merging.
    PressureNarrowed,
    /// A virtual machine is given more memory.
    Resize,
    /// Virtual machines and containers are given more memory while they run.
    Raise,
    /// Memory promised to virtual machines is not there for others.
    Reserved,
    /// A neighbour that takes all memory.
    NoisyNeighbour,
    /// The same with a limit.
    NeighbourLimited,
    /// A neighbour that forks without end.
    ForkBomb,
    /// The same with a limit of tasks.
    ForkBombLimited,
    /// Cores bind before memory.
    CoresBind,
    /// The disk binds before memory.
    DiskBinds,
    // elasticity
    /// Demand that moves from one instance to the next.
    Elastic,
    /// Demand that peaks everywhere at the same time.
    PeaksTogether,
    /// Guests keep what they once touched, unless a balloon asks for it.
    Ballooned,
    /// A spike, an autoscaler, and what a start takes.
    Spike,
    /// The same spike with instances kept warm.
    WarmPool,
    // mobility
    /// Move virtual machines and containers to another host.
    Move,
    /// A fat image from the registry beside a slim guest.
    MoveFatImage,
    /// A machine that writes faster than the link carries beside a container that restarts.
    MoveBusy,
    // maintenance
    /// A kernel fix: once for all containers, in every guest by hand.
    PatchKernel,
    /// The host's own kernel: moved away before, or started anew elsewhere.
    PatchHost,
    /// A library, machine by machine against one image.
    PatchLibrary,
    /// The same with a golden image and a rolling replacement.
    GoldenImage,
    // incident
    /// The kernel crashes under one of them.
    KernelCrash,
    /// An application has been taken over: what is next?
    BreakOut,
    /// The same with a sandbox instead of a plain container.
    SandboxWalls,
    /// What a process and a container believe of their system.
    Belief,
    /// Where the belief ends.
    Leaks,
    // compatibility
    /// One kernel under all, or one for each.
    OneKernel,
    /// Containers that have kernels of their own after all.
    OwnKernels,
    /// A Windows application on a Linux host.
    WindowsApplication,
    /// The same on a Windows host.
    WindowsContainers,
    /// Linux containers on a Windows laptop.
    HiddenMachine,
    // claims
    /// A virtual machine that is smaller than many a container.
    SlimGuest,
    /// Each virtual machine has a whole disk of its own.
    FullClones,
    /// Full clones against thin overlays on one base image.
    LinkedClones,
    /// The same four starts as in the cold pull, with the image at hand.
    WarmStart,
    /// A container of a fat image against a virtual machine of a slim guest.
    FatImage,
    /// An application that takes seconds to start, in containers on a small machine.
    SlowApplication,
}

/// A ready scenario.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// Which one.
    pub id: PresetId,
    /// Its name in links; never changes.
    pub key: &'static str,
    /// What it differs in from the default.
    change: fn(&mut Scenario),
}

impl Preset {
    /// The scenario.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        let mut scenario = Scenario::default();
        (self.change)(&mut scenario);
        scenario
    }
}

fn platforms(scenario: &mut Scenario, a: &str, b: &str) {
    a.clone_into(&mut scenario.side_mut(Side::A).platform);
    b.clone_into(&mut scenario.side_mut(Side::B).platform);
}

/// Every preset, in the order in which they are offered.
pub static PRESETS: &[Preset] = &[
    Preset { id: PresetId::Default, key: "default", change: |_| {} },
    Preset {
        id: PresetId::MicroVms,
        key: "microvms",
        change: |scenario| platforms(scenario, "firecracker", "docker"),
    },
    Preset {
        id: PresetId::ColdPull,
        key: "cold-pull",
        change: |scenario| {
            scenario.image_state = ImageState::Remote;
            scenario.instances = 4;
        },
    },
    Preset {
        id: PresetId::BootStorm,
        key: "boot-storm",
        change: |scenario| scenario.instances = 200,
    },
    Preset {
        id: PresetId::Merging,
        key: "merging",
        change: |scenario| {
            platforms(scenario, "qemu-kvm", "qemu-kvm");
            scenario.side_mut(Side::B).merging = Some(100_000);
            scenario.watch = 120;
        },
    },
    Preset {
        id: PresetId::SmallLaptop,
        key: "small-laptop",
        change: |scenario| {
            "laptop".clone_into(&mut scenario.host);
            scenario.instances = 4;
        },
    },
    Preset {
        id: PresetId::SnapshotRestore,
        key: "snapshot",
        change: |scenario| {
            platforms(scenario, "firecracker", "firecracker-snapshot");
            scenario.image_state = ImageState::InMemory;
        },
    },
    Preset {
        id: PresetId::XenAgainstKvm,
        key: "xen-kvm",
        change: |scenario| platforms(scenario, "xen-pv", "qemu-kvm"),
    },
    Preset {
        id: PresetId::BinaryTranslation,
        key: "binary-translation",
        change: |scenario| platforms(scenario, "binary-translation", "qemu-kvm"),
    },
    Preset {
        id: PresetId::Desktop,
        key: "desktop",
        change: |scenario| platforms(scenario, "docker-desktop", "docker"),
    },
    Preset {
        id: PresetId::Sandboxes,
        key: "sandboxes",
        change: |scenario| platforms(scenario, "kata", "gvisor"),
    },
    Preset {
        id: PresetId::Unikernel,
        key: "unikernel",
        change: |scenario| platforms(scenario, "unikernel-firecracker", "docker"),
    },
    Preset {
        id: PresetId::Windows,
        key: "windows",
        change: |scenario| {
            "windows-core".clone_into(scenario.side_mut(Side::B).guest.get_or_insert_default());
        },
    },
    Preset { id: PresetId::Density, key: "density", change: |scenario| scenario.mode = Mode::Fill },
    Preset {
        id: PresetId::DensityWithGoal,
        key: "density-goal",
        change: |scenario| {
            // The published case: a store whose transactions slow down with every machine.
            platforms(scenario, "xen-pv", "xen-lightvm");
            for side in Side::BOTH {
                scenario.side_mut(side).guest = Some("mini-os".to_owned());
            }
            scenario.mode = Mode::Fill;
            scenario.goal = Some(1000);
        },
    },
    // throughput
    work::TRANSLATED_WORK,
    work::PARAVIRTUAL_WORK,
    work::ASSISTED_WORK,
    work::REQUEST_COST,
    work::COMPUTE_ONLY,
    work::BIGGER_MACHINE,
    work::BIGGER_CONTAINER,
    // pressure
    Preset { id: PresetId::Pressure, key: "pressure", change: scarcity::pressure },
    Preset { id: PresetId::PressureAmple, key: "pressure-ample", change: scarcity::pressure_ample },
    Preset {
        id: PresetId::PressureNarrowed,
        key: "pressure-narrowed",
        change: scarcity::pressure_narrowed,
    },
    Preset { id: PresetId::Resize, key: "resize", change: scarcity::resize },
    Preset { id: PresetId::Raise, key: "raise", change: scarcity::raise },
    Preset { id: PresetId::Reserved, key: "reserved", change: scarcity::reserved },
    Preset {
        id: PresetId::NoisyNeighbour,
        key: "noisy-neighbour",
        change: scarcity::noisy_neighbour,
    },
    Preset {
        id: PresetId::NeighbourLimited,
        key: "neighbour-limited",
        change: scarcity::neighbour_limited,
    },
    Preset { id: PresetId::ForkBomb, key: "fork-bomb", change: scarcity::fork_bomb },
    Preset {
        id: PresetId::ForkBombLimited,
        key: "fork-bomb-limited",
        change: scarcity::fork_bomb_limited,
    },
    Preset { id: PresetId::CoresBind, key: "cores-bind", change: scarcity::cores_bind },
    Preset { id: PresetId::DiskBinds, key: "disk-binds", change: scarcity::disk_binds },
    // elasticity
    Preset { id: PresetId::Elastic, key: "elastic", change: scarcity::elastic },
    Preset { id: PresetId::PeaksTogether, key: "peaks-together", change: scarcity::peaks_together },
    Preset { id: PresetId::Ballooned, key: "ballooned", change: scarcity::ballooned },
    Preset { id: PresetId::Spike, key: "spike", change: scarcity::spike },
    Preset { id: PresetId::WarmPool, key: "warm-pool", change: scarcity::warm_pool },
    // mobility
    mobility::MOVE,
    mobility::MOVE_FAT_IMAGE,
    mobility::MOVE_BUSY,
    // maintenance
    isolation::PATCH_KERNEL,
    isolation::PATCH_HOST,
    isolation::PATCH_LIBRARY,
    isolation::GOLDEN_IMAGE,
    // incident
    isolation::KERNEL_CRASH,
    isolation::BREAK_OUT,
    isolation::SANDBOX_WALLS,
    isolation::BELIEF,
    isolation::LEAKS,
    // compatibility
    isolation::ONE_KERNEL,
    isolation::OWN_KERNELS,
    isolation::WINDOWS_APPLICATION,
    isolation::WINDOWS_CONTAINERS,
    isolation::HIDDEN_MACHINE,
    // claims
    Preset {
        id: PresetId::SlimGuest,
        key: "slim-guest",
        change: |scenario| {
            platforms(scenario, "firecracker", "docker");
            scenario.side_mut(Side::A).guest = Some("minimal".to_owned());
            "hello".clone_into(&mut scenario.image);
        },
    },
    Preset {
        id: PresetId::FullClones,
        key: "full-clones",
        change: |scenario| {
            scenario.side_mut(Side::A).disk_format = Some(DiskFormat::FullClone);
        },
    },
    Preset {
        id: PresetId::LinkedClones,
        key: "linked-clones",
        change: |scenario| {
            platforms(scenario, "qemu-kvm", "qemu-kvm");
            scenario.side_mut(Side::A).disk_format = Some(DiskFormat::FullClone);
            scenario.side_mut(Side::B).disk_format = Some(DiskFormat::LinkedClone);
        },
    },
    Preset {
        id: PresetId::WarmStart,
        key: "warm-start",
        change: |scenario| scenario.instances = 4,
    },
    Preset {
        id: PresetId::FatImage,
        key: "fat-image",
        change: |scenario| {
            platforms(scenario, "firecracker", "docker");
            scenario.side_mut(Side::A).guest = Some("minimal".to_owned());
            "node".clone_into(&mut scenario.image);
            scenario.image_state = ImageState::Remote;
            scenario.instances = 1;
        },
    },
    Preset {
        id: PresetId::SlowApplication,
        key: "slow-application",
        change: |scenario| {
            "jvm".clone_into(&mut scenario.image);
            "laptop".clone_into(&mut scenario.host);
        },
    },
];

/// The preset of that name.
#[must_use]
pub fn preset(key: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.key == key)
}
