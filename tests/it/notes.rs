//! The notes of all constants lie beside the page, which fetches them when they are asked for.

use strata::catalog::constants;

#[test]
fn the_file_of_notes_is_what_the_catalogue_says() {
    let notes: String = constants()
        .iter()
        .map(|constant| [&constant.path, "\t", constant.value.note, "\n"].concat())
        .collect();
    assert!(notes.lines().all(|line| line.split('\t').count() == 2), "a tab would cut a note off");
    let kept = include_str!("../../static/notes.txt");
    if notes != kept {
        let fresh = concat!(env!("CARGO_MANIFEST_DIR"), "/target/notes.txt");
        std::fs::write(fresh, &notes).expect("the target folder can be written");
        panic!("copy target/notes.txt to static/notes.txt");
    }
}
