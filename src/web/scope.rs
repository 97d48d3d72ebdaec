//! The second program in its worker: it listens, works in slices, and tells.
//!
//! Between two slices it looks for messages, so that work can be given up; a slice is long, since
//! nothing is drawn here that could stutter.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::app::work::{decode, encode};
use crate::worker::{Desk, Letter};

/// How long it works without looking for messages.
const SLICE_MILLISECONDS: f64 = 60.0;

struct Program {
    scope: DedicatedWorkerGlobalScope,
    desk: RefCell<Desk>,
    /// Whether the next slice is on its way.
    awake: Cell<bool>,
}

/// Listens for requests, and says so with an empty message.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let program = Rc::new(Program { scope, desk: RefCell::default(), awake: Cell::new(false) });
    let listener = {
        let program = Rc::clone(&program);
        EventListener::new(&program.scope.clone(), "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            let bytes = data.and_then(|data| data.dyn_into::<Uint8Array>().ok());
            let Some(request) = bytes.and_then(|bytes| decode(&bytes.to_vec())) else { return };
            let letter = program.desk.borrow_mut().hear(request);
            program.post(letter);
            wake(&program);
        })
    };
    listener.forget();
    let _ = program.scope.post_message(&Array::new());
}

/// Sees to it that a slice comes, if there is work.
fn wake(program: &Rc<Program>) {
    if program.desk.borrow().is_idle() || program.awake.replace(true) {
        return;
    }
    let program = Rc::clone(program);
    Timeout::new(0, move || {
        let letters = program.desk.borrow_mut().work(Date::now, SLICE_MILLISECONDS);
        program.post(letters);
        program.awake.set(false);
        wake(&program);
    })
    .forget();
}

impl Program {
    fn post(&self, letters: impl IntoIterator<Item = Letter>) {
        for Letter { reply, text } in letters {
            let parts = Array::of1(&Uint8Array::from(encode(&reply).as_slice()));
            let moved = Array::new();
            if let Some(text) = text {
                let bytes = Uint8Array::from(text.as_bytes());
                moved.push(&bytes.buffer());
                parts.push(&bytes);
            }
            let _ = self.scope.post_message_with_transfer(&parts, &moved);
        }
    }
}
