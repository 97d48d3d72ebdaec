//! The kernel's lists by control group: one more container can cost memory for all that are there.
//!
//! Whose file systems the lists belong to holds them, so that they go when it goes; the tables'
//! size stays.

use super::Run;
use super::instance::State;
use crate::model::Owner;
use crate::units::Bytes;

impl Run {
    /// A control group and its file systems come to the lists; true if the instance must wait for
    /// memory, or is no more.
    pub(super) fn add_lists(&mut self, number: u32) -> bool {
        let now = self.kernel.now();
        let before = self.memory.group_slots;
        let slots = self.machine.group_slots(self.present).max(before);
        let more = self.machine.lists(slots) - self.machine.lists(before);
        let own = self.machine.lists(slots);
        let others = if slots > before { self.with_lists(number) } else { Vec::new() };
        let all = others.iter().fold(own, |sum, _| sum + more);
        if !self.make_room(number, all) {
            return true;
        }
        for other in others {
            if self.is_there(other) {
                self.memory.take(now, other, Owner::HostKernel, more);
            }
        }
        self.memory.take(now, number, Owner::HostKernel, own);
        self.memory.group_slots = slots;
        self.pay(number)
    }

    fn with_lists(&self, but: u32) -> Vec<u32> {
        let listed = |&other: &u32| {
            other != but
                && self.is_there(other)
                && self.memory.held(other, Owner::HostKernel) > Bytes::ZERO
        };
        (0..self.places).filter(listed).collect()
    }

    fn is_there(&self, number: u32) -> bool {
        matches!(self.instances[number as usize].state, State::Starting | State::Ready)
    }
}
