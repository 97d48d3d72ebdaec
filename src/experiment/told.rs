//! A digest of what an answer tells, for experiments whose answer is more than their run.

use super::answer::{Answer, Cell, Label};
use crate::engine::Digest;

/// The digest of figures and tables, after that of the run.
pub(super) fn digest(run: u64, answer: &Answer) -> u64 {
    let mut digest = Digest::new();
    digest.add(run);
    for figure in &answer.figures {
        digest.add(figure.value.to_bits());
    }
    for row in answer.tables.iter().flat_map(|table| &table.rows) {
        match &row.label {
            Label::Number(number) => digest.add(u64::from(*number)),
            Label::Name(name) => add_text(&mut digest, name),
            Label::Mechanism(of) => add_text(&mut digest, &format!("{of:?}")),
        }
        for cell in &row.cells {
            match cell {
                Cell::Empty => digest.add(0),
                Cell::Value(value) => digest.add(value.to_bits()),
                Cell::Mechanism(of) => add_text(&mut digest, &format!("{of:?}")),
                Cell::Name(name) => add_text(&mut digest, name),
            }
        }
    }
    digest.value()
}

fn add_text(digest: &mut Digest, text: &str) {
    for byte in text.bytes() {
        digest.add(u64::from(byte));
    }
}
