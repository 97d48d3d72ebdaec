//! The pages beside the Lab, each with what it is for.

mod claims;
mod evidence;
mod explore;
mod model;

use std::rc::Rc;

use yew::prelude::*;

use self::claims::Claims;
use self::evidence::Evidence;
use self::explore::Explore;
use self::model::Model;
use super::slices::Standing;
use super::theme::Shown;
use crate::app::{Page, State};
use crate::text::page::{self, Word};
use crate::text::{Locale, number};

/// A page under its title.
pub fn page(of: Page, state: &Rc<State>, link: &AttrValue, theme: Shown) -> Html {
    let locale = state.locale;
    html! {
        <div class="page">
            <div class="page-head" hidden={of == Page::Model}>
                <h2>{ page::name(of, locale) }</h2>
                <p>{ page::purpose(of, locale) }</p>
            </div>
            <div>{ match of {
                Page::Claims => html! { <Claims {locale} /> },
                Page::Model => html! { <Model {locale} /> },
                Page::Evidence => html! { <Evidence {locale} /> },
                Page::Explore => html! {
                    <Explore state={Rc::clone(state)} link={link.clone()} {theme} />
                },
                Page::Lab => html! { <div /> },
            } }</div>
        </div>
    }
}

/// A button that begins a long piece of work, how far it has come, and a button that ends it.
fn starter(
    label: &str,
    standing: Standing,
    start: &Callback<()>,
    cancel: &Callback<()>,
    locale: Locale,
) -> Html {
    let press = |what: &Callback<()>| {
        let what = what.clone();
        Callback::from(move |_: MouseEvent| what.emit(()))
    };
    let share = match standing {
        Standing::Idle => 0.0,
        Standing::Running(share) => share,
        Standing::Done => 1.0,
    };
    let running = matches!(standing, Standing::Running(_));
    html! {
        <div class="starter">
            <button type="button" class="primary" onclick={press(start)}>{ label }</button>
            <progress value={format!("{share:.3}")} max="1" hidden={!running}
                aria-label={Word::Progress.say(locale)}></progress>
            <span hidden={!running}>{ number::percent(share, locale) }</span>
            <button type="button" hidden={!running} onclick={press(cancel)}>
                { Word::Cancel.say(locale) }
            </button>
        </div>
    }
}
