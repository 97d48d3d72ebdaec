//! What a load has shown: rates, times, and where the time of a request went.

use super::Load;
use crate::experiment::run::percentile;

/// Where the first instance's time went, in seconds over all its requests.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Parts {
    /// Requests answered.
    pub requests: f64,
    /// Its own work.
    pub work: f64,
    /// Waiting for a core.
    pub cores: f64,
    /// Waiting for the next period of its quota.
    pub throttled: f64,
    /// The disk's time for what it would have read and written anyway.
    pub own: f64,
    /// The disk's time for pages in swap.
    pub swap: f64,
    /// The disk's time for pages of files that were dropped.
    pub file: f64,
    /// Waiting for the disk while others use it.
    pub disk: f64,
}

/// What a load has shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Requests per second of the first instance.
    pub first: f64,
    /// The same by the mean of the others.
    pub others: f64,
    /// Requests per second of all.
    pub total: f64,
    /// Mean response of the first instance in seconds.
    pub response: f64,
    /// Its 99th percentile.
    pub p99: f64,
    /// Its longest.
    pub worst: f64,
    /// Cores at work for the first instance.
    pub first_cores: f64,
    /// Share of the cores at work.
    pub cores_busy: f64,
    /// Share of the disk at work.
    pub disk_busy: f64,
    /// Where the first instance's time went.
    pub parts: Parts,
    /// Length of the measurement in seconds.
    pub seconds: f64,
    /// Events handled.
    pub events: u64,
    /// Digest of every answer.
    pub digest: u64,
}

impl Load {
    /// What it has shown so far.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let seconds = self.kernel.now().as_seconds();
        let rates: Vec<f64> = (0..self.alive).map(|instance| self.rate(instance)).collect();
        let first = rates.first().copied().unwrap_or(0.0);
        let total = rates.iter().fold(0.0, |sum, rate| sum + rate);
        let others = f64::from(self.alive.saturating_sub(1));
        let mut responses = self.responses.clone();
        responses.sort_unstable();
        let sum: f64 = responses.iter().map(|span| span.as_seconds()).sum();
        let busy = |resource| {
            let usage = self.kernel.usage(resource);
            if seconds > 0.0 { usage.done / (usage.capacity * seconds) } else { 0.0 }
        };
        Outcome {
            first,
            others: if others > 0.0 { (total - first) / others } else { 0.0 },
            total,
            response: if responses.is_empty() { 0.0 } else { sum / self.parts.requests },
            p99: if responses.is_empty() { 0.0 } else { percentile(&responses, 99).as_seconds() },
            worst: responses.last().map_or(0.0, |span| span.as_seconds()),
            first_cores: if seconds > 0.0 { self.parts.work / seconds } else { 0.0 },
            cores_busy: busy(self.cores),
            disk_busy: busy(self.disk),
            parts: self.parts,
            seconds,
            events: self.kernel.events(),
            digest: self.digest.value(),
        }
    }

    /// Requests per second up to each thread's last answer, so that none is cut in half; with a
    /// quota up to now, so that none of its pauses is left out.
    fn rate(&self, instance: u32) -> f64 {
        let from = (instance * self.threads) as usize;
        let threads = &self.workers[from..from + self.threads as usize];
        threads.iter().filter(|worker| worker.done > 0).fold(0.0, |sum, worker| {
            let until = if self.quotas.is_empty() { worker.last } else { self.kernel.now() };
            sum + f64::from(worker.done) / until.as_seconds()
        })
    }
}
