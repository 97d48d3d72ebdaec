//! How far somebody has come in each lesson, kept in the browser and nowhere else.
//!
//! A line for each lesson: its name, the steps that were seen, and for each step what was predicted
//! and whether its goal was reached. What cannot be read is left out.

use std::collections::{BTreeMap, BTreeSet};

/// How far somebody has come in one lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    /// Steps that were seen, from 1.
    pub seen: BTreeSet<usize>,
    /// What was predicted, by step.
    pub guesses: BTreeMap<usize, String>,
    /// Steps whose goal was reached.
    pub reached: BTreeSet<usize>,
    /// The step that was open last.
    pub last: usize,
}

/// How far somebody has come, by the name of the lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress(pub BTreeMap<String, Trail>);

/// No more lessons are kept.
const LESSONS_MOST: usize = 200;

impl Progress {
    /// Reads what was kept.
    #[must_use]
    pub fn read(kept: &str) -> Self {
        let mut found = BTreeMap::new();
        for line in kept.lines().take(LESSONS_MOST) {
            let mut words = line.split_whitespace();
            let Some(name) = words.next() else { continue };
            let mut trail = Trail::default();
            for word in words {
                let (kind, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
                let (step, guess) = rest.split_once('~').unwrap_or((rest, ""));
                let Ok(step) = step.parse::<usize>() else { continue };
                match kind {
                    "s" => {
                        trail.seen.insert(step);
                    }
                    "g" => {
                        trail.guesses.insert(step, guess.to_owned());
                    }
                    "r" => {
                        trail.reached.insert(step);
                    }
                    "l" => trail.last = step,
                    _ => {}
                }
            }
            found.insert(name.to_owned(), trail);
        }
        Self(found)
    }

    /// The text to keep.
    #[must_use]
    pub fn written(&self) -> String {
        let line = |(name, trail): (&String, &Trail)| {
            let seen = trail.seen.iter().map(|step| format!(" s{step}"));
            let guesses = trail.guesses.iter().map(|(step, guess)| format!(" g{step}~{guess}"));
            let reached = trail.reached.iter().map(|step| format!(" r{step}"));
            let last = core::iter::once(format!(" l{}", trail.last));
            let words: String = seen.chain(guesses).chain(reached).chain(last).collect();
            format!("{name}{words}\n")
        };
        self.0.iter().map(line).collect()
    }

    /// The trail of one lesson.
    #[must_use]
    pub fn of(&self, name: &str) -> Trail {
        self.0.get(name).cloned().unwrap_or_default()
    }

    /// With this trail for one lesson.
    #[must_use]
    pub fn with(&self, name: &str, change: impl FnOnce(&mut Trail)) -> Self {
        let mut next = self.clone();
        change(next.0.entry(name.to_owned()).or_default());
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again_and_damage_costs_what_is_damaged() {
        let progress = Progress::default()
            .with("start-time", |trail| {
                trail.seen.extend([1, 2]);
                trail.guesses.insert(1, "14.5".to_owned());
                trail.last = 2;
            })
            .with("density", |trail| {
                trail.reached.insert(4);
            });
        assert_eq!(Progress::read(&progress.written()), progress);
        let damaged = progress.written().replace("s2", "sx é~").replace("density", "");
        let read = Progress::read(&damaged);
        assert_eq!(read.of("start-time").seen.len(), 1);
    }
}
