//! Words about incidents: who falls, what is in the way, what an instance believes.

use super::Locale;
use crate::experiment::incident::{Mechanism, Quantity, View};
use crate::model::{Interface, Layer};
use crate::scenario::choice::incident::Id;
use crate::text::pick;

/// Name of a quantity.
#[must_use]
pub const fn quantity(quantity: Quantity, locale: Locale) -> &'static str {
    let (english, korean) = match quantity {
        Quantity::Lost => ("Instances lost", "잃은 인스턴스"),
        Quantity::LostShare => ("Share lost", "잃은 비율"),
        Quantity::HostBoundaries => ("Boundaries to the host", "호스트까지 남은 경계"),
        Quantity::NeighbourBoundaries => ("Boundaries to a neighbour", "이웃까지 남은 경계"),
        Quantity::NextCalls => {
            ("Calls through the next boundary", "다음 경계에서 부를 수 있는 호출")
        }
        Quantity::NextLines => ("Lines of code behind it", "그 뒤의 코드 줄 수"),
        Quantity::Recovery => ("Until all is back", "모두 복구될 때까지"),
        Quantity::FirstBack => ("Until the first is back", "첫 복구까지"),
        Quantity::Downtime => ("Downtime, added up", "중단 시간 합계"),
        Quantity::OwnViews => ("Views of its own", "자기만의 것으로 보는 항목"),
        Quantity::SharedViews => ("Views that leak", "새어 보이는 항목"),
        Quantity::Elapsed => ("Since the incident", "사고 후 시간"),
        Quantity::Up => ("Instances up", "작동하는 인스턴스"),
        Quantity::Felled => ("Fall when it crashes", "충돌하면 함께 멈춤"),
        Quantity::Held => ("Taken when it is controlled", "장악되면 함께 넘어감"),
        Quantity::Before => ("Boundaries before it", "그 앞의 경계"),
        Quantity::Calls => ("Calls", "호출 수"),
        Quantity::Lines => ("Lines of code", "코드 줄 수"),
        Quantity::LinesRun => ("Host kernel lines run", "실행된 호스트 커널 줄 수"),
        Quantity::Inside => ("Seen inside", "안에서 보면"),
        Quantity::Outside => ("Seen by the host", "호스트에서 보면"),
        Quantity::Whose => ("Whose it is", "누구의 것인가"),
    };
    pick(locale, english, korean)
}

/// Why it comes out so.
#[must_use]
pub const fn mechanism(mechanism: Mechanism, locale: Locale) -> &'static str {
    match mechanism {
        Mechanism::Layer(of) => layer(of, locale),
        Mechanism::Interface(of) => interface(of, locale),
        Mechanism::View(of) => view(of, locale),
        of => {
            let (english, korean) = plain(of);
            pick(locale, english, korean)
        }
    }
}

const fn plain(mechanism: Mechanism) -> (&'static str, &'static str) {
    match mechanism {
        Mechanism::Layers => ("What falls with each layer", "계층마다 함께 무너지는 것"),
        Mechanism::Boundaries => ("What is in the attacker’s way", "공격자 앞에 놓인 경계"),
        Mechanism::Views => ("What an instance believes", "인스턴스가 믿는 것"),
        Mechanism::Own => ("its own", "자기 것"),
        Mechanism::Shared => ("shared", "공유"),
        Mechanism::PanicWait => ("a crashed kernel waits to reboot", "충돌한 커널의 재부팅 대기"),
        Mechanism::SupervisorWait => ("the supervisor’s delay", "감독 프로세스의 지연"),
        Mechanism::DaemonStart => ("the container engine starts", "컨테이너 엔진 시작"),
        Mechanism::HostReboot => ("the host reboots", "호스트 재부팅"),
        Mechanism::Restarts => ("the instances start again", "인스턴스 재시작"),
        Mechanism::NoSuchLayer => {
            ("This machine has no such layer.", "이 서버에는 그 계층이 없습니다.")
        }
        Mechanism::KernelIsHosts => (
            "The kernel that the application calls is the host’s: all stand on it.",
            "애플리케이션이 부르는 커널이 곧 호스트 커널이며, 모두가 그 위에 있습니다.",
        ),
        Mechanism::KernelIsCarriers => (
            "All containers call the kernel of one virtual machine.",
            "모든 컨테이너가 가상 머신 하나의 커널을 함께 부릅니다.",
        ),
        Mechanism::HypervisorInHost => (
            "This hypervisor is a part of the host’s kernel: they fall together.",
            "이 하이퍼바이저는 호스트 커널의 일부라서 함께 무너집니다.",
        ),
        Mechanism::DaemonStopsContainers => (
            "A daemon that comes back stops its containers, unless it is told to leave them \
             (live restore).",
            "데몬은 다시 시작할 때 컨테이너를 멈춥니다. 그대로 두게 설정할 수도 있습니다(live \
             restore).",
        ),
        Mechanism::NoDaemon => (
            "A runtime without a daemon is gone while the container runs: its crash fells nobody.",
            "데몬이 없는 런타임은 컨테이너가 도는 동안 떠 있지 않아, 충돌해도 아무도 멈추지 않습니다.",
        ),
        Mechanism::EngineIsRoot => (
            "The container engine is root on its kernel: nothing is left to break.",
            "컨테이너 엔진은 그 커널의 root이므로 더 뚫을 것이 없습니다.",
        ),
        Mechanism::SameAccount => (
            "Processes of one user account are not divided from each other.",
            "같은 사용자 계정의 프로세스 사이에는 경계가 없습니다.",
        ),
        Mechanism::OneAddressSpace => (
            "In a unikernel nothing divides the application from its kernel.",
            "유니커널에는 애플리케이션과 커널 사이의 경계가 없습니다.",
        ),
        Mechanism::NotAllBack => (
            "Not all that fell comes back: something runs out.",
            "자원이 모자라 일부는 복구되지 않습니다.",
        ),
        Mechanism::CountsAreNotFlaws => (
            "A count of ways in is no count of flaws, and says nothing of how likely one is.",
            "통로의 수는 결함의 수가 아니며, 뚫릴 가능성을 말해 주지도 않습니다.",
        ),
        Mechanism::SideChannels => (
            "Side channels through shared processors and memory are not modelled.",
            "프로세서와 메모리를 함께 써서 생기는 부채널은 다루지 않습니다.",
        ),
        Mechanism::Configuration => (
            "Errors of configuration, such as a privileged container, are not modelled.",
            "특권 컨테이너 같은 설정 오류는 다루지 않습니다.",
        ),
        Mechanism::SharedBelow => (
            "Firmware, network and storage that all share are not modelled.",
            "모두가 함께 쓰는 펌웨어, 네트워크, 저장 장치는 다루지 않습니다.",
        ),
        Mechanism::RuntimeTouches => (
            "A runtime that enters a container touches what the container wrote; escapes have \
             gone this way, and it is not counted here.",
            "런타임은 컨테이너에 들어갈 때 컨테이너가 쓴 것을 건드립니다. 이 길로 탈출한 사례가 \
             있지만 여기서는 세지 않습니다.",
        ),
        Mechanism::Layer(_) | Mechanism::Interface(_) | Mechanism::View(_) => ("", ""),
    }
}

const fn layer(layer: Layer, locale: Locale) -> &'static str {
    let (english, korean) = match layer {
        Layer::Application => ("the application", "애플리케이션"),
        Layer::Runtime => ("the container engine", "컨테이너 엔진"),
        Layer::Kernel => ("the kernel it calls", "애플리케이션이 부르는 커널"),
        Layer::Vmm => ("the VMM", "VMM 프로세스"),
        Layer::HostKernel => ("the host kernel", "호스트 커널"),
        Layer::Hypervisor => ("the hypervisor", "하이퍼바이저"),
    };
    pick(locale, english, korean)
}

const fn interface(interface: Interface, locale: Locale) -> &'static str {
    let (english, korean) = match interface {
        Interface::HostCalls => ("system calls to the host", "호스트 시스템 호출"),
        Interface::FilteredCalls => ("system calls through a filter", "필터를 거친 시스템 호출"),
        Interface::UserSpaceKernelCalls => {
            ("system calls to the kernel in user space", "사용자 공간 커널의 시스템 호출")
        }
        Interface::GuestCalls => ("system calls to the guest", "게스트 시스템 호출"),
        Interface::VmmCalls => {
            ("system calls of the sandbox or VMM", "샌드박스·VMM이 쓰는 시스템 호출")
        }
        Interface::Exits => {
            ("exits to the hypervisor in the host", "호스트 안 하이퍼바이저로의 VM exit")
        }
        Interface::Devices => ("devices that the VMM plays", "VMM이 흉내 내는 장치"),
        Interface::Hypercalls => ("hypercalls", "하이퍼콜"),
        Interface::BackEnds => ("back ends in the control domain", "제어 도메인의 백엔드 장치"),
    };
    pick(locale, english, korean)
}

const fn view(view: View, locale: Locale) -> &'static str {
    let (english, korean) = match view {
        View::Processes => ("processes", "프로세스 목록"),
        View::HostName => ("host name", "호스트 이름"),
        View::FileSystem => ("file system", "파일 시스템"),
        View::Network => ("network", "네트워크"),
        View::KernelVersion => ("kernel version", "커널 버전"),
        View::Processors => ("processors", "프로세서 수"),
        View::MemoryMebibytes => ("memory (MiB)", "메모리 (MiB)"),
        View::LoadAverage => ("load average", "평균 부하"),
        View::Clock => ("clock", "시계"),
    };
    pick(locale, english, korean)
}

/// Label of a control.
#[must_use]
pub const fn label(id: Id, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        Id::Layer => ("Where", "사고 위치"),
        Id::Kind => ("What happens", "사고 종류"),
    };
    pick(locale, english, korean)
}

/// One sentence of help.
#[must_use]
pub const fn help(id: Id, locale: Locale) -> &'static str {
    let (english, korean) = match id {
        Id::Layer => (
            "The part that fails, as the first instance sees it.",
            "첫 인스턴스에서 볼 때 사고가 나는 부분입니다.",
        ),
        Id::Kind => (
            "It crashes and takes along what stands on it, or an attacker controls it.",
            "충돌해 그 위의 것을 함께 멈추거나, 공격자가 장악합니다.",
        ),
    };
    pick(locale, english, korean)
}

/// Name of one of the choices of a control; `None` where it is a proper name.
#[must_use]
pub fn choice(_id: Id, choice: &str, locale: Locale) -> Option<&'static str> {
    let of = |known| Some(layer(known, locale));
    match choice {
        "application" => of(Layer::Application),
        "runtime" => of(Layer::Runtime),
        "kernel" => of(Layer::Kernel),
        "vmm" => of(Layer::Vmm),
        "host-kernel" => of(Layer::HostKernel),
        "hypervisor" => of(Layer::Hypervisor),
        "crash" => Some(pick(locale, "it crashes", "충돌")),
        "takeover" => Some(pick(locale, "an attacker controls it", "공격자가 장악")),
        _ => None,
    }
}
