//! What exists and the laws it obeys. Pure: no clock, no randomness, no scheduling.
//!
//! A [`Machine`] is everything one simulated host is asked to do. From it the layer derives the
//! plan of one start, the memory and the disk that an instance needs, and what is refused.

pub mod change;
pub mod changed;
pub mod compatibility;
pub mod containment;
pub mod disk;
pub mod footprint;
pub mod inside;
pub mod limit;
pub mod machine;
pub mod mobility;
pub mod owner;
pub mod plan;
pub mod request;

pub use change::{Change, Intervention};
pub use changed::Changed;
pub use compatibility::{Incompatible, Verdict};
pub use containment::{Boundary, Containment, Interface, Layer};
pub use disk::DiskUse;
pub use footprint::Footprint;
pub use limit::Limit;
pub use machine::{ImageState, Launch, Machine};
pub use mobility::{Cached, Pull, Writes};
pub use owner::{OWNERS, Owner};
pub use plan::{Act, Holder, Plan, Shared, Step};
pub use request::{Charge, CostLayer, DiskPrice, PathPrice, Price};
