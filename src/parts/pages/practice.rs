//! Interview practice.

use yew::prelude::*;

use super::course::course_navigation;
use crate::app::Page;
use crate::text::Locale;

/// What the page needs.
#[derive(Clone, PartialEq, Properties)]
pub struct PracticeProps {
    /// Language.
    pub locale: Locale,
}

/// The page.
#[component]
pub fn Practice(props: &PracticeProps) -> Html {
    html! { <div class="practice">{ course_navigation(Page::Practice, props.locale) }</div> }
}
