//! Memory and disk: every byte has one owner, and what is left is room for more.

use super::{Dimension, Displayed, Explanation, Name, Rule};
use crate::experiment::report::{Report, Resource};
use crate::experiment::start::Quantity;
use crate::model::{OWNERS, Owner};
use crate::units::{Bytes, Time};

/// What each owner holds at the end: of the host itself, and of all instances together; with how
/// many instances hold anything of it, and anything at all.
struct Held {
    host: [f64; OWNERS],
    instances: [f64; OWNERS],
    holders: [u32; OWNERS],
    any: u32,
}

impl Held {
    fn of(report: &Report, at: Time) -> Self {
        let count = report.instances.len();
        let mut cells = vec![[0_i64; OWNERS]; count + 1];
        for change in report.memory_changes.iter().take_while(|change| change.time <= at) {
            cells[change.holder as usize][change.owner.index()] += change.bytes;
        }
        let bytes = |cell: i64| Bytes(u64::try_from(cell).unwrap_or(0)).as_f64();
        let mut held = Self {
            host: cells[count].map(bytes),
            instances: [0.0; OWNERS],
            holders: [0; OWNERS],
            any: 0,
        };
        for cell in &cells[..count] {
            held.any += u32::from(cell.iter().any(|&bytes| bytes > 0));
            for (owner, &own) in cell.iter().enumerate() {
                held.instances[owner] += bytes(own);
                held.holders[owner] += u32::from(own > 0);
            }
        }
        held
    }

    /// What an owner holds in all.
    fn whole(&self, owner: Owner) -> Bytes {
        Bytes::from_f64(self.host[owner.index()] + self.instances[owner.index()])
    }
}

/// Numbers of the ledger and of the disk.
pub(super) fn explain(report: &Report, of: Displayed, at: Time) -> Option<Explanation> {
    let (memory, disk) = (&report.memory, &report.disk);
    let bytes = |value: Bytes, rule| Explanation::new(of, value.as_f64(), Dimension::Memory, rule);
    match of {
        Displayed::Held(owner) => {
            let held = Held::of(report, at);
            let mut told = bytes(held.whole(owner), Rule::Sum);
            told.add(Name::Host, held.host[owner.index()]);
            told.add(Name::Instances, held.instances[owner.index()]);
            Some(told)
        }
        Displayed::HeldEach(owner) => Some(held_each(report, of, owner, at)),
        Displayed::Free => {
            let held = Held::of(report, at);
            let resident: Bytes = Owner::ALL.into_iter().map(|owner| held.whole(owner)).sum();
            let mut told = bytes(memory.total.saturating_sub(resident), Rule::Difference)
                .term(Name::Total, memory.total.as_f64(), Dimension::Memory)
                .term(Name::Fixed, resident.as_f64(), Dimension::Memory);
            told.add(Name::Total, memory.total.as_f64());
            for owner in Owner::ALL {
                told.add(Name::Owner(owner), -held.whole(owner).as_f64());
            }
            Some(told)
        }
        Displayed::Peak => Some(bytes(memory.peak, Rule::Observed)),
        Displayed::Ballooned => Some(bytes(memory.ballooned, Rule::Observed)),
        Displayed::MergingBookkeeping => Some(bytes(memory.merging_bookkeeping, Rule::Observed)),
        Displayed::Room => room(report, of),
        Displayed::Ceiling(resource) => ceiling(report, of, resource),
        Displayed::DiskShared => Some(bytes(disk.shared, Rule::Observed)),
        Displayed::DiskFree => {
            let used = disk.used().min(disk.total).as_f64();
            let mut told = bytes(disk.free(), Rule::Difference)
                .term(Name::Total, disk.total.as_f64(), Dimension::Memory)
                .term(Name::Fixed, used, Dimension::Memory);
            told.add(Name::Total, disk.total.as_f64());
            told.add(Name::Fixed, -used);
            Some(told)
        }
        Displayed::Figure(_)
        | Displayed::Ready(_)
        | Displayed::Phase(..)
        | Displayed::Clock(..) => None,
    }
}

/// Figures of the answer to starts that are bytes.
pub(super) fn figure(
    report: &Report,
    of: Displayed,
    quantity: Quantity,
    at: Time,
) -> Option<Explanation> {
    let (memory, disk) = (&report.memory, &report.disk);
    let bytes = |value: Bytes, rule| Explanation::new(of, value.as_f64(), Dimension::Memory, rule);
    let held = |owner: Owner| memory.by_owner[owner.index()];
    match quantity {
        Quantity::Resident => {
            let then = Held::of(report, at);
            let all = Owner::ALL.map(|owner| (owner, then.whole(owner)));
            let mut told = bytes(all.iter().map(|(_, held)| *held).sum(), Rule::Sum);
            for (owner, held) in all {
                told.add(Name::Owner(owner), held.as_f64());
            }
            Some(told)
        }
        Quantity::ResidentEach => Some(resident_each(report, of)),
        Quantity::Reserved => {
            let mut told = bytes(memory.reserved, Rule::Sum);
            let own = [Owner::Vmm, Owner::HostKernel];
            let all: Bytes = own.iter().map(|&owner| held(owner)).sum();
            told.add(Name::Promised, memory.reserved.saturating_sub(all).as_f64());
            for owner in own {
                told.add(Name::Owner(owner), held(owner).as_f64());
            }
            Some(told)
        }
        Quantity::MergedSaving => Some(bytes(memory.merged_saving, Rule::Observed)),
        Quantity::Swapped => Some(bytes(memory.swapped, Rule::Observed)),
        Quantity::Disk => {
            let (each, instances) = (disk.each.as_f64(), f64::from(disk.instances));
            let mut told = bytes(disk.used(), Rule::Sum)
                .term(Name::Instances, instances, Dimension::Count)
                .term(Name::Each, each, Dimension::Memory);
            told.add(Name::Fixed, disk.shared.as_f64());
            told.add(Name::Instances, each * instances);
            told.add(Name::Swapped, disk.swapped.as_f64());
            Some(told)
        }
        Quantity::DiskEach => Some(bytes(disk.each, Rule::Observed)),
        _ => None,
    }
}

/// What all instances hold, divided by those that are ready.
fn resident_each(report: &Report, of: Displayed) -> Explanation {
    let held = Held::of(report, Time::NEVER);
    let value = report.resident_each().as_f64();
    let ready = f64::from(report.ready().max(1));
    let all: f64 = held.instances.iter().sum();
    let mut told = Explanation::new(of, value, Dimension::Memory, Rule::WholeQuotient)
        .term(Name::Total, all, Dimension::Memory)
        .term(Name::Instances, ready, Dimension::Count);
    for owner in Owner::ALL {
        told.add(Name::Owner(owner), held.instances[owner.index()] / ready);
    }
    told
}

/// What the instances hold of one owner's memory, divided by those that hold any.
fn held_each(report: &Report, of: Displayed, owner: Owner, at: Time) -> Explanation {
    let held = Held::of(report, at);
    let own = held.instances[owner.index()];
    let holders = f64::from(held.holders[owner.index()].max(1));
    Explanation::new(of, libm::floor(own / holders), Dimension::Memory, Rule::WholeQuotient)
        .term(Name::Owner(owner), own, Dimension::Memory)
        .term(Name::Instances, holders, Dimension::Count)
}

/// How many more the free memory would hold, at what instances hold on the average.
fn room(report: &Report, of: Displayed) -> Option<Explanation> {
    let held = Held::of(report, Time::NEVER);
    let all: f64 = held.instances.iter().sum();
    let each = libm::floor(all / f64::from(held.any.max(1)));
    if each <= 0.0 {
        return None;
    }
    let free = report.memory.free().as_f64();
    let told =
        Explanation::new(of, libm::floor(free / each), Dimension::Count, Rule::WholeQuotient)
            .term(Name::Free, free, Dimension::Memory)
            .term(Name::Each, each, Dimension::Memory);
    Some(told)
}

/// The dimension in which a resource is counted.
const fn dimension(resource: Resource) -> Dimension {
    match resource {
        Resource::Memory | Resource::Disk => Dimension::Memory,
        Resource::Cores => Dimension::Cores,
        Resource::BridgePorts | Resource::ProcessIds => Dimension::Count,
    }
}

/// `(total − fixed) ÷ each`.
fn ceiling(report: &Report, of: Displayed, resource: Resource) -> Option<Explanation> {
    let density = report.density.as_ref()?;
    let found = density.ceilings.iter().find(|ceiling| ceiling.resource == resource)?;
    #[expect(clippy::cast_precision_loss, reason = "a count that is shown")]
    let value = found.instances as f64;
    let unit = dimension(resource);
    let told = Explanation::new(of, value, Dimension::Count, Rule::WholeShare)
        .term(Name::Total, found.total, unit)
        .term(Name::Fixed, found.fixed, unit)
        .term(Name::Each, found.each, unit);
    Some(told)
}

/// How many were ready when the limit was met, beside what the binding resource would carry.
pub(super) fn fits(report: &Report, of: Displayed) -> Option<Explanation> {
    let density = report.density.as_ref()?;
    let value = f64::from(density.count);
    let mut told = Explanation::new(of, value, Dimension::Count, Rule::Observed);
    if let Some(found) = density.binding.and_then(|binding| ceiling(report, of, binding)) {
        told.terms = found.terms;
    }
    Some(told)
}
