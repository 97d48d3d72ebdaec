//! Arbitrary scenarios and whole sessions, for the tests that ask for them.

use proptest::prelude::*;
use strata::app::{Action, Driver, State, reduce};
use strata::scenario::{Kind, PARAMETERS, Parameter, Scenario, Side, Value};

/// One arbitrary edit: which row, which side, and a number that decides on the value.
type Edit = (usize, bool, u64);

/// Scenarios as people and links may make them, valid or not.
pub fn any_scenario() -> impl Strategy<Value = Scenario> {
    let edits = prop::collection::vec((0..PARAMETERS.len(), any::<bool>(), number()), 0..40);
    edits.prop_map(|edits: Vec<Edit>| {
        let mut scenario = Scenario::default();
        for (row, second, number) in edits {
            let side = if second { Side::B } else { Side::A };
            let value = value(&PARAMETERS[row], &scenario, side, number);
            assert!(PARAMETERS[row].set(&mut scenario, side, &value));
        }
        scenario
    })
}

/// Small numbers, numbers near the ends of ranges, and any number at all.
fn number() -> impl Strategy<Value = u64> {
    prop_oneof![0_u64..40, 0_u64..100_000, any::<u64>()]
}

/// A value of the right kind; for a choice mostly one of the list.
pub fn value(row: &Parameter, scenario: &Scenario, side: Side, number: u64) -> Value {
    match row.kind {
        Kind::Optional(..) if number.is_multiple_of(3) => Value::Off,
        Kind::Number(_) | Kind::Optional(..) => Value::Number(number),
        Kind::Switch => Value::Switch(number.is_multiple_of(2)),
        Kind::Choice(list) => {
            // The disk formats of this platform may be none that fits, or the platform unknown.
            let ids = list(scenario, side);
            let place = usize::try_from(number % (ids.len() as u64 + 1)).expect("a short list");
            let invented = if row.key == "platform" || row.key == "guest" { "no-such" } else { "" };
            match ids.get(place) {
                Some(id) => Value::choice(id),
                None if invented.is_empty() => current(row, scenario, side),
                None => Value::choice(invented),
            }
        }
    }
}

fn current(row: &Parameter, scenario: &Scenario, side: Side) -> Value {
    match row.get(scenario, side) {
        Value::Off => Value::choice("layers"),
        value => value,
    }
}

/// Makes the runs that the state asks for.
pub fn settled(mut state: State) -> State {
    let mut driver = Driver::new();
    for request in state.requests() {
        driver.request(request);
    }
    while !driver.is_idle() {
        for reply in driver.work(100_000) {
            state = reduce(&state, Action::Replied(reply));
        }
    }
    state
}

/// The page as it stands when it has been opened and its runs are made.
pub fn opened(scenario: Scenario) -> State {
    settled(State::new(scenario))
}
