//! The claims about work that gets done, and what a request costs.

use super::{Claim, Fact, a, alike, b, more};
use crate::experiment::answer::Quantity;
use crate::experiment::throughput::Quantity as Work;
use crate::scenario::PresetId;

const DONE: Quantity = Quantity::Throughput(Work::Throughput);

/// Paravirtualization cures slow full virtualization, and is still slower than the host.
pub(super) const FOUR: Claim = Claim {
    number: 4,
    shows: &[
        more(b(PresetId::TranslatedWork), a(PresetId::TranslatedWork), DONE, 1.5),
        more(b(PresetId::ParavirtualWork), a(PresetId::ParavirtualWork), DONE, 1.02),
    ],
    stops: &[alike(a(PresetId::AssistedWork), b(PresetId::AssistedWork), DONE, 0.05)],
};

/// A database that is given more processors does more.
pub(super) const RESIZED: Fact =
    more(b(PresetId::BiggerMachine), a(PresetId::BiggerMachine), DONE, 2.0);

/// So does one in a container.
pub(super) const RESIZED_CONTAINER: Fact =
    more(b(PresetId::BiggerContainer), a(PresetId::BiggerContainer), DONE, 1.05);

/// Hypervisor and guest make a request dearer, where it does more than compute.
pub(super) const ELEVEN: Claim = Claim {
    number: 11,
    shows: &[
        more(
            a(PresetId::RequestCost),
            b(PresetId::RequestCost),
            Quantity::Throughput(Work::Work),
            1.3,
        ),
        more(b(PresetId::RequestCost), a(PresetId::RequestCost), DONE, 1.2),
    ],
    stops: &[alike(a(PresetId::ComputeOnly), b(PresetId::ComputeOnly), DONE, 0.03)],
};
