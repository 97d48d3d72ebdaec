//! Parameters of the question about compatibility.
