//! All lessons that there are here: those of the course, and those of a teacher's own files, which
//! are kept in the browser as they were written.

use std::rc::Rc;

use crate::lesson::course::course;
use crate::lesson::{Lesson, read};
use crate::text::lesson::Fault;
use crate::web::storage::{self, Refusal};

/// Stands between two files where they are kept: no TOML has it.
const BETWEEN: char = '\u{1d}';
const KEPT: &str = "lessons.own";

/// A lesson, and whether it is a teacher's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Volume {
    /// The lesson.
    pub lesson: Lesson,
    /// Whether it was opened from a file.
    pub own: bool,
}

fn files() -> Vec<String> {
    let kept = storage::kept(KEPT).unwrap_or_default();
    kept.split(BETWEEN).filter(|text| !text.trim().is_empty()).map(str::to_owned).collect()
}

/// All lessons. One of a file stands before one of the course with the same name.
#[must_use]
pub fn lessons() -> Rc<Vec<Volume>> {
    let own = files().into_iter().filter_map(|text| read(&text).ok());
    let own: Vec<_> = own.map(|lesson| Volume { lesson, own: true }).collect();
    let course = course().into_iter().map(|lesson| Volume { lesson, own: false });
    Rc::new(own.iter().cloned().chain(course).collect())
}

/// Why a file is not kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Unkept {
    /// It is no lesson.
    Faults(Vec<Fault>),
    /// The browser has no room.
    NoRoom,
}

/// Keeps a file, in the place of one with the same name.
///
/// # Errors
/// Why it is not kept.
pub fn add(text: &str) -> Result<Lesson, Unkept> {
    let lesson = read(text).map_err(Unkept::Faults)?;
    let others = files()
        .into_iter()
        .filter(|other| read(other).is_ok_and(|other| other.name != lesson.name));
    keep(others.chain(core::iter::once(text.to_owned()))).map_err(|_| Unkept::NoRoom)?;
    Ok(lesson)
}

/// Forgets the file of this name.
pub fn remove(name: &str) {
    let others = files().into_iter().filter(|text| read(text).is_ok_and(|of| of.name != name));
    // What is removed needs no room.
    let _ = keep(others);
}

fn keep(files: impl Iterator<Item = String>) -> Result<(), Refusal> {
    let text: Vec<_> = files.collect();
    storage::keep(KEPT, &text.join(&BETWEEN.to_string()))
}
