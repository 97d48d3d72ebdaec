//! The words of a scene: how instances fare, and where requests are.

use super::lab::figures::{count, seconds};
use super::page::words;
use super::{Locale, Say, name, pick};
use crate::experiment::film::{Lot, Station};
use crate::scenario::Side;
use crate::units::Time;

words! {
    /// Name of the scene.
    Scene => ("What happens", "일어나는 일"),
    /// Where the answer is played for one machine only.
    NoScene => ("Nothing is played here: this machine gave no answer.", "이 머신은 답이 없어 재생할 것이 없습니다."),
    /// Name of the drawing over time.
    OverTime => ("All of them over time", "전체의 시간 변화"),
    /// The host, where there is one.
    Host => ("host kernel", "호스트 커널"),
    /// The one machine under all containers.
    Carrier => ("kernel of the one virtual machine", "가상 머신 하나의 커널"),
    /// The hardware.
    Hardware => ("hardware", "하드웨어"),
    /// The disk.
    Disk => ("disk", "디스크"),
    /// The network.
    Network => ("network", "네트워크"),
    /// Head of the column of times.
    Time => ("Time", "시각"),
    /// Name of the field that picks an instance.
    Instance => ("Instance", "인스턴스"),
    /// Where no instance is picked.
    PickOne => ("Pick an instance to read what it went through.", "인스턴스를 고르면 겪은 일을 읽을 수 있습니다."),
    /// Where nothing is under way.
    Nothing => ("nothing is under way", "진행 중인 것 없음"),
    /// What was struck.
    Struck => ("Struck", "사고 지점"),
    /// That dots are requests.
    Requests => ("Each dot is a request, a sample of them.", "점 하나가 요청 하나입니다(일부 표본)."),
}

/// What can be told apart in a scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// How an instance fares.
    Lot(Lot),
    /// Where a request is.
    Station(Station),
}

/// Name of a kind.
#[must_use]
pub const fn kind(kind: Kind, locale: Locale) -> &'static str {
    let (english, korean) = match kind {
        Kind::Lot(Lot::Absent) => ("not there", "없음"),
        Kind::Lot(Lot::Waiting) => ("waiting", "대기"),
        Kind::Lot(Lot::Starting) => ("starting", "시작 중"),
        Kind::Lot(Lot::Up) => ("answering", "응답"),
        Kind::Lot(Lot::Flawed) => ("answering, not yet fixed", "응답, 미패치"),
        Kind::Lot(Lot::Copied) => ("answering, being copied", "응답, 복사 중"),
        Kind::Lot(Lot::Still) => ("standing still", "정지"),
        Kind::Lot(Lot::Stopping) => ("stopping", "종료 중"),
        Kind::Lot(Lot::Fallen) => ("fallen", "장애"),
        Kind::Lot(Lot::Held) => ("in the attacker's hands", "공격자가 장악"),
        Kind::Station(Station::Queue) => ("in the queue", "대기열"),
        Kind::Station(Station::Cores) => ("on the cores", "코어"),
        Kind::Station(Station::Disk) => ("at the disk", "디스크"),
        Kind::Station(Station::Lock) => ("at the lock", "잠금"),
        Kind::Station(Station::Network) => ("in the network", "네트워크"),
    };
    pick(locale, english, korean)
}

/// Name of a host of several, from 0.
#[must_use]
pub fn host(number: usize, locale: Locale) -> String {
    pick(locale, "host {}", "호스트 {}").replace("{}", &(number + 1).to_string())
}

/// How many answer, of how many.
#[must_use]
pub fn answering(answering: u32, of: u32, locale: Locale) -> String {
    let [up, of] = [answering, of].map(|number| count(number.into(), locale));
    match locale {
        Locale::English => format!("{up} of {of} answer"),
        Locale::Korean => format!("{of}개 중 {up}개 응답"),
    }
}

/// How many requests are under way.
#[must_use]
pub fn under_way(number: u32, locale: Locale) -> String {
    let told = count(number.into(), locale);
    match (locale, number) {
        (Locale::English, 1) => "1 request under way".to_owned(),
        (Locale::English, _) => format!("{told} requests under way"),
        (Locale::Korean, _) => format!("처리 중인 요청 {told}개"),
    }
}

/// What one machine shows at a time, in a sentence.
pub struct Told<'a> {
    /// Which machine.
    pub side: Side,
    /// The time.
    pub time: Time,
    /// How many of which kind.
    pub counts: &'a [(Kind, u32)],
}

/// How many of which kind, in words.
fn list(counts: &[(Kind, u32)], locale: Locale) -> String {
    let shown = counts.iter().filter(|(_, number)| *number > 0);
    let each = shown
        .map(|(of, number)| format!("{} {}", kind(*of, locale), count((*number).into(), locale)));
    let each = each.collect::<Vec<_>>().join(", ");
    if each.is_empty() { Word::Nothing.say(locale).to_owned() } else { each }
}

impl Say for Told<'_> {
    fn english(&self) -> String {
        let here = Locale::English;
        let at = seconds(self.time.as_seconds(), here);
        format!("{}, after {at}: {}.", name::side(self.side), list(self.counts, here))
    }

    fn korean(&self) -> String {
        let here = Locale::Korean;
        let at = seconds(self.time.as_seconds(), here);
        format!("{}, {at} 시점: {}.", name::side(self.side), list(self.counts, here))
    }
}

/// Something that happens in a scene.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// So it is at the beginning.
    Begins {
        /// On which machine.
        side: Side,
        /// How many of which kind.
        counts: Vec<(Kind, u32)>,
    },
    /// The first of a kind.
    First {
        /// On which machine.
        side: Side,
        /// When.
        at: Time,
        /// Which kind.
        kind: Kind,
        /// How many at once.
        count: u32,
    },
    /// None of a kind is left.
    Gone {
        /// On which machine.
        side: Side,
        /// When.
        at: Time,
        /// Which kind.
        kind: Kind,
    },
}

impl Say for Event {
    fn english(&self) -> String {
        let here = Locale::English;
        let after = |at: &Time| seconds(at.as_seconds(), here);
        match self {
            Self::Begins { side, counts } => {
                format!("{}, at the beginning: {}.", name::side(*side), list(counts, here))
            }
            Self::First { side, at, kind: of, count: number } => {
                let (side, of) = (name::side(*side), kind(*of, here));
                format!("{side}, after {}: {} {of}.", after(at), count((*number).into(), here))
            }
            Self::Gone { side, at, kind: of } => {
                let (side, of) = (name::side(*side), kind(*of, here));
                format!("{side}, after {}: none {of} any more.", after(at))
            }
        }
    }

    fn korean(&self) -> String {
        let here = Locale::Korean;
        let after = |at: &Time| seconds(at.as_seconds(), here);
        match self {
            Self::Begins { side, counts } => {
                format!("{}, 처음: {}.", name::side(*side), list(counts, here))
            }
            Self::First { side, at, kind: of, count: number } => {
                let (side, of) = (name::side(*side), kind(*of, here));
                let number = count((*number).into(), here);
                format!("{side}, {} 시점: {of} {number}개.", after(at))
            }
            Self::Gone { side, at, kind: of } => {
                let (side, of) = (name::side(*side), kind(*of, here));
                format!("{side}, {} 시점: {of} 더는 없음.", after(at))
            }
        }
    }
}

/// What one instance went through, in its own words: from when on it was what, and where.
#[must_use]
pub fn life(number: u32, stays: &[(Time, Lot, Option<usize>)], locale: Locale) -> String {
    let each = stays.iter().map(|(from, lot, on)| {
        let at = seconds(from.as_seconds(), locale);
        let what = kind(Kind::Lot(*lot), locale);
        match on {
            Some(on) => format!("{at} {what} ({})", host(*on, locale)),
            None => format!("{at} {what}"),
        }
    });
    let each = each.collect::<Vec<_>>().join(" → ");
    let number = count(u64::from(number) + 1, locale);
    match locale {
        Locale::English => format!("Instance {number}: {each}"),
        Locale::Korean => format!("인스턴스 {number}: {each}"),
    }
}
