//! Boot lanes: what each instance did and when, what it waited for, and for how long.
//!
//! The drawing depends on the run and not on the clock: a frame moves the cursor alone.

mod inspector;
pub mod layout;
mod tables;
mod tip;

use yew::prelude::*;

use self::inspector::Inspector;
use self::layout::{LanePaths, Rows, answered, lane_paths, shown_lanes};
use self::tables::LaneTables;
use super::axis::{Axis, CursorProps, cursor};
use super::subject::Subject;
use super::swatch::swatch;
use super::theme::{phase_fill, wait_fill, wait_pattern};
use crate::app::{Action, Selection};
use crate::catalog::{Clock, Phase};
use crate::scenario::Side;
use crate::text::lab::{Label, Told, figures, phase, wait};
use crate::text::{Locale, Say};
use crate::units::Time;
use crate::web::size::Room;

/// What the lanes need.
#[derive(Clone, PartialEq, Properties)]
pub struct LanesProps {
    /// The machine and its run.
    pub subject: Subject,
    /// Name of the side, `A` or `B`.
    pub side: AttrValue,
    /// The end of the axis, the same on both sides.
    pub end: Time,
    /// The time of the clock.
    pub time: Time,
    /// Room for the drawing.
    pub room: Room,
    /// The instance that is looked at.
    pub selected: Option<u32>,
    /// Told when an instance is picked.
    pub on_select: Callback<u32>,
    /// Which machine.
    pub of: Side,
    /// Told what to do.
    pub act: Callback<Action>,
    /// What is selected everywhere.
    pub selection: Selection,
    /// Language.
    pub locale: Locale,
}

/// The lanes of one machine with their legend, inspector and tables.
#[component]
pub fn Lanes(props: &LanesProps) -> Html {
    let LanesProps { subject, side, end, time, room, selected, on_select, locale, .. } = props;
    let axis = Axis::of(room.width, room.rem, *end);
    let instances = subject.instances();
    let shown = use_memo((instances, *selected), |&(count, chosen)| shown_lanes(count, chosen));
    let rows = Rows::of(shown.len(), room.rem);
    let height = rows.pitch * f64::from(u32::try_from(shown.len()).unwrap_or(0)) + 28.0 * room.rem;
    let note = (instances > layout::LANES_MOST).then(|| {
        let count = u32::try_from(shown.len()).unwrap_or(0);
        Told::LanesShown { shown: count, of: instances }.say(*locale)
    });
    let paths = use_memo((subject.clone(), shown.clone(), axis, rows.pitch.to_bits()), |key| {
        lane_paths(&key.0.report, &key.1, &key.2, rows)
    });
    let told = use_memo((subject.clone(), *locale), |(subject, locale)| summary(subject, *locale));
    html! {
        <figure class="lanes" aria-label={format!("{} {}", Label::Lanes.say(*locale), side)}>
            <figcaption>
                <h3>{ Label::Lanes.say(*locale) }{ " " }<span class="side-name">{ side }</span></h3>
                <p class="summary">{ (*told).clone() }</p>
                <p class="summary" hidden={note.is_none()}>{ note.unwrap_or_default() }</p>
            </figcaption>
            <div class="figure-frame">
                <LaneDrawing subject={subject.clone()} shown={(*shown).clone()} axis={axis}
                    rem={room.rem} height={height} selected={*selected} locale={*locale}
                    on_select={on_select.clone()} name={AttrValue::from((*told).clone())}
                    selection={props.selection} />
                { cursor(&CursorProps { axis, time: *time, height: height - 22.0 * room.rem }) }
            </div>
            <div>{ legend(&paths, props.selection, &props.act, *locale) }</div>
            <Inspector subject={subject.clone()} selected={*selected} on_select={on_select.clone()}
                of={props.of} act={props.act.clone()} time={*time}
                locale={*locale} side={side.clone()} />
            <LaneTables subject={subject.clone()} shown={(*shown).clone()} side={props.of}
                locale={*locale} selection={props.selection} />
        </figure>
    }
}

/// The lanes in one sentence.
fn summary(subject: &Subject, locale: Locale) -> String {
    let answers = subject.report.instances.iter().filter_map(|of| of.clocks[Clock::Ready as usize]);
    Told::LanesSummary {
        instances: subject.instances(),
        first: answers.clone().min(),
        last: answers.max(),
    }
    .say(locale)
}

#[derive(Clone, PartialEq, Properties)]
struct LaneDrawingProps {
    subject: Subject,
    shown: Vec<u32>,
    axis: Axis,
    rem: f64,
    height: f64,
    selected: Option<u32>,
    on_select: Callback<u32>,
    locale: Locale,
    name: AttrValue,
    selection: Selection,
}

#[component]
fn LaneDrawing(props: &LaneDrawingProps) -> Html {
    let LaneDrawingProps { subject, shown, axis, rem, height, selected, locale, .. } = props;
    let node = use_node_ref();
    let rows = Rows::of(shown.len(), *rem);
    let paths = lane_paths(&subject.report, shown, axis, rows);
    let row_y = |index: usize| rows.pitch * f64::from(u32::try_from(index).unwrap_or(0));
    let chosen = shown.iter().position(|instance| Some(*instance) == *selected);
    let pick = {
        let (node, shown, on_select) = (node.clone(), shown.clone(), props.on_select.clone());
        Callback::from(move |event: MouseEvent| {
            let Some(element) = node.cast::<web_sys::Element>() else { return };
            let y = f64::from(event.client_y()) - element.get_bounding_client_rect().top();
            let row = shown.iter().enumerate().find(|(index, _)| {
                rows.pitch * f64::from(u32::try_from(*index + 1).unwrap_or(0)) > y
            });
            if let Some((_, instance)) = row {
                on_select.emit(*instance);
            }
        })
    };
    let (tip, point, leave) = tip::use_tip(&node, &subject.report, shown, *axis, rows);
    let label = |index: usize, instance: u32| {
        let y = format!("{:.1}", row_y(index) + rows.pitch / 2.0 + 4.2 * rem);
        let ready = answered(&subject.report, instance);
        let at = ready.map_or(0.0, |time| axis.x(time) + 8.0);
        html! {
            <g key={instance}>
                <text class="lane-number" text-anchor="end" y={y.clone()}
                    x={format!("{:.1}", axis.left - 8.0)}>{ instance + 1 }</text>
                <text class="lane-ready" y={y} x={format!("{at:.1}")}>
                    { ready.map(|time| figures::seconds(time.as_seconds(), *locale)) }
                </text>
            </g>
        }
    };
    let foot = height - 24.0 * rem;
    html! {
        <svg ref={node} class="lane-drawing" role="img" aria-label={props.name.clone()}
            viewBox={format!("0 0 {:.0} {height:.0}", axis.width)} onclick={pick}
            onmousemove={point} onmouseleave={leave} width={axis.width.to_string()}
            height={height.to_string()}>
            <rect class="chosen-row" x="0" y={format!("{:.1}", chosen.map_or(-99.0, row_y))}
                width={axis.width.to_string()} height={rows.pitch.to_string()} />
            <g>{ bars(&paths, props.selection) }</g>
            <g>{ for shown.iter().enumerate().map(|(index, instance)| label(index, *instance)) }</g>
            <g>{ time_ticks(axis, foot, *rem, *locale) }</g>
            { tip::words(tip, *rem, *locale) }
        </svg>
    }
}

fn bars(paths: &LanePaths, selection: Selection) -> Html {
    let back = matches!(selection, Selection::Phase(_)).then_some("stands-back");
    html! {
        <>
            <g>{ for paths.phases.iter().map(|(phase, outline)| {
                let fill = phase_fill(*phase);
                let path = AttrValue::from(outline.clone().into_string());
                let back = selection.leaves(Selection::Phase(*phase)).then_some("stands-back");
                html! {
                    <g key={*phase as u8} class={classes!(back)}>
                        <path class={classes!("bar", fill.class)} d={path.clone()} />
                        <path class="stratum-pattern" fill={fill.pattern.unwrap_or("none")}
                            d={path} />
                    </g>
                }
            }) }</g>
            <g>{ for paths.waits.iter().enumerate().map(|(at, (wait, outline))| {
                let path = AttrValue::from(outline.clone().into_string());
                html! {
                    <g key={at} class={classes!(back)}>
                        <path class="bar fill-paper" d={path.clone()} />
                        <path class="stratum-pattern" fill={wait_pattern(*wait)} d={path} />
                    </g>
                }
            }) }</g>
            <path class="clock-mark" d={paths.marks.clone().into_string()} />
            <path class="clock-ready" d={paths.ready.clone().into_string()} />
        </>
    }
}

/// The axis with round times.
fn time_ticks(axis: &Axis, y: f64, rem: f64, locale: Locale) -> Html {
    let ticks = axis.ticks(72.0 * rem);
    let right = axis.width - axis.right;
    html! {
        <>
            <line class="axis" x1={axis.left.to_string()} x2={format!("{right:.1}")}
                y1={y.to_string()} y2={y.to_string()} />
            <g>{ for ticks.iter().map(|&seconds| {
                let x = format!("{:.1}", axis.x(Time::from_seconds(seconds)));
                html! {
                    <g key={seconds.to_bits()}>
                        <line class="axis" x1={x.clone()} x2={x.clone()} y1={y.to_string()}
                            y2={format!("{:.1}", y + 4.0)} />
                        <text class="tick" text-anchor="middle" x={x}
                            y={format!("{:.1}", y + 17.0 * rem)}>
                            { figures::tick(seconds, locale) }
                        </text>
                    </g>
                }
            }) }</g>
        </>
    }
}

/// What the fills and hatchings of these lanes mean.
fn legend(paths: &LanePaths, selection: Selection, act: &Callback<Action>, locale: Locale) -> Html {
    let pick = |key: Phase| {
        let (act, action) = (act.clone(), selection.toggled(Selection::Phase(key)));
        Callback::from(move |_: MouseEvent| act.emit(action.clone()))
    };
    html! {
        <ul class="legend">
            { for paths.phases.iter().enumerate().map(|(at, (key, _))| html! {
                <li key={format!("p{at}")}>
                    <button type="button" class="pick" onclick={pick(*key)}
                        aria-pressed={(selection == Selection::Phase(*key)).to_string()}>
                        { swatch(phase_fill(*key)) }{ phase(*key, locale) }
                    </button>
                </li>
            }) }
            { for paths.waits.iter().enumerate().map(|(at, (key, _))| html! {
                <li key={format!("w{at}")}>
                    { swatch(wait_fill(*key)) }
                    { Told::WaitingFor(*key).say(locale) }
                </li>
            }) }
            <li key="hatched" class="note" hidden={paths.waits.is_empty()}>
                { Label::HatchedWaiting.say(locale) }
            </li>
            <li key="ready"><span class="dot" aria-hidden="true" />{ Label::Ready.say(locale) }</li>
        </ul>
    }
}

/// Name of a reason, for tables; empty where nothing was waited for.
#[must_use]
pub fn reason(of: Option<crate::experiment::Wait>, locale: Locale) -> &'static str {
    of.map_or("", |of| wait(of, locale))
}
