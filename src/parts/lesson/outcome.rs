//! What a prediction came to: both drawn, and the gap in a sentence.

use yew::prelude::*;

use super::sketch::{Drawn, view_box};
use super::step::Standing;
use crate::lesson::amount::Amount;
use crate::lesson::prediction::{Way, apart};
use crate::lesson::{Guess, Predict};
use crate::text::lesson::{Apart, Feedback, Word};
use crate::text::{Locale, Say, answer, number};
use crate::view::words;

/// The outcome, or that it is still to come.
pub fn outcome(predict: &Predict, standing: &Standing) -> Html {
    let locale = standing.brief.locale;
    let again = {
        let guessed = standing.guessed.clone();
        Callback::from(move |_: MouseEvent| guessed.emit(None))
    };
    let hidden = standing.brief.veiled;
    let came = standing.facts.as_ref().map(|facts| {
        // The step's own scenario stands last and is no point of a sketch.
        predict.outcome(&facts[..predict.scenarios(facts[0].scenario()).len().min(facts.len())])
    });
    let said = match (&standing.guess, &came) {
        (Some(guess), Some(came)) => feedback(predict, guess, came.as_ref(), locale).say(locale),
        _ => Word::Working.say(locale).to_owned(),
    };
    html! {
        <div class="lesson-outcome">
            <p class="lesson-ask">{ predict.ask.say(locale) }</p>
            <div role="status">
                <p hidden={!hidden}>{ Word::Kept.say(locale) }</p>
                <p class="lesson-gap" hidden={hidden}>
                    { Some(said).filter(|_| !hidden) }
                </p>
            </div>
            <div hidden={hidden}>{ match (&came, &standing.guess) {
                (Some(Some(came)), Some(guess)) if !hidden => {
                    drawing(predict, guess, came, locale)
                }
                _ => html! { <div /> },
            } }</div>
            <p><button type="button" class="plain" onclick={again}>
                { Word::PredictAgain.say(locale) }</button></p>
        </div>
    }
}

/// A number of a scale with its unit, as all numbers of its kind are said.
fn said(value: f64, to: Amount, locale: Locale) -> String {
    match to.unit {
        Some(unit) => answer::value(value * unit.scale, unit.dimension, locale),
        None => number::significant(value, 3),
    }
}

fn feedback(predict: &Predict, guess: &Guess, came: Option<&Guess>, locale: Locale) -> Feedback {
    let Some(came) = came else { return Feedback::None };
    match (&predict.way, guess, came) {
        (Way::Choose(choices), _, Guess::Choice(came)) => {
            let words = |at: usize| {
                choices.get(at).map_or(String::new(), |of| of.say.say(locale).to_owned())
            };
            let outcome = words(*came);
            match guess {
                Guess::Choice(at) if at == came => Feedback::Right { chosen: outcome },
                Guess::Choice(at) => Feedback::Other { chosen: words(*at), outcome },
                _ => Feedback::Skipped { outcome },
            }
        }
        (Way::Bar { to, .. }, Guess::Amounts(guess), Guess::Amounts(came)) => {
            let (guess, came) = (guess[0], came[0]);
            let apart = apart(guess, came);
            let [guess, outcome] = [guess, came].map(|value| said(value, *to, locale));
            Feedback::Amount { guess, outcome, apart }
        }
        (Way::Sketch { at, to, .. }, Guess::Amounts(guess), Guess::Amounts(came)) => {
            let gap = |point: usize| match apart(guess[point], came[point]) {
                Apart::Close => 0.0,
                Apart::More(ratio) | Apart::Less(ratio) => ratio,
                Apart::Nothing => f64::MAX,
            };
            let points = guess.len().min(came.len());
            let close = (0..points).filter(|point| gap(*point) == 0.0).count();
            let widest = (0..points).max_by(|one, two| gap(*one).total_cmp(&gap(*two)));
            let widest = widest.unwrap_or_default();
            Feedback::Curve {
                close,
                points,
                at: at.get(widest).map_or(String::new(), |at| number::count(*at, locale)),
                guess: said(guess[widest], *to, locale),
                outcome: said(came[widest], *to, locale),
            }
        }
        (_, _, Guess::Amounts(came)) => {
            let scale = predict.scale().unwrap_or(Amount { number: 1.0, unit: None });
            let all: Vec<_> = came.iter().map(|value| said(*value, scale, locale)).collect();
            Feedback::Skipped { outcome: all.join(", ") }
        }
        _ => Feedback::None,
    }
}

/// Both on one scale.
fn drawing(predict: &Predict, guess: &Guess, came: &Guess, locale: Locale) -> Html {
    let Guess::Amounts(came) = came else { return html! { <div /> } };
    let mine = if let Guess::Amounts(guess) = guess { guess.clone() } else { Vec::new() };
    match &predict.way {
        Way::Bar { to, .. } => {
            let most = mine.iter().chain(came).copied().fold(to.number, f64::max);
            let row = |class: &'static str, word: Word, value: Option<&f64>| {
                let value = value.copied().unwrap_or_default();
                let width = format!("{:.1}", 100.0 * value / most);
                html! {
                    <div class="lesson-pair">
                        <span>{ word.say(locale) }</span>
                        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                            <rect class={class} x="0" y="1" height="8" {width} />
                        </svg>
                        <span class="figure">{ said(value, *to, locale) }</span>
                    </div>
                }
            };
            html! {
                <div class="lesson-pairs">
                    <div hidden={mine.is_empty()}>{ row("guess", Word::You, mine.first()) }</div>
                    { row("outcome", Word::Simulated, came.first()) }
                </div>
            }
        }
        Way::Sketch { at, to, over, .. } => {
            let most = mine.iter().chain(came).copied().fold(to.number, f64::max);
            let scale = Amount { number: most, ..*to };
            let drawn =
                Drawn { at: at.clone(), to: scale, guess: mine.clone(), outcome: came.clone() };
            let over = words::parameter(over.0, locale);
            html! {
                <div class="lesson-sketch">
                    <svg viewBox={view_box()} aria-hidden="true">{ drawn.body(locale) }</svg>
                    { table(&over, at, &[mine, came.clone()], *to, locale) }
                </div>
            }
        }
        Way::Choose(_) => html! { <div /> },
    }
}

/// The same numbers as a table.
fn table(over: &str, at: &[u64], rows: &[Vec<f64>; 2], to: Amount, locale: Locale) -> Html {
    let row = |word: Word, values: &[f64]| {
        html! {
            <tr hidden={values.is_empty()}>
                <th scope="row">{ word.say(locale) }</th>
                { for values.iter().enumerate().map(|(at, value)| html! {
                    <td key={at}>{ said(*value, to, locale) }</td>
                }) }
            </tr>
        }
    };
    html! {
        <div class="table-frame" tabindex="0" role="region" aria-label={over.to_owned()}>
            <table>
                <thead><tr>
                    <th scope="col">{ over }</th>
                    { for at.iter().map(|at| html! {
                        <th key={*at} scope="col">{ number::count(*at, locale) }</th>
                    }) }
                </tr></thead>
                <tbody>
                    { row(Word::You, &rows[0]) }
                    { row(Word::Simulated, &rows[1]) }
                </tbody>
            </table>
        </div>
    }
}
