//! The narration of a run: what is told, when, and in both languages.

use strata::app::narration::{Entry, Event, narration};
use strata::app::{Action, Dialog, Locale, Selection, reduce};
use strata::catalog::{Clock, Phase};
use strata::experiment::Wait;
use strata::model::{Limit, Owner};
use strata::scenario::{Scenario, Side};
use strata::text::Say;

use crate::ask::opened;

fn told(scenario: Scenario) -> (strata::app::State, Vec<Entry>) {
    let state = opened(scenario);
    let entries = narration(state.shown.as_ref().expect("both runs are done"));
    (state, entries)
}

#[test]
fn the_first_and_the_last_answer_are_told_at_their_times() {
    let (state, entries) = told(Scenario::default());
    for side in Side::BOTH {
        let report = state.shown.as_ref().unwrap().report(side).expect("it is shown");
        let ready = || report.instances.iter().filter_map(|of| of.clocks[Clock::Ready as usize]);
        let at = |of: fn(&Event) -> bool| {
            let found = entries.iter().find(|entry| entry.side == side && of(&entry.event));
            found.expect("it is told").time
        };
        assert_eq!(at(|of| matches!(of, Event::FirstReady { .. })), ready().min().unwrap());
        assert_eq!(
            at(|of| matches!(of, Event::LastReady { count: 12, of: 12 })),
            ready().max().unwrap()
        );
    }
    assert!(entries.is_sorted_by_key(|entry| entry.time));
}

#[test]
fn a_crowd_that_waits_for_one_thing_is_told_once() {
    let mut scenario = Scenario { instances: 200, ..Scenario::default() };
    scenario.sides[0].platform = "docker".into();
    let (_, entries) = told(scenario);
    for side in Side::BOTH {
        let waits: Vec<Wait> = entries
            .iter()
            .filter(|entry| entry.side == side)
            .filter_map(
                |entry| if let Event::Waits(wait) = entry.event { Some(wait) } else { None },
            )
            .collect();
        let mut once = waits.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(waits.len(), once.len());
        assert!(!waits.is_empty(), "200 starts on 16 cores wait for something");
    }
}

#[test]
fn one_instance_alone_makes_no_crowd() {
    let (_, entries) = told(Scenario { instances: 1, ..Scenario::default() });
    assert!(entries.iter().all(|entry| !matches!(entry.event, Event::Waits(_))));
    assert!(entries.iter().any(|entry| entry.event == Event::Begins { of: 1 }));
}

#[test]
fn a_kind_of_limit_is_told_once_however_often_it_is_met() {
    let mut scenario = Scenario { instances: 600, ..Scenario::default() };
    scenario.host = "laptop".into();
    let (state, entries) = told(scenario);
    let met = state.shown.as_ref().unwrap().report(Side::A).expect("A is shown").limits.len();
    let limits = entries
        .iter()
        .filter(|entry| entry.side == Side::A && matches!(entry.event, Event::Limit(_)));
    let limits: Vec<Limit> = limits
        .filter_map(|entry| if let Event::Limit(limit) = entry.event { Some(limit) } else { None })
        .collect();
    assert!(!limits.is_empty() && limits.len() <= met, "{limits:?}");
}

#[test]
fn every_sentence_ends_and_names_its_machine_in_both_languages() {
    let (_, entries) = told(Scenario { instances: 200, ..Scenario::default() });
    for entry in entries {
        for locale in Locale::ALL {
            let said = entry.say(locale);
            assert!(said.ends_with('.') && !said.contains(".."), "{said}");
            assert!(said.starts_with('A') || said.starts_with('B'), "{said}");
        }
    }
}

#[test]
fn the_brief_holds_the_instance_that_is_looked_into_at_the_time_of_the_clock() {
    let mut state = opened(Scenario::default());
    assert_eq!(state.brief(state.theme).standing, None);
    let dialog = Dialog::Inside { side: Side::A, instance: 2 };
    state = reduce(&state, Action::OpenDialog(dialog));
    let full = state.brief(state.theme).standing.expect("it is there");
    assert_eq!(full.present, 12);
    state = reduce(&state, Action::ToBeginning);
    let before = state.brief(state.theme).standing.expect("it has a number");
    let held = |owner: Owner| (before.memory[owner.index()], full.memory[owner.index()]);
    assert!(held(Owner::GuestKernel).0 < held(Owner::GuestKernel).1);
    let beyond = Dialog::Inside { side: Side::A, instance: 99 };
    state = reduce(&state, Action::OpenDialog(beyond));
    assert_eq!(state.brief(state.theme).standing, None);
}

#[test]
fn to_select_again_is_to_let_go_and_others_of_the_kind_stand_back() {
    let kernel = Selection::Phase(Phase::Kernel);
    assert_eq!(kernel.toggled(kernel), Action::Select(Selection::Nothing));
    assert_eq!(Selection::Nothing.toggled(kernel), Action::Select(kernel));
    assert!(kernel.leaves(Selection::Phase(Phase::Init)) && !kernel.leaves(kernel));
    assert!(!kernel.leaves(Selection::Owner(Owner::Heap)));
}
