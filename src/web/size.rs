//! Sizes of elements, kept up to date.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use super::page;

/// The width of an element, with what belongs to every drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Width in CSS pixels; 0 before the first measurement.
    pub width: f64,
    /// Size of the root's letters against the usual 16 px.
    pub rem: f64,
    /// Height of the window in CSS pixels.
    pub window: f64,
    /// Pixels of the screen for one CSS pixel.
    pub density: f64,
}

fn measure(element: &Element) -> Room {
    Room {
        width: libm::floor(element.get_bounding_client_rect().width()),
        rem: page::letter_size(),
        window: page::height(),
        density: gloo::utils::window().device_pixel_ratio().clamp(1.0, 4.0),
    }
}

/// The room of an element that is always there. It is measured again when its width, the density
/// of the screen, or `again` (such as the theme, which changes the letters) changes.
#[hook]
pub fn use_room<D: PartialEq + Clone + 'static>(node: NodeRef, again: D) -> Room {
    let room = use_state_eq(|| Room { width: 0.0, rem: 1.0, window: 800.0, density: 1.0 });
    let setter = room.setter();
    use_effect_with(again, move |_| {
        let element = node.cast::<Element>();
        let watch = element.map(|element| {
            setter.set(measure(&element));
            let target = element.clone();
            let closure = Closure::<dyn Fn()>::new(move || setter.set(measure(&target)));
            let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok();
            if let Some(observer) = &observer {
                observer.observe(&element);
            }
            (observer, closure)
        });
        move || {
            if let Some((Some(observer), _closure)) = &watch {
                observer.disconnect();
            }
            drop(watch);
        }
    });
    *room
}
