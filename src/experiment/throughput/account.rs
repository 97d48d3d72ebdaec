//! From a finished simulation to figures, tables and reasons.

use super::simulation::{Busy, Simulation};
use super::words::{Bound, Mechanism, Quantity, Stage};
use super::{Setting, is_native, natively};
use crate::catalog::{LoadKind, Measured};
use crate::experiment::answer::weightiest_first;
use crate::experiment::answer::{self, Answer, Cause, Cell, Figure, Label, Row, Series, Table};
use crate::model::{Charge, CostLayer, Machine, Price};

/// From here on something counts as busy enough to bind.
const BUSY: f64 = 0.8;
/// Points of the curve of latencies.
const POINTS: u32 = 50;
/// Requests with fewer bytes than this are not told as bytes per second.
const BYTES_LEAST: f64 = 4000.0;

type Time = [f64; Charge::ALL.len()];

pub(super) fn answer(
    machine: &Machine,
    setting: &Setting,
    own: &Simulation,
    native: Option<&Simulation>,
) -> Answer {
    let bill = natively(machine).price(&setting.workload).charges;
    let here = charged(own);
    let busy = own.busy();
    let bound = bound(&busy, own);
    let mut digest = own.digest;
    digest.add(own.events());
    Answer {
        refused: None,
        figures: figures(machine, setting, own, native, &busy),
        series: vec![curve(own)],
        tables: vec![
            by_layer(&here, &bill, own),
            by_charge(&here, &bill, own),
            stages(own),
            utilisation(&busy),
        ],
        causes: causes(&here, &bill, own, bound, &busy),
        remarks: remarks(machine, setting),
        events: own.events() + native.map_or(0, Simulation::events),
        digest: digest.value(),
    }
}

/// The charges, with what those paid that found the instance asleep.
fn charged(own: &Simulation) -> Time {
    let Price { mut charges, round_trips_asleep, thread_wake, .. } = own.price;
    // Nearly: the back end may sleep while the instance does not.
    charges[Charge::RoundTrips as usize] += asleep(own) * (round_trips_asleep + thread_wake);
    charges
}

/// Part of the requests that found the instance asleep.
fn asleep(own: &Simulation) -> f64 {
    own.mean(real(own.sums.asleep))
}

fn figures(
    machine: &Machine,
    setting: &Setting,
    own: &Simulation,
    native: Option<&Simulation>,
    busy: &Busy,
) -> Vec<Figure> {
    let rate = own.rate();
    let mut list = vec![(Quantity::Throughput, rate)];
    let native_rate = match native {
        Some(native) => native.rate(),
        None if is_native(machine) => rate,
        None => 0.0,
    };
    if native_rate > 0.0 {
        list.push((Quantity::Relative, rate / native_rate));
    }
    list.push((Quantity::Each, rate / f64::from(machine.instances.max(1))));
    let bytes = bytes_each(setting);
    if bytes >= BYTES_LEAST {
        list.push((Quantity::Bandwidth, rate * bytes));
    }
    list.extend([
        (Quantity::LatencyMedian, own.latencies.quantile(0.5)),
        (Quantity::LatencyP90, own.latencies.quantile(0.9)),
        (Quantity::LatencyP99, own.latencies.quantile(0.99)),
        (Quantity::LatencyMean, own.latencies.mean()),
        (Quantity::Work, own.price.work + own.price.beside + asleep(own) * own.price.wake),
        (Quantity::CoresBusy, busy.cores),
        (Quantity::DiskBusy, busy.device),
        (Quantity::LinkBusy, busy.link),
        (Quantity::Refused, real(own.sums.refused)),
    ]);
    let figure = |(quantity, value): (Quantity, f64)| Figure { quantity: quantity.into(), value };
    list.into_iter().map(figure).collect()
}

/// Bytes that a request moves, by whichever way it moves most.
fn bytes_each(setting: &Setting) -> f64 {
    let amount = |value: &Measured| if value.is_absent() { 0.0 } else { value.typical };
    let bill = &setting.workload;
    let disk = amount(&bill.operations) * amount(&bill.operation_size);
    amount(&bill.streamed).max(amount(&bill.transfer)).max(disk) * 1e6
}

fn curve(own: &Simulation) -> Series {
    let point = |step: u32| {
        let part = f64::from(step) / f64::from(POINTS);
        (own.latencies.quantile(part), part)
    };
    Series {
        x: Quantity::Latency.into(),
        y: Quantity::Part.into(),
        points: (1..POINTS).map(point).collect(),
    }
}

/// What is dearer than natively is the platform's; the rest belongs to its own layer.
fn by_layer(here: &Time, native: &Time, own: &Simulation) -> Table {
    let mut rows = Vec::new();
    for layer in CostLayer::ALL {
        let (mut now, mut before) = (0.0, 0.0);
        for charge in Charge::ALL {
            let (cost, bill) = (here[charge as usize], native[charge as usize]);
            if CostLayer::of(charge) == layer {
                now += if layer == CostLayer::Isolation { 0.0 } else { cost.min(bill) };
                before += bill;
            }
            if layer == CostLayer::Isolation {
                now += (cost - bill).max(0.0);
            }
        }
        if layer == CostLayer::Isolation {
            now += asleep(own) * own.price.wake;
        }
        rows.push(row(Mechanism::Layer(layer), now, before));
    }
    table(Mechanism::CostByLayer, rows)
}

fn by_charge(here: &Time, native: &Time, own: &Simulation) -> Table {
    let mut rows: Vec<Row> = Charge::ALL
        .into_iter()
        .map(|charge| (charge, here[charge as usize], native[charge as usize]))
        .filter(|&(_, cost, bill)| cost > 0.0 || bill > 0.0)
        .map(|(charge, cost, bill)| row(Mechanism::Charge(charge), cost, bill))
        .collect();
    let wake = asleep(own) * own.price.wake;
    if wake > 0.0 {
        rows.push(row(Mechanism::WakeUps, wake, 0.0));
    }
    table(Mechanism::CostByOperation, rows)
}

fn row(mechanism: Mechanism, here: f64, native: f64) -> Row {
    let cells = [here, native, here - native].map(Cell::Value).into();
    Row { label: label(mechanism), cells }
}

fn table(title: Mechanism, rows: Vec<Row>) -> Table {
    let columns = [Quantity::Here, Quantity::Native, Quantity::Added].map(Into::into).into();
    Table { title: title.into(), columns, rows }
}

fn stages(own: &Simulation) -> Table {
    let sums = &own.sums;
    let rows = [
        (Stage::Queue, sums.queued),
        (Stage::Processor, sums.working),
        (Stage::Disk, sums.disk),
        (Stage::Lock, sums.locked),
        (Stage::Network, sums.network),
    ];
    let row = |(stage, sum)| Row {
        label: label(Mechanism::Stage(stage)),
        cells: vec![Cell::Value(own.mean(sum))],
    };
    Table {
        title: Mechanism::Stages.into(),
        columns: vec![Quantity::Here.into()],
        rows: rows.into_iter().map(row).collect(),
    }
}

/// How busy everything is that can bind, in the order in which they are named when equal.
fn candidates(busy: &Busy) -> [(Bound, f64); 9] {
    [
        (Bound::Cores, busy.cores),
        (Bound::Lock, busy.lock),
        (Bound::Device, busy.device),
        (Bound::DiskPath, busy.path),
        (Bound::Link, busy.link),
        (Bound::Card, busy.card),
        (Bound::Memory, busy.memory),
        (Bound::Thread, busy.thread),
        (Bound::Processors, busy.processors),
    ]
}

fn utilisation(busy: &Busy) -> Table {
    let row = |(bound, part): (Bound, f64)| Row {
        label: label(Mechanism::Bound(bound)),
        cells: vec![Cell::Value(part)],
    };
    Table {
        title: Mechanism::Utilisation.into(),
        columns: vec![Quantity::Busy.into()],
        rows: candidates(busy).into_iter().filter(|&(_, part)| part > 0.0).map(row).collect(),
    }
}

fn bound(busy: &Busy, own: &Simulation) -> Bound {
    let start = (Bound::RoundTrips, 0.0);
    let busier = |most: (Bound, f64), next: (Bound, f64)| {
        // Nearly equal ones are told apart by their order.
        if next.1 > most.1 + 0.02 { next } else { most }
    };
    let (bound, part) = candidates(busy).into_iter().fold(start, busier);
    match (part >= BUSY, own.population()) {
        (true, _) => bound,
        (false, 0) => Bound::Demand,
        (false, _) => Bound::RoundTrips,
    }
}

fn causes(here: &Time, native: &Time, own: &Simulation, bound: Bound, busy: &Busy) -> Vec<Cause> {
    let binding = candidates(busy).into_iter().find(|&(of, _)| of == bound);
    let mut list: Vec<Cause> = Charge::ALL
        .into_iter()
        .map(|charge| (Mechanism::Charge(charge), here[charge as usize] - native[charge as usize]))
        .chain([(Mechanism::WakeUps, asleep(own) * own.price.wake)])
        .filter(|&(_, added)| added > 0.0)
        .map(|(mechanism, amount)| cause(mechanism, Quantity::Added, amount))
        .collect();
    weightiest_first(&mut list);
    let part = binding.map_or(0.0, |(_, part)| part);
    list.insert(0, cause(Mechanism::Bound(bound), Quantity::Busy, part));
    list
}

fn cause(mechanism: Mechanism, effect: Quantity, amount: f64) -> Cause {
    Cause { mechanism: mechanism.into(), effect: effect.into(), amount }
}

fn remarks(machine: &Machine, setting: &Setting) -> Vec<answer::Mechanism> {
    let mut list = Vec::new();
    if setting.workload.kind == LoadKind::Batch {
        list.push(Mechanism::BatchHasNoClients);
    }
    if machine.platform.operations.id == crate::catalog::operation::SYSTRAP.id {
        list.push(Mechanism::SandboxIsJudged);
    }
    list.into_iter().map(Into::into).collect()
}

fn label(mechanism: Mechanism) -> Label {
    Label::Mechanism(mechanism.into())
}

#[expect(clippy::cast_precision_loss, reason = "counts end far below 2^53")]
fn real(count: u64) -> f64 {
    count as f64
}
