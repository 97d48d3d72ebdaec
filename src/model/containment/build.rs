//! The graph from the data: who owns the kernel, what the hypervisor is made of, who else is there.

use super::{Boundary, Containment, Edge, Interface, Layer, Node, Passage};
use crate::catalog::surface::{SURFACES, components_of};
use crate::catalog::{Component, Family, Kernel, Measured, Os, Place};
use crate::model::Machine;

/// The graph while it is made.
struct Builder<'a> {
    machine: &'a Machine,
    graph: Containment,
}

pub(super) fn build(machine: &Machine, instances: u32) -> Containment {
    let graph = Containment {
        applications: instances,
        nodes: instances,
        edges: Vec::new(),
        layers: [None; 6],
        host: 0,
    };
    let mut builder = Builder { machine, graph };
    builder.graph.host = builder.node();
    builder.graph.layers[Layer::HostKernel as usize] = Some(builder.graph.host);
    if instances > 0 {
        builder.graph.layers[Layer::Application as usize] = Some(0);
    }
    builder.kernels();
    builder.runtime();
    builder.account();
    builder.graph
}

fn counted(count: Option<&Measured>) -> Option<f64> {
    count.map(|count| count.typical)
}

fn through(
    interface: Interface,
    calls: Option<&Measured>,
    lines: Option<&Measured>,
    run: Option<&Measured>,
) -> Passage {
    let [calls, lines, lines_run] = [calls, lines, run].map(counted);
    Passage::Through(Boundary { interface, calls, lines, lines_run })
}

impl Builder<'_> {
    fn node(&mut self) -> Node {
        let node = self.graph.nodes;
        self.graph.nodes += 1;
        node
    }

    fn edge(&mut self, inside: Node, outside: Node, passage: Passage) {
        self.graph.edges.push(Edge { inside, outside, falls: true, passage });
    }

    fn seen(&mut self, layer: Layer, node: Node) {
        self.graph.layers[layer as usize].get_or_insert(node);
    }

    /// The kernels that the applications call, and what carries them.
    fn kernels(&mut self) {
        let host = self.graph.host;
        match self.machine.platform.isolation.kernel {
            Kernel::Host => {
                self.seen(Layer::Kernel, host);
                for application in 0..self.graph.applications {
                    self.edge(application, host, self.calls_to_host());
                }
            }
            Kernel::UserSpace => {
                for application in 0..self.graph.applications {
                    let kernel = self.node();
                    self.seen(Layer::Kernel, kernel);
                    self.edge(application, kernel, self.calls_to_user_space());
                    self.carried_by_process(kernel);
                }
            }
            Kernel::Guest => {
                for application in 0..self.graph.applications {
                    let kernel = self.node();
                    self.seen(Layer::Kernel, kernel);
                    self.edge(application, kernel, self.calls_to_guest());
                    self.carried(kernel);
                }
            }
            Kernel::OneGuest => {
                let kernel = self.node();
                self.seen(Layer::Kernel, kernel);
                for application in 0..self.graph.applications {
                    self.edge(application, kernel, container_calls(Interface::FilteredCalls));
                }
                self.carried(kernel);
            }
        }
        self.hypervisor();
    }

    fn parts(&self) -> impl Iterator<Item = &'static Component> + use<> {
        components_of(&self.machine.platform.isolation)
    }

    fn calls_to_host(&self) -> Passage {
        match self.machine.platform.family {
            Family::Process => through(
                Interface::HostCalls,
                Some(&SURFACES.process_calls),
                Some(&SURFACES.kernel_lines),
                Some(&SURFACES.process_lines_run),
            ),
            _ => container_calls(Interface::FilteredCalls),
        }
    }

    fn calls_to_user_space(&self) -> Passage {
        let part = self.parts().next();
        let of = |field: fn(&'static Component) -> Option<&'static Measured>| part.and_then(field);
        through(
            Interface::UserSpaceKernelCalls,
            of(|part| part.calls.as_ref()),
            of(|part| part.lines.as_ref()),
            None,
        )
    }

    /// A library of the application's own address space is no boundary.
    fn calls_to_guest(&self) -> Passage {
        if self.machine.guest.as_ref().is_some_and(|guest| guest.os == Os::Unikernel) {
            return Passage::Open;
        }
        let linux = self.machine.guest.as_ref().is_some_and(|guest| guest.os == Os::Linux);
        through(
            Interface::GuestCalls,
            linux.then_some(&SURFACES.process_calls),
            linux.then_some(&SURFACES.kernel_lines),
            None,
        )
    }

    /// A kernel in user space is a process of the host.
    fn carried_by_process(&mut self, kernel: Node) {
        let Some(part) = self.parts().next() else { return };
        self.edge(kernel, self.graph.host, process_calls(part));
    }

    /// A guest's kernel stands on whatever the hypervisor is made of.
    fn carried(&mut self, kernel: Node) {
        let host = self.graph.host;
        for part in self.parts() {
            match part.place {
                Place::HostKernel => self.edge(kernel, host, exits(part)),
                Place::Process | Place::ProcessAndDriver | Place::UserSpaceKernel => {
                    let vmm = self.node();
                    self.seen(Layer::Vmm, vmm);
                    let devices = through(Interface::Devices, None, part.lines.as_ref(), None);
                    self.edge(kernel, vmm, devices);
                    self.edge(vmm, host, process_calls(part));
                    if part.place == Place::ProcessAndDriver {
                        self.edge(kernel, host, exits(part));
                    }
                }
                Place::UnderHost => {
                    let under = self.under_host(part);
                    let calls = through(
                        Interface::Hypercalls,
                        part.calls.as_ref(),
                        part.lines.as_ref(),
                        None,
                    );
                    self.edge(kernel, under, calls);
                    let back_ends =
                        through(Interface::BackEnds, None, Some(&SURFACES.kernel_lines), None);
                    self.edge(kernel, host, back_ends);
                }
            }
        }
    }

    /// The hypervisor under the host's kernel, made once. The control domain may do there what
    /// it likes.
    fn under_host(&mut self, _part: &Component) -> Node {
        if let Some(node) = self.graph.layers[Layer::Hypervisor as usize] {
            return node;
        }
        let under = self.node();
        self.seen(Layer::Hypervisor, under);
        self.edge(self.graph.host, under, Passage::Open);
        under
    }

    /// Where the hypervisor is a part of something else, it is that.
    fn hypervisor(&mut self) {
        let in_host = self
            .parts()
            .any(|part| matches!(part.place, Place::HostKernel | Place::ProcessAndDriver));
        if in_host {
            self.seen(Layer::Hypervisor, self.graph.host);
        } else if let Some(vmm) = self.graph.layers[Layer::Vmm as usize] {
            self.seen(Layer::Hypervisor, vmm);
        }
    }

    /// The container engine: where it has a daemon, containers are stopped when that comes back,
    /// as Docker's documentation of live restore says of its default; in any case it is root on
    /// the kernel that it runs on.
    fn runtime(&mut self) {
        let platform = &self.machine.platform;
        let contains =
            matches!(platform.family, Family::Container | Family::Sandbox | Family::Nested);
        if !contains {
            return;
        }
        let on = match platform.isolation.kernel {
            Kernel::OneGuest => self.graph.layers[Layer::Kernel as usize],
            Kernel::Host | Kernel::UserSpace | Kernel::Guest => Some(self.graph.host),
        };
        let Some(on) = on else { return };
        let falls = self.machine.has_daemon();
        let runtime = self.node();
        self.seen(Layer::Runtime, runtime);
        self.edge(runtime, on, Passage::Open);
        for inside in 0..self.graph.applications {
            let passage = Passage::Closed;
            self.graph.edges.push(Edge { inside, outside: runtime, falls, passage });
        }
    }

    /// Plain processes of one user account: nothing divides them from each other.
    fn account(&mut self) {
        if self.machine.platform.family != Family::Process {
            return;
        }
        let account = self.node();
        for inside in 0..self.graph.applications {
            let passage = Passage::Open;
            self.graph.edges.push(Edge { inside, outside: account, falls: false, passage });
        }
    }
}

fn container_calls(interface: Interface) -> Passage {
    through(
        interface,
        Some(&SURFACES.container_calls),
        Some(&SURFACES.kernel_lines),
        Some(&SURFACES.container_lines_run),
    )
}

fn process_calls(part: &'static Component) -> Passage {
    through(
        Interface::VmmCalls,
        part.host_calls.as_ref(),
        Some(&SURFACES.kernel_lines),
        part.kernel_lines_run.as_ref(),
    )
}

fn exits(part: &'static Component) -> Passage {
    through(Interface::Exits, part.calls.as_ref(), part.lines.as_ref(), None)
}

impl Machine {
    /// Whether a container engine has a daemon: then the platform holds memory once for it.
    #[must_use]
    pub fn has_daemon(&self) -> bool {
        let platform = &self.platform;
        let contains =
            matches!(platform.family, Family::Container | Family::Sandbox | Family::Nested);
        contains && !platform.memory.once.is_absent()
    }
}
