//! Simulates the examples one after the other, in slices that leave every frame its time.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::app::pace::Pace;
use crate::app::{Answers, Comparison, Driver, Reply, Request};
use crate::experiment::answer::Quantity;
use crate::experiment::{Answer, Report, start};
use crate::model::Owner;
use crate::scenario::{PRESETS, Scenario, Side};
use crate::text::Locale;
use crate::units::Bytes;
use crate::view::answer::Both;
use crate::view::subject::Subject;
use crate::view::words;
use crate::web::page;

/// What is drawn of an example.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// The memory of both machines when all is done, from below.
    Strata([Vec<(Owner, Bytes)>; 2]),
    /// Figures alone.
    Bars,
}

/// What came of the example, in both of its forms.
#[derive(Clone, Debug, PartialEq)]
enum Told {
    Start(Rc<Comparison>),
    Answer(Rc<Answers>),
}

/// What came of an example.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    told: Told,
    /// What is drawn.
    pub shown: Shown,
    /// The first figure, on both machines.
    pub figure: Option<(Quantity, [Option<f64>; 2])>,
}

impl Outcome {
    /// In words.
    pub fn told(&self, locale: Locale) -> String {
        match &self.told {
            Told::Start(comparison) => words::headline(comparison, locale),
            Told::Answer(answers) => Both::of(answers, locale).headline(locale),
        }
    }

    fn of_start(scenario: &Scenario, reports: [Rc<Report>; 2]) -> Option<Self> {
        let machines =
            [Rc::new(scenario.machine(Side::A).ok()?), Rc::new(scenario.machine(Side::B).ok()?)];
        let answers: [Answer; 2] =
            core::array::from_fn(|at| start::answer(&machines[at], &reports[at]));
        let strata = core::array::from_fn(|at| {
            let subject = Subject::new(Rc::clone(&machines[at]), Rc::clone(&reports[at]));
            let held = |owner: Owner| (owner, subject.finish.by_owner[owner.index()]);
            let all = Owner::ALL.into_iter().map(held);
            all.filter(|(_, held)| *held > Bytes::ZERO).collect()
        });
        Some(Self {
            figure: first(&[&answers[0], &answers[1]]),
            told: Told::Start(Rc::new(Comparison::new(scenario.clone(), reports, Vec::new()))),
            shown: Shown::Strata(strata),
        })
    }

    fn of_answers(scenario: &Scenario, answers: [Rc<Answer>; 2]) -> Self {
        let figure = first(&[&answers[0], &answers[1]]);
        let answers = Answers { scenario: scenario.clone(), answers };
        Self { told: Told::Answer(Rc::new(answers)), shown: Shown::Bars, figure }
    }
}

/// The first figure that both have, or else that one has.
fn first(answers: &[&Answer; 2]) -> Option<(Quantity, [Option<f64>; 2])> {
    let values = |quantity: Quantity| answers.map(|answer| answer.value(quantity));
    let all = || answers.iter().flat_map(|answer| &answer.figures).map(|of| of.quantity);
    let both = all().find(|of| values(*of).iter().all(Option::is_some));
    both.or_else(|| all().next()).map(|quantity| (quantity, values(quantity)))
}

/// What is under way.
#[derive(Default)]
struct Running {
    driver: Driver,
    pace: Pace,
    reports: [Option<Rc<Report>>; 2],
    answers: [Option<Rc<Answer>>; 2],
}

impl Running {
    fn of(at: usize) -> Self {
        let mut running = Self::default();
        let scenario = PRESETS[at].scenario();
        for side in Side::BOTH {
            let scenario = Box::new(scenario.clone());
            running.driver.request(Request::Run { generation: 1, side, scenario });
        }
        running
    }

    /// Works for one slice; true when nothing is left.
    fn work(&mut self) -> bool {
        for reply in self.driver.serve(&mut self.pace, page::now) {
            match reply {
                Reply::Done { side, report, .. } => {
                    self.reports[side.index()] = Some(Rc::new(*report));
                }
                Reply::Answered { side, answer, .. } => {
                    self.answers[side.index()] = Some(Rc::new(*answer));
                }
                _ => {}
            }
        }
        self.driver.is_idle()
    }

    /// What came of it; `None` where it could not be run.
    fn outcome(self, at: usize) -> Option<Outcome> {
        let scenario = PRESETS[at].scenario();
        match (self.reports, self.answers) {
            ([Some(a), Some(b)], _) => Outcome::of_start(&scenario, [a, b]),
            (_, [Some(a), Some(b)]) => Some(Outcome::of_answers(&scenario, [a, b])),
            _ => None,
        }
    }
}

/// The outcomes by now, in the order of the presets; `None` where one cannot be run.
#[hook]
pub fn use_outcomes() -> Rc<Vec<Option<Outcome>>> {
    let outcomes = use_state(|| Rc::new(Vec::<Option<Outcome>>::new()));
    let found = use_mut_ref(Vec::<Option<Outcome>>::new);
    {
        let setter = outcomes.setter();
        use_effect_with((), move |()| {
            let timer = Rc::new(RefCell::new(None::<Timeout>));
            next(
                &timer,
                0,
                Running::of(0),
                Callback::from(move |outcome: Option<Outcome>| {
                    found.borrow_mut().push(outcome);
                    setter.set(Rc::new(found.borrow().clone()));
                }),
            );
            // Whoever closes the dialog gives up what is left.
            move || drop(timer.borrow_mut().take())
        });
    }
    Rc::clone(&outcomes)
}

fn next(
    timer: &Rc<RefCell<Option<Timeout>>>,
    at: usize,
    mut running: Running,
    told: Callback<Option<Outcome>>,
) {
    let again = Rc::clone(timer);
    *timer.borrow_mut() = Some(Timeout::new(0, move || {
        if !running.work() {
            return next(&again, at, running, told);
        }
        told.emit(running.outcome(at));
        if at + 1 < PRESETS.len() {
            next(&again, at + 1, Running::of(at + 1), told);
        }
    }));
}
