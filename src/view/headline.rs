//! The headline: what the page says at a glance, and what a screen reader is told when it rests.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::number::sentence;
use super::words;
use crate::app::{Comparison, State};
use crate::catalog::Clock;
use crate::experiment::explain::{Displayed, Rank};
use crate::experiment::{Report, start};
use crate::scenario::{Mode, Side};
use crate::text::lab::{Sentence, Why};
use crate::text::number::about;
use crate::text::page::question;
use crate::text::{Locale, Say};
use crate::units::Time;

/// A comparison as a dependency: compared by identity.
#[derive(Clone)]
pub struct Same(pub Option<Rc<Comparison>>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        }
    }
}

/// Why the comparison comes out as it does.
pub fn why(shown: &Comparison, locale: Locale) -> String {
    // It tells what both machines have in common, which is nothing where A is held.
    if shown.scenario.is_held(Side::A) {
        return String::new();
    }
    let machine = |side| shown.scenario.machine(side);
    let (Ok(a), Ok(b)) = (machine(Side::A), machine(Side::B)) else { return String::new() };
    Why { machines: [&a, &b], filled: shown.scenario.mode == Mode::Fill }.say(locale)
}

#[derive(Clone, Properties)]
/// What the headline needs.
pub struct HeadlineProps {
    /// The state.
    pub state: Rc<State>,
}

impl PartialEq for HeadlineProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The headline.
#[component]
pub fn Headline(props: &HeadlineProps) -> Html {
    let state = &props.state;
    let shown = state.shown.as_ref();
    let texts = use_memo((Same(state.shown.clone()), state.locale), |(shown, locale)| {
        shown.0.as_ref().map_or_else(Default::default, |shown| {
            let told: Vec<String> =
                shown.differences.iter().map(|difference| difference.say(*locale)).collect();
            (words::headline(shown, *locale), why(shown, *locale), told)
        })
    });
    if !state.scenario.mode.is_start() {
        return of_answers(state);
    }
    let time = state.time();
    let now = match shown {
        Some(shown) if time < shown.end => {
            let of = shown.reports.each_ref().map(|report| report.host_holder());
            let ready = shown.reports.each_ref().map(|report| ready_at(report, time));
            Sentence::Spoken(time, ready, of).say(state.locale)
        }
        _ => texts.0.clone(),
    };
    let spoken = texts.2.iter().fold(now, |told, difference| format!("{told} {difference}"));
    let held = Side::HELD.into_iter().any(|side| state.scenario.is_held(side));
    let quiet = state.playback.playing;
    html! {
        <div class="headline">
            <p class="headline-words">{ asked(shown, &texts.0, state.locale) }</p>
            <p class="headline-why" hidden={state.scenario.is_held(Side::A)}>{ texts.1.clone() }</p>
            <ul class="differences" hidden={!held}>
                { for texts.2.iter().enumerate().map(|(at, told)| html! {
                    <li key={at}>{ told.clone() }</li>
                }) }
            </ul>
            <div><Spoken text={spoken} quiet={quiet} /></div>
        </div>
    }
}

/// The headline with its times, which can be asked about.
fn asked(shown: Option<&Rc<Comparison>>, text: &str, locale: Locale) -> Html {
    let Some(shown) = shown else { return html! { <span>{ text.to_owned() }</span> } };
    let facts = &shown.headline.sides;
    let last = Displayed::Figure(start::Quantity::AllReady.into());
    let numbers: Vec<_> = Side::BOTH
        .into_iter()
        .flat_map(|side| {
            let of = &facts[side.index()];
            let all = of.last_ready.unwrap_or_default().since(Time::ZERO);
            let first = of.quickest.unwrap_or_default();
            [(all, last), (first, Displayed::Clock(Clock::Ready, Rank::Least))]
                .map(|(span, of)| (about(span, locale), side, of))
        })
        .collect();
    sentence(text, &numbers, locale)
}

/// The headline of two answers; the question itself while there is no answer yet.
fn of_answers(state: &State) -> Html {
    let (locale, mode) = (state.locale, state.scenario.mode);
    let [told, why] = state.answers().map_or_else(
        || [question(mode, locale).to_owned(), String::new()],
        |answered| [answered.told.headline.clone(), answered.told.why.clone()],
    );
    html! {
        <div class="headline">
            <p class="headline-words">{ told.clone() }</p>
            <p class="headline-why">{ why.clone() }</p>
            <div><Spoken text={format!("{told} {why}")} quiet={false} /></div>
        </div>
    }
}

/// Instances that answer at a time.
fn ready_at(report: &Report, time: Time) -> u32 {
    let ready = report
        .instances
        .iter()
        .filter(|of| of.clocks[Clock::Ready as usize].is_some_and(|at| at <= time));
    u32::try_from(ready.count()).unwrap_or(u32::MAX)
}

/// How long a text must stand before it is spoken, so that at most one is in two seconds.
const SPOKEN_AFTER_MILLISECONDS: u32 = 2000;

#[derive(Clone, PartialEq, Properties)]
struct SpokenProps {
    text: String,
    quiet: bool,
}

/// What a screen reader is told when the page has come to rest.
#[component]
fn Spoken(props: &SpokenProps) -> Html {
    let said = use_state_eq(String::new);
    let setter = said.setter();
    use_effect_with((props.text.clone(), props.quiet), move |(text, quiet)| {
        let text = text.clone();
        let wait =
            (!*quiet).then(|| Timeout::new(SPOKEN_AFTER_MILLISECONDS, move || setter.set(text)));
        move || drop(wait)
    });
    html! { <p class="visually-hidden" aria-live="polite">{ (*said).clone() }</p> }
}
