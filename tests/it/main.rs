//! Everything that must hold, natively, in one binary: one link instead of a dozen.

mod layers;
mod sources;
mod tidy;
