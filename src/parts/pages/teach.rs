//! What a teacher needs: notes for each lesson, and lessons of one's own.

use std::rc::Rc;

use gloo::file::callbacks::FileReader;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::lesson::course::FILES;
use crate::lesson::{Lesson, Words, read};
use crate::parts::library::{Unkept, Volume, add, lessons, remove};
use crate::text::lesson::{Sentence, Word};
use crate::text::{Locale, Say};
use crate::web::file;

/// What the page needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TeachProps {
    /// Language.
    pub locale: Locale,
}

/// The page.
#[component]
pub fn Teach(props: &TeachProps) -> Html {
    let locale = props.locale;
    let volumes = use_state_eq(lessons);
    let told = use_state_eq(|| None::<Result<(), Unkept>>);
    let take = {
        let (volumes, told) = (volumes.setter(), told.setter());
        Callback::from(move |text: String| {
            told.set(Some(add(&text).map(|_| ())));
            volumes.set(lessons());
        })
    };
    let forget = {
        let volumes = volumes.setter();
        Callback::from(move |name: String| {
            remove(&name);
            volumes.set(lessons());
        })
    };
    html! {
        <div class="learn teach">
            <section aria-labelledby="teach-open">
                <h3 id="teach-open">{ Word::OpenFile.say(locale) }</h3>
                <p>{ Word::FileAbout.say(locale) }</p>
                <Opener take={take} {locale} />
                { verdict(told.as_ref(), locale) }
                { own(&volumes, &forget, locale) }
            </section>
            <section aria-labelledby="teach-notes">
                <h3 id="teach-notes">{ Word::Notes.say(locale) }</h3>
                { for volumes.iter().map(|volume| notes(volume, locale)) }
            </section>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OpenerProps {
    take: Callback<String>,
    locale: Locale,
}

/// A file, or the text of one.
#[component]
fn Opener(props: &OpenerProps) -> Html {
    let locale = props.locale;
    let text = use_node_ref();
    let reading = use_mut_ref(|| None::<FileReader>);
    let chosen = {
        let (take, reading) = (props.take.clone(), Rc::clone(&reading));
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            let Some(chosen) = input.and_then(|input| input.files()?.get(0)) else { return };
            let take = take.clone();
            let file = gloo::file::File::from(chosen);
            let done = move |text: Result<String, _>| take.emit(text.unwrap_or_default());
            *reading.borrow_mut() = Some(gloo::file::callbacks::read_as_text(&file, done));
        })
    };
    let pasted = {
        let (take, text) = (props.take.clone(), text.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(area) = text.cast::<HtmlTextAreaElement>() {
                take.emit(area.value());
            }
        })
    };
    html! {
        <div class="teach-open">
            <label>
                <span>{ Word::OpenFile.say(locale) }</span>
                <input type="file" accept=".toml,.txt,text/plain" onchange={chosen} />
            </label>
            <label>
                <span>{ Word::Paste.say(locale) }</span>
                <textarea ref={text} rows="5" spellcheck="false" />
            </label>
            <button type="button" onclick={pasted}>{ Word::ReadPasted.say(locale) }</button>
        </div>
    }
}

/// What came of opening a file: every mistake, with its line.
fn verdict(told: Option<&Result<(), Unkept>>, locale: Locale) -> Html {
    let faults = match told {
        Some(Err(Unkept::Faults(faults))) => faults.as_slice(),
        _ => &[],
    };
    let word = match told {
        None => None,
        Some(Ok(())) => Some(Word::Opened),
        Some(Err(Unkept::NoRoom)) => Some(Word::NoRoom),
        Some(Err(Unkept::Faults(_))) => Some(Word::Mistakes),
    };
    html! {
        <div role="status" class="teach-verdict">
            <p><strong>{ word.map(|word| word.say(locale)) }</strong></p>
            <ul hidden={faults.is_empty()}>
                { for faults.iter().enumerate().map(|(at, fault)| html! {
                    <li key={at}>{ fault.say(locale) }</li>
                }) }
            </ul>
        </div>
    }
}

/// The lessons that were opened, each of which can be removed.
fn own(volumes: &[Volume], forget: &Callback<String>, locale: Locale) -> Html {
    let own = volumes.iter().filter(|volume| volume.own);
    html! {
        <ul class="teach-own">
            { for own.map(|volume| {
                let (forget, name) = (forget.clone(), volume.lesson.name.clone());
                let press = Callback::from(move |_: MouseEvent| forget.emit(name.clone()));
                let title = volume.lesson.title.say(locale).to_owned();
                html! {
                    <li key={volume.lesson.name.clone()}>
                        <a href={crate::lesson::Place::of(&volume.lesson.name, 1).fragment()}>
                            { title.clone() }</a>{ " " }
                        <button type="button" onclick={press}
                            aria-label={format!("{}: {title}", Word::Remove.say(locale))}>
                            { Word::Remove.say(locale) }</button>
                    </li>
                }
            }) }
        </ul>
    }
}

/// The notes of one lesson, folded.
fn notes(volume: &Volume, locale: Locale) -> Html {
    let Lesson { name, title, objectives, teacher, limits, minutes, .. } = &volume.lesson;
    let list = |word: Word, items: &[Words]| {
        html! {
            <div hidden={items.is_empty()}>
                <h4>{ word.say(locale) }</h4>
                <ul>{ for items.iter().enumerate().map(|(at, item)| html! {
                    <li key={at}>{ item.say(locale) }</li>
                }) }</ul>
            </div>
        }
    };
    let save = {
        let name = name.clone();
        Callback::from(move |_: MouseEvent| {
            let is = |text: &&&str| read(text).is_ok_and(|lesson| lesson.name == name);
            if let Some(text) = FILES.iter().find(is) {
                let _ = file::save(&format!("{name}.toml"), &Uint8Array::from(text.as_bytes()));
            }
        })
    };
    html! {
        <details key={name.clone()} class="teach-notes">
            <summary>{ title.say(locale) }{ " " }
                <span>{ Sentence::Minutes(*minutes).say(locale) }</span></summary>
            { list(Word::Objectives, objectives) }
            { list(Word::Misconceptions, &teacher.misconceptions) }
            { list(Word::AskClass, &teacher.ask) }
            { list(Word::ForTheHour, &teacher.notes) }
            { list(Word::Limits, core::slice::from_ref(limits)) }
            <p hidden={volume.own}><button type="button" onclick={save}>
                { Word::SaveFile.say(locale) }</button></p>
        </details>
    }
}
