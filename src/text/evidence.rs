//! Words about where a number comes from: its unit, and how sure we are of it.

use super::number::significant;
use super::{Locale, pick};
use crate::catalog::{Measured, Standing, Unit};
use crate::experiment::validate::{Lacking, Tolerance};

/// How we came to a number.
#[must_use]
pub const fn standing(standing: Standing, locale: Locale) -> &'static str {
    let (english, korean) = match standing {
        Standing::Raw => ("computed from published raw data", "공개 원자료에서 계산"),
        Standing::Own => ("measured by us", "직접 측정"),
        Standing::Primary => ("read in the source", "원문 확인"),
        Standing::Secondary => ("cited by another text", "다른 글의 인용"),
        Standing::Memory => ("from memory", "기억에 의존"),
        Standing::Assumption => ("assumption", "가정"),
    };
    pick(locale, english, korean)
}

/// A mark that goes before the weakest, so that colour is not needed to see them.
#[must_use]
pub const fn mark(standing: Standing) -> &'static str {
    match standing {
        Standing::Raw | Standing::Own | Standing::Primary => "●",
        Standing::Secondary => "◐",
        Standing::Memory | Standing::Assumption => "○",
    }
}

/// The unit of a constant.
#[must_use]
pub const fn unit(unit: Unit, locale: Locale) -> &'static str {
    let (english, korean) = match unit {
        Unit::Seconds => ("s", "초"),
        Unit::Milliseconds => ("ms", "ms"),
        Unit::Microseconds => ("µs", "µs"),
        Unit::Nanoseconds => ("ns", "ns"),
        Unit::Bytes => ("B", "B"),
        Unit::Megabytes => ("MB", "MB"),
        Unit::Mebibytes => ("MiB", "MiB"),
        Unit::MegabytesPerSecond => ("MB/s", "MB/s"),
        Unit::PerSecond => ("per s", "회/초"),
        Unit::Cycles => ("cycles", "사이클"),
        Unit::Gigahertz => ("GHz", "GHz"),
        Unit::Ratio => ("×", "배"),
        Unit::Count => ("", "개"),
    };
    pick(locale, english, korean)
}

/// The value that the model uses, with its unit.
#[must_use]
pub fn typical(value: &Measured, locale: Locale) -> String {
    let (number, unit) = (significant(value.typical, 3), unit(value.unit, locale));
    format!("{number}\u{a0}{unit}").trim_end().to_owned()
}

/// How close a simulated value must come to a published one.
#[must_use]
pub fn tolerance(tolerance: Tolerance, locale: Locale) -> String {
    match tolerance {
        Tolerance::Within(ratio) => format!("±{}\u{a0}%", significant(ratio * 100.0, 3)),
        Tolerance::Factor(factor) => format!("×÷\u{a0}{}", significant(factor, 3)),
        Tolerance::AtLeast => pick(locale, "or more", "이상").to_owned(),
        Tolerance::AtMost => pick(locale, "or less", "이하").to_owned(),
    }
}

/// Why a published result is known to be missed.
#[must_use]
pub const fn lacking(lacking: Lacking, locale: Locale) -> &'static str {
    let (english, korean) = match lacking {
        Lacking::MachineType => (
            "The one published comparison has this machine type save a quarter of QEMU’s start; \
             the row’s newer build saves three quarters, and where is not known.",
            "공개된 유일한 비교에서 이 머신 유형은 QEMU 시작 시간의 4분의 1만 줄입니다. 이 행의 새 \
             빌드는 4분의 3을 줄이며, 어디서 줄이는지는 알려져 있지 않습니다.",
        ),
        Lacking::TranslatedServer => (
            "What the translated guest spent besides packets, calls, faults and switches is not \
             published.",
            "이진 변환 게스트가 패킷, 호출, 폴트, 전환 말고 어디에 시간을 썼는지는 공개되지 않았습니다.",
        ),
    };
    pick(locale, english, korean)
}

/// The range that sources report or that we judge possible.
#[must_use]
pub fn range(value: &Measured) -> String {
    format!("{}–{}", significant(value.low, 3), significant(value.high, 3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::constants;

    #[test]
    fn every_constant_is_told_in_both_languages() {
        for constant in constants() {
            for locale in [Locale::English, Locale::Korean] {
                let told = typical(&constant.value, locale);
                assert!(told.starts_with(|first: char| first.is_ascii_digit()), "{told}");
                assert!(!standing(constant.value.source.standing, locale).is_empty());
            }
            assert!(range(&constant.value).contains('–'));
        }
    }
}
