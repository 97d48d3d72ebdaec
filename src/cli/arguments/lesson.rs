//! What can be said of checking a lesson file.

use clap::Args;

pub(in crate::cli) const EXAMPLES: &str = "\
Examples:
  strata lesson my-lesson.toml
  strata lesson my-lesson.toml --seeds 10 --lang ko";

#[derive(Args, Debug)]
pub(in crate::cli) struct Lesson {
    /// The file; docs/lessons.md describes its form
    pub(in crate::cli) file: String,
    /// With so many seeds, from 1
    #[arg(long, default_value_t = 1, value_name = "COUNT")]
    pub(in crate::cli) seeds: u64,
}
