//! Machines that are held: pinned beside the one that is varied, or forked at a time of its run.

use proptest::prelude::*;
use strata::app::{Action, Position, RunState, State, reduce};
use strata::experiment::trace::digest_until;
use strata::experiment::{Outcome, run};
use strata::model::{Change, Intervention};
use strata::scenario::link::{decode, encode};
use strata::scenario::{ParameterId, Scenario, Side, Value, file};
use strata::text::{Locale, Say};
use strata::units::Time;

use crate::ask::{any_scenario, opened, settled};

/// Pins and forks, whatever comes of them.
pub fn any_held() -> impl Strategy<Value = Scenario> {
    let acts = prop::collection::vec((0_usize..4, 0_usize..3, 0_u64..9_000_000_000_000), 0..6);
    (any_scenario(), acts).prop_map(|(mut scenario, acts)| {
        for (from, what, number) in acts {
            let from = Side::ALL[from];
            match what {
                0 => {
                    scenario.pin(from, Side::HELD[usize::try_from(number % 3).expect("small")]);
                }
                1 => {
                    let more = 1 + u32::try_from(number % 90).expect("small");
                    let what = Intervention::Start(more);
                    scenario.fork(from, Change { at: Time(number), what });
                }
                _ => {
                    scenario.exchange(from);
                }
            }
        }
        scenario
    })
}

proptest! {
    #[test]
    fn whatever_is_held_comes_back_from_its_link_and_its_file(scenario in any_held()) {
        let link = encode(&scenario);
        let found = decode(&link).expect("a link of our own");
        prop_assert!(found.problems.is_empty(), "{:?}", found.problems);
        prop_assert_eq!(&found.scenario, &scenario);
        let held = Side::HELD.into_iter().any(|side| scenario.is_held(side));
        prop_assert_eq!(link.starts_with("#/lab?v=2"), held);
        let text: String = scenario
            .fields()
            .into_iter()
            .map(|(key, value)| match value {
                Value::Number(number) => format!("{key} = {number}\n"),
                Value::Switch(on) => format!("{key} = {on}\n"),
                Value::Off => format!("{key} = \"off\"\n"),
                Value::Choice(id) => format!("{key} = \"{id}\"\n"),
            })
            .rev()
            .collect();
        prop_assert_eq!(file::read(&text), Ok(scenario));
    }

    #[test]
    fn a_machine_that_is_held_is_the_machine_that_it_was(scenario in any_held()) {
        for side in scenario.machines() {
            // What is wrong with a setting may concern the other machine alone, and leave with it.
            let Ok(before) = scenario.machine(side) else { continue };
            for to in Side::HELD {
                let mut pinned = scenario.clone();
                if pinned.pin(side, to) {
                    let held = pinned.machine(to);
                    prop_assert!(held.as_ref() == Ok(&before), "{side:?} as {to:?}: {held:?}");
                    pinned.instances += 1;
                    pinned.cores = Some(3);
                    prop_assert!(pinned.machine(to).as_ref() == Ok(&before));
                }
            }
        }
    }

    #[test]
    fn exchanging_twice_is_nothing(scenario in any_held(), which in 0_usize..3) {
        let side = Side::HELD[which];
        let mut twice = scenario.clone();
        if twice.exchange(side) {
            twice.exchange(side);
            prop_assert_eq!(twice, scenario);
        }
    }
}

fn after(state: &State, action: Action) -> State {
    settled(reduce(state, action))
}

fn set(parameter: ParameterId, value: u64) -> Action {
    Action::Set { side: Side::A, parameter, value: Some(Value::Number(value)) }
}

fn digest(state: &State, side: Side) -> u64 {
    state.shown.as_ref().expect("shown").report(side).expect("there").digest
}

#[test]
fn pinned_as_a_it_stays_while_b_is_varied_and_the_words_say_in_what() {
    let state = opened(Scenario::default());
    let b = digest(&state, Side::B);
    let pinned = after(&state, Action::Pin { from: Side::B, to: Side::A });
    assert_eq!((digest(&pinned, Side::A), digest(&pinned, Side::B)), (b, b));
    let varied = after(&pinned, set(ParameterId::Cores, 4));
    assert_eq!(digest(&varied, Side::A), b);
    assert_ne!(digest(&varied, Side::B), b);
    let shown = varied.shown.clone().expect("shown");
    let [difference] = &shown.differences[..] else { panic!("one pair: {:?}", shown.differences) };
    assert_eq!(difference.parameters, [ParameterId::Cores]);
    let words = difference.say(Locale::English);
    assert!(words.starts_with("A and B differ in: cores. B’s first instance is ready"), "{words}");
    assert!(words.contains("later"), "{words}");
    // Undo takes back the change, and then the pin.
    let undone = after(&after(&varied, Action::Undo), Action::Undo);
    assert_eq!(undone.scenario, state.scenario);
    assert!(undone.shown.expect("shown").differences.is_empty());
}

#[test]
fn four_machines_stand_on_one_clock_and_what_is_held_is_run_once() {
    let mut state = opened(Scenario::default());
    for to in [Side::C, Side::D] {
        state = after(&state, Action::Pin { from: Side::A, to });
        state = after(&state, set(ParameterId::Instances, 20));
    }
    assert_eq!(state.scenario.machines(), Side::ALL);
    let shown = state.shown.clone().expect("shown");
    let ends = shown.all().map(|(_, report)| report.ended).max();
    assert_eq!(Some(shown.end), ends);
    let next = reduce(&state, set(ParameterId::Instances, 30));
    assert!(matches!(next.runs[Side::C.index()], RunState::Done(_)));
    assert_eq!(next.requests().len(), 2, "A and B alone are run again");
    let next = settled(next);
    assert_eq!(digest(&next, Side::C), digest(&state, Side::C));
    let removed = after(&next, Action::Release(Side::C));
    assert_eq!(removed.scenario.machines(), [Side::A, Side::B, Side::C]);
    assert_eq!(digest(&removed, Side::C), digest(&next, Side::D), "D moves up");
}

#[test]
fn a_fork_is_made_at_the_time_that_is_shown_and_the_words_name_the_first_event() {
    let state = opened(Scenario::default());
    let half = Time(state.end().0 / 2);
    let state = reduce(&state, Action::Seek(half));
    let forked = after(&state, Action::Fork { from: Side::B, what: Intervention::Start(8) });
    assert_eq!(forked.playback.position, Position::At(half), "the clock stays");
    assert_eq!(digest(&forked, Side::B), digest(&state, Side::B), "the origin survives");
    let shown = forked.shown.clone().expect("shown");
    let [b, c] = [Side::B, Side::C].map(|side| shown.report(side).expect("there").clone());
    assert_eq!(digest_until(&b, Time(half.0 - 1)), digest_until(&c, Time(half.0 - 1)));
    assert_eq!((b.ready(), c.ready()), (12, 20));
    let words = shown.differences[0].say(Locale::English);
    assert!(words.starts_with("C is B until"), "{words}");
    assert!(words.contains("instance 13 is begun, in C alone"), "{words}");
    let korean = shown.differences[0].say(Locale::Korean);
    assert!(korean.contains("인스턴스 8개를 더 시작"), "{korean}");
    // A fork of the fork, from before its own change, is a fork of the origin.
    let early = reduce(&forked, Action::Seek(Time(half.0 / 2)));
    let twice = after(&early, Action::Fork { from: Side::C, what: Intervention::Cores(2) });
    assert_eq!(twice.scenario.changes(Side::D).len(), 1);
    assert_eq!(twice.scenario.origin(Side::D), Some(Side::B));
    // And from after it, of the fork.
    let late = reduce(&forked, Action::Seek(Time(half.0 + half.0 / 2)));
    let twice = after(&late, Action::Fork { from: Side::C, what: Intervention::Stop(3) });
    assert_eq!(twice.scenario.origin(Side::D), Some(Side::C));
    let d = twice.shown.as_ref().expect("shown").report(Side::D).expect("there").clone();
    let stopped = d.instances.iter().filter(|one| matches!(one.outcome, Outcome::Stopped(_)));
    assert_eq!(stopped.count(), 3);
    // The link of it is the same run anywhere.
    let again = decode(&encode(&twice.scenario)).expect("our own").scenario;
    let report = run(again.machine(Side::D).expect("it runs"));
    assert_eq!(report.digest, d.digest);
}

#[test]
fn what_a_link_says_of_a_held_machine_is_checked_like_everything_else() {
    let sealed =
        |fields: &str| format!("#/lab?{fields}&c={:08x}", crc32fast::hash(fields.as_bytes()));
    for wrong in ["c.n=3", "c.held=off", "b.held=on", "a.n=3", "c.held=on&c.fork=start.0.5"] {
        let found = decode(&sealed(&format!("v=2&{wrong}"))).expect("sound");
        assert_eq!(found.problems.len(), 1, "{wrong}");
    }
    let fine = decode(&sealed("v=2&c.held=on&c.n=900000")).expect("sound").scenario;
    assert!(!fine.can_run(), "too many is a problem of C as of any other");
    assert!(fine.problems().iter().all(|problem| problem.side == Some(Side::C)));
    let endless = sealed("v=2&c.held=on&c.fork=start.8.99999999999999999999");
    assert_eq!(decode(&endless).expect("sound").problems.len(), 1);
}
