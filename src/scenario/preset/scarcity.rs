//! What the ready scenarios about pressure and elasticity differ in from the default.

use super::super::{Mode, Scenario, Side};
use super::platforms;
use crate::experiment::elasticity::Pattern;
use crate::experiment::pressure::Neighbour;
use crate::scenario::choice::pressure::Files;

/// Sixteen instances with more working set and guest systems than the server has memory for.
fn crowd(scenario: &mut Scenario) {
    scenario.mode = Mode::Pressure;
    scenario.instances = 16;
    scenario.swap = Some(32);
    scenario.pressure.working_set = 4608;
    scenario.side_mut(Side::A).memory_each = Some(6144);
}

/// Three times the demand, with equal sizes on both sides.
fn surge(scenario: &mut Scenario) {
    scenario.mode = Mode::Elasticity;
    scenario.instances = 3;
    scenario.elasticity.pattern = Pattern::Spike;
    scenario.elasticity.capped = true;
}

pub(super) fn pressure(scenario: &mut Scenario) {
    crowd(scenario);
}

pub(super) fn pressure_ample(scenario: &mut Scenario) {
    crowd(scenario);
    scenario.pressure.working_set = 1024;
}

pub(super) fn pressure_narrowed(scenario: &mut Scenario) {
    crowd(scenario);
    scenario.side_mut(Side::A).balloon = true;
    scenario.side_mut(Side::A).merging = Some(100_000);
}

pub(super) fn resize(scenario: &mut Scenario) {
    platforms(scenario, "qemu-kvm", "qemu-kvm");
    scenario.mode = Mode::Pressure;
    scenario.instances = 4;
    scenario.pressure.working_set = 4096;
    scenario.side_mut(Side::A).memory_each = Some(3072);
    scenario.side_mut(Side::B).memory_each = Some(6144);
}

pub(super) fn raise(scenario: &mut Scenario) {
    scenario.mode = Mode::Pressure;
    scenario.instances = 4;
    scenario.pressure.working_set = 4096;
    scenario.pressure.files = Files::Own;
    scenario.pressure.limit = Some(3072);
    scenario.pressure.raise = Some(6144);
    scenario.side_mut(Side::A).memory_each = Some(3072);
}

pub(super) fn reserved(scenario: &mut Scenario) {
    scenario.mode = Mode::Pressure;
    scenario.pressure.working_set = 4096;
    scenario.side_mut(Side::A).memory_each = Some(8192);
    scenario.side_mut(Side::A).overcommit = Some(100);
}

pub(super) fn noisy_neighbour(scenario: &mut Scenario) {
    scenario.mode = Mode::Pressure;
    scenario.pressure.neighbour = Neighbour::MemoryHog;
}

pub(super) fn neighbour_limited(scenario: &mut Scenario) {
    scenario.mode = Mode::Pressure;
    scenario.pressure.neighbour = Neighbour::MemoryHog;
    scenario.pressure.limit = Some(2048);
}

pub(super) fn fork_bomb(scenario: &mut Scenario) {
    scenario.mode = Mode::Pressure;
    scenario.pressure.neighbour = Neighbour::ForkBomb;
}

pub(super) fn fork_bomb_limited(scenario: &mut Scenario) {
    scenario.mode = Mode::Pressure;
    scenario.pressure.neighbour = Neighbour::ForkBomb;
    scenario.pressure.tasks = true;
}

pub(super) fn cores_bind(scenario: &mut Scenario) {
    scenario.mode = Mode::Pressure;
    scenario.instances = 32;
    scenario.pressure.working_set = 256;
    scenario.pressure.threads = 2;
}

pub(super) fn disk_binds(scenario: &mut Scenario) {
    scenario.mode = Mode::Pressure;
    scenario.disk_operations = Some(500);
    scenario.pressure.working_set = 256;
}

pub(super) fn elastic(scenario: &mut Scenario) {
    scenario.mode = Mode::Elasticity;
}

pub(super) fn peaks_together(scenario: &mut Scenario) {
    scenario.mode = Mode::Elasticity;
    scenario.elasticity.pattern = Pattern::Daily;
}

pub(super) fn ballooned(scenario: &mut Scenario) {
    platforms(scenario, "qemu-kvm", "qemu-kvm");
    scenario.mode = Mode::Elasticity;
    scenario.side_mut(Side::B).balloon = true;
}

pub(super) fn spike(scenario: &mut Scenario) {
    surge(scenario);
}

pub(super) fn warm_pool(scenario: &mut Scenario) {
    surge(scenario);
    scenario.elasticity.warm = 8;
}
