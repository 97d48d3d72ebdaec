//! The dialogs over the Lab, each in the same frame.

mod embed;
mod examples;
mod inside;
mod request;
pub mod take_away;
mod why;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use self::embed::EmbedDialog;
use self::examples::Examples;
use self::inside::inside;
use self::request::RequestDialog;
use self::take_away::TakeAwayDialog;
use self::why::WhyDialog;
use super::desk::Desk;
use super::sources::Sources;
use crate::app::part::{Brief, Dialog, Wish};
use crate::scenario::Side;
use crate::text::Locale;
use crate::text::lab::Label;
use crate::web::parts;

/// The dialog that is open, and nothing where none is.
pub fn dialog(brief: &Brief, desk: &Desk, sheet: &Callback<()>) -> Html {
    match brief.dialog {
        None => html! { <div /> },
        Some(Dialog::Why { side, of, at }) => html! {
            <WhyDialog brief={brief.clone()} {side} {of} {at} />
        },
        Some(Dialog::Sources(side)) => sources(brief, side),
        Some(Dialog::Examples) => html! { <Examples brief={brief.clone()} /> },
        Some(Dialog::Embed) => html! { <EmbedDialog brief={brief.clone()} /> },
        Some(Dialog::Inside { side, instance }) => inside(brief, side, instance),
        Some(Dialog::Request) => html! { <RequestDialog brief={brief.clone()} /> },
        Some(Dialog::TakeAway) => html! {
            <TakeAwayDialog brief={brief.clone()} desk={desk.clone()} sheet={sheet.clone()} />
        },
    }
}

/// Where the numbers of one machine come from.
fn sources(brief: &Brief, side: Side) -> Html {
    let locale = brief.locale;
    let machine = brief.scenario.machine(side).ok().map(Rc::new);
    html! {
        <Frame title={Label::SourcesTable.say(locale)} wide=true {locale}>
            <Sources {machine} {locale} />
        </Frame>
    }
}

/// What the frame of a dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct FrameProps {
    /// Its title.
    pub title: AttrValue,
    /// Whether it needs all the room that there is.
    #[prop_or_default]
    pub wide: bool,
    /// What is in it.
    pub children: Html,
    /// Language.
    pub locale: Locale,
}

/// A native dialog, open as long as it is there: the browser holds the focus in it and gives it
/// back, and Escape closes it.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // A dialog that is open already refuses, which is as good.
                let _ = dialog.show_modal();
            }
        });
    }
    let closed = Callback::from(|_: Event| parts::wish(&Wish::Close));
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    // A press on the ground beside the dialog closes it, as people expect.
    let ground = Callback::from(|event: MouseEvent| {
        let at = event.target().and_then(|target| target.dyn_into::<HtmlDialogElement>().ok());
        if let Some(dialog) = at {
            dialog.close();
        }
    });
    html! {
        <dialog ref={dialog} class={classes!("part-dialog", props.wide.then_some("wide"))}
            aria-labelledby="part-title" onclose={closed}
            onclick={ground}>
            <div class="part-frame">
                <div class="part-head">
                    <h2 id="part-title">{ props.title.clone() }</h2>
                    <button type="button" onclick={close}
                        aria-label={Label::Close.say(props.locale)}>
                        { "×" }
                    </button>
                </div>
                { props.children.clone() }
            </div>
        </dialog>
    }
}
