//! The words of exploring: one setting over its range, and the same run with other seeds; and of
//! the page of published results.

use super::page::words;
use super::{Locale, number, pick};
use crate::scenario::study::Estimate;

words! {
    /// Title of the sweep.
    Sweep => ("One setting over its range, or two", "설정 하나 또는 둘을 끝에서 끝까지"),
    /// Title of the repetitions.
    Repeat => ("The same run with other seeds", "시드만 바꿔 되풀이하기"),
    /// What repetitions are for.
    RepeatWords => (
        "Equal starts differ a little, as repeated measurements do. How much of a difference is \
         chance, and are these runs enough to tell? Both machines of a run have the same luck.",
        "같은 시작도 반복 측정처럼 조금씩 다릅니다. 차이 가운데 우연은 얼마이고, 이만큼 되풀이하면 \
         충분할까요? 한 번의 실행에서 두 서버의 운은 같습니다."
    ),
    /// Choice of the parameter.
    Setting => ("Setting", "설정"),
    /// Choice of a second parameter.
    ForEach => ("For each value of", "다음 설정의 값마다"),
    /// No second parameter.
    NoOther => ("no other setting", "다른 설정 없음"),
    /// Choice of the machine.
    OfMachine => ("Of machine", "대상 서버"),
    /// Both machines.
    BothMachines => ("both", "둘 다"),
    /// Lower end.
    From => ("From", "부터"),
    /// Upper end.
    To => ("To", "까지"),
    /// How many values.
    Steps => ("Values", "값의 수"),
    /// Choice of the quantity.
    Quantity => ("Look at", "볼 항목"),
    /// Begins the sweep.
    RunSweep => ("Run the sweep", "범위 실행"),
    /// How many runs.
    Runs => ("Runs", "실행 횟수"),
    /// How sure.
    Confidence => ("Confidence", "신뢰 수준"),
    /// Begins the repetitions.
    RunRepeat => ("Repeat", "되풀이 실행"),
    /// Before anything was run.
    NothingYet => (
        "Nothing has been run yet.",
        "아직 실행하지 않았습니다."
    ),
    /// The order never changes.
    NoCrossing => (
        "The order of the two machines does not change in this range.",
        "이 범위에서 두 서버의 순서는 바뀌지 않습니다."
    ),
    /// Another quantity was looked at.
    OtherQuantity => (
        "Run again to look for the place where this quantity turns over.",
        "이 항목이 뒤집히는 곳을 찾으려면 다시 실행하세요."
    ),
    /// Column: mean with interval.
    Difference => ("B less A", "B − A"),
    /// Column: enough.
    Enough => ("Enough runs?", "횟수가 충분한가"),
    /// Column: drawing.
    Interval => ("Mean and interval", "평균과 구간"),
    /// The difference may be chance.
    MayBeChance => ("may be chance", "우연일 수 있음"),
    /// The difference is no chance.
    NoChance => ("more than chance", "우연이 아님"),
    /// Some values have no answer.
    Gap => ("no answer", "답 없음"),
    /// Title of the table of published results.
    Published => ("Published results, simulated again", "발표된 결과의 재현"),
    /// Runs the table.
    RunEvidence => ("Run again", "다시 실행"),
    /// Column: row.
    Row => ("Row", "번호"),
    /// Column: what was measured.
    Measured => ("What was measured", "측정한 것"),
    /// Column: published value.
    Expected => ("Published", "발표값"),
    /// Column: tolerance.
    Tolerance => ("Tolerance", "허용 오차"),
    /// Column: the model's value.
    Simulated => ("Simulated", "시뮬레이션"),
    /// Column: error.
    Error => ("Error", "오차"),
    /// Column: verdict.
    Verdict => ("Verdict", "판정"),
    /// Close enough.
    Passes => ("passes", "통과"),
    /// Not close enough.
    Misses => ("misses", "빗나감"),
    /// Title of the constants.
    Constants => ("Where the numbers come from", "수치의 출처"),
    /// What the constants are.
    ConstantsWords => (
        "Every constant of the model with its range and source. None comes from the table above.",
        "모델의 모든 상수와 범위, 출처입니다. 위 표에서 온 값은 하나도 없습니다."
    ),
    /// Opens the constants.
    ShowConstants => ("Show all constants", "모든 상수 보기"),
}

/// Whether the runs are enough for a precision of so much, 0 to 1.
#[must_use]
pub fn enough(estimates: [Option<Estimate>; 2], precision: f64, locale: Locale) -> String {
    let told: Vec<&Estimate> = estimates.iter().flatten().collect();
    let precision = number::percent(precision, locale);
    let wanted = told.iter().map(|of| of.enough).collect::<Option<Vec<u64>>>();
    let runs = told.iter().map(|of| u64::from(of.runs)).min().unwrap_or(0);
    match wanted.and_then(|wanted| wanted.into_iter().max()) {
        Some(wanted) if wanted <= runs => match locale {
            Locale::English => format!("✓ yes, for ±{precision}"),
            Locale::Korean => format!("✓ ±{precision}에 충분"),
        },
        Some(wanted) => {
            let wanted = number::count(wanted, locale);
            match locale {
                Locale::English => format!("✗ about {wanted} for ±{precision}"),
                Locale::Korean => format!("✗ ±{precision}에 약 {wanted}번 필요"),
            }
        }
        None => pick(locale, "cannot be told", "알 수 없음").to_owned(),
    }
}

/// How many rows pass, and out of how many.
#[must_use]
pub fn tally(passed: usize, of: usize, locale: Locale) -> String {
    let [passed, of] = [passed, of].map(|many| number::count(many as u64, locale));
    match locale {
        Locale::English => format!("{passed} of {of} values are close enough."),
        Locale::Korean => format!("{of}개 값 중 {passed}개가 허용 오차 안에 있습니다."),
    }
}

/// What the page of exploring is about: the question and both machines, in either language.
#[must_use]
pub fn about(question: &str, [a, b]: &[String; 2]) -> String {
    format!("{question}: A {a}, B {b}")
}

/// Values at which there is no answer, and why.
#[must_use]
pub fn gaps(count: usize, reason: &str, locale: Locale) -> String {
    let count = number::count(count as u64, locale);
    match locale {
        Locale::English => format!("No answer at {count} values. {reason}"),
        Locale::Korean => format!("값 {count}개에서는 답이 없습니다. {reason}"),
    }
}
