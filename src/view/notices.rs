//! What is wrong and what to do about it; nothing here ever takes the place of the page.

use yew::prelude::*;

use crate::app::{Action, Notice, RunState};
use crate::scenario::{Problem, Remedy};
use crate::text::lab::{Label, Told};
use crate::text::{Locale, Say};

/// What the notices need.
#[derive(Clone, PartialEq, Properties)]
pub struct NoticesProps {
    /// What is wrong with the settings.
    pub problems: Vec<Problem>,
    /// What the user should know once.
    pub notices: Vec<Notice>,
    /// How the runs stand.
    pub progress: Option<(u32, u32)>,
    /// Whether there is a scenario to go back to.
    pub back: bool,
    /// Told what to do.
    pub act: Callback<Action>,
    /// Language.
    pub locale: Locale,
}

/// How far both runs have come, if any is long enough to be told about.
#[must_use]
pub fn progress(runs: &[RunState; 2]) -> Option<(u32, u32)> {
    let mut sum = None;
    for run in runs {
        if let RunState::Running(progress) = run {
            let (ready, of) = sum.unwrap_or((0, 0));
            sum = Some((ready + progress.ready, of + progress.of));
        }
    }
    sum.filter(|(_, of)| *of > 0)
}

/// The notices.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let NoticesProps { problems, notices, progress, back, act, locale } = props;
    html! {
        <div class="notices">
            <section class="problems" role="alert" hidden={problems.is_empty()}>
                <h2>{ Label::ProblemsTitle.say(*locale) }</h2>
                <ul>{ for problems.iter().enumerate().map(|(index, problem)| html! {
                    <li key={index}>
                        <span>{ problem.say(*locale) }</span>
                        { problem.remedy.as_ref().map_or_else(
                            || html! { <span /> }, |remedy| cure(remedy, act, *locale)) }
                    </li>
                }) }</ul>
            </section>
            <div role="status"><ul class="told">
                { for notices.iter().enumerate().map(|(index, notice)| {
                let act = act.clone();
                let dismiss = Callback::from(move |_: MouseEvent| act.emit(Action::Dismiss(index)));
                html! {
                    <li key={index} class="notice">
                        <span>{ notice.say(*locale) }</span>
                        <button type="button" onclick={dismiss}
                            aria-label={Label::Dismiss.say(*locale)}>{ "×" }</button>
                    </li>
                }
            }) }</ul></div>
            <div class="running" hidden={progress.is_none()}>
                { running(*progress, *back, act, *locale) }
            </div>
        </div>
    }
}

fn cure(remedy: &Remedy, act: &Callback<Action>, locale: Locale) -> Html {
    let (act, action) = (act.clone(), Action::Apply(remedy.clone()));
    let apply = Callback::from(move |_: MouseEvent| act.emit(action.clone()));
    html! { <button type="button" onclick={apply}>{ remedy.say(locale) }</button> }
}

fn running(
    progress: Option<(u32, u32)>,
    back: bool,
    act: &Callback<Action>,
    locale: Locale,
) -> Html {
    let (ready, of) = progress.unwrap_or((0, 1));
    let act = act.clone();
    let cancel = Callback::from(move |_: MouseEvent| act.emit(Action::Undo));
    html! {
        <>
            <span>{ Told::Running { ready, of }.say(locale) }</span>
            <progress value={ready.to_string()} max={of.max(1).to_string()}></progress>
            <button type="button" hidden={!back} onclick={cancel}>
                { Label::Cancel.say(locale) }
            </button>
        </>
    }
}
