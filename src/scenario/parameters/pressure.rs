//! Parameters of the question about pressure.
