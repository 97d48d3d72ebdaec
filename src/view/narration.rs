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
use crate::app::narration::{Entry, narration};
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
    let entries = use_memo(Same(shown.clone()), |shown| {
        shown.0.as_deref().map(narration).unwrap_or_default()
    });
    let newest = entries.iter().rfind(|entry| entry.time <= *time).copied();
    let newest = newest.filter(|_| *position != Position::End);
    let told = use_state_eq(|| None::<Entry>);
    let last = use_mut_ref(|| -QUIET_MILLISECONDS);
    {
        let setter = told.setter();
        use_effect_with(newest, move |newest| {
            let newest = *newest;
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
        let (entries, act, locale) = (Rc::clone(&entries), act.clone(), *locale);
        Callback::from(move |()| log(&entries, &act, locale))
    };
    html! {
        <div class="narration">
            <p role="status" class="narration-now">{ told.map(|entry| entry.say(*locale)) }</p>
            <Fold label={Word::Log.say(*locale)} body={log} />
        </div>
    }
}

/// Every sentence, each a way back to its time.
fn log(entries: &Rc<Vec<Entry>>, act: &Callback<Action>, locale: Locale) -> Html {
    let line = |(at, entry): (usize, &Entry)| {
        let (act, time) = (act.clone(), entry.time);
        let go = Callback::from(move |_: MouseEvent| act.emit(Action::Seek(time)));
        html! {
            <li key={at}>
                <button type="button" class="ask" onclick={go}>
                    <span class="narration-time">
                        { seconds(entry.time.as_seconds(), locale) }
                    </span>
                    { " " }{ entry.say(locale) }
                </button>
            </li>
        }
    };
    let save = {
        let entries = Rc::clone(entries);
        Callback::from(move |_: MouseEvent| {
            let bytes = Uint8Array::from(text(&entries, locale).as_bytes());
            // A browser that refuses says so itself.
            let _ = file::save("strata-log.txt", &bytes);
        })
    };
    html! {
        <div>
            <p hidden={!entries.is_empty()}>{ Word::Empty.say(locale) }</p>
            <ol class="narration-log">{ for entries.iter().enumerate().map(line) }</ol>
            <button type="button" onclick={save}>{ Word::Save.say(locale) }</button>
        </div>
    }
}
