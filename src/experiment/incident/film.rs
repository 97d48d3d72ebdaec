//! Who falls and when each is back; or who is held, for which there is no later.
//!
//! What fell lies there through the first of the waits, in which nobody does anything about it yet;
//! through the others it waits for what it stands on. The one decision to question is that what
//! never comes back goes on waiting.

use super::recovery::Recovery;
use super::{Kind, Mechanism, Run};
use crate::experiment::film::{Film, Life, Lot};
use crate::experiment::restart;
use crate::model::Containment;
use crate::units::Time;

pub(super) fn film(run: &Run, graph: &Containment) -> Film {
    let layer = run.setting.layer;
    let node = graph.node(layer);
    let up = Life::new(0, Lot::Up);
    let mut film = Film {
        hosts: vec![up.clone()],
        instances: vec![up; run.machine.instances as usize],
        struck: node.map(|_| layer),
        ..Film::default()
    };
    match (node, run.setting.kind) {
        (Some(node), Kind::Takeover) => hold(&mut film, graph, node),
        (Some(node), Kind::Crash) => fall(&mut film, run, &graph.fallen(node)),
        (None, _) => {}
    }
    film
}

/// It is so from the beginning, and stays so.
fn hold(film: &mut Film, graph: &Containment, node: u32) {
    let held = graph.held(node);
    let host = held.get(graph.host() as usize).copied().unwrap_or(false);
    let lives = film.instances.iter_mut().zip(held);
    for (life, _) in lives.filter(|(_, held)| *held) {
        *life = Life::new(0, Lot::Held);
    }
    if host {
        film.hosts[0] = Life::new(0, Lot::Held);
    }
}

fn fall(film: &mut Film, run: &Run, fallen: &[bool]) {
    let (Some(recovery), Some(restarts)) = (&run.recovery, &run.restarts) else { return };
    let report = restarts.report();
    let times = restart::ready_times(&report);
    let wait = recovery.wait();
    let back = |seconds: f64| Time::from_seconds(wait + seconds);
    let ready: Vec<Option<Time>> =
        times.iter().map(|time| time.map(|time| back(time.as_seconds()))).collect();
    let last = ready.iter().flatten().max().copied();
    film.ended = last.unwrap_or_else(|| back(report.ended.as_seconds()));
    let down = waits(recovery, Lot::Waiting);
    let lives = film.instances.iter_mut().zip(fallen).filter(|(_, falls)| **falls);
    for ((life, _), ready) in lives.zip(ready) {
        *life = down.clone();
        if let Some(ready) = ready {
            life.turn(Time::from_seconds(wait), 0, Lot::Starting);
            life.turn(ready, 0, Lot::Up);
        }
    }
    if recovery.waits.iter().any(|(on, _)| *on == Mechanism::HostReboot) {
        film.hosts[0] = waits(recovery, Lot::Starting);
        film.hosts[0].turn(Time::from_seconds(wait), 0, Lot::Up);
    }
}

/// A life through the waits: fallen in the first of them, and this in the others.
fn waits(recovery: &Recovery, then: Lot) -> Life {
    let mut life = Life::new(0, Lot::Fallen);
    if let [(_, first), _, ..] = recovery.waits[..] {
        life.turn(Time::from_seconds(first), 0, then);
    }
    life
}
