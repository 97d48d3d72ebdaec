//! What can be said of placing: how many, and in which form it is told.

use clap::Args;

use super::{Asked, Written};

pub(in crate::cli) const EXAMPLES: &str = "\
Examples:
  strata place
  strata place --count 200 --preset density
  strata place --count 50 --set a.platform=firecracker --format csv";

#[derive(Args, Debug)]
pub(in crate::cli) struct Place {
    #[command(flatten)]
    pub(in crate::cli) asked: Asked,
    /// How many instances are to be placed; those of the scenario if nothing is said
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=20_000))]
    pub(in crate::cli) count: Option<u32>,
    #[command(flatten)]
    pub(in crate::cli) written: Written,
}
