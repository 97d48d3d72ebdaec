//! Keys that work anywhere on the page, as long as no field has the focus.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Where the focus is when a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// In a control that uses keys itself: a field, a slider, a menu, a dialog.
    Field,
    /// On a button or a link, which use the space bar and Enter.
    Button,
    /// Anywhere else.
    Page,
}

fn focus(event: &KeyboardEvent) -> Focus {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return Focus::Page;
    };
    // A dialog, and a table that scrolls, use keys themselves.
    if element.closest("dialog, .table-frame").ok().flatten().is_some() {
        return Focus::Field;
    }
    match element.tag_name().to_ascii_lowercase().as_str() {
        "input" | "select" | "textarea" => Focus::Field,
        "button" | "a" | "summary" => Focus::Button,
        _ => Focus::Page,
    }
}

/// Calls `work` for each key; where it answers `true` the browser does nothing more with the key.
#[hook]
pub fn use_keys<D>(dependencies: D, work: impl Fn(&KeyboardEvent, Focus) -> bool + 'static)
where
    D: PartialEq + 'static,
{
    use_effect_with(dependencies, move |_| {
        let options = EventListenerOptions::enable_prevent_default();
        let window = gloo::utils::window();
        let listener = EventListener::new_with_options(&window, "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && work(event, focus(event))
            {
                event.prevent_default();
            }
        });
        move || drop(listener)
    });
}
