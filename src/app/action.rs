//! Everything that can happen to the page: a closed list.

use super::{Dialog, Lead, Locale, Motion, Reply, Selection, Speed, StorageProblem, Theme, Told};
use crate::model::Intervention;
use crate::scenario::{ParameterId, PresetId, Remedy, Scenario, Side, Value};
use crate::units::{Span, Time};

/// Something that happens to the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A parameter is set, in one step of undo. The side is ignored where it is common.
    Set {
        /// Of which machine.
        side: Side,
        /// Which parameter.
        parameter: ParameterId,
        /// Its value; `None` goes back to the default.
        value: Option<Value>,
    },
    /// A control is being moved: all moves until [`Action::Set`] or [`Action::EndGesture`] are
    /// one step of undo.
    Drag {
        /// Of which machine.
        side: Side,
        /// Which parameter.
        parameter: ParameterId,
        /// Its value for the moment.
        value: Value,
    },
    /// A constant of the catalogue is given another value, in one step of undo.
    SetConstant {
        /// Where it stands.
        path: String,
        /// Its value in its own unit; `None` goes back to the catalogue's.
        value: Option<f64>,
    },
    /// All constants go back to the catalogue's values.
    ResetConstants,
    /// The control is let go.
    EndGesture,
    /// The one thing to try is tried.
    Apply(Remedy),
    /// A ready scenario is opened.
    OpenPreset(PresetId),
    /// A scenario that was kept is opened.
    OpenScenario(Box<Scenario>),
    /// The fragment of the address is opened.
    OpenLink(String),
    /// The two machines change places.
    SwapSides,
    /// The other machine is made like this one, so that one thing can be varied.
    CopySide(Side),
    /// A machine is held as it is, under this letter.
    Pin {
        /// Which machine.
        from: Side,
        /// The letter; not B.
        to: Side,
    },
    /// A held machine is let go.
    Release(Side),
    /// A machine and B change places.
    Exchange(Side),
    /// A further machine is made that is the same as this one until now, and then is changed.
    Fork {
        /// Which machine.
        from: Side,
        /// The change.
        what: Intervention,
    },
    /// Everything asked for goes back to the default.
    Reset,
    /// The last step is undone.
    Undo,
    /// The last undo is undone.
    Redo,
    /// The clock begins to run; from the beginning if it stands at the end.
    Play,
    /// The clock stops.
    Pause,
    /// One or the other.
    TogglePlay,
    /// Real time has passed.
    Tick(Span),
    /// The clock goes to a time and stays there.
    Seek(Time),
    /// The clock goes to the next instant at which something happens.
    StepForward,
    /// The clock goes back to the instant before.
    StepBack,
    /// The clock goes to the beginning.
    ToBeginning,
    /// The clock goes to the end.
    ToEnd,
    /// The clock runs at another speed.
    SetSpeed(Speed),
    /// The page moves more or less.
    SetMotion(Motion),
    /// The driver has something to tell.
    Replied(Reply),
    /// Both machines have answered a question that is no start.
    Told(Box<Told>),
    /// Something is selected.
    Select(Selection),
    /// Another language.
    SetLocale(Locale),
    /// Other colours.
    SetTheme(Theme),
    /// The Lab is shown to a room, from the beginning of the run; or no longer.
    Present(bool),
    /// The lesson beside the Lab asks for something.
    Lead(Lead),
    /// A dialog is opened over the Lab.
    OpenDialog(Dialog),
    /// It is closed.
    CloseDialog,
    /// Something could not be kept.
    StorageFailed(StorageProblem),
    /// A notice is dismissed, by its position; nothing happens where there is none.
    Dismiss(usize),
}

impl Action {
    /// Whether it moves the clock.
    #[must_use]
    pub const fn is_of_the_clock(&self) -> bool {
        matches!(
            self,
            Self::Play
                | Self::TogglePlay
                | Self::Tick(_)
                | Self::Seek(_)
                | Self::StepForward
                | Self::StepBack
                | Self::ToBeginning
                | Self::ToEnd
        )
    }
}
