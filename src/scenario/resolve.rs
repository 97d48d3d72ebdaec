//! From what was said to what it means: ids are looked up, and overrides applied.

use super::{LaunchOrder, Mode, Problem, Scenario, Side, Value};
use super::{ParameterId, parameter};
use crate::catalog::measured::JUDGEMENT;
use crate::catalog::price::PRICES;
use crate::catalog::{self, Guest, Host, Kernel, Measured, Os, Platform, Table, Unit};
use crate::experiment::Question;
use crate::model::{Launch, Machine};
use crate::units::{Bytes, Span};

impl Scenario {
    /// The platform of one side; `None` if the catalogue does not have it.
    #[must_use]
    pub fn platform(&self, side: Side) -> Option<&'static Platform> {
        catalog::platform::platform(&self.side(side).platform)
    }

    /// The guest of one side: the chosen one, or the platform's usual one. A choice is told even
    /// where the platform boots no guest.
    #[must_use]
    pub fn guest(&self, side: Side) -> Option<&'static Guest> {
        match &self.side(side).guest {
            Some(id) => catalog::guest::guest(id),
            None => catalog::guest::guest(self.platform(side)?.guests.first()?),
        }
    }

    /// Whether the platform of one side boots a guest.
    #[must_use]
    pub fn has_guest(&self, side: Side) -> bool {
        self.platform(side).is_some_and(|platform| !platform.guests.is_empty())
    }

    /// The complete machine of one side.
    ///
    /// # Errors
    /// All problems that leave no machine to run, those of both sides together included.
    ///
    /// # Panics
    /// Never: what has no problem resolves, which a property test holds.
    pub fn machine(&self, side: Side) -> Result<Machine, Vec<Problem>> {
        if self.is_held(side) || !Side::BOTH.contains(&side) {
            let alone = self.alone(side).ok_or_else(Vec::new)?;
            let mut machine = alone.machine(Side::A)?;
            if self.mode == Mode::Compare {
                machine.changes = self.changes(side).to_vec();
            }
            return Ok(machine);
        }
        let concerns = |problem: &Problem| problem.side.is_none_or(|of| of == side);
        let mut problems = self.problems();
        problems.retain(|problem| problem.blocks() && concerns(problem));
        if problems.is_empty() {
            Ok(self.resolve(side).expect("unknown ids are problems"))
        } else {
            Err(problems)
        }
    }

    /// The machine with whatever numbers were said; `None` if an id is unknown.
    pub(super) fn resolve(&self, side: Side) -> Option<Machine> {
        let platform = self.platform(side)?.clone();
        let guest = match (&self.side(side).guest, self.has_guest(side)) {
            (_, true) => Some(self.guest(side)?),
            // Nobody boots this guest, but whoever asks for Windows is told why it is refused.
            (Some(id), false) => catalog::guest::guest(id).filter(|guest| guest.os == Os::Windows),
            (None, false) => None,
        };
        let host = self.resolved_host()?;
        let choice = self.side(side);
        let own_kernel = platform.isolation.kernel == Kernel::Guest;
        let memory = choice.memory_each.map(|each| Bytes(each.saturating_mul(1 << 20)));
        let memory_default = guest.map_or(Bytes::ZERO, |guest| guest.memory_default);
        let disk_format = choice.disk_format.or_else(|| platform.disk.first().copied())?;
        let mut machine = Machine {
            swap: host.swap,
            host,
            guest: guest.cloned(),
            image: catalog::image::image(&self.image)?.clone(),
            prices: PRICES.clone(),
            instances: narrow(match self.mode {
                Mode::Fill => self.fill_most,
                _ => self.instances,
            }),
            vcpus: narrow(choice.vcpus),
            memory: memory.unwrap_or(memory_default),
            launch: self.resolved_launch(),
            image_state: self.image_state,
            disk_format,
            snapshot: choice.snapshot && own_kernel,
            merging: choice.merging.filter(|_| platform.memory.mergeable).map(real),
            balloon: choice.balloon && platform.memory.balloon,
            overcommit: choice
                .overcommit
                .filter(|_| self.has_guest(side))
                .map(|percent| real(percent) / 100.0),
            seed: self.seed,
            spread: self.spread,
            watch: Span::from_seconds(real(self.watch)),
            changes: Vec::new(),
            platform,
            changed: None,
        };
        machine.change(&self.other_values());
        // A guest's usual memory may be too little for this application: then it is doubled.
        let open = machine.guest.is_some() && memory.is_none();
        while open && machine.memory < least_memory(&machine).min(MEMORY_MOST) {
            machine.memory = (machine.memory * 2).max(Bytes::PAGE);
        }
        Some(machine)
    }

    /// What is asked of the machine of one side.
    #[must_use]
    pub fn question(&self, side: Side) -> Question {
        if let Some(alone) = self.held(side).and_then(|_| self.alone(side)) {
            return alone.question(Side::A);
        }
        match self.mode {
            Mode::Compare | Mode::Fill => Question::Start,
            Mode::Throughput => {
                let mut setting = self.throughput.setting(side);
                for of in &self.overrides {
                    let _ = Table::Workload(&mut setting.workload).change(&of.path, of.value.0);
                }
                Question::Throughput(setting)
            }
            Mode::Pressure => Question::Pressure(self.pressure.setting(side)),
            Mode::Elasticity => Question::Elasticity(self.elasticity.setting(side)),
            Mode::Mobility => {
                let mut setting = self.mobility.setting(side);
                for of in &self.overrides {
                    let _ = Table::Mobility(&mut setting.prices).change(&of.path, of.value.0);
                }
                Question::Mobility(setting)
            }
            Mode::Maintenance => Question::Maintenance(self.maintenance.setting(side)),
            Mode::Incident => Question::Incident(self.incident.setting(side)),
            Mode::Compatibility => Question::Compatibility(self.compatibility.setting(side)),
        }
    }

    fn resolved_launch(&self) -> Launch {
        let span = |milliseconds: u64| Span::from_seconds(real(milliseconds) * 1e-3);
        match (self.mode, self.launch) {
            (Mode::Fill, _) => Launch::UntilLimit { goal: self.goal.map(span) },
            (_, LaunchOrder::Together) => Launch::Together,
            (_, LaunchOrder::Every) => Launch::Every(span(self.launch_interval)),
            (_, LaunchOrder::Starters) => Launch::Starters(narrow(self.starters)),
            (_, LaunchOrder::InFlight) => Launch::InFlight(narrow(self.starters)),
        }
    }

    /// The host as the catalogue has it, with the constants that were changed.
    pub(super) fn own_host(&self) -> Option<Host> {
        let mut host = catalog::host::host(&self.host)?.clone();
        for of in &self.overrides {
            let _ = Table::Host(&mut host).change(&of.path, of.value.0);
        }
        Some(host)
    }

    /// The host with what was changed about it.
    fn resolved_host(&self) -> Option<Host> {
        let mut host = self.own_host()?;
        if let Some(cores) = self.cores {
            host.cores = narrow(cores);
        }
        if let Some(memory) = self.memory {
            host.memory = Bytes(memory.saturating_mul(1 << 30));
        }
        if let Some(speed) = self.disk_speed {
            let ratio = real(speed) * 1e6 / host.disk.read.per_second();
            let write = host.disk.write.per_second() / 1e6 * ratio;
            host.disk.read = said(real(speed), Unit::MegabytesPerSecond);
            host.disk.write = said(write, Unit::MegabytesPerSecond);
        }
        if let Some(operations) = self.disk_operations {
            host.disk.operations = said(real(operations), Unit::PerSecond);
        }
        if let Some(swap) = self.swap {
            host.swap = Bytes(swap.saturating_mul(1 << 30));
        }
        if let Some(link) = self.link {
            host.link = said(real(link) / 8.0, Unit::MegabytesPerSecond);
        }
        Some(host)
    }

    /// Exchanges what the platform of one side cannot do for its usual way, where that does not
    /// change the question: another Linux guest, another disk format. Windows stays, and is
    /// refused with the reason.
    pub fn settle(&mut self, side: Side) {
        let Some(platform) = self.platform(side) else { return };
        let chosen = self.side(side).guest.as_deref();
        let unfit = chosen.is_some_and(|id| {
            let windows = catalog::guest::guest(id).is_some_and(|guest| guest.os == Os::Windows);
            !platform.guests.is_empty() && !platform.guests.contains(&id) && !windows
        });
        if unfit {
            self.side_mut(side).guest = None;
        }
        let row = parameter(ParameterId::DiskFormat);
        if let Some(Value::Choice(id)) = (row.chosen)(self, side)
            && !row.choices(self, side).contains(&id.as_str())
        {
            row.reset(self, side);
        }
    }
}

/// The least memory with which the machine's guest boots and its application runs; nothing
/// where no guest is booted.
pub(super) fn least_memory(machine: &Machine) -> Bytes {
    let boots = machine.guest.as_ref().map_or(Bytes::ZERO, |guest| guest.memory_least);
    match machine.platform.isolation.kernel {
        Kernel::Host | Kernel::UserSpace => Bytes::ZERO,
        Kernel::Guest => boots.max(machine.footprint().guest_needs()),
        Kernel::OneGuest => {
            boots.max(machine.carrier().map_or(Bytes::ZERO, |carrier| carrier.guest_needs()))
        }
    }
}

/// No guest is given more unless it was said.
const MEMORY_MOST: Bytes = Bytes::gib(1024);

/// A number that the user said, in the place of a measured one.
fn said(value: f64, unit: Unit) -> Measured {
    let note = "Chosen in the scenario.";
    Measured { typical: value, low: value, high: value, unit, source: JUDGEMENT, note }
}

/// Ranges end far below; what is out of range is never run.
fn narrow(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[expect(clippy::cast_precision_loss, reason = "ranges end far below 2^53")]
fn real(number: u64) -> f64 {
    number as f64
}
