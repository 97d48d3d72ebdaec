//! Parameters of the question about elasticity.
