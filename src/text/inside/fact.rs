//! One cell of the comparison of inside and outside.

use crate::catalog::{DiskFormat, Os};
use crate::model::inside::{Fact, Files, Interface, KernelSeen};
use crate::text::number::{bytes, count, decimal_bytes};
use crate::text::{Locale, Say, pick};

/// A fact, to be told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told<'a>(pub &'a Fact);

const fn system(os: Os) -> &'static str {
    match os {
        Os::Linux => "Linux",
        Os::Windows => "Windows",
        Os::MacOs => "macOS",
        Os::Unikernel => "unikernel",
    }
}

const fn interface(of: Interface, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        Interface::Host => ("the host’s own cards", "호스트의 카드 그대로"),
        Interface::Cable => ("eth0, one end of a virtual cable", "eth0, 가상 케이블의 한쪽 끝"),
        Interface::StackInUserSpace => {
            ("eth0, with a network stack in user space", "eth0, 사용자 공간의 네트워크 스택")
        }
        Interface::Card => ("eth0, a virtual card", "eth0, 가상 카드"),
        Interface::ImitatedCard => {
            ("eth0, a card that it takes for real", "eth0, 진짜로 아는 카드")
        }
        Interface::CableOnBridge => {
            ("vethN, the cable’s other end, on a bridge", "vethN, 케이블의 다른 끝, 브리지에 연결")
        }
        Interface::Tap => ("tapN, whose packets the VMM moves", "tapN, VMM이 패킷을 나름"),
        Interface::BackEnd => ("vifN, the control domain’s end", "vifN, 제어 도메인 쪽 끝"),
    };
    pick(locale, english, korean)
}

const fn format_of(of: DiskFormat, locale: Locale) -> &'static str {
    let (english, korean) = match of {
        DiskFormat::Layers => ("the machine’s one disk file", "가상 머신의 디스크 파일 하나"),
        DiskFormat::FullClone => ("a disk file of its own", "저마다의 디스크 파일"),
        DiskFormat::LinkedClone => ("a thin file over a shared base", "공유 원본 위의 얇은 파일"),
        DiskFormat::SharedImage => ("one shared image file", "함께 쓰는 이미지 파일 하나"),
    };
    pick(locale, english, korean)
}

fn address([a, b, c, d]: [u8; 4]) -> String {
    format!("{a}.{b}.{c}.{d}")
}

impl Say for Told<'_> {
    fn english(&self) -> String {
        let here = Locale::English;
        match self.0 {
            Fact::NotRunning => "nothing: no kernel runs inside yet".to_owned(),
            Fact::Kernel(KernelSeen::Host(os)) => {
                format!("the host’s {} kernel, version and all", system(*os))
            }
            Fact::Kernel(KernelSeen::UserSpace) => {
                "a Linux that is none: the sandbox’s own version".to_owned()
            }
            Fact::Kernel(KernelSeen::Guest(name)) => format!("its own: {name}"),
            Fact::Kernel(KernelSeen::Library(name)) => format!("a library: {name}"),
            Fact::Kernels(1) => "one kernel, its own, under all instances".to_owned(),
            Fact::Kernels(kernels) => {
                format!(
                    "{} kernels on this machine, its own among them",
                    count((*kernels).into(), here)
                )
            }
            Fact::HostName => "the host’s name".to_owned(),
            Fact::OwnName(name) => name.clone(),
            Fact::SeenName => "another name, and can see this one".to_owned(),
            Fact::UnknownName => "cannot see it".to_owned(),
            Fact::Files(Files::Host) => "the host’s own tree".to_owned(),
            Fact::Files(Files::Layers { layers, shared, own }) => format!(
                "{layers} shared layers of {}, {} of its own over them, as plain directories",
                decimal_bytes(*shared, here),
                decimal_bytes(*own, here)
            ),
            Fact::Files(Files::Tree(size)) => {
                format!("one tree of its own, {} in all", decimal_bytes(*size, here))
            }
            Fact::Files(Files::OwnDisk(size)) => {
                format!("a disk of its own with {} on it", decimal_bytes(*size, here))
            }
            Fact::Files(Files::Disk { format, shared, own }) => format!(
                "{}: {} shared, {} its own",
                format_of(*format, here),
                decimal_bytes(*shared, here),
                decimal_bytes(*own, here)
            ),
            Fact::Files(Files::InProgram) => "none but what is in the program".to_owned(),
            Fact::Network(of, Some(own)) => {
                format!("{}, {}", interface(*of, here), address(*own))
            }
            Fact::Network(of, None) => interface(*of, here).to_owned(),
            Fact::Told { total, used, cache } => format!(
                "free tells {} in all, {} used, {} for files",
                bytes(*total, here),
                bytes(*used, here),
                bytes(*cache, here)
            ),
            Fact::Resident { own, serving, promised } => {
                let (own, serving) = (bytes(*own, here), bytes(*serving, here));
                match promised {
                    Some(promised) => format!(
                        "{own} resident of {} promised, and {serving} to serve it",
                        bytes(*promised, here)
                    ),
                    None => format!("{own} on its account, and {serving} to serve it"),
                }
            }
            Fact::Processors(seen) => format!("{seen} processors"),
            Fact::Cores { of, most } => format!("at most {most} of {of} cores at once"),
        }
    }

    fn korean(&self) -> String {
        let here = Locale::Korean;
        match self.0 {
            Fact::NotRunning => "없음. 아직 안에서 도는 커널이 없음".to_owned(),
            Fact::Kernel(KernelSeen::Host(os)) => {
                format!("버전까지 호스트의 {} 커널 그대로", system(*os))
            }
            Fact::Kernel(KernelSeen::UserSpace) => {
                "샌드박스가 흉내 내는 Linux, 버전도 자체".to_owned()
            }
            Fact::Kernel(KernelSeen::Guest(name)) => format!("자기 커널: {name}"),
            Fact::Kernel(KernelSeen::Library(name)) => format!("라이브러리: {name}"),
            Fact::Kernels(1) => "모든 인스턴스 아래의 자기 커널 하나".to_owned(),
            Fact::Kernels(kernels) => {
                format!("자기 것까지 이 머신의 커널 {}개", count((*kernels).into(), here))
            }
            Fact::HostName => "호스트의 이름".to_owned(),
            Fact::OwnName(name) => name.clone(),
            Fact::SeenName => "다른 이름이며, 이 이름도 볼 수 있음".to_owned(),
            Fact::UnknownName => "볼 수 없음".to_owned(),
            Fact::Files(Files::Host) => "호스트의 파일 그대로".to_owned(),
            Fact::Files(Files::Layers { layers, shared, own }) => format!(
                "공유 레이어 {layers}개({})와 그 위의 자기 것 {}, 보통 디렉터리",
                decimal_bytes(*shared, here),
                decimal_bytes(*own, here)
            ),
            Fact::Files(Files::Tree(size)) => {
                format!("모두 합쳐 {}인 자기 파일 시스템", decimal_bytes(*size, here))
            }
            Fact::Files(Files::OwnDisk(size)) => {
                format!("자기 디스크, 내용 {}", decimal_bytes(*size, here))
            }
            Fact::Files(Files::Disk { format, shared, own }) => format!(
                "{}: 공유 {}, 자기 것 {}",
                format_of(*format, here),
                decimal_bytes(*shared, here),
                decimal_bytes(*own, here)
            ),
            Fact::Files(Files::InProgram) => "프로그램에 든 것뿐".to_owned(),
            Fact::Network(of, Some(own)) => {
                format!("{}, {}", interface(*of, here), address(*own))
            }
            Fact::Network(of, None) => interface(*of, here).to_owned(),
            Fact::Told { total, used, cache } => format!(
                "free로 보면 전체 {}, 사용 {}, 파일 캐시 {}",
                bytes(*total, here),
                bytes(*used, here),
                bytes(*cache, here)
            ),
            Fact::Resident { own, serving, promised } => {
                let (own, serving) = (bytes(*own, here), bytes(*serving, here));
                match promised {
                    Some(promised) => format!(
                        "약속한 {} 중 실제 사용 {own}, 뒷받침하는 데 {serving}",
                        bytes(*promised, here)
                    ),
                    None => format!("이 인스턴스 몫 {own}, 뒷받침하는 데 {serving}"),
                }
            }
            Fact::Processors(seen) => format!("프로세서 {seen}개"),
            Fact::Cores { of, most } => format!("코어 {of}개 중 한 번에 최대 {most}개"),
        }
    }
}
