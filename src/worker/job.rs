//! One order on its way, from a study of the core to what the page or a file shows of it.

use crate::app::work::{Checked, Form, Found, Order, Study};
use crate::catalog::constants;
use crate::experiment::Run;
use crate::experiment::validate::{Check, Validation};
use crate::scenario::claim::{CLAIMS, Claim, Hearing};
use crate::scenario::field::format_value;
use crate::scenario::study::{Comparison, Placement, Replicate, Sweep, replicate, sweep};
use crate::scenario::{ParameterId, Problem, Scenario, Side, link, parameter};
use crate::text::export::{self, Format};

/// What is computed for an order.
enum Task {
    /// Nothing: the constants are there.
    Constants,
    Compared(Box<Comparison>),
    Traced(Box<Starts>),
    Swept(Box<Sweep>),
    Repeated(Box<Replicate>),
    Placed(Box<Placement>),
    Claims(Box<Hearing>),
    Published(Box<Validation>),
}

/// The starts of all machines; a machine that cannot be is left out.
struct Starts {
    scenario: Scenario,
    runs: Vec<(Side, Run)>,
}

impl Starts {
    fn new(scenario: Scenario) -> Self {
        let run = |side| Some((side, Run::new(scenario.machine(side).ok()?)));
        let runs = scenario.machines().into_iter().filter_map(run).collect();
        Self { scenario, runs }
    }

    fn advance(&mut self, events: u64) -> bool {
        // One after the other: who has ended has nothing left to do and says so at once.
        self.runs.iter_mut().all(|(_, run)| run.advance(events))
    }

    fn fraction(&self) -> f64 {
        let share = |(_, run): &(Side, Run)| {
            let progress = run.progress();
            f64::from(progress.ready) / f64::from(progress.of.max(1))
        };
        let all = f64::from(u32::try_from(self.runs.len().max(1)).unwrap_or(u32::MAX));
        self.runs.iter().map(share).sum::<f64>() / all
    }
}

/// An order on its way.
pub struct Job {
    order: Order,
    task: Task,
}

/// The scenario of a link, if nothing stands in its way.
fn linked(code: &str) -> Option<Scenario> {
    let decoded = link::decode(code).ok().filter(|decoded| decoded.problems.is_empty())?;
    let scenario = decoded.scenario;
    (!scenario.problems().iter().any(Problem::blocks)).then_some(scenario)
}

impl Job {
    /// An order at its beginning; `None` where it names no scenario that can run.
    #[must_use]
    pub fn new(order: Order) -> Option<Self> {
        let task = match &order.study {
            Study::Compared { link } => {
                let scenario = linked(link)?;
                if order.form == Form::Trace {
                    let starts = scenario.mode.is_start().then(|| Starts::new(scenario))?;
                    Task::Traced(Box::new(starts))
                } else {
                    Task::Compared(Box::new(Comparison::new(scenario)))
                }
            }
            Study::Swept { link, axis, by, quantity } => {
                // A scenario that cannot run may have points that can.
                let scenario = link::decode(link).ok()?.scenario;
                let (axis, by, quantities) = (axis.clone(), by.clone(), vec![*quantity]);
                let spec = sweep::Spec { scenario, axis, by, quantities };
                Task::Swept(Box::new(Sweep::new(spec)))
            }
            Study::Repeated { link, runs, confidence } => {
                let spec = replicate::Spec::of(linked(link)?, *runs);
                let spec = replicate::Spec { confidence: *confidence, ..spec };
                Task::Repeated(Box::new(Replicate::new(spec)))
            }
            Study::Placed { link, wanted } => {
                // Another host may be what a scenario that cannot run wants.
                let scenario = link::decode(link).ok()?.scenario;
                Task::Placed(Box::new(Placement::new(scenario, *wanted)))
            }
            Study::Claims => Task::Claims(Box::new(Hearing::new(CLAIMS))),
            Study::Published => Task::Published(Box::default()),
            Study::Constants => Task::Constants,
        };
        Some(Self { order, task })
    }

    /// In which form it is wanted.
    #[must_use]
    pub const fn form(&self) -> Form {
        self.order.form
    }

    /// Handles about so many events; true when nothing is left to do.
    pub fn advance(&mut self, events: u64) -> bool {
        match &mut self.task {
            Task::Constants => true,
            Task::Compared(task) => task.advance(events),
            Task::Traced(task) => task.advance(events),
            Task::Swept(task) => task.advance(events),
            Task::Repeated(task) => task.advance(events),
            Task::Placed(task) => task.advance(events),
            Task::Claims(task) => task.advance(events),
            Task::Published(task) => task.advance(events),
        }
    }

    /// How far it has come, 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        match &self.task {
            Task::Constants => 1.0,
            Task::Compared(task) => task.fraction(),
            Task::Traced(task) => task.fraction(),
            Task::Swept(task) => task.fraction(),
            Task::Repeated(task) => task.fraction(),
            Task::Placed(task) => task.fraction(),
            Task::Claims(task) => task.fraction(),
            Task::Published(task) => task.fraction(),
        }
    }

    /// What it has found by now, as far as the page shows it.
    #[must_use]
    pub fn found(&self) -> Found {
        match &self.task {
            Task::Swept(task) => {
                let found = task.result();
                let (points, crossings, cliffs) = (found.points, found.crossings, found.cliffs);
                Found::Swept { points, crossings, cliffs }
            }
            Task::Repeated(task) => {
                let found = task.result();
                let runs = u32::try_from(found.samples.len()).unwrap_or(u32::MAX);
                let (precision, estimates) = (found.spec.precision, found.estimates);
                Found::Repeated { runs, precision, estimates }
            }
            Task::Placed(task) => Found::Placed(task.result().clone()),
            Task::Claims(heard) => {
                let known = |of| heard.answer(of).is_some();
                let facts = CLAIMS.iter().flat_map(Claim::facts);
                let told = facts.map(|fact| {
                    fact.machines().all(known).then(|| fact.check(|of| heard.answer(of)))
                });
                Found::Claims(told.collect())
            }
            Task::Published(task) => Found::Published(task.result().iter().map(checked).collect()),
            Task::Constants | Task::Compared(_) | Task::Traced(_) => {
                Found::File { name: self.file_name() }
            }
        }
    }

    /// The text of the file, where one was wanted.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        let locale = self.order.locale;
        let format = match self.order.form {
            Form::Shown => return None,
            Form::Csv => Format::Csv,
            Form::Json | Form::Trace => Format::Json,
        };
        Some(match &self.task {
            Task::Constants => export::constants(&constants(), format, locale),
            Task::Compared(task) => export::compared(&task.result(), format, locale),
            Task::Traced(task) => {
                let reports: Vec<_> =
                    task.runs.iter().map(|(side, run)| (*side, run.report())).collect();
                export::trace(&task.scenario, &reports, locale)
            }
            Task::Swept(task) => export::swept(&task.result(), format, locale),
            Task::Repeated(task) => export::replicated(&task.result(), format, locale),
            Task::Placed(task) => export::placed(task.scenario(), task.result(), format, locale),
            Task::Claims(heard) => {
                let all: Vec<&Claim> = CLAIMS.iter().collect();
                export::claims(&all, heard, format, locale)
            }
            Task::Published(task) => export::validated(task.result(), format, locale),
        })
    }

    /// A name for the file: `strata-compare-5d0f3c2a.csv`, with the checksum of the link, so that
    /// files of different scenarios do not take each other's place.
    #[must_use]
    pub fn file_name(&self) -> String {
        let (what, link) = match &self.order.study {
            Study::Compared { link } => (question(link), link.as_str()),
            Study::Swept { link, .. } => ("sweep".to_owned(), link.as_str()),
            Study::Repeated { link, .. } => ("replicate".to_owned(), link.as_str()),
            Study::Placed { link, .. } => ("place".to_owned(), link.as_str()),
            Study::Claims => ("claims".to_owned(), ""),
            Study::Published => ("validate".to_owned(), ""),
            Study::Constants => ("catalog".to_owned(), ""),
        };
        let sum = link.rsplit_once("c=").map(|(_, sum)| format!("-{sum}")).unwrap_or_default();
        let ending = match self.order.form {
            Form::Csv => "csv",
            Form::Trace => "trace.json",
            Form::Json | Form::Shown => "json",
        };
        format!("strata-{what}{sum}.{ending}")
    }
}

/// The key of the question that a link asks.
fn question(link: &str) -> String {
    let scenario = link::decode(link).map(|decoded| decoded.scenario).unwrap_or_default();
    format_value(&parameter(ParameterId::Mode).get(&scenario, Side::A))
}

fn checked(of: &Check) -> Checked {
    Checked {
        row: of.row.to_owned(),
        what: of.what.to_owned(),
        unit: of.unit.to_owned(),
        expected: of.expected,
        tolerance: of.tolerance,
        simulated: of.simulated,
        error: of.error(),
        passes: of.passes(),
        lacking: of.lacking(),
        source: of.cited(),
    }
}
