//! Who is down, moves or is made anew when, stage by stage and wave by wave.
//!
//! An instance runs what is flawed until the last stage is through with it. The one decision to
//! question is the new instance beside an old one: it is a life of its own, after all that were
//! there before, and the old one stops as soon as the new one answers.

use super::Run;
use super::ledger::{Fate, Wave};
use super::stages::{Change, Stage};
use crate::experiment::film::{Film, Life, Lot};
use crate::units::Time;

/// The host that is mended, and the one beside it.
const HOST: u8 = 0;
const SECOND: u8 = 1;

pub(super) fn film(run: &Run) -> Film {
    let mut reel = Reel::new(run);
    for wave in &run.ledger.waves {
        let stage = &run.stages[wave.stage];
        let last = wave.stage + 1 == run.stages.len();
        let then = if last { Lot::Up } else { Lot::Flawed };
        let scene = Scene { stage, begin: wave.begin, then };
        match &wave.fate {
            Fate::Started(ready) if stage.change == Change::Beside => {
                reel.beside(&scene, wave.first, ready);
            }
            Fate::Started(ready) => reel.restart(&scene, wave.first, ready),
            Fate::Moved { took, still, copied } => {
                reel.moved(&scene, wave.first, [*took, *still], copied);
            }
        }
    }
    let hosts = hosts(run, &reel);
    Film { ended: reel.ended, hosts, instances: reel.lives, ..Film::default() }
}

/// The host that is mended, and the second one, which runs what is fixed.
fn hosts(run: &Run, reel: &Reel) -> Vec<Life> {
    let concerned = !run.ledger.reboots.is_empty();
    let mut host = Life::new(HOST, if concerned { Lot::Flawed } else { Lot::Up });
    for &(from, until) in &run.ledger.reboots {
        if let Some(begin) = stopping(run, from) {
            reel.turn(&mut host, begin, HOST, Lot::Stopping);
        }
        reel.turn(&mut host, from, HOST, Lot::Starting);
        reel.turn(&mut host, until, HOST, Lot::Up);
    }
    let second = run.stages.iter().any(|stage| stage.hosts > 0);
    let mut hosts = vec![host];
    hosts.extend(second.then(|| Life::new(SECOND, Lot::Up)));
    hosts
}

/// When those began to stop that go down with the host, which reboots from this time on.
fn stopping(run: &Run, reboots: f64) -> Option<f64> {
    let with_host = |wave: &&Wave| {
        let stage = &run.stages[wave.stage];
        stage.reboot > 0.0 && wave.begin <= reboots
    };
    run.ledger.waves.iter().rev().find(with_host).map(|wave| wave.begin)
}

/// A wave, as its instances see it.
struct Scene<'a> {
    stage: &'a Stage,
    begin: f64,
    /// How they fare after it.
    then: Lot,
}

impl Scene<'_> {
    /// Where those go that leave their place.
    fn elsewhere(&self) -> u8 {
        if self.stage.hosts > 0 { SECOND } else { HOST }
    }
}

/// The lives, while they are told.
struct Reel {
    ended: Time,
    lives: Vec<Life>,
    /// Where the life of each instance goes on now.
    current: Vec<usize>,
}

impl Reel {
    fn new(run: &Run) -> Self {
        let count = run.machine.instances as usize;
        Self {
            ended: Time::from_seconds(run.ledger.now),
            lives: vec![Life::new(HOST, Lot::Flawed); count],
            current: (0..count).collect(),
        }
    }

    /// From so many seconds on it is so. Sums that were added up another way end a moment later.
    fn turn(&self, life: &mut Life, seconds: f64, host: u8, lot: Lot) {
        life.turn(Time::from_seconds(seconds).min(self.ended), host, lot);
    }

    /// The life of an instance is changed, where it is.
    fn change(&mut self, number: usize, seconds: f64, lot: Lot) {
        let place = self.current[number];
        let mut life = core::mem::take(&mut self.lives[place]);
        let host = life.at(self.ended).host;
        self.turn(&mut life, seconds, host, lot);
        self.lives[place] = life;
    }

    /// Whether it is not one that was lost in an earlier stage.
    fn is_there(&self, number: usize) -> bool {
        self.lives[self.current[number]].at(self.ended).lot != Lot::Absent
    }

    fn restart(&mut self, scene: &Scene<'_>, first: u32, ready: &[Option<f64>]) {
        let stopped = scene.begin + scene.stage.stop;
        let back = stopped + scene.stage.reboot;
        let last = back + ready.iter().flatten().copied().fold(0.0, f64::max);
        for (number, time) in (first as usize..).zip(ready) {
            if self.is_there(number) {
                self.change(number, scene.begin, Lot::Stopping);
                self.change(number, stopped, Lot::Waiting);
            }
            self.change(number, back, Lot::Starting);
            match time {
                Some(time) => self.change(number, back + time, scene.then),
                None => self.change(number, last, Lot::Absent),
            }
        }
    }

    fn beside(&mut self, scene: &Scene<'_>, first: u32, ready: &[Option<f64>]) {
        let host = scene.elsewhere();
        let last = scene.begin + ready.iter().flatten().copied().fold(0.0, f64::max);
        for (number, time) in (first as usize..).zip(ready) {
            let mut new = Life::new(host, Lot::Absent);
            self.turn(&mut new, scene.begin, host, Lot::Starting);
            if let Some(time) = time {
                let ready = scene.begin + time;
                self.turn(&mut new, ready, host, scene.then);
                if self.is_there(number) {
                    self.change(number, ready, Lot::Stopping);
                    self.change(number, ready + scene.stage.stop, Lot::Absent);
                }
                self.current[number] = self.lives.len();
            } else {
                self.turn(&mut new, last, host, Lot::Absent);
            }
            self.lives.push(new);
        }
    }

    fn moved(
        &mut self,
        scene: &Scene<'_>,
        first: u32,
        [took, still]: [f64; 2],
        copied: &[Vec<(Time, f64)>],
    ) {
        let back = scene.begin + took;
        for (number, points) in (first as usize..).zip(copied) {
            if !self.is_there(number) {
                continue;
            }
            self.change(number, scene.begin, Lot::Copied);
            self.change(number, back - still, Lot::Still);
            let place = self.current[number];
            let mut life = core::mem::take(&mut self.lives[place]);
            self.turn(&mut life, back, scene.elsewhere(), scene.then);
            let begin = Time::from_seconds(scene.begin);
            let later = |&(at, part): &(Time, f64)| (Time(begin.0 + at.0).min(self.ended), part);
            life.copied.extend(points.iter().map(later));
            self.lives[place] = life;
        }
    }
}
