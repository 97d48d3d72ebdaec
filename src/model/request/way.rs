//! The way of one request through the strata, step by step: what it passes, how often, and what
//! each passage costs.
//!
//! The steps are the price taken apart and nothing besides: they add up to it, which a test holds.
//! The one decision to question is what "added" means: a total price is divided into what a plain
//! process would pay and the rest, and the rest is laid to the platform.

use super::{Charge, Price, amount, seconds};
use crate::catalog::operation::NATIVE;
use crate::catalog::{Kernel, Measured, Operations, Technique, Workload};
use crate::model::Machine;

/// Where a step happens, from the top down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stratum {
    /// The application.
    Application,
    /// The kernel that it calls, where that is not the host's.
    Kernel,
    /// What virtualizes: hypervisor and VMM.
    Hypervisor,
    /// The host's kernel, or the control domain's.
    HostKernel,
    /// Processor, memory, disk and network.
    Hardware,
}

/// What is passed to get there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Passage {
    /// Nothing: it stays where it is.
    Nothing,
    /// A system call, by the processor's own means.
    SystemCall,
    /// A call that is caught and answered by a kernel in user space.
    CaughtCall,
    /// A call to the hypervisor, or a look at what the guest does to its tables.
    Hypercall,
    /// An exit that the hypervisor's kernel handles.
    Exit,
    /// An exit to a process of the host: an access to an imitated device.
    EmulatedAccess,
    /// A notification of a back end.
    Kick,
    /// An injected interrupt.
    Interrupt,
    /// A walk of two page tables instead of one.
    NestedWalk,
    /// Code that is rewritten as it runs.
    Translation,
    /// Code that is imitated instruction by instruction.
    Emulation,
    /// A bridge with the rewriting of addresses.
    Bridge,
    /// Another thread of the host, beside the instance.
    Thread,
    /// Waiting for somebody to wake up.
    WakeUp,
    /// A further file system.
    FileSystem,
    /// The device or the wire itself.
    Device,
}

/// The steps of a request, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepKind {
    /// The wire and the client.
    Wire,
    /// The host's interrupt for a packet.
    Interrupts,
    /// The thread behind a virtual card.
    BackEnd,
    /// Until the back end of the card is awake.
    BackEndWakes,
    /// The interrupt is given to the guest.
    Inject,
    /// Until the instance is awake.
    InstanceWakes,
    /// Packets on their own path.
    Packets,
    /// Packets through an imitated card.
    PacketExits,
    /// System calls as they are natively.
    Calls,
    /// What the platform adds to them.
    CallsAdded,
    /// Kernel code.
    KernelCode,
    /// What the platform adds to it.
    KernelAdded,
    /// Switches between processes.
    Switches,
    /// What the platform adds to them.
    SwitchesAdded,
    /// Processes that are made and ended.
    Processes,
    /// What the platform adds to them.
    ProcessesAdded,
    /// Page faults.
    Faults,
    /// What the platform adds to them.
    FaultsAdded,
    /// Code of the application.
    User,
    /// What the platform adds to it.
    UserAdded,
    /// Accesses that miss the TLB.
    Walks,
    /// Streaming memory.
    Streaming,
    /// What the platform adds to it.
    StreamingAdded,
    /// A further file system.
    FileSystem,
    /// The imitated disk.
    DiskExits,
    /// The guest tells the back end that something waits.
    Kick,
    /// Until the path to the disk has taken up what waits.
    PathWakes,
    /// The path's own time for each operation.
    Path,
    /// The thread behind the virtual disk.
    DiskThread,
    /// The disk.
    Device,
    /// The processor goes to sleep again.
    Halt,
}

/// One step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WayStep {
    /// Which.
    pub kind: StepKind,
    /// Where it happens.
    pub stratum: Stratum,
    /// What is passed.
    pub passage: Passage,
    /// The charge of the price that it is a part of; `None` where only a request pays it that
    /// finds the instance asleep.
    pub charge: Option<Charge>,
    /// How often for a request.
    pub count: f64,
    /// Each time; seconds.
    pub each: f64,
}

impl WayStep {
    /// All of it; seconds.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.count * self.each
    }
}

/// The steps while they are collected.
struct Way<'a> {
    machine: &'a Machine,
    steps: Vec<WayStep>,
}

impl Machine {
    /// The steps of one request, in its order, without those that cost nothing. With `asleep`, of
    /// a request that finds the instance asleep.
    #[must_use]
    pub fn way(&self, bill: &Workload, asleep: bool) -> Vec<WayStep> {
        let price = self.price(bill);
        let mut way = Way { machine: self, steps: Vec::new() };
        way.arrival(bill, &price);
        way.work(bill);
        way.disk(bill, &price);
        if asleep {
            way.asleep(bill, &price);
        }
        let mut steps = way.steps;
        steps.retain(|step| step.total() > 0.0);
        crate::units::sort_short(&mut steps, |one, other| one.kind < other.kind);
        steps
    }

    /// The strata that a request can pass, from the top down.
    #[must_use]
    pub fn strata(&self) -> Vec<Stratum> {
        let own = match self.platform.isolation.kernel {
            Kernel::Host => &[][..],
            Kernel::UserSpace => &[Stratum::Kernel],
            Kernel::Guest | Kernel::OneGuest => &[Stratum::Kernel, Stratum::Hypervisor],
        };
        let rest = [Stratum::HostKernel, Stratum::Hardware];
        [&[Stratum::Application], own, &rest].concat()
    }

    /// What the platform's addition to an operation of the kernel is.
    fn added(&self) -> Passage {
        let isolation = &self.platform.isolation;
        match (isolation.kernel, isolation.technique) {
            (Kernel::UserSpace, _) => Passage::CaughtCall,
            (_, Technique::None) => Passage::SystemCall,
            (_, Technique::BinaryTranslation) => Passage::Translation,
            (_, Technique::Paravirtual) => Passage::Hypercall,
            (_, Technique::HardwareAssist) => Passage::Exit,
            (_, Technique::Emulation) => Passage::Emulation,
        }
    }
}

impl Way<'_> {
    fn list(&self) -> &'static Operations {
        self.machine.platform.operations
    }

    fn cycles(&self, price: &Measured) -> f64 {
        amount(price) / (self.machine.host.clock.typical * 1e9)
    }

    fn work_of(&self, price: &Measured) -> f64 {
        self.machine.host_work(seconds(price))
    }

    /// The stratum of the kernel that the application calls.
    fn kernel(&self) -> Stratum {
        match self.machine.platform.isolation.kernel {
            Kernel::Host => Stratum::HostKernel,
            _ => Stratum::Kernel,
        }
    }

    /// The stratum of what the platform adds.
    fn platform(&self) -> Stratum {
        match self.machine.platform.isolation.kernel {
            Kernel::Host => Stratum::HostKernel,
            Kernel::UserSpace => Stratum::Kernel,
            Kernel::Guest | Kernel::OneGuest => Stratum::Hypervisor,
        }
    }

    fn add(
        &mut self,
        (kind, stratum, passage): (StepKind, Stratum, Passage),
        charge: impl Into<Option<Charge>>,
        count: f64,
        each: f64,
    ) {
        let charge = charge.into();
        self.steps.push(WayStep { kind, stratum, passage, charge, count, each });
    }

    /// What comes in: the wire, the host, the card, and the packets' own path.
    fn arrival(&mut self, bill: &Workload, price: &Price) {
        let list = self.list();
        let (trips, packets) = (amount(&bill.round_trips), amount(&bill.packets));
        let wire = (StepKind::Wire, Stratum::Hardware, Passage::Device);
        self.add(
            wire,
            Charge::RoundTrips,
            trips,
            if trips > 0.0 { price.round_trips / trips } else { 0.0 },
        );
        let host = Stratum::HostKernel;
        let interrupts = (StepKind::Interrupts, host, Passage::Bridge);
        self.add(interrupts, Charge::BackEnds, packets, self.work_of(&list.interrupts));
        let back_end = (StepKind::BackEnd, host, Passage::Thread);
        self.add(back_end, Charge::BackEnds, packets, self.work_of(&list.backend));
        let bridged = self.machine.platform.isolation.technique == Technique::None;
        let passage = if bridged { Passage::Bridge } else { Passage::Nothing };
        let own = (StepKind::Packets, self.kernel(), passage);
        self.add(own, Charge::Packets, packets, self.work_of(&list.packet));
        let exits = (StepKind::PacketExits, self.platform(), Passage::EmulatedAccess);
        let count = packets * amount(&list.packet_exits);
        self.add(exits, Charge::Packets, count, self.cycles(&list.exit_user));
    }

    /// An operation with its native price, and what the platform adds to it.
    fn counted(
        &mut self,
        kinds: [StepKind; 2],
        charge: Charge,
        count: &Measured,
        [here, native]: [&Measured; 2],
    ) {
        let (here, native) = (self.work_of(here), self.work_of(native));
        let base = (kinds[0], self.kernel(), Passage::SystemCall);
        self.add(base, charge, amount(count), here.min(native));
        let paged = charge == Charge::PageFaults
            && self.machine.platform.isolation.technique == Technique::HardwareAssist;
        let passage = if paged { Passage::NestedWalk } else { self.machine.added() };
        let added = (kinds[1], self.platform(), passage);
        self.add(added, charge, amount(count), (here - native).max(0.0));
    }

    /// Work with a ratio on top.
    fn stretched(&mut self, kinds: [StepKind; 2], charge: Charge, work: f64, ratio: &Measured) {
        let (stratum, passage) = match charge {
            Charge::Kernel => (self.kernel(), Passage::Nothing),
            Charge::Streaming => (Stratum::Hardware, Passage::Device),
            _ => (Stratum::Application, Passage::Nothing),
        };
        let work = self.machine.host_work(work);
        self.add((kinds[0], stratum, passage), charge, 1.0, work);
        let added = (kinds[1], self.platform(), self.machine.added());
        self.add(added, charge, 1.0, work * amount(ratio));
    }

    fn work(&mut self, bill: &Workload) {
        use StepKind as K;
        let list = self.list();
        let n = &NATIVE;
        let pairs = [[&list.call, &n.call], [&list.switch, &n.switch]];
        self.counted([K::Calls, K::CallsAdded], Charge::SystemCalls, &bill.calls, pairs[0]);
        self.counted([K::Switches, K::SwitchesAdded], Charge::Switches, &bill.switches, pairs[1]);
        let pairs = [[&list.process, &n.process], [&list.fault, &n.fault]];
        let kinds = [K::Processes, K::ProcessesAdded];
        self.counted(kinds, Charge::Processes, &bill.processes, pairs[0]);
        self.counted([K::Faults, K::FaultsAdded], Charge::PageFaults, &bill.faults, pairs[1]);
        let kernel = seconds(&bill.kernel);
        self.stretched([K::KernelCode, K::KernelAdded], Charge::Kernel, kernel, &list.kernel);
        let user = seconds(&bill.user);
        self.stretched([K::User, K::UserAdded], Charge::User, user, &list.user);
        let walks = self.machine.host_work(user * amount(&bill.random) * amount(&list.walk));
        let stratum = (K::Walks, Stratum::Hardware, Passage::NestedWalk);
        self.add(stratum, Charge::PageWalks, 1.0, walks);
        let streamed = super::bytes(&bill.streamed) / self.machine.core_stream().per_second();
        let kinds = [K::Streaming, K::StreamingAdded];
        self.stretched(kinds, Charge::Streaming, streamed, &list.stream);
    }

    fn disk(&mut self, bill: &Workload, price: &Price) {
        let list = self.list();
        let Some(disk) = price.disk else { return };
        let count = disk.operations + disk.flushes;
        let layer = (StepKind::FileSystem, self.kernel(), Passage::FileSystem);
        self.add(layer, Charge::DiskWork, count, self.work_of(&list.disk_layer));
        let exits = (StepKind::DiskExits, self.platform(), Passage::EmulatedAccess);
        let each = self.cycles(&list.exit_user);
        self.add(exits, Charge::DiskWork, count * amount(&list.disk_exits), each);
        let packets = amount(&bill.packets);
        let network = packets * (self.work_of(&list.backend) + self.work_of(&list.interrupts));
        let thread = (price.of(Charge::BackEnds) - network).max(0.0);
        let beside = (StepKind::DiskThread, Stratum::HostKernel, Passage::Thread);
        // What is left of a difference of two equal sums is no step.
        let thread = if thread > price.beside * 1e-9 { thread } else { 0.0 };
        self.add(beside, Charge::BackEnds, count, thread / count);
        if let Some(path) = disk.path {
            let wakes = (StepKind::PathWakes, Stratum::HostKernel, Passage::WakeUp);
            self.add(wakes, Charge::DiskPath, 1.0 + disk.flushes, path.wake);
            let each = (StepKind::Path, self.platform(), Passage::Thread);
            self.add(each, Charge::DiskPath, count, path.each);
        }
        let device = (StepKind::Device, Stratum::Hardware, Passage::Device);
        let each = price.of(Charge::Device) / disk.operations;
        self.add(device, Charge::Device, disk.operations, each);
    }

    /// What only a request pays that finds the instance asleep.
    fn asleep(&mut self, bill: &Workload, price: &Price) {
        let list = self.list();
        let path = price.disk.is_some_and(|disk| disk.path.is_some());
        let wakes = amount(&bill.round_trips) + f64::from(u8::from(path));
        let at = self.platform();
        let inject = (StepKind::Inject, at, Passage::Interrupt);
        self.add(inject, None, wakes, self.cycles(&list.inject));
        self.add((StepKind::Kick, at, Passage::Kick), None, wakes, self.cycles(&list.kick));
        let halt = (StepKind::Halt, at, Passage::Exit);
        self.add(halt, None, wakes, self.cycles(&list.exit_kernel));
        let host = Stratum::HostKernel;
        let back_end = (StepKind::BackEndWakes, host, Passage::WakeUp);
        self.add(back_end, None, 1.0, price.thread_wake);
        let instance = (StepKind::InstanceWakes, host, Passage::WakeUp);
        self.add(instance, None, 1.0, price.round_trips_asleep);
    }
}
