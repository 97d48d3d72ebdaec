//! Published results, simulated again while the page is open; and every constant with its source.

use yew::prelude::*;

use super::{starter, use_begun};
use crate::app::work::{Checked, Form, Found, Order, Place, Standing, Study};
use crate::parts::desk::Desk;
use crate::parts::sources::Sources;
use crate::parts::take::TakeAway;
use crate::text::explore::{self, Word};
use crate::text::lab::Label;
use crate::text::work::Word as WorkWord;
use crate::text::{Locale, evidence, number};
use crate::view::fold::Fold;
use crate::view::framed::{framed, heads};

/// What the page needs.
#[derive(Clone, PartialEq, Properties)]
pub struct EvidenceProps {
    /// Where the results are simulated.
    pub desk: Desk,
    /// Language.
    pub locale: Locale,
}

/// The table of published results, and the constants.
#[component]
pub fn Evidence(props: &EvidenceProps) -> Html {
    let EvidenceProps { desk, locale } = props;
    let locale = *locale;
    let work = desk.works.at(Place::Published);
    let order = move || Some(Order { study: Study::Published, form: Form::Shown, locale });
    let start = desk.asker(Place::Published, order);
    use_begun(work, &start);
    let checks: &[Checked] = match work.found.as_deref() {
        Some(Found::Published(checks)) => checks,
        _ => &[],
    };
    let passed = checks.iter().filter(|check| check.passes).count();
    let all = Callback::from(move |()| html! { <Sources locale={locale} /> });
    html! {
        <div class="evidence-page">
            <h3>{ Word::Published.say(locale) }</h3>
            { starter(Word::RunEvidence.say(locale), work.standing, &start,
                &desk.canceller(Place::Published), locale) }
            <p class="tally" role="status">{
                (work.standing == Standing::Done)
                    .then(|| explore::tally(passed, checks.len(), locale))
            }</p>
            <TakeAway desk={desk.clone()} study={Study::Published} {locale} />
            { table(checks, locale) }
            <h3>{ Word::Constants.say(locale) }</h3>
            <p class="hint">{ Word::ConstantsWords.say(locale) }</p>
            <TakeAway desk={desk.clone()} study={Study::Constants} label={WorkWord::TakeConstants}
                {locale} />
            <Fold label={Word::ShowConstants.say(locale)} body={all} />
        </div>
    }
}

fn table(checks: &[Checked], locale: Locale) -> Html {
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

fn row(at: usize, check: &Checked, locale: Locale) -> Html {
    let passes = check.passes;
    let value = |value: f64| format!("{} {}", number::significant(value, 3), check.unit);
    let why = check.lacking.filter(|_| !passes).map(|of| evidence::lacking(of, locale));
    let sign = if check.error > 0.0 { "+" } else { "" };
    let (mark, word, class) =
        if passes { ("✓", Word::Passes, "holds") } else { ("✗", Word::Misses, "fails") };
    html! {
        <tr key={at} class={class}>
            <th scope="row">{ &check.row }</th>
            <td class="text"><span lang="en">{ &check.what }</span>
                <p class="note" hidden={why.is_none()}>{ why }</p></td>
            <td>{ value(check.expected) }</td>
            <td>{ evidence::tolerance(check.tolerance, locale) }</td>
            <td>{ value(check.simulated) }</td>
            <td>{ format!("{sign}{}%", number::significant(check.error * 100.0, 2)) }</td>
            <td class="verdict"><span aria-hidden="true">{ mark }</span>
                { " " }{ word.say(locale) }</td>
            <td class="text" lang="en">{ &check.source }</td>
        </tr>
    }
}
