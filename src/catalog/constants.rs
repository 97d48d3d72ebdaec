//! Every constant of the catalogue under a readable path, for the page of evidence and the tests.
//!
//! The list is written out field by field: a field that is added to a type and forgotten here does
//! not compile, because the patterns name every field.

mod isolation;

use self::isolation::{component_fields, surface_fields, upkeep_fields};
use super::platform::{DevicePath, Growth, MemoryCost, Part};
use super::surface::components;
use super::{
    Disk, Guest, Host, Image, Layer, Measured, PRICES, Platform, Prices, SCARCITY, SURFACES,
    Scarcity, UPKEEP, guests, hosts, images, operations, platforms, workloads,
};
use crate::catalog::workload::CORE_STREAM;

mod work;

/// What kind of quantity a field holds, and so which units fit it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// A length of time or an amount of work.
    Time,
    /// Memory, disk or transfer.
    Memory,
    /// Bytes per second.
    Bandwidth,
    /// Events per second.
    Rate,
    /// A ratio.
    Ratio,
    /// A count.
    Count,
    /// A clock.
    Clock,
    /// Processor cycles.
    Cycles,
}

/// One constant, with where it stands in the catalogue.
#[derive(Clone, Debug)]
pub struct Constant {
    /// Where it stands, such as `platform.docker.start[2].cpu`.
    pub path: String,
    /// What kind of quantity its field holds.
    pub quantity: Quantity,
    /// The constant.
    pub value: &'static Measured,
}

type Field = (&'static str, Quantity, &'static Measured);

struct List(Vec<Constant>);

impl List {
    fn add(&mut self, owner: &str, fields: impl IntoIterator<Item = Field>) {
        for (name, quantity, value) in fields {
            if !value.is_absent() {
                self.0.push(Constant { path: format!("{owner}.{name}"), quantity, value });
            }
        }
    }
}

/// Every constant of the catalogue, except the costs that do not arise.
#[must_use]
pub fn constants() -> Vec<Constant> {
    let mut list = List(Vec::new());
    for host in hosts() {
        list.add(&format!("host.{}", host.id), host_fields(host));
    }
    for platform in platforms() {
        list_platform(&mut list, platform);
    }
    for guest in guests() {
        list.add(&format!("guest.{}", guest.id), guest_fields(guest));
    }
    for image in images() {
        let owner = format!("image.{}", image.id);
        list.add(&owner, image_fields(image));
        for layer in image.layers {
            list.add(&format!("{owner}.layer.{}", layer.id), layer_fields(layer));
        }
    }
    list.add("price", price_fields(&PRICES));
    list.add("mobility", super::mobility::fields(&super::MOBILITY));
    list.add("scarcity", scarcity_fields(&SCARCITY));
    list.add("surface", surface_fields(&SURFACES));
    for component in components() {
        list.add(&format!("surface.{}", component.key()), component_fields(component));
    }
    list.add("upkeep", upkeep_fields(&UPKEEP));
    for prices in operations() {
        list.add(&format!("operation.{}", prices.id), work::operation_fields(prices));
    }
    list.add("workload", [("core_stream", Quantity::Bandwidth, &CORE_STREAM)]);
    for workload in workloads() {
        list.add(&format!("workload.{}", workload.id), work::workload_fields(workload));
    }
    list.0
}

fn list_platform(list: &mut List, platform: &'static Platform) {
    let Platform {
        start,
        memory,
        device,
        kernel_slowdown,
        user_slowdown,
        wakeup,
        id,
        name: _,
        family: _,
        isolation: _,
        carrier_parts: _,
        disk: _,
        pids_each: _,
        bridge_ports: _,
        guests: _,
        operations: _,
    } = platform;
    let owner = format!("platform.{id}");
    for (index, part) in start.iter().enumerate() {
        list.add(&format!("{owner}.start[{index}]"), part_fields(part));
    }
    list.add(&format!("{owner}.memory"), memory_fields(memory));
    list.add(&format!("{owner}.device"), device_fields(device));
    list.add(
        &owner,
        [
            ("kernel_slowdown", Quantity::Ratio, kernel_slowdown),
            ("user_slowdown", Quantity::Ratio, user_slowdown),
            ("wakeup", Quantity::Time, wakeup),
        ],
    );
}

fn part_fields(part: &'static Part) -> Vec<Field> {
    match part {
        Part::Work { cpu, .. } | Part::Firmware { cpu } | Part::Restore { cpu } => {
            vec![("cpu", Quantity::Time, cpu)]
        }
        Part::Wait { span, .. } => vec![("span", Quantity::Time, span)],
        Part::Locked { cpu, growth, .. } => {
            let mut fields = vec![("cpu", Quantity::Time, cpu)];
            fields.extend(growth.as_ref().map(|growth| ("growth", Quantity::Time, &growth.each)));
            fields
        }
        Part::Walk { growth: Growth { each, .. }, .. } => vec![("growth", Quantity::Time, each)],
        Part::Fetch
        | Part::LoadKernel { .. }
        | Part::BootLoader
        | Part::GuestKernel { .. }
        | Part::GuestInit
        | Part::Application
        | Part::Reached(_) => Vec::new(),
    }
}

fn memory_fields(memory: &'static MemoryCost) -> [Field; 6] {
    let MemoryCost {
        once,
        each,
        host_kernel_each,
        host_kernel_each_core,
        file_systems,
        of_promised,
        backing: _,
        host_page_cache: _,
        mergeable: _,
        balloon: _,
    } = memory;
    [
        ("once", Quantity::Memory, once),
        ("each", Quantity::Memory, each),
        ("host_kernel_each", Quantity::Memory, host_kernel_each),
        ("host_kernel_each_core", Quantity::Memory, host_kernel_each_core),
        ("file_systems", Quantity::Count, file_systems),
        ("of_promised", Quantity::Ratio, of_promised),
    ]
}

fn device_fields(device: &'static DevicePath) -> [Field; 3] {
    let DevicePath { bandwidth, operations, cpu_each } = device;
    [
        ("bandwidth", Quantity::Bandwidth, bandwidth),
        ("operations", Quantity::Rate, operations),
        ("cpu_each", Quantity::Time, cpu_each),
    ]
}

fn host_fields(host: &'static Host) -> [Field; 12] {
    let Host {
        speed,
        clock,
        disk: Disk { read, write, operations, write_operations, latency, kind: _, size: _ },
        link,
        network,
        kernel_memory,
        id: _,
        name: _,
        cores: _,
        memory: _,
        memory_bandwidth,
        sockets: _,
        nodes: _,
        crossings,
        swap: _,
        pid_max: _,
        os: _,
    } = host;
    [
        ("speed", Quantity::Ratio, speed),
        ("clock", Quantity::Clock, clock),
        ("disk.read", Quantity::Bandwidth, read),
        ("disk.write", Quantity::Bandwidth, write),
        ("disk.operations", Quantity::Rate, operations),
        ("disk.write_operations", Quantity::Rate, write_operations),
        ("disk.latency", Quantity::Time, latency),
        ("memory_bandwidth", Quantity::Bandwidth, memory_bandwidth),
        ("crossings", Quantity::Rate, crossings),
        ("link", Quantity::Bandwidth, link),
        ("network", Quantity::Bandwidth, network),
        ("kernel_memory", Quantity::Memory, kernel_memory),
    ]
}

fn guest_fields(guest: &'static Guest) -> [Field; 19] {
    let Guest {
        kernel_image,
        decompress,
        kernel_cpu,
        legacy_probe,
        network_card,
        loader_wait,
        init_cpu,
        init_wait,
        boot_reads,
        boot_operations,
        kernel_memory,
        page_structs,
        services_memory,
        identical,
        wakeups,
        wakeup_work,
        disk_image,
        disk_writes,
        transfer,
        id: _,
        name: _,
        os: _,
        memory_default: _,
        memory_least: _,
        init_threads: _,
        zeroes_free_memory: _,
    } = guest;
    [
        ("kernel_image", Quantity::Memory, kernel_image),
        ("decompress", Quantity::Time, decompress),
        ("kernel_cpu", Quantity::Time, kernel_cpu),
        ("legacy_probe", Quantity::Time, legacy_probe),
        ("network_card", Quantity::Time, network_card),
        ("loader_wait", Quantity::Time, loader_wait),
        ("init_cpu", Quantity::Time, init_cpu),
        ("init_wait", Quantity::Time, init_wait),
        ("boot_reads", Quantity::Memory, boot_reads),
        ("boot_operations", Quantity::Count, boot_operations),
        ("kernel_memory", Quantity::Memory, kernel_memory),
        ("page_structs", Quantity::Ratio, page_structs),
        ("services_memory", Quantity::Memory, services_memory),
        ("identical", Quantity::Ratio, identical),
        ("wakeups", Quantity::Rate, wakeups),
        ("wakeup_work", Quantity::Time, wakeup_work),
        ("disk_image", Quantity::Memory, disk_image),
        ("disk_writes", Quantity::Memory, disk_writes),
        ("transfer", Quantity::Memory, transfer),
    ]
}

fn image_fields(image: &'static Image) -> [Field; 6] {
    let Image {
        read_at_start,
        start_cpu,
        text,
        heap,
        wakeups,
        disk_writes,
        id: _,
        name: _,
        os: _,
        layers: _,
        start_threads: _,
        pids: _,
        unikernel: _,
    } = image;
    [
        ("read_at_start", Quantity::Ratio, read_at_start),
        ("start_cpu", Quantity::Time, start_cpu),
        ("text", Quantity::Memory, text),
        ("heap", Quantity::Memory, heap),
        ("wakeups", Quantity::Rate, wakeups),
        ("disk_writes", Quantity::Memory, disk_writes),
    ]
}

fn layer_fields(layer: &'static Layer) -> [Field; 2] {
    let Layer { compressed, unpacked_ratio, id: _ } = layer;
    [
        ("compressed", Quantity::Memory, compressed),
        ("unpacked_ratio", Quantity::Ratio, unpacked_ratio),
    ]
}

fn price_fields(prices: &'static Prices) -> [Field; 15] {
    let Prices {
        launch,
        unpack_each_megabyte,
        load_kernel,
        load_kernel_each_megabyte,
        merge_scan,
        merge_scan_each_page,
        merge_passes,
        balloon_each_page,
        swap_each_page,
        fault_cached,
        fault_disk,
        snapshot_working_set,
        start_spread,
        read_depth,
        host_processes,
    } = prices;
    [
        ("launch", Quantity::Time, launch),
        ("unpack_each_megabyte", Quantity::Time, unpack_each_megabyte),
        ("load_kernel", Quantity::Time, load_kernel),
        ("load_kernel_each_megabyte", Quantity::Time, load_kernel_each_megabyte),
        ("merge_scan", Quantity::Rate, merge_scan),
        ("merge_scan_each_page", Quantity::Time, merge_scan_each_page),
        ("merge_passes", Quantity::Count, merge_passes),
        ("balloon_each_page", Quantity::Time, balloon_each_page),
        ("swap_each_page", Quantity::Time, swap_each_page),
        ("fault_cached", Quantity::Time, fault_cached),
        ("fault_disk", Quantity::Time, fault_disk),
        ("snapshot_working_set", Quantity::Ratio, snapshot_working_set),
        ("start_spread", Quantity::Ratio, start_spread),
        ("read_depth", Quantity::Count, read_depth),
        ("host_processes", Quantity::Count, host_processes),
    ]
}

fn scarcity_fields(scarcity: &'static Scarcity) -> [Field; 14] {
    let Scarcity {
        request_cpu,
        request_pages,
        request_operations,
        dirty,
        quota_period,
        quota_slice,
        swap_of_limit,
        pids_limit,
        process_memory,
        hog_depth,
        autoscaler_period,
        patience,
        service_request,
        memory_each_core,
    } = scarcity;
    [
        ("request_cpu", Quantity::Time, request_cpu),
        ("request_pages", Quantity::Count, request_pages),
        ("request_operations", Quantity::Count, request_operations),
        ("dirty", Quantity::Ratio, dirty),
        ("quota_period", Quantity::Time, quota_period),
        ("quota_slice", Quantity::Time, quota_slice),
        ("swap_of_limit", Quantity::Ratio, swap_of_limit),
        ("pids_limit", Quantity::Count, pids_limit),
        ("process_memory", Quantity::Memory, process_memory),
        ("hog_depth", Quantity::Count, hog_depth),
        ("autoscaler_period", Quantity::Time, autoscaler_period),
        ("patience", Quantity::Time, patience),
        ("service_request", Quantity::Time, service_request),
        ("memory_each_core", Quantity::Memory, memory_each_core),
    ]
}
