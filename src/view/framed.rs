//! What all tables have in common: a frame in which a wide one scrolls, and a row of heads.
//!
//! The frame can have the focus, since a keyboard scrolls only what has it.

use yew::prelude::*;

use crate::text::Locale;
use crate::text::lab::Label;

/// The table in its frame.
pub fn framed(table: Html, locale: Locale) -> Html {
    html! {
        <div class="table-frame" tabindex="0" role="group" aria-label={Label::AsTable.say(locale)}>
            { table }
        </div>
    }
}

/// The heads of all columns.
pub fn heads(words: &[&str]) -> Html {
    html! {
        <thead><tr>
            { for words.iter().enumerate().map(|(at, &word)| html! {
                <th key={at} scope="col">{ word.to_owned() }</th>
            }) }
        </tr></thead>
    }
}
