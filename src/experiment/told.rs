//! A digest of what an answer tells, for experiments whose answer is more than their run.

use core::hash::{Hash, Hasher};

use super::answer::{Answer, Cell, Label};
use crate::engine::Digest;

/// Feeds what can be hashed to a digest, the same on machines of any word length.
struct Words<'a>(&'a mut Digest);

impl Hasher for Words<'_> {
    fn finish(&self) -> u64 {
        self.0.value()
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0.add(u64::from(byte));
        }
    }

    fn write_isize(&mut self, number: isize) {
        self.write_i64(number as i64);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }
}

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
            Label::Mechanism(of) => of.hash(&mut Words(&mut digest)),
        }
        for cell in &row.cells {
            match cell {
                Cell::Empty => digest.add(0),
                Cell::Value(value) => digest.add(value.to_bits()),
                Cell::Mechanism(of) => of.hash(&mut Words(&mut digest)),
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
