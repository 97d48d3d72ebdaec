//! Lengths of time as tools print them, in seconds.

use super::number;

/// `1h 2min 3.456s`, `265ms`, `12us`: numbers with their units, one after the other.
pub(super) fn with_units(text: &str) -> Option<f64> {
    let mut rest = text.trim();
    let mut sum = 0.0;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| c.is_alphabetic() || c.is_whitespace())?;
        let amount = number(&rest[..digits])?;
        rest = rest[digits..].trim_start();
        let letters = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let scale = match &rest[..letters] {
            "us" | "µs" | "μs" | "micros" => 1e-6,
            "ms" | "millis" => 1e-3,
            "s" | "sec" | "secs" | "seconds" => 1.0,
            "m" | "min" | "mins" | "minutes" => 60.0,
            "h" | "hours" => 3600.0,
            "d" => 86_400.0,
            _ => return None,
        };
        sum += amount * scale;
        rest = rest[letters..].trim_start();
    }
    (text.trim() != "").then_some(sum)
}

/// `0:00.54`, `1:02:03` or `12.5`: hours, minutes and seconds between colons.
pub(super) fn with_colons(text: &str) -> Option<f64> {
    let parts: Vec<&str> = text.trim().split(':').collect();
    if parts.len() > 3 {
        return None;
    }
    parts.into_iter().try_fold(0.0, |sum, part| Some(sum * 60.0 + number(part)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_read_in_every_form() {
        let close = |one: Option<f64>, other: f64| {
            assert!(one.is_some_and(|one| (one - other).abs() < 1e-9), "{one:?} is not {other}");
        };
        close(with_units("1min 2.345s"), 62.345);
        close(with_units("265ms"), 0.265);
        close(with_units("0m0.541s"), 0.541);
        close(with_units("0m0,541s"), 0.541);
        close(with_units("1h 2min 3s"), 3723.0);
        close(with_colons("0:00.54"), 0.54);
        close(with_colons("1:02:03"), 3723.0);
        for text in ["", "s", "1.2.3s", "-1s", "1e9s", "12", "1 parsec", "nan", "1:2:3:4"] {
            assert_eq!(with_units(text), None, "{text}");
        }
        assert_eq!(with_colons("1:x"), None);
    }
}
