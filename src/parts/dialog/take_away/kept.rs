//! Scenarios with a name, kept in this browser.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::part::Wish;
use crate::app::saves::{NAME_MOST, Save, Saves, name_of};
use crate::scenario::link;
use crate::text::Locale;
use crate::text::take::{self, Word};
use crate::web::{parts, storage};

const PLACE: &str = "saves";

/// What the list needs.
#[derive(Clone, PartialEq, Properties)]
pub struct KeptProps {
    /// The link of the scenario in the Lab.
    pub link: String,
    /// Language.
    pub locale: Locale,
}

/// What happened last.
#[derive(Clone, PartialEq)]
enum Last {
    Nothing,
    Saved(String),
    Deleted(Save),
    Refused,
}

/// A field for a name, and the list of all that have one.
#[component]
pub fn Kept(props: &KeptProps) -> Html {
    let locale = props.locale;
    let saves = use_state_eq(|| Saves::read(&storage::kept(PLACE).unwrap_or_default()));
    let last = use_state_eq(|| Last::Nothing);
    let field = use_node_ref();
    let keep = {
        let (list, told) = (saves.setter(), last.setter());
        Callback::from(move |(next, what): (Saves, Last)| {
            if storage::keep(PLACE, &next.written()).is_ok() {
                list.set(next);
                told.set(what);
            } else {
                told.set(Last::Refused);
            }
        })
    };
    let save = {
        let (keep, saves, field, link) =
            (keep.clone(), saves.clone(), field.clone(), props.link.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = field.cast::<HtmlInputElement>() else { return };
            let Some(name) = name_of(&field.value()) else {
                let _ = field.focus();
                return;
            };
            field.set_value("");
            let next = saves.with(Save { name: name.clone(), link: link.clone() });
            keep.emit((next, Last::Saved(name)));
        })
    };
    let undelete = {
        let (keep, saves, last) = (keep.clone(), saves.clone(), last.clone());
        Callback::from(move |_: MouseEvent| {
            if let Last::Deleted(save) = &*last {
                keep.emit((saves.with(save.clone()), Last::Saved(save.name.clone())));
            }
        })
    };
    let row = |save: &Save| row(save, &saves, &keep, locale);
    let said = match &*last {
        Last::Nothing => String::new(),
        Last::Saved(name) => take::saved(name, locale),
        Last::Deleted(save) => take::deleted(&save.name, locale),
        Last::Refused => Word::NotKept.say(locale).to_owned(),
    };
    html! {
        <div class="kept">
            <form onsubmit={save} class="take-text">
                <label for="save-name" class="visually-hidden">{ Word::SaveAs.say(locale) }</label>
                <input ref={field} id="save-name" type="text" required=true autocomplete="off"
                    maxlength={NAME_MOST.to_string()} placeholder={Word::SaveAs.say(locale)} />
                <button type="submit">{ Word::Save.say(locale) }</button>
            </form>
            <p class="take-status" role="status">{ said }{ " " }
                <button type="button" hidden={!matches!(*last, Last::Deleted(_))}
                    onclick={undelete}>{ Word::Undelete.say(locale) }</button></p>
            <p class="soft" hidden={!saves.0.is_empty()}>{ Word::NoSaves.say(locale) }</p>
            <ul class="saves" hidden={saves.0.is_empty()}>{ for saves.0.iter().map(row) }</ul>
        </div>
    }
}

fn row(save: &Save, saves: &Saves, keep: &Callback<(Saves, Last)>, locale: Locale) -> Html {
    let open = {
        let link = save.link.clone();
        Callback::from(move |_: MouseEvent| {
            // One of a later version says so as any link does: as the address of the page.
            match link::decode(&link) {
                Ok(decoded) => parts::wish(&Wish::Open(Box::new(decoded.scenario))),
                Err(_) => crate::web::location::go(&link),
            }
            parts::wish(&Wish::Close);
        })
    };
    let delete = {
        let (keep, saves, save) = (keep.clone(), saves.clone(), save.clone());
        Callback::from(move |_: MouseEvent| {
            keep.emit((saves.without(&save.name), Last::Deleted(save.clone())));
        })
    };
    html! {
        <li key={save.name.clone()}>
            <span class="save-name">{ save.name.clone() }</span>
            <button type="button" onclick={open}
                aria-label={take::of(Word::Open, &save.name, locale)}>
                { Word::Open.say(locale) }</button>
            <button type="button" onclick={delete}
                aria-label={take::of(Word::Delete, &save.name, locale)}>
                { Word::Delete.say(locale) }</button>
        </li>
    }
}
