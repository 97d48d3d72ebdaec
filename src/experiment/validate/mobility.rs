//! Rows about moving: what a pull is of a cold start, live migration, restored snapshots.

use super::{Check, Setup, Tolerance};
use crate::catalog::measured::{Measured, Unit, assumed};
use crate::catalog::{Clock, MOBILITY, Os, Way, images};
use crate::experiment::ask;
use crate::experiment::answer;
use crate::experiment::job::Question;
use crate::experiment::mobility::{Quantity, Setting, WorkingSet};
use crate::experiment::report::Report;
use crate::experiment::run::{percentile, run};
use crate::model::{Cached, ImageState, Launch, Machine};
use crate::units::{Bytes, Span};

pub(super) fn rows() -> Vec<Check> {
    let mut checks = vec![pull_share()];
    checks.extend(web_server());
    checks.extend(snapshots());
    checks
}

fn ready(report: &Report) -> Span {
    let mut spans: Vec<Span> = report
        .instances
        .iter()
        .filter_map(|one| Some(one.clocks[Clock::Ready as usize]?.since(one.launched?)))
        .collect();
    spans.sort_unstable();
    if spans.is_empty() { Span::ZERO } else { percentile(&spans, 50) }
}

/// What is missing of the image is fetched, then the container starts: the share of the former,
/// by the mean over all images that a Linux host can run in a container.
fn pull_share() -> Check {
    let (mut sum, mut count) = (0.0, 0.0);
    for image in images().iter().filter(|image| image.os == Os::Linux && is_published(image.id)) {
        let setup = Setup { host: "server", platform: "docker-2017", guest: "", image: image.id };
        let mut machine = setup.machine(1, Launch::Together);
        machine.image_state = ImageState::OnDisk;
        let start = ready(&run(machine.clone())).as_seconds();
        machine.image_state = ImageState::Remote;
        let cold = ready(&run(machine)).as_seconds();
        println!("{} {start} {cold}", image.id);
        sum += (cold - start) / cold;
        count += 1.0;
    }
    Check {
        row: "V21",
        what: "image pull in a cold start, mean of the images",
        unit: "%",
        expected: 76.0,
        tolerance: Tolerance::Within(12.0 / 76.0),
        simulated: 100.0 * sum / count,
        source: "D17",
    }
}

/// Programs of some kilobytes are made for measurements and are in no registry's list.
fn is_published(id: &str) -> bool {
    !matches!(id, "idle" | "hello" | "micropython")
}

fn snapshots() -> Vec<Check> {
    let restored = |image_state| {
        let setup = Setup {
            host: "c5d-metal",
            platform: "firecracker-snapshot",
            guest: "debian",
            image: "python",
        };
        let mut machine = setup.machine(1, Launch::Together);
        machine.memory = Bytes::gib(2);
        machine.image_state = image_state;
        println!("touched {:?} {:?}", machine.footprint().guest_touched(), machine.footprint());
        ready(&run(machine)).as_seconds() * 1e3
    };
    [
        ("snapshot of 2 GB, in the page cache", 65.0, ImageState::InMemory),
        ("snapshot of 2 GB, on the disk", 229.0, ImageState::OnDisk),
    ]
    .map(|(what, expected, image_state)| Check {
        row: "V23",
        what,
        unit: "ms",
        expected,
        tolerance: Tolerance::Factor(1.6),
        simulated: restored(image_state),
        source: "B81",
    })
    .into()
}

/// Clients of the published experiment, each of which is sent one file again and again.
const CLIENTS: f64 = 100.0;
/// The most that Linux lets one connection's send buffer grow to by default.
const SEND_BUFFER: f64 = 131_072.0;
/// What the server sent to them before it was moved: every byte is first copied into a buffer.
const SERVED: f64 = 870e6 / 8.0;

/// A web server in 800 MB under Xen on a gigabit link, whose first round was held to 100 Mb/s.
fn web_server() -> Vec<Check> {
    let setup = Setup { host: "redhat-2009", platform: "xen-pv", guest: "debian", image: "nginx" };
    let mut machine: Machine = setup.machine(1, Launch::Together);
    machine.memory = Bytes::from_f64(800e6);
    machine.spread = false;
    let setting = Setting {
        way: Some(Way::Live),
        link: 1e9 / 8.0,
        first_round: Some(100e6 / 8.0),
        dirty_rate: Some(SERVED),
        working_set: WorkingSet::Of(Bytes::from_f64(CLIENTS * SEND_BUFFER)),
        filled: true,
        cached: Cached::All,
        move_disk: false,
        at_once: 1,
        start_first: false,
        prices: MOBILITY.clone(),
    };
    let answer = ask(machine, Question::Mobility(setting));
    println!("{answer:?}");
    let told = |quantity| {
        answer.value(answer::Quantity::Mobility(quantity)).unwrap_or(f64::NAN)
    };
    let check = |what, unit, expected, simulated| Check {
        row: "V22",
        what,
        unit,
        expected,
        tolerance: Tolerance::Within(0.3),
        simulated,
        source: "G1, G2",
    };
    vec![
        check("live migration of 800 MB at 100 Mb/s", "s", 72.0, told(Quantity::TotalTime)),
        // Two runs of it are published: 165 and 210 ms; the middle.
        check("its downtime", "ms", 187.0, told(Quantity::Downtime) * 1e3),
    ]
}
