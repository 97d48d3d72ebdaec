//! The way of one instance from host to host, as a list of stages.
//!
//! Whatever differs between the ways is this list. What a stage takes is decided by the engine:
//! link, disks and cores are shared by all that move at once.

use super::Setting;
use super::quantity::Mechanism;
use crate::catalog::{Family, Mobility, Way};
use crate::model::Machine;
use crate::units::Bytes;

/// At which end something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Source,
    Target,
}

/// One stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Stage {
    /// Bytes over the link, on at most this rate.
    Send { bytes: Bytes, cap: f64, what: Mechanism },
    /// Memory in rounds, until what is left is short enough.
    Rounds,
    /// What the rounds have left.
    Rest,
    /// Work on one core, in core-seconds.
    Work { end: End, core_seconds: f64, what: Mechanism },
    /// Device-seconds of a disk.
    Disk { end: End, seconds: f64, what: Mechanism },
    /// Time passes.
    Wait { seconds: f64, what: Mechanism },
    /// A new instance starts at the target, which the run of a start has timed.
    Start,
    /// What follows until the end is done once for all.
    Begin,
    /// The end of what is done once.
    End,
    /// The service stops answering.
    Stop,
    /// The service answers again.
    Answer,
}

/// All stages of a way, in order.
pub(super) fn stages(machine: &Machine, setting: &Setting, way: Way) -> Vec<Stage> {
    let writer = Writer { machine, setting, prices: &setting.prices };
    match way {
        Way::Live => writer.live(),
        Way::StopAndCopy => writer.stop_and_copy(),
        Way::Checkpoint => writer.checkpoint(),
        Way::Restart => writer.restart(),
    }
}

/// Bytes that one instance sends of its own, before anything is sent twice; and what is sent once
/// for all.
pub(super) fn payload(stages: &[Stage], memory: Bytes) -> (Bytes, Bytes) {
    let (mut own, mut once, mut inside) = (Bytes::ZERO, Bytes::ZERO, false);
    for stage in stages {
        match *stage {
            Stage::Begin => inside = true,
            Stage::End => inside = false,
            Stage::Send { bytes, .. } if inside => once += bytes,
            Stage::Send { bytes, .. } => own += bytes,
            Stage::Rounds => own += memory,
            _ => {}
        }
    }
    (own, once)
}

struct Writer<'a> {
    machine: &'a Machine,
    setting: &'a Setting,
    prices: &'a Mobility,
}

impl Writer<'_> {
    fn live(&self) -> Vec<Stage> {
        let mut stages = self.disk();
        stages.extend([Stage::Rounds, Stage::Stop, Stage::Rest, self.fixed(), Stage::Answer]);
        stages
    }

    fn stop_and_copy(&self) -> Vec<Stage> {
        let memory = self.machine.memory_to_move(self.setting.filled);
        let mut stages = vec![Stage::Stop];
        stages.extend(self.disk());
        stages.extend(self.through_files(memory));
        stages.extend([self.fixed(), Stage::Answer]);
        stages
    }

    /// Layers first, while the container runs; then everything stands still.
    fn checkpoint(&self) -> Vec<Stage> {
        let processes = f64::from(self.machine.processes_to_freeze());
        let frozen = self.machine.memory_to_freeze() + self.machine.disk_to_move().0;
        let work = |each: f64| self.machine.host_work(each * processes);
        let mut stages = self.pull();
        stages.push(Stage::Stop);
        let core_seconds = work(self.prices.freeze_process.seconds());
        stages.push(Stage::Work { end: End::Source, core_seconds, what: Mechanism::Freezing });
        stages.extend(self.through_files(frozen));
        stages.push(Stage::Start);
        let core_seconds = work(self.prices.thaw_process.seconds());
        stages.push(Stage::Work { end: End::Target, core_seconds, what: Mechanism::Thawing });
        stages.push(Stage::Answer);
        stages
    }

    fn restart(&self) -> Vec<Stage> {
        let layers = self.machine.starts_from_layers();
        let bring = if layers { self.pull() } else { self.disk() };
        let seconds = match self.machine.platform.family {
            Family::VirtualMachine => self.prices.stop_guest.seconds(),
            _ => self.prices.stop_container.seconds(),
        };
        let stopping = Stage::Wait { seconds, what: Mechanism::Stopping };
        let mut stages = Vec::new();
        // One disk cannot serve two virtual machines.
        if self.setting.start_first && layers {
            stages.extend(bring);
            stages.extend([Stage::Start, Stage::Stop, Stage::Answer, stopping]);
        } else {
            stages.extend([Stage::Stop, stopping]);
            stages.extend(bring);
            stages.extend([Stage::Start, Stage::Answer]);
        }
        stages
    }

    fn fixed(&self) -> Stage {
        Stage::Wait { seconds: self.prices.stop_fixed.seconds(), what: Mechanism::FixedStop }
    }

    /// Missing layers: transfer, unpacking, writing.
    fn pull(&self) -> Vec<Stage> {
        let missing = self.machine.missing(self.setting.cached);
        if missing.transfer == Bytes::ZERO {
            return Vec::new();
        }
        let megabytes = missing.stored.as_f64() * 1e-6;
        let unpack = self.machine.prices.unpack_each_megabyte.seconds() * megabytes;
        let write = missing.stored.as_f64() / self.machine.host.disk.write.per_second();
        let end = End::Target;
        let core_seconds = self.machine.host_work(unpack);
        vec![
            Stage::Begin,
            Stage::Send { bytes: missing.transfer, cap: f64::INFINITY, what: Mechanism::Pulling },
            Stage::Work { end, core_seconds, what: Mechanism::Unpacking },
            Stage::Disk { end, seconds: write, what: Mechanism::Unpacking },
            Stage::End,
        ]
    }

    /// The disk, where it is not on storage that both hosts reach: the base once, if it is not
    /// there, and each instance's own part.
    fn disk(&self) -> Vec<Stage> {
        if !self.setting.move_disk {
            return Vec::new();
        }
        let disk = &self.machine.host.disk;
        let at_once = f64::from(self.setting.at_once.clamp(1, self.machine.instances.max(1)));
        let cap = disk.read.per_second().min(disk.write.per_second());
        let (own, base) = self.machine.disk_to_move();
        let what = Mechanism::CopyingDisk;
        let mut stages = Vec::new();
        if base > Bytes::ZERO && self.setting.cached == crate::model::Cached::Nothing {
            let base = Stage::Send { bytes: base, cap, what };
            stages.extend([Stage::Begin, base, Stage::End]);
        }
        if own > Bytes::ZERO {
            stages.push(Stage::Send { bytes: own, cap: cap / at_once, what });
        }
        stages
    }

    /// Written to a file, sent, read again.
    fn through_files(&self, bytes: Bytes) -> [Stage; 3] {
        let disk = &self.machine.host.disk;
        let amount = bytes.as_f64();
        let (write, read) = (amount / disk.write.per_second(), amount / disk.read.per_second());
        [
            Stage::Disk { end: End::Source, seconds: write, what: Mechanism::Saving },
            Stage::Send { bytes, cap: f64::INFINITY, what: Mechanism::CopyingMemory },
            Stage::Disk { end: End::Target, seconds: read, what: Mechanism::Restoring },
        ]
    }
}
