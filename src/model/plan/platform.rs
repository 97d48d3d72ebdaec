//! The platform's own parts, in its order.

use super::{Act, Acts, Holder, Shared, Step};
use crate::catalog::{Family, Growth, Kernel, Part, Phase};
use crate::model::{Machine, Owner};
use crate::units::Bytes;

impl Machine {
    pub(super) fn add_platform(&self, steps: &mut Vec<Step>) {
        let (carrier, own) = self.parts().split_at(usize::from(self.platform.carrier_parts));
        let (fetch, own) = match own {
            [Part::Fetch, rest @ ..] => (true, rest),
            all => (false, all),
        };
        if self.platform.family == Family::Nested {
            self.add_carrier(carrier, steps);
        }
        if fetch {
            self.add_fetch(steps);
        }
        self.add_creation(steps);
        let mut restored = false;
        for part in own {
            self.add_part(part, Holder::Instance, &mut restored, steps);
        }
        if !own.contains(&Part::Application) {
            self.add_application(restored, steps);
        }
    }

    /// The machine that carries all containers is started once, by whoever comes first.
    fn add_carrier(&self, parts: &[Part], steps: &mut Vec<Step>) {
        let mut acts = Acts { phase: Phase::Create, steps };
        acts.add(Act::Begin(Shared::Carrier));
        let promised = self.carrier().map_or(Bytes::ZERO, |carrier| carrier.promised);
        let vmm = promised.scaled(self.platform.memory.of_promised.typical);
        acts.take_for_host(Owner::Vmm, vmm);
        let mut restored = false;
        for part in parts {
            if !matches!(part, Part::Reached(_) | Part::Application) {
                self.add_part(part, Holder::Host, &mut restored, steps);
            }
        }
        Acts { phase: Phase::Init, steps }.add(Act::End(Shared::Carrier));
    }

    /// What every instance takes before its first part: its disk, its promise, its overhead.
    fn add_creation(&self, steps: &mut Vec<Step>) {
        let needs = self.footprint();
        let mut acts = Acts { phase: Phase::Create, steps };
        acts.add(Act::AddDisk);
        if self.platform.isolation.kernel == Kernel::Guest {
            acts.add(Act::Promise(needs.promised));
        }
        if !self.platform.memory.file_systems.is_absent() {
            acts.add(Act::AddLists);
        }
        acts.take(Owner::HostKernel, needs.host_kernel);
        acts.take(Owner::Vmm, needs.vmm);
    }

    fn add_part(&self, part: &Part, holder: Holder, restored: &mut bool, steps: &mut Vec<Step>) {
        let boots = matches!(
            part,
            Part::Firmware { .. }
                | Part::LoadKernel { .. }
                | Part::BootLoader
                | Part::GuestKernel { .. }
                | Part::GuestInit
        );
        if boots && self.snapshot {
            if !*restored {
                self.add_restore(0.0, steps);
            }
            *restored = true;
            return;
        }
        match *part {
            Part::Fetch => self.add_fetch(steps),
            Part::Work { phase, cpu, threads } => {
                Acts { phase, steps }.work(self.host_work(cpu.seconds()), threads);
            }
            Part::Wait { phase, span } => Acts { phase, steps }.add(Act::Pause(span.span())),
            Part::Locked { phase, lock, cpu, growth } => {
                let mut acts = Acts { phase, steps };
                acts.add(Act::Acquire(lock));
                acts.work(self.host_work(cpu.seconds()), 1.0);
                if let Some(growth) = growth {
                    acts.add(self.walk(&growth));
                }
                acts.add(Act::Release(lock));
            }
            Part::Walk { phase, growth } => Acts { phase, steps }.add(self.walk(&growth)),
            Part::Firmware { cpu } => {
                let work = self.host_work(cpu.seconds() * self.platform.kernel_slowdown.typical);
                Acts { phase: Phase::Firmware, steps }.work(work, 1.0);
            }
            Part::LoadKernel { compressed } => self.add_load_kernel(compressed, steps),
            Part::BootLoader => self.add_boot_loader(steps),
            Part::GuestKernel { legacy_probe } => {
                self.add_guest_kernel(legacy_probe, holder, steps);
            }
            Part::GuestInit => self.add_guest_init(holder, steps),
            Part::Restore { cpu } => {
                self.add_restore(cpu.seconds(), steps);
                *restored = true;
            }
            Part::Application => self.add_application(*restored, steps),
            Part::Reached(clock) => {
                let phase = steps.last().map_or(Phase::Create, |step| step.phase);
                Acts { phase, steps }.add(Act::Reached(clock));
            }
        }
    }

    fn walk(&self, growth: &Growth) -> Act {
        Act::Walk { each: self.host_work(growth.each.seconds()), power: growth.power }
    }
}
