//! One instance in words: chosen in the drawings, or by its number with the keyboard.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::{Action, Dialog};
use crate::catalog::Clock;
use crate::experiment::explain::Displayed;
use crate::scenario::Side;
use crate::text::inside::Word;
use crate::text::lab::{Label, Told};
use crate::text::{Locale, Say, number, why};
use crate::units::{Span, Time};
use crate::view::number::Number;
use crate::view::subject::Subject;

/// What the inspector needs.
#[derive(Clone, PartialEq, Properties)]
pub struct InspectorProps {
    /// The machine and its run.
    pub subject: Subject,
    /// The instance that is looked at.
    pub selected: Option<u32>,
    /// Told when an instance is picked.
    pub on_select: Callback<u32>,
    /// Which machine.
    pub of: Side,
    /// Told what to do.
    pub act: Callback<Action>,
    /// The time of the clock.
    pub time: Time,
    /// Language.
    pub locale: Locale,
    /// Name of the side.
    pub side: AttrValue,
}

/// The field and the words.
#[component]
pub fn Inspector(props: &InspectorProps) -> Html {
    let InspectorProps { subject, selected, on_select, time, locale, side, .. } = props;
    let count = subject.instances();
    let pick = {
        let on_select = on_select.clone();
        Callback::from(move |event: Event| {
            let field =
                event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let number = field.and_then(|field| field.value().parse::<u32>().ok());
            if let Some(number) = number.filter(|number| (1..=count).contains(number)) {
                on_select.emit(number - 1);
            }
        })
    };
    let id = format!("inspect-{side}");
    let current = selected.filter(|instance| *instance < count);
    let words = current.map(|instance| {
        let lane = subject.report.lane(instance);
        lane.iter()
            .map(|bar| {
                let now = (bar.begin..bar.end).contains(time);
                let words = Told::Bar {
                    instance: bar.instance,
                    phase: bar.phase,
                    begin: bar.begin,
                    end: bar.end,
                    waited: bar.waited,
                    wait: bar.wait,
                };
                (now, words.say(*locale))
            })
            .collect::<Vec<_>>()
    });
    let value = current.map_or_else(String::new, |instance| (instance + 1).to_string());
    let look = {
        let (act, side, instance) = (props.act.clone(), props.of, current.unwrap_or(0));
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::OpenDialog(Dialog::Inside { side, instance }));
        })
    };
    html! {
        <div class="inspector">
            <div class="inspector-field">
                <label for={id.clone()}>{ Label::Inspect.say(*locale) }</label>
                <input id={id} type="number" min="1" max={count.to_string()} value={value}
                    onchange={pick} />
                <span class="hint">{ Told::NumberUpTo(count).say(*locale) }</span>
                <button type="button" class="ask" aria-haspopup="dialog" onclick={look}>
                    { Word::LookInside.say(*locale) }
                </button>
            </div>
            <p class="inspector-why" hidden={current.is_none()}>
                { for current.into_iter().flat_map(|instance| asked(props, instance)) }
            </p>
            <ol class="inspector-words">
                { for words.into_iter().flatten().enumerate().map(|(index, (now, words))| {
                    html! {
                        <li key={index} aria-current={now.then_some("step")}
                            class={classes!(now.then_some("now"))}>{ words }</li>
                    }
                }) }
            </ol>
        </div>
    }
}

/// What one instance's start took, and each of its phases, to be asked about.
fn asked(props: &InspectorProps, instance: u32) -> Vec<Html> {
    let InspectorProps { subject, locale, side, .. } = props;
    let side = if side == "A" { Side::A } else { Side::B };
    let lane = subject.report.lane(instance);
    let mut of: Vec<(Displayed, Span)> = Vec::new();
    for bar in lane {
        let phase = Displayed::Phase(instance, bar.phase);
        let length = bar.end.since(bar.begin);
        match of.iter_mut().find(|(known, _)| *known == phase) {
            Some((_, sum)) => *sum += length,
            None => of.push((phase, length)),
        }
    }
    let one = &subject.report.instances[instance as usize];
    if let (Some(launched), Some(ready)) = (one.launched, one.clocks[Clock::Ready as usize]) {
        of.insert(0, (Displayed::Ready(instance), ready.since(launched)));
    }
    let number = |(of, length): (Displayed, Span)| {
        let told = number::span(length, *locale);
        html! {
            <span class="inspector-number">{ why::displayed(of, *locale) }{ ": " }
                <Number {told} {side} {of} locale={*locale} />{ " " }</span>
        }
    };
    of.into_iter().map(number).collect()
}
