//! Cells in columns: aligned for reading, or quoted for programs.

use crate::experiment::answer::Quantity;
use crate::text::{Locale, answer, pick};

/// Cells of a table for people, the first row its head.
#[derive(Default)]
pub(super) struct Grid {
    rows: Vec<Vec<String>>,
    /// How many columns stand to the left; the others are numbers and stand to the right.
    words: usize,
}

impl Grid {
    /// A grid whose first columns hold words.
    pub(super) fn new(words: usize, head: Vec<String>) -> Self {
        Self { rows: vec![head], words }
    }

    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Aligned text, each row with its line break. No-break spaces become plain ones, which
    /// terminals align and people search for.
    pub(super) fn text(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let cell = |row: &[String], place: usize| {
            row.get(place).map(|cell| cell.replace('\u{a0}', " ")).unwrap_or_default()
        };
        let widths: Vec<usize> = (0..columns)
            .map(|place| self.rows.iter().map(|row| width(&cell(row, place))).max().unwrap_or(0))
            .collect();
        let mut text = String::new();
        for row in &self.rows {
            let mut line = String::new();
            for (place, &most) in widths.iter().enumerate() {
                let cell = cell(row, place);
                let blank = " ".repeat(most.saturating_sub(width(&cell)));
                let gap = if place == 0 { "" } else { "  " };
                line.push_str(gap);
                if place < self.words {
                    line.push_str(&cell);
                    line.push_str(&blank);
                } else {
                    line.push_str(&blank);
                    line.push_str(&cell);
                }
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

/// Columns that a text takes in a terminal: Hangul and other wide letters take two.
fn width(text: &str) -> usize {
    let wide = |letter: char| {
        matches!(letter, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}')
    };
    text.chars().map(|letter| if wide(letter) { 2 } else { 1 }).sum()
}

/// Rows of comma-separated values.
#[derive(Default)]
pub(super) struct Csv(String);

impl Csv {
    /// A file with this header.
    pub(super) fn new(head: Vec<String>) -> Self {
        let mut csv = Self::default();
        csv.row(head);
        csv
    }

    pub(super) fn row(&mut self, cells: Vec<String>) {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.0.push(',');
            }
            if cell.contains([',', '"', '\r', '\n']) {
                self.0.push('"');
                self.0.push_str(&cell.replace('"', "\"\""));
                self.0.push('"');
            } else {
                self.0.push_str(&cell);
            }
        }
        self.0.push_str("\r\n");
    }

    pub(super) fn text(self) -> String {
        self.0
    }
}

/// A raw value with all its digits; nothing where there is none.
pub(super) fn raw(value: Option<f64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A value for people; a dash where there is none.
pub(super) fn told(value: Option<f64>, quantity: Quantity, locale: Locale) -> String {
    value.map_or_else(|| "–".to_owned(), |value| answer::value(value, quantity.dimension(), locale))
}

/// Plural of a head that many tables have.
pub(super) fn word(locale: Locale, english: &'static str, korean: &'static str) -> String {
    pick(locale, english, korean).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(row: &[&str]) -> Vec<String> {
        row.iter().map(|&cell| cell.to_owned()).collect()
    }

    #[test]
    fn words_stand_to_the_left_and_numbers_to_the_right_in_hangul_too() {
        let mut grid = Grid::new(1, cells(&["", "A", "B"]));
        grid.row(cells(&["메모리", "12", "3"]));
        grid.row(cells(&["Disk", "1\u{a0}MB", "–"]));
        assert_eq!(grid.text(), "           A  B\n메모리    12  3\nDisk    1 MB  –\n");
    }

    #[test]
    fn what_separates_is_quoted() {
        let mut csv = Csv::new(cells(&["a", "b [s]"]));
        csv.row(cells(&["one, two", "say \"so\"\nnow"]));
        assert_eq!(csv.text(), "a,b [s]\r\n\"one, two\",\"say \"\"so\"\"\nnow\"\r\n");
    }
}
