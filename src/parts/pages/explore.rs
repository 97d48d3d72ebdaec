//! Exploring the scenario of the Lab: a sweep over one setting or two, where it fits, and
//! repetitions.

mod along;
mod map;
mod placement;
mod repeat;
mod sweep;

use yew::prelude::*;

use self::placement::Placing;
use self::repeat::Repeat;
use self::sweep::SweepPanel;
use super::starter;
use crate::experiment::answer::Quantity;
use crate::parts::desk::Desk;
use crate::scenario::{Mode, ParameterId, Scenario, Side, link, parameter};
use crate::text::Locale;
use crate::text::explore;
use crate::text::page::Word as PageWord;
use crate::units::sort_short;
use crate::view::answer::platform_names;
use crate::view::theme::Shown;
use crate::view::words;

/// What exploring needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ExploreProps {
    /// What is asked for in the Lab.
    pub scenario: Scenario,
    /// Where studies are run.
    pub desk: Desk,
    /// Colours.
    pub theme: Shown,
    /// Language.
    pub locale: Locale,
}

/// The page.
#[component]
pub fn Explore(props: &ExploreProps) -> Html {
    let ExploreProps { scenario, desk, theme, locale } = props;
    let locale = *locale;
    let link = AttrValue::from(link::encode(scenario));
    html! {
        <div class="explore">
            <p class="explore-about">
                <strong>{ about(scenario, locale) }</strong>{ " " }
                <a href={link.clone()}>{ PageWord::ChangeInLab.say(locale) }</a>
            </p>
            <SweepPanel scenario={scenario.clone()} link={link.clone()} desk={desk.clone()}
                theme={*theme} {locale} />
            <Placing scenario={scenario.clone()} link={link.clone()} desk={desk.clone()} {locale} />
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
