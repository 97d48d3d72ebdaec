//! What the user asked for: parameters with ranges, validation, presets, and the share link.
//!
//! A [`Scenario`] holds what was said, not what it means: ids instead of the catalogue's values,
//! and numbers as they were typed, so that a wrong one can be reported instead of being bent.
//! [`Scenario::machine`] turns it into the complete machine that `experiment` runs.

use serde::{Deserialize, Serialize};

use crate::catalog::DiskFormat;
use crate::model::ImageState;

pub mod choice;
pub mod claim;
pub mod field;
pub mod file;
pub mod held;
pub mod link;
pub mod measurement;
pub mod overrides;
mod parameter;
mod parameters;
mod preset;
mod problem;
mod resolve;
pub mod study;
pub mod typed;
pub mod why;

pub use held::Held;
pub use overrides::{Amount, Override};
pub use parameter::{
    Applies, Group, Kind, Measure, Parameter, ParameterId, Range, Scale, Scope, Value,
};
pub use parameters::{PARAMETERS, parameter};
pub use preset::{PRESETS, Preset, PresetId, preset};
pub use problem::{Problem, ProblemKind, Remedy};

/// The fewest instances that a scenario may ask for.
pub const INSTANCES_LEAST: u64 = 1;
/// The most instances that a scenario may ask for: what a browser tab still runs in seconds.
pub const INSTANCES_MOST: u64 = 20_000;

/// One of the machines that are compared: two, and up to two more that are held as they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Side {
    /// The machine on the left, or on top.
    A,
    /// The other one, which the settings are always about.
    B,
    /// A further one, which is always held.
    C,
    /// One more.
    D,
}

impl Side {
    /// The two sides that every scenario has, in the order of a drawing.
    pub const BOTH: [Self; 2] = [Self::A, Self::B];

    /// Position in [`Side::ALL`], and of A and B in [`Side::BOTH`] and [`Scenario::sides`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The side that this one is compared with: A and B with each other, others with B.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::A | Self::C | Self::D => Self::B,
            Self::B => Self::A,
        }
    }
}

/// What is asked of the two machines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// So many instances on both: which is sooner, which needs less?
    #[default]
    Compare,
    /// Fill both until something gives: how many fit, and what is the limit?
    Fill,
    /// How much work the instances get done, and how long a request takes.
    Throughput,
    /// What happens when memory or cores run short.
    Pressure,
    /// What happens when demand moves.
    Elasticity,
    /// What it takes to move instances to another host.
    Mobility,
    /// What it takes to bring a fix to every instance.
    Maintenance,
    /// What falls with one part that crashes or is taken over.
    Incident,
    /// What runs on what.
    Compatibility,
}

impl Mode {
    /// Whether starts are what is asked about: they are drawn on a clock, the others are answered.
    #[must_use]
    pub const fn is_start(self) -> bool {
        matches!(self, Self::Compare | Self::Fill)
    }
}

/// In which order instances are started; the numbers that belong to it stand beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LaunchOrder {
    /// All in the same instant.
    #[default]
    Together,
    /// One every [`Scenario::launch_interval`].
    Every,
    /// [`Scenario::starters`] launchers, each free again when its start command has returned.
    Starters,
    /// [`Scenario::starters`] starts at once, each until the instance is ready.
    InFlight,
}

/// What one of the two machines is asked to do differently from the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideChoice {
    /// Id of the platform.
    pub platform: String,
    /// Id of the guest; `None` leaves it to the platform. A choice is kept while the platform has
    /// no guest, where it has no effect unless it needs another kernel than the host's.
    pub guest: Option<String>,
    /// Virtual processors of each instance; a container's cap in cores.
    pub vcpus: u64,
    /// Memory of each virtual machine in MiB; `None` leaves it to the guest.
    pub memory_each: Option<u64>,
    /// How disks are made; `None` leaves it to the platform.
    pub disk_format: Option<DiskFormat>,
    /// Whether virtual machines are restored from a snapshot.
    pub snapshot: bool,
    /// Pages that same-page merging scans in a second; `None` when it is off.
    pub merging: Option<u64>,
    /// Whether guests are asked for memory back under pressure.
    pub balloon: bool,
    /// Most memory promised in per cent of the machine's; `None` for no such rule.
    pub overcommit: Option<u64>,
}

impl SideChoice {
    /// What a side is given before anything is said.
    fn of(platform: &str) -> Self {
        Self {
            platform: platform.to_owned(),
            guest: None,
            vcpus: 2,
            memory_each: None,
            disk_format: None,
            snapshot: false,
            merging: None,
            balloon: false,
            overcommit: None,
        }
    }
}

/// What the user asked for. [`Scenario::default`] is the comparison that the page opens with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// What is asked of the machines.
    pub mode: Mode,
    /// Id of the host that both sides run on.
    pub host: String,
    /// Id of the application that every instance runs.
    pub image: String,
    /// How many instances each side starts, unless it is filled.
    pub instances: u64,
    /// The most instances that filling tries.
    pub fill_most: u64,
    /// A start that takes longer ends the filling; milliseconds; `None` for no such goal.
    pub goal: Option<u64>,
    /// Cores instead of the host's own.
    pub cores: Option<u64>,
    /// Memory in GiB instead of the host's own.
    pub memory: Option<u64>,
    /// Sequential reading in MB/s instead of the host's own; writing changes in proportion.
    pub disk_speed: Option<u64>,
    /// Reads of 4 KiB per second instead of the host's own.
    pub disk_operations: Option<u64>,
    /// Room for swap in GiB instead of the host's own.
    pub swap: Option<u64>,
    /// Link to the registry in Mb/s instead of the host's own.
    pub link: Option<u64>,
    /// In which order instances are started.
    pub launch: LaunchOrder,
    /// Milliseconds between starts, with [`LaunchOrder::Every`].
    pub launch_interval: u64,
    /// How many starts at once, with [`LaunchOrder::Starters`] and [`LaunchOrder::InFlight`].
    pub starters: u64,
    /// Where the image is at the beginning.
    pub image_state: ImageState,
    /// Whether equal starts differ as repeated measurements do.
    pub spread: bool,
    /// Seed of the random streams.
    pub seed: u64,
    /// Seconds for which the machines are watched after the last instance is ready.
    pub watch: u64,
    /// What is asked with [`Mode::Throughput`].
    pub throughput: choice::throughput::Choice,
    /// What is asked with [`Mode::Pressure`].
    pub pressure: choice::pressure::Choice,
    /// What is asked with [`Mode::Elasticity`].
    pub elasticity: choice::elasticity::Choice,
    /// What is asked with [`Mode::Mobility`].
    pub mobility: choice::mobility::Choice,
    /// What is asked with [`Mode::Maintenance`].
    pub maintenance: choice::maintenance::Choice,
    /// What is asked with [`Mode::Incident`].
    pub incident: choice::incident::Choice,
    /// What is asked with [`Mode::Compatibility`].
    pub compatibility: choice::compatibility::Choice,
    /// What the two machines are asked to do differently, by [`Side::index`].
    pub sides: [SideChoice; 2],
    /// Constants of the catalogue with other values, in the order in which they were changed.
    pub overrides: Vec<Override>,
    /// Machines that are held as they were, by [`Side::index`]; never B.
    #[serde(default)]
    pub held: [Option<Held>; 4],
}

impl Default for Scenario {
    /// Version 1 of the share link leaves these values out: they never change.
    fn default() -> Self {
        Self {
            mode: Mode::Compare,
            host: "server".to_owned(),
            image: "nginx".to_owned(),
            instances: 12,
            fill_most: 10_000,
            goal: None,
            cores: None,
            memory: None,
            disk_speed: None,
            disk_operations: None,
            swap: None,
            link: None,
            launch: LaunchOrder::Together,
            launch_interval: 100,
            starters: 4,
            image_state: ImageState::OnDisk,
            spread: true,
            seed: 1,
            watch: 0,
            throughput: choice::throughput::Choice::default(),
            pressure: choice::pressure::Choice::default(),
            elasticity: choice::elasticity::Choice::default(),
            mobility: choice::mobility::Choice::default(),
            maintenance: choice::maintenance::Choice::default(),
            incident: choice::incident::Choice::default(),
            compatibility: choice::compatibility::Choice::default(),
            sides: [SideChoice::of("qemu-kvm"), SideChoice::of("docker")],
            overrides: Vec::new(),
            held: [None, None, None, None],
        }
    }
}

impl Scenario {
    /// What one side is asked to do.
    #[must_use]
    pub fn side(&self, side: Side) -> &SideChoice {
        match (side, self.held(side)) {
            (Side::C | Side::D, Some(held)) => &held.said.sides[0],
            (Side::A, _) => &self.sides[0],
            _ => &self.sides[1],
        }
    }

    /// What one side is asked to do, to be changed; A or B, for the others are held.
    pub fn side_mut(&mut self, side: Side) -> &mut SideChoice {
        &mut self.sides[usize::from(side != Side::A)]
    }
}
