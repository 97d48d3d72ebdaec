//! In what machines differ and what follows, in words: one paragraph for each pair.

use super::josa::{Josa, with};
use super::lab::{figures, phase, wait};
use super::number::{bytes, count};
use super::{Locale, Say, name, parameter, pick};
use crate::app::difference::{Deed, Difference, Forked};
use crate::experiment::trace::{Happening, Parting};
use crate::model::{Change, Intervention};
use crate::scenario::ParameterId;
use crate::units::Time;

const ENGLISH: Locale = Locale::English;
const KOREAN: Locale = Locale::Korean;

impl Say for Difference {
    fn english(&self) -> String {
        let [a, b] = self.between.map(name::side);
        let mut parts = Vec::new();
        if let Some(Forked { change, parting }) = &self.forked {
            let at = time(change.at, ENGLISH);
            parts.push(format!("{b} is {a} until {at}, when {}.", what_english(change.what)));
            parts.push(match parting {
                Some(parting) => parting_english(parting, [a, b]),
                None => "Nothing comes of it: all events are the same.".to_owned(),
            });
        } else if self.parameters.is_empty() {
            parts.push(format!("{a} and {b} are set alike."));
        } else {
            parts.push(format!("{a} and {b} differ in: {}.", listed(&self.parameters, ENGLISH)));
        }
        parts.push(outcome_english(&self.deeds, [a, b]));
        parts.join(" ")
    }

    fn korean(&self) -> String {
        let [a, b] = self.between.map(name::side);
        let mut parts = Vec::new();
        if let Some(Forked { change, parting }) = &self.forked {
            let at = time(change.at, KOREAN);
            parts.push(format!(
                "{} {at}까지 {} 같습니다. 그때 바꾼 것: {}.",
                with(b, Josa::Topic),
                with(a, Josa::With),
                what_korean(change.what)
            ));
            parts.push(match parting {
                Some(parting) => parting_korean(parting, [a, b]),
                None => "그 뒤로도 달라지는 사건이 없습니다.".to_owned(),
            });
        } else if self.parameters.is_empty() {
            parts.push(format!("{} {b}의 설정은 같습니다.", with(a, Josa::With)));
        } else {
            parts.push(format!(
                "{} {b}의 다른 설정: {}.",
                with(a, Josa::With),
                listed(&self.parameters, KOREAN)
            ));
        }
        parts.push(outcome_korean(&self.deeds, [a, b]));
        parts.join(" ")
    }
}

fn time(at: Time, locale: Locale) -> String {
    figures::seconds(at.as_seconds(), locale)
}

fn listed(ids: &[ParameterId], locale: Locale) -> String {
    let labels = ids.iter().map(|&id| parameter::label(id, locale));
    let labels: Vec<String> = match locale {
        Locale::English => labels.map(|label| capitals(&label.to_lowercase())).collect(),
        Locale::Korean => labels.map(str::to_owned).collect(),
    };
    labels.join(", ")
}

/// Abbreviations keep their capitals within a sentence.
fn capitals(label: &str) -> String {
    let known = [("vm", "VM"), ("ksm", "KSM"), ("iops", "IOPS")];
    let word = |word: &str| {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let found = known.iter().find(|(small, _)| *small == bare);
        found.map_or_else(|| word.to_owned(), |(small, large)| word.replace(small, large))
    };
    label.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

const fn many(count: u32) -> &'static str {
    if count == 1 { "" } else { "s" }
}

fn what_english(what: Intervention) -> String {
    match what {
        Intervention::Start(1) => "one more instance is begun".to_owned(),
        Intervention::Start(more) => format!("{more} more instances are begun"),
        Intervention::Stop(1) => "one instance is stopped".to_owned(),
        Intervention::Stop(fewer) => format!("{fewer} instances are stopped"),
        Intervention::Cancel => "it is decided that nothing more is begun".to_owned(),
        Intervention::Cores(cores) => {
            format!("the host is left with {cores} core{}", many(cores))
        }
        Intervention::DiskSpeed(speed) => {
            format!("the disk’s speed becomes {} MB/s", count(speed.into(), ENGLISH))
        }
        Intervention::Link(speed) => {
            format!("the registry link’s speed becomes {} Mb/s", count(speed.into(), ENGLISH))
        }
        Intervention::Neighbour(gib) => format!("a neighbour takes {gib} GiB of memory"),
    }
}

fn what_korean(what: Intervention) -> String {
    match what {
        Intervention::Start(more) => format!("인스턴스 {more}개를 더 시작"),
        Intervention::Stop(fewer) => format!("인스턴스 {fewer}개를 종료"),
        Intervention::Cancel => "더는 시작하지 않음".to_owned(),
        Intervention::Cores(cores) => format!("호스트 코어를 {cores}개로"),
        Intervention::DiskSpeed(speed) => {
            format!("디스크 속도를 {} MB/s로", count(speed.into(), KOREAN))
        }
        Intervention::Link(speed) => {
            format!("레지스트리 회선을 {} Mb/s로", count(speed.into(), KOREAN))
        }
        Intervention::Neighbour(gib) => format!("이웃이 메모리 {gib} GiB를 차지"),
    }
}

fn parting_english(parting: &Parting, [a, b]: [&str; 2]) -> String {
    let at = time(parting.event.at, ENGLISH);
    let who = match parting.event.instance {
        Some(number) => format!("instance {}", number + 1),
        None => "the host".to_owned(),
    };
    let what = match parting.event.what {
        Happening::Asked => "is begun".to_owned(),
        Happening::Begins(of) => format!("comes to {}", phase(of, ENGLISH)),
        Happening::Waits(of) => format!("begins to wait for {}", wait(of, ENGLISH)),
        Happening::Ready => "is ready".to_owned(),
        Happening::Refused => "is refused".to_owned(),
        Happening::Killed => "is killed for memory".to_owned(),
        Happening::Stopped => "is stopped".to_owned(),
        Happening::Memory => "itself takes or frees memory".to_owned(),
    };
    let only = if parting.second { b } else { a };
    format!("The first event that differs: at {at}, {who} {what}, in {only} alone.")
}

fn parting_korean(parting: &Parting, [a, b]: [&str; 2]) -> String {
    let at = time(parting.event.at, KOREAN);
    let who = match parting.event.instance {
        Some(number) => format!("인스턴스 {}", number + 1),
        None => "호스트".to_owned(),
    };
    let what = match parting.event.what {
        Happening::Asked => "시작 요청".to_owned(),
        Happening::Begins(of) => format!("‘{}’ 단계 진입", phase(of, KOREAN)),
        Happening::Waits(of) => format!("{} 대기 시작", wait(of, KOREAN)),
        Happening::Ready => "준비 완료".to_owned(),
        Happening::Refused => "시작 거부".to_owned(),
        Happening::Killed => "메모리 부족으로 강제 종료".to_owned(),
        Happening::Stopped => "종료".to_owned(),
        Happening::Memory => "자체 메모리 변화".to_owned(),
    };
    let only = if parting.second { b } else { a };
    format!("처음으로 달라지는 사건: {at}, {who}의 {what}({only}에서만).")
}

/// How much sooner or later, or nothing where there is nothing to tell.
fn apart([one, other]: [Option<Time>; 2]) -> Option<(f64, bool)> {
    let (one, other) = (one?.as_seconds(), other?.as_seconds());
    let by = (other - one).abs();
    (by >= LEAST_SECONDS).then_some((by, other < one))
}

/// What is less than this apart is at the same time.
const LEAST_SECONDS: f64 = 1e-6;

fn outcome_english(deeds: &[Deed; 2], [a, b]: [&str; 2]) -> String {
    let by = |(seconds, sooner): (f64, bool)| {
        let side = if sooner { "sooner" } else { "later" };
        format!("{} {side}", figures::seconds(seconds, ENGLISH))
    };
    let first = apart([deeds[0].first, deeds[1].first]).map(by);
    let last = apart([deeds[0].last, deeds[1].last]).map(by);
    let mut parts = vec![match (first, last) {
        (Some(first), Some(last)) if first == last => {
            format!("{b}’s first and last instances are ready {first}.")
        }
        (Some(first), Some(last)) => {
            format!("{b}’s first instance is ready {first}, its last {last}.")
        }
        (Some(first), None) => format!("{b}’s first instance is ready {first}."),
        (None, Some(last)) => format!("{b}’s last instance is ready {last}."),
        (None, None) => "First and last instances are ready at the same times.".to_owned(),
    }];
    if deeds[0].ready != deeds[1].ready {
        let [one, other] = deeds.map(|deed| count(deed.ready.into(), ENGLISH));
        parts.push(format!("At the end {b} has {other} ready, {a} {one}."));
    }
    let [one, other] = deeds.map(|deed| deed.resident);
    if one != other {
        let more = if other > one { "more" } else { "less" };
        let by = bytes(one.max(other).saturating_sub(one.min(other)), ENGLISH);
        parts.push(format!("{b} holds {by} {more} memory."));
    }
    parts.join(" ")
}

fn outcome_korean(deeds: &[Deed; 2], [a, b]: [&str; 2]) -> String {
    let by = |(seconds, sooner): (f64, bool)| {
        let side = if sooner { "빨리" } else { "늦게" };
        format!("{} 더 {side}", figures::seconds(seconds, KOREAN))
    };
    let first = apart([deeds[0].first, deeds[1].first]).map(by);
    let last = apart([deeds[0].last, deeds[1].last]).map(by);
    let mut parts = vec![match (first, last) {
        (Some(first), Some(last)) if first == last => {
            format!("{b}의 첫 인스턴스와 마지막 인스턴스는 {first} 준비됩니다.")
        }
        (Some(first), Some(last)) => {
            format!("{b}의 첫 인스턴스는 {first}, 마지막은 {last} 준비됩니다.")
        }
        (Some(first), None) => format!("{b}의 첫 인스턴스는 {first} 준비됩니다."),
        (None, Some(last)) => format!("{b}의 마지막 인스턴스는 {last} 준비됩니다."),
        (None, None) => "첫 인스턴스와 마지막 인스턴스는 같은 시각에 준비됩니다.".to_owned(),
    }];
    if deeds[0].ready != deeds[1].ready {
        let [one, other] = deeds.map(|deed| count(deed.ready.into(), KOREAN));
        let b = with(b, Josa::Topic);
        parts.push(format!("끝에서 {b} {other}개, {} {one}개가 준비됩니다.", with(a, Josa::Topic)));
    }
    let [one, other] = deeds.map(|deed| deed.resident);
    if one != other {
        let more = if other > one { "더" } else { "덜" };
        let by = bytes(one.max(other).saturating_sub(one.min(other)), KOREAN);
        parts.push(format!("{} 메모리를 {by} {more} 씁니다.", with(b, Josa::Topic)));
    }
    parts.join(" ")
}

/// What has been done to a machine, in a line of its own.
#[must_use]
pub fn changed(change: &Change, locale: Locale) -> String {
    let at = time(change.at, locale);
    match locale {
        Locale::English => format!("At {at} {}.", what_english(change.what)),
        Locale::Korean => format!("{at}: {}.", what_korean(change.what)),
    }
}

/// A kind of change, by its word in links, as a menu offers it.
#[must_use]
pub fn offered(word: &str, locale: Locale) -> &'static str {
    match word {
        "start" => pick(locale, "start more instances", "인스턴스 더 시작"),
        "stop" => pick(locale, "stop instances", "인스턴스 종료"),
        "cancel" => pick(locale, "begin nothing more", "더는 시작하지 않기"),
        "cores" => pick(locale, "host cores become", "호스트 코어 수 변경"),
        "disk" => pick(locale, "disk speed becomes (MB/s)", "디스크 속도 변경 (MB/s)"),
        "link" => pick(locale, "registry link becomes (Mb/s)", "레지스트리 회선 변경 (Mb/s)"),
        _ => pick(locale, "a neighbour takes memory (GiB)", "이웃이 메모리 차지 (GiB)"),
    }
}

/// What can be done with a machine. A label, and a name that says with which machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// It is held as machine A.
    PinAsA,
    /// It is held beside the others.
    Keep,
    /// It follows the settings again.
    Unpin,
    /// It is no more.
    Remove,
    /// It and B change places.
    Swap,
    /// That it is held.
    Held,
    /// That it is a fork.
    Forked,
}

impl Tool {
    /// On the button.
    #[must_use]
    pub const fn label(self, locale: Locale) -> &'static str {
        match self {
            Self::PinAsA => pick(locale, "Pin as A", "A로 고정"),
            Self::Keep => pick(locale, "Keep a copy", "사본 두기"),
            Self::Unpin => pick(locale, "Unpin", "고정 해제"),
            Self::Remove => pick(locale, "Remove", "없애기"),
            Self::Swap => pick(locale, "Swap with B", "B와 바꾸기"),
            Self::Held => pick(locale, "pinned", "고정됨"),
            Self::Forked => pick(locale, "fork", "갈래"),
        }
    }

    /// For who does not see beside which machine it stands.
    #[must_use]
    pub fn name(self, machine: &str, locale: Locale) -> String {
        format!("{} ({machine})", self.label(locale))
    }
}

/// The words of the form that forks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForkWord {
    /// Its title, and its button.
    ForkHere,
    /// Which machine.
    Machine,
    /// What is changed.
    Change,
    /// By how much.
    Amount,
    /// That there is no room for a further machine.
    Four,
    /// That the settings are about B alone.
    OnlyB,
}

impl ForkWord {
    /// In the language of the reader.
    #[must_use]
    pub const fn say(self, locale: Locale) -> &'static str {
        match self {
            Self::ForkHere => pick(locale, "Fork here", "여기서 갈라 보기"),
            Self::Machine => pick(locale, "Machine", "서버"),
            Self::Change => pick(locale, "Change", "바꿀 것"),
            Self::Amount => pick(locale, "Amount", "값"),
            Self::OnlyB => pick(
                locale,
                "A is pinned: these settings are about B.",
                "A는 고정되어 있어 이 설정은 B에만 적용됩니다.",
            ),
            Self::Four => pick(
                locale,
                "Four machines are the most: remove one to fork again.",
                "서버는 네 대까지입니다. 하나를 없애면 다시 갈라 볼 수 있습니다.",
            ),
        }
    }

    /// The button, with the time at which it forks.
    #[must_use]
    pub fn at(at: Time, locale: Locale) -> String {
        let at = time(at, locale);
        match locale {
            Locale::English => format!("Fork at {at}"),
            Locale::Korean => format!("{at}에서 갈라 보기"),
        }
    }
}
