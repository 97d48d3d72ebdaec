//! What the colours and letters of a map mean.

use yew::prelude::*;

use super::drawing::Mapped;
use crate::scenario::Side;
use crate::scenario::study::map::SHADES;
use crate::text::map::{self as text, Word};
use crate::text::{answer, name};

/// The legend.
pub fn legend(mapped: &Mapped) -> Html {
    let locale = mapped.locale;
    let quantity = answer::quantity(mapped.quantity, locale);
    let preference = mapped.quantity.preference();
    let items = match (mapped.of, mapped.shading) {
        (Some(_), Some(shading)) => {
            let dimension = mapped.quantity.dimension();
            let told = |shade| answer::value(shading.begin(shade), dimension, locale);
            (0..SHADES)
                .map(|shade| {
                    let words = format!("{} – {}", told(shade), told(shade + 1));
                    item(format!("map-v-{shade}"), None, "", &words)
                })
                .collect::<Vec<_>>()
        }
        _ => against(mapped),
    };
    let subject = match mapped.of {
        Some(side) => format!("{quantity}, {}", name::side(side)),
        None => format!("{quantity} ({})", text::preference(preference, locale)),
    };
    let refused =
        item("map-refused".to_owned(), Some("url(#hatch-lock)"), "×", Word::Refused.say(locale));
    html! {
        <div class="map-legend" role="group" aria-label={Word::Legend.say(locale)}>
            <p>{ subject }</p>
            <ul>{ for items }{ refused }</ul>
        </div>
    }
}

/// Who is ahead, in steps.
fn against(mapped: &Mapped) -> Vec<Html> {
    let locale = mapped.locale;
    let preference = mapped.quantity.preference();
    let side = |side: Side, steps: [u8; 3]| {
        let letter = name::side(side);
        let class = if side == Side::A { "a" } else { "b" };
        let pattern = (side == Side::B).then_some("url(#hatch-side)");
        steps.into_iter().map(move |step| {
            let words =
                format!("{}, {}", text::ahead(side, preference, locale), text::step(step, locale));
            item(format!("map-{class}-{step}"), pattern, letter, &words)
        })
    };
    let equal = item("map-equal".to_owned(), None, "=", Word::Equal.say(locale));
    let turn = html! {
        <li key="turn">
            <svg aria-hidden="true" width="34" height="20">
                <path class="map-casing" d="M2 10h30" /><path class="map-turn" d="M2 10h30" />
            </svg>
            { Word::Turn.say(locale) }
        </li>
    };
    let alone = html! {
        <li key="alone">
            <svg class="map-sample" aria-hidden="true" width="34" height="20">
                <text x="17" y="15">{ "A! B!" }</text>
            </svg>
            { Word::Alone.say(locale) }
        </li>
    };
    let a = side(Side::A, [3, 2, 1]);
    a.chain([equal]).chain(side(Side::B, [1, 2, 3])).chain([alone, turn]).collect()
}

fn item(class: String, pattern: Option<&'static str>, letter: &'static str, words: &str) -> Html {
    html! {
        <li key={class.clone()}>
            <svg class="map-sample" aria-hidden="true" width="34" height="20">
                <rect {class} x="0.5" y="0.5" width="33" height="19" />
                { pattern.map(|fill| html! {
                    <rect class="map-pattern" {fill} x="0.5" y="0.5" width="33" height="19" />
                }) }
                <text x="17" y="15">{ letter }</text>
            </svg>
            { words.to_owned() }
        </li>
    }
}
