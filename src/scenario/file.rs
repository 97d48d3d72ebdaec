//! A scenario in a file: an export of the program, or a short list written by hand.
//!
//! A list has a key and a value on each line, as TOML writes them (`n = 200`,
//! `a.platform = "xen-pv"`), and may begin from a preset (`preset = "density"`). An export is JSON
//! with the same keys under `scenario`. Unlike a link, which is old and cannot be corrected, a
//! file that is not understood in full is not used: whoever wrote it is there to correct it.

use serde_json::{Map, Value as Json};

use super::field::{FieldProblem, HELD};
use super::{Scenario, preset};

/// The form of an export, which its field `schema` names; another form has another number.
pub const SCHEMA: &str = "strata/1";

/// Why a file says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// It begins like JSON and is none.
    NotJson {
        /// Where, counted from 1.
        line: usize,
        /// Where in the line, counted from 1.
        column: usize,
    },
    /// A line is no comment, no heading `[a]` and no `key = value`.
    NotAField {
        /// Which, counted from 1.
        line: usize,
    },
    /// A field of an export is no number, text or switch.
    NotAValue {
        /// Which.
        key: String,
    },
    /// An export of another version.
    OtherSchema {
        /// What it says it is.
        found: String,
    },
    /// No preset has this name.
    UnknownPreset {
        /// The name.
        key: String,
    },
    /// A field that no scenario has, or a value that it cannot have.
    Field(FieldProblem),
}

type Fields = Vec<(String, String)>;

/// Reads a scenario.
///
/// # Errors
/// Everything that is not understood. The scenario may have problems of its own, as if it had
/// been typed.
pub fn read(text: &str) -> Result<Scenario, Vec<FileProblem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let fields = if text.trim_start().starts_with('{') { json(text) } else { list(text) }?;
    let mut problems = Vec::new();
    let mut scenario = Scenario::default();
    for (_, name) in fields.iter().filter(|(key, _)| key == "preset") {
        match preset(name) {
            Some(found) => scenario = found.scenario(),
            None => problems.push(FileProblem::UnknownPreset { key: name.clone() }),
        }
    }
    // That a machine is held must be known before what is held, in whatever order it stands.
    let mut rest: Vec<_> = fields.iter().filter(|(key, _)| key != "preset").collect();
    rest.sort_by_key(|(key, _)| !key.split('.').any(|part| part == HELD));
    for (key, value) in rest {
        problems.extend(scenario.set_field(key, value).err().map(FileProblem::Field));
    }
    if problems.is_empty() { Ok(scenario) } else { Err(problems) }
}

fn json(text: &str) -> Result<Fields, Vec<FileProblem>> {
    let place = |error: &serde_json::Error| FileProblem::NotJson {
        line: error.line(),
        column: error.column(),
    };
    let mut top: Map<String, Json> =
        serde_json::from_str(text).map_err(|error| vec![place(&error)])?;
    if let Some(schema) = top.remove("schema")
        && schema != SCHEMA
    {
        let found = schema.as_str().map_or_else(|| schema.to_string(), str::to_owned);
        return Err(vec![FileProblem::OtherSchema { found }]);
    }
    let fields = match top.remove("scenario") {
        Some(Json::Object(fields)) => fields,
        Some(_) => return Err(vec![FileProblem::NotAValue { key: "scenario".to_owned() }]),
        None => top,
    };
    let mut problems = Vec::new();
    let mut found = Vec::new();
    for (key, value) in fields {
        match value {
            Json::String(text) => found.push((key, text)),
            Json::Number(number) => found.push((key, number.to_string())),
            Json::Bool(on) => found.push((key, switch(on))),
            Json::Null | Json::Array(_) | Json::Object(_) => {
                problems.push(FileProblem::NotAValue { key });
            }
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(problems) }
}

fn switch(on: bool) -> String {
    if on { "on" } else { "off" }.to_owned()
}

fn list(text: &str) -> Result<Fields, Vec<FileProblem>> {
    let mut problems = Vec::new();
    let mut found = Vec::new();
    let mut heading = String::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            heading = format!("{}.", name.trim());
            continue;
        }
        match field(line) {
            Some((key, value)) => found.push((format!("{heading}{key}"), value)),
            None => problems.push(FileProblem::NotAField { line: number + 1 }),
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(problems) }
}

/// `key = value`, with a comment after it or not.
fn field(line: &str) -> Option<(String, String)> {
    let (key, rest) = line.split_once('=')?;
    let key = key.trim().trim_matches(['"', '\'']).to_owned();
    let rest = rest.trim();
    let quote = rest.chars().next().filter(|first| ['"', '\''].contains(first));
    let (value, after) = if let Some(quote) = quote {
        rest[1..].split_once(quote)?
    } else {
        let end = rest.find('#').unwrap_or(rest.len());
        (rest[..end].trim(), &rest[end..])
    };
    let after = after.trim_start();
    if key.is_empty() || !(after.is_empty() || after.starts_with('#')) {
        return None;
    }
    let value = match (quote, value) {
        (Some(_), _) => value.to_owned(),
        (None, "") => return None,
        (None, "true" | "false") => switch(value == "true"),
        (None, number) => number.replace('_', ""),
    };
    Some((key, value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Side;

    #[test]
    fn a_list_written_by_hand_is_read() {
        let text = "# Two hundred of each.\n\
                    preset = \"microvms\"\nn = 2_00   # not 20\nspread = false\n\
                    b.platform = 'gvisor'\n[a]\nvcpus = 4\n";
        let scenario = read(text).expect("a sound list");
        assert_eq!((scenario.instances, scenario.spread), (200, false));
        assert_eq!(scenario.side(Side::A).platform, "firecracker");
        assert_eq!(scenario.side(Side::B).platform, "gvisor");
        assert_eq!((scenario.side(Side::A).vcpus, scenario.side(Side::B).vcpus), (4, 2));
        assert_eq!(read(""), Ok(Scenario::default()));
    }

    #[test]
    fn everything_that_is_not_understood_is_told() {
        assert_eq!(
            read("n = 12\nmany\nhost = \"server\" \"laptop\"\n"),
            Err(vec![FileProblem::NotAField { line: 2 }, FileProblem::NotAField { line: 3 }])
        );
        let unknown = FieldProblem::UnknownKey { key: "c.platform".to_owned() };
        let value = FieldProblem::UnknownValue { key: "n".to_owned(), value: "-1".to_owned() };
        assert_eq!(
            read("preset = \"nothing\"\nc.platform = \"docker\"\nn = -1"),
            Err(vec![
                FileProblem::UnknownPreset { key: "nothing".to_owned() },
                FileProblem::Field(unknown),
                FileProblem::Field(value),
            ])
        );
        assert_eq!(read("{\n  \"n\": }"), Err(vec![FileProblem::NotJson { line: 2, column: 8 }]));
        let schema = read("{\"schema\": \"strata/9\", \"scenario\": {}}");
        assert_eq!(schema, Err(vec![FileProblem::OtherSchema { found: "strata/9".to_owned() }]));
        let nested = read("{\"scenario\": {\"n\": [1]}}");
        assert_eq!(nested, Err(vec![FileProblem::NotAValue { key: "n".to_owned() }]));
    }
}
