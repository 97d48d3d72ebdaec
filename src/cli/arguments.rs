//! What can be said on the command line, with the help that explains it.

mod lesson;
mod place;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(super) use self::lesson::Lesson;
pub(super) use self::place::Place;
use crate::scenario::study::Confidence;
use crate::text::export::List;
use crate::text::{Locale, export};

/// Virtual machines and containers, simulated side by side: how they start, what they need, how
/// many fit, and why.
#[derive(Debug, Parser)]
#[command(name = "strata", version, arg_required_else_help = true, after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    /// Language of tables and messages
    #[arg(long, global = true, value_enum, default_value = "en")]
    pub(super) lang: Language,
    /// Show no progress
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  strata run --preset boot-storm
  strata run --link 'https://example.org/strata/#/lab?v=1&n=200&c=…' --format json
  strata sweep --over n=1..200 --quantity resident
  strata validate

Exit status: 0 done; 1 nothing could run, or rows of the validation miss unexplained; 2 the
command or the scenario makes no sense.";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Ask both machines of a scenario and compare their answers
    #[command(visible_alias = "compare", after_help = RUN_EXAMPLES)]
    Run(Run),
    /// Vary one or two parameters and find where the order of the machines changes
    #[command(after_help = SWEEP_EXAMPLES)]
    Sweep(Sweep),
    /// Repeat a scenario with other seeds: means with confidence intervals
    #[command(after_help = REPLICATE_EXAMPLES)]
    Replicate(Replicate),
    /// Ask every host of the catalogue whether the instances fit, and why not
    #[command(after_help = place::EXAMPLES)]
    Place(Place),
    /// Say why an answer came out so: which mechanism, which resource, how much
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(Explain),
    /// Say why one number is what it is: its formula, its parts, the constants behind it
    #[command(after_help = WHY_EXAMPLES)]
    Why(Why),
    /// Simulate published measurements and show the error of the model
    #[command(after_help = VALIDATE_EXAMPLES)]
    Validate(Validate),
    /// Hold what people claim against the simulation, with where it stops being true
    #[command(after_help = CLAIMS_EXAMPLES)]
    Claims(Claims),
    /// Show the constants of the model with their ranges and sources
    #[command(after_help = CATALOG_EXAMPLES)]
    Catalog(Catalog),
    /// Check a lesson file: its form, and whether what it says comes true
    #[command(after_help = lesson::EXAMPLES)]
    Lesson(Lesson),
    /// Name what there is to choose from
    #[command(after_help = LIST_EXAMPLES)]
    List(Listing),
    /// Write completions for a shell to standard output
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions(Completions),
}

/// Where the scenario comes from; the one that the page opens with if nothing is said.
#[derive(Args, Debug, Default)]
pub(super) struct Asked {
    /// Begin with a preset; `strata list presets` names all
    #[arg(long, short, value_name = "KEY", group = "source")]
    pub(super) preset: Option<String>,
    /// Begin with a share link, pasted whole and quoted
    #[arg(long, short, value_name = "ADDRESS", group = "source")]
    pub(super) link: Option<String>,
    /// Begin with a file: a JSON export, or lines such as n = 200; - is standard input
    #[arg(long, short, value_name = "FILE", group = "source")]
    pub(super) file: Option<String>,
    /// Then set a parameter, as often as needed; `strata list parameters` names all
    #[arg(long, short, value_name = "KEY=VALUE")]
    pub(super) set: Vec<String>,
}

/// Where the result goes, and how it looks.
#[derive(Args, Debug)]
pub(super) struct Written {
    /// Form of the result
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: Format,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<String>,
}

const RUN_EXAMPLES: &str = "\
Examples:
  strata run
  strata run --preset density --set host=laptop
  strata run --set n=200 --set a.platform=xen-pv --format csv
  strata run --preset boot-storm --format trace --output storm.json
      (open it in ui.perfetto.dev or chrome://tracing)";

#[derive(Args, Debug)]
pub(super) struct Run {
    #[command(flatten)]
    pub(super) asked: Asked,
    /// Form of the result; a trace is for Perfetto and Chrome and shows starts only
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: RunFormat,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<String>,
}

const SWEEP_EXAMPLES: &str = "\
Examples:
  strata sweep --over n=1..200 --quantity resident
  strata sweep --over n=1,2,5,10,20,50 --by cores=4,16,64 --quantity ready-median
  strata sweep --over b.platform=all --quantity ready-median,resident-each --format csv
  strata sweep --over a.vcpus=1..8 --points 8 --linear";

#[derive(Args, Debug)]
pub(super) struct Sweep {
    #[command(flatten)]
    pub(super) asked: Asked,
    /// The parameter and its values: KEY=LOW..HIGH, KEY=VALUE,VALUE,… or KEY=all. The key of one
    /// side is a.KEY or b.KEY; without it both sides change
    #[arg(long, value_name = "KEY=VALUES")]
    pub(super) over: String,
    /// A second parameter: the first is swept at each of its values
    #[arg(long, value_name = "KEY=VALUES")]
    pub(super) by: Option<String>,
    /// How many values a range has
    #[arg(long, default_value_t = 12, value_name = "COUNT")]
    pub(super) points: usize,
    /// Spread a range in equal steps
    #[arg(long, group = "scale")]
    pub(super) linear: bool,
    /// Spread a range in equal ratios
    #[arg(long, group = "scale")]
    pub(super) log: bool,
    /// What is told; everything if nothing is named. `strata list quantities` names all
    #[arg(long, value_delimiter = ',', value_name = "KEY")]
    pub(super) quantity: Vec<String>,
    #[command(flatten)]
    pub(super) written: Written,
}

const REPLICATE_EXAMPLES: &str = "\
Examples:
  strata replicate --runs 30
  strata replicate --preset cold-pull --quantity ready-median --confidence 99
  strata replicate --runs 10 --until-precise 1000 --precision 1";

#[derive(Args, Debug)]
pub(super) struct Replicate {
    #[command(flatten)]
    pub(super) asked: Asked,
    /// How many runs; the seed of the scenario is that of the first
    #[arg(long, default_value_t = 20, value_name = "COUNT",
        value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub(super) runs: u32,
    /// Go on until every mean is precise, but not beyond so many runs
    #[arg(long, value_name = "MOST", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub(super) until_precise: Option<u32>,
    /// The precision that is wanted: half of the interval in per cent of the mean
    #[arg(long, default_value_t = 5.0, value_name = "PERCENT", value_parser = percent)]
    pub(super) precision: f64,
    /// Confidence of the intervals in per cent
    #[arg(long, value_enum, default_value = "95", value_name = "PERCENT")]
    pub(super) confidence: Level,
    /// What is told; everything if nothing is named. `strata list quantities` names all
    #[arg(long, value_delimiter = ',', value_name = "KEY")]
    pub(super) quantity: Vec<String>,
    #[command(flatten)]
    pub(super) written: Written,
}

fn percent(text: &str) -> Result<f64, String> {
    match text.trim_end_matches('%').parse::<f64>() {
        Ok(value) if value > 0.0 && value <= 100.0 => Ok(value),
        _ => Err("a number above 0 and at most 100".to_owned()),
    }
}

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  strata explain
  strata explain ready-median --preset boot-storm
  strata explain --preset density --lang ko";

#[derive(Args, Debug)]
pub(super) struct Explain {
    /// Only the reasons for this quantity
    pub(super) quantity: Option<String>,
    #[command(flatten)]
    pub(super) asked: Asked,
    #[command(flatten)]
    pub(super) written: Written,
}

const WHY_EXAMPLES: &str = "\
Examples:
  strata why ready-median
  strata why resident --preset merging -b
  strata why ready-median --set constant.guest.ubuntu.init_cpu=900";

#[derive(Args, Debug)]
pub(super) struct Why {
    /// Which number, by the key of its quantity
    pub(super) quantity: String,
    /// Of machine B instead of A
    #[arg(short, long)]
    pub(super) b: bool,
    #[command(flatten)]
    pub(super) asked: Asked,
}

const VALIDATE_EXAMPLES: &str = "\
Examples:
  strata validate
  strata validate V1 V9
  strata validate --format json --output validation.json";

#[derive(Args, Debug)]
pub(super) struct Validate {
    /// Only these rows, such as V1
    pub(super) rows: Vec<String>,
    #[command(flatten)]
    pub(super) written: Written,
}

const CLAIMS_EXAMPLES: &str = "\
Examples:
  strata claims
  strata claims C3 C6 --lang ko";

#[derive(Args, Debug)]
pub(super) struct Claims {
    /// Only these claims, such as C3
    pub(super) claims: Vec<String>,
    #[command(flatten)]
    pub(super) written: Written,
}

const CATALOG_EXAMPLES: &str = "\
Examples:
  strata catalog
  strata catalog platform.docker
  strata catalog assumption --format csv";

#[derive(Args, Debug)]
pub(super) struct Catalog {
    /// Only constants with all of these words in their name, source or standing
    pub(super) words: Vec<String>,
    #[command(flatten)]
    pub(super) written: Written,
}

const LIST_EXAMPLES: &str = "\
Examples:
  strata list presets
  strata list parameters --preset density";

#[derive(Args, Debug)]
pub(super) struct Listing {
    /// What to name
    #[arg(value_enum)]
    pub(super) what: What,
    #[command(flatten)]
    pub(super) asked: Asked,
    #[command(flatten)]
    pub(super) written: Written,
}

const COMPLETIONS_EXAMPLES: &str = "\
Example:
  strata completions bash > ~/.local/share/bash-completion/completions/strata";

#[derive(Args, Debug)]
pub(super) struct Completions {
    /// For which shell
    #[arg(value_enum)]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Language {
    En,
    Ko,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Format {
    Table,
    Csv,
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum RunFormat {
    Table,
    Csv,
    Json,
    Trace,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Level {
    #[value(name = "90")]
    Ninety,
    #[value(name = "95")]
    NinetyFive,
    #[value(name = "99")]
    NinetyNine,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum What {
    Presets,
    Parameters,
    Quantities,
    Rows,
    Claims,
    Platforms,
    Guests,
    Images,
    Hosts,
}

impl From<Language> for Locale {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::English,
            Language::Ko => Self::Korean,
        }
    }
}

impl From<Format> for export::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Table => Self::Table,
            Format::Csv => Self::Csv,
            Format::Json => Self::Json,
        }
    }
}

impl RunFormat {
    /// `None` for a trace.
    pub(super) fn export(self) -> Option<export::Format> {
        match self {
            Self::Table => Some(export::Format::Table),
            Self::Csv => Some(export::Format::Csv),
            Self::Json => Some(export::Format::Json),
            Self::Trace => None,
        }
    }
}

impl From<Level> for Confidence {
    fn from(level: Level) -> Self {
        match level {
            Level::Ninety => Self::Ninety,
            Level::NinetyFive => Self::NinetyFive,
            Level::NinetyNine => Self::NinetyNine,
        }
    }
}

impl From<What> for List {
    fn from(what: What) -> Self {
        match what {
            What::Presets => Self::Presets,
            What::Parameters => Self::Parameters,
            What::Quantities => Self::Quantities,
            What::Rows => Self::Rows,
            What::Claims => Self::Claims,
            What::Platforms => Self::Platforms,
            What::Guests => Self::Guests,
            What::Images => Self::Images,
            What::Hosts => Self::Hosts,
        }
    }
}
