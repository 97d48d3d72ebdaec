//! The headline: what a comparison says at a glance, in one to three short sentences.
//!
//! Where both machines run things of one kind, each sentence opens with the platform's name;
//! where the kinds differ, their names are enough.

use super::josa::{Josa, with};
use super::number::{about, bytes, count, times};
use super::{Locale, Say, limit, name, pick};
use crate::app::{Headline, Mostly, SideFacts, Verdict};
use crate::experiment::Wait;
use crate::model::Limit;
use crate::scenario::Side;
use crate::units::{Span, Time};

/// "Mostly" is half or more.
const MOSTLY: f64 = 0.5;

impl Headline {
    fn facts(&self, side: Side) -> &SideFacts {
        &self.sides[side.index()]
    }

    /// Whether instances of the two machines are called alike, so that platforms must be named.
    fn same_kind(&self) -> bool {
        let [a, b] = Side::BOTH.map(|side| self.noun(side, true, Locale::English));
        a == b
    }

    fn noun(&self, side: Side, many: bool, locale: Locale) -> &'static str {
        name::instances(self.facts(side).family, many, locale)
    }

    /// The platform, or the machine where both have the same one.
    fn place(&self, side: Side, locale: Locale) -> String {
        let id = self.facts(side).platform;
        if id == self.facts(side.other()).platform {
            return match locale {
                Locale::English => format!("Machine {}", name::side(side)),
                Locale::Korean => format!("서버 {}", name::side(side)),
            };
        }
        let platform = crate::catalog::platform::platform(id);
        platform.map_or(id, |platform| name::platform(platform, locale)).to_owned()
    }

    /// What a sentence about one machine opens with: its name and a colon, or nothing.
    fn opening(&self, side: Side, locale: Locale) -> String {
        if self.same_kind() { format!("{}: ", self.place(side, locale)) } else { String::new() }
    }

    /// A whole English sentence about one machine, after its opening.
    fn opened(&self, side: Side, sentence: &str) -> String {
        let open = self.opening(side, Locale::English);
        let mut letters = sentence.chars();
        match letters.next() {
            Some(first) if !open.is_empty() => {
                format!("{open}{}{}", first.to_ascii_lowercase(), letters.as_str())
            }
            _ => sentence.to_owned(),
        }
    }

    /// "12 containers", "컨테이너 12개".
    fn some(&self, side: Side, many: u32, locale: Locale) -> String {
        let (number, noun) = (count(many.into(), locale), self.noun(side, many != 1, locale));
        match locale {
            Locale::English => format!("{number} {noun}"),
            Locale::Korean => format!("{noun} {number}개"),
        }
    }

    /// One sentence on the memory and the kernels of both machines at the end.
    #[must_use]
    pub fn say_memory(&self, locale: Locale) -> String {
        let [a, b] = self.sides.each_ref().map(|facts| bytes(facts.resident, locale));
        let [one, other] = self.sides.each_ref().map(|facts| count(facts.kernels.into(), locale));
        match locale {
            Locale::English => format!(
                "At the end A holds {a} of memory with {one} running kernel{}, B {b} with {other}.",
                if one == "1" { "" } else { "s" }
            ),
            Locale::Korean => format!(
                "끝난 시점에 A는 메모리 {a}와 커널 {one}개를, B는 메모리 {b}와 커널 {other}개를 씁니다."
            ),
        }
    }
}

fn after(facts: &SideFacts, locale: Locale) -> String {
    about(facts.last_ready.unwrap_or_default().since(Time::ZERO), locale)
}

fn quickest(facts: &SideFacts, locale: Locale) -> String {
    about(facts.quickest.unwrap_or_default(), locale)
}

/// Whether even the quickest start of the slower side took longer than all of the other's.
fn clearly(slower: &SideFacts, quicker: &SideFacts) -> bool {
    let all = quicker.last_ready.map_or(Span::ZERO, |last| last.since(Time::ZERO));
    slower.ready > 1 && slower.quickest.is_some_and(|quickest| quickest > all)
}

/// What was waited for, where that is worth more words than the phase.
fn waiting(mostly: Mostly, locale: Locale) -> Option<&'static str> {
    match mostly.wait?.0 {
        Wait::Carrier => Some(pick(locale, "the VM around them to boot", "바깥 VM의 부팅")),
        Wait::Image => None,
        wait => Some(name::wait(wait, locale)),
    }
}

impl Say for Headline {
    fn english(&self) -> String {
        match self.verdict {
            Verdict::Sooner { side, .. } => self.sooner_english(side),
            Verdict::Alike => self.alike_english(),
            Verdict::OnlyOne(side) => {
                format!("{} {}", self.all_english(side), self.some_english(side.other()))
            }
            Verdict::Neither => {
                format!("{} {}", self.some_english(Side::A), self.some_english(Side::B))
            }
            Verdict::MoreFit { side, ratio } => self.more_english(side, ratio),
            Verdict::SameFit => self.more_english(Side::A, 1.0),
        }
    }

    fn korean(&self) -> String {
        match self.verdict {
            Verdict::Sooner { side, .. } => self.sooner_korean(side),
            Verdict::Alike => self.alike_korean(),
            Verdict::OnlyOne(side) => {
                format!("{} {}", self.all_korean(side), self.some_korean(side.other()))
            }
            Verdict::Neither => {
                format!("{} {}", self.some_korean(Side::A), self.some_korean(Side::B))
            }
            Verdict::MoreFit { side, ratio } => self.more_korean(side, ratio),
            Verdict::SameFit => self.more_korean(Side::A, 1.0),
        }
    }
}

/// English.
impl Headline {
    /// "All 12 containers were ready after 0.42 s."
    fn all_english(&self, side: Side) -> String {
        let (facts, here) = (self.facts(side), Locale::English);
        let time = after(facts, here);
        let sentence = match facts.ready {
            1 => format!("The {} was ready after {time}.", self.noun(side, false, here)),
            many => format!("All {} were ready after {time}.", self.some(side, many, here)),
        };
        self.opened(side, &sentence)
    }

    /// "Only 131 of 200 VMs came up; 69 were killed when memory and swap ran out."
    fn some_english(&self, side: Side) -> String {
        let (facts, here) = (self.facts(side), Locale::English);
        let of = self.some(side, facts.asked, here);
        let what = match facts.ready {
            0 => format!("None of {of} came up"),
            ready => format!("Only {} of {of} came up", count(ready.into(), here)),
        };
        let sentence = match (facts.killed, &facts.limit) {
            (0, Some(Limit::Incompatible(reason))) => format!("{what}. {}", reason.english()),
            (0, Some(limit)) => format!("{what}: {}.", limit::short(limit, here)),
            (0, None) => format!("{what}."),
            (killed, _) => {
                let killed = count(killed.into(), here);
                format!("{what}; {killed} were killed when memory and swap ran out.")
            }
        };
        self.opened(side, &sentence)
    }

    fn sooner_english(&self, side: Side) -> String {
        let here = Locale::English;
        let (quicker, slower) = (self.facts(side), self.facts(side.other()));
        let noun = self.noun(side.other(), false, here);
        let (which, time) = match (slower.ready, clearly(slower, quicker)) {
            (1, _) => ("The", after(slower, here)),
            (_, true) => ("Even the first", quickest(slower, here)),
            (_, false) => ("The last", after(slower, here)),
        };
        let mostly = slower.mostly.map_or_else(String::new, |mostly| {
            let phase = name::phase(mostly.phase, here);
            match waiting(mostly, here) {
                Some(wait) => format!(", mostly waiting for {wait}"),
                None if mostly.share >= MOSTLY => format!(", mostly {phase}"),
                None => format!(", the largest part {phase}"),
            }
        });
        let second = format!("{which} {noun} needed {time}{mostly}.");
        format!("{} {}", self.all_english(side), self.opened(side.other(), &second))
    }

    fn alike_english(&self) -> String {
        let here = Locale::English;
        let [a, b] = Side::BOTH.map(|side| {
            let facts = self.facts(side);
            let who = if self.same_kind() {
                self.place(side, here)
            } else {
                self.some(side, facts.ready, here)
            };
            format!("{who} after {}", after(facts, here))
        });
        format!("About equally soon: {a}, {b}. {}", self.say_memory(here))
    }

    /// "1,023 containers fit, 8.8 times as many; then the network bridge has no port left."
    fn more_english(&self, side: Side, ratio: f64) -> String {
        let here = Locale::English;
        let fit = |side, more: &str| {
            let (open, facts) = (self.opening(side, here), self.facts(side));
            if let Some(Limit::Incompatible(reason)) = &facts.limit {
                let noun = self.noun(side, false, here);
                return self.opened(side, &format!("No {noun} can start. {}", reason.english()));
            }
            let some = self.some(side, facts.ready, here);
            format!("{open}{some} fit{more}; then {}.", self.end(side, here))
        };
        let more = match ratio {
            ratio if ratio > 1.0 && ratio.is_finite() => {
                format!(", {} as many", times(ratio, here))
            }
            _ => String::new(),
        };
        format!("{} {}", fit(side, &more), fit(side.other(), ""))
    }

    /// What ended the filling of a machine.
    fn end(&self, side: Side, locale: Locale) -> &'static str {
        match &self.facts(side).limit {
            Some(limit) => limit::end(limit, locale),
            None => pick(locale, "no more were tried", "더 시도하지 않음"),
        }
    }
}

/// Korean.
impl Headline {
    fn all_korean(&self, side: Side) -> String {
        let (facts, here) = (self.facts(side), Locale::Korean);
        let (open, time) = (self.opening(side, here), after(facts, here));
        let some = with(&self.some(side, facts.ready, here), Josa::Subject);
        match facts.ready {
            1 => format!("{open}{some} {time} 만에 준비됐습니다."),
            _ => format!("{open}{some} {time} 만에 모두 준비됐습니다."),
        }
    }

    fn some_korean(&self, side: Side) -> String {
        let (facts, here) = (self.facts(side), Locale::Korean);
        let open = self.opening(side, here);
        let of = self.some(side, facts.asked, here);
        let what = match facts.ready {
            0 => format!("{open}{} 하나도 시작하지 못했습니다.", with(&of, Josa::Topic)),
            ready => format!("{open}{of} 중 {}개만 준비됐습니다.", count(ready.into(), here)),
        };
        match (facts.killed, &facts.limit) {
            (0, Some(Limit::Incompatible(reason))) => format!("{what} {}", reason.korean()),
            (0, Some(limit)) => format!("{what} 이유: {}.", limit::short(limit, here)),
            (0, None) => what,
            (killed, _) => {
                let killed = count(killed.into(), here);
                format!("{what} 메모리와 스왑이 바닥나 {killed}개가 강제 종료됐습니다.")
            }
        }
    }

    fn sooner_korean(&self, side: Side) -> String {
        let here = Locale::Korean;
        let (quicker, slower) = (self.facts(side), self.facts(side.other()));
        let (open, noun) = (self.opening(side.other(), here), self.noun(side.other(), true, here));
        let second = match (slower.ready, clearly(slower, quicker)) {
            (1, _) => {
                let noun = with(noun, Josa::Topic);
                format!("{noun} {} 걸렸습니다.", with(&after(slower, here), Josa::Subject))
            }
            (_, true) => {
                let time = with(&quickest(slower, here), Josa::Subject);
                format!("가장 빠른 {noun}도 {time} 걸렸습니다.")
            }
            (_, false) => {
                let (noun, time) = (with(noun, Josa::Topic), after(slower, here));
                format!("마지막 {noun} {} 걸렸습니다.", with(&time, Josa::Subject))
            }
        };
        let mostly = slower.mostly.map_or_else(String::new, |mostly| {
            let phase = name::phase(mostly.phase, here);
            match waiting(mostly, here) {
                Some(wait) => {
                    format!(" 대부분은 {} 기다린 시간입니다.", with(wait, Josa::Object))
                }
                None if mostly.share >= MOSTLY => {
                    format!(" 대부분은 {phase} 단계입니다.")
                }
                None => format!(" 가장 긴 것은 {phase} 단계입니다."),
            }
        });
        format!("{} {open}{second}{mostly}", self.all_korean(side))
    }

    fn alike_korean(&self) -> String {
        let here = Locale::Korean;
        let [a, b] = Side::BOTH.map(|side| {
            let facts = self.facts(side);
            let who = if self.same_kind() {
                self.place(side, here)
            } else {
                self.some(side, facts.ready, here)
            };
            format!("{} {}", with(&who, Josa::Topic), after(facts, here))
        });
        format!("준비 시간이 비슷합니다. {a}, {b}. {}", self.say_memory(here))
    }

    fn more_korean(&self, side: Side, ratio: f64) -> String {
        let here = Locale::Korean;
        let fit = |side, more: &str| {
            let (open, facts) = (self.opening(side, here), self.facts(side));
            if let Some(Limit::Incompatible(reason)) = &facts.limit {
                let noun = with(self.noun(side, true, here), Josa::Topic);
                let told = format!("{noun} 시작할 수 없습니다. {}", reason.korean());
                return self.opened(side, &told);
            }
            let (noun, many) = (self.noun(side, true, here), count(facts.ready.into(), here));
            let noun = with(noun, Josa::Subject);
            format!("{open}{noun} {many}개{more} 들어갑니다(한계: {}).", self.end(side, here))
        };
        let more = match ratio {
            ratio if ratio > 1.0 && ratio.is_finite() => format!("로 {}", times(ratio, here)),
            _ => String::new(),
        };
        format!("{} {}", fit(side, &more), fit(side.other(), ""))
    }
}
