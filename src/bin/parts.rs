//! The entry of the program of parts, which the page fetches for a dialog or a page beside the Lab.

#[cfg(all(target_arch = "wasm32", feature = "web"))]
fn main() {
    strata::parts::start();
}

#[cfg(not(all(target_arch = "wasm32", feature = "web")))]
fn main() {}
