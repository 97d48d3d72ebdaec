//! The job file as the run needs it: names looked up, all steps in one list.
//!
//! Every fault names its place by the path in the file (`jobs[3].steps[1].amount`) and, where the
//! parser saw it, by line and column.

use std::collections::BTreeMap;
use std::ops::Range;

use strata::engine::Demand;
use strata::units::{Span, Time};

use super::syntax::{self, Action};

/// A checked job file.
#[derive(Debug)]
pub struct JobFile {
    /// What jobs contend for.
    pub resources: Vec<Contention>,
    /// In the order of the file.
    pub jobs: Vec<Job>,
    /// The steps of all jobs, one job after the other.
    pub steps: Vec<Step>,
}

/// How a resource is shared out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Contention {
    /// By weighted max-min fairness, this many units per second.
    Fair { capacity: f64 },
    /// To one holder at a time.
    Fifo,
}

/// A process through steps.
#[derive(Clone, Copy, Debug)]
pub struct Job {
    /// When its first step begins.
    pub arrives: Time,
    /// Where its steps end in the list of all.
    steps_end: u32,
}

/// One thing that a job does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Lets time pass.
    Delay(Span),
    /// Is served by the fair resource of this number.
    Use { resource: u32, demand: Demand },
    /// Holds the first-come first-served resource of this number.
    Hold { resource: u32, span: Span },
}

impl JobFile {
    /// The numbers of a job's steps in the list of all.
    pub fn steps_of(&self, job: usize) -> Range<u32> {
        let start = if job == 0 { 0 } else { self.jobs[job - 1].steps_end };
        start..self.jobs[job].steps_end
    }
}

/// Reads a job file.
///
/// # Errors
/// A line that says where the file is wrong, and what is wrong.
pub fn parse(text: &[u8]) -> Result<JobFile, String> {
    let raw = syntax::parse(text)?;
    let mut names = BTreeMap::new();
    for (number, resource) in (0_u32..).zip(&raw.resources) {
        if let Some(other) = names.insert(resource.name.as_ref(), number) {
            return Err(format!(
                "resources[{number}].name: {:?} is the name of resources[{other}] already; \
                 give each a name of its own",
                resource.name
            ));
        }
    }
    let resources: Vec<_> = raw.resources.iter().map(|resource| resource.contention).collect();
    let mut file = JobFile { resources, jobs: Vec::with_capacity(raw.jobs.len()), steps: vec![] };
    for (number, job) in raw.jobs.into_iter().enumerate() {
        for (index, action) in job.steps.into_iter().enumerate() {
            let step = resolve(&action, &names, &file.resources)
                .map_err(|fault| format!("jobs[{number}].steps[{index}].{fault}"))?;
            file.steps.push(step);
        }
        // The last number of each kind is taken: by the run's own entity, and by the end.
        let steps_end = u32::try_from(file.steps.len()).ok().filter(|_| number < u32::MAX as usize);
        let steps_end = steps_end
            .ok_or_else(|| format!("jobs[{number}]: more steps or jobs than can be counted"))?;
        file.jobs.push(Job { arrives: job.arrives, steps_end });
    }
    Ok(file)
}

/// Looks up the resource of a step and checks that it is of the kind that the step needs.
fn resolve(
    action: &Action<'_>,
    names: &BTreeMap<&str, u32>,
    resources: &[Contention],
) -> Result<Step, String> {
    let find = |field, name: &str| {
        names.get(name).copied().ok_or_else(|| {
            format!("{field}: no resource has the name {name:?}; add one or correct the name")
        })
    };
    match action {
        Action::Delay(span) => Ok(Step::Delay(*span)),
        Action::Use(name, demand) => {
            let resource = find("use", name)?;
            match resources[resource as usize] {
                Contention::Fair { .. } => Ok(Step::Use { resource, demand: *demand }),
                Contention::Fifo => Err(format!("use: {name:?} is fifo; give hold and for_s")),
            }
        }
        Action::Hold(name, span) => {
            let resource = find("hold", name)?;
            match resources[resource as usize] {
                Contention::Fifo => Ok(Step::Hold { resource, span: *span }),
                Contention::Fair { .. } => {
                    Err(format!("hold: {name:?} is fair; give use and amount"))
                }
            }
        }
    }
}
