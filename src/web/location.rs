//! The share link: the fragment of the address.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use yew::prelude::*;

/// The fragment without its sign; empty where there is none.
#[must_use]
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// Puts a code, which begins with its sign, into the address without a new entry in the history.
/// Callers wait at least 400 ms between two calls: Safari allows 100 in 30 s.
pub fn replace_fragment(code: &str) {
    if let Ok(history) = window().history() {
        // A page that is framed without rights of its own may not touch its address.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(code));
    }
}

/// The address of the page with another query and code.
#[must_use]
pub fn beside(query_and_code: &str) -> String {
    let whole = window().location().href().unwrap_or_default();
    let page = whole.split(['?', '#']).next().unwrap_or_default();
    format!("{page}{query_and_code}")
}

/// Follows a link of the page.
pub fn go(code: &str) {
    let _ = window().location().set_hash(code);
}

/// The address with this code.
#[must_use]
pub fn address(code: &str) -> String {
    let location = window().location();
    let whole = location.href().unwrap_or_default();
    let page = whole.split('#').next().unwrap_or_default();
    format!("{page}{code}")
}

/// Calls `changed` with the fragment when the user changes it.
#[hook]
pub fn use_fragment(changed: impl Fn(String) + 'static) {
    use_effect_with((), move |()| {
        let listener = EventListener::new(&window(), "hashchange", move |_| changed(fragment()));
        move || drop(listener)
    });
}

/// Copies a text, and tells whether the browser allowed it.
pub fn copy(text: String, told: Callback<bool>) {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into());
    let clipboard = clipboard.ok().and_then(|found| found.dyn_into::<web_sys::Clipboard>().ok());
    let Some(clipboard) = clipboard else {
        told.emit(false);
        return;
    };
    yew::platform::spawn_local(async move {
        told.emit(JsFuture::from(clipboard.write_text(&text)).await.is_ok());
    });
}
