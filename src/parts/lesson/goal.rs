//! What is to be reached: each need with how it stands, hints one by one, and a way.

use yew::prelude::*;

use super::step::Standing;
use crate::app::Lead;
use crate::lesson::condition::{Order, quantity};
use crate::lesson::fill::fill;
use crate::lesson::{Facts, Goal, Need, Scene, Term};
use crate::text::lesson::{Sentence, Word};
use crate::text::{Locale, Say, answer, number};
use crate::view::words;

/// What the goal needs.
#[derive(Clone, PartialEq, Properties)]
pub struct GoalProps {
    /// The goal.
    pub goal: Goal,
    /// Where it begins.
    pub scene: Scene,
    /// How the lesson stands.
    pub standing: Standing,
}

/// A goal, as far as it is reached.
#[component]
pub fn GoalView(props: &GoalProps) -> Html {
    let GoalProps { goal, scene, standing } = props;
    let locale = standing.brief.locale;
    let hints = use_state_eq(|| 0_usize);
    let facts = standing.now.as_ref().and_then(|now| now.first());
    let more = {
        let (setter, shown) = (hints.setter(), *hints);
        Callback::from(move |_: MouseEvent| setter.set(shown + 1))
    };
    let put = |scenario: crate::scenario::Scenario| {
        Callback::from(move |_: MouseEvent| {
            let scenario = Box::new(scenario.clone());
            super::lead(Lead::Scene { scenario, veiled: false });
        })
    };
    let left = goal.hints.len().saturating_sub(*hints);
    html! {
        <div class={classes!("lesson-goal", standing.reached.then_some("reached"))}>
            <h4>{ Word::Goal.say(locale) }</h4>
            <p>{ fill(goal.say.say(locale), facts, locale) }</p>
            <ul class="lesson-needs">{ for goal.needs.iter().enumerate().map(|(at, of)| html! {
                <li key={at}>{ need(of, facts, locale) }</li>
            }) }</ul>
            <p role="status" class="lesson-reached">
                { if standing.reached { Word::GoalReached.say(locale) } else { "" } }
            </p>
            <ol class="lesson-hints" hidden={*hints == 0}>
                { for goal.hints.iter().take(*hints).enumerate().map(|(at, hint)| html! {
                    <li key={at}>
                        <span class="visually-hidden">
                            { Sentence::Hint(at + 1, goal.hints.len()).say(locale) }</span>
                        { hint.say(locale) }
                    </li>
                }) }
            </ol>
            <p class="lesson-acts">
                <button type="button" hidden={left == 0} onclick={more}>
                    { Word::AskHint.say(locale) }</button>
                <button type="button" hidden={left > 0 || goal.solution.is_empty()}
                    onclick={put(goal.solved(scene))}>{ Word::ShowWay.say(locale) }</button>
                <button type="button" class="plain"
                    hidden={standing.brief.scenario == scene.scenario}
                    onclick={put(scene.scenario.clone())}>{ Word::PutBack.say(locale) }</button>
            </p>
        </div>
    }
}

/// One need: how it stands, and what to do where it does not hold.
fn need(of: &Need, facts: Option<&Facts>, locale: Locale) -> Html {
    let holds = facts.map(|facts| of.when.holds(facts));
    let (mark, word) = match holds {
        Some(true) => ("✓", Word::Reached),
        Some(false) => ("○", Word::NotYet),
        None => ("…", Word::Working),
    };
    let sign = match of.when.order {
        Order::Less => "<",
        Order::AtMost => "≤",
        Order::More => ">",
        Order::AtLeast => "≥",
        Order::Same => "=",
    };
    let side = |(times, term): &(f64, Term)| {
        let name = named(term, locale);
        let is_one = (times - 1.0).abs() < 1e-9;
        if is_one { name } else { format!("{} · {name}", number::significant(*times, 3)) }
    };
    let now = facts.and_then(|facts| facts.value(&of.when.left.1));
    let now = now.map(|value| valued(&of.when.left.1, value, locale));
    html! {
        <>
            <span class="mark" aria-hidden="true">{ mark }</span>
            <span>{ format!("{} {sign} {}", side(&of.when.left), side(&of.when.right)) }</span>
            <span class="visually-hidden">{ format!(" ({})", word.say(locale)) }</span>
            <span class="figure">{ now.map(|now| format!(" {now}")) }</span>
            <span class="lesson-miss" hidden={holds != Some(false) || of.miss.is_empty()}>
                { fill(of.miss.say(locale), facts, locale) }</span>
        </>
    }
}

/// A term as people read it.
fn named(term: &Term, locale: Locale) -> String {
    match term {
        Term::Quantity(side, name) => {
            let name = quantity(name).map_or("", |of| answer::quantity(of, locale));
            format!("{side:?}: {name}")
        }
        Term::Runs(side) => format!("{side:?}: {}", Word::Runs.say(locale)),
        Term::Setting(key) => {
            let row = crate::scenario::field::row_of(key);
            row.map_or(String::new(), |(row, _)| words::parameter(row.id, locale))
        }
        Term::Amount(amount) => valued(term, amount.value(), locale),
    }
}

fn valued(term: &Term, value: f64, locale: Locale) -> String {
    match term.dimension() {
        Some(dimension) => answer::value(value, dimension, locale),
        None => number::significant(value, 4),
    }
}
