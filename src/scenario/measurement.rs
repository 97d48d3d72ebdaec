//! Measurements of the world as people paste them: the output of four well-known tools.
//!
//! A text is taken by its form, never by a menu that says what it is: whoever pastes it knows less
//! about formats than the program does. What is not understood is told with its line, what was
//! found there and what would have been understood; nothing is guessed in silence.

mod duration;
mod free;
mod hyperfine;
mod systemd;
mod time;

use crate::catalog::Phase;
use crate::experiment::answer::Quantity;
use crate::experiment::explain::Displayed;
use crate::experiment::start;
use crate::model::Owner;

/// The longest text that is read, in bytes.
pub const LENGTH_MOST: usize = 256 * 1024;
/// No measurement is longer than this many seconds or bytes.
const VALUE_MOST: f64 = 1e15;
/// The most characters of a line that are told when it is not understood.
const FOUND_MOST: usize = 60;

/// Which tool printed a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// `systemd-analyze`.
    SystemdAnalyze,
    /// `time`, of a shell or by itself.
    Time,
    /// `hyperfine --export-json`.
    Hyperfine,
    /// `free`.
    Free,
}

/// What was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Firmware, until the boot loader.
    Firmware,
    /// Boot loader.
    Loader,
    /// Kernel, until its first process.
    Kernel,
    /// Initial file system.
    Initrd,
    /// User space, until the target is reached.
    UserSpace,
    /// The whole boot.
    Boot,
    /// A whole command, as a clock on the wall tells it.
    Command,
    /// Processor time of a command in its own code.
    User,
    /// Processor time of a command in the kernel.
    System,
    /// Installed memory.
    Total,
    /// Memory in use.
    Used,
    /// Memory that nobody uses.
    Free,
    /// Memory that holds pages of files.
    Cache,
    /// Memory that could be had without swapping.
    Available,
    /// Swap in use.
    Swapped,
}

impl Subject {
    /// Whether it is memory in bytes; a time in seconds otherwise.
    #[must_use]
    pub const fn is_memory(self) -> bool {
        matches!(
            self,
            Self::Total | Self::Used | Self::Free | Self::Cache | Self::Available | Self::Swapped
        )
    }

    /// The number of the model that measures the same thing in a start; `None` where there is
    /// none. Phases are those of the first instance.
    #[must_use]
    pub fn displayed(self) -> Option<Displayed> {
        let figure = |of: start::Quantity| Some(Displayed::Figure(Quantity::Start(of)));
        match self {
            Self::Firmware => Some(Displayed::Phase(0, Phase::Firmware)),
            Self::Loader => Some(Displayed::Phase(0, Phase::Loader)),
            Self::Kernel => Some(Displayed::Phase(0, Phase::Kernel)),
            Self::UserSpace => Some(Displayed::Phase(0, Phase::Init)),
            Self::Boot | Self::Command => figure(start::Quantity::ReadyMedian),
            Self::Used => figure(start::Quantity::Resident),
            Self::Free => Some(Displayed::Free),
            Self::Cache => Some(Displayed::Held(Owner::ImageCache)),
            Self::Swapped => figure(start::Quantity::Swapped),
            Self::Initrd | Self::User | Self::System | Self::Total | Self::Available => None,
        }
    }
}

/// One number of a measurement.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What was measured.
    pub subject: Subject,
    /// Seconds or bytes; the mean where there were several runs.
    pub value: f64,
    /// The least and the most of several runs.
    pub range: Option<[f64; 2]>,
    /// The standard deviation of several runs.
    pub deviation: Option<f64>,
    /// How many runs.
    pub runs: u32,
    /// The command that was measured, where the text says it.
    pub command: Option<String>,
}

impl Reading {
    fn once(subject: Subject, value: f64) -> Self {
        Self { subject, value, range: None, deviation: None, runs: 1, command: None }
    }

    /// Takes another run of the same thing in.
    fn join(&mut self, value: f64) {
        let [low, high] = self.range.unwrap_or([self.value; 2]);
        self.range = Some([low.min(value), high.max(value)]);
        let runs = f64::from(self.runs);
        self.value = (self.value * runs + value) / (runs + 1.0);
        self.runs += 1;
    }
}

/// A unit that a text does not say, taken from the size of its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumed {
    /// Bytes, as `free -b` prints them.
    Bytes,
    /// KiB, as `free` prints them.
    Kibibytes,
    /// MiB, as `free -m` prints them.
    Mebibytes,
}

/// A measurement that was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Measurement {
    /// Who printed it.
    pub tool: Tool,
    /// Its numbers, in their order; at least one.
    pub readings: Vec<Reading>,
    /// The unit that was taken for granted, to be told.
    pub assumed: Option<Assumed>,
}

/// What would have been understood in the place of what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The output of one of the four tools.
    AnyTool,
    /// A length of time, such as `1min 2.345s`, `0m0.541s` or `0:00.54`.
    Duration,
    /// A line of `systemd-analyze`: `… (kernel) + … (userspace) = …`.
    Stages,
    /// A list `results` with `mean`, `min` and `max` in seconds.
    Results,
    /// A heading `total used free …` above a line `Mem:`.
    Columns,
    /// An amount of memory, such as `512`, `15Gi` or `64Mi`.
    Amount,
}

/// Why a text says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeasurementProblem {
    /// There is nothing in it.
    Empty,
    /// It is longer than any measurement.
    TooLong {
        /// Its length in bytes.
        length: usize,
    },
    /// A line is not what it should be.
    Unexpected {
        /// Which, counted from 1.
        line: usize,
        /// What stands there, cut short.
        found: String,
        /// What would have been understood.
        expected: Expected,
    },
}

impl MeasurementProblem {
    fn at(line: usize, found: &str, expected: Expected) -> Self {
        let found = found.trim();
        let mut told: String = found.chars().take(FOUND_MOST).collect();
        if told.len() < found.len() {
            told.push('…');
        }
        Self::Unexpected { line, found: told, expected }
    }
}

/// Reads a measurement.
///
/// # Errors
/// If the text is of none of the tools, or one of its lines is not understood.
pub fn read(text: &str) -> Result<Measurement, MeasurementProblem> {
    if text.len() > LENGTH_MOST {
        return Err(MeasurementProblem::TooLong { length: text.len() });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().enumerate().find(|(_, line)| !line.trim().is_empty());
    let Some((number, first)) = first else { return Err(MeasurementProblem::Empty) };
    if first.trim_start().starts_with(['{', '[']) {
        return hyperfine::read(text);
    }
    let known = systemd::read(text).or_else(|| free::read(text)).or_else(|| time::read(text));
    known.unwrap_or_else(|| Err(MeasurementProblem::at(number + 1, first, Expected::AnyTool)))
}

type Told = Result<Measurement, MeasurementProblem>;

/// A number that can be a measurement: finite, not negative, and not absurd. A comma is a decimal
/// point, as many countries print it.
fn number(text: &str) -> Option<f64> {
    let plain = !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    let value = plain.then(|| text.replace(',', ".").parse::<f64>().ok()).flatten()?;
    (value.is_finite() && value <= VALUE_MOST).then_some(value)
}

/// Adds a reading, or a further run of one that is there.
fn add(readings: &mut Vec<Reading>, subject: Subject, value: f64) {
    match readings.iter_mut().find(|reading| reading.subject == subject) {
        Some(reading) => reading.join(value),
        None => readings.push(Reading::once(subject, value)),
    }
}
