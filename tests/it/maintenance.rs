//! Maintenance.

use strata::experiment::answer::Answer;
use strata::experiment::maintenance::{Fix, HostWay, Quantity, Setting, Way};
use strata::experiment::{Question, answer, ask};
use strata::model::Machine;
use strata::units::Span;

use crate::experiment::machine;

const MINUTES_5: Setting = Setting {
    fix: Fix::Kernel,
    way: Way::InPlace,
    host: HostWay::Reboot,
    at_once: 1,
    labour: Span::seconds(300),
};

fn asked(machine: &Machine, setting: Setting) -> Answer {
    ask(machine.clone(), Question::Maintenance(setting))
}

#[test]
fn print() {
    for (platform, guest) in [
        ("docker", ""),
        ("qemu-kvm", "ubuntu"),
        ("firecracker", "minimal"),
        ("gvisor", ""),
        ("kata", "kata"),
        ("docker-desktop", "linuxkit"),
        ("xen-pv", "debian"),
        ("process", ""),
        ("unikernel-firecracker", "unikraft"),
    ] {
        let machine = machine(platform, guest);
        println!("== {platform}");
        for fix in [Fix::Kernel, Fix::HostKernel, Fix::EveryKernel, Fix::Library, Fix::Vmm] {
            for way in [Way::InPlace, Way::Replace] {
                for host in [HostWay::Reboot, HostWay::Drain] {
                    let answer =
                        asked(&machine, Setting { fix, way, host, at_once: 3, ..MINUTES_5 });
                    let told: Vec<String> = answer
                        .figures
                        .iter()
                        .map(|f| {
                            format!(
                                "{}={:.2}",
                                f.quantity.key().replace("maintenance-", ""),
                                f.value
                            )
                        })
                        .collect();
                    println!(
                        "{fix:?} {way:?} {host:?} {:?}: {}",
                        answer.tables[0]
                            .rows
                            .iter()
                            .map(|r| format!("{:?}", r.label).replace("Mechanism(Maintenance(", ""))
                            .collect::<Vec<_>>(),
                        told.join(" ")
                    );
                }
            }
        }
    }
}
