//! The way of a dialog out of a place in the page, and back into it.
//!
//! The movement is asked of the browser through its own animations, which a strict policy for
//! styles allows; a browser without them shows the dialog at once. On the way back the dialog is
//! closed already: a mere sheet goes back, so that nobody waits for it, and no focus either.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use gloo::utils::{body, document};
use js_sys::{Function, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomRect, Element, HtmlElement, SvgElement};

/// How long a movement takes.
const MILLISECONDS: u32 = 320;

thread_local! {
    /// The place that the next dialog grows out of, where it is not the one that it names.
    static NEXT: RefCell<Option<DomRect>> = const { RefCell::new(None) };
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// The rectangle of the first element that fits, as far as there is something to be seen of it.
fn place(selector: &str) -> Option<DomRect> {
    let place = find(selector)?.get_bounding_client_rect();
    (place.height() > 0.0).then_some(place)
}

/// The next dialog grows out of the first element that fits.
pub fn next_from(selector: &str) {
    let place = place(selector);
    NEXT.with(|next| *next.borrow_mut() = place);
}

/// Moves an element from one state to another: CSS properties and their values, as JSON.
fn animate(element: &Element, from: &str, to: &str, easing: &str) -> Option<()> {
    let animate = Reflect::get(element, &JsValue::from_str("animate")).ok()?;
    let animate = animate.dyn_into::<Function>().ok()?;
    let frames = JSON::parse(&format!("[{from},{to}]")).ok()?;
    let how = format!("{{\"duration\":{MILLISECONDS},\"easing\":\"{easing}\"}}");
    animate.call2(element, &frames, &JSON::parse(&how).ok()?).ok()?;
    Some(())
}

/// A state in which an element that lies at `whole` is seen at `place`.
fn at(place: &DomRect, whole: &DomRect, opacity: f64) -> String {
    let (x, y) = (place.left() - whole.left(), place.top() - whole.top());
    let wide = place.width().max(2.0) / whole.width().max(1.0);
    let high = place.height().max(2.0) / whole.height().max(1.0);
    format!(
        "{{\"transformOrigin\":\"0 0\",\"opacity\":{opacity},\
         \"transform\":\"translate({x:.1}px,{y:.1}px) scale({wide:.4},{high:.4})\"}}"
    )
}

/// Lets a dialog grow out of the place that was named for it, or out of the first element that
/// fits. What is in it comes into sight on the way.
pub fn grow(dialog: &Element, selector: &str) {
    let from = NEXT.with(|next| next.borrow_mut().take()).or_else(|| place(selector));
    let Some(from) = from else { return };
    let whole = dialog.get_bounding_client_rect();
    let to = at(&whole, &whole, 1.0);
    let _ = animate(dialog, &at(&from, &whole, 1.0), &to, "cubic-bezier(0.3,0,0.2,1)");
    if let Some(inner) = dialog.first_element_child() {
        let _ = animate(&inner, "{\"opacity\":0}", "{\"opacity\":1}", "ease-in");
    }
}

/// Lets a sheet in the place of a dialog that is closed go back into the first element that fits.
#[must_use]
pub fn shrink(whole: &DomRect, selector: &str) -> Option<()> {
    let to = place(selector)?;
    let sheet = document().create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
    sheet.set_class_name("zoom-sheet");
    let style = sheet.style();
    for (name, length) in [
        ("left", whole.left()),
        ("top", whole.top()),
        ("width", whole.width()),
        ("height", whole.height()),
    ] {
        style.set_property(name, &format!("{length:.1}px")).ok()?;
    }
    body().append_child(&sheet).ok()?;
    let moved = animate(&sheet, &at(whole, whole, 1.0), &at(&to, whole, 0.4), "ease-in-out");
    // A browser that does not move it must not leave it lying there either.
    let stays = moved.map_or(0, |()| MILLISECONDS);
    Timeout::new(stays, move || sheet.remove()).forget();
    Some(())
}

/// Gives the focus to the first element that fits, where a dialog that is closed left it nowhere.
pub fn focus_if_lost(selector: &str) {
    // A browser may leave it in the closed dialog until the next frame.
    let nowhere =
        |at: Element| at.tag_name() == "BODY" || at.closest("dialog").is_ok_and(|of| of.is_some());
    if !document().active_element().is_none_or(nowhere) {
        return;
    }
    if let Some(element) = find(selector).and_then(|it| it.dyn_into::<SvgElement>().ok()) {
        let _ = element.focus();
    }
}
