//! Use of cores, disk and link over time, thinned as the run grows.

use super::Resources;
use crate::engine::Kernel;
use crate::experiment::report::UsageSample;
use crate::units::{Span, Time};

/// Most samples kept; twice as many are thinned to this.
const SAMPLES: usize = 300;
/// The finest interval at the beginning.
const FINEST: Span = Span::milliseconds(1);

/// Service done since the beginning, at one time.
#[derive(Clone, Copy, Debug)]
struct Mark {
    time: Time,
    done: [f64; 3],
    idle: f64,
    /// What the link carries, in bytes per second.
    link: f64,
}

/// A meter that is read at events and remembers every so often.
#[derive(Clone, Debug)]
pub(super) struct UsageMeter {
    marks: Vec<Mark>,
    interval: Span,
}

impl Default for UsageMeter {
    fn default() -> Self {
        let start = Mark { time: Time::ZERO, done: [0.0; 3], idle: 0.0, link: f64::NAN };
        Self { marks: vec![start], interval: FINEST }
    }
}

impl UsageMeter {
    /// Remembers the meters if enough time has passed since the last mark.
    pub(super) fn observe(&mut self, now: Time, kernel: &Kernel, of: &Resources, idle: f64) {
        let last = self.marks.last().map_or(Time::ZERO, |mark| mark.time);
        if now.since(last) < self.interval {
            return;
        }
        self.mark(now, kernel, of, idle);
        if self.marks.len() >= 2 * SAMPLES {
            let mut keep = false;
            self.marks.retain(|_| {
                keep = !keep;
                keep
            });
            self.interval = self.interval + self.interval;
        }
    }

    fn mark(&mut self, time: Time, kernel: &Kernel, of: &Resources, idle: f64) {
        let done = [of.cores, of.disk, of.link].map(|resource| kernel.usage(resource).done);
        let link = kernel.usage(of.link).capacity;
        self.marks.push(Mark { time, done, idle, link });
    }

    /// Mean use between the marks, up to the end of the run.
    pub(super) fn samples(
        &self,
        end: Time,
        kernel: &Kernel,
        of: &Resources,
        idle: f64,
    ) -> Vec<UsageSample> {
        let mut meter = self.clone();
        meter.mark(end, kernel, of, idle);
        let mut samples = Vec::with_capacity(meter.marks.len());
        for pair in meter.marks.windows(2) {
            let (from, to) = (&pair[0], &pair[1]);
            let seconds = to.time.since(from.time).as_seconds();
            if seconds <= 0.0 {
                continue;
            }
            let rate = |index: usize| (to.done[index] - from.done[index]) / seconds;
            samples.push(UsageSample {
                time: from.time,
                cores: rate(0) + from.idle,
                disk: rate(1),
                link: rate(2) / to.link.max(f64::MIN_POSITIVE),
            });
        }
        samples
    }
}
