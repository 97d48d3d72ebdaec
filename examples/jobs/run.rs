//! Drives the jobs of a file through the kernel.
//!
//! Jobs are the kernel's entities under their own numbers, which makes the order of the file the
//! order of equal instants. One more entity brings the jobs in, so that a million future arrivals
//! do not stand in the kernel's queue.

use strata::engine::{Entity, Kernel, LockId, ResourceId};
use strata::units::{Span, Time};
use thiserror::Error;

use super::file::{Contention, JobFile, Step};

/// What a run gives.
pub struct Outcome {
    /// When each step ended, all steps of all jobs in order.
    pub ends: Vec<Time>,
    /// How many events the kernel handled.
    pub events: u64,
}

/// A step whose end no clock of ours can show.
#[derive(Debug, Error, PartialEq, Eq)]
#[error(
    "jobs[{job}].steps[{step}]: does not end within {} s, which is as far as the clock goes",
    Time::NEVER.0 / 1_000_000_000_000
)]
pub struct Unfinished {
    /// The job's number.
    pub job: usize,
    /// The step's number within the job.
    pub step: usize,
}

#[derive(Clone, Copy)]
enum Handle {
    Fair(ResourceId),
    Lock(LockId),
}

#[derive(Clone, Copy)]
struct Progress {
    /// The present step, counted over all jobs.
    step: u32,
    /// Whether the lock of the present step is held.
    is_holding: bool,
}

struct Run<'a> {
    file: &'a JobFile,
    kernel: Kernel,
    handles: Vec<Handle>,
    jobs: Vec<Progress>,
    ends: Vec<Time>,
}

/// Runs all jobs to their ends.
///
/// # Errors
/// When a step ends beyond the range of the clock.
pub fn run(file: &JobFile) -> Result<Outcome, Unfinished> {
    let mut kernel = Kernel::new();
    let handles = file
        .resources
        .iter()
        .map(|resource| match *resource {
            Contention::Fair { capacity } => Handle::Fair(kernel.fair(capacity)),
            Contention::Fifo => Handle::Lock(kernel.lock()),
        })
        .collect();
    let begin = |job| Progress { step: file.steps_of(job).start, is_holding: false };
    let mut run = Run {
        file,
        kernel,
        handles,
        jobs: (0..file.jobs.len()).map(begin).collect(),
        ends: vec![Time::NEVER; file.steps.len()],
    };
    run.drive();
    run.outcome()
}

impl Run<'_> {
    fn drive(&mut self) {
        let mut arrivals: Vec<u32> = (0..self.source().0).collect();
        arrivals.sort_by_key(|&job| self.file.jobs[job as usize].arrives);
        let mut arrivals = arrivals.into_iter().peekable();
        self.kernel.wake_after(self.source(), Span::ZERO);
        while let Some(wake) = self.kernel.next() {
            if wake.who != self.source() {
                self.advance(wake.who);
                continue;
            }
            let arrives = |job: u32| self.file.jobs[job as usize].arrives;
            while let Some(job) = arrivals.next_if(|&job| arrives(job) == wake.time) {
                self.begin(Entity(job));
            }
            if let Some(&job) = arrivals.peek() {
                self.kernel.wake_after(wake.who, arrives(job).since(wake.time));
            }
        }
    }

    /// The entity that brings the jobs in.
    #[expect(clippy::cast_possible_truncation, reason = "the parser limits the number of jobs")]
    fn source(&self) -> Entity {
        Entity(self.file.jobs.len() as u32)
    }

    /// A job has woken: what it waited for is over.
    fn advance(&mut self, who: Entity) {
        let job = self.jobs[who.0 as usize];
        if let Step::Hold { resource, span } = self.file.steps[job.step as usize]
            && let Handle::Lock(lock) = self.handles[resource as usize]
        {
            self.jobs[who.0 as usize].is_holding = !job.is_holding;
            if !job.is_holding {
                self.kernel.wake_after(who, span);
                return;
            }
            self.kernel.release(who, lock);
        }
        self.end(who);
        self.begin(who);
    }

    fn end(&mut self, who: Entity) {
        let job = &mut self.jobs[who.0 as usize];
        self.ends[job.step as usize] = self.kernel.now();
        job.step += 1;
    }

    /// Begins the present step, and passes over those that end at once.
    fn begin(&mut self, who: Entity) {
        let last = self.file.steps_of(who.0 as usize).end;
        while self.jobs[who.0 as usize].step < last {
            match self.file.steps[self.jobs[who.0 as usize].step as usize] {
                Step::Delay(span) if span > Span::ZERO => {
                    return self.kernel.wake_after(who, span);
                }
                Step::Use { resource, demand } if demand.amount > 0.0 => {
                    if let Handle::Fair(fair) = self.handles[resource as usize] {
                        return self.kernel.serve(who, fair, demand);
                    }
                }
                Step::Hold { resource, span } if span > Span::ZERO => {
                    if let Handle::Lock(lock) = self.handles[resource as usize] {
                        return self.kernel.acquire(who, lock);
                    }
                }
                Step::Delay(_) | Step::Use { .. } | Step::Hold { .. } => {}
            }
            self.end(who);
        }
    }

    fn outcome(self) -> Result<Outcome, Unfinished> {
        for (job, progress) in self.jobs.iter().enumerate() {
            let steps = self.file.steps_of(job);
            if progress.step < steps.end {
                return Err(Unfinished { job, step: (progress.step - steps.start) as usize });
            }
        }
        Ok(Outcome { ends: self.ends, events: self.kernel.events() })
    }
}
