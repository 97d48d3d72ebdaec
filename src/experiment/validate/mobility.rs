//! Rows about moving: what a pull is of a cold start, live migration, restored snapshots.

use super::{Batch, Check, Setup, Tolerance};
use crate::catalog::{Clock, MOBILITY, Os, Way, images};
use crate::experiment::job::Question;
use crate::experiment::mobility::{Quantity, Setting, WorkingSet};
use crate::experiment::report::Report;
use crate::experiment::run::{percentile, run};
use crate::experiment::{answer, ask};
use crate::model::{Cached, ImageState, Launch, Machine};
use crate::units::{Bytes, Span};

pub(super) const BATCHES: &[Batch] = &[
    Batch { rows: &["V21"], simulate: pull_share },
    Batch { rows: &["V22"], simulate: live },
    Batch { rows: &["V23"], simulate: snapshots },
];

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
fn pull_share() -> Vec<Check> {
    let (mut sum, mut count) = (0.0, 0.0);
    for image in images().iter().filter(|image| image.os == Os::Linux && is_published(image.id)) {
        let setup = Setup { host: "slacker", platform: "docker-2017", guest: "", image: image.id };
        let mut machine = setup.machine(1, Launch::Together);
        machine.image_state = ImageState::OnDisk;
        let start = ready(&run(machine.clone())).as_seconds();
        machine.image_state = ImageState::Remote;
        let cold = ready(&run(machine)).as_seconds();
        sum += (cold - start) / cold;
        count += 1.0;
    }
    vec![Check {
        row: "V21",
        what: "image pull in a cold start, mean of the images",
        unit: "%",
        expected: 76.0,
        tolerance: Tolerance::Within(12.0 / 76.0),
        simulated: 100.0 * sum / count,
        source: "D17",
    }]
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
/// Bytes per second that the server sent before it was moved: each is first copied to a buffer.
const SERVED: f64 = 870e6 / 8.0;
/// What the program writes to that was made to be hard to move, as remembered.
const HARD_REGION: Bytes = Bytes::mib(256);
/// It writes as fast as memory lets it, which is far above the link's pace.
const HARD_RATE: f64 = 1e9;

/// One machine under Xen on a gigabit link, whose first round was held to 100 Mb/s.
fn migrate(memory: f64, dirty_rate: f64, working_set: Bytes) -> impl Fn(Quantity) -> f64 {
    // Any server of that decade: the link is the bottleneck.
    let setup = Setup { host: "redhat-2009", platform: "xen-pv", guest: "debian", image: "nginx" };
    let mut machine: Machine = setup.machine(1, Launch::Together);
    machine.memory = Bytes::from_f64(memory);
    machine.spread = false;
    let setting = Setting {
        way: Some(Way::Live),
        link: 1e9 / 8.0,
        first_round: Some(100e6 / 8.0),
        dirty_rate: Some(dirty_rate),
        working_set: WorkingSet::Of(working_set),
        filled: true,
        cached: Cached::All,
        move_disk: false,
        at_once: 1,
        start_first: false,
        prices: Box::new(MOBILITY.clone()),
    };
    let answer = ask(machine, Question::Mobility(setting));
    move |quantity| answer.value(answer::Quantity::Mobility(quantity)).unwrap_or(f64::NAN)
}

fn live() -> Vec<Check> {
    let web = migrate(800e6, SERVED, Bytes::from_f64(CLIENTS * SEND_BUFFER));
    let hard = migrate(512e6, HARD_RATE, HARD_REGION);
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
        check("live migration of 800 MB at 100 Mb/s", "s", 72.0, web(Quantity::TotalTime)),
        // 165 and 210 ms are published, for two loads; the middle.
        check("its downtime", "ms", 187.0, web(Quantity::Downtime) * 1e3),
        check("downtime when writing outruns the link", "s", 3.5, hard(Quantity::Downtime)),
    ]
}
