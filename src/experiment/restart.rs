//! Restarts, of which maintenance and recovery are made: which machine is to be run for them.
//!
//! A restart is a run of the very machine that is asked about, with as many instances as restart
//! together; the others are taken to be idle meanwhile. Nothing is a fixed time but what stands in
//! the catalogue.

use crate::catalog::{Clock, Family, Kernel, Os, Part};
use crate::model::{ImageState, Launch, Machine};
use crate::units::{Bytes, Span};

use super::report::{Outcome, Report};

/// A service manager in the guest starts the application again, and nothing else.
const ALONE: &[Part] = &[
    Part::Reached(Clock::Vmm),
    Part::Reached(Clock::FirstInstruction),
    Part::Reached(Clock::Init),
    Part::Application,
];

/// So many instances restarted in the same instant; `wave` makes their chance another one.
pub(super) fn together(
    machine: &Machine,
    instances: u32,
    image_state: ImageState,
    wave: u32,
) -> Machine {
    Machine {
        instances,
        image_state,
        launch: Launch::Together,
        seed: machine.seed.wrapping_add(u64::from(wave).wrapping_mul(0x9E37_79B9_7F4A_7C15)),
        watch: Span::ZERO,
        ..machine.clone()
    }
}

/// The machine whose start is the application's alone, because its guest stays up.
pub(super) fn application_alone(machine: &Machine) -> Machine {
    let mut alone = machine.clone();
    alone.put_parts(ALONE);
    alone.platform.carrier_parts = 0;
    alone.snapshot = false;
    alone
}

/// The machine whose carrier is up already.
pub(super) fn carried(machine: &Machine) -> Machine {
    let mut carried = machine.clone();
    let parts = usize::from(carried.platform.carrier_parts);
    carried.skip_parts(parts);
    carried.platform.carrier_parts = 0;
    carried
}

/// Whether a guest with services of its own restarts an application that died.
pub(super) fn is_supervised(machine: &Machine) -> bool {
    let machines = matches!(machine.platform.family, Family::MicroVm | Family::VirtualMachine);
    let guest = machine.guest.as_ref().is_some_and(|guest| guest.os != Os::Unikernel);
    machines && guest && machine.platform.isolation.kernel == Kernel::Guest
}

/// What one instance holds in memory when it is ready.
pub(super) fn memory_each(machine: &Machine) -> Bytes {
    let needs = machine.footprint();
    let inside = if machine.has_guest_kernels() {
        needs.guest_touched()
    } else {
        needs.libraries + needs.heap
    };
    needs.host_kernel + needs.vmm + inside
}

/// When each instance of a run answers, from the run's beginning; `None` for one that never does.
pub(super) fn ready_times(report: &Report) -> Vec<Option<Span>> {
    report
        .instances
        .iter()
        .map(|one| match one.outcome {
            Outcome::Ready => one.clocks[Clock::Ready as usize].map(|at| Span(at.0)),
            _ => None,
        })
        .collect()
}
