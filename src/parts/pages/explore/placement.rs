//! Where it fits: every host as a candidate, what it says resource by resource, and which one a
//! rule chooses.
//!
//! Hosts stand in the order in which the rule would take them, then those that refuse: so the
//! first row is the choice, and the reader sees what came next.

use yew::prelude::*;

use super::starter;
use crate::app::work::{Form, Found, Order, Place, Standing, Study};
use crate::experiment::placement::{Asset, Need};
use crate::parts::desk::Desk;
use crate::parts::settings::{menu, number, segments};
use crate::parts::take::TakeAway;
use crate::scenario::study::placement::{Candidate, Placed, Rule};
use crate::scenario::{INSTANCES_MOST, Scenario, Side};
use crate::text::placement::{self as text, Word};
use crate::text::{Locale, name};
use crate::units::sort_short;
use crate::view::answer::platform_names;
use crate::view::framed::framed;

/// What the panel needs.
#[derive(Clone, PartialEq, Properties)]
pub struct PlacingProps {
    /// What is placed.
    pub scenario: Scenario,
    /// The link of the scenario.
    pub link: AttrValue,
    /// Where it is run.
    pub desk: Desk,
    /// Language.
    pub locale: Locale,
}

/// The panel.
#[component]
pub fn Placing(props: &PlacingProps) -> Html {
    let PlacingProps { scenario, link, desk, locale } = props;
    let locale = *locale;
    let work = desk.works.at(Place::Placement);
    // What was run with other settings of the Lab is not shown for these.
    let asked = work.order.as_deref().and_then(|order| match &order.study {
        Study::Placed { link: of, wanted } if **of == **link => Some(*wanted),
        _ => None,
    });
    let chosen = use_state_eq(|| asked.map(u64::from));
    let wanted = chosen.unwrap_or(scenario.instances).clamp(1, INSTANCES_MOST);
    let side = use_state_eq(|| Side::A);
    let rule = use_state_eq(Rule::default);
    let study =
        Study::Placed { link: link.to_string(), wanted: u32::try_from(wanted).unwrap_or(u32::MAX) };
    let start = {
        let study = study.clone();
        let order = move || Some(Order { study: study.clone(), form: Form::Shown, locale });
        desk.asker(Place::Placement, order)
    };
    let standing = if asked.is_some() { work.standing } else { Standing::default() };
    let found = match work.found.as_deref() {
        Some(Found::Placed(placed)) if asked.is_some() => Some(placed),
        _ => None,
    };
    let choose_wanted = {
        let setter = chosen.setter();
        Callback::from(move |value: u64| setter.set(Some(value)))
    };
    let choose_rule = {
        let setter = rule.setter();
        Callback::from(move |place: usize| {
            setter.set(if place == 0 { Rule::Spread } else { Rule::Pack });
        })
    };
    let rules = [Word::Spread, Word::Pack].map(|word| word.say(locale).to_owned());
    html! {
        <section class="study placement" aria-labelledby="place-title">
            <h3 id="place-title">{ Word::Title.say(locale) }</h3>
            <p class="hint">{ Word::About.say(locale) }</p>
            <div class="study-controls">
                { number("place-wanted", Word::Wanted.say(locale), (1, wanted, INSTANCES_MOST), "",
                    choose_wanted) }
                { menu("place-rule", Word::Rule.say(locale), &rules,
                    usize::from(*rule == Rule::Pack), choose_rule) }
            </div>
            { starter(Word::Run.say(locale), standing, &start,
                &desk.canceller(Place::Placement), locale) }
            <TakeAway desk={desk.clone()} study={Some(study)} {locale} />
            <div>{ match found.filter(|found| !found.candidates.is_empty()) {
                Some(found) => shown(found, scenario, &side, *rule, standing, locale),
                None => html! { <div hidden=true /> },
            } }</div>
        </section>
    }
}

fn shown(
    found: &Placed,
    scenario: &Scenario,
    side: &UseStateHandle<Side>,
    rule: Rule,
    standing: Standing,
    locale: Locale,
) -> Html {
    let names = platform_names(scenario, locale);
    let options: Vec<String> =
        Side::BOTH.iter().map(|of| format!("{} {}", name::side(*of), names[of.index()])).collect();
    let choose = {
        let setter = side.setter();
        Callback::from(move |place: usize| {
            setter.set(if place == 0 { Side::A } else { Side::B });
        })
    };
    // Before all have answered nothing is chosen.
    let told = Side::BOTH
        .map(|side| (standing == Standing::Done).then(|| text::chosen(found, side, rule, locale)));
    html! {
        <>
        <ul class="turns" aria-live="polite">
            { for told.into_iter().flatten().enumerate().map(|(at, told)| html! {
                <li key={at}>{ told }</li>
            }) }
        </ul>
        <div class="study-view">
            <span aria-hidden="true">{ Word::Machine.say(locale) }</span>
            { segments(Word::Machine.say(locale), &options, side.index(), &choose) }
        </div>
        { table(found, **side, rule, standing == Standing::Done, locale) }
        </>
    }
}

/// The resources that are told of, in the order of the columns.
const ASSETS: [Asset; 6] = {
    use crate::experiment::Resource as Of;
    [
        Asset::Host(Of::Memory),
        Asset::Inside,
        Asset::Host(Of::Disk),
        Asset::Host(Of::Cores),
        Asset::Host(Of::ProcessIds),
        Asset::Host(Of::BridgePorts),
    ]
};

fn needs(candidate: &Candidate, side: Side) -> &[Need] {
    candidate.sides[side.index()].as_ref().map_or(&[], |placing| &placing.needs)
}

fn table(found: &Placed, side: Side, rule: Rule, done: bool, locale: Locale) -> Html {
    let needed = |asset: &Asset| {
        let asks = |one: &Candidate| needs(one, side).iter().any(|need| need.asset == *asset);
        found.candidates.iter().any(asks)
    };
    let assets: Vec<Asset> = ASSETS.into_iter().filter(needed).collect();
    let mut order: Vec<usize> = (0..found.candidates.len()).collect();
    let share = |place: usize| found.candidates[place].share_left(side);
    sort_short(&mut order, |&one, &other| match (share(one), share(other)) {
        (Some(one), Some(other)) if rule == Rule::Spread => one > other,
        (Some(one), Some(other)) => one < other,
        (one, other) => one.is_some() && other.is_none(),
    });
    let chosen = found.chosen(side, rule).filter(|_| done);
    let table = html! {
        <table class="places">
            <thead><tr>
                <th scope="col">{ Word::Host.say(locale) }</th>
                <th scope="col">{ Word::Verdict.say(locale) }</th>
                { for assets.iter().map(|asset| html! {
                    <th key={text::asset(*asset, locale)} scope="col">
                        { text::asset(*asset, locale) }</th>
                }) }
            </tr></thead>
            <tbody>{ for order.into_iter().map(|place| {
                row(&found.candidates[place], side, &assets, chosen == Some(place), locale)
            }) }</tbody>
        </table>
    };
    framed(table, locale)
}

fn row(candidate: &Candidate, side: Side, assets: &[Asset], chosen: bool, locale: Locale) -> Html {
    let fits = candidate.share_left(side).is_some();
    let (mark, word) = if fits { ("✓", Word::Fits) } else { ("✗", Word::Refused) };
    let said = &candidate.sides[side.index()];
    let cell = |asset: &Asset| {
        let need = needs(candidate, side).iter().find(|need| need.asset == *asset);
        html! {
            <td key={text::asset(*asset, locale)}>{ need.map(|need| self::need(need, locale)) }</td>
        }
    };
    html! {
        <tr key={candidate.host.clone()}
            class={classes!(chosen.then_some("chosen"), if fits { "holds" } else { "fails" })}>
            <th scope="row">
                { text::host_name(&candidate.host, locale) }
                <span class="place-flag" hidden={!chosen}>{ Word::Chosen.say(locale) }</span>
                <span class="note" hidden={!candidate.own}>{ Word::Own.say(locale) }</span>
            </th>
            <td class="text verdict">
                <b><span aria-hidden="true">{ mark }{ " " }</span>{ word.say(locale) }</b>
                <span class="note">{ text::verdict(said, locale) }</span>
            </td>
            { for assets.iter().map(cell) }
        </tr>
    }
}

/// One resource: a bar of what is needed within what is there, and both as numbers.
fn need(need: &Need, locale: Locale) -> Html {
    let share = if need.there > 0.0 { need.needed / need.there } else { 1.0 };
    // What is missing reaches beyond what is there, to the end of the drawing at the most.
    let length = share.clamp(0.0, 1.25) * 80.0;
    html! {
        <div class={classes!("place-need", (!need.fits).then_some("short"))}>
            <svg aria-hidden="true" viewBox="0 0 102 10" width="102" height="10">
                <rect class="place-there" x="0.5" y="0.5" width="80" height="9" />
                <rect class="place-needed" x="0.5" y="0.5" height="9"
                    width={format!("{length:.1}")} />
                <path class="place-end" d="M80.5 0v10" />
            </svg>
            <span>{ text::need(need, locale) }</span>
            <span class="note">{ text::left(need, locale) }</span>
        </div>
    }
}
