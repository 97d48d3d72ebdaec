//! What an instance believes that it owns, and what the host sees of it.
//!
//! Everything follows from who keeps the kernel that the instance calls, from its memory in a run
//! and from its place among the others: no platform has an answer of its own here. The one decision
//! to question is that identifiers are given in the order of starts, each instance its own after
//! those of the host; a real kernel leaves gaps.

mod facts;
mod processes;

use serde::{Deserialize, Serialize};

use super::{Machine, OWNERS};
use crate::catalog::{DiskFormat, Family, Kernel, Os, Part, Technique};
use crate::units::Bytes;

/// Who keeps what an instance sees: its table of processes, its name, its network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keeper {
    /// The host's kernel, without a wall: everybody sees the same.
    Host,
    /// The host's kernel, in namespaces: a list for each instance.
    HostNamespaces,
    /// A kernel in user space, one for each instance.
    UserSpaceKernel,
    /// A guest's kernel, one for each instance.
    Guest,
    /// Namespaces in a guest's kernel, one kernel for each instance.
    NamespacesInGuest,
    /// Namespaces in the one guest's kernel that all instances share.
    NamespacesInOneGuest,
    /// A library in the program itself.
    Library,
}

/// An instance in a run at one time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Instances that were set going before it and are still there.
    pub before: u32,
    /// Instances that are there, with it.
    pub present: u32,
    /// Its memory, by owner.
    pub memory: [Bytes; OWNERS],
    /// What belongs to no instance, by owner.
    pub host: [Bytes; OWNERS],
    /// All that is resident, by owner.
    pub all: [Bytes; OWNERS],
}

/// The kernel that answers `uname`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KernelSeen {
    /// The host's.
    Host(Os),
    /// One in user space.
    UserSpace,
    /// A guest's.
    Guest(&'static str),
    /// A library in the application's own program.
    Library(&'static str),
}

/// A task on a list of processes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The application, as it is called inside.
    Application,
    /// The first process of a guest.
    Init,
    /// A guest's services.
    Services,
    /// The agent that carries out a container engine's orders in a guest.
    Agent,
    /// The host's own processes.
    HostOwn,
    /// The other instances, with what serves them.
    Others,
    /// The container engine's process beside the container.
    Engine,
    /// The kernel in user space and the server of its files.
    Sandbox,
    /// The process that plays the virtual machine, one thread for each of its processors.
    Vmm,
    /// What the control domain keeps for a machine that is no process at all.
    BackEnd,
}

/// A line of a list of processes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Process {
    /// What it is.
    pub role: Role,
    /// Its first identifier; `None` where the model does not know it.
    pub pid: Option<u32>,
    /// Identifiers that it takes: processes and threads; `None` where the model does not know.
    pub tasks: Option<u32>,
}

/// Where the root directory is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Files {
    /// The host's own.
    Host,
    /// Read-only layers with one of its own over them; the same files as directories.
    Layers {
        /// How many read-only layers.
        layers: u32,
        /// Their size.
        shared: Bytes,
        /// What the instance has over them.
        own: Bytes,
    },
    /// One tree of this size, which it takes for a file system of its own.
    Tree(Bytes),
    /// A disk of this size, which it takes for its own.
    OwnDisk(Bytes),
    /// The image file of a disk; only the guest knows what is in it.
    Disk {
        /// How it is made.
        format: DiskFormat,
        /// What it shares with other instances on the host.
        shared: Bytes,
        /// Its own on the host.
        own: Bytes,
    },
    /// None: what the program needs is in its image.
    InProgram,
}

/// A network interface, or what stands for it on the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interface {
    /// The host's own.
    Host,
    /// One end of a virtual cable.
    Cable,
    /// A network stack in user space behind a virtual cable.
    StackInUserSpace,
    /// A virtual card that the guest knows to be one.
    Card,
    /// An imitated card, as it was once sold.
    ImitatedCard,
    /// The other end of a virtual cable, on a bridge.
    CableOnBridge,
    /// A device whose packets a process reads and writes.
    Tap,
    /// The back end of the control domain.
    BackEnd,
}

/// What a row of the comparison says.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// Nothing answers: no kernel runs inside yet.
    NotRunning,
    /// The kernel that answers.
    Kernel(KernelSeen),
    /// Kernels on the machine.
    Kernels(u32),
    /// The host's name.
    HostName,
    /// A name of its own.
    OwnName(String),
    /// A name besides its own, which it knows.
    SeenName,
    /// A name that is only known inside.
    UnknownName,
    /// Where files are.
    Files(Files),
    /// The interface, with an address of its own where it has one.
    Network(Interface, Option<[u8; 4]>),
    /// What is told about memory inside: all, used, kept for files.
    Told {
        /// Total.
        total: Bytes,
        /// Used.
        used: Bytes,
        /// Pages of files, which can be given up.
        cache: Bytes,
    },
    /// What the host has resident for it: its own, and what serves it; promised, if anything.
    Resident {
        /// What is inside the instance.
        own: Bytes,
        /// Engine, VMM and the host's kernel on its behalf.
        serving: Bytes,
        /// Promised.
        promised: Option<Bytes>,
    },
    /// Processors that are seen.
    Processors(u32),
    /// Processor time that the host gives: of so many cores, at most so many at once.
    Cores {
        /// Cores of the host.
        of: u32,
        /// At most.
        most: u32,
    },
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Whose kernel.
    Kernel,
    /// The machine's name.
    HostName,
    /// Files.
    Files,
    /// Network.
    Network,
    /// Memory.
    Memory,
    /// Processors.
    Processors,
}

/// One row: what the instance believes, and what the host sees.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What is compared.
    pub subject: Subject,
    /// What the instance believes.
    pub within: Fact,
    /// What the host sees.
    pub host: Fact,
}

/// Something by which an instance can tell that the machine is not its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leak {
    /// `uname` tells the version of a kernel that it shares.
    KernelVersion,
    /// `/proc/meminfo` tells the memory of the whole machine.
    Memory,
    /// `/proc/cpuinfo` lists every processor, whatever it may use.
    Processors,
    /// `/proc/loadavg` tells the load of all.
    Load,
    /// The processor's model shows through.
    ProcessorModel,
    /// The processor says that it is virtual.
    Hypervisor,
    /// Time in which others ran is told as stolen.
    StolenTime,
}

/// What closes a leak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cure {
    /// A file system that answers for `/proc` from the control group (LXCFS).
    ProcFiles,
    /// The same, where its accounting of load is turned on.
    ProcFilesWithLoad,
    /// A kernel in user space for each instance (gVisor).
    UserSpaceKernel,
    /// A virtual machine for each instance (Kata, microVMs).
    OwnMachine,
    /// A processor model that hides what the host's can do.
    PlainModel,
    /// Nothing: it is said on purpose.
    Nothing,
}

/// Everything about one instance.
#[derive(Clone, Debug, PartialEq)]
pub struct Inside {
    /// Who keeps its world.
    pub keeper: Keeper,
    /// Processes that it sees; empty where there is no such list.
    pub within: Vec<Process>,
    /// Processes that the host sees of it.
    pub host: Vec<Process>,
    /// Everything else.
    pub rows: Vec<Row>,
    /// Leaks, and of whose machine: its own host, or the virtual machine that it shares.
    pub leaks: Vec<Leak>,
}

impl Leak {
    /// What closes it, the least first.
    #[must_use]
    pub const fn cures(self) -> &'static [Cure] {
        match self {
            Self::KernelVersion => &[Cure::UserSpaceKernel, Cure::OwnMachine],
            Self::Memory | Self::Processors => {
                &[Cure::ProcFiles, Cure::UserSpaceKernel, Cure::OwnMachine]
            }
            Self::Load => &[Cure::ProcFilesWithLoad, Cure::UserSpaceKernel, Cure::OwnMachine],
            Self::ProcessorModel => &[Cure::PlainModel],
            Self::Hypervisor | Self::StolenTime => &[Cure::Nothing],
        }
    }
}

impl Keeper {
    /// Whether the host's kernel answers the calls of the application.
    #[must_use]
    pub const fn is_host_kernel(self) -> bool {
        matches!(self, Self::Host | Self::HostNamespaces)
    }

    /// Whether a virtual machine stands between the instance and the host.
    #[must_use]
    pub const fn is_machine(self) -> bool {
        !matches!(self, Self::Host | Self::HostNamespaces | Self::UserSpaceKernel)
    }
}

impl Machine {
    /// Whether a start continues from a snapshot, so that most of a guest's memory is not there.
    fn continues(&self) -> bool {
        let restores = |part: &Part| matches!(part, Part::Restore { .. });
        self.snapshot || self.platform.start.iter().any(restores)
    }

    /// Who keeps what an instance sees.
    #[must_use]
    pub fn keeper(&self) -> Keeper {
        let unikernel = self.guest.as_ref().is_some_and(|guest| guest.os == Os::Unikernel);
        let contained = matches!(self.platform.family, Family::Sandbox | Family::Nested);
        match self.platform.isolation.kernel {
            Kernel::Host if self.platform.family == Family::Process => Keeper::Host,
            Kernel::Host => Keeper::HostNamespaces,
            Kernel::UserSpace => Keeper::UserSpaceKernel,
            Kernel::OneGuest => Keeper::NamespacesInOneGuest,
            Kernel::Guest if unikernel => Keeper::Library,
            Kernel::Guest if contained => Keeper::NamespacesInGuest,
            Kernel::Guest => Keeper::Guest,
        }
    }

    /// What the instance of that number believes, and what the host sees of it.
    #[must_use]
    pub fn inside(&self, instance: u32, standing: &Standing) -> Inside {
        let keeper = self.keeper();
        Inside {
            keeper,
            within: self.seen_within(keeper, standing),
            host: self.seen_by_host(keeper, standing),
            rows: self.compared(keeper, instance, standing),
            leaks: self.leaks(keeper),
        }
    }

    fn leaks(&self, keeper: Keeper) -> Vec<Leak> {
        let shared = [Leak::KernelVersion, Leak::Memory, Leak::Processors, Leak::Load];
        let mut leaks: Vec<Leak> = match keeper {
            Keeper::HostNamespaces | Keeper::NamespacesInOneGuest => shared.into(),
            // Without a limit the sandbox is told the size of the whole machine.
            Keeper::UserSpaceKernel => vec![Leak::Memory],
            _ => Vec::new(),
        };
        let technique = self.platform.isolation.technique;
        if keeper != Keeper::Host && technique != Technique::Emulation {
            leaks.push(Leak::ProcessorModel);
        }
        if keeper.is_machine() {
            leaks.push(Leak::Hypervisor);
        }
        if keeper.is_machine() && technique != Technique::Emulation {
            leaks.push(Leak::StolenTime);
        }
        leaks
    }
}
