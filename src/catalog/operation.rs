//! What each operation of a request costs on a platform: the price list.
//!
//! Prices are of operations, never of workloads: what a platform slows down follows from how often
//! a workload does what is dear there. Work is on the reference core; exits are in cycles, which a
//! faster clock shortens; latencies pass whatever the processor.

use super::Measured;

mod assisted;
mod host;
mod older;

/// Prices of one way to isolate. `Total` prices replace the native one; the others come on top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Operations {
    /// Stable name, under which the constants are listed.
    pub id: &'static str,
    /// Exit that the hypervisor's kernel handles, such as a halt; on top.
    pub exit_kernel: Measured,
    /// Exit to a process of the host, such as an access to an emulated device; on top.
    pub exit_user: Measured,
    /// Notification of a back end that sleeps; on top.
    pub kick: Measured,
    /// Injected interrupt with its completion; on top.
    pub inject: Measured,
    /// The least system call; total.
    pub call: Measured,
    /// Page fault without a disk; total.
    pub fault: Measured,
    /// Fork, execution and end of a small process; total.
    pub process: Measured,
    /// Switch between two processes; total.
    pub switch: Measured,
    /// Handing a contended lock to a thread that sleeps on another processor; total.
    pub handover: Measured,
    /// One network round trip when nothing else keeps the path awake; total.
    pub round_trip: Measured,
    /// Ratio by which kernel code takes longer; on top.
    pub kernel: Measured,
    /// Ratio by which all user code takes longer; on top.
    pub user: Measured,
    /// Ratio by which memory accesses that miss the TLB take longer; on top.
    pub walk: Measured,
    /// Ratio by which streaming memory takes longer; on top.
    pub stream: Measured,
    /// Work on the request's own path for each data packet; on top.
    pub packet: Measured,
    /// Exits to a process of the host for each data packet; on top.
    pub packet_exits: Measured,
    /// Work of a thread of the host beside the instance for each data packet; on top.
    pub backend: Measured,
    /// Work of the host's kernel on whatever core takes a data packet's interrupt; on top.
    pub interrupts: Measured,
    /// Most bytes per second through the virtual network card; absent where there is none.
    pub network: Measured,
    /// Time until a sleeping disk path has taken up what waits; absent where there is no such path.
    pub disk_wake: Measured,
    /// Time of the path's one thread for each disk operation, with the device waiting.
    pub disk_each: Measured,
    /// Most operations that the path has at the device at once; absent for no such limit.
    pub disk_depth: Measured,
    /// Exits to a process of the host for each disk operation; on top.
    pub disk_exits: Measured,
    /// Work of a further file system for each disk operation; on top.
    pub disk_layer: Measured,
}

/// Every price list.
#[must_use]
pub fn operations() -> &'static [&'static Operations] {
    &LISTS
}

static LISTS: [&Operations; 20] = [
    &NATIVE,
    &BRIDGED,
    &BRIDGED_AUFS,
    &SYSTRAP,
    &SANDBOX_KVM,
    &PTRACE,
    &VIRTIO,
    &VIRTIO_BRIDGED,
    &VIRTIO_2013,
    &EMULATED,
    &FIRECRACKER,
    &CLOUD_HYPERVISOR,
    &UNIKERNEL,
    &NESTED,
    &SHADOW,
    &HOSTED,
    &TRANSLATED,
    &PARAVIRTUAL,
    &PARAVIRTUAL_2003,
    &SOFTWARE,
];

pub use assisted::{
    CLOUD_HYPERVISOR, EMULATED, FIRECRACKER, NESTED, UNIKERNEL, VIRTIO, VIRTIO_2013, VIRTIO_BRIDGED,
};
pub use host::{BRIDGED, BRIDGED_AUFS, NATIVE, PTRACE, SANDBOX_KVM, SYSTRAP};
pub use older::{HOSTED, PARAVIRTUAL, PARAVIRTUAL_2003, SHADOW, SOFTWARE, TRANSLATED};
