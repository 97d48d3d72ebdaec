//! The headline: what a comparison says at a glance, in one or two sentences.

use super::josa::{Josa, with};
use super::number::{about, count, times};
use super::{Locale, Say, limit, name};
use crate::app::{Headline, SideFacts, Verdict};
use crate::model::Limit;
use crate::scenario::Side;
use crate::units::{Span, Time};

impl Headline {
    fn facts(&self, side: Side) -> &SideFacts {
        &self.sides[side.index()]
    }

    /// Whether instances of the two machines are called alike, so that platforms must be named.
    fn same_kind(&self) -> bool {
        let [a, b] = self.sides.each_ref();
        name::instances(a.family, true, Locale::English)
            == name::instances(b.family, true, Locale::English)
    }

    /// "12 containers", or "12 VMs on Xen" where both are VMs.
    fn some(&self, side: Side, many: u32, locale: Locale) -> String {
        let facts = self.facts(side);
        let number = count(many.into(), locale);
        let noun = name::instances(facts.family, many != 1, locale);
        match (locale, self.same_kind()) {
            (Locale::English, false) => format!("{number} {noun}"),
            (Locale::English, true) => format!("{number} {noun} on {}", self.place(side, locale)),
            (Locale::Korean, false) => format!("{noun} {number}개"),
            (Locale::Korean, true) => format!("{}의 {noun} {number}개", self.place(side, locale)),
        }
    }

    /// The platform, or the machine where both have the same one.
    fn place(&self, side: Side, locale: Locale) -> String {
        let facts = self.facts(side);
        if facts.platform == self.facts(side.other()).platform {
            return match locale {
                Locale::English => format!("machine {}", name::side(side)),
                Locale::Korean => format!("서버 {}", name::side(side)),
            };
        }
        let platform = crate::catalog::platform::platform(facts.platform);
        platform.map_or(facts.platform, |platform| name::platform(platform, locale)).to_owned()
    }
}

/// A time from the beginning, as it is told.
fn after(time: Option<Time>, locale: Locale) -> String {
    about(time.unwrap_or_default().since(Time::ZERO), locale)
}

fn took(span: Option<Span>, locale: Locale) -> String {
    about(span.unwrap_or_default(), locale)
}

/// Whether even the quickest start of the slower side took longer than all of the other's.
fn clearly(slower: &SideFacts, quicker: &SideFacts) -> bool {
    match (slower.quickest, quicker.last_ready) {
        (Some(quickest), Some(last)) => quickest > last.since(Time::ZERO),
        _ => false,
    }
}

/// What the time went to, as the end of an English sentence.
fn mostly_english(facts: &SideFacts) -> String {
    let here = Locale::English;
    match facts.mostly {
        Some(mostly) => match mostly.wait {
            Some((wait, _)) => format!(", mostly waiting for {}", name::wait(wait, here)),
            None if mostly.share >= MOSTLY => {
                format!(", mostly {}", name::phase(mostly.phase, here))
            }
            None => format!(", most of it {}", name::phase(mostly.phase, here)),
        },
        None => String::new(),
    }
}

/// The same, as a Korean sentence of its own.
fn mostly_korean(facts: &SideFacts) -> String {
    let here = Locale::Korean;
    match facts.mostly {
        Some(mostly) => match mostly.wait {
            Some((wait, _)) => {
                format!(" 대부분 {} 기다린 시간입니다.", with(name::wait(wait, here), Josa::Object))
            }
            None if mostly.share >= MOSTLY => {
                format!(" 대부분 {} 시간입니다.", name::phase(mostly.phase, here))
            }
            None => format!(" 가장 큰 몫은 {}입니다.", name::phase(mostly.phase, here)),
        },
        None => String::new(),
    }
}

/// "Mostly" is half or more.
const MOSTLY: f64 = 0.5;

/// Why not everything was ready: a whole sentence where the platform cannot run it at all.
fn short_english(facts: &SideFacts) -> String {
    match &facts.limit {
        Some(Limit::Incompatible(reason)) => format!(" {}", reason.english()),
        Some(limit) => format!(" The reason: {}.", limit::short(limit, Locale::English)),
        None => String::new(),
    }
}

fn short_korean(facts: &SideFacts) -> String {
    match &facts.limit {
        Some(Limit::Incompatible(reason)) => format!(" {}", reason.korean()),
        Some(limit) => format!(" 이유: {}.", limit::short(limit, Locale::Korean)),
        None => String::new(),
    }
}

impl Say for Headline {
    fn english(&self) -> String {
        match self.verdict {
            Verdict::Sooner { side, .. } => self.sooner_english(side),
            Verdict::Alike => format!(
                "Level: {} were ready after {}, {} after {}.",
                self.some(Side::A, self.facts(Side::A).ready, Locale::English),
                after(self.facts(Side::A).last_ready, Locale::English),
                self.some(Side::B, self.facts(Side::B).ready, Locale::English),
                after(self.facts(Side::B).last_ready, Locale::English)
            ),
            Verdict::OnlyOne(side) => {
                let other = self.facts(side.other());
                format!(
                    "All {} were ready after {}, but only {} of {}.{}",
                    self.some(side, self.facts(side).ready, Locale::English),
                    after(self.facts(side).last_ready, Locale::English),
                    count(other.ready.into(), Locale::English),
                    self.some(side.other(), other.asked, Locale::English),
                    short_english(other)
                )
            }
            Verdict::Neither => {
                let [a, b] = Side::BOTH.map(|side| {
                    let facts = self.facts(side);
                    format!(
                        "{} of {} were ready.{}",
                        count(facts.ready.into(), Locale::English),
                        self.some(side, facts.asked, Locale::English),
                        short_english(facts)
                    )
                });
                format!("Neither machine could start all. {a} {b}")
            }
            Verdict::MoreFit { side, ratio } => self.more_english(side, ratio),
            Verdict::SameFit => format!(
                "About as many fit: {} and {}.{}",
                self.some(Side::A, self.facts(Side::A).ready, Locale::English),
                self.some(Side::B, self.facts(Side::B).ready, Locale::English),
                self.bounds_english(Side::A)
            ),
        }
    }

    fn korean(&self) -> String {
        match self.verdict {
            Verdict::Sooner { side, .. } => self.sooner_korean(side),
            Verdict::Alike => format!(
                "비슷합니다. {} {} 만에, {} {} 만에 준비를 마쳤습니다.",
                with(&self.some(Side::A, self.facts(Side::A).ready, Locale::Korean), Josa::Topic),
                after(self.facts(Side::A).last_ready, Locale::Korean),
                with(&self.some(Side::B, self.facts(Side::B).ready, Locale::Korean), Josa::Topic),
                after(self.facts(Side::B).last_ready, Locale::Korean)
            ),
            Verdict::OnlyOne(side) => {
                let other = self.facts(side.other());
                format!(
                    "{} {} 만에 모두 준비됐지만, {} 중에는 {}개만 준비됐습니다.{}",
                    with(&self.some(side, self.facts(side).ready, Locale::Korean), Josa::Topic),
                    after(self.facts(side).last_ready, Locale::Korean),
                    self.some(side.other(), other.asked, Locale::Korean),
                    count(other.ready.into(), Locale::Korean),
                    short_korean(other)
                )
            }
            Verdict::Neither => {
                let [a, b] = Side::BOTH.map(|side| {
                    let facts = self.facts(side);
                    format!(
                        "{} 중 {}개가 준비됐습니다.{}",
                        self.some(side, facts.asked, Locale::Korean),
                        count(facts.ready.into(), Locale::Korean),
                        short_korean(facts)
                    )
                });
                format!("두 서버 모두 전부를 시작하지 못했습니다. {a} {b}")
            }
            Verdict::MoreFit { side, ratio } => self.more_korean(side, ratio),
            Verdict::SameFit => format!(
                "비슷하게 들어갑니다: {}, {}.{}",
                self.some(Side::A, self.facts(Side::A).ready, Locale::Korean),
                self.some(Side::B, self.facts(Side::B).ready, Locale::Korean),
                self.bounds_korean(Side::A)
            ),
        }
    }
}

impl Headline {
    fn sooner_english(&self, side: Side) -> String {
        let here = Locale::English;
        let (quicker, slower) = (self.facts(side), self.facts(side.other()));
        let other = self.some(side.other(), slower.ready, here);
        let first = match quicker.ready {
            1 => format!("{} was ready", capital(&self.some(side, 1, here))),
            many => format!("All {} were ready", self.some(side, many, here)),
        };
        let second = match (slower.ready, clearly(slower, quicker)) {
            (2.., true) => {
                let needed = took(slower.quickest, here);
                format!("the first of {other} needed {needed}")
            }
            (1, _) => format!("{other} needed {}", after(slower.last_ready, here)),
            _ => format!("the last of {other} needed {}", after(slower.last_ready, here)),
        };
        let early = after(quicker.last_ready, here);
        format!("{first} after {early}; {second}{}.", mostly_english(slower))
    }

    fn sooner_korean(&self, side: Side) -> String {
        let here = Locale::Korean;
        let (quicker, slower) = (self.facts(side), self.facts(side.other()));
        let all = with(&self.some(side, quicker.ready, here), Josa::Topic);
        let early = after(quicker.last_ready, here);
        let other = self.some(side.other(), slower.ready, here);
        let first = match quicker.ready {
            1 => format!("{all} {early} 만에 준비됐습니다."),
            _ => format!("{all} {early} 만에 모두 준비됐습니다."),
        };
        let second = match (slower.ready, clearly(slower, quicker)) {
            (2.., true) => {
                let needed = with(&took(slower.quickest, here), Josa::Subject);
                format!("{other} 가운데 가장 빠른 것도 {needed} 걸렸습니다.")
            }
            (1, _) => format!(
                "{} {} 걸렸습니다.",
                with(&other, Josa::Topic),
                with(&after(slower.last_ready, here), Josa::Subject)
            ),
            _ => format!(
                "{} 모두 준비되기까지 {} 걸렸습니다.",
                with(&other, Josa::Subject),
                with(&after(slower.last_ready, here), Josa::Subject)
            ),
        };
        format!("{first} {second}{}", mostly_korean(slower))
    }

    fn more_english(&self, side: Side, ratio: f64) -> String {
        let here = Locale::English;
        let other = self.some(side.other(), self.facts(side.other()).ready, here);
        let more = self.some(side, self.facts(side).ready, here);
        let bounds = self.bounds_english(side);
        if ratio.is_finite() {
            format!("{more} fit, {} as many as the {other}.{bounds}", times(ratio, here))
        } else {
            format!("{more} fit, and {other}.{bounds}")
        }
    }

    fn more_korean(&self, side: Side, ratio: f64) -> String {
        let here = Locale::Korean;
        let other = self.some(side.other(), self.facts(side.other()).ready, here);
        let more = with(&self.some(side, self.facts(side).ready, here), Josa::Subject);
        let bounds = self.bounds_korean(side);
        if ratio.is_finite() {
            format!("{more} 들어갑니다. {other}의 {}입니다.{bounds}", times(ratio, here))
        } else {
            format!("{more} 들어가고, {} 들어갑니다.{bounds}", with(&other, Josa::Subject))
        }
    }

    /// Whose filling ended, and by what.
    fn end(&self, side: Side, locale: Locale) -> (String, &'static str) {
        let facts = self.facts(side);
        let whose = if self.same_kind() {
            self.place(side, locale)
        } else {
            name::instances(facts.family, true, locale).to_owned()
        };
        let end = match (&facts.bound, &facts.limit) {
            (Some((resource, _)), _) => name::resource(*resource, locale),
            (None, Some(limit)) => limit::short(limit, locale),
            (None, None) => super::pick(locale, "none yet", "아직 없음"),
        };
        (whose, end)
    }

    fn bounds_english(&self, first: Side) -> String {
        let (whose, end) = self.end(first, Locale::English);
        let (whose_other, end_other) = self.end(first.other(), Locale::English);
        format!(" What gives first: {end} for {whose}, {end_other} for {whose_other}.")
    }

    fn bounds_korean(&self, first: Side) -> String {
        let (whose, end) = self.end(first, Locale::Korean);
        let (whose_other, end_other) = self.end(first.other(), Locale::Korean);
        let (whose, whose_other) = (with(&whose, Josa::Topic), with(&whose_other, Josa::Topic));
        format!(" 먼저 바닥난 것: {whose} {end}, {whose_other} {end_other}.")
    }
}

/// With a capital letter at the beginning of a sentence.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
