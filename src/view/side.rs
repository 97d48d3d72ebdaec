//! One machine of the comparison: its choice, its kernels, its drawing, and what each is doing.

use yew::prelude::*;

use super::controls::{SideControlsProps, side_controls};
use super::ledger::Ledger;
use super::machine::stop::LookButton;
use super::machine::{Layout, MachineDrawing, kernels, mean_each, name_of, tally};
use super::number::{Number, sentence};
use super::subject::{Moment, Subject};
use super::swatch::swatch;
use super::theme::{activity_fill, owner_fill};
use crate::app::{Action, Selection};
use crate::catalog::Kernel;
use crate::experiment::explain::Displayed;
use crate::experiment::start::Quantity;
use crate::experiment::{Activity, Ceiling, DensityReport};
use crate::model::Owner;
use crate::scenario::{Scenario, Side};
use crate::text::difference::{Tool, changed};
use crate::text::lab::{Bound, Label, Sentence, figures};
use crate::text::limit as limit_words;
use crate::text::{Locale, Say, name};
use crate::units::Bytes;
use crate::web::page;

/// What one side needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SideProps {
    /// Which.
    pub side: Side,
    /// What is asked for.
    pub scenario: Scenario,
    /// The machine and its run, if there is one yet.
    pub subject: Option<Subject>,
    /// The state at the time of the clock.
    pub moment: Option<Moment>,
    /// Square pixels for each byte.
    pub scale: f64,
    /// Sizes.
    pub layout: Layout,
    /// What is selected everywhere.
    pub selection: Selection,
    /// The instance that is looked at.
    pub selected: Option<u32>,
    /// Told when an instance is picked.
    pub on_select: Callback<u32>,
    /// Told what to do.
    pub act: Callback<Action>,
    /// Language.
    pub locale: Locale,
}

/// The letter of one machine, and its choices.
pub fn side_head(side: Side, scenario: &Scenario, act: &Callback<Action>, locale: Locale) -> Html {
    html! {
        <div class="side-head">
            <h2 class="side-letter"><span aria-hidden="true">{ format!("{side:?}") }</span>
                <span class="visually-hidden">{ machine(side).say(locale) }</span></h2>
            {
                if Side::BOTH.contains(&side) {
                    side_controls(&SideControlsProps {
                        scenario: scenario.clone(), side, act: act.clone(), locale,
                    })
                } else {
                    kept(side, scenario, locale)
                }
            }
            { tools(side, scenario, act, locale) }
        </div>
    }
}

/// What a further machine is: it has no controls, for it is held.
fn kept(side: Side, scenario: &Scenario, locale: Locale) -> Html {
    let platform = scenario.platform(side).map(|platform| name::platform(platform, locale));
    let guest = scenario.guest(side).filter(|_| scenario.has_guest(side));
    html! {
        <p class="side-kept">
            <strong>{ platform }</strong>
            <span>{ guest.map(|guest| name::guest(guest, locale)) }</span>
        </p>
    }
}

/// What can be done with a machine, and whether it is held.
fn tools(side: Side, scenario: &Scenario, act: &Callback<Action>, locale: Locale) -> Html {
    let (held, changes) = (scenario.is_held(side), scenario.changes(side));
    let free = scenario.free_letter();
    let whole = changes.is_empty();
    let all = [
        (Tool::PinAsA, !(side == Side::A && held), Action::Pin { from: side, to: Side::A }),
        (Tool::Keep, free.is_some(), Action::Pin { from: side, to: free.unwrap_or(Side::C) }),
        (Tool::Swap, side == Side::A && !held || held && whole, Action::Exchange(side)),
        (Tool::Unpin, held && side == Side::A, Action::Release(side)),
        (Tool::Remove, held && side != Side::A, Action::Release(side)),
    ];
    let mark = if whole { Tool::Held } else { Tool::Forked };
    html! {
        <div class="side-tools" hidden={!scenario.mode.is_start()}>
            <span class="side-mark" hidden={!held}>{ mark.label(locale) }</span>
            { for all.into_iter().filter(|(_, offered, _)| *offered).map(|(one, _, action)| {
                let act = act.clone();
                let press = Callback::from(move |_: MouseEvent| {
                    act.emit(action.clone());
                    if matches!(one, Tool::Remove) {
                        page::focus(".side-tools button");
                    }
                });
                html! {
                    <button key={one as u8} type="button" class="small" onclick={press}
                        aria-label={one.name(name::side(side), locale)}>
                        { one.label(locale) }
                    </button>
                }
            }) }
            <ul class="side-changes" hidden={whole}>
                { for changes.iter().enumerate().map(|(at, change)| html! {
                    <li key={at}>{ changed(change, locale) }</li>
                }) }
            </ul>
        </div>
    }
}

/// Name of a machine.
#[must_use]
pub const fn machine(side: Side) -> Label {
    match side {
        Side::A => Label::MachineA,
        Side::B => Label::MachineB,
        Side::C => Label::MachineC,
        Side::D => Label::MachineD,
    }
}

/// One machine.
#[component]
pub fn SideView(props: &SideProps) -> Html {
    let SideProps { side, scenario, subject, moment, locale, .. } = props;
    html! {
        <section class="side" aria-label={machine(*side).say(*locale)}>
            { side_head(*side, scenario, &props.act, *locale) }
            <div class="side-body">{
                match (subject, moment) {
                    (Some(subject), Some(moment)) => body(props, subject, moment),
                    _ => html! { <div class="drawing-place waiting" /> },
                }
            }</div>
        </section>
    }
}

fn body(props: &SideProps, subject: &Subject, moment: &Moment) -> Html {
    let SideProps { scale, layout, selected, on_select, locale, .. } = props;
    html! {
        <div>
            { limit(subject, moment, props.side, *locale) }
            { kernel_count(subject, moment, props.side, *locale) }
            <div class="drawing-place">
                <MachineDrawing subject={subject.clone()} moment={moment.clone()} scale={*scale}
                    layout={*layout} locale={*locale} selected={*selected}
                    on_select={on_select.clone()} selection={props.selection}
                    of={props.side} />
            </div>
            { states(moment, (props.side, *selected), *locale) }
            { owners(props, subject, moment) }
            <Ledger subject={subject.clone()} moment={moment.clone()} side={props.side}
                act={props.act.clone()} locale={*locale} selection={props.selection} />
        </div>
    }
}

/// What the machine ran out of, once the clock has come to it.
fn limit(subject: &Subject, moment: &Moment, side: Side, locale: Locale) -> Html {
    let report = &subject.report;
    let met = report.limits.first().filter(|(at, _)| *at <= moment.0.time);
    let density = report.density.as_ref().filter(|_| moment.0.time >= report.ended);
    let reached = density.map(|density| density.count);
    let limit = density.and_then(|density| density.limit).or(met.map(|(_, limit)| *limit));
    html! {
        <div class="limit" hidden={limit.is_none()}>
            <strong>{ limit.map(|limit| match reached {
                Some(count) => {
                    Sentence::FullAt(count, limit_words::short(&limit, locale)).say(locale)
                }
                None => limit_words::short(&limit, locale).to_owned(),
            }) }</strong>
            <p>{ limit.map(|limit| limit.say(locale)) }</p>
            <p>{ density.map(|density| bound(density, side, locale)) }</p>
        </div>
    }
}

/// What bounds a full machine, with numbers that can be asked about.
fn bound(density: &DensityReport, side: Side, locale: Locale) -> Html {
    let of = |ceiling: &Ceiling| {
        let told = format!("= {}", figures::count(ceiling.instances, locale));
        (told, side, Displayed::Ceiling(ceiling.resource))
    };
    let numbers: Vec<_> = density.ceilings.iter().map(of).collect();
    sentence(&Bound(density).say(locale), &numbers, locale)
}

/// Instances that are there now: those that were refused or killed are not.
fn there(moment: &Moment) -> u32 {
    let there = moment.0.activities.iter().filter(|doing| {
        matches!(doing, Activity::Waiting(..) | Activity::Doing(..) | Activity::Ready)
    });
    u32::try_from(there.count()).unwrap_or(u32::MAX)
}

/// The number that must be read from the back of the room.
fn kernel_count(subject: &Subject, moment: &Moment, side: Side, locale: Locale) -> Html {
    let at = Some(moment.0.time);
    let number = |told: String, of: Quantity| {
        let of = Displayed::Figure(of.into());
        html! { <Number {told} {side} {of} {at} {locale} /> }
    };
    let running = kernels(subject, &moment.0);
    let shared = subject.machine.platform.isolation.kernel == Kernel::Host;
    let split = Sentence::KernelsSplit {
        guests: running.saturating_sub(1),
        shared,
        instances: there(moment),
    };
    let ready = match subject.report.density {
        Some(_) => Sentence::ReadyNow(moment.0.ready).say(locale),
        None => Sentence::ReadyOf(moment.0.ready, subject.instances()).say(locale),
    };
    let used: Bytes = moment.0.by_owner.into_iter().sum();
    let used = Sentence::UsedOf(used, subject.machine.host.memory).say(locale);
    html! {
        <p class="kernel-count">
            <svg class="kernel-sign" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
                <path class="stratum fill-kernel" d="M2 2h36v36h-36z" />
                <path class="stratum-pattern" fill="url(#pattern-kernel)" d="M2 2h36v36h-36z" />
                <circle class="kernel-ring" cx="20" cy="20" r="11" />
                <circle class="kernel-core" cx="20" cy="20" r="4.6" />
            </svg>
            <strong>
                { number(Sentence::Kernels(running).say(locale), Quantity::Kernels) }
            </strong>
            <span>
                <span>{ split.say(locale) }</span>
                <span class="used">{ number(ready, Quantity::Ready) }
                    <span aria-hidden="true">{ " · " }</span>
                    { number(used, Quantity::Resident) }</span>
            </span>
        </p>
    }
}

/// How many instances are in each state, with the drawing of their flag.
fn states(moment: &Moment, (side, picked): (Side, Option<u32>), locale: Locale) -> Html {
    let all = tally(&moment.0.activities).into_iter().enumerate();
    html! {
        <ul class="legend states">
            { for all.map(|(at, (state, count))| html! {
                <li key={at}>
                    { swatch(activity_fill(state)) }
                    { Sentence::CountIn(count, state).say(locale) }
                </li>
            }) }
            <li key="look" hidden={picked.is_none()}>
                <LookButton {side} {picked} {locale} />
            </li>
        </ul>
    }
}

/// The legend of owners, where the drawing has no room for it.
fn owners(props: &SideProps, subject: &Subject, moment: &Moment) -> Html {
    let SideProps { layout, act, selection, locale, .. } = props;
    let (selection, locale) = (*selection, *locale);
    let pick = |whose: Owner| {
        let (act, action) = (act.clone(), selection.toggled(Selection::Owner(whose)));
        Callback::from(move |_: MouseEvent| act.emit(action.clone()))
    };
    let under = super::machine::geometry::slab_bytes(&subject.finish);
    let held =
        Owner::ALL.into_iter().filter(|whose| subject.finish.by_owner[whose.index()] > Bytes::ZERO);
    let amount = |whose: Owner| {
        if under[whose.index()] > Bytes::ZERO {
            figures::bytes(moment.0.by_owner[whose.index()], locale)
        } else {
            Sentence::Each(mean_each(moment, whose)).say(locale)
        }
    };
    html! {
        <ul class="legend owners" hidden={layout.gutter > 0.0}>
            { for held.map(|whose| html! {
                <li key={whose.index()}>
                    <button type="button" class="pick" onclick={pick(whose)}
                        aria-pressed={(selection == Selection::Owner(whose)).to_string()}>
                        { swatch(owner_fill(whose)) }
                        { name_of(subject, whose, locale) }
                        <span class="amount">{ amount(whose) }</span>
                    </button>
                </li>
            }) }
        </ul>
    }
}
