//! Figures as drawings and tables write them: short, and steady while the clock runs.

use crate::text::{Locale, number};
use crate::units::{Span, Time};

pub use crate::text::number::{bytes, count, decimal_bytes, percent};

/// A length of time, given in seconds.
#[must_use]
pub fn seconds(value: f64, locale: Locale) -> String {
    number::span(Span::from_seconds(value), locale)
}

/// A round time on an axis.
#[must_use]
pub fn tick(value: f64, locale: Locale) -> String {
    if value <= 0.0 {
        return "0".to_owned();
    }
    number::span(Span::from_seconds(value), locale)
}

/// The time of the clock, always with as many decimals as its end, so that it does not jump.
#[must_use]
pub fn clock(time: Time, end: Time, locale: Locale) -> String {
    let (value, end) = (time.as_seconds(), end.as_seconds());
    let second = match locale {
        Locale::English => "\u{a0}s",
        Locale::Korean => "초",
    };
    // Requests are over in milliseconds.
    if end < 0.1 {
        let millisecond = second.replace(['초', 's'], "ms");
        return format!("{:.2}{millisecond}", value * 1e3);
    }
    let decimals = if end < 1.0 { 3 } else { usize::from(end < 100.0) + 1 };
    format!("{value:.decimals$}{second}")
}
