//! A sweep: the grid, and what turns where.

use serde::Serialize;

use super::grid::{Csv, Grid, raw, told, word};
use super::{Format, column, head, json, side_key};
use crate::experiment::answer::Quantity;
use crate::scenario::field::{format_value, key};
use crate::scenario::study::sweep::{Point, Swept};
use crate::scenario::study::{Axis, Told, value};
use crate::scenario::{Scope, Side, Value};
use crate::text::{Locale, name, parameter, study};

/// A sweep in some form.
#[must_use]
pub fn swept(of: &Swept, format: Format, locale: Locale) -> String {
    match format {
        Format::Table => table(of, locale),
        Format::Csv => csv(of),
        Format::Json => json(of),
    }
}

/// The value of the second parameter at a point.
fn by<'a>(of: &'a Swept, point: &Point) -> Option<(&'a Axis, &'a Value)> {
    let by = of.spec.by.as_ref()?;
    Some((by, by.values.get(point.row as usize)?))
}

/// The key of an axis; of a parameter of both sides the bare one.
fn axis_key(axis: &Axis) -> String {
    match (axis.row().scope, axis.side) {
        (Scope::Side, Some(side)) => key(axis.row(), side),
        (Scope::Side, None) | (Scope::Common, _) => axis.row().key.to_owned(),
    }
}

/// So many quantities stand beside each other; more of them make a table of their own.
const QUANTITIES_BESIDE: usize = 3;

fn table(of: &Swept, locale: Locale) -> String {
    let spec = &of.spec;
    let mut text = head(&spec.scenario, locale);
    for quantities in of.quantities.chunks(QUANTITIES_BESIDE) {
        text.extend([format!("\n{}", grid(of, quantities, locale).text())]);
    }
    let found: String = turns(of, locale).into_iter().map(|line| line + "\n").collect();
    for part in [found, gaps(of, locale)].iter().filter(|part| !part.is_empty()) {
        text.extend([format!("\n{}", part.replace('\u{a0}', " "))]);
    }
    if of.crossings.is_empty() && spec.axis.row().range().is_some() {
        let none = word(
            locale,
            "\nNowhere on this grid do A and B change their order.\n",
            "\n이 범위에서 A와 B의 순서가 바뀌는 곳은 없습니다.\n",
        );
        text.push_str(&none);
    }
    text
}

/// The values of the parameters at a point.
fn place(of: &Swept, point: &Point, locale: Locale) -> Vec<String> {
    let at = |axis: &Axis, value: &Value| parameter::value(axis.parameter, value, locale);
    let by = by(of, point).map(|(by, value)| at(by, value));
    by.into_iter().chain([at(&of.spec.axis, &point.at)]).collect()
}

fn grid(of: &Swept, quantities: &[Quantity], locale: Locale) -> Grid {
    let axes = of.spec.by.iter().chain([&of.spec.axis]);
    let mut cells: Vec<String> = axes.map(|axis| study::axis(axis, locale)).collect();
    let words = cells.len();
    for &quantity in quantities {
        let quantity = answer_name(quantity, locale);
        cells.extend(Side::BOTH.map(|side| format!("{quantity} {}", name::side(side))));
    }
    let mut grid = Grid::new(words, cells);
    for point in &of.points {
        let mut cells = place(of, point, locale);
        for &quantity in quantities {
            cells.extend(
                point.sides.iter().map(|side| told(value(side, quantity), quantity, locale)),
            );
        }
        grid.row(cells);
    }
    grid
}

/// Where nothing is told, and why.
fn gaps(of: &Swept, locale: Locale) -> String {
    let mut text = String::new();
    for point in &of.points {
        for side in Side::BOTH {
            if let Err(reason) = &point.sides[side.index()] {
                let place = place(of, point, locale).join(", ");
                let reason = study::gap(reason, locale);
                text.extend([format!("{place}, {}: {reason}\n", name::side(side))]);
            }
        }
    }
    text
}

fn answer_name(quantity: Quantity, locale: Locale) -> &'static str {
    crate::text::answer::quantity(quantity, locale)
}

/// What turns where, in sentences.
fn turns(of: &Swept, locale: Locale) -> Vec<String> {
    let crossings = of.crossings.iter().map(|one| study::crossing(one, of, locale));
    crossings.chain(of.cliffs.iter().map(|one| study::cliff(one, of, locale))).collect()
}

fn csv(of: &Swept) -> String {
    let axes = of.spec.by.iter().chain([&of.spec.axis]);
    let mut head: Vec<String> = axes.map(axis_head).collect();
    head.extend(["side", "gap"].map(str::to_owned));
    head.extend(of.quantities.iter().map(|&quantity| column(quantity)));
    let mut csv = Csv::new(head);
    for point in &of.points {
        for side in Side::BOTH {
            let told = &point.sides[side.index()];
            let mut row: Vec<String> =
                by(of, point).map(|(_, value)| format_value(value)).into_iter().collect();
            row.push(format_value(&point.at));
            row.push(side_key(side).to_owned());
            row.push(told.as_ref().err().map(json::gap).unwrap_or_default());
            row.extend(of.quantities.iter().map(|&quantity| raw(value(told, quantity))));
            csv.row(row);
        }
    }
    csv.text()
}

/// The key of an axis with the unit of the parameter.
fn axis_head(axis: &Axis) -> String {
    let unit = axis
        .row()
        .range()
        .map_or("", |range| crate::text::number::unit(range.measure, Locale::English));
    let key = axis_key(axis);
    if unit.is_empty() { key } else { format!("{key} [{unit}]") }
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    asked: json::Asked<'a>,
    axes: Vec<AxisTold>,
    quantities: Vec<json::Named>,
    points: Vec<PointTold<'a>>,
    crossings: Vec<CrossingTold>,
    cliffs: Vec<CliffTold>,
    sources: Vec<json::SourceTold>,
}

#[derive(Serialize)]
struct AxisTold {
    key: String,
    values: usize,
}

#[derive(Serialize)]
struct PointTold<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<json::Plain<'a>>,
    at: json::Plain<'a>,
    a: SideTold,
    b: SideTold,
}

#[derive(Serialize)]
#[serde(untagged)]
enum SideTold {
    Values(Vec<Option<f64>>),
    Gap { gap: String },
}

#[derive(Serialize)]
struct CrossingTold {
    quantity: &'static str,
    row: u32,
    before: u64,
    from: u64,
    less: &'static str,
    exact: bool,
    words: String,
}

#[derive(Serialize)]
struct CliffTold {
    quantity: &'static str,
    row: u32,
    side: &'static str,
    between: [u64; 2],
    values: [f64; 2],
    words: String,
}

fn json(of: &Swept) -> String {
    let side = |told: &Told| match told {
        Ok(_) => SideTold::Values(of.quantities.iter().map(|&one| value(told, one)).collect()),
        Err(reason) => SideTold::Gap { gap: json::gap(reason) },
    };
    json::text(&Document {
        asked: json::Asked::new("sweep", &of.spec.scenario),
        axes: of
            .spec
            .by
            .iter()
            .chain([&of.spec.axis])
            .map(|axis| AxisTold { key: axis_key(axis), values: axis.values.len() })
            .collect(),
        quantities: of.quantities.iter().map(|&quantity| json::named(quantity)).collect(),
        points: of
            .points
            .iter()
            .map(|point| PointTold {
                by: by(of, point).map(|(_, value)| json::Plain(value)),
                at: json::Plain(&point.at),
                a: side(&point.sides[0]),
                b: side(&point.sides[1]),
            })
            .collect(),
        crossings: of
            .crossings
            .iter()
            .map(|one| CrossingTold {
                quantity: one.quantity.key(),
                row: one.row,
                before: one.before,
                from: one.from,
                less: side_key(one.less),
                exact: one.exact,
                words: study::crossing(one, of, Locale::English),
            })
            .collect(),
        cliffs: of
            .cliffs
            .iter()
            .map(|one| CliffTold {
                quantity: one.quantity.key(),
                row: one.row,
                side: side_key(one.side),
                between: one.between,
                values: one.values,
                words: study::cliff(one, of, Locale::English),
            })
            .collect(),
        sources: json::sources(&of.spec.scenario),
    })
}
