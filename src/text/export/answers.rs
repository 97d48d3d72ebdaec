//! A comparison: both answers, what they differ in, and why.

use serde::Serialize;

use super::grid::{Csv, Grid, raw, told, word};
use super::{Format, column, head, json, side_key};
use crate::experiment::Answer;
use crate::experiment::answer::{Cell, Quantity, Table};
use crate::scenario::Side;
use crate::scenario::study::Compared;
use crate::scenario::study::compare::Line;
use crate::text::number::significant;
use crate::text::study::{gap, signed};
use crate::text::{Locale, Say, answer, name};

/// A comparison in some form.
#[must_use]
pub fn compared(of: &Compared, format: Format, locale: Locale) -> String {
    match format {
        Format::Table => table(of, locale),
        Format::Csv => csv(of),
        Format::Json => json(of),
    }
}

fn table(of: &Compared, locale: Locale) -> String {
    let mut text = head(&of.scenario, locale);
    let difference = word(locale, "B − A", "B − A");
    let mut grid =
        Grid::new(1, vec![String::new(), "A".into(), "B".into(), difference, "B ÷ A".into()]);
    for line in of.lines() {
        grid.row(figures(&line, locale));
    }
    for (side, outcome) in &of.more {
        grid.row(vec![String::new(); 5]);
        grid.row(vec![super::side_line(&of.scenario, *side, locale)]);
        for figure in outcome.iter().flat_map(|answer| &answer.figures) {
            let value = told(Some(figure.value), figure.quantity, locale);
            grid.row(vec![answer::quantity(figure.quantity, locale).to_owned(), value]);
        }
    }
    text.push('\n');
    text.push_str(&grid.text());
    for (side, outcome) in of.all() {
        let below = match outcome {
            Ok(answer) => details(answer, locale),
            Err(reason) => format!("{}\n", gap(reason, locale)),
        };
        if !below.is_empty() {
            text.extend([format!("\n{}\n{below}", super::side_line(&of.scenario, side, locale))]);
        }
    }
    text
}

fn figures(line: &Line, locale: Locale) -> Vec<String> {
    let quantity = line.quantity;
    let [a, b] = line.values.map(|value| told(value, quantity, locale));
    let difference = line.difference().map(|by| signed(by, quantity.dimension(), locale));
    let ratio = line.ratio().map(|ratio| format!("{}×", significant(ratio, 3)));
    vec![
        answer::quantity(quantity, locale).to_owned(),
        a,
        b,
        difference.unwrap_or_default(),
        ratio.unwrap_or_default(),
    ]
}

/// What stands below the figures: refusal, reasons, remarks, tables.
fn details(of: &Answer, locale: Locale) -> String {
    let mut text = String::new();
    if let Some(reason) = of.refused {
        text.extend([format!("{}\n", reason.say(locale))]);
    }
    text.push_str(&causes(of, None, locale));
    for &remark in &of.remarks {
        text.extend([format!("• {}\n", answer::mechanism(remark, locale))]);
    }
    for one in of.tables.iter().filter(|table| !table.rows.is_empty()) {
        text.extend([format!("\n{}", rows(one, locale))]);
    }
    text
}

/// The reasons, of one effect or of all.
fn causes(of: &Answer, effect: Option<Quantity>, locale: Locale) -> String {
    let wanted = of.causes.iter().filter(|cause| effect.is_none_or(|of| of == cause.effect));
    let mut grid = Grid::new(2, vec![word(locale, "Why", "이유"), String::new(), String::new()]);
    let mut any = false;
    for cause in wanted {
        any = true;
        grid.row(vec![
            answer::mechanism(cause.mechanism, locale),
            answer::quantity(cause.effect, locale).to_owned(),
            signed(cause.amount, cause.effect.dimension(), locale),
        ]);
    }
    if any { grid.text() } else { String::new() }
}

fn rows(table: &Table, locale: Locale) -> String {
    let mut head = vec![answer::mechanism(table.title, locale)];
    head.extend(table.columns.iter().map(|&of| answer::quantity(of, locale).to_owned()));
    let mut grid = Grid::new(1, head);
    for row in &table.rows {
        let mut cells = vec![json::label(&row.label, locale)];
        for (cell, &column) in row.cells.iter().zip(&table.columns) {
            cells.push(match cell {
                Cell::Empty => String::new(),
                Cell::Value(value) => signed(*value, column.dimension(), locale),
                Cell::Mechanism(of) => answer::mechanism(*of, locale),
                Cell::Name(name) => name.clone(),
            });
        }
        grid.row(cells);
    }
    grid.text()
}

fn csv(of: &Compared) -> String {
    let lines = of.lines();
    let mut head = ["side", "platform", "gap"].map(str::to_owned).to_vec();
    head.extend(lines.iter().map(|line| column(line.quantity)));
    let mut csv = Csv::new(head);
    for (side, outcome) in of.all() {
        let reason = match outcome {
            Ok(answer) => answer.refused.map(|reason| reason.english()).unwrap_or_default(),
            Err(reason) => json::gap(reason),
        };
        let platform = of.scenario.side(side).platform.clone();
        let mut row = vec![side_key(side).to_owned(), platform, reason];
        row.extend(lines.iter().map(|line| {
            let further = || outcome.as_ref().ok().and_then(|of| of.value(line.quantity));
            raw(line.values.get(side.index()).copied().unwrap_or_else(further))
        }));
        csv.row(row);
    }
    csv.text()
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    asked: json::Asked<'a>,
    sides: Vec<json::SideTold>,
    comparison: Vec<Compare>,
    sources: Vec<json::SourceTold>,
}

#[derive(Serialize)]
struct Compare {
    quantity: &'static str,
    unit: &'static str,
    a: Option<f64>,
    b: Option<f64>,
    difference: Option<f64>,
    ratio: Option<f64>,
}

fn json(of: &Compared) -> String {
    let compare = |line: Line| Compare {
        quantity: line.quantity.key(),
        unit: super::unit(line.quantity.dimension()),
        a: line.values[0],
        b: line.values[1],
        difference: line.difference(),
        ratio: line.ratio(),
    };
    json::text(&Document {
        asked: json::Asked::new("run", &of.scenario),
        sides: of.all().map(|(side, outcome)| json::side(side, outcome)).collect(),
        comparison: of.lines().into_iter().map(compare).collect(),
        sources: json::sources(&of.scenario),
    })
}

/// Why it came out so: the reasons of both sides, of one quantity or of all.
#[must_use]
pub fn explained(
    of: &Compared,
    effect: Option<Quantity>,
    format: Format,
    locale: Locale,
) -> String {
    match format {
        Format::Table => explained_table(of, effect, locale),
        Format::Csv => explained_csv(of, effect),
        Format::Json => explained_json(of, effect),
    }
}

fn explained_table(of: &Compared, effect: Option<Quantity>, locale: Locale) -> String {
    let mut text = head(&of.scenario, locale);
    for side in Side::BOTH {
        text.extend([format!("\n{}", name::side(side))]);
        let outcome = &of.sides[side.index()];
        if let (Some(effect), Ok(answer)) = (effect, outcome) {
            let value = told(answer.value(effect), effect, locale).replace('\u{a0}', " ");
            text.extend([format!("  {}: {value}", answer::quantity(effect, locale))]);
        }
        text.push('\n');
        let why = match outcome {
            Ok(Answer { refused: Some(reason), .. }) => reason.say(locale) + "\n",
            Ok(answer) => causes(answer, effect, locale),
            Err(reason) => gap(reason, locale) + "\n",
        };
        let none = word(locale, "Nothing is told about why.\n", "이유로 꼽을 것이 없습니다.\n");
        text.push_str(if why.is_empty() { &none } else { &why });
        for &remark in outcome.iter().flat_map(|answer| &answer.remarks) {
            text.extend([format!("• {}\n", answer::mechanism(remark, locale))]);
        }
    }
    text
}

fn explained_csv(of: &Compared, effect: Option<Quantity>) -> String {
    let head = ["side", "mechanism", "effect", "unit", "amount"];
    let mut csv = Csv::new(head.map(str::to_owned).to_vec());
    for side in Side::BOTH {
        let causes = of.side(side).map_or(&[][..], |answer| &answer.causes);
        for cause in causes.iter().filter(|cause| effect.is_none_or(|of| of == cause.effect)) {
            csv.row(vec![
                side_key(side).to_owned(),
                answer::mechanism(cause.mechanism, Locale::English),
                cause.effect.key().to_owned(),
                super::unit(cause.effect.dimension()).to_owned(),
                raw(Some(cause.amount)),
            ]);
        }
    }
    csv.text()
}

#[derive(Serialize)]
struct Explanation<'a> {
    #[serde(flatten)]
    asked: json::Asked<'a>,
    sides: [Reasons; 2],
}

#[derive(Serialize)]
struct Reasons {
    side: &'static str,
    figure: Option<json::Figure>,
    causes: Vec<json::CauseTold>,
}

fn explained_json(of: &Compared, effect: Option<Quantity>) -> String {
    let reasons = |side: Side| {
        let mut answer = of.side(side).cloned().unwrap_or_default();
        answer.causes.retain(|cause| effect.is_none_or(|of| of == cause.effect));
        Reasons {
            side: side_key(side),
            figure: effect.map(|effect| json::figure(effect, answer.value(effect))),
            causes: json::causes(&answer),
        }
    };
    let asked = json::Asked::new("explanation", &of.scenario);
    json::text(&Explanation { asked, sides: Side::BOTH.map(reasons) })
}
