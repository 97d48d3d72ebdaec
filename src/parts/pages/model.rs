//! How the model works: a text that lies beside the app and is fetched when it is asked for.

use yew::prelude::*;

use crate::text::Locale;
use crate::text::page::Word;
use crate::web::page::fetch_text;

/// What the page needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ModelProps {
    /// Language.
    pub locale: Locale,
}

/// How a text that was asked for stands.
#[derive(Clone, PartialEq)]
enum Fetched {
    Waiting,
    Arrived(AttrValue),
    Missing,
}

/// The text of the model.
#[component]
pub fn Model(props: &ModelProps) -> Html {
    let locale = props.locale;
    let text = use_state_eq(|| Fetched::Waiting);
    let tries = use_state_eq(|| 0_u32);
    {
        let setter = text.setter();
        use_effect_with((locale, *tries), move |(locale, _)| {
            setter.set(Fetched::Waiting);
            let told = Callback::from(move |text: Option<String>| {
                setter.set(text.map_or(Fetched::Missing, |text| Fetched::Arrived(text.into())));
            });
            fetch_text(&format!("./model.{}.html", locale.tag()), told);
        });
    }
    let again = {
        let (setter, tried) = (tries.setter(), *tries);
        Callback::from(move |_: MouseEvent| setter.set(tried + 1))
    };
    match &*text {
        Fetched::Arrived(text) => html! {
            <article class="prose" lang={locale.tag()}>
                { Html::from_html_unchecked(text.clone()) }
            </article>
        },
        Fetched::Waiting => html! { <p role="status">{ Word::Loading.say(locale) }</p> },
        Fetched::Missing => html! {
            <div role="alert">
                <p>{ Word::NotLoaded.say(locale) }</p>
                <button type="button" onclick={again}>{ Word::TryAgain.say(locale) }</button>
            </div>
        },
    }
}
