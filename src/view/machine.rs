//! A machine as a cross-section: hardware at the bottom, strata above it, free memory as the sky.
//!
//! Blocks of one owner are one path, whatever the number of instances, so that a frame changes a
//! dozen attributes and not thousands of nodes.

mod flags;
pub mod geometry;
mod hardware;
mod labels;
pub mod stop;

pub use self::flags::{tally, text_width};
pub use self::labels::{mean_each, name_of, room_for};

use yew::prelude::*;

use self::flags::Flags;
use self::geometry::{Column, Picture, columns, picture};
use self::hardware::Hardware;
use self::labels::Labels;
use self::stop::{Stop, use_look};
use super::path::Outline;
use super::subject::{Moment, Subject};
use super::theme::owner_fill;
use crate::app::Selection;
use crate::catalog::{Clock, Kernel};
use crate::experiment::Snapshot;
use crate::model::Owner;
use crate::scenario::Side;
use crate::text::lab::Sentence;
use crate::text::{Locale, Say};
use crate::units::Bytes;

/// Sizes of a drawing in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// The whole drawing.
    pub width: f64,
    /// At the right, for labels; none in a narrow drawing, which has a legend below.
    pub gutter: f64,
    /// Above the tallest column.
    pub headroom: f64,
    /// From the top to the lower edge of the lowest stratum.
    pub floor: f64,
    /// The hardware below it.
    pub hardware: f64,
    /// Size of the root's letters against the usual 16 px.
    pub rem: f64,
}

impl Layout {
    /// Sizes for a drawing of this width, in a window of this height, with letters of this size.
    #[must_use]
    pub fn of(width: f64, window: f64, rem: f64) -> Self {
        let gutter = if width >= 520.0 * rem { 158.0 * rem } else { 0.0 };
        let headroom = if rem > 1.2 { 66.0 } else { 82.0 } * rem;
        // In a low window the whole machine is worth more than large blocks.
        let most = (window - 540.0 * rem).clamp(190.0, 280.0 * rem.min(1.5));
        let strata = (width * 0.46).clamp(190.0, most);
        Self { width, gutter, headroom, floor: headroom + strata, hardware: 62.0 * rem, rem }
    }

    /// Width of the strata.
    #[must_use]
    pub fn strata_width(&self) -> f64 {
        self.width - self.gutter
    }

    /// Greatest height of the strata.
    #[must_use]
    pub fn strata_height(&self) -> f64 {
        self.floor - self.headroom
    }

    /// Height of the whole drawing.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.floor + self.hardware + 2.0
    }
}

/// Whether an instance's own kernel runs in a state: a guest's once it holds memory, one in user
/// space from its first instruction on.
fn kernel_runs(subject: &Subject, snapshot: &Snapshot, instance: usize) -> bool {
    match subject.machine.platform.isolation.kernel {
        Kernel::Guest => {
            let held = snapshot.memory.get(instance);
            held.is_some_and(|held| held[Owner::GuestKernel.index()] > Bytes::ZERO)
        }
        Kernel::UserSpace => {
            let first = subject.report.instances[instance].clocks[Clock::FirstInstruction as usize];
            first.is_some_and(|time| time <= snapshot.time)
        }
        Kernel::Host | Kernel::OneGuest => false,
    }
}

/// Kernels that run in a state: the host's, and those of instances that have begun to run.
#[must_use]
pub fn kernels(subject: &Subject, snapshot: &Snapshot) -> u32 {
    let own = (0..snapshot.memory.len()).filter(|&of| kernel_runs(subject, snapshot, of)).count();
    let carrier = snapshot.host[Owner::GuestKernel.index()] > Bytes::ZERO;
    1 + u32::from(carrier) + u32::try_from(own).unwrap_or(u32::MAX - 2)
}

/// What the drawing needs.
#[derive(Clone, PartialEq, Properties)]
pub struct DrawingProps {
    /// The machine and its run.
    pub subject: Subject,
    /// The state to draw.
    pub moment: Moment,
    /// Square pixels for each byte.
    pub scale: f64,
    /// Sizes.
    pub layout: Layout,
    /// Language.
    pub locale: Locale,
    /// What is selected everywhere.
    pub selection: Selection,
    /// The instance that is looked at.
    pub selected: Option<u32>,
    /// Told when an instance is picked.
    pub on_select: Callback<u32>,
    /// Which machine.
    pub of: Side,
}

/// The drawing of one machine.
#[component]
pub fn MachineDrawing(props: &DrawingProps) -> Html {
    let DrawingProps { subject, moment, scale, layout, locale, selected, .. } = props;
    let svg = use_node_ref();
    let width = layout.strata_width();
    let columns = use_memo((subject.instances(), width.to_bits()), |&(count, width)| {
        columns(count, f64::from_bits(width))
    });
    let now = picture(&moment.0, &columns, *scale, width, layout.floor);
    let finish =
        use_memo((subject.clone(), scale.to_bits(), *layout), |(subject, scale, layout)| {
            let scale = f64::from_bits(*scale);
            picture(&subject.finish, &columns, scale, width, layout.floor)
        });
    let look = use_look(props.of);
    let picking = |told: Callback<u32>| {
        let (svg, columns) = (svg.clone(), columns.clone());
        Callback::from(move |event: MouseEvent| {
            let Some(element) = svg.cast::<web_sys::Element>() else { return };
            let x = f64::from(event.client_x()) - element.get_bounding_client_rect().left();
            if let Some(column) = columns.iter().find(|column| x < column.x + column.width + 3.0) {
                told.emit(column.first);
            }
        })
    };
    let (pick, look) =
        (picking(props.on_select.clone()), picking(look.unwrap_or_else(Callback::noop)));
    let name = Sentence::Drawing {
        platform: subject.machine.platform.name,
        kernels: kernels(subject, &moment.0),
        ready: moment.0.ready,
        of: subject.instances(),
        used: moment.0.by_owner.into_iter().sum(),
        total: subject.machine.host.memory,
    };
    // Between narrow columns an outline would be all there is to see.
    let dense = columns.first().is_some_and(|column| column.width < 5.0);
    // And flags high above what is there now would be a cloud of specks.
    let tops = if dense { now.tops.clone() } else { top_edges(&now, &finish) };
    let view_box = format!("0 0 {:.1} {:.1}", layout.width, layout.height());
    let stands = selected.unwrap_or(0);
    let place = place_of(stands, &columns, &tops, now.ground);
    html! {
        <>
        <svg ref={svg} role="img" aria-label={name.say(*locale)}
            class={classes!("machine-drawing", dense.then_some("dense"))}
            viewBox={view_box} width={layout.width.to_string()}
            height={layout.height().to_string()} onclick={pick} ondblclick={look}>
            <g>{ if dense { Html::default() } else { ghosts(&now, &finish, &columns) } }</g>
            <g>{ strata(&now, props.selection) }</g>
            <Flags subject={subject.clone()} moment={moment.clone()} columns={columns.clone()}
                {tops} layout={*layout} locale={*locale}
                selected={*selected} ground={now.ground} selection={props.selection} />
            <Labels subject={subject.clone()} moment={moment.clone()} layout={*layout}
                finish={finish.clone()} now_ground={now.ground} locale={*locale} />
            <Hardware subject={subject.clone()} moment={moment.clone()} layout={*layout}
                locale={*locale} />
            <g>{ kernel_seeds(subject, &moment.0, &now, &columns) }</g>
        </svg>
        <Stop side={props.of} instance={stands} count={subject.instances()} {place}
            size={(layout.width, layout.height())} on_select={props.on_select.clone()}
            locale={*locale} />
        </>
    }
}

/// The higher of the edges now and at the end: what flags stand above.
fn top_edges(now: &Picture, finish: &Picture) -> Vec<f64> {
    let lift = now.ground - finish.ground;
    now.tops.iter().zip(&finish.tops).map(|(now, finish)| now.min(finish + lift)).collect()
}

/// The column of an instance with the flag over it: left and upper edge, width and height.
fn place_of(instance: u32, columns: &[Column], tops: &[f64], ground: f64) -> [f64; 4] {
    let mut all = columns.iter().zip(tops);
    let found = all.find(|(column, _)| instance < column.first + column.count);
    found.map_or([0.0; 4], |(column, top)| {
        let up = top - flags::FLAG - 5.0;
        [column.x - 2.0, up, column.width + 4.0, ground - up + 2.0]
    })
}

/// Narrowest column, in CSS pixels, whose sides are drawn as well.
const OUTLINED: f64 = 8.0;

/// Dotted outlines of what the columns will hold at the end.
fn ghosts(now: &Picture, finish: &Picture, columns: &[Column]) -> Html {
    let mut outline = Outline::default();
    for (column, (top, last)) in columns.iter().zip(now.tops.iter().zip(&finish.tops)) {
        let last = last + now.ground - finish.ground;
        if top - last > 1.5 && column.width >= OUTLINED {
            outline.rectangle([column.x, last, column.width, top - last]);
        } else if top - last > 1.5 {
            outline.line([column.x, last], [column.x + column.width, last]);
        }
    }
    html! { <path class="ghost" d={outline.into_string()} /> }
}

/// One path of fill and one of pattern for each owner.
fn strata(now: &Picture, selection: Selection) -> Html {
    let of = |owner: Owner| {
        let mut outline = Outline::default();
        let all = now.slabs.iter().chain(&now.blocks).filter(|block| block.owner == owner);
        all.for_each(|block| outline.block(block));
        let path = AttrValue::from(outline.into_string());
        let fill = owner_fill(owner);
        let back = selection.leaves(Selection::Owner(owner)).then_some("stands-back");
        html! {
            <g key={owner.index()} class={classes!(back)}>
                <path class={classes!("stratum", fill.class)} d={path.clone()} />
                <path class="stratum-pattern" fill={fill.pattern.unwrap_or("none")} d={path} />
            </g>
        }
    };
    html! { for owner in Owner::ALL { { of(owner) } } }
}

/// One seed for each kernel: what the eye counts from the back of the room.
fn kernel_seeds(subject: &Subject, snapshot: &Snapshot, now: &Picture, columns: &[Column]) -> Html {
    let mut ring = Outline::default();
    let mut core = Outline::default();
    let mut seed = |x: f64, y: f64, radius: f64| {
        ring.circle(x, y, radius);
        core.circle(x, y, radius * 0.42);
    };
    for block in &now.slabs {
        if matches!(block.owner, Owner::HostKernel | Owner::GuestKernel) {
            seed(16.0, block.y + block.height / 2.0, 7.5);
        }
    }
    let own =
        matches!(subject.machine.platform.isolation.kernel, Kernel::Guest | Kernel::UserSpace);
    let room = columns.first().is_some_and(|column| column.count == 1 && column.width >= 7.0);
    if own && room {
        let runs = |column: &&Column| kernel_runs(subject, snapshot, column.first as usize);
        for column in columns.iter().filter(runs) {
            let middle = now
                .blocks
                .iter()
                .find(|block| block.owner == Owner::GuestKernel && (block.x - column.x).abs() < 0.1)
                .map_or(now.ground - 6.0, |block| block.y + block.height / 2.0);
            let radius = (column.width * 0.3).min(7.5);
            seed(column.x + column.width / 2.0, middle, radius);
        }
    }
    html! {
        <>
            <path class="kernel-ring" d={ring.into_string()} />
            <path class="kernel-core" d={core.into_string()} />
        </>
    }
}
