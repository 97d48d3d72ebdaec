//! A parameter by its key and a value by its text, as in links, files and on the command line.
//!
//! Keys are those of the share link: `n`, `a.platform`, `b.vcpus`. They never change.

use super::held::{Held, format_changes, held_rows, parse_changes};
use super::overrides::{Override, key_of};
use super::{Kind, PARAMETERS, Parameter, Scenario, Scope, Side, Value};

/// The mark of a machine that is held: `c.held=on`. It stands before its other fields.
pub(super) const HELD: &str = "held";
/// What is done to a held machine on its way.
const FORK: &str = "fork";

/// Whether a parameter stands with what is held. What is A's own stands where it always does.
fn is_held_row(row: &Parameter, side: Side) -> bool {
    side != Side::A || row.scope == Scope::Common
}

/// A field that is not understood; what else was said counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// No parameter has this key.
    UnknownKey {
        /// The key.
        key: String,
    },
    /// The parameter cannot have this value; its default is used.
    UnknownValue {
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
}

/// The key of a parameter, with its side.
#[must_use]
pub fn key(row: &Parameter, side: Side) -> String {
    match (row.scope, side) {
        (Scope::Common, _) => row.key.to_owned(),
        (Scope::Side, side) => format!("{}.{}", letter(side), row.key),
    }
}

const fn letter(side: Side) -> &'static str {
    match side {
        Side::A => "a",
        Side::B => "b",
        Side::C => "c",
        Side::D => "d",
    }
}

/// The parameter of a key, with its side.
#[must_use]
pub fn row_of(key: &str) -> Option<(&'static Parameter, Side)> {
    let (scope, side, key) = match key.split_once('.') {
        Some(("a", key)) => (Scope::Side, Side::A, key),
        Some(("b", key)) => (Scope::Side, Side::B, key),
        Some(_) => return None,
        None => (Scope::Common, Side::A, key),
    };
    let row = PARAMETERS.iter().find(|row| row.scope == scope && row.key == key)?;
    Some((row, side))
}

/// The keys of all parameters, those of a side twice.
pub fn keys() -> impl Iterator<Item = String> {
    PARAMETERS.iter().flat_map(|row| row.sides().iter().map(|&side| key(row, side)))
}

/// The text of a value.
#[must_use]
pub fn format_value(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Switch(true) => "on".to_owned(),
        Value::Off | Value::Switch(false) => "off".to_owned(),
        Value::Choice(id) => id.clone(),
    }
}

/// The value that a text means for a parameter; `None` if it is of another kind.
#[must_use]
pub fn parse_value(row: &Parameter, text: &str) -> Option<Value> {
    let number = || {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if digits { text.parse().ok().map(Value::Number) } else { None }
    };
    match (row.kind, text) {
        (Kind::Optional(..), "off") => Some(Value::Off),
        (Kind::Number(_) | Kind::Optional(..), _) => number(),
        (Kind::Choice(_), _) => Some(Value::choice(text)),
        (Kind::Switch, "on") => Some(Value::Switch(true)),
        (Kind::Switch, "off") => Some(Value::Switch(false)),
        (Kind::Switch, _) => None,
    }
}

impl Scenario {
    /// Sets one field by its key.
    ///
    /// # Errors
    /// If no parameter has the key, or its kind does not fit the value. Nothing changes then.
    pub fn set_field(&mut self, key: &str, value: &str) -> Result<(), FieldProblem> {
        if let Some(done) = self.set_override(key, value) {
            return done;
        }
        if let Some(understood) = self.set_held(key, value) {
            let (key, value) = (key.to_owned(), value.to_owned());
            return if understood {
                Ok(())
            } else {
                Err(FieldProblem::UnknownValue { key, value })
            };
        }
        let Some((row, side)) = row_of(key) else {
            return Err(FieldProblem::UnknownKey { key: key.to_owned() });
        };
        let understood = parse_value(row, value).is_some_and(|value| row.set(self, side, &value));
        let (key, value) = (key.to_owned(), value.to_owned());
        if understood { Ok(()) } else { Err(FieldProblem::UnknownValue { key, value }) }
    }

    /// Everything that is chosen, by default or not, as keys and values in the order of the
    /// controls. Set upon the default scenario they give this one again.
    #[must_use]
    pub fn fields(&self) -> Vec<(String, Value)> {
        let rows =
            PARAMETERS.iter().flat_map(|row| row.sides().iter().map(move |&side| (row, side)));
        let chosen =
            rows.filter_map(|(row, side)| Some((key(row, side), (row.chosen)(self, side)?)));
        let constant = |of: &Override| (key_of(&of.path), Value::Choice(of.value.to_string()));
        let constants = self.overrides.iter().map(constant);
        chosen.chain(constants).chain(self.held_fields(|_, _| true)).collect()
    }

    /// What is held, as keys and values, of each machine its mark first.
    pub(super) fn held_fields(
        &self,
        wanted: impl Fn(&Parameter, &Self) -> bool,
    ) -> Vec<(String, Value)> {
        let mut fields = Vec::new();
        for side in Side::HELD {
            let Some(held) = self.held(side) else { continue };
            let letter = letter(side);
            fields.push((format!("{letter}.{HELD}"), Value::Switch(true)));
            for row in held_rows().filter(|row| is_held_row(row, side) && wanted(row, &held.said)) {
                if let Some(value) = (row.chosen)(&held.said, Side::A) {
                    fields.push((format!("{letter}.{}", row.key), value));
                }
            }
            if !held.changes.is_empty() {
                let changes = Value::Choice(format_changes(&held.changes));
                fields.push((format!("{letter}.{FORK}"), changes));
            }
        }
        fields
    }

    /// Sets a field of a held machine; `None` if it is the key of none, else whether it fits.
    fn set_held(&mut self, key: &str, value: &str) -> Option<bool> {
        let (letter_said, key) = key.split_once('.')?;
        let side = Side::HELD.into_iter().find(|&side| letter(side) == letter_said)?;
        let place = &mut self.held[side.index()];
        if key == HELD {
            if value == "on" && place.is_none() {
                *place = Some(Held { said: Box::default(), changes: Vec::new() });
            }
            return Some(value == "on");
        }
        let held = place.as_mut()?;
        if key == FORK {
            let changes = parse_changes(value);
            return Some(changes.map(|changes| held.changes = changes).is_some());
        }
        let row = held_rows().find(|row| row.key == key && is_held_row(row, side))?;
        Some(parse_value(row, value).is_some_and(|value| row.set(&mut held.said, Side::A, &value)))
    }
}
