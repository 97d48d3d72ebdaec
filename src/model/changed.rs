//! Constants with other values than the catalogue's: "what if this number were another?"
//!
//! A machine holds copies of most of the catalogue. What it only refers to (parts of a start,
//! layers, price lists, tables that all hosts share) it copies as soon as one of their constants
//! is changed, and only then, so that a machine without a change costs nothing more.

use super::Machine;
use crate::catalog::{
    Layer, MOBILITY, Measured, Mobility, Operations, Part, Platform, SCARCITY, Scarcity, Table,
    UPKEEP, Upkeep, operation, workload,
};

/// Another value for one constant of the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherValue {
    /// Where the constant stands, such as `platform.docker.start[2].cpu`.
    pub path: String,
    /// Its value in the unit of the constant.
    pub value: f64,
}

/// Copies of what a machine otherwise only refers to, with the changes that were made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changed {
    changes: Vec<OtherValue>,
    parts: Option<Vec<Part>>,
    layers: Option<Vec<Layer>>,
    operations: Option<Operations>,
    native: Option<Operations>,
    scarcity: Option<Scarcity>,
    upkeep: Option<Upkeep>,
    mobility: Option<Mobility>,
    core_stream: Option<Measured>,
}

/// Changes a copy that may not be there yet; it stays away if the change is of another table.
fn copied<T: Clone>(
    place: &mut Option<T>,
    original: &T,
    change: impl FnOnce(&mut T) -> bool,
) -> bool {
    let mut copy = place.as_ref().unwrap_or(original).clone();
    let found = change(&mut copy);
    if found {
        *place = Some(copy);
    }
    found
}

/// Whether a constant is of plain processes, with which throughput is compared.
fn is_native(path: &str) -> bool {
    path.starts_with("platform.process.") || path.starts_with("operation.native.")
}

impl Machine {
    /// Runs with other values for some constants. What concerns other machines has no effect.
    pub fn change(&mut self, changes: &[OtherValue]) {
        if changes.is_empty() {
            return;
        }
        let mut copies = self.changed.take().unwrap_or_default();
        for change in changes {
            let own = self.change_own(&mut copies, change);
            let shared = copies.change_shared(change);
            if own || shared || is_native(&change.path) {
                copies.changes.push(change.clone());
            }
        }
        self.changed = Some(copies).filter(|copies| !copies.changes.is_empty());
    }

    /// Another platform in the place of this one, with the changes that concern it.
    pub fn put_platform(&mut self, platform: &Platform) {
        self.platform = platform.clone();
        if let Some(mut changed) = self.changed.take() {
            changed.parts = None;
            changed.operations = None;
            for change in core::mem::take(&mut changed.changes) {
                if change.path.starts_with("platform.") || change.path.starts_with("operation.") {
                    let _ = self.change_own(&mut changed, &change);
                }
                changed.changes.push(change);
            }
            self.changed = Some(changed);
        }
    }

    /// What belongs to this machine: its platform, guest and application. The hardware is changed
    /// before it comes to this, since parameters of a scenario stand above its constants.
    fn change_own(
        &mut self,
        changed: &mut Changed,
        OtherValue { path, value }: &OtherValue,
    ) -> bool {
        let (family, _) = path.split_once('.').unwrap_or((path, ""));
        match family {
            "platform" => {
                let before = changed.parts.take();
                let mut parts = before.clone().unwrap_or_else(|| self.platform.start.to_vec());
                let found = Table::Platform(&mut self.platform, &mut parts).change(path, *value);
                changed.parts = if found { Some(parts) } else { before };
                found
            }
            "guest" => {
                self.guest.as_mut().is_some_and(|guest| Table::Guest(guest).change(path, *value))
            }
            "image" => {
                let before = changed.layers.take();
                let mut layers = before.clone().unwrap_or_else(|| self.image.layers.to_vec());
                let found = Table::Image(&mut self.image, &mut layers).change(path, *value);
                changed.layers = if found { Some(layers) } else { before };
                found
            }
            "price" => Table::Prices(&mut self.prices).change(path, *value),
            "operation" => copied(&mut changed.operations, self.platform.operations, |list| {
                Table::Operations(list).change(path, *value)
            }),
            _ => false,
        }
    }

    /// The parts of a start.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        let changed = self.changed.as_ref().and_then(|changed| changed.parts.as_deref());
        changed.unwrap_or(self.platform.start)
    }

    /// A start with other parts, which are none of the platform's own; or only with the last ones
    /// of those.
    pub fn put_parts(&mut self, parts: &'static [Part]) {
        self.platform.start = parts;
        if let Some(changed) = &mut self.changed {
            changed.parts = None;
        }
    }

    /// Leaves out the first parts of a start.
    pub fn skip_parts(&mut self, count: usize) {
        self.platform.start = self.platform.start.get(count..).unwrap_or_default();
        if let Some(parts) = self.changed.as_mut().and_then(|changed| changed.parts.as_mut()) {
            parts.drain(..count.min(parts.len()));
        }
    }

    /// Layers of the image, the base first.
    #[must_use]
    pub fn layers(&self) -> &[Layer] {
        let changed = self.changed.as_ref().and_then(|changed| changed.layers.as_deref());
        changed.unwrap_or(self.image.layers)
    }

    /// What the operations of a request cost.
    #[must_use]
    pub fn operations(&self) -> &Operations {
        let changed = self.changed.as_ref().and_then(|changed| changed.operations.as_ref());
        changed.unwrap_or(self.platform.operations)
    }

    /// What they cost natively.
    #[must_use]
    pub fn native_operations(&self) -> &Operations {
        let changed = self.changed.as_ref().and_then(|changed| changed.native.as_ref());
        changed.unwrap_or(&operation::NATIVE)
    }

    /// What short resources do.
    #[must_use]
    pub fn scarcity(&self) -> &Scarcity {
        let changed = self.changed.as_ref().and_then(|changed| changed.scarcity.as_ref());
        changed.unwrap_or(&SCARCITY)
    }

    /// What maintenance costs.
    #[must_use]
    pub fn upkeep(&self) -> &Upkeep {
        let changed = self.changed.as_ref().and_then(|changed| changed.upkeep.as_ref());
        changed.unwrap_or(&UPKEEP)
    }

    /// What moving instances costs.
    #[must_use]
    pub fn mobility(&self) -> &Mobility {
        let changed = self.changed.as_ref().and_then(|changed| changed.mobility.as_ref());
        changed.unwrap_or(&MOBILITY)
    }

    /// What one core streams through memory.
    #[must_use]
    pub fn core_stream(&self) -> &Measured {
        let changed = self.changed.as_ref().and_then(|changed| changed.core_stream.as_ref());
        changed.unwrap_or(&workload::CORE_STREAM)
    }
}

impl Changed {
    /// What belongs to all machines.
    fn change_shared(&mut self, OtherValue { path, value }: &OtherValue) -> bool {
        copied(&mut self.native, &operation::NATIVE, |of| {
            Table::Operations(of).change(path, *value)
        }) | copied(&mut self.scarcity, &SCARCITY, |of| Table::Scarcity(of).change(path, *value))
            | copied(&mut self.upkeep, &UPKEEP, |of| Table::Upkeep(of).change(path, *value))
            | copied(&mut self.mobility, &MOBILITY, |of| Table::Mobility(of).change(path, *value))
            | copied(&mut self.core_stream, &workload::CORE_STREAM, |of| {
                Table::CoreStream(of).change(path, *value)
            })
    }
}
