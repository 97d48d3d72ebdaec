//! A word of a text that explains itself where it stands.
//!
//! It is a button and no hover: what it opens stands in the text below its line, is read out in
//! its place, and stays until it is closed.

use std::collections::BTreeSet;

use yew::prelude::*;

use crate::app::Page;
use crate::lesson::glossary::{Piece, glossary};
use crate::text::Locale;
use crate::text::glossary::Word;

/// What a term needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TermProps {
    /// Which term.
    pub term: AttrValue,
    /// The words that name it here.
    pub text: AttrValue,
    /// Language.
    pub locale: Locale,
}

/// The address of a term in the glossary.
pub fn address(key: &str) -> String {
    format!("{}/{key}", Page::Glossary.fragment())
}

/// A word that opens what it means.
#[component]
pub fn Term(props: &TermProps) -> Html {
    let locale = props.locale;
    let open = use_state_eq(|| false);
    let button = use_node_ref();
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let close = {
        let (open, button) = (open.clone(), button.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && *open {
                event.stop_propagation();
                open.set(false);
                if let Some(button) = button.cast::<web_sys::HtmlElement>() {
                    let _ = button.focus();
                }
            }
        })
    };
    let Some(term) = glossary().term(&props.term) else {
        return html! { <span>{ props.text.clone() }</span> };
    };
    html! {
        <span class="term" onkeydown={close}>
            <button ref={button} type="button" class="term-word" onclick={toggle}
                aria-expanded={open.to_string()}>{ props.text.clone() }</button>
            <span class="term-note" role="note" hidden={!*open}>
                <b>{ term.title(locale) }</b>{ " " }{ term.means.say(locale).to_owned() }{ " " }
                <a href={address(&term.key)}>{ Word::InGlossary.say(locale) }</a>
            </span>
        </span>
    }
}

/// A text whose terms explain themselves at their first use; `already` has those that were met.
pub fn explained(text: &str, locale: Locale, already: &mut BTreeSet<String>) -> Html {
    let pieces = glossary().mark(text, locale, already).into_iter();
    pieces
        .map(|piece| match piece {
            Piece::Plain(text) => html! { { text.to_owned() } },
            Piece::Term { term, text } => html! {
                <Term term={term.key.clone()} text={text.to_owned()} {locale} />
            },
        })
        .collect()
}
