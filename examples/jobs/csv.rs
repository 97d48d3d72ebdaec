//! The result as comma-separated values, printed from whole picoseconds without floating point.

use std::io::{self, Write};

use strata::units::Time;

use super::file::JobFile;

/// Writes a header and when each step of each job ended, in seconds with nine decimals.
///
/// # Errors
/// When the writer fails.
pub fn write(out: &mut impl Write, file: &JobFile, ends: &[Time]) -> io::Result<()> {
    writeln!(out, "job,step,end_s")?;
    let mut ends = ends.iter();
    for job in 0..file.jobs.len() {
        for (step, end) in ends.by_ref().take(file.steps_of(job).len()).enumerate() {
            write_row(out, job, step, *end)?;
        }
    }
    Ok(())
}

fn write_row(out: &mut impl Write, job: usize, step: usize, end: Time) -> io::Result<()> {
    let nanoseconds = end.0 / 1000 + u64::from(end.0 % 1000 >= 500);
    let (seconds, rest) = (nanoseconds / 1_000_000_000, nanoseconds % 1_000_000_000);
    writeln!(out, "{job},{step},{seconds}.{rest:09}")
}
