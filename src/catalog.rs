//! Every number from the world, with its source: hosts, platforms, guests, images,
//! workloads, prices.
//!
//! The layer holds values and no behaviour. A platform is a list of [`Part`]s of a start and a
//! few price lists; `model` is the only reader of their meaning. Adding a platform, a guest, an
//! image or a host is a change here alone.

pub mod bibliography;
mod constants;
pub mod guest;
pub mod host;
pub mod image;
pub mod measured;
pub mod mobility;
pub mod operation;
pub mod platform;
pub mod pressure;
pub mod price;
pub mod published;
pub mod surface;
pub mod upkeep;
pub mod workload;

pub use bibliography::{REFERENCES, Reference, reference};
pub use constants::{Constant, Quantity, Table, changeable, constant, constants};
pub use guest::{Guest, Os, guest, guests};
pub use host::{Disk, DiskKind, Host, host, hosts};
pub use image::{Image, Layer, image, images};
pub use measured::{Measured, Source, Standing, Unit};
pub use mobility::{MOBILITY, Mobility, Way};
pub use operation::{Operations, operations};
pub use platform::{
    Backing, Clock, DevicePath, DiskFormat, Family, Growth, Isolation, Kernel, Lock, MemoryCost,
    Part, Phase, Platform, Technique, platform, platforms,
};
pub use pressure::{SCARCITY, Scarcity};
pub use price::{PRICES, Prices};
pub use surface::{Component, Place, SURFACES, Surfaces};
pub use upkeep::{UPKEEP, Upkeep};
pub use workload::{Direction, LoadKind, Workload, workload, workloads};

#[cfg(test)]
mod tests;
