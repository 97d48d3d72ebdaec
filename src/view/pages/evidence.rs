//! Published results, simulated again while the page is open; and every constant with its source.

use std::any::Any;

use yew::prelude::*;

use super::starter;
use crate::experiment::validate::{Check, Validation};
use crate::text::explore::{self, Word};
use crate::text::lab::Label;
use crate::text::{Locale, evidence, number};
use crate::view::fold::Fold;
use crate::view::framed::{framed, heads};
use crate::view::slices::{Sliced, Standing, use_work};
use crate::view::sources::Sources;

impl Sliced for Validation {
    fn advance(&mut self, events: u64) -> bool {
        Validation::advance(self, events)
    }

    fn fraction(&self) -> f64 {
        Validation::fraction(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// What the page needs.
#[derive(Clone, PartialEq, Properties)]
pub struct EvidenceProps {
    /// Language.
    pub locale: Locale,
}

/// The table of published results, and the constants.
#[component]
pub fn Evidence(props: &EvidenceProps) -> Html {
    let locale = props.locale;
    let work = use_work();
    let start = work.starter(|| Some(Box::new(Validation::default())));
    {
        let start = start.clone();
        use_effect_with((), move |()| start.emit(()));
    }
    let checks = work.read(|task: &Validation| task.result().to_vec()).unwrap_or_default();
    let passed = checks.iter().filter(|check| check.passes()).count();
    let all = Callback::from(move |()| html! { <Sources locale={locale} /> });
    html! {
        <div class="evidence-page">
            <h3>{ Word::Published.say(locale) }</h3>
            { starter(Word::RunEvidence.say(locale), work.standing, &start, &work.canceller(),
                locale) }
            <p class="tally" role="status">{
                (work.standing == Standing::Done)
                    .then(|| explore::tally(passed, checks.len(), locale))
            }</p>
            { table(&checks, locale) }
            <h3>{ Word::Constants.say(locale) }</h3>
            <p class="hint">{ Word::ConstantsWords.say(locale) }</p>
            <Fold label={Word::ShowConstants.say(locale)} body={all} />
        </div>
    }
}

fn table(checks: &[Check], locale: Locale) -> Html {
    let words = [
        Word::Row.say(locale),
        Word::Measured.say(locale),
        Word::Expected.say(locale),
        Word::Tolerance.say(locale),
        Word::Simulated.say(locale),
        Word::Error.say(locale),
        Word::Verdict.say(locale),
        Label::Source.say(locale),
    ];
    let table = html! {
        <table class="checks">
            { heads(&words) }
            <tbody>{ for checks.iter().enumerate().map(|(at, check)| row(at, check, locale)) }
            </tbody>
        </table>
    };
    framed(table, locale)
}

fn row(at: usize, check: &Check, locale: Locale) -> Html {
    let passes = check.passes();
    let value = |value: f64| format!("{} {}", number::significant(value, 3), check.unit);
    let why = check.lacking().filter(|_| !passes).map(|of| evidence::lacking(of, locale));
    let sign = if check.error() > 0.0 { "+" } else { "" };
    let (mark, word, class) =
        if passes { ("✓", Word::Passes, "holds") } else { ("✗", Word::Misses, "fails") };
    html! {
        <tr key={at} class={class}>
            <th scope="row">{ check.row }</th>
            <td class="text"><span lang="en">{ check.what }</span>
                <p class="note" hidden={why.is_none()}>{ why }</p></td>
            <td>{ value(check.expected) }</td>
            <td>{ evidence::tolerance(check.tolerance, locale) }</td>
            <td>{ value(check.simulated) }</td>
            <td>{ format!("{sign}{}%", number::significant(check.error() * 100.0, 2)) }</td>
            <td class="verdict"><span aria-hidden="true">{ mark }</span>
                { " " }{ word.say(locale) }</td>
            <td class="text" lang="en">{ check.cited() }</td>
        </tr>
    }
}
