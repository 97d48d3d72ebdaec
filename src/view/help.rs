//! The list of keys, in a native dialog, with the switch that turns single keys off.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

use crate::text::Locale;
use crate::text::lab::Label;

/// What the list needs.
#[derive(Clone, PartialEq)]
pub struct HelpProps {
    /// The dialog, for whoever opens it.
    pub dialog: NodeRef,
    /// Whether single keys work.
    pub keys: bool,
    /// Told to turn them on or off.
    pub on_keys: Callback<bool>,
    /// Language.
    pub locale: Locale,
}

/// Opens the dialog.
pub fn open(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        // A dialog that is open already refuses, which is as good.
        let _ = dialog.show_modal();
    }
}

/// The list of keys.
pub fn help_list(props: &HelpProps) -> Html {
    let HelpProps { dialog, keys, on_keys, locale } = props;
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let toggle = {
        let on_keys = on_keys.clone();
        Callback::from(move |event: Event| {
            let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            on_keys.emit(field.is_some_and(|field| field.checked()));
        })
    };
    let list = [
        ("space", "Space", Label::KeyPlay),
        ("arrows", "← →", Label::KeyStep),
        ("ends", "Home End", Label::KeyEnds),
        ("undo", "Ctrl+Z  Ctrl+Shift+Z", Label::KeyUndo),
        ("help", "?", Label::KeyHelp),
    ];
    html! {
        <dialog ref={dialog.clone()} class="help-list" aria-labelledby="help-title">
            <h2 id="help-title">{ Label::Shortcuts.say(*locale) }</h2>
            <dl>
                { for list.into_iter().map(|(key, keys, what)| html! {
                    <div key={key}>
                        <dt>{ for keys.split("  ").map(|of| html! {
                            <kbd key={of}>{ of }</kbd>
                        }) }</dt>
                        <dd>{ what.say(*locale) }</dd>
                    </div>
                }) }
            </dl>
            <div class="check">
                <input id="single-keys" type="checkbox" checked={*keys} onchange={toggle} />
                <label for="single-keys">{ Label::ShortcutsOn.say(*locale) }</label>
            </div>
            <button type="button" class="primary" onclick={close}>
                { Label::Close.say(*locale) }
            </button>
        </dialog>
    }
}
