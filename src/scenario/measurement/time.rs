//! `time docker run …`: of bash, zsh, fish, of a POSIX shell with `-p`, and GNU's own program.
//!
//! What the command itself printed stands above and is passed over; several runs in one text are
//! taken together.

use super::duration::{with_colons, with_units};
use super::{Expected, Measurement, MeasurementProblem, Subject, Told, Tool, add, number};

type Found<'a> = (Subject, &'a str, Option<f64>);

/// `None` if the text is of another tool.
pub(super) fn read(text: &str) -> Option<Told> {
    let mut readings = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for (subject, found, seconds) in line_of(line) {
            match seconds {
                Some(seconds) => add(&mut readings, subject, seconds),
                None => {
                    return Some(Err(MeasurementProblem::at(at + 1, found, Expected::Duration)));
                }
            }
        }
    }
    let whole = readings.iter().any(|reading| reading.subject == Subject::Command);
    whole.then_some(Ok(Measurement { tool: Tool::Time, readings, assumed: None }))
}

fn line_of(line: &str) -> Vec<Found<'_>> {
    let line = line.trim();
    shell(line)
        .map(|found| vec![found])
        .or_else(|| zsh(line))
        .or_else(|| gnu(line))
        .or_else(|| verbose(line).map(|found| vec![found]))
        .unwrap_or_default()
}

/// `real 0m0.541s`, with a tab, and `real 0.54`; fish has
/// `Executed in  541.00 millis  fish  external`.
fn shell(line: &str) -> Option<Found<'_>> {
    if let Some(rest) = line.strip_prefix("Executed in ") {
        let words: Vec<&str> = rest.split_whitespace().take(2).collect();
        return Some((Subject::Command, rest, with_units(&words.join(""))));
    }
    let (name, value) = line.split_once([' ', '\t'])?;
    let subject = match name {
        "real" => Subject::Command,
        "user" => Subject::User,
        "sys" => Subject::System,
        _ => return None,
    };
    let value = value.trim();
    // A sentence of the command may begin with one of these words.
    let plain = value.starts_with(|c: char| c.is_ascii_digit()) || name == "real";
    let seconds = number(value).or_else(|| with_units(value));
    (plain && !value.contains(' ')).then_some((subject, value, seconds))
}

/// `docker run … 0.02s user 0.01s system 5% cpu 0.541 total`.
fn zsh(line: &str) -> Option<Vec<Found<'_>>> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [.., user, "user", system, "system", _, "cpu", total, "total"] = words[..] else {
        return None;
    };
    let seconds = |text: &str| with_colons(text.trim_end_matches('s'));
    Some(vec![
        (Subject::Command, total, seconds(total)),
        (Subject::User, user, seconds(user)),
        (Subject::System, system, seconds(system)),
    ])
}

/// `0.02user 0.01system 0:00.54elapsed 5%CPU (…)k`.
fn gnu(line: &str) -> Option<Vec<Found<'_>>> {
    let word = |ending: &str| line.split_whitespace().find_map(|word| word.strip_suffix(ending));
    let elapsed = word("elapsed")?;
    let mut found = vec![(Subject::Command, elapsed, with_colons(elapsed))];
    found.extend(word("user").map(|text| (Subject::User, text, number(text))));
    found.extend(word("system").map(|text| (Subject::System, text, number(text))));
    Some(found)
}

/// `Elapsed (wall clock) time (h:mm:ss or m:ss): 0:00.54`, with `-v`.
fn verbose(line: &str) -> Option<Found<'_>> {
    let (name, value) = line.rsplit_once(": ")?;
    let subject = match name {
        "Elapsed (wall clock) time (h:mm:ss or m:ss)" => Subject::Command,
        "User time (seconds)" => Subject::User,
        "System time (seconds)" => Subject::System,
        _ => return None,
    };
    Some((subject, value, with_colons(value)))
}
