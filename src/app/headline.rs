//! The facts of the headline: what a comparison says at a glance, as data.

use crate::catalog::{Clock, Family, Kernel, Phase};
use crate::experiment::{Outcome, Report, Resource, Wait};
use crate::model::Limit;
use crate::scenario::{Mode, Scenario, Side};
use crate::units::{Bytes, Span, Time};

/// What most of a side's start time went to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mostly {
    /// The phase with the largest share.
    pub phase: Phase,
    /// Its share of all time on the lanes, 0 to 1.
    pub share: f64,
    /// What was waited for most in it or elsewhere, with its share, where that is half or more.
    pub wait: Option<(Wait, f64)>,
}

/// What one machine did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SideFacts {
    /// Id of the platform, as in the catalogue; empty where it is unknown.
    pub platform: &'static str,
    /// Kind of platform; a plain process where the platform is unknown.
    pub family: Family,
    /// Instances that were asked for.
    pub asked: u32,
    /// Instances that were ready at the end.
    pub ready: u32,
    /// Starts that were refused.
    pub refused: u32,
    /// Instances that were killed.
    pub killed: u32,
    /// When the last one was ready.
    pub last_ready: Option<Time>,
    /// What the quickest start took, from its own launch.
    pub quickest: Option<Span>,
    /// What the starts spent their time on.
    pub mostly: Option<Mostly>,
    /// The most memory that was ever resident.
    pub peak: Bytes,
    /// Memory that is resident at the end.
    pub resident: Bytes,
    /// Kernels at the end, the host's included.
    pub kernels: u32,
    /// The first limit that was met.
    pub limit: Option<Limit>,
    /// The resource that ended a filling, and the one that would have been next.
    pub bound: Option<(Resource, Option<Resource>)>,
}

impl SideFacts {
    /// Whether everything that was asked for came to be.
    #[must_use]
    pub const fn all_ready(&self) -> bool {
        self.ready == self.asked
    }
}

/// How the two machines compare.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// On both everything was ready; on this one so many times sooner.
    Sooner {
        /// The quicker one.
        side: Side,
        /// How many times sooner; 1 or more.
        ratio: f64,
    },
    /// On both everything was ready at about the same time.
    Alike,
    /// Only on this one everything was ready.
    OnlyOne(Side),
    /// On neither everything was ready.
    Neither,
    /// Both were filled; on this one so many times more instances fit.
    MoreFit {
        /// The fuller one.
        side: Side,
        /// How many times more; 1 or more, infinite where none fit on the other.
        ratio: f64,
    },
    /// Both were filled with about as many.
    SameFit,
}

/// The facts of the headline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Headline {
    /// What was asked.
    pub mode: Mode,
    /// What each machine did, by [`Side::index`].
    pub sides: [SideFacts; 2],
    /// How they compare.
    pub verdict: Verdict,
}

/// Ratios below this count as "about the same".
const ALIKE: f64 = 1.05;

/// The facts of two complete runs.
#[must_use]
pub fn headline(scenario: &Scenario, reports: [&Report; 2]) -> Headline {
    let sides = Side::BOTH.map(|side| side_facts(scenario, side, reports[side.index()]));
    let verdict = match scenario.mode {
        Mode::Fill => fits(&sides),
        _ => starts(&sides),
    };
    Headline { mode: scenario.mode, sides, verdict }
}

fn starts(sides: &[SideFacts; 2]) -> Verdict {
    match (sides[0].all_ready(), sides[1].all_ready()) {
        (true, false) => Verdict::OnlyOne(Side::A),
        (false, true) => Verdict::OnlyOne(Side::B),
        (false, false) => Verdict::Neither,
        (true, true) => {
            let [a, b] = sides.map(|facts| facts.last_ready.map_or(0.0, Time::as_seconds));
            match quotient(b, a) {
                ratio if ratio >= ALIKE => Verdict::Sooner { side: Side::A, ratio },
                ratio if ratio <= ALIKE.recip() => {
                    Verdict::Sooner { side: Side::B, ratio: ratio.recip() }
                }
                _ => Verdict::Alike,
            }
        }
    }
}

fn fits(sides: &[SideFacts; 2]) -> Verdict {
    let [a, b] = sides.map(|facts| f64::from(facts.ready));
    match quotient(a, b) {
        ratio if ratio >= ALIKE => Verdict::MoreFit { side: Side::A, ratio },
        ratio if ratio <= ALIKE.recip() => Verdict::MoreFit { side: Side::B, ratio: ratio.recip() },
        _ => Verdict::SameFit,
    }
}

/// One where both are zero.
fn quotient(a: f64, b: f64) -> f64 {
    if a <= 0.0 && b <= 0.0 { 1.0 } else { a / b }
}

fn side_facts(scenario: &Scenario, side: Side, report: &Report) -> SideFacts {
    let count = |wanted: fn(&Outcome) -> bool| {
        let found = report.instances.iter().filter(|instance| wanted(&instance.outcome)).count();
        u32::try_from(found).unwrap_or(u32::MAX)
    };
    let platform = scenario.platform(side);
    let in_fill = |ready: u32| report.density.as_ref().map_or(ready, |density| density.count);
    let ready = in_fill(report.ready());
    SideFacts {
        platform: platform.map_or("", |platform| platform.id),
        family: platform.map_or(Family::Process, |platform| platform.family),
        asked: report.host_holder() - count(|outcome| matches!(outcome, Outcome::Stopped(_))),
        ready,
        refused: count(|outcome| matches!(outcome, Outcome::Refused(_))),
        killed: count(|outcome| matches!(outcome, Outcome::Killed(_))),
        last_ready: ready_times(report).map(|(_, time)| time).max(),
        quickest: ready_times(report).map(|(launched, time)| time.since(launched)).min(),
        mostly: mostly(report),
        peak: report.memory.peak,
        resident: report.memory.resident(),
        kernels: match platform.map(|platform| platform.isolation.kernel) {
            Some(Kernel::Guest | Kernel::UserSpace) => 1 + ready,
            Some(Kernel::OneGuest) => 2,
            Some(Kernel::Host) | None => 1,
        },
        limit: report
            .density
            .as_ref()
            .and_then(|density| density.limit)
            .or_else(|| report.limits.first().map(|&(_, limit)| limit)),
        bound: report.density.as_ref().and_then(|density| {
            let binding = density.binding?;
            let mut others = density.ceilings.iter().map(|ceiling| ceiling.resource);
            Some((binding, others.find(|&resource| resource != binding)))
        }),
    }
}

fn ready_times(report: &Report) -> impl Iterator<Item = (Time, Time)> {
    report
        .instances
        .iter()
        .filter_map(|instance| Some((instance.launched?, instance.clocks[Clock::Ready as usize]?)))
}

/// Picoseconds on the lanes are added up by phase and by what was waited for.
fn mostly(report: &Report) -> Option<Mostly> {
    let mut phases = [0_u128; PHASES.len()];
    let mut waits: Vec<(Wait, u128)> = Vec::new();
    for span in &report.spans {
        phases[span.phase as usize] += u128::from(span.end.since(span.begin).0);
        if let Some(wait) = span.wait {
            match waits.iter_mut().find(|(of, _)| *of == wait) {
                Some((_, sum)) => *sum += u128::from(span.waited.0),
                None => waits.push((wait, u128::from(span.waited.0))),
            }
        }
    }
    let all: u128 = phases.iter().sum();
    let (phase, most) = PHASES.into_iter().zip(phases).rev().max_by_key(|&(_, sum)| sum)?;
    if all == 0 {
        return None;
    }
    let wait = waits.into_iter().max_by_key(|&(_, sum)| sum);
    let wait = wait.map(|(of, sum)| (of, share(sum, all))).filter(|&(_, share)| share >= 0.5);
    Some(Mostly { phase, share: share(most, all), wait })
}

/// All phases, in the order of the enum.
const PHASES: [Phase; 9] = [
    Phase::Fetch,
    Phase::Create,
    Phase::Network,
    Phase::Firmware,
    Phase::Loader,
    Phase::Kernel,
    Phase::Init,
    Phase::Restore,
    Phase::Application,
];

#[expect(clippy::cast_precision_loss, reason = "a share needs few digits")]
fn share(part: u128, all: u128) -> f64 {
    part as f64 / all as f64
}
