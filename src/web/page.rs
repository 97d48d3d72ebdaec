//! The page as a whole: its language, title and colours, and what the system prefers.

use gloo::events::EventListener;
use gloo::utils::{document_element, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MediaQueryList, Response};
use yew::prelude::*;

use crate::text::Locale;
use crate::text::lab::Label;

/// Sets the language and the title of the page.
pub fn set_language(tag: &str, title: &str) {
    let _ = document_element().set_attribute("lang", tag);
    gloo::utils::document().set_title(title);
}

/// Shows the upper end of the page.
pub fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Gives the focus to the first element that fits, so that it is not lost with a button that goes.
pub fn focus(selector: &str) {
    let found = document_element().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Brings the element of that name into sight and gives it the focus, once the page stands.
pub fn reveal(id: &str) {
    let id = id.to_owned();
    // The page goes to its upper end when another one is opened, which this must outlast.
    gloo::timers::callback::Timeout::new(50, move || {
        if let Some(element) = gloo::utils::document().get_element_by_id(&id) {
            element.scroll_into_view();
            if let Ok(element) = element.dyn_into::<web_sys::HtmlElement>() {
                let _ = element.focus();
            }
        }
    })
    .forget();
}

/// Sets the name of the theme, which the style sheets read.
pub fn set_theme(name: &str) {
    let _ = document_element().set_attribute("data-theme", name);
}

/// The language that the page was given before the program started.
#[must_use]
pub fn language() -> String {
    document_element().get_attribute("lang").unwrap_or_default()
}

/// Size of the root's letters against the usual 16 px.
#[must_use]
pub fn letter_size() -> f64 {
    let style = window().get_computed_style(&document_element()).ok().flatten();
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    let size = size.and_then(|size| number(size.trim_end_matches("px")));
    size.map_or(1.0, |size| size / 16.0)
}

/// A number as the browser reads it, which spares the page a reader of its own.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let number = js_sys::Number::parse_float(text);
    number.is_finite().then_some(number)
}

fn media(query: &str) -> Option<MediaQueryList> {
    window().match_media(query).ok().flatten()
}

/// Whether a media query holds now.
#[must_use]
pub fn prefers(query: &str) -> bool {
    media(query).is_some_and(|list| list.matches())
}

/// Whether a media query holds, kept up to date.
#[hook]
pub fn use_media(query: &'static str) -> bool {
    let holds = use_state_eq(|| prefers(query));
    let setter = holds.setter();
    use_effect_with(query, move |query| {
        let listener = media(query).map(|list| {
            let query = *query;
            EventListener::new(&list, "change", move |_| setter.set(prefers(query)))
        });
        move || drop(listener)
    });
    *holds
}

/// Whether the tablet or the page's own part of the address asks for something, such as
/// `?stringTest=long`; the rest of the address is not read.
#[must_use]
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// Fetches a text that lies beside the page, and tells it, or `None` where it did not arrive.
pub fn fetch_text(address: &str, told: Callback<Option<String>>) {
    let response = JsFuture::from(window().fetch_with_str(address));
    yew::platform::spawn_local(async move {
        told.emit(text_of(response).await);
    });
}

async fn text_of(response: JsFuture) -> Option<String> {
    let response: Response = response.await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// Height of the window in CSS pixels.
#[must_use]
pub fn height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(800.0)
}

/// Whether the page was opened from a disk, where no other file lies beside it.
#[must_use]
pub fn is_local() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
}

/// Milliseconds since the page was opened.
#[must_use]
pub fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Makes a panic say on the page that the program stopped, above the last picture, with a link
/// that opens the page again; the address still holds the settings.
pub fn set_failure_hook() {
    yew::set_custom_panic_hook(Box::new(|information| {
        gloo::console::error!(information.to_string());
        // A panic while this one is told would only hide it, so every failure ends here quietly.
        let _ = tell_failure();
    }));
}

fn tell_failure() -> Option<()> {
    let document = gloo::utils::document();
    if document.get_element_by_id("stopped").is_some() {
        return None;
    }
    let locale = Locale::from_tag(&language()).unwrap_or_default();
    let notice = document.create_element("div").ok()?;
    notice.set_id("stopped");
    notice.set_attribute("role", "alert").ok()?;
    let words = document.create_element("p").ok()?;
    words.set_text_content(Some(Label::Stopped.say(locale)));
    let link = document.create_element("a").ok()?;
    link.set_text_content(Some(Label::StartAnew.say(locale)));
    link.set_attribute("href", "").ok()?;
    notice.append_child(&words).ok()?;
    notice.append_child(&link).ok()?;
    gloo::utils::body().append_child(&notice).ok()?;
    Some(())
}
