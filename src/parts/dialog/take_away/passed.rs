//! The link of a scenario, its drawing for a camera, and its code for a keyboard.

use core::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};
use yew::prelude::*;

use crate::scenario::{Scenario, link, typed};
use crate::text::Locale;
use crate::text::take::Word;
use crate::web::location;

/// Light modules around a drawing, which the standard asks for.
const QUIET: i32 = 4;

/// What passing on needs.
#[derive(Clone, PartialEq, Properties)]
pub struct PassOnProps {
    /// What is passed on.
    pub scenario: Scenario,
    /// Language.
    pub locale: Locale,
}

/// The link and the code, each with a button that copies it, and the drawing.
#[component]
pub fn PassOn(props: &PassOnProps) -> Html {
    let locale = props.locale;
    let copied = use_state_eq(|| None::<bool>);
    let address = location::address(&link::encode(&props.scenario));
    let code = typed::code(&props.scenario);
    let said = copied.map(|done| if done { Word::Copied } else { Word::NotCopied }.say(locale));
    let line = |id: &'static str, word: Word, text: &str| {
        let copy = {
            let (text, setter) = (text.to_owned(), copied.setter());
            Callback::from(move |_: MouseEvent| {
                let setter = setter.clone();
                location::copy(text.clone(), Callback::from(move |done| setter.set(Some(done))));
            })
        };
        html! {
            <div class="field take-line">
                <div class="field-head"><label for={id}>{ word.say(locale) }</label></div>
                <div class="take-text">
                    <input {id} type="text" readonly=true value={text.to_owned()} />
                    <button type="button" onclick={copy}
                        aria-label={format!("{}: {}", Word::Copy.say(locale), word.say(locale))}>
                        { Word::Copy.say(locale) }
                    </button>
                </div>
            </div>
        }
    };
    let local = address.starts_with("file:");
    html! {
        <div class="pass-on">
            <div class="pass-lines">
                { line("take-link", Word::Link, &address) }
                { line("take-code", Word::Code, &code) }
                <p class="take-status" role="status">{ said }</p>
            </div>
            <figure class="qr">
                <div>{ if local { html! { <div /> } } else { drawing(&address, locale) } }</div>
                <figcaption>
                    { if local { Word::QrLocal } else { Word::QrFor }.say(locale) }
                </figcaption>
            </figure>
        </div>
    }
}

/// Dark modules as one path. The colours stay dark on light in every theme: cameras expect it.
pub fn drawing(address: &str, locale: Locale) -> Html {
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Low) else { return html! { <div /> } };
    let size = code.size();
    let dark = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
    let mut path = String::new();
    for (x, y) in dark.filter(|&(x, y)| code.get_module(x, y)) {
        // Writing to a text cannot fail.
        let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
    }
    let whole = size + 2 * QUIET;
    html! {
        <svg class="qr-code" role="img" aria-label={Word::Qr.say(locale)}
            viewBox={format!("0 0 {whole} {whole}")} shape-rendering="crispEdges">
            <rect class="qr-light" width="100%" height="100%" />
            <path class="qr-dark" d={path} />
        </svg>
    }
}
