//! The scene of an answer: both machines as what they asked for happens to them, on one clock.
//!
//! The clock is the page's, so that its keys, its speed and its rest are the same as for starts.

mod drawing;
mod fill;
mod geometry;
mod population;
mod requests;
mod stack;
mod story;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use self::drawing::{Drawn, drawing};
use self::geometry::Picture;
use self::population::Population;
use self::stack::Stack;
use crate::app::part::Brief;
use crate::app::{Action, Selection};
use crate::catalog::Kernel;
use crate::experiment::Film;
use crate::experiment::incident::Mechanism;
use crate::model::Machine;
use crate::scenario::Side;
use crate::text::film::{Kind, Told, Word, answering, kind, life, under_way};
use crate::text::lab::figures::count;
use crate::text::{Locale, Say, answer as words, name};
use crate::units::Time;
use crate::view::machine::stop::{LookButton, Stop, use_look};
use crate::view::narration::Story;
use crate::view::swatch::swatch;
use crate::view::theme::Shown;
use crate::view::transport::Transport;
use crate::web::size::{Room, use_room};

use super::hearing::Heard;

/// What a scene needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SceneProps {
    /// What was heard.
    pub heard: Heard,
    /// What the page shows.
    pub brief: Brief,
    /// Colours.
    pub theme: Shown,
    /// Told what to do.
    pub act: Callback<Action>,
}

/// Both machines, and the clock.
#[component]
pub fn Scene(props: &SceneProps) -> Html {
    let SceneProps { heard, brief, theme, act } = props;
    let column = use_node_ref();
    let room = use_room(column.clone(), *theme);
    let scenario = &heard.answers.scenario;
    let machines = use_memo(scenario.clone(), |scenario| {
        Side::BOTH.map(|side| scenario.machine(side).ok().map(Rc::new))
    });
    let populations = use_memo(heard.clone(), |heard| {
        let of = |film: &Option<Rc<Film>>| film.as_deref().map(Population::of).unwrap_or_default();
        heard.films.each_ref().map(|film| Rc::new(of(film)))
    });
    let lines = use_memo((heard.clone(), brief.locale), |(_, locale)| {
        let [a, b] = &*populations;
        Rc::new(story::lines([a, b], *locale))
    });
    let all = machines.iter().flatten().map(|machine| strata(machine));
    let beside = all.fold((false, false), |one, other| (one.0 || other.0, one.1 || other.1));
    let side = |side: Side| {
        let film = heard.films[side.index()].clone();
        let population = populations[side.index()].clone();
        let machine = machines[side.index()].clone();
        let picked = match brief.selection {
            Selection::Instance { side: of, instance } if of == side => Some(instance),
            _ => None,
        };
        html! {
            <OneSide {side} {film} {population} {machine} {beside} {room} {picked}
                time={brief.at} end={brief.end}
                act={act.clone()} locale={brief.locale} />
        }
    };
    html! {
        <section class="film" aria-label={Word::Scene.say(brief.locale)}>
            <div class="machines">
                <div class="machine-column">
                    <div class="ruler" ref={column} />
                    { side(Side::A) }
                </div>
                <div class="machine-column"><div class="ruler" />{ side(Side::B) }</div>
            </div>
            <div hidden={brief.end == Time::ZERO}>
                <Story lines={(*lines).clone()} time={brief.at} position={brief.playback.position}
                    act={act.clone()} locale={brief.locale} />
            </div>
            <div class="film-clock" hidden={brief.end == Time::ZERO}>
                <Transport playback={brief.playback} end={brief.end} mode={scenario.mode}
                    act={act.clone()} locale={brief.locale} />
            </div>
        </section>
    }
}

/// What one machine of a scene needs.
#[derive(Clone, PartialEq, Properties)]
struct OneSideProps {
    side: Side,
    film: Option<Rc<Film>>,
    population: Rc<Population>,
    machine: Option<Rc<Machine>>,
    /// What strata any of the two machines has.
    beside: (bool, bool),
    room: Room,
    picked: Option<u32>,
    time: Time,
    end: Time,
    act: Callback<Action>,
    locale: Locale,
}

#[component]
fn OneSide(props: &OneSideProps) -> Html {
    let OneSideProps {
        side,
        film,
        population,
        machine,
        beside,
        room,
        picked,
        time,
        end,
        locale,
        ..
    } = props;
    let node = use_node_ref();
    let look = use_look(*side);
    let width = room.width.max(240.0);
    // Where things lie does not change with the time.
    let there = machine.as_deref().map(strata);
    let places = (population.clone(), there, *beside, *room);
    let picture = use_memo(places, |&(_, there, beside, room)| {
        Some(Rc::new(Picture::of(film.as_deref()?, width, room.rem, there?, beside)))
    });
    let (Some(film), Some(machine), Some(picture)) = (film, machine, picture.as_ref()) else {
        return html! { <p class="film-none">{ Word::NoScene.say(*locale) }</p> };
    };
    let counts = population.at(*time);
    let instances = u32::try_from(film.instances.len()).unwrap_or(u32::MAX);
    let told = Told { side: *side, time: *time, counts: &counts }.say(*locale);
    let drawn = Drawn {
        machine: machine.clone(),
        film: film.clone(),
        time: *time,
        picture: picture.clone(),
        rem: room.rem,
        picked: *picked,
        locale: *locale,
    };
    let select = {
        let (act, side) = (props.act.clone(), *side);
        Callback::from(move |instance: u32| {
            act.emit(Action::Select(Selection::Instance { side, instance }));
        })
    };
    let picking = |told: Callback<u32>| {
        let (node, picture) = (node.clone(), picture.clone());
        Callback::from(move |event: MouseEvent| {
            let Some(element) = node.cast::<web_sys::Element>() else { return };
            let x = f64::from(event.client_x()) - element.get_bounding_client_rect().left();
            if let Some(instance) = picture.instance_at(x) {
                told.emit(instance);
            }
        })
    };
    let look = picking(look.unwrap_or_else(Callback::noop));
    let pick = picking(select.clone());
    let stands = picked.unwrap_or(0);
    html! {
        <div class="film-side">
            <h2 class="film-now">
                <span class="visually-hidden">{ name::side(*side) }{ ": " }</span>
                { at_a_glance(film, &counts, *locale) }</h2>
            <div class="drawing-place">
                { drawing(&drawn, node, told, [pick, look]) }
                <Stop side={*side} instance={stands} count={instances}
                    place={picture.place(film, stands, *time)}
                    size={(picture.width, picture.height + 2.0)} on_select={select.clone()}
                    locale={*locale} />
            </div>
            { legend(film, &counts, *locale) }
            // What somebody holds from the beginning has no course in time.
            <div hidden={*end == Time::ZERO}>
                <Stack population={population.clone()} end={*end} time={*time} {width}
                    rem={room.rem} locale={*locale} />
            </div>
            <div>{ inspector(film, *picked, &select, *locale) }</div>
            <div class="film-look">
                <LookButton side={*side} picked={picked.filter(|one| *one < instances)}
                    locale={*locale} />
            </div>
        </div>
    }
}

/// Whether its instances have kernels of their own, and whether one machine carries them all.
fn strata(machine: &Machine) -> (bool, bool) {
    let kernel = machine.platform.isolation.kernel;
    (matches!(kernel, Kernel::Guest | Kernel::UserSpace), kernel == Kernel::OneGuest)
}

/// The number that the eye should meet first.
fn at_a_glance(film: &Film, counts: &[(Kind, u32)], locale: Locale) -> String {
    if !film.trips.is_empty() {
        return under_way(counts.iter().map(|(_, number)| number).sum(), locale);
    }
    let up = |(of, _): &&(Kind, u32)| matches!(of, Kind::Lot(lot) if lot.answers());
    let up = counts.iter().filter(up).map(|(_, number)| number).sum();
    let there = counts.iter().map(|(_, number)| number).sum();
    answering(up, there, locale)
}

/// What the fills stand for, with the counts of this moment.
fn legend(film: &Film, counts: &[(Kind, u32)], locale: Locale) -> Html {
    let struck = film.struck.map(|layer| {
        let layer = words::mechanism(Mechanism::Layer(layer).into(), locale);
        format!("{}: {layer}", Word::Struck.say(locale))
    });
    html! {
        <div class="film-legend">
            <ul>{ for counts.iter().enumerate().map(|(at, &(of, number))| html! {
                <li key={at} class={classes!((number == 0).then_some("none"))}>
                    { swatch(fill::of(of)) }
                    <span>{ kind(of, locale) }</span>{ " " }
                    <strong>{ count(number.into(), locale) }</strong>
                </li>
            }) }</ul>
            <p hidden={struck.is_none()}>{ struck }</p>
            <p hidden={film.trips.is_empty()}>{ Word::Requests.say(locale) }</p>
        </div>
    }
}

/// What the picked instance went through.
fn inspector(film: &Film, picked: Option<u32>, select: &Callback<u32>, locale: Locale) -> Html {
    let most = film.instances.len();
    let change = {
        let select = select.clone();
        Callback::from(move |event: Event| {
            let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            let number = field.and_then(|field| field.value().parse::<u32>().ok());
            if let Some(number) = number.filter(|of| *of >= 1 && (*of as usize) <= most) {
                select.emit(number - 1);
            }
        })
    };
    let picked = picked.filter(|one| (*one as usize) < most);
    let several = film.hosts.len() > 1;
    let told = picked.map_or_else(
        || Word::PickOne.say(locale).to_owned(),
        |one| {
            let stays = film.instances[one as usize].stays.iter();
            let stays =
                stays.map(|stay| (stay.from, stay.lot, several.then_some(usize::from(stay.host))));
            life(one, &stays.collect::<Vec<_>>(), locale)
        },
    );
    html! {
        <div class="film-inspector" hidden={!film.trips.is_empty()}>
            <label>{ Word::Instance.say(locale) }{ " " }
                <input type="number" min="1" max={most.to_string()} onchange={change}
                    value={picked.map(|one| (u64::from(one) + 1).to_string())} /></label>
            <p role="status">{ told }</p>
        </div>
    }
}
