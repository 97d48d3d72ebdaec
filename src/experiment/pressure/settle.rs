//! Where memory settles when instances with working sets share it: who holds what, who misses.
//!
//! The question is about the lasting state, so the state is worked out and not waited for: equal
//! instances lose equally, since reclaim scans everybody's pages in proportion to their number.
//! The order is the kernel's: clean page cache, balloon, swap, and at last a kill.

use super::{Neighbour, Setting};
use crate::catalog::{Backing, DiskFormat, Kernel};
use crate::engine::Ledger;
use crate::model::{Footprint, Machine, OWNERS};
use crate::units::Bytes;

mod fill;
mod ledger;
mod reclaim;

/// What happens to the touches of one instance, as shares of all its touches.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Misses {
    /// On pages that the host has swapped out.
    pub swapped: f64,
    /// On pages of files that must be read from the disk.
    pub file: f64,
    /// On pages of files that a guest must read and its host still has.
    pub cached: f64,
}

/// Memory of instances that are alike.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Class {
    count: f64,
    host_kernel: f64,
    vmm: f64,
    guest_kernel: f64,
    libraries: f64,
    /// Not touched: services, pages read at boot, zeroed pages.
    services: f64,
    boot_cache: f64,
    zeroed: f64,
    /// Memory of the application's own, working set included.
    anonymous: f64,
    /// Pages of files of the working set that are held for this instance alone.
    file: f64,
    /// Of the anonymous and file pages, what the host has swapped out, and what it swapped of the
    /// rest.
    hot_out: f64,
    cold_out: f64,
    /// Swapped out of the instance's own accord, by its limit.
    limit_out: f64,
}

impl Class {
    fn fixed(&self) -> f64 {
        self.host_kernel + self.vmm + self.guest_kernel + self.libraries
    }

    fn cold(&self) -> f64 {
        self.services + self.boot_cache + self.zeroed
    }

    fn hot(&self, guest: bool) -> f64 {
        self.anonymous - self.limit_out + if guest { self.file } else { 0.0 }
    }

    fn resident(&self) -> f64 {
        self.fixed() + self.cold() + self.anonymous + self.file
            - self.hot_out
            - self.cold_out
            - self.limit_out
    }
}

/// The lasting state of memory.
#[derive(Clone, Debug)]
pub struct Settled {
    /// Who owns which bytes: instances, then the neighbour, then the host.
    pub ledger: Ledger<OWNERS>,
    /// Instances that run.
    pub alive: u32,
    /// Instances whose promise could not be kept at the start.
    pub refused: u32,
    /// Instances killed for the host's memory.
    pub killed: u32,
    /// Instances killed inside, since their own memory is too small for what they keep.
    pub killed_inside: u32,
    /// Whether the neighbour runs.
    pub neighbour: bool,
    /// What an instance's touches meet.
    pub misses: Misses,
    /// The same for the neighbour.
    pub neighbour_misses: Misses,
    /// Pages in swap.
    pub swapped: Bytes,
    /// Given back by guests that were asked.
    pub ballooned: Bytes,
    /// Pages given up by merging, less the copies kept and the bookkeeping.
    pub merged_saving: Bytes,
    /// Time that the merging daemon needs until then, in seconds.
    pub merge_seconds: f64,
    /// Resident memory of one instance.
    pub resident_each: Bytes,
    /// Tasks of a fork bomb.
    pub tasks: f64,
}

impl Settled {
    /// Whether every instance keeps its working set.
    #[must_use]
    pub fn fits(&self, machine: &Machine) -> bool {
        let Misses { swapped, file, cached } = self.misses;
        self.alive == machine.instances && swapped + file + cached <= 1e-9
    }
}

/// What is worked out, step by step.
struct Balance<'a> {
    machine: &'a Machine,
    setting: &'a Setting,
    guest: bool,
    each: Class,
    hog: Class,
    /// The host's own: kernel, daemons, and what all share.
    base: f64,
    text: f64,
    merged: f64,
    bookkeeping: f64,
    /// Pages of files that all instances read, in the host's page cache.
    common: f64,
    common_wanted: f64,
    room: f64,
    swap: f64,
    ballooned: f64,
    killed_inside: bool,
    tasks: f64,
    /// What a guest has left for its working set.
    promised_room: f64,
    /// Zeroed pages of each guest that merging has made one.
    zeroed_merged: f64,
}

/// Works out where memory settles.
#[must_use]
pub fn settle(machine: &Machine, setting: &Setting) -> Settled {
    let (allowed, refused) = admitted(machine, setting);
    let mut alive = allowed;
    let mut neighbour = setting.neighbour != Neighbour::None;
    loop {
        let mut balance = Balance::new(machine, setting, alive, neighbour);
        balance.merge();
        let missing = balance.reclaim();
        let bomb = setting.neighbour == Neighbour::ForkBomb && !balance.guest && neighbour;
        let nobody = alive == 0 && (!neighbour || bomb);
        if nobody {
            // A fork bomb ends where memory does.
            balance.defuse(missing);
        }
        if missing <= 0.0 || nobody {
            let killed = allowed - alive;
            return balance.settled([alive, refused, killed], neighbour);
        }
        // The largest goes; the tasks of a fork bomb are each of them small.
        let largest = balance.hog.resident() >= balance.each.resident();
        if neighbour && (alive == 0 || (largest && !bomb)) {
            neighbour = false;
        } else {
            // Many at once when much is missing: the outcome is that of one by one.
            let Class { hot_out, cold_out, .. } = balance.each;
            let gain = (balance.each.resident() + hot_out + cold_out).max(1.0);
            let least = (missing / gain).clamp(1.0, f64::from(alive));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small")]
            let gone = (least as u32).max(1);
            alive -= gone.min(alive);
        }
    }
}

/// How many instances may start: promises are kept by rule, or because memory is backed at once.
fn admitted(machine: &Machine, setting: &Setting) -> (u32, u32) {
    let footprint = machine.footprint();
    let promised = footprint.promised.as_f64();
    if promised <= 0.0 {
        return (machine.instances, 0);
    }
    let others = u32::from(setting.neighbour != Neighbour::None);
    let (kernel, daemons) = machine.host_base();
    let mut most = f64::from(machine.instances + others);
    if let Some(ratio) = machine.overcommit {
        most = most.min(machine.host.memory.as_f64() * ratio / promised);
    }
    if machine.platform.memory.backing == Backing::UpFront {
        let room = machine.host.memory.saturating_sub(kernel + daemons).as_f64();
        most = most.min(room / (promised + (footprint.vmm + footprint.host_kernel).as_f64()));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    let allowed = (most as u32).saturating_sub(others).min(machine.instances);
    (allowed, machine.instances - allowed)
}

impl<'a> Balance<'a> {
    fn new(machine: &'a Machine, setting: &'a Setting, alive: u32, neighbour: bool) -> Self {
        let guest = machine.platform.isolation.kernel == Kernel::Guest;
        let footprint = machine.footprint();
        let (kernel, daemons) = machine.host_base();
        let carrier = machine.carrier();
        let inside = carrier.map_or(Bytes::ZERO, |of| of.guest_kernel + of.guest_services);
        let text = if guest || alive == 0 { 0.0 } else { footprint.libraries.as_f64() };
        let memory = machine.host.memory.as_f64();
        let base = (kernel + daemons + inside).as_f64();
        // Containers inside one machine have what it was promised, and no swap of their own.
        let room = match carrier {
            Some(carrier) => memory.min((kernel + daemons).as_f64() + carrier.promised.as_f64()),
            None => memory,
        };
        let mut balance = Self {
            machine,
            setting,
            guest,
            each: Class::default(),
            hog: Class::default(),
            base,
            text,
            merged: 0.0,
            bookkeeping: 0.0,
            common: 0.0,
            common_wanted: 0.0,
            room,
            swap: if carrier.is_some() || machine.platform.memory.backing == Backing::UpFront {
                0.0
            } else {
                machine.swap.as_f64()
            },
            ballooned: 0.0,
            killed_inside: false,
            tasks: 0.0,
            promised_room: footprint.room_for_cache().as_f64(),
            zeroed_merged: 0.0,
        };
        balance.each = Class { count: f64::from(alive), ..class(&footprint, guest) };
        if neighbour {
            balance.hog = Class { count: 1.0, ..class(&footprint, guest) };
            balance.neighbour_takes(&footprint);
        }
        balance.working_set(&footprint);
        balance
    }

    /// Room in the host's page cache for the blocks that guests read; what is left over is theirs.
    fn host_cache(&self) -> (f64, f64) {
        let (_, file) = self.setting.parts();
        let memory = &self.machine.platform.memory;
        if !self.guest || !memory.host_page_cache || file <= 0.0 {
            return (0.0, 0.0);
        }
        let one = self.setting.files_common && self.machine.disk_format != DiskFormat::FullClone;
        let wanted = if one { file } else { file * self.each.count };
        (wanted.min((self.room - self.taken()).max(0.0)), wanted)
    }
}

/// An instance before its working set: the roles of its footprint.
fn class(footprint: &Footprint, guest: bool) -> Class {
    let inside = |bytes: Bytes| if guest { bytes.as_f64() } else { 0.0 };
    Class {
        host_kernel: footprint.host_kernel.as_f64(),
        vmm: footprint.vmm.as_f64(),
        guest_kernel: inside(footprint.guest_kernel),
        libraries: inside(footprint.libraries),
        services: inside(footprint.guest_services),
        boot_cache: inside(footprint.guest_cache),
        zeroed: inside(footprint.guest_zeroed),
        anonymous: footprint.heap.as_f64(),
        ..Class::default()
    }
}
