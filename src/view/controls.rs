//! The settings, made from the scenario's table of parameters: few at first, the rest folded.

mod field;
mod questions;

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

pub use self::field::Field;
use self::questions::questions;
use super::fold::Fold;
use super::words;
use crate::app::{Action, Dialog};
use crate::scenario::{
    Group, PARAMETERS, PRESETS, Parameter, ParameterId, Preset, Scenario, Scope, Side, Value,
    parameter, preset,
};
use crate::text::Locale;
use crate::text::difference::ForkWord;
use crate::text::lab::Label;
use crate::text::page::Word;

/// What the settings need.
#[derive(Clone, PartialEq, Properties)]
pub struct ControlsProps {
    /// What is asked for.
    pub scenario: Scenario,
    /// Whether there is something to undo, and to do again.
    pub undo: (bool, bool),
    /// Told what to do.
    pub act: Callback<Action>,
    /// Told to copy the link.
    pub copy: Callback<()>,
    /// Language.
    pub locale: Locale,
}

/// The settings of both machines.
#[component]
pub fn Controls(props: &ControlsProps) -> Html {
    let ControlsProps { scenario, act, locale, .. } = props;
    let first = rows(Group::First, Scope::Common).filter(|row| row.id != ParameterId::Mode);
    let field = |row: &'static Parameter, side: Side| {
        html! {
            <Field key={format!("{}{}", row.key, side.index())} parameter={row.id} {side}
                scenario={scenario.clone()} act={act.clone()} locale={*locale} />
        }
    };
    let asked: Vec<_> =
        rows(Group::Question, Scope::Common).filter(|row| row.applies(scenario, Side::A)).collect();
    let more = {
        let (scenario, act, locale) = (scenario.clone(), act.clone(), *locale);
        Callback::from(move |()| more_settings(&scenario, &act, locale))
    };
    html! {
        <section class="controls" aria-label={Label::Settings.say(*locale)}>
            { questions(scenario, act, *locale) }
            <div class="controls-first">
                { for first.filter(|row| row.applies(scenario, Side::A)).map(|row| {
                    field(row, Side::A)
                }) }
                { presets(act, *locale) }
            </div>
            <p class="settings-of" hidden={!scenario.is_held(Side::A)}>
                { ForkWord::OnlyB.say(*locale) }
            </p>
            <div class="question-settings" role="group" hidden={asked.is_empty()}
                aria-label={Word::QuestionSettings.say(*locale)}>
                { for asked.into_iter().map(|row| field(row, Side::A)) }
            </div>
            <div class="controls-row">
                <Fold label={Label::More.say(*locale)} body={more} class={classes!("more")} />
                { tools(&ToolsProps {
                    undo: props.undo, act: act.clone(), copy: props.copy.clone(), locale: *locale,
                }) }
            </div>
        </section>
    }
}

/// Rows of the table in a group.
fn rows(group: Group, scope: Scope) -> impl Iterator<Item = &'static Parameter> {
    PARAMETERS.iter().filter(move |row| row.group == group && row.scope == scope)
}

/// The settings that everybody needs of one machine: platform and guest.
#[derive(Clone, PartialEq)]
pub struct SideControlsProps {
    /// What is asked for.
    pub scenario: Scenario,
    /// Of which machine.
    pub side: Side,
    /// Told what to do.
    pub act: Callback<Action>,
    /// Language.
    pub locale: Locale,
}

/// Platform and guest of one machine.
pub fn side_controls(props: &SideControlsProps) -> Html {
    let SideControlsProps { scenario, side, act, locale } = props;
    let rows = rows(Group::First, Scope::Side).chain(rows(Group::Question, Scope::Side));
    let rows = rows.filter(|row| row.applies(scenario, *side));
    html! {
        <div class="side-controls">
            { for rows.map(|row| {
                html! {
                    <Field key={row.key} parameter={row.id} side={*side}
                        scenario={scenario.clone()} act={act.clone()} locale={*locale} />
                }
            }) }
        </div>
    }
}

/// Everything that is not open at first, in groups.
fn more_settings(scenario: &Scenario, act: &Callback<Action>, locale: Locale) -> Html {
    let groups =
        [Group::First, Group::Start, Group::Hardware, Group::Instance, Group::Sharing, Group::Run];
    let group = |group: Group| {
        let common = rows(group, Scope::Common).filter(|_| group != Group::First);
        let common: Vec<_> = common.map(|row| (row, Side::A)).collect();
        let sides = rows(group, Scope::Side).filter(|_| group != Group::First);
        let sides = sides.flat_map(|row| Side::BOTH.map(|side| (row, side)));
        let all: Vec<_> = common
            .into_iter()
            .chain(sides)
            .filter(|(row, side)| row.applies(scenario, *side))
            .collect();
        html! {
            <fieldset key={group as u8} class="group" hidden={all.is_empty()}>
                <legend>{ words::group(group, locale) }</legend>
                { for all.into_iter().map(|(row, side)| html! {
                    <Field key={format!("{}{}", row.key, side.index())} parameter={row.id} {side}
                        scenario={scenario.clone()} act={act.clone()} locale={locale}
                        named_side={row.scope == Scope::Side} />
                }) }
            </fieldset>
        }
    };
    let reset = {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::Reset))
    };
    html! {
        <div class="more-settings">
            { for groups.map(group) }
            <button type="button" onclick={reset}>{ Label::ResetAll.say(locale) }</button>
        </div>
    }
}

/// The menu of presets, under the questions that they ask.
fn presets(act: &Callback<Action>, locale: Locale) -> Html {
    let (act, show) = (act.clone(), act.clone());
    let choose = Callback::from(move |event: Event| {
        let menu = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let Some(menu) = menu else { return };
        if let Some(preset) = preset(&menu.value()) {
            act.emit(Action::OpenPreset(preset.id));
        }
        menu.set_selected_index(0);
    });
    let row = parameter(ParameterId::Mode);
    let pictures = Callback::from(move |_: MouseEvent| {
        show.emit(Action::OpenDialog(Dialog::Examples));
    });
    let asked: Vec<Value> =
        PRESETS.iter().map(|preset| row.get(&preset.scenario(), Side::A)).collect();
    let option = |preset: &Preset| {
        html! {
            <option key={preset.key} value={preset.key}>
                { words::preset(preset.id, locale) }
            </option>
        }
    };
    let group = |id: &'static str| {
        let question = Value::choice(id);
        let of = PRESETS.iter().zip(&asked).filter(|(_, asked)| **asked == question);
        html! {
            <optgroup key={id} label={words::choice(row.id, id, locale)}>
                { for of.map(|(preset, _)| option(preset)) }
            </optgroup>
        }
    };
    html! {
        <div class="field">
            <div class="field-head">
                <label for="presets">{ Label::Presets.say(locale) }</label>
                <button type="button" class="ask" aria-haspopup="dialog" onclick={pictures}>
                    { Label::PresetPictures.say(locale) }
                </button>
            </div>
            <select id="presets" onchange={choose}>
                <option value="" selected=true>{ Label::ChoosePreset.say(locale) }</option>
                { for row.choices(&Scenario::default(), Side::A).into_iter().map(group) }
            </select>
        </div>
    }
}

#[derive(Clone, PartialEq)]
struct ToolsProps {
    undo: (bool, bool),
    act: Callback<Action>,
    copy: Callback<()>,
    locale: Locale,
}

fn tools(props: &ToolsProps) -> Html {
    let ToolsProps { undo, act, copy, locale } = props;
    let press = |action: Action| {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(action.clone()))
    };
    let copy = copy.clone();
    let copy = Callback::from(move |_: MouseEvent| copy.emit(()));
    html! {
        <div class="tools">
            <button type="button" aria-disabled={(!undo.0).to_string()}
                onclick={press(Action::Undo)}>{ Label::Undo.say(*locale) }</button>
            <button type="button" aria-disabled={(!undo.1).to_string()}
                onclick={press(Action::Redo)}>{ Label::Redo.say(*locale) }</button>
            <button type="button" onclick={copy}>{ Label::CopyLink.say(*locale) }</button>
            <button type="button" aria-haspopup="dialog"
                onclick={press(Action::OpenDialog(Dialog::TakeAway))}>
                { Label::TakeAway.say(*locale) }
            </button>
        </div>
    }
}
