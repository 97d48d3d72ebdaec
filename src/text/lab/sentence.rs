//! Sentences of the Lab: named arguments, one whole sentence for each language.

use super::{owner, phase, state, wait};
use crate::app::Speed;
use crate::catalog::Phase;
use crate::experiment::{Activity, Wait};
use crate::model::Owner;
use crate::text::lab::figures::{bytes, count, percent, seconds};
use crate::text::{Locale, Say};
use crate::units::{Bytes, Span, Time};

/// A sentence, or a part of one, with its arguments.
#[derive(Clone, Debug, PartialEq)]
pub enum Sentence {
    /// How many kernels run on a machine.
    Kernels(u32),
    /// How the kernels are made up: the host's, and the instances' own.
    KernelsSplit {
        /// Kernels of instances.
        guests: u32,
        /// Whether the instances share the host's kernel.
        shared: bool,
        /// Instances.
        instances: u32,
    },
    /// Free memory.
    Free(Bytes),
    /// Room for more instances by accounting.
    RoomFor(u64),
    /// Used of the machine's memory.
    UsedOf(Bytes, Bytes),
    /// What a square of the key stands for.
    KeyScale(Bytes),
    /// A machine is full with so many, for this reason.
    FullAt(u32, &'static str),
    /// An amount that each instance holds.
    Each(Bytes),
    /// The host's kernel, shared by so many instances.
    SharedKernel(u32),
    /// A machine's drawing in one sentence.
    Drawing {
        /// Name of the platform.
        platform: &'static str,
        /// Kernels that run.
        kernels: u32,
        /// Instances that answer.
        ready: u32,
        /// Of how many.
        of: u32,
        /// Memory in use.
        used: Bytes,
        /// Memory of the machine.
        total: Bytes,
    },
    /// One instance at one time.
    InstanceState(u32, Activity),
    /// How many instances are in this state.
    CountIn(u32, Activity),
    /// How many instances are ready, while their number is the question.
    ReadyNow(u32),
    /// How many instances are ready.
    ReadyOf(u32, u32),
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
    /// Waiting, and for what.
    WaitingFor(Wait),
    /// The numbers that a field takes.
    NumberUpTo(u32),
    /// That a column of the drawing stands for several instances.
    ColumnOf(u32),
    /// The clock's position on the whole run.
    TimeOf(Time, Time),
    /// The cores of a machine.
    CoreCount(u32),
    /// The time and the state of both machines, for who does not see them.
    Spoken(Time, [u32; 2], [u32; 2]),
    /// So many cores of so many.
    CoresBusy(f64, u32),
    /// A share of the disk at work.
    DiskBusy(f64),
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

impl Say for Sentence {
    fn english(&self) -> String {
        let here = Locale::English;
        match *self {
            Self::Kernels(kernels) => {
                format!("{} kernel{}", count(kernels.into(), here), plural(kernels.into()))
            }
            Self::KernelsSplit { shared: true, instances, .. } => {
                format!("the host’s, shared by all {}", count(instances.into(), here))
            }
            Self::KernelsSplit { guests: 0, .. } => "the host’s".to_owned(),
            Self::KernelsSplit { guests, .. } => {
                format!("the host’s and {} of guests", count(guests.into(), here))
            }
            Self::Free(free) => format!("free {}", bytes(free, here)),
            Self::RoomFor(0) => "no room for another".to_owned(),
            Self::RoomFor(more) => format!("room for about {} more", count(more, here)),
            Self::UsedOf(used, total) => {
                format!("{} of {} used", bytes(used, here), bytes(total, here))
            }
            Self::KeyScale(amount) => {
                format!("= {} of memory, on both machines", bytes(amount, here))
            }
            Self::FullAt(many, reason) => {
                format!("Full at {}: {reason}", count(many.into(), here))
            }
            Self::Each(held) => format!("{} each", bytes(held, here)),
            Self::SharedKernel(by) => {
                format!("one host kernel, shared by all {}", count(by.into(), here))
            }
            Self::Drawing { platform, kernels, ready, of, used, total } => format!(
                "{platform}: {} kernel{} running, {} of {} instances ready, {} of {} of memory used.",
                count(kernels.into(), here),
                plural(kernels.into()),
                count(ready.into(), here),
                count(of.into(), here),
                bytes(used, here),
                bytes(total, here)
            ),
            Self::InstanceState(number, doing) => {
                format!("Instance {}: {}", number + 1, state(doing, here))
            }
            Self::CountIn(many, doing) => {
                format!("{} {}", count(many.into(), here), state(doing, here))
            }
            Self::ReadyNow(ready) => format!("{} ready", count(ready.into(), here)),
            Self::ReadyOf(ready, of) => {
                format!("{} of {} ready", count(ready.into(), here), count(of.into(), here))
            }
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
                "{shown} of {} lanes, evenly spread by number; the table and the field below reach all",
                count(of.into(), here)
            ),
            Self::WaitingFor(reason) => format!("waiting for {}", wait(reason, here)),
            Self::NumberUpTo(most) => format!("1 to {}", count(most.into(), here)),
            Self::ColumnOf(many) => {
                format!("each stripe stands for about {} instances", count(many.into(), here))
            }
            Self::TimeOf(at, end) => {
                format!("{} of {}", seconds(at.as_seconds(), here), seconds(end.as_seconds(), here))
            }
            Self::CoreCount(1) => "1 core".to_owned(),
            Self::CoreCount(cores) => format!("{} cores", count(cores.into(), here)),
            Self::Spoken(at, ready, of) => format!(
                "At {}: {} of {} are ready on machine A, {} of {} on machine B.",
                seconds(at.as_seconds(), here),
                count(ready[0].into(), here),
                count(of[0].into(), here),
                count(ready[1].into(), here),
                count(of[1].into(), here)
            ),
            Self::CoresBusy(busy, of) => format!("{busy:.1} of {of} cores at work"),
            Self::DiskBusy(share) => format!("disk {} at work", percent(share, here)),
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
            Self::Kernels(kernels) => format!("커널 {}개", count(kernels.into(), here)),
            Self::KernelsSplit { shared: true, instances, .. } => {
                format!("호스트 커널 하나를 {}개가 공유", count(instances.into(), here))
            }
            Self::KernelsSplit { guests: 0, .. } => "호스트 커널".to_owned(),
            Self::KernelsSplit { guests, .. } => {
                format!("호스트 커널 1개 + 게스트 커널 {}개", count(guests.into(), here))
            }
            Self::Free(free) => format!("여유 {}", bytes(free, here)),
            Self::RoomFor(0) => "더 들어갈 자리가 없음".to_owned(),
            Self::RoomFor(more) => format!("약 {}개 더 들어감", count(more, here)),
            Self::UsedOf(used, total) => {
                format!("{} 중 {} 사용", bytes(total, here), bytes(used, here))
            }
            Self::KeyScale(amount) => {
                format!("= 메모리 {} (두 서버 같은 축척)", bytes(amount, here))
            }
            Self::FullAt(many, reason) => {
                format!("{}개에서 가득 참: {reason}", count(many.into(), here))
            }
            Self::Each(held) => format!("개당 {}", bytes(held, here)),
            Self::SharedKernel(by) => {
                format!("호스트 커널 하나를 {}개가 공유", count(by.into(), here))
            }
            Self::Drawing { platform, kernels, ready, of, used, total } => format!(
                "{platform}: 실행 중인 커널 {}개, 인스턴스 {}개 중 {}개 준비됨, 메모리 {} 중 {} 사용.",
                count(kernels.into(), here),
                count(of.into(), here),
                count(ready.into(), here),
                bytes(total, here),
                bytes(used, here)
            ),
            Self::InstanceState(number, doing) => {
                format!("인스턴스 {}: {}", number + 1, state(doing, here))
            }
            Self::CountIn(many, doing) => {
                format!("{} {}개", state(doing, here), count(many.into(), here))
            }
            Self::ReadyNow(ready) => format!("{}개 준비됨", count(ready.into(), here)),
            Self::ReadyOf(ready, of) => {
                format!("{}개 중 {}개 준비됨", count(of.into(), here), count(ready.into(), here))
            }
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
                "전체 {}개 중 번호순으로 고르게 뽑은 {shown}개. 나머지는 표와 아래 입력란에서 볼 수 있음",
                count(of.into(), here)
            ),
            Self::WaitingFor(reason) => format!("{} 기다림", wait(reason, here)),
            Self::NumberUpTo(most) => format!("1부터 {}까지", count(most.into(), here)),
            Self::ColumnOf(many) => {
                format!("줄무늬 하나가 인스턴스 약 {}개", count(many.into(), here))
            }
            Self::TimeOf(at, end) => {
                format!("{} / {}", seconds(at.as_seconds(), here), seconds(end.as_seconds(), here))
            }
            Self::CoreCount(cores) => format!("코어 {}개", count(cores.into(), here)),
            Self::Spoken(at, ready, of) => format!(
                "{} 시점: 서버 A에서 {}개 중 {}개, 서버 B에서 {}개 중 {}개 준비됨.",
                seconds(at.as_seconds(), here),
                count(of[0].into(), here),
                count(ready[0].into(), here),
                count(of[1].into(), here),
                count(ready[1].into(), here)
            ),
            Self::CoresBusy(busy, of) => format!("코어 {of}개 중 {busy:.1}개 사용"),
            Self::DiskBusy(share) => format!("디스크 {} 사용", percent(share, here)),
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
                "인스턴스 {}개 중 첫 번째는 {} 뒤, 마지막은 {} 뒤에 응답합니다.",
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

const fn plural(many: u64) -> &'static str {
    if many == 1 { "" } else { "s" }
}

/// Thousandths of real time as a factor.
fn factor(thousandths: u32) -> String {
    if thousandths < 1000 {
        format!("1/{}", 1000 / thousandths.max(1))
    } else {
        (thousandths / 1000).to_string()
    }
}
