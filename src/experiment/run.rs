//! A run of one machine as a value: advanced in slices, cloned as a checkpoint.
