//! How close a dialog is: the machines, one instance of them, a request through its strata. Each
//! step is a way there and a way back.

use yew::prelude::*;

use crate::app::part::{Brief, Dialog, Wish};
use crate::app::{Motion, Selection};
use crate::scenario::Side;
use crate::text::inside::{OneOf, Word};
use crate::text::{Locale, Say, name};
use crate::web::{parts, zoom};

/// Where a dialog stands between the machines and a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Depth {
    /// The instance that is looked at.
    pub of: Option<(Side, u32)>,
    /// Whether this is the request's way and no more the instance.
    pub request: bool,
    /// Whether anything may move.
    pub moves: bool,
}

impl Depth {
    /// What is selected is what is looked at.
    pub fn of(brief: &Brief, request: bool) -> Self {
        let of = match brief.selection {
            Selection::Instance { side, instance } => Some((side, instance)),
            _ => None,
        };
        Self { of, request, moves: brief.playback.motion == Motion::Full }
    }

    /// What the dialog comes out of: the column of the instance.
    pub fn column(&self) -> Option<String> {
        let (side, _) = self.of?;
        Some(format!(".column-stop [data-side={}]", name::side(side)))
    }
}

/// Goes on to a request: it comes out of the wall between inside and outside.
pub fn follow(moves: bool) {
    if moves {
        zoom::next_from(".inside-wall");
    }
    parts::wish(&Wish::Show(Dialog::Request));
}

/// The steps; `close` goes back to the machines.
pub fn steps(depth: &Depth, close: &Callback<MouseEvent>, locale: Locale) -> Html {
    let moves = depth.moves;
    let on = Callback::from(move |_: MouseEvent| follow(moves));
    let step = |key: u8, words: String, to: Option<Callback<MouseEvent>>| match to {
        Some(to) => html! {
            <li {key}><button type="button" onclick={to}>{ words }</button></li>
        },
        None => html! { <li {key}><span aria-current="step">{ words }</span></li> },
    };
    let one = depth.of.map(|(side, instance)| {
        let words = OneOf { side: name::side(side), instance }.say(locale);
        let back = Callback::from(move |_: MouseEvent| {
            parts::wish(&Wish::Show(Dialog::Inside { side, instance }));
        });
        step(1, words, depth.request.then_some(back))
    });
    let request = Word::OneRequest.say(locale).to_owned();
    html! {
        <nav class="depth" aria-label={Word::Depth.say(locale)}>
            <ol>
                { step(0, Word::Machines.say(locale).to_owned(), Some(close.clone())) }
                { for one }
                { step(2, request, (!depth.request).then_some(on)) }
            </ol>
        </nav>
    }
}
