//! One wave after the other: what precedes it, its restarts, and who is down meanwhile.

use super::super::restart;
use super::ledger::Change as Entry;
use super::stages::{Change, Stage};
use super::{Mechanism, Run, run};
use crate::catalog::UPKEEP;
use crate::engine::Digest;
use crate::model::ImageState;
use crate::units::Span;

impl Run {
    /// A step of the maintenance; says how many events it took, at least one.
    pub(super) fn step(&mut self, events: u64) -> u64 {
        let Some(mut restarts) = self.restarts.take() else {
            self.open_wave();
            return 1;
        };
        let before = restarts.progress().events;
        let done = restarts.advance(events);
        let handled = restarts.progress().events - before;
        if done {
            let report = restarts.report();
            let mut digest = Digest::new();
            digest.add(self.ledger.digest);
            digest.add(report.digest);
            self.ledger.digest = digest.value();
            self.ledger.events += report.events;
            self.close_wave(&restart::ready_times(&report));
        } else {
            self.restarts = Some(restarts);
        }
        handled.max(1)
    }

    fn in_wave(&self, stage: &Stage) -> u32 {
        stage.at_once.min(self.machine.instances - self.through.min(self.machine.instances))
    }

    /// What precedes a wave; then its restarts begin.
    fn open_wave(&mut self) {
        let stage = self.stages[self.stage].clone();
        let count = self.in_wave(&stage);
        if self.through == 0 {
            self.open_stage(&stage);
        }
        for &(on, seconds) in &stage.each {
            self.ledger.spend(on, seconds * f64::from(count));
        }
        if !stage.each.is_empty() {
            self.ledger.stages[self.stage].steps += count;
            self.ledger.stages[self.stage].labour +=
                self.setting.labour.as_seconds() * f64::from(count);
        }
        if stage.change == Change::Migrate {
            self.migrate(&stage, count);
            return;
        }
        if count == 0 {
            self.end_wave(count);
            return;
        }
        let image = if self.through == 0 { stage.image } else { ImageState::InMemory };
        let machine = restart::together(&stage.start, count, image, self.wave);
        self.restarts = Some(Box::new(run::Run::new(machine)));
    }

    fn open_stage(&mut self, stage: &Stage) {
        for &(on, seconds) in &stage.before {
            self.ledger.spend(on, seconds);
        }
        let sum = &mut self.ledger.stages[self.stage];
        sum.steps += stage.steps;
        sum.labour += self.setting.labour.as_seconds() * f64::from(stage.steps);
    }

    /// All of a wave are back, or will never be.
    fn close_wave(&mut self, times: &[Option<Span>]) {
        let stage = self.stages[self.stage].clone();
        let ready: Vec<Option<f64>> = times.iter().map(|time| time.map(Span::as_seconds)).collect();
        let last = ready.iter().flatten().copied().fold(0.0, f64::max);
        let begin = self.ledger.now;
        match stage.change {
            Change::Restart => {
                let back = begin + stage.stop + stage.reboot;
                for time in &ready {
                    self.down(begin, time.map(|time| back + time), back + last);
                }
                self.ledger.spend(Mechanism::Stops, stage.stop);
                self.ledger.spend(Mechanism::HostReboot, stage.reboot);
                self.ledger.spend(Mechanism::Restarts, last);
                self.most_down(self.in_wave(&stage));
            }
            Change::Beside => {
                for time in &ready {
                    match time {
                        Some(time) => self.patched(begin + time, 0),
                        // The old one goes on, and goes on being exposed.
                        None => self.ledger.failed += 1,
                    }
                }
                let extra = self.in_wave(&stage);
                let sum = &mut self.ledger.stages[self.stage];
                sum.extra = sum.extra.max(extra);
                self.ledger.spend(Mechanism::Restarts, last);
                self.ledger.spend(Mechanism::Stops, stage.stop);
            }
            Change::Migrate => {}
        }
        self.ledger.restarted += self.in_wave(&stage);
        self.end_wave(self.in_wave(&stage));
    }

    /// The memory of a wave is copied over one link, and each stands still for a moment.
    fn migrate(&mut self, stage: &Stage, count: u32) {
        let bytes = stage.copied.as_f64() * f64::from(count);
        self.ledger.spend(Mechanism::Migration, bytes / self.machine.host.link.per_second());
        let stop = UPKEEP.migration_stop.seconds();
        let begin = self.ledger.now;
        for _ in 0..count {
            self.down(begin, Some(begin + stop), begin + stop);
        }
        self.ledger.spend(Mechanism::Migration, stop);
        self.most_down(count);
        self.end_wave(count);
    }

    /// One instance is down from `begin`, and stays so if it has no time to come back.
    fn down(&mut self, begin: f64, back: Option<f64>, last: f64) {
        self.patched(begin, -1);
        self.ledger.stages[self.stage].downtime += back.unwrap_or(last) - begin;
        match back {
            Some(at) => self.ledger.changes.push(Entry { at, up: 1, patched: 0 }),
            None => self.ledger.failed += 1,
        }
    }

    /// From here on an instance no longer runs what is flawed, if this is the last stage.
    fn patched(&mut self, at: f64, up: i64) {
        let last = self.stage + 1 == self.stages.len();
        if last {
            self.ledger.exposed += at;
        }
        self.ledger.changes.push(Entry { at, up, patched: i64::from(last) });
    }

    fn most_down(&mut self, count: u32) {
        let sum = &mut self.ledger.stages[self.stage];
        sum.most_down = sum.most_down.max(count);
    }

    fn end_wave(&mut self, count: u32) {
        self.through += count;
        self.wave += 1;
        if self.through < self.machine.instances {
            return;
        }
        let after = self.stages[self.stage].after;
        self.ledger.spend(Mechanism::HostReboot, after);
        let before: f64 = self.ledger.stages[..self.stage].iter().map(|sum| sum.time).sum();
        self.ledger.stages[self.stage].time = self.ledger.now - before;
        self.stage += 1;
        self.through = 0;
    }
}
