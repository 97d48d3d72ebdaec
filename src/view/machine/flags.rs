//! The flags over the columns: what each instance is doing, and the outline of the chosen one.

use std::rc::Rc;

use yew::prelude::*;

use super::geometry::Column;
use super::{Layout, place_of};
use crate::app::Selection;
use crate::catalog::Phase;
use crate::experiment::{Activity, Wait};
use crate::text::Locale;
use crate::text::lab::state_short;
use crate::units::sort_short;
use crate::view::path::Outline;
use crate::view::subject::{Moment, Subject};
use crate::view::theme::activity_fill;

/// Height of a flag in CSS pixels.
pub const FLAG: f64 = 10.0;

/// An activity without what its flag does not show.
#[must_use]
pub fn kind_of(activity: Activity) -> Activity {
    match activity {
        Activity::Waiting(_, wait) => Activity::Waiting(Phase::Create, wait),
        Activity::Doing(phase, _) => Activity::Doing(phase, None),
        other => other,
    }
}

/// How many instances are in each state, those that are furthest first.
#[must_use]
pub fn tally(activities: &[Activity]) -> Vec<(Activity, u32)> {
    let mut counts: Vec<(Activity, u32)> = Vec::new();
    for &activity in activities {
        let kind = kind_of(activity);
        match counts.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind, 1)),
        }
    }
    sort_short(&mut counts, |one, other| rank(one.0) < rank(other.0));
    counts
}

/// Place in the list of states: the finished first, then by phase, then by what is waited for.
fn rank(activity: Activity) -> (u8, u8) {
    match activity {
        Activity::Ready => (0, 0),
        Activity::Doing(phase, _) => (1, 20 - phase as u8),
        Activity::Waiting(_, wait) => (2, wait_rank(wait)),
        Activity::NotStarted => (3, 0),
        Activity::Refused => (4, 0),
        Activity::Killed => (5, 0),
        Activity::Stopped => (6, 0),
    }
}

const fn wait_rank(wait: Wait) -> u8 {
    match wait {
        Wait::Cores => 0,
        Wait::Disk => 1,
        Wait::Memory => 2,
        Wait::Lock(_) => 3,
        Wait::Image | Wait::Carrier => 4,
        Wait::Link => 5,
        Wait::Launcher => 6,
    }
}

/// What the flags need.
#[derive(Clone, PartialEq, Properties)]
pub struct FlagsProps {
    /// The machine and its run.
    pub subject: Subject,
    /// The state to draw.
    pub moment: Moment,
    /// The columns.
    pub columns: Rc<Vec<Column>>,
    /// Upper edge of each column.
    pub tops: Vec<f64>,
    /// Sizes.
    pub layout: Layout,
    /// Language.
    pub locale: Locale,
    /// What is selected everywhere.
    pub selection: Selection,
    /// The instance that is looked at.
    pub selected: Option<u32>,
    /// Where columns stand.
    pub ground: f64,
}

/// The flags.
#[component]
pub fn Flags(props: &FlagsProps) -> Html {
    let FlagsProps { moment, columns, tops, layout, locale, selected, ground, .. } = props;
    let mut groups: Vec<(Activity, Outline)> = Vec::new();
    let doing = |column: &Column| {
        let middle = (column.first + column.count / 2) as usize;
        moment.0.activities.get(middle).copied().map_or(Activity::NotStarted, kind_of)
    };
    for (column, top) in columns.iter().zip(tops) {
        let kind = doing(column);
        let flag = [column.x, top - FLAG - 3.0, column.width, FLAG];
        let place = groups.iter().position(|(known, _)| *known == kind).unwrap_or_else(|| {
            groups.push((kind, Outline::default()));
            groups.len() - 1
        });
        groups[place].1.rectangle(flag);
    }
    let longest = groups.iter().map(|(kind, _)| text_width(state_short(*kind, *locale)));
    let longest = longest.fold(0.0, f64::max) * 13.0 * layout.rem;
    let pitch = columns.first().map_or(0.0, |column| column.width + 5.0);
    let words = pitch >= longest + 2.0 && columns.len() <= 60;
    let mut frame = Outline::default();
    if let Some(instance) = selected {
        frame.rectangle(place_of(*instance, columns, tops, *ground));
    }
    html! {
        <g class="flags">
            <g>{ for groups.into_iter().enumerate()
                .map(|(at, group)| flag_paths(at, group, props.selection)) }</g>
            <g>{ for columns.iter().zip(tops).filter(|_| words).map(|(column, top)| html! {
                <text key={column.first} class="flag-word" text-anchor="middle"
                    x={format!("{:.1}", column.x + column.width / 2.0)}
                    y={format!("{:.1}", top - FLAG - 8.0)}>
                    { state_short(doing(column), *locale) }
                </text>
            }) }</g>
            <path class="chosen-frame" d={frame.into_string()} />
        </g>
    }
}

fn flag_paths(at: usize, (kind, outline): (Activity, Outline), selection: Selection) -> Html {
    let back = match (selection, kind) {
        (Selection::Phase(phase), Activity::Doing(doing, _)) => phase != doing,
        (Selection::Phase(_), _) => true,
        _ => false,
    };
    let fill = activity_fill(kind);
    let path = AttrValue::from(outline.into_string());
    html! {
        <g key={at} class={classes!(back.then_some("stands-back"))}>
            <path class={classes!("flag", fill.class)} d={path.clone()} />
            <path class="stratum-pattern" fill={fill.pattern.unwrap_or("none")} d={path} />
        </g>
    }
}

/// Width of a word in the height of its letters, near enough to see whether it fits.
#[must_use]
pub fn text_width(word: &str) -> f64 {
    let width = |letter: char| match letter {
        'f' | 'i' | 'j' | 'l' | 'r' | 't' | ' ' | '.' | ',' | '’' => 0.38,
        'm' | 'w' | 'M' | 'W' => 0.86,
        'A'..='Z' => 0.68,
        letter if letter.is_ascii() => 0.57,
        _ => 1.0,
    };
    word.chars().map(width).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tally_counts_every_instance_once_and_puts_the_finished_first() {
        let states = [
            Activity::Doing(Phase::Kernel, Some(Wait::Cores)),
            Activity::Ready,
            Activity::Doing(Phase::Kernel, None),
            Activity::Waiting(Phase::Network, Wait::Cores),
            Activity::Waiting(Phase::Init, Wait::Cores),
        ];
        let counts = tally(&states);
        assert_eq!(counts[0], (Activity::Ready, 1));
        assert_eq!(counts[1], (Activity::Doing(Phase::Kernel, None), 2));
        assert_eq!(counts.iter().map(|(_, count)| count).sum::<u32>(), 5);
    }
}
