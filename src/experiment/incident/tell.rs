//! The answer: figures, tables, causes and what must be said besides.

use super::super::answer::{self, Answer, Cause, Cell, Figure, Label, Row, Series, Table};
use super::super::{restart, told};
use super::recovery::Recovery;
use super::{Kind, Mechanism, Quantity, Run, inspect};
use crate::catalog::{Family, Kernel, Os};
use crate::experiment::answer::weightiest_first;
use crate::model::{Boundary, Containment, Layer, Machine};

/// Figures while they are collected.
struct Told(Vec<Figure>);

impl Told {
    fn tell(&mut self, of: Quantity, value: f64) {
        self.0.push(Figure { quantity: of.into(), value });
    }

    fn maybe(&mut self, of: Quantity, value: Option<f64>) {
        if let Some(value) = value {
            self.tell(of, value);
        }
    }
}

pub(super) fn answer(run: &Run, graph: &Containment) -> Answer {
    let mut told = Told(Vec::new());
    let node = graph.node(run.setting.layer);
    let lost = node.map_or(0, |node| match run.setting.kind {
        Kind::Crash => graph.felled_by_crash(node),
        Kind::Takeover => graph.held_by_attacker(node),
    });
    told.tell(Quantity::Lost, f64::from(lost));
    told.tell(Quantity::LostShare, f64::from(lost) / f64::from(run.machine.instances.max(1)));
    let mut answer = Answer::default();
    match (run.setting.kind, node) {
        (Kind::Crash, _) => recovered(run, &mut told, &mut answer),
        (Kind::Takeover, Some(node)) => {
            attacked(graph, node, &mut told);
            answer.tables.push(boundaries(graph, node));
        }
        (Kind::Takeover, None) => {}
    }
    let (own, shared) = inspect::counts(&run.machine);
    told.tell(Quantity::OwnViews, f64::from(own));
    told.tell(Quantity::SharedViews, f64::from(shared));
    answer.tables.push(layers(graph));
    answer.tables.push(inspect::table(&run.machine));
    answer.remarks = remarks(run, graph).into_iter().chain(answer.remarks).collect();
    answer.figures = told.0;
    answer.digest = told::digest(answer.digest, &answer);
    answer
}

/// The way from where the attacker stands.
fn attacked(graph: &Containment, node: u32, told: &mut Told) {
    let length = |way: &Vec<Boundary>| f64::from(u32::try_from(way.len()).unwrap_or(u32::MAX));
    let to_host = graph.way(node, graph.host());
    told.maybe(Quantity::HostBoundaries, to_host.as_ref().map(length));
    let to_neighbour = graph.neighbour().and_then(|other| graph.way(node, other));
    told.maybe(Quantity::NeighbourBoundaries, to_neighbour.as_ref().map(length));
    let next = to_host.as_ref().and_then(|way| way.first());
    told.maybe(Quantity::NextCalls, next.and_then(|boundary| boundary.calls));
    told.maybe(Quantity::NextLines, next.and_then(|boundary| boundary.lines));
}

/// Times of the recovery, and the curve of what is up.
fn recovered(run: &Run, told: &mut Told, answer: &mut Answer) {
    let of = run.machine.instances;
    let (Some(recovery), Some(restarts)) = (&run.recovery, &run.restarts) else {
        told.tell(Quantity::Recovery, 0.0);
        told.tell(Quantity::FirstBack, 0.0);
        told.tell(Quantity::Downtime, 0.0);
        return;
    };
    let report = restarts.report();
    answer.events = report.events;
    answer.digest = report.digest;
    let times = restart::ready_times(&report);
    let mut back: Vec<f64> = times.iter().flatten().map(|at| at.as_seconds()).collect();
    back.sort_unstable_by(f64::total_cmp);
    let wait = recovery.wait();
    // What never comes back is down until the last of the others is up.
    let end = wait + back.last().copied().unwrap_or_else(|| report.ended.as_seconds());
    let missing = times.iter().filter(|time| time.is_none()).count();
    let missing = f64::from(u32::try_from(missing).unwrap_or(u32::MAX));
    told.maybe(Quantity::Recovery, (missing <= 0.0).then_some(end));
    told.maybe(Quantity::FirstBack, back.first().map(|first| wait + first));
    let down: f64 = back.iter().map(|ready| wait + ready).sum();
    told.tell(Quantity::Downtime, down + missing * end);
    if missing > 0.0 {
        answer.remarks.push(Mechanism::NotAllBack.into());
    }
    answer.series.push(curve(of, recovery, &back, wait));
    answer.causes = causes(recovery, end - wait);
}

fn curve(of: u32, recovery: &Recovery, back: &[f64], wait: f64) -> Series {
    let mut up = of - recovery.fallen.min(of);
    let mut points = vec![(0.0, f64::from(up))];
    for ready in back {
        // A step: nothing comes back by halves.
        points.push((wait + ready, f64::from(up)));
        up += 1;
        points.push((wait + ready, f64::from(up)));
    }
    Series { x: Quantity::Elapsed.into(), y: Quantity::Up.into(), points }
}

fn causes(recovery: &Recovery, restarts: f64) -> Vec<Cause> {
    let because = |(of, amount): (Mechanism, f64)| Cause {
        mechanism: of.into(),
        effect: Quantity::Recovery.into(),
        amount,
    };
    let mut causes: Vec<Cause> = recovery
        .waits
        .iter()
        .copied()
        .chain([(Mechanism::Restarts, restarts)])
        .map(because)
        .collect();
    weightiest_first(&mut causes);
    causes
}

fn cell(value: Option<f64>) -> Cell {
    value.map_or(Cell::Empty, Cell::Value)
}

fn boundaries(graph: &Containment, node: u32) -> Table {
    let row = |(before, boundary): (u32, Boundary)| Row {
        label: Label::Mechanism(Mechanism::Interface(boundary.interface).into()),
        cells: vec![
            Cell::Value(f64::from(before)),
            cell(boundary.calls),
            cell(boundary.lines),
            cell(boundary.lines_run),
        ],
    };
    Table {
        title: Mechanism::Boundaries.into(),
        columns: [Quantity::Before, Quantity::Calls, Quantity::Lines, Quantity::LinesRun]
            .map(Into::into)
            .into(),
        rows: graph.boundaries(node).into_iter().map(row).collect(),
    }
}

fn layers(graph: &Containment) -> Table {
    let length = |way: Vec<Boundary>| f64::from(u32::try_from(way.len()).unwrap_or(u32::MAX));
    let row = |layer: Layer| {
        let node = graph.node(layer)?;
        let neighbour = graph.neighbour().and_then(|other| graph.way(node, other));
        Some(Row {
            label: Label::Mechanism(Mechanism::Layer(layer).into()),
            cells: vec![
                Cell::Value(f64::from(graph.felled_by_crash(node))),
                Cell::Value(f64::from(graph.held_by_attacker(node))),
                cell(graph.way(node, graph.host()).map(length)),
                cell(neighbour.map(length)),
            ],
        })
    };
    Table {
        title: Mechanism::Layers.into(),
        columns: [
            Quantity::Felled,
            Quantity::Held,
            Quantity::HostBoundaries,
            Quantity::NeighbourBoundaries,
        ]
        .map(Into::into)
        .into(),
        rows: Layer::ALL.into_iter().filter_map(row).collect(),
    }
}

/// What the figures do not say.
fn remarks(run: &Run, graph: &Containment) -> Vec<answer::Mechanism> {
    let layer = run.setting.layer;
    let mut remarks = about_layer(&run.machine, graph, layer);
    if run.setting.kind == Kind::Takeover {
        let unikernel = run.machine.guest.as_ref().is_some_and(|guest| guest.os == Os::Unikernel);
        if run.machine.platform.family == Family::Process {
            remarks.push(Mechanism::SameAccount);
        }
        if unikernel && run.machine.has_guest_kernels() {
            remarks.push(Mechanism::OneAddressSpace);
        }
        if layer == Layer::Runtime && graph.node(layer).is_some() {
            remarks.push(Mechanism::EngineIsRoot);
        }
        if layer != Layer::Runtime && graph.node(Layer::Runtime).is_some() {
            remarks.push(Mechanism::RuntimeTouches);
        }
        remarks.extend([
            Mechanism::CountsAreNotFlaws,
            Mechanism::SideChannels,
            Mechanism::Configuration,
            Mechanism::SharedBelow,
        ]);
    }
    remarks.into_iter().map(Into::into).collect()
}

fn about_layer(machine: &Machine, graph: &Containment, layer: Layer) -> Vec<Mechanism> {
    let node = graph.node(layer);
    let kernel = machine.platform.isolation.kernel;
    match layer {
        _ if node.is_none() => vec![Mechanism::NoSuchLayer],
        Layer::Kernel if kernel == Kernel::Host => vec![Mechanism::KernelIsHosts],
        Layer::Kernel if kernel == Kernel::OneGuest => vec![Mechanism::KernelIsCarriers],
        Layer::Hypervisor if node == graph.node(Layer::HostKernel) => {
            vec![Mechanism::HypervisorInHost]
        }
        Layer::Runtime if machine.has_daemon() => vec![Mechanism::DaemonStopsContainers],
        Layer::Runtime => vec![Mechanism::NoDaemon],
        _ => Vec::new(),
    }
}
