//! The pages beside the Lab, each with what it is for.

mod claims;
mod course;
mod evidence;
mod explore;
mod glossary;
mod learn;
mod model;
mod teach;

use yew::prelude::*;

use self::claims::Claims;
use self::evidence::Evidence;
use self::explore::Explore;
use self::glossary::Glossary;
use self::learn::Learn;
use self::model::Model;
use self::teach::Teach;
use super::desk::Desk;
use super::shown;
use crate::app::Page;
use crate::app::part::Brief;
use crate::app::work::{Standing, Work};
use crate::text::page::{self, Word};
use crate::text::{Locale, number, work};

/// A page under its title.
pub fn page(brief: &Brief, desk: &Desk) -> Html {
    let (of, locale) = (brief.page, brief.locale);
    html! {
        <div class="page">
            <div class="page-head" hidden={of == Page::Model}>
                <h2>{ page::name(of, locale) }</h2>
                <p>{ page::purpose(of, locale) }</p>
            </div>
            <div>{ match of {
                Page::Claims => html! { <Claims desk={desk.clone()} {locale} /> },
                Page::Model => html! { <Model {locale} /> },
                Page::Evidence => html! { <Evidence desk={desk.clone()} {locale} /> },
                Page::Explore => html! {
                    <Explore scenario={brief.scenario.clone()} desk={desk.clone()} {locale}
                        theme={shown(brief.theme)} />
                },
                Page::Learn => html! { <Learn {locale} /> },
                Page::Teach => html! { <Teach {locale} /> },
                Page::Glossary => html! { <Glossary place={brief.place.clone()} {locale} /> },
                Page::Lab => {
                    html! { <div /> }
                }
            } }</div>
        </div>
    }
}

/// Begins a piece of work when its page is opened, unless it was begun before.
#[hook]
fn use_begun(work: &Work, start: &Callback<()>) {
    let wanted = matches!(work.standing, Standing::Idle | Standing::Failed(_));
    let wanted = wanted && work.found.is_none();
    let start = start.clone();
    use_effect_with((), move |()| {
        if wanted {
            start.emit(());
        }
    });
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
        Standing::Idle | Standing::Failed(_) => 0.0,
        Standing::Running(share) => share,
        Standing::Done => 1.0,
    };
    let trouble = if let Standing::Failed(of) = standing { Some(of) } else { None };
    let running = matches!(standing, Standing::Running(_));
    html! {
        <>
        <div class="starter">
            <button type="button" class="primary" onclick={press(start)}>{ label }</button>
            <progress value={format!("{share:.3}")} max="1" hidden={!running}
                aria-label={Word::Progress.say(locale)}></progress>
            <span hidden={!running}>{ number::percent(share, locale) }</span>
            <button type="button" hidden={!running} onclick={press(cancel)}>
                { Word::Cancel.say(locale) }
            </button>
        </div>
        <div role="alert" class="trouble">
            <p hidden={trouble.is_none()}>
                { trouble.map(|of| work::trouble(of, locale)) }{ " " }
                <button type="button" onclick={press(start)}>{ Word::TryAgain.say(locale) }</button>
            </p>
        </div>
        </>
    }
}
