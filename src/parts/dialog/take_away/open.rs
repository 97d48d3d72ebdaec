//! Opens what was passed on: a link, a code, or a file.

use gloo::file::callbacks::FileReader;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::part::Wish;
use crate::scenario::typed::{self, TypedProblem};
use crate::text::take::Word;
use crate::text::{Locale, Say};
use crate::web::parts;

/// What opening needs.
#[derive(Clone, PartialEq, Properties)]
pub struct OpenProps {
    /// Language.
    pub locale: Locale,
}

/// One field for whatever people were given, and a button for files.
#[component]
pub fn Open(props: &OpenProps) -> Html {
    let locale = props.locale;
    let problem = use_state_eq(|| None::<TypedProblem>);
    let field = use_node_ref();
    let reading = use_mut_ref(|| None::<FileReader>);
    let read = {
        let setter = problem.setter();
        Callback::from(move |text: String| match typed::read(&text) {
            Ok(scenario) => {
                setter.set(None);
                parts::wish(&Wish::Open(Box::new(scenario)));
                parts::wish(&Wish::Close);
            }
            Err(found) => setter.set(Some(found)),
        })
    };
    let open = {
        let (field, read) = (field.clone(), read.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                read.emit(field.value());
            }
        })
    };
    let choose = Callback::from(move |event: Event| {
        let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let file = input.files().and_then(|files| files.get(0));
        if let Some(file) = file {
            let read = read.clone();
            let file = gloo::file::File::from(file);
            *reading.borrow_mut() = Some(gloo::file::callbacks::read_as_text(&file, move |text| {
                read.emit(text.unwrap_or_default());
            }));
        }
        // The same file can be chosen again after it was corrected.
        input.set_value("");
    });
    let failed = problem.is_some();
    html! {
        <form class="take-open" onsubmit={open}>
            <div class="field">
                <div class="field-head">
                    <label for="take-paste">{ Word::Paste.say(locale) }</label>
                </div>
                <textarea ref={field} id="take-paste" rows="2" spellcheck="false"
                    autocomplete="off" aria-invalid={failed.then_some("true")}
                    aria-describedby={failed.then_some("take-problem")} />
            </div>
            <div class="take-buttons">
                <button type="submit">{ Word::Open.say(locale) }</button>
                <label class="file-choice">
                    <input type="file" accept=".json,.toml,.txt,application/json,text/plain"
                        onchange={choose} />
                    <span>{ Word::Choose.say(locale) }</span>
                </label>
            </div>
            <div role="alert" class="trouble" id="take-problem">
                <p hidden={!failed}>{ problem.as_ref().map(|of| of.say(locale)) }</p>
            </div>
        </form>
    }
}
