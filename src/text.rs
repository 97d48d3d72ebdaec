//! All words and numbers for people, per locale.

pub mod lab;

/// A language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// English.
    #[default]
    English,
    /// Korean.
    Korean,
}
