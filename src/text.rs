//! All words and numbers for people, in every language of the page.
//!
//! Words are matched over the types that carry the facts, and there are no keys to look up. A
//! label is a line with both languages side by side; a sentence is [`Say`] for the type with its
//! arguments, one function for each language. Either way a translation that is missing does not
//! compile. Arguments have names, and a sentence is never glued from parts whose order another
//! language would change.

pub mod answer;
pub mod claim;
pub mod command;
pub mod constant;
pub mod difference;
pub mod evidence;
pub mod explore;
pub mod export;
pub mod fact;
pub mod film;
pub mod glossary;
pub mod headline;
pub mod inside;
pub mod josa;
pub mod lab;
pub mod lesson;
pub mod limit;
pub mod map;
pub mod name;
pub mod narration;
pub mod notice;
pub mod number;
pub mod page;
pub mod parameter;
pub mod placement;
pub mod present;
pub mod preset;
pub mod problem;
pub mod study;
pub mod take;
pub mod way;
pub mod why;
pub mod work;

pub use crate::app::Locale;

/// Something that can be said to people. Another language is another function here, and the
/// compiler then names every sentence that lacks it.
pub trait Say {
    /// In English.
    fn english(&self) -> String;

    /// In Korean.
    fn korean(&self) -> String;

    /// In the language of the reader.
    fn say(&self, locale: Locale) -> String {
        match locale {
            Locale::English => self.english(),
            Locale::Korean => self.korean(),
        }
    }
}

/// One of the languages of a label.
const fn pick(locale: Locale, english: &'static str, korean: &'static str) -> &'static str {
    match locale {
        Locale::English => english,
        Locale::Korean => korean,
    }
}
