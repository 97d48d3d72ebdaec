//! The head of the page: what it is, and in which language and colours it speaks.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::query::THEMES;
use crate::app::{Action, Page, Theme};
use crate::text::Locale;
use crate::text::lab::Label;
use crate::text::page::{self, Word};
use crate::text::present;

/// What a theme is called in the menu.
pub const fn label(of: Theme) -> Label {
    match of {
        Theme::System => Label::ThemeAuto,
        Theme::Light => Label::ThemeLight,
        Theme::Dark => Label::ThemeDark,
        Theme::Projector => Label::ThemeProjector,
    }
}

/// Name of a theme in the page's attribute and in storage.
#[must_use]
pub fn theme_name(theme: Theme) -> &'static str {
    THEMES.iter().find(|(of, _)| *of == theme).map_or("auto", |(_, name)| name)
}

/// What the head needs.
#[derive(Clone, PartialEq)]
pub struct HeaderProps {
    /// Colours.
    pub theme: Theme,
    /// The part of the program that is open.
    pub page: Page,
    /// The address of the Lab with its scenario.
    pub link: AttrValue,
    /// Told before a link is followed.
    pub leave: Callback<()>,
    /// Language.
    pub locale: Locale,
    /// Told what to do.
    pub act: Callback<Action>,
    /// Told to open the list of keys.
    pub help: Callback<()>,
}

/// The head of the page.
pub fn header(props: &HeaderProps) -> Html {
    let HeaderProps { theme, locale, act, help, .. } = props;
    let choose_theme = {
        let act = act.clone();
        Callback::from(move |event: Event| {
            let menu = event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
            let index = menu.and_then(|menu| usize::try_from(menu.selected_index()).ok());
            if let Some((theme, ..)) = index.and_then(|index| THEMES.get(index)) {
                act.emit(Action::SetTheme(*theme));
            }
        })
    };
    let language = |of: Locale, name: &'static str| {
        let act = act.clone();
        let choose = Callback::from(move |_: MouseEvent| act.emit(Action::SetLocale(of)));
        html! {
            <button key={of.tag()} type="button" lang={of.tag()} onclick={choose}
                aria-pressed={(of == *locale).to_string()}>{ name }</button>
        }
    };
    let open = {
        let help = help.clone();
        Callback::from(move |_: MouseEvent| help.emit(()))
    };
    let present = {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::Present(true)))
    };
    html! {
        <header class="head">
            <h1>{ "Strata" }</h1>
            { pages(props) }
            <div class="head-tools">
                <div class="languages" role="group" aria-label={Label::Language.say(*locale)}>
                    { language(Locale::English, "EN") }
                    { language(Locale::Korean, "한국어") }
                </div>
                <select class="themes" aria-label={Label::Theme.say(*locale)}
                    onchange={choose_theme}>
                    { for THEMES.iter().map(|(of, name)| html! {
                        <option key={*name} value={*name} selected={of == theme}>
                            { label(*of).say(*locale) }
                        </option>
                    }) }
                </select>
                <button type="button" class="present-open" onclick={present}>
                    { present::Word::Present.say(*locale) }
                </button>
                <button type="button" class="help" onclick={open}
                    aria-label={Label::Shortcuts.say(*locale)}
                    title={Label::Shortcuts.say(*locale)}>
                    { "?" }
                </button>
            </div>
        </header>
    }
}

/// The way from page to page: real links, so that Back works and each can be opened in a tab.
fn pages(props: &HeaderProps) -> Html {
    let HeaderProps { page, link, leave, locale, .. } = props;
    let leave = leave.clone();
    let leave = Callback::from(move |_: MouseEvent| leave.emit(()));
    html! {
        <nav class="pages" aria-label={Word::Pages.say(*locale)}>
            <ul>{ for Page::ALL.into_iter().filter(|of| of.main() == *of).map(|of| {
                let address = if of == Page::Lab { link.clone() } else { of.fragment().into() };
                html! {
                    <li key={of.fragment()}>
                        <a href={address} onclick={leave.clone()}
                            aria-current={(of == page.main()).then_some("page")}>
                            { page::name(of, *locale) }
                        </a>
                    </li>
                }
            }) }</ul>
        </nav>
    }
}
