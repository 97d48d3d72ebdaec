//! A number that can be asked why it is what it is: a button where somebody answers.
//!
//! Who answers is a context and no property: numbers stand deep in tables and sentences that have
//! no other use for it, and where nobody answers a number is mere text.

use yew::prelude::*;

use crate::app::{Action, Dialog};
use crate::experiment::explain::Displayed;
use crate::scenario::Side;
use crate::text::{Locale, why};
use crate::units::Time;

/// Who answers why a number is what it is.
#[derive(Clone, PartialEq)]
pub struct Answering(pub Callback<Action>);

/// What a number needs.
#[derive(Clone, PartialEq, Properties)]
pub struct NumberProps {
    /// The number with its unit.
    pub told: AttrValue,
    /// On which machine.
    pub side: Side,
    /// Which number.
    pub of: Displayed,
    /// The time of the clock that it is of; none for the whole run.
    #[prop_or_default]
    pub at: Option<Time>,
    /// Language.
    pub locale: Locale,
}

/// The number.
#[component]
pub fn Number(props: &NumberProps) -> Html {
    let NumberProps { told, side, of, at, locale } = props.clone();
    let Some(Answering(act)) = use_context::<Answering>() else {
        return html! { <span>{ told }</span> };
    };
    let ask = Callback::from(move |_: MouseEvent| {
        act.emit(Action::OpenDialog(Dialog::Why { side, of, at }));
    });
    let name = why::ask(&told, locale);
    html! {
        <button type="button" class="why" aria-haspopup="dialog" aria-label={name} onclick={ask}>
            { told }
        </button>
    }
}

/// A sentence in which some numbers can be asked about: the first place where each stands.
pub fn sentence(text: &str, numbers: &[(String, Side, Displayed)], locale: Locale) -> Html {
    let found = numbers.iter().filter(|(told, ..)| !told.is_empty());
    let found =
        found.filter_map(|(told, side, of)| Some((text.find(told.as_str())?, told, side, of)));
    let mut places: Vec<_> = found.collect();
    crate::units::sort_short(&mut places, |one, other| one.0 < other.0);
    let mut rest = 0;
    let mut pieces = Vec::new();
    for (at, told, side, of) in places {
        if at < rest {
            continue;
        }
        pieces.push(html! { <span>{ text[rest..at].to_owned() }</span> });
        pieces.push(html! {
            <Number told={told.clone()} side={*side} of={*of} {locale} />
        });
        rest = at + told.len();
    }
    pieces.push(html! { <span>{ text[rest..].to_owned() }</span> });
    html! { <>{ for pieces }</> }
}
