//! Rows about throughput: always against the same machine without the platform.

use super::{Batch, Check, Setup, Tolerance};
use crate::catalog;
use crate::experiment::answer::Quantity;
use crate::experiment::throughput::{self, Load, Run, Setting};
use crate::model::Launch;

/// Requests of each series.
const SERIES: u64 = 40_000;

pub(super) const BATCHES: &[Batch] = &[
    Batch { rows: &["V15"], simulate: database },
    Batch { rows: &["V16"], simulate: redis },
    Batch { rows: &["V17"], simulate: disk },
    Batch { rows: &["V18"], simulate: computing },
    Batch { rows: &["V19"], simulate: sandbox },
    Batch { rows: &["V20"], simulate: paravirtual },
];

struct Case {
    host: &'static str,
    platform: &'static str,
    guest: &'static str,
    processors: u32,
}

const FELTER_KVM: Case =
    Case { host: "felter", platform: "qemu-2013", guest: "ubuntu", processors: 16 };

impl Case {
    const fn felter(platform: &'static str) -> Self {
        Self { platform, guest: "", ..FELTER_KVM }
    }

    /// Throughput against plain processes under the same load.
    fn relative(&self, workload: &str, clients: u32) -> f64 {
        let setup =
            Setup { host: self.host, platform: self.platform, guest: self.guest, image: "idle" };
        let mut machine = setup.machine(1, Launch::Together);
        machine.vcpus = self.processors;
        let Some(workload) = catalog::workload(workload) else { return f64::NAN };
        let setting = Setting {
            load: Load::Closed { clients },
            compared: true,
            ..Setting::usual(workload, SERIES)
        };
        let mut run = Run::new(machine, setting);
        while !run.advance(u64::MAX) {}
        let quantity = Quantity::Throughput(throughput::Quantity::Relative);
        run.answer().value(quantity).unwrap_or(f64::NAN)
    }
}

/// Per cent of native, which must come within so many hundredths of native.
fn check(
    row: &'static str,
    what: &'static str,
    expected: f64,
    within: f64,
    simulated: f64,
) -> Check {
    let tolerance = Tolerance::Within(within / expected);
    let percent = |ratio: f64| ratio * 100.0;
    let (expected, simulated) = (percent(expected), percent(simulated));
    Check { row, what, unit: "% native", expected, tolerance, simulated, source: "" }
}

fn sourced(checks: impl IntoIterator<Item = Check>, source: &'static str) -> Vec<Check> {
    checks.into_iter().map(|check| Check { source, ..check }).collect()
}

fn database() -> Vec<Check> {
    let threads = |case: Case| case.relative("mysql", 150);
    let checks = [
        check("V15", "MySQL, 150 threads, KVM", 0.38, 0.12, threads(FELTER_KVM)),
        check(
            "V15",
            "MySQL, 150 threads, Docker, host network",
            0.97,
            0.12,
            threads(Case::felter("docker-host-net")),
        ),
        check(
            "V15",
            "MySQL, 150 threads, Docker, NAT, AUFS",
            0.85,
            0.12,
            threads(Case::felter("docker-aufs")),
        ),
    ];
    sourced(checks, "P14")
}

fn redis() -> Vec<Check> {
    let get = |case: Case, clients| case.relative("redis", clients);
    let bridged = || Case::felter("docker");
    let direct = || Case::felter("docker-host-net");
    let checks = [
        check("V16", "Redis GET, 1 client, KVM", 0.57, 0.12, get(FELTER_KVM, 1)),
        check("V16", "Redis GET, 100 clients, KVM", 0.9, 0.12, get(FELTER_KVM, 100)),
        check("V16", "Redis GET, 1 client, Docker NAT", 0.78, 0.12, get(bridged(), 1)),
        check("V16", "Redis GET, 100 clients, Docker NAT", 0.75, 0.12, get(bridged(), 100)),
        check("V16", "Redis GET, 1 client, Docker, host network", 0.97, 0.12, get(direct(), 1)),
        check("V16", "Redis GET, 100 clients, Docker, host network", 1.0, 0.12, get(direct(), 100)),
    ];
    sourced(checks, "P13")
}

fn disk() -> Vec<Check> {
    let written = FELTER_KVM.relative("fio-write", 128);
    sourced([check("V17", "fio, random writes, KVM", 0.5, 0.1, written)], "P9")
}

fn computing() -> Vec<Check> {
    let on = |workload| FELTER_KVM.relative(workload, 8);
    vec![
        Check { source: "P1", ..check("V18", "Linpack, KVM", 0.98, 0.02, on("linpack")) },
        Check {
            source: "P2",
            ..check("V18", "STREAM, two sockets, KVM", 0.98, 0.02, on("stream"))
        },
        Check { source: "P6", ..check("V18", "nuttcp, KVM", 0.99, 0.02, on("nuttcp")) },
    ]
}

fn sandbox() -> Vec<Check> {
    let case =
        Case { host: "gce-n1-standard-4", platform: "gvisor-ptrace", guest: "", processors: 4 };
    // The publication compares with a container on a bridge.
    let bridged = Case { platform: "docker", guest: "", ..case };
    let against =
        |workload, clients| case.relative(workload, clients) / bridged.relative(workload, clients);
    let checks = [
        check("V19", "Redis, gVisor on ptrace against runc", 0.51, 0.15, against("redis", 50)),
        check(
            "V19",
            "ffmpeg, gVisor on ptrace: time against runc",
            1.08,
            0.15,
            1.0 / against("ffmpeg", 4),
        ),
    ];
    sourced(checks, "P40")
}

fn paravirtual() -> Vec<Check> {
    let xen = Case { host: "xen03", platform: "xen-2003", guest: "debian", processors: 1 };
    let translated =
        Case { host: "xen03", platform: "binary-translation", guest: "debian", processors: 1 };
    let web = translated.relative("web99", 100);
    let checks = [
        check("V20", "kernel build, Xen: time", 1.03, 0.03, 1.0 / xen.relative("kernel-build", 1)),
        check("V20", "WEB99, Xen", 0.99, 0.03, xen.relative("web99", 100)),
        Check {
            tolerance: Tolerance::AtMost,
            ..check("V20", "WEB99, binary translation", 0.4, 0.0, web)
        },
    ];
    sourced(checks, "P20")
}
