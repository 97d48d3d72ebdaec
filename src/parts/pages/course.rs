//! The way between the pages of the course: lessons and the glossary.

use yew::prelude::*;

use crate::app::Page;
use crate::text::glossary::Word;
use crate::text::{Locale, page};

const PAGES: [Page; 2] = [Page::Learn, Page::Glossary];

/// Links to the pages of the course, the one that is open marked.
pub fn course_navigation(open: Page, locale: Locale) -> Html {
    html! {
        <nav class="course-pages" aria-label={Word::Course.say(locale)}>
            <ul>
                { for PAGES.into_iter().map(|of| html! {
                    <li key={of.fragment()}>
                        <a href={of.fragment()} aria-current={(of == open).then_some("page")}>
                            { page::name(of, locale) }
                        </a>
                    </li>
                }) }
            </ul>
        </nav>
    }
}
