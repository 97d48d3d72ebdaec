//! The constants behind a number: value, range, source, what they do, and a box for another value.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::part::Wish;
use crate::catalog::{Constant, constant, reference};
use crate::scenario::overrides::bounds;
use crate::scenario::why::Influence;
use crate::scenario::{Amount, Scenario};
use crate::text::why::{self, Word};
use crate::text::{Locale, constant as words, evidence};
use crate::view::framed::{framed, heads};
use crate::web::page::number;
use crate::web::parts;

/// The most constants that are shown: the rest changes hardly anything.
const SHOWN_MOST: usize = 14;

/// The list, the weightiest first; what was changed is always in it.
pub fn constants(scenario: &Scenario, found: &[Influence], locale: Locale) -> Html {
    let weighty = found.iter().take(SHOWN_MOST);
    let mut rows: Vec<(Constant, Option<f64>)> =
        weighty.map(|of| (of.constant.clone(), Some(of.effect))).collect();
    for of in &scenario.overrides {
        if !rows.iter().any(|(known, _)| known.path == of.path)
            && let Some(known) = constant(&of.path)
        {
            let effect = found.iter().find(|found| found.constant.path == of.path);
            rows.push((known, effect.map(|found| found.effect)));
        }
    }
    if rows.is_empty() {
        return Html::default();
    }
    let words = [Word::Constant, Word::Value, Word::Range, Word::Effect];
    let rows = rows.iter().map(|(of, effect)| row(scenario, of, *effect, locale));
    let table = html! {
        <table class="why-table why-constants">
            { heads(&words.map(|word| word.say(locale))) }
            <tbody>{ for rows }</tbody>
        </table>
    };
    framed(table, locale)
}

fn row(scenario: &Scenario, of: &Constant, effect: Option<f64>, locale: Locale) -> Html {
    let source = of.value.source;
    let title = reference(source.reference).map_or(source.reference, |found| found.title);
    let phase = words::phase(&of.path, locale).map(|phase| format!("{phase} · "));
    html! {
        <tr key={of.path.clone()}>
            <th scope="row"><code>{ of.path.clone() }</code>
                <p class="note">
                    { phase }
                    { evidence::mark(source.standing) }{ " " }
                    { evidence::standing(source.standing, locale) }{ " · " }
                    <span lang="en">{ title }{ " " }{ source.row }</span>
                </p></th>
            <td>{ control(scenario, of, locale) }</td>
            <td>{ strip(scenario, of) }
                <span class="why-range">{ evidence::range(&of.value) }{ " " }
                    { evidence::unit(of.value.unit, locale) }</span></td>
            <td>{ effect.map_or_else(|| "–".to_owned(), why::effect) }</td>
        </tr>
    }
}

/// The box in which a constant is given another value.
fn control(scenario: &Scenario, of: &Constant, locale: Locale) -> Html {
    let said = scenario.overridden(&of.path);
    let current = said.unwrap_or(of.value.typical);
    let [low, high] = bounds(of);
    let set = {
        let (path, typical) = (of.path.clone(), of.value.typical);
        Callback::from(move |event: Event| {
            let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            if let Some(value) = field.and_then(|field| number(&field.value())) {
                let same = value.to_bits() == typical.to_bits();
                let value = (!same).then_some(Amount(value));
                parts::wish(&Wish::SetConstant { path: path.clone(), value });
            }
        })
    };
    let reset = {
        let path = of.path.clone();
        Callback::from(move |_: MouseEvent| {
            parts::wish(&Wish::SetConstant { path: path.clone(), value: None });
        })
    };
    let unit = evidence::unit(of.value.unit, locale);
    html! {
        <span class="why-control">
            <input type="number" step="any" min={low.to_string()} max={high.to_string()}
                aria-label={why::another_value(&of.path, unit, locale)} value={current.to_string()}
                onchange={set} />
            <span>{ unit }</span>
            <button type="button" class="ask" onclick={reset}
                aria-disabled={said.is_none().to_string()}
                aria-label={why::reset_of(&of.path, locale)}>
                { Word::Reset.say(locale) }
            </button>
        </span>
    }
}

/// The range of the sources as a line, with the catalogue's value and the one in use.
fn strip(scenario: &Scenario, of: &Constant) -> Html {
    let current = scenario.overridden(&of.path).unwrap_or(of.value.typical);
    let low = of.value.low.min(current);
    let high = of.value.high.max(current);
    let place = |value: f64| {
        let part = if high > low { (value - low) / (high - low) } else { 0.5 };
        format!("{:.2}", 6.0 + part * 108.0)
    };
    let [from, to] = [of.value.low, of.value.high].map(place);
    html! {
        <svg class="why-strip" aria-hidden="true" viewBox="0 0 120 20" width="120" height="20">
            <line x1={from} x2={to} y1="10" y2="10" />
            <line class="typical" x1={place(of.value.typical)} x2={place(of.value.typical)}
                y1="3" y2="17" />
            <circle cx={place(current)} cy="10" r="4.5" />
        </svg>
    }
}
