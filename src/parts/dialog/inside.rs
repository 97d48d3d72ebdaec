//! One instance from the inside: what it believes, and beside it what the host sees.
//!
//! The wall between the two columns is drawn as the stratum that it is: no wall for a process, the
//! host's kernel for a container, a kernel of its own for a guest.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Frame;
use super::depth::{self, Depth};
use crate::app::part::{Brief, Dialog, Wish};
use crate::experiment::{Snapshot, run};
use crate::model::Machine;
use crate::model::inside::{Inside, Keeper, Leak, Process};
use crate::scenario::Side;
use crate::text::inside::{self as words, Title, Told, Word};
use crate::text::{Locale, Say, name, number, way};
use crate::view::framed::{framed, heads};
use crate::web::parts;

/// What the dialog needs.
#[derive(Clone, PartialEq, Properties)]
pub struct InsideDialogProps {
    /// What is shown.
    pub brief: Brief,
    /// Which machine.
    pub side: Side,
    /// The instance, from 0.
    pub instance: u32,
}

/// The dialog; a sentence in its place where the instance is not there.
#[component]
pub fn InsideDialog(props: &InsideDialogProps) -> Html {
    let InsideDialogProps { brief, side, instance } = props;
    let (side, instance, locale) = (*side, *instance, brief.locale);
    let machine =
        use_memo((brief.scenario.clone(), side), |(scenario, side)| scenario.machine(*side).ok());
    // A scene does not follow memory, so that there it is that of a start of the same machine.
    let scene = !brief.scenario.mode.is_start();
    let report = use_memo((Rc::clone(&machine), scene), |(machine, scene)| {
        Some(run((**machine).clone().filter(|_| *scene)?))
    });
    let started = (*report)
        .as_ref()
        .and_then(|report| Snapshot::of(report, report.ended).standing(report, instance));
    let platform =
        (*machine).as_ref().map_or("", |machine| name::platform(&machine.platform, locale));
    let title = Title { instance, platform }.say(locale);
    let standing = brief.standing.filter(|_| !scene).or(started);
    let there = standing.filter(|standing| standing.memory.iter().any(|held| held.0 > 0));
    let body = match (&*machine, there) {
        (Some(machine), Some(standing)) => {
            world(machine, &machine.inside(instance, &standing), scene, locale)
        }
        _ => html! { <p class="inside-lead">{ Word::NotThere.say(locale) }</p> },
    };
    let depth = Depth { of: Some((side, instance)), ..Depth::of(brief, false) };
    let count = (*machine).as_ref().map_or(1, |machine| machine.instances);
    html! {
        <Frame {title} wide=true depth={depth.clone()} {locale}>
            { choice(&depth, (side, instance, count), &brief.scenario.machines(), locale) }
            <div class="inside">{ body }</div>
        </Frame>
    }
}

/// Which instance of which machine, and the way to a request's journey.
fn choice(
    depth: &Depth,
    (side, instance, count): (Side, u32, u32),
    machines: &[Side],
    locale: Locale,
) -> Html {
    let show = |dialog: Dialog| parts::wish(&Wish::Show(dialog));
    let pick = Callback::from(move |event: Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let number = field.and_then(|field| field.value().parse::<u32>().ok());
        if let Some(number) = number.filter(|number| (1..=count).contains(number)) {
            show(Dialog::Inside { side, instance: number - 1 });
        }
    });
    let moves = depth.moves;
    let follow = Callback::from(move |_: MouseEvent| depth::follow(moves));
    html! {
        <div class="inside-choice">
            <div role="group" aria-label={Word::Machine.say(locale)} class="inside-sides">
                { for machines.iter().map(|&of| {
                    let press = Callback::from(move |_: MouseEvent| {
                        show(Dialog::Inside { side: of, instance });
                    });
                    html! {
                        <button key={of.index()} type="button" onclick={press}
                            aria-pressed={(of == side).to_string()}>{ name::side(of) }</button>
                    }
                }) }
            </div>
            <label>
                { Word::Instance.say(locale) }{ " " }
                <input type="number" min="1" max={count.to_string()} onchange={pick}
                    value={(instance + 1).to_string()} />
            </label>
            <button type="button" onclick={follow}>
                { way::Word::Follow.say(locale) }
            </button>
        </div>
    }
}

fn world(machine: &Machine, inside: &Inside, scene: bool, locale: Locale) -> Html {
    let library = inside.keeper == Keeper::Library;
    let about = if scene { Word::AboutScene } else { Word::AboutNumbers };
    let empty = if library { Word::NoProcesses } else { Word::NothingRuns };
    html! {
        <>
            <p class="inside-lead">{ words::keeper(inside.keeper, locale) }</p>
            <div class={classes!("inside-worlds", wall(inside.keeper))}>
                { list((Word::Within, empty), &inside.within, locale) }
                <div class="inside-wall" aria-hidden="true" />
                { list((Word::ByHost, empty), &inside.host, locale) }
            </div>
            { compared(inside, locale) }
            { leaks(inside, locale) }
            <p class="note">{ about.say(locale) }{ " " }
                { name::host(&machine.host, locale) }{ "." }</p>
        </>
    }
}

/// Class of the wall between inside and outside.
const fn wall(keeper: Keeper) -> &'static str {
    match keeper {
        Keeper::Host => "wall-none",
        Keeper::HostNamespaces => "wall-namespaces",
        Keeper::UserSpaceKernel => "wall-sandbox",
        Keeper::Guest | Keeper::Library => "wall-machine",
        Keeper::NamespacesInGuest | Keeper::NamespacesInOneGuest => "wall-both",
    }
}

/// One list of processes.
fn list((title, empty): (Word, Word), processes: &[Process], locale: Locale) -> Html {
    let row = |(at, of): (usize, &Process)| {
        let pid = of.pid.map_or_else(
            || Word::SomePid.say(locale).to_owned(),
            |pid| number::count(pid.into(), locale),
        );
        let tasks = of.tasks.map_or_else(String::new, |tasks| number::count(tasks.into(), locale));
        html! {
            <tr key={at}>
                <td class="pid">{ pid }</td>
                <th scope="row">{ words::role(of.role, locale) }</th>
                <td>{ tasks }</td>
            </tr>
        }
    };
    let columns = [Word::Pid, Word::What, Word::Tasks].map(|word| word.say(locale));
    html! {
        <section class="inside-world" aria-label={title.say(locale)}>
            <h3>{ title.say(locale) }</h3>
            <p hidden={!processes.is_empty()}>{ empty.say(locale) }</p>
            <div hidden={processes.is_empty()}>{
                framed(html! {
                    <table class="processes">
                        <caption class="visually-hidden">{ Word::Processes.say(locale) }</caption>
                        { heads(&columns) }
                        <tbody>{ for processes.iter().enumerate().map(row) }</tbody>
                    </table>
                }, locale)
            }</div>
        </section>
    }
}

/// Everything but processes, row by row.
fn compared(inside: &Inside, locale: Locale) -> Html {
    let columns = [Word::Aspect, Word::Within, Word::ByHost].map(|word| word.say(locale));
    framed(
        html! {
            <table class="inside-rows">
                { heads(&columns) }
                <tbody>
                    { for inside.rows.iter().map(|row| html! {
                        <tr key={row.subject as usize}>
                            <th scope="row">{ words::subject(row.subject, locale) }</th>
                            <td>{ Told(&row.within).say(locale) }</td>
                            <td>{ if row.within == row.host {
                                Word::Same.say(locale).to_owned()
                            } else {
                                Told(&row.host).say(locale)
                            } }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        },
        locale,
    )
}

/// By what it can tell that the machine is not its own, and what closes that.
fn leaks(inside: &Inside, locale: Locale) -> Html {
    let cures = |leak: Leak| {
        let cures = leak.cures().iter().map(|&cure| words::cure(cure, locale));
        cures.collect::<Vec<_>>().join(" · ")
    };
    let columns = [Word::Leak, Word::Cure].map(|word| word.say(locale));
    html! {
        <section class="inside-leaks">
            <h3>{ Word::Leaks.say(locale) }</h3>
            <p hidden={!inside.leaks.is_empty()}>{ Word::NoLeaks.say(locale) }</p>
            <div hidden={inside.leaks.is_empty()}>{
                framed(html! {
                    <table>
                        { heads(&columns) }
                        <tbody>
                            { for inside.leaks.iter().map(|&leak| html! {
                                <tr key={leak as usize}>
                                    <th scope="row">{ words::leak(leak, locale) }</th>
                                    <td>{ cures(leak) }</td>
                                </tr>
                            }) }
                        </tbody>
                    </table>
                }, locale)
            }</div>
        </section>
    }
}
