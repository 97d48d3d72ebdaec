//! The command line: the same core as the page, for scripts and terminals.
//!
//! It decides nothing about the model and formats nothing itself: arguments become a scenario and
//! a study, the study runs, and the export that the page would offer is written. Exit status 0 is
//! success, 1 is a result that is none (rows that miss unexplained, nothing that could run), 2 is
//! a command or scenario that makes no sense.

mod arguments;
mod asked;
mod lesson;
mod near;
mod output;
mod studies;

use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use self::arguments::{Arguments, Command};
use self::output::Output;
use crate::text::Say;
use crate::text::command::Fault;
use crate::text::lesson::Check;

/// Runs the command that the process was started with.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version come this way too. A reader who has hung up is no problem.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let output = Output::new(arguments.quiet, arguments.lang.into());
    match execute(&arguments.command, &output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            for fault in &faults {
                let told = fault.say(output.locale).replace('\u{a0}', " ");
                let _ = writeln!(std::io::stderr(), "strata: {told}");
            }
            ExitCode::from(faults.iter().map(status).max().unwrap_or(0))
        }
    }
}

/// Everything that is wrong, at least one.
type Faults = Vec<Fault>;

fn status(fault: &Fault) -> u8 {
    match fault {
        Fault::Nothing
        | Fault::NoConstant
        | Fault::Lesson(Check::Untrue { .. })
        | Fault::Fails { .. }
        | Fault::Misses { .. } => 1,
        _ => 2,
    }
}

fn execute(command: &Command, output: &Output) -> Result<(), Faults> {
    match command {
        Command::Run(of) => studies::run(of, output),
        Command::Sweep(of) => studies::sweep(of, output),
        Command::Replicate(of) => studies::replicate(of, output),
        Command::Place(of) => studies::place(of, output),
        Command::Explain(of) => studies::explain(of, output),
        Command::Why(of) => studies::why(of, output),
        Command::Validate(of) => studies::validate(of, output),
        Command::Claims(of) => studies::claims(of, output),
        Command::Catalog(of) => studies::catalog(of, output),
        Command::Lesson(of) => lesson::check(of, output),
        Command::List(of) => studies::list(of, output),
        Command::Completions(of) => {
            let mut script = Vec::new();
            clap_complete::generate(of.shell, &mut Arguments::command(), "strata", &mut script);
            Output::write(None, &script)
        }
    }
}
