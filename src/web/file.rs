//! Files that the page hands to the user.

use gloo::timers::callback::Timeout;
use gloo::utils::{body, document};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// A download may begin a moment after it was asked for.
const KEPT_MILLISECONDS: u32 = 60_000;

/// Saves these bytes under a name, as a download; `None` where the browser refuses.
#[must_use]
pub fn save(name: &str, bytes: &Uint8Array) -> Option<()> {
    let options = BlobPropertyBag::new();
    let kinds = [
        ("csv", "text/csv"),
        ("svg", "image/svg+xml"),
        ("png", "image/png"),
        ("txt", "text/plain"),
    ];
    let kind = kinds.iter().find(|(end, _)| name.ends_with(end));
    options.set_type(kind.map_or("application/json", |(_, kind)| kind));
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.set_hidden(true);
    body().append_child(&link).ok()?;
    link.click();
    link.remove();
    Timeout::new(KEPT_MILLISECONDS, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}
