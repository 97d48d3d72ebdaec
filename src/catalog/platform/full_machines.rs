//! Whole virtual machines that boot a distribution by its own loader.
//!
//! The differences between them are firmware, technique and devices; the guest is the same.

use super::containers::BRIDGE_PORTS;
use super::micro_machines::{KERNEL_EACH, PAGE_TABLES, assisted};
use super::parts::{
    ASSISTED_KERNEL, ASSISTED_USER, ASSISTED_WAKEUP, EMULATED, QBOOT, QEMU_PROCESS, QEMU_VIRTIO,
    SEABIOS, wait, work,
};
use super::{
    Backing, Clock, DiskFormat, Family, Isolation, Kernel, MemoryCost, Part, Phase, Platform,
    Technique,
};
use crate::catalog::measured::{Standing, Unit, absent, assumed, from, measured};
use crate::catalog::operation;

const ANY_GUEST: &[&str] =
    &["ubuntu", "debian", "alpine", "windows-core", "windows-desktop", "windows-xp"];

const UEFI: Part = Part::Firmware {
    cpu: measured(
        [795.0, 1500.0, 3200.0],
        Unit::Milliseconds,
        from("SYSTEMD", "B28, B29, B30", Standing::Primary),
        "0.795 s in one virtual machine, 1.76 s in another, 3.2 s with memory encryption; the \
         middle is our choice.",
    ),
};

/// QEMU on KVM with virtio devices: the usual virtual machine on Linux.
pub(super) const QEMU_KVM: Platform = Platform {
    id: "qemu-kvm",
    name: "QEMU/KVM",
    family: Family::VirtualMachine,
    isolation: assisted("KVM + QEMU"),
    start: &[
        Part::Fetch,
        QEMU_PROCESS,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        SEABIOS,
        Part::BootLoader,
        Part::GuestKernel { legacy_probe: true },
        Part::Reached(Clock::Init),
        Part::GuestInit,
        Part::Application,
    ],
    carrier_parts: 0,
    memory: MemoryCost {
        once: absent(Unit::Mebibytes),
        each: measured(
            [16.8, 40.0, 80.0],
            Unit::Mebibytes,
            from("STRATA", "M8", Standing::Memory),
            "30-80 MB for a distribution's build from experience; 17 MB for a static build without \
             display in the raw data of NSDI'20.",
        ),
        host_kernel_each: KERNEL_EACH,
        host_kernel_each_core: absent(Unit::Mebibytes),
        file_systems: absent(Unit::Count),
        of_promised: PAGE_TABLES,
        backing: Backing::OnTouch,
        host_page_cache: true,
        mergeable: true,
        balloon: true,
    },
    disk: &[DiskFormat::LinkedClone, DiskFormat::FullClone],
    device: QEMU_VIRTIO,
    kernel_slowdown: ASSISTED_KERNEL,
    user_slowdown: ASSISTED_USER,
    wakeup: ASSISTED_WAKEUP,
    pids_each: 6,
    bridge_ports: BRIDGE_PORTS,
    guests: ANY_GUEST,
    operations: &operation::VIRTIO,
};

/// The same with the smallest firmware.
pub(super) const QEMU_QBOOT: Platform = Platform {
    id: "qemu-qboot",
    name: "QEMU/KVM, qboot",
    start: &[
        Part::Fetch,
        QEMU_PROCESS,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        QBOOT,
        Part::LoadKernel { compressed: true },
        Part::GuestKernel { legacy_probe: true },
        Part::Reached(Clock::Init),
        Part::GuestInit,
        Part::Application,
    ],
    guests: &["ubuntu", "debian", "alpine"],
    ..QEMU_KVM
};

/// The same with the firmware of a present-day computer.
pub(super) const QEMU_UEFI: Platform = Platform {
    id: "qemu-uefi",
    name: "QEMU/KVM, UEFI",
    start: &[
        Part::Fetch,
        QEMU_PROCESS,
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        UEFI,
        Part::BootLoader,
        Part::GuestKernel { legacy_probe: true },
        Part::Reached(Clock::Init),
        Part::GuestInit,
        Part::Application,
    ],
    guests: &["ubuntu", "debian", "alpine", "windows-core", "windows-desktop"],
    ..QEMU_KVM
};

/// The same with devices that imitate real ones.
pub(super) const QEMU_EMULATED: Platform = Platform {
    id: "qemu-emulated",
    name: "QEMU/KVM, emulated devices",
    device: EMULATED,
    operations: &operation::EMULATED,
    ..QEMU_KVM
};

/// QEMU without hardware assistance: every instruction is translated.
pub(super) const TCG: Platform = Platform {
    id: "tcg",
    name: "QEMU, emulation (TCG)",
    isolation: Isolation {
        kernel: Kernel::Guest,
        technique: Technique::Emulation,
        hypervisor_type: Some(2),
        hypervisor: "QEMU",
    },
    memory: MemoryCost {
        each: measured(
            [30.0, 70.0, 110.0],
            Unit::Mebibytes,
            from("OWN", "", Standing::Own),
            "131-194 MiB private for a guest of 128 MiB in our own measurement, translation cache \
             included; the share of the guest's pages in it is estimated.",
        ),
        of_promised: absent(Unit::Ratio),
        ..QEMU_KVM.memory
    },
    kernel_slowdown: measured(
        [10.0, 20.0, 70.0],
        Unit::Ratio,
        from("OWN", "", Standing::Own),
        "A boot of 1.9-2.9 s of CPU in our own measurement, for a kernel that takes some 0.1 s \
         assisted.",
    ),
    user_slowdown: measured(
        [10.0, 20.0, 70.0],
        Unit::Ratio,
        from("TCG-LINPACK", "P27", Standing::Primary),
        "LINPACK is 68 times slower in a student's measurement; integer code less, taken as the \
         kernel's.",
    ),
    wakeup: assumed(
        [50.0, 200.0, 1000.0],
        Unit::Microseconds,
        "A process's wake-up and the guest's tick handler, translated.",
    ),
    operations: &operation::SOFTWARE,
    ..QEMU_KVM
};

/// A hypervisor as an application on a desktop.
pub(super) const VIRTUALBOX: Platform = Platform {
    id: "virtualbox",
    name: "VirtualBox",
    isolation: Isolation {
        kernel: Kernel::Guest,
        technique: Technique::HardwareAssist,
        hypervisor_type: Some(2),
        hypervisor: "VirtualBox",
    },
    start: &[
        Part::Fetch,
        work(
            Phase::Create,
            assumed(
                [300.0, 1000.0, 2500.0],
                Unit::Milliseconds,
                "Front end, services and the machine's process; no publication was found.",
            ),
        ),
        Part::Reached(Clock::Vmm),
        Part::Reached(Clock::FirstInstruction),
        Part::Firmware {
            cpu: assumed(
                [100.0, 300.0, 1000.0],
                Unit::Milliseconds,
                "The firmware's tests and its start from the disk; no publication was found.",
            ),
        },
        wait(
            Phase::Firmware,
            assumed(
                [0.0, 2000.0, 3000.0],
                Unit::Milliseconds,
                "The firmware shows its logo and offers a boot menu.",
            ),
        ),
        Part::BootLoader,
        Part::GuestKernel { legacy_probe: true },
        Part::Reached(Clock::Init),
        Part::GuestInit,
        Part::Application,
    ],
    memory: MemoryCost {
        each: measured(
            [50.0, 75.0, 100.0],
            Unit::Mebibytes,
            from("STRATA", "M8", Standing::Memory),
            "From experience; no publication was found.",
        ),
        host_page_cache: false,
        mergeable: false,
        ..QEMU_KVM.memory
    },
    disk: &[DiskFormat::FullClone, DiskFormat::LinkedClone],
    device: EMULATED,
    kernel_slowdown: assumed(
        [1.02, 1.15, 1.6],
        Unit::Ratio,
        "Exits pass through the host's operating system; no current publication was found.",
    ),
    wakeup: assumed(
        [10.0, 30.0, 100.0],
        Unit::Microseconds,
        "As with KVM, with a longer way through the host's operating system.",
    ),
    pids_each: 30,
    bridge_ports: None,
    operations: &operation::HOSTED,
    ..QEMU_KVM
};

/// Full virtualization without hardware support: the guest's kernel is rewritten as it runs.
pub(super) const BINARY_TRANSLATION: Platform = Platform {
    id: "binary-translation",
    name: "Binary translation (VMware class)",
    isolation: Isolation {
        kernel: Kernel::Guest,
        technique: Technique::BinaryTranslation,
        hypervisor_type: Some(2),
        hypervisor: "software VMM",
    },
    memory: MemoryCost {
        each: measured(
            [18.3, 18.3, 113.0],
            Unit::Mebibytes,
            from("VSPHERE", "M4, M5", Standing::Primary),
            "Constant of a fit on the table for 1 virtual CPU of ESXi 5 and 6; 113 MB before its \
             overhead could be swapped.",
        ),
        of_promised: measured(
            [0.0074, 0.0074, 0.031],
            Unit::Ratio,
            from("VSPHERE", "M4, M6", Standing::Primary),
            "7.58 MB for each promised gigabyte in the same fit; 32 MB in the manual of GSX 3.",
        ),
        mergeable: true,
        ..VIRTUALBOX.memory
    },
    kernel_slowdown: measured(
        [1.3, 6.0, 9.5],
        Unit::Ratio,
        from("ADAMS06", "P25, P26", Standing::Memory),
        "Fork-heavy code 6 times, the system call 9.5 times as long; straight code much less.",
    ),
    user_slowdown: measured(
        [1.0, 1.04, 1.09],
        Unit::Ratio,
        from("ADAMS06", "P25", Standing::Memory),
        "User code is not rewritten: 0-9 % on SPECint.",
    ),
    operations: &operation::TRANSLATED,
    ..VIRTUALBOX
};
