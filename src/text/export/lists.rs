//! What there is to choose from: presets, parameters, quantities, and the catalogue's names.

use std::collections::BTreeMap;

use super::grid::{Csv, Grid, word};
use super::{Format, json, unit};
use crate::catalog::{guests, hosts, images, platforms};
use crate::experiment::answer::Quantity;
use crate::experiment::validate::row_ids;
use crate::scenario::claim::{CLAIMS, Claim};
use crate::scenario::field::{format_value, key};
use crate::scenario::{Kind, PARAMETERS, PRESETS, Parameter, Scenario, Side};
use crate::text::{Locale, answer, claim, name, number, parameter, preset};

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Presets, with what to look for.
    Presets,
    /// Parameters, with what each can be in a scenario.
    Parameters,
    /// Quantities of all answers.
    Quantities,
    /// Rows of the validation.
    Rows,
    /// Claims, with where they stop being true.
    Claims,
    /// Platforms of the catalogue.
    Platforms,
    /// Guests of the catalogue.
    Guests,
    /// Applications of the catalogue.
    Images,
    /// Hosts of the catalogue.
    Hosts,
}

/// A list in some form. Parameters are listed as they stand in the scenario.
#[must_use]
pub fn listed(list: List, scenario: &Scenario, format: Format, locale: Locale) -> String {
    let (head, rows) = rows(list, scenario, locale);
    match format {
        Format::Table => {
            let mut grid = Grid::new(head.len(), Vec::new());
            for row in rows {
                grid.row(row);
            }
            grid.text().trim_start_matches('\n').to_owned()
        }
        Format::Csv => {
            let mut csv = Csv::new(head.iter().map(|&name| name.to_owned()).collect());
            for row in rows {
                csv.row(row);
            }
            csv.text()
        }
        Format::Json => {
            let object = |row: Vec<String>| head.iter().copied().zip(row).collect();
            let rows: Vec<BTreeMap<&str, String>> = rows.into_iter().map(object).collect();
            json::text(&rows)
        }
    }
}

type Rows = (&'static [&'static str], Vec<Vec<String>>);

fn rows(list: List, scenario: &Scenario, locale: Locale) -> Rows {
    let named = |id: &str, name: &str| vec![id.to_owned(), name.to_owned()];
    match list {
        List::Presets => {
            let row = |of: &crate::scenario::Preset| {
                let words = [preset::title(of.id, locale), preset::hint(of.id, locale)];
                vec![of.key.to_owned(), words[0].to_owned(), words[1].to_owned()]
            };
            (&["preset", "title", "hint"], PRESETS.iter().map(row).collect())
        }
        List::Parameters => {
            let rows =
                PARAMETERS.iter().flat_map(|row| row.sides().iter().map(move |&side| (row, side)));
            let row = |(row, side)| parameter_row(row, side, scenario, locale);
            (&["key", "value", "can be", "name"], rows.map(row).collect())
        }
        List::Quantities => {
            let row = |of: Quantity| {
                let unit = unit(of.dimension()).to_owned();
                vec![of.key().to_owned(), unit, answer::quantity(of, locale).to_owned()]
            };
            (&["quantity", "unit", "name"], Quantity::all().map(row).collect())
        }
        List::Rows => (&["row"], row_ids().into_iter().map(|id| vec![id.to_owned()]).collect()),
        List::Claims => {
            let row = |of: &Claim| {
                let words = [claim::said(of.number, locale), claim::stops(of.number, locale)];
                vec![format!("C{}", of.number), words[0].to_owned(), words[1].to_owned()]
            };
            (&["claim", "said", "stops"], CLAIMS.iter().map(row).collect())
        }
        List::Platforms => {
            let row = |of: &crate::catalog::Platform| named(of.id, name::platform(of, locale));
            (&["platform", "name"], platforms().iter().map(row).collect())
        }
        List::Guests => {
            let row = |of: &crate::catalog::Guest| named(of.id, name::guest(of, locale));
            (&["guest", "name"], guests().iter().map(row).collect())
        }
        List::Images => {
            let row = |of: &crate::catalog::Image| named(of.id, name::image(of, locale));
            (&["image", "name"], images().iter().map(row).collect())
        }
        List::Hosts => {
            let row = |of: &crate::catalog::Host| named(of.id, name::host(of, locale));
            (&["host", "name"], hosts().iter().map(row).collect())
        }
    }
}

fn parameter_row(row: &Parameter, side: Side, scenario: &Scenario, locale: Locale) -> Vec<String> {
    let range = |range: &crate::scenario::Range| {
        let unit = number::unit(range.measure, locale);
        format!("{}..{} {unit}", range.low, range.high).trim_end().to_owned()
    };
    let can_be = match &row.kind {
        Kind::Number(of) => range(of),
        Kind::Optional(of, _) => format!("off, {}", range(of)),
        Kind::Choice(list) => short(&list(scenario, side), locale),
        Kind::Switch => "on, off".to_owned(),
    };
    vec![
        key(row, side),
        format_value(&row.get(scenario, side)),
        can_be,
        parameter::label(row.id, locale).to_owned(),
    ]
}

/// The first few of a list of ids.
fn short(ids: &[&str], locale: Locale) -> String {
    let shown = ids.iter().take(CHOICES_SHOWN).copied().collect::<Vec<_>>().join(", ");
    match ids.len().checked_sub(CHOICES_SHOWN) {
        None | Some(0) => shown,
        Some(more) => {
            let more = word(locale, "and {} more", "외 {}개").replace("{}", &more.to_string());
            format!("{shown} {more}")
        }
    }
}

/// So many choices fit in a line.
const CHOICES_SHOWN: usize = 9;
