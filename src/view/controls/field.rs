//! One parameter as a native control: a menu, a slider with a number field, or a checkbox.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::Action;
use crate::scenario::{Kind, ParameterId, Range, Scale, Scenario, Side, Value, parameter};
use crate::text::Locale;
use crate::text::lab::Label;
use crate::view::words;
use crate::web::page;

/// Steps of a slider that spreads its range by equal ratios.
const STEPS: u32 = 400;

/// What a field needs.
#[derive(Clone, PartialEq, Properties)]
pub struct FieldProps {
    /// Which parameter.
    pub parameter: ParameterId,
    /// Of which machine.
    pub side: Side,
    /// What is asked for.
    pub scenario: Scenario,
    /// Told what to do.
    pub act: Callback<Action>,
    /// Language.
    pub locale: Locale,
    /// Whether the machine is named in the label.
    #[prop_or_default]
    pub named_side: bool,
    /// Stands before its id, where the same setting is on the page twice.
    #[prop_or_default]
    pub prefix: AttrValue,
}

/// The control of one parameter.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let FieldProps { parameter: id, side, scenario, act, locale, named_side, .. } = props;
    let row = parameter(*id);
    let name = words::parameter(*id, *locale);
    let name = if *named_side { format!("{side:?}: {name}") } else { name };
    let element = format!("{}{}-{side:?}", props.prefix, row.key);
    let value = row.get(scenario, *side);
    let problem = scenario
        .problems()
        .into_iter()
        .find(|problem| problem.parameter == *id && problem.side.is_none_or(|of| of == *side));
    let (common, id_of) = (props.clone(), element.clone());
    let control = match (row.kind, &value) {
        (Kind::Number(range), Value::Number(number)) => {
            number_control(&NumberProps { range, number: *number, common, element: id_of })
        }
        (Kind::Optional(range, first), _) => {
            let value = value.clone();
            optional(&OptionalProps { range, first, value, common, element: id_of })
        }
        (Kind::Choice(_), Value::Choice(chosen)) => {
            choice(&ChoiceProps { chosen: chosen.clone(), common, element: id_of })
        }
        (Kind::Switch, Value::Switch(on)) => {
            switch(&SwitchProps { on: *on, common, element: id_of })
        }
        _ => html! { <span /> },
    };
    let reset = {
        let (act, id, side) = (act.clone(), *id, *side);
        Callback::from(move |_: MouseEvent| {
            act.emit(Action::Set { side, parameter: id, value: None });
        })
    };
    let hint_id = format!("{element}-hint");
    let reset_name = format!("{}: {name}", Label::Reset.say(*locale));
    html! {
        <div class={classes!("field", problem.is_some().then_some("wrong"))}>
            <div class="field-head">
                <label for={element}>{ name }</label>
                <button type="button" class="plain reset" onclick={reset} aria-label={reset_name}
                    hidden={row.is_default(scenario, *side) || is_first(*id)}>
                    { Label::Reset.say(*locale) }
                </button>
            </div>
            <div class="field-control">{ control }</div>
            <p class="field-hint" id={hint_id}>
                { words::help(*id, *locale) }
                <span hidden={row.range().is_none()}>
                    { row.range().map(|range| format!(" {}", words::range(range, *locale))) }
                </span>
            </p>
        </div>
    }
}

/// The first controls have no reset of their own: their default is one choice away.
const fn is_first(id: ParameterId) -> bool {
    matches!(
        id,
        ParameterId::Host | ParameterId::Image | ParameterId::Platform | ParameterId::Guest
    )
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
}

/// Sends a value to the parameter of these props.
fn set(props: &FieldProps) -> impl Fn(Option<Value>) + Clone + 'static {
    let (act, parameter, side) = (props.act.clone(), props.parameter, props.side);
    move |value| act.emit(Action::Set { side, parameter, value })
}

#[derive(Clone, PartialEq)]
struct NumberProps {
    range: Range,
    number: u64,
    common: FieldProps,
    element: String,
}

/// Where a number lies on its slider.
#[must_use]
fn to_slider(range: Range, number: u64) -> String {
    match range.scale {
        Scale::Linear | Scale::Field => number.to_string(),
        Scale::Logarithmic => {
            let low = real(range.low.max(1));
            let share = libm::log(real(number.max(1)) / low) / libm::log(real(range.high) / low);
            format!("{:.0}", share.clamp(0.0, 1.0) * f64::from(STEPS))
        }
    }
}

/// The number at a position of the slider: round, so that a drag meets numbers people use.
#[must_use]
fn from_slider(range: Range, position: f64) -> u64 {
    match range.scale {
        Scale::Linear | Scale::Field => whole(position),
        Scale::Logarithmic => {
            let low = real(range.low.max(1));
            let share = (position / f64::from(STEPS)).clamp(0.0, 1.0);
            if share <= 0.0 {
                return range.low;
            }
            let exact = low * libm::pow(real(range.high) / low, share);
            let step = libm::pow(10.0, libm::floor(libm::log10(exact)) - 1.0).max(1.0);
            let round = libm::rint(exact / step) * step;
            whole(round).clamp(range.low, range.high)
        }
    }
}

/// The number that a key leads to: the next one on the slider that is another number. By ratios
/// several positions are one small number, and a key that seems to do nothing is a broken key.
#[must_use]
fn beside(range: Range, number: u64, up: bool) -> u64 {
    let from: f64 = to_slider(range, number).parse().unwrap_or(0.0);
    let step = if up { 1.0 } else { -1.0 };
    let steps = (1..=STEPS).map(|count| from_slider(range, from + step * f64::from(count)));
    let mut beyond = steps.filter(|next| if up { *next > number } else { *next < number });
    beyond.next().unwrap_or(if up { range.high } else { range.low })
}

#[expect(clippy::cast_precision_loss, reason = "settings are far below 2^53")]
const fn real(number: u64) -> f64 {
    number as f64
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
fn whole(number: f64) -> u64 {
    libm::rint(number) as u64
}

fn number_control(props: &NumberProps) -> Html {
    let NumberProps { range, number, common, element } = props;
    let FieldProps { act, parameter, side, locale, .. } = common;
    let (range, side, parameter) = (*range, *side, *parameter);
    let drag = {
        let act = act.clone();
        Callback::from(move |event: InputEvent| {
            let position = input(&event).and_then(|field| page::number(&field.value()));
            if let Some(position) = position {
                let value = Value::Number(from_slider(range, position));
                act.emit(Action::Drag { side, parameter, value });
            }
        })
    };
    let release = {
        let act = act.clone();
        Callback::from(move |_: Event| act.emit(Action::EndGesture))
    };
    let typed = {
        let set = set(common);
        Callback::from(move |event: Event| {
            let number = input(&event).and_then(|field| page::number(&field.value()));
            if let Some(number) = number.filter(|number| number.is_finite() && *number >= 0.0) {
                set(Some(Value::Number(whole(number))));
            }
        })
    };
    let press = {
        let (set, number) = (set(common), *number);
        Callback::from(move |event: KeyboardEvent| {
            let up = match event.key().as_str() {
                "ArrowRight" | "ArrowUp" => true,
                "ArrowLeft" | "ArrowDown" => false,
                _ => return,
            };
            let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
            if range.scale == Scale::Logarithmic && !modified {
                event.prevent_default();
                set(Some(Value::Number(beside(range, number, up))));
            }
        })
    };
    let (low, high, step) = match range.scale {
        Scale::Logarithmic => ("0".to_owned(), STEPS.to_string(), "1".to_owned()),
        _ => (range.low.to_string(), range.high.to_string(), range.step.to_string()),
    };
    let spoken = words::measured(*number, range, *locale);
    let name = words::parameter(parameter, *locale);
    html! {
        <div class="number">
            <div class="slider" hidden={range.scale == Scale::Field}>
                <input type="range" min={low} max={high} step={step} oninput={drag}
                    onchange={release} onkeydown={press} value={to_slider(range, *number)}
                    aria-label={name} aria-valuetext={spoken} />
            </div>
            <div class="number-field">
                <input id={element.clone()} type="number" min={range.low.to_string()}
                    max={range.high.to_string()} step="any" inputmode="numeric"
                    value={number.to_string()} onchange={typed} />
                <span class="unit">{ words::unit(range, *locale) }</span>
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq)]
struct OptionalProps {
    range: Range,
    first: u64,
    value: Value,
    common: FieldProps,
    element: String,
}

fn optional(props: &OptionalProps) -> Html {
    let OptionalProps { range, first, value, common, element } = props;
    let first = *first;
    let on = matches!(value, Value::Number(_));
    let toggle = {
        let set = set(common);
        Callback::from(move |event: Event| {
            let on = input(&event).is_some_and(|field| field.checked());
            set(Some(if on { Value::Number(first) } else { Value::Off }));
        })
    };
    let number = match value {
        Value::Number(number) => *number,
        _ => first,
    };
    let of_number = if on { element.clone() } else { format!("{element}-off") };
    let inner = number_control(&NumberProps {
        range: *range,
        number,
        common: common.clone(),
        element: of_number,
    });
    html! {
        <div class="optional">
            <input id={if on { format!("{element}-on") } else { element.clone() }} type="checkbox"
                checked={on} onchange={toggle}
                aria-label={words::parameter(common.parameter, common.locale)} />
            <div hidden={!on}>
                { inner }
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq)]
struct ChoiceProps {
    chosen: String,
    common: FieldProps,
    element: String,
}

fn choice(props: &ChoiceProps) -> Html {
    let ChoiceProps { chosen, common, element } = props;
    let FieldProps { parameter: id, scenario, side, locale, .. } = common;
    let choices = parameter(*id).choices(scenario, *side);
    let choose = {
        let set = set(common);
        Callback::from(move |event: Event| {
            let menu = event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
            if let Some(menu) = menu {
                set(Some(Value::Choice(menu.value())));
            }
        })
    };
    html! {
        <select id={element.clone()} onchange={choose}>
            { for choices.into_iter().map(|choice| html! {
                <option key={choice} value={choice} selected={choice == chosen}>
                    { words::choice(*id, choice, *locale) }
                </option>
            }) }
        </select>
    }
}

#[derive(Clone, PartialEq)]
struct SwitchProps {
    on: bool,
    common: FieldProps,
    element: String,
}

fn switch(props: &SwitchProps) -> Html {
    let SwitchProps { on, common, element } = props;
    let toggle = {
        let set = set(common);
        Callback::from(move |event: Event| {
            set(Some(Value::Switch(input(&event).is_some_and(|field| field.checked()))));
        })
    };
    html! { <input id={element.clone()} type="checkbox" checked={*on} onchange={toggle} /> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Measure;

    #[test]
    fn a_slider_by_ratios_reaches_both_ends_and_comes_back_to_where_it_was() {
        let range = Range {
            low: 1,
            high: 20_000,
            step: 1,
            scale: Scale::Logarithmic,
            measure: Measure::Count,
        };
        assert_eq!((from_slider(range, 0.0), from_slider(range, 400.0)), (1, 20_000));
        for number in [1, 2, 12, 100, 3000, 20_000] {
            let position: f64 = to_slider(range, number).parse().unwrap();
            let back = from_slider(range, position);
            assert!(real(back.abs_diff(number)) <= 0.03 * real(number), "{number} {back}");
        }
        // Every press of a key leads to another number, until the end is reached.
        let (mut number, mut presses) = (1, 0);
        while number < 20_000 {
            let next = beside(range, number, true);
            assert!(next > number && beside(range, next, false) < next);
            (number, presses) = (next, presses + 1);
        }
        assert!(presses < 500, "{presses}");
        assert_eq!((beside(range, 12, true), beside(range, 12, false)), (13, 11));
    }
}
