//! Which stages a fix takes on a platform, from the data of its isolation and of its start.
//!
//! Whose file the kernel is decides: a guest that boots by its own loader has its kernel on its
//! own disk, and each must be mended; one whose kernel the VMM loads shares a file of the host.

use super::super::restart;
use super::{Fix, HostWay, Mechanism, Setting, Way};
use crate::catalog::mobility::ways;
use crate::catalog::surface::components_of;
use crate::catalog::{Family, Kernel, Os, Part, Place};
use crate::model::{ImageState, Machine};

/// How the instances of a wave get to run what is fixed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Change {
    /// They stop, and start again.
    Restart,
    /// New ones start, and then the old ones stop.
    Beside,
    /// They migrate to where the fix is, and stand still for a moment.
    Migrate,
}

/// Something that is done once for the whole stage, and what it takes in seconds.
pub(super) type Timed = (Mechanism, f64);

/// A stage of maintenance. All times are in seconds.
#[derive(Clone, Debug)]
pub(super) struct Stage {
    /// What is done.
    pub(super) what: Mechanism,
    /// Steps by hand for the whole stage.
    pub(super) steps: u32,
    /// What precedes the first wave; nobody is down meanwhile.
    pub(super) before: Vec<Timed>,
    /// What precedes the restart of each machine of a wave, one after the other, by hand.
    pub(super) each: Vec<Timed>,
    /// Instances in one wave.
    pub(super) at_once: u32,
    /// What the instances of a wave go through.
    pub(super) change: Change,
    /// An orderly stop.
    pub(super) stop: f64,
    /// The host's reboot, while all of the wave are down.
    pub(super) reboot: f64,
    /// The host's reboot when nobody is on it any more.
    pub(super) after: f64,
    /// The machine that is run for their start.
    pub(super) start: Machine,
    /// Where the image is for the first wave.
    pub(super) image: ImageState,
    /// Hosts needed besides.
    pub(super) hosts: u32,
}

impl Stage {
    /// A stage in waves of restarts, with nothing to do before.
    fn waves(what: Mechanism, machine: &Machine, setting: &Setting) -> Self {
        let guest = machine.has_guest_kernels();
        let stop =
            if guest { &machine.mobility().stop_guest } else { &machine.mobility().stop_container };
        Self {
            what,
            steps: 0,
            before: Vec::new(),
            each: Vec::new(),
            at_once: setting.at_once.clamp(1, machine.instances.max(1)),
            change: match setting.way {
                Way::InPlace => Change::Restart,
                Way::Replace => Change::Beside,
            },
            stop: stop.seconds(),
            reboot: 0.0,
            after: 0.0,
            start: restart::carried(machine),
            image: ImageState::InMemory,
            hosts: 0,
        }
    }

    /// One step by hand and an installation precede everything.
    fn installed_once(mut self, setting: &Setting, installation: f64) -> Self {
        self.steps = 1;
        self.before = vec![
            (Mechanism::Labour, setting.labour.as_seconds()),
            (Mechanism::Installation, installation),
        ];
        self
    }
}

/// The stages of a fix, in order.
pub(super) fn of(machine: &Machine, setting: &Setting) -> Vec<Stage> {
    let shared = machine.platform.isolation.kernel == Kernel::Host;
    match setting.fix {
        Fix::Kernel => vec![kernel(machine, setting)],
        Fix::HostKernel => vec![host(machine, setting, Mechanism::HostKernel)],
        Fix::EveryKernel if shared => vec![kernel(machine, setting)],
        Fix::EveryKernel => {
            vec![kernel(machine, setting), host(machine, setting, Mechanism::HostKernel)]
        }
        Fix::Library => vec![library(machine, setting)],
        Fix::Vmm => vmm(machine, setting).into_iter().collect(),
    }
}

/// The kernel that the applications call.
fn kernel(machine: &Machine, setting: &Setting) -> Stage {
    match machine.platform.isolation.kernel {
        Kernel::Host => host(machine, setting, Mechanism::SharedKernel),
        Kernel::UserSpace => program(machine, setting),
        Kernel::OneGuest => carrier(machine, setting),
        Kernel::Guest => guest_kernel(machine, setting),
    }
}

fn guest_kernel(machine: &Machine, setting: &Setting) -> Stage {
    let has = |wanted: fn(&Part) -> bool| machine.parts().iter().any(wanted);
    let unikernel = machine.guest.as_ref().is_some_and(|guest| guest.os == Os::Unikernel);
    if unikernel || machine.snapshot || has(|part| matches!(part, Part::Restore { .. })) {
        return image(machine, setting);
    }
    if !has(|part| matches!(part, Part::BootLoader)) {
        let stage = Stage::waves(Mechanism::KernelFile, machine, setting);
        return stage.installed_once(setting, kernel_installation(machine));
    }
    match setting.way {
        Way::Replace => image(machine, setting),
        Way::InPlace => Stage {
            each: vec![
                (Mechanism::Labour, setting.labour.as_seconds()),
                (Mechanism::Installation, kernel_installation(machine)),
            ],
            ..Stage::waves(Mechanism::GuestKernels, machine, setting)
        },
    }
}

/// The one machine that carries all containers: its kernel is fixed once, and all go with it.
fn carrier(machine: &Machine, setting: &Setting) -> Stage {
    let change = match setting.host {
        HostWay::Reboot => Change::Restart,
        HostWay::Drain => Change::Beside,
    };
    let stage = Stage {
        at_once: machine.instances.max(1),
        change,
        stop: machine.mobility().stop_guest.seconds(),
        start: machine.clone(),
        ..Stage::waves(Mechanism::CarrierKernel, machine, setting)
    };
    stage.installed_once(setting, kernel_installation(machine))
}

/// The host's kernel: all stop with it, or are moved away before.
fn host(machine: &Machine, setting: &Setting, what: Mechanism) -> Stage {
    let reboot = machine.upkeep().host_reboot.seconds();
    let waves = Stage::waves(what, machine, setting);
    let stage = match setting.host {
        HostWay::Reboot => Stage {
            at_once: machine.instances.max(1),
            change: Change::Restart,
            reboot,
            start: machine.clone(),
            image: ImageState::OnDisk,
            ..waves
        },
        HostWay::Drain if machine.platform.isolation.kernel == Kernel::OneGuest => Stage {
            // The carrying machine moves as a whole.
            at_once: machine.instances.max(1),
            change: Change::Beside,
            start: machine.clone(),
            image: machine.image_state,
            after: reboot,
            hosts: 1,
            ..waves
        },
        HostWay::Drain => Stage {
            change: if migrates(machine) { Change::Migrate } else { Change::Beside },
            start: restart::carried(machine),
            image: machine.image_state,
            after: reboot,
            hosts: 1,
            ..waves
        },
    };
    stage.installed_once(setting, kernel_installation(machine))
}

/// A program of the host, of which each instance runs a copy until it is restarted.
fn program(machine: &Machine, setting: &Setting) -> Stage {
    let stage = Stage::waves(Mechanism::HostProgram, machine, setting);
    stage.installed_once(setting, package_installation(machine))
}

/// A library beside the application.
fn library(machine: &Machine, setting: &Setting) -> Stage {
    if machine.platform.family == Family::Process {
        // One file of the host, which each process has mapped until it is restarted.
        let stage = Stage {
            change: Change::Restart,
            ..Stage::waves(Mechanism::LibraryInPlace, machine, setting)
        };
        return stage.installed_once(setting, package_installation(machine));
    }
    if setting.way == Way::Replace || !restart::is_supervised(machine) || machine.snapshot {
        return image(machine, setting);
    }
    // The service restarts; the guest stays up.
    Stage {
        each: vec![
            (Mechanism::Labour, setting.labour.as_seconds()),
            (Mechanism::Installation, package_installation(machine)),
        ],
        stop: machine.mobility().stop_container.seconds(),
        start: restart::application_alone(machine),
        ..Stage::waves(Mechanism::LibraryInPlace, machine, setting)
    }
}

/// The VMM, the kernel in user space, or the hypervisor under the host; nothing where there is
/// none of them.
fn vmm(machine: &Machine, setting: &Setting) -> Option<Stage> {
    let mut parts = components_of(&machine.platform.isolation);
    let one = parts.next()?;
    if one.place == Place::UnderHost {
        return Some(host(machine, setting, Mechanism::HostProgram));
    }
    if machine.platform.isolation.kernel == Kernel::OneGuest {
        return Some(Stage { what: Mechanism::HostProgram, ..carrier(machine, setting) });
    }
    let stage = program(machine, setting);
    let moves = setting.host == HostWay::Drain && migrates(machine);
    Some(if moves {
        // To the new program on a second host.
        Stage { change: Change::Migrate, hosts: 1, ..stage }
    } else {
        stage
    })
}

/// A new image is made once, and each instance is made anew from it.
fn image(machine: &Machine, setting: &Setting) -> Stage {
    Stage {
        steps: 1,
        before: vec![
            (Mechanism::Labour, setting.labour.as_seconds()),
            (Mechanism::ImageBuild, machine.upkeep().image_build.seconds()),
        ],
        image: ImageState::Remote,
        ..Stage::waves(Mechanism::NewImage, machine, setting)
    }
}

/// Whether a running instance can be moved with its memory.
pub(super) fn migrates(machine: &Machine) -> bool {
    ways(&machine.platform).contains(&crate::catalog::Way::Live)
}

fn kernel_installation(machine: &Machine) -> f64 {
    let transfer =
        machine.upkeep().kernel_transfer.bytes().as_f64() / machine.host.link.per_second();
    transfer + machine.host_work(machine.upkeep().kernel_install.seconds())
}

fn package_installation(machine: &Machine) -> f64 {
    let transfer =
        machine.upkeep().package_transfer.bytes().as_f64() / machine.host.link.per_second();
    transfer + machine.host_work(machine.upkeep().package_install.seconds())
}
