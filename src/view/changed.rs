//! The constants that the scenario gives other values, in sight of everything that they change.

use yew::prelude::*;

use crate::app::Action;
use crate::scenario::{Override, Scenario, Side};
use crate::text::{Locale, constant, why};

/// The list, and nothing where no constant is changed.
pub fn changed(scenario: &Scenario, act: &Callback<Action>, locale: Locale) -> Html {
    let many = scenario.overrides.len();
    if many == 0 {
        return html! { <div class="changed" hidden=true /> };
    }
    let all = {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::ResetConstants))
    };
    let one = |of: &Override| {
        let (act, path) = (act.clone(), of.path.clone());
        let reset = Callback::from(move |_: MouseEvent| {
            act.emit(Action::SetConstant { path: path.clone(), value: None });
        });
        let read = Side::BOTH.iter().any(|&side| scenario.reads_constant(side, &of.path));
        html! {
            <li key={of.path.clone()}>
                <code>{ of.path.clone() }</code>{ " = " }
                { constant::amount(&of.path, of.value.0, locale) }{ " " }
                <span class="not-read" hidden={read}>
                    { "(" }{ why::Word::NotRead.say(locale) }{ ") " }
                </span>
                <button type="button" class="ask" onclick={reset}
                    aria-label={why::reset_of(&of.path, locale)}>
                    { why::Word::Reset.say(locale) }
                </button>
            </li>
        }
    };
    html! {
        <div class="changed" role="region" aria-label={why::changed(many, locale)}>
            <p><strong>{ why::changed(many, locale) }</strong>{ " · " }
                <button type="button" class="ask" onclick={all}>
                    { why::Word::ResetAll.say(locale) }
                </button></p>
            <ul>{ for scenario.overrides.iter().map(one) }</ul>
        </div>
    }
}
