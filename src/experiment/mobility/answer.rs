//! The answer: figures, rounds, what survives, and what set the pace.

use super::moving::{Moving, One, SPENT};
use super::{Mechanism, Quantity, Run};
use crate::catalog::Way;
use crate::experiment::answer::weightiest_first;
use crate::experiment::answer::{Answer, Cause, Cell, Figure, Label, Row, Series, Table};
use crate::experiment::run::percentile;
use crate::units::{Bytes, Span};

pub(super) fn answer(run: &Run) -> Answer {
    if run.refused.is_some() {
        return Answer { refused: run.refused, ..Answer::default() };
    }
    let mut told = Answer { events: run.starts.events(), ..Answer::default() };
    told.remarks.push(way(run.way).into());
    if run.other_way {
        told.remarks.push(Mechanism::WayNotKnown.into());
    }
    if run.starts.refused() {
        told.remarks.push(Mechanism::DoesNotFit.into());
        return told;
    }
    let Some(moving) = &run.moving else { return told };
    let there: Vec<&One> = moving.ones.iter().filter(|one| one.done.is_some()).collect();
    if there.len() < moving.ones.len() {
        told.remarks.push(Mechanism::BeyondClock.into());
    }
    told.events += moving.events();
    told.digest = moving.digest();
    if there.is_empty() {
        return told;
    }
    figures(run, moving, &there, &mut told);
    causes(&there, &mut told);
    if let Some(bound) = bound(run, moving, &there) {
        told.remarks.insert(1, bound.into());
    }
    if there.iter().any(|one| one.gave_up) {
        told.remarks.push(Mechanism::NotConverged.into());
    }
    told.series.push(Series {
        x: Quantity::Elapsed.into(),
        y: Quantity::Remaining.into(),
        points: moving.remaining.clone(),
    });
    tables(run, moving, &mut told);
    told
}

const fn way(way: Way) -> Mechanism {
    match way {
        Way::Live => Mechanism::WayLive,
        Way::StopAndCopy => Mechanism::WayStopAndCopy,
        Way::Checkpoint => Mechanism::WayCheckpoint,
        Way::Restart => Mechanism::WayRestart,
    }
}

fn figures(run: &Run, moving: &Moving, there: &[&One], told: &mut Answer) {
    let mut downtimes: Vec<Span> = there.iter().map(|one| one.downtime).collect();
    downtimes.sort_unstable();
    let middle = percentile(&downtimes, 50).as_seconds();
    let most = percentile(&downtimes, 100).as_seconds();
    let total = moving.now().as_seconds();
    let count = f64::from(moving.arrived);
    let sent: f64 = there.iter().map(|one| one.sent).sum();
    let mut rounds: Vec<Span> = there.iter().map(|one| Span(u64::from(one.rounds))).collect();
    rounds.sort_unstable();
    let rounds = u32::try_from(percentile(&rounds, 50).0).unwrap_or(u32::MAX);
    let times: f64 = there.iter().map(|one| one.spent.iter().sum::<f64>()).sum();
    let still: f64 = there.iter().map(|one| one.downtime.as_seconds()).sum();
    let kept = STATES.iter().filter(|&&state| survives(run, state)).count();
    let kept = f64::from(u32::try_from(kept).unwrap_or(u32::MAX));
    let mut tell =
        |quantity: Quantity, value| told.figures.push(Figure { quantity: quantity.into(), value });
    tell(Quantity::TotalTime, total);
    tell(Quantity::Downtime, middle);
    tell(Quantity::DowntimeMost, most);
    tell(Quantity::DowntimeMean, still / count);
    tell(Quantity::BytesMoved, sent);
    tell(Quantity::BytesEach, sent / count);
    tell(Quantity::StorageMoved, moving.storage);
    if moving.memory > Bytes::ZERO {
        tell(Quantity::MemoryToMove, moving.memory.as_f64());
    }
    tell(Quantity::TimeEach, times / count);
    if run.way == Way::Live {
        tell(Quantity::Rounds, f64::from(rounds));
        tell(Quantity::FaultShare, fault_share(run, there));
    }
    tell(Quantity::LinkShare, share(sent, total * run.setting.link));
    let each = run.machine.host_work(run.setting.prices.copy_each_megabyte.seconds()) * 1e-6;
    let cores = f64::from(run.machine.host.cores);
    tell(Quantity::CoreShare, share(sent * each + moving.work, total * cores));
    tell(Quantity::StateKept, kept);
}

/// One first write to each page of each round takes a fault, while the service runs.
fn fault_share(run: &Run, there: &[&One]) -> f64 {
    let dirtied: f64 = there.iter().map(|one| one.dirtied).sum();
    let time: f64 = there.iter().map(|one| one.round_time).sum();
    let faults = dirtied / Bytes::PAGE.as_f64();
    let fault = run.machine.host_work(run.setting.prices.write_fault.seconds());
    share(faults * fault, time)
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { (part / whole).min(1.0) } else { 0.0 }
}

/// Seconds of one instance by mechanism, in the order of [`SPENT`].
type Part = fn(&One) -> &[f64];

/// What the time and the downtime of one instance went into, by the mean.
fn causes(there: &[&One], told: &mut Answer) {
    let count = f64::from(u32::try_from(there.len()).unwrap_or(u32::MAX));
    let parts: [(Quantity, Part); 2] =
        [(Quantity::TimeEach, |one| &one.spent), (Quantity::DowntimeMean, |one| &one.still)];
    for (effect, part) in parts {
        let effect = effect.into();
        let mut causes = Vec::new();
        for (place, &mechanism) in SPENT.iter().enumerate() {
            let amount = there.iter().map(|one| part(one)[place]).sum::<f64>() / count;
            if amount > 0.0 {
                causes.push(Cause { mechanism: mechanism.into(), effect, amount });
            }
        }
        weightiest_first(&mut causes);
        told.causes.extend(causes);
    }
}

/// What set the pace: the resource behind the kind of work that took longest.
fn bound(run: &Run, moving: &Moving, there: &[&One]) -> Option<Mechanism> {
    let spent = |place: usize| there.iter().map(|one| one.spent[place]).sum::<f64>();
    let longest = (0..SPENT.len()).max_by(|&one, &other| spent(one).total_cmp(&spent(other)))?;
    let setting = &run.setting;
    let at_once = f64::from(setting.at_once.clamp(1, run.machine.instances.max(1)));
    let link = setting.link / at_once;
    let disk = &run.machine.host.disk;
    let disk_rate = disk.read.per_second().min(disk.write.per_second()) / at_once;
    let slower_than_link = |rate: f64| rate < link;
    Some(match SPENT[longest] {
        Mechanism::CopyingMemory if setting.first_round.is_some_and(slower_than_link) => {
            Mechanism::BoundByLimit
        }
        Mechanism::CopyingMemory if slower_than_link(moving.thread_rate()) => {
            Mechanism::BoundByCopyThread
        }
        Mechanism::CopyingDisk if slower_than_link(disk_rate) => Mechanism::BoundByDisk,
        Mechanism::CopyingAgain => Mechanism::BoundByWrites,
        Mechanism::Unpacking => Mechanism::BoundByUnpacking,
        Mechanism::Starting | Mechanism::FixedStop => Mechanism::BoundByStart,
        Mechanism::Stopping => Mechanism::BoundByStopping,
        Mechanism::Freezing | Mechanism::Thawing => Mechanism::BoundByProcesses,
        Mechanism::Saving | Mechanism::Restoring => Mechanism::BoundByDisk,
        _ => Mechanism::BoundByLink,
    })
}

/// Kinds of state, in the order of the table.
const STATES: [Mechanism; 4] = [
    Mechanism::StateMemory,
    Mechanism::StateConnections,
    Mechanism::StateDisk,
    Mechanism::StateAddress,
];

/// Whether one kind of state survives the way that was gone.
fn survives(run: &Run, state: Mechanism) -> bool {
    let own_disk = !run.machine.starts_from_layers();
    match (run.way, state) {
        (Way::Live | Way::StopAndCopy, _)
        | (Way::Checkpoint, Mechanism::StateMemory | Mechanism::StateDisk) => true,
        // A container's address belongs to the bridge of its host. A virtual machine has its own,
        // with its disk.
        (Way::Restart, Mechanism::StateDisk | Mechanism::StateAddress) => own_disk,
        _ => false,
    }
}

const fn fate(survives: bool) -> Mechanism {
    if survives { Mechanism::Survives } else { Mechanism::IsLost }
}

fn tables(run: &Run, moving: &Moving, told: &mut Answer) {
    if !moving.first_rounds.is_empty() {
        let columns =
            [Quantity::RoundSent, Quantity::RoundTime, Quantity::RoundRate, Quantity::RoundDirtied];
        let mut rows = Vec::new();
        for (number, round) in (1..).zip(&moving.first_rounds) {
            let pace = if round.seconds > 0.0 { round.sent / round.seconds } else { 0.0 };
            let cells = [round.sent, round.seconds, pace, round.dirtied];
            rows.push(Row { label: Label::Number(number), cells: cells.map(Cell::Value).into() });
        }
        let title = Mechanism::TableRounds.into();
        told.tables.push(Table { title, columns: columns.map(Into::into).into(), rows });
    }
    let rows = STATES
        .iter()
        .map(|&state| Row {
            label: Label::Mechanism(state.into()),
            cells: vec![Cell::Mechanism(fate(survives(run, state)).into())],
        })
        .collect();
    let title = Mechanism::TableState.into();
    told.tables.push(Table { title, columns: vec![Quantity::Kept.into()], rows });
}
