//! Everything that must hold, natively, in one binary: one link instead of a dozen.

mod engine;
mod experiment;
mod jobs;
mod layers;
mod sources;
mod tidy;
mod validation;
