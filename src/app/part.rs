//! What the page and the program of its parts say to each other.
//!
//! The pages beside the Lab and all dialogs are a program of their own, fetched when the first of
//! them is opened, so that the first picture does not wait for them. Both run in one page and share
//! nothing but these messages: the page tells everything that a part shows, and a part asks the
//! page for what only the page can do.

use serde::{Deserialize, Serialize};

use super::{Answers, Guide, Lead, Locale, Page, Playback, Reply, Selection, Speed, Theme};
use crate::experiment::explain::Displayed;
use crate::model::inside::Standing;
use crate::scenario::{Amount, ParameterId, Scenario, Side, Value};
use crate::units::Time;

/// A dialog over the Lab.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dialog {
    /// The scenario as a link, as a drawing, and as files.
    TakeAway,
    /// The examples as pictures.
    Examples,
    /// The snippet for another page.
    Embed,
    /// The constants of one machine, with their sources.
    Sources(Side),
    /// Why a number is what it is.
    Why {
        /// On which machine.
        side: Side,
        /// Which number.
        of: Displayed,
        /// The time of the clock that it is of; none for the whole run.
        at: Option<Time>,
    },
    /// One instance from the inside.
    Inside {
        /// On which machine.
        side: Side,
        /// Its number, from 0.
        instance: u32,
    },
    /// One request on its way through the strata of both machines.
    Request,
}

/// Everything that a part shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// The page that is open.
    pub page: Page,
    /// What stands behind its name in the address.
    pub place: String,
    /// The lesson beside the Lab.
    pub lesson: Option<Guide>,
    /// Whether results are hidden.
    pub veiled: bool,
    /// The dialog that is open over it.
    pub dialog: Option<Dialog>,
    /// What is asked for.
    pub scenario: Scenario,
    /// Whether something stands in the way of running it.
    pub blocked: bool,
    /// The time on the clock.
    pub at: Time,
    /// The end of what is shown.
    pub end: Time,
    /// The clock.
    pub playback: Playback,
    /// What is selected, everywhere at once.
    pub selection: Selection,
    /// The instance that is looked into, as it stands at that time; `None` where none is.
    pub standing: Option<Standing>,
    /// The generation of the question that is to be answered, where it is no start.
    pub asked: Option<u64>,
    /// Language.
    pub locale: Locale,
    /// Colours, never [`Theme::System`]: the page has asked the system.
    pub theme: Theme,
}

impl Brief {
    /// Whether anything is to be shown.
    #[must_use]
    pub fn is_wanted(&self) -> bool {
        let shows = self.page != Page::Lab || self.dialog.is_some();
        shows || self.lesson.is_some() || !self.scenario.mode.is_start()
    }

    /// Whether these answers may be shown: this is what is asked, though perhaps of other machines.
    #[must_use]
    pub fn is_about(&self, answers: &Answers) -> bool {
        answers.scenario.mode == self.scenario.mode
    }
}

/// What the page says of two answers, which it does not have itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The generation of the question.
    pub generation: u64,
    /// What the answers say at a glance.
    pub headline: String,
    /// Why.
    pub why: String,
    /// The instants of the scene, in order; empty where there is none to be played.
    pub instants: Vec<Time>,
    /// Where the clock rests in place of the end, where nothing is left to be seen at the end.
    pub rest: Option<Time>,
}

/// What is to be said of the answers to a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The scenario; not always the one that is being edited.
    pub scenario: Scenario,
    /// What is said.
    pub told: Told,
}

impl Answered {
    /// The end of the scene.
    #[must_use]
    pub fn end(&self) -> Time {
        self.told.instants.last().copied().unwrap_or_default()
    }

    /// The next instant after a time, or the end.
    #[must_use]
    pub fn next(&self, after: Time) -> Time {
        let next = self.told.instants.iter().find(|at| **at > after);
        next.copied().unwrap_or(self.end())
    }

    /// The last instant before a time, or the beginning.
    #[must_use]
    pub fn previous(&self, before: Time) -> Time {
        let last = self.told.instants.iter().rev().find(|at| **at < before);
        last.copied().unwrap_or_default()
    }
}

/// What can be asked of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Turn {
    /// It runs, or stops.
    TogglePlay,
    /// It goes to a time and stays there.
    Seek(Time),
    /// It goes to the next instant.
    StepForward,
    /// It goes to the instant before.
    StepBack,
    /// It goes to the beginning.
    ToBeginning,
    /// It goes to the end.
    ToEnd,
    /// It runs at another speed.
    SetSpeed(Speed),
}

/// What a part asks of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Wish {
    /// It listens, and wants to be told what to show.
    Ready,
    /// Its dialog is closed.
    Close,
    /// The question has come so far, or could not be asked.
    Replied(Box<Reply>),
    /// Both machines have answered.
    Told(Box<Told>),
    /// Something is asked of the clock.
    Clock(Turn),
    /// Something is selected, everywhere at once.
    Select(Selection),
    /// This scenario is to be opened in the Lab, in one step of undo.
    Open(Box<Scenario>),
    /// One parameter is to be set, in one step of undo.
    Set {
        /// Of which machine.
        side: Side,
        /// Which parameter.
        parameter: ParameterId,
        /// Its value; `None` goes back to the default.
        value: Option<Value>,
    },
    /// One parameter is being moved: all moves until it is set are one step of undo.
    Drag {
        /// Of which machine.
        side: Side,
        /// Which parameter.
        parameter: ParameterId,
        /// Its value for the moment.
        value: Value,
    },
    /// It is let go.
    EndGesture,
    /// The lesson beside the Lab asks for something.
    Lead(Lead),
    /// A constant is to have another value, in one step of undo; `None` for the catalogue's.
    SetConstant {
        /// Where it stands.
        path: String,
        /// Its value in its own unit.
        value: Option<Amount>,
    },
    /// All constants go back to the catalogue's values.
    ResetConstants,
    /// Something else is to be shown in the dialog.
    Show(Dialog),
}
