//! Whole sessions without a browser: what the page does, step by step.

use std::rc::Rc;

use strata::app::{
    Action, Dialog, Driver, Lead, Locale, Motion, Notice, Page, Position, Reply, Request, RunState,
    SPEEDS, Selection, Speed, State, StorageProblem, Theme, Told, UNDO_MOST, Verdict, reduce,
};
use strata::catalog::Phase;
use strata::experiment::Progress;
use strata::model::{Intervention, Owner};
use strata::scenario::link::{LinkError, encode};
use strata::scenario::{PARAMETERS, PRESETS, ParameterId, PresetId, Scenario, Side, Value};
use strata::units::{Span, Time};

use crate::ask::{opened, settled, value};

fn set(parameter: ParameterId, number: u64) -> Action {
    Action::Set { side: Side::A, parameter, value: Some(Value::Number(number)) }
}

fn drag(parameter: ParameterId, number: u64) -> Action {
    Action::Drag { side: Side::A, parameter, value: Value::Number(number) }
}

fn choose(side: Side, parameter: ParameterId, id: &str) -> Action {
    Action::Set { side, parameter, value: Some(Value::choice(id)) }
}

/// Actions one after the other, each with the runs that it causes.
fn session(mut state: State, actions: impl IntoIterator<Item = Action>) -> State {
    for action in actions {
        let generation = state.generation;
        state = reduce(&state, action);
        if state.generation != generation {
            state = settled(state);
        }
    }
    state
}

fn milliseconds(count: u64) -> Action {
    Action::Tick(Span::milliseconds(count))
}

#[test]
fn the_page_opens_paused_on_a_finished_picture() {
    let state = opened(Scenario::default());
    let shown = state.shown.as_ref().expect("both runs are done");
    assert!(!state.playback.playing && !state.is_stale());
    assert_eq!((state.playback.position, state.time()), (Position::End, shown.end));
    assert_eq!(shown.end, shown.reports[0].ended.max(shown.reports[1].ended));
    assert!(shown.reports.iter().all(|report| report.ready() == 12));
    assert!(
        matches!(shown.headline.verdict, Verdict::Sooner { side: Side::B, ratio } if ratio > 2.0)
    );
    assert_eq!(shown.headline.sides.map(|facts| facts.kernels), [13, 1]);
}

#[test]
fn the_first_play_begins_at_the_beginning_and_takes_about_ten_seconds() {
    let mut state = session(opened(Scenario::default()), [Action::Play]);
    assert!(state.playback.playing);
    assert_eq!(state.time(), Time::ZERO);
    let mut frames = 0;
    while state.playback.playing {
        let before = state.time();
        state = session(state, [milliseconds(20)]);
        assert!(state.time() > before);
        frames += 1;
    }
    assert!((495..=505).contains(&frames), "{frames} frames of 20 ms");
    assert_eq!(state.playback.position, Position::End);
}

#[test]
fn real_time_is_real_time_and_a_hidden_page_does_not_jump() {
    let at_real = [Action::SetSpeed(Speed::Real(1000)), Action::Play, milliseconds(100)];
    let state = session(opened(Scenario::default()), at_real);
    assert_eq!(state.time(), Time::from_seconds(0.1));
    let state = session(state, [milliseconds(60_000)]);
    assert_eq!(state.time(), Time::from_seconds(0.35), "an hour behind another tab is not played");
    let state = session(state, [Action::TogglePlay, milliseconds(100), Action::TogglePlay]);
    assert!(state.playback.playing);
    assert_eq!(state.time(), Time::from_seconds(0.35), "a paused clock stands");
}

#[test]
fn with_reduced_motion_to_play_is_to_see_the_end() {
    let calm = [Action::SetMotion(Motion::Reduced), Action::ToBeginning, Action::Play];
    let state = session(opened(Scenario::default()), calm);
    assert_eq!((state.playback.playing, state.playback.position), (false, Position::End));
    let running = [Action::SetMotion(Motion::Full), Action::Play, milliseconds(20)];
    let state = session(state, running);
    assert!(state.playback.playing);
    let state = session(state, [Action::SetMotion(Motion::Reduced)]);
    assert_eq!((state.playback.playing, state.time()), (false, state.end()));
}

#[test]
fn steps_visit_every_event_of_either_machine_and_lead_back() {
    let mut state = session(opened(Scenario::default()), [Action::ToBeginning]);
    let shown = Rc::clone(state.shown.as_ref().expect("both runs are done"));
    let mut instants: Vec<Time> = shown
        .reports
        .iter()
        .flat_map(|report| report.spans.iter().flat_map(|span| [span.begin, span.end]))
        .filter(|&time| time > Time::ZERO)
        .collect();
    instants.push(shown.end);
    instants.sort();
    instants.dedup();
    for &instant in &instants {
        state = session(state, [Action::StepForward]);
        assert_eq!(state.time(), instant);
    }
    assert_eq!(state.playback.position, Position::End);
    for &instant in instants.iter().rev().skip(1) {
        state = session(state, [Action::StepBack]);
        assert_eq!(state.time(), instant);
    }
    state = session(state, [Action::StepBack, Action::StepBack]);
    assert_eq!(state.time(), Time::ZERO);
}

#[test]
fn undo_and_redo_change_the_scenario_and_leave_the_clock_alone() {
    let half = Time::from_seconds(0.2);
    let edits = [set(ParameterId::Instances, 20), Action::Seek(half), Action::Play];
    let edited = session(opened(Scenario::default()), edits);
    let undone = session(edited.clone(), [Action::Undo]);
    assert_eq!(undone.scenario, Scenario::default());
    assert_eq!(undone.playback, edited.playback);
    assert_eq!(undone.shown.as_ref().expect("shown").reports[0].instances.len(), 12);
    let redone = session(undone, [Action::Redo]);
    assert_eq!((redone.scenario.instances, redone.playback), (20, edited.playback));
    assert!(redone.history.can_undo() && !redone.history.can_redo());
}

#[test]
fn a_drag_is_one_step_of_undo() {
    let moves = (13..60).map(|many| drag(ParameterId::Instances, many));
    let state = session(opened(Scenario::default()), moves);
    let state = session(state, [set(ParameterId::Instances, 60), drag(ParameterId::Instances, 61)]);
    assert_eq!(state.scenario.instances, 61);
    let state = session(state, [Action::Undo]);
    assert_eq!(state.scenario.instances, 60, "a new gesture after the control was let go");
    let state = session(state, [Action::Undo]);
    assert_eq!(state.scenario, Scenario::default());
    assert!(!state.history.can_undo());
}

#[test]
fn what_changes_nothing_is_no_step_and_no_run() {
    let state = opened(Scenario::default());
    let nothing = [
        set(ParameterId::Instances, 12),
        Action::Reset,
        Action::OpenPreset(PresetId::Default),
        Action::OpenLink(String::new()),
        choose(Side::A, ParameterId::Instances, "many"),
        Action::Undo,
        Action::Redo,
    ];
    let after = session(state.clone(), nothing);
    assert_eq!((after.generation, &after.history), (state.generation, &state.history));
}

#[test]
fn a_hundred_steps_can_be_undone_and_no_more() {
    let edits = (1..=300).map(|many| set(ParameterId::Instances, many));
    let mut state = edits.fold(State::default(), |state, action| reduce(&state, action));
    let mut steps = 0;
    while state.history.can_undo() {
        state = reduce(&state, Action::Undo);
        steps += 1;
    }
    assert_eq!((steps, state.scenario.instances), (UNDO_MOST, 200));
}

#[test]
fn a_scenario_with_problems_keeps_the_last_good_comparison() {
    let good = opened(Scenario::default());
    let bad = session(good.clone(), [set(ParameterId::Instances, 100_000)]);
    assert_eq!(bad.shown, good.shown);
    assert!(bad.is_stale());
    assert_eq!((bad.problems.len(), &bad.runs[0]), (1, &RunState::Idle));
    assert_eq!(bad.requests(), [Request::Cancel { generation: bad.generation }]);
    let remedy = bad.problems[0].remedy.clone().expect("one thing to try");
    let cured = session(bad, [Action::Apply(remedy)]);
    assert_eq!(cured.scenario.instances, 20_000);
    assert!(cured.problems.is_empty() && !cured.is_stale());
}

#[test]
fn windows_in_a_container_is_refused_before_the_users_eyes() {
    let windows = [choose(Side::B, ParameterId::Guest, "windows-core")];
    let state = session(opened(Scenario::default()), windows);
    assert_eq!(state.problems.len(), 1);
    let shown = state.shown.as_ref().expect("a refusal is a result");
    assert!(!state.is_stale());
    assert_eq!(shown.headline.verdict, Verdict::OnlyOne(Side::A));
    assert_eq!(shown.headline.sides[1].refused, 12);
}

#[test]
fn only_the_newest_scenario_is_answered() {
    let mut driver = Driver::new();
    let first = State::default();
    let second = reduce(&first, set(ParameterId::Instances, 3));
    for request in first.requests().into_iter().chain(second.requests()) {
        driver.request(request);
    }
    let late = first.requests().remove(0);
    driver.request(late);
    let replies = driver.work(u64::MAX);
    assert!(replies.iter().all(|reply| reply.generation() == second.generation));
    assert_eq!(replies.len(), 2);
    let old = Reply::Progress {
        generation: first.generation,
        side: Side::A,
        progress: Progress { ready: 7, ..Progress::default() },
    };
    assert_eq!(reduce(&second, Action::Replied(old)).runs, second.runs);
}

#[test]
fn a_long_run_is_made_in_slices_and_tells_how_far_it_is() {
    let mut state = State::new(Scenario { instances: 300, ..Scenario::default() });
    let mut driver = Driver::new();
    state.requests().into_iter().for_each(|request| driver.request(request));
    let mut slices = 0;
    while !driver.is_idle() {
        for reply in driver.work(500) {
            state = reduce(&state, Action::Replied(reply));
        }
        slices += 1;
        if let RunState::Running(progress) = &state.runs[0] {
            assert!(progress.ready <= progress.of && progress.of == 300);
            assert!(state.shown.is_none(), "half a comparison is never shown");
        }
    }
    assert!(slices > 5, "{slices}");
    assert_eq!(state.shown.expect("both are done").reports[1].ready(), 300);
}

#[test]
fn requests_and_replies_survive_the_border_to_a_worker() {
    let state = State::new(PRESETS[3].scenario());
    let mut worker = Driver::new();
    for request in state.requests() {
        let text = serde_json::to_string(&request).expect("a request is plain data");
        worker.request(serde_json::from_str(&text).expect("and comes back"));
    }
    let mut here = state.clone();
    for reply in worker.work(u64::MAX) {
        let text = serde_json::to_string(&reply).expect("a reply is plain data");
        here = reduce(&here, Action::Replied(serde_json::from_str(&text).expect("it comes back")));
    }
    let told = |state: &State| {
        // A number in JSON may lose its last bit, so the digests stand for the reports.
        let reports = &state.shown.as_ref().expect("both are done").reports;
        reports.each_ref().map(|report| (report.digest, report.spans.clone()))
    };
    assert_eq!(told(&here), told(&settled(state)));
}

#[test]
fn a_link_opens_the_same_comparison_with_the_same_digests() {
    let scenario = PRESETS.iter().find(|preset| preset.id == PresetId::BootStorm);
    let sent = opened(scenario.expect("a preset").scenario());
    let link = encode(&sent.scenario);
    let received = session(opened(Scenario::default()), [Action::OpenLink(link)]);
    let digests = |state: &State| {
        state.shown.as_ref().expect("shown").reports.clone().map(|report| report.digest)
    };
    assert_eq!(digests(&received), digests(&sent));
    assert!(received.notices.is_empty());
}

#[test]
fn a_damaged_link_opens_the_default_with_a_notice_that_can_be_dismissed() {
    let open = Action::OpenLink("#/lab?v=1&n=200&c=00000000".to_owned());
    let state = session(opened(PRESETS[1].scenario()), [open.clone(), open]);
    assert_eq!(state.scenario, Scenario::default());
    assert_eq!(state.notices, [Notice::Link(LinkError::Damaged)]);
    let state = session(state, [Action::Dismiss(3), Action::Dismiss(0)]);
    assert!(state.notices.is_empty());
    let state = session(state, [Action::Undo]);
    assert_eq!(state.scenario, PRESETS[1].scenario(), "nothing is lost by it");
}

#[test]
fn one_machine_is_made_like_the_other_to_vary_one_thing() {
    let state = session(opened(Scenario::default()), [Action::CopySide(Side::A)]);
    assert_eq!(state.scenario.sides[0], state.scenario.sides[1]);
    let shown = state.shown.as_ref().expect("shown");
    assert_eq!(shown.reports[0], shown.reports[1], "equal settings give equal results");
    assert_eq!(shown.headline.verdict, Verdict::Alike);
    let swapped = session(opened(Scenario::default()), [Action::SwapSides]);
    assert_eq!(swapped.scenario.sides[0].platform, "docker");
}

#[test]
fn another_platform_brings_its_guest_along() {
    let to_kata = choose(Side::A, ParameterId::Platform, "kata");
    let alpine = choose(Side::A, ParameterId::Guest, "alpine");
    let state = session(opened(Scenario::default()), [alpine, to_kata]);
    assert!(state.problems.is_empty());
    assert_eq!(state.scenario.guest(Side::A).map(|guest| guest.id), Some("kata"));
}

#[test]
fn a_selected_instance_that_is_gone_is_not_selected() {
    let select = Action::Select(Selection::Instance { side: Side::A, instance: 11 });
    let state = session(opened(Scenario::default()), [select, set(ParameterId::Instances, 12)]);
    assert_ne!(state.selection, Selection::Nothing);
    let state = session(state, [set(ParameterId::Instances, 11)]);
    assert_eq!(state.selection, Selection::Nothing);
}

#[test]
fn a_shorter_run_brings_a_clock_beyond_it_to_rest_at_its_end() {
    let state = session(opened(Scenario::default()), [Action::Seek(Time::from_seconds(3.0))]);
    let microvms = choose(Side::A, ParameterId::Platform, "firecracker");
    let state = session(state, [microvms]);
    assert_eq!((state.playback.position, state.time()), (Position::End, state.end()));
}

/// A small generator of our own: the fuzz must not depend on the one that is being fuzzed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.roll(of.len() as u64)).expect("a short list")]
    }

    fn either(&mut self, one: Action, other: Action) -> Action {
        if self.roll(2) == 0 { one } else { other }
    }

    fn edit(&mut self, state: &State) -> (Side, ParameterId, Value) {
        let (row, side) = (&self.pick(PARAMETERS), self.pick(&Side::BOTH));
        // Mostly numbers that run, now and then any number.
        let most = if self.roll(8) == 0 { u64::MAX } else { 100 };
        (side, row.id, value(row, &state.scenario, side, self.roll(most)))
    }

    fn action(&mut self, state: &State) -> Action {
        match self.roll(34) {
            0..=5 => {
                let (side, parameter, value) = self.edit(state);
                Action::Set { side, parameter, value: (self.roll(5) > 0).then_some(value) }
            }
            6 | 7 => {
                let (side, parameter, value) = self.edit(state);
                Action::Drag { side, parameter, value }
            }
            8 => Action::EndGesture,
            9 => match state.problems.first().and_then(|problem| problem.remedy.clone()) {
                Some(remedy) => Action::Apply(remedy),
                None => Action::OpenPreset(self.pick(PRESETS).id),
            },
            10 => Action::OpenScenario(Box::new(self.pick(PRESETS).scenario())),
            11 => {
                let link = encode(&state.scenario);
                let whole = self.roll(link.len() as u64 + 40);
                Action::OpenLink(
                    link.chars().take(usize::try_from(whole).expect("short")).collect(),
                )
            }
            12 => Action::SwapSides,
            13 => Action::CopySide(self.pick(&Side::BOTH)),
            14 => self.either(Action::Undo, Action::Reset),
            15 => Action::Redo,
            16 => Action::Play,
            17 => self.either(Action::Pause, Action::TogglePlay),
            18..=21 => Action::Tick(Span(self.roll(400_000_000_000))),
            22 => Action::Seek(Time(self.roll(state.end().0.saturating_mul(2).max(1)))),
            23 => Action::StepForward,
            24 => Action::StepBack,
            25 => self.either(Action::ToEnd, Action::ToBeginning),
            26 => Action::SetSpeed(self.pick(&SPEEDS)),
            27 => Action::SetMotion(self.pick(&[Motion::Full, Motion::Full, Motion::Reduced])),
            28 => Action::Select(self.pick(&[
                Selection::Nothing,
                Selection::Owner(Owner::Heap),
                Selection::Phase(Phase::Kernel),
                Selection::Instance { side: Side::B, instance: 3 },
            ])),
            29 => Action::Pin { from: self.pick(&Side::ALL), to: self.pick(&Side::HELD) },
            30 => Action::Release(self.pick(&Side::HELD)),
            31 => Action::Exchange(self.pick(&Side::ALL)),
            32 => {
                let what = [Intervention::Start(3), Intervention::Stop(2), Intervention::Cores(1)];
                Action::Fork { from: self.pick(&Side::ALL), what: self.pick(&what) }
            }
            _ => self.page_action(),
        }
    }

    fn page_action(&mut self) -> Action {
        match self.roll(5) {
            0 => Action::SetLocale(self.pick(&Locale::ALL)),
            1 => Action::SetTheme(self.pick(&[Theme::System, Theme::Light, Theme::Dark])),
            2 => self.either(Action::OpenDialog(Dialog::TakeAway), Action::CloseDialog),
            3 => Action::StorageFailed(StorageProblem::Full),
            _ => Action::Dismiss(usize::from(self.roll(2) == 0)),
        }
    }
}

fn check(before: &State, action: &Action, after: &State) {
    assert!(after.time() <= after.end(), "{action:?}");
    assert!(!after.playback.playing || after.time() < after.end(), "{action:?}");
    assert_eq!(after.problems, after.scenario.problems(), "{action:?}");
    assert!(after.notices.len() <= strata::app::NOTICES_MOST);
    assert!(after.generation >= before.generation);
    assert_eq!(after.generation == before.generation, after.scenario == before.scenario);
    if matches!(action, Action::Undo | Action::Redo) {
        assert_eq!(after.playback, before.playback, "undo leaves the clock alone");
    }
    let done = |side: &Side| matches!(after.runs[side.index()], RunState::Done(_));
    if let [RunState::Done(a), RunState::Done(b), ..] = &after.runs
        && after.scenario.machines().iter().all(done)
    {
        let shown = after.shown.as_ref().expect("two reports make a comparison");
        assert!(Rc::ptr_eq(a, &shown.reports[0]) && Rc::ptr_eq(b, &shown.reports[1]));
        assert_eq!(shown.scenario, after.scenario);
    }
}

#[test]
fn thousands_of_random_actions_never_panic_and_keep_the_page_whole() {
    let mut driver = Driver::new();
    for seed in 1..=6 {
        let mut dice = Dice(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(seed));
        let mut state = State::new(Scenario::default());
        // A page that is loaded anew begins with a driver of its own.
        driver.clone_from(&Driver::new());
        let mut requested = 0;
        for _ in 0..1500 {
            if requested != state.generation {
                requested = state.generation;
                state.requests().into_iter().for_each(|request| driver.request(request));
            }
            let action = match dice.roll(3) {
                0 => driver.work(2000).pop().map(Action::Replied),
                _ => None,
            };
            let action = action.unwrap_or_else(|| dice.action(&state));
            let next = reduce(&state, action.clone());
            check(&state, &action, &next);
            state = next;
        }
    }
}

#[test]
fn a_question_that_is_no_start_is_answered_on_both_sides_at_once_and_stops_the_clock() {
    let state = opened(Scenario::default());
    let state = session(state, [Action::ToBeginning, Action::Play]);
    assert!(state.playback.playing);
    let asked = reduce(&state, choose(Side::A, ParameterId::Mode, "mobility"));
    assert!(!asked.playback.playing && asked.answers().is_none());
    assert!(matches!(asked.runs, [RunState::Asking(_), RunState::Asking(_), ..]));
    let told = |state: &State, seconds: [f64; 2]| {
        let instants = seconds.map(Time::from_seconds).to_vec();
        let generation = state.generation;
        let headline = format!("what was heard {generation}");
        Action::Told(Box::new(Told {
            generation,
            headline,
            why: String::new(),
            instants,
            rest: None,
        }))
    };
    let answered = reduce(&asked, told(&asked, [1.0, 3.0]));
    let first = Rc::clone(answered.answers().expect("both sides have answered"));
    assert!(!answered.is_stale() && answered.end() == Time::from_seconds(3.0));
    assert_eq!(answered.time(), answered.end(), "a scene rests at its end as a start does");
    // Its clock is stepped through the instants of the scene.
    let back = session(answered.clone(), [Action::StepBack]);
    assert_eq!(back.time(), Time::from_seconds(1.0));
    assert_eq!(session(back, [Action::StepBack]).time(), Time::ZERO);
    // The old answers stay until both new ones are there, and what is late is not heard.
    let changed = reduce(&answered, set(ParameterId::Instances, 5));
    assert!(changed.is_stale() && Rc::ptr_eq(changed.answers().expect("still there"), &first));
    let late = reduce(&changed, told(&answered, [1.0, 9.0]));
    assert!(late.is_stale() && late.end() == first.end());
    let again = reduce(&changed, told(&changed, [0.5, 2.0]));
    assert!(!Rc::ptr_eq(again.answers().expect("the new ones"), &first) && !again.is_stale());
    // Where nothing is left to be seen at the end, the clock rests before.
    let passing = Told { generation: changed.generation, rest: Some(Time(7)), ..Told::default() };
    let passing = Told { instants: vec![Time(9)], ..passing };
    assert_eq!(reduce(&changed, Action::Told(Box::new(passing))).time(), Time(7));
    // Back at the starts, the comparison is shown again.
    let back = session(again, [choose(Side::A, ParameterId::Mode, "compare")]);
    assert!(back.answers().is_none() && !back.is_stale());
}

#[test]
fn a_page_beside_the_lab_has_an_address_and_leaves_the_scenario_alone() {
    let state = session(opened(Scenario::default()), [set(ParameterId::Instances, 7)]);
    let link = encode(&state.scenario);
    for page in Page::ALL.into_iter().filter(|page| *page != Page::Lab) {
        let there = reduce(&state, Action::OpenLink(page.fragment().to_owned()));
        assert_eq!((there.page, &there.scenario), (page, &state.scenario));
        assert!(there.notices.is_empty() && there.generation == state.generation);
        let back = reduce(&there, Action::OpenLink(link.clone()));
        assert_eq!((back.page, &back.scenario), (Page::Lab, &state.scenario));
    }
}

#[test]
fn before_a_room_the_clock_stands_at_the_beginning_and_nothing_is_in_the_way() {
    let opened = reduce(&State::default(), Action::OpenDialog(Dialog::TakeAway));
    let shown = reduce(&opened, Action::Present(true));
    assert!(shown.frame.presenting && shown.dialog.is_none());
    assert_eq!(shown.playback.position, Position::At(Time::ZERO));
    assert_eq!(shown.scenario, opened.scenario);
    assert!(!reduce(&shown, Action::Present(false)).frame.presenting);
}

#[test]
fn a_lesson_hides_results_until_they_are_revealed_and_gives_the_lab_back_as_it_was() {
    let own = session(opened(Scenario::default()), [set(ParameterId::Instances, 7)]);
    let lesson = reduce(&own, Action::OpenLink("#/learn/start-time/2".to_owned()));
    assert!(lesson.is_veiled() && lesson.wants_parts() && lesson.page == Page::Lab);
    let scenario = Box::new(Scenario { instances: 40, ..Scenario::default() });
    let scene = Action::Lead(Lead::Scene { scenario, veiled: true });
    let asked = reduce(&lesson, scene);
    assert_eq!((asked.scenario.instances, asked.time()), (40, Time::ZERO));
    // The clock gives nothing away before a prediction is made.
    let impatient = session(asked.clone(), [Action::ToEnd, Action::TogglePlay]);
    assert_eq!((impatient.time(), impatient.playback.playing), (Time::ZERO, false));
    let told = reduce(&asked, Action::Lead(Lead::Reveal));
    assert!(!told.is_veiled());
    // In the Lab the lesson is one step away, and elsewhere the Lab has its own again.
    let lab = reduce(&told, Action::OpenLink(encode(&told.scenario)));
    assert_eq!(lab.left.as_ref().map(|of| of.address.as_str()), Some("start-time/2"));
    assert_eq!((lab.scenario.instances, lab.lesson.is_none()), (40, true));
    let list = reduce(&told, Action::OpenLink("#/learn".to_owned()));
    assert_eq!((list.page, list.scenario.instances), (Page::Learn, 7));
    // Without a lesson nobody leads.
    let stray = reduce(&list, Action::Lead(Lead::Reveal));
    assert_eq!(stray.scenario, list.scenario);
}
