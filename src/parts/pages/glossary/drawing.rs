//! The small drawing of a term: its strata, as wide as a margin.
//!
//! Letters keep their size, so that the drawing does too; what a box is, its label says, and its
//! band repeats it by pattern and colour.

use yew::prelude::*;

use crate::lesson::glossary::{Cell, Fill, Term, glossary};
use crate::text::Locale;
use crate::text::glossary::{self as words, Word};

const WIDTH: f64 = 280.0;
const ROW: f64 = 32.0;
const GAP: f64 = 4.0;
/// Around all, so that a bold frame is not cut.
const EDGE: f64 = 2.0;
const BAND: f64 = 14.0;

const fn class(fill: Fill) -> &'static str {
    match fill {
        Fill::Hardware => "fill-hardware",
        Fill::Kernel => "fill-kernel",
        Fill::Vmm => "fill-vmm",
        Fill::Image => "fill-image",
        Fill::Libraries => "fill-libraries",
        Fill::Application => "fill-application",
        Fill::Frame => "fill-frame",
        Fill::Empty => "fill-empty",
    }
}

const fn pattern(fill: Fill) -> Option<&'static str> {
    match fill {
        Fill::Hardware => Some("url(#pattern-cross)"),
        Fill::Kernel => Some("url(#pattern-kernel)"),
        Fill::Vmm => Some("url(#pattern-weave)"),
        Fill::Image => Some("url(#pattern-dots)"),
        Fill::Libraries => Some("url(#pattern-level)"),
        Fill::Application => Some("url(#pattern-upright)"),
        Fill::Frame | Fill::Empty => None,
    }
}

/// A term's drawing, and nothing where it has none.
pub fn drawing(term: &'static Term, locale: Locale) -> Html {
    let rows = glossary().stack(term);
    if rows.is_empty() {
        return html! { <div hidden=true /> };
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let height = rows.len() as f64 * (ROW + GAP) - GAP + 2.0 * EDGE;
    let told: Vec<String> = rows.iter().map(|row| told(row, locale)).collect();
    html! {
        <svg class="term-drawing" role="img" aria-label={words::drawn(&told, locale)}
            width={WIDTH.to_string()} height={height.to_string()}
            viewBox={format!("0 0 {WIDTH} {height}")}>
            { for rows.iter().rev().enumerate().map(|(at, row)| {
                #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
                let top = EDGE + at as f64 * (ROW + GAP);
                one_row(at, top, row, locale)
            }) }
        </svg>
    }
}

/// A row in words: each box, and those that are meant.
fn told(row: &[Cell<'_>], locale: Locale) -> String {
    let boxes = row.iter().filter(|cell| cell.fill != Fill::Empty).map(|cell| {
        let label = cell.label.say(locale);
        if cell.marked {
            format!("{label} ({})", Word::Marked.say(locale))
        } else {
            label.to_owned()
        }
    });
    boxes.collect::<Vec<_>>().join(", ")
}

fn one_row(at: usize, top: f64, row: &[Cell<'_>], locale: Locale) -> Html {
    #[expect(clippy::cast_precision_loss, reason = "a handful of boxes")]
    let count = row.len().max(1) as f64;
    let width = (WIDTH - 2.0 * EDGE - (count - 1.0) * GAP) / count;
    html! {
        <g key={at}>
            { for row.iter().enumerate().map(|(at, cell)| {
                #[expect(clippy::cast_precision_loss, reason = "a handful of boxes")]
                let left = EDGE + at as f64 * (width + GAP);
                one_box(at, [left, top, width], cell, locale)
            }) }
        </g>
    }
}

fn one_box(at: usize, [left, top, width]: [f64; 3], cell: &Cell<'_>, locale: Locale) -> Html {
    let place = |width: f64| [left, top, width].map(|of| format!("{of:.1}"));
    let ([x, y, width_text], [_, _, band]) = (place(width), place(BAND));
    let row = ROW.to_string();
    let middle = if pattern(cell.fill).is_some() { BAND / 2.0 } else { 0.0 };
    let [text_x, text_y] =
        [left + width / 2.0 + middle, top + ROW / 2.0 + 4.5].map(|of| format!("{of:.1}"));
    html! {
        <g key={at} class={classes!(class(cell.fill), cell.marked.then_some("marked"))}>
            <rect class="ground" x={x.clone()} y={y.clone()} width={width_text.clone()}
                height={row.clone()} />
            <g>{ pattern(cell.fill).map_or_else(|| html! { <g /> }, |pattern| html! {
                <>
                <rect class="band" x={x.clone()} y={y.clone()} width={band.clone()}
                    height={row.clone()} />
                <rect x={x.clone()} y={y.clone()} width={band} height={row.clone()}
                    fill={pattern} />
                </>
            }) }</g>
            <rect class="frame" x={x} y={y} width={width_text} height={row} />
            <text x={text_x} y={text_y} text-anchor="middle">
                { cell.label.say(locale).to_owned() }
            </text>
        </g>
    }
}
