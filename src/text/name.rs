//! Names of things: phases, clocks, owners, waits, families, resources, and the catalogue's own.
//!
//! Proper names are the same in every language and come from the catalogue; what describes
//! ("classroom laptop") is translated here by its id.

use super::{Locale, pick};
use crate::catalog::{Clock, Family, Guest, Host, Image, Lock, Phase, Platform};
use crate::experiment::{Outcome, Resource, Wait};
use crate::model::Owner;
use crate::scenario::Side;

/// A machine, in a legend.
#[must_use]
pub const fn side(side: Side) -> &'static str {
    match side {
        Side::A => "A",
        Side::B => "B",
        Side::C => "C",
        Side::D => "D",
    }
}

/// A stretch of a start.
#[must_use]
pub const fn phase(phase: Phase, locale: Locale) -> &'static str {
    let (english, korean) = match phase {
        Phase::Fetch => ("fetching the image", "이미지 받기"),
        Phase::Create => ("creating the instance", "인스턴스 생성"),
        Phase::Network => ("setting up the network", "네트워크 설정"),
        Phase::Firmware => ("firmware", "펌웨어"),
        Phase::Loader => ("boot loader", "부트 로더"),
        Phase::Kernel => ("guest kernel", "게스트 커널"),
        Phase::Init => ("init and services", "init과 서비스"),
        Phase::Restore => ("restoring the snapshot", "스냅숏 복원"),
        Phase::Application => ("the application", "애플리케이션 시작"),
    };
    pick(locale, english, korean)
}

/// What a published "boot time" may mean.
#[must_use]
pub const fn clock(clock: Clock, locale: Locale) -> &'static str {
    let (english, korean) = match clock {
        Clock::Vmm => ("VMM or runtime started", "VMM·런타임 시작"),
        Clock::FirstInstruction => ("first instruction inside", "내부 첫 명령"),
        Clock::Init => ("first process inside", "내부 첫 프로세스"),
        Clock::Ready => ("ready", "준비 완료"),
    };
    pick(locale, english, korean)
}

/// An owner of memory.
#[must_use]
pub const fn owner(owner: Owner, locale: Locale) -> &'static str {
    let (english, korean) = match owner {
        Owner::HostKernel => ("host kernel", "호스트 커널"),
        Owner::Vmm => ("runtime and VMM", "런타임·VMM"),
        Owner::ImageCache => ("shared image pages", "공유 이미지 페이지"),
        Owner::Merged => ("merged pages", "병합된 페이지"),
        Owner::GuestKernel => ("guest kernel", "게스트 커널"),
        Owner::GuestServices => ("guest services", "게스트 서비스"),
        Owner::GuestCache => ("guest page cache", "게스트 페이지 캐시"),
        Owner::GuestFree => ("guest, unused", "게스트 미사용"),
        Owner::Libraries => ("libraries", "라이브러리"),
        Owner::Heap => ("application", "애플리케이션"),
    };
    pick(locale, english, korean)
}

/// What is waited for, after "waiting for".
#[must_use]
pub const fn wait(wait: Wait, locale: Locale) -> &'static str {
    let (english, korean) = match wait {
        Wait::Launcher => ("a turn to start", "시작 차례"),
        Wait::Cores => ("a core", "코어"),
        Wait::Disk => ("the disk", "디스크"),
        Wait::Link => ("the registry link", "레지스트리 회선"),
        Wait::Lock(lock) => return self::lock(lock, locale),
        Wait::Image => ("another that reads the same image", "같은 이미지를 읽는 다른 인스턴스"),
        Wait::Carrier => ("the virtual machine that carries all", "모두를 담을 가상 머신"),
        Wait::Memory => ("memory", "메모리"),
    };
    pick(locale, english, korean)
}

/// A section of the host that serves one at a time.
#[must_use]
pub const fn lock(lock: Lock, locale: Locale) -> &'static str {
    let (english, korean) = match lock {
        Lock::NetworkNamespace => ("the kernel’s network lock", "커널의 네트워크 잠금"),
        Lock::MountTable => ("the kernel’s mount lock", "커널의 마운트 잠금"),
        Lock::XenStore => ("XenStore", "XenStore"),
    };
    pick(locale, english, korean)
}

/// A kind of platform, as the heading of a group.
#[must_use]
pub const fn family(family: Family, locale: Locale) -> &'static str {
    let (english, korean) = match family {
        Family::Process => ("Plain process", "프로세스"),
        Family::Container => ("Container", "컨테이너"),
        Family::Sandbox => ("Sandboxed container", "샌드박스 컨테이너"),
        Family::MicroVm => ("microVM", "microVM"),
        Family::Unikernel => ("Unikernel", "유니커널"),
        Family::VirtualMachine => ("Virtual machine", "가상 머신"),
        Family::Nested => ("Containers inside one VM", "VM 하나 안의 컨테이너"),
    };
    pick(locale, english, korean)
}

/// Instances of a family, after a number or a determiner: "container" or "containers".
#[must_use]
pub const fn instances(family: Family, many: bool, locale: Locale) -> &'static str {
    let (one, more, korean) = match family {
        Family::Process => ("process", "processes", "프로세스"),
        Family::Container | Family::Nested => ("container", "containers", "컨테이너"),
        Family::Sandbox => ("sandbox", "sandboxes", "샌드박스"),
        Family::MicroVm => ("microVM", "microVMs", "microVM"),
        Family::Unikernel => ("unikernel", "unikernels", "유니커널"),
        Family::VirtualMachine => ("VM", "VMs", "VM"),
    };
    pick(locale, if many { more } else { one }, korean)
}

/// A resource that can bound the number of instances.
#[must_use]
pub const fn resource(resource: Resource, locale: Locale) -> &'static str {
    let (english, korean) = match resource {
        Resource::Memory => ("memory", "메모리"),
        Resource::Disk => ("disk space", "디스크 공간"),
        Resource::Cores => ("cores", "코어"),
        Resource::BridgePorts => ("ports of the network bridge", "네트워크 브리지 포트"),
        Resource::ProcessIds => ("process identifiers", "프로세스 ID"),
    };
    pick(locale, english, korean)
}

/// How an instance ended up, in a word or two.
#[must_use]
pub const fn outcome(outcome: Outcome, locale: Locale) -> &'static str {
    let (english, korean) = match outcome {
        Outcome::NotStarted => ("not started", "시작 전"),
        Outcome::Starting => ("starting", "시작 중"),
        Outcome::Ready => ("ready", "준비 완료"),
        Outcome::Refused(_) => ("refused", "시작 거부"),
        Outcome::Killed(_) => ("killed", "강제 종료"),
        Outcome::Stopped(_) => ("stopped", "종료함"),
    };
    pick(locale, english, korean)
}

/// A platform of the catalogue.
#[must_use]
pub fn platform(platform: &Platform, locale: Locale) -> &'static str {
    named(platform.id, platform.name, locale)
}

/// A guest of the catalogue.
#[must_use]
pub fn guest(guest: &Guest, locale: Locale) -> &'static str {
    named(guest.id, guest.name, locale)
}

/// An application of the catalogue.
#[must_use]
pub fn image(image: &Image, locale: Locale) -> &'static str {
    named(image.id, image.name, locale)
}

/// A host of the catalogue.
#[must_use]
pub fn host(host: &Host, locale: Locale) -> &'static str {
    match host.id {
        // The only id that a host shares with something else.
        "desktop" => pick(locale, host.name, "데스크톱"),
        id => named(id, host.name, locale),
    }
}

/// Names that describe, in Korean; a proper name stays as it is.
fn named(id: &str, name: &'static str, locale: Locale) -> &'static str {
    if locale == Locale::English {
        return name;
    }
    match id {
        "process" => "프로세스",
        "docker-host-net" => "Docker, 호스트 네트워크",
        "docker-2018" => "Docker 18.09 (2018년)",
        "docker-in-vm" => "VM 안의 Docker (서버)",
        "docker-2017" => "Docker 1.13 (2017년)",
        "docker-desktop" => "VM 안의 Docker (데스크톱)",
        "firecracker-snapshot" => "Firecracker, 스냅숏에서 복원",
        "cloud-hypervisor-bzimage" => "Cloud Hypervisor, 압축 커널",
        "qemu-direct" => "QEMU/KVM, 커널 직접 적재, SeaBIOS",
        "qemu-direct-qboot" => "QEMU/KVM, 커널 직접 적재, qboot",
        "qemu-emulated" => "QEMU/KVM, 에뮬레이션 장치",
        "tcg" => "QEMU, 소프트웨어 에뮬레이션 (TCG)",
        "binary-translation" => "이진 변환 (VMware 계열)",
        "unikernel-firecracker" => "Firecracker 위의 유니커널",
        "unikernel-qemu" => "QEMU 위의 유니커널",
        "unikernel-qemu-microvm" => "QEMU microvm 위의 유니커널",
        "xen-pv" => "Xen, 반가상화",
        "xen-lightvm" => "Xen과 LightVM 도구",
        "xen-unikernel" => "Xen 위의 유니커널",
        "minimal" => "최소 Linux",
        "bare" => "최소 Linux, init만",
        "kata" if name.contains("guest") => "Kata 게스트",
        "linuxkit" => "데스크톱 컨테이너 호스트",
        "mini-os" => "Mini-OS 유니커널",
        "unikraft" => "Unikraft 유니커널",
        "windows-desktop" => "Windows Server (데스크톱)",
        "idle" => "유휴 프로그램",
        "xp-desktop" => "Windows XP 세션",
        "iis" => "Windows의 IIS",
        "node" => "Node.js 서비스",
        "python" => "Python 서비스",
        "jvm" => "JVM 서비스",
        "server" => "중형 서버",
        "laptop" => "교실용 노트북",
        "big-server" => "대형 서버",
        "windows-server" => "Windows 서버",
        "windows-laptop" => "Windows 노트북",
        "mac-laptop" => "macOS 노트북",
        "redhat-2009" => "2009년형 서버 (16 GB)",
        "seuss" => "Xeon E5-2660급",
        "slacker" => "네트워크 저장소를 쓰는 2016년 가상 머신",
        _ => name,
    }
}
