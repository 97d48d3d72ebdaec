//! Making a prediction: a bar, a sketch or a choice, each with the keyboard alone as well.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::sketch::{Drawn, SketchPad};
use crate::lesson::amount::Amount;
use crate::lesson::prediction::Way;
use crate::lesson::{Guess, Predict};
use crate::text::Locale;
use crate::text::lesson::Word;
use crate::view::words;
use crate::web::page;

/// What the form needs.
#[derive(Clone, PartialEq, Properties)]
pub struct GuessFormProps {
    /// The question.
    pub predict: Predict,
    /// Told the answer.
    pub guessed: Callback<Option<Guess>>,
    /// Language.
    pub locale: Locale,
}

/// How many steps a bar has.
const STEPS: f64 = 200.0;

/// A question, and the ways to answer it.
#[component]
pub fn GuessForm(props: &GuessFormProps) -> Html {
    let GuessFormProps { predict, guessed, locale } = props;
    let locale = *locale;
    let guess = use_state_eq(|| first(predict));
    let set = {
        let setter = guess.setter();
        Callback::from(move |of: Guess| setter.set(Some(of)))
    };
    let submit = {
        let (guessed, guess) = (guessed.clone(), (*guess).clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(guess) = &guess {
                guessed.emit(Some(guess.clone()));
            }
        })
    };
    let skip = {
        let guessed = guessed.clone();
        Callback::from(move |_: MouseEvent| guessed.emit(Some(Guess::Skipped)))
    };
    let values = match &*guess {
        Some(Guess::Amounts(values)) => values.clone(),
        _ => Vec::new(),
    };
    html! {
        <form class="lesson-predict" onsubmit={submit}>
            <fieldset>
                <legend>{ predict.ask.say(locale) }</legend>
                <div>{ match &predict.way {
                    Way::Choose(_) => choices(predict, guess.as_ref(), &set, locale),
                    Way::Bar { to, .. } => {
                        let value = values.first().copied().unwrap_or_default();
                        bar(*to, value, &set, locale)
                    }
                    Way::Sketch { over, at, to, .. } => html! {
                        <SketchPad to={*to} {values} set={set.clone()} {locale}
                            over={words::parameter(over.0, locale)}
                            at={at.clone()} />
                    },
                } }</div>
            </fieldset>
            <p class="lesson-acts">
                <button type="submit" class="primary" aria-disabled={guess.is_none().to_string()}>
                    { Word::PredictAndRun.say(locale) }</button>
                <button type="button" class="plain" onclick={skip}>
                    { Word::JustShow.say(locale) }</button>
            </p>
        </form>
    }
}

/// Where a prediction begins: in the middle of the scale, which is nobody's answer.
fn first(predict: &Predict) -> Option<Guess> {
    let (to, points) = match &predict.way {
        Way::Choose(_) => return None,
        Way::Bar { to, .. } => (to, 1),
        Way::Sketch { to, at, .. } => (to, at.len()),
    };
    Some(Guess::Amounts(vec![to.number / 2.0; points]))
}

/// The number that a field holds.
pub fn typed(event: &Event) -> Option<f64> {
    let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    page::number(&field.value()).filter(|number| number.is_finite() && *number >= 0.0)
}

/// A bar that is dragged, with a number field.
fn bar(to: Amount, value: f64, set: &Callback<Guess>, locale: Locale) -> Html {
    let unit = to.unit.map_or("", |unit| unit.name);
    let put = |set: &Callback<Guess>, value: f64| set.emit(Guess::Amounts(vec![value]));
    let drag = {
        let set = set.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(value) = typed(&event) {
                put(&set, value);
            }
        })
    };
    let number = {
        let set = set.clone();
        Callback::from(move |event: Event| {
            if let Some(value) = typed(&event) {
                put(&set, value);
            }
        })
    };
    let shown = Drawn::round(value, to);
    html! {
        <div class="lesson-bar">
            <input type="range" min="0" max={to.number.to_string()}
                step={(to.number / STEPS).to_string()} value={value.to_string()} oninput={drag}
                aria-label={Word::Predict.say(locale)}
                aria-valuetext={format!("{shown} {unit}")} />
            <label>
                <span class="visually-hidden">{ Word::Number.say(locale) }</span>
                <input type="number" min="0" step="any" inputmode="decimal" value={shown}
                    onchange={number} />
                <span class="unit">{ unit }</span>
            </label>
        </div>
    }
}

/// One outcome of several.
fn choices(
    predict: &Predict,
    guess: Option<&Guess>,
    set: &Callback<Guess>,
    locale: Locale,
) -> Html {
    let Way::Choose(choices) = &predict.way else { return html! { <div /> } };
    html! {
        <div class="lesson-choices">
            { for choices.iter().enumerate().map(|(at, choice)| {
                let choose = {
                    let set = set.clone();
                    Callback::from(move |_: Event| set.emit(Guess::Choice(at)))
                };
                html! {
                    <label key={at}>
                        <input type="radio" name="lesson-choice" onchange={choose}
                            checked={guess == Some(&Guess::Choice(at))} />
                        <span>{ choice.say.say(locale) }</span>
                    </label>
                }
            }) }
        </div>
    }
}
