//! What a bar of a lane means, beside the pointer: phase, from when to when, what it waits for.
//!
//! It stays while the pointer is on it, so that it can be read in a magnifier, and Escape closes
//! it. Whoever has no pointer finds the same words under the lanes, by the number of the instance.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::layout::Rows;
use crate::experiment::{LaneSpan, Report};
use crate::text::lab::Told;
use crate::text::{Locale, Say};
use crate::view::axis::Axis;
use crate::view::machine::text_width;

/// A bar under the pointer, and where its words stand: left and top in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tip {
    bar: LaneSpan,
    place: [f64; 2],
}

/// Width of the words at the usual size of letters, in CSS pixels.
const WIDTH: f64 = 260.0;

/// The bar at a place of the drawing.
fn bar_at(
    report: &Report,
    shown: &[u32],
    axis: &Axis,
    rows: Rows,
    [x, y]: [f64; 2],
) -> Option<Tip> {
    let row = shown.iter().zip(1_u32..).find(|(_, row)| rows.pitch * f64::from(*row) > y);
    let (instance, row) = row?;
    let lane = report.lane(*instance);
    let bar = lane.iter().find(|bar| (axis.x(bar.begin)..=axis.x(bar.end)).contains(&x))?;
    let left = (x + 4.0).min(axis.width - WIDTH).max(0.0);
    Some(Tip { bar: *bar, place: [left, rows.pitch * f64::from(row)] })
}

/// Whether the pointer is on the words themselves.
fn is_on_words(event: &MouseEvent) -> bool {
    let at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    at.is_some_and(|at| at.closest(".lane-tip").is_ok_and(|found| found.is_some()))
}

/// The words that are open, and what a pointer over the drawing does.
#[hook]
pub fn use_tip(
    node: &NodeRef,
    report: &std::rc::Rc<Report>,
    shown: &[u32],
    axis: Axis,
    rows: Rows,
) -> (Option<Tip>, Callback<MouseEvent>, Callback<MouseEvent>) {
    let tip = use_state_eq(|| None::<Tip>);
    let point = {
        let (setter, node, report) = (tip.setter(), node.clone(), std::rc::Rc::clone(report));
        let shown = shown.to_vec();
        Callback::from(move |event: MouseEvent| {
            let Some(element) = node.cast::<Element>() else { return };
            if is_on_words(&event) {
                return;
            }
            let corner = element.get_bounding_client_rect();
            let x = f64::from(event.client_x()) - corner.left();
            let y = f64::from(event.client_y()) - corner.top();
            setter.set(bar_at(&report, &shown, &axis, rows, [x, y]));
        })
    };
    let leave = {
        let setter = tip.setter();
        Callback::from(move |_: MouseEvent| setter.set(None))
    };
    {
        let setter = tip.setter();
        use_effect_with(tip.is_some(), move |&open| {
            let listener = open.then(|| {
                EventListener::new(&gloo::utils::document(), "keydown", move |event| {
                    let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
                    if key.as_deref() == Some("Escape") {
                        setter.set(None);
                    }
                })
            });
            move || drop(listener)
        });
    }
    (*tip, point, leave)
}

/// The words of a bar, in lines; an empty group without one.
pub fn words(tip: Option<Tip>, rem: f64, locale: Locale) -> Html {
    let told = tip.map_or_else(String::new, |Tip { bar, .. }| {
        let LaneSpan { instance, phase, begin, end, waited, wait } = bar;
        Told::Bar { instance, phase, begin, end, waited, wait }.say(locale)
    });
    let lines = broken(&told, (WIDTH - 20.0) / 13.0);
    let [x, y] = tip.map_or([0.0, 0.0], |tip| tip.place);
    let line = 17.0 * rem;
    let height = line * f64::from(u32::try_from(lines.len()).unwrap_or(0)) + 12.0;
    html! {
        <g class={classes!("lane-tip", tip.is_none().then_some("closed"))} role="tooltip">
            <rect x={format!("{x:.0}")} y={format!("{y:.0}")} width={format!("{:.0}", WIDTH * rem)}
                height={format!("{height:.0}")} rx="3" />
            <text>
                { for lines.iter().zip(1_u32..).map(|(words, number)| html! {
                    <tspan key={number} x={format!("{:.0}", x + 10.0)}
                        y={format!("{:.0}", y + line * f64::from(number))}>
                        { format!("{words} ") }
                    </tspan>
                }) }
            </text>
        </g>
    }
}

/// The words in lines of at most this width, in heights of a letter.
fn broken(told: &str, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in told.split_whitespace() {
        match lines.last_mut() {
            Some(line) if text_width(line) + text_width(word) + 0.4 <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
