//! A curve that is sketched: dragged in the drawing, or set point by point.

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::guess::typed;
use crate::lesson::Guess;
use crate::lesson::amount::Amount;
use crate::text::lesson::Word;
use crate::text::{Locale, number};

/// The drawing's own units.
const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 200.0;
const LEFT: f64 = 52.0;
const RIGHT: f64 = 20.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 30.0;

/// One or two curves over the same values.
#[derive(Clone, PartialEq)]
pub struct Drawn {
    /// Values that run to the right.
    pub at: Vec<u64>,
    /// The height of the scale.
    pub to: Amount,
    /// The prediction.
    pub guess: Vec<f64>,
    /// What came out, when it may be seen.
    pub outcome: Vec<f64>,
}

#[expect(clippy::cast_precision_loss, reason = "a handful of points")]
const fn real(count: usize) -> f64 {
    count as f64
}

impl Drawn {
    /// A number of the scale as it is shown.
    pub fn round(value: f64, to: Amount) -> String {
        let digits = if to.number < 10.0 { 2 } else { 1 };
        let text = format!("{value:.digits$}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }

    fn x(&self, point: usize) -> f64 {
        let share = real(point) / real(self.at.len().saturating_sub(1).max(1));
        LEFT + share * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, value: f64) -> f64 {
        let share = (value / self.to.number).clamp(0.0, 1.0);
        HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)
    }

    fn line(&self, values: &[f64]) -> String {
        let point = |(at, value): (usize, &f64)| format!("{:.1},{:.1}", self.x(at), self.y(*value));
        values.iter().enumerate().map(point).collect::<Vec<_>>().join(" ")
    }

    /// The drawing without its frame.
    pub fn body(&self, locale: Locale) -> Html {
        let ends = [0.0, self.to.number / 2.0, self.to.number];
        let unit = self.to.unit.map_or("", |unit| unit.name);
        let last = |values: &[f64]| values.last().map_or(0.0, |value| self.y(*value));
        let (mine, theirs) = (last(&self.guess), last(&self.outcome));
        let apart = if (mine - theirs).abs() < 16.0 { 16.0 } else { 0.0 };
        let both = !self.outcome.is_empty();
        // Where the two ends are near each other, their names stand apart.
        let label = mine - 10.0 + if mine > theirs { apart * 1.6 } else { -apart };
        html! {
            <>
                { for ends.into_iter().enumerate().map(|(at, value)| html! {
                    <g key={at}>
                        <line class="axis" x1={LEFT.to_string()} x2={(WIDTH - RIGHT).to_string()}
                            y1={self.y(value).to_string()} y2={self.y(value).to_string()} />
                        <text x={(LEFT - 6.0).to_string()} y={(self.y(value) + 4.0).to_string()}
                            text-anchor="end">
                            { format!("{} {unit}", Self::round(value, self.to)) }</text>
                    </g>
                }) }
                { for self.at.iter().enumerate().map(|(at, value)| html! {
                    <text key={at} x={self.x(at).to_string()}
                        y={(HEIGHT - BOTTOM + 18.0).to_string()} text-anchor="middle">
                        { number::count(*value, locale) }</text>
                }) }
                <polyline class="guess" points={self.line(&self.guess)} />
                { for self.guess.iter().enumerate().map(|(at, value)| html! {
                    <circle key={at} class="guess" r="6" cx={self.x(at).to_string()}
                        cy={self.y(*value).to_string()} />
                }) }
                <polyline class="outcome" points={self.line(&self.outcome)} />
                { for self.outcome.iter().enumerate().map(|(at, value)| html! {
                    <rect key={at} class="outcome" width="9" height="9"
                        x={(self.x(at) - 4.5).to_string()}
                        y={(self.y(*value) - 4.5).to_string()} />
                }) }
                <text class="name" x={(WIDTH - RIGHT).to_string()} text-anchor="end"
                    y={label.to_string()}>
                    { if self.guess.is_empty() { "" } else { Word::You.say(locale) } }</text>
                <text class="name" x={(WIDTH - RIGHT).to_string()} text-anchor="end"
                    y={(theirs - 10.0).to_string()}>
                    { if both { Word::Simulated.say(locale) } else { "" } }</text>
            </>
        }
    }
}

/// The part of the window that the drawing uses.
pub fn view_box() -> String {
    format!("0 0 {WIDTH} {HEIGHT}")
}

/// What the pad needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SketchPadProps {
    /// What runs to the right.
    pub over: String,
    /// At which values.
    pub at: Vec<u64>,
    /// The height of the scale.
    pub to: Amount,
    /// The sketch so far.
    pub values: Vec<f64>,
    /// Told the sketch.
    pub set: Callback<Guess>,
    /// Language.
    pub locale: Locale,
}

/// A drawing in which a curve is dragged, and a number for each of its points.
#[component]
pub fn SketchPad(props: &SketchPadProps) -> Html {
    let SketchPadProps { over, at, to, values, set, locale } = props;
    let (to, locale) = (*to, *locale);
    let held = use_mut_ref(|| false);
    let put = {
        let (values, set) = (values.clone(), set.clone());
        move |point: usize, value: f64| {
            let mut values = values.clone();
            if let Some(place) = values.get_mut(point) {
                *place = value.clamp(0.0, to.number);
                set.emit(Guess::Amounts(values));
            }
        }
    };
    let points = at.len();
    let dragged = {
        let put = put.clone();
        move |event: &PointerEvent| {
            let pad = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
            let Some(room) = pad.map(|pad| pad.get_bounding_client_rect()) else { return };
            let x = (f64::from(event.client_x()) - room.left()) / room.width() * WIDTH;
            let y = (f64::from(event.client_y()) - room.top()) / room.height() * HEIGHT;
            let share = (x - LEFT) / (WIDTH - LEFT - RIGHT) * real(points.saturating_sub(1));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
            let point = share.round().clamp(0.0, real(points.saturating_sub(1))) as usize;
            put(point, (HEIGHT - BOTTOM - y) / (HEIGHT - TOP - BOTTOM) * to.number);
        }
    };
    let press = {
        let (held, dragged) = (std::rc::Rc::clone(&held), dragged.clone());
        Callback::from(move |event: PointerEvent| {
            *held.borrow_mut() = true;
            dragged(&event);
        })
    };
    let drag = {
        let held = std::rc::Rc::clone(&held);
        Callback::from(move |event: PointerEvent| {
            if *held.borrow() && event.buttons() != 0 {
                dragged(&event);
            }
        })
    };
    let release = Callback::from(move |_: PointerEvent| *held.borrow_mut() = false);
    let drawn = Drawn { at: at.clone(), to, guess: values.clone(), outcome: Vec::new() };
    let unit = to.unit.map_or("", |unit| unit.name);
    html! {
        <div class="lesson-sketch">
            <svg viewBox={view_box()} onpointerdown={press} onpointermove={drag}
                onpointerup={release.clone()} onpointerleave={release} aria-hidden="true">
                { drawn.body(locale) }
            </svg>
            <p class="lesson-over">{ over.clone() }</p>
            <div class="lesson-points">
                { for at.iter().zip(values).enumerate().map(|(point, (at, value))| {
                    let put = put.clone();
                    let typed = Callback::from(move |event: Event| {
                        if let Some(value) = typed(&event) {
                            put(point, value);
                        }
                    });
                    html! {
                        <label key={point}>
                            <span>{ number::count(*at, locale) }</span>
                            <input type="number" min="0" max={to.number.to_string()} step="any"
                                inputmode="decimal" value={Drawn::round(*value, to)}
                                onchange={typed}
                                aria-label={format!("{over}: {} ({unit})",
                                    number::count(*at, locale))} />
                        </label>
                    }
                }) }
            </div>
        </div>
    }
}
