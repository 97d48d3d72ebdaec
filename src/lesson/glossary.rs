//! The glossary: the words of the field in both languages, and where a text uses them.
//!
//! The terms are data (`glossary.toml`), so that a definition is mended without touching Rust. They
//! are read when somebody first needs one and checked by a test: the program carries no glossary
//! that does not hold together.

mod form;
mod stack;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

pub use self::form::Piece;
use self::form::{Form, Forms};
pub use self::stack::{Cell, Fill};
use super::Words;
use crate::text::Locale;

/// One term.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its name in addresses; never changes.
    pub key: String,
    /// What it is called.
    pub name: Words,
    /// The letters that stand for it: "KSM".
    #[serde(default)]
    pub short: Words,
    /// Other forms by which a text is matched.
    #[serde(default)]
    pub also: Also,
    /// What it means, in one to three sentences.
    pub means: Words,
    /// Keys of terms that lie near.
    #[serde(default)]
    pub see: Vec<String>,
    /// A small drawing, from the hardware upward: a row of boxes each, as [`Glossary::stack`]
    /// reads them.
    #[serde(default)]
    pub stack: Vec<String>,
}

/// Other forms of a term.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Also {
    /// In English.
    #[serde(default)]
    pub en: Vec<String>,
    /// In Korean.
    #[serde(default)]
    pub ko: Vec<String>,
}

impl Term {
    /// Everything that it is called in this language, its name first.
    pub fn forms(&self, locale: Locale) -> impl Iterator<Item = &str> {
        let (name, short, also) = match locale {
            Locale::English => (&self.name.en, &self.short.en, &self.also.en),
            Locale::Korean => (&self.name.ko, &self.short.ko, &self.also.ko),
        };
        let forms = [name, short].into_iter().chain(also).map(|form| form.trim());
        forms.filter(|form| !form.is_empty())
    }

    /// Its name with its letters: "same-page merging (KSM)".
    #[must_use]
    pub fn title(&self, locale: Locale) -> String {
        let (name, short) = (self.name.say(locale), self.short.say(locale));
        match (short.is_empty() || short == name, locale) {
            (true, _) => name.to_owned(),
            (false, Locale::English) => format!("{name} ({short})"),
            (false, Locale::Korean) => format!("{name}({short})"),
        }
    }
}

/// As it stands in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    boxes: BTreeMap<String, stack::Named>,
    #[serde(rename = "term")]
    terms: Vec<Term>,
}

/// All terms, and what their texts are searched for.
#[derive(Clone, Debug)]
pub struct Glossary {
    /// The terms, in the order of the file.
    pub terms: Vec<Term>,
    boxes: BTreeMap<String, stack::Named>,
    english: Forms,
    korean: Forms,
}

/// The glossary of this program.
///
/// # Panics
/// Never: a test reads the same file.
pub fn glossary() -> &'static Glossary {
    static READ: OnceLock<Glossary> = OnceLock::new();
    let read = || Glossary::read(include_str!("glossary/terms.toml"));
    READ.get_or_init(|| read().expect("a test has read the same text"))
}

impl Glossary {
    /// Reads a glossary and checks it as a whole.
    ///
    /// # Errors
    /// What does not hold together, with the place.
    pub fn read(text: &str) -> Result<Self, String> {
        let File { boxes, terms } = toml::from_str(text).map_err(|error| error.to_string())?;
        let forms = |locale: Locale| {
            let of = terms.iter().enumerate();
            Forms::new(
                of.flat_map(|(at, term)| term.forms(locale).map(move |of| Form::new(of, at))),
            )
        };
        let (english, korean) = (forms(Locale::English), forms(Locale::Korean));
        let glossary = Self { terms, boxes, english, korean };
        let faults = glossary.faults();
        if faults.is_empty() { Ok(glossary) } else { Err(faults.join("\n")) }
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut keys = BTreeSet::new();
        for term in &self.terms {
            let key = &term.key;
            let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
            if key.is_empty() || !key.chars().all(|letter| plain(letter) || letter == '-') {
                faults.push(format!("{key}: a key has lower-case letters, digits and hyphens"));
            }
            if !keys.insert(key.as_str()) {
                faults.push(format!("{key}: this key is used twice"));
            }
            if !term.name.is_in_both() || !term.means.is_in_both() {
                faults.push(format!("{key}: its name or its meaning lacks a language"));
            }
            for row in &term.stack {
                for name in stack::names(row) {
                    if !self.boxes.contains_key(name) {
                        faults.push(format!("{key}: there is no box {name}"));
                    }
                }
            }
        }
        for term in &self.terms {
            for other in term
                .see
                .iter()
                .filter(|other| !keys.contains(other.as_str()) || **other == term.key)
            {
                faults.push(format!("{}: see {other} leads nowhere", term.key));
            }
        }
        for forms in [&self.english, &self.korean] {
            for [one, other] in forms.twice() {
                let [one, other] = [one, other].map(|at| &self.terms[at].key);
                faults.push(format!("{one}, {other}: both are called the same"));
            }
        }
        faults
    }

    /// The term of that key.
    #[must_use]
    pub fn term(&self, key: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.key == key)
    }

    /// The rows of a term's drawing, from the hardware upward.
    #[must_use]
    pub fn stack<'a>(&'a self, term: &'a Term) -> Vec<Vec<Cell<'a>>> {
        term.stack.iter().map(|row| stack::cells(row, &self.boxes)).collect()
    }

    /// The terms in the order of the alphabet: 가나다 in Korean, where Latin letters follow.
    #[must_use]
    pub fn sorted(&self, locale: Locale) -> Vec<&Term> {
        let mut terms: Vec<&Term> = self.terms.iter().collect();
        terms.sort_by_cached_key(|term| {
            let name = term.name.say(locale).to_lowercase();
            (initial(&name, locale), name)
        });
        terms
    }

    /// The terms that a search in this language means, in the order of the alphabet: each word of
    /// the search stands in a name, in either language, or in the meaning.
    #[must_use]
    pub fn find(&self, text: &str, locale: Locale) -> Vec<&Term> {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        let mut found = self.sorted(locale);
        let named = |term: &Term| {
            let forms = Locale::ALL.into_iter().flat_map(|locale| term.forms(locale));
            forms.collect::<Vec<_>>().join("\n").to_lowercase()
        };
        found.retain(|term| {
            let meaning = term.means.say(locale).to_lowercase();
            let named = named(term);
            words.iter().all(|word| named.contains(word) || meaning.contains(word))
        });
        // Who types a name wants the term of that name before those that only speak of it.
        found.sort_by_cached_key(|term| {
            let named = named(term);
            !words.iter().all(|word| named.contains(word))
        });
        found
    }

    /// A text in pieces: plain text, and the first use of each term that is not in `already`, which
    /// those found are added to.
    #[must_use]
    pub fn mark<'a>(
        &'a self,
        text: &'a str,
        locale: Locale,
        already: &mut BTreeSet<String>,
    ) -> Vec<Piece<'a>> {
        let forms = match locale {
            Locale::English => &self.english,
            Locale::Korean => &self.korean,
        };
        forms.mark(text, locale, &self.terms, already)
    }
}

/// The letter under which a name stands in the list: its first one, or its first consonant.
#[must_use]
pub fn initial(name: &str, locale: Locale) -> char {
    const INITIALS: [char; 19] = [
        'ㄱ', 'ㄱ', 'ㄴ', 'ㄷ', 'ㄷ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅂ', 'ㅅ', 'ㅅ', 'ㅇ', 'ㅈ', 'ㅈ', 'ㅊ',
        'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
    ];
    let first = name.chars().next().unwrap_or(' ');
    match first {
        '가'..='힣' => INITIALS[((first as usize) - ('가' as usize)) / 588],
        _ if locale == Locale::Korean => '힣',
        _ => first.to_ascii_uppercase(),
    }
}

#[cfg(test)]
mod tests;
