//! The lowest stratum: cores that light up, and gauges of memory and disk.
//!
//! It is the one part that is not to the scale of memory; its memory gauge shows the whole machine.

use yew::prelude::*;

use super::Layout;
use crate::text::lab::{Label, Sentence, figures};
use crate::text::{Locale, Say};
use crate::units::Bytes;
use crate::view::path::Outline;
use crate::view::subject::{Moment, Subject};

/// What the hardware needs.
#[derive(Clone, PartialEq, Properties)]
pub struct HardwareProps {
    /// The machine and its run.
    pub subject: Subject,
    /// The state to draw.
    pub moment: Moment,
    /// Sizes.
    pub layout: Layout,
    /// Language.
    pub locale: Locale,
}

/// The hardware of one machine.
#[component]
pub fn Hardware(props: &HardwareProps) -> Html {
    let HardwareProps { subject, moment, layout, locale } = props;
    let machine = &subject.machine;
    let [cores, ..] = subject.usage(moment.0.time);
    let (width, top, rem) = (layout.strata_width(), layout.floor, layout.rem);
    let cell = width / 3.0;
    let (text, bar) = (top + 20.0 * rem, top + 28.0 * rem);
    let inner = cell - 20.0;
    let used: Bytes = moment.0.by_owner.into_iter().sum();
    let disk = disk_used(subject, moment);
    let mut frame = Outline::default();
    frame.rectangle([0.0, top, width, layout.hardware]);
    let mut rests = Outline::default();
    let mut works = Outline::default();
    core_squares(
        [10.0, bar, inner, 24.0 * rem],
        machine.cores_at(moment.0.time),
        cores,
        &mut works,
        &mut rests,
    );
    for (index, (part, whole)) in
        [(used, machine.host.memory), (disk, machine.host.disk.size)].into_iter().enumerate()
    {
        let x = cell * if index == 0 { 1.0 } else { 2.0 } + 10.0;
        let share = (part.as_f64() / whole.as_f64().max(1.0)).clamp(0.0, 1.0);
        rests.rectangle([x, bar, inner, 14.0 * rem]);
        works.rectangle([x, bar, (inner * share).max(1.0), 14.0 * rem]);
    }
    let label = |index: f64, words: String| {
        html! {
            <text class="hardware-word" x={format!("{:.1}", cell * index + 10.0)}
                y={format!("{text:.1}")}>{ words }</text>
        }
    };
    let memory = figures::bytes(machine.host.memory, *locale);
    let storage = figures::decimal_bytes(machine.host.disk.size, *locale);
    // Where four machines stand side by side there is room for the word alone.
    let sized = |of: Label, size: String| match of.say(*locale) {
        word if cell < 104.0 * rem => word.to_owned(),
        word => format!("{word} {size}"),
    };
    let of_cores = Sentence::CoreCount(machine.cores_at(moment.0.time)).say(*locale);
    html! {
        <g class="hardware">
            <path class="hardware-ground" d={frame.into_string()} />
            <path class="hardware-rest" d={rests.into_string()} />
            <path class="hardware-work" d={works.into_string()} />
            { label(0.0, of_cores) }
            { label(1.0, sized(Label::Memory, memory)) }
            { label(2.0, sized(Label::Disk, storage)) }
        </g>
    }
}

/// Bytes on the disk: what is shared, and what the instances that have begun have added.
fn disk_used(subject: &Subject, moment: &Moment) -> Bytes {
    let disk = &subject.report.disk;
    let begun = subject.report.instances.iter();
    let begun = begun.filter(|of| of.launched.is_some_and(|at| at <= moment.0.time)).count();
    let begun = u64::try_from(begun).unwrap_or(0).min(u64::from(disk.instances));
    disk.shared + disk.each * begun
}

/// A square for each core, or one bar where they are too many.
fn core_squares(
    [x, y, width, height]: [f64; 4],
    count: u32,
    busy: f64,
    works: &mut Outline,
    rests: &mut Outline,
) {
    let rows: u32 = if count > 48 {
        3
    } else if count > 8 {
        2
    } else {
        1
    };
    let across = count.div_ceil(rows).max(1);
    let side = (width / f64::from(across)).min(height / f64::from(rows)).min(12.0);
    if side < 3.5 {
        rests.rectangle([x, y, width, height * 0.6]);
        let share = (busy / f64::from(count.max(1))).clamp(0.0, 1.0);
        works.rectangle([x, y, (width * share).max(0.5), height * 0.6]);
        return;
    }
    for core in 0..count {
        let place = [
            x + f64::from(core % across) * side,
            y + f64::from(core / across) * side,
            side - 1.5,
            side - 1.5,
        ];
        if f64::from(core) + 0.5 <= busy { works.rectangle(place) } else { rests.rectangle(place) }
    }
}
