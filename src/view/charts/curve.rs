//! A chart of curves of both machines: drawn on canvas, said in a sentence, and as a table.

use std::rc::Rc;

use plotters::prelude::IntoDrawingArea;
use yew::prelude::*;

use super::lines::Place;
pub use super::scale::Scale;
use super::{ChartCanvas, lines, use_canvas};
use crate::text::page::Word;
use crate::text::{Locale, lab::Label};
use crate::units::Time;
use crate::view::answer::pair::sample;
use crate::view::fold::Fold;
use crate::view::framed::{framed, heads};
use crate::view::theme::Shown;
use crate::web::size::use_room;

/// Rows of the table of one line.
const TABLE_ROWS: usize = 24;

/// A line of one machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Position of the machine: 0 or 1.
    pub side: usize,
    /// Points by growing x.
    pub points: Vec<(f64, f64)>,
    /// An interval around each point: x, lower end, upper end. Empty where nothing varies.
    pub band: Vec<(f64, f64, f64)>,
}

/// A value of x that is to be seen, such as a crossing.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where.
    pub x: f64,
    /// Its name.
    pub label: String,
}

/// Everything that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// The lines.
    pub lines: Vec<Line>,
    /// The scale to the right.
    pub x: Scale,
    /// The scale upwards.
    pub y: Scale,
    /// What runs to the right.
    pub x_name: String,
    /// Values of x that are to be seen.
    pub marks: Vec<Mark>,
}

/// What a chart needs.
#[derive(Clone, PartialEq, Properties)]
pub struct CurveProps {
    /// What runs upwards.
    pub title: AttrValue,
    /// What is drawn.
    pub plot: Rc<Plot>,
    /// Names of the machines.
    pub names: [String; 2],
    /// Colours.
    pub theme: Shown,
    /// Whether time of the page's clock runs to the right, so that the clock can be seen in it.
    #[prop_or_default]
    pub clocked: bool,
    /// Language.
    pub locale: Locale,
}

/// The time of the page's clock, for curves over it: a context, so that a clock that runs draws
/// cursors again and nothing else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Now(pub Time);

#[derive(Clone, PartialEq, Properties)]
struct ClockProps {
    plot: Rc<Plot>,
    place: Place,
    width: f64,
    height: f64,
}

/// The line at the time of the clock, above a canvas that it does not redraw.
#[component]
fn ClockLine(props: &ClockProps) -> Html {
    let ClockProps { plot, place, width, height } = props;
    let now = use_context::<Now>().map(|Now(time)| time.as_seconds());
    let x = now.filter(|now| (plot.x.low..=plot.x.high).contains(now)).map(|now| {
        format!("{:.1}", place.left + (place.right - place.left) * plot.x.position(now))
    });
    html! {
        <svg class="cursor" aria-hidden="true" viewBox={format!("0 0 {width:.0} {height:.0}")}
            width={width.to_string()} height={height.to_string()}>
            <line visibility={x.is_none().then_some("hidden")} x1={x.clone()} x2={x}
                y1={place.top.to_string()} y2={place.bottom.to_string()} />
        </svg>
    }
}

/// A chart.
#[component]
pub fn Curve(props: &CurveProps) -> Html {
    let CurveProps { title, plot, names, theme, clocked, locale } = props;
    let ruler = use_node_ref();
    let room = use_room(ruler.clone(), *theme);
    let (width, height) = (room.width.max(200.0), 240.0 * room.rem.min(1.6));
    let place = use_state_eq(|| None::<Place>);
    let node = {
        let setter = place.setter();
        let (plot, palette, rem, locale) = (Rc::clone(plot), theme.palette(), room.rem, *locale);
        let key = (Rc::clone(&plot), *theme, locale);
        use_canvas(key, (width, height), room.density, move |surface| {
            let frame = lines::Frame { width, rem, palette, locale };
            // A surface that fails leaves the table twin, which holds the same numbers.
            if let Ok(place) = lines::draw(&surface.into_drawing_area(), &frame, &plot) {
                setter.set(Some(place));
            }
        })
    };
    let table = {
        let (plot, title, names, locale) = (Rc::clone(plot), title.clone(), names.clone(), *locale);
        Callback::from(move |()| table(&plot, &title, &names, locale))
    };
    html! {
        <figure class="chart curve" aria-label={title.clone()}>
            <figcaption>
                <h3>{ title.clone() }</h3>
                <p class="curve-key">
                    { for ["A", "B"].into_iter().zip(names).enumerate()
                        .filter(|(side, _)| plot.lines.iter().any(|line| line.side == *side))
                        .map(|(side, (letter, name))| html! {
                            <span key={letter}>{ sample(side) }
                                { format!("{letter} {name}") }</span>
                    }) }
                </p>
                <p class="summary">{ summary(plot, names, *locale) }</p>
            </figcaption>
            <div class="ruler" ref={ruler} />
            <div class="figure-frame">
                <ChartCanvas {node} {width} {height} name={title.clone()} />
                <div>{ match *place {
                    Some(place) if *clocked => html! {
                        <ClockLine plot={plot.clone()} {place} {width} {height} />
                    },
                    _ => html! { <svg class="cursor" width="0" height="0" /> },
                } }</div>
            </div>
            <Fold label={Label::AsTable.say(*locale)} body={table} />
        </figure>
    }
}

/// What the lines show: their beginning, their end, and the most.
fn summary(plot: &Plot, names: &[String; 2], locale: Locale) -> String {
    let told = |value: f64| plot.y.told(value, locale);
    let lines = plot.lines.iter().filter_map(|line| {
        let (first, last) = (line.points.first()?.1, line.points.last()?.1);
        let most = line.points.iter().map(|point| point.1).fold(f64::NEG_INFINITY, f64::max);
        let name = &names[line.side.min(1)];
        Some(Word::curve(name, [told(first), told(last), told(most)], locale))
    });
    lines.collect::<Vec<_>>().join(" ")
}

/// Points of the lines, evenly thinned out where there are many.
fn table(plot: &Plot, title: &str, names: &[String; 2], locale: Locale) -> Html {
    let rows = plot.lines.iter().enumerate().flat_map(|(number, line)| {
        let every = line.points.len().div_ceil(TABLE_ROWS).max(1);
        let last = line.points.len().saturating_sub(1);
        let shown = line.points.iter().enumerate();
        let shown = shown.filter(move |(at, _)| at.is_multiple_of(every) || *at == last);
        shown.map(move |(at, &(x, y))| {
            let letter = if line.side == 0 { "A" } else { "B" };
            html! {
                <tr key={format!("{number}-{at}")}>
                    <th scope="row">{ format!("{letter} {}", names[line.side.min(1)]) }</th>
                    <td>{ plot.x.told(x, locale) }</td>
                    <td>{ plot.y.told(y, locale) }</td>
                </tr>
            }
        })
    });
    let table = html! {
        <table>
            { heads(&[Word::Machine.say(locale), &plot.x_name, title]) }
            <tbody>{ for rows }</tbody>
        </table>
    };
    framed(table, locale)
}
