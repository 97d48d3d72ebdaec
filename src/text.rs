//! All words and numbers for people, per locale.

pub mod lab;

pub use crate::app::Locale;
