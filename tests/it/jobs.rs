//! The example `jobs`: its parts are compiled in here, and its results held against an exact
//! reference simulator.

#[path = "../../examples/jobs/csv.rs"]
mod csv;
#[path = "../../examples/jobs/file.rs"]
mod file;
#[path = "../../examples/jobs/run.rs"]
mod run;
#[path = "../../examples/jobs/syntax.rs"]
mod syntax;

mod exact;
mod faults;
mod reference;
