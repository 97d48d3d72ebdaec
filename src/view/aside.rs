//! The page's hold on the program of its parts: fetched when the first is opened, then told.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::theme::Shown;
use crate::app::part::{Turn, Wish};
use crate::app::work::Trouble;
use crate::app::{Action, Page, State, Theme};
use crate::scenario::Scenario;
use crate::text::Locale;
use crate::text::page::Word;
use crate::text::work;
use crate::web::parts::{Heard, Parts};

/// How the program of parts stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has asked for it, or it is on its way.
    Away,
    /// It listens.
    Ready,
    /// It did not come.
    Failed(Trouble),
}

/// The program of parts, as the page shows it.
#[derive(Clone, PartialEq)]
pub struct Aside {
    /// How it stands.
    pub standing: Standing,
    /// Tries once more to fetch it.
    pub again: Callback<()>,
}

/// Fetches the program of parts when something of it is wanted, and tells it what to show.
#[hook]
pub fn use_aside(state: &Rc<State>, act: &Callback<Action>, theme: Shown) -> Aside {
    let standing = use_state_eq(|| Standing::Away);
    let parts = use_mut_ref(|| None::<Parts>);
    let told = {
        let (setter, act) = (standing.setter(), act.clone());
        use_callback((), move |heard: Heard, ()| match heard {
            Heard::Broke(trouble) => setter.set(Standing::Failed(trouble)),
            Heard::Wish(Wish::Ready) => setter.set(Standing::Ready),
            Heard::Wish(wish) => {
                if let Some(action) = action_of(wish) {
                    act.emit(action);
                }
            }
        })
    };
    let load = {
        let (parts, setter) = (Rc::clone(&parts), standing.setter());
        let attempts = Cell::new(0);
        use_callback((), move |(), ()| {
            setter.set(Standing::Away);
            let loaded = Parts::load(attempts.get(), &told);
            attempts.set(attempts.get() + 1);
            if loaded.is_none() {
                setter.set(Standing::Failed(Trouble::NotLoaded));
            }
            *parts.borrow_mut() = loaded;
        })
    };
    // While nothing of it is wanted it is told so once, and not of every change in the Lab.
    let brief = state.wants_parts().then(|| {
        state.brief(match theme {
            Shown::Light => Theme::Light,
            Shown::Dark => Theme::Dark,
            Shown::Projector => Theme::Projector,
        })
    });
    let last = use_mut_ref(|| state.brief(Theme::Light));
    {
        let load = load.clone();
        use_effect_with((*standing, brief), move |(standing, brief)| {
            let first = parts.borrow().is_none();
            if let Some(brief) = brief {
                *last.borrow_mut() = brief.clone();
                if first {
                    load.emit(());
                }
            } else {
                let mut last = last.borrow_mut();
                (last.page, last.dialog, last.asked) = (Page::Lab, None, None);
                last.lesson = None;
                last.scenario = Scenario::default();
            }
            if let (Standing::Ready, Some(parts)) = (standing, &*parts.borrow()) {
                parts.tell(&last.borrow());
            }
        });
    }
    Aside { standing: *standing, again: load }
}

fn action_of(wish: Wish) -> Option<Action> {
    Some(match wish {
        Wish::Ready => return None,
        Wish::Close => Action::CloseDialog,
        Wish::Replied(reply) => Action::Replied(*reply),
        Wish::Told(told) => Action::Told(told),
        Wish::Select(selection) => Action::Select(selection),
        Wish::Clock(turn) => match turn {
            Turn::TogglePlay => Action::TogglePlay,
            Turn::Seek(time) => Action::Seek(time),
            Turn::StepForward => Action::StepForward,
            Turn::StepBack => Action::StepBack,
            Turn::ToBeginning => Action::ToBeginning,
            Turn::ToEnd => Action::ToEnd,
            Turn::SetSpeed(speed) => Action::SetSpeed(speed),
        },
        Wish::Open(scenario) => Action::OpenScenario(scenario),
        Wish::Set { side, parameter, value } => Action::Set { side, parameter, value },
        Wish::Drag { side, parameter, value } => Action::Drag { side, parameter, value },
        Wish::EndGesture => Action::EndGesture,
        Wish::Lead(lead) => Action::Lead(lead),
        Wish::SetConstant { path, value } => {
            Action::SetConstant { path, value: value.map(|value| value.0) }
        }
        Wish::ResetConstants => Action::ResetConstants,
        Wish::Show(dialog) => Action::OpenDialog(dialog),
    })
}

/// What stands in the place of a part that is not there yet.
pub fn missing(aside: &Aside, locale: Locale) -> Html {
    let again = {
        let again = aside.again.clone();
        Callback::from(move |_: MouseEvent| again.emit(()))
    };
    let trouble = if let Standing::Failed(trouble) = aside.standing { Some(trouble) } else { None };
    html! {
        <>
            <p class="fetching" role="status" hidden={aside.standing != Standing::Away}>
                { Word::Fetching.say(locale) }
            </p>
            <div role="alert" class="trouble">
                <p hidden={trouble.is_none()}>
                    { trouble.map(|of| work::trouble(of, locale)) }{ " " }
                    <button type="button" onclick={again}>{ Word::TryAgain.say(locale) }</button>
                </p>
            </div>
        </>
    }
}
