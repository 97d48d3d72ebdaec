//! Constants of the catalogue with their sources.

use serde::Serialize;

use super::grid::{Csv, Grid, raw, word};
use super::{Format, json};
use crate::catalog::{Constant, Reference, Standing, reference};
use crate::text::Locale;
use crate::text::evidence::{mark, range, standing, typical, unit};

/// Constants in some form.
#[must_use]
pub fn constants(of: &[Constant], format: Format, locale: Locale) -> String {
    match format {
        Format::Table => table(of, locale),
        Format::Csv => csv(of),
        Format::Json => json(of),
    }
}

/// The sources that constants name, each once, in order of their first use.
fn references(of: &[Constant]) -> Vec<&'static Reference> {
    let mut found: Vec<&'static Reference> = Vec::new();
    for constant in of {
        if let Some(source) = reference(constant.value.source.reference)
            && !found.contains(&source)
        {
            found.push(source);
        }
    }
    found
}

fn source(of: &Constant) -> String {
    let source = of.value.source;
    format!("{} {}", source.reference, source.row).trim_end().to_owned()
}

fn table(of: &[Constant], locale: Locale) -> String {
    let head = [
        ("constant", "상수"),
        ("source", "출처"),
        ("", ""),
        ("typical", "대푯값"),
        ("range", "범위"),
    ];
    let mut grid = Grid::new(3, head.map(|(en, ko)| word(locale, en, ko)).to_vec());
    for constant in of {
        let value = &constant.value;
        grid.row(vec![
            constant.path.clone(),
            source(constant),
            format!("{} {}", mark(value.source.standing), standing(value.source.standing, locale)),
            typical(value, locale),
            range(value),
        ]);
    }
    let mut text = grid.text();
    text.push('\n');
    for source in references(of) {
        text.extend([format!("{}: {}", source.key, source.title)]);
        if !source.address.is_empty() {
            text.extend([format!(", {}", source.address)]);
        }
        text.push('\n');
    }
    let count = of.len();
    let tally = match locale {
        Locale::English => format!("\n{count} constants\n"),
        Locale::Korean => format!("\n상수 {count}개\n"),
    };
    text + &tally
}

const fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Raw => "raw",
        Standing::Own => "own",
        Standing::Primary => "primary",
        Standing::Secondary => "secondary",
        Standing::Memory => "memory",
        Standing::Assumption => "assumption",
    }
}

fn csv(of: &[Constant]) -> String {
    let head = ["constant", "low", "typical", "high", "unit", "source", "row", "standing", "note"];
    let mut csv = Csv::new(head.map(str::to_owned).to_vec());
    for Constant { path, value, .. } in of {
        csv.row(vec![
            path.clone(),
            raw(Some(value.low)),
            raw(Some(value.typical)),
            raw(Some(value.high)),
            unit(value.unit, Locale::English).to_owned(),
            value.source.reference.to_owned(),
            value.source.row.to_owned(),
            standing_key(value.source.standing).to_owned(),
            value.note.to_owned(),
        ]);
    }
    csv.text()
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: json::Head,
    constants: Vec<ConstantTold<'a>>,
    sources: Vec<SourceTold>,
}

#[derive(Serialize)]
struct ConstantTold<'a> {
    constant: &'a str,
    low: f64,
    typical: f64,
    high: f64,
    unit: &'static str,
    source: &'static str,
    row: &'static str,
    standing: &'static str,
    note: &'static str,
}

#[derive(Serialize)]
struct SourceTold {
    key: &'static str,
    title: &'static str,
    address: &'static str,
    note: &'static str,
}

fn json(of: &[Constant]) -> String {
    json::text(&Document {
        head: json::Head::new("catalogue"),
        constants: of
            .iter()
            .map(|Constant { path, value, .. }| ConstantTold {
                constant: path,
                low: value.low,
                typical: value.typical,
                high: value.high,
                unit: unit(value.unit, Locale::English),
                source: value.source.reference,
                row: value.source.row,
                standing: standing_key(value.source.standing),
                note: value.note,
            })
            .collect(),
        sources: references(of)
            .into_iter()
            .map(|&Reference { key, title, address, note }| SourceTold {
                key,
                title,
                address,
                note,
            })
            .collect(),
    })
}
