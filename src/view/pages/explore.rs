//! Exploring the scenario of the Lab: a sweep over one setting, and repetitions.

mod along;
mod repeat;
mod settings;
mod sweep;

use std::rc::Rc;

use yew::prelude::*;

use self::repeat::Repeat;
use self::sweep::SweepPanel;
use super::starter;
use crate::app::State;
use crate::experiment::answer::Quantity;
use crate::scenario::{Mode, ParameterId, Scenario, Side, parameter};
use crate::text::Locale;
use crate::text::explore;
use crate::text::page::Word as PageWord;
use crate::units::sort_short;
use crate::view::answer::platform_names;
use crate::view::desk::Desk;
use crate::view::theme::Shown;
use crate::view::words;

/// What exploring needs.
#[derive(Clone, Properties)]
pub struct ExploreProps {
    /// The state, for its scenario.
    pub state: Rc<State>,
    /// Where studies are run.
    pub desk: Desk,
    /// The address of the Lab with the scenario.
    pub link: AttrValue,
    /// Colours.
    pub theme: Shown,
}

impl PartialEq for ExploreProps {
    fn eq(&self, other: &Self) -> bool {
        self.state.scenario == other.state.scenario
            && (self.state.locale, self.theme) == (other.state.locale, other.theme)
            && self.desk == other.desk
    }
}

/// The page.
#[component]
pub fn Explore(props: &ExploreProps) -> Html {
    let ExploreProps { state, desk, link, theme } = props;
    let (scenario, locale) = (&state.scenario, state.locale);
    html! {
        <div class="explore">
            <p class="explore-about">
                <strong>{ about(scenario, locale) }</strong>{ " " }
                <a href={link.clone()}>{ PageWord::ChangeInLab.say(locale) }</a>
            </p>
            <SweepPanel scenario={scenario.clone()} link={link.clone()} desk={desk.clone()}
                theme={*theme} {locale} />
            <Repeat scenario={scenario.clone()} link={link.clone()} desk={desk.clone()} {locale} />
        </div>
    }
}

fn about(scenario: &Scenario, locale: Locale) -> String {
    let row = parameter(ParameterId::Mode);
    let question = match row.get(scenario, Side::A) {
        crate::scenario::Value::Choice(id) => words::choice(ParameterId::Mode, &id, locale),
        _ => String::new(),
    };
    explore::about(&question, &platform_names(scenario, locale))
}

/// Quantities that answers to a question tell.
fn quantities(mode: Mode) -> Vec<Quantity> {
    let fits = |quantity: &Quantity| match quantity {
        Quantity::Start(_) => mode.is_start(),
        Quantity::Throughput(_) => mode == Mode::Throughput,
        Quantity::Pressure(_) => mode == Mode::Pressure,
        Quantity::Elasticity(_) => mode == Mode::Elasticity,
        Quantity::Mobility(_) => mode == Mode::Mobility,
        Quantity::Maintenance(_) => mode == Mode::Maintenance,
        Quantity::Incident(_) => mode == Mode::Incident,
        Quantity::Compatibility(_) => mode == Mode::Compatibility,
    };
    let mut all: Vec<Quantity> = Quantity::all().filter(fits).collect();
    if mode == Mode::Fill {
        // What fits is what was asked.
        sort_short(&mut all, |one, other| one.key() == "fits" && other.key() != "fits");
    }
    all
}
