//! The second program without its browser: orders become jobs, and jobs become data or files.
//!
//! It is what the command line is for a terminal: it decides nothing about the model and formats
//! nothing itself, and a file from here has the same bytes as one from there. Several jobs take
//! turns, so that a long one never keeps a short one waiting.

mod job;

pub use job::Job;

use crate::app::pace::Pace;
use crate::app::work::{Form, Found, Reply, Request};

/// A reply, and the text of the file where it brings one.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// The reply.
    pub reply: Reply,
    /// The text of a file.
    pub text: Option<String>,
}

impl From<Reply> for Letter {
    fn from(reply: Reply) -> Self {
        Self { reply, text: None }
    }
}

/// A job at its turn.
struct Turn {
    number: u32,
    job: Job,
    pace: Pace,
    /// How far it had come when that was told last.
    told: f64,
}

/// All jobs that are going on.
#[derive(Default)]
pub struct Desk {
    turns: Vec<Turn>,
}

impl Desk {
    /// Takes a request, and replies at once where there is nothing to do.
    pub fn hear(&mut self, request: Request) -> Option<Letter> {
        match request {
            Request::Begin { job: number, order } => match Job::new(*order) {
                Some(job) => {
                    self.turns.push(Turn { number, job, pace: Pace::default(), told: 0.0 });
                    None
                }
                None => Some(Reply::Refused { job: number }.into()),
            },
            Request::Cancel { job } => {
                self.turns.retain(|turn| turn.number != job);
                None
            }
        }
    }

    /// Whether nothing is going on.
    #[must_use]
    pub const fn is_idle(&self) -> bool {
        self.turns.is_empty()
    }

    /// Gives each job so many milliseconds on the clock `now`, and tells how far each has come.
    pub fn work(&mut self, now: impl Fn() -> f64, milliseconds: f64) -> Vec<Letter> {
        let mut letters = Vec::new();
        self.turns.retain_mut(|turn| {
            let Turn { number, job, pace, told } = turn;
            if pace.work(&now, milliseconds, |events| job.advance(events)) {
                letters.push(finished(*number, job));
                return false;
            }
            let share = job.fraction();
            let more = share > *told && job.form() == Form::Shown;
            *told = share;
            let found = more.then(|| job.found());
            letters.push(Reply::Working { job: *number, share, found }.into());
            true
        });
        letters
    }
}

fn finished(number: u32, job: &Job) -> Letter {
    match job.text() {
        Some(text) => {
            let found = Found::File { name: job.file_name() };
            Letter { reply: Reply::Done { job: number, found }, text: Some(text) }
        }
        None => Reply::Done { job: number, found: job.found() }.into(),
    }
}
