//! What is added to the page when it goes to paper: the way back to it, and its sources.

use yew::prelude::*;

use super::dialog::take_away::{passed, picture};
use crate::app::part::Brief;
use crate::scenario::{link, typed};
use crate::text::take::{Word, made_by};
use crate::web::location;

/// The foot of the printed page.
pub fn sheet(brief: &Brief) -> Html {
    let locale = brief.locale;
    let address = location::address(&link::encode(&brief.scenario));
    let version = env!("CARGO_PKG_VERSION");
    html! {
        <section class="sheet">
            <div class="sheet-way">
                { passed::drawing(&address, locale) }
                <div>
                    <p>{ made_by(version, brief.scenario.seed, locale) }</p>
                    <p class="sheet-link">{ address }</p>
                    <p>{ Word::Code.say(locale) }{ ": " }
                        <code>{ typed::code(&brief.scenario) }</code></p>
                </div>
            </div>
            <h3>{ Word::Sources.say(locale) }</h3>
            <ul>{ for picture::sources(&brief.scenario).into_iter().enumerate().map(|(at, of)| {
                html! { <li key={at} lang="en">{ of }</li> }
            }) }</ul>
        </section>
    }
}
