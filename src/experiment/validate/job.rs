//! The table of published results as a job: a few rows with each slice.

use super::{BATCHES, Batch, Check};

/// The validation on its way.
#[derive(Clone, Debug)]
pub struct Validation {
    batches: Vec<Batch>,
    next: usize,
    /// Only these rows; all if there are none.
    only: Vec<String>,
    checks: Vec<Check>,
}

fn batches() -> impl Iterator<Item = Batch> {
    BATCHES.iter().flat_map(|group| group.iter().copied())
}

/// The ids of all rows, in their order.
#[must_use]
pub fn row_ids() -> Vec<&'static str> {
    let mut ids: Vec<&'static str> = batches().flat_map(|batch| batch.rows).copied().collect();
    ids.dedup();
    ids
}

impl Default for Validation {
    fn default() -> Self {
        Self::new(&[])
    }
}

impl Validation {
    /// A validation of these rows, or of all rows if none is named. A name that no row has
    /// matches nothing: [`row_ids`] lists them.
    #[must_use]
    pub fn new(only: &[&str]) -> Self {
        let only: Vec<String> = only.iter().map(|&id| id.to_owned()).collect();
        let wanted = |batch: &Batch| only.is_empty() || batch.rows.iter().any(|row| is(&only, row));
        let batches = batches().filter(wanted).collect();
        Self { batches, next: 0, only, checks: Vec::new() }
    }

    /// Simulates the rows that come next: those that share a run, whatever the budget, since a
    /// publication's machines are run as a whole. True when no row is left.
    pub fn advance(&mut self, _events: u64) -> bool {
        if let Some(batch) = self.batches.get(self.next) {
            let only = &self.only;
            let wanted = |check: &Check| only.is_empty() || is(only, check.row);
            self.checks.extend((batch.simulate)().into_iter().filter(wanted));
            self.next += 1;
        }
        self.next >= self.batches.len()
    }

    /// How far it has come, 0 to 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a table has some dozens of rows")]
    pub fn fraction(&self) -> f64 {
        self.next as f64 / self.batches.len().max(1) as f64
    }

    /// The rows that have been simulated so far.
    #[must_use]
    pub fn result(&self) -> &[Check] {
        &self.checks
    }
}

fn is(only: &[String], row: &str) -> bool {
    only.iter().any(|id| id == row)
}
