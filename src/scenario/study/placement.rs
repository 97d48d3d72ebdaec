//! Where it fits: every host of the catalogue as a candidate for the machines of a scenario.
//!
//! Each candidate is the scenario with another host and nothing else changed. The host that the
//! scenario names is taken as it stands there, with the cores or the memory that were chosen; the
//! others are as the catalogue has them, since what was said about one host says nothing of
//! another.

use serde::{Deserialize, Serialize};

use crate::catalog::host::hosts;
use crate::experiment::Run;
use crate::experiment::placement::{self, Placing};
use crate::model::Machine;
use crate::scenario::{Mode, Problem, Scenario, Side};

/// What a run costs besides its events, in events: making its plan and its report.
const FIXED_COST: u64 = 200;

/// By which rule one of the hosts is chosen on which everything fits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// The one whose tightest resource has the largest share left.
    #[default]
    Spread,
    /// The one whose tightest resource has the smallest share left.
    Pack,
}

/// What a host says to one machine.
pub type Said = Result<Placing, Vec<Problem>>;

/// One host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// Its id in the catalogue.
    pub host: String,
    /// Whether it is the one that the scenario names.
    pub own: bool,
    /// What it says to both machines, by [`Side::index`].
    pub sides: [Said; 2],
}

/// What has been found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    /// How many instances were to be placed.
    pub wanted: u32,
    /// The hosts, in the order of the catalogue.
    pub candidates: Vec<Candidate>,
}

impl Placed {
    /// Which of the candidates is chosen for a machine; `None` where it fits nowhere. The first
    /// of equals.
    #[must_use]
    pub fn chosen(&self, side: Side, rule: Rule) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        for (place, candidate) in self.candidates.iter().enumerate() {
            let Some(share) = candidate.share_left(side) else { continue };
            let better = match (best, rule) {
                (None, _) => true,
                (Some((_, best)), Rule::Spread) => share > best,
                (Some((_, best)), Rule::Pack) => share < best,
            };
            if better {
                best = Some((place, share));
            }
        }
        best.map(|(place, _)| place)
    }

    /// On how many of the candidates everything fits.
    #[must_use]
    pub fn fitting(&self, side: Side) -> usize {
        self.candidates.iter().filter(|one| one.share_left(side).is_some()).count()
    }
}

impl Candidate {
    /// The share of its tightest resource that is left where everything fits.
    #[must_use]
    pub fn share_left(&self, side: Side) -> Option<f64> {
        let placing = self.sides.get(side.index())?.as_ref().ok()?;
        Some(placing.tightest()?.share_left())
    }
}

/// The machine of one side on a host, as it is asked whether so many instances fit.
///
/// # Errors
/// All problems that leave no machine to run there.
pub fn on_host(
    scenario: &Scenario,
    side: Side,
    host: &str,
    wanted: u32,
) -> Result<Machine, Vec<Problem>> {
    // Alone, so that what the other machine asks of a host refuses nothing here.
    let mut scenario = scenario.alone(side).ok_or_else(Vec::new)?;
    if scenario.mode != Mode::Fill {
        scenario.goal = None;
    }
    scenario.mode = Mode::Fill;
    scenario.fill_most = u64::from(wanted);
    if scenario.host != host {
        host.clone_into(&mut scenario.host);
        scenario.cores = None;
        scenario.memory = None;
        scenario.disk_speed = None;
        scenario.disk_operations = None;
        scenario.swap = None;
        scenario.link = None;
        scenario.overrides.retain(|of| !of.path.starts_with("host."));
    }
    Ok(placement::filled(scenario.machine(Side::A)?, wanted))
}

/// The question on its way.
#[derive(Clone, Debug)]
pub struct Placement {
    scenario: Scenario,
    found: Placed,
    /// What the host at its turn has said to A.
    first: Option<Said>,
    current: Option<Box<(Machine, Run)>>,
}

impl Placement {
    /// The question at its beginning.
    #[must_use]
    pub fn new(scenario: Scenario, wanted: u32) -> Self {
        let found = Placed { wanted, candidates: Vec::new() };
        Self { scenario, found, first: None, current: None }
    }

    /// Handles about so many events; true when nothing is left to do.
    pub fn advance(&mut self, events: u64) -> bool {
        let mut budget = events;
        while budget > 0 {
            let Some(host) = hosts().get(self.found.candidates.len()) else { return true };
            if let Some(mut current) = self.current.take() {
                let before = current.1.progress().events;
                let done = current.1.advance(budget);
                let spent = current.1.progress().events - before;
                budget = budget.saturating_sub(spent + FIXED_COST);
                if done {
                    self.take(host.id, Ok(placement::placing(&current.0, &current.1.report())));
                } else {
                    self.current = Some(current);
                }
                continue;
            }
            let side = if self.first.is_none() { Side::A } else { Side::B };
            match on_host(&self.scenario, side, host.id, self.found.wanted) {
                Ok(machine) => {
                    self.current = Some(Box::new((machine.clone(), Run::new(machine))));
                }
                Err(problems) => {
                    budget = budget.saturating_sub(FIXED_COST);
                    self.take(host.id, Err(problems));
                }
            }
        }
        self.found.candidates.len() == hosts().len()
    }

    fn take(&mut self, host: &str, said: Said) {
        match self.first.take() {
            None => self.first = Some(said),
            Some(first) => self.found.candidates.push(Candidate {
                host: host.to_owned(),
                own: self.scenario.host == host,
                sides: [first, said],
            }),
        }
    }

    /// How far it has come, 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        let done = 2 * self.found.candidates.len() + usize::from(self.first.is_some());
        real(done) / real(2 * hosts().len())
    }

    /// What it has found so far.
    #[must_use]
    pub const fn result(&self) -> &Placed {
        &self.found
    }

    /// What is asked for.
    #[must_use]
    pub const fn scenario(&self) -> &Scenario {
        &self.scenario
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are some dozens of hosts")]
fn real(count: usize) -> f64 {
    count as f64
}
