//! Where results go, and how far long work has come.

use std::io::{self, IsTerminal, Write};

use super::Faults;
use crate::text::Locale;
use crate::text::command::Fault;
use crate::text::number::percent;

/// Events in a slice: some milliseconds of work.
const SLICE: u64 = 100_000;
/// Work that takes less shows no progress.
const PATIENCE_MILLISECONDS: u128 = 300;
/// Time between two lines of progress.
const PAUSE_MILLISECONDS: u128 = 100;

/// The terminal, or the files and pipes in its place.
pub(super) struct Output {
    show_progress: bool,
    pub(super) locale: Locale,
}

impl Output {
    pub(super) fn new(quiet: bool, locale: Locale) -> Self {
        Self { show_progress: !quiet && io::stderr().is_terminal(), locale }
    }

    /// Advances a job to its end, and tells a terminal how far it has come.
    pub(super) fn finish<J>(
        &self,
        job: &mut J,
        mut advance: impl FnMut(&mut J, u64) -> bool,
        fraction: impl Fn(&J) -> f64,
    ) {
        #[expect(clippy::disallowed_types, reason = "progress is told in the time of the reader")]
        let clock = std::time::Instant::now();
        let mut told_at = None;
        while !advance(job, SLICE) {
            let now = clock.elapsed().as_millis();
            let due = told_at.map_or(PATIENCE_MILLISECONDS, |at| at + PAUSE_MILLISECONDS);
            if self.show_progress && now >= due {
                told_at = Some(now);
                let told = percent(fraction(job), self.locale);
                let _ = write!(io::stderr(), "\r{told:>6} ");
            }
        }
        if told_at.is_some() {
            // The line is wiped, so that nothing stands before the result.
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }

    /// Writes the result. A reader who has seen enough and hangs up is no problem.
    pub(super) fn write(path: Option<&str>, result: &[u8]) -> Result<(), Faults> {
        let written = if let Some(path) = path {
            std::fs::write(path, result)
        } else {
            let mut out = io::stdout().lock();
            out.write_all(result).and_then(|()| out.flush())
        };
        match written {
            Err(problem) if problem.kind() != io::ErrorKind::BrokenPipe => Err(vec![Fault::Path {
                path: path.unwrap_or("-").to_owned(),
                problem: problem.to_string(),
            }]),
            _ => Ok(()),
        }
    }
}
