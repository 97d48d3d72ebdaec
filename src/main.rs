//! The entry. For a browser it is that of the page, which takes the place of what `index.html`
//! shows while it loads; anywhere else it is that of the command line.

#[cfg(all(target_arch = "wasm32", feature = "web"))]
fn main() {
    strata::view::start();
}

#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
fn main() -> std::process::ExitCode {
    strata::cli::main()
}

#[cfg(not(any(
    all(target_arch = "wasm32", feature = "web"),
    all(not(target_arch = "wasm32"), feature = "cli")
)))]
fn main() {}
