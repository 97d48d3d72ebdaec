//! The examples as pictures: each is simulated as its card comes up, and shows what came of it.

mod run;

use yew::prelude::*;

use self::run::{Outcome, Shown, use_outcomes};
use super::Frame;
use crate::app::part::{Brief, Wish};
use crate::model::Owner;
use crate::scenario::{PRESETS, ParameterId, Preset, Scenario, Side, Value, parameter};
use crate::text::lab::Label;
use crate::text::{Locale, answer as words, name};
use crate::units::Bytes;
use crate::view::theme::owner_fill;
use crate::view::words as names;
use crate::web::parts;

/// What the dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ExamplesProps {
    /// What is shown.
    pub brief: Brief,
}

/// All examples, under the questions that they ask.
#[component]
pub fn Examples(props: &ExamplesProps) -> Html {
    let locale = props.brief.locale;
    let outcomes = use_outcomes();
    let row = parameter(ParameterId::Mode);
    let group = |question: &'static str| {
        let asked = Value::choice(question);
        let of = PRESETS
            .iter()
            .enumerate()
            .filter(|(_, preset)| row.get(&preset.scenario(), Side::A) == asked);
        html! {
            <section key={question} class="example-group">
                <h3>{ names::choice(row.id, question, locale) }</h3>
                <ul class="examples">
                    { for of.map(|(at, preset)| {
                        card(preset, outcomes.get(at).and_then(Option::as_ref), locale)
                    }) }
                </ul>
            </section>
        }
    };
    html! {
        <Frame title={Label::Presets.say(locale)} wide=true {locale}>
            { for row.choices(&Scenario::default(), Side::A).into_iter().map(group) }
        </Frame>
    }
}

/// One example: a button whose name is its title, with its picture and what came of it.
fn card(preset: &'static Preset, outcome: Option<&Outcome>, locale: Locale) -> Html {
    let open = Callback::from(move |_: MouseEvent| {
        parts::wish(&Wish::Open(Box::new(preset.scenario())));
        parts::wish(&Wish::Close);
    });
    let scenario = preset.scenario();
    let name = |side: Side| {
        scenario.platform(side).map_or("", |platform| name::platform(platform, locale))
    };
    let id = format!("example-{}", preset.key);
    html! {
        <li key={preset.key}>
            <button type="button" class="example" onclick={open} aria-describedby={id.clone()}>
                { names::preset(preset.id, locale) }
            </button>
            <div {id} class="example-told">
                <p class="example-sides"><b>{ "A" }</b>{ " " }{ name(Side::A) }{ " · " }
                    <b>{ "B" }</b>{ " " }{ name(Side::B) }</p>
                { outcome.map_or_else(|| html! { <div class="example-picture" /> },
                    |outcome| picture(outcome, locale)) }
                <p class="example-finding">{ outcome.map(|of| of.told(locale)) }</p>
            </div>
        </li>
    }
}

/// The memory of both machines as strata, where starts are asked about, and the first figure of
/// both as bars to one scale.
fn picture(outcome: &Outcome, locale: Locale) -> Html {
    let most = outcome.figure.map_or(0.0, |(_, values)| {
        values.into_iter().flatten().fold(0.0, |most: f64, value| most.max(value.abs()))
    });
    let bar = |at: usize| {
        let Some((quantity, values)) = outcome.figure else { return html! { <p key={at} /> } };
        let Some(value) = values[at] else { return html! { <p key={at} /> } };
        let length = if most > 0.0 { (value.abs() / most * 100.0).max(1.0) } else { 1.0 };
        html! {
            <p key={at} class="example-bar">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect class={if at == 0 { "bar-a" } else { "bar-b" }} y="1" height="8"
                        width={format!("{length:.1}")} />
                </svg>
                <span><b>{ ["A", "B"][at] }</b>{ " " }
                    { words::value(value, quantity.dimension(), locale) }</span>
            </p>
        }
    };
    html! {
        <div class="example-picture">
            <div>{ match &outcome.shown {
                Shown::Strata(owners) => strata(owners),
                Shown::Bars => html! { <div /> },
            } }</div>
            <div class="example-bars">
                <p class="example-what">{ outcome.figure.map(|(quantity, _)| {
                    words::quantity(quantity, locale)
                }) }</p>
                { bar(0) }{ bar(1) }
            </div>
        </div>
    }
}

const HEIGHT: f64 = 84.0;
const WIDTH: f64 = 34.0;

/// Two columns of memory by owner, to one scale.
fn strata(owners: &[Vec<(Owner, Bytes)>; 2]) -> Html {
    let total =
        |side: &Vec<(Owner, Bytes)>| side.iter().map(|(_, held)| held.as_f64()).sum::<f64>();
    let most = owners.iter().map(total).fold(1.0, f64::max);
    let column = |(at, side): (usize, &Vec<(Owner, Bytes)>)| {
        let left = if at == 0 { 1.0 } else { WIDTH + 9.0 };
        let mut bottom = HEIGHT;
        let layers = side.iter().map(|(owner, held)| {
            let height = held.as_f64() / most * (HEIGHT - 2.0);
            bottom -= height;
            let fill = owner_fill(*owner);
            let d = format!("M{left:.1} {bottom:.1}h{WIDTH:.1}v{height:.1}h-{WIDTH:.1}z");
            html! {
                <g key={owner.index()}>
                    <path class={classes!("stratum", fill.class)} d={d.clone()} />
                    <path class="stratum-pattern" fill={fill.pattern.unwrap_or("none")} {d} />
                </g>
            }
        });
        html! { <g key={at}>{ for layers }</g> }
    };
    html! {
        <svg class="example-strata" aria-hidden="true" width={(WIDTH * 2.0 + 10.0).to_string()}
            height={(HEIGHT + 1.0).to_string()}>
            { for owners.iter().enumerate().map(column) }
        </svg>
    }
}
