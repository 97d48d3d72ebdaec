//! The same run with other seeds: means with their intervals, and whether the runs are enough.

use yew::prelude::*;

use super::starter;
use crate::app::work::{Form, Found, Order, Place, Study};
use crate::parts::desk::Desk;
use crate::parts::settings::{menu, number};
use crate::parts::take::TakeAway;
use crate::scenario::Scenario;
use crate::scenario::study::replicate::{Estimates, RUNS_MOST};
use crate::scenario::study::{Confidence, Estimate};
use crate::text::explore::{self, Word};
use crate::text::lab::Label;
use crate::text::{Locale, answer as answers, study};
use crate::view::answer::pair::sample;
use crate::view::answer::platform_names;

/// What the panel needs.
#[derive(Clone, PartialEq, Properties)]
pub struct RepeatProps {
    /// What is repeated.
    pub scenario: Scenario,
    /// The link of the scenario.
    pub link: AttrValue,
    /// Where it is run.
    pub desk: Desk,
    /// Language.
    pub locale: Locale,
}

/// The panel.
#[component]
pub fn Repeat(props: &RepeatProps) -> Html {
    let RepeatProps { scenario, link, desk, locale } = props;
    let locale = *locale;
    let work = desk.works.at(Place::Repetitions);
    // What was run with other settings of the Lab is not shown for these.
    let asked = work.order.as_deref().and_then(|order| match &order.study {
        Study::Repeated { link: of, runs, confidence } if **of == **link => {
            Some((u64::from(*runs), *confidence))
        }
        _ => None,
    });
    let chosen = use_state_eq(|| asked.unwrap_or((20, Confidence::NinetyFive)));
    let (runs, confidence) = *chosen;
    let study = Study::Repeated {
        link: link.to_string(),
        runs: u32::try_from(runs).unwrap_or(RUNS_MOST),
        confidence,
    };
    let start = {
        let study = study.clone();
        let order = move || Some(Order { study: study.clone(), form: Form::Shown, locale });
        desk.asker(Place::Repetitions, order)
    };
    let standing = asked.map(|_| work.standing).unwrap_or_default();
    let found = asked.and(work.found.as_deref());
    let levels: Vec<String> =
        Confidence::ALL.iter().map(|level| format!("{} %", level.percent())).collect();
    let level = Confidence::ALL.iter().position(|level| *level == confidence).unwrap_or(1);
    let set_runs = {
        let set = chosen.setter();
        Callback::from(move |runs: u64| set.set((runs, confidence)))
    };
    let set_level = {
        let set = chosen.setter();
        Callback::from(move |place: usize| {
            set.set((runs, Confidence::ALL.get(place).copied().unwrap_or_default()));
        })
    };
    html! {
        <section class="study" aria-labelledby="repeat-title">
            <h3 id="repeat-title">{ Word::Repeat.say(locale) }</h3>
            <p class="hint">{ Word::RepeatWords.say(locale) }</p>
            <div class="study-controls">
                { number("repeat-runs", Word::Runs.say(locale), (2, runs, 1000), "", set_runs) }
                { menu("repeat-confidence", Word::Confidence.say(locale), &levels, level,
                    set_level) }
            </div>
            { starter(Word::RunRepeat.say(locale), standing, &start,
                &desk.canceller(Place::Repetitions), locale) }
            <TakeAway desk={desk.clone()} {study} {locale} />
            <div>{ match found {
                Some(Found::Repeated { runs: 2.., precision, estimates }) => {
                    table(estimates, *precision, scenario, locale)
                }
                _ => html! { <p class="hint">{ Word::NothingYet.say(locale) }</p> },
            } }</div>
        </section>
    }
}

fn table(of: &[Estimates], precision: f64, scenario: &Scenario, locale: Locale) -> Html {
    let names = platform_names(scenario, locale);
    let heads = ["A", "B"].into_iter().zip(&names).enumerate();
    html! {
        <div class="table-frame" tabindex="0" role="group"
            aria-label={Label::AsTable.say(locale)}>
            <table class="repeat">
                <thead><tr>
                    <th scope="col">{ explore::Word::Quantity.say(locale) }</th>
                    { for heads.map(|(side, (letter, name))| html! {
                        <th key={letter} scope="col">{ sample(side) }
                            { format!("{letter} {name}") }</th>
                    }) }
                    <th scope="col" class="pair-drawn">{ Word::Interval.say(locale) }</th>
                    <th scope="col">{ Word::Difference.say(locale) }</th>
                    <th scope="col">{ Word::Enough.say(locale) }</th>
                </tr></thead>
                <tbody>{ for of.iter().enumerate().map(|(at, row)| {
                    one_row(at, row, precision, locale)
                }) }</tbody>
            </table>
        </div>
    }
}

fn one_row(at: usize, row: &Estimates, precision: f64, locale: Locale) -> Html {
    let told = |of: &Option<Estimate>| match of {
        Some(of) => {
            let value = |value: f64| study::signed(value, row.quantity.dimension(), locale);
            match of.half_width {
                Some(half) if half > 0.0 => format!("{} ± {}", value(of.mean), value(half)),
                _ => value(of.mean),
            }
        }
        None => "–".to_owned(),
    };
    let sure = row.difference.and_then(|of| of.interval()).map(|[low, high]| {
        if low > 0.0 || high < 0.0 { Word::NoChance } else { Word::MayBeChance }
    });
    let equal = row.difference.is_some_and(|of| of.mean == 0.0 && of.deviation == 0.0);
    let sure = sure.filter(|_| !equal).map(|word| word.say(locale));
    html! {
        <tr key={at}>
            <th scope="row">{ answers::quantity(row.quantity, locale) }</th>
            <td>{ told(&row.sides[0]) }</td>
            <td>{ told(&row.sides[1]) }</td>
            <td class="pair-drawn">{ intervals(row.sides) }</td>
            <td>{ told(&row.difference) }<p class="note">{ sure }</p></td>
            <td class="text">{ explore::enough(row.sides, precision, locale) }</td>
        </tr>
    }
}

/// Two means with their intervals, on one scale that begins at nothing.
fn intervals(sides: [Option<Estimate>; 2]) -> Html {
    let end = |of: &Estimate| of.interval().map_or(of.mean, |[_, high]| high);
    let most = sides.iter().flatten().map(end).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    let at = |value: f64| format!("{:.2}%", (value / most).clamp(0.0, 1.0) * 97.0 + 1.0);
    let mark = |side: usize| {
        let of = sides[side]?;
        let [low, high] = of.interval().unwrap_or([of.mean; 2]);
        let (y, class) = if side == 0 { ("5", "line-a") } else { ("15", "line-b") };
        Some(html! {
            <g key={side}>
                <line class={class} x1={at(low)} x2={at(high)} y1={y} y2={y} />
                <circle class={if side == 0 { "bar-a" } else { "bar-b" }} cx={at(of.mean)} cy={y}
                    r="3.5" />
            </g>
        })
    };
    html! {
        <svg class="pair-bars" aria-hidden="true" width="100%" height="20">
            { for [0, 1].into_iter().filter_map(mark) }
        </svg>
    }
}
