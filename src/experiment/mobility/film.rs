//! Who is where when, and what part of its memory is there before it.
//!
//! A stage says how the instance fares while it lasts, whoever it is; the run says when each came
//! to it. The one decision to question is the instance that starts anew: nothing of it stands still
//! meanwhile, it stops and waits, and where the new one starts first, that is a life of its own.

use super::moving::{Mark, Moving};
use super::quantity::Mechanism;
use super::story::Stage;
use crate::experiment::film::{Film, Life, Lot};

/// The host that is left, and the one that is moved to.
const SOURCE: u8 = 0;
const TARGET: u8 = 1;

/// Where it is and how it fares.
type Place = (u8, Lot);

/// A stage, for the instance that moves and for the new one that starts before it has stopped.
#[derive(Clone, Copy)]
struct Scene {
    own: Place,
    new: Place,
}

pub(super) fn film(moving: &Moving) -> Film {
    let scenes = scenes(&moving.stages);
    let count = moving.ones.len();
    let mut own = vec![Life::new(SOURCE, Lot::Up); count];
    let mut new = vec![Life::new(TARGET, Lot::Absent); count];
    let mut sending = vec![false; count];
    for mark in &moving.marks {
        let (number, scene) = (mark.number as usize, scenes[mark.stage as usize]);
        own[number].turn(mark.at, scene.own.0, scene.own.1);
        new[number].turn(mark.at, scene.new.0, scene.new.1);
        copy(moving, mark, &mut own[number], &mut sending[number]);
    }
    if starts_first(&moving.stages) {
        own.append(&mut new);
    }
    Film {
        ended: moving.now(),
        hosts: vec![Life::new(SOURCE, Lot::Up), Life::new(TARGET, Lot::Up)],
        instances: own,
        ..Film::default()
    }
}

/// What is there when an instance comes to a stage: all that was sent until then, and when it is
/// seen what has been written meanwhile, less.
fn copy(moving: &Moving, mark: &Mark, life: &mut Life, sending: &mut bool) {
    let all = moving.memory.as_f64();
    if core::mem::take(sending) {
        life.copied.push((mark.at, 1.0));
    }
    let there = match moving.stages.get(mark.stage as usize) {
        Some(Stage::Rounds | Stage::Rest) if all > 0.0 => (1.0 - mark.missing / all).max(0.0),
        Some(Stage::Send { what: Mechanism::CopyingMemory, .. }) => 0.0,
        _ => return,
    };
    life.copied.push((mark.at, there));
    *sending = true;
}

fn starts_first(stages: &[Stage]) -> bool {
    let place = |wanted: Stage| stages.iter().position(|stage| *stage == wanted);
    place(Stage::Start).is_some_and(|starts| Some(starts) < place(Stage::Stop))
}

/// How it is in each stage, and after the last.
fn scenes(stages: &[Stage]) -> Vec<Scene> {
    let beside = starts_first(stages);
    let mut own = (SOURCE, Lot::Up);
    let mut new = (TARGET, Lot::Absent);
    let mut answers = true;
    let mut scenes = Vec::with_capacity(stages.len() + 1);
    for stage in stages {
        match stage {
            Stage::Start if beside => (own, new) = ((SOURCE, Lot::Up), (TARGET, Lot::Starting)),
            Stage::Answer if beside => new = (TARGET, Lot::Up),
            Stage::Stop if beside => {}
            Stage::Start => own = (TARGET, Lot::Starting),
            Stage::Answer => (own, answers) = ((TARGET, Lot::Up), true),
            Stage::Stop => (own, answers) = ((SOURCE, Lot::Still), false),
            Stage::Wait { what: Mechanism::Stopping, .. } => own = (SOURCE, Lot::Stopping),
            Stage::Begin | Stage::End if answers => {}
            _ if answers => own = (SOURCE, Lot::Copied),
            // Of one that has stopped nothing is left, and where it is to start it is awaited.
            _ if matches!(own.1, Lot::Stopping | Lot::Waiting) => own = (TARGET, Lot::Waiting),
            // Its processes are set up where the new one has started.
            _ => own = (own.0, Lot::Still),
        }
        scenes.push(Scene { own, new });
    }
    if beside {
        own = (SOURCE, Lot::Absent);
    }
    scenes.push(Scene { own, new });
    scenes
}
