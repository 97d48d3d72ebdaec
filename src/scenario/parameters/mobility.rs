//! Parameters of the question about mobility.
