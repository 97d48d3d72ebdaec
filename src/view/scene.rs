//! The scene of a start: two to four machines and their figures, with what they have in common.

use std::rc::Rc;

use yew::prelude::*;

use super::answer::{self, Both};
use super::charts::{ChartProps, MemoryChart, UsageChart, most_memory};
use super::fold::Fold;
use super::fork::ForkForm;
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
use crate::experiment::{Report, start};
use crate::scenario::{Mode, Side};
use crate::text::lab::{Label, Sentence};
use crate::text::page::Word;
use crate::text::{Locale, Say, name};
use crate::units::{Bytes, Time};
use crate::web::size::{Room, use_room};

/// The machines of a comparison, by letter.
type Subjects = Vec<(Side, Subject)>;

fn subjects(comparison: &Comparison) -> Option<Subjects> {
    let of = |(side, report): (Side, &Rc<Report>)| {
        let machine = comparison.scenario.machine(side).ok()?;
        Some((side, Subject::new(Rc::new(machine), Rc::clone(report))))
    };
    comparison.all().map(of).collect()
}

/// What the scene needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SceneProps {
    /// The program.
    pub program: Program,
    /// Colours.
    pub theme: Shown,
}

/// The machines on one clock, and below it their figures.
#[component]
pub fn StartScene(props: &SceneProps) -> Html {
    let SceneProps { program, theme } = props;
    let state = &program.state;
    let locale = state.locale;
    let column = use_node_ref();
    let room = use_room(column.clone(), *theme);
    let subjects =
        use_memo(Same(state.shown.clone()), |shown| shown.0.as_deref().and_then(subjects));
    let select = Side::ALL.map(|side| {
        let act = program.act.clone();
        Callback::from(move |instance| {
            act.emit(Action::Select(Selection::Instance { side, instance }));
        })
    });
    let select = use_memo((), |()| select);
    let both = subjects.as_ref().as_ref();
    let measures = use_memo((Same(state.shown.clone()), room), |_| {
        both.map_or((0.0, Bytes::ZERO), |all| measures(all, layout(room), state.end()))
    });
    let scene = scene(program, both, *measures, room, *theme, &select);
    let all = {
        let (subjects, mode) = (both.cloned(), state.scenario.mode);
        Callback::from(move |()| all_figures(subjects.as_ref(), mode, locale))
    };
    let machines = state.scenario.machines();
    let columns = classes!("machines", (machines.len() > 2).then_some("many"));
    let columns = classes!(columns, (machines.len() > 3).then_some("four"));
    html! {
        <>
            <div class={classes!(columns.clone(), "drawings")}>
                <div class="machine-column" key="0">
                    <div class="ruler" ref={column} />
                    { scene.side(Side::A) }
                </div>
                { for machines[1..].iter().map(|&side| html! {
                    <div class="machine-column" key={side.index()}>
                        <div class="ruler" />
                        { scene.side(side) }
                    </div>
                }) }
            </div>
            <div>{ scene.key() }</div>
            <div hidden={state.scenario.mode != Mode::Compare}>
                <ForkForm scenario={state.scenario.clone()} time={state.time()}
                    ready={!state.is_stale()} act={program.act.clone()} {locale} />
            </div>
            <Transport playback={state.playback} end={state.end()} mode={state.scenario.mode}
                act={program.act.clone()} {locale} />
            <Narration shown={state.shown.clone()} time={state.time()} {locale}
                position={state.playback.position} act={program.act.clone()} />
            <div class={columns}>
                { for machines.into_iter().map(|side| html! {
                    <div class="machine-column" key={side.index()}>{ scene.figures(side) }</div>
                }) }
            </div>
            <Fold label={Word::AllFigures.say(locale)} body={all} class={classes!("all-figures")} />
        </>
    }
}

/// Every number of the first two runs of starts, as any other question is answered.
fn all_figures(subjects: Option<&Subjects>, mode: Mode, locale: Locale) -> Html {
    let Some([(_, a), (_, b), ..]) = subjects.map(Vec::as_slice) else {
        return html! { <div /> };
    };
    let subjects = [a, b];
    let answers = subjects.map(|subject| Rc::new(start::answer(&subject.machine, &subject.report)));
    let names = subjects.map(|subject| name::platform(&subject.machine.platform, locale));
    answer::parts(&Both::new(answers, names.map(str::to_owned), mode), locale)
}

/// What the parts of the page have in common.
struct Scene {
    state: Rc<State>,
    act: Callback<Action>,
    select: [Callback<u32>; 4],
    /// Each machine with its state at the time of the clock.
    subjects: Vec<(Side, Subject, Moment)>,
    room: Room,
    layout: Layout,
    scale: f64,
    theme: Shown,
    most: Bytes,
}

fn layout(room: Room) -> Layout {
    Layout::of(room.width.max(280.0), room.window, room.rem)
}

/// The scale of all drawings, and the top of all charts of memory.
fn measures(subjects: &Subjects, layout: Layout, end: Time) -> (f64, Bytes) {
    let (width, height) = (layout.strata_width(), layout.strata_height());
    let fit = |(_, of): &(Side, Subject)| fitting_scale(&of.finish, width, height);
    let scale = subjects.iter().map(fit).fold(f64::MAX, f64::min);
    let most = subjects.iter().map(|(_, of)| most_memory(of, end)).max();
    (scale, most.unwrap_or(Bytes::ZERO))
}

fn scene(
    program: &Program,
    subjects: Option<&Subjects>,
    (scale, most): (f64, Bytes),
    room: Room,
    theme: Shown,
    select: &[Callback<u32>; 4],
) -> Scene {
    let state = Rc::clone(&program.state);
    let layout = layout(room);
    let time = state.time();
    let subjects = subjects.into_iter().flatten();
    let subjects = subjects.map(|(side, of)| (*side, of.clone(), of.at(time))).collect();
    let act = program.act.clone();
    let select = select.clone();
    Scene { state, act, select, subjects, room, layout, scale, theme, most }
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

    fn of(&self, side: Side) -> Option<&(Side, Subject, Moment)> {
        self.subjects.iter().find(|(of, ..)| *of == side)
    }

    fn side(&self, side: Side) -> Html {
        html! {
            <SideView side={side} scenario={self.state.scenario.clone()}
                subject={self.of(side).map(|of| of.1.clone())}
                moment={self.of(side).map(|of| of.2.clone())}
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
        if self.subjects.is_empty() {
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
        let Some((_, subject, moment)) = self.of(side) else {
            return html! { <div class="figures-place" /> };
        };
        let letter = AttrValue::from(format!("{side:?}"));
        let chart = ChartProps {
            subject: subject.clone(),
            side: letter.clone(),
            moment: moment.clone(),
            end: self.state.end(),
            most: self.most,
            room: self.room,
            theme: self.theme,
            locale: self.locale(),
            selection: self.state.selection,
            selected: self.selected(side),
        };
        html! {
            <div>
                <Lanes subject={subject.clone()} side={letter} end={self.state.end()}
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
