//! The ways of an attacker: the fewest boundaries between what is held and what is wanted.

use super::{Boundary, Containment, Edge, Node, Passage};
use crate::units::sort_short;

/// The edges at each node, in both directions.
pub(super) struct Neighbours<'a> {
    edges: &'a [Edge],
    first: Vec<u32>,
    places: Vec<(u32, bool)>,
}

impl<'a> Neighbours<'a> {
    pub(super) fn new(graph: &'a Containment) -> Self {
        let mut counts = vec![0_u32; graph.nodes as usize + 1];
        for edge in &graph.edges {
            counts[edge.inside as usize + 1] += 1;
            counts[edge.outside as usize + 1] += 1;
        }
        for node in 1..counts.len() {
            counts[node] += counts[node - 1];
        }
        let first = counts.clone();
        let mut next = counts;
        let mut places = vec![(0, false); graph.edges.len() * 2];
        let numbered = (0_u32..).zip(&graph.edges);
        for (number, edge) in numbered {
            for (node, inside) in [(edge.inside, false), (edge.outside, true)] {
                let place = &mut next[node as usize];
                places[*place as usize] = (number, inside);
                *place += 1;
            }
        }
        Self { edges: &graph.edges, first, places }
    }

    /// Each edge at a node, the node at its other end, and whether that one stands inside.
    pub(super) fn of(&self, node: Node) -> impl Iterator<Item = (&'a Edge, Node, bool)> + '_ {
        let range = self.first[node as usize] as usize..self.first[node as usize + 1] as usize;
        self.places[range].iter().map(|&(number, inside)| {
            let edge = &self.edges[number as usize];
            (edge, if inside { edge.inside } else { edge.outside }, inside)
        })
    }
}

/// How far a node is from where the attacker stands, and the last step to it.
#[derive(Clone, Copy)]
struct Step {
    broken: u32,
    from: Node,
    boundary: Option<Boundary>,
}

impl Containment {
    /// The host's kernel, or the control domain's.
    #[must_use]
    pub fn host(&self) -> Node {
        self.host
    }

    /// The application of another instance; `None` where there is only one.
    #[must_use]
    pub fn neighbour(&self) -> Option<Node> {
        (self.applications > 1).then_some(1)
    }

    /// The boundaries on the shortest way from one node to another: empty where nothing divides
    /// them, `None` where the model knows no way.
    #[must_use]
    pub fn way(&self, from: Node, to: Node) -> Option<Vec<Boundary>> {
        let steps = self.steps(from);
        let mut boundaries = Vec::new();
        let mut at = to;
        while at != from {
            let step = steps[at as usize]?;
            boundaries.extend(step.boundary);
            at = step.from;
        }
        boundaries.reverse();
        Some(boundaries)
    }

    /// Every boundary that an attacker at a node can come to, with how many must be broken
    /// before it; the nearest first, each kind of interface once.
    #[must_use]
    pub fn boundaries(&self, from: Node) -> Vec<(u32, Boundary)> {
        let steps = self.steps(from);
        let mut found: Vec<(u32, Boundary)> = Vec::new();
        for edge in &self.edges {
            if let (Passage::Through(boundary), Some(step)) =
                (edge.passage, steps[edge.inside as usize])
                && !found
                    .iter()
                    .any(|(at, known)| known.interface == boundary.interface && *at <= step.broken)
            {
                found.retain(|(_, known)| known.interface != boundary.interface);
                found.push((step.broken, boundary));
            }
        }
        let place = |(broken, boundary): &(_, Boundary)| (*broken, boundary.interface);
        sort_short(&mut found, |one, other| place(one) < place(other));
        found
    }

    /// The fewest boundaries to every node. Going to what stands inside costs nothing, going out
    /// costs a boundary unless the way is open.
    fn steps(&self, from: Node) -> Vec<Option<Step>> {
        let index = Neighbours::new(self);
        let mut steps: Vec<Option<Step>> = vec![None; self.nodes as usize];
        steps[from as usize] = Some(Step { broken: 0, from, boundary: None });
        let mut level = vec![from];
        let mut broken = 0;
        while !level.is_empty() {
            let mut next = Vec::new();
            let mut place = 0;
            while place < level.len() {
                let node = level[place];
                place += 1;
                for (edge, other, inside) in index.of(node) {
                    if steps[other as usize].is_some() {
                        continue;
                    }
                    match (inside, edge.passage) {
                        (true, _) | (false, Passage::Open) => {
                            steps[other as usize] =
                                Some(Step { broken, from: node, boundary: None });
                            level.push(other);
                        }
                        (false, Passage::Through(boundary)) => {
                            next.push((other, node, boundary));
                        }
                        (false, Passage::Closed) => {}
                    }
                }
            }
            broken += 1;
            level = Vec::new();
            for (other, node, boundary) in next {
                if steps[other as usize].is_none() {
                    steps[other as usize] =
                        Some(Step { broken, from: node, boundary: Some(boundary) });
                    level.push(other);
                }
            }
        }
        steps
    }
}
