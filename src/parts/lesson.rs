//! A lesson beside the Lab: its text, what is predicted, what came of it, and its goal.
//!
//! The Lab itself is the page's. A step tells it what to show and whether results wait
//! ([`Lead`]), and runs the same scenario once more here for the numbers of its text: a run is a
//! function of its scenario, so both are the same.

mod facts;
mod goal;
mod guess;
mod outcome;
mod sketch;
mod step;

use std::rc::Rc;

use yew::prelude::*;

use self::step::{Standing, step_body};
use super::library::lessons;
use crate::app::Lead;
use crate::app::part::{Brief, Wish};
use crate::lesson::{Guess, Lesson, Place, Predict, Progress};
use crate::scenario::link;
use crate::text::lesson::{Sentence, Word};
use crate::text::{Locale, Say};
use crate::web::{page, parts, storage};

/// Where progress is kept.
pub const KEPT: &str = "lessons";

/// What the panel needs.
#[derive(Clone, PartialEq, Properties)]
pub struct PanelProps {
    /// What the page shows.
    pub brief: Brief,
    /// The address of the lesson.
    pub address: String,
}

/// Asks the page for something in the name of the lesson.
fn lead(lead: Lead) {
    parts::wish(&Wish::Lead(lead));
}

/// The progress that is kept, and how to change it.
#[hook]
pub fn use_progress() -> (Progress, Callback<Progress>) {
    let kept = || Progress::read(&storage::kept(KEPT).unwrap_or_default());
    let progress = use_state_eq(kept);
    let keep = {
        let setter = progress.setter();
        Callback::from(move |next: Progress| {
            // A browser that keeps nothing has no progress at the next visit, and a lesson goes on.
            let _ = storage::keep(KEPT, &next.written());
            setter.set(next);
        })
    };
    ((*progress).clone(), keep)
}

/// The lesson of an address.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let PanelProps { brief, address } = props;
    let locale = brief.locale;
    let place = Place::read(address);
    let volumes = use_memo((), |()| lessons());
    let found = volumes.iter().position(|of| of.lesson.name == place.name);
    let lesson = found.map(|at| Rc::new(volumes[at].lesson.clone()));
    let step = lesson.as_ref().and_then(|lesson| lesson.steps.get(place.step - 1)).cloned();
    let (progress, keep) = use_progress();
    let trail = progress.of(&place.name);
    let predict = step.as_ref().and_then(|step| step.predict.clone());
    let code = place.guess.clone().or_else(|| trail.guesses.get(&place.step).cloned());
    let guess = predict.as_ref().and_then(|predict| Guess::read(&code?, predict));
    let begun = use_mut_ref(|| false);
    {
        let (step, progress, keep) = (step.clone(), progress.clone(), keep.clone());
        let open = predict.is_none() || guess.is_some();
        let of = (place.name.clone(), place.step, brief.locale);
        use_effect_with((place.name.clone(), place.step), move |_| {
            if let Some(step) = step {
                let scenario = Box::new(step.scene.scenario);
                lead(Lead::Scene { scenario, veiled: !open });
                keep.emit(progress.with(&of.0, |trail| {
                    trail.seen.insert(of.1);
                    trail.last = of.1;
                }));
                // Whoever came here from the step before goes on reading at the top of this one.
                if begun.replace(true) {
                    page::focus("#lesson .lesson-step h3");
                }
            }
        });
    }
    let base = step.as_ref().map(|step| step.scene.scenario.clone());
    let scenarios = scenarios(base.as_ref(), predict.as_ref());
    let facts = facts::use_facts(scenarios);
    let now = step.as_ref().filter(|step| step.goal.is_some() && !brief.blocked);
    let now = now.map(|_| brief.scenario.clone()).into_iter().collect();
    let now = facts::use_facts(now);
    let reached = step.as_ref().and_then(|step| step.goal.as_ref()).is_some_and(|goal| {
        let facts = now.as_ref().and_then(|now| now.first());
        facts.is_some_and(|facts| goal.needs.iter().all(|need| need.when.holds(facts)))
    });
    {
        let (progress, keep, of) = (progress.clone(), keep.clone(), place.clone());
        use_effect_with((reached, place.name.clone(), place.step), move |(reached, ..)| {
            if *reached {
                keep.emit(progress.with(&of.name, |trail| {
                    trail.reached.insert(of.step);
                }));
            }
        });
    }
    let (Some(lesson), Some(step)) = (lesson, step) else { return missing(locale) };
    let guessed = {
        let (progress, keep, place) = (progress.clone(), keep.clone(), place.clone());
        let scenario = step.scene.scenario.clone();
        Callback::from(move |guess: Option<Guess>| {
            let code = guess.map(|guess| guess.code());
            keep.emit(progress.with(&place.name, |trail| {
                match &code {
                    Some(code) => trail.guesses.insert(place.step, code.clone()),
                    None => trail.guesses.remove(&place.step),
                };
            }));
            lead(Lead::Address(Place { guess: code.clone(), ..place.clone() }.address()));
            lead(match code {
                Some(_) => Lead::Reveal,
                None => Lead::Scene { scenario: Box::new(scenario.clone()), veiled: true },
            });
        })
    };
    let next = volumes[found.unwrap_or_default() + 1..].first().map(|of| of.lesson.name.clone());
    let standing = Standing {
        brief: brief.clone(),
        place: place.clone(),
        guess,
        facts,
        now,
        reached,
        guessed,
    };
    let at = place.step;
    html! {
        <section class="lesson" aria-label={lesson.title.say(locale).to_owned()}>
            { head(&lesson, &place, &progress, locale) }
            <div class="lesson-step" key={format!("{}/{at}", place.name)}>
                { step_body(&step, &standing) }
            </div>
            <div hidden={at != lesson.steps.len()}>{ end(&lesson, next.as_deref(), locale) }</div>
            { ways(&lesson, at, brief) }
        </section>
    }
}

/// Everything that must be run for the numbers of a step, the step's own scenario last.
fn scenarios(
    base: Option<&crate::scenario::Scenario>,
    predict: Option<&Predict>,
) -> Vec<crate::scenario::Scenario> {
    let Some(base) = base else { return Vec::new() };
    let mut all = predict.map(|predict| predict.scenarios(base)).unwrap_or_default();
    if all.last() != Some(base) {
        all.push(base.clone());
    }
    all
}

fn missing(locale: Locale) -> Html {
    html! {
        <section class="lesson" aria-label={Word::AllLessons.say(locale)}>
            <div class="lesson-step">
                <p role="alert">{ Word::NoLesson.say(locale) }</p>
                <p><a href="#/learn">{ Word::AllLessons.say(locale) }</a></p>
            </div>
        </section>
    }
}

/// The title, and the way from step to step.
fn head(lesson: &Lesson, place: &Place, progress: &Progress, locale: Locale) -> Html {
    let trail = progress.of(&lesson.name);
    let mark = |at: usize| {
        let goal = lesson.steps[at - 1].goal.is_some();
        match (goal, trail.reached.contains(&at), trail.seen.contains(&at)) {
            (true, true, _) => "★",
            (true, false, _) => "☆",
            (false, _, true) => "●",
            (false, _, false) => "○",
        }
    };
    html! {
        <header class="lesson-head">
            <p><a href="#/learn">{ Word::AllLessons.say(locale) }</a></p>
            <h2>{ lesson.title.say(locale) }</h2>
            <nav aria-label={Word::Steps.say(locale)}>
                <ol class="lesson-steps">
                    { for lesson.steps.iter().enumerate().map(|(at, step)| html! {
                        <li key={at}>
                            <a href={Place::of(&lesson.name, at + 1).fragment()}
                                aria-current={(at + 1 == place.step).then_some("step")}
                                title={step.title.say(locale).to_owned()}>
                                <span aria-hidden="true">{ mark(at + 1) }</span>
                                <span class="visually-hidden">{ format!("{}. {}", at + 1,
                                    step.title.say(locale)) }</span>
                            </a>
                        </li>
                    }) }
                </ol>
            </nav>
            <p class="lesson-where">
                { Sentence::StepOf(place.step, lesson.steps.len()).say(locale) }
            </p>
        </header>
    }
}

/// After the last step: what to keep, and what the model leaves out.
fn end(lesson: &Lesson, next: Option<&str>, locale: Locale) -> Html {
    html! {
        <div class="lesson-end">
            <div hidden={lesson.recap.is_empty()}>
                <h3>{ Word::Recap.say(locale) }</h3>
                <ul>{ for lesson.recap.iter().enumerate().map(|(at, words)| html! {
                    <li key={at}>{ words.say(locale) }</li>
                }) }</ul>
            </div>
            <div hidden={lesson.kind != crate::lesson::Kind::Trap}>
                <h3>{ Word::Moral.say(locale) }</h3>
                <p>{ lesson.about.say(locale) }</p>
            </div>
            <div hidden={lesson.limits.is_empty()}>
                <h3>{ Word::Limits.say(locale) }</h3>
                <p>{ lesson.limits.say(locale) }</p>
            </div>
            <p hidden={next.is_none()}>
                <a class="lesson-next" href={Place::of(next.unwrap_or_default(), 1).fragment()}>
                    { Word::NextLesson.say(locale) }
                </a>
            </p>
        </div>
    }
}

/// To the steps beside this one, and out into the Lab.
fn ways(lesson: &Lesson, at: usize, brief: &Brief) -> Html {
    let locale = brief.locale;
    let to = |step: usize| Place::of(&lesson.name, step).fragment();
    html! {
        <nav class="lesson-ways" aria-label={Sentence::StepOf(at, lesson.steps.len()).say(locale)}>
            <a class="button" href={to(at.saturating_sub(1).max(1))} hidden={at <= 1} rel="prev">
                { Word::Back.say(locale) }</a>
            <a class="button primary" href={to(at + 1)} hidden={at >= lesson.steps.len()}
                rel="next">{ Word::Next.say(locale) }</a>
            <a class="lesson-out" href={link::encode(&brief.scenario)}>
                { Word::ToLab.say(locale) }</a>
        </nav>
    }
}
