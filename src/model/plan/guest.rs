//! The guest's part of a start: loader, kernel, user space, or a restored snapshot.

use super::{Act, Acts, Holder, Shared, Step};
use crate::catalog::{Guest, Phase};
use crate::model::{Footprint, ImageState, Machine, Owner};
use crate::units::{Bytes, Span};

/// A user space that takes or reads much is divided, so that its memory is seen to grow.
const STRETCHES: u64 = 4;
/// Below this a user space is one stretch.
const UNDIVIDED: Bytes = Bytes::mib(24);

impl Machine {
    pub(super) fn add_load_kernel(&self, compressed: bool, steps: &mut Vec<Step>) {
        let Some(guest) = &self.guest else { return };
        let load = self.prices.load_kernel.seconds()
            + self.prices.load_kernel_each_megabyte.seconds()
                * guest.kernel_image.bytes().as_f64()
                * 1e-6;
        let mut acts = Acts { phase: Phase::Loader, steps };
        acts.work(self.host_work(load), 1.0);
        if compressed {
            acts.work(self.guest_kernel_work(guest.decompress.seconds()), 1.0);
        }
    }

    pub(super) fn add_boot_loader(&self, steps: &mut Vec<Step>) {
        let Some(guest) = &self.guest else { return };
        let mut acts = Acts { phase: Phase::Loader, steps };
        acts.add(Act::Pause(guest.loader_wait.span()));
        acts.work(self.guest_kernel_work(guest.decompress.seconds()), 1.0);
    }

    pub(super) fn add_guest_kernel(
        &self,
        legacy_probe: bool,
        holder: Holder,
        steps: &mut Vec<Step>,
    ) {
        let Some(guest) = &self.guest else { return };
        let needs = self.guest_needs(holder);
        let work = guest.kernel_cpu.seconds() + guest.network_card.seconds();
        let mut acts = Acts { phase: Phase::Kernel, steps };
        acts.add(Act::Take { holder, owner: Owner::GuestKernel, bytes: needs.guest_kernel });
        acts.work(self.guest_kernel_work(work), 1.0);
        if legacy_probe {
            acts.add(Act::Pause(guest.legacy_probe.span()));
        }
    }

    pub(super) fn add_guest_init(&self, holder: Holder, steps: &mut Vec<Step>) {
        let Some(guest) = &self.guest else { return };
        let needs = self.guest_needs(holder);
        let cache = needs.guest_cache.min(guest.boot_reads.bytes());
        let divided = needs.guest_services + cache > UNDIVIDED;
        let stretches = if divided { STRETCHES } else { 1 };
        for stretch in 0..stretches {
            self.add_init_stretch(
                guest,
                [needs.guest_services, cache],
                holder,
                (stretch, stretches),
                steps,
            );
        }
        let mut acts = Acts { phase: Phase::Init, steps };
        acts.add(Act::Take { holder, owner: Owner::GuestFree, bytes: needs.guest_zeroed });
    }

    fn add_init_stretch(
        &self,
        guest: &Guest,
        [services, cache]: [Bytes; 2],
        holder: Holder,
        (stretch, of): (u64, u64),
        steps: &mut Vec<Step>,
    ) {
        let part = |whole: Bytes| Bytes(whole.0 * (stretch + 1) / of - whole.0 * stretch / of);
        let ratio = 1.0 / Bytes(of).as_f64();
        let operations = guest.boot_operations.typical * ratio;
        let number = u8::try_from(stretch + 1).unwrap_or(u8::MAX);
        self.add_read(
            Phase::Init,
            [part(guest.boot_reads.bytes()), Bytes::ZERO],
            operations,
            number,
            steps,
        );
        let mut acts = Acts { phase: Phase::Init, steps };
        acts.add(Act::Take { holder, owner: Owner::GuestServices, bytes: part(services) });
        acts.add(Act::Take { holder, owner: Owner::GuestCache, bytes: part(cache) });
        let device = self.host_work(self.platform.device.cpu_each.seconds()) * operations;
        let work = self.guest_user_work(guest.init_cpu.seconds()) * ratio + device;
        acts.work(work, guest.init_threads.min(f64::from(self.vcpus)));
        acts.add(Act::Pause(Span::from_seconds(guest.init_wait.seconds() * ratio)));
    }

    /// Instead of a boot: the snapshot is mapped, and the first request's working set is faulted
    /// in. What is only read stays shared in the host's page cache; what is written is copied.
    pub(super) fn add_restore(&self, reference_seconds: f64, steps: &mut Vec<Step>) {
        let needs = self.footprint();
        let ratio = self.prices.snapshot_working_set.typical;
        let set = needs.guest_touched().scaled(ratio);
        let faults = set.as_f64() / Bytes::PAGE.as_f64();
        let mut acts = Acts { phase: Phase::Restore, steps };
        acts.work(self.host_work(reference_seconds), 1.0);
        acts.add(Act::Begin(Shared::Pages(0)));
        if self.image_state != ImageState::InMemory {
            acts.add(Act::Read { bytes: set, operations: faults, through_device: false });
        }
        acts.take_for_host(Owner::ImageCache, set);
        acts.add(Act::End(Shared::Pages(0)));
        acts.take(Owner::GuestKernel, needs.guest_kernel.scaled(ratio));
        acts.take(Owner::GuestServices, needs.guest_services.scaled(ratio));
        acts.take(Owner::Heap, needs.heap.scaled(ratio));
        acts.work(self.host_work(self.prices.fault_cached.seconds() * faults), 1.0);
    }

    fn guest_needs(&self, holder: Holder) -> Footprint {
        match holder {
            Holder::Instance => self.footprint(),
            Holder::Host => self.carrier().unwrap_or_default(),
        }
    }

    /// Core-seconds on this host for work of a guest's kernel.
    pub(super) fn guest_kernel_work(&self, reference_seconds: f64) -> f64 {
        self.host_work(reference_seconds * self.platform.kernel_slowdown.typical)
    }

    /// Core-seconds on this host for work of user code.
    pub(super) fn guest_user_work(&self, reference_seconds: f64) -> f64 {
        self.host_work(reference_seconds * self.platform.user_slowdown.typical)
    }
}
