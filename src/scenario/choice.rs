//! What is asked by each question, besides what is asked of every machine.

pub mod compatibility;
pub mod elasticity;
pub mod incident;
pub mod maintenance;
pub mod mobility;
pub mod pressure;
pub mod throughput;
