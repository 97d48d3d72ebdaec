//! Why a number is what it is, in words: its name, its formula, its parts, what it depends on.

use super::josa::{Josa, with};
use super::number::{count, decimal_bytes, percent, significant};
use super::page::words;
use super::{Locale, answer, name, pick};
use crate::experiment::answer::{Dimension, Quantity};
use crate::experiment::explain::{Displayed, Explanation, Name, Rank, Rule, Term};
use crate::experiment::start;
use crate::units::Bytes;

pub mod measurement;
pub mod published;

words! {
    /// Heading of the formula.
    Formula => ("By which rule", "어떤 규칙으로"),
    /// Heading of the parts.
    Parts => ("What it is made of", "무엇으로 이루어졌나"),
    /// Head of a column of parts.
    Part => ("Part", "부분"),
    /// Head of the column of amounts.
    Amount => ("Amount", "크기"),
    /// Head of the column of shares.
    ShareOf => ("Share", "비율"),
    /// Heading of the constants.
    Depends => ("What it depends on", "무엇에 달려 있나"),
    /// What the list of constants is.
    DependsHow => (
        "Found by asking again with each constant a tenth larger. Put another value in its box: \
         the runs then really use it.",
        "상수를 하나씩 10분의 1 키워 다시 실행해 찾았습니다. 칸에 다른 값을 넣으면 실행이 실제로 그 값을 \
         씁니다."
    ),
    /// Nothing was found.
    DependsNot => (
        "No constant changes this number here.",
        "여기서는 이 숫자를 바꾸는 상수가 없습니다."
    ),
    /// Head of the column of constants.
    Constant => ("Constant and source", "상수와 출처"),
    /// Head of the column of values.
    Value => ("Value", "값"),
    /// Head of the column of ranges.
    Range => ("Range of the sources", "출처의 범위"),
    /// Head of the column of effects.
    Effect => ("If a tenth larger", "10분의 1 키우면"),
    /// Puts a constant back.
    Reset => ("Reset", "되돌리기"),
    /// Puts all constants back.
    ResetAll => ("Reset all", "모두 되돌리기"),
    /// Heading of published figures.
    Published => ("Published figures disagree", "공개된 수치는 서로 다르다"),
    /// Takes a published value over.
    Adopt => ("Adopt", "이 값 쓰기"),
    /// A published value that is in use.
    Adopted => ("in use", "사용 중"),
    /// Head of the column of conditions.
    Conditions => ("Measured how and where", "측정 방법과 장소"),
    /// Heading of the measurement.
    Measure => ("Hold your own measurement against it", "직접 잰 값과 견주기"),
    /// Label of the field.
    Paste => (
        "Paste the output of systemd-analyze, time docker run, hyperfine (JSON) or free -m",
        "systemd-analyze, time docker run, hyperfine(JSON), free -m의 출력을 붙여 넣으세요"
    ),
    /// That nothing leaves the page.
    PasteStays => (
        "It is read in this page and sent nowhere.",
        "이 페이지에서 읽을 뿐, 어디로도 보내지 않습니다."
    ),
    /// Head of the column of what was measured.
    Measured => ("Measured", "잰 값"),
    /// Head of the column of the model's value.
    Model => ("Model", "모형"),
    /// Head of the column of the difference.
    Difference => ("Difference", "차이"),
    /// The number is not shown any more.
    Gone => (
        "This number is not there with these settings.",
        "지금 설정에서는 이 숫자가 나오지 않습니다."
    ),
    /// While constants are tried.
    Trying => ("Asking again…", "다시 실행하는 중…"),
    /// A changed constant that no machine reads.
    NotRead => ("not used by these machines", "이 서버들은 쓰지 않음"),
}

/// The accessible name of a number that can be asked about.
#[must_use]
pub fn ask(told: &str, locale: Locale) -> String {
    match locale {
        Locale::English => format!("Why {told}?"),
        Locale::Korean => format!("왜 {told}?"),
    }
}

/// How many constants are changed.
#[must_use]
pub fn changed(many: usize, locale: Locale) -> String {
    match (locale, many) {
        (Locale::English, 1) => "1 constant changed".to_owned(),
        (Locale::English, many) => format!("{many} constants changed"),
        (Locale::Korean, many) => format!("바꾼 상수 {many}개"),
    }
}

/// The name of a number.
#[must_use]
pub fn displayed(of: Displayed, locale: Locale) -> String {
    let instance = |number: u32| match locale {
        Locale::English => format!("instance {}", count(u64::from(number) + 1, locale)),
        Locale::Korean => format!("인스턴스 {}", count(u64::from(number) + 1, locale)),
    };
    match of {
        Displayed::Figure(quantity) => answer::quantity(quantity, locale).to_owned(),
        Displayed::Ready(number) => match locale {
            Locale::English => format!("Time until ready, {}", instance(number)),
            Locale::Korean => format!("{} 준비 시간", instance(number)),
        },
        Displayed::Phase(number, phase) => {
            format!("{}, {}", name::phase(phase, locale), instance(number))
        }
        Displayed::Clock(clock, of) => {
            format!("{}, {}", name::clock(clock, locale), rank(of, locale))
        }
        Displayed::Held(owner) => name::owner(owner, locale).to_owned(),
        Displayed::HeldEach(owner) => match locale {
            Locale::English => format!("{}, on average each", name::owner(owner, locale)),
            Locale::Korean => format!("{}, 인스턴스 평균", name::owner(owner, locale)),
        },
        Displayed::Free => pick(locale, "Free memory", "남은 메모리").to_owned(),
        Displayed::Peak => pick(locale, "Most memory in use", "최대 사용 메모리").to_owned(),
        Displayed::Ballooned => {
            pick(locale, "Given back by balloon", "벌룬으로 되찾은 메모리").to_owned()
        }
        Displayed::MergingBookkeeping => {
            pick(locale, "Bookkeeping of merging", "병합 관리용 메모리").to_owned()
        }
        Displayed::Room => {
            pick(locale, "Room for further instances", "더 들어갈 인스턴스 수").to_owned()
        }
        Displayed::Ceiling(resource) => match locale {
            Locale::English => format!("Most instances by {}", name::resource(resource, locale)),
            Locale::Korean => format!("{} 기준 최대 인스턴스", name::resource(resource, locale)),
        },
        Displayed::DiskShared => pick(locale, "Disk taken once", "한 번만 쓰는 디스크").to_owned(),
        Displayed::DiskFree => pick(locale, "Free disk", "남은 디스크").to_owned(),
    }
}

const fn rank(of: Rank, locale: Locale) -> &'static str {
    match of {
        Rank::Least => pick(locale, "quickest", "가장 빠른 것"),
        Rank::Half => pick(locale, "median", "중앙값"),
        Rank::NineInTen => pick(locale, "90 %", "90 %"),
        Rank::NinetyNine => pick(locale, "99 %", "99 %"),
        Rank::Most => pick(locale, "slowest", "가장 느린 것"),
    }
}

/// Which of several instances a time is of.
const fn which(of: Displayed, locale: Locale) -> &'static str {
    let rank = match of {
        Displayed::Clock(_, rank) => rank,
        Displayed::Figure(Quantity::Start(start::Quantity::ReadyP90)) => Rank::NineInTen,
        Displayed::Figure(Quantity::Start(start::Quantity::ReadyP99)) => Rank::NinetyNine,
        Displayed::Figure(Quantity::Start(start::Quantity::AllReady)) => {
            return pick(locale, "the last", "마지막");
        }
        _ => Rank::Half,
    };
    match rank {
        Rank::Least => pick(locale, "the quickest", "가장 빠른 것"),
        Rank::Half => pick(locale, "the one in the middle", "한가운데 것"),
        Rank::NineInTen => {
            pick(locale, "the one that 90 % were no slower than", "90 %가 이보다 느리지 않은 것")
        }
        Rank::NinetyNine => {
            pick(locale, "the one that 99 % were no slower than", "99 %가 이보다 느리지 않은 것")
        }
        Rank::Most => pick(locale, "the slowest", "가장 느린 것"),
    }
}

/// Whether a number is of a disk, which is told in decimal units.
const fn is_disk(of: Displayed) -> bool {
    matches!(
        of,
        Displayed::DiskShared
            | Displayed::DiskFree
            | Displayed::Figure(Quantity::Start(start::Quantity::Disk | start::Quantity::DiskEach))
    )
}

/// A value as the Lab shows it; a negative one with its sign.
#[must_use]
pub fn value(of: Displayed, value: f64, dimension: Dimension, locale: Locale) -> String {
    if value < 0.0 {
        return format!("−{}", self::value(of, -value, dimension, locale));
    }
    if is_disk(of) && dimension == Dimension::Memory {
        return decimal_bytes(Bytes::from_f64(value), locale);
    }
    answer::value(value, dimension, locale)
}

/// What a term or a part is.
#[must_use]
pub fn term(of: Name, locale: Locale) -> String {
    let (english, korean) = match of {
        Name::Doing(phase) => return name::phase(phase, locale).to_owned(),
        Name::Waiting(wait) => {
            let what = name::wait(wait, locale);
            return match locale {
                Locale::English => format!("waiting for {what}"),
                Locale::Korean => format!("대기: {what}"),
            };
        }
        Name::Owner(owner) => return name::owner(owner, locale).to_owned(),
        Name::Figure(quantity) => return answer::quantity(quantity, locale).to_owned(),
        Name::Mechanism(mechanism) => return answer::mechanism(mechanism, locale),
        Name::Launch => ("until it was launched", "시작 차례까지"),
        Name::Total => ("all there is", "전체"),
        Name::Fixed => ("taken already", "이미 쓰는 몫"),
        Name::Each => ("for each instance", "인스턴스 하나"),
        Name::Free => ("free", "남은 몫"),
        Name::Instances => ("instances", "인스턴스"),
        Name::Host => ("the host’s own", "호스트 몫"),
        Name::Promised => ("promised to instances", "인스턴스에 약속한 몫"),
        Name::Swapped => ("written to swap", "스왑에 쓴 몫"),
        Name::Instance => ("instance", "인스턴스"),
        Name::HostKernel => ("the host’s kernel", "호스트 커널"),
        Name::GuestKernels => ("kernels of guests", "게스트 커널"),
        Name::Counted => ("counted in the run", "실행 중에 센 값"),
        Name::Rest => ("what is left", "나머지"),
    };
    pick(locale, english, korean).to_owned()
}

/// The formula with its current values, such as `(64 GiB − 2 GiB) ÷ 320 MiB = 198`; nothing where
/// there is no formula.
#[must_use]
pub fn formula(of: &Explanation, locale: Locale) -> Option<String> {
    let told = |term: &Term| value(of.of, term.value, term.dimension, locale);
    let result = value(of.of, of.value, of.dimension, locale);
    let joined = |sign: &str| of.terms.iter().map(told).collect::<Vec<_>>().join(sign);
    Some(match (of.rule, &of.terms[..]) {
        (Rule::Quotient | Rule::WholeQuotient, [_, _]) => format!("{} = {result}", joined(" ÷ ")),
        (Rule::Difference, [_, _, ..]) => format!("{} = {result}", joined(" − ")),
        (Rule::Product, [_, _, ..]) => format!("{} = {result}", joined(" × ")),
        (Rule::WholeShare, [total, fixed, each]) => {
            format!("({} − {}) ÷ {} = {result}", told(total), told(fixed), told(each))
        }
        _ => return None,
    })
}

/// The formula in names, such as `free ÷ for each instance`.
#[must_use]
pub fn formula_names(of: &Explanation, locale: Locale) -> String {
    let names: Vec<String> = of.terms.iter().map(|part| term(part.name, locale)).collect();
    match (of.rule, &names[..]) {
        (Rule::WholeShare, [total, fixed, each]) => format!("({total} − {fixed}) ÷ {each}"),
        (Rule::Difference, _) => names.join(" − "),
        (Rule::Product, _) => names.join(" × "),
        _ => names.join(" ÷ "),
    }
}

/// The rule in a sentence.
#[must_use]
pub fn rule(of: &Explanation, locale: Locale) -> String {
    match of.rule {
        Rule::Ranked { instance, of: all } => {
            let (number, all) = (count(u64::from(instance) + 1, locale), count(all.into(), locale));
            let which = which(of.of, locale);
            match locale {
                Locale::English => format!(
                    "It is the time of instance {number}: {which} of the {all} that got there. \
                     These are its phases and waits."
                ),
                Locale::Korean => format!(
                    "인스턴스 {number}번의 시간입니다. 여기까지 온 {all}개 가운데 {which}입니다. 아래는 \
                     그 인스턴스의 단계와 대기입니다."
                ),
            }
        }
        Rule::Sum => pick(locale, "The sum of these parts.", "아래 부분의 합입니다.").to_owned(),
        Rule::Observed => pick(
            locale,
            "Counted or measured while the run went on: no formula gives it without running.",
            "실행하면서 세거나 잰 값입니다. 실행하지 않고 구하는 식은 없습니다.",
        )
        .to_owned(),
        Rule::WholeQuotient | Rule::WholeShare => {
            let names = formula_names(of, locale);
            match locale {
                Locale::English => format!("{names}, rounded down."),
                Locale::Korean => format!("{names}, 소수점 아래는 버립니다."),
            }
        }
        Rule::Quotient | Rule::Difference | Rule::Product => {
            format!("{}.", formula_names(of, locale))
        }
    }
}

/// What becomes of the number when a constant is a tenth larger.
#[must_use]
pub fn effect(ratio: f64) -> String {
    let sign = if ratio < 0.0 { "−" } else { "+" };
    format!("{sign}{}\u{a0}%", significant(ratio.abs() * 100.0, 2))
}

/// A part's share of the whole.
#[must_use]
pub fn share(part: f64, whole: f64, locale: Locale) -> String {
    if whole <= 0.0 || part < 0.0 { "–".to_owned() } else { percent(part / whole, locale) }
}

/// The label of the box in which a constant is given another value.
#[must_use]
pub fn another_value(path: &str, unit: &str, locale: Locale) -> String {
    let unit = if unit.is_empty() { String::new() } else { format!(" ({unit})") };
    match locale {
        Locale::English => format!("Value of {path}{unit}"),
        Locale::Korean => format!("{path} 값{unit}"),
    }
}

/// The name of the button that puts a constant back.
#[must_use]
pub fn reset_of(path: &str, locale: Locale) -> String {
    match locale {
        Locale::English => format!("Reset {path}"),
        Locale::Korean => format!("{} 되돌리기", with(path, Josa::Object)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::why::{displayed as all, explain};
    use crate::scenario::{PRESETS, Side};
    use crate::units::Time;

    #[test]
    fn every_explanation_has_words_in_both_languages() {
        for row in PRESETS.iter().filter(|row| row.scenario().mode.is_start()).take(4) {
            let mut scenario = row.scenario();
            scenario.instances = scenario.instances.min(3);
            for of in all(&scenario, Side::A) {
                let told = explain(&scenario, Side::A, of, Time::NEVER).expect("it is shown");
                for locale in [Locale::English, Locale::Korean] {
                    assert!(!displayed(of, locale).is_empty());
                    assert!(!rule(&told, locale).is_empty());
                    let parts = told.parts.iter().chain(&told.terms);
                    assert!(parts.map(|part| term(part.name, locale)).all(|name| !name.is_empty()));
                    let formula = formula(&told, locale).unwrap_or_default();
                    assert!(!formula.contains("NaN"), "{formula}");
                }
            }
        }
    }
}
