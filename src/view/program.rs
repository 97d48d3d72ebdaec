//! The running program: the state of `app`, the driver of its runs, and what the browser keeps.
//!
//! Long-lived closures hold dispatchers only. The driver lives in a cell of its own, for a run is
//! large and changes a thousand times in one frame.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::header::theme_name;
use crate::app::pace::Pace;
use crate::app::query::{MOTIONS, Query, THEMES};
use crate::app::{
    Action, Driver, Guide, Locale, Motion, Page, RunState, State, StorageProblem, reduce,
};
use crate::scenario::link;
use crate::text::lab::Label;
use crate::text::page::name;
use crate::units::Span;
use crate::web::frames::use_frames;
use crate::web::{embed, location, page, storage};

/// Browsers allow the address to be changed a hundred times in half a minute.
const QUIET_MILLISECONDS: u32 = 450;

/// The state of `app` as yew keeps it.
#[derive(Clone)]
struct Store(Rc<State>);

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        // No comparison with the state before: reports are large, and most actions change it.
        Rc::new(Self(Rc::new(reduce(&self.0, action))))
    }
}

/// What the page works with.
#[derive(Clone)]
pub struct Program {
    /// The state.
    pub state: Rc<State>,
    /// Sends an action.
    pub act: Callback<Action>,
    /// Whether the runs take so long that the user should be told.
    pub slow: bool,
    /// Copies the link.
    pub copy: Callback<()>,
    /// Whether the link was copied, for a moment after it was asked for.
    pub copied: Option<bool>,
    /// Whether single keys work.
    pub keys: bool,
    /// Turns single keys on or off.
    pub on_keys: Callback<bool>,
    /// How much the page moves, where it is not left to the system.
    pub motion: Option<Motion>,
    /// Chooses that.
    pub on_motion: Callback<Option<Motion>>,
    /// The address of the Lab with this scenario.
    pub link: AttrValue,
    /// To be told before the Lab is left, so that the way back leads to this scenario.
    pub leave: Callback<()>,
}

impl PartialEq for Program {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && (self.slow, self.copied, self.keys) == (other.slow, other.copied, other.keys)
            && self.motion == other.motion
            && (&self.copy, &self.link) == (&other.copy, &other.link)
    }
}

impl Program {
    /// The address of the whole page with what is shown here.
    #[must_use]
    pub fn whole(&self) -> String {
        format!("./{}", self.link)
    }
}

/// The state that the page opens with: of the address, or as it was left, or the default.
fn first_state(query: Query) -> State {
    let mut state = State::default();
    let fragment = location::fragment();
    let beside = Page::from_fragment(&fragment).is_some();
    let guided = Guide::from_fragment(&fragment).is_some();
    if (fragment.is_empty() || beside || guided)
        && let Some(kept) = storage::kept("scenario")
        && let Ok(decoded) = link::decode(&kept)
    {
        state = State::new(decoded.scenario);
    }
    if !fragment.is_empty() {
        state = reduce(&state, Action::OpenLink(fragment));
    }
    let language = Locale::from_tag(&page::language()).unwrap_or_default();
    let theme = storage::kept("theme").unwrap_or_default();
    let theme = THEMES.iter().find(|(_, name)| *name == theme).map(|(theme, _)| *theme);
    let Query { locale, theme: asked, frame, .. } = query;
    let presenting = frame.presenting;
    state.frame = frame;
    if presenting {
        state = reduce(&state, Action::Present(true));
    }
    state = reduce(&state, Action::SetLocale(locale.unwrap_or(language)));
    reduce(&state, Action::SetTheme(asked.or(theme).unwrap_or_default()))
}

fn keep(name: &str, text: &str, act: &Callback<Action>) {
    if let Err(refusal) = storage::keep(name, text) {
        let problem = match refusal {
            storage::Refusal::Full => StorageProblem::Full,
            storage::Refusal::Forbidden => StorageProblem::Forbidden,
        };
        act.emit(Action::StorageFailed(problem));
    }
}

/// Runs the program.
#[hook]
pub fn use_program() -> Program {
    let query = use_memo((), |()| Query::read(&page::query()));
    let store = use_reducer(|| Store(Rc::new(first_state((*query).clone()))));
    let state = Rc::clone(&store.0);
    let dispatcher = store.dispatcher();
    let act = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));
    let slow = use_simulation(&state, &act);
    use_clock(&state, &act);
    use_keeping(&state, &act);
    {
        let act = act.clone();
        location::use_fragment(move |code| act.emit(Action::OpenLink(code)));
    }
    let kept_keys = || storage::kept("keys").as_deref() != Some("off");
    let keys = use_state_eq(|| query.keys.unwrap_or_else(kept_keys));
    let motion = use_state_eq(|| {
        let kept = storage::kept("motion").unwrap_or_default();
        let kept = MOTIONS.iter().find(|(_, name)| *name == kept).map(|(of, _)| *of);
        query.motion.or(kept)
    });
    let on_motion = {
        let (setter, act) = (motion.setter(), act.clone());
        use_callback((), move |of: Option<Motion>, ()| {
            setter.set(of);
            let name = MOTIONS.iter().find(|(motion, _)| Some(*motion) == of);
            keep("motion", name.map_or("auto", |(_, name)| name), &act);
        })
    };
    let on_keys = {
        let (setter, act) = (keys.setter(), act.clone());
        use_callback((), move |on: bool, ()| {
            setter.set(on);
            keep("keys", if on { "on" } else { "off" }, &act);
        })
    };
    let copied = use_state_eq(|| None::<bool>);
    // The last one alone ends the message: a new one in this place gives up the one before.
    let hiding = use_mut_ref(|| None::<Timeout>);
    let copy = {
        let setter = copied.setter();
        use_callback(state.scenario.clone(), move |(), scenario| {
            let (setter, hiding) = (setter.clone(), Rc::clone(&hiding));
            let code = link::encode(scenario);
            location::replace_fragment(&code);
            let told = Callback::from(move |done: bool| {
                setter.set(Some(done));
                let setter = setter.clone();
                *hiding.borrow_mut() = Some(Timeout::new(4000, move || setter.set(None)));
            });
            location::copy(location::address(&code), told);
        })
    };
    // The way to the Lab leads out of a lesson to what stood there before.
    let home = state.own.as_deref().unwrap_or(&state.scenario).clone();
    let link = use_memo(home, |scenario| AttrValue::from(link::encode(scenario)));
    let link = (*link).clone();
    use_embedded(&state, &link);
    let guided = state.lesson.is_some();
    let leave = use_callback((state.page, link.clone(), guided), |(), (page, link, guided)| {
        if *page == Page::Lab && !guided {
            location::replace_fragment(link);
        }
    });
    Program {
        state,
        act,
        slow,
        copy,
        copied: *copied,
        keys: *keys,
        on_keys,
        motion: *motion,
        on_motion,
        link,
        leave,
    }
}

/// Serves the runs of each generation, a slice in every frame. Tells whether one is slow.
#[hook]
fn use_simulation(state: &State, act: &Callback<Action>) -> bool {
    let driver = use_mut_ref(|| (Driver::new(), Pace::default()));
    let slow = use_state_eq(|| false);
    {
        let (driver, act, setter) = (Rc::clone(&driver), act.clone(), slow.setter());
        let requests = state.requests();
        use_effect_with(state.generation, move |_| {
            let replies = {
                let (driver, pace) = &mut *driver.borrow_mut();
                for request in requests {
                    driver.request(request);
                }
                // What an event costs depends on what is asked.
                *pace = Pace::default();
                driver.serve(pace, page::now)
            };
            setter.set(!driver.borrow().0.is_idle());
            for reply in replies {
                act.emit(Action::Replied(reply));
            }
        });
    }
    let running =
        state.runs.iter().any(|run| matches!(run, RunState::Running(_) | RunState::Asking(_)));
    let act = act.clone();
    use_frames(running, move |_| {
        let replies = {
            let (driver, pace) = &mut *driver.borrow_mut();
            driver.serve(pace, page::now)
        };
        for reply in replies {
            act.emit(Action::Replied(reply));
        }
    });
    *slow && running
}

/// Tells the page around this one what there is to see, where there is one.
#[hook]
fn use_embedded(state: &State, link: &AttrValue) {
    let link = link.clone();
    let seconds = state.time().as_seconds();
    let told = state.frame.embedded && state.shown.is_some();
    let last = use_mut_ref(|| 0.0);
    use_effect_with((told, link.clone()), move |(told, link)| {
        if *told {
            embed::tell("scenario", link, seconds);
        }
    });
    use_effect_with(told, {
        let link = link.clone();
        move |told| {
            if *told {
                embed::tell("ready", &link, seconds);
            }
        }
    });
    let playing = state.playback.playing;
    use_effect_with((told, playing, state.time()), move |(told, playing, _)| {
        let now = page::now();
        let mut last = last.borrow_mut();
        if *told && (!playing || now - *last > 250.0) {
            *last = now;
            embed::tell("time", &link, seconds);
        }
    });
}

/// Lets the clock run.
#[hook]
fn use_clock(state: &State, act: &Callback<Action>) {
    let last = use_mut_ref(|| None::<f64>);
    let act = act.clone();
    let playing = state.playback.playing;
    if !playing {
        *last.borrow_mut() = None;
    }
    use_frames(playing, move |now| {
        let before = last.borrow_mut().replace(now);
        let passed = before.map_or(0.0, |before| (now - before).max(0.0));
        act.emit(Action::Tick(Span::from_seconds(passed / 1000.0)));
    });
}

/// Keeps scenario, language and colours in the address, the page and the browser's storage.
#[hook]
fn use_keeping(state: &State, act: &Callback<Action>) {
    let first = use_mut_ref(|| true);
    {
        let act = act.clone();
        // What a lesson shows is kept by the lesson, and leaves alone what stood in the Lab before.
        let lesson = state.lesson.as_ref().map(Guide::fragment);
        let of = (state.scenario.clone(), state.page, lesson);
        use_effect_with(of, move |(scenario, page, lesson)| {
            let opened = core::mem::replace(&mut *first.borrow_mut(), false);
            let (code, in_lab) = (link::encode(scenario), *page == Page::Lab);
            let lesson = lesson.clone();
            let timer = (!opened).then(|| {
                Timeout::new(QUIET_MILLISECONDS, move || {
                    if let Some(lesson) = lesson {
                        location::replace_fragment(&lesson);
                        return;
                    }
                    if in_lab {
                        location::replace_fragment(&code);
                    }
                    keep("scenario", &code, &act);
                })
            });
            move || drop(timer)
        });
    }
    let opened = (state.theme, state.locale);
    let opened = use_memo((), |()| opened);
    {
        let (act, opened) = (act.clone(), opened.0);
        use_effect_with(state.theme, move |&theme| {
            page::set_theme(theme_name(theme));
            // What was not chosen is left to the system, now and at the next visit.
            if theme != opened || storage::kept("theme").is_some() {
                keep("theme", theme_name(theme), &act);
            }
        });
    }
    let (act, opened) = (act.clone(), opened.1);
    {
        let before = use_mut_ref(|| state.page);
        use_effect_with((state.locale, state.page), move |&(locale, shown)| {
            let title = match shown {
                Page::Lab => Label::Claim.say(locale),
                other => name(other, locale),
            };
            page::set_language(locale.tag(), &format!("Strata: {title}"));
            if before.replace(shown) != shown {
                page::to_top();
            }
        });
    }
    use_effect_with(state.locale, move |&locale| {
        if locale != opened || storage::kept("language").is_some() {
            keep("language", locale.tag(), &act);
        }
    });
}
