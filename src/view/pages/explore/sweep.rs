//! One setting over a range: a chart of both machines, and where their order turns over.

use std::rc::Rc;

use yew::prelude::*;

use super::settings::{menu, number};
use super::{quantities, starter};
use crate::app::work::{Form, Found, Order, Place, Standing, Study, Work};
use crate::experiment::answer::Quantity;
use crate::scenario::study::axis::Axis;
use crate::scenario::study::sweep::{Crossing, Spec};
use crate::scenario::study::{Gap, Swept, value};
use crate::scenario::{
    Kind, PARAMETERS, Parameter, ParameterId, Range, Scale as Spread, Scenario, Scope, Side, Value,
};
use crate::text::explore::{self, Word};
use crate::text::{Locale, answer as answers, parameter as parameters, study};
use crate::view::answer::pair::{self, PairRow};
use crate::view::answer::platform_names;
use crate::view::charts::curve::{Curve, Line, Mark, Plot, Scale};
use crate::view::desk::Desk;
use crate::view::take::TakeAway;
use crate::view::theme::Shown;
use crate::view::words;

/// No sweep of the page has more values.
const STEPS_MOST: u64 = 60;

/// What is chosen about a sweep.
#[derive(Clone, Debug, PartialEq)]
struct Chosen {
    parameter: ParameterId,
    side: Option<Side>,
    ends: [u64; 2],
    steps: u64,
    quantity: Quantity,
}

/// Settings that can be varied in this scenario.
fn rows(scenario: &Scenario) -> Vec<&'static Parameter> {
    let fixed = [ParameterId::Mode, ParameterId::Seed];
    let applies = |row: &Parameter| Side::BOTH.iter().any(|&side| row.applies(scenario, side));
    PARAMETERS.iter().filter(|row| !fixed.contains(&row.id) && applies(row)).collect()
}

/// A range around what is chosen now: wide enough to see something, and not hours of work.
fn ends(row: &Parameter, range: Range, scenario: &Scenario) -> [u64; 2] {
    let now = match row.get(scenario, Side::A) {
        Value::Number(now) => now,
        _ => range.low,
    };
    match range.scale {
        Spread::Logarithmic => {
            let high = now.max(range.low.max(1)).saturating_mul(16).min(range.high);
            [range.low.max(now / 16), high]
        }
        Spread::Linear | Spread::Field => {
            [range.low, range.high.min(now.saturating_mul(4).max(range.low + 10 * range.step))]
        }
    }
}

impl Chosen {
    fn first(scenario: &Scenario) -> Option<Self> {
        let all = rows(scenario);
        let usual = [ParameterId::Instances, ParameterId::Memory];
        let found = |id: &ParameterId| all.iter().find(|row| row.id == *id).copied();
        let row = usual.iter().find_map(found).or(all.first().copied())?;
        let quantity = *quantities(scenario.mode).first()?;
        Some(Self {
            parameter: row.id,
            side: None,
            ends: row.range().map_or([0, 0], |range| ends(row, range, scenario)),
            steps: 12,
            quantity,
        })
    }

    /// What was chosen for this axis.
    fn again(axis: &Axis, quantity: Quantity) -> Self {
        let end = |value: Option<&Value>| match value {
            Some(Value::Number(number)) => *number,
            _ => 0,
        };
        Self {
            parameter: axis.parameter,
            side: axis.side,
            ends: [end(axis.values.first()), end(axis.values.last())],
            steps: (axis.values.len() as u64).clamp(2, STEPS_MOST),
            quantity,
        }
    }

    fn axis(&self, scenario: &Scenario) -> Option<Axis> {
        let row = crate::scenario::parameter(self.parameter);
        let steps = usize::try_from(self.steps).unwrap_or(2);
        let axis = match row.kind {
            Kind::Number(range) | Kind::Optional(range, _) => {
                Axis::steps(self.parameter, self.side, self.ends, steps, range.scale)
            }
            Kind::Choice(_) | Kind::Switch => {
                Axis::whole(self.parameter, self.side, scenario, steps)
            }
        };
        axis.ok()
    }
}

/// What the panel needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SweepProps {
    /// What is varied.
    pub scenario: Scenario,
    /// The link of the scenario.
    pub link: AttrValue,
    /// Where it is run.
    pub desk: Desk,
    /// Colours.
    pub theme: Shown,
    /// Language.
    pub locale: Locale,
}

/// What was asked of the scenario of this link. What was run with other settings of the Lab is not
/// shown for these.
fn asked<'a>(work: &'a Work, link: &str) -> Option<(&'a Axis, Quantity)> {
    match &work.order.as_deref()?.study {
        Study::Swept { link: of, axis, quantity } if of == link => Some((axis, *quantity)),
        _ => None,
    }
}

/// What was found, with what was asked.
fn swept(work: &Work, link: &str, scenario: &Scenario) -> Option<Rc<Swept>> {
    let (axis, quantity) = asked(work, link)?;
    let Found::Swept { points, crossings, cliffs } = work.found.as_deref()? else { return None };
    let quantities = vec![quantity];
    let (scenario, axis) = (scenario.clone(), axis.clone());
    Some(Rc::new(Swept {
        spec: Spec { scenario, axis, by: None, quantities: quantities.clone() },
        quantities,
        points: points.clone(),
        crossings: crossings.clone(),
        cliffs: cliffs.clone(),
    }))
}

/// The panel.
#[component]
pub fn SweepPanel(props: &SweepProps) -> Html {
    let SweepProps { scenario, link, desk, theme, locale } = props;
    let locale = *locale;
    let work = desk.works.at(Place::Sweep);
    let asked = asked(work, link);
    let first = || asked.map(|(axis, of)| Chosen::again(axis, of)).or(Chosen::first(scenario));
    let chosen = use_state_eq(first);
    let swept = use_memo((work.clone(), link.clone()), |(work, link)| swept(work, link, scenario));
    let Some(now) = (*chosen).clone() else { return html! { <div /> } };
    let study = now.axis(scenario).map(|axis| Study::Swept {
        link: link.to_string(),
        axis,
        quantity: now.quantity,
    });
    let start = {
        let study = study.clone();
        let order = move || Some(Order { study: study.clone()?, form: Form::Shown, locale });
        desk.asker(Place::Sweep, order)
    };
    let standing = asked.map(|_| work.standing).unwrap_or_default();
    html! {
        <section class="study" aria-labelledby="sweep-title">
            <h3 id="sweep-title">{ Word::Sweep.say(locale) }</h3>
            { controls(&now, scenario, &chosen.setter(), locale) }
            { starter(Word::RunSweep.say(locale), standing, &start,
                &desk.canceller(Place::Sweep), locale) }
            <TakeAway desk={desk.clone()} {study} {locale} />
            <div>{ match swept.as_ref() {
                Some(swept) if !swept.points.is_empty() => {
                    found(swept, now.quantity, standing, *theme, locale)
                }
                _ => html! { <p class="hint">{ Word::NothingYet.say(locale) }</p> },
            } }</div>
        </section>
    }
}

fn controls(
    now: &Chosen,
    scenario: &Scenario,
    set: &UseStateSetter<Option<Chosen>>,
    locale: Locale,
) -> Html {
    let rows = rows(scenario);
    let row = crate::scenario::parameter(now.parameter);
    let names: Vec<String> = rows.iter().map(|row| words::parameter(row.id, locale)).collect();
    let place = rows.iter().position(|row| row.id == now.parameter).unwrap_or(0);
    let change = |change: fn(&mut Chosen, u64)| {
        let (set, now) = (set.clone(), now.clone());
        Callback::from(move |value: u64| {
            let mut next = now.clone();
            change(&mut next, value);
            set.set(Some(next));
        })
    };
    let choose = {
        let (set, now, scenario) = (set.clone(), now.clone(), scenario.clone());
        Callback::from(move |place: usize| {
            let Some(&row) = rows.get(place) else { return };
            let ends = row.range().map_or([0, 0], |range| ends(row, range, &scenario));
            set.set(Some(Chosen { parameter: row.id, side: None, ends, ..now.clone() }));
        })
    };
    let sides = [Word::BothMachines.say(locale).to_owned(), "A".to_owned(), "B".to_owned()];
    let side = now.side.map_or(0, |side| side.index() + 1);
    let choose_side = {
        let (set, now) = (set.clone(), now.clone());
        Callback::from(move |place: usize| {
            let side = place.checked_sub(1).and_then(|place| Side::BOTH.get(place)).copied();
            set.set(Some(Chosen { side, ..now.clone() }));
        })
    };
    let quantities = quantities(scenario.mode);
    let told: Vec<String> =
        quantities.iter().map(|of| answers::quantity(*of, locale).to_owned()).collect();
    let look = quantities.iter().position(|of| *of == now.quantity).unwrap_or(0);
    let choose_quantity = {
        let (set, now) = (set.clone(), now.clone());
        Callback::from(move |place: usize| {
            let quantity = quantities.get(place).copied().unwrap_or(now.quantity);
            set.set(Some(Chosen { quantity, ..now.clone() }));
        })
    };
    let range = row.range();
    let (low, high) = range.map_or((0, 0), |range| (range.low, range.high));
    let unit = range.map_or("", |range| words::unit(range, locale));
    html! {
        <div class="study-controls">
            { menu("sweep-setting", Word::Setting.say(locale), &names, place, choose) }
            <div hidden={row.scope == Scope::Common}>
                { menu("sweep-side", Word::OfMachine.say(locale), &sides, side, choose_side) }
            </div>
            <div hidden={range.is_none()}>
                { number("sweep-from", Word::From.say(locale), (low, now.ends[0], high), unit,
                    change(|of, value| of.ends[0] = value)) }
            </div>
            <div hidden={range.is_none()}>
                { number("sweep-to", Word::To.say(locale), (low, now.ends[1], high), unit,
                    change(|of, value| of.ends[1] = value)) }
            </div>
            <div hidden={range.is_none()}>
                { number("sweep-steps", Word::Steps.say(locale), (2, now.steps, STEPS_MOST), "",
                    change(|of, value| of.steps = value)) }
            </div>
            { menu("sweep-quantity", Word::Quantity.say(locale), &told, look, choose_quantity) }
        </div>
    }
}

/// What the sweep has found so far about one quantity.
fn found(
    swept: &Swept,
    quantity: Quantity,
    standing: Standing,
    theme: Shown,
    locale: Locale,
) -> Html {
    let names = platform_names(&swept.spec.scenario, locale);
    let title = answers::quantity(quantity, locale);
    let drawn = match swept.spec.axis.row().range() {
        Some(range) => {
            let plot = Rc::new(plot(swept, range, quantity, locale));
            html! { <Curve {title} {plot} names={names.clone()} {theme} {locale} /> }
        }
        None => choices(swept, quantity, &names, locale),
    };
    let gaps: Vec<&Gap> = swept
        .points
        .iter()
        .filter_map(|point| point.sides.iter().find_map(|told| told.as_ref().err()))
        .collect();
    let gap =
        gaps.first().map(|first| explore::gaps(gaps.len(), &study::gap(first, locale), locale));
    html! {
        <>
            { turns(swept, quantity, standing, locale) }
            <p class="hint" hidden={gap.is_none()}>{ gap }</p>
            { drawn }
        </>
    }
}

/// Where the order of the machines changes, and where a figure jumps.
fn turns(swept: &Swept, quantity: Quantity, standing: Standing, locale: Locale) -> Html {
    let crossings = swept.crossings.iter().filter(|of| of.quantity == quantity);
    let mut told: Vec<String> = crossings.map(|of| study::crossing(of, swept, locale)).collect();
    if told.is_empty() && standing == Standing::Done && swept.spec.axis.row().range().is_some() {
        let asked = swept.spec.quantities.contains(&quantity);
        let word = if asked { Word::NoCrossing } else { Word::OtherQuantity };
        told.push(word.say(locale).to_owned());
    }
    let cliffs = swept.cliffs.iter().filter(|of| of.quantity == quantity);
    told.extend(cliffs.map(|of| study::cliff(of, swept, locale)));
    html! {
        <ul class="turns" aria-live="polite">
            { for told.into_iter().enumerate().map(|(at, told)| html! {
                <li key={at}>{ told }</li>
            }) }
        </ul>
    }
}

#[expect(clippy::cast_precision_loss, reason = "ranges end far below 2^53")]
const fn real(number: u64) -> f64 {
    number as f64
}

fn plot(swept: &Swept, range: Range, quantity: Quantity, locale: Locale) -> Plot {
    let line = |side: Side| {
        let points = swept.points.iter().filter_map(|point| {
            let Value::Number(at) = point.at else { return None };
            Some((real(at), value(&point.sides[side.index()], quantity)?))
        });
        Line { side: side.index(), points: points.collect(), band: Vec::new() }
    };
    let lines: Vec<Line> =
        Side::BOTH.map(line).into_iter().filter(|line| !line.points.is_empty()).collect();
    let numbers = swept.spec.axis.values.iter().filter_map(|value| match value {
        Value::Number(number) => Some(*number),
        _ => None,
    });
    let (low, high) = numbers.fold((u64::MAX, 0), |(low, high), at| (low.min(at), high.max(at)));
    let mark = |of: &Crossing| Mark {
        x: real(of.from),
        label: parameters::value(swept.spec.axis.parameter, &Value::Number(of.from), locale),
    };
    let crossings = swept.crossings.iter().filter(|of| of.quantity == quantity);
    Plot {
        x: Scale::of_parameter(range, real(low.min(high)), real(high)),
        y: Scale::of_y(&lines, quantity.dimension()),
        lines,
        x_name: words::parameter(swept.spec.axis.parameter, locale),
        marks: crossings.map(mark).collect(),
    }
}

/// Choices have no order, so they are rows and no curve.
fn choices(swept: &Swept, quantity: Quantity, names: &[String; 2], locale: Locale) -> Html {
    let of = |side: usize| {
        swept.points.iter().filter_map(move |point| value(&point.sides[side], quantity))
    };
    let most = of(0).chain(of(1)).fold(0.0, f64::max);
    let rows: Vec<PairRow> = swept
        .points
        .iter()
        .map(|point| PairRow {
            name: parameters::value(swept.spec.axis.parameter, &point.at, locale),
            values: point.sides.each_ref().map(|told| value(told, quantity)),
            dimension: quantity.dimension(),
            most: Some(most),
            group: None,
        })
        .collect();
    pair::rows(answers::quantity(quantity, locale), Word::Setting.say(locale), &rows, names, locale)
}
