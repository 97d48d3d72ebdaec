//! What the contract says in words: the sample, and bad input.

use super::{csv, file, run};

const RESOURCES: &str = r#""resources": [
    {"name": "cores", "kind": "fair", "capacity_per_s": 16},
    {"name": "disk", "kind": "fair", "capacity_per_s": 2e9},
    {"name": "rtnl", "kind": "fifo"}]"#;

fn with_jobs(jobs: &str) -> String {
    format!("{{{RESOURCES}, \"jobs\": [{jobs}]}}")
}

fn with_step(step: &str) -> String {
    with_jobs(&format!(r#"{{"arrives_s": 0, "steps": [{{"delay_s": 1}}, {{{step}}}]}}"#))
}

/// The output for a file, and the number of events.
fn output(text: &str) -> Result<(String, u64), String> {
    let file = file::parse(text.as_bytes())?;
    let outcome = run::run(&file).map_err(|fault| fault.to_string())?;
    let mut out = Vec::new();
    csv::write(&mut out, &file, &outcome.ends).expect("a vector takes all");
    Ok((String::from_utf8(out).expect("numbers and commas"), outcome.events))
}

#[track_caller]
fn check(text: &str, rows: &[&str]) {
    let expected: String =
        std::iter::once(&"job,step,end_s").chain(rows).flat_map(|row| [*row, "\n"]).collect();
    assert_eq!(output(text).map(|(out, _)| out), Ok(expected));
}

/// Checks that a file is refused in one line with this beginning and these words.
#[track_caller]
fn refuse(text: &str, place: &str, words: &str) {
    let fault = output(text).expect_err("the file is bad");
    assert!(fault.starts_with(place), "{fault:?} does not begin with {place:?}");
    assert!(fault.contains(words), "{fault:?} does not contain {words:?}");
}

#[test]
fn one_job_alone_takes_the_sum_of_its_steps() {
    check(
        &with_jobs(
            r#"{ "arrives_s": 0.0, "steps": [
                { "delay_s": 0.108585 },
                { "use": "cores", "amount": 0.69416, "cap_per_s": 1, "weight": 1 },
                { "use": "disk", "amount": 64230000 },
                { "hold": "rtnl", "for_s": 0.005 }
            ] }"#,
        ),
        &["0,0,0.108585000", "0,1,0.802745000", "0,2,0.834860000", "0,3,0.839860000"],
    );
}

#[test]
fn jobs_queue_for_a_lock_in_the_order_of_the_file() {
    let job = r#"{"arrives_s": 1, "steps": [{"hold": "rtnl", "for_s": 0.5}]}"#;
    let late = job.replace("1,", "1.25,");
    check(
        &with_jobs(&format!("{late}, {job}, {job}")),
        &["0,0,2.500000000", "1,0,1.500000000", "2,0,2.000000000"],
    );
}

#[test]
fn steps_of_no_length_end_at_once_even_where_others_queue() {
    check(
        &with_jobs(
            r#"{"arrives_s": 0, "steps": [{"hold": "rtnl", "for_s": 9}]},
               {"arrives_s": 2, "steps": [
                 {"use": "disk", "amount": 0}, {"delay_s": 0}, {"hold": "rtnl", "for_s": 0},
                 {"delay_s": 1}, {"delay_s": 0}]},
               {"arrives_s": 1, "steps": []}"#,
        ),
        &[
            "0,0,9.000000000",
            "1,0,2.000000000",
            "1,1,2.000000000",
            "1,2,2.000000000",
            "1,3,3.000000000",
            "1,4,3.000000000",
        ],
    );
}

#[test]
fn nothing_to_do_is_no_fault() {
    check(&with_jobs(""), &[]);
    check(r#"{"jobs": [], "resources": []}"#, &[]);
}

#[test]
fn the_order_of_the_parts_and_escapes_in_names_are_of_no_account() {
    check(
        r#"{"jobs": [{"steps": [{"amount": 1, "use": "\u0063ores"}], "arrives_s": 0}],
            "resources": [{"capacity_per_s": 4, "kind": "fair", "name": "cores"}]}"#,
        &["0,0,0.250000000"],
    );
}

#[test]
fn times_are_rounded_to_the_nearest_nanosecond() {
    check(
        &with_jobs(r#"{"arrives_s": 0.9999999994, "steps": [{"delay_s": 0}, {"delay_s": 1e-10}]}"#),
        &["0,0,0.999999999", "0,1,1.000000000"],
    );
}

#[test]
fn events_are_counted() {
    let step = with_step(r#""hold": "rtnl", "for_s": 1"#);
    // The one that brings the jobs in, the delay, the lock, and its end.
    assert_eq!(output(&step).map(|(_, events)| events), Ok(4));
}

#[test]
fn numbers_out_of_range_are_refused_where_they_stand() {
    let amount = |number| with_step(&format!(r#""use": "cores", "amount": {number}"#));
    let place = "jobs[0].steps[1].amount: ";
    refuse(&amount("-5"), place, "-5 is negative; give zero or more");
    refuse(&amount("-1e-300"), place, "is negative");
    refuse(&amount("1e61"), place, "1e61 is out of range");
    refuse(&amount("1e999"), "jobs[0].steps[1]: ", "out of range at line 4 column");
    refuse(&amount("NaN"), "jobs[0].steps[1]: ", "at line 4 column");
    refuse(&amount("null"), "jobs[0].steps[1]: ", "invalid type: null");
    refuse(&amount(r#""5""#), "jobs[0].steps[1]: ", "invalid type: string");
    let cores = |more| with_step(&format!(r#""use": "cores", "amount": 1, {more}"#));
    refuse(&cores(r#""weight": 0"#), "jobs[0].steps[1].weight: ", "0 is not positive");
    refuse(&cores(r#""weight": null"#), "jobs[0].steps[1]: ", "invalid type: null");
    refuse(&cores(r#""cap_per_s": -1"#), "jobs[0].steps[1].cap_per_s: ", "-1 is not positive");
    refuse(&cores(r#""cap_per_s": 1e-70"#), "jobs[0].steps[1].cap_per_s: ", "out of range");
    refuse(&with_step(r#""delay_s": -1"#), "jobs[0].steps[1].delay_s: ", "-1 is negative");
    let hold = with_step(r#""hold": "rtnl", "for_s": -0.5"#);
    refuse(&hold, "jobs[0].steps[1].for_s: ", "-0.5 is negative");
    let arrives = r#"{"arrives_s": -2, "steps": []}"#;
    refuse(&with_jobs(arrives), "jobs[0].arrives_s: ", "-2 is negative");
    let capacity = with_jobs("").replace("16", "0");
    refuse(&capacity, "resources[0].capacity_per_s: ", "0 is not positive");
}

#[test]
fn times_beyond_the_clock_are_refused_and_not_printed() {
    let arrives = |time: &str| {
        with_jobs(&format!(r#"{{"arrives_s": {time}, "steps": [{{"delay_s": 1e7}}]}}"#))
    };
    refuse(&arrives("1e9"), "jobs[0].arrives_s: ", "1e9 s is beyond the clock");
    refuse(&arrives("1e7"), "jobs[0].steps[0]: ", "does not end within 18446744 s");
    refuse(&with_step(r#""delay_s": 1e300"#), "jobs[0].steps[1].delay_s: ", "beyond the clock");
    let never = with_step(r#""use": "cores", "amount": 1e30"#);
    refuse(&never, "jobs[0].steps[1]: ", "does not end within");
    let slow = with_step(r#""use": "cores", "amount": 1, "cap_per_s": 1e-60"#);
    refuse(&slow, "jobs[0].steps[1]: ", "does not end within");
    let queue = r#"{"arrives_s": 0, "steps": [{"hold": "rtnl", "for_s": 1e7}]}"#;
    refuse(&with_jobs(&format!("{queue}, {queue}")), "jobs[1].steps[0]: ", "does not end");
}

#[test]
fn names_and_kinds_must_fit() {
    let place = "jobs[0].steps[1].";
    let step = |text| with_step(text);
    refuse(
        &step(r#""use": "core", "amount": 1"#),
        &format!("{place}use: "),
        r#"no resource has the name "core""#,
    );
    refuse(&step(r#""hold": "x", "for_s": 1"#), &format!("{place}hold: "), "no resource");
    refuse(&step(r#""use": "rtnl", "amount": 1"#), &format!("{place}use: "), "is fifo");
    refuse(&step(r#""hold": "disk", "for_s": 1"#), &format!("{place}hold: "), "is fair");
    let twice = with_jobs("").replace("disk", "cores");
    refuse(&twice, "resources[1].name: ", r#""cores" is the name of resources[0] already"#);
    let kind = with_jobs("").replace("fifo", "lifo");
    refuse(&kind, "resources[2].kind: ", r#""lifo" is unknown; give "fair" or "fifo""#);
    let bare = with_jobs("").replace(r#", "capacity_per_s": 16"#, "");
    refuse(&bare, "resources[0].capacity_per_s: ", "is missing");
    let fifo = with_jobs("").replace(r#""fifo""#, r#""fifo", "capacity_per_s": 1"#);
    refuse(&fifo, "resources[2].capacity_per_s: ", "leave it out");
}

#[test]
fn a_step_is_one_thing_with_its_own_fields() {
    let place = "jobs[0].steps[1]";
    refuse(&with_step(""), &format!("{place}: "), "does nothing");
    refuse(&with_step(r#""weight": 1"#), &format!("{place}: "), "does nothing");
    let two = r#""delay_s": 1, "use": "cores", "amount": 1"#;
    refuse(&with_step(two), &format!("{place}: "), "does several things");
    refuse(&with_step(r#""use": "cores""#), &format!("{place}.amount: "), "is missing");
    refuse(&with_step(r#""hold": "rtnl""#), &format!("{place}.for_s: "), "is missing");
    refuse(&with_step(r#""delay_s": 1, "weight": 2"#), &format!("{place}.weight: "), "belong");
    let hold = r#""hold": "rtnl", "for_s": 1, "amount": 1"#;
    refuse(&with_step(hold), &format!("{place}.amount: "), "does not belong");
    let typo = r#""use": "cores", "amuont": 1"#;
    refuse(&with_step(typo), &format!("{place}: "), "unknown field `amuont`");
    let twice = r#""delay_s": 1, "delay_s": 1"#;
    refuse(&with_step(twice), &format!("{place}: "), "duplicate field `delay_s`");
}

#[test]
fn what_is_no_job_file_is_refused_with_the_line() {
    refuse("", "the file is empty", "");
    refuse(" \n\t ", "the file is empty", "");
    refuse("{", "EOF while parsing", "line 1 column 1");
    refuse("hello", "expected value", "line 1 column 1");
    refuse("[]", "invalid type: sequence, expected an object", "line 1 column 0");
    let listed = r#"{"resources": [["rtnl", "fifo"]], "jobs": []}"#;
    refuse(listed, "resources[0]: invalid type: sequence, expected an object", "line 1");
    refuse("{}", "missing field `resources`", "");
    refuse(r#"{"resources": []}"#, "missing field `jobs`", "");
    refuse(r#"{"resources": [], "jobs": 3}"#, "invalid type: integer `3`", "a list of jobs");
    refuse(r#"{"resources": [7], "jobs": []}"#, "resources[0]: invalid type", "line 1");
    refuse(&format!("{}x", with_jobs("")), "trailing characters", "line 4");
    refuse(&with_jobs(r#"{"arrives_s": 0}"#), "jobs[0]: missing field `steps`", "line 4");
    refuse(&with_jobs(r#"{"steps": []}"#), "jobs[0]: missing field `arrives_s`", "");
    refuse(&with_jobs("{}, {}"), "jobs[0]: missing field", "");
    refuse(&with_jobs("").replace("\"jobs\"", "\"job\""), "unknown field `job`", "");
}

#[test]
fn bytes_that_are_no_text_and_deep_nesting_are_refused() {
    assert!(file::parse(b"\xff\xfe{}").is_err());
    assert!(
        file::parse(b"{\"resources\": [{\"name\": \"\xc3\x28\", \"kind\": \"fifo\"}]}").is_err()
    );
    assert!(file::parse("[".repeat(100_000).as_bytes()).is_err());
    let deep = format!(r#"{{"resources": [], "jobs": [{}"#, "[".repeat(100_000));
    assert!(file::parse(deep.as_bytes()).is_err());
}
