//! Parameters of the question about throughput.
