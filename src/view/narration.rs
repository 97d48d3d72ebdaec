//! The run in plain sentences: the newest one as it happens, and all of them in a log.
//!
//! A reader of the screen is told at most one sentence in two seconds, the newest: a clock that
//! runs fast would be spoken long after it has stopped. While the clock rests at the end nothing is
//! said, for the headline says it.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::Uint8Array;
use yew::prelude::*;

use super::fold::Fold;
use super::headline::Same;
use crate::app::narration::narration;
use crate::app::{Action, Comparison, Position};
use crate::text::lab::figures::seconds;
use crate::text::narration::{Word, text};
use crate::text::{Locale, Say};
use crate::units::Time;
use crate::web::{file, page};

/// Between two sentences that are spoken.
const QUIET_MILLISECONDS: f64 = 2000.0;

/// What the narration needs.
#[derive(Clone, PartialEq, Properties)]
pub struct NarrationProps {
    /// The two runs.
    pub shown: Option<Rc<Comparison>>,
    /// The time of the clock.
    pub time: Time,
    /// Where the clock stands.
    pub position: Position,
    /// Told what to do.
    pub act: Callback<Action>,
    /// Language.
    pub locale: Locale,
}

/// The newest sentence, and the log.
#[component]
pub fn Narration(props: &NarrationProps) -> Html {
    let NarrationProps { shown, time, position, act, locale } = props;
    let lines = use_memo((Same(shown.clone()), *locale), |(shown, locale)| {
        let entries = shown.0.as_deref().map(narration).unwrap_or_default();
        let lines = entries.iter().map(|entry| (entry.time, entry.say(*locale)));
        Rc::new(lines.collect::<Vec<_>>())
    });
    html! {
        <Story lines={(*lines).clone()} time={*time} position={*position} act={act.clone()}
            locale={*locale} />
    }
}

/// What a story needs.
#[derive(Clone, PartialEq, Properties)]
pub struct StoryProps {
    /// Its sentences, in order of time.
    pub lines: Rc<Vec<(Time, String)>>,
    /// The time of the clock.
    pub time: Time,
    /// Where the clock stands.
    pub position: Position,
    /// Told what to do.
    pub act: Callback<Action>,
    /// Language.
    pub locale: Locale,
}

/// Sentences on the clock: the newest one, and all of them in a log.
#[component]
pub fn Story(props: &StoryProps) -> Html {
    let StoryProps { lines, time, position, act, locale } = props;
    let newest = lines.partition_point(|(at, _)| at <= time).checked_sub(1);
    let newest = newest.filter(|_| *position != Position::End);
    let newest = newest.map(|at| lines[at].1.clone());
    let told = use_state_eq(|| None::<String>);
    let last = use_mut_ref(|| -QUIET_MILLISECONDS);
    {
        let setter = told.setter();
        use_effect_with(newest, move |newest| {
            let newest = newest.clone();
            let rest = (*last.borrow() + QUIET_MILLISECONDS - page::now()).max(0.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between 0 and the quiet time"
            )]
            let timer = Timeout::new(rest as u32, move || {
                *last.borrow_mut() = page::now();
                setter.set(newest);
            });
            move || drop(timer)
        });
    }
    let log = {
        let (lines, act, locale) = (Rc::clone(lines), act.clone(), *locale);
        Callback::from(move |()| log(&lines, &act, locale))
    };
    html! {
        <div class="narration">
            <p role="status" class="narration-now">{ (*told).clone() }</p>
            <Fold label={Word::Log.say(*locale)} body={log} />
        </div>
    }
}

/// Every sentence, each a way back to its time.
fn log(lines: &Rc<Vec<(Time, String)>>, act: &Callback<Action>, locale: Locale) -> Html {
    let line = |(at, (time, told)): (usize, &(Time, String))| {
        let (act, time) = (act.clone(), *time);
        let go = Callback::from(move |_: MouseEvent| act.emit(Action::Seek(time)));
        html! {
            <li key={at}>
                <button type="button" class="ask" onclick={go}>
                    <span class="narration-time">
                        { seconds(time.as_seconds(), locale) }
                    </span>
                    { " " }{ told.clone() }
                </button>
            </li>
        }
    };
    let save = {
        let lines = Rc::clone(lines);
        Callback::from(move |_: MouseEvent| {
            let bytes = Uint8Array::from(text(&lines, locale).as_bytes());
            // A browser that refuses says so itself.
            let _ = file::save("strata-log.txt", &bytes);
        })
    };
    html! {
        <div>
            <p hidden={!lines.is_empty()}>{ Word::Empty.say(locale) }</p>
            <ol class="narration-log">{ for lines.iter().enumerate().map(line) }</ol>
            <button type="button" onclick={save}>{ Word::Save.say(locale) }</button>
        </div>
    }
}
