//! Repetitions: means with their intervals, and how many runs are enough.

use serde::Serialize;

use super::grid::{Csv, Grid, raw, word};
use super::{Format, head, json, side_key, unit};
use crate::experiment::answer::Quantity;
use crate::scenario::Side;
use crate::scenario::study::replicate::{Estimates, Sample};
use crate::scenario::study::{Estimate, Replication, Told, value};
use crate::text::number::{percent, significant};
use crate::text::study::{enough, gap, signed};
use crate::text::{Locale, answer, name};

/// Repetitions in some form.
#[must_use]
pub fn replicated(of: &Replication, format: Format, locale: Locale) -> String {
    match format {
        Format::Table => table(of, locale),
        Format::Csv => csv(of),
        Format::Json => json(of),
    }
}

/// What an estimate is about, and its key.
fn subjects(of: &Estimates) -> [(&'static str, &'static str, Option<Estimate>); 3] {
    let [a, b] = of.sides;
    [
        (name::side(Side::A), side_key(Side::A), a),
        (name::side(Side::B), side_key(Side::B), b),
        ("B − A", "difference", of.difference),
    ]
}

fn table(of: &Replication, locale: Locale) -> String {
    let spec = &of.spec;
    let mut text = head(&spec.scenario, locale);
    let runs = of.samples.len();
    let (level, goal) = (spec.confidence.percent(), percent(spec.precision, locale));
    let told = match locale {
        Locale::English => format!(
            "{runs} runs, seeds from {}; intervals hold the mean with {level} % confidence; \
             the last column says how many runs bring it within {goal}.",
            spec.scenario.seed
        ),
        Locale::Korean => format!(
            "{runs}회 실행, 시드 {}부터. 구간은 신뢰도 {level} %로 평균을 담습니다. 마지막 열은 \
             평균의 ±{goal} 안에 들려면 몇 번이면 충분한지입니다.",
            spec.scenario.seed
        ),
    };
    text.extend([format!("{told}\n\n")]);
    let head = [
        ("", ""),
        ("", ""),
        ("mean", "평균"),
        ("±", "±"),
        ("deviation", "표준편차"),
        ("runs enough", "충분한 횟수"),
    ];
    let mut grid = Grid::new(2, head.map(|(en, ko)| word(locale, en, ko)).to_vec());
    for estimates in &of.estimates {
        for (place, (subject, _, estimate)) in subjects(estimates).into_iter().enumerate() {
            let Some(estimate) = estimate else { continue };
            let quantity =
                if place == 0 { answer::quantity(estimates.quantity, locale) } else { "" };
            grid.row(row(quantity, subject, &estimate, estimates.quantity, locale));
        }
    }
    text.push_str(&grid.text());
    for side in Side::BOTH {
        let reason = of.samples.iter().find_map(|sample| sample.sides[side.index()].as_ref().err());
        if let Some(reason) = reason {
            text.extend([format!("\n{}: {}\n", name::side(side), gap(reason, locale))]);
        }
    }
    if !spec.scenario.spread {
        let note = word(
            locale,
            "\nStarts do not vary in this scenario, so the seed changes nothing.\n",
            "\n이 시나리오는 시작 시간 변동이 꺼져 있어 시드를 바꿔도 결과가 같습니다.\n",
        );
        text.push_str(&note);
    }
    text
}

fn row(
    label: &str,
    subject: &str,
    of: &Estimate,
    quantity: Quantity,
    locale: Locale,
) -> Vec<String> {
    let value = |value: f64| signed(value, quantity.dimension(), locale);
    vec![
        label.to_owned(),
        subject.to_owned(),
        value(of.mean),
        of.half_width.map(value).unwrap_or_default(),
        if of.deviation > 0.0 { value(of.deviation) } else { significant(0.0, 1) },
        enough(of, locale),
    ]
}

fn csv(of: &Replication) -> String {
    let head =
        ["quantity", "unit", "subject", "runs", "mean", "deviation", "low", "high", "enough"];
    let mut csv = Csv::new(head.map(str::to_owned).to_vec());
    for estimates in &of.estimates {
        for (_, subject, estimate) in subjects(estimates) {
            let Some(estimate) = estimate else { continue };
            let ends = estimate.interval();
            csv.row(vec![
                estimates.quantity.key().to_owned(),
                unit(estimates.quantity.dimension()).to_owned(),
                subject.to_owned(),
                estimate.runs.to_string(),
                raw(Some(estimate.mean)),
                raw(Some(estimate.deviation)),
                raw(ends.map(|[low, _]| low)),
                raw(ends.map(|[_, high]| high)),
                estimate.enough.map(|runs| runs.to_string()).unwrap_or_default(),
            ]);
        }
    }
    csv.text()
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    asked: json::Asked<'a>,
    runs: usize,
    confidence: f64,
    precision: f64,
    estimates: Vec<EstimatesTold>,
    samples: Vec<SampleTold>,
    sources: Vec<json::SourceTold>,
}

#[derive(Serialize)]
struct EstimatesTold {
    #[serde(flatten)]
    quantity: json::Named,
    a: Option<EstimateTold>,
    b: Option<EstimateTold>,
    difference: Option<EstimateTold>,
}

#[derive(Serialize)]
struct EstimateTold {
    runs: u32,
    mean: f64,
    deviation: f64,
    half_width: Option<f64>,
    enough: Option<u64>,
}

#[derive(Serialize)]
struct SampleTold {
    seed: u64,
    a: Option<Vec<Option<f64>>>,
    b: Option<Vec<Option<f64>>>,
}

fn json(of: &Replication) -> String {
    let estimate = |of: Option<Estimate>| {
        let Estimate { runs, mean, deviation, half_width, enough } = of?;
        Some(EstimateTold { runs, mean, deviation, half_width, enough })
    };
    let values = |told: &Told| {
        told.as_ref().ok()?;
        Some(of.estimates.iter().map(|one| value(told, one.quantity)).collect())
    };
    let sample = |sample: &Sample| SampleTold {
        seed: sample.seed,
        a: values(&sample.sides[0]),
        b: values(&sample.sides[1]),
    };
    json::text(&Document {
        asked: json::Asked::new("replication", &of.spec.scenario),
        runs: of.samples.len(),
        confidence: of.spec.confidence.level(),
        precision: of.spec.precision,
        estimates: of
            .estimates
            .iter()
            .map(|one| EstimatesTold {
                quantity: json::named(one.quantity),
                a: estimate(one.sides[0]),
                b: estimate(one.sides[1]),
                difference: estimate(one.difference),
            })
            .collect(),
        samples: of.samples.iter().map(sample).collect(),
        sources: json::sources(&of.spec.scenario),
    })
}
