//! Strata: one simulated host that runs workloads in every way a workload can be isolated.

pub mod catalog;
pub mod units;
