//! The Lab: the whole page, put together from the state of `app`.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::charts::{ChartProps, MemoryChart, UsageChart, most_memory};
use super::controls::Controls;
use super::header::Header;
use super::help::{self, Help};
use super::lanes::Lanes;
use super::machine::Layout;
use super::machine::geometry::{fitting_scale, key_square};
use super::notices::{Notices, progress};
use super::patterns::Patterns;
use super::program::{Program, use_program};
use super::side::SideView;
use super::subject::{Moment, Subject};
use super::theme::Shown;
use super::transport::Transport;
use super::words;
use crate::app::{Action, Comparison, Motion, Selection, State, Theme};
use crate::catalog::Clock;
use crate::experiment::Report;
use crate::scenario::{Mode, Side};
use crate::text::lab::{Label, Sentence, Why};
use crate::text::{Locale, Say};
use crate::units::{Bytes, Time};
use crate::web::page::use_media;
use crate::web::size::{Room, use_room};

/// A comparison as a dependency: compared by identity.
#[derive(Clone)]
struct Same(Option<Rc<Comparison>>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        }
    }
}

/// The two machines of a comparison.
fn subjects(comparison: &Comparison) -> Option<[Subject; 2]> {
    let of = |side: Side| {
        let machine = comparison.scenario.machine(side).ok()?;
        Some(Subject::new(Rc::new(machine), Rc::clone(comparison.report(side))))
    };
    Some([of(Side::A)?, of(Side::B)?])
}

/// Why the comparison comes out as it does.
fn why(shown: &Comparison, locale: Locale) -> String {
    let machine = |side| shown.scenario.machine(side);
    let (Ok(a), Ok(b)) = (machine(Side::A), machine(Side::B)) else { return String::new() };
    Why { machines: [&a, &b], filled: shown.scenario.mode == Mode::Fill }.say(locale)
}

/// The whole page.
#[component]
pub fn Lab() -> Html {
    let program = use_program();
    let state = &program.state;
    let locale = state.locale;
    let dark = use_media("(prefers-color-scheme: dark)");
    let theme = match (state.theme, dark) {
        (Theme::Light, _) | (Theme::System, false) => Shown::Light,
        (Theme::Dark, _) | (Theme::System, true) => Shown::Dark,
        (Theme::Projector, _) => Shown::Projector,
    };
    let reduced = use_media("(prefers-reduced-motion: reduce)");
    {
        let act = program.act.clone();
        use_effect_with(reduced, move |&reduced| {
            let motion = if reduced { Motion::Reduced } else { Motion::Full };
            act.emit(Action::SetMotion(motion));
        });
    }
    let column = use_node_ref();
    let room = use_room(column.clone(), theme);
    let subjects =
        use_memo(Same(state.shown.clone()), |shown| shown.0.as_deref().and_then(subjects));
    let select = Side::BOTH.map(|side| {
        let act = program.act.clone();
        Callback::from(move |instance| {
            act.emit(Action::Select(Selection::Instance { side, instance }));
        })
    });
    let select = use_memo((), |()| select);
    let both = subjects.as_ref().as_ref();
    let measures = use_memo((Same(state.shown.clone()), room), |_| {
        both.map_or((0.0, Bytes::ZERO), |both| measures(both, layout(room), state.end()))
    });
    let scene = scene(&program, both, *measures, room, theme, &select);
    let dialog = use_node_ref();
    let open_help = use_callback(dialog.clone(), |(), dialog| help::open(dialog));
    let copied = program
        .copied
        .map(|done| if done { Label::LinkCopied } else { Label::LinkNotCopied }.say(locale));
    super::shortcuts::use_shortcuts(&program, open_help.clone());
    html! {
        <div class="lab">
            <Patterns />
            <Header theme={state.theme} locale={locale} act={program.act.clone()}
                help={open_help} />
            <main>
                <Headline state={Rc::clone(state)} />
                <Notices problems={state.problems.clone()} notices={state.notices.clone()}
                    progress={program.slow.then(|| progress(&state.runs)).flatten()}
                    back={state.history.can_undo()}
                    act={program.act.clone()} locale={locale} />
                <Controls scenario={state.scenario.clone()} act={program.act.clone()}
                    undo={(state.history.can_undo(), state.history.can_redo())}
                    copy={program.copy.clone()} locale={locale} />
                <p class="copied" role="status">{ copied }</p>
                <div class="machines drawings">
                    <div class="machine-column">
                        <div class="ruler" ref={column} />
                        { scene.side(Side::A) }
                    </div>
                    <div class="machine-column">
                        <div class="ruler" />
                        { scene.side(Side::B) }
                    </div>
                </div>
                <div>{ scene.key() }</div>
                <Transport playback={state.playback} end={state.end()} mode={state.scenario.mode}
                    act={program.act.clone()} locale={locale} />
                <div class="machines">
                    { for Side::BOTH.map(|side| html! {
                        <div class="machine-column" key={side.index()}>{ scene.figures(side) }</div>
                    }) }
                </div>
            </main>
            <Help dialog={dialog} keys={program.keys} on_keys={program.on_keys.clone()}
                locale={locale} />
        </div>
    }
}

#[derive(Clone, Properties)]
struct HeadlineProps {
    state: Rc<State>,
}

impl PartialEq for HeadlineProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

#[component]
fn Headline(props: &HeadlineProps) -> Html {
    let state = &props.state;
    let shown = state.shown.as_ref();
    let texts = use_memo((Same(state.shown.clone()), state.locale), |(shown, locale)| {
        shown.0.as_ref().map_or_else(Default::default, |shown| {
            (words::headline(shown, *locale), why(shown, *locale))
        })
    });
    let time = state.time();
    let spoken = match shown {
        Some(shown) if time < shown.end => {
            let of = shown.reports.each_ref().map(|report| report.host_holder());
            let ready = shown.reports.each_ref().map(|report| ready_at(report, time));
            Sentence::Spoken(time, ready, of).say(state.locale)
        }
        _ => texts.0.clone(),
    };
    let quiet = state.playback.playing;
    html! {
        <div class="headline">
            <p class="headline-words">{ texts.0.clone() }</p>
            <p class="headline-why">{ texts.1.clone() }</p>
            <div><Spoken text={spoken} quiet={quiet} /></div>
        </div>
    }
}

/// Instances that answer at a time.
fn ready_at(report: &Report, time: Time) -> u32 {
    let ready = report
        .instances
        .iter()
        .filter(|of| of.clocks[Clock::Ready as usize].is_some_and(|at| at <= time));
    u32::try_from(ready.count()).unwrap_or(u32::MAX)
}

/// How long a text must stand before it is spoken, so that at most one is in two seconds.
const SPOKEN_AFTER_MILLISECONDS: u32 = 2000;

#[derive(Clone, PartialEq, Properties)]
struct SpokenProps {
    text: String,
    quiet: bool,
}

/// What a screen reader is told when the page has come to rest.
#[component]
fn Spoken(props: &SpokenProps) -> Html {
    let said = use_state_eq(String::new);
    let setter = said.setter();
    use_effect_with((props.text.clone(), props.quiet), move |(text, quiet)| {
        let text = text.clone();
        let wait =
            (!*quiet).then(|| Timeout::new(SPOKEN_AFTER_MILLISECONDS, move || setter.set(text)));
        move || drop(wait)
    });
    html! { <p class="visually-hidden" aria-live="polite">{ (*said).clone() }</p> }
}

/// What the parts of the page have in common.
struct Scene {
    state: Rc<State>,
    act: Callback<Action>,
    select: [Callback<u32>; 2],
    subjects: Option<[Subject; 2]>,
    moments: Option<[Moment; 2]>,
    room: Room,
    layout: Layout,
    scale: f64,
    theme: Shown,
    most: Bytes,
}

fn layout(room: Room) -> Layout {
    Layout::of(room.width.max(280.0), room.window, room.rem)
}

/// The scale of both drawings, and the top of both charts of memory.
fn measures(subjects: &[Subject; 2], layout: Layout, end: Time) -> (f64, Bytes) {
    let (width, height) = (layout.strata_width(), layout.strata_height());
    let fit = |of: &Subject| fitting_scale(&of.finish, width, height);
    let scale = subjects.iter().map(fit).fold(f64::MAX, f64::min);
    let most = subjects.iter().map(|of| most_memory(of, end)).max();
    (scale, most.unwrap_or(Bytes::ZERO))
}

fn scene(
    program: &Program,
    subjects: Option<&[Subject; 2]>,
    (scale, most): (f64, Bytes),
    room: Room,
    theme: Shown,
    select: &[Callback<u32>; 2],
) -> Scene {
    let state = Rc::clone(&program.state);
    let layout = layout(room);
    let time = state.time();
    let moments = subjects.map(|both| both.each_ref().map(|of| of.at(time)));
    let act = program.act.clone();
    let select = select.clone();
    Scene {
        state,
        act,
        select,
        subjects: subjects.cloned(),
        moments,
        room,
        layout,
        scale,
        theme,
        most,
    }
}

impl Scene {
    fn selected(&self, side: Side) -> Option<u32> {
        match self.state.selection {
            Selection::Instance { side: of, instance } if of == side => Some(instance),
            _ => None,
        }
    }

    fn select(&self, side: Side) -> Callback<u32> {
        self.select[side.index()].clone()
    }

    fn side(&self, side: Side) -> Html {
        let index = side.index();
        html! {
            <SideView side={side} scenario={self.state.scenario.clone()}
                subject={self.subjects.as_ref().map(|both| both[index].clone())}
                moment={self.moments.as_ref().map(|both| both[index].clone())}
                scale={self.scale} layout={self.layout} selected={self.selected(side)}
                on_select={self.select(side)} act={self.act.clone()} locale={self.locale()} />
        }
    }

    fn locale(&self) -> Locale {
        self.state.locale
    }

    fn time(&self) -> Time {
        self.state.time()
    }

    /// What a square of the drawings stands for.
    fn key(&self) -> Html {
        if self.subjects.is_none() {
            return html! { <p class="key" hidden=true /> };
        }
        let (amount, width) = key_square(self.scale);
        let size = format!("{width:.1}");
        html! {
            <p class="key">
                <svg width={size.clone()} height={size.clone()} aria-hidden="true">
                    <rect class="key-square" width={size.clone()} height={size} />
                </svg>
                <span>{ Sentence::KeyScale(amount).say(self.locale()) }</span>
                <span class="key-ghost">{ Label::DottedEnd.say(self.locale()) }</span>
            </p>
        }
    }

    /// Lanes and charts of one side.
    fn figures(&self, side: Side) -> Html {
        let index = side.index();
        let (Some(subjects), Some(moments)) = (&self.subjects, &self.moments) else {
            return html! { <div class="figures-place" /> };
        };
        let letter = AttrValue::from(format!("{side:?}"));
        let chart = ChartProps {
            subject: subjects[index].clone(),
            side: letter.clone(),
            moment: moments[index].clone(),
            end: self.state.end(),
            most: self.most,
            room: self.room,
            theme: self.theme,
            locale: self.locale(),
        };
        html! {
            <div>
                <Lanes subject={subjects[index].clone()} side={letter} end={self.state.end()}
                    time={self.time()} room={self.room} selected={self.selected(side)}
                    on_select={self.select(side)} locale={self.locale()} />
                <MemoryChart ..chart.clone() />
                <UsageChart ..chart />
            </div>
        }
    }
}
