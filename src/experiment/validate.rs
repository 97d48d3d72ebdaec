//! Published end-to-end results, simulated again from component constants alone.
//!
//! A row that misses is a finding about the model: a mechanism is lacking. No constant of the
//! catalogue comes from a row of this list, and no scenario is treated specially; the machines
//! below are what the publications say they measured.

mod density;
mod job;
mod lacking;
mod mobility;
mod publication;
mod start;
mod throughput;

pub use job::{Validation, row_ids};
pub use lacking::Lacking;

use serde::{Deserialize, Serialize};

use crate::catalog::{Guest, Host, Image, Platform, guest, host, image, platform, price};
use crate::model::{ImageState, Launch, Machine};
use crate::units::{Bytes, Span};

/// How close a simulated value must come.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Tolerance {
    /// Within this ratio of the expected value, either way.
    Within(f64),
    /// At most this many times larger or smaller.
    Factor(f64),
    /// At least the expected value.
    AtLeast,
    /// At most the expected value.
    AtMost,
}

/// One number of one published result, and what the model says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Check {
    /// The row, such as `V1`.
    pub row: &'static str,
    /// What was measured, in the words of the field.
    pub what: &'static str,
    /// Unit of both values.
    pub unit: &'static str,
    /// The published value.
    pub expected: f64,
    /// How close is close.
    pub tolerance: Tolerance,
    /// The model's value.
    pub simulated: f64,
    /// Rows of the tables of published measurements.
    pub source: &'static str,
}

impl Check {
    /// Whether the model comes close enough.
    #[must_use]
    pub fn passes(&self) -> bool {
        let ratio = self.simulated / self.expected;
        match self.tolerance {
            Tolerance::Within(most) => (ratio - 1.0).abs() <= most,
            Tolerance::Factor(most) => ratio <= most && ratio >= 1.0 / most,
            Tolerance::AtLeast => self.simulated >= self.expected,
            Tolerance::AtMost => self.simulated <= self.expected,
        }
    }

    /// The error as a ratio of the expected value: 0.1 is ten per cent too much.
    #[must_use]
    pub fn error(&self) -> f64 {
        let difference = self.simulated - self.expected;
        if difference == 0.0 { 0.0 } else { difference / self.expected }
    }
}

/// Rows that are simulated together, since they share runs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Batch {
    /// Their ids.
    rows: &'static [&'static str],
    /// Simulates them now.
    simulate: fn() -> Vec<Check>,
}

/// Everything there is to check, in the order of the ids.
const BATCHES: &[&[Batch]] = &[
    start::BATCHES,
    density::BATCHES,
    throughput::BATCHES,
    // pressure
    // elasticity
    mobility::BATCHES,
    // maintenance
    // incident
    // compatibility
];

/// A machine as a publication describes it.
struct Setup {
    host: &'static str,
    platform: &'static str,
    guest: &'static str,
    image: &'static str,
}

impl Setup {
    /// One virtual processor, the guest's usual memory, everything in the page cache.
    fn machine(&self, instances: u32, launch: Launch) -> Machine {
        let platform = named(platform::platform(self.platform), self.platform).clone();
        let guest = (!self.guest.is_empty()).then(|| named(guest::guest(self.guest), self.guest));
        let host = named(host::host(self.host), self.host).clone();
        let memory = guest.map_or(Bytes::ZERO, |guest: &Guest| guest.memory_default);
        Machine {
            disk_format: platform.disk[0],
            swap: host.swap,
            host,
            platform,
            guest: guest.cloned(),
            image: named(image::image(self.image), self.image).clone(),
            prices: price::PRICES.clone(),
            instances,
            vcpus: 1,
            memory,
            launch,
            image_state: ImageState::InMemory,
            snapshot: false,
            merging: None,
            balloon: false,
            overcommit: None,
            seed: 1,
            spread: true,
            watch: Span::ZERO,
            changed: None,
            changes: Vec::new(),
        }
    }
}

trait Named {}
impl Named for Host {}
impl Named for Platform {}
impl Named for Guest {}
impl Named for Image {}

fn named<T: Named>(found: Option<&'static T>, id: &str) -> &'static T {
    found.unwrap_or_else(|| panic!("the catalogue has no {id}, which a validation row names"))
}

/// The benchmarks of microVMs ran their virtual machines without a network card.
fn without_network_card(mut machine: Machine) -> Machine {
    if let Some(guest) = &mut machine.guest {
        guest.network_card.typical = 0.0;
    }
    machine
}
