//! What stands on what, who falls with whom, and what an attacker must break next.
//!
//! The graph is made from the data of a platform's isolation and never from its name: a new
//! platform has its answers without a change here. An edge leads from what is inside to what it
//! stands on. The one decision to question is that a way in is counted whole or not at all: no
//! probability stands at an edge, because none is known.

use serde::{Deserialize, Serialize};

use super::Machine;

mod build;
mod ways;

/// A layer in which something can go wrong, seen from one instance.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Layer {
    /// The application.
    #[default]
    Application,
    /// The container engine and its runtime.
    Runtime,
    /// The kernel that the application calls, whoever owns it.
    Kernel,
    /// The process that plays the virtual machine.
    Vmm,
    /// The kernel that owns the hardware, or the control domain's.
    HostKernel,
    /// The hypervisor: in the host's kernel, or under it.
    Hypervisor,
}

impl Layer {
    /// All layers, from the outside of an attack to its inside.
    pub const ALL: [Self; 6] = [
        Self::Application,
        Self::Runtime,
        Self::Kernel,
        Self::Vmm,
        Self::HostKernel,
        Self::Hypervisor,
    ];
}

/// The kind of interface between something and what it stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Interface {
    /// System calls to the host's kernel, all of them.
    HostCalls,
    /// System calls to the host's kernel through a container's filter.
    FilteredCalls,
    /// System calls to a kernel in user space.
    UserSpaceKernelCalls,
    /// System calls to a guest's kernel.
    GuestCalls,
    /// System calls of a sandbox or a VMM to the host's kernel.
    VmmCalls,
    /// Exits of a guest to the hypervisor in the host's kernel.
    Exits,
    /// Devices that a VMM plays for a guest.
    Devices,
    /// Hypercalls to the hypervisor under the host.
    Hypercalls,
    /// Devices that the control domain plays for a guest.
    BackEnds,
}

/// A boundary: what an attacker must break, with the published counts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Boundary {
    /// The interface.
    pub interface: Interface,
    /// Calls that can be made through it; `None` where no count was found.
    pub calls: Option<f64>,
    /// Lines of the code that answers them.
    pub lines: Option<f64>,
    /// Lines of the host's kernel that ran in the one published comparison.
    pub lines_run: Option<f64>,
}

/// How an attacker inside gets to what it stands on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Passage {
    /// The model knows no way.
    Closed,
    /// Nothing is in between: whoever has the one has the other.
    Open,
    /// By breaking a boundary.
    Through(Boundary),
}

/// Something that stands on something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Edge {
    pub(super) inside: u32,
    pub(super) outside: u32,
    /// Whether a crash of the outer fells the inner.
    pub(super) falls: bool,
    pub(super) passage: Passage,
}

/// Number of a node.
pub type Node = u32;

/// The graph of one machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Containment {
    /// The application of each instance; they are the first nodes.
    applications: u32,
    nodes: u32,
    edges: Vec<Edge>,
    /// The node of each layer as the first instance sees it, in the order of [`Layer::ALL`].
    layers: [Option<Node>; 6],
    host: Node,
}

impl Machine {
    /// What stands on what when so many instances run.
    #[must_use]
    pub fn containment(&self, instances: u32) -> Containment {
        build::build(self, instances)
    }
}

impl Containment {
    /// Where a layer is, seen from the first instance; `None` where the machine has none.
    #[must_use]
    pub fn node(&self, layer: Layer) -> Option<Node> {
        self.layers[layer as usize]
    }

    /// Instances whose application runs on a node, or is it.
    fn instances_among(&self, marked: &[bool]) -> u32 {
        let fallen = marked.iter().take(self.applications as usize).filter(|&&mark| mark).count();
        u32::try_from(fallen).unwrap_or(u32::MAX)
    }

    /// Whether each node falls when this one crashes; the first nodes are the instances.
    #[must_use]
    pub fn fallen(&self, node: Node) -> Vec<bool> {
        self.reached(node, |edge, inside| edge.falls && inside)
    }

    /// How many instances fall when this node crashes.
    #[must_use]
    pub fn felled_by_crash(&self, node: Node) -> u32 {
        self.instances_among(&self.fallen(node))
    }

    /// Whether an attacker who controls this node has each node: all that stand on it, and all that
    /// stand on what nothing divides from it. The first nodes are the instances.
    #[must_use]
    pub fn held(&self, node: Node) -> Vec<bool> {
        self.reached(node, |edge, inside| inside || edge.passage == Passage::Open)
    }

    /// How many instances an attacker has who controls this node.
    #[must_use]
    pub fn held_by_attacker(&self, node: Node) -> u32 {
        self.instances_among(&self.held(node))
    }

    /// Pairs of what stands inside and what it stands on, where a crash goes along.
    pub fn falls_with(&self) -> impl Iterator<Item = (Node, Node)> + '_ {
        self.edges.iter().filter(|edge| edge.falls).map(|edge| (edge.inside, edge.outside))
    }

    /// Everything reached from a node by edges that `passes` lets through; it is told whether the
    /// step goes to what stands inside.
    fn reached(&self, from: Node, passes: impl Fn(&Edge, bool) -> bool) -> Vec<bool> {
        let mut marked = vec![false; self.nodes as usize];
        let index = ways::Neighbours::new(self);
        let mut open = vec![from];
        marked[from as usize] = true;
        while let Some(node) = open.pop() {
            for (edge, other, inside) in index.of(node) {
                if !marked[other as usize] && passes(edge, inside) {
                    marked[other as usize] = true;
                    open.push(other);
                }
            }
        }
        marked
    }
}
