//! Where the keyboard stands in the picture of a machine: on the column of one instance.
//!
//! The picture is an image with a name, and an image holds no buttons, so that the stop lies over
//! it as a drawing of its own. From its rectangle the inside of the instance grows, and back into
//! it. Where nobody answers, as before a room, nothing can be looked into.

use yew::prelude::*;

use crate::app::{Action, Dialog};
use crate::scenario::Side;
use crate::text::inside::LookInto;
use crate::text::{Locale, Say, name};
use crate::view::number::Answering;

/// Opens the inside of an instance of this machine; `None` where nobody answers.
#[hook]
pub fn use_look(side: Side) -> Option<Callback<u32>> {
    let Answering(act) = use_context::<Answering>()?;
    Some(Callback::from(move |instance| {
        act.emit(Action::OpenDialog(Dialog::Inside { side, instance }));
    }))
}

/// From a column to the mark of the focus around it, in CSS pixels.
const APART: f64 = 4.5;

/// What the stop needs.
#[derive(Clone, PartialEq, Properties)]
pub struct StopProps {
    /// On which machine.
    pub side: Side,
    /// The instance that it stands on, from 0.
    pub instance: u32,
    /// How many there are.
    pub count: u32,
    /// Left edge, upper edge, width and height of its column in CSS pixels.
    pub place: [f64; 4],
    /// Width and height of the picture.
    pub size: (f64, f64),
    /// Told when another instance is picked.
    pub on_select: Callback<u32>,
    /// Language.
    pub locale: Locale,
}

/// A place for the focus on one column: arrow keys go on to the next, Enter looks inside.
#[component]
pub fn Stop(props: &StopProps) -> Html {
    let StopProps { side, instance, count, place, size, locale, .. } = props;
    let Some(look) = use_look(*side).filter(|_| *count > 0) else { return Html::default() };
    let instance = (*instance).min(count - 1);
    let press = {
        let look = look.clone();
        Callback::from(move |_: MouseEvent| look.emit(instance))
    };
    let keys = {
        let (on_select, last) = (props.on_select.clone(), count - 1);
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            match event.key().as_str() {
                "Enter" | " " => look.emit(instance),
                "ArrowLeft" | "ArrowUp" => on_select.emit(instance.saturating_sub(1)),
                "ArrowRight" | "ArrowDown" => on_select.emit((instance + 1).min(last)),
                "Home" => on_select.emit(0),
                "End" => on_select.emit(last),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let [x, y, width, height] = *place;
    // Around the frame of what is picked, so that both are seen.
    let around = [x - APART, y - APART, width + 2.0 * APART, height + 2.0 * APART];
    let [x, y, width, height] = around.map(|length| format!("{length:.1}"));
    let label = LookInto { side: name::side(*side), instance }.say(*locale);
    html! {
        <svg class="column-stop" viewBox={format!("0 0 {:.1} {:.1}", size.0, size.1)}
            width={size.0.to_string()} height={size.1.to_string()}>
            <g role="button" tabindex="0" aria-haspopup="dialog" aria-label={label}
                data-side={name::side(*side)} onclick={press} onkeydown={keys}>
                <rect {x} {y} {width} {height} />
            </g>
        </svg>
    }
}

/// What the button needs.
#[derive(Clone, PartialEq, Properties)]
pub struct LookButtonProps {
    /// On which machine.
    pub side: Side,
    /// The instance that is picked, from 0; there is no button where none is.
    pub picked: Option<u32>,
    /// Language.
    pub locale: Locale,
}

/// Looks into the instance that is picked.
#[component]
pub fn LookButton(props: &LookButtonProps) -> Html {
    let LookButtonProps { side, picked, locale } = props;
    let look = use_look(*side);
    let instance = picked.filter(|_| look.is_some());
    let press = {
        let instance = instance.unwrap_or(0);
        Callback::from(move |_: MouseEvent| {
            if let Some(look) = &look {
                look.emit(instance);
            }
        })
    };
    let told = instance.map(|it| LookInto { side: name::side(*side), instance: it }.say(*locale));
    html! {
        <button type="button" class="ask look" aria-haspopup="dialog" hidden={instance.is_none()}
            onclick={press}>{ told }</button>
    }
}
