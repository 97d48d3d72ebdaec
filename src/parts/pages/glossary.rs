//! The glossary: every term in the order of the alphabet, each with an address of its own.

mod drawing;

use std::collections::BTreeSet;

use yew::prelude::*;

use self::drawing::drawing;
use super::course::course_navigation;
use crate::app::Page;
use crate::lesson::glossary::{Piece, Term, glossary, initial};
use crate::parts::term::address;
use crate::text::Locale;
use crate::text::glossary::{self as words, Word};
use crate::web::page;

/// What the page needs.
#[derive(Clone, PartialEq, Properties)]
pub struct GlossaryProps {
    /// The key of the term that the address names; empty for none.
    pub place: AttrValue,
    /// Language.
    pub locale: Locale,
}

/// All terms, those that a search finds, and the one that the address names.
#[component]
pub fn Glossary(props: &GlossaryProps) -> Html {
    let GlossaryProps { place, locale } = props;
    let locale = *locale;
    let search = use_state_eq(String::new);
    {
        let search = search.setter();
        use_effect_with(place.clone(), move |place| {
            if !place.is_empty() {
                search.set(String::new());
                page::reveal(&format!("term-{place}"));
            }
        });
    }
    let typed = {
        let search = search.setter();
        Callback::from(move |event: InputEvent| {
            let field = event.target_dyn_into::<web_sys::HtmlInputElement>();
            search.set(field.map(|field| field.value()).unwrap_or_default());
        })
    };
    let clear = {
        let search = search.setter();
        Callback::from(move |_: MouseEvent| {
            search.set(String::new());
            page::focus("#term-search");
        })
    };
    let found = glossary().find(&search, locale);
    let sections = sections(&found, !search.trim().is_empty(), locale);
    html! {
        <div class="glossary">
            { course_navigation(Page::Glossary, locale) }
            <div class="glossary-search" role="search">
                <label for="term-search">{ Word::Search.say(locale) }</label>
                <input id="term-search" type="search" autocomplete="off" spellcheck="false"
                    value={(*search).clone()} oninput={typed} />
                <p role="status">{ words::found(found.len(), locale) }</p>
            </div>
            <p class="hint">{ Word::Legend.say(locale) }</p>
            <div class="glossary-none" hidden={!found.is_empty()}>
                <p>{ Word::NoTerm.say(locale) }</p>
                <button type="button" onclick={clear}>{ Word::ShowAll.say(locale) }</button>
            </div>
            { for sections.into_iter().map(|(letter, terms)| html! {
                <section key={letter.clone()} class="glossary-letter">
                    <h3 hidden={letter.is_empty()}>{ letter }</h3>
                    <div>
                        { for terms.into_iter().map(|term| {
                            entry(term, term.key == place.as_str(), locale)
                        }) }
                    </div>
                </section>
            }) }
        </div>
    }
}

/// Terms under their letters; what a search found stands in one list, the best first.
fn sections<'a>(
    terms: &[&'a Term],
    searched: bool,
    locale: Locale,
) -> Vec<(String, Vec<&'a Term>)> {
    let mut sections: Vec<(String, Vec<&Term>)> = Vec::new();
    for term in terms {
        let letter = match initial(term.name.say(locale), locale) {
            _ if searched => String::new(),
            '힣' => "A–Z".to_owned(),
            letter => letter.to_string(),
        };
        match sections.last_mut() {
            Some((last, of)) if *last == letter => of.push(term),
            _ => sections.push((letter, vec![term])),
        }
    }
    sections
}

fn entry(term: &'static Term, marked: bool, locale: Locale) -> Html {
    let other = match locale {
        Locale::English => Locale::Korean,
        Locale::Korean => Locale::English,
    };
    let id = format!("term-{}", term.key);
    let link = |key: &str| {
        let name = glossary().term(key).map_or("", |term| term.name.say(locale));
        html! { <li key={key.to_owned()}><a href={address(key)}>{ name }</a></li> }
    };
    let foreign = term.title(other);
    let foreign = (foreign != term.title(locale)).then_some(foreign);
    html! {
        <article key={term.key.as_str()} {id} tabindex="-1"
            class={classes!("glossary-term", marked.then_some("marked"))}>
            <div>
                <h4>
                    <a href={address(&term.key)}>{ term.title(locale) }</a>
                    <span class="foreign" lang={other.tag()} hidden={foreign.is_none()}>
                        { foreign }
                    </span>
                </h4>
                <p>{ meaning(term, locale) }</p>
                <div class="see">
                    <span>{ Word::See.say(locale) }</span>
                    <ul>{ for term.see.iter().map(|key| link(key)) }</ul>
                </div>
            </div>
            <div>{ drawing(term, locale) }</div>
        </article>
    }
}

/// What a term means, with the other terms in it as links.
fn meaning(term: &'static Term, locale: Locale) -> Html {
    let mut already = BTreeSet::from([term.key.clone()]);
    let pieces = glossary().mark(term.means.say(locale), locale, &mut already).into_iter();
    pieces
        .map(|piece| match piece {
            Piece::Plain(text) => html! { { text } },
            Piece::Term { term, text } => html! { <a href={address(&term.key)}>{ text }</a> },
        })
        .collect()
}
