//! Everything that must hold, natively, in one binary: one link instead of a dozen.

mod app;
mod ask;
mod engine;
mod experiment;
mod jobs;
mod layers;
mod link;
mod scenario;
mod sources;
mod text;
mod tidy;
mod validation;
