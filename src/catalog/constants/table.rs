//! The tables of the catalogue with their constants by name: to list them, and to change a copy.
//!
//! A table is lent to be changed, so a change never reaches the catalogue itself. What describes
//! how far isolation goes (`surface`) is told and never run: it is listed, but cannot be changed.

use super::isolation::{component_fields, surface_fields, upkeep_fields};
use super::{
    Constant, Field, Quantity, guest_fields, host_fields, image_fields, layer_fields, part_fields,
    platform_fields, price_fields, scarcity_fields, work,
};
use crate::catalog::surface::components;
use crate::catalog::workload::CORE_STREAM;
use crate::catalog::{
    Component, Guest, Host, Image, Layer, MOBILITY, Measured, Mobility, Operations, PRICES, Part,
    Platform, Prices, SCARCITY, SURFACES, Scarcity, Surfaces, UPKEEP, Upkeep, Workload, guest,
    guests, host, hosts, image, images, operations, platform, platforms, workload, workloads,
};

/// A table of constants that is lent to be changed.
pub enum Table<'a> {
    /// A host.
    Host(&'a mut Host),
    /// A platform, with the parts of its start.
    Platform(&'a mut Platform, &'a mut [Part]),
    /// A guest.
    Guest(&'a mut Guest),
    /// An application, with its layers.
    Image(&'a mut Image, &'a mut [Layer]),
    /// What hosts charge for what they do.
    Prices(&'a mut Prices),
    /// What moving instances costs.
    Mobility(&'a mut Mobility),
    /// What short resources do.
    Scarcity(&'a mut Scarcity),
    /// What is counted about isolation, which is told and never run.
    Surfaces(&'a mut Surfaces, &'a mut [Component]),
    /// What maintenance costs.
    Upkeep(&'a mut Upkeep),
    /// What the operations of a request cost.
    Operations(&'a mut Operations),
    /// What one core streams through memory.
    CoreStream(&'a mut Measured),
    /// What a request asks for.
    Workload(&'a mut Workload),
}

type Named<'a> = (String, Quantity, &'a mut Measured);

fn under<'a>(
    owner: &str,
    fields: impl IntoIterator<Item = Field<'a>>,
) -> impl Iterator<Item = Named<'a>> {
    fields
        .into_iter()
        .map(move |(name, quantity, value)| (format!("{owner}.{name}"), quantity, value))
}

impl<'a> Table<'a> {
    /// What all paths of the table begin with, without the last point.
    #[must_use]
    pub fn owner(&self) -> String {
        match self {
            Self::Host(of) => format!("host.{}", of.id),
            Self::Platform(of, _) => format!("platform.{}", of.id),
            Self::Guest(of) => format!("guest.{}", of.id),
            Self::Image(of, _) => format!("image.{}", of.id),
            Self::Prices(_) => "price".to_owned(),
            Self::Mobility(_) => "mobility".to_owned(),
            Self::Scarcity(_) => "scarcity".to_owned(),
            Self::Surfaces(..) => "surface".to_owned(),
            Self::Upkeep(_) => "upkeep".to_owned(),
            Self::Operations(of) => format!("operation.{}", of.id),
            Self::CoreStream(_) => "workload".to_owned(),
            Self::Workload(of) => format!("workload.{}", of.id),
        }
    }

    /// Its constants by their paths, without the costs that do not arise.
    #[must_use]
    pub fn fields(self) -> Vec<Named<'a>> {
        let owner = self.owner();
        let mut list: Vec<Named<'a>> = Vec::new();
        match self {
            Self::Host(of) => list.extend(under(&owner, host_fields(of))),
            Self::Platform(of, parts) => {
                for (index, part) in parts.iter_mut().enumerate() {
                    list.extend(under(&format!("{owner}.start[{index}]"), part_fields(part)));
                }
                list.extend(under(&owner, platform_fields(of)));
            }
            Self::Guest(of) => list.extend(under(&owner, guest_fields(of))),
            Self::Image(of, layers) => {
                list.extend(under(&owner, image_fields(of)));
                for layer in layers {
                    let owner = format!("{owner}.layer.{}", layer.id);
                    list.extend(under(&owner, layer_fields(layer)));
                }
            }
            Self::Prices(of) => list.extend(under(&owner, price_fields(of))),
            Self::Mobility(of) => {
                list.extend(under(&owner, crate::catalog::mobility::fields(of)));
            }
            Self::Scarcity(of) => list.extend(under(&owner, scarcity_fields(of))),
            Self::Surfaces(of, components) => {
                list.extend(under(&owner, surface_fields(of)));
                for component in components {
                    let owner = format!("{owner}.{}", component.key());
                    list.extend(under(&owner, component_fields(component)));
                }
            }
            Self::Upkeep(of) => list.extend(under(&owner, upkeep_fields(of))),
            Self::Operations(of) => list.extend(under(&owner, work::operation_fields(of))),
            Self::CoreStream(of) => {
                list.extend(under(&owner, [("core_stream", Quantity::Bandwidth, of)]));
            }
            Self::Workload(of) => list.extend(under(&owner, work::workload_fields(of))),
        }
        list.retain(|(_, _, value)| !value.is_absent());
        list
    }

    /// Puts another value in the place of a typical one; false if the path is of another table.
    #[must_use]
    pub fn change(self, path: &str, value: f64) -> bool {
        let rest = path.strip_prefix(&self.owner());
        if !rest.is_some_and(|rest| rest.starts_with('.')) {
            return false;
        }
        let found = self.fields().into_iter().find(|(name, _, _)| name == path);
        found.map(|(_, _, constant)| constant.typical = value).is_some()
    }
}

/// Every constant of the catalogue, except the costs that do not arise.
#[must_use]
pub fn constants() -> Vec<Constant> {
    let mut list = Vec::new();
    let mut show = |table: Table<'_>| list.extend(table.fields().into_iter().map(Constant::from));
    things(&mut show);
    show(Table::Prices(&mut PRICES.clone()));
    show(Table::Mobility(&mut MOBILITY.clone()));
    show(Table::Scarcity(&mut SCARCITY.clone()));
    show(Table::Surfaces(&mut SURFACES.clone(), &mut components().to_vec()));
    show(Table::Upkeep(&mut UPKEEP.clone()));
    requests(&mut show);
    list
}

/// The constant of a path; `None` where the catalogue has none. Only its own table is looked at,
/// for a page asks this in every frame.
#[must_use]
pub fn constant(path: &str) -> Option<Constant> {
    let (family, rest) = path.split_once('.')?;
    let id = rest.split('.').next().unwrap_or(rest);
    let id = id.split('[').next().unwrap_or(id);
    let find = |table: Table<'_>| {
        table.fields().into_iter().map(Constant::from).find(|constant| constant.path == path)
    };
    match family {
        "host" => find(Table::Host(&mut host(id)?.clone())),
        "platform" => {
            let found = platform(id)?;
            find(Table::Platform(&mut found.clone(), &mut found.start.to_vec()))
        }
        "guest" => find(Table::Guest(&mut guest(id)?.clone())),
        "image" => {
            let found = image(id)?;
            find(Table::Image(&mut found.clone(), &mut found.layers.to_vec()))
        }
        "price" => find(Table::Prices(&mut PRICES.clone())),
        "mobility" => find(Table::Mobility(&mut MOBILITY.clone())),
        "scarcity" => find(Table::Scarcity(&mut SCARCITY.clone())),
        "surface" => find(Table::Surfaces(&mut SURFACES.clone(), &mut components().to_vec())),
        "upkeep" => find(Table::Upkeep(&mut UPKEEP.clone())),
        "operation" => {
            let found = operations().iter().find(|prices| prices.id == id)?;
            find(Table::Operations(&mut (*found).clone()))
        }
        "workload" if rest == "core_stream" => find(Table::CoreStream(&mut CORE_STREAM.clone())),
        "workload" => find(Table::Workload(&mut workload(id)?.clone())),
        _ => None,
    }
}

/// Whether a scenario can carry another value for the constant of that path.
#[must_use]
pub fn changeable(path: &str) -> bool {
    !path.starts_with("surface.")
}

impl From<Named<'_>> for Constant {
    fn from((path, quantity, value): Named<'_>) -> Self {
        Self { path, quantity, value: *value }
    }
}

/// Copies of hosts, platforms, guests and images, in the order of the list.
fn things(show: &mut dyn FnMut(Table<'_>)) {
    for host in hosts() {
        show(Table::Host(&mut host.clone()));
    }
    for platform in platforms() {
        show(Table::Platform(&mut platform.clone(), &mut platform.start.to_vec()));
    }
    for guest in guests() {
        show(Table::Guest(&mut guest.clone()));
    }
    for image in images() {
        show(Table::Image(&mut image.clone(), &mut image.layers.to_vec()));
    }
}

/// Copies of price lists and bills.
fn requests(show: &mut dyn FnMut(Table<'_>)) {
    for &prices in operations() {
        show(Table::Operations(&mut prices.clone()));
    }
    show(Table::CoreStream(&mut CORE_STREAM.clone()));
    for &workload in workloads() {
        show(Table::Workload(&mut workload.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_constant_is_found_by_its_path_and_nothing_else_is() {
        for listed in constants() {
            let found = constant(&listed.path).unwrap_or_else(|| panic!("{}", listed.path));
            assert_eq!((found.value, found.quantity), (listed.value, listed.quantity));
        }
        for path in ["", "host", "host.server", "host.server.", "platform.docker.start[99].cpu"] {
            assert!(constant(path).is_none(), "{path}");
        }
    }
}
