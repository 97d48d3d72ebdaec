//! The course: lessons in their order, traps, and a teacher's own, each with how far one has come.

use yew::prelude::*;

use super::course::course_navigation;
use crate::app::Page;
use crate::lesson::{Kind, Lesson, Place, Progress, Trail};
use crate::parts::lesson::use_progress;
use crate::parts::library::{Volume, lessons};
use crate::text::lesson::{Sentence, Word};
use crate::text::{Locale, Say};

/// What the page needs.
#[derive(Clone, PartialEq, Properties)]
pub struct LearnProps {
    /// Language.
    pub locale: Locale,
}

/// How a lesson stands.
fn standing(lesson: &Lesson, trail: &Trail) -> Word {
    let mut goals = (1..).zip(&lesson.steps).filter(|(_, step)| step.goal.is_some()).peekable();
    let all_seen = trail.seen.len() >= lesson.steps.len();
    let done = if goals.peek().is_some() {
        goals.all(|(at, _)| trail.reached.contains(&at))
    } else {
        all_seen && !trail.guesses.is_empty()
    };
    match (done, trail.seen.is_empty()) {
        (true, _) => Word::Again,
        (false, true) => Word::Begin,
        (false, false) => Word::Continue,
    }
}

/// The course.
#[component]
pub fn Learn(props: &LearnProps) -> Html {
    let locale = props.locale;
    let volumes = use_memo((), |()| lessons());
    let (progress, keep) = use_progress();
    let forget = Callback::from(move |_: MouseEvent| keep.emit(Progress::default()));
    let of = |own: bool, kind: Option<Kind>| -> Vec<&Volume> {
        let is = |volume: &&Volume| {
            volume.own == own && kind.is_none_or(|kind| volume.lesson.kind == kind)
        };
        volumes.iter().filter(is).collect()
    };
    let list = |volumes: &[&Volume], counted: bool| {
        html! {
            <ol class={classes!("lessons", counted.then_some("counted"))}>
                { for volumes.iter().map(|volume| {
                    card(&volume.lesson, &progress.of(&volume.lesson.name), locale)
                }) }
            </ol>
        }
    };
    let course = of(false, Some(Kind::Lesson));
    let traps = of(false, Some(Kind::Trap));
    let own = of(true, None);
    let is_done = |volume: &&&Volume| {
        standing(&volume.lesson, &progress.of(&volume.lesson.name)) == Word::Again
    };
    let done = course.iter().filter(is_done).count();
    html! {
        <div class="learn">
            { course_navigation(Page::Learn, locale) }
            <section aria-labelledby="learn-own" hidden={own.is_empty()}>
                <h3 id="learn-own">{ Word::Own.say(locale) }</h3>
                { list(&own, false) }
            </section>
            <section aria-labelledby="learn-course">
                <h3 id="learn-course">{ Word::Course.say(locale) }</h3>
                <p class="learn-done">{ Sentence::Done(done, course.len()).say(locale) }</p>
                { list(&course, true) }
            </section>
            <section aria-labelledby="learn-traps">
                <h3 id="learn-traps">{ Word::Traps.say(locale) }</h3>
                <p>{ Word::TrapsAbout.say(locale) }</p>
                { list(&traps, false) }
            </section>
            <p hidden={progress == Progress::default()}>
                <button type="button" class="plain" onclick={forget}>
                    { Word::Forget.say(locale) }</button>
            </p>
        </div>
    }
}

/// One lesson: where to begin, or to go on.
fn card(lesson: &Lesson, trail: &Trail, locale: Locale) -> Html {
    let at = trail.last.clamp(1, lesson.steps.len().max(1));
    let standing = standing(lesson, trail);
    // The moral of a trap would give its outcome away.
    let about = match (lesson.kind, standing) {
        (Kind::Trap, Word::Begin | Word::Continue) => {
            let asks = lesson.steps.iter().find_map(|step| step.predict.as_ref());
            asks.map_or("", |predict| predict.ask.say(locale))
        }
        _ => lesson.about.say(locale),
    };
    html! {
        <li key={lesson.name.clone()} class={classes!((standing == Word::Again).then_some("done"))}>
            <h4><a href={Place::of(&lesson.name, at).fragment()}>
                { lesson.title.say(locale) }</a></h4>
            <p>{ about }</p>
            <p class="lesson-facts">
                <span>{ Sentence::Minutes(lesson.minutes).say(locale) }</span>
                <span>{ format!("C{}", lesson.claims.iter().map(u8::to_string)
                    .collect::<Vec<_>>().join(", C")) }</span>
                <strong>{ standing.say(locale) }</strong>
            </p>
        </li>
    }
}
