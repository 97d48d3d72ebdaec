//! A scenario as people pass it on: a link, a code that can be typed, or the text of a file.
//!
//! The code is what a link says without its address and checksum, `n=200 a.platform=xen-pv`: it can
//! be read aloud or written on a board, and a letter that goes wrong is a key or a value that does
//! not exist. One field takes all three, so that nobody has to know which one they were given.

use super::field::FieldProblem;
use super::file::{self, FileProblem};
use super::link::{self, LinkError};
use super::{PARAMETERS, Scenario};

/// The code of the scenario that the page opens with, from which nothing differs.
pub const DEFAULT: &str = "default";

/// Why a text says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedProblem {
    /// There is none.
    Nothing,
    /// It is a link that cannot be used.
    Link(LinkError),
    /// It is a link of which a part is not understood.
    Fields(Vec<FieldProblem>),
    /// It is a code or a file in which something is not understood.
    File(Vec<FileProblem>),
}

/// What differs from the default, in words of the link, for people to type.
#[must_use]
pub fn code(scenario: &Scenario) -> String {
    let link = link::encode(scenario);
    let fields = link.split_once('?').map_or("", |(_, fields)| fields);
    let fields: Vec<_> = fields
        .split('&')
        .filter(|field| !field.starts_with("v=") && !field.starts_with("c="))
        .collect();
    if fields.is_empty() { DEFAULT.to_owned() } else { fields.join(" ") }
}

/// Reads a link, a code, or the text of a file.
///
/// # Errors
/// Everything that is not understood; nothing is used in part.
pub fn read(text: &str) -> Result<Scenario, TypedProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(TypedProblem::Nothing);
    }
    if text.eq_ignore_ascii_case(DEFAULT) {
        return Ok(Scenario::default());
    }
    // An export tells its own link among other things.
    let at = if text.starts_with('{') { None } else { text.find("#/") };
    if let Some(at) = at {
        return match link::decode(&text[at..]) {
            Ok(decoded) if decoded.problems.is_empty() => Ok(decoded.scenario),
            Ok(decoded) => Err(TypedProblem::Fields(decoded.problems)),
            Err(LinkError::Empty) => Ok(Scenario::default()),
            Err(error) => Err(TypedProblem::Link(error)),
        };
    }
    let fields = spread(text);
    file::read(fields.as_deref().unwrap_or(text)).map_err(TypedProblem::File)
}

/// A code as the lines of a file, where every word of it is a field: a file has spaces around the
/// sign, or a word that is none.
fn spread(text: &str) -> Option<String> {
    let known = |key: &str| {
        let key =
            key.strip_prefix(['a', 'b']).and_then(|rest| rest.strip_prefix('.')).unwrap_or(key);
        PARAMETERS.iter().any(|row| row.key == key)
    };
    let words: Vec<_> =
        text.split(|letter: char| letter.is_whitespace() || letter == '&').collect();
    let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let all = words.iter().all(|word| word.split_once('=').is_some_and(|(_, to)| !to.is_empty()));
    let some = words.iter().any(|word| word.split_once('=').is_some_and(|(key, _)| known(key)));
    (all && some).then(|| words.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::PRESETS;

    #[test]
    fn what_is_passed_on_in_any_form_is_the_same_scenario() {
        for preset in PRESETS {
            let scenario = preset.scenario();
            let link = format!("https://example.org/strata/?lang=ko{}", link::encode(&scenario));
            let code = code(&scenario);
            assert_eq!(read(&link), Ok(scenario.clone()), "{}", preset.key);
            assert_eq!(read(&format!("  {code}\n")), Ok(scenario.clone()), "{code}");
            assert_eq!(read(&code.replace(' ', "&")), Ok(scenario), "{code}");
        }
    }

    #[test]
    fn a_file_is_read_too() {
        let export = "{\"scenario\": {\"n\": 40}, \"link\": \"#/lab?v=1&n=7&c=1\"}";
        assert_eq!(read(export).map(|scenario| scenario.instances), Ok(40));
        let written = read("# a lesson\nn = 40\nhost = \"laptop\"\n").expect("a list");
        assert_eq!(written.instances, 40);
        assert_eq!(read("n=40\nhost=laptop"), Ok(written));
    }

    #[test]
    fn a_letter_that_went_wrong_is_named() {
        let Err(TypedProblem::File(problems)) = read("n=40 a.plattform=docker") else {
            panic!("it is no parameter");
        };
        assert!(matches!(&problems[..],
            [FileProblem::Field(FieldProblem::UnknownKey { key })] if key == "a.plattform"));
        assert!(matches!(read("hello"), Err(TypedProblem::File(_))));
        assert_eq!(read(" \n "), Err(TypedProblem::Nothing));
        assert!(matches!(read("#/lab?v=1&n=3&c=00000000"), Err(TypedProblem::Link(_))));
    }
}
