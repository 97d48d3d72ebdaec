//! The command line, run as a person or a script runs it.

use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};

use strata::scenario::study::sweep::Spec;
use strata::scenario::study::{Axis, Comparison, Sweep};
use strata::scenario::{ParameterId, Scale, Scenario, link, preset};
use strata::text::Locale;
use strata::text::export::{self, Format};

fn strata() -> Command {
    Command::new(env!("CARGO_BIN_EXE_strata"))
}

fn ran(arguments: &[&str]) -> Output {
    strata().args(arguments).output().expect("the program starts")
}

fn told(arguments: &[&str]) -> String {
    let output = ran(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", errors(&output));
    assert_eq!(errors(&output), "", "{arguments:?}");
    String::from_utf8(output.stdout).expect("it writes text")
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The exit status and what was said about it.
fn refused(arguments: &[&str]) -> (i32, String) {
    let output = ran(arguments);
    (output.status.code().expect("it exits by itself"), errors(&output))
}

#[test]
fn every_command_has_help_with_examples() {
    let commands = [
        "run",
        "sweep",
        "replicate",
        "place",
        "explain",
        "why",
        "validate",
        "claims",
        "catalog",
        "list",
        "completions",
    ];
    for command in commands {
        let help = told(&[command, "--help"]);
        assert!(help.contains(&format!("strata {command}")), "{help}");
        assert!(help.contains("Example"), "{help}");
    }
    assert!(told(&["--help"]).contains("Exit status"));
    assert!(told(&["--version"]).contains(env!("CARGO_PKG_VERSION")));
    assert!(told(&["completions", "bash"]).contains("strata"));
}

#[test]
fn its_bytes_are_those_that_the_page_exports() {
    let scenario = preset("boot-storm").expect("a preset").scenario();
    let mut job = Comparison::new(scenario.clone());
    while !job.advance(1000) {}
    let forms = [("table", Format::Table), ("csv", Format::Csv), ("json", Format::Json)];
    for (name, format) in forms {
        let here = export::compared(&job.result(), format, Locale::Korean);
        let there = told(&["run", "--preset", "boot-storm", "--format", name, "--lang", "ko"]);
        assert!(here == there, "{name} differs");
    }
    let axis = Axis::steps(ParameterId::Instances, None, [1, 40], 5, Scale::Logarithmic);
    let (axis, quantities) = (axis.expect("a sound axis"), Vec::new());
    let spec = Spec { scenario: Scenario::default(), axis, by: None, quantities };
    let mut job = Sweep::new(spec);
    while !job.advance(1000) {}
    let there = told(&["sweep", "--over", "n=1..40", "--points", "5", "--format", "json"]);
    assert!(export::swept(&job.result(), Format::Json, Locale::English) == there);
}

#[test]
fn a_link_pasted_whole_is_the_preset_that_it_was_made_from() {
    let scenario = preset("density-goal").expect("a preset").scenario();
    let fragment = link::encode(&scenario);
    let expected = told(&["run", "--preset", "density-goal", "--format", "json"]);
    for address in [format!("https://example.org/strata/{fragment}"), fragment.clone()] {
        assert!(told(&["run", "--link", &address, "--format", "json"]) == expected);
    }
    let damaged = fragment.replace("density", "x").replace("goal=1000", "goal=2000");
    let (status, why) = refused(&["run", "--link", &damaged]);
    assert_eq!(status, 2);
    assert!(why.contains("changed on its way"), "{why}");
}

#[test]
fn an_export_is_a_scenario_file_from_a_path_or_a_pipe() {
    let settings = ["run", "--set", "n=3", "--set", "b.platform=gvisor", "--format", "json"];
    let first = told(&settings);
    let path = std::env::temp_dir().join(format!("strata-test-{}.json", std::process::id()));
    let path = path.to_str().expect("a path of letters");
    let mut with_output = settings.to_vec();
    with_output.extend(["--output", path]);
    assert_eq!(told(&with_output), "");
    assert_eq!(std::fs::read_to_string(path).expect("it was written"), first);
    assert_eq!(told(&["run", "--file", path, "--format", "json"]), first);
    std::fs::remove_file(path).expect("it is there");
    let mut child = strata()
        .args(["run", "--file", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(first.as_bytes()).expect("it reads");
    drop(input);
    let mut again = String::new();
    child.stdout.take().expect("a pipe").read_to_string(&mut again).expect("text");
    assert!(child.wait().expect("it ends").success());
    assert_eq!(again, first);
}

#[test]
fn faults_name_the_field_the_value_and_the_remedy() {
    let cases: [(&[&str], i32, &[&str]); 14] = [
        (&["run", "--preset", "boot-strom"], 2, &["boot-strom", "“boot-storm”"]),
        (&["run", "--set", "a.platform=doker"], 2, &["a.platform", "doker", "“docker”"]),
        (&["run", "--set", "n=0"], 2, &["n:", "0 is outside", "--set n=1"]),
        (&["run", "--set", "platform=kata"], 2, &["“platform”", "“a.platform”"]),
        (&["run", "--set", "n=many"], 2, &["“many”", "“n”"]),
        (&["run", "--set", "spread"], 2, &["“spread”", "KEY=VALUE"]),
        (&["run", "--file", "/no/such/file"], 2, &["/no/such/file"]),
        (&["run", "--preset", "windows", "--link", "#"], 2, &["--preset", "--link"]),
        (&["sweep", "--over", "a.platform=1..9"], 2, &["a.platform=1..9", "no number"]),
        (&["sweep", "--over", "n=1..9", "--quantity", "resdent"], 2, &["“resident”"]),
        (&["sweep", "--over", "n=all", "--by", "seed=all", "--points", "900"], 2, &["20000"]),
        (&["validate", "V99"], 2, &["V99"]),
        (&["claims", "C88"], 2, &["C88"]),
        (&["catalog", "no-such-constant"], 1, &["No constant"]),
    ];
    for (arguments, expected, words) in cases {
        let (status, why) = refused(arguments);
        assert_eq!(status, expected, "{arguments:?}: {why}");
        for word in words {
            assert!(why.contains(word), "{arguments:?}: {word} is not in {why}");
        }
        assert!(!why.contains("panicked"), "{why}");
    }
    let (status, why) = refused(&["run", "--set", "n=0", "--lang", "ko"]);
    assert_eq!(status, 2);
    assert!(why.contains("허용 범위"), "{why}");
}

#[test]
fn what_cannot_run_at_all_is_told_and_has_status_1() {
    let both = ["--set", "b.guest=windows-core", "--set", "a.platform=docker"];
    let mut arguments = vec!["run", "--set", "a.guest=windows-core"];
    arguments.extend(both);
    let output = ran(&arguments);
    assert_eq!(output.status.code(), Some(1), "{}", errors(&output));
    let table = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(table.contains("needs a Windows kernel"), "{table}");
}

#[test]
fn sweeps_repetitions_and_validation_speak_from_the_command_line() {
    let turning = ["--set", "a.platform=docker-desktop", "--set", "b.platform=firecracker"];
    let mut arguments = vec!["sweep", "--over", "n=1,60", "--quantity", "resident"];
    arguments.extend(turning);
    let table = told(&arguments);
    assert!(table.contains("Memory in use: from Instances ") && table.contains("A has less"));
    let csv = told(&[
        "sweep",
        "--over",
        "platform=docker,kata",
        "--by",
        "n=1,2",
        "--quantity",
        "ready-median",
        "--format",
        "csv",
    ]);
    assert!(csv.starts_with("n,platform,side,gap,ready-median [s]\r\n"), "{csv}");
    assert_eq!(csv.lines().count(), 9);
    let csv = told(&["replicate", "--runs", "5", "--quantity", "ready-median", "--format", "csv"]);
    assert!(csv.contains("\r\nready-median,s,difference,5,"), "{csv}");
    let table = told(&["validate", "V2", "V8"]);
    assert!(table.contains("3 of 3 published figures come out"), "{table}");
    let why = told(&["explain", "ready-median", "--preset", "boot-storm"]);
    assert!(why.contains("a core"), "{why}");
    let constants = told(&["catalog", "platform.docker.", "moby"]);
    assert!(constants.contains("platform.docker."), "{constants}");
    let claim = told(&["claims", "c1"]);
    assert!(claim.contains("3 of 3 facts hold."), "{claim}");
    assert!(told(&["list", "presets"]).contains("boot-storm"));
    let trace = told(&["run", "--format", "trace", "--set", "n=2"]);
    assert!(trace.contains("\"traceEvents\":["));
}

#[test]
fn a_reader_who_hangs_up_is_no_problem() {
    let mut child = strata()
        .args(["catalog", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut few = [0; 16];
    let mut out = child.stdout.take().expect("a pipe");
    out.read_exact(&mut few).expect("it begins");
    drop(out);
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success());
    assert_eq!(errors(&output), "");
}

#[test]
fn a_number_is_explained_with_the_constants_that_it_depends_on() {
    let plain = told(&["why", "ready-median", "--set", "n=2"]);
    assert!(plain.contains("host.server.speed") && plain.contains("init and services"), "{plain}");
    let changed = told(&[
        "why",
        "ready-median",
        "--set",
        "n=2",
        "--set",
        "constant.guest.ubuntu.init_cpu=3000",
    ]);
    assert_ne!(plain, changed, "the other value is really used");
    assert!(changed.contains("guest.ubuntu.init_cpu"), "{changed}");
}

#[test]
fn every_host_says_whether_the_instances_fit_and_why_not() {
    let table = told(&["place", "--count", "40", "--set", "host=laptop"]);
    assert!(table.contains("tightest resource") && table.contains("fits"), "{table}");
    assert!(table.contains("of 40 run. Memory:"), "a refusal names what ran out: {table}");
    let csv = told(&["place", "--count", "40", "--format", "csv"]);
    assert!(csv.starts_with("side,host,wanted,placed,fits,resource,unit,needed,there,enough"));
    assert_eq!(told(&["place", "--format", "json"]), told(&["place", "--format", "json"]));
    assert!(told(&["place", "--lang", "ko"]).contains("놓입니다"));
}
