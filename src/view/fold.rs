//! A part of the page that opens, and is made only when it is open.

use wasm_bindgen::JsCast;
use yew::prelude::*;

/// What a fold needs.
#[derive(Clone, PartialEq, Properties)]
pub struct FoldProps {
    /// Its heading.
    pub label: AttrValue,
    /// Makes what is inside.
    pub body: Callback<(), Html>,
    /// Class of the whole.
    #[prop_or_default]
    pub class: Classes,
}

/// A native disclosure.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let open = use_state_eq(|| false);
    let toggle = {
        let setter = open.setter();
        Callback::from(move |event: Event| {
            let element = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
            setter.set(element.is_some_and(|element| element.has_attribute("open")));
        })
    };
    html! {
        <details class={classes!("fold", props.class.clone())} ontoggle={toggle}>
            <summary>{ props.label.clone() }</summary>
            <div>{ if *open { props.body.emit(()) } else { html! { <div hidden=true /> } } }</div>
        </details>
    }
}
