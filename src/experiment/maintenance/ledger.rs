//! Who is up and who runs what is fixed, over time; and the sums that follow.
//!
//! Changes come wave by wave and are put in order of time at the end. Exposure ends for an
//! instance when it stops running what is flawed in the last stage; while it is down it is not
//! exposed either.

use super::Mechanism;
use crate::units::Time;

/// A change at a time: how many more are up, and how many more run what is fixed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Change {
    pub(super) at: f64,
    pub(super) up: i64,
    pub(super) patched: i64,
}

/// What one stage came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sum {
    pub(super) steps: u32,
    pub(super) labour: f64,
    pub(super) time: f64,
    pub(super) downtime: f64,
    pub(super) most_down: u32,
    pub(super) extra: u32,
}

/// What a wave went through, for the film. Times are in seconds.
#[derive(Clone, Debug)]
pub(super) struct Wave {
    /// The stage, by its place.
    pub(super) stage: usize,
    /// The first of its instances.
    pub(super) first: u32,
    /// When its work begins.
    pub(super) begin: f64,
    pub(super) fate: Fate,
}

/// What became of the instances of a wave.
#[derive(Clone, Debug)]
pub(super) enum Fate {
    /// They start, and answer so long after it, if at all.
    Started(Vec<Option<f64>>),
    /// They move, which takes so long, and stand still in the end for so long; and what part of
    /// the memory of each is there, since the wave began.
    Moved { took: f64, still: f64, copied: Vec<Vec<(Time, f64)>> },
}

/// What has happened so far. Times are in seconds.
#[derive(Clone, Debug)]
pub(super) struct Ledger {
    pub(super) instances: u32,
    pub(super) now: f64,
    pub(super) changes: Vec<Change>,
    pub(super) waves: Vec<Wave>,
    /// From when until when the host reboots.
    pub(super) reboots: Vec<(f64, f64)>,
    /// Instance-seconds of running what is flawed.
    pub(super) exposed: f64,
    pub(super) stages: Vec<Sum>,
    /// Seconds by what they were spent on.
    pub(super) spent: Vec<(Mechanism, f64)>,
    pub(super) failed: u32,
    /// Until when the downtime of each is counted that has not come back from its restart.
    pub(super) lost: Vec<Option<f64>>,
    pub(super) restarted: u32,
    pub(super) events: u64,
    pub(super) digest: u64,
}

impl Ledger {
    pub(super) fn new(instances: u32, stages: usize) -> Self {
        Self {
            instances,
            now: 0.0,
            changes: Vec::new(),
            waves: Vec::new(),
            reboots: Vec::new(),
            exposed: 0.0,
            stages: vec![Sum::default(); stages],
            spent: Vec::new(),
            failed: 0,
            lost: vec![None; instances as usize],
            restarted: 0,
            events: 0,
            digest: 0,
        }
    }

    /// Time passes for this reason.
    pub(super) fn spend(&mut self, on: Mechanism, seconds: f64) {
        self.now += seconds;
        match self.spent.iter_mut().find(|(known, _)| *known == on) {
            Some((_, sum)) => *sum += seconds,
            None => self.spent.push((on, seconds)),
        }
    }

    /// The host reboots for so many seconds.
    pub(super) fn reboot(&mut self, seconds: f64) {
        if seconds > 0.0 {
            self.reboots.push((self.now, self.now + seconds));
        }
        self.spend(Mechanism::HostReboot, seconds);
    }

    /// Changes in order of time, those of one instant together.
    pub(super) fn in_order(&self) -> Vec<Change> {
        let mut sorted = self.changes.clone();
        sorted.sort_by(|one, other| one.at.total_cmp(&other.at));
        let mut merged: Vec<Change> = Vec::with_capacity(sorted.len());
        for change in sorted {
            match merged.last_mut() {
                Some(last) if last.at.to_bits() == change.at.to_bits() => {
                    last.up += change.up;
                    last.patched += change.patched;
                }
                _ => merged.push(change),
            }
        }
        merged
    }

    /// The fewest that were up, and for how long none was.
    pub(super) fn fewest_up(&self, changes: &[Change]) -> (i64, f64) {
        let mut up = i64::from(self.instances);
        let (mut fewest, mut outage, mut since) = (up, 0.0, 0.0);
        for change in changes {
            if up <= 0 {
                outage += change.at - since;
            }
            up += change.up;
            since = change.at;
            fewest = fewest.min(up);
        }
        if up <= 0 && self.instances > 0 {
            outage += (self.now - since).max(0.0);
        }
        (fewest.max(0), outage)
    }
}
