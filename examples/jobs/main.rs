//! Runs a job file and prints when each step of each job ended.
//!
//! ```text
//! cargo run --release --no-default-features --example jobs -- FILE.json > ends.csv
//! ```
//!
//! `-` in place of the file reads standard input. `--events` prints how many events were handled,
//! and the wall time of the run alone, to standard error. Bad input gives one line that says where
//! and what, and exit status 2.

mod csv;
mod file;
mod run;
mod syntax;

use std::fs;
use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;

const USAGE: &str = "usage: jobs [--events] FILE.json (or - for standard input)";

fn main() -> ExitCode {
    match execute(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            // One line whatever the file contains, and no panic where standard error is closed.
            let _ = writeln!(io::stderr(), "jobs: {}", one_line(&problem));
            ExitCode::from(2)
        }
    }
}

fn execute(arguments: impl Iterator<Item = String>) -> Result<(), String> {
    let mut path = None;
    let mut with_events = false;
    for argument in arguments {
        match argument.as_str() {
            "--events" => with_events = true,
            "--help" | "-h" => return write_all(|out| writeln!(out, "{USAGE}")),
            option if option.starts_with('-') && option != "-" => {
                return Err(format!("unknown option {option}; {USAGE}"));
            }
            _ if path.is_some() => return Err(format!("more than one file; {USAGE}")),
            _ => path = Some(argument),
        }
    }
    let path = path.ok_or_else(|| format!("no file given; {USAGE}"))?;
    let in_file = |problem: &dyn std::fmt::Display| format!("{path}: {problem}");
    let text = read(&path).map_err(|problem| in_file(&problem))?;
    let input = file::parse(&text).map_err(|problem| in_file(&problem))?;
    drop(text);

    #[expect(clippy::disallowed_types, reason = "measures the run; never part of it")]
    let begin = std::time::Instant::now();
    let outcome = run::run(&input).map_err(|problem| in_file(&problem))?;
    let wall = begin.elapsed().as_secs_f64();

    write_all(|out| csv::write(out, &input, &outcome.ends))?;
    if with_events {
        let _ = writeln!(io::stderr(), "{} events in {wall:.6} s", outcome.events);
    }
    Ok(())
}

fn read(path: &str) -> io::Result<Vec<u8>> {
    if path != "-" {
        return fs::read(path);
    }
    let mut text = Vec::new();
    io::stdin().lock().read_to_end(&mut text)?;
    Ok(text)
}

/// Writes to standard output. A reader who has seen enough and hangs up is no problem.
fn write_all(
    write: impl FnOnce(&mut BufWriter<io::StdoutLock<'_>>) -> io::Result<()>,
) -> Result<(), String> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(problem) if problem.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("standard output: {problem}"))
        }
        _ => Ok(()),
    }
}

/// The text with its line breaks and other control characters written out.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() {
            line.extend(character.escape_default());
        } else {
            line.push(character);
        }
    }
    line
}
