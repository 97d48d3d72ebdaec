//! Times of starts: of one instance by phase and by what it waited for, and ranks over all.

use super::{Dimension, Displayed, Explanation, Name, Rank, Rule};
use crate::catalog::{Clock, Kernel, Phase};
use crate::experiment::report::{InstanceReport, Outcome, Report};
use crate::experiment::start::Quantity;
use crate::model::Machine;
use crate::units::{Span, Time};

/// From its launch until one instance answers.
pub(super) fn ready(report: &Report, of: Displayed, instance: u32) -> Option<Explanation> {
    let (launched, ready) = times(report, instance, Clock::Ready)?;
    let value = ready.since(launched).as_seconds();
    let mut told = Explanation::new(of, value, Dimension::Time, Rule::Sum);
    add_lane(report, instance, [launched, ready], &mut told);
    Some(told)
}

/// One phase of one instance's start.
pub(super) fn phase(
    report: &Report,
    of: Displayed,
    instance: u32,
    phase: Phase,
) -> Option<Explanation> {
    let spans = || report.lane(instance).iter().filter(|span| span.phase == phase);
    spans().next()?;
    let value = spans().fold(Span::ZERO, |sum, span| sum + span.end.since(span.begin));
    let mut told = Explanation::new(of, value.as_seconds(), Dimension::Time, Rule::Sum);
    for span in spans() {
        let length = span.end.since(span.begin);
        let waited = if span.wait.is_some() { span.waited } else { Span::ZERO };
        told.add(Name::Doing(phase), Span(length.0.saturating_sub(waited.0)).as_seconds());
        if let Some(wait) = span.wait {
            told.add(Name::Waiting(wait), waited.as_seconds());
        }
    }
    Some(told)
}

/// From launch to a clock, of the instance with this rank.
pub(super) fn ranked(
    report: &Report,
    of: Displayed,
    clock: Clock,
    rank: Rank,
) -> Option<Explanation> {
    let summary = report.clock(clock)?;
    let length = match rank {
        Rank::Least => summary.least,
        Rank::Half => summary.p50,
        Rank::NineInTen => summary.p90,
        Rank::NinetyNine => summary.p99,
        Rank::Most => summary.most,
    };
    let (instance, launched, reached) = (0..report.host_holder()).find_map(|instance| {
        let (launched, reached) = times(report, instance, clock)?;
        (reached.since(launched) == length).then_some((instance, launched, reached))
    })?;
    let rule = Rule::Ranked { instance, of: summary.count };
    let mut told = Explanation::new(of, length.as_seconds(), Dimension::Time, rule);
    add_lane(report, instance, [launched, reached], &mut told);
    Some(told)
}

/// A figure of the answer to starts.
pub(super) fn figure(
    machine: &Machine,
    report: &Report,
    of: Displayed,
    quantity: Quantity,
    at: Time,
) -> Option<Explanation> {
    match quantity {
        Quantity::ReadyMedian => ranked(report, of, Clock::Ready, Rank::Half),
        Quantity::ReadyP90 => ranked(report, of, Clock::Ready, Rank::NineInTen),
        Quantity::ReadyP99 => ranked(report, of, Clock::Ready, Rank::NinetyNine),
        Quantity::InitMedian => ranked(report, of, Clock::Init, Rank::Half),
        Quantity::HostPartMedian => ranked(report, of, Clock::Vmm, Rank::Half),
        Quantity::AllReady => last(report, of),
        Quantity::Ready => Some(counted(report, of, at)),
        Quantity::Fits => super::memory::fits(report, of),
        Quantity::Kernels => Some(kernels(machine, report, of, at)),
        Quantity::IdleCores => Some(idle(machine, report, of)),
        Quantity::ResidentEach
        | Quantity::Resident
        | Quantity::Reserved
        | Quantity::MergedSaving
        | Quantity::Swapped
        | Quantity::Disk
        | Quantity::DiskEach => super::memory::figure(report, of, quantity, at),
    }
}

/// From the beginning until the last instance answers.
fn last(report: &Report, of: Displayed) -> Option<Explanation> {
    let reached = (0..report.host_holder())
        .filter_map(|instance| Some((times(report, instance, Clock::Ready)?, instance)));
    let ((launched, ready), instance) = reached.max_by_key(|((_, ready), _)| *ready)?;
    let count = report.clock(Clock::Ready)?.count;
    let rule = Rule::Ranked { instance, of: count };
    let mut told = Explanation::new(of, ready.as_seconds(), Dimension::Time, rule);
    told.add(Name::Launch, launched.as_seconds());
    add_lane(report, instance, [launched, ready], &mut told);
    Some(told)
}

/// Instances that answer at a time.
fn ready_at(report: &Report, at: Time) -> u32 {
    if at >= report.ended {
        return report.ready();
    }
    let reached = |one: &&InstanceReport| {
        let killed = matches!(one.outcome, Outcome::Killed(killed) if killed <= at);
        !killed && one.clocks[Clock::Ready as usize].is_some_and(|ready| ready <= at)
    };
    u32::try_from(report.instances.iter().filter(reached).count()).unwrap_or(u32::MAX)
}

fn counted(report: &Report, of: Displayed, at: Time) -> Explanation {
    let ready = f64::from(ready_at(report, at));
    let asked = f64::from(report.host_holder());
    Explanation::new(of, ready, Dimension::Count, Rule::Observed).term(
        Name::Instances,
        asked,
        Dimension::Count,
    )
}

/// The host's kernel and those of the guests.
fn kernels(machine: &Machine, report: &Report, of: Displayed, at: Time) -> Explanation {
    let value = f64::from(machine.kernels(ready_at(report, at)));
    let mut told = Explanation::new(of, value, Dimension::Count, Rule::Sum);
    told.add(Name::HostKernel, 1.0);
    if machine.platform.isolation.kernel != Kernel::Host {
        told.add(Name::GuestKernels, value - 1.0);
    }
    told
}

/// Cores that ready instances use up by their wake-ups.
fn idle(machine: &Machine, report: &Report, of: Displayed) -> Explanation {
    let value = report.idle_cores * f64::from(machine.host.cores);
    let ready = f64::from(report.ready());
    let each = if ready > 0.0 { value / ready } else { 0.0 };
    Explanation::new(of, value, Dimension::Cores, Rule::Product)
        .term(Name::Instances, ready, Dimension::Count)
        .term(Name::Each, each, Dimension::Cores)
}

/// When an instance was launched, and when it reached a clock.
fn times(report: &Report, instance: u32, clock: Clock) -> Option<(Time, Time)> {
    let of = report.instances.get(instance as usize)?;
    Some((of.launched?, of.clocks[clock as usize]?))
}

/// The bars of a lane between two times, by phase and by what was waited for. A bar that goes on
/// beyond the end counts in proportion.
fn add_lane(report: &Report, instance: u32, [from, until]: [Time; 2], told: &mut Explanation) {
    for span in report.lane(instance) {
        let (begin, end) = (span.begin.max(from), span.end.min(until));
        if end <= begin {
            continue;
        }
        let whole = span.end.since(span.begin).as_seconds();
        let length = end.since(begin).as_seconds();
        let share = if whole > 0.0 { length / whole } else { 0.0 };
        let waited = span.wait.map_or(0.0, |_| span.waited.as_seconds() * share);
        told.add(Name::Doing(span.phase), length - waited);
        if let Some(wait) = span.wait {
            told.add(Name::Waiting(wait), waited);
        }
    }
}
