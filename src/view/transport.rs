//! The bar that moves the clock: one for both machines, at the foot of the window.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::{Action, Playback, SPEEDS, Speed};
use crate::scenario::Mode;
use crate::text::lab::{Label, Told, figures};
use crate::text::{Locale, Say};
use crate::units::Time;

/// Steps of the scrubber over the whole run.
const STEPS: u32 = 1000;

/// What the bar needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TransportProps {
    /// The clock.
    pub playback: Playback,
    /// The end of the run.
    pub end: Time,
    /// What is asked of the machines.
    pub mode: Mode,
    /// Told what to do.
    pub act: Callback<Action>,
    /// Language.
    pub locale: Locale,
}

/// The position of the scrubber for a time.
fn step_of(time: Time, end: Time) -> u32 {
    // The nearest one: a step that a key has made must not be taken back by rounding.
    let end = u128::from(end.0.max(1));
    let steps = (u128::from(time.0) * u128::from(STEPS) + end / 2) / end;
    u32::try_from(steps).unwrap_or(STEPS).min(STEPS)
}

fn time_of(step: u32, end: Time) -> Time {
    let time = u128::from(end.0) * u128::from(step.min(STEPS)) / u128::from(STEPS);
    Time(u64::try_from(time).unwrap_or(u64::MAX))
}

/// The bar.
#[component]
pub fn Transport(props: &TransportProps) -> Html {
    let TransportProps { playback, end, act, locale, mode } = props;
    let time = playback.time(*end);
    let at_end = time >= *end;
    let (label, class) = match (playback.playing, at_end, mode) {
        (true, ..) => (Label::Pause, "primary"),
        (false, true, Mode::Fill) => (Label::PlayFill, "primary"),
        (false, true, mode) if mode.is_start() => (Label::PlayStart, "primary"),
        (false, ..) => (Label::Play, "primary"),
    };
    let icon =
        if playback.playing { "M3 2h4v12h-4zM9 2h4v12h-4z" } else { "M3 1.5l11 6.5l-11 6.5z" };
    let button = |label: Label, path: &'static str, action: Action| {
        let act = act.clone();
        let press = Callback::from(move |_: MouseEvent| act.emit(action.clone()));
        html! {
            <button type="button" class="icon" onclick={press} title={label.say(*locale)}
                aria-label={label.say(*locale)}>
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                    <path d={path} />
                </svg>
            </button>
        }
    };
    let play = {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::TogglePlay))
    };
    // A presenter's remote sends these; elsewhere on the page they scroll.
    let remote = {
        let act = act.clone();
        Callback::from(move |event: KeyboardEvent| {
            // On the scrubber they are leaps, as on any slider.
            let on = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            if on.is_some() {
                return;
            }
            let action = match event.key().as_str() {
                "PageUp" => Action::StepBack,
                "PageDown" => Action::StepForward,
                _ => return,
            };
            event.prevent_default();
            act.emit(action);
        })
    };
    html! {
        <section class="transport" onkeydown={remote}
            aria-label={Label::Transport.say(*locale)}>
            <div class="transport-buttons">
                <button type="button" class={class} onclick={play}>
                    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                        <path d={icon} />
                    </svg>
                    <span>{ label.say(*locale) }</span>
                </button>
                { button(Label::ToStart, "M2 2h2v12h-2zM14 2v12l-9-6z", Action::ToBeginning) }
                { button(Label::StepBack, "M9 3v10l-7-5zM11 3h2v10h-2z", Action::StepBack) }
                { button(Label::StepForward, "M7 3v10l7-5zM3 3h2v10h-2z", Action::StepForward) }
                { button(Label::ToEnd, "M12 2h2v12h-2zM2 2v12l9-6z", Action::ToEnd) }
            </div>
            { scrubber(&ScrubberProps { time, end: *end, act: act.clone(), locale: *locale }) }
            <div class="transport-more">
                // Sixty times a second is not to be spoken; the page speaks when it comes to rest.
                <output class="clock" aria-live="off">
                    { figures::clock(time, *end, *locale) }
                </output>
                { speed_choice(&SpeedProps {
                    speed: playback.speed, act: act.clone(), locale: *locale
                }) }
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq)]
struct ScrubberProps {
    time: Time,
    end: Time,
    act: Callback<Action>,
    locale: Locale,
}

fn scrubber(props: &ScrubberProps) -> Html {
    let ScrubberProps { time, end, act, locale } = props;
    let (act, end) = (act.clone(), *end);
    let seek = Callback::from(move |event: InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(step) = field.and_then(|field| field.value().parse::<u32>().ok()) {
            act.emit(Action::Seek(time_of(step, end)));
        }
    });
    html! {
        <div class="scrubber">
            <input type="range" min="0" max={STEPS.to_string()} step="1" oninput={seek}
                value={step_of(*time, end).to_string()} aria-label={Label::Clock.say(*locale)}
                aria-valuetext={Told::TimeOf(*time, end).say(*locale)} />
        </div>
    }
}

#[derive(Clone, PartialEq)]
struct SpeedProps {
    speed: Speed,
    act: Callback<Action>,
    locale: Locale,
}

fn speed_choice(props: &SpeedProps) -> Html {
    let SpeedProps { speed, act, locale } = props;
    let act = act.clone();
    let choose = Callback::from(move |event: Event| {
        let menu = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let index = menu.and_then(|menu| usize::try_from(menu.selected_index()).ok());
        if let Some(speed) = index.and_then(|index| SPEEDS.get(index)) {
            act.emit(Action::SetSpeed(*speed));
        }
    });
    html! {
        <select class="speed" aria-label={Label::Speed.say(*locale)} onchange={choose}>
            { for SPEEDS.iter().enumerate().map(|(index, offered)| html! {
                <option key={index} value={index.to_string()} selected={offered == speed}>
                    { Told::Speed(*offered).say(*locale) }
                </option>
            }) }
        </select>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Span;

    #[test]
    fn the_scrubber_reaches_both_ends_exactly() {
        let end = Time::ZERO + Span::seconds(7);
        assert_eq!((step_of(Time::ZERO, end), step_of(end, end)), (0, STEPS));
        assert_eq!((time_of(0, end), time_of(STEPS, end)), (Time::ZERO, end));
        for step in [1_u32, 17, 500, 999] {
            assert!(step.abs_diff(step_of(time_of(step, end), end)) <= 1);
        }
        assert_eq!(step_of(Time::ZERO, Time::ZERO), 0);
    }
}
