//! The choice of the question: native radio buttons, so that arrow keys and readers know them.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::Action;
use crate::scenario::{ParameterId, Scenario, Side, Value, parameter};
use crate::text::Locale;
use crate::text::page::{self, Word};
use crate::view::words;

/// The questions, and the chosen one as a sentence.
pub fn questions(scenario: &Scenario, act: &Callback<Action>, locale: Locale) -> Html {
    let row = parameter(ParameterId::Mode);
    let chosen = row.get(scenario, Side::A);
    let choose = {
        let act = act.clone();
        Callback::from(move |event: Event| {
            let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            if let Some(field) = field {
                let value = Some(Value::Choice(field.value()));
                act.emit(Action::Set { side: Side::A, parameter: ParameterId::Mode, value });
            }
        })
    };
    html! {
        <fieldset class="questions">
            <legend class="visually-hidden">{ Word::Questions.say(locale) }</legend>
            <div class="question-list">
                { for row.choices(scenario, Side::A).into_iter().map(|id| html! {
                    <label key={id} class="question">
                        <input type="radio" name="question" value={id} onchange={choose.clone()}
                            checked={chosen == Value::choice(id)} />
                        <span>{ words::choice(ParameterId::Mode, id, locale) }</span>
                    </label>
                }) }
            </div>
            <p class="question-words">{ page::question(scenario.mode, locale) }</p>
        </fieldset>
    }
}
