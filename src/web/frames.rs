//! Work once a frame, for as long as there is some.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use yew::prelude::*;

/// The handle of the frame that is asked for; dropping it gives the frame back.
type Pending = Rc<RefCell<Option<AnimationFrame>>>;

fn ask(pending: &Pending, work: Rc<dyn Fn(f64)>) {
    let again = Rc::downgrade(pending);
    let frame = request_animation_frame(move |time| {
        work(time);
        if let Some(pending) = again.upgrade() {
            ask(&pending, work);
        }
    });
    *pending.borrow_mut() = Some(frame);
}

/// Calls `work` with the time in milliseconds before each frame while `active` holds. The browser
/// stops the frames of a hidden page by itself. `work` must hold dispatchers only, no state.
#[hook]
pub fn use_frames(active: bool, work: impl Fn(f64) + 'static) {
    use_effect_with(active, move |&active| {
        let pending: Pending = Rc::default();
        if active {
            ask(&pending, Rc::new(work));
        }
        move || drop(pending.borrow_mut().take())
    });
}
