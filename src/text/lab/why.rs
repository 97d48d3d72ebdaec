//! Why a comparison comes out as it does, and what a full machine ran out of, with the arithmetic.

use core::fmt::Write;

use super::Sentence;
use super::figures::{bytes, count, decimal_bytes, percent};
use crate::catalog::{DiskKind, Kernel};
use crate::experiment::{Ceiling, DensityReport, Resource};
use crate::model::Machine;
use crate::text::{Locale, Say, name};
use crate::units::Bytes;

/// What both machines share, and what makes the difference.
pub struct Why<'a> {
    /// The two machines.
    pub machines: [&'a Machine; 2],
    /// Whether the machines are filled, so that there is no common number of instances.
    pub filled: bool,
}

const fn disk(kind: DiskKind) -> &'static str {
    match kind {
        DiskKind::Nvme => "NVMe",
        DiskKind::SataSsd => "SATA SSD",
        DiskKind::Hdd => "HDD",
    }
}

impl Why<'_> {
    fn kernels(&self) -> [Kernel; 2] {
        self.machines.map(|machine| machine.platform.isolation.kernel)
    }

    fn has(&self, kernel: Kernel) -> bool {
        self.kernels().contains(&kernel)
    }

    fn facts(&self, locale: Locale) -> String {
        let machine = self.machines[0];
        let host = &machine.host;
        let cores = Sentence::CoreCount(host.cores).say(locale);
        let application = name::image(&machine.image, locale);
        let what = if self.filled {
            application.to_owned()
        } else {
            format!("{} × {application}", count(machine.instances.into(), locale))
        };
        format!("{cores} · {} · {} · {what}.", bytes(host.memory, locale), disk(host.disk.kind))
    }
}

impl Say for Why<'_> {
    fn english(&self) -> String {
        let facts = self.facts(Locale::English);
        let reason = if self.has(Kernel::Guest) && self.has(Kernel::Host) {
            "Why? Each VM boots a kernel and services of its own; a container is a process on the \
             kernel that already runs."
        } else if self.has(Kernel::UserSpace) && self.has(Kernel::Host) {
            "Why? A sandboxed container brings a kernel in user space; a plain one shares the \
             host’s."
        } else if self.has(Kernel::UserSpace) && self.has(Kernel::Guest) {
            "Why? On one side every instance boots a guest kernel, on the other it starts a kernel \
             in user space."
        } else if self.has(Kernel::OneGuest) {
            "Why? One carrying VM boots first; the containers in it then share its kernel."
        } else if self.kernels() == [Kernel::Guest; 2] {
            "Both sides boot a kernel in every instance: the difference is in what the VMM, the \
             firmware and the guest do before the application starts."
        } else {
            "Both sides start processes on the host’s kernel: the difference is in what the \
             runtime does first."
        };
        format!("Both machines: {facts} {reason}")
    }

    fn korean(&self) -> String {
        let facts = self.facts(Locale::Korean);
        let reason = if self.has(Kernel::Guest) && self.has(Kernel::Host) {
            "왜 그럴까요? VM은 저마다 커널과 서비스를 부팅하지만, 컨테이너는 이미 돌고 있는 커널 위의 \
             프로세스입니다."
        } else if self.has(Kernel::UserSpace) && self.has(Kernel::Host) {
            "왜 그럴까요? 샌드박스 컨테이너는 사용자 공간 커널을 따로 띄우고, 일반 컨테이너는 호스트 \
             커널을 함께 씁니다."
        } else if self.has(Kernel::UserSpace) && self.has(Kernel::Guest) {
            "왜 그럴까요? 한쪽은 인스턴스마다 게스트 커널을 부팅하고, 다른 쪽은 사용자 공간 커널을 \
             띄웁니다."
        } else if self.has(Kernel::OneGuest) {
            "왜 그럴까요? 컨테이너를 담을 VM 하나가 먼저 부팅되고, 그 안의 컨테이너들이 그 커널을 함께 \
             씁니다."
        } else if self.kernels() == [Kernel::Guest; 2] {
            "양쪽 모두 인스턴스마다 커널을 부팅합니다. 차이는 애플리케이션이 시작되기 전에 VMM, 펌웨어, \
             게스트가 하는 일에 있습니다."
        } else {
            "양쪽 모두 호스트 커널 위에서 프로세스를 시작합니다. 차이는 런타임이 먼저 하는 일에 있습니다."
        };
        format!("두 서버 모두 {facts} {reason}")
    }
}

/// Which resource bound a full machine, with the arithmetic, and which would be next.
pub struct Bound<'a>(pub &'a DensityReport);

impl Bound<'_> {
    fn ceiling(&self, resource: Resource) -> Option<&Ceiling> {
        self.0.ceilings.iter().find(|ceiling| ceiling.resource == resource)
    }

    /// The lowest ceiling of another resource.
    fn next(&self) -> Option<&Ceiling> {
        self.0.ceilings.iter().find(|ceiling| Some(ceiling.resource) != self.0.binding)
    }
}

fn amount(resource: Resource, value: f64, locale: Locale) -> String {
    match resource {
        Resource::Memory => bytes(Bytes::from_f64(value), locale),
        Resource::Disk => decimal_bytes(Bytes::from_f64(value), locale),
        Resource::Cores if value < 0.1 => percent(value, locale),
        Resource::Cores => crate::text::number::significant(value, 3),
        _ => count(Bytes::from_f64(value).0, locale),
    }
}

/// `(total − fixed) ÷ each = instances`.
fn arithmetic(of: &Ceiling, locale: Locale) -> String {
    let told = |value| amount(of.resource, value, locale);
    let total = if of.fixed > 0.0 {
        format!("({} − {})", told(of.total), told(of.fixed))
    } else {
        told(of.total)
    };
    format!("{total} ÷ {} = {}", told(of.each), count(of.instances, locale))
}

impl Say for Bound<'_> {
    fn english(&self) -> String {
        let here = Locale::English;
        let mut told = self.0.binding.and_then(|binding| self.ceiling(binding)).map_or_else(
            String::new,
            |of| {
                format!(
                    "By accounting: {}: {}.",
                    name::resource(of.resource, here),
                    arithmetic(of, here)
                )
            },
        );
        if let Some(next) = self.next() {
            let _ = write!(
                told,
                " Next would be {}: {}.",
                name::resource(next.resource, here),
                arithmetic(next, here)
            );
        }
        told
    }

    fn korean(&self) -> String {
        let here = Locale::Korean;
        let mut told = self
            .0
            .binding
            .and_then(|binding| self.ceiling(binding))
            .map_or_else(String::new, |of| {
                format!("계산: {} {}개.", name::resource(of.resource, here), arithmetic(of, here))
            });
        if let Some(next) = self.next() {
            let _ = write!(
                told,
                " 그다음 한계: {} {}개.",
                name::resource(next.resource, here),
                arithmetic(next, here)
            );
        }
        told
    }
}
