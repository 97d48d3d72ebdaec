//! Everything that must hold, natively, in one binary: one link instead of a dozen.

#![expect(clippy::cast_precision_loss, reason = "counts in tests are far below 2^53")]

mod app;
mod ask;
mod claims;
mod compatibility;
mod engine;
mod experiment;
mod incident;
mod jobs;
mod layers;
mod link;
mod maintenance;
mod mobility;
mod scenario;
mod sources;
mod text;
mod tidy;
mod validation;
