//! Both sides of one scenario on their way to their answers: the step of every study.

use super::Gap;
use crate::experiment::{Answer, Job, Question};
use crate::model::Machine;
use crate::scenario::{Scenario, Side};

/// What a run costs besides its events, in events: making its plan and its answer.
const FIXED_COST: u64 = 100;

#[derive(Clone, Debug)]
enum State {
    /// The job, and how many events it was given.
    Running(Box<Job>, u64),
    Told(Result<Answer, Gap>),
}

/// One machine on its way to its answer.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// `None` where the scenario gives no machine.
    asked: Option<Box<(Machine, Question)>>,
    state: State,
}

/// Both sides of one scenario.
#[derive(Clone, Debug)]
pub(super) struct Asking {
    parts: [Part; 2],
}

impl Asking {
    /// Asks both sides. A side that `before` has answered for an equal machine is not run again:
    /// a run is a function of its machine and its question.
    pub(super) fn new(scenario: &Scenario, before: Option<&Self>) -> Self {
        let parts = Side::BOTH.map(|side| {
            let known = before.map(|asking| &asking.parts[side.index()]);
            Part::new(scenario, side, known)
        });
        Self { parts }
    }

    /// Spends the budget on what is left to do; true when both sides have answered.
    pub(super) fn advance(&mut self, budget: &mut u64) -> bool {
        self.parts.iter_mut().all(|part| part.advance(budget))
    }

    /// How far it has come, 0 to 1.
    pub(super) fn fraction(&self) -> f64 {
        self.parts.iter().map(Part::fraction).sum::<f64>() / 2.0
    }

    /// The answers; those of jobs that are still running say what is known so far.
    pub(super) fn outcomes(&self) -> [Result<Answer, Gap>; 2] {
        self.parts.each_ref().map(Part::outcome)
    }
}

impl Part {
    pub(super) fn new(scenario: &Scenario, side: Side, known: Option<&Self>) -> Self {
        let machine = match scenario.machine(side) {
            Ok(machine) => machine,
            Err(problems) => {
                return Self { asked: None, state: State::Told(Err(Gap::Problems(problems))) };
            }
        };
        let asked = Some(Box::new((machine, scenario.question(side))));
        if let Some(Self { asked: before, state: State::Told(outcome) }) = known
            && *before == asked
        {
            return Self { asked, state: State::Told(outcome.clone()) };
        }
        let job = asked.as_deref().map(|(machine, question)| {
            let job = Job::new(machine.clone(), question.clone());
            State::Running(Box::new(job), 0)
        });
        Self { asked, state: job.unwrap_or(State::Told(Err(Gap::Problems(Vec::new())))) }
    }

    /// The answer; of a job that is still running what is known so far.
    pub(super) fn outcome(&self) -> Result<Answer, Gap> {
        match &self.state {
            State::Running(job, _) => Ok(job.answer()),
            State::Told(outcome) => outcome.clone(),
        }
    }

    /// How far it has come, 0 to 1.
    pub(super) fn fraction(&self) -> f64 {
        match &self.state {
            State::Running(job, _) => job.fraction(),
            State::Told(_) => 1.0,
        }
    }

    pub(super) fn advance(&mut self, budget: &mut u64) -> bool {
        let State::Running(job, given) = &mut self.state else { return true };
        if *budget == 0 {
            return false;
        }
        if !job.advance(*budget) {
            *given = given.saturating_add(*budget);
            *budget = 0;
            return false;
        }
        let answer = job.answer();
        let spent = answer.events.saturating_sub(*given).saturating_add(FIXED_COST);
        *budget = budget.saturating_sub(spent);
        self.state = State::Told(Ok(answer));
        true
    }
}
