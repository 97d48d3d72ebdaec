//! Every constant of the catalogue under a readable path, for the page of evidence and the tests.
//!
//! The list is written out field by field: a field that is added to a type and forgotten here does
//! not compile, because the patterns name every field.

use super::platform::{DevicePath, Growth, MemoryCost, Part};
use super::{
    Guest, Host, Image, Layer, Measured, PRICES, Platform, Prices, guests, hosts, images, platforms,
};

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
    list.0
}

fn list_platform(list: &mut List, platform: &'static Platform) {
    let owner = format!("platform.{}", platform.id);
    for (index, part) in platform.start.iter().enumerate() {
        list.add(&format!("{owner}.start[{index}]"), part_fields(part));
    }
    list.add(&format!("{owner}.memory"), memory_fields(&platform.memory));
    list.add(&format!("{owner}.device"), device_fields(&platform.device));
    list.add(
        &owner,
        [
            ("kernel_slowdown", Quantity::Ratio, &platform.kernel_slowdown),
            ("user_slowdown", Quantity::Ratio, &platform.user_slowdown),
            ("wakeup", Quantity::Time, &platform.wakeup),
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

fn memory_fields(memory: &'static MemoryCost) -> [Field; 5] {
    let MemoryCost {
        once,
        each,
        host_kernel_each,
        host_kernel_each_core,
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

fn host_fields(host: &'static Host) -> [Field; 8] {
    let disk = &host.disk;
    [
        ("speed", Quantity::Ratio, &host.speed),
        ("clock", Quantity::Clock, &host.clock),
        ("disk.read", Quantity::Bandwidth, &disk.read),
        ("disk.write", Quantity::Bandwidth, &disk.write),
        ("disk.operations", Quantity::Rate, &disk.operations),
        ("disk.latency", Quantity::Time, &disk.latency),
        ("link", Quantity::Bandwidth, &host.link),
        ("kernel_memory", Quantity::Memory, &host.kernel_memory),
    ]
}

fn guest_fields(guest: &'static Guest) -> [Field; 18] {
    [
        ("kernel_image", Quantity::Memory, &guest.kernel_image),
        ("decompress", Quantity::Time, &guest.decompress),
        ("kernel_cpu", Quantity::Time, &guest.kernel_cpu),
        ("legacy_probe", Quantity::Time, &guest.legacy_probe),
        ("network_card", Quantity::Time, &guest.network_card),
        ("loader_wait", Quantity::Time, &guest.loader_wait),
        ("init_cpu", Quantity::Time, &guest.init_cpu),
        ("init_wait", Quantity::Time, &guest.init_wait),
        ("boot_reads", Quantity::Memory, &guest.boot_reads),
        ("boot_operations", Quantity::Count, &guest.boot_operations),
        ("kernel_memory", Quantity::Memory, &guest.kernel_memory),
        ("page_structs", Quantity::Ratio, &guest.page_structs),
        ("services_memory", Quantity::Memory, &guest.services_memory),
        ("identical", Quantity::Ratio, &guest.identical),
        ("wakeups", Quantity::Rate, &guest.wakeups),
        ("disk_image", Quantity::Memory, &guest.disk_image),
        ("disk_writes", Quantity::Memory, &guest.disk_writes),
        ("transfer", Quantity::Memory, &guest.transfer),
    ]
}

fn image_fields(image: &'static Image) -> [Field; 6] {
    [
        ("read_at_start", Quantity::Ratio, &image.read_at_start),
        ("start_cpu", Quantity::Time, &image.start_cpu),
        ("text", Quantity::Memory, &image.text),
        ("heap", Quantity::Memory, &image.heap),
        ("wakeups", Quantity::Rate, &image.wakeups),
        ("disk_writes", Quantity::Memory, &image.disk_writes),
    ]
}

fn layer_fields(layer: &'static Layer) -> [Field; 2] {
    [
        ("compressed", Quantity::Memory, &layer.compressed),
        ("unpacked_ratio", Quantity::Ratio, &layer.unpacked_ratio),
    ]
}

fn price_fields(prices: &'static Prices) -> [Field; 14] {
    [
        ("launch", Quantity::Time, &prices.launch),
        ("unpack_each_megabyte", Quantity::Time, &prices.unpack_each_megabyte),
        ("load_kernel", Quantity::Time, &prices.load_kernel),
        ("load_kernel_each_megabyte", Quantity::Time, &prices.load_kernel_each_megabyte),
        ("merge_scan", Quantity::Rate, &prices.merge_scan),
        ("merge_scan_each_page", Quantity::Time, &prices.merge_scan_each_page),
        ("merge_passes", Quantity::Count, &prices.merge_passes),
        ("balloon_each_page", Quantity::Time, &prices.balloon_each_page),
        ("swap_each_page", Quantity::Time, &prices.swap_each_page),
        ("fault_cached", Quantity::Time, &prices.fault_cached),
        ("fault_disk", Quantity::Time, &prices.fault_disk),
        ("snapshot_working_set", Quantity::Ratio, &prices.snapshot_working_set),
        ("start_spread", Quantity::Ratio, &prices.start_spread),
        ("read_depth", Quantity::Count, &prices.read_depth),
    ]
}
