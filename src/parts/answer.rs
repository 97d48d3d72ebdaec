//! What both machines answered: played as a scene, and in figures, reasons, curves and tables.
//!
//! One form for every experiment: nothing here knows which question was asked, so a new quantity
//! is shown as soon as `text` has its words.

mod curves;
mod detail;

use yew::prelude::*;

use self::curves::curves;
use super::act::act;
use super::film::Scene;
use super::hearing::Heard;
use crate::app::part::Brief;
use crate::text::Locale;
use crate::text::page::Word;
use crate::view::answer::{Both, parts};
use crate::view::charts::curve::Now;
use crate::view::number::Answering;
use crate::view::theme::Shown;

/// What an answer needs.
#[derive(Clone, PartialEq, Properties)]
pub struct AnswerProps {
    /// What was heard.
    pub heard: Heard,
    /// What the page shows.
    pub brief: Brief,
    /// Colours.
    pub theme: Shown,
}

/// The answer.
#[component]
pub fn Answer(props: &AnswerProps) -> Html {
    let AnswerProps { heard, brief, theme } = props;
    let locale = brief.locale;
    let stale = heard.answers.scenario != brief.scenario;
    let played = heard.films.iter().any(Option::is_some);
    let answering = use_memo((), |()| Answering(act()));
    html! {
        <ContextProvider<Answering> context={(*answering).clone()}>
            <section class={classes!("answer", stale.then_some("stale"))}
                aria-label={Word::Answer.say(locale)}>
                <div>{ if played {
                    html! {
                        <Scene heard={heard.clone()} brief={brief.clone()} theme={*theme}
                            act={answering.0.clone()} />
                    }
                } else {
                    html! { <div /> }
                } }</div>
                <ContextProvider<Now> context={Now(brief.at)}>
                    <Told heard={heard.clone()} {locale} theme={*theme} />
                </ContextProvider<Now>>
            </section>
        </ContextProvider<Answering>>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ToldProps {
    heard: Heard,
    locale: Locale,
    theme: Shown,
}

/// What the clock does not move.
#[component]
fn Told(props: &ToldProps) -> Html {
    let ToldProps { heard, locale, theme } = props;
    let both = Both::of(&heard.answers, *locale);
    html! {
        <div>
            { parts(&both, *locale) }
            { curves(&both, *theme, *locale) }
            { detail::tables(&both, *locale) }
            { detail::remarks(&both, *locale) }
            { detail::foot(&both, *locale) }
        </div>
    }
}
