//! Pasted measurements: what four tools print is understood, and what is not is told.

use proptest::prelude::*;
use strata::scenario::measurement::{
    Assumed, Expected, LENGTH_MOST, Measurement, MeasurementProblem, Subject, Tool, read,
};

const MIB: f64 = 1_048_576.0;

fn understood(text: &str) -> Measurement {
    read(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"))
}

fn check(text: &str, tool: Tool, expected: &[(Subject, f64)]) {
    let found = understood(text);
    assert_eq!(found.tool, tool, "{text}");
    for &(subject, value) in expected {
        let reading = found.readings.iter().find(|of| of.subject == subject);
        let told = reading.unwrap_or_else(|| panic!("{text}: no {subject:?}")).value;
        assert!((told - value).abs() <= value * 1e-9, "{text}: {subject:?} is {told}");
    }
}

#[test]
fn systemd_analyze_is_read_with_and_without_firmware_and_minutes() {
    use Subject::{Boot, Firmware, Initrd, Kernel, Loader, UserSpace};
    check(
        "Startup finished in 1.762s (firmware) + 265ms (loader) + 640ms (kernel) + 196ms \
         (initrd) + 1.667s (userspace) = 4.532s \ngraphical.target reached after 1.6s in userspace.",
        Tool::SystemdAnalyze,
        &[
            (Firmware, 1.762),
            (Loader, 0.265),
            (Kernel, 0.640),
            (Initrd, 0.196),
            (UserSpace, 1.667),
            (Boot, 4.532),
        ],
    );
    check(
        "$ systemd-analyze\nStartup finished in 3.5s (kernel) + 1min 16.3s (userspace) = 1min 19.8s",
        Tool::SystemdAnalyze,
        &[(Kernel, 3.5), (UserSpace, 76.3), (Boot, 79.8)],
    );
    check("Startup finished in 231ms (userspace)", Tool::SystemdAnalyze, &[(Boot, 0.231)]);
}

#[test]
fn every_shell_s_time_is_read() {
    use Subject::{Command, System, User};
    let all: &[(Subject, f64)] = &[(Command, 0.541), (User, 0.021), (System, 0.013)];
    for text in [
        "Hello from Docker!\nreal time is money\n\nreal\t0m0.541s\nuser\t0m0.021s\nsys\t0m0.013s\n",
        "\nreal\t0m0,541s\nuser\t0m0,021s\nsys\t0m0,013s",
        "real 0.541\nuser 0.021\nsys 0.013\n",
        "docker run --rm hello-world  0.021s user 0.013s system 5% cpu 0.541 total",
        "0.021user 0.013system 0:00.541elapsed 5%CPU (0avgtext+0avgdata 60000maxresident)k\n\
         0inputs+0outputs (0major+100minor)pagefaults 0swaps",
        "\tCommand being timed: \"docker run\"\n\tUser time (seconds): 0.021\n\tSystem time \
         (seconds): 0.013\n\tElapsed (wall clock) time (h:mm:ss or m:ss): 0:00.541\n",
    ] {
        check(text, Tool::Time, all);
    }
    check("Executed in  541.00 millis    fish           external", Tool::Time, &[(Command, 0.541)]);
    let several = understood("real 1.0\nreal 3.0\nreal 2.0\n").readings.remove(0);
    assert_eq!((several.value, several.range, several.runs), (2.0, Some([1.0, 3.0]), 3));
}

#[test]
fn hyperfine_and_free_are_read() {
    use Subject::{Available, Cache, Free, Swapped, Total, Used};
    let json = r#"{"results": [{"command": "docker run --rm alpine true", "mean": 0.55,
        "stddev": 0.02, "median": 0.54, "user": 0.02, "system": 0.01, "min": 0.52, "max": 0.6,
        "times": [0.52, 0.53, 0.6], "exit_codes": [0, 0, 0]}]}"#;
    check(json, Tool::Hyperfine, &[(Subject::Command, 0.55)]);
    let reading = understood(json).readings.remove(0);
    assert_eq!(
        (reading.range, reading.deviation, reading.runs),
        (Some([0.52, 0.6]), Some(0.02), 3)
    );

    let head = "         total        used        free      shared  buff/cache   available\n";
    let rows = |memory: &str, swap: &str| format!("{head}Mem:  {memory}\nSwap: {swap}\n");
    let mebibytes = rows("15842 3021 8012 211 4808 12300", "2047 10 2037");
    let expected: &[(Subject, f64)] = &[
        (Total, 15_842.0 * MIB),
        (Used, 3021.0 * MIB),
        (Free, 8012.0 * MIB),
        (Cache, 4808.0 * MIB),
        (Available, 12_300.0 * MIB),
        (Swapped, 10.0 * MIB),
    ];
    check(&mebibytes, Tool::Free, expected);
    assert_eq!(understood(&mebibytes).assumed, Some(Assumed::Mebibytes));
    assert_eq!(understood(&format!("$ free -m\n{mebibytes}")).assumed, None);
    let human = rows("15Gi 2.9Gi 7.8Gi 211Mi 4.7Gi 12Gi", "2.0Gi 10Mi 2.0Gi");
    check(&human, Tool::Free, &[(Used, 2.9 * 1024.0 * MIB), (Swapped, 10.0 * MIB)]);
    let bytes = rows("16611540992 3167748096 8401190912 0 5042601984 12897484800", "0 0 0");
    check(&bytes, Tool::Free, &[(Used, 3_167_748_096.0)]);
    let kibibytes = rows("16222208 3093504 8204288 0 4924416 12595200", "0 0 0");
    check(&kibibytes, Tool::Free, &[(Used, 3_093_504.0 * 1024.0)]);
}

#[test]
fn what_is_not_understood_is_told_with_its_line() {
    let problem = |text: &str| read(text).expect_err(text);
    let at = |text: &str, line: usize, found: &str, expected: Expected| {
        let found = found.to_owned();
        assert_eq!(
            problem(text),
            MeasurementProblem::Unexpected { line, found, expected },
            "{text}"
        );
    };
    assert_eq!(problem(" \n"), MeasurementProblem::Empty);
    let long = "x".repeat(LENGTH_MOST + 1);
    assert_eq!(problem(&long), MeasurementProblem::TooLong { length: LENGTH_MOST + 1 });
    at("\nuptime 12 days", 2, "uptime 12 days", Expected::AnyTool);
    at("real\tsoon", 1, "soon", Expected::Duration);
    at("Startup finished in 2s (magic) = 2s", 1, "2s (magic)", Expected::Stages);
    at("Startup finished in two (kernel) = 2s", 1, "two", Expected::Duration);
    at("Mem: 1 2 3", 1, "Mem: 1 2 3", Expected::Columns);
    at("  total used\nMem: 12 1x", 2, "1x", Expected::Amount);
    at("{\n \"results\": [}", 2, "\"results\": [}", Expected::Results);
    at("{\"results\": []}", 1, "{\"results\": []}", Expected::Results);
}

/// Pieces of real outputs in any order, which reach further into the parsers than noise does.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Startup finished in ",
        "1.5s",
        " (kernel)",
        " + ",
        " = ",
        "(",
        ")",
        "real",
        "user",
        "sys",
        "\t",
        " ",
        "\n",
        "0m0.5s",
        "0:0",
        "elapsed",
        "total",
        "used",
        "free",
        "Mem:",
        "Swap:",
        "15Gi",
        "12",
        "-1",
        "9e99",
        "µ",
        "가",
        "{",
        "}",
        "\"results\":",
        "[",
        "]",
        "\"mean\":",
        ",",
        "Executed in ",
        "millis",
        "system",
        "cpu",
        "5%",
        "Elapsed (wall clock) time (h:mm:ss or m:ss): ",
    ]);
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_makes_a_parser_fall(text in prop_oneof![any::<String>(), pieces()]) {
        if let Ok(measurement) = read(&text) {
            prop_assert!(!measurement.readings.is_empty());
            for reading in measurement.readings {
                prop_assert!(reading.value.is_finite() && reading.value >= 0.0, "{reading:?}");
            }
        }
    }
}
