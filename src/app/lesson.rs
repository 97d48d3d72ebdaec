//! A lesson beside the Lab, as far as the page has to know it.
//!
//! The page knows no lesson. It keeps the address of the one that is under way, hides results until
//! something has been predicted, and remembers what stood in the Lab before; texts, predictions and
//! goals are the parts' own.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Page, Position, Selection, State};
use crate::scenario::Scenario;
use crate::units::Time;

/// The beginning of the address of a lesson.
const FRAGMENT: &str = "/learn/";
/// No address is longer.
const ADDRESS_MOST: usize = 400;

/// A lesson under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// Name, step, and whatever else the parts put into the address.
    pub address: String,
    /// Whether results wait for a prediction.
    pub veiled: bool,
}

impl Guide {
    /// The lesson of an address, with or without its sign; `None` where it is that of none.
    #[must_use]
    pub fn from_fragment(fragment: &str) -> Option<Self> {
        let text = fragment.strip_prefix('#').unwrap_or(fragment);
        let address = text.strip_prefix(FRAGMENT).filter(|rest| !rest.is_empty())?;
        // Until the lesson has said what it shows, nothing may be given away.
        let address = address.chars().take(ADDRESS_MOST).collect();
        Some(Self { address, veiled: true })
    }

    /// Its address, with the sign of a fragment.
    #[must_use]
    pub fn fragment(&self) -> String {
        format!("#{FRAGMENT}{}", self.address)
    }
}

/// What a lesson asks of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Lead {
    /// To show this, from the beginning; results wait where they are veiled.
    Scene {
        /// What is asked for.
        scenario: Box<Scenario>,
        /// Whether results wait.
        veiled: bool,
    },
    /// To show the results, and how they came about.
    Reveal,
    /// To stand at this address from now on, without a new entry in the browser's history.
    Address(String),
}

impl State {
    /// Goes to a lesson, or to another step of it. What stands in the Lab is kept for later.
    pub(super) fn follow(&mut self, guide: Guide) {
        if self.own.is_none() {
            self.own = Some(Rc::new(self.scenario.clone()));
        }
        self.playback.playing = false;
        (self.page, self.left) = (Page::Lab, None);
        self.lesson = Some(guide);
    }

    /// Does what the lesson asks for; nothing where there is none any more.
    pub(super) fn lead(&mut self, lead: Lead) {
        let Some(lesson) = &mut self.lesson else { return };
        match lead {
            Lead::Address(address) => lesson.address = address,
            Lead::Reveal => {
                lesson.veiled = false;
                if !self.is_veiled() {
                    self.playback.position = Position::At(Time::ZERO);
                    let end = self.end();
                    self.playback.play(end);
                }
            }
            Lead::Scene { scenario, veiled } => {
                lesson.veiled = veiled;
                self.open(*scenario);
                self.selection = Selection::Nothing;
                if self.is_veiled() {
                    self.playback.position = Position::At(Time::ZERO);
                }
            }
        }
    }
}
