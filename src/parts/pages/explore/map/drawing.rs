//! The drawing of a map: cells, their letters, the line where the order turns, and the scales.

use std::rc::Rc;

use yew::prelude::*;

use crate::experiment::answer::Quantity;
use crate::scenario::study::map::{Cell, Shading};
use crate::scenario::study::{Axis, Map, Swept, value};
use crate::scenario::{Side, Value};
use crate::text::{Locale, answer, map as text, name, parameter, study};

/// A map with the words and shades that its drawing needs.
pub struct Mapped {
    pub swept: Rc<Swept>,
    pub quantity: Quantity,
    /// The machine whose own figures are mapped.
    pub of: Option<Side>,
    pub locale: Locale,
    pub map: Map,
    pub shading: Option<Shading>,
    /// Whether the first row lies at the bottom, as numbers grow upwards.
    pub upwards: bool,
    /// What stands at the columns and at the rows.
    pub labels: [Vec<String>; 2],
}

impl PartialEq for Mapped {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl Mapped {
    pub fn new(swept: Rc<Swept>, quantity: Quantity, of: Option<Side>, locale: Locale) -> Self {
        let map = Map::new(&swept, quantity);
        let shading = of.and_then(|side| {
            let told = swept.points.iter().map(|point| &point.sides[side.index()]);
            Shading::new(told.filter_map(|told| value(told, quantity)))
        });
        let words = |axis: &Axis| -> Vec<String> {
            let told = |value: &Value| parameter::value(axis.parameter, value, locale);
            axis.values.iter().map(told).collect()
        };
        let by = swept.spec.by.as_ref();
        let upwards = by.is_some_and(|by| by.row().range().is_some());
        let labels = [words(&swept.spec.axis), by.map(words).unwrap_or_default()];
        Self { swept, quantity, of, locale, map, shading, upwards, labels }
    }

    /// The figure of the mapped machine in a cell.
    fn figure(&self, row: usize, column: usize) -> Option<f64> {
        let point = self.swept.points.get(row * self.map.columns + column)?;
        value(&point.sides[self.of?.index()], self.quantity)
    }

    /// The class of a cell, its pattern, and what stands in it: short, and with its number.
    fn cell(&self, row: usize, column: usize) -> (String, Option<&'static str>, [String; 2]) {
        let cell = self.map.at(row, column);
        if let (Some(_), Some(shading)) = (self.of, self.shading) {
            if cell == Cell::Open {
                return ("map-open".to_owned(), None, Default::default());
            }
            return match self.figure(row, column) {
                Some(figure) => {
                    let told = answer::value(figure, self.quantity.dimension(), self.locale);
                    (format!("map-v-{}", shading.of(figure)), None, [String::new(), told])
                }
                None => refused(),
            };
        }
        let letter = |side: Side| name::side(side).to_owned();
        let pattern = |side: Side| (side == Side::B).then_some("url(#hatch-side)");
        let class = |side: Side| {
            let side = if side == Side::A { "a" } else { "b" };
            format!("map-{side}-{}", cell.step().unwrap_or(1))
        };
        match cell {
            Cell::Open => ("map-open".to_owned(), None, Default::default()),
            Cell::Refused => refused(),
            Cell::Equal(_) => ("map-equal".to_owned(), None, ["=".to_owned(), "=".to_owned()]),
            Cell::Alone(side) => {
                let told = format!("{}!", letter(side));
                (class(side), pattern(side), [told.clone(), told])
            }
            Cell::Ahead { side, ratio } => {
                let long = format!("{} {}", letter(side), text::ratio(ratio));
                (class(side), pattern(side), [letter(side), long])
            }
        }
    }
}

fn refused() -> (String, Option<&'static str>, [String; 2]) {
    ("map-refused".to_owned(), Some("url(#hatch-lock)"), ["×".to_owned(), "×".to_owned()])
}

/// Where everything lies, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    pub width: f64,
    pub height: f64,
    left: f64,
    top: f64,
    cell: (f64, f64),
    columns: usize,
    rows: usize,
    upwards: bool,
    rem: f64,
}

/// How wide a text is at the small size: an estimate that errs to the wide side.
fn width_of(text: &str, rem: f64) -> f64 {
    let letter = |letter: char| if letter >= '\u{1100}' { 13.0 } else { 7.2 };
    text.chars().map(letter).sum::<f64>() * rem
}

/// As much of a text as fits.
fn fitted(text: &str, room: f64, rem: f64) -> String {
    if width_of(text, rem) <= room {
        return text.to_owned();
    }
    let mut short = String::new();
    for letter in text.chars() {
        if width_of(&short, rem) + 22.0 * rem > room && !short.is_empty() {
            break;
        }
        short.push(letter);
    }
    short + "…"
}

#[expect(clippy::cast_precision_loss, reason = "a map has dozens of rows and columns")]
const fn real(count: usize) -> f64 {
    count as f64
}

impl Layout {
    pub fn new(mapped: &Mapped, width: f64, rem: f64) -> Self {
        let (columns, rows) = (mapped.map.columns.max(1), mapped.map.rows.max(1));
        let widest = mapped.labels[1].iter().map(|label| width_of(label, rem)).fold(0.0, f64::max);
        let left = (widest + 10.0 * rem).min(width * 0.34);
        let wide = ((width - left - 2.0) / real(columns)).min(150.0 * rem);
        let high = (wide * 0.62).clamp(20.0 * rem, 42.0 * rem);
        let top = 24.0 * rem;
        Self {
            width: left + wide * real(columns) + 2.0,
            height: top + high * real(rows) + 44.0 * rem,
            left,
            top,
            cell: (wide, high),
            columns,
            rows,
            upwards: mapped.upwards,
            rem,
        }
    }

    /// The upper left corner of a cell.
    fn corner(&self, (row, column): (usize, usize)) -> (f64, f64) {
        let line = if self.upwards { self.rows - 1 - row } else { row };
        (self.left + self.cell.0 * real(column), self.top + self.cell.1 * real(line))
    }

    /// The cell at a point.
    pub fn cell_at(&self, x: f64, y: f64) -> Option<(usize, usize)> {
        let [column, line] = [(x - self.left) / self.cell.0, (y - self.top) / self.cell.1];
        if !(0.0..real(self.columns)).contains(&column) || !(0.0..real(self.rows)).contains(&line) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "was compared")]
        let (column, line) = (column as usize, line as usize);
        Some((if self.upwards { self.rows - 1 - line } else { line }, column))
    }
}

/// Everything but the cursor.
pub fn draw(mapped: &Mapped, layout: &Layout) -> Html {
    let places = (0..layout.rows).flat_map(|row| (0..layout.columns).map(move |at| (row, at)));
    html! {
        <>
        { for places.map(|place| cell(mapped, layout, place)) }
        <path class="map-casing" d={turns(mapped, layout)} />
        <path class="map-turn" d={turns(mapped, layout)} />
        { scales(mapped, layout) }
        </>
    }
}

fn cell(mapped: &Mapped, layout: &Layout, place: (usize, usize)) -> Html {
    let (x, y) = layout.corner(place);
    let (wide, high) = layout.cell;
    let (class, pattern, [short, long]) = mapped.cell(place.0, place.1);
    let room = wide - 4.0;
    let told = if width_of(&long, layout.rem) <= room { long } else { short };
    let told = if width_of(&told, layout.rem) <= wide { told } else { String::new() };
    let d = format!("M{x:.2} {y:.2}h{wide:.2}v{high:.2}h-{wide:.2}z");
    html! {
        <g key={place.0 * layout.columns + place.1} class="map-cell">
            <path class={class} d={d.clone()} />
            { pattern.map(|pattern| html! { <path class="map-pattern" fill={pattern} d={d} /> }) }
            <text x={format!("{:.1}", x + wide / 2.0)}
                y={format!("{:.1}", y + high / 2.0 + 4.5 * layout.rem)}>{ told }</text>
        </g>
    }
}

/// The line where the order turns, between the cells; nothing where one machine alone is mapped.
fn turns(mapped: &Mapped, layout: &Layout) -> String {
    let mut path = String::new();
    if mapped.of.is_some() {
        return path;
    }
    let (wide, high) = layout.cell;
    for row in 0..layout.rows {
        for column in 0..layout.columns {
            let here = (row, column);
            let (x, y) = layout.corner(here);
            if mapped.map.turns(here, (row, column + 1)) {
                path.extend([format!("M{:.2} {y:.2}v{high:.2}", x + wide)]);
            }
            if mapped.map.turns(here, (row + 1, column)) {
                let edge = if layout.upwards { y } else { y + high };
                path.extend([format!("M{x:.2} {edge:.2}h{wide:.2}")]);
            }
        }
    }
    path
}

/// The values at the columns and rows, and the names of both settings.
fn scales(mapped: &Mapped, layout: &Layout) -> Html {
    let rem = layout.rem;
    let (wide, high) = layout.cell;
    let bottom = layout.top + high * real(layout.rows);
    let widest = mapped.labels[0].iter().map(|label| width_of(label, rem)).fold(0.0, f64::max);
    let numbers = mapped.swept.spec.axis.row().range().is_some();
    let every = (1..layout.columns.max(2))
        .find(|every| !numbers || real(*every) * wide >= widest + 6.0)
        .unwrap_or(layout.columns);
    let columns = mapped.labels[0].iter().enumerate().step_by(every).map(|(at, label)| {
        let x = layout.left + wide * (real(at) + 0.5);
        let label = if numbers { label.clone() } else { fitted(label, wide - 4.0, rem) };
        // What stands in the middle of an outer cell may be wider than it.
        let half = width_of(&label, rem) / 2.0;
        let x = x.min(layout.width - half).max(half);
        html! {
            <text key={at} x={format!("{x:.1}")} y={format!("{:.1}", bottom + 16.0 * rem)}>
                { label }</text>
        }
    });
    let rows = mapped.labels[1].iter().enumerate().map(|(at, label)| {
        let (_, y) = layout.corner((at, 0));
        html! {
            <text key={at} class="map-row" x={format!("{:.1}", layout.left - 6.0 * rem)}
                y={format!("{:.1}", y + high / 2.0 + 4.5 * rem)}>
                { fitted(label, layout.left - 8.0 * rem, rem) }</text>
        }
    });
    let spec = &mapped.swept.spec;
    let by = spec.by.as_ref().map(|by| study::axis(by, mapped.locale)).unwrap_or_default();
    html! {
        <g class="map-scale">
            <text class="map-name" x="0" y={format!("{:.1}", 15.0 * rem)}>{ by }</text>
            { for rows }
            { for columns }
            <text class="map-name map-end" x={format!("{:.1}", layout.width)}
                y={format!("{:.1}", bottom + 35.0 * rem)}>
                { study::axis(&spec.axis, mapped.locale) }</text>
        </g>
    }
}

/// The cell that is read.
pub fn cursor(layout: &Layout, cell: (usize, usize)) -> Html {
    let (x, y) = layout.corner(cell);
    let (wide, high) = layout.cell;
    let frame = |class: &'static str| {
        html! {
            <rect {class} x={format!("{x:.2}")} y={format!("{y:.2}")}
                width={format!("{wide:.2}")} height={format!("{high:.2}")} />
        }
    };
    html! { <g class="map-cursor">{ frame("map-cursor-casing") }{ frame("map-cursor-line") }</g> }
}
