//! Answers questions that are no starts. The page does not carry their experiments: it is told
//! what to say of an answer, and the rest is shown here.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::pace::Pace;
use crate::app::part::{Brief, Told, Wish};
use crate::app::{Answers, Driver, Reply, Request};
use crate::experiment::{Answer, Film};
use crate::scenario::{Scenario, Side};
use crate::text::Locale;
use crate::units::Time;
use crate::view::answer::Both;
use crate::web::frames::use_frames;
use crate::web::{page, parts};

/// What both machines have answered, and what that is played from.
#[derive(Clone, Debug)]
pub struct Heard {
    /// Counts the scenarios.
    generation: u64,
    /// The answers.
    pub answers: Rc<Answers>,
    /// What they are played from, where something happens one after the other.
    pub films: [Option<Rc<Film>>; 2],
}

impl PartialEq for Heard {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.answers, &other.answers)
    }
}

impl Heard {
    /// What the page says of it.
    fn told(&self, locale: Locale) -> Told {
        let both = Both::of(&self.answers, locale);
        let films = || self.films.iter().flatten();
        let mut instants: Vec<Time> = films().flat_map(|film| film.instants()).collect();
        instants.sort_unstable();
        instants.dedup();
        let (headline, why) = (both.headline(locale), both.why(locale));
        // At the end of a sample of requests all of them are gone.
        let passing = films().any(|film| !film.trips.is_empty());
        let rest = instants.last().filter(|_| passing).map(|end| Time(end.0 / 2));
        Told { generation: self.generation, headline, why, instants, rest }
    }
}

/// What one machine has answered.
type Said = (Rc<Answer>, Option<Rc<Film>>);

/// The question under way.
#[derive(Default)]
struct Asked {
    generation: u64,
    scenario: Scenario,
    driver: Driver,
    pace: Pace,
    sides: [Option<Said>; 2],
}

impl Asked {
    fn of(generation: u64, scenario: &Scenario) -> Self {
        let mut asked = Self { generation, scenario: scenario.clone(), ..Self::default() };
        for side in Side::BOTH {
            let scenario = Box::new(scenario.clone());
            asked.driver.request(Request::Run { generation, side, scenario });
        }
        asked
    }

    /// Works for its part of a frame and tells how far it has come. True when nothing is left.
    fn serve(&mut self) -> bool {
        for reply in self.driver.serve(&mut self.pace, page::now) {
            match reply {
                Reply::Answered { side, answer, film, .. } => {
                    let film = film.map(|film| Rc::new(*film));
                    self.sides[side.index()] = Some((Rc::new(*answer), film));
                }
                reply => parts::wish(&Wish::Replied(Box::new(reply))),
            }
        }
        self.driver.is_idle()
    }

    /// What was heard, when both machines have answered.
    fn heard(&self) -> Option<Heard> {
        let [Some((a, film_a)), Some((b, film_b))] = &self.sides else { return None };
        let answers = [Rc::clone(a), Rc::clone(b)];
        let answers = Rc::new(Answers { scenario: self.scenario.clone(), answers });
        let films = [film_a.clone(), film_b.clone()];
        Some(Heard { generation: self.generation, answers, films })
    }
}

/// Answers the question of the brief, a slice in every frame, and says what it heard last.
#[hook]
pub fn use_answers(brief: Option<&Brief>) -> Option<Heard> {
    let asked = use_mut_ref(Asked::default);
    let running = use_state_eq(|| false);
    let heard = use_state_eq(|| None::<Heard>);
    let work = {
        let (asked, running, heard) = (Rc::clone(&asked), running.setter(), heard.setter());
        Callback::from(move |()| {
            let mut asked = asked.borrow_mut();
            let done = asked.serve();
            if done && let Some(of) = asked.heard() {
                heard.set(Some(of));
            }
            running.set(!done);
        })
    };
    let question = brief.and_then(|brief| Some((brief.asked?, brief.scenario.clone())));
    {
        let work = work.clone();
        use_effect_with(question, move |question| {
            *asked.borrow_mut() = Asked::default();
            if let Some((generation, scenario)) = question {
                *asked.borrow_mut() = Asked::of(*generation, scenario);
                work.emit(());
            }
        });
    }
    use_frames(*running, move |_| work.emit(()));
    let locale = brief.map(|brief| brief.locale);
    use_effect_with(((*heard).clone(), locale), |(heard, locale)| {
        if let (Some(heard), Some(locale)) = (heard, locale) {
            parts::wish(&Wish::Told(Box::new(heard.told(*locale))));
        }
    });
    (*heard).clone()
}
