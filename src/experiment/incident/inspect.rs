//! What an instance sees of "its" system, and what it really shares: the belief and the leaks.
//!
//! All of it follows from who owns the kernel and from whether the start makes a network of its
//! own. Numbers are those that the usual files and calls show.

use serde::{Deserialize, Serialize};

use super::super::answer::{Cell, Label, Row, Table};
use super::{Mechanism, Quantity};
use crate::catalog::{Family, Kernel, Lock, Part};
use crate::model::Machine;

/// Something that a program can ask its system for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum View {
    /// The list of processes.
    Processes,
    /// The host name.
    HostName,
    /// The root of the file system.
    FileSystem,
    /// Network cards, addresses and ports.
    Network,
    /// Version of the kernel.
    KernelVersion,
    /// Number of processors.
    Processors,
    /// Installed memory, in MiB.
    MemoryMebibytes,
    /// Load average.
    LoadAverage,
    /// The clock.
    Clock,
}

const VIEWS: [View; 9] = [
    View::Processes,
    View::HostName,
    View::FileSystem,
    View::Network,
    View::KernelVersion,
    View::Processors,
    View::MemoryMebibytes,
    View::LoadAverage,
    View::Clock,
];

/// Whether a view is the instance's own.
fn is_own(machine: &Machine, view: View) -> bool {
    let platform = &machine.platform;
    let kernel = platform.isolation.kernel;
    let own_kernel = matches!(kernel, Kernel::Guest | Kernel::UserSpace);
    match view {
        // What namespaces divide.
        View::Processes | View::HostName | View::FileSystem => platform.family != Family::Process,
        View::Network => own_kernel || makes_network(platform.start),
        // What only a kernel of one's own divides.
        View::KernelVersion | View::Processors | View::MemoryMebibytes | View::LoadAverage => {
            own_kernel
        }
        // A kernel in user space passes the host's on.
        View::Clock => kernel == Kernel::Guest,
    }
}

fn makes_network(start: &[Part]) -> bool {
    start.iter().any(|part| matches!(part, Part::Locked { lock: Lock::NetworkNamespace, .. }))
}

/// What is seen inside, where it is a number that the model has.
fn inside(machine: &Machine, view: View) -> Option<f64> {
    let host = outside(machine, view);
    if !is_own(machine, view) {
        return match (machine.platform.isolation.kernel, view) {
            // The carrying machine's numbers, not the host's.
            (Kernel::OneGuest, View::MemoryMebibytes) => Some(machine.memory.as_mib()),
            (Kernel::OneGuest, View::Processors) => None,
            _ => host,
        };
    }
    match view {
        // A guest has services of its own besides.
        View::Processes => {
            (machine.platform.isolation.kernel != Kernel::Guest).then(|| machine.image.pids.into())
        }
        View::Processors => Some(machine.vcpus.into()),
        View::MemoryMebibytes if machine.has_guest_kernels() => Some(machine.memory.as_mib()),
        _ => None,
    }
}

/// What the host sees, where it is a number that the model has.
fn outside(machine: &Machine, view: View) -> Option<f64> {
    match view {
        View::Processes => {
            let within = if machine.has_guest_kernels() { 0 } else { machine.image.pids };
            let each = f64::from(machine.platform.pids_each + within);
            Some(machine.prices.host_processes.typical + each * f64::from(machine.instances))
        }
        View::Processors => Some(machine.host.cores.into()),
        View::MemoryMebibytes => Some(machine.host.memory.as_mib()),
        _ => None,
    }
}

/// How many views are the instance's own, and how many it shares.
pub(super) fn counts(machine: &Machine) -> (u32, u32) {
    VIEWS.into_iter().fold((0, 0), |(own, shared), view| {
        if is_own(machine, view) { (own + 1, shared) } else { (own, shared + 1) }
    })
}

/// The views, side by side.
pub(super) fn table(machine: &Machine) -> Table {
    let number = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Value);
    let row = |view: View| {
        let whose = if is_own(machine, view) { Mechanism::Own } else { Mechanism::Shared };
        Row {
            label: Label::Mechanism(Mechanism::View(view).into()),
            cells: vec![
                number(inside(machine, view)),
                number(outside(machine, view)),
                Cell::Mechanism(whose.into()),
            ],
        }
    };
    Table {
        title: Mechanism::Views.into(),
        columns: [Quantity::Inside, Quantity::Outside, Quantity::Whose].map(Into::into).into(),
        rows: VIEWS.into_iter().map(row).collect(),
    }
}
