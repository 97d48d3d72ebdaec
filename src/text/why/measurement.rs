//! Pasted measurements in words: what was measured, what differs, what was not understood.

use crate::experiment::answer::Dimension;
use crate::scenario::measurement::{Assumed, Expected, MeasurementProblem, Reading, Subject, Tool};
use crate::text::number::{count, significant};
use crate::text::{Locale, answer, pick};

/// Which tool printed it.
#[must_use]
pub const fn tool(of: Tool) -> &'static str {
    match of {
        Tool::SystemdAnalyze => "systemd-analyze",
        Tool::Time => "time",
        Tool::Hyperfine => "hyperfine",
        Tool::Free => "free",
    }
}

/// What was measured.
#[must_use]
pub const fn subject(of: Subject, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        Subject::Firmware => ("firmware", "펌웨어"),
        Subject::Loader => ("boot loader", "부트 로더"),
        Subject::Kernel => ("kernel", "커널"),
        Subject::Initrd => ("initial file system", "초기 파일 시스템"),
        Subject::UserSpace => ("user space", "사용자 공간"),
        Subject::Boot => ("whole boot", "부팅 전체"),
        Subject::Command => ("whole command", "명령 전체"),
        Subject::User => ("processor time, user", "프로세서 시간(사용자)"),
        Subject::System => ("processor time, kernel", "프로세서 시간(커널)"),
        Subject::Total => ("installed memory", "전체 메모리"),
        Subject::Used => ("memory in use", "사용 메모리"),
        Subject::Free => ("free memory", "빈 메모리"),
        Subject::Cache => ("page cache", "페이지 캐시"),
        Subject::Available => ("available memory", "쓸 수 있는 메모리"),
        Subject::Swapped => ("swap in use", "사용 중인 스왑"),
    };
    pick(locale, english, korean)
}

/// The dimension of what was measured.
#[must_use]
pub const fn dimension(of: Subject) -> Dimension {
    if of.is_memory() { Dimension::Memory } else { Dimension::Time }
}

/// A measured value, with the spread of several runs.
#[must_use]
pub fn value(of: &Reading, locale: Locale) -> String {
    let told = |value: f64| answer::value(value, dimension(of.subject), locale);
    let mut text = told(of.value);
    if let Some(deviation) = of.deviation {
        text.extend([" ± ", told(deviation).as_str()]);
    }
    if let Some([low, high]) = of.range {
        let runs = count(of.runs.into(), locale);
        text.extend([match locale {
            Locale::English => format!(" ({} to {}, {runs} runs)", told(low), told(high)),
            Locale::Korean => format!(" ({}~{}, {runs}회)", told(low), told(high)),
        }]);
    }
    text
}

/// How the model's value compares with a measured one.
#[must_use]
pub fn difference(measured: &Reading, model: f64, locale: Locale) -> String {
    if let Some([low, high]) = measured.range
        && (low..=high).contains(&model)
    {
        return pick(locale, "within your runs", "잰 값의 범위 안").to_owned();
    }
    if measured.value <= 0.0 || model <= 0.0 {
        return "–".to_owned();
    }
    let ratio = model / measured.value;
    let (times, more) = if ratio >= 1.0 { (ratio, true) } else { (1.0 / ratio, false) };
    if times < 1.05 {
        return pick(locale, "about the same", "거의 같음").to_owned();
    }
    let times = significant(times, 2);
    match (locale, more) {
        (Locale::English, true) => format!("the model says {times} times as much"),
        (Locale::English, false) => format!("you measured {times} times as much"),
        (Locale::Korean, true) => format!("모형이 {times}배"),
        (Locale::Korean, false) => format!("잰 값이 {times}배"),
    }
}

/// Where a measured value lies among the published ones.
#[must_use]
pub fn place(measured: f64, range: [f64; 2], subject: Subject, locale: Locale) -> String {
    let [low, high] = range.map(|end| answer::value(end, dimension(subject), locale));
    let where_ = if measured < range[0] {
        pick(locale, "below", "아래")
    } else if measured > range[1] {
        pick(locale, "above", "위")
    } else {
        pick(locale, "within", "안")
    };
    match locale {
        Locale::English => format!("{where_} what was published ({low} to {high})"),
        Locale::Korean => format!("공개된 범위({low}~{high}) {where_}"),
    }
}

/// A unit that was taken for granted.
#[must_use]
pub fn assumed(of: Assumed, locale: Locale) -> String {
    let unit = match of {
        Assumed::Bytes => pick(locale, "bytes", "바이트"),
        Assumed::Kibibytes => "KiB",
        Assumed::Mebibytes => "MiB",
    };
    match locale {
        Locale::English => {
            format!("The text does not say its unit; by its size it was taken as {unit}.")
        }
        Locale::Korean => format!("단위가 적혀 있지 않아 크기로 보아 {unit}로 읽었습니다."),
    }
}

const fn expected(of: Expected, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        Expected::AnyTool => (
            "the output of systemd-analyze, time, hyperfine or free",
            "systemd-analyze, time, hyperfine, free 중 하나의 출력",
        ),
        Expected::Duration => {
            ("a time such as 0m0.541s or 1min 2.3s", "0m0.541s, 1min 2.3s 같은 시간")
        }
        Expected::Stages => (
            "stages such as 640ms (kernel) + 1.667s (userspace)",
            "640ms (kernel) + 1.667s (userspace) 같은 단계",
        ),
        Expected::Results => (
            "the JSON of hyperfine: results with mean, min and max",
            "hyperfine의 JSON: mean, min, max가 든 results",
        ),
        Expected::Columns => (
            "a heading “total used free …” above “Mem:”",
            "‘Mem:’ 위에 있는 ‘total used free …’ 제목 줄",
        ),
        Expected::Amount => ("an amount such as 512, 64Mi or 15Gi", "512, 64Mi, 15Gi 같은 양"),
    };
    pick(locale, english, korean)
}

/// Why a text says nothing.
#[must_use]
pub fn problem(of: &MeasurementProblem, locale: Locale) -> String {
    match of {
        MeasurementProblem::Empty => {
            pick(locale, "There is nothing in it.", "내용이 없습니다.").to_owned()
        }
        MeasurementProblem::TooLong { .. } => pick(
            locale,
            "The text is too long for a measurement. Paste only the lines with the numbers.",
            "측정 결과라기에는 글이 너무 깁니다. 숫자가 있는 줄만 붙여 넣으세요.",
        )
        .to_owned(),
        MeasurementProblem::Unexpected { line, found, expected: wanted } => {
            let wanted = expected(*wanted, locale);
            match locale {
                Locale::English => {
                    format!("Line {line}: found “{found}”, but expected {wanted}.")
                }
                Locale::Korean => {
                    format!("{line}행: ‘{found}’ 대신 다음이 있어야 합니다: {wanted}.")
                }
            }
        }
    }
}
