//! The share link: a scenario as the fragment of an address, readable, versioned, checksummed.
//!
//! `#/lab?v=1&n=200&a.platform=xen-pv&c=5d0f3c2a`: a flat list of what differs from the default,
//! so that a link is short, can be read, and stays the same when a parameter is added. What is
//! left out means the default of version 1, which never changes. The last field is the CRC-32 of
//! all that stands between `?` and it; it is the last field in every version to come, so that a
//! damaged link can be told from one of the future.

use super::{PARAMETERS, Parameter, Scenario, Scope, Side, Value};

/// The version that is written, and the highest that is read.
pub const VERSION: u32 = 1;
/// No link is longer, in bytes.
pub const LENGTH_MOST: usize = 2000;

const ROUTE: &str = "/lab?";
const CHECKSUM: &str = "&c=";

/// Why a link says nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// No scenario in it: the default is meant, and nothing is wrong.
    #[error("no scenario")]
    Empty,
    /// The address of something else.
    #[error("not a share link")]
    NotOurs,
    /// Longer than any link that was ever written.
    #[error("a link of {length} bytes, but none has more than {LENGTH_MOST}")]
    TooLong {
        /// Its length in bytes.
        length: usize,
    },
    /// The end is missing.
    #[error("the link was cut off")]
    Truncated,
    /// The checksum does not fit.
    #[error("the link was changed on its way")]
    Damaged,
    /// Written by a later version of the program.
    #[error("a link of version {found}, but this program reads {known}")]
    FutureVersion {
        /// The version that it says.
        found: u32,
        /// The highest that is read.
        known: u32,
    },
}

/// A field of a sound link that this version does not understand; the rest counts.
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

/// What a link says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The scenario; it may have problems of its own, as if it had been typed.
    pub scenario: Scenario,
    /// Fields that were not understood.
    pub problems: Vec<FieldProblem>,
}

/// The fragment of the address that leads to a scenario, with its `#`.
#[must_use]
pub fn encode(scenario: &Scenario) -> String {
    let mut fields = vec![format!("v={VERSION}")];
    for row in PARAMETERS {
        for &side in row.sides() {
            if !row.is_default(scenario, side)
                && let Some(value) = (row.chosen)(scenario, side)
            {
                fields.push(format!("{}={}", key(row, side), format_value(&value)));
            }
        }
    }
    let fields = fields.join("&");
    let checksum = crc32fast::hash(fields.as_bytes());
    format!("#{ROUTE}{fields}{CHECKSUM}{checksum:08x}")
}

/// Reads the fragment of an address, with or without its `#`.
///
/// # Errors
/// If it holds no scenario that can be relied on. Nothing of a damaged link is used.
pub fn decode(fragment: &str) -> Result<Decoded, LinkError> {
    let text = fragment.strip_prefix('#').unwrap_or(fragment);
    if matches!(text, "" | "/" | "/lab" | "/lab?") {
        return Err(LinkError::Empty);
    }
    let fields = text.strip_prefix(ROUTE).ok_or(LinkError::NotOurs)?;
    if fragment.len() > LENGTH_MOST {
        return Err(LinkError::TooLong { length: fragment.len() });
    }
    let (fields, checksum) = fields.rsplit_once(CHECKSUM).ok_or(LinkError::Truncated)?;
    if checksum.len() < 8 {
        return Err(LinkError::Truncated);
    }
    if format!("{:08x}", crc32fast::hash(fields.as_bytes())) != checksum {
        return Err(LinkError::Damaged);
    }
    let (version, rest) = fields.split_once('&').unwrap_or((fields, ""));
    let found = version.strip_prefix("v=").and_then(|digits| digits.parse::<u32>().ok());
    match found {
        Some(VERSION) => Ok(decode_fields(rest)),
        Some(found @ 2..) => Err(LinkError::FutureVersion { found, known: VERSION }),
        Some(0) | None => Err(LinkError::NotOurs),
    }
}

fn decode_fields(fields: &str) -> Decoded {
    let mut scenario = Scenario::default();
    let mut problems = Vec::new();
    for field in fields.split('&').filter(|field| !field.is_empty()) {
        let (key, value) = field.split_once('=').unwrap_or((field, ""));
        let Some((row, side)) = row_of(key) else {
            problems.push(FieldProblem::UnknownKey { key: key.to_owned() });
            continue;
        };
        let understood =
            parse_value(row, value).is_some_and(|value| row.set(&mut scenario, side, &value));
        if !understood {
            let (key, value) = (key.to_owned(), value.to_owned());
            problems.push(FieldProblem::UnknownValue { key, value });
        }
    }
    Decoded { scenario, problems }
}

fn key(row: &Parameter, side: Side) -> String {
    match (row.scope, side) {
        (Scope::Common, _) => row.key.to_owned(),
        (Scope::Side, Side::A) => format!("a.{}", row.key),
        (Scope::Side, Side::B) => format!("b.{}", row.key),
    }
}

fn row_of(key: &str) -> Option<(&'static Parameter, Side)> {
    let (scope, side, key) = match key.split_once('.') {
        Some(("a", key)) => (Scope::Side, Side::A, key),
        Some(("b", key)) => (Scope::Side, Side::B, key),
        Some(_) => return None,
        None => (Scope::Common, Side::A, key),
    };
    let row = PARAMETERS.iter().find(|row| row.scope == scope && row.key == key)?;
    Some((row, side))
}

fn format_value(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Switch(true) => "on".to_owned(),
        Value::Off | Value::Switch(false) => "off".to_owned(),
        Value::Choice(id) => id.clone(),
    }
}

fn parse_value(row: &Parameter, text: &str) -> Option<Value> {
    use super::Kind;
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
