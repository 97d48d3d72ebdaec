//! The innermost layers of Strata: its [`units`] and its [`engine`].
//!
//! They are a crate of their own only so that the page, which is built for size, can have them
//! built for speed: a start of ten thousand instances then takes little more than half the time.
//! The crate `strata` shows both modules as its own, and all other layers find them there.

pub mod engine;
pub mod units;
