//! What runs on what: refused with the missing kernel, or allowed by a machine that is hidden.
//!
//! A refusal is an answer here and not a lack of one, so `refused` stays empty. The cost of a
//! hidden machine is measured: one instance is started with it and one without.

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Dimension};
use super::{restart, run};
use crate::model::{Incompatible, Machine, Verdict};

mod matrix;
mod tell;

/// What is asked besides the machine: nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setting {}

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Quantity {
    /// 1 where it runs, in whichever way; otherwise 0.
    Runs,
    /// Kernels on the machine when all instances run.
    Kernels,
    /// Different operating systems that an instance may choose from.
    Choices,
    /// Virtual machines that are there without having been asked for.
    HiddenMachines,
    /// Memory that a hidden machine takes with its kernel and services.
    HiddenMemory,
    /// Memory that it is promised.
    HiddenReserved,
    /// What it adds to the first start.
    HiddenStart,
    /// A Linux application on a Linux host.
    LinuxOnLinux,
    /// A Windows application on a Linux host.
    WindowsOnLinux,
    /// A Linux application on a Windows host.
    LinuxOnWindows,
    /// A Windows application on a Windows host.
    WindowsOnWindows,
    /// A Linux application on a macOS host.
    LinuxOnMac,
    /// A Windows application on a macOS host.
    WindowsOnMac,
}

impl Quantity {
    /// Every quantity, the most important first.
    pub const ALL: &'static [Self] = &[
        Self::Runs,
        Self::Kernels,
        Self::Choices,
        Self::HiddenMachines,
        Self::HiddenMemory,
        Self::HiddenReserved,
        Self::HiddenStart,
        Self::LinuxOnLinux,
        Self::WindowsOnLinux,
        Self::LinuxOnWindows,
        Self::WindowsOnWindows,
        Self::LinuxOnMac,
        Self::WindowsOnMac,
    ];

    /// Its name in files and on the command line; never changes.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Runs => "runs",
            Self::Kernels => "kernels-in-all",
            Self::Choices => "guest-choices",
            Self::HiddenMachines => "hidden-machines",
            Self::HiddenMemory => "hidden-memory",
            Self::HiddenReserved => "hidden-reserved",
            Self::HiddenStart => "hidden-start",
            Self::LinuxOnLinux => "linux-on-linux",
            Self::WindowsOnLinux => "windows-on-linux",
            Self::LinuxOnWindows => "linux-on-windows",
            Self::WindowsOnWindows => "windows-on-windows",
            Self::LinuxOnMac => "linux-on-macos",
            Self::WindowsOnMac => "windows-on-macos",
        }
    }

    /// Its unit.
    #[must_use]
    pub const fn dimension(self) -> Dimension {
        match self {
            Self::HiddenMemory | Self::HiddenReserved => Dimension::Memory,
            Self::HiddenStart => Dimension::Time,
            Self::Runs => Dimension::Truth,
            _ => Dimension::Count,
        }
    }
}

/// Why it comes out so, and what the matrix speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Mechanism {
    /// The table of platforms, hosts and applications.
    Matrix,
    /// The table of guests on this platform and host.
    Guests,
    /// Its user space runs as an image, on the kernel that is there.
    AsImage,
    /// It runs.
    Runs,
    /// It runs in one virtual machine that carries all containers.
    Carried,
    /// It runs when it has been built anew, as a unikernel.
    Rebuilt,
    /// It needs a Windows kernel.
    NeedsWindowsKernel,
    /// It needs a Linux kernel.
    NeedsLinuxKernel,
    /// It is refused for this reason.
    Refused(Incompatible),
    /// The kernel of the virtual machine.
    GuestKernel,
    /// The services in the virtual machine.
    GuestServices,
    /// Files that the virtual machine keeps in memory.
    GuestCache,
    /// Daemons and the desktop application.
    Daemons,
    /// The start of the virtual machine.
    MachineStart,
    /// Containers take the kernel that is there.
    KernelIsShared,
    /// A virtual machine brings its kernel along.
    KernelIsBrought,
    /// All hosts are taken to have processors of one kind.
    OneInstructionSet,
}

/// A run of the experiment: a value that can be sliced and cloned.
#[derive(Clone, Debug)]
pub struct Run {
    machine: Box<Machine>,
    verdict: Verdict,
    /// The machine that really runs, where containers are carried by a virtual machine.
    carrier: Option<Box<Machine>>,
    /// The first start with the carrying machine's own, and one without.
    starts: Vec<run::Run>,
    done: bool,
}

impl Run {
    /// A run at its beginning.
    #[must_use]
    pub fn new(machine: Machine, _setting: Setting) -> Self {
        let verdict = machine.verdict();
        let carrier = match verdict {
            Verdict::Carried if machine.check_compatibility().is_ok() => {
                Some(Box::new(machine.clone()))
            }
            Verdict::Carried => machine.hidden_carrier().map(Box::new),
            _ => None,
        };
        let starts = carrier.as_deref().into_iter().flat_map(|carrier| {
            let one =
                |of: &Machine| run::Run::new(restart::together(of, 1, machine.image_state, 0));
            [one(carrier), one(&restart::carried(carrier))]
        });
        let starts = starts.collect();
        Self { machine: Box::new(machine), verdict, carrier, starts, done: false }
    }

    /// Handles at most so many events; true when nothing is left to happen.
    pub fn advance(&mut self, events: u64) -> bool {
        self.done = self.starts.iter_mut().all(|start| start.advance(events));
        self.done
    }

    /// How far it has come, 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        f64::from(u8::from(self.done))
    }

    /// What it has to tell.
    #[must_use]
    pub fn answer(&self) -> Answer {
        tell::answer(self)
    }
}
