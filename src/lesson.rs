//! Lessons, questions and terms as data: what is taught, apart from how it is shown.
//!
//! Each is a TOML file that a teacher can write ([`course`] has those of the built-in course), read
//! by serde and then checked as a whole: a lesson that is loaded has no name that leads nowhere and
//! no condition that cannot be read. Their words are their own, in two languages; the words that
//! speak about them are in `text`.

pub mod amount;
pub mod condition;
pub mod course;
pub mod facts;
mod file;
pub mod fill;
pub mod glossary;
pub mod place;
pub mod prediction;
pub mod progress;
mod read;
mod step;
pub mod trial;
pub mod words;

pub use condition::{Condition, Term};
pub use facts::Facts;
pub use place::Place;
pub use prediction::{Guess, Predict};
pub use progress::{Progress, Trail};
pub use read::{LENGTH_MOST, read};
pub use step::{Choice, Goal, Kind, Lesson, Need, Scene, Statement, Step, Teacher};
pub use words::Words;
