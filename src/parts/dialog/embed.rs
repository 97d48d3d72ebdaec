//! The snippet that puts the comparison into another page, with what it will look like.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Frame;
use crate::app::part::Brief;
use crate::app::query::{Panel, Query};
use crate::app::{Locale, Theme};
use crate::parts::settings::menu;
use crate::scenario::link;
use crate::text::take::{self, Word};
use crate::view::header::label;
use crate::web::location;

/// What the dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct EmbedDialogProps {
    /// What is shown.
    pub brief: Brief,
}

const THEMES: [Option<Theme>; 4] =
    [None, Some(Theme::Light), Some(Theme::Dark), Some(Theme::Projector)];
const LOCALES: [Option<Locale>; 3] = [None, Some(Locale::English), Some(Locale::Korean)];
const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-downloads";

/// The dialog.
#[component]
pub fn EmbedDialog(props: &EmbedDialogProps) -> Html {
    let brief = &props.brief;
    let locale = brief.locale;
    let query = use_state_eq(|| {
        let mut query = Query::default();
        query.frame.embedded = true;
        query.frame.hidden = vec![Panel::Charts, Panel::Tables];
        query
    });
    let copied = use_state_eq(|| None::<bool>);
    let code = link::encode(&brief.scenario);
    let address = format!("{}{code}", query.written());
    let whole = location::beside(&address);
    // A file may not frame another one, and its address means nothing elsewhere.
    let local = whole.starts_with("file:");
    let snippet = format!(
        "<iframe src=\"{}\"\n  title=\"{}\" width=\"600\" height=\"400\" loading=\"lazy\"\n  \
         sandbox=\"{SANDBOX}\"></iframe>",
        whole.replace('&', "&amp;"),
        Word::FrameTitle.say(locale),
    );
    let copy = {
        let (snippet, setter) = (snippet.clone(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            let setter = setter.clone();
            location::copy(snippet.clone(), Callback::from(move |done| setter.set(Some(done))));
        })
    };
    let said = copied.map(|done| if done { Word::Copied } else { Word::NotCopied }.say(locale));
    html! {
        <Frame title={Word::EmbedTitle.say(locale)} wide=true {locale}>
            <div class="embed">
                <div class="embed-choices">
                    { choices(&query, locale) }
                    <div class="field">
                        <div class="field-head">
                            <label for="snippet">{ Word::Snippet.say(locale) }</label>
                        </div>
                        <textarea id="snippet" rows="6" readonly=true spellcheck="false"
                            value={snippet} />
                    </div>
                    <div class="take-buttons">
                        <button type="button" class="primary" onclick={copy}>
                            { Word::Copy.say(locale) }
                        </button>
                    </div>
                    <p class="take-status" role="status">{ said }</p>
                </div>
                <figure class="embed-preview" tabindex="0" aria-label={Word::Preview.say(locale)}>
                    // Another address is another page: a frame does not follow what is behind #.
                    <p hidden={!local}>{ Word::QrLocal.say(locale) }</p>
                    <iframe hidden={local} key={address.clone()}
                        src={(!local).then(|| format!("./{address}"))} width="600"
                        height="400" title={Word::Preview.say(locale)} />
                    <figcaption>{ Word::Preview.say(locale) }</figcaption>
                </figure>
            </div>
        </Frame>
    }
}

/// What the frame shows, and how.
fn choices(query: &UseStateHandle<Query>, locale: Locale) -> Html {
    let change = |edit: fn(&mut Query, bool)| {
        let query = query.clone();
        Callback::from(move |event: Event| {
            let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            let mut next = (*query).clone();
            edit(&mut next, field.is_some_and(|field| field.checked()));
            query.set(next);
        })
    };
    let panel = |panel: Panel| {
        let query = query.clone();
        let shown = !query.frame.hidden.contains(&panel);
        let toggle = Callback::from(move |_: Event| {
            let mut next = (*query).clone();
            next.frame.hidden = Panel::ALL
                .into_iter()
                .filter(|of| query.frame.hidden.contains(of) != (*of == panel))
                .collect();
            query.set(next);
        });
        check(panel.key(), take::panel(panel, locale), shown, toggle)
    };
    html! {
        <>
            <fieldset class="group">
                <legend>{ Word::Shows.say(locale) }</legend>
                { for Panel::ALL.into_iter().map(panel) }
            </fieldset>
            { check("locked", Word::Locked.say(locale), query.frame.locked,
                change(|query, on| query.frame.locked = on)) }
            <div class="embed-menus">
                { menu("embed-language", Word::Language.say(locale), &LOCALES.map(|of| {
                    of.map_or(Word::AsReader.say(locale), take::language).to_owned()
                }), LOCALES.iter().position(|of| *of == query.locale).unwrap_or(0), {
                    let query = query.clone();
                    Callback::from(move |at: usize| query.set(Query {
                        locale: LOCALES.get(at).copied().flatten(), ..(*query).clone()
                    }))
                }) }
                { menu("embed-theme", Word::Colours.say(locale), &THEMES.map(|of| {
                    of.map_or(Word::AsReader.say(locale), |of| label(of).say(locale)).to_owned()
                }), THEMES.iter().position(|of| *of == query.theme).unwrap_or(0), {
                    let query = query.clone();
                    Callback::from(move |at: usize| query.set(Query {
                        theme: THEMES.get(at).copied().flatten(), ..(*query).clone()
                    }))
                }) }
            </div>
        </>
    }
}

fn check(id: &'static str, label: &'static str, on: bool, change: Callback<Event>) -> Html {
    let id = format!("embed-{id}");
    html! {
        <div class="check" key={id.clone()}>
            <input id={id.clone()} type="checkbox" checked={on} onchange={change} />
            <label for={id}>{ label }</label>
        </div>
    }
}
