//! The dialogs over the Lab, each in the same frame.

mod depth;
mod embed;
mod examples;
mod inside;
mod request;
pub mod take_away;
mod why;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{DomRect, HtmlDialogElement};
use yew::prelude::*;

use self::depth::Depth;
use self::embed::EmbedDialog;
use self::examples::Examples;
use self::inside::InsideDialog;
use self::request::RequestDialog;
use self::take_away::TakeAwayDialog;
use self::why::WhyDialog;
use super::desk::Desk;
use super::sources::Sources;
use crate::app::part::{Brief, Dialog, Wish};
use crate::scenario::Side;
use crate::text::Locale;
use crate::text::lab::Label;
use crate::web::{parts, zoom};

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
        Some(Dialog::Inside { side, instance }) => html! {
            <InsideDialog brief={brief.clone()} {side} {instance} />
        },
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
    /// Where it stands between the machines and a request, if it does.
    #[prop_or_default]
    pub depth: Option<Depth>,
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
    let column = props.depth.as_ref().and_then(Depth::column);
    let moves = props.depth.as_ref().is_some_and(|depth| depth.moves);
    {
        let (dialog, column) = (dialog.clone(), column.clone().filter(|_| moves));
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // A dialog that is open already refuses, which is as good.
                let _ = dialog.show_modal();
                if let Some(column) = column {
                    zoom::grow(&dialog, &column);
                }
            }
        });
    }
    // Where it was: once it is closed it is nowhere.
    let place = use_mut_ref(|| None::<DomRect>);
    let leaving = {
        let (dialog, place) = (dialog.clone(), Rc::clone(&place));
        Callback::from(move |()| {
            let dialog = dialog.cast::<HtmlDialogElement>();
            *place.borrow_mut() = dialog.map(|dialog| dialog.get_bounding_client_rect());
        })
    };
    let cancel = leaving.reform(|_: Event| ());
    let closed = Callback::from(move |_: Event| {
        parts::wish(&Wish::Close);
        let Some(column) = &column else { return };
        zoom::focus_if_lost(column);
        if let Some(place) = place.borrow_mut().take().filter(|_| moves) {
            let _ = zoom::shrink(&place, column);
        }
    });
    let close = {
        let (dialog, leaving) = (dialog.clone(), leaving.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                leaving.emit(());
                dialog.close();
            }
        })
    };
    // A press on the ground beside the dialog closes it, as people expect.
    let ground = Callback::from(move |event: MouseEvent| {
        let at = event.target().and_then(|target| target.dyn_into::<HtmlDialogElement>().ok());
        if let Some(dialog) = at {
            leaving.emit(());
            dialog.close();
        }
    });
    let locale = props.locale;
    let steps = props.depth.as_ref().map(|depth| depth::steps(depth, &close, locale));
    html! {
        <dialog ref={dialog} class={classes!("part-dialog", props.wide.then_some("wide"))}
            aria-labelledby="part-title" onclose={closed} oncancel={cancel}
            onclick={ground}>
            <div class="part-frame">
                <div class="part-head">
                    <div>
                        { steps }
                        <h2 id="part-title">{ props.title.clone() }</h2>
                    </div>
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
