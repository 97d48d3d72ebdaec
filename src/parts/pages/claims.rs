//! What is said of virtual machines and containers, each claim tested by its facts.

use yew::prelude::*;

use super::{starter, use_begun};
use crate::app::work::{Form, Found, Order, Place, Study};
use crate::parts::desk::Desk;
use crate::parts::take::TakeAway;
use crate::scenario::claim::{CLAIMS, Claim, Fact, Verdict};
use crate::scenario::{PRESETS, PresetId, link};
use crate::text::claim as claims;
use crate::text::page::Word;
use crate::text::{Locale, Say, fact as facts, preset};

/// How many claims the source makes, whether or not the model can show them all.
const CLAIMS_MOST: u8 = 22;

/// What the page needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ClaimsProps {
    /// Where they are tested.
    pub desk: Desk,
    /// Language.
    pub locale: Locale,
}

/// All claims with their verdicts, tested as soon as the page is open.
#[component]
pub fn Claims(props: &ClaimsProps) -> Html {
    let ClaimsProps { desk, locale } = props;
    let locale = *locale;
    let work = desk.works.at(Place::Claims);
    let order = move || Some(Order { study: Study::Claims, form: Form::Shown, locale });
    let start = desk.asker(Place::Claims, order);
    use_begun(work, &start);
    let verdicts: &[Option<Verdict>] = match work.found.as_deref() {
        Some(Found::Claims(verdicts)) => verdicts,
        _ => &[],
    };
    // Where the facts of each claim stand in the list of all.
    let mut next = 0;
    let heard = CLAIMS.iter().map(|claim| {
        let first = next;
        next += claim.facts().count();
        (claim, verdicts.get(first..next).unwrap_or_default())
    });
    let heard: Vec<(&Claim, &[Option<Verdict>])> = heard.collect();
    html! {
        <div class="claims">
            { starter(Word::TestClaims.say(locale), work.standing, &start,
                &desk.canceller(Place::Claims), locale) }
            <TakeAway desk={desk.clone()} study={Study::Claims} {locale} />
            <ol class="claim-list">
                { for (1..=CLAIMS_MOST).map(|number| {
                    let claim = heard.iter().find(|(claim, _)| claim.number == number);
                    one_claim(number, claim, locale)
                }) }
            </ol>
        </div>
    }
}

fn one_claim(number: u8, of: Option<&(&Claim, &[Option<Verdict>])>, locale: Locale) -> Html {
    let (shows, stops) = of.map_or((&[][..], &[][..]), |(claim, _)| (claim.shows, claim.stops));
    let verdicts = of.map_or(&[][..], |(_, verdicts)| verdicts);
    let (first, rest) = verdicts.split_at(shows.len().min(verdicts.len()));
    html! {
        <li key={number} class="claim-row" id={format!("claim-{number}")}>
            <span class="claim-number" aria-hidden="true">{ format!("C{number}") }</span>
            <div>
                <h3>{ claims::said(number, locale) }</h3>
                { evidence(Word::Shown.say(locale), None, (shows, first), locale) }
            </div>
            <div>
                { evidence(Word::StopsBeing.say(locale), Some(claims::stops(number, locale)),
                    (stops, rest), locale) }
            </div>
        </li>
    }
}

fn evidence(
    title: &str,
    words: Option<&str>,
    (of, verdicts): (&[Fact], &[Option<Verdict>]),
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
                    one_fact(index, fact, verdicts.get(index).copied().flatten(), locale)
                }) }
            </ul>
            <p class="presets">
                { for presets.into_iter().map(|id| open(id, locale)) }
            </p>
        </div>
    }
}

/// One fact: a mark, a word, what it says, and the numbers that were found.
fn one_fact(index: usize, fact: &Fact, verdict: Option<Verdict>, locale: Locale) -> Html {
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
