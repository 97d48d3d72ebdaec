//! The page's hold on the second program: it is fetched when it is first asked for something.
//!
//! `static/worker.js` starts it and says when it cannot. Messages are byte arrays in an array of
//! one or two: the reply, and the bytes of a file, which go from there into a file without a
//! second copy in this program.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{MessageEvent, WorkerOptions, WorkerType};
use yew::Callback;

use crate::app::work::{Event, Found, Reply, Request, Trouble, decode, encode};

/// What the page and its listeners share.
struct Shared {
    worker: web_sys::Worker,
    /// Whether it has said that it listens.
    ready: Cell<bool>,
    /// Whether it is no more.
    broken: Cell<bool>,
    /// What it will be told when it listens.
    waiting: RefCell<Vec<Request>>,
    /// Jobs whose replies are still wanted.
    jobs: RefCell<BTreeSet<u32>>,
    told: Callback<Event>,
}

/// The second program, as the page holds it.
pub struct Worker {
    shared: Rc<Shared>,
    _listeners: [EventListener; 2],
}

/// The address of its script, which the build has marked with its digest.
fn address() -> Option<String> {
    let named = gloo::utils::document().query_selector("meta[name=worker]").ok().flatten()?;
    named.get_attribute("content")
}

impl Worker {
    /// Starts it; `None` where the browser has no workers or refuses this one. What it replies,
    /// and that it broke off, is told.
    #[must_use]
    pub fn start(told: Callback<Event>) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = web_sys::Worker::new_with_options(&address()?, &options).ok()?;
        let shared = Rc::new(Shared {
            worker,
            ready: Cell::new(false),
            broken: Cell::new(false),
            waiting: RefCell::default(),
            jobs: RefCell::default(),
            told,
        });
        let message = {
            let shared = Rc::clone(&shared);
            EventListener::new(&shared.worker.clone(), "message", move |event| {
                if let Some(event) = event.dyn_ref::<MessageEvent>() {
                    shared.hear(event);
                }
            })
        };
        let error = {
            let shared = Rc::clone(&shared);
            EventListener::new(&shared.worker.clone(), "error", move |_| {
                let ready = shared.ready.get();
                shared.end(if ready { Trouble::Stopped } else { Trouble::NotLoaded });
            })
        };
        Some(Self { shared, _listeners: [message, error] })
    }

    /// Whether it is no more, so that another one must be started.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.shared.broken.get()
    }

    /// Sends a request, now or as soon as it listens.
    pub fn ask(&self, request: Request) {
        match &request {
            Request::Begin { job, .. } => self.shared.jobs.borrow_mut().insert(*job),
            Request::Cancel { job } => self.shared.jobs.borrow_mut().remove(job),
        };
        if self.shared.ready.get() {
            self.shared.post(&request);
        } else {
            self.shared.waiting.borrow_mut().push(request);
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.shared.worker.terminate();
    }
}

impl Shared {
    fn post(&self, request: &Request) {
        if self.worker.post_message(&Uint8Array::from(encode(request).as_slice())).is_err() {
            self.end(Trouble::Stopped);
        }
    }

    fn hear(&self, event: &MessageEvent) {
        let data = event.data();
        if let Some(word) = data.as_string() {
            let outdated = word == "outdated";
            return self.end(if outdated { Trouble::Outdated } else { Trouble::NotLoaded });
        }
        let Ok(parts) = data.dyn_into::<Array>() else { return };
        let bytes = |at: u32| parts.get(at).dyn_into::<Uint8Array>().ok();
        let Some(header) = bytes(0) else {
            self.ready.set(true);
            self.waiting.take().iter().for_each(|request| self.post(request));
            return;
        };
        match decode::<Reply>(&header.to_vec()) {
            Some(reply) => self.tell(reply, bytes(1)),
            None => self.end(Trouble::Stopped),
        }
    }

    /// Tells a reply that is still wanted, and saves the file that it brings.
    fn tell(&self, reply: Reply, file: Option<Uint8Array>) {
        let job = reply.job();
        let wanted = match reply {
            Reply::Working { .. } => self.jobs.borrow().contains(&job),
            Reply::Done { .. } | Reply::Refused { .. } => self.jobs.borrow_mut().remove(&job),
        };
        if !wanted {
            return;
        }
        if let (Reply::Done { found: Found::File { name }, .. }, Some(file)) = (&reply, file)
            && super::file::save(name, &file).is_none()
        {
            return self.end(Trouble::Stopped);
        }
        self.told.emit(Event::Replied(reply));
    }

    fn end(&self, trouble: Trouble) {
        self.worker.terminate();
        if !self.broken.replace(true) {
            self.told.emit(Event::Broke(trouble));
        }
    }
}
