//! One step: its text, what is predicted, what there is to see, and what is to be reached.

use std::collections::BTreeSet;

use yew::prelude::*;

use super::facts::Found;
use super::goal::GoalView;
use super::guess::GuessForm;
use super::outcome::outcome;
use crate::app::part::Brief;
use crate::lesson::fill::fill;
use crate::lesson::{Facts, Guess, Place, Scene, Statement, Step};
use crate::parts::act::act;
use crate::parts::term::explained;
use crate::scenario::{Scope, parameter};
use crate::text::Locale;
use crate::text::lesson::Word;
use crate::view::controls::Field;

/// How the lesson stands.
#[derive(Clone, PartialEq)]
pub struct Standing {
    /// What the page shows.
    pub brief: Brief,
    /// Which step.
    pub place: Place,
    /// What was predicted.
    pub guess: Option<Guess>,
    /// What the scenarios of the step came to, the step's own last.
    pub facts: Found,
    /// What the scenario in the Lab comes to.
    pub now: Found,
    /// Whether the goal is reached.
    pub reached: bool,
    /// Told a prediction, or that it is taken back.
    pub guessed: Callback<Option<Guess>>,
}

impl Standing {
    /// What the step's own scenario came to.
    pub fn base(&self) -> Option<&Facts> {
        self.facts.as_ref()?.last()
    }
}

/// A text in paragraphs, with its gaps filled.
pub fn paragraphs(text: &str, facts: Option<&Facts>, locale: Locale) -> Html {
    let filled = fill(text, facts, locale);
    let paragraphs = filled.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
    // Each term explains itself where a text uses it first.
    let mut already = BTreeSet::new();
    html! {
        <div class="lesson-text">
            { for paragraphs.enumerate().map(|(at, text)| html! {
                <p key={at}>{ explained(&text.replace('\n', " "), locale, &mut already) }</p>
            }) }
        </div>
    }
}

/// The step.
pub fn step_body(step: &Step, standing: &Standing) -> Html {
    let locale = standing.brief.locale;
    let waits = step.predict.is_some() && standing.guess.is_none();
    let told = !waits && !standing.brief.veiled;
    html! {
        <>
            <h3 tabindex="-1">{ step.title.say(locale) }</h3>
            { paragraphs(step.text.say(locale), standing.base(), locale) }
            <div>{ match (&step.predict, waits) {
                (Some(predict), true) => html! {
                    <GuessForm predict={predict.clone()} {locale}
                        guessed={standing.guessed.clone()} />
                },
                (Some(predict), false) => outcome(predict, standing),
                (None, _) => html! { <div /> },
            } }</div>
            <div>{ if told { seen(step, standing) } else { html! { <div /> } } }</div>
            <div>{ changes(&step.scene, standing, told) }</div>
            <div>{ match &step.goal {
                Some(goal) if told => html! {
                    <GoalView goal={goal.clone()} scene={step.scene.clone()}
                        standing={standing.clone()} />
                },
                _ => html! { <div /> },
            } }</div>
        </>
    }
}

/// Statements with their marks, and why it is so.
fn seen(step: &Step, standing: &Standing) -> Html {
    let locale = standing.brief.locale;
    let facts = standing.base();
    html! {
        <>
            <div class="lesson-see" hidden={step.states.is_empty()}>
                <h4>{ Word::See.say(locale) }</h4>
                <ul>{ for step.states.iter().enumerate().map(|(at, of)| html! {
                    <li key={at}>{ statement(of, facts, locale) }</li>
                }) }</ul>
            </div>
            <div>{ match &step.why {
                Some(why) => html! {
                    <div class="lesson-why">
                        <h4>{ Word::Why.say(locale) }</h4>
                        { paragraphs(why.say(locale), facts, locale) }
                    </div>
                },
                None => html! { <div /> },
            } }</div>
        </>
    }
}

fn statement(of: &Statement, facts: Option<&Facts>, locale: Locale) -> Html {
    let holds = facts.map(|facts| of.when.holds(facts));
    let (mark, word) = match holds {
        Some(true) => ("✓", Word::Holds),
        Some(false) => ("✗", Word::HoldsNot),
        None => ("…", Word::Working),
    };
    html! {
        <>
            <span class={classes!("mark", (holds == Some(false)).then_some("wrong"))}
                aria-hidden="true">{ mark }</span>
            { fill(of.say.say(locale), facts, locale) }
            <span class="visually-hidden">{ format!(" ({})", word.say(locale)) }</span>
        </>
    }
}

/// The settings that this step leaves open.
fn changes(scene: &Scene, standing: &Standing, told: bool) -> Html {
    let locale = standing.brief.locale;
    let act = act();
    html! {
        <div class="lesson-change" hidden={scene.open.is_empty() || !told}>
            <h4>{ Word::Change.say(locale) }</h4>
            { for scene.open.iter().map(|&(id, side)| html! {
                <Field key={format!("{id:?}{side:?}")} parameter={id} {side} {locale}
                    scenario={standing.brief.scenario.clone()} act={act.clone()} prefix="lesson-"
                    named_side={parameter(id).scope == Scope::Side} />
            }) }
        </div>
    }
}
