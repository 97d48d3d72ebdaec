//! The kernel against exact solutions, against its own promises and against queueing theory.

mod cases;
mod laws;
mod order;
mod theory;
