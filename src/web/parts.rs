//! The two ends of what the page and the program of its parts say to each other.
//!
//! Both run in one page, so that a message is an event of the document with the bytes of a
//! [`Brief`] or of a [`Wish`]. `static/parts.js` starts the second one, or says that it cannot.

use gloo::events::EventListener;
use gloo::utils::document;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Element};
use yew::Callback;

use crate::app::part::{Brief, Wish};
use crate::app::work::{Trouble, decode, encode};

const BRIEF: &str = "strata-brief";
const WISH: &str = "strata-wish";

/// What the page hears.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// A part asks for something.
    Wish(Wish),
    /// The program did not come.
    Broke(Trouble),
}

/// The page's hold on the program of its parts.
pub struct Parts {
    script: Element,
    _listeners: [EventListener; 2],
}

impl Parts {
    /// Fetches and starts it. `None` where the page names none. A browser does not fetch a script
    /// again that failed once, so that every `attempt` after 0 has an address of its own.
    #[must_use]
    pub fn load(attempt: u32, told: &Callback<Heard>) -> Option<Self> {
        let named = document().query_selector("meta[name=parts]").ok().flatten()?;
        let script = document().create_element("script").ok()?;
        script.set_attribute("type", "module").ok()?;
        let mut address = named.get_attribute("content")?;
        if attempt > 0 {
            address = format!("{address}&try={attempt}");
        }
        script.set_attribute("src", &address).ok()?;
        let wishes = {
            let told = told.clone();
            listener(WISH, move |detail| {
                told.emit(match detail.as_string().as_deref() {
                    Some("outdated") => Heard::Broke(Trouble::Outdated),
                    Some(_) => Heard::Broke(Trouble::NotLoaded),
                    None => match bytes(detail).and_then(|bytes| decode(&bytes)) {
                        Some(wish) => Heard::Wish(wish),
                        None => return,
                    },
                });
            })
        };
        let error = {
            let told = told.clone();
            EventListener::new(&script, "error", move |_| {
                told.emit(Heard::Broke(Trouble::NotLoaded));
            })
        };
        gloo::utils::body().append_child(&script).ok()?;
        Some(Self { script, _listeners: [wishes, error] })
    }

    /// Tells it what to show.
    pub fn tell(&self, brief: &Brief) {
        send(BRIEF, &encode(brief));
    }
}

impl Drop for Parts {
    fn drop(&mut self) {
        self.script.remove();
    }
}

/// The parts' end: hears what is to be shown.
pub fn listen(told: Callback<Brief>) -> EventListener {
    listener(BRIEF, move |detail| {
        if let Some(brief) = bytes(detail).and_then(|bytes| decode(&bytes)) {
            told.emit(brief);
        }
    })
}

/// The parts' end: asks the page for something.
pub fn wish(wish: &Wish) {
    send(WISH, &encode(wish));
}

fn bytes(detail: JsValue) -> Option<Vec<u8>> {
    detail.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
}

fn listener(name: &'static str, hear: impl Fn(JsValue) + 'static) -> EventListener {
    EventListener::new(&document(), name, move |event| {
        if let Some(event) = event.dyn_ref::<CustomEvent>() {
            hear(event.detail());
        }
    })
}

fn send(name: &str, bytes: &[u8]) {
    let init = CustomEventInit::new();
    init.set_detail(&Uint8Array::from(bytes));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = document().dispatch_event(&event);
    }
}
