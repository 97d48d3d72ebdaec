//! What people say about updates, about isolation, and about what runs on what.

use super::{Claim, PresetId, a, alike, b, more};
use crate::experiment::answer::Quantity;
use crate::experiment::compatibility::Quantity as Compatibility;
use crate::experiment::incident::Quantity as Incident;
use crate::experiment::maintenance::Quantity as Maintenance;

const fn fixing(quantity: Maintenance) -> Quantity {
    Quantity::Maintenance(quantity)
}

const fn breaking(quantity: Incident) -> Quantity {
    Quantity::Incident(quantity)
}

const fn running(quantity: Compatibility) -> Quantity {
    Quantity::Compatibility(quantity)
}

/// Each container believes that it owns the whole system.
pub(super) const BELIEF: Claim = Claim {
    number: 8,
    shows: &[more(b(PresetId::Belief), a(PresetId::Belief), breaking(Incident::OwnViews), 2.0)],
    stops: &[more(b(PresetId::Leaks), a(PresetId::Leaks), breaking(Incident::SharedViews), 2.0)],
};

/// One patch reaches all containers at once.
pub(super) const ONE_PATCH: Claim = Claim {
    number: 16,
    shows: &[
        more(
            a(PresetId::PatchKernel),
            b(PresetId::PatchKernel),
            fixing(Maintenance::LabourSteps),
            12.0,
        ),
        more(
            a(PresetId::PatchKernel),
            b(PresetId::PatchKernel),
            fixing(Maintenance::Exposure),
            5.0,
        ),
    ],
    stops: &[
        more(b(PresetId::PatchKernel), a(PresetId::PatchKernel), fixing(Maintenance::Outage), 1.0),
        more(b(PresetId::PatchHost), a(PresetId::PatchHost), fixing(Maintenance::StateLost), 1.0),
    ],
};

/// Isolation is weaker where the kernel is shared.
pub(super) const WEAKER: Claim = Claim {
    number: 17,
    shows: &[
        more(b(PresetId::KernelCrash), a(PresetId::KernelCrash), breaking(Incident::Lost), 12.0),
        more(
            a(PresetId::BreakOut),
            b(PresetId::BreakOut),
            breaking(Incident::NeighbourBoundaries),
            2.0,
        ),
    ],
    stops: &[
        more(
            b(PresetId::SandboxWalls),
            b(PresetId::BreakOut),
            breaking(Incident::NeighbourBoundaries),
            2.0,
        ),
        alike(
            a(PresetId::SandboxWalls),
            b(PresetId::SandboxWalls),
            breaking(Incident::NeighbourBoundaries),
            0.0,
        ),
    ],
};

/// Any guest system, against the host's own kind.
pub(super) const ANY_GUEST: Claim = Claim {
    number: 20,
    shows: &[
        more(
            a(PresetId::WindowsApplication),
            b(PresetId::WindowsApplication),
            running(Compatibility::Runs),
            1.0,
        ),
        more(a(PresetId::OneKernel), b(PresetId::OneKernel), running(Compatibility::Choices), 3.0),
    ],
    stops: &[
        alike(
            a(PresetId::WindowsContainers),
            b(PresetId::WindowsContainers),
            running(Compatibility::Runs),
            0.0,
        ),
        more(
            b(PresetId::HiddenMachine),
            a(PresetId::HiddenMachine),
            running(Compatibility::HiddenMachines),
            1.0,
        ),
    ],
};

/// One by one, against all at once.
pub(super) const ONE_BY_ONE: Claim = Claim {
    number: 22,
    shows: &[
        more(
            a(PresetId::PatchLibrary),
            b(PresetId::PatchLibrary),
            fixing(Maintenance::LabourTime),
            12.0,
        ),
        more(
            a(PresetId::PatchLibrary),
            b(PresetId::PatchLibrary),
            fixing(Maintenance::Exposure),
            2.0,
        ),
    ],
    stops: &[
        alike(
            a(PresetId::GoldenImage),
            b(PresetId::GoldenImage),
            fixing(Maintenance::LabourTime),
            0.0,
        ),
        alike(
            a(PresetId::GoldenImage),
            b(PresetId::GoldenImage),
            fixing(Maintenance::Exposure),
            0.15,
        ),
    ],
};
