//! Sentences about runs: lanes, charts, the clock.

use super::{owner, phase, wait};
use crate::app::Speed;
use crate::catalog::Phase;
use crate::experiment::Wait;
use crate::model::Owner;
use crate::text::lab::figures::{bytes, count, percent, seconds};
use crate::text::{Locale, Say};
use crate::units::{Bytes, Span, Time};

/// A sentence, or a part of one, with its arguments.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Waiting, and for what.
    WaitingFor(Wait),
    /// The numbers that a field takes.
    NumberUpTo(u32),
    /// One bar of a lane.
    Bar {
        /// Whose.
        instance: u32,
        /// What was done.
        phase: Phase,
        /// From.
        begin: Time,
        /// Until.
        end: Time,
        /// Lost to waiting.
        waited: Span,
        /// For what.
        wait: Option<Wait>,
    },
    /// That only some lanes are drawn.
    LanesShown {
        /// How many are drawn.
        shown: u32,
        /// Out of how many.
        of: u32,
    },
    /// The clock's position on the whole run.
    TimeOf(Time, Time),
    /// How fast the clock runs.
    Speed(Speed),
    /// Summary of the memory chart.
    MemorySummary {
        /// Resident at this time.
        used: Bytes,
        /// At this time.
        at: Time,
        /// The largest owner.
        largest: Owner,
        /// What it holds.
        held: Bytes,
    },
    /// Summary of the chart of use.
    UsageSummary {
        /// Cores at work at this time.
        cores: f64,
        /// Of how many.
        of: u32,
        /// Share of the disk at work.
        disk: f64,
        /// At this time.
        at: Time,
    },
    /// Summary of the lanes.
    LanesSummary {
        /// Instances.
        instances: u32,
        /// First answer of the fastest.
        first: Option<Time>,
        /// First answer of the slowest.
        last: Option<Time>,
    },
    /// A long run in progress.
    Running {
        /// Ready so far.
        ready: u32,
        /// Of how many.
        of: u32,
    },
}

impl Say for Told {
    fn english(&self) -> String {
        let here = Locale::English;
        match *self {
            Self::WaitingFor(reason) => format!("waiting for {}", wait(reason, here)),
            Self::NumberUpTo(most) => format!("1 to {}", count(most.into(), here)),
            Self::Bar { instance, phase: doing, begin, end, waited, wait: reason } => {
                let what = format!(
                    "Instance {}: {} from {} to {}",
                    instance + 1,
                    phase(doing, here),
                    seconds(begin.as_seconds(), here),
                    seconds(end.as_seconds(), here)
                );
                match reason {
                    Some(reason) => format!(
                        "{what}; {} of it waiting for {}",
                        seconds(waited.as_seconds(), here),
                        wait(reason, here)
                    ),
                    None => what,
                }
            }
            Self::LanesShown { shown, of } => format!(
                "{shown} of {} lanes, evenly spread by number; the field below reaches all",
                count(of.into(), here)
            ),
            Self::TimeOf(at, end) => {
                format!("{} of {}", seconds(at.as_seconds(), here), seconds(end.as_seconds(), here))
            }
            Self::Speed(Speed::Fit) => "whole run in 10 s".to_owned(),
            Self::Speed(Speed::Real(speed)) => format!("{}×", factor(speed)),
            Self::MemorySummary { used, at, largest, held } => format!(
                "At {}, {} is resident; the largest owner is {} with {}.",
                seconds(at.as_seconds(), here),
                bytes(used, here),
                owner(largest, here),
                bytes(held, here)
            ),
            Self::UsageSummary { cores, of, disk, at } => format!(
                "At {}, {cores:.1} of {of} cores and {} of the disk’s time are in use.",
                seconds(at.as_seconds(), here),
                percent(disk, here)
            ),
            Self::LanesSummary { instances, first: Some(first), last: Some(last) } => format!(
                "{} instances: the first answers after {}, the last after {}.",
                count(instances.into(), here),
                seconds(first.as_seconds(), here),
                seconds(last.as_seconds(), here)
            ),
            Self::LanesSummary { instances, .. } => {
                format!("{} instances; none answers.", count(instances.into(), here))
            }
            Self::Running { ready, of } => format!(
                "Simulating: {} of {} instances are ready.",
                count(ready.into(), here),
                count(of.into(), here)
            ),
        }
    }

    fn korean(&self) -> String {
        let here = Locale::Korean;
        match *self {
            Self::WaitingFor(reason) => format!("{} 기다림", wait(reason, here)),
            Self::NumberUpTo(most) => format!("1부터 {}까지", count(most.into(), here)),
            Self::Bar { instance, phase: doing, begin, end, waited, wait: reason } => {
                let what = format!(
                    "인스턴스 {}: {} {} ~ {}",
                    instance + 1,
                    phase(doing, here),
                    seconds(begin.as_seconds(), here),
                    seconds(end.as_seconds(), here)
                );
                match reason {
                    Some(reason) => format!(
                        "{what}, 그중 대기 {} (기다린 것: {})",
                        seconds(waited.as_seconds(), here),
                        wait(reason, here)
                    ),
                    None => what,
                }
            }
            Self::LanesShown { shown, of } => format!(
                "전체 {}개 중 번호순으로 고르게 뽑은 {shown}개. 나머지는 아래 입력란에서 볼 수 있음",
                count(of.into(), here)
            ),
            Self::TimeOf(at, end) => {
                format!("{} / {}", seconds(at.as_seconds(), here), seconds(end.as_seconds(), here))
            }
            Self::Speed(Speed::Fit) => "10초에 전체 재생".to_owned(),
            Self::Speed(Speed::Real(speed)) => format!("{}배속", factor(speed)),
            Self::MemorySummary { used, at, largest, held } => format!(
                "{} 시점에 {} 사용 중이며, 가장 큰 소유자는 {}({})입니다.",
                seconds(at.as_seconds(), here),
                bytes(used, here),
                owner(largest, here),
                bytes(held, here)
            ),
            Self::UsageSummary { cores, of, disk, at } => format!(
                "{} 시점에 코어 {of}개 중 {cores:.1}개, 디스크 시간의 {} 사용 중입니다.",
                seconds(at.as_seconds(), here),
                percent(disk, here)
            ),
            Self::LanesSummary { instances, first: Some(first), last: Some(last) } => format!(
                "인스턴스 {}개 중 가장 빠른 것은 {} 뒤, 가장 늦은 것은 {} 뒤에 응답합니다.",
                count(instances.into(), here),
                seconds(first.as_seconds(), here),
                seconds(last.as_seconds(), here)
            ),
            Self::LanesSummary { instances, .. } => {
                format!("인스턴스 {}개 중 응답하는 것이 없습니다.", count(instances.into(), here))
            }
            Self::Running { ready, of } => format!(
                "시뮬레이션 중: 인스턴스 {}개 중 {}개 준비됨",
                count(of.into(), here),
                count(ready.into(), here)
            ),
        }
    }
}

/// Thousandths of real time as a factor.
fn factor(thousandths: u32) -> String {
    if thousandths < 1000 {
        format!("1/{}", 1000 / thousandths.max(1))
    } else {
        (thousandths / 1000).to_string()
    }
}
