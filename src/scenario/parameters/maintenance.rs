//! Parameters of the question about maintenance.
