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
    count: u32,
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
        let count = begun(&report);
        let finish = Rc::new(first_of(Snapshot::of(&report, Time::NEVER), count));
        Self { machine, report, finish, count }
    }

    /// How many instances are drawn: all, or those that were tried until the machine was full.
    #[must_use]
    pub fn instances(&self) -> u32 {
        self.count
    }

    /// The state at a time, with the instances that are drawn.
    #[must_use]
    pub fn at(&self, time: Time) -> Moment {
        if time >= self.report.ended {
            return Moment(Rc::clone(&self.finish));
        }
        Moment(Rc::new(first_of(Snapshot::of(&self.report, time), self.count)))
    }

    /// Mean use of cores, disk and link (in cores and shares) at this time.
    #[must_use]
    pub fn usage(&self, time: Time) -> [f64; 3] {
        let after = self.report.usage.partition_point(|sample| sample.time <= time);
        let sample = after.checked_sub(1).and_then(|index| self.report.usage.get(index));
        match sample {
            Some(sample) if time < self.report.ended => [sample.cores, sample.disk, sample.link],
            _ => [self.report.idle_cores * f64::from(self.machine.cores_at(Time::NEVER)), 0.0, 0.0],
        }
    }
}

/// Instances of a run: where a machine is filled, those that came to their turn.
fn begun(report: &Report) -> u32 {
    if report.density.is_none() {
        return report.host_holder();
    }
    let last = report.instances.iter().rposition(|of| of.launched.is_some());
    last.map_or(0, |last| u32::try_from(last + 1).unwrap_or(u32::MAX))
}

fn first_of(mut snapshot: Snapshot, count: u32) -> Snapshot {
    snapshot.memory.truncate(count as usize);
    snapshot.activities.truncate(count as usize);
    snapshot
}

/// A state of a run as a prop: compared by identity.
#[derive(Clone, Debug)]
pub struct Moment(pub Rc<Snapshot>);

impl PartialEq for Moment {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
