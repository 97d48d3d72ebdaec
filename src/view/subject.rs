//! One side of the comparison as the drawings see it: the machine, and what its run had to tell.

use std::rc::Rc;

use crate::experiment::{Report, Snapshot};
use crate::model::Machine;
use crate::units::Time;

/// A machine with a report of its run; cheap to clone and to compare, for it is passed as a prop.
#[derive(Clone, Debug)]
pub struct Subject {
    /// What was run.
    pub machine: Rc<Machine>,
    /// What came of it.
    pub report: Rc<Report>,
    /// The state at the end of the run.
    pub finish: Rc<Snapshot>,
}

impl PartialEq for Subject {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.report, &other.report) && Rc::ptr_eq(&self.machine, &other.machine)
    }
}

impl Subject {
    /// A machine with its report.
    #[must_use]
    pub fn new(machine: Rc<Machine>, report: Rc<Report>) -> Self {
        let finish = Rc::new(Snapshot::of(&report, Time::NEVER));
        Self { machine, report, finish }
    }

    /// How many instances the run has.
    #[must_use]
    pub fn instances(&self) -> u32 {
        self.report.host_holder()
    }

    /// Mean use of cores, disk and link (in cores and shares) at this time.
    #[must_use]
    pub fn usage(&self, time: Time) -> [f64; 3] {
        let after = self.report.usage.partition_point(|sample| sample.time <= time);
        let sample = after.checked_sub(1).and_then(|index| self.report.usage.get(index));
        match sample {
            Some(sample) if time < self.report.ended => [sample.cores, sample.disk, sample.link],
            _ => [self.report.idle_cores * f64::from(self.machine.host.cores), 0.0, 0.0],
        }
    }
}

/// A state of a run as a prop: compared by identity.
#[derive(Clone, Debug)]
pub struct Moment(pub Rc<Snapshot>);

impl PartialEq for Moment {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
