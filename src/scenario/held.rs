//! Machines that are held as they were: pinned, so that the others can be varied against them, or
//! forked from one of them at a time of its run.
//!
//! A held machine keeps everything that was said of it and follows no setting any more. What
//! belongs to the comparison and not to a machine is never held: the question, the chance, and the
//! constants of the world. All machines stand on one clock and draw the same random numbers.
//! Machine B is never held, so that there is always one that the settings are about.

use serde::{Deserialize, Serialize};

use super::{PARAMETERS, Parameter, ParameterId, Scenario, Scope, Side};
use crate::model::{Change, Intervention};

/// A machine that is held as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// What was said of it, as of machine A of a scenario of its own. Of a held machine A only
    /// what machines have in common stands here: its own choices stand where they always do.
    pub said: Box<Scenario>,
    /// What is done to it on its way, in order of time: a fork is what has any.
    pub changes: Vec<Change>,
}

/// So many changes on the way of one machine, and no more.
pub const CHANGES_MOST: usize = 8;

impl Side {
    /// All letters that a machine can have.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];

    /// The letters of machines that can be held.
    pub const HELD: [Self; 3] = [Self::A, Self::C, Self::D];
}

/// Whether a parameter belongs to the comparison and not to a machine.
const fn is_shared(row: &Parameter) -> bool {
    matches!(row.id, ParameterId::Mode | ParameterId::Seed | ParameterId::Spread)
}

/// The parameters that a held machine has.
pub(super) fn held_rows() -> impl Iterator<Item = &'static Parameter> {
    PARAMETERS.iter().filter(|row| !is_shared(row))
}

/// Gives one machine what is said of another.
fn copy(
    rows: impl Iterator<Item = &'static Parameter>,
    (from, of): (&Scenario, Side),
    (to, side): (&mut Scenario, Side),
) {
    for row in rows {
        match (row.chosen)(from, of) {
            Some(value) => {
                row.set(to, side, &value);
            }
            None => row.reset(to, side),
        }
    }
}

fn own_rows() -> impl Iterator<Item = &'static Parameter> {
    held_rows().filter(|row| row.scope == Scope::Side)
}

impl Scenario {
    /// The machines, by letter. Where starts are not the question there are two.
    #[must_use]
    pub fn machines(&self) -> Vec<Side> {
        let there = |side: &Side| match side {
            Side::A | Side::B => true,
            Side::C | Side::D => self.mode.is_start() && self.is_held(*side),
        };
        Side::ALL.into_iter().filter(there).collect()
    }

    /// What is held of a machine.
    #[must_use]
    pub fn held(&self, side: Side) -> Option<&Held> {
        self.held[side.index()].as_ref()
    }

    /// Whether a machine is held.
    #[must_use]
    pub fn is_held(&self, side: Side) -> bool {
        self.held(side).is_some()
    }

    /// What is done to a machine on its way.
    #[must_use]
    pub fn changes(&self, side: Side) -> &[Change] {
        self.held(side).map_or(&[], |held| &held.changes)
    }

    /// One machine by itself: machine A of the scenario that this gives, and machine B as well.
    #[must_use]
    pub fn alone(&self, side: Side) -> Option<Self> {
        let mut alone = match self.held(side) {
            Some(held) => {
                let mut said = (*held.said).clone();
                (said.mode, said.seed, said.spread) = (self.mode, self.seed, self.spread);
                said.overrides.clone_from(&self.overrides);
                said
            }
            None if matches!(side, Side::C | Side::D) => return None,
            None => Self { held: Default::default(), ..self.clone() },
        };
        if matches!(side, Side::A | Side::B) {
            copy(own_rows(), (self, side), (&mut alone, Side::A));
        }
        alone.sides[1] = alone.sides[0].clone();
        Some(alone)
    }

    /// Everything that is said of a machine, to be held.
    fn capture(&self, side: Side) -> Option<Held> {
        let alone = self.alone(side)?;
        let mut said = Box::<Self>::default();
        copy(held_rows(), (&alone, Side::A), (&mut said, Side::A));
        Some(Held { said, changes: self.changes(side).to_vec() })
    }

    /// Gives a letter a machine: to be held, or for B to be said from now on.
    fn put(&mut self, mut held: Held, side: Side) {
        if side == Side::B {
            let common = held_rows().filter(|row| row.scope == Scope::Common);
            copy(common, (&held.said, Side::A), (self, Side::A));
        }
        if matches!(side, Side::A | Side::B) {
            copy(own_rows(), (&held.said, Side::A), (self, side));
            own_rows().for_each(|row| row.reset(&mut held.said, Side::A));
        }
        if side != Side::B {
            self.held[side.index()] = Some(held);
        }
    }

    /// The next letter that is free for a machine.
    #[must_use]
    pub fn free_letter(&self) -> Option<Side> {
        [Side::C, Side::D].into_iter().find(|&side| !self.is_held(side))
    }

    /// Holds a machine as it is, under a letter: another one, or its own. Says whether it could.
    pub fn pin(&mut self, from: Side, to: Side) -> bool {
        let held = self.capture(from).filter(|_| to != Side::B);
        held.map(|held| self.put(held, to)).is_some()
    }

    /// Lets a held machine go: A follows the settings again, the others are no more.
    pub fn release(&mut self, side: Side) {
        self.held[side.index()] = None;
        if side == Side::C {
            self.held.swap(Side::C.index(), Side::D.index());
        }
    }

    /// A machine and B change places. A fork cannot: what is said of B holds from the beginning.
    pub fn exchange(&mut self, side: Side) -> bool {
        match (side, self.is_held(side)) {
            (Side::A, false) => self.sides.swap(0, 1),
            (_, true) if self.changes(side).is_empty() => {
                let (Some(one), Some(other)) = (self.capture(side), self.capture(Side::B)) else {
                    return false;
                };
                self.put(one, Side::B);
                self.put(other, side);
            }
            _ => return false,
        }
        true
    }

    /// Forks a machine: a further one is the same until the change is made. What would have been
    /// done to the first one later is not done to it.
    pub fn fork(&mut self, from: Side, change: Change) -> Option<Side> {
        let to = self.free_letter().filter(|_| fits(change.what))?;
        let mut held = self.capture(from)?;
        held.changes.retain(|before| before.at <= change.at);
        if held.changes.len() >= CHANGES_MOST {
            return None;
        }
        held.changes.push(change);
        self.put(held, to);
        Some(to)
    }

    /// The machine that a fork was made from, if it is there as it was then.
    #[must_use]
    pub fn origin(&self, fork: Side) -> Option<Side> {
        let (_, before) = self.changes(fork).split_last()?;
        let alone = self.alone(fork)?;
        let is_same = |side: &Side| {
            let last = self.changes(fork).last().map(|last| last.at);
            let earlier = self.changes(*side).iter().filter(|change| Some(change.at) <= last);
            *side != fork && earlier.eq(before) && self.alone(*side).as_ref() == Some(&alone)
        };
        self.machines().into_iter().find(is_same)
    }
}

type Kind = (&'static str, fn(u32) -> Intervention, u32, u32);

/// The words of changes in links, with the least and the most amount that each can have.
const KINDS: [Kind; 7] = [
    ("start", Intervention::Start, 1, 1000),
    ("stop", Intervention::Stop, 1, 20_000),
    ("cancel", |_| Intervention::Cancel, 0, 0),
    ("cores", Intervention::Cores, 1, 1024),
    ("disk", Intervention::DiskSpeed, 1, 100_000),
    ("link", Intervention::Link, 1, 1_000_000),
    ("neighbour", Intervention::Neighbour, 1, 65_536),
];

/// The word of a change in links, and its amount.
#[must_use]
pub const fn word(what: Intervention) -> (&'static str, u32) {
    match what {
        Intervention::Start(count) => ("start", count),
        Intervention::Stop(count) => ("stop", count),
        Intervention::Cancel => ("cancel", 0),
        Intervention::Cores(cores) => ("cores", cores),
        Intervention::DiskSpeed(speed) => ("disk", speed),
        Intervention::Link(speed) => ("link", speed),
        Intervention::Neighbour(gib) => ("neighbour", gib),
    }
}

/// The change of a word and an amount, if there is one.
#[must_use]
pub fn intervention(word: &str, amount: u32) -> Option<Intervention> {
    let (_, make, low, high) = KINDS.into_iter().find(|(name, ..)| *name == word)?;
    (low..=high).contains(&amount).then(|| make(amount))
}

/// The words of all changes, in the order in which they are offered.
pub fn words() -> impl Iterator<Item = &'static str> {
    KINDS.into_iter().map(|(word, ..)| word)
}

/// Whether a change is within what is allowed.
#[must_use]
pub fn fits(what: Intervention) -> bool {
    let (word, amount) = word(what);
    intervention(word, amount).is_some()
}

/// Changes as the text of a field: `start.8.2100000000000`, the time in picoseconds.
pub(super) fn format_changes(changes: &[Change]) -> String {
    let one = |change: &Change| {
        let (word, amount) = word(change.what);
        format!("{word}.{amount}.{}", change.at.0)
    };
    changes.iter().map(one).collect::<Vec<_>>().join(",")
}

/// The changes of a text; `None` if one is not understood, or they are too many.
pub(super) fn parse_changes(text: &str) -> Option<Vec<Change>> {
    let one = |text: &str| {
        let mut parts = text.split('.');
        let what = intervention(parts.next()?, parts.next()?.parse().ok()?)?;
        let at = crate::units::Time(parts.next()?.parse().ok()?);
        parts.next().is_none().then_some(Change { at, what })
    };
    let changes: Vec<Change> = text.split(',').map(one).collect::<Option<_>>()?;
    let in_order = changes.is_sorted_by_key(|change| change.at);
    (changes.len() <= CHANGES_MOST && in_order).then_some(changes)
}
