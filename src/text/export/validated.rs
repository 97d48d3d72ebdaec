//! The table of published results against the model's.

use serde::Serialize;

use super::grid::{Csv, Grid, raw, word};
use super::{Format, json};
use crate::experiment::validate::{Check, Tolerance};
use crate::text::Locale;
use crate::text::evidence::{lacking, tolerance};
use crate::text::number::significant;

/// Rows of the validation in some form.
#[must_use]
pub fn validated(checks: &[Check], format: Format, locale: Locale) -> String {
    match format {
        Format::Table => table(checks, locale),
        Format::Csv => csv(checks),
        Format::Json => json(checks),
    }
}

fn verdict(check: &Check, locale: Locale) -> String {
    match (check.passes(), check.lacking()) {
        (true, _) => word(locale, "pass", "통과"),
        (false, Some(_)) => word(locale, "miss (known)", "벗어남 (알려짐)"),
        (false, None) => word(locale, "MISS", "벗어남"),
    }
}

fn table(checks: &[Check], locale: Locale) -> String {
    let head = [
        ("", ""),
        ("what was measured", "측정한 것"),
        ("published", "발표값"),
        ("", ""),
        ("within", "허용"),
        ("simulated", "모의값"),
        ("error", "오차"),
        ("source", "출처"),
        ("", ""),
    ];
    let mut grid = Grid::new(2, head.map(|(en, ko)| word(locale, en, ko)).to_vec());
    for check in checks {
        grid.row(vec![
            check.row.to_owned(),
            check.what.to_owned(),
            significant(check.expected, 4),
            check.unit.to_owned(),
            tolerance(check.tolerance, locale),
            significant(check.simulated, 4),
            error(check),
            check.cited(),
            verdict(check, locale),
        ]);
    }
    let mut text = grid.text();
    let misses: Vec<&Check> = checks.iter().filter(|check| !check.passes()).collect();
    if !misses.is_empty() {
        text.push('\n');
    }
    for check in &misses {
        let why = check.lacking().map_or_else(
            || word(locale, "Nobody knows why yet.", "이유를 아직 모릅니다."),
            |of| lacking(of, locale).to_owned(),
        );
        text.extend([format!("{} {}: {why}\n", check.row, check.what)]);
    }
    let (passed, all) = (checks.len() - misses.len(), checks.len());
    let explained = misses.iter().filter(|check| check.lacking().is_some()).count();
    let tally = match locale {
        Locale::English => format!(
            "\n{passed} of {all} published figures come out; {} do not, {explained} of them \
             explained.\n",
            misses.len()
        ),
        Locale::Korean => format!(
            "\n발표된 수치 {all}개 가운데 {passed}개가 맞고 {}개가 벗어나며, 그 가운데 \
             {explained}개는 이유가 적혀 있습니다.\n",
            misses.len()
        ),
    };
    text + &tally
}

fn error(check: &Check) -> String {
    let percent = check.error() * 100.0;
    if !percent.is_finite() {
        return "–".to_owned();
    }
    let sign = if percent > 0.0 { "+" } else { "" };
    let digits = if percent.abs() < 10.0 { 2 } else { 3 };
    format!("{sign}{} %", significant(percent, digits))
}

/// A tolerance as a word and a number.
fn parts(tolerance: Tolerance) -> (&'static str, Option<f64>) {
    match tolerance {
        Tolerance::Within(ratio) => ("within", Some(ratio)),
        Tolerance::Factor(factor) => ("factor", Some(factor)),
        Tolerance::AtLeast => ("at-least", None),
        Tolerance::AtMost => ("at-most", None),
    }
}

fn csv(checks: &[Check]) -> String {
    let head = [
        "row",
        "what",
        "unit",
        "expected",
        "tolerance",
        "by",
        "simulated",
        "error [1]",
        "source",
        "passes",
        "lacking",
    ];
    let mut csv = Csv::new(head.map(str::to_owned).to_vec());
    for check in checks {
        let (kind, by) = parts(check.tolerance);
        csv.row(vec![
            check.row.to_owned(),
            check.what.to_owned(),
            check.unit.to_owned(),
            raw(Some(check.expected)),
            kind.to_owned(),
            raw(by),
            raw(Some(check.simulated)),
            raw(Some(check.error()).filter(|error| error.is_finite())),
            check.cited(),
            check.passes().to_string(),
            check.lacking().map(|of| of.key().to_owned()).unwrap_or_default(),
        ]);
    }
    csv.text()
}

#[derive(Serialize)]
struct Document {
    #[serde(flatten)]
    head: json::Head,
    passed: usize,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    #[serde(rename = "row")]
    id: &'static str,
    what: &'static str,
    unit: &'static str,
    expected: f64,
    tolerance: &'static str,
    by: Option<f64>,
    simulated: f64,
    error: f64,
    source: String,
    passes: bool,
    lacking: Option<&'static str>,
}

fn json(checks: &[Check]) -> String {
    let row = |check: &Check| {
        let (kind, by) = parts(check.tolerance);
        Row {
            id: check.row,
            what: check.what,
            unit: check.unit,
            expected: check.expected,
            tolerance: kind,
            by,
            simulated: check.simulated,
            error: check.error(),
            source: check.cited(),
            passes: check.passes(),
            lacking: check.lacking().map(|of| lacking(of, Locale::English)),
        }
    };
    json::text(&Document {
        head: json::Head::new("validation"),
        passed: checks.iter().filter(|check| check.passes()).count(),
        rows: checks.iter().map(row).collect(),
    })
}
