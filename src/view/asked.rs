//! A question that is no start: the two machines' choices, and how the question stands. What was
//! answered is shown below it by the program of parts.

use yew::prelude::*;

use super::program::Program;
use super::side::side_head;
use crate::app::{Action, Dialog, RunState};
use crate::scenario::{Mode, Problem, Side};
use crate::text::page::Word;
use crate::text::{Locale, way};

/// What the question needs.
#[derive(Clone, PartialEq, Properties)]
pub struct AskedProps {
    /// The program.
    pub program: Program,
}

/// What stands in the place of an answer, or above it.
fn state_of(program: &Program) -> Option<Word> {
    let state = &program.state;
    let blocked = state.problems.iter().any(Problem::blocks);
    let asking = state.runs.iter().any(|run| matches!(run, RunState::Asking(_)));
    match (state.answers(), blocked) {
        (_, true) => Some(Word::NotAsked),
        (None, false) => Some(Word::Asking),
        (Some(_), false) => (asking && program.slow).then_some(Word::Stale),
    }
}

/// The question.
#[component]
pub fn Asked(props: &AskedProps) -> Html {
    let program = &props.program;
    let state = &program.state;
    let locale: Locale = state.locale;
    let head = |side: Side| {
        html! {
            <div class="machine-column" key={side.index()}>
                { side_head(side, &state.scenario, &program.act, locale) }
            </div>
        }
    };
    let follow = {
        let act = program.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::OpenDialog(Dialog::Request)))
    };
    let waiting = state_of(program);
    html! {
        <section class="asked" aria-label={Word::Machine.say(locale)}>
            <div class="machines heads">{ for Side::BOTH.map(head) }</div>
            <p hidden={state.scenario.mode != Mode::Throughput}>
                <button type="button" class="ask" aria-haspopup="dialog" onclick={follow}>
                    { way::Word::Follow.say(locale) }
                </button>
            </p>
            <p class="answer-state" hidden={waiting.is_none()}>
                { waiting.map(|word| word.say(locale)) }
            </p>
        </section>
    }
}
