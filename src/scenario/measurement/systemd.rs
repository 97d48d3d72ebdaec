//! `systemd-analyze`: `Startup finished in 1.762s (firmware) + … + 1.667s (userspace) = 4.532s`.

use super::duration::with_units;
use super::{Expected, Measurement, MeasurementProblem, Subject, Told, Tool, add};

const BEGINNING: &str = "Startup finished in ";

/// `None` if the text is of another tool.
pub(super) fn read(text: &str) -> Option<Told> {
    let mut readings = Vec::new();
    let lines = text.lines().enumerate();
    let mut found = false;
    for (at, line) in lines {
        let Some((_, rest)) = line.split_once(BEGINNING) else { continue };
        found = true;
        if let Err(problem) = stages(at + 1, rest, &mut readings) {
            return Some(Err(problem));
        }
    }
    found.then_some(Ok(Measurement { tool: Tool::SystemdAnalyze, readings, assumed: None }))
}

fn stages(
    line: usize,
    text: &str,
    readings: &mut Vec<super::Reading>,
) -> Result<(), MeasurementProblem> {
    let wrong = |found: &str, expected| Err(MeasurementProblem::at(line, found, expected));
    let (stages, total) = match text.split_once('=') {
        Some((stages, total)) => (stages, Some(total)),
        None => (text, None),
    };
    let mut sum = 0.0;
    for stage in stages.split('+') {
        let parts = stage.trim().strip_suffix(')').and_then(|stage| stage.split_once('('));
        let Some((length, name)) = parts else { return wrong(stage, Expected::Stages) };
        let subject = match name.trim() {
            "firmware" => Subject::Firmware,
            "loader" => Subject::Loader,
            "kernel" => Subject::Kernel,
            "initrd" => Subject::Initrd,
            "userspace" => Subject::UserSpace,
            _ => return wrong(stage, Expected::Stages),
        };
        let Some(seconds) = with_units(length) else { return wrong(length, Expected::Duration) };
        sum += seconds;
        add(readings, subject, seconds);
    }
    // Some print a full stop after the total, and some the total of a container without stages.
    let told = total.map(|total| total.trim().trim_end_matches('.'));
    match told.map(|total| (total, with_units(total))) {
        Some((total, None)) => return wrong(total, Expected::Duration),
        Some((_, Some(seconds))) => add(readings, Subject::Boot, seconds),
        None => add(readings, Subject::Boot, sum),
    }
    Ok(())
}
