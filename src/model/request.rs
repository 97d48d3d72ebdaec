//! What one request costs on a platform: its bill times the platform's prices.
//!
//! Nothing here knows a factor for a platform and a workload together. The price tells work that
//! occupies the instance from work of the host beside it, and from latency, which costs nobody
//! anything once several requests are under way: what that does to throughput is a matter of
//! queues, not of prices.

mod way;

pub use way::{Passage, StepKind, Stratum, WayStep};

use serde::{Deserialize, Serialize};

use super::Machine;
use crate::catalog::{Direction, Measured, Operations, Technique, Unit, Workload};

/// A part of what a request costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Charge {
    /// Code of the application.
    User,
    /// Streaming memory.
    Streaming,
    /// Walks of two page tables instead of one.
    PageWalks,
    /// Code of the kernel that serves the application.
    Kernel,
    /// Entering that kernel.
    SystemCalls,
    /// Page faults.
    PageFaults,
    /// Processes made and ended.
    Processes,
    /// Switches between processes.
    Switches,
    /// Packets through a virtual cable, a bridge, a ring or an imitated card.
    Packets,
    /// A further file system, or an imitated disk.
    DiskWork,
    /// Work of the host's threads and interrupts beside the instance.
    BackEnds,
    /// Time of the device itself.
    Device,
    /// Time of the path to the device.
    DiskPath,
    /// Network and client, with the wake-ups on the way.
    RoundTrips,
}

impl Charge {
    /// Every one.
    pub const ALL: [Self; 14] = [
        Self::User,
        Self::Streaming,
        Self::PageWalks,
        Self::Kernel,
        Self::SystemCalls,
        Self::PageFaults,
        Self::Processes,
        Self::Switches,
        Self::Packets,
        Self::DiskWork,
        Self::BackEnds,
        Self::Device,
        Self::DiskPath,
        Self::RoundTrips,
    ];

    /// Whether it occupies a virtual processor of the instance.
    #[must_use]
    pub const fn is_work(self) -> bool {
        !matches!(self, Self::BackEnds | Self::Device | Self::DiskPath | Self::RoundTrips)
    }
}

/// Where a request's time goes, from the application down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum CostLayer {
    /// The application.
    Application,
    /// The kernel that it calls.
    Kernel,
    /// What stands between that and the hardware.
    Isolation,
    /// The disk.
    Disk,
    /// Network and client.
    Network,
}

impl CostLayer {
    /// Every one, from the application down.
    pub const ALL: [Self; 5] =
        [Self::Application, Self::Kernel, Self::Isolation, Self::Disk, Self::Network];

    /// The layer that a charge belongs to, as far as it arises natively, too.
    #[must_use]
    pub const fn of(charge: Charge) -> Self {
        match charge {
            Charge::User | Charge::Streaming => Self::Application,
            Charge::Kernel
            | Charge::SystemCalls
            | Charge::PageFaults
            | Charge::Processes
            | Charge::Switches => Self::Kernel,
            Charge::PageWalks
            | Charge::Packets
            | Charge::DiskWork
            | Charge::BackEnds
            | Charge::DiskPath => Self::Isolation,
            Charge::Device => Self::Disk,
            Charge::RoundTrips => Self::Network,
        }
    }
}

/// Disk operations of one request.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DiskPrice {
    /// How many operations.
    pub operations: f64,
    /// Time of the device for each, when it has several to do; seconds.
    pub device: f64,
    /// Time of the device for one alone; seconds.
    pub latency: f64,
    /// Whether the device works ahead of a stream of operations.
    pub ahead: bool,
    /// Flushes, each of which waits for the device once more.
    pub flushes: f64,
    /// The virtual path; `None` where the kernel that is called owns the device.
    pub path: Option<PathPrice>,
}

/// The virtual path to a device, which serves what waits in batches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PathPrice {
    /// Until a sleeping path takes up what waits; seconds.
    pub wake: f64,
    /// Of the path's thread for each operation, while the device waits; seconds.
    pub each: f64,
    /// Most operations in a batch.
    pub depth: f64,
    /// Shortest time for each operation by the path's bandwidth; seconds.
    pub least: f64,
}

/// What one request costs; all in seconds on this host.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Price {
    /// Every charge, with everything kept awake by other requests.
    pub charges: [f64; Charge::ALL.len()],
    /// Work on a virtual processor: the sum of the charges that are work.
    pub work: f64,
    /// More of it when the request finds the instance asleep.
    pub wake: f64,
    /// Work of the host's threads and interrupts beside it.
    pub beside: f64,
    /// The part of that which one thread does for the whole network of an instance.
    pub network_thread: f64,
    /// Round trips with the client's own time.
    pub round_trips: f64,
    /// More of it when the request finds the instance asleep.
    pub round_trips_asleep: f64,
    /// Waiting until the back end of a virtual card is awake, when nothing else keeps it so.
    pub thread_wake: f64,
    /// Seconds on the host's link.
    pub link: f64,
    /// Seconds on the virtual network card; nothing where there is none.
    pub card: f64,
    /// Seconds of the host's memory.
    pub memory: f64,
    /// Under a lock of the instance.
    pub locked: f64,
    /// Changes of hands of that lock, when others wait for it.
    pub handovers: f64,
    /// Disk operations, if any.
    pub disk: Option<DiskPrice>,
}

impl Price {
    /// One charge.
    #[must_use]
    pub fn of(&self, charge: Charge) -> f64 {
        self.charges[charge as usize]
    }
}

/// A price that may be absent: nothing then.
fn amount(value: &Measured) -> f64 {
    if value.is_absent() { 0.0 } else { value.typical }
}

fn seconds(value: &Measured) -> f64 {
    if value.is_absent() { 0.0 } else { value.seconds() }
}

fn per_second(value: &Measured) -> Option<f64> {
    (!value.is_absent()).then(|| value.per_second())
}

fn bytes(value: &Measured) -> f64 {
    debug_assert!(value.unit == Unit::Megabytes, "{value:?}");
    amount(value) * 1e6
}

impl Machine {
    /// What one request of a workload costs on this machine.
    #[must_use]
    pub fn price(&self, bill: &Workload) -> Price {
        let list = self.operations();
        let cycles = |price: &Measured| amount(price) / (self.host.clock.typical * 1e9);
        let mut charges = [0.0; Charge::ALL.len()];
        self.charge_work(bill, list, &mut charges);

        let packets = amount(&bill.packets);
        let operations = amount(&bill.operations);
        let flushes = amount(&bill.flushes);
        charges[Charge::Packets as usize] = packets
            * (self.host_work(seconds(&list.packet))
                + amount(&list.packet_exits) * cycles(&list.exit_user));
        charges[Charge::DiskWork as usize] = (operations + flushes)
            * (self.host_work(seconds(&list.disk_layer))
                + amount(&list.disk_exits) * cycles(&list.exit_user));
        let disk = (operations > 0.0).then(|| self.disk_price(bill, list));
        let path = disk.and_then(|disk| disk.path);
        let network_thread = packets * self.host_work(seconds(&list.backend));
        let interrupts = packets * self.host_work(seconds(&list.interrupts));
        // An imitated disk works while the guest stands still: that is in its exits.
        let has_thread = path.is_some() && amount(&list.disk_exits) <= 0.0;
        let disk_thread = if has_thread {
            (operations + flushes) * self.host_work(seconds(&self.platform.device.cpu_each))
        } else {
            0.0
        };
        let trips = amount(&bill.round_trips);
        // On a machine that is not asleep nobody waits for a wake-up: what is left of a round
        // trip is the network's and the client's.
        let awake = self.native_operations().round_trip.seconds();
        let round_trips = trips * (awake + seconds(&bill.client));
        let wakes = trips + f64::from(u8::from(path.is_some()));
        let beside = network_thread + interrupts + disk_thread;
        charges[Charge::BackEnds as usize] = beside;
        charges[Charge::RoundTrips as usize] = round_trips;
        if let Some(disk) = disk {
            let rounds = 1.0 + disk.flushes;
            charges[Charge::Device as usize] =
                (disk.latency * rounds).max(disk.operations * disk.device);
            charges[Charge::DiskPath as usize] = disk.path.map_or(0.0, |path| {
                (path.wake * rounds) + (disk.operations + disk.flushes) * path.each
            });
        }
        let wake = wakes * (cycles(&list.kick) + cycles(&list.inject) + cycles(&list.exit_kernel));
        // A published round trip holds the work that is counted by itself here. Interrupts stay in
        // it: cores that idle take them, so that they are latency to the request.
        let told = charges[Charge::Packets as usize] + network_thread + wake;
        let asleep = (trips * (seconds(&list.round_trip) - awake) - told).max(0.0);
        // A virtual machine is woken for the request, and its back end for the answer.
        let has_card = network_thread > 0.0 && self.platform.isolation.technique != Technique::None;
        let thread_wake = if has_card { asleep * 0.5 } else { 0.0 };
        let transfer = bytes(&bill.transfer);
        let work =
            Charge::ALL.iter().filter(|of| of.is_work()).map(|&of| charges[of as usize]).sum();
        Price {
            charges,
            work,
            wake,
            beside,
            network_thread,
            round_trips,
            round_trips_asleep: asleep - thread_wake,
            thread_wake,
            link: transfer / self.host.network.per_second(),
            card: per_second(&list.network).map_or(0.0, |most| transfer / most),
            memory: self.memory_time(bill, list),
            locked: self.host_work(seconds(&bill.locked)),
            handovers: amount(&bill.handovers) * self.host_work(seconds(&list.handover)),
            disk,
        }
    }

    fn charge_work(&self, bill: &Workload, list: &Operations, charges: &mut [f64]) {
        let user = seconds(&bill.user);
        let streaming = bytes(&bill.streamed) / self.core_stream().per_second();
        let counted = |count: &Measured, price: &Measured| amount(count) * seconds(price);
        let work = [
            (Charge::User, user * (1.0 + amount(&list.user))),
            (Charge::Streaming, streaming * (1.0 + amount(&list.stream))),
            (Charge::PageWalks, user * amount(&bill.random) * amount(&list.walk)),
            (Charge::Kernel, seconds(&bill.kernel) * (1.0 + amount(&list.kernel))),
            (Charge::SystemCalls, counted(&bill.calls, &list.call)),
            (Charge::PageFaults, counted(&bill.faults, &list.fault)),
            (Charge::Processes, counted(&bill.processes, &list.process)),
            (Charge::Switches, counted(&bill.switches, &list.switch)),
        ];
        for (charge, reference_seconds) in work {
            charges[charge as usize] = self.host_work(reference_seconds);
        }
    }

    /// Seconds of the host's memory: its bandwidth, and the way between sockets, which an instance
    /// takes that is spread over them. Walks of page tables hide behind that way.
    fn memory_time(&self, bill: &Workload, list: &Operations) -> f64 {
        let streamed = bytes(&bill.streamed) * (1.0 + amount(&list.stream))
            / self.host.memory_bandwidth.per_second();
        let spread = self.vcpus > self.host.cores / self.host.sockets.max(1);
        let rate = per_second(&self.host.crossings).filter(|_| spread);
        streamed + rate.map_or(0.0, |rate| amount(&bill.accesses) / rate)
    }

    fn disk_price(&self, bill: &Workload, list: &Operations) -> DiskPrice {
        let disk = &self.host.disk;
        let (rate, bandwidth) = match bill.direction {
            Direction::Read => (&disk.operations, &disk.read),
            Direction::Write => (&disk.write_operations, &disk.write),
        };
        let size = bytes(&bill.operation_size);
        let device = &self.platform.device;
        let path = (self.platform.isolation.technique != Technique::None).then(|| PathPrice {
            wake: seconds(&list.disk_wake),
            each: seconds(&list.disk_each),
            depth: if list.disk_depth.is_absent() {
                f64::INFINITY
            } else {
                list.disk_depth.typical
            },
            least: size / device.bandwidth.per_second(),
        });
        DiskPrice {
            operations: amount(&bill.operations),
            device: (1.0 / rate.per_second()).max(size / bandwidth.per_second()),
            latency: disk.latency.seconds().max(size / bandwidth.per_second()),
            ahead: bill.sequential,
            flushes: amount(&bill.flushes),
            path,
        }
    }
}
