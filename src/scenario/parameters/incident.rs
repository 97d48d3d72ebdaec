//! Parameters of the question about incident.
