//! `free`, with `-b`, `-m`, `-h` or nothing: a heading of columns, and a line `Mem:`.

use super::{
    Assumed, Expected, Measurement, MeasurementProblem, Reading, Subject, Told, Tool, number,
};

/// Below this many, whole numbers are MiB: a machine with 200,000 KiB runs nothing of today.
const MEBIBYTES_BELOW: f64 = 200_000.0;
/// And above this many they are bytes: few have 2 TB of memory.
const BYTES_ABOVE: f64 = 2e9;

/// `None` if the text is of another tool.
pub(super) fn read(text: &str) -> Option<Told> {
    let memory = |line: &str| line.trim_start().starts_with("Mem:");
    let (at, _) = text.lines().enumerate().find(|(_, line)| memory(line))?;
    Some(table(text, at))
}

fn table(text: &str, at: usize) -> Told {
    let lines: Vec<&str> = text.lines().collect();
    let heading = lines[..at].iter().rev().find(|line| !line.trim().is_empty());
    let columns: Vec<&str> = heading.map_or(Vec::new(), |line| line.split_whitespace().collect());
    if columns.first() != Some(&"total") {
        let found = heading.copied().unwrap_or(lines[at]);
        return Err(MeasurementProblem::at(at.max(1), found, Expected::Columns));
    }
    let cells = |line: usize| lines[line].split_whitespace().skip(1);
    let amounts = |line: usize| {
        let read = |cell: &str| {
            amount(cell).ok_or_else(|| MeasurementProblem::at(line + 1, cell, Expected::Amount))
        };
        cells(line).map(read).collect::<Result<Vec<_>, _>>()
    };
    let memory = amounts(at)?;
    let Some(&(total, bare)) = memory.first() else {
        return Err(MeasurementProblem::at(at + 1, lines[at], Expected::Columns));
    };
    let (scale, assumed) = if bare { unit(text, total) } else { (1.0, None) };
    let mut readings = Vec::new();
    for (&name, &(value, bare)) in columns.iter().zip(&memory) {
        let subject = match name {
            "total" => Subject::Total,
            "used" => Subject::Used,
            "free" => Subject::Free,
            "buff/cache" | "cache" | "cached" => Subject::Cache,
            "available" => Subject::Available,
            _ => continue,
        };
        let scale = if bare { scale } else { 1.0 };
        readings.push(Reading::once(subject, value * scale));
    }
    let swap = (at + 1..lines.len()).find(|&line| lines[line].trim_start().starts_with("Swap:"));
    if let Some(&(value, bare)) = swap.map(amounts).transpose()?.unwrap_or_default().get(1) {
        let scale = if bare { scale } else { 1.0 };
        readings.push(Reading::once(Subject::Swapped, value * scale));
    }
    Ok(Measurement { tool: Tool::Free, readings, assumed })
}

/// Bytes for each bare number: as the command in the text says, or as the size of the machine
/// suggests.
fn unit(text: &str, total: f64) -> (f64, Option<Assumed>) {
    let said = |option: &str| {
        text.lines()
            .any(|line| line.split_whitespace().collect::<Vec<_>>().ends_with(&["free", option]))
    };
    for (option, scale) in
        [("-b", 1.0), ("-k", 1024.0), ("-m", 1_048_576.0), ("-g", 1_073_741_824.0)]
    {
        if said(option) {
            return (scale, None);
        }
    }
    if total < MEBIBYTES_BELOW {
        (1_048_576.0, Some(Assumed::Mebibytes))
    } else if total > BYTES_ABOVE {
        (1.0, Some(Assumed::Bytes))
    } else {
        (1024.0, Some(Assumed::Kibibytes))
    }
}

/// An amount in bytes, or a bare number and that it has no unit.
fn amount(cell: &str) -> Option<(f64, bool)> {
    let digits = cell.find(|c: char| c.is_alphabetic()).unwrap_or(cell.len());
    let value = number(&cell[..digits])?;
    let scale = match &cell[digits..] {
        "" => return Some((value, true)),
        "B" => 1.0,
        "Ki" | "K" => 1024.0,
        "Mi" | "M" => 1_048_576.0,
        "Gi" | "G" => 1_073_741_824.0,
        "Ti" | "T" => 1_099_511_627_776.0,
        _ => return None,
    };
    Some((value * scale, false))
}
