//! The Lab before a room: a question, two machines, and numbers that wait until they are asked for.
//!
//! Nothing that gives a number away is in the document while it is hidden, so that a screen reader
//! and whoever looks into the page know no more than the room. Whether numbers are shown is no part
//! of the state: a presentation is not shared, undone or kept.

use std::rc::Rc;

use yew::prelude::*;

use super::header::theme_name;
use super::headline::{Same, why};
use super::machine::geometry::fitting_scale;
use super::machine::{Layout, MachineDrawing, kernels, name_of};
use super::program::Program;
use super::side::machine;
use super::subject::{Moment, Subject};
use super::swatch::swatch;
use super::theme::owner_fill;
use super::words;
use crate::app::{Action, Comparison, Selection, State, Theme};
use crate::experiment::Report;
use crate::model::Owner;
use crate::scenario::Side;
use crate::text::lab::{Label, Sentence, figures};
use crate::text::page::question;
use crate::text::present::{Word, ask};
use crate::text::{Locale, Say, name};
use crate::units::Bytes;
use crate::web::keys::{Focus, use_keys};
use crate::web::notes::{Notes, use_notes};
use crate::web::page;
use crate::web::size::{Room, use_room};

/// What a presentation needs.
#[derive(Clone, PartialEq, Properties)]
pub struct PresentProps {
    /// The program.
    pub program: Program,
}

/// How the presentation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stand {
    revealed: bool,
    black: bool,
    blank: bool,
}

fn subjects(comparison: &Comparison) -> Option<Vec<(Side, Subject)>> {
    let of = |(side, report): (Side, &Rc<Report>)| {
        let machine = comparison.scenario.machine(side).ok()?;
        Some((side, Subject::new(Rc::new(machine), Rc::clone(report))))
    };
    comparison.all().map(of).collect()
}

/// What is to be found out, and why it is so.
fn findings(state: &State) -> [String; 2] {
    let locale = state.locale;
    if !state.scenario.mode.is_start() {
        let told = state.answers().map(|answered| &answered.told);
        return told.map_or_else(Default::default, |of| [of.headline.clone(), of.why.clone()]);
    }
    let shown = state.shown.as_ref();
    shown.map_or_else(Default::default, |of| [words::headline(of, locale), why(of, locale)])
}

/// A picture without a gutter and without hardware: its words stand below, and are few.
fn layout(room: Room) -> Layout {
    let rem = (room.window / 720.0).clamp(0.7, 2.0);
    let headroom = 30.0 * rem;
    let strata = (room.window * 0.42 - headroom).max(120.0);
    Layout {
        width: room.width.max(240.0),
        gutter: 0.0,
        headroom,
        floor: headroom + strata,
        hardware: 4.0,
        rem,
    }
}

/// The presentation.
#[component]
pub fn Present(props: &PresentProps) -> Html {
    let program = &props.program;
    let state = &program.state;
    let stand =
        use_state_eq(|| Stand { revealed: false, black: state.theme == Theme::Dark, blank: false });
    let now = *stand;
    let set = use_callback(stand.setter(), |of: Stand, setter| setter.set(of));
    {
        // Another question hides its numbers again.
        let set = set.clone();
        use_effect_with(state.generation, move |_| set.emit(Stand { revealed: false, ..now }));
    }
    let at_end = !state.scenario.mode.is_start() || state.time() >= state.end();
    let onward = step(program, &set, now, at_end);
    use_remote(program, &set, now, &onward);
    let found = findings(state);
    use_notes(notes(state, now, &found), &onward);
    let column = use_node_ref();
    let room = use_room(column.clone(), now.black);
    let theme = state.theme;
    // Once more when there is room, for at first the page sets the theme that was chosen.
    use_effect_with((now.black, room.width > 0.0), move |&(black, _)| {
        page::set_theme(theme_name(if black { Theme::Dark } else { Theme::Projector }));
        move || page::set_theme(theme_name(theme))
    });
    let both = use_memo(Same(state.shown.clone()), |of| of.0.as_deref().and_then(subjects));
    let both = both.as_ref().as_ref().filter(|_| state.scenario.mode.is_start());
    let layout = layout(room);
    let fit = |(_, of): &(Side, Subject)| {
        fitting_scale(&of.finish, layout.strata_width(), layout.strata_height())
    };
    let scale = both.map_or(1.0, |both| both.iter().map(fit).fold(f64::MAX, f64::min));
    let locale = state.locale;
    let told = if now.revealed { found[0].clone() } else { String::new() };
    let side = |side: Side| {
        let of = both.and_then(|all| all.iter().find(|(of, _)| *of == side));
        let of = of.map(|(_, of)| of);
        one_side(&Shown { state, side, of, scale, layout, now })
    };
    html! {
        <main class={classes!("present", now.black.then_some("black"))}>
            <div class="present-blank" hidden={!now.blank}>
                <p class="visually-hidden">{ Word::Blank.say(locale) }</p>
            </div>
            <div class="present-all" hidden={now.blank}>
                <h1>{ if now.revealed { found[0].clone() }
                    else { question(state.scenario.mode, locale).to_owned() } }</h1>
                <div class="present-machines">
                    <div key="0"><div class="ruler" ref={column} />{ side(Side::A) }</div>
                    { for state.scenario.machines()[1..].iter().map(|&of| html! {
                        <div key={of.index()}><div class="ruler" />{ side(of) }</div>
                    }) }
                </div>
                <div class="present-foot">{ bar(program, &set, now) }</div>
                <p class="visually-hidden" role="status">{ told }</p>
            </div>
        </main>
    }
}

/// Onward: play, go to the end, show the numbers. Back: hide them, go to the beginning.
fn step(program: &Program, set: &Callback<Stand>, now: Stand, at_end: bool) -> Callback<bool> {
    let (act, set, playing) = (program.act.clone(), set.clone(), program.state.playback.playing);
    Callback::from(move |onward: bool| match (onward, at_end) {
        _ if now.blank => set.emit(Stand { blank: false, ..now }),
        (true, true) => set.emit(Stand { revealed: true, ..now }),
        (true, false) if playing => act.emit(Action::ToEnd),
        (true, false) => act.emit(Action::Play),
        (false, _) if now.revealed => set.emit(Stand { revealed: false, ..now }),
        (false, _) => act.emit(Action::ToBeginning),
    })
}

/// The keys of a presenter's remote, and the single ones where they are wanted.
#[hook]
fn use_remote(program: &Program, set: &Callback<Stand>, now: Stand, onward: &Callback<bool>) {
    let (act, set, single) = (program.act.clone(), set.clone(), program.keys);
    let step = onward.clone();
    use_keys((now, single, onward.clone()), move |event, focus| {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        if modified || focus == Focus::Field {
            return false;
        }
        let key = event.key();
        match key.as_str() {
            "PageDown" => step.emit(true),
            "PageUp" => step.emit(false),
            "Escape" => act.emit(Action::Present(false)),
            "b" | "B" | "." if single => set.emit(Stand { blank: !now.blank, ..now }),
            "r" | "R" if single => set.emit(Stand { revealed: !now.revealed, ..now }),
            "w" | "W" if single => set.emit(Stand { black: !now.black, ..now }),
            _ => return false,
        }
        true
    });
}

fn notes(state: &State, now: Stand, found: &[String; 2]) -> Notes {
    let locale = state.locale;
    let mode = state.scenario.mode;
    let screen = match now {
        Stand { blank: true, .. } => Word::IsBlank,
        Stand { revealed: true, .. } => Word::AreShown,
        _ => Word::AreVeiled,
    };
    let mut lines = vec![
        (Word::Question.say(locale).to_owned(), question(mode, locale).to_owned()),
        (Word::AskTheRoom.say(locale).to_owned(), ask(mode, locale).to_owned()),
        (Word::OnScreen.say(locale).to_owned(), screen.say(locale).to_owned()),
        (Word::Answer.say(locale).to_owned(), found[0].clone()),
        (Word::Why.say(locale).to_owned(), found[1].clone()),
    ];
    if mode.is_start() {
        let (time, end) = (state.time(), state.end());
        let clock = Label::Clock.say(locale).to_owned();
        lines.insert(3, (clock, figures::clock(time, end, locale)));
    }
    Notes { language: locale.tag(), title: Word::NotesTitle.say(locale), lines }
}

/// One machine of the presentation.
struct Shown<'a> {
    state: &'a State,
    side: Side,
    of: Option<&'a Subject>,
    scale: f64,
    layout: Layout,
    now: Stand,
}

fn one_side(shown: &Shown<'_>) -> Html {
    let Shown { state, side, of, scale, layout, now } = *shown;
    let locale = state.locale;
    let platform = of.map(|of| &of.machine.platform).or(state.scenario.platform(side));
    let platform = platform.map_or("", |platform| name::platform(platform, locale));
    let moment = of.map(|of| of.at(state.time()));
    html! {
        <section aria-label={machine(side).say(locale)}>
            <h2><span class="side-letter" aria-hidden="true">{ format!("{side:?}") }</span>
                { platform }</h2>
            <div>{
                match (of, &moment) {
                    (Some(of), Some(moment)) => html! {
                        <div>
                            { counts(of, moment, now.revealed, locale) }
                            // Its name has every number.
                            <div class={classes!("present-drawing", now.revealed.then_some("told"))}
                                aria-hidden={(!now.revealed).then_some("true")}>
                                <MachineDrawing subject={of.clone()} moment={moment.clone()}
                                    {scale} {layout} {locale} selected={None::<u32>}
                                    on_select={Callback::noop()}
                                    selection={Selection::Nothing} of={side} />
                            </div>
                            { owners(of, moment, now.revealed, locale) }
                        </div>
                    },
                    _ => html! { <div /> },
                }
            }</div>
        </section>
    }
}

/// The two numbers to be guessed, or the questions for them.
fn counts(of: &Subject, moment: &Moment, revealed: bool, locale: Locale) -> Html {
    let [first, second] = if revealed {
        let used: Bytes = moment.0.by_owner.into_iter().sum();
        let ready = match of.report.density {
            Some(_) => Sentence::ReadyNow(moment.0.ready),
            None => Sentence::ReadyOf(moment.0.ready, of.instances()),
        };
        let used = figures::bytes(used, locale);
        [
            Sentence::Kernels(kernels(of, &moment.0)).say(locale),
            format!("{} · {used}", ready.say(locale)),
        ]
    } else {
        [Word::HowManyKernels, Word::HowMuchMemory].map(|word| word.say(locale).to_owned())
    };
    html! {
        <p class="present-counts"><strong>{ first }</strong>{ " " }<span>{ second }</span></p>
    }
}

/// What the fills stand for.
fn owners(of: &Subject, moment: &Moment, revealed: bool, locale: Locale) -> Html {
    let held = Owner::ALL.into_iter().filter(|whose| of.finish.by_owner[whose.index()].0 > 0);
    html! {
        <ul class="present-owners">
            { for held.map(|whose| html! {
                <li key={whose.index()}>
                    { swatch(owner_fill(whose)) }
                    { name_of(of, whose, locale) }
                    { if revealed {
                        format!(" {}", figures::bytes(moment.0.by_owner[whose.index()], locale))
                    } else {
                        String::new()
                    } }
                </li>
            }) }
        </ul>
    }
}

/// The few controls.
fn bar(program: &Program, set: &Callback<Stand>, now: Stand) -> Html {
    let (state, act) = (&program.state, &program.act);
    let locale = state.locale;
    let does = |action: Action| {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(action.clone()))
    };
    let stands = |of: Stand| {
        let set = set.clone();
        Callback::from(move |_: MouseEvent| set.emit(of))
    };
    let play = if state.playback.playing { Label::Pause } else { Label::Play };
    let still = !state.scenario.mode.is_start();
    let reveal = if now.revealed { Word::Veil } else { Word::Reveal };
    let ground = if now.black { Word::White } else { Word::Black };
    html! {
        <nav class="present-bar" aria-label={Word::Controls.say(locale)}>
            <button type="button" class="primary" hidden={still} onclick={does(Action::TogglePlay)}>
                { play.say(locale) }</button>
            <button type="button" hidden={still} onclick={does(Action::StepForward)}>
                { Label::StepForward.say(locale) }</button>
            <button type="button" onclick={stands(Stand { revealed: !now.revealed, ..now })}>
                { reveal.say(locale) }</button>
            <button type="button" onclick={stands(Stand { black: !now.black, ..now })}>
                { ground.say(locale) }</button>
            <a href="./speaker.html" target="strata-notes" hidden={page::is_local()}>
                { Word::Notes.say(locale) }</a>
            <button type="button" onclick={does(Action::Present(false))}>
                { Word::Leave.say(locale) }</button>
        </nav>
    }
}
