//! The entry of the second program, which the page starts beside itself for long work and exports.

#[cfg(all(target_arch = "wasm32", feature = "web"))]
fn main() {
    strata::web::scope::serve();
}

#[cfg(not(all(target_arch = "wasm32", feature = "web")))]
fn main() {}
