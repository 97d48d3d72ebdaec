//! What is taken away: read back by the rules of its format, and the same to the last byte.

use proptest::prelude::*;
use serde_json::Value as Json;
use strata::catalog::constants;
use strata::experiment::answer::{Answer, Cause, Figure, Mechanism, Quantity};
use strata::experiment::validate::Validation;
use strata::experiment::{Wait, run, start};
use strata::model::Incompatible;
use strata::scenario::claim::{CLAIMS, Claim, Hearing};
use strata::scenario::study::replicate;
use strata::scenario::study::sweep::{Crossing, Point, Spec, Swept};
use strata::scenario::study::{Axis, Compared, Comparison, Gap, Replicate};
use strata::scenario::{PRESETS, ParameterId, Scenario, Side, Value, file, link, preset};
use strata::text::Locale;
use strata::text::export::{self, Format};

use crate::ask::any_scenario;

const READY: Quantity = Quantity::Start(start::Quantity::ReadyMedian);
const RESIDENT: Quantity = Quantity::Start(start::Quantity::Resident);

fn figures(ready: f64, resident: f64) -> Vec<Figure> {
    let figure = |quantity, value| Figure { quantity, value };
    vec![figure(READY, ready), figure(RESIDENT, resident)]
}

/// Answers of our own, so that the bytes do not depend on any constant of the model.
fn invented() -> Compared {
    let why = Mechanism::Start(start::Mechanism::Waited(Wait::Cores));
    let a = Answer {
        figures: figures(4.5, 8_589_934_592.0),
        causes: vec![Cause { mechanism: why, effect: READY, amount: 1.25 }],
        events: 7,
        digest: 0xab,
        ..Answer::default()
    };
    let b = Answer { figures: figures(0.5, 1_073_741_824.0), ..Answer::default() };
    Compared { scenario: Scenario::default(), sides: [Ok(a), Ok(b)], more: Vec::new() }
}

fn compared(scenario: Scenario) -> Compared {
    let mut job = Comparison::new(scenario);
    while !job.advance(u64::MAX) {}
    job.result()
}

/// Rows of comma-separated values, read as RFC 4180 says.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = csv.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match (quoted, letter) {
            (true, '"') if letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            (_, '"') => quoted = !quoted,
            (false, ',') => row.push(core::mem::take(&mut cell)),
            (false, '\r') => {
                assert_eq!(letters.next(), Some('\n'), "lines end with both");
                row.push(core::mem::take(&mut cell));
                rows.push(core::mem::take(&mut row));
            }
            (_, other) => cell.push(other),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !quoted, "the last line ends");
    rows
}

fn square(csv: &str) -> Vec<Vec<String>> {
    let rows = rows(csv);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{csv}");
    rows
}

#[test]
fn a_table_is_as_it_was() {
    let expected = "\
Strata 0.1.0  #/lab?v=1&c=940b8574
A  QEMU/KVM, Ubuntu Server
B  Docker

                              A      B   B − A   B ÷ A
Time until ready, median  4.5 s  0.5 s    −4 s  0.111×
Memory in use             8 GiB  1 GiB  −7 GiB  0.125×

A  QEMU/KVM, Ubuntu Server
Why
a core  Time until ready, median  1.25 s
";
    assert_eq!(export::compared(&invented(), Format::Table, Locale::English), expected);
    let korean = export::compared(&invented(), Format::Table, Locale::Korean);
    assert!(korean.contains("\n준비 시간 중앙값  4.5초  0.5초    −4초  0.111×\n"), "{korean}");
    assert!(korean.contains("\n사용 메모리       8 GiB  1 GiB  −7 GiB  0.125×\n"), "{korean}");
}

#[test]
fn comma_separated_values_are_as_they_were() {
    let expected = "side,platform,gap,ready-median [s],resident [B]\r\n\
                    a,qemu-kvm,,4.5,8589934592\r\nb,docker,,0.5,1073741824\r\n";
    assert_eq!(export::compared(&invented(), Format::Csv, Locale::Korean), expected);
    let why = "side,mechanism,effect,unit,amount\r\na,a core,ready-median,s,1.25\r\n";
    assert_eq!(export::explained(&invented(), Some(READY), Format::Csv, Locale::English), why);
}

#[test]
fn a_sweep_names_what_turns_and_what_could_not_run() {
    let spec = Spec {
        scenario: Scenario::default(),
        axis: Axis::new(ParameterId::Instances, None, [1, 50].map(Value::Number).into())
            .expect("numbers"),
        by: None,
        quantities: vec![RESIDENT],
    };
    let refused = Incompatible::NeedsOtherKernel { wants_windows: true };
    let point = |at, sides| Point { row: 0, at: Value::Number(at), sides };
    let swept = Swept {
        quantities: vec![RESIDENT],
        points: vec![
            point(1, [Ok(figures(1.0, 1024.0)), Ok(figures(1.0, 2048.0))]),
            point(50, [Ok(figures(1.0, 4096.0)), Err(Gap::Refused(refused))]),
        ],
        crossings: vec![Crossing {
            quantity: RESIDENT,
            row: 0,
            before: 36,
            from: 37,
            less: Side::B,
            exact: true,
        }],
        cliffs: Vec::new(),
        spec,
    };
    let table = export::swept(&swept, Format::Table, Locale::English);
    assert!(table.contains("\nMemory in use: from Instances 37 on, B has less.\n"), "{table}");
    assert!(table.contains("\n50, B: A container shares the host’s kernel"), "{table}");
    let korean = export::swept(&swept, Format::Table, Locale::Korean);
    assert!(korean.contains("\n사용 메모리: 인스턴스 수 37부터 B가 더 적습니다.\n"), "{korean}");
    let rows = square(&export::swept(&swept, Format::Csv, Locale::English));
    assert_eq!(rows[0], ["n", "side", "gap", "resident [B]"]);
    assert_eq!(rows[2], ["1", "b", "", "2048"]);
    assert!(rows[4][2].contains("kernel, and Windows needs"), "commas are quoted: {:?}", rows[4]);
    let json = export::swept(&swept, Format::Json, Locale::English);
    let json: Json = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json["crossings"][0]["from"], 37);
    assert_eq!(json["points"][0]["b"][0], 2048.0);
    assert!(json["points"][1]["b"]["gap"].is_string());
}

#[test]
fn every_comma_separated_export_is_square_and_holds_raw_values() {
    let found = compared(Scenario::default());
    let rows = square(&export::compared(&found, Format::Csv, Locale::English));
    for (side, row) in Side::BOTH.into_iter().zip(&rows[1..]) {
        let answer = found.side(side).expect("it runs");
        let told: Vec<f64> = row[3..].iter().map(|cell| cell.parse().expect("a number")).collect();
        assert_eq!(told, answer.figures.iter().map(|one| one.value).collect::<Vec<_>>());
    }
    let mut job = Replicate::new(replicate::Spec::of(Scenario::default(), 3));
    while !job.advance(u64::MAX) {}
    let rows = square(&export::replicated(&job.result(), Format::Csv, Locale::English));
    assert_eq!(rows[1][..4], ["ready-median", "s", "a", "3"]);
    let mut validation = Validation::new(&["V8"]);
    while !validation.advance(1) {}
    let rows = square(&export::validated(validation.result(), Format::Csv, Locale::English));
    assert_eq!((rows.len(), rows[1][0].as_str()), (2, "V8"));
    let all = constants();
    let rows = square(&export::constants(&all, Format::Csv, Locale::English));
    assert_eq!(rows.len(), all.len() + 1);
    let some: Vec<&Claim> = CLAIMS.iter().take(3).collect();
    let mut hearing = Hearing::new(some.iter().copied());
    while !hearing.advance(u64::MAX) {}
    let rows = square(&export::claims(&some, &hearing, Format::Csv, Locale::English));
    assert_eq!(rows.len(), some.iter().flat_map(|claim| claim.facts()).count() + 1);
    assert!(rows[1..].iter().all(|row| row.last().is_some_and(|holds| holds == "true")));
    for list in [export::List::Presets, export::List::Parameters, export::List::Quantities] {
        square(&export::listed(list, &Scenario::default(), Format::Csv, Locale::English));
    }
}

fn imported(json: &str) -> Scenario {
    file::read(json).expect("an export is read back")
}

#[test]
fn an_export_of_every_preset_leads_back_to_it() {
    for preset in PRESETS {
        let scenario = preset.scenario();
        let nothing = || Err(Gap::Problems(Vec::new()));
        let told = Compared {
            scenario: scenario.clone(),
            sides: [nothing(), nothing()],
            more: Vec::new(),
        };
        let json = export::compared(&told, Format::Json, Locale::English);
        assert_eq!(imported(&json), scenario, "{}", preset.key);
        let parsed: Json = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(parsed["link"], link::encode(&scenario));
        assert_eq!(parsed["schema"], file::SCHEMA);
        assert_eq!(parsed["seed"], scenario.seed);
        assert!(parsed["sources"].as_array().is_some_and(|sources| sources.len() > 1));
    }
}

proptest! {
    #[test]
    fn an_export_of_any_scenario_leads_back_to_it(scenario in any_scenario()) {
        let refused = || Err(Gap::Problems(scenario.problems()));
        let told = Compared { scenario: scenario.clone(), sides: [refused(), refused()], more: Vec::new() };
        let json = export::compared(&told, Format::Json, Locale::English);
        prop_assert_eq!(imported(&json), scenario);
    }

    #[test]
    fn no_file_makes_the_reader_panic(text in any::<String>()) {
        let _ = file::read(&text);
        let _ = file::read(&format!("{{{text}"));
    }
}

#[test]
fn json_is_the_same_in_every_language_and_every_time() {
    let found = compared(Scenario::default());
    let once = export::compared(&found, Format::Json, Locale::English);
    assert_eq!(once, export::compared(&found, Format::Json, Locale::Korean));
    assert_eq!(once, export::compared(&compared(imported(&once)), Format::Json, Locale::English));
    // What it is comes first, and what was asked before what came of it.
    let at = |key: &str| once.find(&format!("\"{key}\":")).expect(key);
    let order = ["schema", "version", "seed", "link", "scenario", "sides", "comparison", "sources"];
    assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])));
}

fn trace(key: &str) -> (Vec<Json>, [strata::experiment::Report; 2]) {
    let scenario = preset(key).expect("a preset").scenario();
    let reports = Side::BOTH.map(|side| run(scenario.machine(side).expect("it runs")));
    let named: Vec<_> = Side::BOTH.into_iter().zip(reports.clone()).collect();
    let text = export::trace(&scenario, &named, Locale::English);
    let json: Json = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(
        imported(&serde_json::json!({ "scenario": json["otherData"]["scenario"] }).to_string()),
        scenario
    );
    (json["traceEvents"].as_array().expect("a list").clone(), reports)
}

#[test]
fn a_trace_has_every_lane_in_order_of_time() {
    let (events, reports) = trace("boot-storm");
    let number = |event: &Json, key: &str| event[key].as_f64();
    let mut before = 0.0;
    for event in &events {
        let ts = number(event, "ts").expect("every event has a time");
        assert!(ts >= before, "{event}");
        before = ts;
        let phase = event["ph"].as_str().expect("every event has its kind");
        assert!(["X", "M", "C", "i"].contains(&phase), "{event}");
        assert_eq!(phase == "X", number(event, "dur").is_some_and(|dur| dur >= 0.0), "{event}");
    }
    for (pid, report) in (1_u64..).zip(&reports) {
        let of = |kind: &str, tid: u32| {
            let mine =
                |event: &&Json| event["pid"] == pid && event["tid"] == tid && event["ph"] == kind;
            events.iter().filter(mine).count()
        };
        for instance in 0..report.host_holder() {
            assert_eq!(of("X", instance + 1), report.lane(instance).len());
        }
        assert!(of("M", 0) == 1 && of("C", 0) > 2);
    }
}

#[test]
fn counters_of_a_trace_end_with_the_memory_of_the_report() {
    let (events, reports) = trace("default");
    let last = events.iter().rfind(|event| event["pid"] == 2 && event["name"] == "memory (bytes)");
    let told = last.expect("memory is counted")["args"].as_object().expect("by owner");
    let sum: u64 = told.values().filter_map(Json::as_u64).sum();
    assert_eq!(sum, reports[1].memory.resident().0);
}
