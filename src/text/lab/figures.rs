//! Figures as the Lab writes them.

use crate::text::Locale;
use crate::units::{Bytes, Time};

/// Bytes with a binary unit and three significant digits.
#[must_use]
pub fn bytes(amount: Bytes, _locale: Locale) -> String {
    let mut value = amount.as_f64();
    let mut unit = "B";
    for next in ["KiB", "MiB", "GiB", "TiB"] {
        if value < 1000.0 {
            break;
        }
        value /= 1024.0;
        unit = next;
    }
    let digits = if value >= 99.95 || unit == "B" { 0 } else { usize::from(value < 9.995) + 1 };
    let mut text = format!("{value:.digits$}");
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    format!("{text}\u{a0}{unit}")
}

/// Seconds with a fitting unit.
#[must_use]
pub fn seconds(value: f64, locale: Locale) -> String {
    let (second, minute) = match locale {
        Locale::English => ("s", "min"),
        Locale::Korean => ("초", "분"),
    };
    if value >= 120.0 {
        format!("{:.1}\u{a0}{minute}", value / 60.0)
    } else if value >= 9.995 {
        format!("{value:.1}\u{a0}{second}")
    } else {
        format!("{value:.2}\u{a0}{second}")
    }
}

/// A count with separators.
#[must_use]
pub fn count(value: u64, _locale: Locale) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A share as per cent.
#[must_use]
pub fn percent(share: f64, _locale: Locale) -> String {
    format!("{:.0}%", share * 100.0)
}

/// A round time on an axis.
#[must_use]
pub fn tick(value: f64, locale: Locale) -> String {
    let (second, minute) = match locale {
        Locale::English => ("s", "min"),
        Locale::Korean => ("초", "분"),
    };
    if value >= 120.0 {
        return format!("{}\u{a0}{minute}", libm::rint(value / 6.0) / 10.0);
    }
    format!("{}\u{a0}{second}", libm::rint(value * 1000.0) / 1000.0)
}

/// The time of the clock, always with as many decimals as its end, so that it does not jump.
#[must_use]
pub fn clock(time: Time, end: Time, locale: Locale) -> String {
    let (value, end) = (time.as_seconds(), end.as_seconds());
    let second = match locale {
        Locale::English => "\u{a0}s",
        Locale::Korean => "초",
    };
    let decimals = if end < 1.0 { 3 } else { usize::from(end < 100.0) + 1 };
    format!("{value:.decimals$}{second}")
}
