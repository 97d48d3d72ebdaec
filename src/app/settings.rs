//! What people choose about the page itself, and what they are told once.

use serde::{Deserialize, Serialize};

use crate::model::Owner;
use crate::scenario::Side;
use crate::scenario::link::{FieldProblem, LinkError};

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Locale {
    /// English.
    #[default]
    English,
    /// Korean.
    Korean,
}

impl Locale {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::English, Self::Korean];

    /// The tag for the `lang` attribute (BCP 47).
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Korean => "ko",
        }
    }

    /// The language that best fits a tag such as `ko-KR`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(language))
    }
}

/// Colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Black on white with large letters, for the back of a classroom.
    Projector,
}

/// How much the page moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Motion {
    /// The clock runs as fast as it is told.
    #[default]
    Full,
    /// States follow each other without motion: to play is to jump to the end.
    Reduced,
}

/// A part of the page that opens and closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Panel {
    /// The folded parameters.
    Parameters,
    /// The ready scenarios.
    Presets,
    /// The table twins of the charts.
    Tables,
    /// What was run out of, and the arithmetic.
    Limits,
    /// The share link.
    Share,
    /// How the page is used, and its keys.
    Help,
}

/// What is selected. Anything selected is selected everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// Nothing.
    #[default]
    Nothing,
    /// One instance.
    Instance {
        /// On which machine.
        side: Side,
        /// Its number, from 0.
        instance: u32,
    },
    /// All memory of one owner, on both machines.
    Owner(Owner),
}

/// Why something could not be kept for the next visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StorageProblem {
    /// The browser's room is used up.
    Full,
    /// The browser does not allow it.
    Forbidden,
    /// What was kept could not be read; it is left aside.
    Damaged,
}

/// Something the user should know and can dismiss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The link could not be used; the default scenario is shown.
    Link(LinkError),
    /// Parts of the link were not understood; the rest is shown.
    LinkFields(Vec<FieldProblem>),
    /// Something cannot be kept; the page works all the same.
    Storage(StorageProblem),
    /// A run ended without a report.
    RunFailed(Side),
}

/// No more notices stand at once; the oldest goes first.
pub const NOTICES_MOST: usize = 4;
