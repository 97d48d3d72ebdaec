//! A simulator of job files that is slow and exact: fractions of whole numbers instead of floating
//! point, every flow touched at every event, and nothing clever. What it shares with the engine is
//! the contract alone.

use num_rational::BigRational;

/// A whole number of this fraction of a unit makes every quantity of a case.
pub const PARTS: i64 = 4;

/// How a resource is shared.
#[derive(Clone, Debug)]
pub enum Resource {
    /// Capacity in parts per second.
    Fair(i64),
    Fifo,
}

/// A step, with quantities in parts.
#[derive(Clone, Debug)]
pub enum Step {
    Delay(i64),
    Use { resource: usize, amount: i64, cap: Option<i64>, weight: i64 },
    Hold { resource: usize, span: i64 },
}

/// Jobs with their arrivals, in parts of a second, and the resources they use.
#[derive(Clone, Debug)]
pub struct Case {
    pub resources: Vec<Resource>,
    pub jobs: Vec<(i64, Vec<Step>)>,
}

/// Whether instants are exact or those of the engine's clock.
#[derive(Clone, Copy, PartialEq)]
pub enum Clock {
    Exact,
    /// Every end is rounded to the nearest picosecond before anything follows from it.
    Picoseconds,
}

#[derive(Clone, Debug)]
enum Doing {
    /// Not arrived, delayed or holding a lock until then.
    Until(BigRational),
    Flow {
        left: BigRational,
        rate: BigRational,
    },
    Waiting(BigRational),
    Nothing,
}

struct Simulator<'a> {
    case: &'a Case,
    clock: Clock,
    now: BigRational,
    doing: Vec<Doing>,
    step: Vec<usize>,
    has_arrived: Vec<bool>,
    holder: Vec<Option<usize>>,
    ends: Vec<Vec<BigRational>>,
}

/// When each step of each job ends, in seconds.
pub fn simulate(case: &Case, clock: Clock) -> Vec<Vec<BigRational>> {
    let mut simulator = Simulator {
        case,
        clock,
        now: whole(0),
        doing: case.jobs.iter().map(|(arrives, _)| Doing::Until(parts(*arrives))).collect(),
        step: vec![0; case.jobs.len()],
        has_arrived: vec![false; case.jobs.len()],
        holder: vec![None; case.resources.len()],
        ends: vec![Vec::new(); case.jobs.len()],
    };
    while simulator.go_on() {}
    simulator.ends
}

fn whole(number: i64) -> BigRational {
    BigRational::from_integer(number.into())
}

fn parts(number: i64) -> BigRational {
    whole(number) / whole(PARTS)
}

impl Simulator<'_> {
    /// Goes to the next instant at which something ends; false when nothing does.
    fn go_on(&mut self) -> bool {
        self.share();
        let ends: Vec<_> = self.doing.iter().map(|doing| self.end_of(doing)).collect();
        let Some(next) = ends.iter().flatten().min().cloned() else { return false };
        let span = &next - &self.now;
        for doing in &mut self.doing {
            if let Doing::Flow { left, rate } = doing {
                *left -= &*rate * &span;
            }
        }
        self.now = next;
        for (job, end) in ends.iter().enumerate() {
            if end.as_ref() == Some(&self.now) {
                self.complete(job);
            }
        }
        self.grant();
        true
    }

    fn end_of(&self, doing: &Doing) -> Option<BigRational> {
        match doing {
            Doing::Until(time) => Some(time.clone()),
            Doing::Flow { left, rate } => {
                let end = &self.now + left / rate;
                let rounded = match self.clock {
                    Clock::Exact => end,
                    Clock::Picoseconds => {
                        let grid = whole(1_000_000_000_000);
                        (end * &grid).round() / grid
                    }
                };
                Some(rounded.max(self.now.clone()))
            }
            Doing::Waiting(_) | Doing::Nothing => None,
        }
    }

    fn complete(&mut self, job: usize) {
        self.doing[job] = Doing::Nothing;
        if self.has_arrived[job] {
            if let Step::Hold { resource, .. } = self.case.jobs[job].1[self.step[job]] {
                self.holder[resource] = None;
            }
            self.end_step(job);
        }
        self.has_arrived[job] = true;
        while let Some(step) = self.case.jobs[job].1.get(self.step[job]) {
            self.doing[job] = match step {
                Step::Delay(0) | Step::Use { amount: 0, .. } | Step::Hold { span: 0, .. } => {
                    self.end_step(job);
                    continue;
                }
                Step::Delay(span) => Doing::Until(&self.now + parts(*span)),
                Step::Use { amount, .. } => Doing::Flow { left: parts(*amount), rate: whole(0) },
                Step::Hold { .. } => Doing::Waiting(self.now.clone()),
            };
            return;
        }
    }

    fn end_step(&mut self, job: usize) {
        self.ends[job].push(self.now.clone());
        self.step[job] += 1;
    }

    /// Gives each free lock to whoever asked first; at equal instants, to the first in the file.
    fn grant(&mut self) {
        for lock in 0..self.holder.len() {
            if self.holder[lock].is_some() {
                continue;
            }
            let asks =
                |job: usize| match (&self.doing[job], self.case.jobs[job].1.get(self.step[job])) {
                    (Doing::Waiting(since), Some(Step::Hold { resource, span }))
                        if *resource == lock =>
                    {
                        Some((since.clone(), job, *span))
                    }
                    _ => None,
                };
            if let Some((_, job, span)) = (0..self.doing.len()).filter_map(asks).min() {
                self.holder[lock] = Some(job);
                self.doing[job] = Doing::Until(&self.now + parts(span));
            }
        }
    }

    /// Water filling as the textbook has it: whoever cannot use an equal share has its cap, and
    /// the others share what is left, until nobody new is capped.
    fn share(&mut self) {
        for (number, resource) in self.case.resources.iter().enumerate() {
            let Resource::Fair(capacity) = resource else { continue };
            let mut left = parts(*capacity);
            let mut uncapped: Vec<(usize, i64, Option<i64>)> = (0..self.doing.len())
                .filter(|&job| matches!(self.doing[job], Doing::Flow { .. }))
                .filter_map(|job| match self.case.jobs[job].1[self.step[job]] {
                    Step::Use { resource, cap, weight, .. } if resource == number => {
                        Some((job, weight, cap))
                    }
                    _ => None,
                })
                .collect();
            loop {
                let weights: i64 = uncapped.iter().map(|(_, weight, _)| weight).sum();
                if weights == 0 {
                    break;
                }
                let share = &left / whole(weights);
                let is_capped = |weight: i64, cap: Option<i64>| {
                    cap.is_some_and(|cap| parts(cap) <= whole(weight) * &share)
                };
                let (capped, rest): (Vec<_>, Vec<_>) =
                    uncapped.iter().partition(|(_, weight, cap)| is_capped(*weight, *cap));
                if capped.is_empty() {
                    for (job, weight, _) in &rest {
                        self.set_rate(*job, whole(*weight) * &share);
                    }
                    break;
                }
                for (job, _, cap) in &capped {
                    let cap = parts(cap.expect("only who has a cap is capped"));
                    left -= &cap;
                    self.set_rate(*job, cap);
                }
                uncapped = rest;
            }
        }
    }

    fn set_rate(&mut self, job: usize, new: BigRational) {
        if let Doing::Flow { rate, .. } = &mut self.doing[job] {
            *rate = new;
        }
    }
}
