//! What an embedded page tells the page around it. `docs/embed.md` has the list.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// Posts an event to the page around this one, if there is one. Any page may hear it, for it holds
/// nothing but what its reader sees.
pub fn tell(event: &str, link: &str, seconds: f64) {
    let window = gloo::utils::window();
    let Ok(Some(parent)) = window.parent() else { return };
    if parent == window {
        return;
    }
    let message = Object::new();
    let fields: [(&str, JsValue); 4] = [
        ("source", "strata".into()),
        ("event", event.into()),
        ("link", link.into()),
        ("seconds", seconds.into()),
    ];
    for (name, value) in &fields {
        let _ = Reflect::set(&message, &(*name).into(), value);
    }
    let _ = parent.post_message(&message, "*");
}
