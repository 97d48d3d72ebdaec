//! Numbers with their units, as people read them.
//!
//! Memory has binary units (GiB) and everything that is sold in powers of ten has decimal ones
//! (GB, MB/s). Both languages write a decimal point and separate thousands with a comma; a
//! no-break space stands before a unit in Latin letters, and none before a Korean one.

use super::{Locale, pick};
use crate::scenario::Measure;
use crate::units::{Bytes, Span};

/// Between a number and its unit.
const SPACE: char = '\u{a0}';
/// What cannot be counted to.
const INFINITY: &str = "∞";

/// A whole number with thousands separated.
#[must_use]
pub fn count(value: u64, _locale: Locale) -> String {
    group(&value.to_string())
}

fn group(digits: &str) -> String {
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number with so many significant digits; zeros after the point are left out.
#[must_use]
pub fn significant(value: f64, digits: usize) -> String {
    if value.is_nan() || value.is_infinite() {
        return INFINITY.to_owned();
    }
    if value < 0.0 {
        return format!("−{}", significant(-value, digits));
    }
    let mut decimals = digits.saturating_sub(1);
    // Whatever rounds up to the next power of ten counts as that power.
    let mut power = 10.0 - rounding(digits);
    while decimals > 0 && value >= power {
        decimals -= 1;
        power *= 10.0;
    }
    power = 1.0 - rounding(digits) / 10.0;
    while value > 0.0 && value < power && decimals < DECIMALS_MOST {
        decimals += 1;
        power /= 10.0;
    }
    let text = format!("{value:.decimals$}");
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let part = part.trim_end_matches('0');
    if part.is_empty() { group(whole) } else { format!("{}.{part}", group(whole)) }
}

const DECIMALS_MOST: usize = 9;

/// Half of the last of so many digits, for numbers from 1 to 10.
fn rounding(digits: usize) -> f64 {
    (1..digits).fold(0.5, |half, _| half / 10.0)
}

fn with_unit(value: f64, digits: usize, unit: &str) -> String {
    format!("{}{SPACE}{unit}", significant(value, digits))
}

fn scaled(mut value: f64, step: f64, units: &[&str], digits: usize) -> String {
    let mut unit = units[0];
    for &next in &units[1..] {
        // Three digits before the point are enough: 1000 MiB are 0.977 GiB.
        if value < 999.5 {
            break;
        }
        value /= step;
        unit = next;
    }
    with_unit(value, digits, unit)
}

/// Memory, in binary units with three significant digits.
#[must_use]
pub fn bytes(amount: Bytes, _locale: Locale) -> String {
    scaled(amount.as_f64(), 1024.0, &["B", "KiB", "MiB", "GiB", "TiB", "PiB"], 3)
}

/// What lies on a disk or travels, in decimal units with three significant digits.
#[must_use]
pub fn decimal_bytes(amount: Bytes, _locale: Locale) -> String {
    scaled(amount.as_f64(), 1000.0, &["B", "kB", "MB", "GB", "TB", "PB"], 3)
}

/// A length of time with three significant digits.
#[must_use]
pub fn span(span: Span, locale: Locale) -> String {
    seconds(span.as_seconds(), 3, locale)
}

/// A length of time with two significant digits, for sentences.
#[must_use]
pub fn about(span: Span, locale: Locale) -> String {
    seconds(span.as_seconds(), 2, locale)
}

fn seconds(value: f64, digits: usize, locale: Locale) -> String {
    if value <= 0.0 {
        return pick(locale, "0\u{a0}s", "0초").to_owned();
    }
    if value < 0.000_999_5 {
        return with_unit(value * 1e6, digits, "µs");
    }
    if value < 0.0995 {
        return with_unit(value * 1e3, digits, "ms");
    }
    if value < 119.95 {
        let number = significant(value, digits);
        return match locale {
            Locale::English => format!("{number}{SPACE}s"),
            Locale::Korean => format!("{number}초"),
        };
    }
    let (small, large) = if value < 7200.0 { (1.0, 60.0) } else { (60.0, 3600.0) };
    let whole = libm::rint(value / small) * small;
    let more = libm::floor(whole / large);
    let less = libm::rint((whole - more * large) / small);
    let units = match (value < 7200.0, locale) {
        (true, Locale::English) => ["\u{a0}min", "\u{a0}s"],
        (true, Locale::Korean) => ["분", "초"],
        (false, Locale::English) => ["\u{a0}h", "\u{a0}min"],
        (false, Locale::Korean) => ["시간", "분"],
    };
    let first = format!("{}{}", group(&format!("{more:.0}")), units[0]);
    if less <= 0.0 { first } else { format!("{first} {less:.0}{}", units[1]) }
}

/// A share, 0 to 1, in per cent.
#[must_use]
pub fn percent(share: f64, _locale: Locale) -> String {
    let digits = if share < 0.1 { 1 } else { 2 };
    let whole = share * 100.0;
    // From 99.5 on two digits would say 100 already.
    let digits = if whole >= 99.5 { 3 } else { digits };
    format!("{}%", significant(whole, digits))
}

/// How many times, with two significant digits.
#[must_use]
pub fn times(ratio: f64, locale: Locale) -> String {
    let digits = if ratio >= 99.5 { 3 } else { 2 };
    let number = significant(ratio, digits);
    match locale {
        Locale::English => format!("{number} times"),
        Locale::Korean => format!("{number}배"),
    }
}

/// A number of a parameter in its unit.
#[must_use]
pub fn measured(value: u64, measure: Measure, locale: Locale) -> String {
    let number = count(value, locale);
    let unit = unit(measure, locale);
    match (measure, locale) {
        (Measure::Count, _) => number,
        (Measure::Percent, _) | (Measure::Cores | Measure::Seconds, Locale::Korean) => {
            format!("{number}{unit}")
        }
        (Measure::Cores, Locale::English) if value == 1 => format!("1{SPACE}core"),
        _ => format!("{number}{SPACE}{unit}"),
    }
}

/// The unit of a parameter; nothing for a plain count.
#[must_use]
pub const fn unit(measure: Measure, locale: Locale) -> &'static str {
    match measure {
        Measure::Count => "",
        Measure::Cores => pick(locale, "cores", "코어"),
        Measure::Mebibytes => "MiB",
        Measure::Gibibytes => "GiB",
        Measure::MegabytesPerSecond => "MB/s",
        Measure::MegabitsPerSecond => "Mb/s",
        Measure::OperationsPerSecond => "IOPS",
        Measure::PagesPerSecond => pick(locale, "pages/s", "페이지/초"),
        Measure::Milliseconds => "ms",
        Measure::Seconds => pick(locale, "s", "초"),
        Measure::Percent => "%",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(actual: &str, expected: &str) {
        assert_eq!(actual.replace(SPACE, " "), expected);
    }

    #[test]
    fn memory_is_told_in_binary_units_with_three_digits() {
        let english = |amount| bytes(amount, Locale::English);
        check(&english(Bytes::ZERO), "0 B");
        check(&english(Bytes::mib(5)), "5 MiB");
        check(&english(Bytes::mib(1000)), "0.977 GiB");
        check(&english(Bytes::gib(64)), "64 GiB");
        check(&english(Bytes(8_973_238_372)), "8.36 GiB");
        check(&english(Bytes(u64::MAX)), "16,384 PiB");
    }

    #[test]
    fn disks_and_transfers_are_told_in_decimal_units() {
        check(&decimal_bytes(Bytes(2_210_000_000), Locale::Korean), "2.21 GB");
        check(&decimal_bytes(Bytes(71_400_000), Locale::English), "71.4 MB");
    }

    #[test]
    fn time_is_told_in_the_unit_that_fits() {
        let told = |seconds: f64, locale| span(Span::from_seconds(seconds), locale);
        check(&told(0.0, Locale::English), "0 s");
        check(&told(0.000_002_5, Locale::English), "2.5 µs");
        check(&told(0.038_24, Locale::Korean), "38.2 ms");
        check(&told(0.4248, Locale::English), "0.425 s");
        check(&told(4.5345, Locale::Korean), "4.53초");
        check(&told(99.96, Locale::English), "100 s");
        check(&told(497.69, Locale::English), "8 min 18 s");
        check(&told(497.69, Locale::Korean), "8분 18초");
        check(&told(179.6, Locale::Korean), "3분");
        check(&told(7260.0, Locale::English), "2 h 1 min");
        check(&told(7199.9, Locale::Korean), "120분");
    }

    #[test]
    fn digits_follow_the_size_of_the_number() {
        let two = |value| significant(value, 2);
        check(&two(10.67), "11");
        check(&two(9.96), "10");
        check(&two(0.0996), "0.1");
        check(&two(1234.6), "1,235");
        check(&two(-2.25), "−2.2");
        check(&two(f64::INFINITY), "∞");
        check(&percent(0.6787, Locale::English), "68%");
        check(&percent(1.0, Locale::English), "100%");
        check(&percent(0.004, Locale::English), "0.4%");
        check(&times(8.82, Locale::Korean), "8.8배");
    }

    #[test]
    fn parameters_are_told_with_their_unit() {
        check(&measured(64, Measure::Gibibytes, Locale::English), "64 GiB");
        check(&measured(1, Measure::Cores, Locale::English), "1 core");
        check(&measured(16, Measure::Cores, Locale::Korean), "16코어");
        check(&measured(20_000, Measure::Count, Locale::Korean), "20,000");
    }
}
