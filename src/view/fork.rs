//! The form that forks: which machine, what is done to it, and the button with the time.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::Action;
use crate::scenario::held::{intervention, words};
use crate::scenario::{Scenario, Side};
use crate::text::difference::{ForkWord, offered};
use crate::text::{Locale, name};
use crate::units::Time;

/// What the form needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ForkProps {
    /// What is asked for.
    pub scenario: Scenario,
    /// The time of the clock.
    pub time: Time,
    /// Whether what is shown is what is asked for.
    pub ready: bool,
    /// Told what to do.
    pub act: Callback<Action>,
    /// Language.
    pub locale: Locale,
}

fn selected(event: &Event) -> Option<usize> {
    let menu = event.target()?.dyn_into::<HtmlSelectElement>().ok()?;
    usize::try_from(menu.selected_index()).ok()
}

/// The form.
#[component]
pub fn ForkForm(props: &ForkProps) -> Html {
    let ForkProps { scenario, time, ready, act, locale } = props;
    let machines = scenario.machines();
    let chosen = use_state_eq(|| Side::A);
    let word = use_state_eq(|| "start");
    let amount = use_state_eq(|| 8_u32);
    let side = if machines.contains(&chosen) { *chosen } else { Side::A };
    let what =
        if *word == "cancel" { intervention("cancel", 0) } else { intervention(&word, *amount) };
    let free = scenario.free_letter().is_some();
    let fork = {
        let (act, can) = (act.clone(), free && *ready);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(what) = what.filter(|_| can) {
                act.emit(Action::Fork { from: side, what });
            }
        })
    };
    let choose = {
        let (setter, machines) = (chosen.setter(), machines.clone());
        Callback::from(move |event: Event| {
            if let Some(&side) = selected(&event).and_then(|at| machines.get(at)) {
                setter.set(side);
            }
        })
    };
    let change = {
        let setter = word.setter();
        Callback::from(move |event: Event| {
            if let Some(word) = selected(&event).and_then(|at| words().nth(at)) {
                setter.set(word);
            }
        })
    };
    let set_amount = {
        let setter = amount.setter();
        Callback::from(move |event: InputEvent| {
            let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            setter.set(field.and_then(|field| field.value().parse().ok()).unwrap_or(0));
        })
    };
    let disabled = (!free || !*ready || what.is_none()).to_string();
    html! {
        <form class="fork" aria-label={ForkWord::ForkHere.say(*locale)} onsubmit={fork}>
            <select class="fork-machine" aria-label={ForkWord::Machine.say(*locale)}
                onchange={choose}>
                { for machines.iter().map(|of| html! {
                    <option key={of.index()} selected={*of == side}>{ name::side(*of) }</option>
                }) }
            </select>
            <select class="fork-change" aria-label={ForkWord::Change.say(*locale)}
                onchange={change}>
                { for words().map(|of| html! {
                    <option key={of} selected={of == *word}>{ offered(of, *locale) }</option>
                }) }
            </select>
            <input class="fork-amount" type="number" min="1" step="1" inputmode="numeric"
                hidden={*word == "cancel"} value={amount.to_string()} oninput={set_amount}
                aria-label={ForkWord::Amount.say(*locale)} />
            <button type="submit" aria-disabled={disabled}>{ ForkWord::at(*time, *locale) }</button>
            <span class="fork-note" hidden={free}>{ ForkWord::Four.say(*locale) }</span>
        </form>
    }
}
