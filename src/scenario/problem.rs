//! What is wrong with a scenario: every problem at once, each with one thing to try.
//!
//! A number out of range is reported and kept as it was typed: a simulator that quietly runs
//! something else than it was asked for teaches something wrong.

use serde::{Deserialize, Serialize};

use super::choice::pressure;
use super::resolve::least_memory;
use super::{Amount, Mode, PARAMETERS, Parameter, ParameterId, Scenario, Scope, Side, Value};
use crate::catalog::Os;
use crate::model::Incompatible;
use crate::units::Bytes;

/// What each instance gets instead while it runs.
const RAISE: ParameterId = ParameterId::Pressure(pressure::Id::Raise);

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProblemKind {
    /// A number outside its range; all three in the unit of the parameter.
    OutOfRange {
        /// What was asked for.
        value: u64,
        /// Lowest allowed.
        low: u64,
        /// Highest allowed.
        high: u64,
    },
    /// An id that the catalogue does not have, or that does not go with what else is chosen.
    UnknownChoice {
        /// What was asked for.
        value: String,
    },
    /// The host has less memory than its own kernel and the platforms' daemons hold.
    HostTooSmall {
        /// What they hold.
        needed: Bytes,
        /// What the host has.
        has: Bytes,
    },
    /// The guest does not boot with so little memory.
    GuestNeedsMoreMemory {
        /// The least that it boots with.
        needed: Bytes,
        /// What it was given.
        has: Bytes,
    },
    /// The platform cannot run what was asked for.
    Incompatible(Incompatible),
    /// The catalogue has no constant of this path.
    UnknownConstant {
        /// The path.
        path: String,
    },
    /// The constant is told and never run, so that another value would change nothing.
    FixedConstant {
        /// Its path.
        path: String,
    },
    /// A value for a constant far outside what its sources report.
    ConstantOutOfRange {
        /// Its path.
        path: String,
        /// What was asked for, in the unit of the constant.
        value: Amount,
        /// Lowest allowed.
        low: Amount,
        /// Highest allowed.
        high: Amount,
    },
    /// More constants are changed than a link can hold.
    TooManyConstants {
        /// The most.
        most: u64,
    },
}

/// One thing to try, which a click can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remedy {
    /// Choose this value; `None` goes back to the default.
    Set {
        /// Of which machine; either for a common parameter.
        side: Side,
        /// Which parameter.
        parameter: ParameterId,
        /// The value.
        value: Option<Value>,
    },
    /// Give a constant this value; `None` goes back to the catalogue's.
    Constant {
        /// Its path.
        path: String,
        /// The value, in the unit of the constant.
        value: Option<Amount>,
    },
}

/// One problem of a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The machine that it concerns; `None` for both.
    pub side: Option<Side>,
    /// The parameter at which it is shown.
    pub parameter: ParameterId,
    /// What is wrong.
    pub kind: ProblemKind,
    /// One thing to try.
    pub remedy: Option<Remedy>,
}

impl Problem {
    /// Whether there is no machine to run. What is merely incompatible can be run: the start is
    /// then refused before the user's eyes, with the reason.
    #[must_use]
    pub fn blocks(&self) -> bool {
        !matches!(self.kind, ProblemKind::Incompatible(_))
    }
}

impl Scenario {
    /// Everything that is wrong, in the order of the controls; empty if nothing is.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = self.problems_said();
        for side in Side::HELD.into_iter().filter(|&side| self.is_held(side)) {
            problems.retain(|problem| problem.side != Some(side));
            let mut alone = self.alone(side);
            // What is wrong with a constant is told once, of the comparison.
            if let Some(alone) = &mut alone {
                alone.overrides.clear();
            }
            let alone = alone.map(|alone| alone.problems_said()).unwrap_or_default();
            let own = alone.into_iter().filter(|problem| problem.side != Some(Side::B));
            problems.extend(own.map(|problem| {
                // Only what is A's own has a control.
                let kept = side == Side::A && problem.side.is_some();
                let remedy = problem.remedy.clone().filter(|_| kept);
                Problem { side: Some(side), remedy, ..problem }
            }));
        }
        problems
    }

    /// As [`Scenario::problems`], of what the settings say.
    fn problems_said(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for row in PARAMETERS {
            for &side in row.sides().iter().filter(|&&side| row.applies(self, side)) {
                problems.extend(check_value(self, row, side));
            }
        }
        problems.extend(self.check_overrides());
        problems.extend(self.check_host_memory());
        // Without a platform, guest, image or host there is nothing to check any further.
        for side in Side::BOTH {
            let concerns = |problem: &&Problem| problem.side.is_none_or(|of| of == side);
            if problems.iter().filter(concerns).any(is_unknown) {
                continue;
            }
            problems.extend(self.check_guest_memory(side, ParameterId::MemoryEach));
            problems.extend(self.check_guest_memory(side, RAISE));
            problems.extend(self.check_compatibility(side));
        }
        problems
    }

    /// Whether nothing stands in the way of a run. There may be incompatible machines.
    #[must_use]
    pub fn can_run(&self) -> bool {
        !self.problems().iter().any(Problem::blocks)
    }

    /// Against the needs of the hungrier of the two platforms.
    fn check_host_memory(&self) -> Option<Problem> {
        let machines = Side::BOTH.map(|side| self.resolve(side)).into_iter().flatten();
        let needs = machines.map(|machine| {
            let (kernel, daemons) = machine.host_base();
            (kernel + daemons, machine.host.memory)
        });
        let (needed, has) = needs.max()?;
        // What the kernel keeps for each page grows with the memory, hence the spare.
        let enough = Value::Number((needed.0 / 60 * 64).div_ceil(1 << 30));
        (has < needed).then(|| Problem {
            side: None,
            parameter: ParameterId::Memory,
            kind: ProblemKind::HostTooSmall { needed, has },
            remedy: set(Side::A, ParameterId::Memory, Some(enough)),
        })
    }

    /// Against what a virtual machine is given by this parameter.
    fn check_guest_memory(&self, side: Side, parameter: ParameterId) -> Option<Problem> {
        let mut machine = self.resolve(side).filter(|_| self.has_guest(side))?;
        if parameter == RAISE {
            let raise = self.pressure.setting(side).raise;
            let asked = self.mode == Mode::Pressure && machine.has_guest_kernels();
            machine.memory = raise.filter(|_| asked)?;
        }
        let (needed, has) = (least_memory(&machine), machine.memory);
        // What a guest's kernel keeps for each page grows with the memory, hence the spare.
        let enough = Value::Number((needed.0 / 60 * 64).div_ceil(1 << 20));
        (has < needed).then(|| Problem {
            side: Some(side),
            parameter,
            kind: ProblemKind::GuestNeedsMoreMemory { needed, has },
            remedy: set(side, parameter, Some(enough)),
        })
    }

    fn check_compatibility(&self, side: Side) -> Option<Problem> {
        let reason = self.resolve(side)?.check_compatibility().err()?;
        let (parameter, remedy) = self.cure(side, reason);
        let kind = ProblemKind::Incompatible(reason);
        Some(Problem { side: Some(side), parameter, kind, remedy })
    }

    /// Where an incompatibility is shown, and what to try.
    fn cure(&self, side: Side, reason: Incompatible) -> (ParameterId, Option<Remedy>) {
        use ParameterId::{Guest, Image, Platform};
        let anywhere = || set(side, Platform, Some(Value::choice("virtualbox")));
        let linux = crate::catalog::host::host(&self.host).is_none_or(|host| host.os == Os::Linux);
        let windows_machine = || {
            let platform = if linux { "qemu-kvm" } else { "virtualbox" };
            set(side, Platform, Some(Value::choice(platform)))
        };
        match reason {
            Incompatible::NeedsOtherKernel { wants_windows: true } => (Platform, windows_machine()),
            Incompatible::NeedsOtherKernel { wants_windows: false } => {
                (Platform, set(Side::A, ParameterId::Host, None))
            }
            Incompatible::GuestNotSupported | Incompatible::GuestMissing => {
                (Guest, set(side, Guest, None))
            }
            Incompatible::ApplicationNeedsOtherGuest { wants_windows } => {
                let wanted = if wants_windows { Os::Windows } else { Os::Linux };
                let runs = |id: &&&str| {
                    crate::catalog::guest::guest(id).is_some_and(|guest| guest.os == wanted)
                };
                let guests = self.platform(side).map_or(&[][..], |platform| platform.guests);
                match guests.iter().find(runs) {
                    Some(id) => (Guest, set(side, Guest, Some(Value::choice(id)))),
                    None => (Guest, windows_machine()),
                }
            }
            Incompatible::NoUnikernelBuild => (Image, set(Side::A, Image, None)),
            Incompatible::HostNotSupported => (Platform, anywhere()),
        }
    }
}

#[expect(clippy::unnecessary_wraps, reason = "every caller fills the field of a problem")]
fn set(side: Side, parameter: ParameterId, value: Option<Value>) -> Option<Remedy> {
    Some(Remedy::Set { side, parameter, value })
}

fn is_unknown(problem: &Problem) -> bool {
    matches!(problem.kind, ProblemKind::UnknownChoice { .. })
}

fn check_value(scenario: &Scenario, row: &Parameter, side: Side) -> Option<Problem> {
    let at = match row.scope {
        Scope::Common => None,
        Scope::Side => Some(side),
    };
    let (kind, cure) = match row.get(scenario, side) {
        Value::Number(value) => {
            let range = row.range()?;
            // What is too little memory even for the kernel is told in bytes instead.
            let told_elsewhere = row.id == ParameterId::Memory && value < range.low;
            if (range.low..=range.high).contains(&value) || told_elsewhere {
                return None;
            }
            let nearest = Value::Number(value.clamp(range.low, range.high));
            let kind = ProblemKind::OutOfRange { value, low: range.low, high: range.high };
            (kind, Some(nearest))
        }
        Value::Choice(value) => {
            if row.choices(scenario, side).contains(&value.as_str()) {
                return None;
            }
            (ProblemKind::UnknownChoice { value }, None)
        }
        Value::Off | Value::Switch(_) => return None,
    };
    Some(Problem { side: at, parameter: row.id, kind, remedy: set(side, row.id, cure) })
}
