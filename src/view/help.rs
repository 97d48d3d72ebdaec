//! The list of keys, in a native dialog, with the switch that turns single keys off.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::Motion;
use crate::text::Locale;
use crate::text::lab::Label;
use crate::text::present::Word;

/// What the list needs.
#[derive(Clone, PartialEq)]
pub struct HelpProps {
    /// The dialog, for whoever opens it.
    pub dialog: NodeRef,
    /// Whether single keys work.
    pub keys: bool,
    /// Told to turn them on or off.
    pub on_keys: Callback<bool>,
    /// How much the page moves, where it is not left to the system.
    pub motion: Option<Motion>,
    /// Chooses that.
    pub on_motion: Callback<Option<Motion>>,
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
    let HelpProps { dialog, keys, on_keys, locale, .. } = props;
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
        ("space", "Space  .", Label::KeyPlay),
        ("arrows", "← →", Label::KeyStep),
        ("ends", "Home End", Label::KeyEnds),
        ("remote", "PageUp PageDown", Label::KeyRemote),
        ("undo", "Ctrl+Z  Ctrl+Shift+Z", Label::KeyUndo),
        ("help", "?", Label::KeyHelp),
    ]
    .map(|(key, keys, what)| (key, keys, what.say(*locale)));
    let remote = [
        ("next", "PageDown  PageUp", Word::KeyNext),
        ("reveal", "R", Word::KeyReveal),
        ("blank", "B  .", Word::KeyBlank),
        ("ground", "W", Word::KeyGround),
        ("leave", "Esc", Word::Leave),
    ]
    .map(|(key, keys, what)| (key, keys, what.say(*locale)));
    html! {
        <dialog ref={dialog.clone()} class="help-list" aria-labelledby="help-title">
            <h2 id="help-title">{ Label::Shortcuts.say(*locale) }</h2>
            <dl>
                { for list.into_iter().chain(remote).map(|(key, keys, what)| html! {
                    <div key={key}>
                        <dt>{ for keys.split("  ").map(|of| html! {
                            <kbd key={of}>{ of }</kbd>
                        }) }</dt>
                        <dd>{ what }</dd>
                    </div>
                }) }
            </dl>
            <div class="check">
                <input id="single-keys" type="checkbox" checked={*keys} onchange={toggle} />
                <label for="single-keys">{ Label::ShortcutsOn.say(*locale) }</label>
            </div>
            { motions(props) }
            <button type="button" class="primary" onclick={close}>
                { Label::Close.say(*locale) }
            </button>
        </dialog>
    }
}

/// How much the page moves: as the system has it, or otherwise.
fn motions(props: &HelpProps) -> Html {
    const CHOICES: [(Option<Motion>, Label); 3] = [
        (None, Label::MotionSystem),
        (Some(Motion::Full), Label::MotionFull),
        (Some(Motion::Reduced), Label::MotionReduced),
    ];
    let HelpProps { motion, on_motion, locale, .. } = props;
    let on_motion = on_motion.clone();
    let choose = Callback::from(move |event: Event| {
        let menu = event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
        let place = menu.and_then(|menu| usize::try_from(menu.selected_index()).ok());
        if let Some((of, _)) = place.and_then(|place| CHOICES.get(place)) {
            on_motion.emit(*of);
        }
    });
    html! {
        <div class="check">
            <label for="motion">{ Label::Motion.say(*locale) }</label>
            <select id="motion" onchange={choose}>
                { for CHOICES.iter().map(|(of, label)| html! {
                    <option key={*label as usize} selected={of == motion}>
                        { label.say(*locale) }
                    </option>
                }) }
            </select>
        </div>
    }
}
