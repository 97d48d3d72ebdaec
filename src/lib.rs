//! Strata: one simulated host that runs workloads in every way a workload can be isolated.

pub mod app;
pub mod catalog;
pub mod engine;
pub mod experiment;
pub mod model;
pub mod scenario;
pub mod text;
pub mod units;
#[cfg(feature = "web")]
pub mod view;
#[cfg(feature = "web")]
pub mod web;
