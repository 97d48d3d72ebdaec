//! Hosts: the hardware of one machine, and the kernel that owns it.

use super::Measured;
use crate::units::Bytes;

mod named;
mod usual;
mod work;

/// Kind of disk, for the words on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskKind {
    /// Flash on the PCI bus.
    Nvme,
    /// Flash on a SATA bus.
    SataSsd,
    /// Rotating disk.
    Hdd,
}

/// A disk: bandwidth and operations are shared; one reader is bound by latency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Disk {
    /// Kind.
    pub kind: DiskKind,
    /// Sequential reading.
    pub read: Measured,
    /// Sequential writing.
    pub write: Measured,
    /// Random reads of 4 KiB per second, with enough of them outstanding.
    pub operations: Measured,
    /// Random writes of 4 KiB per second, with enough of them outstanding.
    pub write_operations: Measured,
    /// Time of one read at depth one.
    pub latency: Measured,
    /// Size.
    pub size: Bytes,
}

/// One machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Host {
    /// Stable name in links and files.
    pub id: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// Processor cores that can run at once.
    pub cores: u32,
    /// Single-thread speed against the reference core (Xeon Platinum 8175M = 1).
    pub speed: Measured,
    /// Clock in gigahertz, to turn cycles into time.
    pub clock: Measured,
    /// Installed memory.
    pub memory: Bytes,
    /// The disk with images, overlays and swap.
    pub disk: Disk,
    /// Bytes per second that all cores together stream through memory.
    pub memory_bandwidth: Measured,
    /// Sockets, each with memory of its own.
    pub sockets: u32,
    /// Memory nodes that the kernel tells apart: sockets, or the dies in them.
    pub nodes: u32,
    /// Random accesses per second that cross between sockets; absent where it is not known.
    pub crossings: Measured,
    /// Room for swap on that disk.
    pub swap: Bytes,
    /// Link to the image registry.
    pub link: Measured,
    /// Link to the clients of its services.
    pub network: Measured,
    /// What the host's kernel and base services hold before anything is started.
    pub kernel_memory: Measured,
    /// Most process identifiers.
    pub pid_max: u32,
    /// Operating system of the host.
    pub os: super::Os,
}

static HOSTS: [Host; 21] = [
    usual::LAPTOP,
    usual::DESKTOP,
    usual::SERVER,
    usual::BIG_SERVER,
    usual::WINDOWS_SERVER,
    usual::WINDOWS_LAPTOP,
    usual::MAC_LAPTOP,
    named::M5D_METAL,
    named::I3_METAL,
    named::C5D_METAL,
    named::HASWELL,
    named::I7_9700K,
    named::LIGHTVM_4,
    named::LIGHTVM_64,
    named::REDHAT_2009,
    named::EQUINIX_M3_SMALL,
    named::SEUSS,
    named::SLACKER,
    work::FELTER,
    work::GV_PERF,
    work::XEN03,
];

/// Every host, in the order in which people are offered them.
#[must_use]
pub fn hosts() -> &'static [Host] {
    &HOSTS
}

/// The host of that id.
#[must_use]
pub fn host(id: &str) -> Option<&'static Host> {
    HOSTS.iter().find(|host| host.id == id)
}
