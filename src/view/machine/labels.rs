//! Names at the strata: in the slabs, at the side with a leader, and in the open sky.

use std::rc::Rc;

use yew::prelude::*;

use super::geometry::{Block, Picture, lies_under_all, slab_bytes, spread_labels};
use super::{Layout, flags::text_width};
use crate::catalog::Kernel;
use crate::model::{OWNERS, Owner};
use crate::text::lab::{Sentence, figures, owner};
use crate::text::{Locale, Say};
use crate::units::Bytes;
use crate::units::sort_short;
use crate::view::path::Outline;
use crate::view::subject::{Moment, Subject};

/// What the labels need.
#[derive(Clone, PartialEq, Properties)]
pub struct LabelsProps {
    /// The machine and its run.
    pub subject: Subject,
    /// The state to draw.
    pub moment: Moment,
    /// Sizes.
    pub layout: Layout,
    /// The drawing at the end: labels stand still while blocks grow.
    pub finish: Rc<Picture>,
    /// Where columns stand now.
    pub now_ground: f64,
    /// Language.
    pub locale: Locale,
}

/// Name of an owner on this machine: a proper name where there is one.
#[must_use]
pub fn name_of(subject: &Subject, whose: Owner, locale: Locale) -> String {
    let hypervisor = subject.machine.platform.isolation.hypervisor;
    if whose == Owner::Vmm && !hypervisor.is_empty() {
        return hypervisor.to_owned();
    }
    owner(whose, locale).to_owned()
}

/// What each instance holds of this owner's memory on the average, without the slabs.
#[must_use]
pub fn mean_each(moment: &Moment, whose: Owner) -> Bytes {
    let index = whose.index();
    let sum = moment.0.by_owner[index].saturating_sub(moment.0.host[index]);
    let holders = moment.0.memory.iter().filter(|held| held[index] > Bytes::ZERO).count();
    Bytes(sum.0 / u64::try_from(holders.max(1)).unwrap_or(1))
}

/// The labels.
#[component]
pub fn Labels(props: &LabelsProps) -> Html {
    let LabelsProps { layout, .. } = props;
    html! {
        <g class="labels">
            <g>{ sky(props) }</g>
            <g>{ slab_words(props) }</g>
            <g>{ if layout.gutter > 0.0 { side_labels(props) } else { html! { <g /> } } }</g>
        </g>
    }
}

/// Free memory, and how many more would fit.
fn sky(props: &LabelsProps) -> Html {
    let LabelsProps { subject, moment, layout, finish, locale, .. } = props;
    let used: Bytes = moment.0.by_owner.into_iter().sum();
    let free = subject.machine.host.memory.saturating_sub(used);
    let open = finish.tops.iter().copied().fold(finish.ground, f64::min) - 34.0 * layout.rem;
    let rem = layout.rem;
    let big = open > 110.0 * rem;
    let middle = if big { open * 0.48 } else { 18.0 * rem };
    let x = format!("{:.1}", layout.strata_width() / 2.0);
    let words = Sentence::Free(free).say(*locale);
    // Half-way through a start, what an instance needs is not known yet.
    let room = room_for(subject).filter(|_| moment.0.time >= subject.report.ended);
    let room = room.map_or_else(String::new, |more| Sentence::RoomFor(more).say(*locale));
    html! {
        <>
            <text class={classes!("sky", big.then_some("sky-wide"))} text-anchor="middle"
                x={x.clone()} y={format!("{middle:.1}")}>{ words }</text>
            <text class="sky-room" text-anchor="middle" x={x}
                y={format!("{:.1}", middle + 18.0 * rem)}>{ room }</text>
        </>
    }
}

/// How many more instances the memory that is free at the end would hold, by accounting.
#[must_use]
pub fn room_for(subject: &Subject) -> Option<u64> {
    let memory = &subject.report.memory;
    let held: Bytes = subject.finish.memory.iter().flat_map(|held| held.iter().copied()).sum();
    let holders = subject.finish.memory.iter().filter(|held| held.iter().any(|b| b.0 > 0)).count();
    let each = held.0.checked_div(u64::try_from(holders).ok()?)?;
    memory.free().0.checked_div(each)
}

/// Words in the slabs that are tall enough: what the whole class must read.
fn slab_words(props: &LabelsProps) -> Html {
    let LabelsProps { subject, layout, finish, locale, .. } = props;
    let shared = subject.machine.platform.isolation.kernel == Kernel::Host;
    let size = 14.0 * layout.rem;
    let words = finish.slabs.iter().filter(|slab| slab.height >= size * 1.4).map(|slab| {
        let words = match slab.owner {
            Owner::HostKernel if shared && subject.instances() > 1 => {
                Sentence::SharedKernel(subject.instances()).say(*locale)
            }
            whose => name_of(subject, whose, *locale),
        };
        let words = if text_width(&words) * size > layout.strata_width() - 40.0 {
            name_of(subject, slab.owner, *locale)
        } else {
            words
        };
        let dark = matches!(slab.owner, Owner::HostKernel | Owner::GuestKernel);
        html! {
            <text key={slab.owner.index()} x="32"
                class={classes!("slab-word", if dark { "on-kernel" } else { "on-slab" })}
                y={format!("{:.1}", slab.y + slab.height / 2.0 + size * 0.36)}>{ words }</text>
        }
    });
    html! { <g>{ for words }</g> }
}

/// Labels in the gutter with leaders to the slabs and to the strata of the last column.
fn side_labels(props: &LabelsProps) -> Html {
    let LabelsProps { subject, moment, layout, finish, locale, .. } = props;
    let last = last_full_column(finish);
    let column = finish.blocks.iter().filter(|block| (block.x - last).abs() < 0.1);
    let mut marks: Vec<&Block> = finish.slabs.iter().chain(column).collect();
    sort_short(&mut marks, |one, other| one.y < other.y);
    let step = 31.0 * layout.rem;
    let wishes: Vec<f64> = marks.iter().map(|block| block.y + block.height / 2.0).collect();
    let limits = [14.0 * layout.rem, layout.floor + layout.hardware - 20.0 * layout.rem];
    let places = spread_labels(&wishes, step, limits);
    let under = slab_bytes(&moment.0);
    let x = layout.strata_width();
    let mut leaders = Outline::default();
    for ((block, wish), place) in marks.iter().zip(&wishes).zip(&places) {
        let edge = if in_slab(block, &under) { x } else { block.x + block.width };
        leaders.line([edge - 3.0, *wish], [x + 4.0, *wish]);
        leaders.line([x + 4.0, *wish], [x + 16.0, *place]);
    }
    let texts = marks.iter().zip(&places).map(|(block, place)| {
        let whose = block.owner;
        let slab = in_slab(block, &under);
        let held = if slab { under[whose.index()] } else { mean_each(moment, whose) };
        let amount = match held {
            Bytes::ZERO => "–".to_owned(),
            held if slab => figures::bytes(held, *locale),
            held => Sentence::Each(held).say(*locale),
        };
        let at = format!("{:.1}", x + 20.0);
        html! {
            <text key={format!("{}{}", whose.index(), in_slab(block, &under))} class="side-label"
                x={at.clone()} y={format!("{:.1}", place - 2.0)}>
                <tspan class="side-name">{ name_of(subject, whose, *locale) }</tspan>
                <tspan class="side-amount" x={at} dy="1.2em">{ amount }</tspan>
            </text>
        }
    });
    html! {
        <>
            <path class="leader" d={leaders.into_string()} />
            <g>{ for texts }</g>
        </>
    }
}

/// Where the last column stands that holds nearly as much as the fullest: an instance whose start
/// was refused or cut short has not all strata.
fn last_full_column(finish: &Picture) -> f64 {
    let top = finish.tops.iter().copied().fold(finish.ground, f64::min);
    let full = |block: &&Block| finish.ground - block.y >= 0.85 * (finish.ground - top);
    finish.blocks.iter().rev().find(full).map_or(0.0, |block| block.x)
}

fn in_slab(block: &Block, under: &[Bytes; OWNERS]) -> bool {
    lies_under_all(block.owner) || (block.x <= 0.0 && under[block.owner.index()] > Bytes::ZERO)
}
