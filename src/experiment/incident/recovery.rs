//! What a crash costs until everything is back: what is waited for, and what restarts.

use super::super::restart;
use super::Mechanism;
use crate::catalog::{Kernel, Measured};
use crate::model::{Containment, ImageState, Layer, Machine};

/// How what fell comes back.
#[derive(Clone, Debug)]
pub(super) struct Recovery {
    /// Instances that fell.
    pub(super) fallen: u32,
    /// What is waited for before they start, one after the other, in seconds.
    pub(super) waits: Vec<(Mechanism, f64)>,
    /// The machine on which they start.
    pub(super) machine: Machine,
}

fn waiting(mechanism: Mechanism, span: &Measured) -> (Mechanism, f64) {
    (mechanism, span.seconds())
}

impl Recovery {
    /// The recovery from a crash of this layer; `None` where nothing falls.
    pub(super) fn of(machine: &Machine, graph: &Containment, layer: Layer) -> Option<Self> {
        let node = graph.node(layer)?;
        let fallen = graph.felled_by_crash(node);
        if fallen == 0 {
            return None;
        }
        let host = node == graph.host() || Some(node) == under_host(graph);
        let panic = waiting(Mechanism::PanicWait, &machine.upkeep().panic_wait);
        let supervisor = waiting(Mechanism::SupervisorWait, &machine.upkeep().restart_delay);
        let guests = matches!(machine.platform.isolation.kernel, Kernel::Guest | Kernel::OneGuest);
        let waits = match layer {
            _ if host => vec![panic, waiting(Mechanism::HostReboot, &machine.upkeep().host_reboot)],
            Layer::Runtime => vec![waiting(Mechanism::DaemonStart, &machine.upkeep().daemon_start)],
            Layer::Kernel if guests => vec![panic],
            _ => vec![supervisor],
        };
        // A host that comes back has read nothing yet.
        let image = if host { ImageState::OnDisk } else { ImageState::InMemory };
        let machine = match layer {
            Layer::Application if restart::is_supervised(machine) => {
                restart::application_alone(machine)
            }
            Layer::Application | Layer::Runtime => restart::carried(machine),
            _ => machine.clone(),
        };
        Some(Self { fallen, waits, machine: restart::together(&machine, fallen, image, 0) })
    }

    /// Seconds until the first instance is started again.
    pub(super) fn wait(&self) -> f64 {
        self.waits.iter().map(|(_, seconds)| seconds).sum()
    }
}

/// The hypervisor where it is a part of its own under the host.
fn under_host(graph: &Containment) -> Option<u32> {
    let hypervisor = graph.node(Layer::Hypervisor)?;
    (Some(hypervisor) != graph.node(Layer::Vmm)).then_some(hypervisor)
}
