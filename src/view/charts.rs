//! Curves on canvas, each with a name, a sentence that says what it shows now, and a table twin.
//!
//! A canvas is drawn again when its run, its size, the screen's density or the theme changes; the
//! clock moves only the cursor above it.

pub mod curve;
mod draw;
mod lines;
mod marks;
mod scale;
mod series;

use std::rc::Rc;

use gloo::render::request_animation_frame;
use plotters::prelude::IntoDrawingArea;
use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use self::draw::{Frame, Picked, highest, largest};
use self::series::{MemoryPoint, memory_series, part_of, usage_steps};
use super::axis::{Axis, CursorProps, cursor};
use super::fold::Fold;
use super::framed::{framed, heads};
use super::subject::{Moment, Subject};
use super::theme::Shown;
use crate::app::Selection;
use crate::catalog::Clock;
use crate::experiment::{Activity, Outcome};
use crate::model::Owner;
use crate::text::lab::{Label, Told, figures, owner, state_short};
use crate::text::{Locale, Say};
use crate::units::{Bytes, Time};
use crate::web::canvas::SharpCanvas;
use crate::web::size::Room;

/// Points of the curve of memory: as many as there are pixels to tell them apart.
const POINTS: u32 = 260;
/// Rows of a table twin.
const TABLE_ROWS: u32 = 20;

/// What both charts need.
#[derive(Clone, PartialEq, Properties)]
pub struct ChartProps {
    /// The machine and its run.
    pub subject: Subject,
    /// Name of the side, `A` or `B`.
    pub side: AttrValue,
    /// The state at the time of the clock.
    pub moment: Moment,
    /// The end of the axis, the same on both sides.
    pub end: Time,
    /// The top of the axis of memory, the same on both sides.
    pub most: Bytes,
    /// Room for the drawing.
    pub room: Room,
    /// Colours.
    pub theme: Shown,
    /// Language.
    pub locale: Locale,
    /// What is selected everywhere.
    pub selection: Selection,
    /// The instance that is looked at.
    pub selected: Option<u32>,
}

impl ChartProps {
    /// What of the curves is selected: an owner, or the moment at which an instance came or went.
    fn picked(&self) -> Picked {
        let owner = match self.selection {
            Selection::Owner(owner) => Some(owner),
            _ => None,
        };
        let moment = self.selected.and_then(|number| {
            let one = self.subject.report.instances.get(number as usize)?;
            let ready = one.clocks[Clock::Ready as usize].map(|at| (at, Activity::Ready));
            let (at, what) = match one.outcome {
                Outcome::Killed(at) => (at, Activity::Killed),
                Outcome::Stopped(at) => (at, Activity::Stopped),
                _ => ready?,
            };
            Some((at, format!("{} · {}", number + 1, state_short(what, self.locale))))
        });
        Picked { owner, moment }
    }
}

/// The most memory that is ever resident in a run.
#[must_use]
pub fn most_memory(subject: &Subject, end: Time) -> Bytes {
    highest(&memory_series(&subject.report, end, POINTS)).max(subject.report.memory.peak)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels are few")]
fn pixels(length: f64) -> u32 {
    length as u32
}

/// A canvas that is drawn again when its dependencies, its size or the density change.
#[hook]
pub(super) fn use_canvas<D: PartialEq + 'static>(
    dependencies: D,
    size: (f64, f64),
    density: f64,
    draw: impl FnOnce(SharpCanvas) + 'static,
) -> NodeRef {
    let node = use_node_ref();
    let canvas = node.clone();
    use_effect_with((dependencies, size, density), move |(_, size, density)| {
        let (size, density) = ((pixels(size.0), pixels(size.1)), *density);
        // In the frame after: the drawings of the machines are on the screen sooner.
        let frame = request_animation_frame(move |_| {
            let canvas = canvas.cast::<HtmlCanvasElement>();
            if let Some(surface) = canvas.and_then(|it| SharpCanvas::new(it, size, density)) {
                draw(surface);
            }
        });
        move || drop(frame)
    });
    node
}

/// Memory by owner over time.
#[component]
pub fn MemoryChart(props: &ChartProps) -> Html {
    let ChartProps { subject, moment, end, most, room, theme, locale, .. } = props;
    let axis = Axis::of(room.width, room.rem, *end);
    let height = 210.0 * room.rem.min(1.6);
    let points =
        use_memo((subject.clone(), *end), |(of, end)| memory_series(&of.report, *end, POINTS));
    let picked = props.picked();
    let key = (subject.clone(), axis, *theme, *locale, *most, picked.clone());
    let node = {
        let (points, most, rem) = (points.clone(), *most, room.rem);
        let (palette, locale) = (theme.palette(), *locale);
        use_canvas(key, (axis.width, height), room.density, move |surface| {
            let frame = Frame { axis, rem, palette, locale };
            // A surface that fails leaves the table twin, which holds the same numbers.
            let _ = draw::memory(&surface.into_drawing_area(), &frame, &points, most, &picked);
        })
    };
    let (whose, held) = largest(&moment.0.by_owner);
    let summary = Told::MemorySummary {
        used: moment.0.by_owner.into_iter().sum(),
        at: moment.0.time.min(*end),
        largest: whose,
        held,
    };
    let table = {
        let (subject, end, locale) = (subject.clone(), *end, *locale);
        Callback::from(move |()| memory_table(&subject, end, locale))
    };
    timed(props, (Label::MemoryChart, &summary), (&node, height), table)
}

/// A chart of one machine over time: name, sentence, the drawing under its cursor, the table.
fn timed(
    props: &ChartProps,
    (label, summary): (Label, &Told),
    (node, height): (&NodeRef, f64),
    table: Callback<(), Html>,
) -> Html {
    let ChartProps { side, moment, end, room, locale, .. } = props;
    let axis = Axis::of(room.width, room.rem, *end);
    let label = label.say(*locale);
    html! {
        <figure class="chart">
            <figcaption>
                <h3>{ label }{ " " }<span class="side-name">{ side }</span></h3>
                <p class="summary">{ summary.say(*locale) }</p>
            </figcaption>
            <div class="figure-frame">
                <ChartCanvas node={node.clone()} width={axis.width} height={height}
                    name={format!("{label} {side}")} />
                { cursor(&CursorProps {
                    axis, time: moment.0.time, height: height - draw::foot(room.rem),
                }) }
            </div>
            <Fold label={Label::AsTable.say(*locale)} body={table} />
        </figure>
    }
}

/// What a canvas needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CanvasProps {
    /// The canvas, for whoever draws.
    pub node: NodeRef,
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// What it shows.
    pub name: AttrValue,
}

/// A canvas alone in its parent; its size is given by CSSOM, which the content policy allows.
#[component]
pub(super) fn ChartCanvas(props: &CanvasProps) -> Html {
    let node = props.node.clone();
    use_effect_with((props.width.to_bits(), props.height.to_bits()), move |&(width, height)| {
        if let Some(canvas) = node.cast::<HtmlCanvasElement>() {
            let style = canvas.style();
            let _ = style.set_property("width", &format!("{}px", f64::from_bits(width)));
            let _ = style.set_property("height", &format!("{}px", f64::from_bits(height)));
        }
    });
    html! {
        <div class="canvas-holder">
            <canvas ref={props.node.clone()} dir="ltr" role="img" aria-label={props.name.clone()}>
            </canvas>
        </div>
    }
}

fn memory_table(subject: &Subject, end: Time, locale: Locale) -> Html {
    let points = memory_series(&subject.report, end, TABLE_ROWS);
    let owners: Vec<Owner> = Owner::ALL
        .into_iter()
        .filter(|whose| points.iter().any(|point| point.held[whose.index()] > Bytes::ZERO))
        .collect();
    let row = |point: &MemoryPoint| {
        html! {
            <tr key={point.time.0}>
                <th scope="row">{ figures::seconds(point.time.as_seconds(), locale) }</th>
                { for owners.iter().map(|whose| html! {
                    <td key={whose.index()}>
                        { figures::bytes(point.held[whose.index()], locale) }
                    </td>
                }) }
            </tr>
        }
    };
    let words: Vec<&str> = core::iter::once(Label::Time.say(locale))
        .chain(owners.iter().map(|&whose| owner(whose, locale)))
        .collect();
    let table = html! {
        <table>
            { heads(&words) }
            <tbody>{ for points.iter().map(row) }</tbody>
        </table>
    };
    framed(table, locale)
}

/// Cores, disk and link at work over time.
#[component]
pub fn UsageChart(props: &ChartProps) -> Html {
    let ChartProps { subject, moment, end, room, theme, locale, .. } = props;
    let axis = Axis::of(room.width, room.rem, *end);
    let height = 150.0 * room.rem.min(1.6);
    let cores = subject.machine.cores_most();
    let steps = use_memo((subject.clone(), *end), |(subject, end)| {
        usage_steps(&subject.report, subject.machine.cores_most(), *end)
    });
    let picked = Picked { owner: None, ..props.picked() };
    let key = (subject.clone(), axis, *theme, *locale, picked.clone());
    let node = {
        let (steps, rem) = (Rc::clone(&steps), room.rem);
        let (palette, locale) = (theme.palette(), *locale);
        use_canvas(key, (axis.width, height), room.density, move |surface| {
            let frame = Frame { axis, rem, palette, locale };
            let _ = draw::usage(&surface.into_drawing_area(), &frame, &steps, &picked);
        })
    };
    let [busy, disk, _] = subject.usage(moment.0.time);
    let at = moment.0.time.min(*end);
    let summary = Told::UsageSummary { cores: busy, of: cores, disk, at };
    let table = {
        let (steps, end, locale) = (steps.clone(), *end, *locale);
        Callback::from(move |()| usage_table(&steps, end, cores, locale))
    };
    timed(props, (Label::UsageChart, &summary), (&node, height), table)
}

fn usage_table(steps: &[(Time, [f64; 3])], end: Time, cores: u32, locale: Locale) -> Html {
    let at = |time: Time| {
        let after = steps.partition_point(|(from, _)| *from <= time);
        after.checked_sub(1).map_or([0.0; 3], |index| steps[index].1)
    };
    let row = |index: u32| {
        let time = part_of(end, index, TABLE_ROWS);
        let [busy, disk, link] = at(time);
        html! {
            <tr key={index}>
                <th scope="row">{ figures::seconds(time.as_seconds(), locale) }</th>
                <td>{ format!("{:.1}", busy * f64::from(cores)) }</td>
                <td>{ figures::percent(disk, locale) }</td>
                <td>{ figures::percent(link, locale) }</td>
            </tr>
        }
    };
    let labels = [Label::Time, Label::Cores, Label::Disk, Label::Link];
    let table = html! {
        <table>
            { heads(&labels.map(|label| label.say(locale))) }
            <tbody>{ for (0..=TABLE_ROWS).map(row) }</tbody>
        </table>
    };
    framed(table, locale)
}
