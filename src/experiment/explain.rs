//! Why a number is what it is: its formula with the current terms, and the parts that add up to it.
//!
//! An explanation is computed from the same run as the number. Where a number is no sum of others
//! (a percentile, a count, what comes out of queues) the explanation says so and tells of whom the
//! percentile is, instead of inventing a formula. It holds no words and no constants: which
//! constants a number depends on is found by `scenario`, which can ask the question again.

mod memory;
mod start;

use serde::{Deserialize, Serialize};

use super::answer::{self, Answer, Cell, Dimension, Label};
use super::report::{Report, Resource, Wait};
use super::throughput;
use crate::catalog::{Clock, Phase};
use crate::model::{Charge, Machine, Owner};
use crate::units::Time;

/// Which of the instances that reached a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rank {
    /// The quickest.
    Least,
    /// The one that half of them are no slower than.
    Half,
    /// Nine in ten are no slower.
    NineInTen,
    /// 99 in a hundred are no slower.
    NinetyNine,
    /// The slowest.
    Most,
}

impl Rank {
    /// Every one, in order.
    pub const ALL: [Self; 5] =
        [Self::Least, Self::Half, Self::NineInTen, Self::NinetyNine, Self::Most];
}

/// A number that the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Displayed {
    /// A figure of an answer to any question, starts included.
    Figure(answer::Quantity),
    /// From its launch until an instance answers.
    Ready(u32),
    /// How long one phase of an instance's start took, waiting included.
    Phase(u32, Phase),
    /// From launch to a clock, of one of the instances in order of quickness.
    Clock(Clock, Rank),
    /// Memory of one owner at the end.
    Held(Owner),
    /// Memory of one owner that an instance holds on the average at the end.
    HeldEach(Owner),
    /// Memory that is free at the end.
    Free,
    /// The most memory that was ever resident.
    Peak,
    /// Taken back from guests by balloon.
    Ballooned,
    /// What merging itself needs to remember pages.
    MergingBookkeeping,
    /// How many more instances the free memory would hold.
    Room,
    /// How many instances one resource would carry.
    Ceiling(Resource),
    /// Room on the disk that is taken once.
    DiskShared,
    /// Room on the disk that is free.
    DiskFree,
}

/// What a term of a formula, or a part of a number, is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Name {
    /// Work and fixed waits of a phase: what an instance alone would need, too.
    Doing(Phase),
    /// Waiting for a resource.
    Waiting(Wait),
    /// The time until the instance was launched at all.
    Launch,
    /// Memory of an owner.
    Owner(Owner),
    /// What there is of a resource in all.
    Total,
    /// What is taken of it once.
    Fixed,
    /// What each instance takes.
    Each,
    /// What is free.
    Free,
    /// Instances.
    Instances,
    /// The host's own part.
    Host,
    /// Promised to instances.
    Promised,
    /// Written to swap.
    Swapped,
    /// An instance by its number, counted from 0.
    Instance,
    /// The host's kernel.
    HostKernel,
    /// The kernels of guests.
    GuestKernels,
    /// Another figure of the answer.
    Figure(answer::Quantity),
    /// A reason that the answer gives.
    Mechanism(answer::Mechanism),
    /// Counted while the run went on.
    Counted,
    /// What the other parts leave: rounding to whole bytes, or what is shared between parts.
    Rest,
}

/// How the terms make the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// The sum of the parts.
    Sum,
    /// The first term less the others.
    Difference,
    /// The first term divided by the second.
    Quotient,
    /// The first term divided by the second, as a whole number.
    WholeQuotient,
    /// The first term less the second, divided by the third, as a whole number.
    WholeShare,
    /// The product of the terms.
    Product,
    /// One instance of all, by rank: the first term says which.
    Ranked {
        /// Whose time it is.
        instance: u32,
        /// Of how many.
        of: u32,
    },
    /// Counted or measured in the run; no formula gives it without running.
    Observed,
}

/// A term of the formula, or a part of the number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// What it is.
    pub name: Name,
    /// Its value in the unit of its dimension.
    pub value: f64,
    /// Its dimension.
    pub dimension: Dimension,
}

/// Why a number is what it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// The number.
    pub of: Displayed,
    /// Its value in the unit of its dimension.
    pub value: f64,
    /// Its dimension.
    pub dimension: Dimension,
    /// How the terms make it.
    pub rule: Rule,
    /// The terms of the formula with their current values.
    pub terms: Vec<Term>,
    /// Parts in the number's own dimension, which add up to it; the largest first.
    pub parts: Vec<Term>,
}

impl Explanation {
    /// A number with its rule and terms; parts come later.
    fn new(of: Displayed, value: f64, dimension: Dimension, rule: Rule) -> Self {
        Self { of, value, dimension, rule, terms: Vec::new(), parts: Vec::new() }
    }

    fn term(mut self, name: Name, value: f64, dimension: Dimension) -> Self {
        self.terms.push(Term { name, value, dimension });
        self
    }

    /// Adds a part to the one of the same name, if there is one.
    fn add(&mut self, name: Name, value: f64) {
        match self.parts.iter_mut().find(|part| part.name == name) {
            Some(part) => part.value += value,
            None if value.abs() > 0.0 => {
                self.parts.push(Term { name, value, dimension: self.dimension });
            }
            None => {}
        }
    }

    /// Puts the largest part first, and says what the parts leave.
    fn settled(mut self) -> Self {
        let sum: f64 = self.parts.iter().map(|part| part.value).sum();
        let rest = self.value - sum;
        // What rounding leaves of picoseconds and bytes is nothing to tell.
        if rest.abs() > self.value.abs() * 1e-9 {
            let name = if self.parts.is_empty() { Name::Counted } else { Name::Rest };
            self.add(name, rest);
        }
        self.parts.sort_by(|one, other| other.value.abs().total_cmp(&one.value.abs()));
        self
    }
}

/// Everything that a run of starts shows, in the order of the page.
#[must_use]
pub fn displayed(machine: &Machine, report: &Report) -> Vec<Displayed> {
    let answer = super::start::answer(machine, report);
    let mut list: Vec<Displayed> =
        answer.figures.iter().map(|figure| Displayed::Figure(figure.quantity)).collect();
    for summary in report.clocks.iter().filter(|summary| summary.count > 0) {
        list.extend(Rank::ALL.map(|rank| Displayed::Clock(summary.clock, rank)));
    }
    for (number, one) in (0_u32..).zip(&report.instances) {
        let mut phases: Vec<Phase> = Vec::new();
        for span in report.lane(number) {
            if !phases.contains(&span.phase) {
                phases.push(span.phase);
            }
        }
        list.extend(phases.into_iter().map(|phase| Displayed::Phase(number, phase)));
        if one.clocks[Clock::Ready as usize].is_some() && one.launched.is_some() {
            list.push(Displayed::Ready(number));
        }
    }
    let held = |owner: &Owner| report.memory.by_owner[owner.index()].0 > 0;
    let owners: Vec<Owner> = Owner::ALL.into_iter().filter(held).collect();
    list.extend(owners.iter().map(|&owner| Displayed::Held(owner)));
    list.extend(owners.iter().map(|&owner| Displayed::HeldEach(owner)));
    list.extend([
        Displayed::Free,
        Displayed::Peak,
        Displayed::Ballooned,
        Displayed::MergingBookkeeping,
        Displayed::DiskShared,
        Displayed::DiskFree,
    ]);
    // Where nothing runs nobody can say how much room another one takes.
    list.extend(memory::explain(report, Displayed::Room, Time::NEVER).map(|_| Displayed::Room));
    let ceilings = report.density.iter().flat_map(|density| &density.ceilings);
    list.extend(ceilings.map(|ceiling| Displayed::Ceiling(ceiling.resource)));
    list
}

/// Why a number of a run of starts is what it is when the clock stands at a time; `None` where the
/// run does not show it. Times of starts, and all of disk, are those of the whole run.
#[must_use]
pub fn explain_start(
    machine: &Machine,
    report: &Report,
    of: Displayed,
    at: Time,
) -> Option<Explanation> {
    let told = match of {
        Displayed::Ready(instance) => start::ready(report, of, instance),
        Displayed::Phase(instance, phase) => start::phase(report, of, instance, phase),
        Displayed::Clock(clock, rank) => start::ranked(report, of, clock, rank),
        Displayed::Figure(answer::Quantity::Start(quantity)) => {
            start::figure(machine, report, of, quantity, at)
        }
        Displayed::Figure(_) => None,
        Displayed::Held(_)
        | Displayed::HeldEach(_)
        | Displayed::Free
        | Displayed::Peak
        | Displayed::Ballooned
        | Displayed::MergingBookkeeping
        | Displayed::Room
        | Displayed::Ceiling(_)
        | Displayed::DiskShared
        | Displayed::DiskFree => memory::explain(report, of, at),
    };
    told.map(Explanation::settled)
}

/// Why a figure of an answer is what it is; `None` where the answer does not tell it.
#[must_use]
pub fn explain_answer(
    machine: &Machine,
    answer: &Answer,
    quantity: answer::Quantity,
) -> Option<Explanation> {
    let value = answer.value(quantity)?;
    let of = Displayed::Figure(quantity);
    let mut told = Explanation::new(of, value, quantity.dimension(), Rule::Observed);
    let causes = answer.causes.iter().filter(|cause| cause.effect == quantity);
    for cause in causes {
        told.rule = Rule::Sum;
        told.add(Name::Mechanism(cause.mechanism), cause.amount);
    }
    match quantity {
        answer::Quantity::Throughput(throughput::Quantity::Work) => add_charges(answer, &mut told),
        answer::Quantity::Throughput(throughput::Quantity::LatencyMean) => {
            add_stages(answer, &mut told);
        }
        answer::Quantity::Throughput(throughput::Quantity::Each) => {
            let all = throughput::Quantity::Throughput.into();
            told.rule = Rule::Quotient;
            told = told.term(Name::Figure(all), answer.value(all)?, Dimension::Rate).term(
                Name::Instances,
                f64::from(machine.instances.max(1)),
                Dimension::Count,
            );
        }
        _ => {}
    }
    Some(told.settled())
}

/// The processor time of a request by what it is charged for.
fn add_charges(answer: &Answer, told: &mut Explanation) {
    use throughput::Mechanism;
    let title = answer::Mechanism::Throughput(Mechanism::CostByOperation);
    let rows = answer.tables.iter().filter(|table| table.title == title);
    for row in rows.flat_map(|table| &table.rows) {
        let Label::Mechanism(of) = row.label else { continue };
        let counts = match of {
            answer::Mechanism::Throughput(Mechanism::Charge(charge)) => {
                charge.is_work() || charge == Charge::BackEnds
            }
            answer::Mechanism::Throughput(Mechanism::WakeUps) => true,
            _ => false,
        };
        if let (true, Some(Cell::Value(here))) = (counts, row.cells.first()) {
            told.rule = Rule::Sum;
            told.add(Name::Mechanism(of), *here);
        }
    }
}

/// The mean time of a request by where it was.
fn add_stages(answer: &Answer, told: &mut Explanation) {
    let title = answer::Mechanism::Throughput(throughput::Mechanism::Stages);
    let rows = answer.tables.iter().filter(|table| table.title == title);
    for row in rows.flat_map(|table| &table.rows) {
        if let (Label::Mechanism(of), Some(Cell::Value(here))) = (&row.label, row.cells.first()) {
            told.rule = Rule::Sum;
            told.add(Name::Mechanism(*of), *here);
        }
    }
}
