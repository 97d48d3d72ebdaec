//! The sources of the constants.
//!
//! A key stands in every [`super::Source`]. Two keys are no publications: what we measured
//! ourselves, and our own judgement, which the program shows as an assumption.

use super::measured::kept;

/// A source of constants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Short name, as in [`super::Source::reference`].
    pub key: &'static str,
    /// Authors, title, place and year.
    pub title: &'static str,
    /// Where to find it; empty where there is no such place, and in a browser.
    pub address: &'static str,
    /// Set-up of its measurements, or what to know about the source itself; empty in a browser.
    pub note: &'static str,
}

/// The source of that key.
#[must_use]
pub fn reference(key: &str) -> Option<&'static Reference> {
    REFERENCES.iter().find(|reference| reference.key == key)
}

/// Every source that a constant names.
pub const REFERENCES: &[Reference] = &[
    Reference {
        key: "NSDI-DATA",
        title: "Agache et al., Firecracker: raw data of the measurements, NSDI 2020",
        address: kept("https://github.com/firecracker-microvm/nsdi2020-data"),
        note: kept(
            "m5d.metal (Xeon Platinum 8175M, 48 cores, 384 GB, Linux 4.15) and a Xeon E3-1226 \
               v3; Firecracker 0.20, QEMU 4.2.",
        ),
    },
    Reference {
        key: "FC-DOC",
        title: "Firecracker: specification and documentation",
        address: kept("https://github.com/firecracker-microvm/firecracker"),
        note: kept("What the project itself promises and tests."),
    },
    Reference {
        key: "UK-DATA",
        title: "Kuenzer et al., Unikraft: artifact data of the measurements, EuroSys 2021",
        address: kept("https://github.com/unikraft/eurosys21-artifacts"),
        note: kept("Core i7-9700K, 32 GB, Debian Buster, Linux 4.19."),
    },
    Reference {
        key: "FELTER-DATA",
        title: "Felter et al., virtual machines and Linux containers compared: raw logs, 2014",
        address: kept("https://github.com/thewmf/kvm-docker-comparison"),
        note: kept("Two Xeon E5-2665, Linux 3.11, QEMU 1.5, Docker 1.0; host as remembered."),
    },
    Reference {
        key: "GV-PERF",
        title: "gVisor: performance guide, data tables",
        address: kept("https://github.com/google/gvisor"),
        note: kept("A cloud machine of 4 virtual cores, Linux 4.19, gVisor on ptrace, about 2019."),
    },
    Reference {
        key: "GV-ANT",
        title: "gVisor at Ant Group, 2021, and a note on Young et al., HotCloud 2019",
        address: kept("https://gvisor.dev/blog/"),
        note: kept("Bare metal, gVisor on KVM."),
    },
    Reference {
        key: "XEN03",
        title: "Barham et al., Xen and the Art of Virtualization, SOSP 2003",
        address: kept("https://doi.org/10.1145/945445.945462"),
        note: kept("Two Xeons of 2.4 GHz, 2 GB, Linux 2.4.21."),
    },
    Reference {
        key: "LVM-N",
        title: "Manco et al., My VM is Lighter (and Safer) than your Container, SOSP 2017",
        address: kept("https://doi.org/10.1145/3132747.3132763"),
        note: kept(
            "Xeon E5-1630 v3 and four Opteron 6376; Xen 4.8, Docker 1.13. Mostly read in a note \
               on the paper.",
        ),
    },
    Reference {
        key: "N-BOOT",
        title: "Our research note on cold boots and guest footprints of microVMs",
        address: kept(""),
        note: kept(
            "Cites sections and figures of some ten papers, among them SEVeriFast (ASPLOS 2024), \
               Virtines (EuroSys 2022), LightVM and RunD (ATC 2022).",
        ),
    },
    Reference {
        key: "N-CTR",
        title: "Our research note on container engines",
        address: kept(""),
        note: kept(
            "Cites sections and figures, among them SOCK (ATC 2018), Mohan (HotCloud 2019) and \
               RunD (ATC 2022).",
        ),
    },
    Reference {
        key: "N-MEM",
        title: "Our research note on snapshots and memory sharing",
        address: kept(""),
        note: kept(
            "Cites sections and figures, among them Waldspurger (OSDI 2002), REAP (ASPLOS 2021) \
               and FaaSnap (EuroSys 2022).",
        ),
    },
    Reference {
        key: "N-IO",
        title: "Our research note on exits, virtual devices and interrupts",
        address: kept(""),
        note: kept("Cites Dall et al., ISCA 2016 and ATC 2017, on a Xeon E5-2450."),
    },
    Reference {
        key: "VEE-N",
        title: "Anjali et al., Blending Containers and Virtual Machines, VEE 2020",
        address: kept("https://doi.org/10.1145/3381052.3381315"),
        note: kept("Linux 5.4, gVisor and Firecracker of early 2020; read in a note on the paper."),
    },
    Reference {
        key: "SECCOMP",
        title: "Docker: seccomp security profiles",
        address: kept("https://docs.docker.com/engine/security/seccomp/"),
        note: kept("With the default profile as moby keeps it."),
    },
    Reference {
        key: "GV-SURFACE",
        title: "gVisor: Security basics, part 1, 2019",
        address: kept("https://gvisor.dev/blog/2019/11/18/gvisor-security-basics-part-1/"),
        note: kept("The project's own count of the system calls on both sides of its kernel."),
    },
    Reference {
        key: "NSDI20",
        title: "Agache et al., Firecracker: Lightweight Virtualization for Serverless \
                Applications, NSDI 2020",
        address: kept("https://www.usenix.org/conference/nsdi20/presentation/agache"),
        note: kept("Read in a note on the paper."),
    },
    Reference {
        key: "TREES",
        title: "Source trees of Firecracker, Cloud Hypervisor, gVisor and Xen, counted in 2026",
        address: kept(""),
        note: kept("Lines that are neither blank nor comment; numbers in a public header."),
    },
    Reference {
        key: "REPO-INFO",
        title: "Docker official images: sizes of images and layers",
        address: kept("https://github.com/docker-library/repo-info"),
        note: kept("Compressed transfer sizes for amd64; unpacked sizes are remembered."),
    },
    Reference {
        key: "SLACKER",
        title: "Harter et al., Slacker: Fast Distribution with Lazy Docker Containers, FAST 2016",
        address: kept(
            "https://www.usenix.org/conference/fast16/technical-sessions/presentation/harter",
        ),
        note: kept("57 images."),
    },
    Reference {
        key: "SOCK",
        title: "Oakes et al., SOCK: Rapid Task Provisioning with Serverless-Optimized Containers, \
                ATC 2018",
        address: kept("https://www.usenix.org/conference/atc18/presentation/oakes"),
        note: kept("Linux 4.13."),
    },
    Reference {
        key: "GARZARELLA",
        title: "Garzarella, QEMU 4.0 boots uncompressed Linux x86_64 kernel, 2019",
        address: kept("https://stefano-garzarella.github.io/"),
        note: kept("q35 machine, minimal kernel; with the traces of qemu-boot-time."),
    },
    Reference {
        key: "CRUN",
        title: "crun: read-me of the project",
        address: kept("https://github.com/containers/crun"),
        note: kept("The author's own comparison on an unnamed machine."),
    },
    Reference {
        key: "MOBY",
        title: "moby, issue 21737: memory of the first shims, times of containerd",
        address: kept("https://github.com/moby/moby/issues/21737"),
        note: kept("Memory in the report of 2016 (Docker 1.11), times in a comment of 2018."),
    },
    Reference {
        key: "MOUNTINFO",
        title: "runc, request 2255, and moby, request 36307: reading the table of mounts",
        address: kept("https://github.com/opencontainers/runc/pull/2255"),
        note: kept("Counts of 2020 for runc; times of 2018 on one machine, 35 to 148 lines."),
    },
    Reference {
        key: "APACHE99",
        title: "Hu, Nanda, Yang, Measurement and improvement of the Apache server, IPCCC 1999",
        address: kept("https://doi.org/10.1109/PCCC.1999.749447"),
        note: kept("SPECweb96 on AIX, one and four processors; shares of time from the abstract."),
    },
    Reference {
        key: "CLOUD-HYPERVISOR",
        title: "Cloud Hypervisor: issue 1728 and request 3326, time to the first instruction",
        address: kept("https://github.com/cloud-hypervisor/cloud-hypervisor/issues/1728"),
        note: kept("Traces of September 2020 and of November 2021 on the developers' machines."),
    },
    Reference {
        key: "LIST-LRU",
        title: "Rao, High kmalloc-32 slab cache consumption with 10k containers, linux-mm 2021",
        address: kept("https://lore.kernel.org/linux-mm/20210405054848.GA1077931@in.ibm.com/"),
        note: kept(
            "Power9 with two memory nodes, 256 GB; Song reports the same of another machine, and \
               his lists that are made when they are needed came with Linux 5.18.",
        ),
    },
    Reference {
        key: "QEMU-MICROVM",
        title: "Lopez, Introduce the microvm machine type: times against a minimal q35",
        address: kept("https://lore.kernel.org/all/87d0i7tlkl.fsf@redhat.com/"),
        note: kept("Answer of 18 July 2019: averages of ten runs on 2x Xeon Silver 4114."),
    },
    Reference {
        key: "CONTAINERD",
        title: "containerd: memory of daemon and shim, issues 2020 and 7878, request 1767",
        address: kept("https://github.com/containerd/containerd"),
        note: kept("Versions of 2018 and 2022."),
    },
    Reference {
        key: "SYSTEMD",
        title: "Times that systemd reports for the phases of a boot, from assorted machines",
        address: kept("https://www.linuxpromagazine.com/"),
        note: kept("Single machines; their set-up is mostly unclear."),
    },
    Reference {
        key: "VSPHERE",
        title: "VMware: resource management guides of vSphere 4 and 6, manual of GSX 3",
        address: kept("https://docs.vmware.com/"),
        note: kept("Tables of memory overhead at power-on."),
    },
    Reference {
        key: "ADAMS06",
        title: "Adams and Agesen, A Comparison of Software and Hardware Techniques for x86 \
                Virtualization, ASPLOS 2006",
        address: kept("https://doi.org/10.1145/1168857.1168860"),
        note: kept("Figures as remembered."),
    },
    Reference {
        key: "TCG-LINPACK",
        title: "LINPACK under emulation: class assignment, TU Berlin, 2018",
        address: kept("https://github.com/jjanczur/CloudComputing-assignment2"),
        note: kept("A student's measurement on a laptop."),
    },
    Reference {
        key: "ROOTFS",
        title: "Root file systems in use on small machines, a post in a social network",
        address: kept(""),
        note: kept("Anecdotal."),
    },
    Reference {
        key: "CLARK05",
        title: "Clark et al., Live Migration of Virtual Machines, NSDI 2005",
        address: kept("https://www.usenix.org/conference/nsdi-05/live-migration-virtual-machines"),
        note: kept("The rules of Xen's first live migration, as remembered."),
    },
    Reference {
        key: "CHV-DOC",
        title: "Cloud Hypervisor: documentation of live migration",
        address: kept("https://github.com/cloud-hypervisor/cloud-hypervisor"),
        note: kept("What the project itself promises."),
    },
    Reference {
        key: "CRIU-LIST",
        title: "Mailing list of CRIU, June 2017",
        address: kept("https://lists.openvz.org"),
        note: kept("One user's measurement on Ubuntu 16.04."),
    },
    Reference {
        key: "DATASHEET",
        title: "Data sheets of disks, by class",
        address: kept(""),
        note: kept("As remembered."),
    },
    Reference {
        key: "BENCHMARKS",
        title: "Public single-thread benchmarks and nominal clocks of processors",
        address: kept(""),
        note: kept("As remembered; good to some 15 %."),
    },
    Reference {
        key: "LINUX-DOC",
        title: "Linux: documentation of control groups and of the scheduler's bandwidth control",
        address: kept("https://docs.kernel.org/"),
        note: kept("Defaults as remembered."),
    },
    Reference {
        key: "DOCKER-LIMITS",
        title: "Docker and Podman: documentation of resource limits",
        address: kept("https://docs.docker.com/engine/containers/resource_constraints/"),
        note: kept("Defaults as remembered."),
    },
    Reference {
        key: "K8S-DOC",
        title: "Kubernetes: documentation of the horizontal pod autoscaler",
        address: kept("https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"),
        note: kept("Defaults as remembered."),
    },
    Reference {
        key: "OWN",
        title: "Own measurement, 2026-11-23",
        address: kept(""),
        note: kept(
            "A virtual machine with 2 cores of an AMD EPYC, 24 GiB, Linux 6.18; virtual machines \
               in it by emulation only.",
        ),
    },
    Reference {
        key: "STRATA",
        title: "Our judgement or experience",
        address: kept(""),
        note: kept("No publication was found; shown as an assumption or as remembered."),
    },
];
