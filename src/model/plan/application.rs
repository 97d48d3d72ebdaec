//! The application: from its first instruction to its first answer.

use super::{Act, Acts, Step};
use crate::catalog::{Clock, Kernel, Phase};
use crate::model::{Machine, Owner};
use crate::units::Bytes;

/// Number of the stretch of pages that belongs to the application.
const APPLICATION_PAGES: u8 = 9;
/// Size of one read at an application's start: read-ahead of 128 KiB.
const READ_AHEAD: f64 = 131_072.0;

impl Machine {
    /// Reads the image, takes memory, does the work, and answers. A restored machine has the
    /// application running already.
    pub(super) fn add_application(&self, restored: bool, steps: &mut Vec<Step>) {
        if !restored {
            self.add_application_start(steps);
        }
        Acts { phase: Phase::Application, steps }.add(Act::Reached(Clock::Ready));
    }

    fn add_application_start(&self, steps: &mut Vec<Step>) {
        let phase = Phase::Application;
        let needs = self.footprint();
        let own_guest = self.platform.isolation.kernel == Kernel::Guest;
        let read = self.image_read();
        let operations = (read.as_f64() / READ_AHEAD).max(1.0);
        let mapped = if own_guest { Bytes::ZERO } else { needs.libraries };
        self.add_read(phase, [read, mapped], operations, APPLICATION_PAGES, steps);
        let mut acts = Acts { phase, steps };
        if own_guest {
            let booted = self.guest.as_ref().map_or(Bytes::ZERO, |guest| guest.boot_reads.bytes());
            let cached = needs.guest_cache.saturating_sub(booted);
            acts.take(Owner::GuestCache, cached);
            acts.take(Owner::Libraries, needs.libraries);
        }
        acts.take(Owner::Heap, needs.heap);
        let threads = self.image.start_threads.min(f64::from(self.vcpus));
        acts.work(self.guest_user_work(self.image.start_cpu.seconds()), threads);
    }
}
