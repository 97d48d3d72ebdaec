//! Everything that must hold, natively, in one binary: one link instead of a dozen.

#![expect(clippy::cast_precision_loss, reason = "counts in tests are far below 2^53")]

mod app;
mod ask;
mod claims;
#[cfg(feature = "cli")]
mod cli;
mod compatibility;
mod elasticity;
mod engine;
mod experiment;
mod export;
mod films;
mod held;
mod incident;
mod inside;
mod jobs;
mod layers;
mod lessons;
mod link;
mod maintenance;
mod map;
mod measurement;
mod mobility;
mod narration;
mod notes;
mod overrides;
mod placement;
mod pressure;
mod scenario;
mod sources;
#[cfg(feature = "cli")]
mod still;
mod study;
mod text;
mod throughput;
mod tidy;
mod validation;
mod way;
mod why;
mod worker;
