//! Quantities with their units in the type: bytes, instants, spans of time.
//!
//! State is kept in integers, so that sums are exact and the same on every machine.
//! Time counts picoseconds and not nanoseconds: a chain of a million short steps then still ends
//! within 1e-9 of the exact solution, and 64 bits still hold 213 days.

mod bytes;
mod short;
mod time;

pub use bytes::Bytes;
pub use short::sort_short;
pub use time::{Span, Time};
