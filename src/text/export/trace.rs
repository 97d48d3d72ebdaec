//! Starts in the Trace Event format, which Perfetto and Chrome open.
//!
//! A process stands for a side and a thread for an instance's lane; counters tell memory by owner
//! and the cores at work. Times are microseconds, as the format wants them, with all digits.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{json, side_line};
use crate::experiment::{LaneSpan, Report};
use crate::model::{OWNERS, Owner};
use crate::scenario::{Scenario, Side};
use crate::text::{Locale, limit, name, pick};
use crate::units::Time;

/// Memory counters at so many times at most; of more, every second, third … is told.
const MEMORY_SAMPLES_MOST: usize = 20_000;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    display_time_unit: &'static str,
    other_data: json::Asked<'a>,
    trace_events: Vec<Event>,
}

#[derive(Serialize)]
struct Event {
    name: String,
    ph: &'static str,
    ts: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    dur: Option<f64>,
    pid: u32,
    tid: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    cat: Option<&'static str>,
    /// How far the mark of an instant reaches.
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<&'static str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    args: BTreeMap<String, Argument>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Argument {
    Number(f64),
    Bytes(u64),
    Words(String),
}

/// The runs of both sides as a trace; a side without a run is left out.
#[must_use]
pub fn trace(scenario: &Scenario, reports: &[(Side, Report)], locale: Locale) -> String {
    let mut named = Vec::new();
    let mut timed = Vec::new();
    for (side, report) in reports {
        let process = Process { pid: 1 + *side as u32, locale };
        process.names(&side_line(scenario, *side, locale), report, &mut named);
        process.lanes(report, &mut timed);
        process.memory(report, &mut timed);
        process.cores(report, &mut timed);
        process.limits(report, &mut timed);
    }
    // Stable: of one instant, what was told first stays first.
    timed.sort_by(|one, other| one.ts.total_cmp(&other.ts));
    named.extend(timed);
    json::line(&Document {
        display_time_unit: "ms",
        other_data: json::Asked::new("trace", scenario),
        trace_events: named,
    })
}

fn microseconds(time: Time) -> f64 {
    time.as_seconds() * 1e6
}

struct Process {
    pid: u32,
    locale: Locale,
}

impl Process {
    fn event(&self, name: &str, ph: &'static str, time: Time) -> Event {
        Event {
            name: name.to_owned(),
            ph,
            ts: microseconds(time),
            dur: None,
            pid: self.pid,
            tid: 0,
            cat: None,
            s: None,
            args: BTreeMap::new(),
        }
    }

    /// Names of the process and of the lanes that have anything in them.
    fn names(&self, side: &str, report: &Report, events: &mut Vec<Event>) {
        let named = |what: &str, tid: u32, name: String| {
            let args = BTreeMap::from([("name".to_owned(), Argument::Words(name))]);
            Event { tid, args, ..self.event(what, "M", Time::ZERO) }
        };
        events.push(named("process_name", 0, side.to_owned()));
        let lane = pick(self.locale, "instance", "인스턴스");
        for instance in 0..report.host_holder() {
            if !report.lane(instance).is_empty() {
                let number = instance + 1;
                events.push(named("thread_name", number, format!("{lane} {number}")));
            }
        }
    }

    fn lanes(&self, report: &Report, events: &mut Vec<Event>) {
        for span in &report.spans {
            events.push(self.bar(span));
        }
    }

    fn bar(&self, span: &LaneSpan) -> Event {
        let length = span.end.since(span.begin);
        let phase = name::phase(span.phase, self.locale);
        let mut args = BTreeMap::new();
        let mut pure = false;
        if let Some(wait) = span.wait {
            let waited = span.waited.as_seconds() * 1e6;
            pure = span.waited == length;
            args.insert("waited_us".to_owned(), Argument::Number(waited));
            let wait = name::wait(wait, self.locale).to_owned();
            args.insert("waited_for".to_owned(), Argument::Words(wait));
        }
        let (name, cat) = match (pure, span.wait) {
            (true, Some(wait)) => {
                let wait = name::wait(wait, self.locale);
                let waiting = match self.locale {
                    Locale::English => format!("waiting for {wait}"),
                    Locale::Korean => format!("{wait} 대기"),
                };
                (waiting, "wait")
            }
            _ => (phase.to_owned(), "phase"),
        };
        Event {
            tid: span.instance + 1,
            // The end is rounded like a beginning, so that a bar never overlaps the next one.
            dur: Some(microseconds(span.end) - microseconds(span.begin)),
            cat: Some(cat),
            args,
            ..self.event(&name, "X", span.begin)
        }
    }

    /// Memory by owner, of all instances and the host together.
    fn memory(&self, report: &Report, events: &mut Vec<Event>) {
        let times: Vec<(usize, usize)> = groups(report);
        let every = times.len().div_ceil(MEMORY_SAMPLES_MOST).max(1);
        let mut held = [0_i64; OWNERS];
        let last = times.len().saturating_sub(1);
        for (place, &(from, to)) in times.iter().enumerate() {
            for change in &report.memory_changes[from..to] {
                held[change.owner.index()] += change.bytes;
            }
            if place % every != 0 && place != last {
                continue;
            }
            let of = |owner: &Owner| {
                let bytes = u64::try_from(held[owner.index()]).unwrap_or(0);
                (name::owner(*owner, self.locale).to_owned(), Argument::Bytes(bytes))
            };
            let name = pick(self.locale, "memory (bytes)", "메모리 (바이트)");
            let time = report.memory_changes[from].time;
            let args = Owner::ALL.iter().map(of).collect();
            events.push(Event { args, ..self.event(name, "C", time) });
        }
    }

    fn cores(&self, report: &Report, events: &mut Vec<Event>) {
        let name = pick(self.locale, "cores at work", "일하는 코어");
        let key = pick(self.locale, "cores", "코어");
        for sample in &report.usage {
            let args = BTreeMap::from([(key.to_owned(), Argument::Number(sample.cores))]);
            events.push(Event { args, ..self.event(name, "C", sample.time) });
        }
    }

    fn limits(&self, report: &Report, events: &mut Vec<Event>) {
        for (time, met) in &report.limits {
            let name = limit::end(met, self.locale);
            let (s, cat) = (Some("p"), Some("limit"));
            events.push(Event { cat, s, ..self.event(name, "i", *time) });
        }
    }
}

/// Changes of memory that belong to one instant, as places in the report.
fn groups(report: &Report) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (place, change) in report.memory_changes.iter().enumerate() {
        match found.last_mut() {
            Some((from, to)) if report.memory_changes[*from].time == change.time => *to = place + 1,
            _ => found.push((place, place + 1)),
        }
    }
    found
}
