//! Whether so many instances fit on a machine, resource by resource, and what refuses them.
//!
//! The verdict is that of a run which starts one instance after another, as the filling run does
//! that asks how many fit: so many as it says are accepted, and one more is refused by the limit
//! that it names. What each resource needs is the accounting of that run carried on to the number
//! that is wanted, for the reader to see how much is missing; it never decides.

use serde::{Deserialize, Serialize};

use super::report::{Outcome, Report, Resource};
use crate::catalog::Kernel;
use crate::model::{Act, Holder, Incompatible, Launch, Limit, Machine};
use crate::units::Bytes;

/// What instances need of a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Asset {
    /// Memory inside a virtual machine: of the one that carries all containers, or of each.
    Inside,
    /// A resource of the host.
    Host(Resource),
}

impl Asset {
    /// Whether another host would have more of it: what a platform brings is the same everywhere.
    #[must_use]
    pub const fn is_of_host(self) -> bool {
        !matches!(self, Self::Inside | Self::Host(Resource::BridgePorts))
    }
}

/// One resource: what all instances together need of it, and what is there.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Need {
    /// Of what.
    pub asset: Asset,
    /// What there is, in the resource's unit (bytes, cores, ports, identifiers).
    pub there: f64,
    /// What is needed, what is taken once included.
    pub needed: f64,
    /// Whether that is enough.
    pub fits: bool,
}

impl Need {
    /// What is left, in the resource's unit; what is missing where it is below zero.
    #[must_use]
    pub fn left(&self) -> f64 {
        self.there - self.needed
    }

    /// What is left as a share of what is there.
    #[must_use]
    pub fn share_left(&self) -> f64 {
        if self.there > 0.0 { self.left() / self.there } else { 0.0 }
    }
}

/// Whether so many instances fit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placing {
    /// How many were wanted.
    pub wanted: u32,
    /// How many of them run together.
    pub placed: u32,
    /// Why the next one was refused; `None` if all fit.
    pub refusal: Option<Limit>,
    /// What it was refused for, where that is a resource.
    pub binding: Option<Asset>,
    /// Every resource that instances need.
    pub needs: Vec<Need>,
    /// Virtual processors, or caps in cores, for each core of the host. More than one is no
    /// reason to refuse: cores are shared.
    pub vcpus_each_core: f64,
}

impl Placing {
    /// The resource of the host of which the smallest share is left, where all instances fit.
    #[must_use]
    pub fn tightest(&self) -> Option<&Need> {
        let of_host = self.needs.iter().filter(|need| need.asset.is_of_host());
        of_host
            .filter(|_| self.refusal.is_none())
            .min_by(|one, other| one.share_left().total_cmp(&other.share_left()))
    }

    /// Why the platform does not run there at all.
    #[must_use]
    pub const fn incompatible(&self) -> Option<Incompatible> {
        match self.refusal {
            Some(Limit::Incompatible(reason)) => Some(reason),
            _ => None,
        }
    }
}

/// The machine as it is asked whether so many instances fit: one is started after another, until
/// all are there or one is refused.
#[must_use]
pub fn filled(machine: Machine, wanted: u32) -> Machine {
    let goal = match machine.launch {
        Launch::UntilLimit { goal } => goal,
        _ => None,
    };
    Machine {
        instances: wanted,
        launch: Launch::UntilLimit { goal },
        changes: Vec::new(),
        ..machine
    }
}

/// What the run of such a machine says.
#[must_use]
pub fn placing(machine: &Machine, report: &Report) -> Placing {
    let wanted = machine.instances;
    let density = report.density.as_ref();
    let refusal = density.and_then(|density| density.limit);
    let mut placing = Placing {
        wanted,
        placed: density.map_or(0, |density| density.count),
        refusal,
        binding: density.and_then(|density| density.binding).map(Asset::Host),
        needs: Vec::new(),
        vcpus_each_core: f64::from(machine.vcpus) * f64::from(wanted)
            / f64::from(machine.host.cores.max(1)),
    };
    if placing.incompatible().is_some() {
        return placing;
    }
    let inside = inside(machine, wanted);
    if let (Some(need), Some(Limit::MemoryRefused { .. })) = (&inside, refusal)
        && !need.fits
    {
        placing.binding = Some(Asset::Inside);
    }
    let ceilings = density.map_or(&[][..], |density| &density.ceilings);
    let cut_short = matches!(refusal, Some(Limit::Swapping { .. } | Limit::OutOfMemory { .. }));
    let of_ready = resident_of_ready(report).filter(|_| cut_short);
    let of_host = ceilings.iter().map(|ceiling| {
        let of_ready = of_ready.filter(|_| ceiling.resource == Resource::Memory);
        let needed = ceiling.fixed + of_ready.unwrap_or(ceiling.each) * f64::from(wanted);
        let asset = Asset::Host(ceiling.resource);
        Need { asset, there: ceiling.total, needed, fits: needed <= ceiling.total }
    });
    placing.needs = inside.into_iter().chain(of_host).collect();
    settle(&mut placing);
    placing.needs.sort_unstable_by_key(|need| need.asset);
    placing
}

/// Mean memory of those that are ready. Where memory ran out, one that was still starting holds
/// some too, and the mean of all that is held would count it as theirs.
fn resident_of_ready(report: &Report) -> Option<f64> {
    let is_ready = |number: u32| {
        let one = report.instances.get(number as usize);
        one.is_some_and(|one| one.outcome == Outcome::Ready)
    };
    let own = report.memory_changes.iter().filter(|change| is_ready(change.holder));
    let held: i64 = own.map(|change| change.bytes).sum();
    let ready = report.ready();
    (ready > 0).then(|| Bytes(u64::try_from(held).unwrap_or(0)).as_f64() / f64::from(ready))
}

/// Makes the accounting agree with what the run decided.
fn settle(placing: &mut Placing) {
    let Some(limit) = placing.refusal else {
        for need in &mut placing.needs {
            need.fits = true;
        }
        return;
    };
    let Some(binding) = placing.binding else { return };
    let missing = match limit {
        Limit::MemoryRefused { needed, free } | Limit::DiskFull { needed, free } => {
            needed.saturating_sub(free).as_f64()
        }
        Limit::Swapping { swapped, .. } => swapped.as_f64(),
        _ => 0.0,
    };
    match placing.needs.iter_mut().find(|need| need.asset == binding) {
        Some(need) => {
            need.needed = if need.fits { need.there + missing } else { need.needed };
            need.fits = false;
        }
        None => {
            // Nothing became ready, so there is no mean: what the first one asked for is told.
            if let Limit::MemoryRefused { needed, free } = limit {
                let (needed, there) = (needed.as_f64(), free.as_f64());
                placing.needs.push(Need { asset: binding, there, needed, fits: false });
            }
        }
    }
}

/// Memory inside the virtual machine: what its containers take together with its own system, or
/// what a guest cannot do without.
fn inside(machine: &Machine, wanted: u32) -> Option<Need> {
    let (there, needed) = match machine.platform.isolation.kernel {
        Kernel::Host | Kernel::UserSpace => return None,
        Kernel::Guest => {
            machine.guest.as_ref()?;
            let footprint = machine.footprint();
            (footprint.promised, footprint.guest_needs())
        }
        Kernel::OneGuest => {
            let carrier = machine.carrier()?;
            let of_each = machine.plan().steps.into_iter().map(|step| match step.act {
                Act::Take { holder: Holder::Instance, bytes, .. } => bytes,
                _ => Bytes::ZERO,
            });
            let each: Bytes = of_each.sum();
            (carrier.promised, carrier.guest_needs() + each * u64::from(wanted))
        }
    };
    let [there, needed] = [there, needed].map(Bytes::as_f64);
    Some(Need { asset: Asset::Inside, there, needed, fits: needed <= there })
}
