//! Sentences about machines: kernels, memory, and how many are ready.

use super::state;
use crate::experiment::Activity;
use crate::text::lab::figures::{bytes, count, seconds};
use crate::text::{Locale, Say};
use crate::units::{Bytes, Time};

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
    /// How many instances are in this state.
    CountIn(u32, Activity),
    /// How many instances are ready, while their number is the question.
    ReadyNow(u32),
    /// How many instances are ready.
    ReadyOf(u32, u32),
    /// The cores of a machine.
    CoreCount(u32),
    /// The time and the state of both machines, for who does not see them.
    Spoken(Time, [u32; 2], [u32; 2]),
}

impl Say for Sentence {
    fn english(&self) -> String {
        let here = Locale::English;
        match *self {
            Self::Kernels(kernels) => {
                format!("{} kernel{}", count(kernels.into(), here), plural(kernels.into()))
            }
            Self::KernelsSplit { shared: true, instances: instances @ 2.., .. } => {
                format!("the host’s, shared by all {}", count(instances.into(), here))
            }
            Self::KernelsSplit { guests: 0, .. } | Self::KernelsSplit { shared: true, .. } => {
                "the host’s".to_owned()
            }
            Self::KernelsSplit { guests, .. } => {
                format!("the host’s and {} of guests", count(guests.into(), here))
            }
            Self::Free(free) => format!("free {}", bytes(free, here)),
            Self::RoomFor(0) => "no room for another".to_owned(),
            Self::RoomFor(more) => format!("memory for about {} more", count(more, here)),
            Self::UsedOf(used, total) => {
                format!("{} of {} used", bytes(used, here), bytes(total, here))
            }
            Self::KeyScale(amount) => {
                format!("= {} of memory, on every machine", bytes(amount, here))
            }
            Self::FullAt(many, reason) => {
                format!("Full at {}: {reason}", count(many.into(), here))
            }
            Self::Each(held) => format!("{} each", bytes(held, here)),
            Self::SharedKernel(by) => {
                format!("one host kernel, shared by all {}", count(by.into(), here))
            }
            Self::Drawing { platform, kernels, ready, of, used, total } => format!(
                "{platform}: {} kernel{} running, {} of {} instances ready, {} of {} of memory in \
                 use.",
                count(kernels.into(), here),
                plural(kernels.into()),
                count(ready.into(), here),
                count(of.into(), here),
                bytes(used, here),
                bytes(total, here)
            ),
            Self::CountIn(many, doing) => {
                format!("{} {}", count(many.into(), here), state(doing, here))
            }
            Self::ReadyNow(ready) => format!("{} ready", count(ready.into(), here)),
            Self::ReadyOf(ready, of) => {
                format!("{} of {} ready", count(ready.into(), here), count(of.into(), here))
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
        }
    }

    fn korean(&self) -> String {
        let here = Locale::Korean;
        match *self {
            Self::Kernels(kernels) => format!("커널 {}개", count(kernels.into(), here)),
            Self::KernelsSplit { shared: true, instances: instances @ 2.., .. } => {
                format!("인스턴스 {}개가 호스트 커널 하나를 공유", count(instances.into(), here))
            }
            Self::KernelsSplit { guests: 0, .. } | Self::KernelsSplit { shared: true, .. } => {
                "호스트 커널".to_owned()
            }
            Self::KernelsSplit { guests, .. } => {
                format!("호스트 커널 1개 + 게스트 커널 {}개", count(guests.into(), here))
            }
            Self::Free(free) => format!("여유 {}", bytes(free, here)),
            Self::RoomFor(0) => "더 들어갈 자리가 없음".to_owned(),
            Self::RoomFor(more) => format!("메모리로는 약 {}개 더", count(more, here)),
            Self::UsedOf(used, total) => {
                format!("{} 중 {} 사용", bytes(total, here), bytes(used, here))
            }
            Self::KeyScale(amount) => {
                format!("= 메모리 {} (모든 서버 같은 축척)", bytes(amount, here))
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
            Self::CountIn(many, doing) => {
                format!("{} {}개", state(doing, here), count(many.into(), here))
            }
            Self::ReadyNow(ready) => format!("{}개 준비됨", count(ready.into(), here)),
            Self::ReadyOf(ready, of) => {
                format!("{}개 중 {}개 준비됨", count(of.into(), here), count(ready.into(), here))
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
        }
    }
}

const fn plural(many: u64) -> &'static str {
    if many == 1 { "" } else { "s" }
}
