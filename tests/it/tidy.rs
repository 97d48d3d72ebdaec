//! Habits that are kept by a test and not by memory.

use crate::sources;

/// A file has one subject; a longer one has two.
const LINES_MOST: usize = 400;
const COLUMNS_MOST: usize = 100;

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let mut faults = Vec::new();
    for source in sources::layers() {
        if !source.text.starts_with("//!") {
            faults.push(format!("{} does not open with what it is for", source.path));
        }
        let lines = source.text.lines().count();
        if lines > LINES_MOST {
            faults.push(format!("{} has {lines} lines", source.path));
        }
        for (number, line) in source.text.lines().enumerate() {
            if line.chars().count() > COLUMNS_MOST {
                faults.push(format!("{}:{} is too wide", source.path, number + 1));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn nothing_is_left_for_later_and_nothing_for_debugging() {
    let banned = ["TODO", "FIXME", "XXX", "dbg!(", "unimplemented!(", "todo!("];
    for source in sources::layers() {
        for word in banned {
            assert!(!source.text.contains(word), "{} has {word}", source.path);
        }
    }
}
