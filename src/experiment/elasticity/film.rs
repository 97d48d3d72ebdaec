//! Which instances are there when: those that an autoscaler adds start when it looks.
//!
//! What each is asked for and what is lost are curves of the answer already. The one decision to
//! question is that an instance for which there is no room waits to the end, as it does in the
//! queue of a scheduler.

use super::spike::Spike;
use super::{Run, Way};
use crate::experiment::film::{Film, Life, Lot};
use crate::units::Time;

pub(super) fn film(run: &Run, way: &Way) -> Film {
    let instances = match way {
        Way::Moving(_) => vec![Life::new(0, Lot::Up); run.machine.instances as usize],
        Way::Spike(spike) => spiking(spike, run.setting.duration),
    };
    Film {
        ended: Time::from_seconds(run.setting.duration),
        hosts: vec![Life::new(0, Lot::Up)],
        instances,
        ..Film::default()
    }
}

/// First those that are there, then the pool, then those that are added.
fn spiking(spike: &Spike, duration: f64) -> Vec<Life> {
    let mut lives = vec![Life::new(0, Lot::Up); (spike.base + spike.warm) as usize];
    let turned = |life: &mut Life, seconds: f64, lot| {
        if seconds < duration {
            life.turn(Time::from_seconds(seconds), 0, lot);
        }
    };
    for &after in &spike.ready {
        let mut life = Life::new(0, Lot::Absent);
        turned(&mut life, spike.looks, Lot::Starting);
        turned(&mut life, spike.looks + after, Lot::Up);
        lives.push(life);
    }
    for _ in 0..spike.missing() {
        let mut life = Life::new(0, Lot::Absent);
        turned(&mut life, spike.looks, Lot::Waiting);
        lives.push(life);
    }
    lives
}
