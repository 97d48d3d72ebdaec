//! The whole page: its head, and the part of the program that is open.

use std::rc::Rc;

use yew::prelude::*;

use super::aside::{Standing, missing, use_aside};
use super::asked::Asked;
use super::changed::changed;
use super::controls::Controls;
use super::header::{HeaderProps, header};
use super::headline::Headline;
use super::help::{self, HelpProps, help_list};
use super::notices::{NoticesProps, notices, progress};
use super::number::Answering;
use super::patterns::patterns;
use super::present::Present;
use super::program::{Program, use_program};
use super::scene::StartScene;
use super::theme::Shown;
use crate::app::{Action, Motion, Page, Theme};
use crate::scenario::Side;
use crate::text::lab::Label;
use crate::text::name;
use crate::text::page::Word;
use crate::web::page::use_media;

/// The whole page.
#[component]
pub fn Lab() -> Html {
    let program = use_program();
    let state = &program.state;
    let locale = state.locale;
    let dark = use_media("(prefers-color-scheme: dark)");
    // Paper is light, whatever the screen is.
    let paper = use_media("print");
    let theme = match (state.theme, dark && !paper) {
        (Theme::Dark, _) if paper => Shown::Light,
        (Theme::Light, _) | (Theme::System, false) => Shown::Light,
        (Theme::Dark, _) | (Theme::System, true) => Shown::Dark,
        (Theme::Projector, _) => Shown::Projector,
    };
    let reduced = use_media("(prefers-reduced-motion: reduce)");
    {
        let act = program.act.clone();
        use_effect_with((reduced, program.motion), move |&(reduced, chosen)| {
            let system = if reduced { Motion::Reduced } else { Motion::Full };
            let motion = chosen.unwrap_or(system);
            act.emit(Action::SetMotion(motion));
        });
    }
    let aside = use_aside(state, &program.act, theme);
    let away = !state.wants_parts() || aside.standing == Standing::Ready;
    let dialog = use_node_ref();
    let open_help = use_callback(dialog.clone(), |(), dialog| help::open(dialog));
    super::shortcuts::use_shortcuts(&program, open_help.clone());
    let (leave, keys, on_keys) = (program.leave.clone(), program.keys, program.on_keys.clone());
    let guided = state.lesson.is_some();
    let presenting = state.frame.presenting && state.page == Page::Lab;
    let (motion, on_motion) = (program.motion, program.on_motion.clone());
    html! {
        <div class={classes!(state.frame.classes(), guided.then_some("guided"),
            state.is_veiled().then_some("results-wait"))}>
            { patterns() }
            { if presenting { html! { <div /> } } else { header(&HeaderProps {
                theme: state.theme, page: if guided { Page::Learn } else { state.page },
                link: program.link.clone(), leave, locale,
                act: program.act.clone(), help: open_help,
            }) } }
            <div>{
                if presenting {
                    html! { <Present program={program.clone()} /> }
                } else if state.page == Page::Lab {
                    html! {
                        <ContextProvider<Answering> context={Answering(program.act.clone())}>
                            <main>{ lab_page(&program, theme) }</main>
                        </ContextProvider<Answering>>
                    }
                } else {
                    html! { <div /> }
                }
            }</div>
            <div hidden={away}>{ missing(&aside, locale) }</div>
            { help_list(&HelpProps { dialog, keys, on_keys, motion, on_motion, locale }) }
        </div>
    }
}

/// The Lab: a question, its settings, and what two machines have to tell.
fn lab_page(program: &Program, theme: Shown) -> Html {
    let state = &program.state;
    let locale = state.locale;
    let copied = program
        .copied
        .map(|done| if done { Label::LinkCopied } else { Label::LinkNotCopied }.say(locale));
    html! {
        <>
            { match &state.left {
                Some(lesson) => html! {
                    <p class="back-to-lesson"><a href={lesson.fragment()}>
                        { Word::BackToLesson.say(locale) }
                    </a></p>
                },
                None => html! { <p hidden=true /> },
            } }
            <p class="guided-names" hidden={state.lesson.is_none()}>
                { for Side::BOTH.map(|side| {
                    let platform = state.scenario.platform(side);
                    let name = platform.map_or("", |platform| name::platform(platform, locale));
                    html! { <span key={side.index()}><b>{ format!("{side:?}") }</b>
                        { format!(" {name}") }</span> }
                }) }
            </p>
            { if state.is_veiled() {
                html! { <p class="veil">{ Word::Veiled.say(locale) }</p> }
            } else {
                html! { <Headline state={Rc::clone(state)} /> }
            } }
            { notices(&NoticesProps {
                problems: state.problems.clone(), notices: state.notices.clone(),
                progress: program.slow.then(|| progress(&state.runs)).flatten(),
                back: state.history.can_undo(), act: program.act.clone(), locale,
            }) }
            <Controls scenario={state.scenario.clone()} act={program.act.clone()}
                undo={(state.history.can_undo(), state.history.can_redo())}
                copy={program.copy.clone()} {locale} />
            { changed(&state.scenario, &program.act, locale) }
            <p class="copied" role="status">{ copied }</p>
            <p class="whole" hidden={!state.frame.embedded}>
                <a href={program.whole()} target="_blank" rel="noopener">
                    { Label::OpenWhole.say(locale) }
                </a>
            </p>
            <div>{
                if state.scenario.mode.is_start() {
                    html! { <StartScene program={program.clone()} {theme} /> }
                } else {
                    html! { <Asked program={program.clone()} /> }
                }
            }</div>
        </>
    }
}
