//! From a balance to the ledger: every byte gets its owner, in whole pages.

use super::reclaim::ITEM;
use super::{Balance, Class, Misses, Settled};
use crate::engine::Ledger;
use crate::model::{OWNERS, Owner};
use crate::units::Bytes;

impl Balance<'_> {
    pub(super) fn settled(self, counts: [u32; 3], neighbour: bool) -> Settled {
        let [alive, refused, killed] = counts;
        let (cache, wanted) = self.host_cache();
        let swapped =
            |class: &Class| class.count * (class.hot_out + class.cold_out + class.limit_out);
        let inside = if self.killed_inside { alive } else { 0 };
        Settled {
            ledger: self.ledger(cache),
            alive: alive - inside,
            refused,
            killed,
            killed_inside: inside,
            neighbour,
            misses: self.misses(cache, wanted),
            neighbour_misses: Misses {
                swapped: part(self.hog.hot_out, self.hog.hot(self.guest)),
                ..Misses::default()
            },
            swapped: Bytes::from_f64(swapped(&self.each) + swapped(&self.hog)),
            ballooned: Bytes::from_f64(self.ballooned),
            merged_saving: self.merged_saving(),
            merge_seconds: self.merge_seconds(),
            resident_each: Bytes::from_f64(self.each.resident().max(0.0)),
            tasks: self.tasks,
        }
    }

    /// Touches are spread evenly over the working set.
    fn misses(&self, cache: f64, wanted: f64) -> Misses {
        let (anonymous, file) = self.setting.parts();
        let all = anonymous + file;
        if all <= 0.0 || self.each.count < 1.0 || self.killed_inside {
            return Misses::default();
        }
        let (own, files) = (anonymous / all, file / all);
        let merged = self.guest && self.machine.merging.is_some() && self.setting.files_common;
        let kept = if file <= 0.0 {
            1.0
        } else if merged {
            // The one copy is as large as each guest's own was.
            file.min((self.promised_room - anonymous).max(0.0)) / file
        } else if self.guest || !self.setting.files_common {
            self.each.file / file
        } else {
            part(self.common, self.common_wanted)
        };
        let out = part(self.each.hot_out, self.each.hot(self.guest));
        let limited = part(self.each.limit_out, self.each.anonymous);
        let own_swapped = limited + (1.0 - limited) * out;
        let file_swapped = if self.guest && !merged { kept * out } else { 0.0 };
        let lost = files * (1.0 - kept).max(0.0);
        let covered = part(cache, wanted);
        Misses {
            swapped: own * own_swapped + files * file_swapped,
            file: lost * (1.0 - covered),
            cached: lost * covered,
        }
    }

    fn merged_saving(&self) -> Bytes {
        let given = self.merged * self.each.count + self.zeroed_merged * self.each.count;
        Bytes::from_f64((given - self.merged - self.bookkeeping).max(0.0))
    }

    /// The daemon goes over every page as often as it must.
    fn merge_seconds(&self) -> f64 {
        let Some(rate) = self.machine.merging.filter(|rate| *rate > 0.0) else { return 0.0 };
        self.bookkeeping / ITEM * self.machine.prices.merge_passes.typical / rate
    }

    fn ledger(&self, cache: f64) -> Ledger<OWNERS> {
        let machine = self.machine;
        let host = machine.instances + 1;
        let mut ledger = Ledger::new(machine.host.memory, host + 1);
        let (kernel, daemons) = machine.host_base();
        let mut take = |holder: u32, owner: Owner, amount: f64| {
            let pages = Bytes::from_f64(amount.max(0.0)).0 / Bytes::PAGE.0;
            // A host that is smaller than its own kernel holds what it can.
            let amount = (Bytes::PAGE * pages).min(ledger.free());
            ledger.take(holder, owner as u8, amount).expect("no more is taken than is free");
        };
        take(host, Owner::HostKernel, kernel.as_f64() + self.bookkeeping);
        take(host, Owner::Vmm, daemons.as_f64());
        if let Some(carrier) = machine.carrier() {
            take(host, Owner::GuestKernel, carrier.guest_kernel.as_f64());
            take(host, Owner::GuestServices, carrier.guest_services.as_f64());
        }
        take(host, Owner::Merged, self.merged);
        take(host, Owner::Libraries, self.text);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
        for holder in 0..self.each.count as u32 {
            own(&self.each, self.guest, |owner, amount| take(holder, owner, amount));
        }
        if self.hog.count > 0.0 {
            own(&self.hog, self.guest, |owner, amount| take(machine.instances, owner, amount));
        }
        take(host, Owner::ImageCache, self.common + cache);
        ledger
    }
}

fn part(of: f64, all: f64) -> f64 {
    if all > 0.0 { (of / all).clamp(0.0, 1.0) } else { 0.0 }
}

/// What one instance still holds of each role, after swapping.
fn own(class: &Class, guest: bool, mut take: impl FnMut(Owner, f64)) {
    let cold = 1.0 - part(class.cold_out, class.cold());
    let hot = 1.0 - part(class.hot_out, class.hot(guest));
    take(Owner::HostKernel, class.host_kernel);
    take(Owner::Vmm, class.vmm);
    take(Owner::GuestKernel, class.guest_kernel);
    take(Owner::GuestServices, class.services * cold);
    take(Owner::GuestFree, class.zeroed * cold);
    take(Owner::Libraries, class.libraries);
    take(Owner::Heap, (class.anonymous - class.limit_out) * hot);
    if guest {
        take(Owner::GuestCache, class.boot_cache * cold + class.file * hot);
    } else {
        take(Owner::ImageCache, class.file);
    }
}
