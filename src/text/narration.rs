//! The sentences of the narration: one for each key event.

use super::lab::figures::{count, seconds};
use super::name::{self, wait};
use super::page::words;
use super::{Locale, Say, limit, pick};
use crate::app::narration::{Entry, Event};
use crate::units::Time;

words! {
    /// Title of the log.
    Log => ("What happened, and when", "언제 무슨 일이 있었나"),
    /// Saves the log.
    Save => ("Save as text", "텍스트로 저장"),
    /// Where nothing has happened yet.
    Empty => ("Nothing has happened yet.", "아직 아무 일도 없습니다."),
}

impl Say for Entry {
    fn english(&self) -> String {
        let here = Locale::English;
        let at = seconds(self.time.as_seconds(), here);
        let side = name::side(self.side);
        match self.event {
            Event::Begins { of: 1 } => format!("{side}: the one instance is started."),
            Event::Begins { of } => {
                format!("{side}: the first of {} instances is started.", count(of.into(), here))
            }
            Event::FirstReady { instance } => {
                format!("{side}: instance {} is the first to answer, after {at}.", instance + 1)
            }
            Event::HalfReady { count: half } => {
                format!("{side}: half of them, {}, answer after {at}.", count(half.into(), here))
            }
            Event::LastReady { count: ready, of } if ready == of => {
                format!("{side}: all {} answer after {at}.", count(of.into(), here))
            }
            Event::LastReady { count: ready, .. } => format!(
                "{side}: the last that answers does so after {at}; that makes {}.",
                count(ready.into(), here)
            ),
            Event::Waits(reason) => {
                format!("{side}: from {at} on most of them wait for {}.", wait(reason, here))
            }
            Event::Limit(met) => format!("{side}: at {at}, {}.", limit::short(&met, here)),
            Event::Killed { instance } => format!(
                "{side}: at {at} the kernel kills instance {} for its memory.",
                instance + 1
            ),
        }
    }

    fn korean(&self) -> String {
        let here = Locale::Korean;
        let at = seconds(self.time.as_seconds(), here);
        let side = name::side(self.side);
        match self.event {
            Event::Begins { of: 1 } => format!("{side}: 인스턴스 하나를 시작합니다."),
            Event::Begins { of } => {
                format!("{side}: 인스턴스 {}개 중 첫 번째를 시작합니다.", count(of.into(), here))
            }
            Event::FirstReady { instance } => {
                format!("{side}: {at} 만에 인스턴스 {}번이 처음으로 응답합니다.", instance + 1)
            }
            Event::HalfReady { count: half } => {
                format!("{side}: {at} 만에 절반인 {}개가 응답합니다.", count(half.into(), here))
            }
            Event::LastReady { count: ready, of } if ready == of => {
                format!("{side}: {at} 만에 {}개가 모두 응답합니다.", count(of.into(), here))
            }
            Event::LastReady { count: ready, .. } => format!(
                "{side}: {at} 만에 마지막으로 하나가 응답하여 모두 {}개가 됩니다.",
                count(ready.into(), here)
            ),
            Event::Waits(reason) => {
                format!(
                    "{side}: {at}부터 대부분이 기다립니다. 기다리는 것: {}.",
                    wait(reason, here)
                )
            }
            Event::Limit(met) => format!("{side}: {at}, {}.", limit::short(&met, here)),
            Event::Killed { instance } => format!(
                "{side}: {at}에 커널이 메모리 때문에 인스턴스 {}번을 강제로 끝냅니다.",
                instance + 1
            ),
        }
    }
}

/// The whole log as a text, a line for each entry.
#[must_use]
pub fn text(lines: &[(Time, String)], locale: Locale) -> String {
    let mut all = String::new();
    for (time, told) in lines {
        all.push_str(&seconds(time.as_seconds(), locale));
        all.push('\t');
        all.push_str(told);
        all.push('\n');
    }
    all
}
