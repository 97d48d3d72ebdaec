//! The whole matrix: every platform, on every kind of host, with either kind of application; and
//! every guest on this platform.

use super::super::answer::{Cell, Label, Row, Table};
use super::{Mechanism, Quantity};
use crate::catalog::{Guest, Image, Kernel, Os, Platform, guests, images, platforms};
use crate::model::{Incompatible, Machine, Verdict};

/// The columns: host, application, and what the column is called.
const COLUMNS: [(Os, Os, Quantity); 6] = [
    (Os::Linux, Os::Linux, Quantity::LinuxOnLinux),
    (Os::Linux, Os::Windows, Quantity::WindowsOnLinux),
    (Os::Windows, Os::Linux, Quantity::LinuxOnWindows),
    (Os::Windows, Os::Windows, Quantity::WindowsOnWindows),
    (Os::MacOs, Os::Linux, Quantity::LinuxOnMac),
    (Os::MacOs, Os::Windows, Quantity::WindowsOnMac),
];

/// A verdict as a field of a table; a refusal for the kernel names the kernel.
pub(super) fn spoken(verdict: Verdict) -> Mechanism {
    match verdict {
        Verdict::Runs => Mechanism::Runs,
        Verdict::Carried => Mechanism::Carried,
        Verdict::Rebuilt => Mechanism::Rebuilt,
        Verdict::Refused(
            Incompatible::NeedsOtherKernel { wants_windows }
            | Incompatible::ApplicationNeedsOtherGuest { wants_windows },
        ) => {
            if wants_windows {
                Mechanism::NeedsWindowsKernel
            } else {
                Mechanism::NeedsLinuxKernel
            }
        }
        Verdict::Refused(reason) => Mechanism::Refused(reason),
    }
}

/// This machine's application where it fits the column, otherwise the first of that kind.
fn application(machine: &Machine, os: Os) -> Option<Image> {
    if machine.image.os == os {
        return Some(machine.image.clone());
    }
    images().iter().find(|image| image.os == os).cloned()
}

fn verdict(machine: &Machine, platform: &'static Platform, host: Os, wants: Os) -> Option<Verdict> {
    let mut asked = machine.clone();
    asked.host.os = host;
    asked.image = application(machine, wants)?;
    Some(asked.on(platform)?.verdict())
}

pub(super) fn table(machine: &Machine) -> Table {
    let cell = |platform, host, wants| match verdict(machine, platform, host, wants) {
        Some(verdict) => Cell::Mechanism(spoken(verdict).into()),
        None => Cell::Empty,
    };
    let row = |platform: &'static Platform| Row {
        label: Label::Name(platform.name.to_owned()),
        cells: COLUMNS.into_iter().map(|(host, wants, _)| cell(platform, host, wants)).collect(),
    };
    Table {
        title: Mechanism::Matrix.into(),
        columns: COLUMNS.map(|(_, _, of)| of.into()).into(),
        rows: platforms().iter().map(row).collect(),
    }
}

/// What this platform makes of a guest on this host.
fn of_guest(machine: &Machine, guest: &Guest) -> Mechanism {
    let needs = |there: Os| match guest.os {
        Os::Unikernel => Mechanism::Refused(Incompatible::GuestNotSupported),
        os if os == there => Mechanism::AsImage,
        Os::Windows => Mechanism::NeedsWindowsKernel,
        _ => Mechanism::NeedsLinuxKernel,
    };
    match machine.platform.isolation.kernel {
        Kernel::Host | Kernel::UserSpace => needs(machine.host.os),
        Kernel::OneGuest => needs(machine.guest.as_ref().map_or(Os::Linux, |guest| guest.os)),
        Kernel::Guest if !machine.exists_here() => {
            Mechanism::Refused(Incompatible::HostNotSupported)
        }
        Kernel::Guest if machine.platform.guests.contains(&guest.id) => Mechanism::Runs,
        Kernel::Guest => Mechanism::Refused(Incompatible::GuestNotSupported),
    }
}

/// Every guest of the catalogue on this platform and host.
pub(super) fn guests_table(machine: &Machine) -> Table {
    let row = |guest: &Guest| Row {
        label: Label::Name(guest.name.to_owned()),
        cells: vec![Cell::Mechanism(of_guest(machine, guest).into())],
    };
    Table {
        title: Mechanism::Guests.into(),
        columns: vec![Quantity::Runs.into()],
        rows: guests().iter().map(row).collect(),
    }
}
