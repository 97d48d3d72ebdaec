//! The pages beside the Lab and the dialogs over it: a program of their own, fetched on demand.
//!
//! It stands beside the Lab in the document and not inside, for two programs must not hear each
//! other's events. What it shows it is told ([`crate::app::part`]), and it keeps nothing but what
//! long work has found.

mod act;
mod answer;
mod desk;
mod dialog;
mod film;
mod hearing;
mod lesson;
mod library;
mod pages;
mod settings;
mod sheet;
mod sources;
mod take;
mod term;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use self::answer::Answer;
use self::desk::use_desk;
use self::dialog::dialog;
use self::hearing::use_answers;
use self::lesson::Panel;
use self::pages::page;
use crate::app::part::{Brief, Wish};
use crate::app::{Page, Theme};
use crate::view::theme::Shown;
use crate::web::parts;

/// Puts the program into its place in the page.
pub fn start() {
    crate::web::page::set_failure_hook();
    let root = gloo::utils::document().get_element_by_id("parts");
    let Some(root) = root else { return };
    // A second try finds what a first one left.
    root.set_inner_html("");
    yew::Renderer::<Parts>::with_root(root).render();
}

/// Until the dialog is closed and the sheet is there.
const PRINT_MILLISECONDS: u32 = 150;

/// How a theme is drawn.
const fn shown(theme: Theme) -> Shown {
    match theme {
        Theme::System | Theme::Light => Shown::Light,
        Theme::Dark => Shown::Dark,
        Theme::Projector => Shown::Projector,
    }
}

/// The part that the page asks for, and nothing where it asks for none.
#[component]
fn Parts() -> Html {
    let brief = use_state_eq(|| None::<Brief>);
    {
        let setter = brief.setter();
        use_effect_with((), move |()| {
            let listener = parts::listen(Callback::from(move |brief| setter.set(Some(brief))));
            parts::wish(&Wish::Ready);
            move || drop(listener)
        });
    }
    let desk = use_desk();
    let heard = use_answers(brief.as_ref());
    let sheet = use_state_eq(|| None::<Brief>);
    let print = {
        let (setter, brief) = (sheet.setter(), brief.clone());
        Callback::from(move |()| setter.set((*brief).clone()))
    };
    {
        let setter = sheet.setter();
        use_effect_with((*sheet).clone(), move |sheet| {
            let timer = sheet.is_some().then(|| {
                Timeout::new(PRINT_MILLISECONDS, move || {
                    let _ = gloo::utils::window().print();
                    setter.set(None);
                })
            });
            move || drop(timer)
        });
    }
    let Some(brief) = &*brief else { return html! { <div hidden=true /> } };
    html! {
        <>
        <div class="lab" hidden={!brief.is_wanted()}>
            <div>{
                if brief.page != Page::Lab {
                    html! { <main>{ page(brief, &desk) }</main> }
                } else if let Some(heard) =
                    heard.filter(|of| brief.is_about(&of.answers) && !brief.veiled)
                {
                    let theme = shown(brief.theme);
                    html! { <Answer {heard} brief={brief.clone()} {theme} /> }
                } else {
                    html! { <div /> }
                }
            }</div>
            <div>{ dialog(brief, &desk, &print) }</div>
        </div>
        <div>{ beside(brief) }</div>
        <div>{ sheet.as_ref().map_or_else(|| html! { <div /> }, sheet::sheet) }</div>
        </>
    }
}

/// The lesson beside the Lab: before it in the document, so that it is read first.
fn beside(brief: &Brief) -> Html {
    let place = gloo::utils::document().get_element_by_id("lesson");
    match (&brief.lesson, place) {
        (Some(guide), Some(place)) => create_portal(
            html! { <Panel brief={brief.clone()} address={guide.address.clone()} /> },
            place,
        ),
        _ => html! { <div /> },
    }
}
