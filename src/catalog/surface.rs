//! What isolates: the parts between an instance and the host, and how wide the way through is.
//!
//! A part is known by the name that stands in [`Isolation::hypervisor`], and a platform has the
//! parts that its name lists. A count that nobody has published is `None` and is shown as such:
//! there is no row for counts of published flaws, because none was found that could be compared.

use super::measured::{Measured, Standing, Unit, from, measured};
use super::{Isolation, Os};

mod counts;

pub use counts::SURFACES;

/// Where a part runs, and so with what it falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the host's kernel: whoever controls it controls the host.
    HostKernel,
    /// Under the host's kernel, on the hardware.
    UnderHost,
    /// A process of the host for each virtual machine.
    Process,
    /// A process for each virtual machine, and a driver in the host's kernel.
    ProcessAndDriver,
    /// A process of the host for each instance, which answers system calls in a kernel's place.
    UserSpaceKernel,
}

/// A part that isolates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Component {
    /// Name, as in [`Isolation::hypervisor`].
    pub name: &'static str,
    /// Where it runs.
    pub place: Place,
    /// Calls that what is inside can make to it.
    pub calls: Option<Measured>,
    /// System calls that it can itself make to the host's kernel.
    pub host_calls: Option<Measured>,
    /// Lines of its own code.
    pub lines: Option<Measured>,
    /// Lines of the host's kernel that ran under it in the one published comparison.
    pub kernel_lines_run: Option<Measured>,
    /// Operating systems of a host that it exists for.
    pub hosts: &'static [Os],
}

impl Component {
    /// Its name in the paths of its constants.
    #[must_use]
    pub fn key(&self) -> String {
        self.name.to_ascii_lowercase().replace(' ', "-")
    }
}

/// Widths that belong to no single part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Surfaces {
    /// System calls that a process can make.
    pub process_calls: Measured,
    /// System calls that a container can make through the usual filter.
    pub container_calls: Measured,
    /// Lines of the Linux tree.
    pub kernel_lines: Measured,
    /// Lines of the host's kernel that ran under plain processes in the one published comparison.
    pub process_lines_run: Measured,
    /// The same under containers.
    pub container_lines_run: Measured,
}

const LINUX: &[Os] = &[Os::Linux];
const ANY: &[Os] = &[Os::Linux, Os::Windows, Os::MacOs];

const ALL_CALLS: Option<Measured> = Some(counts::PROCESS_CALLS);

static COMPONENTS: [Component; 9] = [
    Component {
        name: "KVM",
        place: Place::HostKernel,
        calls: None,
        host_calls: None,
        lines: Some(counts::KVM_LINES),
        kernel_lines_run: None,
        hosts: LINUX,
    },
    Component {
        name: "QEMU",
        place: Place::Process,
        calls: None,
        host_calls: ALL_CALLS,
        lines: Some(counts::QEMU_LINES),
        kernel_lines_run: None,
        hosts: ANY,
    },
    Component {
        name: "Firecracker",
        place: Place::Process,
        calls: None,
        host_calls: Some(counts::FIRECRACKER_CALLS),
        lines: Some(counts::FIRECRACKER_LINES),
        kernel_lines_run: Some(counts::FIRECRACKER_LINES_RUN),
        hosts: LINUX,
    },
    Component {
        name: "Cloud Hypervisor",
        place: Place::Process,
        calls: None,
        host_calls: None,
        lines: Some(counts::CLOUD_HYPERVISOR_LINES),
        kernel_lines_run: None,
        hosts: LINUX,
    },
    Component {
        name: "Xen",
        place: Place::UnderHost,
        calls: Some(counts::XEN_CALLS),
        host_calls: None,
        lines: Some(counts::XEN_LINES),
        kernel_lines_run: None,
        hosts: LINUX,
    },
    Component {
        name: "gVisor Sentry",
        place: Place::UserSpaceKernel,
        calls: Some(counts::SENTRY_CALLS),
        host_calls: Some(counts::SENTRY_HOST_CALLS),
        lines: Some(counts::SENTRY_LINES),
        kernel_lines_run: Some(counts::SENTRY_LINES_RUN),
        hosts: LINUX,
    },
    unpublished("VirtualBox", ANY),
    unpublished("software VMM", ANY),
    unpublished("desktop hypervisor", ANY),
];

/// A hypervisor on an operating system of which no count was found.
const fn unpublished(name: &'static str, hosts: &'static [Os]) -> Component {
    Component {
        name,
        place: Place::ProcessAndDriver,
        calls: None,
        host_calls: None,
        lines: None,
        kernel_lines_run: None,
        hosts,
    }
}

/// Every part that isolates.
#[must_use]
pub fn components() -> &'static [Component] {
    &COMPONENTS
}

/// The parts of one platform: the hypervisor before its VMM; none where there is only a kernel.
pub fn components_of(isolation: &Isolation) -> impl Iterator<Item = &'static Component> + use<> {
    let names: &'static str = isolation.hypervisor;
    names.split(" + ").filter_map(|name| COMPONENTS.iter().find(|component| component.name == name))
}
