//! Machines that are run: what a start takes, what memory holds, what gives first.

mod boot;
mod catalogue;
mod density;
mod fork;
mod laws;
mod memory;
mod monotony;

use strata::catalog::{guest, host, image, platform, price};
use strata::model::{ImageState, Launch, Machine};
use strata::units::{Bytes, Span};

/// Twelve instances of nginx, or what the test makes of them, on the mid-size server.
pub fn machine(platform_id: &str, guest_id: &str) -> Machine {
    let platform = platform::platform(platform_id).expect("the platform is in the catalogue");
    let guest = guest::guest(guest_id);
    let host = host::host("server").expect("the server is in the catalogue").clone();
    Machine {
        disk_format: platform.disk[0],
        swap: host.swap,
        host,
        platform: platform.clone(),
        guest: guest.cloned(),
        image: image::image("nginx").expect("nginx is in the catalogue").clone(),
        prices: price::PRICES.clone(),
        instances: 12,
        vcpus: 2,
        memory: guest.map_or(Bytes::ZERO, |guest| guest.memory_default),
        launch: Launch::Together,
        image_state: ImageState::InMemory,
        snapshot: false,
        merging: None,
        balloon: false,
        overcommit: None,
        seed: 1,
        spread: false,
        watch: Span::ZERO,
        changed: None,
        changes: Vec::new(),
    }
}

/// Containers on the host's kernel.
pub fn containers() -> Machine {
    machine("docker", "")
}

/// Whole virtual machines.
pub fn virtual_machines() -> Machine {
    machine("qemu-kvm", "ubuntu")
}

/// One machine of each kind.
pub fn every_kind() -> Vec<Machine> {
    vec![containers(), virtual_machines(), machine("firecracker", "minimal")]
}

/// The same machine with so many instances.
pub fn with_instances(instances: u32, machine: Machine) -> Machine {
    Machine { instances, ..machine }
}
