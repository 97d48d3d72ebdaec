//! What people claim, held against the simulation: each fact with the values that decide it.

use serde::Serialize;

use super::grid::{Csv, Grid, raw, word};
use super::{Format, json, side_key, unit};
use crate::experiment::answer::Quantity;
use crate::scenario::PRESETS;
use crate::scenario::claim::{Claim, Fact, Hearing, Of, Verdict};
use crate::text::claim::{said, stops};
use crate::text::{Locale, fact};

/// Claims that were heard, in some form.
#[must_use]
pub fn claims(of: &[&Claim], heard: &Hearing, format: Format, locale: Locale) -> String {
    match format {
        Format::Table => table(of, heard, locale),
        Format::Csv => csv(of, heard),
        Format::Json => json(of, heard),
    }
}

fn check(fact: &Fact, heard: &Hearing) -> Verdict {
    fact.check(|of| heard.answer(of))
}

/// A machine by its preset and its side: `boot-storm a`.
fn machine(of: Of) -> String {
    let preset = PRESETS.iter().find(|preset| preset.id == of.0).map_or("", |preset| preset.key);
    format!("{preset} {}", side_key(of.1))
}

fn quantity(fact: &Fact) -> Option<Quantity> {
    match *fact {
        Fact::More { quantity, .. } | Fact::Alike { quantity, .. } => Some(quantity),
        Fact::Refused { .. } | Fact::Runs { .. } | Fact::NotByMemory { .. } => None,
    }
}

fn table(of: &[&Claim], heard: &Hearing, locale: Locale) -> String {
    let mut text = String::new();
    for claim in of {
        let number = claim.number;
        text.extend([format!("C{number}  {}\n", said(number, locale))]);
        text.push_str(&facts(claim.shows, heard, locale));
        text.extend([format!("    {}\n", stops(number, locale))]);
        text.push_str(&facts(claim.stops, heard, locale));
        text.push('\n');
    }
    let all: Vec<&Fact> = of.iter().flat_map(|claim| claim.facts()).collect();
    let holding = all.iter().filter(|fact| check(fact, heard).holds).count();
    let tally = match locale {
        Locale::English => format!("{holding} of {} facts hold.\n", all.len()),
        Locale::Korean => format!("사실 {}개 가운데 {holding}개가 성립합니다.\n", all.len()),
    };
    text + &tally
}

fn facts(of: &[Fact], heard: &Hearing, locale: Locale) -> String {
    let mut grid = Grid::new(3, Vec::new());
    for one in of {
        let verdict = check(one, heard);
        let holds = if verdict.holds {
            word(locale, "holds", "성립")
        } else {
            word(locale, "FAILS", "불성립")
        };
        let found = fact::found(one, &verdict, locale).unwrap_or_default();
        grid.row(vec![format!("      {holds}"), fact::said(one, locale), found]);
    }
    grid.text().trim_start_matches('\n').to_owned()
}

/// One fact as a program reads it.
#[derive(Serialize)]
struct Row {
    claim: String,
    part: &'static str,
    fact: &'static str,
    quantity: Option<&'static str>,
    unit: Option<&'static str>,
    one: String,
    one_value: Option<f64>,
    other: Option<String>,
    other_value: Option<f64>,
    wanted: Option<f64>,
    holds: bool,
}

fn rows(of: &[&Claim], heard: &Hearing) -> Vec<Row> {
    let row = |claim: &Claim, part, fact: &Fact| {
        let verdict = check(fact, heard);
        let (kind, wanted) = match *fact {
            Fact::More { times, .. } => ("more", Some(times)),
            Fact::Alike { within, .. } => ("alike", Some(within)),
            Fact::Refused { .. } => ("refused", None),
            Fact::Runs { .. } => ("runs", None),
            Fact::NotByMemory { .. } => ("not-by-memory", None),
        };
        let mut machines = fact.machines().map(machine);
        Row {
            claim: format!("C{}", claim.number),
            part,
            fact: kind,
            quantity: quantity(fact).map(Quantity::key),
            unit: quantity(fact).map(|of| unit(of.dimension())),
            one: machines.next().unwrap_or_default(),
            one_value: verdict.values.map(|(one, _)| one),
            other: machines.next(),
            other_value: verdict.values.map(|(_, other)| other),
            wanted,
            holds: verdict.holds,
        }
    };
    let mut rows = Vec::new();
    for claim in of {
        rows.extend(claim.shows.iter().map(|fact| row(claim, "shows", fact)));
        rows.extend(claim.stops.iter().map(|fact| row(claim, "stops", fact)));
    }
    rows
}

fn csv(of: &[&Claim], heard: &Hearing) -> String {
    let columns = [
        "claim",
        "part",
        "fact",
        "quantity",
        "unit",
        "one",
        "one value",
        "other",
        "other value",
        "wanted",
        "holds",
    ];
    let mut csv = Csv::new(columns.map(str::to_owned).to_vec());
    for row in rows(of, heard) {
        csv.row(vec![
            row.claim,
            row.part.to_owned(),
            row.fact.to_owned(),
            row.quantity.unwrap_or_default().to_owned(),
            row.unit.unwrap_or_default().to_owned(),
            row.one,
            raw(row.one_value),
            row.other.unwrap_or_default(),
            raw(row.other_value),
            raw(row.wanted),
            row.holds.to_string(),
        ]);
    }
    csv.text()
}

#[derive(Serialize)]
struct Document {
    #[serde(flatten)]
    head: json::Head,
    facts: Vec<Row>,
}

fn json(of: &[&Claim], heard: &Hearing) -> String {
    json::text(&Document { head: json::Head::new("claims"), facts: rows(of, heard) })
}
