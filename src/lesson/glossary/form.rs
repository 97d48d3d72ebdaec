//! Where a text uses a term.
//!
//! English has words with edges and a plural; a Korean word carries its particles, so that a form
//! ends where a particle begins. The longest form wins, for "guest kernel" is no guest.

use std::collections::{BTreeMap, BTreeSet};

use super::Term;
use crate::text::Locale;

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece<'a> {
    /// Text as it stands.
    Plain(&'a str),
    /// The first use of a term.
    Term {
        /// Which one.
        term: &'a Term,
        /// The words of the text that name it.
        text: &'a str,
    },
}

/// One form of one term.
#[derive(Clone, Debug)]
pub(super) struct Form {
    text: String,
    /// Where the term stands in the list.
    term: usize,
    /// Whether capitals count: they do where the form has some, as letters that stand for words.
    exact: bool,
}

impl Form {
    pub(super) fn new(text: &str, term: usize) -> Self {
        let exact = text.chars().any(char::is_uppercase);
        Self { text: text.to_owned(), term, exact }
    }

    /// How many bytes at the beginning of the text are this form.
    fn length_in(&self, text: &str) -> Option<usize> {
        let mut rest = text.char_indices();
        for wanted in self.text.chars() {
            let (_, letter) = rest.next()?;
            // A line may break in a name, and a no-break space forbids just that.
            let alike = letter == wanted
                || (wanted == ' ' && letter == '\u{a0}')
                || (!self.exact && letter.eq_ignore_ascii_case(&wanted));
            if !alike {
                return None;
            }
        }
        Some(rest.next().map_or(text.len(), |(at, _)| at))
    }
}

/// All forms of a language, by their first letter, the longest first.
#[derive(Clone, Debug)]
pub(super) struct Forms {
    by_first: BTreeMap<char, Vec<Form>>,
}

impl Forms {
    pub(super) fn new(forms: impl Iterator<Item = Form>) -> Self {
        let mut by_first: BTreeMap<char, Vec<Form>> = BTreeMap::new();
        for form in forms {
            let Some(first) = form.text.chars().next() else { continue };
            by_first.entry(first.to_ascii_lowercase()).or_default().push(form);
        }
        for forms in by_first.values_mut() {
            forms.sort_by_key(|form| core::cmp::Reverse(form.text.len()));
        }
        Self { by_first }
    }

    /// Pairs of terms that have a form in common.
    pub(super) fn twice(&self) -> Vec<[usize; 2]> {
        let mut known = BTreeMap::new();
        let forms = self.by_first.values().flatten();
        let pairs = forms.filter_map(|form| {
            let before = known.insert(form.text.to_lowercase(), form.term)?;
            (before != form.term).then_some([before, form.term])
        });
        pairs.collect()
    }

    pub(super) fn mark<'a>(
        &self,
        text: &'a str,
        locale: Locale,
        terms: &'a [Term],
        already: &mut BTreeSet<String>,
    ) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let (mut plain_from, mut at) = (0, 0);
        while let Some(letter) = text[at..].chars().next() {
            let starts = !text[..at].chars().next_back().is_some_and(is_of_word);
            let found = if starts { self.longest(&text[at..], letter, locale) } else { None };
            let Some((length, term)) = found else {
                at += letter.len_utf8();
                continue;
            };
            let term = &terms[term];
            if already.insert(term.key.clone()) {
                if plain_from < at {
                    pieces.push(Piece::Plain(&text[plain_from..at]));
                }
                pieces.push(Piece::Term { term, text: &text[at..at + length] });
                plain_from = at + length;
            }
            at += length;
        }
        if plain_from < text.len() {
            pieces.push(Piece::Plain(&text[plain_from..]));
        }
        pieces
    }

    /// The longest form at the beginning of a text: its length there, and whose it is.
    fn longest(&self, text: &str, first: char, locale: Locale) -> Option<(usize, usize)> {
        let forms = self.by_first.get(&first.to_ascii_lowercase())?;
        forms.iter().find_map(|form| {
            let length = form.length_in(text)?;
            let length = match locale {
                Locale::English => length + english_end(&text[length..])?,
                Locale::Korean => is_korean_end(&text[length..]).then_some(length)?,
            };
            Some((length, form.term))
        })
    }
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn is_edge(rest: &str) -> bool {
    !rest.chars().next().is_some_and(is_of_word)
}

/// How much of a plural follows a form, or nothing where another word goes on.
fn english_end(rest: &str) -> Option<usize> {
    let ends = ["", "s", "es"].into_iter();
    ends.filter(|end| rest.strip_prefix(end).is_some_and(is_edge)).map(str::len).next()
}

/// Particles and endings that may follow a noun, and each other.
const PARTICLES: [&str; 57] = [
    "들",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "과",
    "와",
    "의",
    "에",
    "에서",
    "에게",
    "으로",
    "로",
    "도",
    "만",
    "까지",
    "부터",
    "보다",
    "마다",
    "처럼",
    "만큼",
    "이나",
    "나",
    "이라",
    "라",
    "란",
    "이란",
    "이며",
    "며",
    "이고",
    "고",
    "이다",
    "다",
    "인",
    "인지",
    "이면",
    "면",
    "입니다",
    "이지만",
    "지만",
    "이든",
    "든",
    "이므로",
    "므로",
    "일",
    "뿐",
    "조차",
    "밖에",
    "하고",
    "끼리",
    "째",
    "이었",
    "였",
    "습니다",
    "니다",
];
/// A noun has few of them: "에서만은".
const PARTICLES_MOST: usize = 4;

fn is_korean_end(rest: &str) -> bool {
    follows(rest, PARTICLES_MOST)
}

fn follows(rest: &str, most: usize) -> bool {
    let more = || {
        PARTICLES.iter().any(|of| rest.strip_prefix(of).is_some_and(|rest| follows(rest, most - 1)))
    };
    is_edge(rest) || (most > 0 && more())
}
