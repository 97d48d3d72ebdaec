//! What people choose about the page itself, and what they are told once.

use serde::{Deserialize, Serialize};

use crate::catalog::Phase;
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

/// A part of the program with an address of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Page {
    /// Two machines and a question; its address is the share link.
    #[default]
    Lab,
    /// The course and the traps; a lesson of it has an address below this one.
    Learn,
    /// The words of the field.
    Glossary,
    /// One parameter over a range, and the same run many times.
    Explore,
    /// What is said of virtual machines and containers, put to the test.
    Claims,
    /// Published results, simulated again.
    Evidence,
    /// How the model works.
    Model,
    /// What a teacher needs: notes, worksheets, votes, links and files.
    Teach,
}

impl Page {
    /// Every page, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Lab,
        Self::Learn,
        Self::Glossary,
        Self::Explore,
        Self::Claims,
        Self::Evidence,
        Self::Model,
        Self::Teach,
    ];

    /// The page in the navigation that stands for this one.
    #[must_use]
    pub const fn main(self) -> Self {
        match self {
            Self::Glossary => Self::Learn,
            other => other,
        }
    }

    /// Its address, with the sign of a fragment; the Lab's is the share link of a scenario.
    #[must_use]
    pub const fn fragment(self) -> &'static str {
        match self {
            Self::Lab => "#/lab",
            Self::Learn => "#/learn",
            Self::Glossary => "#/glossary",
            Self::Explore => "#/explore",
            Self::Claims => "#/claims",
            Self::Evidence => "#/evidence",
            Self::Model => "#/model",
            Self::Teach => "#/teach",
        }
    }

    /// The page of an address, with or without its sign, and what stands behind its name: a term
    /// of the glossary. `None` for the Lab's, which is a link, and for that of a lesson.
    #[must_use]
    pub fn from_fragment(fragment: &str) -> Option<(Self, String)> {
        let text = fragment.strip_prefix('#').unwrap_or(fragment);
        Self::ALL.into_iter().filter(|page| *page != Self::Lab).find_map(|page| {
            let rest = text.strip_prefix(page.fragment().trim_start_matches('#'))?;
            match rest.strip_prefix('/') {
                None => rest.is_empty().then(|| (page, String::new())),
                Some(place) if page == Self::Learn && !place.is_empty() => None,
                Some(place) => Some((page, place.to_owned())),
            }
        })
    }
}

/// What is selected. Anything selected is selected everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    /// One phase of all starts, on both machines.
    Phase(Phase),
}

impl Selection {
    /// The action that selects this, or nothing where it is selected already.
    #[must_use]
    pub fn toggled(self, to: Self) -> super::Action {
        super::Action::Select(if self == to { Self::Nothing } else { to })
    }

    /// Whether something else of the same kind is selected, so that this stands back.
    #[must_use]
    pub fn leaves(self, of: Self) -> bool {
        match (self, of) {
            (Self::Owner(one), Self::Owner(other)) => one != other,
            (Self::Phase(one), Self::Phase(other)) => one != other,
            _ => false,
        }
    }
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
