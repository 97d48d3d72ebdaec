//! The scene of a start: two machines and their figures, with what they have in common.

use std::rc::Rc;

use yew::prelude::*;

use super::answer::{self, Both};
use super::charts::{ChartProps, MemoryChart, UsageChart, most_memory};
use super::fold::Fold;
use super::headline::Same;
use super::lanes::Lanes;
use super::machine::Layout;
use super::machine::geometry::{fitting_scale, key_square};
use super::narration::Narration;
use super::program::Program;
use super::side::SideView;
use super::subject::{Moment, Subject};
use super::theme::Shown;
use super::transport::Transport;
use crate::app::{Action, Comparison, Selection, State};
use crate::experiment::start;
use crate::scenario::{Mode, Side};
use crate::text::lab::{Label, Sentence};
use crate::text::page::Word;
use crate::text::{Locale, Say, name};
use crate::units::{Bytes, Time};
use crate::web::size::{Room, use_room};

/// The two machines of a comparison.
fn subjects(comparison: &Comparison) -> Option<[Subject; 2]> {
    let of = |side: Side| {
        let machine = comparison.scenario.machine(side).ok()?;
        Some(Subject::new(Rc::new(machine), Rc::clone(comparison.report(side))))
    };
    Some([of(Side::A)?, of(Side::B)?])
}

/// What the scene needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SceneProps {
    /// The program.
    pub program: Program,
    /// Colours.
    pub theme: Shown,
}

/// The two machines on one clock, and below it their figures.
#[component]
pub fn StartScene(props: &SceneProps) -> Html {
    let SceneProps { program, theme } = props;
    let state = &program.state;
    let locale = state.locale;
    let column = use_node_ref();
    let room = use_room(column.clone(), *theme);
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
    let scene = scene(program, both, *measures, room, *theme, &select);
    let all = {
        let (subjects, mode) = (both.cloned(), state.scenario.mode);
        Callback::from(move |()| all_figures(subjects.as_ref(), mode, locale))
    };
    html! {
        <>
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
                act={program.act.clone()} {locale} />
            <Narration shown={state.shown.clone()} time={state.time()} {locale}
                position={state.playback.position} act={program.act.clone()} />
            <div class="machines">
                { for Side::BOTH.map(|side| html! {
                    <div class="machine-column" key={side.index()}>{ scene.figures(side) }</div>
                }) }
            </div>
            <Fold label={Word::AllFigures.say(locale)} body={all} class={classes!("all-figures")} />
        </>
    }
}

/// Every number of both runs of starts, as any other question is answered.
fn all_figures(subjects: Option<&[Subject; 2]>, mode: Mode, locale: Locale) -> Html {
    let Some(subjects) = subjects else { return html! { <div /> } };
    let answers = subjects
        .each_ref()
        .map(|subject| Rc::new(start::answer(&subject.machine, &subject.report)));
    let names =
        subjects.each_ref().map(|subject| name::platform(&subject.machine.platform, locale));
    answer::parts(&Both::new(answers, names.map(str::to_owned), mode), locale)
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
                on_select={self.select(side)} act={self.act.clone()} locale={self.locale()}
                selection={self.state.selection} />
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
                    on_select={self.select(side)} of={side} act={self.act.clone()}
                    selection={self.state.selection}
                    locale={self.locale()} />
                <MemoryChart ..chart.clone() />
                <UsageChart ..chart />
            </div>
        }
    }
}
