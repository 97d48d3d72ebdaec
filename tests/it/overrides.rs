//! Other values for constants: the run really uses them, and nothing is accepted without effect.

use proptest::prelude::*;
use strata::app::{Action, State, reduce};
use strata::catalog::{changeable, constant, constants};
use strata::experiment::Answer;
use strata::experiment::job::Job;
use strata::scenario::overrides::{OVERRIDES_MOST, bounds, key_of};
use strata::scenario::{
    Amount, Mode, PRESETS, ProblemKind, Remedy, Scenario, Side, file, link, preset,
};
use strata::text::{Locale, Say};

const PATH: &str = "platform.docker.start[1].cpu";

fn changed(scenario: &Scenario, path: &str, value: f64) -> Scenario {
    let mut changed = scenario.clone();
    changed.set_constant(path, Some(value));
    changed
}

fn answer(scenario: &Scenario, side: Side) -> Answer {
    let machine = scenario.machine(side).expect("a sound scenario");
    let mut job = Job::new(machine, scenario.question(side));
    while !job.advance(100_000) {}
    job.answer()
}

fn some_path(prefix: &str) -> String {
    let found = constants().into_iter().find(|of| of.path.starts_with(prefix));
    found.map(|of| of.path).expect("a constant with this beginning")
}

#[test]
fn a_run_really_uses_the_other_value_and_only_where_it_belongs() {
    let scenario = Scenario::default();
    let path = some_path("platform.docker.start[");
    let typical = constant(&path).expect("it is listed").value.typical;
    let other = changed(&scenario, &path, typical * 5.0);
    assert_eq!(answer(&scenario, Side::A), answer(&other, Side::A), "the VMs have no use for it");
    assert_ne!(answer(&scenario, Side::B).figures, answer(&other, Side::B).figures);
    assert!(other.reads_constant(Side::B, &path) && !other.reads_constant(Side::A, &path));
    // The catalogue's own value, said in so many words, changes nothing at all.
    let same = changed(&scenario, &path, typical);
    assert_eq!(answer(&scenario, Side::B), answer(&same, Side::B));
}

#[test]
fn constants_of_every_family_change_an_answer() {
    for (mode, path, factor) in [
        (Mode::Compare, "host.server.speed", 0.5),
        (Mode::Compare, "guest.ubuntu.kernel_cpu", 2.0),
        (Mode::Compare, "image.nginx.start_cpu", 3.0),
        (Mode::Throughput, "operation.native.call", 5.0),
        (Mode::Throughput, "workload.nginx.user", 3.0),
        (Mode::Pressure, "scarcity.request_cpu", 2.0),
        (Mode::Mobility, "mobility.stop_container", 3.0),
        (Mode::Maintenance, "upkeep.kernel_install", 3.0),
    ] {
        let scenario = Scenario { mode, instances: 4, ..Scenario::default() };
        let typical = constant(path).unwrap_or_else(|| panic!("{path} is listed")).value.typical;
        let other = changed(&scenario, path, typical * factor);
        assert_eq!(other.problems(), vec![], "{path}");
        let sides = Side::BOTH.map(|side| {
            let differs = answer(&scenario, side).figures != answer(&other, side).figures;
            assert!(!differs || other.reads_constant(side, path), "{path} {side:?}");
            differs
        });
        assert!(sides.contains(&true), "{path} changes nothing");
    }
}

#[test]
fn links_files_and_undo_carry_a_changed_constant() {
    let scenario = changed(&Scenario::default(), PATH, 0.1);
    let written = link::encode(&scenario);
    assert!(written.contains("constant.platform.docker.start.1.cpu=0.1"), "{written}");
    let read = link::decode(&written).expect("our own link");
    assert_eq!((read.scenario, read.problems), (scenario.clone(), vec![]));
    let text = format!("constant.{PATH} = 0.1\n");
    assert_eq!(file::read(&text), Ok(scenario.clone()));
    let mut rebuilt = Scenario::default();
    for (key, value) in scenario.fields() {
        rebuilt.set_field(&key, &strata::scenario::field::format_value(&value)).expect("a field");
    }
    assert_eq!(rebuilt, scenario);

    let state = State::default();
    let set = Action::SetConstant { path: PATH.to_owned(), value: Some(0.1) };
    let after = reduce(&state, set);
    assert_eq!(after.scenario, scenario);
    assert_eq!(reduce(&after, Action::Undo).scenario, Scenario::default());
    assert_eq!(reduce(&after, Action::ResetConstants).scenario, Scenario::default());
}

#[test]
fn what_cannot_be_a_value_is_told_with_a_remedy() {
    let kind = |path: &str, value: f64| {
        let scenario = changed(&Scenario::default(), path, value);
        let problems = scenario.problems();
        assert_eq!(problems.len(), 1, "{path} = {value}");
        assert!(!scenario.can_run());
        for locale in [Locale::English, Locale::Korean] {
            assert!(problems[0].say(locale).contains(path));
            assert!(!problems[0].remedy.as_ref().expect("one thing to try").say(locale).is_empty());
        }
        let mut cured = scenario.clone();
        if let Some(Remedy::Constant { path, value }) = &problems[0].remedy {
            cured.set_constant(path, value.map(|value| value.0));
        }
        assert_eq!(cured.problems(), vec![], "{path} = {value}");
        problems[0].kind.clone()
    };
    assert!(matches!(kind("platform.lxd.wakeup", 1.0), ProblemKind::UnknownConstant { .. }));
    let surface = some_path("surface.");
    assert!(matches!(kind(&surface, 1.0), ProblemKind::FixedConstant { .. }));
    for value in [-1.0, f64::NAN, f64::INFINITY, 1e9] {
        assert!(matches!(kind(PATH, value), ProblemKind::ConstantOutOfRange { .. }), "{value}");
    }
    let mut crowded = Scenario::default();
    for of in constants().iter().filter(|of| changeable(&of.path)).take(OVERRIDES_MOST + 1) {
        crowded.set_constant(&of.path, Some(of.value.typical));
    }
    let problems = crowded.problems();
    assert!(matches!(problems[..], [ref one] if one.kind
        == ProblemKind::TooManyConstants { most: OVERRIDES_MOST as u64 }));
    let unfit = Scenario::default().set_field(&key_of(PATH), "much").expect_err("no number");
    assert!(matches!(unfit, link::FieldProblem::UnknownValue { .. }));
}

#[test]
fn the_fullest_scenario_still_fits_in_a_link() {
    let mut paths: Vec<String> = constants().into_iter().map(|of| of.path).collect();
    paths.sort_by_key(|path| core::cmp::Reverse(path.len()));
    for row in PRESETS {
        let mut scenario = row.scenario();
        for path in paths.iter().take(OVERRIDES_MOST) {
            scenario.set_constant(path, Some(0.123_456_789));
        }
        let written = link::encode(&scenario);
        assert!(written.len() <= link::LENGTH_MOST, "{} bytes", written.len());
        assert_eq!(link::decode(&written).expect("our own link").scenario, scenario);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// The ends of what is allowed, and anything between, give a run that ends.
    #[test]
    fn a_run_survives_every_value_that_is_allowed(
        row in 0..PRESETS.len(), which in any::<prop::sample::Index>(), part in 0.0..=1.0_f64,
        ends in 0..3_u8,
    ) {
        let mut scenario = PRESETS[row].scenario();
        scenario.instances = scenario.instances.min(20);
        scenario.fill_most = scenario.fill_most.min(200);
        let all: Vec<_> = constants().into_iter()
            .filter(|of| Side::BOTH.iter().any(|&side| scenario.reads_constant(side, &of.path)))
            .collect();
        if all.is_empty() {
            return Ok(());
        }
        let of = which.get(&all);
        let [low, high] = bounds(of);
        let value = match ends { 0 => low, 1 => high, _ => low + (high - low) * part };
        scenario.set_constant(&of.path, Some(value));
        for side in Side::BOTH {
            let Ok(machine) = scenario.machine(side) else { continue };
            let mut job = Job::new(machine, scenario.question(side));
            for _ in 0..200 {
                if job.advance(10_000) { break }
            }
            for figure in job.answer().figures {
                prop_assert!(!figure.value.is_nan(), "{} = {value}: {figure:?}", of.path);
            }
        }
    }
}

#[test]
fn a_preset_has_no_changed_constants() {
    assert!(PRESETS.iter().all(|row| row.scenario().overrides.is_empty()));
    assert!(preset("default").is_some());
    assert_eq!(Amount(0.1).to_string(), "0.1");
}
