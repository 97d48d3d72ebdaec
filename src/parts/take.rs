//! What is shown, as files to take away.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::desk::Desk;
use crate::app::work::{Form, Found, Order, Place, Standing, Study};
use crate::text::page::Word as PageWord;
use crate::text::work::{self, Word};
use crate::text::{Locale, number};

/// What the group of files needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TakeAwayProps {
    /// Where files are asked for.
    pub desk: Desk,
    /// What they tell; nothing can be asked for without it.
    pub study: Option<Study>,
    /// Whether there is a trace.
    #[prop_or_default]
    pub trace: bool,
    /// Name of the group.
    #[prop_or(Word::TakeAway)]
    pub label: Word,
    /// Language.
    pub locale: Locale,
}

/// Buttons for the forms of a file, how far it has come, and where it went.
#[component]
pub fn TakeAway(props: &TakeAwayProps) -> Html {
    let TakeAwayProps { desk, study, trace, label, locale } = props;
    let locale = *locale;
    let group = use_node_ref();
    let work = desk.works.at(Place::File);
    // Another group of the page may be at it; of this one, whatever its settings are by now.
    let same = |order: &Order| {
        let kind = core::mem::discriminant::<Study>;
        study.as_ref().is_some_and(|study| kind(study) == kind(&order.study))
    };
    let order = work.order.as_deref().filter(|order| same(order));
    let standing = order.map_or(Standing::Idle, |_| work.standing);
    let status = match (standing, order, work.found.as_deref()) {
        (Standing::Running(_), Some(order), _) => work::preparing(order.form, locale),
        (Standing::Done, Some(_), Some(Found::File { name })) => work::saved(name, locale),
        _ => String::new(),
    };
    let share = if let Standing::Running(share) = standing { Some(share) } else { None };
    let trouble = if let Standing::Failed(trouble) = standing { Some(trouble) } else { None };
    let cancel = {
        let (cancel, group) = (desk.cancel.clone(), group.clone());
        Callback::from(move |_: MouseEvent| {
            cancel.emit(Place::File);
            // The button is about to go, and must not take the focus with it.
            if let Some(group) = group.get().and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
                let _ = group.focus();
            }
        })
    };
    let again = {
        let (ask, order) = (desk.ask.clone(), order.cloned());
        Callback::from(move |_: MouseEvent| {
            if let Some(order) = &order {
                ask.emit((Place::File, order.clone()));
            }
        })
    };
    let forms = [Form::Csv, Form::Json, Form::Trace].into_iter();
    html! {
        <div class="take-away">
            <div ref={group} role="group" tabindex="-1" aria-label={label.say(locale)}
                class="take-forms">
                <span aria-hidden="true">{ label.say(locale) }</span>
                { for forms.filter(|form| *form != Form::Trace || *trace).map(|form| {
                    button(form, desk, study.as_ref(), locale)
                }) }
            </div>
            <div class="take-state" hidden={share.is_none()}>
                <progress value={format!("{:.3}", share.unwrap_or(0.0))} max="1"
                    aria-label={PageWord::Progress.say(locale)}></progress>
                <span>{ number::percent(share.unwrap_or(0.0), locale) }</span>
                <button type="button" onclick={cancel}>{ PageWord::Cancel.say(locale) }</button>
            </div>
            <p class="take-status" role="status">{ status }</p>
            <div role="alert" class="trouble">
                <p hidden={trouble.is_none()}>
                    { trouble.map(|of| work::trouble(of, locale)) }{ " " }
                    <button type="button" onclick={again}>
                        { PageWord::TryAgain.say(locale) }
                    </button>
                </p>
            </div>
        </div>
    }
}

fn button(form: Form, desk: &Desk, study: Option<&Study>, locale: Locale) -> Html {
    let press = {
        let (ask, study) = (desk.ask.clone(), study.cloned());
        Callback::from(move |_: MouseEvent| {
            if let Some(study) = study.clone() {
                ask.emit((Place::File, Order { study, form, locale }));
            }
        })
    };
    html! {
        <button key={form as usize} type="button" onclick={press}
            aria-disabled={study.is_none().then_some("true")}
            title={work::form_words(form, locale)}>
            { work::form(form, locale) }
        </button>
    }
}
