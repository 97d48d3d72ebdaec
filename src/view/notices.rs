//! What is wrong and what to do about it; nothing here ever takes the place of the page.

use yew::prelude::*;

use crate::app::{Action, Notice, RunState};
use crate::scenario::{Problem, Remedy};
use crate::text::lab::{Label, Told};
use crate::text::page::Word;
use crate::text::{Locale, Say};

/// What the notices need.
#[derive(Clone, PartialEq)]
pub struct NoticesProps {
    /// What is wrong with the settings.
    pub problems: Vec<Problem>,
    /// What the user should know once.
    pub notices: Vec<Notice>,
    /// How the runs stand.
    pub progress: Option<Standing>,
    /// Whether there is a scenario to go back to.
    pub back: bool,
    /// Told what to do.
    pub act: Callback<Action>,
    /// Language.
    pub locale: Locale,
}

/// How far both runs have come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// So many instances of so many are ready.
    Starts(u32, u32),
    /// So much of the whole is done, 0 to 1.
    Share(f64),
}

impl Standing {
    fn share(self) -> f64 {
        match self {
            Self::Starts(ready, of) => f64::from(ready) / f64::from(of.max(1)),
            Self::Share(share) => share,
        }
    }

    fn told(self, locale: Locale) -> String {
        match self {
            Self::Starts(ready, of) => Told::Running { ready, of }.say(locale),
            Self::Share(share) => Word::simulating(share, locale),
        }
    }
}

/// How far both runs have come, if any is long enough to be told about.
#[must_use]
pub fn progress(runs: &[RunState; 4]) -> Option<Standing> {
    let (mut ready, mut of) = (0, 0);
    let mut least = None::<f64>;
    for run in runs {
        match run {
            RunState::Running(progress) => {
                ready += progress.ready;
                of += progress.of;
            }
            RunState::Asking(share) => least = Some(least.map_or(*share, |it| it.min(*share))),
            _ => {}
        }
    }
    least.map(Standing::Share).or((of > 0).then_some(Standing::Starts(ready, of)))
}

/// The notices.
pub fn notices(props: &NoticesProps) -> Html {
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

fn running(progress: Option<Standing>, back: bool, act: &Callback<Action>, locale: Locale) -> Html {
    let progress = progress.unwrap_or(Standing::Share(0.0));
    let act = act.clone();
    let cancel = Callback::from(move |_: MouseEvent| act.emit(Action::Undo));
    html! {
        <>
            <span>{ progress.told(locale) }</span>
            <progress value={format!("{:.3}", progress.share())} max="1"
                aria-label={Word::Progress.say(locale)}></progress>
            <button type="button" hidden={!back} onclick={cancel}>
                { Label::Cancel.say(locale) }
            </button>
        </>
    }
}
