//! A small piece of a fill, for legends.

use yew::prelude::*;

use super::theme::Fill;

/// A small rectangle with a fill and its pattern.
pub fn swatch(fill: Fill) -> Html {
    html! {
        <svg class="swatch" viewBox="0 0 22 14" width="22" height="14" aria-hidden="true">
            <path class={classes!("stratum", fill.class)} d="M1 1h20v12h-20z" />
            <path class="stratum-pattern" fill={fill.pattern.unwrap_or("none")}
                d="M1 1h20v12h-20z" />
        </svg>
    }
}
