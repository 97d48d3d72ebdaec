//! The two lists of processes: the one inside, and what the host lists of it.

use super::{Keeper, Process, Role, Standing};
use crate::catalog::surface::components_of;
use crate::catalog::{Os, Place};
use crate::model::{Machine, Owner};
use crate::units::Bytes;

const fn process(role: Role, pid: Option<u32>, tasks: Option<u32>) -> Process {
    Process { role, pid, tasks }
}

/// Whether it runs by then: what runs has memory.
fn runs(role: Role, standing: &Standing) -> bool {
    let held = |of: Owner| standing.memory[of.index()] > Bytes::ZERO;
    match role {
        Role::Application => held(Owner::Heap) || held(Owner::Libraries),
        Role::Init => held(Owner::GuestKernel),
        Role::Services => held(Owner::GuestServices),
        _ => true,
    }
}

impl Machine {
    /// Identifiers that the host has given before anything is started.
    fn own_processes(&self) -> u32 {
        let count = self.prices.host_processes.typical;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "hundreds")]
        let count = count as u32;
        count
    }

    /// Identifiers that one instance takes on the host.
    fn identifiers_each(&self, keeper: Keeper) -> u32 {
        let inside = if keeper.is_machine() { 0 } else { self.image.pids };
        self.platform.pids_each + inside
    }

    /// The first identifier that the host gives for this instance.
    fn first_identifier(&self, keeper: Keeper, standing: &Standing) -> u32 {
        self.own_processes() + standing.before * self.identifiers_each(keeper) + 1
    }

    /// What the instance lists.
    pub(super) fn seen_within(&self, keeper: Keeper, standing: &Standing) -> Vec<Process> {
        let mut list = self.all_within(keeper, standing);
        list.retain(|of| runs(of.role, standing));
        list
    }

    fn all_within(&self, keeper: Keeper, standing: &Standing) -> Vec<Process> {
        let application = |pid| process(Role::Application, pid, Some(self.image.pids));
        match keeper {
            // No wall: the host's list is the instance's.
            Keeper::Host => self.seen_by_host(keeper, standing),
            Keeper::HostNamespaces
            | Keeper::UserSpaceKernel
            | Keeper::NamespacesInGuest
            | Keeper::NamespacesInOneGuest => vec![application(Some(1))],
            Keeper::Guest => {
                let linux = self.guest.as_ref().is_some_and(|guest| guest.os == Os::Linux);
                let init = linux.then_some(process(Role::Init, Some(1), Some(1)));
                let rest = [process(Role::Services, None, None), application(None)];
                init.into_iter().chain(rest).collect()
            }
            Keeper::Library => Vec::new(),
        }
    }

    /// What the host lists of the instance, and of the rest in two lines.
    pub(super) fn seen_by_host(&self, keeper: Keeper, standing: &Standing) -> Vec<Process> {
        let mut list = self.all_by_host(keeper, standing);
        list.retain(|of| runs(of.role, standing));
        list
    }

    fn all_by_host(&self, keeper: Keeper, standing: &Standing) -> Vec<Process> {
        let each = self.identifiers_each(keeper);
        let first = self.first_identifier(keeper, standing);
        let serving = self.platform.pids_each;
        let mut list = vec![process(Role::HostOwn, Some(1), Some(self.own_processes()))];
        let others = standing.present.saturating_sub(1);
        if keeper == Keeper::NamespacesInOneGuest {
            // One process plays the machine for all; a thread for each of its processors, at least.
            list.push(process(Role::Vmm, Some(self.own_processes() + 1), Some(1 + self.vcpus)));
            return list;
        }
        if others > 0 {
            list.push(process(Role::Others, None, Some(others * each)));
        }
        match keeper {
            Keeper::Host => list.push(process(Role::Application, Some(first), Some(each))),
            Keeper::HostNamespaces => {
                if serving > 0 {
                    list.push(process(Role::Engine, Some(first), Some(serving)));
                }
                let own = Some(first + serving);
                list.push(process(Role::Application, own, Some(self.image.pids)));
            }
            // The sandbox runs the application's code in processes of its own.
            Keeper::UserSpaceKernel => list.push(process(Role::Sandbox, Some(first), Some(each))),
            _ => {
                let under = components_of(&self.platform.isolation)
                    .any(|part| part.place == Place::UnderHost);
                let role = if under { Role::BackEnd } else { Role::Vmm };
                list.push(process(role, Some(first), Some(serving)));
            }
        }
        list
    }
}
