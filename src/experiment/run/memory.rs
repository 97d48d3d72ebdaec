//! The machine's memory during a run: the ledger, what was promised, and the record of changes.

use crate::engine::Ledger;
use crate::experiment::report::MemoryChange;
use crate::model::{Machine, OWNERS, Owner};
use crate::units::{Bytes, Time};

/// Memory of a run. The holder after the last instance is the host.
#[derive(Clone, Debug)]
pub(super) struct Memory {
    ledger: Ledger<OWNERS>,
    pub(super) changes: Vec<MemoryChange>,
    pub(super) host: u32,
    /// Control groups that the kernel's tables have room for; tables never shrink.
    pub(super) group_slots: u32,
    /// Promised to instances that are there.
    pub(super) promised: Bytes,
    /// Room left inside the one virtual machine that carries all containers.
    pub(super) carrier_room: Option<Bytes>,
    pub(super) ballooned: Bytes,
    pub(super) swapped: Bytes,
    /// The host's kernel and daemons did not fit.
    pub(super) too_small: bool,
    pub(super) peak: Bytes,
    /// Where the search for the coldest pages goes on.
    pub(super) coldest: u32,
}

impl Memory {
    pub(super) fn new(machine: &Machine) -> Self {
        let host = machine.places();
        let (kernel, daemons) = machine.host_base();
        let carrier = machine.carrier();
        let mut memory = Self {
            ledger: Ledger::new(machine.host.memory, host + 1),
            changes: Vec::new(),
            host,
            group_slots: 0,
            promised: carrier.map_or(Bytes::ZERO, |carrier| carrier.promised),
            carrier_room: carrier
                .map(|carrier| carrier.promised.saturating_sub(carrier.guest_needs())),
            ballooned: Bytes::ZERO,
            swapped: Bytes::ZERO,
            too_small: false,
            peak: Bytes::ZERO,
            coldest: 0,
        };
        let fits = memory.take(Time::ZERO, host, Owner::HostKernel, kernel)
            && memory.take(Time::ZERO, host, Owner::Vmm, daemons);
        memory.too_small = !fits;
        memory
    }

    /// Gives free memory to a holder; false, and no change, when less is free.
    pub(super) fn take(&mut self, now: Time, holder: u32, owner: Owner, bytes: Bytes) -> bool {
        if self.ledger.take(holder, kind(owner), bytes).is_err() {
            return false;
        }
        self.record(now, holder, owner, signed(bytes));
        self.peak = self.peak.max(self.ledger.total() - self.ledger.free());
        true
    }

    /// Frees memory; no more than is held. Returns how much it was.
    pub(super) fn give(&mut self, now: Time, holder: u32, owner: Owner, bytes: Bytes) -> Bytes {
        let bytes = bytes.min(self.held(holder, owner));
        self.ledger.give(holder, kind(owner), bytes);
        self.record(now, holder, owner, -signed(bytes));
        bytes
    }

    /// Memory changes its role within one holder; no more than is held. Returns how much it was.
    pub(super) fn shift(
        &mut self,
        now: Time,
        holder: u32,
        [from, to]: [Owner; 2],
        bytes: Bytes,
    ) -> Bytes {
        let bytes = bytes.min(self.held(holder, from));
        self.ledger.shift(holder, kind(from), kind(to), bytes);
        self.record(now, holder, from, -signed(bytes));
        self.record(now, holder, to, signed(bytes));
        bytes
    }

    pub(super) fn held(&self, holder: u32, owner: Owner) -> Bytes {
        self.ledger.held(holder, kind(owner))
    }

    pub(super) fn of(&self, holder: u32) -> Bytes {
        self.ledger.of(holder)
    }

    /// Of the holders that are wanted the one that holds most, and of equal ones the first.
    pub(super) fn largest(&self, wanted: impl FnMut(u32) -> bool) -> Option<u32> {
        self.ledger.largest(wanted)
    }

    pub(super) fn total_of(&self, owner: Owner) -> Bytes {
        self.ledger.total_of(kind(owner))
    }

    pub(super) fn free(&self) -> Bytes {
        self.ledger.free()
    }

    pub(super) fn total(&self) -> Bytes {
        self.ledger.total()
    }

    fn record(&mut self, time: Time, holder: u32, owner: Owner, bytes: i64) {
        if bytes != 0 {
            self.changes.push(MemoryChange { time, holder, owner, bytes });
        }
    }
}

fn kind(owner: Owner) -> u8 {
    owner as u8
}

fn signed(bytes: Bytes) -> i64 {
    i64::try_from(bytes.0).unwrap_or(i64::MAX)
}
