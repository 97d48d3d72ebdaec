//! The constants of isolation and upkeep, field by field.

use super::{Field, Quantity};
use crate::catalog::{Component, Surfaces, Upkeep};

pub(super) fn surface_fields(surfaces: &mut Surfaces) -> [Field<'_>; 5] {
    let Surfaces {
        process_calls,
        container_calls,
        kernel_lines,
        process_lines_run,
        container_lines_run,
    } = surfaces;
    [
        ("process_calls", Quantity::Count, process_calls),
        ("container_calls", Quantity::Count, container_calls),
        ("kernel_lines", Quantity::Count, kernel_lines),
        ("process_lines_run", Quantity::Count, process_lines_run),
        ("container_lines_run", Quantity::Count, container_lines_run),
    ]
}

/// The counts that were found.
pub(super) fn component_fields(component: &mut Component) -> Vec<Field<'_>> {
    let Component { calls, host_calls, lines, kernel_lines_run, name: _, place: _, hosts: _ } =
        component;
    [
        ("calls", calls),
        ("host_calls", host_calls),
        ("lines", lines),
        ("kernel_lines_run", kernel_lines_run),
    ]
    .into_iter()
    .filter_map(|(name, count)| Some((name, Quantity::Count, count.as_mut()?)))
    .collect()
}

pub(super) fn upkeep_fields(upkeep: &mut Upkeep) -> [Field<'_>; 9] {
    let Upkeep {
        host_reboot,
        panic_wait,
        restart_delay,
        daemon_start,
        kernel_transfer,
        kernel_install,
        package_transfer,
        package_install,
        image_build,
    } = upkeep;
    [
        ("host_reboot", Quantity::Time, host_reboot),
        ("panic_wait", Quantity::Time, panic_wait),
        ("restart_delay", Quantity::Time, restart_delay),
        ("daemon_start", Quantity::Time, daemon_start),
        ("kernel_transfer", Quantity::Memory, kernel_transfer),
        ("kernel_install", Quantity::Time, kernel_install),
        ("package_transfer", Quantity::Memory, package_transfer),
        ("package_install", Quantity::Time, package_install),
        ("image_build", Quantity::Time, image_build),
    ]
}
