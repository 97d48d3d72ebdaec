//! What stands in place of the page where it cannot start: its numbers are those of the simulator.

use std::process::Command;

const STILL: &str = include_str!("../../static/still.html");

/// The cells of the rows of the table, without the words of their heads.
fn rows() -> Vec<(String, Vec<String>)> {
    let between = |text: &str, from: &str, to: &str| -> Vec<String> {
        let parts = text.split(from).skip(1);
        parts.filter_map(|part| Some(part.split_once(to)?.0.to_owned())).collect()
    };
    let body = STILL.split("<tbody>").nth(1).expect("the table has a body");
    let rows = between(body, "<tr>", "</tr>");
    let head = |row: &str| between(row, "lang=\"en\">", "</span>").concat();
    rows.iter().map(|row| (head(row), between(row, "<td>", "</td>"))).collect()
}

#[test]
fn the_table_in_place_of_the_page_says_what_the_simulator_says() {
    let run = Command::new(env!("CARGO_BIN_EXE_strata")).arg("run").output();
    let told = String::from_utf8(run.expect("the program runs").stdout).expect("it writes text");
    let told = told.replace('\u{a0}', " ");
    assert!(rows().len() >= 4, "{:?}", rows());
    for (head, cells) in rows() {
        let line = told.lines().find(|line| line.starts_with(&head));
        let line = line.unwrap_or_else(|| panic!("the simulator says nothing of {head}"));
        let values: Vec<&str> = line[head.len()..].split("  ").map(str::trim).collect();
        let values: Vec<&str> = values.into_iter().filter(|value| !value.is_empty()).collect();
        assert_eq!(cells, &values[..2], "{head}");
    }
}
