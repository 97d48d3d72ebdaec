//! The claims about memory and cores that run short, and about demand that moves.

use super::{Claim, Fact, a, alike, b, more, work};
use crate::experiment::answer::Quantity;
use crate::experiment::elasticity::Quantity as Elasticity;
use crate::experiment::pressure::Quantity as Pressure;
use crate::scenario::PresetId;

const TOTAL: Quantity = Quantity::Pressure(Pressure::Total);
const SERVED: Quantity = Quantity::Elasticity(Elasticity::Served);

/// A virtual machine is given more; the memory is then nobody else's.
pub(super) const TEN: Claim = Claim {
    number: 10,
    shows: &[
        more(
            b(PresetId::Resize),
            a(PresetId::Resize),
            Quantity::Pressure(Pressure::Throughput),
            1.2,
        ),
        work::RESIZED,
    ],
    stops: &[
        more(
            b(PresetId::Reserved),
            a(PresetId::Reserved),
            Quantity::Pressure(Pressure::Running),
            1.2,
        ),
        work::RESIZED_CONTAINER,
        more(
            a(PresetId::Raise),
            b(PresetId::Raise),
            Quantity::Pressure(Pressure::RaiseDowntime),
            2.0,
        ),
    ],
};

/// What one does not need another can use; so can a neighbour that should not.
pub(super) const THIRTEEN: Claim = Claim {
    number: 13,
    shows: &[
        more(b(PresetId::Elastic), a(PresetId::Elastic), SERVED, 1.05),
        more(
            a(PresetId::Spike),
            b(PresetId::Spike),
            Quantity::Elasticity(Elasticity::TimeToMeet),
            1.2,
        ),
    ],
    stops: &[
        alike(a(PresetId::PeaksTogether), b(PresetId::PeaksTogether), SERVED, 0.05),
        more(
            a(PresetId::Ballooned),
            b(PresetId::Ballooned),
            Quantity::Elasticity(Elasticity::MemoryHeld),
            1.1,
        ),
        more(
            a(PresetId::NoisyNeighbour),
            b(PresetId::NoisyNeighbour),
            Quantity::Pressure(Pressure::AgainstQuiet),
            2.0,
        ),
    ],
};

/// Cores and disks bind before memory.
pub(super) const OTHER_LIMITS: [Fact; 2] = [
    alike(a(PresetId::CoresBind), b(PresetId::CoresBind), TOTAL, 0.05),
    alike(a(PresetId::DiskBinds), b(PresetId::DiskBinds), TOTAL, 0.05),
];

/// Every guest takes memory of its own, which matters when memory is short.
pub(super) const FIFTEEN: Claim = Claim {
    number: 15,
    shows: &[more(b(PresetId::Pressure), a(PresetId::Pressure), TOTAL, 1.5)],
    stops: &[
        alike(a(PresetId::PressureAmple), b(PresetId::PressureAmple), TOTAL, 0.05),
        alike(a(PresetId::PressureNarrowed), b(PresetId::PressureNarrowed), TOTAL, 0.15),
    ],
};
