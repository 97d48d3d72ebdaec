//! Same-page merging: a daemon that scans guests' pages at its rate, at the price of a core, and
//! leaves one copy of those that are equal.
//!
//! The scanner must have been over a page before it trusts its checksum, so an instance's pages
//! merge on the last of [`Prices::merge_passes`](crate::catalog::price::Prices::merge_passes).

use super::Run;
use super::instance::{Doing, State};
use super::launch::launchers;
use crate::engine::{Demand, Entity};
use crate::model::{Machine, OWNERS, Owner};
use crate::units::{Bytes, Span};

/// Roles in which guests of one kind hold equal pages.
const ALIKE: [Owner; 4] =
    [Owner::GuestKernel, Owner::GuestServices, Owner::GuestCache, Owner::Libraries];
/// How often the daemon looks when there is nothing to scan.
const IDLE: Span = Span::seconds(1);
/// What the kernel remembers of each page it scans (`struct ksm_rmap_item`).
const ITEM: u64 = 64;

/// State of the merging daemon.
#[derive(Clone, Debug)]
pub(super) struct Merging {
    /// Its number among the entities: after the launchers.
    pub(super) daemon: Entity,
    /// Pages scanned in a second; `None` when it is off.
    rate: Option<f64>,
    /// Next instance to be scanned, and the one being scanned.
    next: u32,
    scanning: Option<u32>,
    /// Whether it looks no more, for nothing is to come.
    resting: bool,
    /// Given up by guests so far.
    given: Bytes,
    /// The copy kept of each role.
    kept: [Bytes; OWNERS],
    /// What the kernel needs to remember pages.
    pub(super) bookkeeping: Bytes,
}

impl Merging {
    pub(super) fn new(machine: &Machine) -> Self {
        let rate = machine.merging.filter(|rate| *rate > 0.0);
        Self {
            daemon: Entity(machine.places() + launchers(machine)),
            rate: rate.filter(|_| machine.platform.memory.mergeable),
            next: 0,
            scanning: None,
            resting: false,
            given: Bytes::ZERO,
            kept: [Bytes::ZERO; OWNERS],
            bookkeeping: Bytes::ZERO,
        }
    }
}

impl Run {
    pub(super) fn merging_opens(&mut self) {
        if self.merging.rate.is_some() {
            self.kernel.wake_after(self.merging.daemon, IDLE);
        }
    }

    /// More is to come: a daemon that rests looks again.
    pub(super) fn merging_goes_on(&mut self) {
        if core::mem::take(&mut self.merging.resting) {
            self.merging_opens();
        }
    }

    /// What merging saves: pages given up, less the copies kept.
    pub(super) fn merged_saving(&self) -> Bytes {
        let kept = self.memory.held(self.memory.host, Owner::Merged);
        self.merging.given.saturating_sub(kept)
    }

    /// The daemon wakes: what it scanned is merged, and it goes on to the next guest.
    pub(super) fn merge(&mut self) {
        let Some(rate) = self.merging.rate else { return };
        if let Some(number) = self.merging.scanning.take() {
            self.scanned(number);
        }
        let over = |at| self.kernel.now() >= at + self.machine.watch;
        if self.settled.is_some_and(over) {
            self.merging.resting = true;
            return;
        }
        let Some(number) = self.next_to_scan() else {
            self.kernel.wake_after(self.merging.daemon, IDLE);
            return;
        };
        let pages = self.mergeable(number).as_f64() / Bytes::PAGE.as_f64();
        self.merging.scanning = Some(number);
        // The daemon sleeps between batches: its scan takes as long as the rate says, and the
        // work is spread over that time as a cap on what it uses.
        let work =
            pages * self.machine.host_work(self.machine.prices.merge_scan_each_page.seconds());
        let seconds = pages / rate;
        let cap = (work / seconds).min(1.0);
        let demand = Demand { amount: work, cap, weight: 1.0 };
        self.kernel.serve(self.merging.daemon, self.resources.cores, demand);
    }

    /// Guests are scanned in turn, those that hold anything.
    fn next_to_scan(&mut self) -> Option<u32> {
        for _ in 0..self.places {
            let number = self.merging.next % self.places;
            self.merging.next = number + 1;
            let alive =
                matches!(self.instances[number as usize].state, State::Starting | State::Ready);
            if alive && self.mergeable(number) > Bytes::ZERO {
                return Some(number);
            }
        }
        None
    }

    fn mergeable(&self, number: u32) -> Bytes {
        let zeroed = self.memory.held(number, Owner::GuestFree);
        ALIKE.iter().map(|&owner| self.memory.held(number, owner)).sum::<Bytes>() + zeroed
    }

    /// A pass over one guest's pages is over; after enough of them, equal pages are merged.
    fn scanned(&mut self, number: u32) {
        let one = &mut self.instances[number as usize];
        one.scans += 1;
        if !matches!(one.state, State::Ready) || one.doing != Doing::Nothing {
            return;
        }
        let passes = self.machine.prices.merge_passes.typical;
        if f64::from(one.scans) < passes || one.merged {
            return;
        }
        one.merged = true;
        self.remember(number);
        for owner in ALIKE {
            self.merge_role(number, owner);
        }
        // Pages full of zeroes are all the same one.
        let now = self.kernel.now();
        let zeroed = self.memory.held(number, Owner::GuestFree);
        self.merging.given += self.memory.give(now, number, Owner::GuestFree, zeroed);
    }

    fn remember(&mut self, number: u32) {
        let pages = self.mergeable(number).0 / Bytes::PAGE.0;
        let items = Bytes(pages * ITEM).min(self.memory.free());
        let now = self.kernel.now();
        if self.memory.take(now, self.memory.host, Owner::HostKernel, items) {
            self.merging.bookkeeping += items;
        }
    }

    /// The first guest's equal pages become the copy that is kept; later ones give theirs up.
    fn merge_role(&mut self, number: u32, owner: Owner) {
        let identical = self.machine.guest.as_ref().map_or(0.0, |guest| guest.identical.typical);
        let now = self.kernel.now();
        let alike = self.memory.held(number, owner).scaled(identical);
        let given = self.memory.give(now, number, owner, alike);
        self.merging.given += given;
        let more = given.saturating_sub(self.merging.kept[owner.index()]);
        if self.memory.take(now, self.memory.host, Owner::Merged, more) {
            self.merging.kept[owner.index()] += more;
        }
    }
}
