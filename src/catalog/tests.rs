//! What must hold of every number in the catalogue, whoever adds it.

use super::*;
use crate::units::Bytes;

/// Rows that the model is held against: no constant may come from them.
const VALIDATION_ROWS: &[&str] = &[
    "B40", "B57", "B66", "B70", "B71", "B72", "B73", "B74", "M13", "M32", "N1", "N2", "N3", "N4",
    "N9", "P1", "P2", "P6", "P9", "P13", "P14", "P20", "P40", "B81", "G1", "G2",
];

fn rows(source: &Source) -> impl Iterator<Item = &'static str> {
    source.row.split(", ").filter(|row| !row.is_empty())
}

/// The native column of a row is what the others are compared with: it may calibrate a bill.
fn native(row: &str) -> Option<&str> {
    row.strip_suffix(" native")
}

#[test]
fn every_range_is_ordered_and_finite() {
    for Constant { path, value, .. } in constants() {
        let Measured { low, typical, high, .. } = value;
        assert!(low.is_finite() && typical.is_finite() && high.is_finite(), "{path}");
        assert!(0.0 <= low && low <= typical && typical <= high, "{path}: {low} {typical} {high}");
        assert!(typical > 0.0, "{path} is nothing typically: say so with `absent`");
    }
}

#[test]
fn every_unit_fits_its_field() {
    for Constant { path, quantity, value } in constants() {
        let fits = match quantity {
            Quantity::Time => matches!(
                value.unit,
                Unit::Seconds | Unit::Milliseconds | Unit::Microseconds | Unit::Nanoseconds
            ),
            Quantity::Memory => {
                matches!(value.unit, Unit::Bytes | Unit::Megabytes | Unit::Mebibytes)
            }
            Quantity::Bandwidth => value.unit == Unit::MegabytesPerSecond,
            Quantity::Rate => value.unit == Unit::PerSecond,
            Quantity::Ratio => value.unit == Unit::Ratio,
            Quantity::Count => value.unit == Unit::Count,
            Quantity::Clock => value.unit == Unit::Gigahertz,
            Quantity::Cycles => value.unit == Unit::Cycles,
        };
        assert!(fits, "{path} is a {quantity:?} in {:?}", value.unit);
    }
}

#[test]
fn every_source_is_in_the_bibliography_and_every_reference_is_used() {
    let constants = constants();
    for Constant { path, value, .. } in &constants {
        let key = value.source.reference;
        assert!(reference(key).is_some(), "{path} names {key}");
    }
    for Reference { key, title, note, .. } in REFERENCES {
        assert!(constants.iter().any(|c| c.value.source.reference == *key), "{key} is not used");
        assert!(!title.is_empty() && !note.is_empty(), "{key}");
        assert_eq!(REFERENCES.iter().filter(|other| other.key == *key).count(), 1, "{key}");
    }
}

#[test]
fn what_is_not_assumed_has_a_row_or_a_reference_of_its_own() {
    for Constant { path, value, .. } in constants() {
        let Source { reference, row, standing } = value.source;
        if standing != Standing::Assumption {
            assert!(reference != "STRATA" || !row.is_empty(), "{path}");
            assert!(reference != "STRATA" || standing == Standing::Memory, "{path}");
        }
        assert!((reference == "OWN") == (standing == Standing::Own), "{path}");
        for row in rows(&value.source).map(|row| native(row).unwrap_or(row)) {
            let (kind, number) = row.split_at(1);
            assert!("BMDPNGSH".contains(kind) && number.parse::<u32>().is_ok(), "{path}: {row}");
        }
    }
}

#[test]
fn no_constant_comes_from_a_row_that_the_model_is_held_against() {
    for Constant { path, value, .. } in constants() {
        for row in rows(&value.source) {
            assert!(!VALIDATION_ROWS.contains(&row), "{path} comes from {row}");
        }
    }
}

#[test]
fn every_constant_has_a_note_of_one_sentence() {
    for Constant { path, value, .. } in constants() {
        assert!(value.note.ends_with('.'), "{path}: {}", value.note);
        assert!(!value.note.contains("  "), "{path}: {}", value.note);
    }
}

#[test]
fn ids_are_unique_and_safe_in_links() {
    let kinds: [Vec<&str>; 6] = [
        hosts().iter().map(|host| host.id).collect(),
        platforms().iter().map(|platform| platform.id).collect(),
        guests().iter().map(|guest| guest.id).collect(),
        images().iter().map(|image| image.id).collect(),
        operations().iter().map(|prices| prices.id).collect(),
        workloads().iter().map(|workload| workload.id).collect(),
    ];
    for ids in kinds {
        for id in &ids {
            assert!(!id.is_empty());
            assert!(
                id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
                "{id}"
            );
            assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{id}");
        }
    }
}

#[test]
fn everything_is_found_by_its_id_and_nothing_by_another() {
    for host in hosts() {
        assert_eq!(super::host(host.id), Some(host));
    }
    for platform in platforms() {
        assert_eq!(super::platform(platform.id), Some(platform));
    }
    assert_eq!(super::guest("ubuntu").map(|guest| guest.name), Some("Ubuntu Server"));
    assert_eq!(super::image("nginx").map(|image| image.name), Some("nginx"));
    assert!(super::host("").is_none() && super::platform("Docker").is_none());
}

#[test]
fn platforms_name_guests_that_exist_and_every_guest_has_a_platform() {
    for platform in platforms() {
        for id in platform.guests {
            assert!(guest(id).is_some(), "{} names {id}", platform.id);
        }
        let own_kernel = matches!(platform.isolation.kernel, Kernel::Guest | Kernel::OneGuest);
        assert_eq!(own_kernel, !platform.guests.is_empty(), "{}", platform.id);
    }
    for guest in guests() {
        assert!(platforms().iter().any(|p| p.guests.contains(&guest.id)), "{}", guest.id);
    }
}

#[test]
fn every_start_passes_every_clock_once_and_in_order() {
    for platform in platforms() {
        let clocks: Vec<Clock> = platform
            .start
            .iter()
            .filter_map(|part| if let Part::Reached(clock) = part { Some(*clock) } else { None })
            .collect();
        let expected = [Clock::Vmm, Clock::FirstInstruction, Clock::Init];
        assert_eq!(clocks, expected, "{}", platform.id);
        let carried = usize::from(platform.carrier_parts);
        assert_eq!(carried > 0, platform.family == Family::Nested, "{}", platform.id);
        assert!(carried < platform.start.len(), "{}", platform.id);
        assert!(!platform.disk.is_empty(), "{}", platform.id);
    }
}

#[test]
fn every_start_boots_a_guest_exactly_where_there_is_one() {
    for platform in platforms() {
        let has = |wanted: fn(&Part) -> bool| platform.start.iter().any(wanted);
        let boots = has(|part| matches!(part, Part::GuestKernel { .. }));
        let loads = has(|part| matches!(part, Part::LoadKernel { .. } | Part::BootLoader));
        let restores = has(|part| matches!(part, Part::Restore { .. }));
        assert_eq!(boots, loads, "{}", platform.id);
        assert_eq!(boots || restores, !platform.guests.is_empty(), "{}", platform.id);
        assert!(restores || has(|part| matches!(part, Part::Application)), "{}", platform.id);
    }
}

#[test]
fn guests_fit_their_memory_and_layers_of_one_name_are_one_layer() {
    for guest in guests() {
        assert!(guest.memory_least <= guest.memory_default, "{}", guest.id);
        let kernel = guest.kernel_memory.bytes();
        let described = guest.memory_least.scaled(guest.page_structs.typical);
        let held = kernel + described + Bytes::from_f64(bytes_or_none(&guest.services_memory));
        assert!(
            held <= guest.memory_least || guest.os == Os::Windows,
            "{}: {} of {} MiB",
            guest.id,
            held.as_mib(),
            guest.memory_least.as_mib()
        );
    }
    let layers: Vec<&Layer> = images().iter().flat_map(|image| image.layers).collect();
    for layer in &layers {
        assert!(layers.iter().all(|other| other.id != layer.id || other == layer), "{}", layer.id);
    }
}

fn bytes_or_none(amount: &Measured) -> f64 {
    if amount.is_absent() { 0.0 } else { amount.bytes().as_f64() }
}

#[test]
fn the_paths_of_the_constants_are_unique() {
    let mut paths: Vec<String> = constants().into_iter().map(|constant| constant.path).collect();
    let count = paths.len();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), count);
    assert!(paths.iter().any(|path| path == "platform.docker.start[3].growth"));
}
