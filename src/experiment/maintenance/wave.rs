//! One wave after the other: what precedes it, its restarts, and who is down meanwhile.

use super::super::answer::{Answer, Quantity};
use super::super::film::Film;
use super::super::{mobility, restart};
use super::ledger::{Change as Entry, Fate, Wave};
use super::stages::{Change, Stage};
use super::{Mechanism, Run, run};
use crate::catalog::Way;
use crate::engine::Digest;
use crate::model::{Cached, ImageState, Machine};
use crate::units::Span;

/// The simulated part of a wave.
#[derive(Clone, Debug)]
pub(super) enum Work {
    /// Instances start.
    Starts(Box<run::Run>),
    /// Instances migrate.
    Migration(Box<mobility::Run>),
}

impl Work {
    /// How many events it handled, at least one, and whether it is done.
    fn advance(&mut self, events: u64) -> (u64, bool) {
        match self {
            Self::Starts(starts) => {
                let before = starts.progress().events;
                let done = starts.advance(events);
                ((starts.progress().events - before).max(1), done)
            }
            Self::Migration(migration) => (events.max(1), migration.advance(events)),
        }
    }
}

impl Run {
    /// A step of the maintenance; says how many events it took, at least one.
    pub(super) fn step(&mut self, events: u64) -> u64 {
        let Some(mut work) = self.work.take() else {
            self.open_wave();
            return 1;
        };
        let (handled, done) = work.advance(events);
        if !done {
            self.work = Some(work);
            return handled;
        }
        match work {
            Work::Starts(starts) => {
                let report = starts.report();
                self.account(report.events, report.digest);
                self.close_wave(&restart::ready_times(&report));
            }
            Work::Migration(migration) => {
                let answer = migration.answer();
                self.account(answer.events, answer.digest);
                let film = migration.film().unwrap_or_default();
                self.migrated(&answer, film);
            }
        }
        handled
    }

    fn account(&mut self, events: u64, digest: u64) {
        let mut all = Digest::new();
        all.add(self.ledger.digest);
        all.add(digest);
        self.ledger.digest = all.value();
        self.ledger.events += events;
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
        if count == 0 {
            self.end_wave(count);
            return;
        }
        let image = if self.through == 0 { stage.image } else { ImageState::InMemory };
        let machine = restart::together(&stage.start, count, image, self.wave);
        self.work = Some(match stage.change {
            Change::Restart | Change::Beside => Work::Starts(Box::new(run::Run::new(machine))),
            Change::Migrate => {
                let setting = migration(&machine);
                Work::Migration(Box::new(mobility::Run::new(machine, setting)))
            }
        });
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
        self.keep(Fate::Started(ready.clone()));
        match stage.change {
            Change::Restart => {
                let back = begin + stage.stop + stage.reboot;
                for (number, time) in (self.through..).zip(&ready) {
                    self.down(number, begin, time.map(|time| back + time), back + last);
                }
                self.ledger.spend(Mechanism::Stops, stage.stop);
                self.ledger.reboot(stage.reboot);
                self.ledger.spend(Mechanism::Restarts, last);
                self.most_down(self.in_wave(&stage));
            }
            Change::Beside => {
                for (number, time) in (self.through..).zip(&ready) {
                    self.beside(number, begin, time.map(|time| begin + time));
                }
                let extra = self.in_wave(&stage);
                let sum = &mut self.ledger.stages[self.stage];
                sum.extra = sum.extra.max(extra);
                self.ledger.spend(Mechanism::Restarts, last);
                self.ledger.spend(Mechanism::Stops, stage.stop);
            }
            Change::Migrate => return,
        }
        self.ledger.restarted += self.in_wave(&stage);
        self.end_wave(self.in_wave(&stage));
    }

    /// Keeps what becomes of the wave that is under way, whose work begins now.
    fn keep(&mut self, fate: Fate) {
        let (stage, first, begin) = (self.stage, self.through, self.ledger.now);
        self.ledger.waves.push(Wave { stage, first, begin, fate });
    }

    /// A wave has migrated, and each of it stood still at the end for a moment.
    fn migrated(&mut self, answer: &Answer, film: Film) {
        let count = self.in_wave(&self.stages[self.stage]);
        let told = |of| answer.value(Quantity::Mobility(of)).unwrap_or(0.0);
        let stop = told(mobility::Quantity::DowntimeMean);
        let total = told(mobility::Quantity::TotalTime).max(stop);
        let back = self.ledger.now + total;
        let copied = film.instances.into_iter().map(|life| life.copied).collect();
        self.keep(Fate::Moved { took: total, still: stop, copied });
        for number in self.through..self.through + count {
            match self.ledger.lost[number as usize] {
                None => self.down(number, back - stop, Some(back), back),
                Some(since) => self.patched(since, back, 0),
            }
        }
        self.ledger.spend(Mechanism::Migration, total);
        self.most_down(count);
        self.end_wave(count);
    }

    /// One instance is down from `begin`, and stays so if it has no time to come back. Who was
    /// lost in an earlier stage is down already and was counted; now it may come back, too.
    fn down(&mut self, number: u32, begin: f64, back: Option<f64>, ended: f64) {
        let lost = self.ledger.lost[number as usize];
        let since = lost.unwrap_or(begin);
        self.patched(since, begin, -i64::from(lost.is_none()));
        match (back, lost) {
            (Some(at), _) => self.back(number, since, at),
            (None, Some(_)) => {}
            (None, None) => {
                self.ledger.stages[self.stage].downtime += ended - begin;
                self.ledger.failed += 1;
                self.ledger.lost[number as usize] = Some(ended);
            }
        }
    }

    /// One instance that was down since then answers again.
    fn back(&mut self, number: u32, since: f64, at: f64) {
        self.ledger.stages[self.stage].downtime += at - since;
        self.ledger.changes.push(Entry { at, up: 1, patched: 0 });
        if self.ledger.lost[number as usize].take().is_some() {
            self.ledger.failed -= 1;
        }
    }

    /// A new instance answers beside an old one, if it does; that one goes on, or it was lost.
    fn beside(&mut self, number: u32, begin: f64, ready: Option<f64>) {
        match (ready, self.ledger.lost[number as usize]) {
            (Some(at), None) => self.patched(at, at, 0),
            (Some(at), Some(since)) => {
                self.patched(since, at, 0);
                self.back(number, since, at);
            }
            // The old one goes on being exposed.
            (None, None) => self.ledger.failed += 1,
            (None, Some(since)) => self.patched(since, begin, 0),
        }
    }

    /// From here on an instance no longer runs what is flawed, if this is the last stage; it was
    /// exposed to it until then.
    fn patched(&mut self, exposed: f64, at: f64, up: i64) {
        let last = self.stage + 1 == self.stages.len();
        if last {
            self.ledger.exposed += exposed;
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
        self.ledger.reboot(after);
        let before: f64 = self.ledger.stages[..self.stage].iter().map(|sum| sum.time).sum();
        self.ledger.stages[self.stage].time = self.ledger.now - before;
        self.stage += 1;
        self.through = 0;
    }
}

/// How a wave migrates: over the host's link, all of it at once, with disks that both hosts reach.
fn migration(machine: &Machine) -> mobility::Setting {
    mobility::Setting {
        way: Some(Way::Live),
        link: machine.host.link.per_second(),
        first_round: None,
        dirty_rate: None,
        working_set: mobility::WorkingSet::Usual,
        filled: true,
        cached: Cached::Base,
        move_disk: false,
        at_once: machine.instances,
        start_first: false,
        prices: Box::new(machine.mobility().clone()),
    }
}
