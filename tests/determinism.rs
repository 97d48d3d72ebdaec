//! The same digests natively and under node: `cargo test` and, with the target
//! `wasm32-unknown-unknown`, the runner of wasm-bindgen.

use strata::engine::{Demand, Digest, Entity, Kernel, Stream};
use strata::experiment::ask;
use strata::model::{Change, ImageState, Intervention};
use strata::scenario::{LaunchOrder, PRESETS, Scenario, Side, link};
use strata::units::{Span, Time};

/// A storm of everything that the engine does, with amounts from every distribution.
fn storm(seed: u64, entities: u32, events: u64) -> u64 {
    let mut kernel = Kernel::new();
    let (cores, disk, lock) = (kernel.fair(16.0), kernel.fair(2e9), kernel.lock());
    let mut digest = Digest::new();
    let mut streams: Vec<Stream> =
        (0..entities).map(|number| Stream::new(seed, number, 1)).collect();
    let mut steps = vec![0_u32; entities as usize];
    for number in 0..entities {
        kernel.wake_after(Entity(number), Span(u64::from(number % 10) * 1_000_003));
    }
    while kernel.events() < events
        && let Some(wake) = kernel.next()
    {
        digest.add(wake.time.0);
        digest.add(u64::from(wake.who.0));
        digest.add(kernel.usage(cores).rate.to_bits());
        digest.add(kernel.usage(disk).done.to_bits());
        let index = wake.who.0 as usize;
        let (chance, step) = (&mut streams[index], &mut steps[index]);
        *step += 1;
        match *step % 6 {
            0 => {
                let cap = chance.triangular(0.1, 0.5, 2.0);
                let amount = chance.exponential(0.2);
                kernel.serve(wake.who, cores, Demand { amount, cap, weight: 1.0 });
            }
            1 => {
                let amount = chance.lognormal(1e7, 1.0);
                let weight = f64::from(1 + wake.who.0 % 3);
                kernel.serve(wake.who, disk, Demand { amount, cap: f64::INFINITY, weight });
            }
            2 => kernel.acquire(wake.who, lock),
            3 => kernel.wake_after(wake.who, Span::from_seconds(chance.exponential(1e-4))),
            4 => {
                kernel.release(wake.who, lock);
                let amount = chance.uniform();
                kernel.serve(wake.who, cores, Demand { amount, cap: 1.0, weight: 2.0 });
            }
            _ => {
                let other = Entity((wake.who.0 * 7 + *step) % entities);
                if other != wake.who && kernel.rate(other).is_some() {
                    kernel.cancel(other);
                    kernel.wake_after(other, Span::milliseconds(1));
                }
                kernel.set_capacity(cores, 8.0 + chance.uniform() * 8.0);
                kernel.wake_after(wake.who, Span::from_seconds(chance.uniform() * 0.01));
            }
        }
    }
    digest.value()
}

/// Whoever changes these changes what every seed means, and says so in the commit.
const GOLDEN: [u64; 2] = [0xac37_949e_2720_dbf8, 0x1216_2cc9_7104_a749];

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn a_storm_has_the_same_digest_on_every_machine() {
    let digests = [storm(1, 200, 20_000), storm(2, 3, 5_000)];
    assert_eq!(digests, GOLDEN, "{digests:#018x?}");
}

/// A line for each preset: its key, and the digests of both machines' answers. A browser journey
/// compares what the page shows with the same file.
const PRESET_DIGESTS: &str = include_str!("golden/digests.txt");

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_preset_runs_to_the_same_digests_on_every_machine() {
    let digest = |preset: &strata::scenario::Preset, side| {
        let scenario = preset.scenario();
        let machine = scenario.machine(side).expect("a preset has no problem");
        ask(machine, scenario.question(side)).digest
    };
    let lines: Vec<String> = PRESETS
        .iter()
        .map(|preset| {
            let (a, b) = (digest(preset, Side::A), digest(preset, Side::B));
            format!("{} {a:016x} {b:016x}\n", preset.key)
        })
        .collect();
    assert_eq!(lines.concat(), PRESET_DIGESTS, "copy the left side if the change is meant");
}

/// A line for each kind of change: the link of a scenario with a fork, and the digest of the fork.
/// Lines are never changed or removed, as those of the other links. A journey opens them.
const FORK_DIGESTS: &str = include_str!("golden/forks-v2.txt");

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_kind_of_fork_runs_to_the_same_digest_on_every_machine() {
    let changes = [
        Intervention::Start(8),
        Intervention::Stop(5),
        Intervention::Cancel,
        Intervention::Cores(2),
        Intervention::DiskSpeed(200),
        Intervention::Link(50),
        Intervention::Neighbour(60),
    ];
    let line = |what| {
        let mut scenario = Scenario {
            launch: LaunchOrder::InFlight,
            image_state: ImageState::Remote,
            ..Scenario::default()
        };
        let at = Time(2_000_000_000_000);
        let fork = scenario.fork(Side::A, Change { at, what }).expect("there is room");
        let machine = scenario.machine(fork).expect("it runs");
        let digest = ask(machine, scenario.question(fork)).digest;
        format!("{} {digest:016x}\n", link::encode(&scenario))
    };
    let lines: Vec<String> = changes.into_iter().map(line).collect();
    assert_eq!(lines.concat(), FORK_DIGESTS, "copy the left side if the change is meant");
}
