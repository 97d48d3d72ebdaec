//! The pages beside the Lab.

use std::rc::Rc;

use yew::prelude::*;

use super::theme::Shown;
use crate::app::{Page, State};
use crate::text::page;

/// A page under its title.
pub fn page(of: Page, state: &Rc<State>, _theme: Shown) -> Html {
    let locale = state.locale;
    html! {
        <div class="page">
            <div class="page-head">
                <h2>{ page::name(of, locale) }</h2>
                <p>{ page::purpose(of, locale) }</p>
            </div>
        </div>
    }
}
