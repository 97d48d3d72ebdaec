//! Which of two values of a quantity is the better one.
//!
//! Most quantities are costs: time, memory, disk, loss. What is listed here is the rest. A quantity
//! that only describes, such as how busy a disk is, has no better value: then nobody wins by it.

use super::answer::Quantity;
use super::{
    compatibility, elasticity, incident, maintenance, mobility, pressure, start, throughput,
};

/// What is better of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// Less of it.
    Less,
    /// More of it.
    More,
    /// Neither: it describes.
    Neither,
}

impl Quantity {
    /// Which of two values is the better one.
    #[must_use]
    pub const fn preference(self) -> Preference {
        match self {
            Self::Start(of) => of_start(of),
            Self::Throughput(of) => of_throughput(of),
            Self::Pressure(of) => of_pressure(of),
            Self::Elasticity(of) => of_elasticity(of),
            Self::Mobility(of) => of_mobility(of),
            Self::Maintenance(of) => of_maintenance(of),
            Self::Incident(of) => of_incident(of),
            Self::Compatibility(of) => of_compatibility(of),
        }
    }
}

const fn of_start(of: start::Quantity) -> Preference {
    use start::Quantity as Of;
    match of {
        Of::Ready | Of::Fits | Of::MergedSaving => Preference::More,
        Of::Kernels => Preference::Neither,
        _ => Preference::Less,
    }
}

const fn of_throughput(of: throughput::Quantity) -> Preference {
    use throughput::Quantity as Of;
    match of {
        Of::Throughput | Of::Relative | Of::Each | Of::Bandwidth => Preference::More,
        Of::CoresBusy | Of::DiskBusy | Of::LinkBusy | Of::Native | Of::Busy | Of::Part => {
            Preference::Neither
        }
        _ => Preference::Less,
    }
}

const fn of_pressure(of: pressure::Quantity) -> Preference {
    use pressure::Quantity as Of;
    match of {
        Of::Throughput
        | Of::Relative
        | Of::AgainstQuiet
        | Of::Total
        | Of::Raised
        | Of::Others
        | Of::Running
        | Of::Cliff
        | Of::Merged => Preference::More,
        Of::Ballooned
        | Of::VictimCores
        | Of::CoresBusy
        | Of::DiskBusy
        | Of::WorkingSet
        | Of::Instances => Preference::Neither,
        _ => Preference::Less,
    }
}

const fn of_elasticity(of: elasticity::Quantity) -> Preference {
    use elasticity::Quantity as Of;
    match of {
        Of::Served | Of::Utilisation | Of::Capacity | Of::Work => Preference::More,
        Of::Added | Of::CoresUsed | Of::MemoryNeeded | Of::Warm | Of::Moment | Of::Demand => {
            Preference::Neither
        }
        _ => Preference::Less,
    }
}

const fn of_mobility(of: mobility::Quantity) -> Preference {
    use mobility::Quantity as Of;
    match of {
        Of::StateKept | Of::Kept | Of::RoundRate => Preference::More,
        Of::Elapsed | Of::Rounds => Preference::Neither,
        _ => Preference::Less,
    }
}

const fn of_maintenance(of: maintenance::Quantity) -> Preference {
    use maintenance::Quantity as Of;
    match of {
        Of::FewestUp | Of::Up | Of::Patched => Preference::More,
        Of::Elapsed => Preference::Neither,
        _ => Preference::Less,
    }
}

const fn of_incident(of: incident::Quantity) -> Preference {
    use incident::Quantity as Of;
    match of {
        Of::HostBoundaries | Of::NeighbourBoundaries | Of::OwnViews | Of::Up | Of::Before => {
            Preference::More
        }
        Of::Elapsed | Of::Inside | Of::Outside | Of::Whose => Preference::Neither,
        _ => Preference::Less,
    }
}

const fn of_compatibility(of: compatibility::Quantity) -> Preference {
    use compatibility::Quantity as Of;
    match of {
        Of::Kernels => Preference::Neither,
        Of::HiddenMachines | Of::HiddenMemory | Of::HiddenReserved | Of::HiddenStart => {
            Preference::Less
        }
        _ => Preference::More,
    }
}
