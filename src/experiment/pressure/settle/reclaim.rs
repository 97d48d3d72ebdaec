//! Taking memory back, in the kernel's order, from a balance that does not add up.

use super::{Balance, Class};
use crate::units::Bytes;

/// What the kernel remembers of each page that is scanned for merging.
pub(super) const ITEM: f64 = 64.0;

impl Balance<'_> {
    /// Equal pages of guests become one copy; pages full of zeroes cost nothing at all.
    pub(super) fn merge(&mut self) {
        let (true, Some(_)) = (self.guest, self.machine.merging) else { return };
        if self.each.count < 1.0 {
            return;
        }
        let alike = self.machine.guest.as_ref().map_or(0.0, |guest| guest.identical.typical);
        let one = &mut self.each;
        let scanned = one.guest_kernel
            + one.services
            + one.boot_cache
            + one.libraries
            + one.zeroed
            + one.file;
        self.bookkeeping = scanned / Bytes::PAGE.as_f64() * ITEM * one.count;
        for part in
            [&mut one.guest_kernel, &mut one.services, &mut one.boot_cache, &mut one.libraries]
        {
            self.merged += *part * alike;
            *part *= 1.0 - alike;
        }
        if self.setting.files_common {
            self.merged += core::mem::take(&mut one.file);
        }
        self.zeroed_merged = core::mem::take(&mut one.zeroed);
    }

    pub(super) fn taken(&self) -> f64 {
        let held = |class: &Class| class.count * class.resident();
        self.base
            + self.text
            + self.merged
            + self.bookkeeping
            + self.common
            + held(&self.each)
            + held(&self.hog)
    }

    /// Takes back what is missing, in the kernel's order; tells what is missing still.
    ///
    /// Among pages in use the least recently touched go first, and of equally warm ones the clean:
    /// files of one image that many instances read are touched that many times as often.
    pub(super) fn reclaim(&mut self) -> f64 {
        let mut missing = self.taken() - self.room;
        let warmer = self.setting.files_common && self.each.count > 1.0;
        if !self.guest && !warmer {
            missing = self.drop_files(missing);
        }
        let balloon = self.machine.balloon && self.guest;
        if balloon {
            missing = self.inflate(missing, false);
        }
        missing = self.swap_cold(missing);
        if balloon {
            missing = self.inflate(missing, true);
        }
        missing = self.swap_hot(missing);
        if !self.guest && warmer {
            missing = self.drop_files(missing);
        }
        // Rounding is not a shortage.
        if missing < Bytes::PAGE.as_f64() { 0.0 } else { missing }
    }

    /// Clean pages of files, everybody's alike.
    fn drop_files(&mut self, missing: f64) -> f64 {
        let all = self.common + self.each.file * self.each.count;
        if missing <= 0.0 || all <= 0.0 {
            return missing;
        }
        let kept = (1.0 - missing / all).max(0.0);
        self.common *= kept;
        self.each.file *= kept;
        missing - all.min(missing)
    }

    /// Guests give back what they do not use and pages read at boot, or files in use: a balloon is
    /// let go where a guest begins to read them again, so these come after everybody's cold pages.
    fn inflate(&mut self, mut missing: f64, in_use: bool) -> f64 {
        let count = self.each.count;
        let Class { zeroed, boot_cache, file, .. } = &mut self.each;
        let parts = if in_use { vec![file] } else { vec![zeroed, boot_cache] };
        for part in parts {
            let back = missing.clamp(0.0, *part * count);
            if count > 0.0 {
                *part -= back / count;
            }
            self.ballooned += back;
            missing -= back;
        }
        missing
    }

    fn swap_cold(&mut self, mut missing: f64) -> f64 {
        for class in [&mut self.each, &mut self.hog] {
            let out = missing.max(0.0).min(class.cold() * class.count).min(self.swap.max(0.0));
            if class.count > 0.0 {
                class.cold_out = out / class.count;
            }
            self.swap -= out;
            missing -= out;
        }
        missing
    }

    /// Pages in use, in proportion to their number.
    fn swap_hot(&mut self, missing: f64) -> f64 {
        let guest = self.guest;
        let hot = |class: &Class| class.hot(guest) * class.count;
        let all = hot(&self.each) + hot(&self.hog);
        let out = missing.max(0.0).min(all).min(self.swap.max(0.0));
        if all > 0.0 {
            let part = out / all;
            self.each.hot_out = self.each.hot(guest) * part;
            self.hog.hot_out = self.hog.hot(guest) * part;
        }
        self.swap -= out;
        missing - out
    }
}
