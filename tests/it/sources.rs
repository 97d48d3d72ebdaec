//! The project's own sources, for the tests that hold rules about them.

use std::fs;
use std::path::Path;

/// One source file.
pub struct Source {
    /// Path below the folder that was asked for.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// Lines that are not comments.
    pub fn code(&self) -> impl Iterator<Item = &str> {
        self.text.lines().filter(|line| !line.trim_start().starts_with("//"))
    }
}

/// The sources of all layers: those of this crate and those of the innermost one.
pub fn layers() -> Vec<Source> {
    ["src", "engine/src"].into_iter().flat_map(sources).collect()
}

/// All Rust files below a folder of the project, in order of their path.
fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(found.len() > 10, "the sources are where they are looked for");
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of sources can be read") {
        let path = entry.expect("its entries can be read").path();
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("sources are text");
            let path = path.strip_prefix(root).expect("it was found below the root");
            found.push(Source { path: path.to_string_lossy().replace('\\', "/"), text });
        }
    }
}
