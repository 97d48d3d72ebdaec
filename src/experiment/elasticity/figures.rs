//! From flows and spikes to the answer: figures, curves, tables, reasons.

use super::flow::{Flow, Tally};
use super::spike::Spike;
use super::{Mechanism, Pattern, Quantity, Run, Way, is_capped};
use crate::catalog::Kernel;
use crate::engine::Digest;
use crate::experiment::answer::weightiest_first;
use crate::experiment::answer::{Answer, Cause, Cell, Figure, Label, Row, Series, Table};
use crate::model::Machine;
use crate::units::Bytes;

/// Seconds of an hour.
const HOUR: f64 = 3600.0;
/// The quantile of delays that is told.
const QUANTILE: f64 = 0.99;

impl Run {
    pub(super) fn told(&self) -> Answer {
        let mut digest = Digest::new();
        let mut events = 0;
        for way in &self.ways {
            let (tally, handled) = match way {
                Way::Moving(flow) => (&flow.tally, flow.events),
                Way::Spike(spike) => (&spike.tally, spike.events),
            };
            digest.add(tally.digest());
            events += handled;
        }
        let mut answer = match self.ways.first() {
            Some(Way::Moving(flow)) => self.moving(flow),
            Some(Way::Spike(spike)) => self.spiking(spike),
            None => Answer::default(),
        };
        answer.events = events;
        answer.digest = digest.value();
        answer
    }

    fn moving(&self, flow: &Flow) -> Answer {
        let machine = &self.machine;
        let memory = Memory::of(machine, flow);
        let allowed = flow.allowed().min(f64::from(machine.host.cores));
        let used = flow.tally.done / self.setting.duration;
        let mut figures = common(&flow.tally, flow.request);
        figures.extend([
            (Quantity::CoresReserved, allowed),
            (Quantity::CoresUsed, used),
            (Quantity::Utilisation, ratio(used, allowed)),
            (Quantity::MemoryReserved, memory.reserved),
            (Quantity::MemoryHeld, memory.held),
            (Quantity::MemoryNeeded, memory.needed),
        ]);
        let capped = is_capped(machine, &self.setting);
        let shared = [
            (Mechanism::CapBinds, flow.tally.short[0]),
            (Mechanism::HostFull, flow.tally.short[1]),
        ];
        let guest = machine.platform.isolation.kernel == Kernel::Guest;
        let mut remarks = vec![
            if capped { Mechanism::CapBinds } else { Mechanism::WorkConserving },
            match (guest, machine.balloon) {
                (true, true) => Mechanism::BalloonReturns,
                (true, false) => Mechanism::GuestKeeps,
                (false, _) => Mechanism::KernelReturns,
            },
        ];
        if self.setting.pattern == Pattern::Daily {
            remarks.push(Mechanism::PeaksTogether);
        }
        if !capped {
            remarks.push(Mechanism::NoisyNeighbours);
        }
        Answer {
            figures: told(figures),
            series: curves(&flow.tally),
            tables: vec![self.by_cap()],
            causes: causes(&shared, flow.request),
            remarks: remarks.into_iter().map(Into::into).collect(),
            ..Answer::default()
        }
    }

    fn spiking(&self, spike: &Spike) -> Answer {
        let machine = &self.machine;
        let each = resident(machine, 0.0);
        let hours = f64::from(spike.warm) * self.setting.duration / HOUR;
        let mut figures = common(&spike.tally, spike.request);
        let used = spike.tally.done / self.setting.duration;
        let added = spike.ready.len();
        #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
        let added = added as f64;
        let there = f64::from(machine.instances + spike.warm) + added;
        figures.extend([
            (Quantity::StartAlone, spike.start_alone),
            (Quantity::Added, added),
            (Quantity::CoresUsed, used),
            (Quantity::MemoryHeld, there * each),
            (Quantity::WarmHours, hours),
            (Quantity::WarmMemory, f64::from(spike.warm) * each),
        ]);
        if let Some(&last) = spike.ready.last() {
            figures.insert(6, (Quantity::StartStorm, last));
        }
        if let Some(seconds) = spike.meets {
            figures.insert(5, (Quantity::TimeToMeet, seconds));
        }
        let after = if spike.missing() > 0 { Mechanism::NoRoom } else { Mechanism::HostFull };
        let phases = [
            (Mechanism::AutoscalerWaits, spike.phases[0]),
            (Mechanism::InstancesStart, spike.phases[1]),
            (after, spike.phases[2]),
        ];
        let mut remarks = Vec::new();
        if !is_capped(machine, &self.setting) {
            remarks.push(Mechanism::WorkConserving);
        }
        if spike.warm > 0 {
            remarks.push(Mechanism::WarmTakes);
        }
        if spike.ready.last().is_some_and(|&last| last > spike.start_alone * 1.1) {
            remarks.push(Mechanism::StormSlower);
        }
        if spike.missing() > 0 {
            remarks.push(Mechanism::NoRoom);
        }
        remarks.push(Mechanism::StartsUndisturbed);
        Answer {
            figures: told(figures),
            series: curves(&spike.tally),
            tables: vec![self.by_pool(each)],
            causes: causes(&phases, spike.request),
            remarks: remarks.into_iter().map(Into::into).collect(),
            ..Answer::default()
        }
    }

    /// The same demand with fixed sizes and without any cap.
    fn by_cap(&self) -> Table {
        let names = [Mechanism::FixedSizes, Mechanism::NoCap];
        let flows = self.ways.iter().skip(1).zip(names);
        let rows = flows.filter_map(|(way, name)| {
            let Way::Moving(flow) = way else { return None };
            let tally = &flow.tally;
            let (p99, _) = tally.delay(QUANTILE);
            let cells = [
                ratio(tally.done, tally.asked),
                tally.lost / flow.request,
                p99,
                tally.done / self.setting.duration,
            ];
            Some(Row {
                label: Label::Mechanism(name.into()),
                cells: cells.into_iter().map(Cell::Value).collect(),
            })
        });
        let columns = [Quantity::Served, Quantity::Lost, Quantity::DelayP99, Quantity::CoresUsed];
        Table {
            title: Mechanism::ByCap.into(),
            columns: columns.map(Into::into).to_vec(),
            rows: rows.collect(),
        }
    }

    /// The same spike with larger and smaller pools, and what they cost.
    fn by_pool(&self, each: f64) -> Table {
        let rows = self.ways.iter().skip(1).filter_map(|way| {
            let Way::Spike(spike) = way else { return None };
            let (p99, _) = spike.tally.delay(QUANTILE);
            let warm = f64::from(spike.warm);
            let cells = [
                spike.tally.lost / spike.request,
                p99,
                warm * self.setting.duration / HOUR,
                warm * each,
            ];
            Some(Row {
                label: Label::Number(spike.warm),
                cells: cells.into_iter().map(Cell::Value).collect(),
            })
        });
        let columns =
            [Quantity::Lost, Quantity::DelayP99, Quantity::WarmHours, Quantity::WarmMemory];
        Table {
            title: Mechanism::ByPool.into(),
            columns: columns.map(Into::into).to_vec(),
            rows: rows.collect(),
        }
    }
}

/// Memory over time, in bytes.
struct Memory {
    reserved: f64,
    held: f64,
    needed: f64,
}

impl Memory {
    fn of(machine: &Machine, flow: &Flow) -> Self {
        let footprint = machine.footprint();
        let promised = (footprint.promised + footprint.vmm + footprint.host_kernel).as_f64();
        let keeps = footprint.promised > Bytes::ZERO && !machine.balloon;
        let mut most = vec![0.0_f64; machine.instances as usize];
        let (mut held, mut needed, mut peak, mut steps) = (0.0, 0.0, 0.0_f64, 0.0);
        for step in &flow.busy {
            let mut now = 0.0;
            for (most, &busy) in most.iter_mut().zip(step) {
                let need = resident(machine, busy);
                *most = most.max(need);
                now += need;
                held += if keeps { *most } else { need };
            }
            needed += now;
            peak = peak.max(now);
            steps += 1.0;
        }
        let reserved = if footprint.promised > Bytes::ZERO {
            promised * f64::from(machine.instances)
        } else {
            peak
        };
        Self { reserved, held: ratio(held, steps), needed: ratio(needed, steps) }
    }
}

/// Memory of one instance with so many busy cores.
pub(super) fn resident(machine: &Machine, busy: f64) -> f64 {
    let footprint = machine.footprint();
    let fixed = (footprint.host_kernel + footprint.vmm).as_f64();
    let working = machine.scarcity().memory_each_core.bytes().as_f64() * busy;
    if footprint.promised > Bytes::ZERO {
        let inside = footprint.guest_touched().as_f64() + working;
        fixed + inside.min(footprint.promised.as_f64())
    } else {
        fixed + footprint.heap.as_f64() + working
    }
}

fn common(tally: &Tally, request: f64) -> Vec<(Quantity, f64)> {
    let (p99, mean) = tally.delay(QUANTILE);
    vec![
        (Quantity::Served, ratio(tally.done, tally.asked)),
        (Quantity::Lost, tally.lost / request),
        (Quantity::Delayed, (tally.short[0] + tally.short[1]) / request),
        (Quantity::DelayP99, p99),
        (Quantity::Delay, mean),
    ]
}

fn curves(tally: &Tally) -> Vec<Series> {
    let curve = |index: usize, quantity: Quantity| Series {
        x: Quantity::Moment.into(),
        y: quantity.into(),
        points: tally.curve.iter().map(|point| (point[0], point[index])).collect(),
    };
    vec![curve(1, Quantity::Demand), curve(2, Quantity::Capacity), curve(3, Quantity::Work)]
}

/// Requests that arrived while capacity was short, by the reason, the weightiest first.
fn causes(of_each: &[(Mechanism, f64)], request: f64) -> Vec<Cause> {
    let mut causes: Vec<Cause> = of_each
        .iter()
        .map(|&(mechanism, work)| Cause {
            mechanism: mechanism.into(),
            effect: Quantity::Delayed.into(),
            amount: work / request,
        })
        .filter(|cause| cause.amount > 0.0)
        .collect();
    weightiest_first(&mut causes);
    causes
}

fn told(figures: Vec<(Quantity, f64)>) -> Vec<Figure> {
    figures
        .into_iter()
        .map(|(quantity, value)| Figure { quantity: quantity.into(), value })
        .collect()
}

fn ratio(of: f64, to: f64) -> f64 {
    if to > 0.0 { of / to } else { 0.0 }
}
