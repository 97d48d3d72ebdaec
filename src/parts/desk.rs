//! Long work as components see it: they ask, give up, and read how it stands.
//!
//! One second program serves the whole page. What it found is kept here, at the root, so that a
//! page that was left and opened again still shows it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::work::{Event, Order, Place, Request, Trouble, Works};
use crate::scenario::Side;
use crate::web::worker::Worker;

/// All work as yew keeps it.
struct Store(Rc<Works>);

impl Reducible for Store {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        Rc::new(Self(Rc::new(self.0.after(event))))
    }
}

/// How the sweep is looked at, for as long as the page is open: whoever opens a cell of the map in
/// the Lab comes back to the same cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Whether a sweep over two settings is drawn as a map.
    pub map: bool,
    /// The machine whose own figures are mapped; `None` for one against the other.
    pub of: Option<Side>,
    /// Row and column of the cell that is read.
    pub cell: (usize, usize),
    /// The links of a cell that was opened in the Lab, and of the sweep that it is of.
    pub opened: Option<[AttrValue; 2]>,
}

impl Look {
    /// The scenario whose sweep is looked at while that of this link is in the Lab.
    #[must_use]
    pub fn base(&self, link: &str) -> Option<AttrValue> {
        let [cell, base] = self.opened.as_ref()?;
        (cell.as_str() == link).then(|| base.clone())
    }
}

/// How it was looked at when this was drawn, and how to look otherwise. A handle of yew's state
/// would tell the newest state instead, and what was drawn would never differ from it.
#[derive(Clone, PartialEq)]
pub struct Looking {
    now: Rc<Look>,
    change: Callback<Look>,
}

impl core::ops::Deref for Looking {
    type Target = Look;

    fn deref(&self) -> &Look {
        &self.now
    }
}

impl Looking {
    /// Looks otherwise.
    pub fn set(&self, look: Look) {
        self.change.emit(look);
    }
}

/// Where work is asked for.
#[derive(Clone)]
pub struct Desk {
    /// How all work stands.
    pub works: Rc<Works>,
    /// Asks for work in a place; what was going on there is given up.
    pub ask: Callback<(Place, Order)>,
    /// Gives up what is going on in a place.
    pub cancel: Callback<Place>,
    /// How the sweep is looked at.
    pub look: Looking,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.works, &other.works) && *self.look == *other.look
    }
}

/// The second program and the numbers of its jobs.
#[derive(Default)]
struct Hold {
    worker: Option<Worker>,
    /// The number that was given last.
    last: u32,
    /// The job of each place.
    jobs: Vec<(Place, u32)>,
}

impl Hold {
    fn cancel(&mut self, place: Place) {
        let old = self.jobs.iter().position(|(of, _)| *of == place);
        if let (Some(at), Some(worker)) = (old, &self.worker) {
            let (_, job) = self.jobs.swap_remove(at);
            worker.ask(Request::Cancel { job });
        }
    }

    fn ask(&mut self, place: Place, order: Order, told: &Callback<Event>) {
        self.cancel(place);
        if self.worker.as_ref().is_none_or(Worker::is_broken) {
            self.worker = Worker::start(told.clone());
        }
        self.last += 1;
        let job = self.last;
        self.jobs.push((place, job));
        told.emit(Event::Begun(place, job, Rc::new(order.clone())));
        match &self.worker {
            Some(worker) => worker.ask(Request::Begin { job, order: Box::new(order) }),
            None => told.emit(Event::Broke(Trouble::NotLoaded)),
        }
    }
}

/// The place where all work is asked for; for the root of the page.
#[hook]
pub fn use_desk() -> Desk {
    let store = use_reducer(|| Store(Rc::default()));
    let dispatcher = store.dispatcher();
    let told = use_callback((), move |event: Event, ()| dispatcher.dispatch(event));
    let hold: Rc<RefCell<Hold>> = use_mut_ref(Hold::default);
    let ask = {
        let (hold, told) = (Rc::clone(&hold), told.clone());
        use_callback((), move |(place, order): (Place, Order), ()| {
            hold.borrow_mut().ask(place, order, &told);
        })
    };
    let cancel = use_callback((), move |place: Place, ()| {
        hold.borrow_mut().cancel(place);
        told.emit(Event::Cancelled(place));
    });
    let look = use_state_eq(Look::default);
    let setter = look.setter();
    let change = use_callback((), move |look: Look, ()| setter.set(look));
    let look = Looking { now: Rc::new((*look).clone()), change };
    Desk { works: Rc::clone(&store.0), ask, cancel, look }
}

impl Desk {
    /// Asks for this in that place.
    pub fn asker(&self, place: Place, order: impl Fn() -> Option<Order> + 'static) -> Callback<()> {
        let ask = self.ask.clone();
        Callback::from(move |()| {
            if let Some(order) = order() {
                ask.emit((place, order));
            }
        })
    }

    /// Gives up what is going on in that place.
    pub fn canceller(&self, place: Place) -> Callback<()> {
        let cancel = self.cancel.clone();
        Callback::from(move |()| cancel.emit(place))
    }
}
