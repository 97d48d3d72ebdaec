//! What runs on what: an application and a guest need the kernel they were made for.

use serde::{Deserialize, Serialize};

use super::Machine;
use crate::catalog::{Kernel, Os};

/// Why a platform cannot run what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
}

impl Machine {
    /// Whether platform, guest, image and host fit together at all.
    ///
    /// # Errors
    /// The first reason why they do not.
    pub fn check_compatibility(&self) -> Result<(), Incompatible> {
        let wants_windows = self.image.os == Os::Windows;
        match (self.platform.isolation.kernel, &self.guest) {
            (Kernel::Host | Kernel::UserSpace, Some(guest)) if guest.os == Os::Windows => {
                Err(Incompatible::NeedsOtherKernel { wants_windows: true })
            }
            (Kernel::Host | Kernel::UserSpace, _) => {
                if self.image.os == self.host.os {
                    Ok(())
                } else {
                    Err(Incompatible::NeedsOtherKernel { wants_windows })
                }
            }
            (Kernel::Guest | Kernel::OneGuest, None) => Err(Incompatible::GuestMissing),
            (Kernel::Guest | Kernel::OneGuest, Some(guest)) => {
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
        }
    }
}
