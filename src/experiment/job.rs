//! Any question asked of a machine, as one kind of value: to be advanced, cloned and asked.

use super::answer::Answer;
use super::film::Film;
use super::{
    compatibility, elasticity, incident, maintenance, mobility, pressure, run, start, throughput,
};
use crate::model::Machine;

/// What is asked of a machine.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// How its instances start, what they need, how many fit.
    Start,
    /// How much work they get done.
    Throughput(throughput::Setting),
    /// What happens when memory or cores run short.
    Pressure(pressure::Setting),
    /// What happens when demand moves.
    Elasticity(elasticity::Setting),
    /// What it takes to move them.
    Mobility(mobility::Setting),
    /// What it takes to bring them a fix.
    Maintenance(maintenance::Setting),
    /// What falls with one part.
    Incident(incident::Setting),
    /// What runs on what.
    Compatibility(compatibility::Setting),
}

/// A question on its way to its answer. The runs are boxed, for their sizes differ widely.
#[derive(Clone, Debug)]
pub enum Job {
    /// Starts; the machine is kept for what the report does not say.
    Start(Box<(Machine, run::Run)>),
    /// Throughput.
    Throughput(Box<throughput::Run>),
    /// Pressure.
    Pressure(Box<pressure::Run>),
    /// Elasticity.
    Elasticity(Box<elasticity::Run>),
    /// Mobility.
    Mobility(Box<mobility::Run>),
    /// Maintenance.
    Maintenance(Box<maintenance::Run>),
    /// Incident.
    Incident(Box<incident::Run>),
    /// Compatibility.
    Compatibility(Box<compatibility::Run>),
}

impl Job {
    /// A job at its beginning.
    #[must_use]
    pub fn new(machine: Machine, question: Question) -> Self {
        match question {
            Question::Start => Self::Start(Box::new((machine.clone(), run::Run::new(machine)))),
            Question::Throughput(of) => {
                Self::Throughput(Box::new(throughput::Run::new(machine, of)))
            }
            Question::Pressure(of) => Self::Pressure(Box::new(pressure::Run::new(machine, of))),
            Question::Elasticity(of) => {
                Self::Elasticity(Box::new(elasticity::Run::new(machine, of)))
            }
            Question::Mobility(of) => Self::Mobility(Box::new(mobility::Run::new(machine, of))),
            Question::Maintenance(of) => {
                Self::Maintenance(Box::new(maintenance::Run::new(machine, of)))
            }
            Question::Incident(of) => Self::Incident(Box::new(incident::Run::new(machine, of))),
            Question::Compatibility(of) => {
                Self::Compatibility(Box::new(compatibility::Run::new(machine, of)))
            }
        }
    }

    /// Handles at most so many events; true when nothing is left to happen.
    pub fn advance(&mut self, events: u64) -> bool {
        match self {
            Self::Start(of) => of.1.advance(events),
            Self::Throughput(run) => run.advance(events),
            Self::Pressure(run) => run.advance(events),
            Self::Elasticity(run) => run.advance(events),
            Self::Mobility(run) => run.advance(events),
            Self::Maintenance(run) => run.advance(events),
            Self::Incident(run) => run.advance(events),
            Self::Compatibility(run) => run.advance(events),
        }
    }

    /// How far it has come, 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        match self {
            Self::Start(of) => {
                let progress = of.1.progress();
                f64::from(progress.ready) / f64::from(progress.of.max(1))
            }
            Self::Throughput(run) => run.fraction(),
            Self::Pressure(run) => run.fraction(),
            Self::Elasticity(run) => run.fraction(),
            Self::Mobility(run) => run.fraction(),
            Self::Maintenance(run) => run.fraction(),
            Self::Incident(run) => run.fraction(),
            Self::Compatibility(run) => run.fraction(),
        }
    }

    /// What it has to tell; complete when [`Job::advance`] returned true.
    #[must_use]
    pub fn answer(&self) -> Answer {
        match self {
            Self::Start(of) => start::answer(&of.0, &of.1.report()),
            Self::Throughput(run) => run.answer(),
            Self::Pressure(run) => run.answer(),
            Self::Elasticity(run) => run.answer(),
            Self::Mobility(run) => run.answer(),
            Self::Maintenance(run) => run.answer(),
            Self::Incident(run) => run.answer(),
            Self::Compatibility(run) => run.answer(),
        }
    }

    /// What it is played from, once it is over; `None` where nothing happens one after the other,
    /// and for starts, which are played from their report.
    ///
    /// Pressure has no clock: memory is worked out as it settles, and each load is measured when it
    /// lasts. What runs on what is a table.
    #[must_use]
    pub fn film(&self) -> Option<Film> {
        match self {
            Self::Throughput(run) => run.film(),
            Self::Elasticity(run) => run.film(),
            Self::Mobility(run) => run.film(),
            Self::Maintenance(run) => run.film(),
            Self::Incident(run) => run.film(),
            Self::Start(_) | Self::Pressure(_) | Self::Compatibility(_) => None,
        }
    }
}

/// Answers a question at once.
#[must_use]
pub fn ask(machine: Machine, question: Question) -> Answer {
    let mut job = Job::new(machine, question);
    while !job.advance(u64::MAX) {}
    job.answer()
}
