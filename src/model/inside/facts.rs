//! Row by row: what the instance believes, and what the host sees.

use super::{Fact, Files, Interface, Keeper, KernelSeen, Row, Standing, Subject};
use crate::catalog::surface::components_of;
use crate::catalog::{DiskFormat, Place};
use crate::model::{Machine, Owner};
use crate::units::Bytes;

/// Whether the kernel that the instance calls is there by then.
fn kernel_runs(keeper: Keeper, standing: &Standing) -> bool {
    let held = match keeper {
        Keeper::NamespacesInOneGuest => &standing.host,
        _ if keeper.is_machine() => &standing.memory,
        _ => return true,
    };
    held[Owner::GuestKernel.index()] > Bytes::ZERO
}

impl Machine {
    pub(super) fn compared(&self, keeper: Keeper, instance: u32, standing: &Standing) -> Vec<Row> {
        let row = |subject, (within, host)| Row { subject, within, host };
        vec![
            row(Subject::Kernel, self.kernel_facts(keeper, standing)),
            row(Subject::HostName, self.name_facts(keeper, instance)),
            row(Subject::Files, self.file_facts(keeper)),
            row(Subject::Network, self.network_facts(keeper, instance)),
            row(Subject::Memory, self.memory_facts(keeper, standing)),
            row(Subject::Processors, self.processor_facts(keeper)),
        ]
    }

    fn kernel_facts(&self, keeper: Keeper, standing: &Standing) -> (Fact, Fact) {
        let guest = self.guest.as_ref().map_or("", |guest| guest.name);
        let within = match keeper {
            Keeper::Host | Keeper::HostNamespaces => KernelSeen::Host(self.host.os),
            Keeper::UserSpaceKernel => KernelSeen::UserSpace,
            Keeper::Library => KernelSeen::Library(guest),
            _ => KernelSeen::Guest(guest),
        };
        let within =
            if kernel_runs(keeper, standing) { Fact::Kernel(within) } else { Fact::NotRunning };
        (within, Fact::Kernels(self.kernels(standing.present)))
    }

    fn name_facts(&self, keeper: Keeper, instance: u32) -> (Fact, Fact) {
        match keeper {
            Keeper::Host => (Fact::HostName, Fact::HostName),
            // A container's name is what its engine numbers it by, unless it is given another.
            Keeper::HostNamespaces
            | Keeper::UserSpaceKernel
            | Keeper::NamespacesInGuest
            | Keeper::NamespacesInOneGuest => {
                let name = Fact::OwnName(self.number_in_engine(instance));
                let host =
                    if keeper == Keeper::HostNamespaces { name.clone() } else { Fact::UnknownName };
                (name, host)
            }
            Keeper::Guest | Keeper::Library => {
                (Fact::OwnName(format!("vm-{}", instance + 1)), Fact::UnknownName)
            }
        }
    }

    /// Twelve hexadecimal digits, as engines number containers: scrambled, so that neighbours
    /// differ.
    fn number_in_engine(&self, instance: u32) -> String {
        let mut mixed = self.seed ^ (u64::from(instance) + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 31)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^= mixed >> 29;
        format!("{:012x}", mixed & 0xffff_ffff_ffff)
    }

    fn file_facts(&self, keeper: Keeper) -> (Fact, Fact) {
        let disk = self.disk_use();
        let layers = u32::try_from(self.image.layers.len()).unwrap_or(u32::MAX);
        let unpacked = self.image_unpacked();
        let own = self.image.disk_writes.bytes();
        let layered = Fact::Files(Files::Layers { layers, shared: unpacked, own });
        let file =
            |format| Fact::Files(Files::Disk { format, shared: disk.shared, own: disk.each });
        let tree = Fact::Files(Files::Tree(unpacked + own));
        match keeper {
            Keeper::Host => (Fact::Files(Files::Host), Fact::Files(Files::Host)),
            Keeper::HostNamespaces | Keeper::UserSpaceKernel => (tree, layered),
            // The host hands its directories into the machine.
            Keeper::NamespacesInGuest if self.disk_format == DiskFormat::Layers => (tree, layered),
            Keeper::NamespacesInOneGuest => (tree, file(DiskFormat::FullClone)),
            Keeper::Library => (Fact::Files(Files::InProgram), file(self.disk_format)),
            Keeper::Guest | Keeper::NamespacesInGuest => {
                (Fact::Files(Files::OwnDisk(self.base_disk())), file(self.disk_format))
            }
        }
    }

    fn network_facts(&self, keeper: Keeper, instance: u32) -> (Fact, Fact) {
        let number = instance.wrapping_add(2);
        let [.., high, low] = number.to_be_bytes();
        let (within, host) = match keeper {
            Keeper::Host => (Interface::Host, Interface::Host),
            Keeper::HostNamespaces if self.platform.bridge_ports.is_none() => {
                (Interface::Host, Interface::Host)
            }
            Keeper::HostNamespaces => (Interface::Cable, Interface::CableOnBridge),
            Keeper::UserSpaceKernel => (Interface::StackInUserSpace, Interface::CableOnBridge),
            Keeper::NamespacesInOneGuest => (Interface::Cable, Interface::Tap),
            _ => (self.card(), self.back_of_card()),
        };
        let address = (within != Interface::Host).then_some(match within {
            Interface::Cable | Interface::StackInUserSpace => [172, 17, high, low],
            _ => [10, 0, high, low],
        });
        (Fact::Network(within, address), Fact::Network(host, None))
    }

    fn card(&self) -> Interface {
        let exits = self.platform.operations.packet_exits;
        let imitated = !exits.is_absent() && exits.typical > 0.0;
        if imitated { Interface::ImitatedCard } else { Interface::Card }
    }

    fn back_of_card(&self) -> Interface {
        let under =
            components_of(&self.platform.isolation).any(|part| part.place == Place::UnderHost);
        if under { Interface::BackEnd } else { Interface::Tap }
    }

    fn memory_facts(&self, keeper: Keeper, standing: &Standing) -> (Fact, Fact) {
        let held = |of: Owner| standing.memory[of.index()];
        let serving = held(Owner::Vmm) + held(Owner::HostKernel);
        let own: Bytes = standing.memory.iter().copied().sum();
        let own = own.saturating_sub(serving);
        let promised =
            (keeper.is_machine() && keeper != Keeper::NamespacesInOneGuest).then_some(self.memory);
        (self.told_memory(keeper, standing), Fact::Resident { own, serving, promised })
    }

    /// What `free` tells inside.
    fn told_memory(&self, keeper: Keeper, standing: &Standing) -> Fact {
        let all = |of: Owner| standing.all[of.index()];
        if !kernel_runs(keeper, standing) {
            return Fact::NotRunning;
        }
        match keeper {
            Keeper::Host | Keeper::HostNamespaces => {
                let cache = all(Owner::ImageCache);
                let resident: Bytes = standing.all.iter().copied().sum();
                let used = resident.saturating_sub(cache);
                Fact::Told { total: self.host.memory, used, cache }
            }
            Keeper::UserSpaceKernel => {
                let used = standing.memory[Owner::Libraries.index()]
                    + standing.memory[Owner::Heap.index()];
                Fact::Told { total: self.host.memory, used, cache: Bytes::ZERO }
            }
            Keeper::NamespacesInOneGuest => {
                let of = |of: Owner| standing.host[of.index()];
                let applications = all(Owner::Libraries) + all(Owner::Heap);
                Fact::Told {
                    total: self.memory.saturating_sub(of(Owner::GuestKernel)),
                    used: of(Owner::GuestServices) + applications,
                    cache: of(Owner::GuestCache),
                }
            }
            Keeper::Guest | Keeper::NamespacesInGuest | Keeper::Library => {
                self.told_in_guest(standing)
            }
        }
    }

    /// A guest knows what it has touched, and not what the host has merged, taken or not yet
    /// brought back of it.
    fn told_in_guest(&self, standing: &Standing) -> Fact {
        let needs = self.footprint();
        let unlike = self.continues() || self.merging.is_some();
        let held = |of: Owner| standing.memory[of.index()];
        let [kernel, services, libraries, heap, cache] = if unlike {
            [
                needs.guest_kernel,
                needs.guest_services,
                needs.libraries,
                needs.heap,
                needs.guest_cache,
            ]
        } else {
            [
                held(Owner::GuestKernel),
                held(Owner::GuestServices),
                held(Owner::Libraries),
                held(Owner::Heap),
                held(Owner::GuestCache),
            ]
        };
        let total = self.memory.saturating_sub(kernel);
        Fact::Told { total, used: services + libraries + heap, cache }
    }

    fn processor_facts(&self, keeper: Keeper) -> (Fact, Fact) {
        let within = match keeper {
            Keeper::Host | Keeper::HostNamespaces => self.host.cores,
            // The sandbox offers what its quota allows, and two at least.
            Keeper::UserSpaceKernel => self.vcpus.max(2).min(self.host.cores),
            _ => self.vcpus,
        };
        let cores = Fact::Cores { of: self.host.cores, most: self.vcpus.min(self.host.cores) };
        (Fact::Processors(within), cores)
    }
}
