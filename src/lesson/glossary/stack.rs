//! The small drawings of terms, as data: rows of boxes from the hardware upward.
//!
//! A row is a line of names with bars between them, "guest | guest"; a star before a name says that
//! this box is what the term means. A box is named once for all drawings, with its label.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::lesson::Words;

/// How a box is filled: the strata of the Lab's own drawings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fill {
    /// The machine.
    Hardware,
    /// A kernel, of a host or of a guest.
    Kernel,
    /// What carries a guest.
    Vmm,
    /// Files and pages that are shared.
    Image,
    /// Libraries and services.
    Libraries,
    /// The application.
    Application,
    /// A wall or a frame.
    Frame,
    /// Nothing is there.
    Empty,
}

/// A box as it is named in the file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    fill: Fill,
    says: Words,
}

/// One box of a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// How it is filled.
    pub fill: Fill,
    /// What is written in it.
    pub label: &'a Words,
    /// Whether this is what the term means.
    pub marked: bool,
}

fn parts(row: &str) -> impl Iterator<Item = (&str, bool)> {
    row.split('|').map(str::trim).map(|name| match name.strip_prefix('*') {
        Some(name) => (name.trim(), true),
        None => (name, false),
    })
}

/// The names of a row.
pub(super) fn names(row: &str) -> impl Iterator<Item = &str> {
    parts(row).map(|(name, _)| name)
}

/// The boxes of a row.
pub(super) fn cells<'a>(row: &str, boxes: &'a BTreeMap<String, Named>) -> Vec<Cell<'a>> {
    let cell = |(name, marked)| {
        let Named { fill, says } = boxes.get(name)?;
        Some(Cell { fill: *fill, label: says, marked })
    };
    parts(row).filter_map(cell).collect()
}
