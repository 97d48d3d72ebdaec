//! How much each instance wants over time: steps of equal length, the same for every platform.

use super::{Pattern, Setting};
use crate::engine::Stream;

/// Steps over the whole time.
pub(super) const STEPS: u32 = 96;
/// What an idle instance wants, as a ratio of the peak.
const LOW: f64 = 0.1;
/// Rounds that the busy quarter makes.
const ROUNDS: u32 = 4;
/// The longest step of a walk, as a ratio of its range.
const STRIDE: f64 = 0.25;
/// Purpose of the random stream of walks.
const WALK: u32 = 302;

/// Demand of every instance in every step, in cores of the reference platform.
pub(super) fn demand(setting: &Setting, instances: u32, seed: u64) -> Vec<Vec<f64>> {
    let low = setting.peak * LOW;
    let between = |part: f64| low + (setting.peak - low) * part;
    match setting.pattern {
        Pattern::Rotating => (0..STEPS)
            .map(|step| {
                // The first busy instance of this step, and how many are busy.
                let from = instances * ((step * ROUNDS) % STEPS) / STEPS;
                let busy = instances.div_ceil(4);
                let part = |instance: u32| (instance + instances - from) % instances < busy;
                (0..instances).map(|instance| between(f64::from(part(instance)))).collect()
            })
            .collect(),
        Pattern::Daily | Pattern::Spike => (0..STEPS)
            .map(|step| {
                let angle = core::f64::consts::TAU * f64::from(step) / f64::from(STEPS);
                vec![between(0.5 - 0.5 * libm::cos(angle)); instances as usize]
            })
            .collect(),
        Pattern::Walk => {
            let walks: Vec<Vec<f64>> =
                (0..instances).map(|instance| walk(seed, instance)).collect();
            (0..STEPS as usize)
                .map(|step| walks.iter().map(|walk| between(walk[step])).collect())
                .collect()
        }
    }
}

/// A walk between nought and one that turns back at the ends.
fn walk(seed: u64, instance: u32) -> Vec<f64> {
    let mut stream = Stream::new(seed, instance, WALK);
    let mut at = stream.uniform();
    (0..STEPS)
        .map(|_| {
            at += (stream.uniform() - 0.5) * 2.0 * STRIDE;
            if at < 0.0 {
                at = -at;
            }
            if at > 1.0 {
                at = 2.0 - at;
            }
            at
        })
        .collect()
}
