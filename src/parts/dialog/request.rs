//! One request on its way through both machines, step by step, until its cost is complete.
//!
//! Both machines take the same steps at the same time: where one has a step that the other lacks,
//! the other stands still, and that is what is to be seen.

mod drawing;

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use self::drawing::drawing;
use super::Frame;
use super::depth::Depth;
use crate::app::part::Brief;
use crate::catalog::{Workload, workload, workloads};
use crate::model::Machine;
use crate::model::request::{StepKind, WayStep};
use crate::scenario::Side;
use crate::scenario::choice::throughput::Id;
use crate::text::answer::throughput::choice as workload_name;
use crate::text::way::{self as words, SoFar, Word};
use crate::text::{Locale, Say, name};
use crate::units::sort_short;
use crate::view::framed::{framed, heads};
use crate::web::page::use_media;

/// Between two steps that follow each other by themselves.
const STEP_MILLISECONDS: u32 = 900;

/// What the dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct RequestDialogProps {
    /// What is shown.
    pub brief: Brief,
}

/// One machine's way.
#[derive(Clone, Debug, PartialEq)]
struct Lane {
    machine: Rc<Machine>,
    steps: Vec<WayStep>,
}

impl Lane {
    fn paid(&self, until: Option<StepKind>) -> f64 {
        let passed = |step: &&WayStep| until.is_none_or(|last| step.kind <= last);
        self.steps.iter().filter(passed).map(WayStep::total).sum()
    }

    fn step(&self, kind: StepKind) -> Option<&WayStep> {
        self.steps.iter().find(|step| step.kind == kind)
    }
}

/// The steps of both, each once, in order.
fn kinds(lanes: &[Lane]) -> Vec<StepKind> {
    let mut all: Vec<StepKind> = Vec::new();
    for step in lanes.iter().flat_map(|lane| &lane.steps) {
        if !all.contains(&step.kind) {
            all.push(step.kind);
        }
    }
    sort_short(&mut all, |one, other| one < other);
    all
}

/// The dialog.
#[component]
pub fn RequestDialog(props: &RequestDialogProps) -> Html {
    let brief = &props.brief;
    let locale = brief.locale;
    let chosen = use_state_eq(|| brief.scenario.throughput.workload.clone());
    let asleep = use_state_eq(|| false);
    let reduced = use_media("(prefers-reduced-motion: reduce)");
    let playing = use_state_eq(|| false);
    let bill: &'static Workload = workload(&chosen).unwrap_or(workloads()[0]);
    let lanes: Vec<Lane> = Side::BOTH
        .into_iter()
        .filter_map(|side| brief.scenario.machine(side).ok())
        .map(|machine| Lane { steps: machine.way(bill, *asleep), machine: Rc::new(machine) })
        .collect();
    let kinds = kinds(&lanes);
    // Everything is there at first: who wants to see it grow, plays it.
    let at = use_state_eq(|| usize::MAX);
    let now = (*at).min(kinds.len());
    {
        let (at, stop, count) = (at.setter(), playing.setter(), kinds.len());
        use_effect_with((*playing, now), move |&(playing, now)| {
            let timer = playing.then(|| {
                Timeout::new(STEP_MILLISECONDS, move || {
                    at.set(now + 1);
                    stop.set(now + 1 < count);
                })
            });
            move || drop(timer)
        });
    }
    let go = {
        let (at, playing) = (at.setter(), playing.setter());
        Callback::from(move |to: usize| {
            playing.set(false);
            at.set(to);
        })
    };
    let play = {
        let (playing, at, running, end) = (playing.setter(), at.setter(), *playing, kinds.len());
        Callback::from(move |_: MouseEvent| match (running, reduced) {
            (true, _) => playing.set(false),
            (false, true) => at.set(end),
            (false, false) => {
                if now >= end {
                    at.set(0);
                }
                playing.set(true);
            }
        })
    };
    html! {
        <Frame title={Word::Follow.say(locale)} wide=true depth={Depth::of(brief, true)} {locale}>
            <div class="inside">
                { choices(bill, (&chosen.setter(), &asleep.setter(), *asleep), locale) }
                { transport(now, kinds.len(), &go, (&play, *playing), locale) }
                <div class="way-machines">
                    { for lanes.iter().enumerate().map(|(index, lane)| html! {
                        <section key={index}>{ one(lane, index, &kinds, now, locale) }</section>
                    }) }
                </div>
                { table(&lanes, &kinds, now, locale) }
                <p class="note">{ Word::AboutSteps.say(locale) }</p>
            </div>
        </Frame>
    }
}

/// One machine: its sum so far, and its strata.
fn one(lane: &Lane, index: usize, kinds: &[StepKind], now: usize, locale: Locale) -> Html {
    let until = now.checked_sub(1).and_then(|last| kinds.get(last).copied());
    let paid = until.map_or(0.0, |last| lane.paid(Some(last)));
    let told =
        SoFar { name: name::platform(&lane.machine.platform, locale), paid, all: lane.paid(None) };
    let letter = name::side(if index == 0 { Side::A } else { Side::B });
    html! {
        <>
            <p class="way-sum"><strong>{ letter }</strong>{ " " }{ told.say(locale) }</p>
            { drawing(&lane.machine.strata(), &lane.steps, kinds, until, locale) }
        </>
    }
}

/// What is asked for.
fn choices(
    bill: &Workload,
    (chosen, sleeps, asleep): (&UseStateSetter<String>, &UseStateSetter<bool>, bool),
    locale: Locale,
) -> Html {
    let pick = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let field =
                event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            if let Some(field) = field {
                chosen.set(field.value());
            }
        })
    };
    let sleep = {
        let sleeps = sleeps.clone();
        Callback::from(move |event: Event| {
            let field =
                event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            sleeps.set(field.is_some_and(|field| field.checked()));
        })
    };
    html! {
        <div class="inside-choice">
            <label>
                { Word::Work.say(locale) }{ " " }
                <select onchange={pick}>
                    { for workloads().iter().map(|of| html! {
                        <option key={of.id} value={of.id} selected={of.id == bill.id}>
                            { workload_name(Id::Workload, of.id, locale).unwrap_or(of.name) }
                        </option>
                    }) }
                </select>
            </label>
            <label>
                <input type="checkbox" checked={asleep} onchange={sleep} />{ " " }
                { Word::Asleep.say(locale) }
            </label>
        </div>
    }
}

/// What moves from step to step.
fn transport(
    now: usize,
    count: usize,
    go: &Callback<usize>,
    (play, playing): (&Callback<MouseEvent>, bool),
    locale: Locale,
) -> Html {
    let button = |word: Word, to: usize| {
        let go = go.clone();
        let press = Callback::from(move |_: MouseEvent| go.emit(to));
        html! { <button type="button" onclick={press}>{ word.say(locale) }</button> }
    };
    let scrub = {
        let go = go.clone();
        Callback::from(move |event: InputEvent| {
            let field =
                event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(to) = field.and_then(|field| field.value().parse().ok()) {
                go.emit(to);
            }
        })
    };
    let playing = if playing { Word::Pause } else { Word::Play };
    html! {
        <div class="inside-choice">
            <button type="button" class="primary" onclick={play}>{ playing.say(locale) }</button>
            { button(Word::First, 0) }
            { button(Word::Back, now.saturating_sub(1)) }
            { button(Word::Next, (now + 1).min(count)) }
            { button(Word::All, count) }
            <label>
                { Word::Place.say(locale) }{ " " }
                <input type="range" min="0" max={count.to_string()} step="1" oninput={scrub}
                    value={now.to_string()} />
                { format!(" {now} / {count}") }
            </label>
        </div>
    }
}

/// Every step of both machines, and the sums.
fn table(lanes: &[Lane], kinds: &[StepKind], now: usize, locale: Locale) -> Html {
    let names: Vec<String> = lanes
        .iter()
        .zip(Side::BOTH)
        .map(|(lane, side)| {
            format!("{} {}", name::side(side), name::platform(&lane.machine.platform, locale))
        })
        .collect();
    let columns = [Word::Step, Word::Where, Word::Passes].map(|word| word.say(locale));
    let columns: Vec<&str> = columns.into_iter().chain(names.iter().map(String::as_str)).collect();
    let row = |(at, kind): (usize, &StepKind)| {
        let steps: Vec<Option<&WayStep>> = lanes.iter().map(|lane| lane.step(*kind)).collect();
        let strata = told(&steps, |step| words::stratum(step.stratum, locale));
        let passages = told(&steps, |step| words::passage(step.passage, locale));
        html! {
            <tr key={*kind as usize} aria-current={(at + 1 == now).then_some("step")}
                class={classes!((at >= now).then_some("ahead"))}>
                <th scope="row">{ words::step(*kind, locale) }</th>
                <td>{ strata }</td>
                <td>{ passages }</td>
                { for steps.iter().enumerate().map(|(index, step)| html! {
                    <td key={index}>{
                        step.map_or_else(|| "–".to_owned(), |of| words::reckoning(of, locale))
                    }</td>
                }) }
            </tr>
        }
    };
    framed(
        html! {
            <table class="way-steps">
                { heads(&columns) }
                <tbody>{ for kinds.iter().enumerate().map(row) }</tbody>
                <tfoot><tr>
                    <th scope="row" colspan="3">{ Word::Sum.say(locale) }</th>
                    { for lanes.iter().enumerate().map(|(index, lane)| html! {
                        <td key={index}>{ words::time(lane.paid(None), locale) }</td>
                    }) }
                </tr></tfoot>
            </table>
        },
        locale,
    )
}

/// What the machines have in common, or both where they differ.
fn told(steps: &[Option<&WayStep>], of: impl Fn(&WayStep) -> &'static str) -> String {
    let mut all: Vec<&str> = Vec::new();
    for step in steps.iter().flatten() {
        if !all.contains(&of(step)) {
            all.push(of(step));
        }
    }
    all.join(" · ")
}
