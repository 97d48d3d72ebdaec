//! What is said around the terms of the glossary; what is said of them is theirs.

use super::Locale;
use super::page::words;
use super::{number, pick};

words! {
    /// Name of the navigation between the pages of the course.
    Course => ("Learning", "학습"),
    /// Label of the search.
    Search => ("Find a term", "용어 찾기"),
    /// Where a search finds nothing.
    NoTerm => (
        "No term fits. Try a shorter word, or the other language.",
        "맞는 용어가 없습니다. 더 짧은 말이나 다른 언어로 찾아보세요."
    ),
    /// Empties the search.
    ShowAll => ("Show all terms", "모든 용어 보기"),
    /// Before the links to terms that lie near.
    See => ("See also", "함께 보기"),
    /// The address of a term.
    Address => ("Link to this term", "이 용어의 링크"),
    /// The way from an explained word to its place in the glossary.
    InGlossary => ("In the glossary", "용어집에서 보기"),
    /// How to read a drawing.
    Legend => (
        "From the hardware upward; a bold frame marks what the term means.",
        "아래가 하드웨어입니다. 굵은 테두리가 그 용어가 뜻하는 부분입니다."
    ),
    /// A box that the term means, in the words for a drawing.
    Marked => ("this is it", "이 용어"),
}

/// How many terms a search found.
#[must_use]
pub fn found(count: usize, locale: Locale) -> String {
    let count = number::count(u64::try_from(count).unwrap_or(u64::MAX), locale);
    match (locale, count.as_str()) {
        (Locale::English, "1") => "1 term".to_owned(),
        (Locale::English, _) => format!("{count} terms"),
        (Locale::Korean, _) => format!("용어 {count}개"),
    }
}

/// A drawing in words, its rows from the hardware upward.
#[must_use]
pub fn drawn(rows: &[String], locale: Locale) -> String {
    let before = pick(locale, "From the hardware upward: ", "하드웨어부터 위로: ");
    format!("{before}{}.", rows.join("; "))
}
