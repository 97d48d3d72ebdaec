//! The architecture, held by a test: each layer knows those above it in the list and none below.

use crate::sources::{self, Source};

/// The layers from the first to the last; each may use the ones before it.
const LAYERS: [&str; 14] = [
    "units",
    "catalog",
    "model",
    "engine",
    "experiment",
    "scenario",
    "app",
    "text",
    "lesson",
    "worker",
    "cli",
    "web",
    "view",
    "parts",
];
/// The layers that may touch a browser.
const BROWSER: [&str; 3] = ["web", "view", "parts"];
/// Crates that only those may name.
const BROWSER_CRATES: [&str; 8] = [
    "yew",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "plotters",
    "plotters_backend",
    "plotters_canvas",
];

fn layer_of(source: &Source) -> Option<usize> {
    let first = source.path.split('/').next()?.trim_end_matches(".rs");
    LAYERS.iter().position(|layer| *layer == first)
}

/// Names that follow `before` in code, comments left out.
fn named_after<'a>(source: &'a Source, before: &'a str) -> impl Iterator<Item = String> + 'a {
    source
        .code()
        .flat_map(move |line| line.split(before).skip(1).map(name_at_start).collect::<Vec<_>>())
}

fn name_at_start(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

#[test]
fn every_file_belongs_to_a_layer() {
    let strays: Vec<_> = sources::layers()
        .into_iter()
        .filter(|source| layer_of(source).is_none())
        .map(|source| source.path)
        .filter(|path| {
            !["lib.rs", "main.rs", "bin/worker.rs", "bin/parts.rs"].contains(&path.as_str())
        })
        .collect();
    assert!(strays.is_empty(), "files outside the layers of the crate's first page: {strays:?}");
}

#[test]
fn a_layer_knows_only_those_above_it() {
    let mut faults = Vec::new();
    for source in sources::layers() {
        let Some(own) = layer_of(&source) else { continue };
        for name in named_after(&source, "crate::") {
            let used = LAYERS.iter().position(|layer| *layer == name);
            if used.is_some_and(|used| used > own) {
                faults.push(format!("{} uses {name}", source.path));
            }
        }
    }
    assert!(faults.is_empty(), "layers are upside down: {faults:#?}");
}

#[test]
fn only_the_last_three_layers_touch_a_browser() {
    let mut faults = Vec::new();
    for source in sources::layers() {
        let Some(own) = layer_of(&source) else { continue };
        if BROWSER.contains(&LAYERS[own]) {
            continue;
        }
        for name in BROWSER_CRATES {
            let path = format!("{name}::");
            if source.code().any(|line| line.contains(&path)) {
                faults.push(format!("{} names {name}", source.path));
            }
        }
    }
    assert!(faults.is_empty(), "the core must build without a browser: {faults:#?}");
}

#[test]
fn the_page_does_not_know_the_command_line() {
    for source in sources::layers() {
        if BROWSER.iter().any(|layer| source.path.starts_with(layer)) {
            let used = named_after(&source, "crate::").any(|name| name == "cli");
            assert!(!used, "{} uses the command line", source.path);
        }
    }
}

#[test]
fn the_model_never_schedules_and_draws_no_random_number() {
    let forbidden = ["Kernel", "Stream", "rand_pcg", "Entity"];
    for source in sources::layers().iter().filter(|source| source.path.starts_with("model")) {
        // The catalogue's `Kernel` says who owns a kernel; the engine's would be scheduling.
        let text: Vec<&str> = source.code().filter(|line| line.contains("engine::")).collect();
        for word in forbidden {
            assert!(!text.iter().any(|line| line.contains(word)), "{} uses {word}", source.path);
        }
    }
}
