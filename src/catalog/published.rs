//! Published figures that claim to measure the same thing and disagree, with the conditions that
//! explain why.
//!
//! Values of whole starts are told and never adopted: no constant of the model is a whole start.
//! A figure can be adopted only where it is of the very thing that a constant stands for.

use super::measured::{Source, Standing, Unit, from};

/// What several publications claim to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claimed {
    /// Starting a container.
    ContainerStart,
    /// Setting up a container by its low-level runtime alone.
    RuntimeWork,
    /// Making the network of a container.
    NetworkSetup,
    /// Booting a microVM.
    MicroVmBoot,
    /// The kernel of a guest, until its first process.
    KernelBoot,
    /// The firmware of a virtual machine.
    Firmware,
    /// User space of a Linux that boots with systemd.
    UserSpace,
    /// Memory of the process that runs a virtual machine.
    VmmMemory,
    /// Memory that a container takes besides its application.
    ContainerMemory,
    /// Memory of an idle Linux guest.
    GuestMemory,
    /// One system call.
    SystemCall,
}

/// One published figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Published {
    /// The value in the unit of its group.
    pub value: f64,
    /// Where it was published.
    pub source: Source,
    /// What was measured on which machine, in English as the sources are.
    pub conditions: &'static str,
    /// The constant that it is a value for, and that value in the constant's own unit.
    pub adopts: Option<(&'static str, f64)>,
}

/// Published figures of one thing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Disagreement {
    /// What they claim to measure.
    pub of: Claimed,
    /// Unit of all values.
    pub unit: Unit,
    /// The figures, the lowest first.
    pub published: &'static [Published],
}

const fn told(
    value: f64,
    reference: &'static str,
    row: &'static str,
    standing: Standing,
    conditions: &'static str,
) -> Published {
    Published { value, source: from(reference, row, standing), conditions, adopts: None }
}

impl Published {
    const fn adopting(self, path: &'static str, value: f64) -> Self {
        Self { adopts: Some((path, value)), ..self }
    }
}

/// Every group.
#[must_use]
pub fn disagreements() -> &'static [Disagreement] {
    DISAGREEMENTS
}

use Standing::{Memory, Own, Primary, Raw, Secondary};

const DISAGREEMENTS: &[Disagreement] = &[
    Disagreement {
        of: Claimed::ContainerStart,
        unit: Unit::Milliseconds,
        published: &[
            told(20.0, "OWN", "", Own, "crun alone, an unpacked bundle, to the first line"),
            told(23.0, "OWN", "", Own, "runc alone, an unpacked bundle, to the first line"),
            told(66.0, "UK-DATA", "B54", Raw, "from the start event to the end event, i7-9700K"),
            told(150.0, "LVM-N", "B58", Secondary, "Docker 1.13, Figures 9 and 10"),
            told(200.0, "LVM-N", "B58", Secondary, "Docker 1.13, Figure 4 of the same paper"),
            told(420.0, "MOBY", "B55", Primary, "whole command, LinuxKit, kernel with the fix"),
            told(500.0, "MOBY", "B56", Primary, "whole command, busybox, desktop of 2018"),
            told(541.0, "N-CTR", "B57", Secondary, "whole command, idle host, Docker 18.09"),
            told(1193.0, "GV-PERF", "B65", Raw, "whole command on a cloud machine of 4 threads"),
            told(2000.0, "MOBY", "B55", Primary, "whole command, Linux 4.14 before the fix"),
            told(6700.0, "MOBY", "B56", Primary, "whole command, busybox, an Atom 330"),
        ],
    },
    Disagreement {
        of: Claimed::RuntimeWork,
        unit: Unit::Milliseconds,
        published: &[
            told(11.0, "OWN", "", Own, "processor time of crun 1.8.1 for a static program")
                .adopting("platform.crun.start[4].cpu", 11.0),
            told(16.9, "CRUN", "B52", Primary, "crun, a hundred times /bin/true, by its author")
                .adopting("platform.crun.start[4].cpu", 16.9),
            told(27.0, "OWN", "", Own, "processor time of runc 1.1.5 for a static program")
                .adopting("platform.docker.start[7].cpu", 27.0),
            told(33.4, "CRUN", "B52", Primary, "runc, a hundred times /bin/true, by crun's author")
                .adopting("platform.docker.start[7].cpu", 33.4),
            told(47.3, "N-CTR", "B53", Secondary, "crun with deletion, by the author of youki"),
            told(224.6, "N-CTR", "B53", Secondary, "runc with deletion, by the author of youki"),
        ],
    },
    Disagreement {
        of: Claimed::NetworkSetup,
        unit: Unit::Milliseconds,
        published: &[
            told(0.6, "OWN", "", Own, "an empty network namespace, Linux 6.18"),
            told(5.0, "N-CTR", "B62", Secondary, "200 namespaces a second, Linux 4.13")
                .adopting("platform.docker.start[5].cpu", 5.0),
            told(280.0, "N-CTR", "B61", Secondary, "a namespace with its devices, Linux 4.4")
                .adopting("platform.docker.start[6].span", 275.0),
        ],
    },
    Disagreement {
        of: Claimed::MicroVmBoot,
        unit: Unit::Milliseconds,
        published: &[
            told(65.0, "NSDI-DATA", "B4", Raw, "Cloud Hypervisor, vmlinux, Haswell at 3.3 GHz"),
            told(96.0, "NSDI-DATA", "B1", Raw, "Firecracker, InstanceStart to init, Haswell"),
            told(102.0, "NSDI-DATA", "B4", Raw, "Cloud Hypervisor, vmlinux, 48 slower cores"),
            told(110.0, "NSDI-DATA", "B1", Raw, "Firecracker, InstanceStart to init, m5d.metal"),
            told(125.0, "FC-DOC", "B11", Primary, "Firecracker's own promise, without the API"),
            told(133.0, "NSDI-DATA", "B3", Raw, "as before, with one network card"),
            told(161.0, "NSDI-DATA", "B2", Raw, "from the start of the process, m5d.metal"),
            told(310.0, "FC-DOC", "B31", Primary, "with systemd in the guest, to its end"),
            told(582.0, "NSDI-DATA", "B10", Raw, "QEMU 4.2 microvm, timers that calibrate slowly"),
        ],
    },
    Disagreement {
        of: Claimed::KernelBoot,
        unit: Unit::Milliseconds,
        published: &[
            told(17.0, "N-BOOT", "B26", Secondary, "Lupine's configuration, Linux 6.4, EPYC"),
            told(35.0, "N-BOOT", "B26", Secondary, "the microVM configuration, Linux 6.4, EPYC")
                .adopting("guest.minimal.kernel_cpu", 35.0),
            told(77.5, "GARZARELLA", "B22", Primary, "a minimal kernel under QEMU 4.0")
                .adopting("guest.minimal.kernel_cpu", 77.5),
            told(79.0, "FC-DOC", "B31", Primary, "Firecracker's test image")
                .adopting("guest.ubuntu.kernel_cpu", 79.0),
            told(127.0, "N-BOOT", "B26", Secondary, "Ubuntu's configuration, Linux 6.4, EPYC")
                .adopting("guest.ubuntu.kernel_cpu", 127.0),
            told(640.0, "SYSTEMD", "B30", Primary, "a distribution's machine, with devices"),
            told(910.0, "SYSTEMD", "B29", Primary, "a distribution's virtual machine, UEFI"),
            told(3500.0, "SYSTEMD", "B30", Primary, "somebody's server"),
        ],
    },
    Disagreement {
        of: Claimed::Firmware,
        unit: Unit::Milliseconds,
        published: &[
            told(4.8, "GARZARELLA", "B21", Primary, "qboot with the loader, uncompressed kernel"),
            told(
                10.5,
                "GARZARELLA",
                "B21",
                Primary,
                "SeaBIOS with the loader, uncompressed kernel",
            )
            .adopting("platform.qemu-kvm.start[4].cpu", 10.5),
            told(20.7, "GARZARELLA", "B24", Primary, "SeaBIOS by itself, one trace")
                .adopting("platform.qemu-kvm.start[4].cpu", 20.7),
            told(795.0, "SYSTEMD", "B29", Primary, "UEFI of a virtual machine")
                .adopting("platform.qemu-uefi.start[4].cpu", 795.0),
            told(1762.0, "SYSTEMD", "B30", Primary, "UEFI of another virtual machine")
                .adopting("platform.qemu-uefi.start[4].cpu", 1762.0),
            told(3200.0, "N-BOOT", "B28", Secondary, "UEFI under SEV-SNP")
                .adopting("platform.qemu-uefi.start[4].cpu", 3200.0),
            told(53_900.0, "SYSTEMD", "B30", Primary, "UEFI of a physical workstation"),
        ],
    },
    Disagreement {
        of: Claimed::UserSpace,
        unit: Unit::Milliseconds,
        published: &[
            told(231.0, "FC-DOC", "B31", Primary, "Firecracker's test image"),
            told(1667.0, "SYSTEMD", "B30", Primary, "a distribution's machine"),
            told(2740.0, "SYSTEMD", "B29", Primary, "229 packages, UEFI virtual machine"),
            told(10_100.0, "SYSTEMD", "B30", Primary, "a physical workstation"),
            told(16_300.0, "SYSTEMD", "B30", Primary, "somebody's server"),
        ],
    },
    Disagreement {
        of: Claimed::VmmMemory,
        unit: Unit::Mebibytes,
        published: &[
            told(2.2, "NSDI-DATA", "M2", Raw, "Firecracker, resident")
                .adopting("platform.firecracker.memory.each", 2.2),
            told(3.0, "NSDI-DATA", "M1", Raw, "Firecracker, writable virtual mappings"),
            told(5.0, "FC-DOC", "M3", Primary, "Firecracker's own promise")
                .adopting("platform.firecracker.memory.each", 5.0),
            told(16.8, "NSDI-DATA", "M2", Raw, "QEMU without display, resident")
                .adopting("platform.qemu-kvm.memory.each", 16.8),
            told(75.0, "STRATA", "M8", Memory, "VirtualBox, resident, by experience")
                .adopting("platform.virtualbox.memory.each", 75.0),
            told(80.0, "STRATA", "M8", Memory, "QEMU of a desktop, resident, by experience")
                .adopting("platform.qemu-kvm.memory.each", 80.0),
            told(131.0, "NSDI-DATA", "M1", Raw, "QEMU without display, writable virtual mappings"),
        ],
    },
    Disagreement {
        of: Claimed::ContainerMemory,
        unit: Unit::Mebibytes,
        published: &[
            told(0.67, "OWN", "", Own, "all processes of runc, detached, proportional share"),
            told(1.2, "CONTAINERD", "M21", Primary, "the shim, proportional share")
                .adopting("platform.docker.memory.each", 1.2),
            told(4.09, "GV-PERF", "M20", Raw, "taken from the host by an empty container"),
            told(4.6, "LVM-N", "M13", Secondary, "Docker with Micropython, of a thousand"),
            told(8.6, "CONTAINERD", "M21", Primary, "the shim, resident, 2018")
                .adopting("platform.docker.memory.each", 8.6),
            told(11.1, "CONTAINERD", "M21", Primary, "the shim, resident, 2022")
                .adopting("platform.docker.memory.each", 11.1),
        ],
    },
    Disagreement {
        of: Claimed::GuestMemory,
        unit: Unit::Mebibytes,
        published: &[
            told(6.2, "XEN03", "M14", Primary, "Red Hat 7.2 squeezed until it just works"),
            told(48.0, "NSDI-DATA", "M10", Raw, "a minimal Linux, not available to programs"),
            told(65.0, "LVM-N", "M13", Secondary, "Debian, by one reading of the paper"),
            told(111.0, "LVM-N", "M13", Secondary, "Debian, by another reading of the paper"),
            told(120.0, "STRATA", "M16", Memory, "Alpine in a magazine"),
            told(
                172.0,
                "NSDI-DATA",
                "M11",
                Raw,
                "touched by the minimal Linux, its cache included",
            ),
            told(300.0, "STRATA", "M17", Memory, "Ubuntu Server, used, by experience"),
        ],
    },
    Disagreement {
        of: Claimed::SystemCall,
        unit: Unit::Nanoseconds,
        published: &[
            told(62.0, "GV-ANT", "P35", Primary, "natively, bare metal, 2021")
                .adopting("operation.native.call", 62.0),
            told(236.0, "GV-ANT", "P35", Primary, "natively with mitigations, 2021")
                .adopting("operation.native.call", 236.0),
            told(763.0, "GV-PERF", "P36", Raw, "gVisor on KVM, 2019, itself in a cloud machine")
                .adopting("operation.sandbox-kvm.call", 763.0),
            told(830.0, "GV-ANT", "P35", Primary, "gVisor on KVM, bare metal, 2021")
                .adopting("operation.sandbox-kvm.call", 830.0),
            told(1939.0, "GV-PERF", "P36", Raw, "runc, 2019, in a cloud machine with mitigations"),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{constant, reference};

    #[test]
    fn every_published_figure_has_a_source_and_what_it_adopts_exists_in_its_range() {
        for group in disagreements() {
            assert!(group.published.len() >= 3, "{:?}", group.of);
            assert!(group.published.is_sorted_by_key(|of| of.value), "{:?}", group.of);
            for of in group.published {
                assert!(reference(of.source.reference).is_some(), "{of:?}");
                assert!(!of.conditions.is_empty() && of.conditions.len() < 80, "{of:?}");
                let Some((path, value)) = of.adopts else { continue };
                let found = constant(path).unwrap_or_else(|| panic!("{path} is no constant"));
                let range = found.value.low..=found.value.high;
                assert!(range.contains(&value), "{path}: {value} is outside {range:?}");
            }
        }
    }
}
