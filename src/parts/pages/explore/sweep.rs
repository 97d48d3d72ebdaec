//! One setting over a range: a chart of both machines, and where their order turns over.

use std::rc::Rc;

use yew::prelude::*;

use super::along::{self, Along, Controls, Edit};
use super::map::MapView;
use super::{quantities, starter};
use crate::app::work::{Form, Found, Order, Place, Standing, Study, Work};
use crate::experiment::answer::Quantity;
use crate::experiment::start;
use crate::parts::desk::{Desk, Look};
use crate::parts::settings::{menu, segments};
use crate::parts::take::TakeAway;
use crate::scenario::study::axis::Axis;
use crate::scenario::study::sweep::{Crossing, Spec};
use crate::scenario::study::{Gap, Swept, value};
use crate::scenario::{PARAMETERS, ParameterId, Range, Scenario, Side, Value, link};
use crate::text::explore::{self, Word};
use crate::text::map::Word as MapWord;
use crate::text::{Locale, answer as answers, parameter as parameters, study};
use crate::view::answer::pair::{self, PairRow};
use crate::view::answer::platform_names;
use crate::view::charts::curve::{Curve, Line, Mark, Plot, Scale};
use crate::view::theme::Shown;
use crate::view::words;

/// No sweep of the page has more values along its curve, or more curves.
const STEPS_MOST: u64 = 60;
const ROWS_MOST: u64 = 24;
/// More curves than that are thinned out: a map has more rows.
const CURVES_MOST: usize = 6;

/// What is chosen about a sweep.
#[derive(Clone, Debug, PartialEq)]
struct Chosen {
    along: Along,
    /// The setting for each of whose values there is a curve.
    by: Option<Along>,
    quantity: Quantity,
}

impl Chosen {
    fn first(scenario: &Scenario) -> Self {
        let all = along::rows(scenario);
        let usual = [ParameterId::Instances, ParameterId::Memory];
        let found = |id: &ParameterId| all.iter().find(|row| row.id == *id).copied();
        let row = usual.iter().find_map(found).or(all.first().copied()).unwrap_or(&PARAMETERS[0]);
        let told = quantities(scenario.mode).first().copied();
        let quantity = told.unwrap_or(Quantity::Start(start::Quantity::ReadyMedian));
        Self { along: Along::of(row, scenario, 12), by: None, quantity }
    }

    fn again(asked: &Asked<'_>) -> Self {
        Self {
            along: Along::again(asked.axis, STEPS_MOST),
            by: asked.by.map(|by| Along::again(by, ROWS_MOST)),
            quantity: asked.quantity,
        }
    }
}

/// What is done to what is chosen.
enum Change {
    Along(Edit),
    By(Edit),
    Quantity(Quantity),
}

impl Reducible for Chosen {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut next = (*self).clone();
        match change {
            Change::Along(edit) => {
                let mut along = Some(next.along.clone());
                edit(&mut along);
                next.along = along.unwrap_or(next.along);
                next.by = next.by.filter(|by| by.parameter != next.along.parameter);
            }
            Change::By(edit) => edit(&mut next.by),
            Change::Quantity(quantity) => next.quantity = quantity,
        }
        Rc::new(next)
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

/// What was asked.
struct Asked<'a> {
    axis: &'a Axis,
    by: Option<&'a Axis>,
    quantity: Quantity,
}

/// What was asked of the scenario of this link. What was run with other settings of the Lab is not
/// shown for these.
fn asked<'a>(work: &'a Work, link: &str) -> Option<Asked<'a>> {
    match &work.order.as_deref()?.study {
        Study::Swept { link: of, axis, by, quantity } if of == link => {
            Some(Asked { axis, by: by.as_ref(), quantity: *quantity })
        }
        _ => None,
    }
}

/// What was found, with what was asked.
fn swept(work: &Work, link: &str, scenario: &Scenario) -> Option<Rc<Swept>> {
    let asked = asked(work, link)?;
    let Found::Swept { points, crossings, cliffs } = work.found.as_deref()? else { return None };
    let quantities = vec![asked.quantity];
    let (axis, by) = (asked.axis.clone(), asked.by.cloned());
    Some(Rc::new(Swept {
        spec: Spec { scenario: scenario.clone(), axis, by, quantities: quantities.clone() },
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
    // Of a sweep a cell of which is open in the Lab, the sweep is still what is looked at.
    let base = desk.look.base(link);
    let scenario = &base
        .as_ref()
        .and_then(|base| link::decode(base).ok())
        .map_or_else(|| scenario.clone(), |decoded| decoded.scenario);
    let opened = base.is_some();
    let link = &base.unwrap_or_else(|| link.clone());
    let work = desk.works.at(Place::Sweep);
    let asked = asked(work, link);
    let first = || asked.as_ref().map_or_else(|| Chosen::first(scenario), Chosen::again);
    let chosen = use_reducer_eq(first);
    let swept = use_memo((work.clone(), link.clone()), |(work, link)| swept(work, link, scenario));
    let now = (*chosen).clone();
    let by = now.by.as_ref().and_then(|by| by.axis(scenario));
    let study = now.along.axis(scenario).map(|axis| Study::Swept {
        link: link.to_string(),
        axis,
        by,
        quantity: now.quantity,
    });
    let start = {
        let study = study.clone();
        let order = move || Some(Order { study: study.clone()?, form: Form::Shown, locale });
        desk.asker(Place::Sweep, order)
    };
    let standing = if asked.is_some() { work.standing } else { Standing::default() };
    html! {
        <section class="study" aria-labelledby="sweep-title">
            <h3 id="sweep-title">{ Word::Sweep.say(locale) }</h3>
            <p class="hint" hidden={!opened}>{ MapWord::Opened.say(locale) }</p>
            { controls(&now, scenario, &chosen.dispatcher(), locale) }
            { starter(Word::RunSweep.say(locale), standing, &start,
                &desk.canceller(Place::Sweep), locale) }
            <TakeAway desk={desk.clone()} {study} {locale} />
            <div>{ match swept.as_ref() {
                Some(swept) if !swept.points.is_empty() && swept.spec.by.is_some() => html! {
                    <>
                    { view(desk, locale) }
                    { if desk.look.map {
                        html! {
                            <MapView swept={Rc::clone(swept)} quantity={now.quantity}
                                look={desk.look.clone()} {locale} />
                        }
                    } else {
                        found(swept, now.quantity, standing, *theme, locale)
                    } }
                    </>
                },
                Some(swept) if !swept.points.is_empty() => {
                    found(swept, now.quantity, standing, *theme, locale)
                }
                _ => html! { <p class="hint">{ Word::NothingYet.say(locale) }</p> },
            } }</div>
        </section>
    }
}

/// The choice between small multiples and the map.
fn view(desk: &Desk, locale: Locale) -> Html {
    let names = [MapWord::Curves, MapWord::Map].map(|word| word.say(locale).to_owned());
    let look = desk.look.clone();
    let choose =
        Callback::from(move |place: usize| look.set(Look { map: place == 1, ..(*look).clone() }));
    let chosen = usize::from(desk.look.map);
    html! {
        <div class="study-view">
            <span aria-hidden="true">{ MapWord::View.say(locale) }</span>
            { segments(MapWord::View.say(locale), &names, chosen, &choose) }
        </div>
    }
}

fn controls(
    now: &Chosen,
    scenario: &Scenario,
    dispatch: &UseReducerDispatcher<Chosen>,
    locale: Locale,
) -> Html {
    let change = |change: fn(Edit) -> Change| {
        let dispatch = dispatch.clone();
        Callback::from(move |edit: Edit| dispatch.dispatch(change(edit)))
    };
    let along = Controls {
        ids: ["sweep-setting", "sweep-side", "sweep-from", "sweep-to", "sweep-steps"],
        title: Word::Setting,
        most: STEPS_MOST,
        none: None,
        but: None,
    };
    let by = Controls {
        ids: ["by-setting", "by-side", "by-from", "by-to", "by-steps"],
        title: Word::ForEach,
        most: ROWS_MOST,
        none: Some(Word::NoOther),
        but: Some(now.along.parameter),
    };
    let quantities = quantities(scenario.mode);
    let told: Vec<String> =
        quantities.iter().map(|of| answers::quantity(*of, locale).to_owned()).collect();
    let look = quantities.iter().position(|of| *of == now.quantity).unwrap_or(0);
    let choose_quantity = {
        let dispatch = dispatch.clone();
        Callback::from(move |place: usize| {
            if let Some(&quantity) = quantities.get(place) {
                dispatch.dispatch(Change::Quantity(quantity));
            }
        })
    };
    html! {
        <>
            { along::controls(&along, Some(&now.along), scenario, &change(Change::Along), locale) }
            { along::controls(&by, now.by.as_ref(), scenario, &change(Change::By), locale) }
            <div class="study-controls">
                { menu("sweep-quantity", Word::Quantity.say(locale), &told, look, choose_quantity) }
            </div>
        </>
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
    let drawn = |row: u32| {
        let title = match &swept.spec.by {
            None => title.to_owned(),
            Some(by) => {
                let name = words::parameter(by.parameter, locale);
                let value = by.values.get(row as usize);
                let value = value.map(|value| parameters::value(by.parameter, value, locale));
                format!("{title} · {name}: {}", value.unwrap_or_default())
            }
        };
        match swept.spec.axis.row().range() {
            Some(range) => {
                let plot = Rc::new(plot(swept, row, range, quantity, locale));
                html! { <Curve key={row} {title} {plot} names={names.clone()} {theme} {locale} /> }
            }
            None => choices(swept, row, &title, quantity, &names, locale),
        }
    };
    let rows = swept.points.last().map_or(0, |point| point.row + 1);
    let every = (rows as usize).div_ceil(CURVES_MOST).max(1);
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
            <div class="multiples">{ for (0..rows).step_by(every).map(drawn) }</div>
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

/// The curves of both sides at one value of the second setting; all are drawn to one scale.
fn plot(swept: &Swept, row: u32, range: Range, quantity: Quantity, locale: Locale) -> Plot {
    let lines = |wanted: &dyn Fn(u32) -> bool| -> Vec<Line> {
        let line = |side: Side| {
            let points = swept.points.iter().filter(|point| wanted(point.row));
            let points = points.filter_map(|point| {
                let Value::Number(at) = point.at else { return None };
                Some((real(at), value(&point.sides[side.index()], quantity)?))
            });
            Line { side: side.index(), points: points.collect(), band: Vec::new() }
        };
        Side::BOTH.map(line).into_iter().filter(|line| !line.points.is_empty()).collect()
    };
    let y = Scale::of_y(&lines(&|_| true), quantity.dimension());
    let lines = lines(&|of| of == row);
    let numbers = swept.spec.axis.values.iter().filter_map(|value| match value {
        Value::Number(number) => Some(*number),
        _ => None,
    });
    let (low, high) = numbers.fold((u64::MAX, 0), |(low, high), at| (low.min(at), high.max(at)));
    let mark = |of: &Crossing| Mark {
        x: real(of.from),
        label: parameters::value(swept.spec.axis.parameter, &Value::Number(of.from), locale),
    };
    let crossings = swept.crossings.iter().filter(|of| of.quantity == quantity && of.row == row);
    Plot {
        x: Scale::of_parameter(range, real(low.min(high)), real(high)),
        y,
        lines,
        x_name: words::parameter(swept.spec.axis.parameter, locale),
        marks: crossings.map(mark).collect(),
    }
}

/// Choices have no order, so they are rows and no curve.
fn choices(
    swept: &Swept,
    row: u32,
    title: &str,
    quantity: Quantity,
    names: &[String; 2],
    locale: Locale,
) -> Html {
    let of = |side: usize| {
        swept.points.iter().filter_map(move |point| value(&point.sides[side], quantity))
    };
    let most = of(0).chain(of(1)).fold(0.0, f64::max);
    let points = swept.points.iter().filter(|point| point.row == row);
    let rows: Vec<PairRow> = points
        .map(|point| PairRow {
            name: parameters::value(swept.spec.axis.parameter, &point.at, locale),
            values: point.sides.each_ref().map(|told| value(told, quantity)),
            dimension: quantity.dimension(),
            most: Some(most),
            of: None,
            group: None,
        })
        .collect();
    pair::rows(title, Word::Setting.say(locale), &rows, names, locale)
}
