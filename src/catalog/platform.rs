//! What a platform is: a way to isolate a workload, as a value.
//!
//! The parts of a start are a closed list, and a platform is a sequence of them. That is the
//! whole reason why a new platform needs no change in the engine.

use super::{Measured, Operations};
use serde::{Deserialize, Serialize};

mod containers;
mod full_machines;
mod micro_machines;
mod parts;
mod sandboxes;
mod variants;
mod xen;

/// One stretch of a start, as drawn on a boot lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Phase {
    /// Fetching and unpacking the layers of the image that are missing.
    Fetch,
    /// The VMM process, or namespaces, control group and mounts.
    Create,
    /// The network of the instance.
    Network,
    /// The firmware of the virtual machine.
    Firmware,
    /// Boot loader, loading and decompressing the kernel.
    Loader,
    /// The guest kernel, until its first user process.
    Kernel,
    /// The guest's user space: init and services.
    Init,
    /// Restoring a snapshot and faulting its working set in.
    Restore,
    /// The application, until it answers.
    Application,
}

/// The clocks that published "boot times" mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Clock {
    /// The VMM process, or the container runtime, has been started and is configured.
    Vmm,
    /// The first instruction inside the instance.
    FirstInstruction,
    /// The first user process inside the instance (`init`).
    Init,
    /// The application answers its first request.
    Ready,
}

/// Sections of the host that serve one instance at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Lock {
    /// The kernel's network namespace and routing lock (RTNL).
    NetworkNamespace,
    /// The kernel's mount and control group tables.
    MountTable,
    /// Xen's store of configuration.
    XenStore,
}

/// Work that grows with the number of instances that are already there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    /// Work on the reference core for each unit of `instances ^ power`.
    pub each: Measured,
    /// 1 for a list that is walked, 2 for a store whose every transaction walks a list.
    pub power: u8,
}

/// One part of a start. CPU work is in seconds on the reference core.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// Bring the missing layers, or the disk image, to the host and unpack them.
    Fetch,
    /// CPU work of the host, on at most `threads` cores at once.
    Work {
        /// The phase it belongs to.
        phase: Phase,
        /// Work on the reference core.
        cpu: Measured,
        /// The most cores it can use.
        threads: f64,
    },
    /// A wait for something that no resource of the model serves, such as a grace period.
    Wait {
        /// The phase it belongs to.
        phase: Phase,
        /// How long, whatever the host's speed.
        span: Measured,
    },
    /// CPU work of the host while it holds a lock.
    Locked {
        /// The phase it belongs to.
        phase: Phase,
        /// The lock.
        lock: Lock,
        /// Work on the reference core.
        cpu: Measured,
        /// More work for the instances already there.
        growth: Option<Growth>,
    },
    /// CPU work of the host that grows with the instances already there, without a lock.
    Walk {
        /// The phase it belongs to.
        phase: Phase,
        /// The work.
        growth: Growth,
    },
    /// The VMM loads the guest's kernel image directly, without firmware: work by its size.
    LoadKernel {
        /// Whether the image is compressed and must be unpacked by the guest.
        compressed: bool,
    },
    /// Firmware of the virtual machine.
    Firmware {
        /// Work of the guest on the reference core.
        cpu: Measured,
    },
    /// The guest's own boot loader: reads kernel and initial file system from the disk.
    BootLoader,
    /// The guest's kernel until its first user process; `legacy_probe` where the machine shows
    /// old devices that a stock kernel probes for.
    GuestKernel {
        /// Whether the machine has legacy devices to probe.
        legacy_probe: bool,
    },
    /// The guest's user space until the application can start.
    GuestInit,
    /// A snapshot is mapped, and the working set is faulted in, instead of a boot.
    Restore {
        /// Work to set the restored machine going.
        cpu: Measured,
    },
    /// The application, from its first instruction to its first answer.
    Application,
    /// A clock stops here.
    Reached(Clock),
}

/// Kind of platform, for grouping and for the words on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Family {
    /// A plain process.
    Process,
    /// A container on the host's kernel.
    Container,
    /// A container with a kernel of its own between it and the host.
    Sandbox,
    /// A virtual machine stripped to the least.
    MicroVm,
    /// Application and kernel library in one image.
    Unikernel,
    /// A whole virtual machine.
    VirtualMachine,
    /// Containers inside one virtual machine.
    Nested,
}

/// Who owns the kernel that the application calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kernel {
    /// The host's kernel, shared by all instances.
    Host,
    /// A user-space kernel for each instance, on the host's kernel.
    UserSpace,
    /// A guest kernel for each instance.
    Guest,
    /// One guest kernel, shared by all instances inside one virtual machine.
    OneGuest,
}

/// How the processor is virtualized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Technique {
    /// Not at all.
    None,
    /// The guest's code is rewritten as it runs.
    BinaryTranslation,
    /// The guest is changed to call the hypervisor.
    Paravirtual,
    /// The processor's own support.
    HardwareAssist,
    /// Every instruction is emulated.
    Emulation,
}

/// What stands between an instance and the hardware, for the picture and the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Isolation {
    /// Who owns the kernel.
    pub kernel: Kernel,
    /// How the processor is virtualized.
    pub technique: Technique,
    /// 1 or 2 where there is a hypervisor: on the hardware, or on an operating system.
    pub hypervisor_type: Option<u8>,
    /// Name of the hypervisor with its VMM, such as `KVM + QEMU`; empty without one. Each part has
    /// its row in [`super::surface`].
    pub hypervisor: &'static str,
}

/// When the host really gives the memory that a machine was promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backing {
    /// Page by page, when it is first touched.
    OnTouch,
    /// All of it before the start; a start is refused if it is not free.
    UpFront,
}

/// What a platform itself needs of memory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MemoryCost {
    /// Once for the host: daemons, hypervisor, control domain.
    pub once: Measured,
    /// For each instance: the VMM process, or shim and runtime.
    pub each: Measured,
    /// For each instance: what the host's kernel keeps for it.
    pub host_kernel_each: Measured,
    /// For each instance and each core of the host: what the kernel keeps per processor.
    pub host_kernel_each_core: Measured,
    /// For each instance: its own file systems, for each of which a kernel before Linux 5.18 keeps
    /// lists by control group; absent where it keeps none.
    pub file_systems: Measured,
    /// For each instance: a ratio of its promised memory, for the hypervisor's page tables.
    pub of_promised: Measured,
    /// When promised memory is really backed.
    pub backing: Backing,
    /// Whether a guest's disk blocks are also kept in the host's page cache.
    pub host_page_cache: bool,
    /// Whether the pages of an instance are offered to same-page merging.
    pub mergeable: bool,
    /// Whether the guest can be asked for memory back.
    pub balloon: bool,
}

/// How an instance's disk is made from its image.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DiskFormat {
    /// Shared read-only layers and a writable layer for each instance.
    Layers,
    /// A whole copy of the base image for each instance.
    FullClone,
    /// A thin overlay on one base image for each instance.
    LinkedClone,
    /// One image file without a writable part.
    SharedImage,
}

/// The way of the guest's disk operations to the device.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DevicePath {
    /// Most bytes per second through the virtual device.
    pub bandwidth: Measured,
    /// Most operations per second through it.
    pub operations: Measured,
    /// Host CPU work for each operation.
    pub cpu_each: Measured,
}

/// A way to isolate a workload.
#[derive(Clone, Debug, PartialEq)]
pub struct Platform {
    /// Stable name in links and files, such as `qemu-kvm`.
    pub id: &'static str,
    /// Name for people: a proper name, the same in every language.
    pub name: &'static str,
    /// Kind, for grouping.
    pub family: Family,
    /// What stands between the instance and the hardware.
    pub isolation: Isolation,
    /// The start, part by part.
    pub start: &'static [Part],
    /// How many parts belong to the one machine that carries all instances of a
    /// [`Family::Nested`] platform, and run once before the first of them; otherwise 0.
    pub carrier_parts: u8,
    /// What it needs of memory.
    pub memory: MemoryCost,
    /// Disk formats it can use, the usual one first.
    pub disk: &'static [DiskFormat],
    /// How disk operations reach the device.
    pub device: DevicePath,
    /// How much slower the guest's kernel code runs than natively.
    pub kernel_slowdown: Measured,
    /// How much slower user code runs than natively.
    pub user_slowdown: Measured,
    /// Host CPU work for each timer tick or wake-up of an idle instance.
    pub wakeup: Measured,
    /// Process identifiers that an instance takes on the host besides its application's.
    pub pids_each: u32,
    /// Most instances on one network bridge; `None` where none is used.
    pub bridge_ports: Option<u32>,
    /// Ids of the guests it can run; empty where it has no guest (the host's kernel).
    pub guests: &'static [&'static str],
    /// What the operations of a request cost.
    pub operations: &'static Operations,
}

static PLATFORMS: [Platform; 37] = [
    containers::PROCESS,
    containers::DOCKER,
    containers::DOCKER_HOST_NETWORK,
    containers::DOCKER_2018,
    containers::DOCKER_2017,
    containers::RUNC,
    containers::CRUN,
    sandboxes::GVISOR,
    sandboxes::KATA,
    sandboxes::DOCKER_DESKTOP,
    sandboxes::DOCKER_IN_VM,
    micro_machines::FIRECRACKER,
    micro_machines::FIRECRACKER_SNAPSHOT,
    micro_machines::CLOUD_HYPERVISOR,
    micro_machines::CLOUD_HYPERVISOR_COMPRESSED,
    micro_machines::QEMU_MICROVM,
    micro_machines::QEMU_DIRECT,
    micro_machines::QEMU_DIRECT_QBOOT,
    micro_machines::UNIKERNEL_FIRECRACKER,
    micro_machines::UNIKERNEL_QEMU,
    micro_machines::UNIKERNEL_QEMU_MICROVM,
    full_machines::QEMU_KVM,
    full_machines::QEMU_QBOOT,
    full_machines::QEMU_UEFI,
    full_machines::QEMU_EMULATED,
    full_machines::VIRTUALBOX,
    full_machines::BINARY_TRANSLATION,
    full_machines::TCG,
    xen::XEN_PV,
    xen::XEN_LIGHTVM,
    variants::GVISOR_KVM,
    variants::GVISOR_PTRACE,
    variants::QEMU_NESTED,
    variants::QEMU_SHADOW,
    variants::QEMU_2013,
    variants::DOCKER_AUFS,
    variants::XEN_2003,
];

/// Every platform, in the order in which people are offered them.
#[must_use]
pub fn platforms() -> &'static [Platform] {
    &PLATFORMS
}

/// The platform of that id.
#[must_use]
pub fn platform(id: &str) -> Option<&'static Platform> {
    PLATFORMS.iter().find(|platform| platform.id == id)
}
