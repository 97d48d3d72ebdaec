//! Small native controls that are no part of the scenario and its link.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::web::page;

/// A menu; the callback is told the place of what was chosen.
pub fn menu(
    id: &'static str,
    label: &str,
    options: &[String],
    chosen: usize,
    choose: Callback<usize>,
) -> Html {
    let change = Callback::from(move |event: Event| {
        let menu = event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
        let place = menu.and_then(|menu| usize::try_from(menu.selected_index()).ok());
        if let Some(place) = place {
            choose.emit(place);
        }
    });
    html! {
        <div class="field">
            <div class="field-head"><label for={id}>{ label.to_owned() }</label></div>
            <select {id} onchange={change}>
                { for options.iter().enumerate().map(|(place, option)| html! {
                    <option key={place} value={place.to_string()} selected={place == chosen}>
                        { option.clone() }
                    </option>
                }) }
            </select>
        </div>
    }
}

/// A row of buttons of which one is pressed; the callback is told the place of the one that was.
pub fn segments(label: &str, options: &[String], chosen: usize, choose: &Callback<usize>) -> Html {
    html! {
        <div class="segments" role="group" aria-label={label.to_owned()}>
            { for options.iter().enumerate().map(|(place, option)| {
                let choose = choose.clone();
                let press = Callback::from(move |_: MouseEvent| choose.emit(place));
                html! {
                    <button key={place} type="button" onclick={press}
                        aria-pressed={(place == chosen).to_string()}>{ option.clone() }</button>
                }
            }) }
        </div>
    }
}

/// A whole number between two others; what is typed outside goes to the nearer end.
pub fn number(
    id: &'static str,
    label: &str,
    (low, value, high): (u64, u64, u64),
    unit: &str,
    change: Callback<u64>,
) -> Html {
    let typed = Callback::from(move |event: Event| {
        let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        let number = field.and_then(|field| page::number(&field.value()));
        if let Some(number) = number.filter(|number| number.is_finite()) {
            change.emit(whole(number).clamp(low, high));
        }
    });
    html! {
        <div class="field number-only">
            <div class="field-head"><label for={id}>{ label.to_owned() }</label></div>
            <div class="number-field">
                <input {id} type="number" inputmode="numeric" step="any" min={low.to_string()}
                    max={high.to_string()} value={value.to_string()} onchange={typed} />
                <span class="unit">{ unit.to_owned() }</span>
            </div>
        </div>
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
fn whole(number: f64) -> u64 {
    libm::rint(number) as u64
}
