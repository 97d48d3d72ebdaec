//! The Lab: components, drawings and charts. Turns data into drawings, and into words of `text`.
//!
//! Drawings follow three rules: no component renders nothing; a canvas, a field or a live region
//! never shares a parent with a list; and many shapes of one kind are one path.

pub mod answer;
mod aside;
mod asked;
pub(crate) mod axis;
mod changed;
pub(crate) mod charts;
pub mod controls;
pub(crate) mod fold;
mod fork;
pub(crate) mod framed;
pub(crate) mod header;
mod headline;
mod help;
mod lab;
mod lanes;
mod ledger;
pub mod machine;
pub(crate) mod narration;
mod notices;
pub(crate) mod number;
pub(crate) mod path;
mod patterns;
mod present;
mod program;
mod scene;
mod shortcuts;
pub(crate) mod side;
pub(crate) mod subject;
pub(crate) mod swatch;
pub mod theme;
pub(crate) mod transport;
pub(crate) mod words;

pub use lab::Lab;

/// Puts the program into the page. A panic leaves a notice with the way back, never a blank page.
pub fn start() {
    crate::web::page::set_failure_hook();
    let root = gloo::utils::document().get_element_by_id("app");
    let Some(root) = root else { return };
    root.set_inner_html("");
    yew::Renderer::<Lab>::with_root(root).render();
}
