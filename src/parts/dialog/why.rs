//! Why a number is what it is: formula, parts, the constants behind it, what others published, and
//! what the reader has measured.
//!
//! The constants are found by asking again, so the dialog is there at once and the list fills while
//! it is read. A changed constant goes to the page, which tells the new scenario: the dialog never
//! shows what the Lab does not run.

mod constants;
mod measure;
mod published;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use self::constants::constants;
use self::measure::Measure;
use self::published::published;
use super::Frame;
use crate::app::part::Brief;
use crate::experiment::explain::{Displayed, Explanation, Name};
use crate::scenario::why::{Influence, Inquiry};
use crate::scenario::{Scenario, Side};
use crate::text::Locale;
use crate::text::why::{self, Word};
use crate::units::Time;
use crate::view::framed::{framed, heads};
use crate::view::side::machine;
use crate::view::swatch::swatch;
use crate::view::theme::{Fill, owner_fill, phase_fill, wait_fill};
use crate::web::page::now;

/// What the inquiry may take of the page at once.
const SLICE_MILLISECONDS: f64 = 10.0;
/// Events between two looks at the clock.
const SLICE_EVENTS: u64 = 2_000;

/// What the dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct WhyDialogProps {
    /// What is shown.
    pub brief: Brief,
    /// On which machine.
    pub side: Side,
    /// Which number.
    pub of: Displayed,
    /// The time of the clock that it is of; none for the whole run.
    pub at: Option<Time>,
}

/// What is known so far.
#[derive(Clone, Default)]
struct Known {
    told: Option<Rc<Explanation>>,
    found: Rc<Vec<Influence>>,
    done: bool,
}

/// Asks in slices, and tells what is known after each.
fn ask(inquiry: Rc<RefCell<Option<Inquiry>>>, setter: UseStateSetter<Known>) -> Timeout {
    Timeout::new(0, move || {
        let begun = now();
        let mut held = inquiry.borrow_mut();
        let Some(of) = held.as_mut() else { return };
        let mut done = false;
        while !done && now() - begun < SLICE_MILLISECONDS {
            done = of.advance(SLICE_EVENTS);
        }
        setter.set(Known {
            told: of.explanation().cloned().map(Rc::new),
            found: Rc::new(of.found().to_vec()),
            done,
        });
        drop(held);
        if !done {
            // The next slice waits for the page to have drawn this one.
            ask(inquiry, setter).forget();
        }
    })
}

/// The search of one number; a new one begins when the scenario is another.
#[hook]
fn use_inquiry(scenario: &Scenario, side: Side, of: Displayed, at: Time) -> Known {
    let known = use_state(Known::default);
    let setter = known.setter();
    use_effect_with((scenario.clone(), side, of, at), move |(scenario, side, of, at)| {
        let inquiry = Inquiry::new(scenario, *side, *of, *at);
        if inquiry.is_none() {
            setter.set(Known { done: true, ..Known::default() });
        }
        let held = Rc::new(RefCell::new(inquiry));
        let first = ask(Rc::clone(&held), setter);
        move || {
            drop(first);
            // A slice that is on its way finds nothing to do.
            held.borrow_mut().take();
        }
    });
    (*known).clone()
}

/// The dialog.
#[component]
pub fn WhyDialog(props: &WhyDialogProps) -> Html {
    let WhyDialogProps { brief, side, of, at } = props;
    let locale = brief.locale;
    let known = use_inquiry(&brief.scenario, *side, *of, at.unwrap_or(Time::NEVER));
    let name = why::displayed(*of, locale);
    let title = known.told.as_ref().map_or_else(
        || name.clone(),
        |told| why::ask(&why::value(*of, told.value, told.dimension, locale), locale),
    );
    let told = known.told.as_deref();
    let gone = known.done && told.is_none();
    html! {
        <Frame {title} wide=true {locale}>
            <p class="why-name">{ machine(*side).say(locale) }{ " · " }{ name }</p>
            <p hidden={!gone}>{ Word::Gone.say(locale) }</p>
            <div>{ for told.map(|told| rule(told, locale)) }</div>
            <div>{ for told.map(|told| parts(told, locale)) }</div>
            <section class="why-section">
                <h3>{ Word::Depends.say(locale) }</h3>
                <p class="hint">{ Word::DependsHow.say(locale) }</p>
                { constants(&brief.scenario, &known.found, locale) }
                <p role="status" class="hint">{
                    if !known.done { Word::Trying.say(locale) }
                    else if known.found.is_empty() && !gone { Word::DependsNot.say(locale) }
                    else { "" }
                }</p>
            </section>
            <div>{ published(&brief.scenario, *of, &known.found, locale) }</div>
            <Measure scenario={brief.scenario.clone()} side={*side} {locale} />
        </Frame>
    }
}

fn rule(told: &Explanation, locale: Locale) -> Html {
    let formula = why::formula(told, locale);
    html! {
        <section class="why-section">
            <h3>{ Word::Formula.say(locale) }</h3>
            <p>{ why::rule(told, locale) }</p>
            <p class="why-formula" hidden={formula.is_none()}>{ formula.unwrap_or_default() }</p>
        </section>
    }
}

/// How a part is drawn; what is no phase, wait or owner is drawn in the colour of text.
const fn fill_of(name: Name) -> Fill {
    match name {
        Name::Doing(phase) => phase_fill(phase),
        Name::Waiting(wait) => wait_fill(wait),
        Name::Owner(owner) => owner_fill(owner),
        _ => Fill { class: "fill-image", pattern: None },
    }
}

/// The parts as one bar, and as a table with the same colours.
fn parts(told: &Explanation, locale: Locale) -> Html {
    if told.parts.is_empty() {
        return Html::default();
    }
    let whole: f64 = told.parts.iter().map(|part| part.value.max(0.0)).sum();
    let mut from = 0.0;
    let bars = told.parts.iter().filter(|part| part.value > 0.0).enumerate().map(|(at, part)| {
        let (x, width) = (from, part.value / whole * 100.0);
        from += width;
        let fill = fill_of(part.name);
        let [x, width] = [x, width].map(|number| format!("{number:.3}%"));
        html! {
            <g key={at}>
                <rect class={classes!("stratum", fill.class)} x={x.clone()} y="1"
                    width={width.clone()} height="26" />
                <rect class="stratum-pattern" fill={fill.pattern.unwrap_or("none")} {x} y="1"
                    {width} height="26" />
            </g>
        }
    });
    let bars: Vec<Html> = bars.collect();
    let rows = told.parts.iter().enumerate().map(|(at, part)| {
        html! {
            <tr key={at}>
                <th scope="row">{ swatch(fill_of(part.name)) }{ why::term(part.name, locale) }</th>
                <td>{ why::value(told.of, part.value, part.dimension, locale) }</td>
                <td>{ why::share(part.value, told.value, locale) }</td>
            </tr>
        }
    });
    let labels = [Word::Part, Word::Amount, Word::ShareOf].map(|word| word.say(locale));
    let table = html! {
        <table class="why-table">{ heads(&labels) }<tbody>{ for rows }</tbody></table>
    };
    html! {
        <section class="why-section">
            <h3>{ Word::Parts.say(locale) }</h3>
            <svg class="why-bar" aria-hidden="true" width="100%" height="28">{ for bars }</svg>
            { framed(table, locale) }
        </section>
    }
}
