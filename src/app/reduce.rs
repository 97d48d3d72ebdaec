//! The reducer: the next state from a state and an action, and nothing else.

use std::rc::Rc;

use super::{
    Action, Answered, Comparison, Dialog, Guide, Motion, NOTICES_MOST, Notice, Page, Position,
    Reply, RunState, Selection, State, Told,
};
use crate::model::{Change, Intervention};
use crate::scenario::link::{self, LinkError};
use crate::scenario::{
    Mode, PRESETS, ParameterId, PresetId, Remedy, Scenario, Scope, Side, Value, parameter,
};
use crate::units::Time;

/// The state after an action.
#[must_use]
pub fn reduce(state: &State, action: Action) -> State {
    let mut next = state.clone();
    next.apply(action);
    next
}

impl State {
    fn apply(&mut self, action: Action) {
        if self.is_veiled() && action.is_of_the_clock() {
            return;
        }
        let end = self.end();
        match action {
            Action::Set { side, parameter, value }
            | Action::Apply(Remedy::Set { side, parameter, value }) => {
                self.assign(side, parameter, value.as_ref(), true);
            }
            Action::SetConstant { path, value } => {
                self.change(|scenario| scenario.set_constant(&path, value));
            }
            Action::Apply(Remedy::Constant { path, value }) => {
                self.change(|scenario| scenario.set_constant(&path, value.map(|value| value.0)));
            }
            Action::ResetConstants => self.change(|scenario| scenario.overrides.clear()),
            Action::Drag { side, parameter, value } => {
                self.assign(side, parameter, Some(&value), false);
            }
            Action::EndGesture => self.history.end_gesture(),
            Action::OpenPreset(id) => self.open(preset_scenario(id)),
            Action::OpenScenario(scenario) => self.open(*scenario),
            Action::OpenLink(fragment) => self.open_link(&fragment),
            Action::SwapSides => self.exchange(Side::A),
            Action::Exchange(side) => self.exchange(side),
            Action::Pin { from, to } => self.pin(from, to),
            Action::Release(side) => self.change(|scenario| scenario.release(side)),
            Action::Fork { from, what } => self.fork(from, what),
            Action::CopySide(side) => self.change(|scenario| {
                scenario.sides[side.other().index()] = scenario.side(side).clone();
            }),
            Action::Reset => self.change(|scenario| *scenario = Scenario::default()),
            Action::Undo => {
                let before = self.history.undo(&self.scenario);
                self.replace(before);
            }
            Action::Redo => {
                let after = self.history.redo(&self.scenario);
                self.replace(after);
            }
            Action::Pause => self.playback.playing = false,
            Action::TogglePlay if self.playback.playing => self.playback.playing = false,
            Action::Play | Action::TogglePlay => self.playback.play(end),
            Action::Tick(elapsed) => self.playback.tick(elapsed, end),
            Action::Seek(time) => self.playback.go(time, end),
            Action::StepForward => self.step(Comparison::next_event, Answered::next),
            Action::StepBack => self.step(Comparison::previous_event, Answered::previous),
            Action::ToBeginning => self.playback.go(Time::ZERO, end),
            Action::ToEnd => self.playback.go(end, end),
            Action::SetSpeed(speed) => self.playback.speed = speed,
            Action::SetMotion(motion) => self.set_motion(motion),
            Action::Replied(reply) => self.replied(reply),
            Action::Told(told) => self.told(*told),
            Action::Select(selection) => self.selection = selection,
            Action::SetLocale(locale) => self.locale = locale,
            Action::SetTheme(theme) => self.theme = theme,
            Action::Present(on) => self.present(on),
            Action::Lead(lead) => self.lead(lead),
            Action::OpenDialog(dialog) => {
                self.playback.playing = false;
                self.dialog = Some(dialog);
                if let Dialog::Inside { side, instance } = dialog {
                    self.selection = Selection::Instance { side, instance };
                }
            }
            Action::CloseDialog => self.dialog = None,
            Action::StorageFailed(problem) => self.notify(Notice::Storage(problem)),
            Action::Dismiss(position) => {
                if position < self.notices.len() {
                    self.notices.remove(position);
                }
            }
        }
    }

    /// Before a room the clock stands at the beginning, so that the end is not given away.
    fn present(&mut self, on: bool) {
        self.frame.presenting = on;
        self.playback.playing = false;
        if on {
            self.page = Page::Lab;
            self.dialog = None;
            self.playback.position = Position::At(Time::ZERO);
        }
    }

    /// Sets a parameter; `whole` ends the gesture that it may be a part of.
    fn assign(&mut self, side: Side, id: ParameterId, value: Option<&Value>, whole: bool) {
        let row = parameter(id);
        let side = if row.scope == Scope::Common { Side::A } else { side };
        let mut scenario = self.scenario.clone();
        match value {
            Some(value) if !row.set(&mut scenario, side, value) => return,
            Some(_) => {}
            None => row.reset(&mut scenario, side),
        }
        if id == ParameterId::Platform {
            scenario.settle(side);
        }
        if scenario != self.scenario {
            self.history.keep(&self.scenario, Some((side, id)));
            // Another question opens as the page does: resting at the end.
            if id == ParameterId::Mode
                && !(scenario.mode.is_start() && self.scenario.mode.is_start())
            {
                self.playback.playing = false;
                self.playback.position = Position::End;
            }
            self.replace(Some(scenario));
        }
        if whole {
            self.history.end_gesture();
        }
    }

    /// Changes the scenario in one step of undo.
    fn change(&mut self, change: impl FnOnce(&mut Scenario)) {
        let mut scenario = self.scenario.clone();
        change(&mut scenario);
        if scenario != self.scenario {
            self.history.keep(&self.scenario, None);
            self.replace(Some(scenario));
        }
    }

    fn exchange(&mut self, side: Side) {
        self.change(|scenario| {
            scenario.exchange(side);
        });
    }

    /// What cannot run is not held: nothing could mend it any more.
    fn pin(&mut self, from: Side, to: Side) {
        if self.scenario.machine(from).is_ok() {
            self.change(|scenario| {
                scenario.pin(from, to);
            });
        }
    }

    /// Forks at the time that the page shows, if what it shows is what is asked for. The clock
    /// stays there, at rest.
    fn fork(&mut self, from: Side, what: Intervention) {
        if self.scenario.mode == Mode::Compare && !self.is_stale() {
            let at = self.time();
            self.change(|scenario| {
                scenario.fork(from, Change { at, what });
            });
            self.playback.playing = false;
            self.playback.position = Position::At(at);
        }
    }

    /// Opens another scenario, as the page opens: resting at the end.
    pub(super) fn open(&mut self, scenario: Scenario) {
        self.change(|now| *now = scenario);
        let end = self.end();
        self.playback.go(end, end);
    }

    /// Goes where an address leads: to another page, which leaves the scenario alone, or to the
    /// scenario of a link.
    fn open_link(&mut self, fragment: &str) {
        self.dialog = None;
        if let Some(guide) = Guide::from_fragment(fragment) {
            self.follow(guide);
            return;
        }
        if let Some((page, place)) = Page::from_fragment(fragment) {
            (self.page, self.place, self.lesson) = (page, place, None);
            self.playback.playing = false;
            if let Some(own) = self.own.take() {
                self.open(Rc::unwrap_or_clone(own));
            }
            return;
        }
        self.page = Page::Lab;
        self.left = self.lesson.take().or(self.left.take());
        self.own = None;
        self.notices.retain(|notice| !matches!(notice, Notice::Link(_) | Notice::LinkFields(_)));
        match link::decode(fragment) {
            Ok(decoded) => {
                if !decoded.problems.is_empty() {
                    self.notify(Notice::LinkFields(decoded.problems));
                }
                self.open(decoded.scenario);
            }
            Err(LinkError::Empty) => self.open(Scenario::default()),
            Err(error) => {
                self.notify(Notice::Link(error));
                self.open(Scenario::default());
            }
        }
    }

    /// Puts another scenario in place and leaves the clock alone.
    fn replace(&mut self, scenario: Option<Scenario>) {
        if let Some(scenario) = scenario {
            self.scenario = scenario;
            // What another question has to show is another scene.
            self.playback.playing &= self.scenario.mode.is_start();
            self.begin_generation();
        }
    }

    fn step(&mut self, instant: fn(&Comparison, Time) -> Time, scene: fn(&Answered, Time) -> Time) {
        let (now, end) = (self.time(), self.end());
        if let (Some(shown), true) = (&self.shown, self.scenario.mode.is_start()) {
            self.playback.go(instant(shown, now), end);
        } else if let Some(answered) = self.answers() {
            let to = scene(answered, now);
            self.playback.go(to, end);
        }
    }

    fn set_motion(&mut self, motion: Motion) {
        self.playback.motion = motion;
        if motion == Motion::Reduced && self.playback.playing {
            let end = self.end();
            self.playback.go(end, end);
        }
    }

    fn replied(&mut self, reply: Reply) {
        if reply.generation() != self.generation {
            return;
        }
        match reply {
            Reply::Progress { side, progress, .. } => {
                if matches!(self.runs[side.index()], RunState::Running(_)) {
                    self.runs[side.index()] = RunState::Running(progress);
                }
            }
            Reply::Done { side, report, .. } => {
                self.runs[side.index()] = RunState::Done(Rc::new(*report));
                self.show();
            }
            Reply::Fraction { side, fraction, .. } => {
                if matches!(self.runs[side.index()], RunState::Asking(_)) {
                    self.runs[side.index()] = RunState::Asking(fraction);
                }
            }
            // Whoever serves the question keeps the answer, and says what is to be said of it.
            Reply::Answered { .. } => {}
            Reply::Failed { side, .. } => {
                self.runs[side.index()] = RunState::Failed;
                self.notify(Notice::RunFailed(side));
            }
        }
    }

    /// Shows the comparison if both of its runs are done.
    fn show(&mut self) {
        let done = |side: &Side| match &self.runs[side.index()] {
            RunState::Done(report) => Some((*side, Rc::clone(report))),
            _ => None,
        };
        let machines: Option<Vec<_>> = self.scenario.machines().iter().map(done).collect();
        let Some(mut machines) = machines else { return };
        let more = machines.split_off(Side::BOTH.len());
        let [(_, a), (_, b)] = &machines[..] else { return };
        let both = [Rc::clone(a), Rc::clone(b)];
        let comparison = Comparison::new(self.scenario.clone(), both, more);
        if let Selection::Instance { side, instance } = self.selection
            && comparison.report(side).is_none_or(|report| instance >= report.host_holder())
        {
            self.selection = Selection::Nothing;
        }
        self.playback.settle(comparison.end);
        self.shown = Some(Rc::new(comparison));
    }

    /// Shows what is said of both answers.
    fn told(&mut self, told: Told) {
        if told.generation != self.generation {
            return;
        }
        for side in Side::BOTH {
            self.runs[side.index()] = RunState::Answered;
        }
        let answered = Answered { scenario: self.scenario.clone(), told };
        self.playback.settle(answered.end());
        if let (Some(rest), Position::End) = (answered.told.rest, self.playback.position) {
            self.playback.position = Position::At(rest);
        }
        self.answered = Some(Rc::new(answered));
    }

    fn notify(&mut self, notice: Notice) {
        self.notices.retain(|standing| *standing != notice);
        self.notices.push(notice);
        if self.notices.len() > NOTICES_MOST {
            self.notices.remove(0);
        }
    }
}

fn preset_scenario(id: PresetId) -> Scenario {
    let preset = PRESETS.iter().find(|preset| preset.id == id);
    preset.map_or_else(Scenario::default, super::super::scenario::Preset::scenario)
}
