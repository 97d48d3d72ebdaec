//! Platforms that differ from another in the price of operations: older, nested, or entered by
//! another way.

use super::containers::DOCKER;
use super::full_machines::QEMU_KVM;
use super::parts::ASSISTED_WAKEUP;
use super::sandboxes::GVISOR;
use super::xen::XEN_PV;
use super::{DevicePath, Platform};
use crate::catalog::measured::{Standing, Unit, assumed, from, measured};
use crate::catalog::operation;

/// gVisor entered by the processor's virtualization.
pub(super) const GVISOR_KVM: Platform = Platform {
    id: "gvisor-kvm",
    name: "gVisor, KVM platform",
    operations: &operation::SANDBOX_KVM,
    ..GVISOR
};

/// gVisor as it was first published.
pub(super) const GVISOR_PTRACE: Platform = Platform {
    id: "gvisor-ptrace",
    name: "gVisor, ptrace platform",
    operations: &operation::PTRACE,
    ..GVISOR
};

/// Docker with its data in the container's copying file system.
pub(super) const DOCKER_AUFS: Platform = Platform {
    id: "docker-aufs",
    name: "Docker, data on AUFS (2014)",
    operations: &operation::BRIDGED_AUFS,
    ..DOCKER
};

/// QEMU 1.5 and Linux 3.11.
pub(super) const QEMU_2013: Platform = Platform {
    id: "qemu-2013",
    name: "QEMU/KVM (2013)",
    device: DevicePath {
        operations: measured(
            [42_500.0, 100_000.0, 135_000.0],
            Unit::PerSecond,
            from("FELTER-DATA", "P8, P11", Standing::Raw),
            "One main thread at 10 us for each operation; with the device waiting, 42,500 reads.",
        ),
        ..QEMU_KVM.device
    },
    operations: &operation::VIRTIO_2013,
    ..QEMU_KVM
};

/// A virtual machine in a virtual machine, as on a cloud's instance.
pub(super) const QEMU_NESTED: Platform = Platform {
    id: "qemu-nested",
    name: "QEMU/KVM inside a VM (nested)",
    kernel_slowdown: assumed(
        [1.1, 1.2, 2.0],
        Unit::Ratio,
        "A build of a kernel took 14.5 % longer in 2010; a boot does more that exits.",
    ),
    wakeup: assumed(
        [30.0, 80.0, 300.0],
        Unit::Microseconds,
        "The exits of a wake-up are some twenty times as dear.",
    ),
    operations: &operation::NESTED,
    ..QEMU_KVM
};

/// The processor's first support: page tables are shadowed.
pub(super) const QEMU_SHADOW: Platform = Platform {
    id: "qemu-shadow",
    name: "QEMU/KVM, without nested paging",
    kernel_slowdown: assumed(
        [1.2, 2.0, 10.0],
        Unit::Ratio,
        "Page tables change all the time while a kernel starts processes.",
    ),
    wakeup: ASSISTED_WAKEUP,
    operations: &operation::SHADOW,
    ..QEMU_KVM
};

/// Xen as first published.
pub(super) const XEN_2003: Platform = Platform {
    id: "xen-2003",
    name: "Xen, paravirtual (2003, 32 bits)",
    operations: &operation::PARAVIRTUAL_2003,
    ..XEN_PV
};
