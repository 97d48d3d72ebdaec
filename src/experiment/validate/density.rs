//! Rows about memory, idle load and how many fit.

use super::{Batch, Check, Setup, Tolerance};
use crate::experiment::report::{Outcome, Report};
use crate::experiment::run::run;
use crate::model::{Launch, Limit, Machine};
use crate::units::{Bytes, Span, Time};

pub(super) const BATCHES: &[Batch] = &[
    Batch { rows: &["V10", "V11"], simulate: thousand_guests },
    Batch { rows: &["V12"], simulate: filling },
    Batch { rows: &["V13"], simulate: firecracker_demo },
    Batch { rows: &["V14"], simulate: windows_xp },
];

fn row(
    [row, what, unit, source]: [&'static str; 4],
    expected: f64,
    tolerance: Tolerance,
    simulated: f64,
) -> Check {
    Check { row, what, unit, expected, tolerance, simulated, source }
}

fn least_memory(mut machine: Machine) -> Machine {
    if let Some(guest) = &machine.guest {
        machine.memory = guest.memory_least;
    }
    machine
}

/// A thousand of one kind on the publication's host, each given the least memory it boots with.
fn thousand(platform: &'static str, guest: &'static str, image: &'static str) -> Report {
    let setup = Setup { host: "lightvm-4", platform, guest, image };
    run(least_memory(setup.machine(1000, Launch::Every(Span::seconds(1)))))
}

/// Gigabytes that a thousand instances hold, without what the host holds anyway.
fn gigabytes(report: &Report) -> f64 {
    report.resident_each().as_f64() * f64::from(report.ready()) / 1e9
}

fn thousand_guests() -> Vec<Check> {
    let debian = thousand("xen-pv", "debian", "idle");
    let tinyx = thousand("xen-pv", "tinyx", "idle");
    let unikernel = thousand("xen-lightvm", "mini-os", "micropython");
    let docker = thousand("docker-2017", "", "micropython");
    let tolerance = Tolerance::Within(0.4);
    let percent = |report: &Report| report.idle_cores * 100.0;
    vec![
        row(
            ["V10", "idle CPU of 1,000 Debian guests", "%", "N3"],
            25.0,
            Tolerance::Factor(2.0),
            percent(&debian),
        ),
        row(
            ["V10", "idle CPU of 1,000 unikernels", "%", "N3"],
            1.0,
            Tolerance::AtMost,
            percent(&unikernel),
        ),
        row(
            ["V10", "idle CPU of 1,000 containers", "%", "N3"],
            1.0,
            Tolerance::AtMost,
            percent(&docker),
        ),
        row(
            ["V10", "Debian guests over unikernels", "×", "N3"],
            20.0,
            Tolerance::AtLeast,
            percent(&debian) / percent(&unikernel),
        ),
        row(
            ["V11", "memory of 1,000 Debian guests", "GB", "M13"],
            111.0,
            tolerance,
            gigabytes(&debian),
        ),
        row(
            ["V11", "memory of 1,000 Tinyx guests", "GB", "M13"],
            27.0,
            tolerance,
            gigabytes(&tinyx),
        ),
        row(
            ["V11", "memory of 1,000 unikernels", "GB", "M13"],
            4.4,
            tolerance,
            gigabytes(&unikernel),
        ),
        row(["V11", "memory of 1,000 containers", "GB", "M13"], 4.6, tolerance, gigabytes(&docker)),
    ]
}

fn filling() -> Vec<Check> {
    let fill = |platform, guest, image, most| {
        let setup = Setup { host: "lightvm-64", platform, guest, image };
        run(least_memory(setup.machine(most, Launch::UntilLimit { goal: None })))
    };
    let unikernels = fill("xen-lightvm", "mini-os", "hello", 8000);
    let docker = fill("docker-2017", "", "idle", 20_000);
    let count = f64::from(docker.density.as_ref().map_or(0, |density| density.count));
    let by_memory = docker.limits.first().is_some_and(|(_, limit)| {
        matches!(
            limit,
            Limit::Swapping { .. } | Limit::OutOfMemory { .. } | Limit::MemoryRefused { .. }
        )
    });
    vec![
        row(
            ["V12", "unikernels on 128 GB", "instances", "N1"],
            8000.0,
            Tolerance::AtLeast,
            f64::from(unikernels.ready()),
        ),
        row(
            ["V12", "Docker containers on 128 GB", "instances", "N2"],
            3000.0,
            Tolerance::Factor(1.5),
            count,
        ),
        row(
            ["V12", "Docker is bound by memory, 1 for yes", "", "N2"],
            1.0,
            Tolerance::AtLeast,
            f64::from(u8::from(by_memory)),
        ),
    ]
}

fn firecracker_demo() -> Vec<Check> {
    let setup = Setup { host: "i3-metal", platform: "firecracker", guest: "bare", image: "idle" };
    let mut machine = setup.machine(4000, Launch::Starters(6));
    machine.memory = Bytes::mib(128);
    let report = run(machine);
    let last = report.instances.iter().filter_map(|one| one.clocks[3]).max();
    let ready = report.instances.iter().filter(|one| one.outcome == Outcome::Ready).count();
    let ready = f64::from(u32::try_from(ready).unwrap_or(u32::MAX));
    vec![
        row(["V13", "microVMs on 512 GB", "instances", "N4"], 4000.0, Tolerance::AtLeast, ready),
        row(
            ["V13", "until the last of 4,000 is ready", "s", "N4"],
            60.0,
            Tolerance::Within(0.5),
            last.map_or(f64::NAN, Time::as_seconds),
        ),
    ]
}

/// The scanner at the ceiling to which the distribution's tuning daemon raises it when memory
/// runs short: 1,250 pages every 10 ms.
const TUNED_SCAN: f64 = 125_000.0;

fn windows_xp() -> Vec<Check> {
    let setup = Setup {
        host: "redhat-2009",
        platform: "qemu-kvm",
        guest: "windows-xp",
        image: "xp-desktop",
    };
    let mut machine = setup.machine(52, Launch::Every(Span::seconds(60)));
    machine.memory = Bytes::gib(1);
    machine.merging = Some(TUNED_SCAN);
    machine.watch = Span::seconds(1200);
    let report = run(machine);
    let swapped = report.memory.swapped.as_f64() / 1e6;
    let saved = report.memory.merged_saving.as_f64();
    let without = saved + report.resident_each().as_f64() * f64::from(report.ready());
    let ready = f64::from(report.ready());
    vec![
        row(
            ["V14", "Windows XP machines of 1 GB on 16 GB", "instances", "N9"],
            52.0,
            Tolerance::AtLeast,
            ready,
        ),
        row(["V14", "written to swap", "MB", "N9"], 0.0, Tolerance::AtMost, swapped),
        row(
            ["V14", "saved by merging", "%", "N9"],
            60.0,
            Tolerance::AtLeast,
            100.0 * saved / without,
        ),
    ]
}
