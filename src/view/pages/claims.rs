//! What is said of virtual machines and containers, each claim tested by its facts.

use std::any::Any;

use yew::prelude::*;

use super::starter;
use crate::scenario::claim::{CLAIMS, Claim, Fact, Hearing, Of};
use crate::scenario::{PRESETS, PresetId, link};
use crate::text::claim as claims;
use crate::text::page::Word;
use crate::text::{Locale, Say, fact as facts, preset};
use crate::view::slices::{Sliced, use_work};

/// How many claims the source makes, whether or not the model can show them all.
const CLAIMS_MOST: u8 = 22;

impl Sliced for Hearing {
    fn advance(&mut self, events: u64) -> bool {
        Hearing::advance(self, events)
    }

    fn fraction(&self) -> f64 {
        Hearing::fraction(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// What the page needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ClaimsProps {
    /// Language.
    pub locale: Locale,
}

/// All claims with their verdicts, tested as soon as the page is open.
#[component]
pub fn Claims(props: &ClaimsProps) -> Html {
    let locale = props.locale;
    let work = use_work();
    let start = work.starter(|| Some(Box::new(Hearing::new(CLAIMS))));
    {
        let start = start.clone();
        use_effect_with((), move |()| start.emit(()));
    }
    let claims = |heard: Option<&Hearing>| {
        html! {
            <ol class="claim-list">
                { for (1..=CLAIMS_MOST).map(|number| {
                    let claim = CLAIMS.iter().find(|claim| claim.number == number);
                    one_claim(number, claim, heard, locale)
                }) }
            </ol>
        }
    };
    html! {
        <div class="claims">
            { starter(Word::TestClaims.say(locale), work.standing, &start, &work.canceller(),
                locale) }
            { work.read(|heard| claims(Some(heard))).unwrap_or_else(|| claims(None)) }
        </div>
    }
}

fn one_claim(number: u8, claim: Option<&Claim>, heard: Option<&Hearing>, locale: Locale) -> Html {
    let (shows, stops) = claim.map_or((&[][..], &[][..]), |claim| (claim.shows, claim.stops));
    html! {
        <li key={number} class="claim-row" id={format!("claim-{number}")}>
            <span class="claim-number" aria-hidden="true">{ format!("C{number}") }</span>
            <div>
                <h3>{ claims::said(number, locale) }</h3>
                { evidence(Word::Shown.say(locale), None, shows, heard, locale) }
            </div>
            <div>
                { evidence(Word::StopsBeing.say(locale), Some(claims::stops(number, locale)),
                    stops, heard, locale) }
            </div>
        </li>
    }
}

fn evidence(
    title: &str,
    words: Option<&str>,
    of: &[Fact],
    heard: Option<&Hearing>,
    locale: Locale,
) -> Html {
    let mut presets: Vec<PresetId> = Vec::new();
    for machine in of.iter().flat_map(Fact::machines) {
        if !presets.contains(&machine.0) {
            presets.push(machine.0);
        }
    }
    html! {
        <div class="evidence">
            <p class="evidence-title">{ title.to_owned() }</p>
            <p class="evidence-words" hidden={words.is_none()}>{ words }</p>
            <p class="evidence-none" hidden={!of.is_empty()}>{ Word::NotMeasured.say(locale) }</p>
            <ul class="facts">
                { for of.iter().enumerate().map(|(index, fact)| {
                    one_fact(index, fact, heard, locale)
                }) }
            </ul>
            <p class="presets">
                { for presets.into_iter().map(|id| open(id, locale)) }
            </p>
        </div>
    }
}

/// One fact: a mark, a word, what it says, and the numbers that were found.
fn one_fact(index: usize, fact: &Fact, heard: Option<&Hearing>, locale: Locale) -> Html {
    let known = |of: Of| heard.is_some_and(|heard| heard.answer(of).is_some());
    let verdict = fact
        .machines()
        .all(known)
        .then(|| fact.check(|of| heard.and_then(|heard| heard.answer(of))));
    let (mark, class, word) = match &verdict {
        None => ("…", "open", Word::NotYet),
        Some(verdict) if verdict.holds => ("✓", "holds", Word::Holds),
        Some(_) => ("✗", "fails", Word::HoldsNot),
    };
    let numbers = verdict.and_then(|verdict| facts::found(fact, &verdict, locale));
    html! {
        <li key={index} class={classes!("fact", class)}>
            <span class="verdict"><span aria-hidden="true">{ mark }</span>
                { " " }{ word.say(locale) }</span>
            <span>{ fact.say(locale) }{ " " }<span class="found">{ numbers }</span></span>
        </li>
    }
}

/// A link that opens a ready scenario in the Lab.
fn open(id: PresetId, locale: Locale) -> Html {
    let address = PRESETS.iter().find(|row| row.id == id).map(|row| link::encode(&row.scenario()));
    html! {
        <a key={id as usize} class="open-preset" href={address}>
            { preset::title(id, locale) }
        </a>
    }
}
