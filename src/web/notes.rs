//! The speaker's notes in a second window: what it is told, and the remote that works there too.
//!
//! A broadcast channel joins the windows of one origin, so nothing is stored and nothing leaves it.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};
use yew::prelude::*;

/// The name of the channel, which `static/speaker.js` has too.
const CHANNEL: &str = "strata-notes";

/// What stands in the notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// Their language, as a tag.
    pub language: &'static str,
    /// Their title.
    pub title: &'static str,
    /// What stands in them: a term, and the words for it.
    pub lines: Vec<(String, String)>,
}

impl Notes {
    fn message(&self) -> JsValue {
        let line = |(term, words): &(String, String)| {
            JsValue::from(Array::of2(&term.as_str().into(), &words.as_str().into()))
        };
        let lines: Array = self.lines.iter().map(line).collect();
        let message = Object::new();
        let fields: [(&str, JsValue); 3] = [
            ("language", self.language.into()),
            ("title", self.title.into()),
            ("lines", lines.into()),
        ];
        for (name, value) in &fields {
            let _ = Reflect::set(&message, &(*name).into(), value);
        }
        message.into()
    }
}

/// Keeps the notes of other windows as they are here; tells `on_step` of their remote, with `true`
/// for onward.
#[hook]
pub fn use_notes(notes: Notes, on_step: &Callback<bool>) {
    let channel = use_memo((), |()| BroadcastChannel::new(CHANNEL).ok());
    let told = use_mut_ref(|| JsValue::NULL);
    {
        let (channel, told) = (Rc::clone(&channel), Rc::clone(&told));
        use_effect_with(notes, move |notes| {
            let message = notes.message();
            if let Some(channel) = channel.as_ref() {
                let _ = channel.post_message(&message);
            }
            *told.borrow_mut() = message;
        });
    }
    {
        let channel = Rc::clone(&channel);
        use_effect_with(on_step.clone(), move |on_step| {
            let listener = channel.as_ref().clone().map(|channel| {
                let on_step = on_step.clone();
                EventListener::new(&channel.clone(), "message", move |event| {
                    let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
                    match data.and_then(|data| data.as_string()).as_deref() {
                        Some("hello") => drop(channel.post_message(&told.borrow())),
                        Some("next") => on_step.emit(true),
                        Some("previous") => on_step.emit(false),
                        _ => {}
                    }
                })
            });
            move || drop(listener)
        });
    }
    use_effect_with((), move |()| {
        move || {
            if let Some(channel) = channel.as_ref() {
                // The notes of a presentation that is over are not left standing.
                let _ = channel.post_message(&JsValue::NULL);
                channel.close();
            }
        }
    });
}
