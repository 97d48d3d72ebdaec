//! Stations that serve in order of arrival with times that are known beforehand.
//!
//! Such a station needs no event: when it is free again says when the next is served. Links, the
//! lock of a database and the operations of a device are of this kind; cores are not, because who
//! comes later slows down who is there.

use crate::units::{Span, Time};

/// One server in order of arrival.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Station {
    free: Time,
    /// Seconds of service since the last reset.
    busy: f64,
}

impl Station {
    /// When a job of so many seconds is done that arrives now.
    pub fn serve(&mut self, now: Time, seconds: f64) -> Time {
        if seconds > 0.0 {
            self.busy += seconds;
            self.free = self.free.max(now) + Span::from_seconds(seconds);
            self.free
        } else {
            now
        }
    }

    /// The same where the job need not wait for its own service: only for that of others.
    pub fn pass(&mut self, now: Time, seconds: f64) -> Time {
        let start = self.free.max(now);
        self.serve(now, seconds);
        start
    }

    /// The same for a server that sleeps when it is free, and takes so many seconds to wake.
    pub fn wake_and_serve(&mut self, now: Time, wake: f64, seconds: f64) -> Time {
        let awake = if self.is_busy(now) { now } else { now + Span::from_seconds(wake) };
        self.serve(awake, seconds)
    }

    /// The same for a server that has worked ahead since it was free.
    pub fn follow(&mut self, now: Time, seconds: f64) -> Time {
        self.busy += seconds;
        self.free += Span::from_seconds(seconds);
        // It does not work ahead of more than this job.
        self.free = self.free.max(now);
        self.free
    }

    /// Whether a job that arrives now has to wait.
    pub fn is_busy(&self, now: Time) -> bool {
        self.free > now
    }

    /// Seconds of service since the last reset.
    pub fn busy(&self) -> f64 {
        self.busy
    }

    /// Begins to count the service anew.
    pub fn reset(&mut self) {
        self.busy = 0.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_wait_for_those_before_them_and_work_is_counted_once() {
        let mut station = Station::default();
        assert_eq!(station.serve(Time::from_seconds(1.0), 2.0), Time::from_seconds(3.0));
        assert_eq!(station.serve(Time::from_seconds(2.0), 1.0), Time::from_seconds(4.0));
        assert!(station.is_busy(Time::from_seconds(3.5)));
        assert_eq!(station.pass(Time::from_seconds(3.5), 1.0), Time::from_seconds(4.0));
        assert_eq!(station.serve(Time::from_seconds(9.0), 1.0), Time::from_seconds(10.0));
        assert!((station.busy() - 5.0).abs() < 1e-12);
    }
}
