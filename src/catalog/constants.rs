//! Every constant of the catalogue under a readable path, for the page of evidence and the tests.
//!
//! The list is written out field by field: a field that is added to a type and forgotten here does
//! not compile, because the patterns name every field. There is one list for reading and for
//! changing: whoever reads, reads a copy.

mod isolation;

use super::platform::{DevicePath, Growth, MemoryCost, Part};
use super::{Disk, Guest, Host, Image, Layer, Measured, Platform, Prices, Scarcity};

mod table;
mod work;

pub use self::table::{Table, changeable, constant, constants};

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
    pub value: Measured,
}

type Field<'a> = (&'static str, Quantity, &'a mut Measured);

fn platform_fields(platform: &mut Platform) -> Vec<Field<'_>> {
    let Platform {
        memory,
        device,
        kernel_slowdown,
        user_slowdown,
        wakeup,
        start: _,
        id: _,
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
    let mut fields = Vec::from(memory_fields(memory));
    fields.extend(device_fields(device));
    fields.extend([
        ("kernel_slowdown", Quantity::Ratio, kernel_slowdown),
        ("user_slowdown", Quantity::Ratio, user_slowdown),
        ("wakeup", Quantity::Time, wakeup),
    ]);
    fields
}

fn part_fields(part: &mut Part) -> Vec<Field<'_>> {
    match part {
        Part::Work { cpu, .. } | Part::Firmware { cpu } | Part::Restore { cpu } => {
            vec![("cpu", Quantity::Time, cpu)]
        }
        Part::Wait { span, .. } => vec![("span", Quantity::Time, span)],
        Part::Locked { cpu, growth, .. } => {
            let mut fields = vec![("cpu", Quantity::Time, cpu)];
            fields
                .extend(growth.as_mut().map(|growth| ("growth", Quantity::Time, &mut growth.each)));
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

fn memory_fields(memory: &mut MemoryCost) -> [Field<'_>; 6] {
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
        ("memory.once", Quantity::Memory, once),
        ("memory.each", Quantity::Memory, each),
        ("memory.host_kernel_each", Quantity::Memory, host_kernel_each),
        ("memory.host_kernel_each_core", Quantity::Memory, host_kernel_each_core),
        ("memory.file_systems", Quantity::Count, file_systems),
        ("memory.of_promised", Quantity::Ratio, of_promised),
    ]
}

fn device_fields(device: &mut DevicePath) -> [Field<'_>; 3] {
    let DevicePath { bandwidth, operations, cpu_each } = device;
    [
        ("device.bandwidth", Quantity::Bandwidth, bandwidth),
        ("device.operations", Quantity::Rate, operations),
        ("device.cpu_each", Quantity::Time, cpu_each),
    ]
}

fn host_fields(host: &mut Host) -> [Field<'_>; 12] {
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

fn guest_fields(guest: &mut Guest) -> [Field<'_>; 19] {
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

fn image_fields(image: &mut Image) -> [Field<'_>; 6] {
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

fn layer_fields(layer: &mut Layer) -> [Field<'_>; 2] {
    let Layer { compressed, unpacked_ratio, id: _ } = layer;
    [
        ("compressed", Quantity::Memory, compressed),
        ("unpacked_ratio", Quantity::Ratio, unpacked_ratio),
    ]
}

fn price_fields(prices: &mut Prices) -> [Field<'_>; 17] {
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
        list_each,
        groups_most,
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
        ("list_each", Quantity::Memory, list_each),
        ("groups_most", Quantity::Count, groups_most),
    ]
}

fn scarcity_fields(scarcity: &mut Scarcity) -> [Field<'_>; 14] {
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
