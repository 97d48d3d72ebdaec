//! The answer: figures, curves, the table of stages, and where the time went.

use super::super::answer::{Answer, Cause, Cell, Figure, Label, Row, Series, Table};
use super::super::{restart, told};
use super::ledger::{Change as Entry, Ledger, Sum};
use super::stages::{Change, Stage, migrates};
use super::{Fix, HostWay, Mechanism, Quantity, Run, Way};
use crate::experiment::answer::weightiest_first;

const SECONDS_PER_HOUR: f64 = 3600.0;

pub(super) fn answer(run: &Run) -> Answer {
    let ledger = &run.ledger;
    let changes = ledger.in_order();
    let figures = figures(run, &changes);
    let mut answer = Answer {
        refused: None,
        figures,
        series: series(ledger, &changes),
        tables: vec![stages(run)],
        causes: causes(ledger),
        remarks: remarks(run).into_iter().map(Into::into).collect(),
        events: ledger.events,
        digest: 0,
    };
    answer.digest = told::digest(ledger.digest, &answer);
    answer
}

#[expect(clippy::cast_precision_loss, reason = "counts of instances end far below 2^53")]
fn real(count: i64) -> f64 {
    count as f64
}

fn figures(run: &Run, changes: &[Entry]) -> Vec<Figure> {
    let ledger = &run.ledger;
    let sum = |of: fn(&Sum) -> f64| ledger.stages.iter().map(of).fold(0.0, |all, one| all + one);
    let (fewest, outage) = ledger.fewest_up(changes);
    let extra = ledger.stages.iter().map(|sum| sum.extra).max().unwrap_or(0);
    let hosts = run.stages.iter().map(|stage| stage.hosts).max().unwrap_or(0);
    // Who never came to run what is fixed is exposed to the end.
    let fixed: i64 = changes.iter().map(|change| change.patched).sum();
    let left = if run.stages.is_empty() { 0 } else { i64::from(ledger.instances) - fixed };
    // While it is down it runs nothing.
    let earlier = ledger.stages.iter().rev().skip(1).fold(0.0, |all, stage| all + stage.downtime);
    let exposed = (ledger.exposed + ledger.now * real(left) - earlier).max(0.0);
    let memory = restart::memory_each(&run.machine).as_f64() * f64::from(extra);
    [
        (Quantity::Exposure, exposed / SECONDS_PER_HOUR),
        (Quantity::Downtime, sum(|sum| sum.downtime)),
        (Quantity::Outage, outage),
        (Quantity::FewestUp, real(fewest)),
        (Quantity::LabourSteps, sum(|sum| f64::from(sum.steps))),
        (Quantity::LabourTime, sum(|sum| sum.labour)),
        (Quantity::Total, ledger.now),
        (Quantity::StateLost, f64::from(ledger.restarted.min(ledger.instances))),
        (Quantity::ExtraInstances, f64::from(extra)),
        (Quantity::ExtraMemory, memory),
        (Quantity::ExtraHosts, f64::from(hosts)),
        (Quantity::Failed, f64::from(ledger.failed)),
    ]
    .into_iter()
    .map(|(of, value)| Figure { quantity: of.into(), value })
    .collect()
}

/// Steps of both curves: the value before a change and after it.
fn series(ledger: &Ledger, changes: &[Entry]) -> Vec<Series> {
    let curve = |y: Quantity, begin: i64, step: fn(&Entry) -> i64| {
        let mut value = begin;
        let mut points = vec![(0.0, real(value))];
        for change in changes.iter().filter(|change| step(change) != 0) {
            points.push((change.at, real(value)));
            value += step(change);
            points.push((change.at, real(value)));
        }
        points.push((ledger.now, real(value)));
        Series { x: Quantity::Elapsed.into(), y: y.into(), points }
    };
    vec![
        curve(Quantity::Up, i64::from(ledger.instances), |change| change.up),
        curve(Quantity::Patched, 0, |change| change.patched),
    ]
}

fn stages(run: &Run) -> Table {
    let row = |(stage, sum): (&Stage, &Sum)| Row {
        label: Label::Mechanism(stage.what.into()),
        cells: [
            f64::from(sum.steps),
            sum.labour,
            sum.time,
            sum.downtime,
            f64::from(run.ledger.instances.saturating_sub(sum.most_down)),
        ]
        .map(Cell::Value)
        .into(),
    };
    Table {
        title: Mechanism::Stages.into(),
        columns: [
            Quantity::LabourSteps,
            Quantity::LabourTime,
            Quantity::Total,
            Quantity::Downtime,
            Quantity::FewestUp,
        ]
        .map(Into::into)
        .into(),
        rows: run.stages.iter().zip(&run.ledger.stages).map(row).collect(),
    }
}

fn causes(ledger: &Ledger) -> Vec<Cause> {
    let mut causes: Vec<Cause> = ledger
        .spent
        .iter()
        .filter(|(_, seconds)| *seconds > 0.0)
        .map(|&(on, amount)| Cause { mechanism: on.into(), effect: Quantity::Total.into(), amount })
        .collect();
    weightiest_first(&mut causes);
    causes
}

fn remarks(run: &Run) -> Vec<Mechanism> {
    let mut remarks = Vec::new();
    let any = |wanted: fn(&Stage) -> bool| run.stages.iter().any(wanted);
    if run.stages.is_empty() {
        remarks.push(Mechanism::NothingToFix);
    }
    if any(|stage| stage.change == Change::Migrate) {
        remarks.push(Mechanism::StateKept);
    }
    let drained = any(|stage| stage.hosts > 0);
    if drained && run.setting.host == HostWay::Drain && !migrates(&run.machine) {
        remarks.push(Mechanism::NoMigration);
    }
    if run.setting.way == Way::InPlace && any(|stage| stage.what == Mechanism::NewImage) {
        remarks.push(Mechanism::ImagesAreReplaced);
    }
    if run.ledger.failed > 0 {
        remarks.push(Mechanism::NotAllBack);
    }
    if lacks_room(run) {
        remarks.push(Mechanism::NoRoom);
    }
    if matches!(run.setting.fix, Fix::Kernel | Fix::HostKernel | Fix::EveryKernel) {
        remarks.push(Mechanism::LivePatching);
    }
    remarks
}

/// Whether what runs beside the old instances on the same host is more than its memory.
fn lacks_room(run: &Run) -> bool {
    let extra = run
        .stages
        .iter()
        .zip(&run.ledger.stages)
        .filter(|(stage, _)| stage.hosts == 0)
        .map(|(_, sum)| sum.extra)
        .max()
        .unwrap_or(0);
    let (kernel, platform) = run.machine.host_base();
    let each = restart::memory_each(&run.machine);
    let all = each * (u64::from(run.ledger.instances) + u64::from(extra));
    extra > 0 && kernel + platform + all > run.machine.host.memory
}
