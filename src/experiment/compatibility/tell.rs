//! The answer for this machine: the verdict, its kernels, and what a hidden machine costs.

use super::super::answer::{self, Answer, Cause, Figure};
use super::super::{restart, told};
use super::{Mechanism, Quantity, Run, matrix};
use crate::catalog::{Kernel, Os, guest};
use crate::engine::Digest;
use crate::model::{Machine, Verdict};
use crate::units::sort_short;
use crate::units::{Bytes, Span};

pub(super) fn answer(run: &Run) -> Answer {
    let mut answer = Answer {
        tables: vec![matrix::table(&run.machine), matrix::guests_table(&run.machine)],
        remarks: remarks(run),
        ..Answer::default()
    };
    let mut tell = |of: Quantity, value| answer.figures.push(Figure { quantity: of.into(), value });
    tell(Quantity::Runs, f64::from(u8::from(!matches!(run.verdict, Verdict::Refused(_)))));
    tell(Quantity::Kernels, f64::from(kernels(run)));
    tell(Quantity::Choices, f64::from(choices(&run.machine)));
    tell(Quantity::HiddenMachines, f64::from(u8::from(run.carrier.is_some())));
    if let Some(carrier) = &run.carrier {
        let parts = memory(carrier);
        let held = parts.iter().fold(Bytes::ZERO, |sum, (_, bytes)| sum + *bytes);
        tell(Quantity::HiddenMemory, held.as_f64());
        tell(Quantity::HiddenReserved, carrier.memory.as_f64());
        if let Some(added) = added_start(run) {
            tell(Quantity::HiddenStart, added);
            answer.causes.push(Cause {
                mechanism: Mechanism::MachineStart.into(),
                effect: Quantity::HiddenStart.into(),
                amount: added,
            });
        }
        answer.causes.extend(parts.into_iter().map(|(of, bytes)| Cause {
            mechanism: of.into(),
            effect: Quantity::HiddenMemory.into(),
            amount: bytes.as_f64(),
        }));
    }
    let mut digest = Digest::new();
    for start in &run.starts {
        let report = start.report();
        answer.events += report.events;
        digest.add(report.digest);
    }
    answer.digest = told::digest(digest.value(), &answer);
    answer
}

fn remarks(run: &Run) -> Vec<answer::Mechanism> {
    let kernel = match run.machine.platform.isolation.kernel {
        Kernel::Host | Kernel::UserSpace | Kernel::OneGuest => Mechanism::KernelIsShared,
        Kernel::Guest => Mechanism::KernelIsBrought,
    };
    vec![matrix::spoken(run.verdict).into(), kernel.into(), Mechanism::OneInstructionSet.into()]
}

/// Kernels on the machine; a hidden machine brings one.
fn kernels(run: &Run) -> u32 {
    match (&run.verdict, &run.carrier) {
        (Verdict::Refused(_), _) => 1,
        (_, Some(carrier)) => carrier.kernels(carrier.instances),
        (_, None) => run.machine.kernels(run.machine.instances),
    }
}

/// Operating systems that an instance may choose from: those that the platform boots, or the one
/// that is there.
fn choices(machine: &Machine) -> u32 {
    let kernel = machine.platform.isolation.kernel;
    if matches!(kernel, Kernel::Host | Kernel::UserSpace) {
        return 1;
    }
    let booted = machine.platform.guests.iter().filter_map(|id| guest(id));
    u32::try_from(booted.filter(|guest| guest.os != Os::Unikernel).count()).unwrap_or(u32::MAX)
}

/// What the carrying machine holds before the first container, by what it is for.
fn memory(carrier: &Machine) -> Vec<(Mechanism, Bytes)> {
    let inside = carrier.carrier().unwrap_or_default();
    let (_, daemons) = carrier.host_base();
    let mut parts = vec![
        (Mechanism::Daemons, daemons),
        (Mechanism::GuestKernel, inside.guest_kernel),
        (Mechanism::GuestServices, inside.guest_services),
        (Mechanism::GuestCache, inside.guest_cache + inside.guest_zeroed),
    ];
    sort_short(&mut parts, |one, other| one.1 > other.1);
    parts
}

/// What the carrying machine adds to the first start.
fn added_start(run: &Run) -> Option<f64> {
    let ready = |index: usize| {
        let report = run.starts.get(index)?.report();
        restart::ready_times(&report).first().copied().flatten().map(Span::as_seconds)
    };
    Some((ready(0)? - ready(1)?).max(0.0))
}
