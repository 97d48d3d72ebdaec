//! All instances, or all requests, over time: one layer for each kind, with the cursor of the clock
//! above, and the same as a table.

use std::rc::Rc;

use yew::prelude::*;

use super::fill;
use super::population::Population;
use crate::text::Locale;
use crate::text::film::{Word, kind};
use crate::text::lab::Label;
use crate::text::lab::figures::{count, seconds, tick};
use crate::units::Time;
use crate::view::axis::{Axis, CursorProps, cursor};
use crate::view::fold::Fold;
use crate::view::framed::{framed, heads};
use crate::view::path::Outline;

/// Steps that are drawn, and rows of the table.
const STEPS: u32 = 320;
const ROWS: u32 = 60;
/// The drawing, and the labels below it.
const HEIGHT: f64 = 92.0;
const LABELS: f64 = 22.0;

/// What the drawing needs.
#[derive(Clone, PartialEq, Properties)]
pub struct StackProps {
    /// Counts over time.
    pub population: Rc<Population>,
    /// The end of the axis, the same for both machines.
    pub end: Time,
    /// The time of the clock.
    pub time: Time,
    /// Width in CSS pixels.
    pub width: f64,
    /// Size of letters against the usual 16 px.
    pub rem: f64,
    /// Language.
    pub locale: Locale,
}

/// The drawing and its table.
#[component]
pub fn Stack(props: &StackProps) -> Html {
    let StackProps { population, end, time, width, rem, locale } = props;
    let axis = Axis { width: *width, left: 46.0 * rem, right: 12.0 * rem, end: *end };
    let height = HEIGHT * rem;
    let table = {
        let (population, locale) = (Rc::clone(population), *locale);
        Callback::from(move |()| table(&population, locale))
    };
    html! {
        <figure class="chart film-stack" aria-label={Word::OverTime.say(*locale)}>
            <figcaption><h3>{ Word::OverTime.say(*locale) }</h3></figcaption>
            <div class="figure-frame">
                <Layers population={population.clone()} end={*end} width={*width} rem={*rem}
                    locale={*locale} />
                { cursor(&CursorProps { axis, time: *time, height }) }
            </div>
            <Fold label={Label::AsTable.say(*locale)} body={table} />
        </figure>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LayersProps {
    population: Rc<Population>,
    end: Time,
    width: f64,
    rem: f64,
    locale: Locale,
}

/// What the clock does not move.
#[component]
fn Layers(props: &LayersProps) -> Html {
    let LayersProps { population, end, width, rem, locale } = props;
    let axis = Axis { width: *width, left: 46.0 * rem, right: 12.0 * rem, end: *end };
    let height = HEIGHT * rem;
    let most = f64::from(population.most().max(1));
    let steps = population.thinned(STEPS);
    let until = steps.iter().skip(1).map(|(at, _)| *at).chain([*end]);
    let mut layers: Vec<Outline> = population.kinds.iter().map(|_| Outline::default()).collect();
    for ((from, counts), until) in steps.iter().map(|step| (step.0, &step.1)).zip(until) {
        let (x, to) = (axis.x(from), axis.x(until));
        let mut below = 0.0;
        for (layer, &number) in layers.iter_mut().zip(counts) {
            let size = f64::from(number) / most * (height - 6.0);
            if size > 0.0 && to > x {
                layer.rectangle([x, height - below - size, to - x, size]);
            }
            below += size;
        }
    }
    let view_box = format!("0 0 {width:.0} {:.0}", height + LABELS * rem);
    let mut foot = Outline::default();
    foot.line([axis.left, height], [axis.left + axis.length(), height]);
    let ticks = axis.ticks(86.0 * rem);
    html! {
        <svg class="film-layers" aria-hidden="true" viewBox={view_box} width={width.to_string()}
            height={(height + LABELS * rem).to_string()}>
            { for population.kinds.iter().zip(layers).enumerate().map(|(at, (&kind, outline))| {
                let of = fill::of(kind);
                let path = AttrValue::from(outline.into_string());
                let pattern = of.pattern.unwrap_or("none");
                html! {
                    <g key={at}>
                        <path class={of.class} d={path.clone()} />
                        <path class="stratum-pattern" fill={pattern} d={path} />
                    </g>
                }
            }) }
            <path class="axis-line" d={foot.into_string()} />
            <g>{ for ticks.into_iter().enumerate().map(|(at, value)| {
                let x = axis.x(Time::from_seconds(value));
                let y = height + 16.0 * rem;
                // The last one must not leave the drawing.
                let anchor = if at == 0 { "start" } else if x > width - 30.0 * rem { "end" }
                    else { "middle" };
                html! {
                    <text key={at} x={format!("{x:.1}")} y={format!("{y:.1}")}
                        text-anchor={anchor}>{ tick(value, *locale) }</text>
                }
            }) }</g>
            <text x={format!("{:.1}", axis.left - 6.0)} y={format!("{:.1}", 12.0 * rem)}
                text-anchor="end">{ count(population.most().into(), *locale) }</text>
        </svg>
    }
}

fn table(population: &Population, locale: Locale) -> Html {
    let mut names = vec![Word::Time.say(locale)];
    names.extend(population.kinds.iter().map(|of| kind(*of, locale)));
    let table = html! {
        <table>
            { heads(&names) }
            <tbody>{ for population.thinned(ROWS).into_iter().enumerate().map(|(at, step)| html! {
                <tr key={at}>
                    <th scope="row">{ seconds(step.0.as_seconds(), locale) }</th>
                    { for step.1.iter().enumerate().map(|(column, number)| html! {
                        <td key={column}>{ count((*number).into(), locale) }</td>
                    }) }
                </tr>
            }) }</tbody>
        </table>
    };
    framed(table, locale)
}
