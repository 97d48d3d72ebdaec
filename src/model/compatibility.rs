//! What runs on what: an application and a guest need the kernel they were made for.

use serde::{Deserialize, Serialize};

use super::Machine;
use crate::catalog::surface::components_of;
use crate::catalog::{Family, Guest, Kernel, Os, Platform, guest, platforms};
use crate::units::Bytes;

/// Why a platform cannot run what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Hash)]
pub enum Incompatible {
    /// The platform shares the host's kernel, and the application needs another one.
    NeedsOtherKernel {
        /// Whether the application (or guest) is a Windows one.
        wants_windows: bool,
    },
    /// The platform cannot run this guest.
    GuestNotSupported,
    /// A virtual machine was asked for without a guest.
    GuestMissing,
    /// The guest cannot run the application.
    ApplicationNeedsOtherGuest {
        /// Whether the application is a Windows one.
        wants_windows: bool,
    },
    /// No unikernel build of this application exists.
    NoUnikernelBuild,
    /// The platform does not exist for the operating system of this host.
    HostNotSupported,
}

/// Whether something runs, and in which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Verdict {
    /// As it is.
    Runs,
    /// In one virtual machine that carries all containers, whether people see it or not.
    Carried,
    /// When it has been built anew, as a unikernel.
    Rebuilt,
    /// Not at all.
    Refused(Incompatible),
}

impl Machine {
    /// Whether platform, guest, image and host fit together at all.
    ///
    /// # Errors
    /// The first reason why they do not.
    pub fn check_compatibility(&self) -> Result<(), Incompatible> {
        match (self.platform.isolation.kernel, &self.guest) {
            (Kernel::Host | Kernel::UserSpace, Some(guest)) if guest.os == Os::Windows => {
                Err(Incompatible::NeedsOtherKernel { wants_windows: true })
            }
            (Kernel::Host | Kernel::UserSpace, _) => {
                let wants_windows = self.image.os == Os::Windows;
                if self.image.os != self.host.os {
                    Err(Incompatible::NeedsOtherKernel { wants_windows })
                } else if self.exists_here() {
                    Ok(())
                } else {
                    Err(Incompatible::HostNotSupported)
                }
            }
            (Kernel::Guest | Kernel::OneGuest, None) => Err(Incompatible::GuestMissing),
            (Kernel::Guest | Kernel::OneGuest, Some(_)) if !self.exists_here() => {
                Err(Incompatible::HostNotSupported)
            }
            (Kernel::Guest | Kernel::OneGuest, Some(guest)) => self.check_guest(guest),
        }
    }

    fn check_guest(&self, guest: &Guest) -> Result<(), Incompatible> {
        let wants_windows = self.image.os == Os::Windows;
        if !self.platform.guests.contains(&guest.id) {
            Err(Incompatible::GuestNotSupported)
        } else if guest.os == Os::Unikernel {
            if self.image.unikernel { Ok(()) } else { Err(Incompatible::NoUnikernelBuild) }
        } else if guest.os == self.image.os {
            Ok(())
        } else {
            Err(Incompatible::ApplicationNeedsOtherGuest { wants_windows })
        }
    }

    /// Whether the platform's parts exist for the host's operating system. Containers without an
    /// engine's daemon are Linux's own; engines are there for others too.
    #[must_use]
    pub fn exists_here(&self) -> bool {
        let bare = self.platform.family == Family::Container && !self.has_daemon();
        (!bare || self.host.os == Os::Linux) && has_parts(&self.platform, self.host.os)
    }

    /// Whether it runs, and in which way. A container engine on a host with another kernel has a
    /// virtual machine, which people seldom see.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let unikernel = self.guest.as_ref().is_some_and(|guest| guest.os == Os::Unikernel);
        match self.check_compatibility() {
            Ok(()) if self.platform.isolation.kernel == Kernel::OneGuest => Verdict::Carried,
            Ok(()) if self.has_guest_kernels() && unikernel => Verdict::Rebuilt,
            Ok(()) => Verdict::Runs,
            Err(_) if self.hidden_carrier().is_some() => Verdict::Carried,
            Err(reason) => Verdict::Refused(reason),
        }
    }

    /// The machine that really runs where a container engine hides a virtual machine, because the
    /// host's kernel is not the one that the containers need.
    #[must_use]
    pub fn hidden_carrier(&self) -> Option<Self> {
        let engine = self.platform.family == Family::Container && self.has_daemon();
        let foreign =
            matches!(self.check_compatibility(), Err(Incompatible::NeedsOtherKernel { .. }));
        if !engine || !foreign || self.guest.as_ref().is_some_and(|guest| guest.os != self.image.os)
        {
            return None;
        }
        platforms()
            .iter()
            .filter(|platform| platform.family == Family::Nested)
            .filter_map(|platform| self.on(platform))
            .find(|carrier| carrier.check_compatibility().is_ok())
    }

    /// The same question on another platform, with the guest there that fits the application
    /// best; `None` where the platform has no disk to start from.
    #[must_use]
    pub fn on(&self, platform: &'static Platform) -> Option<Self> {
        let guests = || platform.guests.iter().filter_map(|id| guest(id));
        let fitting = guests().find(|guest| guest.os == self.image.os);
        let whole = || guests().find(|guest| guest.os != Os::Unikernel);
        let guest = fitting.or_else(whole).or_else(|| guests().next()).cloned();
        Some(Self {
            memory: guest.as_ref().map_or(Bytes::ZERO, |guest| guest.memory_default),
            guest,
            disk_format: *platform.disk.first()?,
            platform: platform.clone(),
            snapshot: false,
            merging: None,
            balloon: false,
            ..self.clone()
        })
    }
}

fn has_parts(platform: &Platform, os: Os) -> bool {
    components_of(&platform.isolation).all(|part| part.hosts.contains(&os))
}
