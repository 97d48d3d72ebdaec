//! How many fit: the limit that a filling run met, and how far every other resource would carry.

use super::report::{Ceiling, DensityReport, Report, Resource};
use crate::catalog::Backing;
use crate::model::{Launch, Limit, Machine, Owner};
use crate::units::Bytes;
use crate::units::sort_short;

/// The answer of a run that went on until a limit; `None` for any other run.
pub(super) fn answer(machine: &Machine, report: &Report) -> Option<DensityReport> {
    if !matches!(machine.launch, Launch::UntilLimit { .. }) {
        return None;
    }
    let limit = report.limits.first().map(|(_, limit)| *limit);
    let ceilings = [
        memory(machine, report),
        disk(report),
        cores(machine, report),
        bridge_ports(machine),
        process_ids(machine),
    ];
    let mut ceilings: Vec<Ceiling> = ceilings.into_iter().flatten().collect();
    let place = |ceiling: &Ceiling| (ceiling.instances, ceiling.resource);
    sort_short(&mut ceilings, |one, other| place(one) < place(other));
    // The instance that met the limit does not count, unless it runs none the less.
    let count = report.ready().saturating_sub(u32::from(met_by_the_last(limit)));
    Some(DensityReport { count, limit, binding: limit.and_then(resource_of), ceilings })
}

/// Whether the limit was met by an instance that became ready.
fn met_by_the_last(limit: Option<Limit>) -> bool {
    matches!(limit, Some(Limit::StartGoal { .. } | Limit::CoresBusy { .. }))
}

fn resource_of(limit: Limit) -> Option<Resource> {
    match limit {
        Limit::MemoryRefused { .. } | Limit::Swapping { .. } | Limit::OutOfMemory { .. } => {
            Some(Resource::Memory)
        }
        Limit::DiskFull { .. } => Some(Resource::Disk),
        Limit::BridgePorts { .. } => Some(Resource::BridgePorts),
        Limit::ProcessIds { .. } => Some(Resource::ProcessIds),
        Limit::CoresBusy { .. } => Some(Resource::Cores),
        Limit::StartGoal { .. } | Limit::Incompatible(_) => None,
    }
}

fn ceiling(resource: Resource, [total, fixed, each]: [f64; 3]) -> Option<Ceiling> {
    if each <= 0.0 {
        return None;
    }
    let instances = ((total - fixed) / each).max(0.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    let instances = instances as u64;
    Some(Ceiling { resource, total, fixed, each, instances })
}

/// Memory by what is resident, or by what is promised where that is what counts.
fn memory(machine: &Machine, report: &Report) -> Option<Ceiling> {
    let ready = f64::from(report.ready().max(1));
    let resident = report.resident_each().as_f64() * ready;
    let fixed = report.memory.resident().as_f64() - resident;
    let cache = report.memory.by_owner[Owner::ImageCache.index()].as_f64();
    let needs = machine.footprint();
    let promised = needs.promised + needs.vmm + needs.host_kernel;
    let total = report.memory.total.as_f64();
    if let Some(ratio) = machine.overcommit.filter(|_| needs.promised > Bytes::ZERO) {
        return ceiling(Resource::Memory, [total * ratio, 0.0, needs.promised.as_f64()]);
    }
    if machine.platform.memory.backing == Backing::UpFront {
        return ceiling(Resource::Memory, [total, fixed - cache, promised.as_f64()]);
    }
    ceiling(Resource::Memory, [total, fixed - cache, resident / ready])
}

fn disk(report: &Report) -> Option<Ceiling> {
    let disk = &report.disk;
    let fixed = (disk.shared + disk.swapped).as_f64();
    ceiling(Resource::Disk, [disk.total.as_f64(), fixed, disk.each.as_f64()])
}

fn cores(machine: &Machine, report: &Report) -> Option<Ceiling> {
    let cores = f64::from(machine.host.cores);
    let each = report.idle_cores * cores / f64::from(report.ready().max(1));
    ceiling(Resource::Cores, [cores, 0.0, each])
}

fn bridge_ports(machine: &Machine) -> Option<Ceiling> {
    let ports = f64::from(machine.platform.bridge_ports?);
    ceiling(Resource::BridgePorts, [ports, 0.0, 1.0])
}

fn process_ids(machine: &Machine) -> Option<Ceiling> {
    let inside = if machine.has_guest_kernels() { 0 } else { machine.image.pids };
    let each = f64::from(machine.platform.pids_each + inside);
    let fixed = machine.prices.host_processes.typical;
    ceiling(Resource::ProcessIds, [f64::from(machine.host.pid_max), fixed, each])
}
