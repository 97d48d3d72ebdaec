//! The program without a browser: state, actions, a pure reducer, and the driver of runs.
//!
//! `view` shows a [`State`] and sends [`Action`]s; [`reduce`] makes the next state and does
//! nothing else. What must be done in the world is read off the state: after each action the
//! browser hands [`State::requests`] of a new generation to the [`Driver`], calls
//! [`Driver::work`] once a frame, and sends the replies back as actions. So the whole program
//! runs, and is tested, without a browser.
//!
//! The one decision to question is that a comparison is shown only when both of its runs are
//! done: two reports on the screen always belong to one scenario, and while a scenario has
//! problems the last good comparison stays.

use std::rc::Rc;

use self::difference::differences as differences_of;
use crate::experiment::{Answer, Progress, Report, Snapshot};
use crate::model::inside::Standing;
use crate::scenario::{Problem, Scenario, Side};
use crate::units::Time;

mod action;
pub mod difference;
mod driver;
mod headline;
mod history;
mod lesson;
pub mod narration;
pub mod pace;
pub mod part;
mod playback;
pub mod query;
mod reduce;
pub mod saves;
mod settings;
pub mod work;

pub use action::Action;
pub use difference::{Deed, Difference, Forked};
pub use driver::{Driver, QUESTIONS, Reply, Request};
pub use headline::{Headline, Mostly, SideFacts, Verdict, headline};
pub use history::{History, UNDO_MOST};
pub use lesson::{Guide, Lead};
pub use part::{Answered, Brief, Dialog, Told, Wish};
pub use playback::{PLAY_SPAN, Playback, Position, SPEEDS, Speed};
pub use query::Frame;
pub use reduce::reduce;
pub use settings::{Locale, Motion, NOTICES_MOST, Notice, Page, Selection, StorageProblem, Theme};

/// How the run of one side stands, for the scenario as it is now.
#[derive(Clone, Debug)]
pub enum RunState {
    /// There is nothing to run: the scenario has problems.
    Idle,
    /// It has been asked for, and has come so far.
    Running(Progress),
    /// It is complete.
    Done(Rc<Report>),
    /// A question that is no start has been asked, and has come so far, 0 to 1.
    Asking(f64),
    /// It has its answer, which the program of parts keeps.
    Answered,
    /// It ended without a report, for a reason that is no part of the simulation.
    Failed,
}

impl PartialEq for RunState {
    /// Reports are the same if they are one and the same: they are compared in every frame.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Running(one), Self::Running(two)) => one == two,
            (Self::Done(one), Self::Done(two)) => Rc::ptr_eq(one, two),
            (Self::Asking(one), Self::Asking(two)) => one.total_cmp(two).is_eq(),
            (Self::Idle, Self::Idle)
            | (Self::Answered, Self::Answered)
            | (Self::Failed, Self::Failed) => true,
            _ => false,
        }
    }
}

/// The complete runs of one scenario: what the page shows.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The scenario that both belong to; not always the one that is being edited.
    pub scenario: Scenario,
    /// What the two machines had to tell, by [`Side::index`].
    pub reports: [Rc<Report>; 2],
    /// What further machines had to tell.
    pub more: Vec<(Side, Rc<Report>)>,
    /// In what the machines that are held differ from the others.
    pub differences: Vec<Difference>,
    /// The facts of the headline.
    pub headline: Headline,
    /// The end of both runs.
    pub end: Time,
}

impl PartialEq for Comparison {
    /// As for [`RunState`]: everything else follows from the scenario and the reports.
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = self.all().zip(other.all());
        pairs.all(|(one, two)| Rc::ptr_eq(one.1, two.1)) && self.scenario == other.scenario
    }
}

impl Comparison {
    /// Puts reports side by side: of A and B, and of whatever other machines there are.
    #[must_use]
    pub fn new(
        scenario: Scenario,
        reports: [Rc<Report>; 2],
        more: Vec<(Side, Rc<Report>)>,
    ) -> Self {
        let headline = headline(&scenario, [&reports[0], &reports[1]]);
        let differences = Vec::new();
        let mut new = Self { scenario, reports, more, differences, headline, end: Time::ZERO };
        new.end = new.all().map(|(_, report)| report.ended).max().unwrap_or_default();
        new.differences = differences_of(&new);
        new
    }

    /// All machines with their reports, by letter.
    pub fn all(&self) -> impl Iterator<Item = (Side, &Rc<Report>)> {
        let more = self.more.iter().map(|(side, report)| (*side, report));
        Side::BOTH.into_iter().zip(&self.reports).chain(more)
    }

    /// The report of one machine, if it is there.
    #[must_use]
    pub fn report(&self, side: Side) -> Option<&Rc<Report>> {
        self.all().find(|(of, _)| *of == side).map(|(_, report)| report)
    }
}

/// Two complete answers to one question, where starts are not the question.
#[derive(Clone, Debug)]
pub struct Answers {
    /// The scenario that both belong to; not always the one that is being edited.
    pub scenario: Scenario,
    /// What the two machines had to tell, by [`Side::index`].
    pub answers: [Rc<Answer>; 2],
}

impl PartialEq for Answers {
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = self.answers.iter().zip(&other.answers);
        pairs.all(|(one, two)| Rc::ptr_eq(one, two)) && self.scenario == other.scenario
    }
}

impl Answers {
    /// The answer of one side.
    #[must_use]
    pub fn answer(&self, side: Side) -> &Rc<Answer> {
        &self.answers[side.index()]
    }
}

/// Everything that the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What is asked for.
    pub scenario: Scenario,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// What was asked for before, for undo and redo.
    pub history: History,
    /// Counts the scenarios: a reply to an older one is dropped.
    pub generation: u64,
    /// How the runs of the current scenario stand, by [`Side::index`].
    pub runs: [RunState; 4],
    /// The newest comparison that is complete.
    pub shown: Option<Rc<Comparison>>,
    /// What is to be said of the newest pair of answers.
    pub answered: Option<Rc<Answered>>,
    /// The part of the program that is open.
    pub page: Page,
    /// What stands behind the name of the page in its address.
    pub place: String,
    /// The lesson beside the Lab.
    pub lesson: Option<Guide>,
    /// The lesson that the Lab was opened from.
    pub left: Option<Guide>,
    /// What stood in the Lab before the lesson.
    pub own: Option<Rc<Scenario>>,
    /// The clock.
    pub playback: Playback,
    /// What is selected, everywhere at once.
    pub selection: Selection,
    /// What the user should know and can dismiss.
    pub notices: Vec<Notice>,
    /// Language.
    pub locale: Locale,
    /// Colours.
    pub theme: Theme,
    /// The dialog that is open over the Lab.
    pub dialog: Option<Dialog>,
    /// How the page stands in its surroundings.
    pub frame: Frame,
}

impl Default for State {
    fn default() -> Self {
        Self::new(Scenario::default())
    }
}

impl State {
    /// The page as it opens with a scenario: paused at the end of a run that is still to be made.
    #[must_use]
    pub fn new(scenario: Scenario) -> Self {
        let mut state = Self {
            scenario,
            problems: Vec::new(),
            history: History::default(),
            generation: 0,
            runs: [const { RunState::Idle }; 4],
            shown: None,
            answered: None,
            page: Page::default(),
            place: String::new(),
            lesson: None,
            left: None,
            own: None,
            playback: Playback::default(),
            selection: Selection::Nothing,
            notices: Vec::new(),
            locale: Locale::default(),
            theme: Theme::default(),
            dialog: None,
            frame: Frame::default(),
        };
        state.begin_generation();
        state
    }

    /// The runs that the current generation needs; empty while problems stand in the way.
    /// To be handed to the [`Driver`] once for each generation.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        if self.problems.iter().any(Problem::blocks) {
            return vec![Request::Cancel { generation: self.generation }];
        }
        let run = |side| Request::Run {
            generation: self.generation,
            side,
            scenario: Box::new(self.scenario.clone()),
        };
        // What is held and was run before is there already.
        let open = |side: &Side| !matches!(self.runs[side.index()], RunState::Done(_));
        self.scenario.machines().into_iter().filter(open).map(run).collect()
    }

    /// The end of what is shown: of the comparison, or of the scene of the answers.
    #[must_use]
    pub fn end(&self) -> Time {
        if self.scenario.mode.is_start() {
            self.shown.as_ref().map_or(Time::ZERO, |shown| shown.end)
        } else {
            self.answers().map_or(Time::ZERO, |answered| answered.end())
        }
    }

    /// What the program of parts is to show, in colours that the page knows.
    #[must_use]
    pub fn brief(&self, theme: Theme) -> Brief {
        Brief {
            page: self.page,
            place: self.place.clone(),
            lesson: self.lesson.clone(),
            veiled: self.is_veiled(),
            dialog: self.dialog,
            scenario: self.scenario.clone(),
            blocked: self.problems.iter().any(Problem::blocks),
            at: self.time(),
            end: self.end(),
            playback: self.playback,
            selection: self.selection,
            standing: self.standing(),
            asked: self.asks().then_some(self.generation),
            locale: self.locale,
            theme,
        }
    }

    /// Whether the program of parts is needed: for a page, for a dialog, or for an answer.
    #[must_use]
    pub fn wants_parts(&self) -> bool {
        let shows = self.page != Page::Lab || self.dialog.is_some();
        shows || self.lesson.is_some() || !self.scenario.mode.is_start()
    }

    /// Whether results are hidden: until something is predicted, or for good.
    #[must_use]
    pub fn is_veiled(&self) -> bool {
        self.frame.veiled || self.lesson.as_ref().is_some_and(|lesson| lesson.veiled)
    }

    /// Whether a question stands that is no start, and nothing in its way.
    fn asks(&self) -> bool {
        let blocked = self.problems.iter().any(Problem::blocks);
        self.page == Page::Lab && !self.scenario.mode.is_start() && !blocked
    }

    /// The instance that a dialog looks into, as it stands at the time of the clock.
    fn standing(&self) -> Option<Standing> {
        let Some(Dialog::Inside { side, instance }) = self.dialog else { return None };
        let report = self.shown.as_ref()?.report(side)?;
        Snapshot::of(report, self.time()).standing(report, instance)
    }

    /// The time that the page shows.
    #[must_use]
    pub fn time(&self) -> Time {
        self.playback.time(self.end())
    }

    /// Whether what is shown belongs to an older scenario than the one that is being edited.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        if self.scenario.mode.is_start() {
            self.shown.as_ref().is_none_or(|shown| shown.scenario != self.scenario)
        } else {
            self.answered.as_ref().is_none_or(|answered| answered.scenario != self.scenario)
        }
    }

    /// What is to be said of the newest answers to the question that is being asked, where it is
    /// no start.
    #[must_use]
    pub fn answers(&self) -> Option<&Rc<Answered>> {
        self.answered.as_ref().filter(|answered| answered.scenario.mode == self.scenario.mode)
    }

    /// Takes note that the scenario is another one.
    fn begin_generation(&mut self) {
        self.generation += 1;
        self.problems = self.scenario.problems();
        let blocked = self.problems.iter().any(Problem::blocks);
        let begun = || match (blocked, self.scenario.mode.is_start()) {
            (true, _) => RunState::Idle,
            (false, true) => RunState::Running(Progress::default()),
            (false, false) => RunState::Asking(0.0),
        };
        let machines = self.scenario.machines();
        self.runs = Side::ALL.map(|side| match self.known(side).filter(|_| !blocked) {
            _ if !machines.contains(&side) => RunState::Idle,
            Some(report) => RunState::Done(report),
            None => begun(),
        });
    }

    /// The report of a held machine that is on the screen already: a run is a function of what was
    /// said, so what has not changed is not run again.
    fn known(&self, side: Side) -> Option<Rc<Report>> {
        let shown = self.shown.as_ref().filter(|_| self.scenario.is_held(side))?;
        let is_same = |of: &Side| {
            shown.scenario.changes(*of) == self.scenario.changes(side)
                && shown.scenario.alone(*of) == self.scenario.alone(side)
        };
        let (_, report) = shown.all().find(|(of, _)| is_same(of))?;
        Some(Rc::clone(report))
    }
}
