//! Lessons, questions and terms as data: what is taught, apart from how it is shown.
//!
//! Each is a TOML file that a teacher can write ([`course`] has those of the built-in course), read
//! by serde and then checked as a whole: a lesson that is loaded has no name that leads nowhere and
//! no condition that cannot be read. Their words are their own, in two languages; the words that
//! speak about them are in `text`.

pub mod glossary;
pub mod words;

pub use words::Words;
