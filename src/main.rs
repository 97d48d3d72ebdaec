//! The entry of the page: takes the place of what `index.html` shows while it loads.

#[cfg(feature = "web")]
fn main() {
    strata::view::start();
}

#[cfg(not(feature = "web"))]
fn main() {}
