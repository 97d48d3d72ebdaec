//! Guests: an operating system as a virtual machine boots it.

use super::Measured;
use crate::units::Bytes;

mod linux;
mod small;
mod windows;

/// Whose kernel interface it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Os {
    /// Linux.
    Linux,
    /// Windows.
    Windows,
    /// macOS.
    MacOs,
    /// An application linked with a kernel library.
    Unikernel,
}

/// A guest operating system.
#[derive(Clone, Debug, PartialEq)]
pub struct Guest {
    /// Stable name in links and files.
    pub id: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// Whose kernel interface it offers.
    pub os: Os,
    /// Memory that a machine with this guest is given unless told otherwise.
    pub memory_default: Bytes,
    /// Least memory that it boots with.
    pub memory_least: Bytes,
    /// Uncompressed kernel image.
    pub kernel_image: Measured,
    /// Work to decompress it, where it is compressed.
    pub decompress: Measured,
    /// Kernel, from its entry to the first user process: CPU work.
    pub kernel_cpu: Measured,
    /// Time-outs of a stock kernel that probes for legacy devices.
    pub legacy_probe: Measured,
    /// Initialising one virtual network card.
    pub network_card: Measured,
    /// The boot loader's time besides reading: menus and scripts.
    pub loader_wait: Measured,
    /// User space until the application can start: CPU work of all services.
    pub init_cpu: Measured,
    /// How many cores that work can use at once.
    pub init_threads: f64,
    /// User space: time that passes without work (device settling, leases, timers).
    pub init_wait: Measured,
    /// Read from the guest's disk during a boot; ends up in the guest's page cache.
    pub boot_reads: Measured,
    /// Operations in which those bytes are read.
    pub boot_operations: Measured,
    /// Memory of the guest's kernel, without `struct page`.
    pub kernel_memory: Measured,
    /// Ratio of the guest's memory that the kernel keeps to describe its pages.
    pub page_structs: Measured,
    /// Memory of the guest's services after a boot, without page cache.
    pub services_memory: Measured,
    /// Ratio of its pages that equal those of another guest of the same kind.
    pub identical: Measured,
    /// Whether it fills free memory with zeroes, so that the host must back all of it.
    pub zeroes_free_memory: bool,
    /// Wake-ups per second when idle.
    pub wakeups: Measured,
    /// The guest's own work in one of them: its interrupt, its scheduler, the service that woke.
    pub wakeup_work: Measured,
    /// Base disk image in use (not its virtual size).
    pub disk_image: Measured,
    /// What a running instance writes to its own disk by the time it is ready.
    pub disk_writes: Measured,
    /// The same image as it travels over the network.
    pub transfer: Measured,
}

static GUESTS: [Guest; 13] = [
    linux::UBUNTU,
    linux::DEBIAN,
    linux::ALPINE,
    small::MINIMAL,
    small::BARE,
    small::TINYX,
    small::KATA,
    small::LINUXKIT,
    small::MINI_OS,
    small::UNIKRAFT,
    windows::SERVER_CORE,
    windows::SERVER_DESKTOP,
    windows::XP,
];

/// Every guest, in the order in which people are offered them.
#[must_use]
pub fn guests() -> &'static [Guest] {
    &GUESTS
}

/// The guest of that id.
#[must_use]
pub fn guest(id: &str) -> Option<&'static Guest> {
    GUESTS.iter().find(|guest| guest.id == id)
}
